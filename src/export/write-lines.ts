/*
 * Lines of vCard and iCalendar files: escaped, folded, ended with CRLF.
 */

/** The most octets in a line, its end not counted (RFC 5545 3.1, RFC 6350 3.2). */
const OCTETS = 75;

/** A text value: backslashes before what has a meaning, line ends as `\n`, no control characters. */
export function escapeText(text: string): string {
  return withoutControls(text)
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n');
}

/** Lines as a file: those longer than 75 octets folded, never inside a character. */
export function foldLines(lines: readonly string[]): string {
  return lines.map((line) => `${foldLine(line)}\r\n`).join('');
}

function foldLine(line: string): string {
  if (line.length <= OCTETS && Buffer.byteLength(line) <= OCTETS) return line;
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    // A continuation begins with a space, which counts.
    if (octets + size > OCTETS - (parts.length > 0 ? 1 : 0)) {
      parts.push(part);
      part = '';
      octets = 0;
    }
    part += character;
    octets += size;
  }
  parts.push(part);
  return parts.join('\r\n ');
}

/*
 * What no file for other programs holds, for it would act on whoever looks at it: control characters
 * (C0, DEL, C1) and marks that turn the direction of a line. Joiners, accents and tags are text and stay.
 */

const BIDI = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROLS = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g;

/** Text whose only control characters are line ends, each a `\n`; others are a space, marks of direction nothing. */
export function withoutControls(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(CONTROLS, ' ')
    .replace(BIDI, '');
}
