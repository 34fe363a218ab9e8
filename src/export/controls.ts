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
