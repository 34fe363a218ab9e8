import { INVISIBLE } from '../text/safe.ts';

/** Without the line end (RFC 5545 3.1, RFC 6350 3.2). */
const MAX_OCTETS = 75;

/** Escapes a vCard or iCalendar text value. */
export function escapeText(text: string): string {
  return withoutControls(text)
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n');
}

/** Joins lines with CRLF and folds those over 75 octets, never inside a character. */
export function foldLines(lines: readonly string[]): string {
  return lines.map((line) => `${foldLine(line)}\r\n`).join('');
}

function foldLine(line: string): string {
  if (line.length <= MAX_OCTETS && Buffer.byteLength(line) <= MAX_OCTETS) return line;
  const chunks: string[] = [];
  let chunk = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    // The space that starts a continuation line counts too.
    if (octets + size > MAX_OCTETS - (chunks.length > 0 ? 1 : 0)) {
      chunks.push(chunk);
      chunk = '';
      octets = 0;
    }
    chunk += character;
    octets += size;
  }
  chunks.push(chunk);
  return chunks.join('\r\n ');
}

/*
 * Control characters and invisible ones can act on whatever displays a file, and hide where a
 * formula begins. Joiners and accents are text and stay.
 */

/** Invisible characters, but a flag that is spelled with them (England) as `$1`. */
const HIDDEN = new RegExp(
  `(\\u{1f3f4}[\\u{e0030}-\\u{e0039}\\u{e0061}-\\u{e007a}]{1,6}\\u{e007f})|${INVISIBLE.source}`,
  'gu',
);
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROLS = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g;

/** Turns line ends into `\n` and other control characters into spaces; removes invisible ones. */
export function withoutControls(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(CONTROLS, ' ')
    .replace(HIDDEN, '$1');
}
