/*
 * Makes untrusted text safe for a terminal: no control characters (C0, DEL, C1), bidi marks or
 * invisible characters, except the joiners that scripts and emoji need.
 */

/** Characters without width that change how the text around them looks; joiners stay. */
export const INVISIBLE =
  /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;

/** One safe line: line breaks become spaces, control characters U+FFFD, invisible ones nothing. */
export function safe(text: string): string {
  // A shortcut for most text: the Unicode patterns below are slow to compile.
  if (/^[\x20-\x7e]*$/.test(text)) return text;
  return (
    text
      .toWellFormed()
      .replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, ' ')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: matching them is the point
      .replace(/[\u0000-\u001f\u007f-\u009f]/g, '\ufffd')
      .replace(INVISIBLE, '')
      // No language stacks more than six marks on a letter; more would spill into other lines.
      .replace(/(\p{M}{6})\p{M}+/gu, '$1')
  );
}

/** Makes each line safe and keeps the line breaks. */
export function safeLines(text: string): string {
  return text
    .split(/\r\n|[\n\r\u0085\u2028\u2029]/)
    .map(safe)
    .join('\n');
}

/** JSON that parses to the same value, with control and invisible characters escaped. */
export function safeJson(data: unknown): string {
  const text = JSON.stringify(data, null, 2);
  if (/^[\n\x20-\x7e]*$/.test(text)) return text;
  return text.replace(/[\u007f-\u009f\u2028\u2029]/g, escapeUnits).replace(INVISIBLE, escapeUnits);
}

function escapeUnits(text: string): string {
  return text.replace(
    /[\s\S]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
