/*
 * Text from outside may hold anything. What reaches a terminal holds no control character (C0, DEL, C1),
 * no bidi mark, and nothing invisible but the joiners that scripts and emoji are written with.
 */

const INVISIBLE =
  /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;

/** One safe line: line ends become a space, control characters a replacement mark, invisible ones nothing. */
export function safe(text: string): string {
  // Most text is plain, and the patterns below are dear to make.
  if (/^[\x20-\x7e]*$/.test(text)) return text;
  return (
    text
      .toWellFormed()
      .replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, ' ')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
      .replace(/[\u0000-\u001f\u007f-\u009f]/g, '\ufffd')
      .replace(INVISIBLE, '')
      // More marks on one letter than any language writes would climb over the lines around.
      .replace(/(\p{M}{6})\p{M}+/gu, '$1')
  );
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
