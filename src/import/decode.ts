/*
 * Bytes of any encoding → text, and text → one clean line.
 */

/** Spaces of every width, line ends and other control characters: each is one space. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const SPACES = /[\u0000-\u0020\u007f-\u00a0\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/g;
/** Nothing to see, and not needed by any script: bidi marks, soft hyphens, zero-width spaces. Joiners stay. */
const INVISIBLE =
  /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;
/** The common case: printable Latin-1 without a double space, a no-break space or a soft hyphen. */
const CLEAN = /^(?:[\x21-\x7e\u00a1-\u00ac\u00ae-\u024f]+(?: (?! |$)|$))+$/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

/** The longest line that a field of a person or a title takes, in UTF-16 units; longer ones are cut. */
export const LONGEST_LINE = 500;

/**
 * The text of a file: by its byte order mark, else UTF-16 where every other byte is zero, else UTF-8,
 * else Windows-1252, which fits any bytes.
 */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decode('utf-16le', bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decode('utf-16be', bytes);
  const wide = wideEncoding(bytes);
  if (wide !== null) return decode(wide, bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Not UTF-8: an older Excel or Outlook wrote it.
    return windows1252(bytes);
  }
}

/** What Windows-1252 has at 0x80 to 0x9f, where Latin-1 has control characters. */
const FROM_80 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Bytes as Windows-1252. Node 20's own decoder takes it for Latin-1. */
export function windows1252(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, (one) => FROM_80.charAt(one.charCodeAt(0) - 0x80));
}

/** UTF-16 without a mark shows as zeros at every other place, in text that is mostly Latin. */
export function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const length = Math.min(bytes.length, 2_000) & ~1;
  if (length < 4) return null;
  const zeros = [0, 0];
  for (let at = 0; at < length; at++) if (bytes[at] === 0) zeros[at & 1] = (zeros[at & 1] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (odd > length * 0.3 && even < length * 0.05) return 'utf-16le';
  if (even > length * 0.3 && odd < length * 0.05) return 'utf-16be';
  return null;
}

/** Bytes in a named encoding; Latin-1 and names that nobody knows are read as Windows-1252. */
export function decode(encoding: string, bytes: Uint8Array): string {
  if (/^(windows-1252|cp1252|iso-8859-1|latin1)$/i.test(encoding)) return windows1252(bytes);
  try {
    return new TextDecoder(encoding).decode(bytes);
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    return windows1252(bytes);
  }
}

/** One line without invisible characters, with single spaces, in NFC; at most `LONGEST_LINE` long. */
export function cleanLine(text: string): string {
  if (text.length <= LONGEST_LINE && CLEAN.test(text)) return text;
  const line = text
    .replace(INVISIBLE, '')
    .replace(SPACES, ' ')
    .trim()
    .normalize('NFC')
    .toWellFormed();
  return line.length <= LONGEST_LINE ? line : `${cut(line, LONGEST_LINE - 1).trimEnd()}…`;
}

/** A longer text: line ends and tabs stay, other control characters go. */
export function cleanLines(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(CONTROLS, '')
    .replace(INVISIBLE, '')
    .trim()
    .toWellFormed();
}

/** The first `length` UTF-16 units, without half a character at the end. */
function cut(text: string, length: number): string {
  const last = text.charCodeAt(length - 1);
  return text.slice(0, last >= 0xd800 && last < 0xdc00 ? length - 1 : length);
}
