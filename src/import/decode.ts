import { isAscii } from 'node:buffer';

/** Includes line ends and control characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const SPACES = /[\u0000-\u0020\u007f-\u00a0\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/g;
/** Bidi marks, soft hyphens, zero-width spaces. Joiners stay, as some scripts need them. */
const INVISIBLE =
  /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;
/** The common case: printable Latin-1 with single spaces. */
const ALREADY_CLEAN = /^(?:[\x21-\x7e\u00a1-\u00ac\u00ae-\u024f]+(?: (?! |$)|$))+$/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

/** Limit for titles and people's fields, in UTF-16 units. */
export const LONGEST_LINE = 500;

/**
 * Decodes a file by its byte order mark, else as UTF-16 if it looks like it, else as UTF-8, else as
 * Windows-1252, which accepts any bytes.
 */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decode('utf-16le', bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decode('utf-16be', bytes);
  const utf16 = detectUtf16(bytes);
  if (utf16 !== null) return decode(utf16, bytes);
  // The text of a large file then stays outside the heap, which would grow to several times its size.
  if (isAscii(bytes))
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return decodeWindows1252(bytes);
  }
}

/** Latin-1 has control characters here. */
const WINDOWS_1252_FROM_80 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Decodes Windows-1252. Node 20's TextDecoder treats it as Latin-1. */
export function decodeWindows1252(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, (character) =>
      WINDOWS_1252_FROM_80.charAt(character.charCodeAt(0) - 0x80),
    );
}

/** Detects UTF-16 without a byte order mark: every other byte of Latin text is zero. */
export function detectUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const length = Math.min(bytes.length, 2_000) & ~1;
  if (length < 4) return null;
  const zeros = [0, 0];
  for (let at = 0; at < length; at++) if (bytes[at] === 0) zeros[at & 1] = (zeros[at & 1] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (odd > length * 0.3 && even < length * 0.05) return 'utf-16le';
  if (even > length * 0.3 && odd < length * 0.05) return 'utf-16be';
  return null;
}

/** Decodes a named encoding. Latin-1 and unknown names are read as Windows-1252. */
export function decode(encoding: string, bytes: Uint8Array): string {
  if (/^(windows-1252|cp1252|iso-8859-1|latin1)$/i.test(encoding)) return decodeWindows1252(bytes);
  try {
    return new TextDecoder(encoding).decode(bytes);
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    return decodeWindows1252(bytes);
  }
}

/** Cleans text to one line: no invisible characters, single spaces, NFC, `LONGEST_LINE`. */
export function cleanLine(text: string): string {
  if (text.length <= LONGEST_LINE && ALREADY_CLEAN.test(text)) return text;
  const line = text
    .replace(INVISIBLE, '')
    .replace(SPACES, ' ')
    .trim()
    .normalize('NFC')
    .toWellFormed();
  return line.length <= LONGEST_LINE ? line : `${truncate(line, LONGEST_LINE - 1).trimEnd()}…`;
}

/** Removes control characters except line ends and tabs. */
export function cleanLines(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(CONTROLS, '')
    .replace(INVISIBLE, '')
    .trim()
    .toWellFormed();
}

/** Doesn't split a surrogate pair. */
function truncate(text: string, length: number): string {
  const last = text.charCodeAt(length - 1);
  return text.slice(0, last >= 0xd800 && last < 0xdc00 ? length - 1 : length);
}
