/*
 * Text from outside may hold anything. What reaches a terminal holds no control character (C0, DEL, C1),
 * no bidi mark, and nothing invisible but the joiners that scripts and emoji are written with.
 */

const BREAKS = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROLS = /[\u0000-\u001f\u007f-\u009f]/g;
const INVISIBLE =
  /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;
/** More marks on one letter than any language writes: they would climb over the lines around. */
const FLOOD = /(\p{M}{6})\p{M}+/gu;

/** One safe line: line ends become a space, control characters a replacement mark, invisible ones nothing. */
export function safe(text: string): string {
  return text
    .toWellFormed()
    .replace(BREAKS, ' ')
    .replace(CONTROLS, '\ufffd')
    .replace(INVISIBLE, '')
    .replace(FLOOD, '$1');
}

/** Safe text that keeps its line ends. */
export function safeLines(text: string): string {
  return text
    .split(/\r\n|[\n\r\u0085\u2028\u2029]/)
    .map(safe)
    .join('\n');
}

/** JSON that a terminal can show: the same value when it is parsed, with nothing raw in it that acts. */
export function safeJson(data: unknown): string {
  return JSON.stringify(data, null, 2)
    .replace(/[\u007f-\u009f\u2028\u2029]/g, escaped)
    .replace(INVISIBLE, escaped);
}

function escaped(text: string): string {
  return text.replace(
    /[\s\S]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
