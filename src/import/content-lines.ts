import { decodeText, decodeWindows1252, detectUtf16 } from './decode.ts';
import { BadFile } from './records.ts';

/** In bytes. Only a photo in an address book gets near this. */
const MAX_LINE_BYTES = 5_000_000;
const MAX_PARAMS = 100;
/** A line of 5 MB is folded 67,000 times at 75 characters. */
const MAX_FOLDS = 200_000;

/** An iCalendar or vCard line: `name;PARAM=value:value`. */
export interface ContentLine {
  /** Upper case, without a group prefix ("item1."). */
  name: string;
  /** By upper-case name. A vCard 2.1 parameter without a name ("WORK") is a TYPE. */
  params: ReadonlyMap<string, string[]>;
  value: string;
  line: number;
}

/**
 * Yields unfolded lines as bytes in Latin-1 strings: a fold can split a character, and each vCard
 * line can have its own encoding.
 * @throws BadFile if a line is longer than 5 MB
 */
export function* rawLines(
  bytes: Uint8Array,
  name: string,
): Generator<{ text: string; line: number }> {
  const isWide = detectUtf16(bytes) !== null || (bytes[0] ?? 0) >= 0xfe;
  const octets = isWide ? Buffer.from(decodeText(bytes)) : bytes;
  let raw = Buffer.from(octets.buffer, octets.byteOffset, octets.length).toString('latin1');
  if (raw.startsWith('\xef\xbb\xbf')) raw = raw.slice(3);
  if (!raw.includes('\n')) raw = raw.replaceAll('\r', '\n');
  let text = '';
  let first = 0;
  let folds = 0;
  let at = 0;
  for (let line = 1; at < raw.length; line++) {
    let end = raw.indexOf('\n', at);
    if (end === -1) end = raw.length;
    const stop = end > at && raw.charCodeAt(end - 1) === 13 ? end - 1 : end;
    const start = raw.charCodeAt(at);
    if ((start === 32 || start === 9) && first > 0) {
      text += raw.slice(at + 1, stop);
      folds++;
    } else {
      if (first > 0) yield { text, line: first };
      text = raw.slice(at, stop);
      first = line;
      folds = 0;
    }
    if (text.length > MAX_LINE_BYTES || folds > MAX_FOLDS)
      throw new BadFile(
        `${name}:${first} is a line ${folds > MAX_FOLDS ? 'in too many pieces' : 'of more than five megabytes'}`,
        'Check that this is the right file.',
      );
    at = end + 1;
  }
  if (first > 0) yield { text, line: first };
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Decodes a line from `rawLines` as UTF-8, else Windows-1252. */
export function decodeRaw(raw: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII is meant
  if (/^[\x00-\x7f]*$/.test(raw)) return raw;
  const bytes = Buffer.from(raw, 'latin1');
  try {
    return utf8.decode(bytes);
  } catch {
    return decodeWindows1252(bytes);
  }
}

/** Parses a line; null if it isn't a content line. */
export function parseLine(text: string, line: number): ContentLine | null {
  const name = /^(?:[\w-]+\.)?([\w-]+)(?=[;:])/.exec(text);
  if (name === null) return null;
  const params = new Map<string, string[]>();
  let at = name[0].length;
  for (let count = 0; text[at] === ';'; count++) {
    if (count === MAX_PARAMS) return null;
    const end = paramEnd(text, at + 1);
    if (end === -1) return null;
    addParam(params, text.slice(at + 1, end));
    at = end;
  }
  return { name: (name[1] ?? '').toUpperCase(), params, value: text.slice(at + 1), line };
}

/** An unclosed quote is ignored. @returns -1 if the parameter doesn't end */
function paramEnd(text: string, from: number): number {
  let isQuoted = false;
  for (let at = from; at < text.length; at++) {
    const character = text[at];
    if (character === '"') isQuoted = !isQuoted;
    else if (!isQuoted && (character === ';' || character === ':')) return at;
  }
  if (!isQuoted) return -1;
  const rest = /[;:]/.exec(text.slice(from));
  return rest === null ? -1 : from + rest.index;
}

function addParam(params: Map<string, string[]>, text: string): void {
  const equals = text.indexOf('=');
  const name = equals === -1 ? 'TYPE' : text.slice(0, equals).trim().toUpperCase();
  const values = (text.slice(equals + 1).match(/"[^"]*"|[^,]+/g) ?? []).map((value) =>
    value
      .replace(/^"|"$/g, '')
      // RFC 6868
      .replace(/\^(['^n])/g, (_all, code) => (code === "'" ? '"' : code === 'n' ? ' ' : '^')),
  );
  params.set(name, [...(params.get(name) ?? []), ...values]);
}

/** Value of a parameter, '' if missing. Commas are put back, as some programs don't quote names. */
export function param(line: ContentLine, name: string): string {
  return line.params.get(name)?.join(',') ?? '';
}

/** Removes backslash escapes; `\n` becomes a line end. */
export function unescapeText(value: string): string {
  return value.includes('\\')
    ? value.replace(/\\([\s\S])/g, (_all, code) => (code === 'n' || code === 'N' ? '\n' : code))
    : value;
}
