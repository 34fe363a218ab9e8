import { fold } from '../words/fold.ts';

/** What stands where a name stood. */
const SOMEONE = 'someone';

/**
 * Makes a function that takes certain names out of a text, without regard to accents, where they stand as
 * whole words. It returns the very same text where none is in it.
 * @param names full names, aliases and addresses: in capitals or not
 * @param words single words of a name, which may be ordinary words as well ("Grace", "May"): only as a name
 *   is written, with a capital where it has one
 */
export function scrubber(
  names: readonly string[],
  words: readonly string[] = [],
): (text: string) => string {
  const wanted = [...new Set(names.map(fold))]
    .filter((name) => name !== '')
    .sort((a, b) => b.length - a.length);
  return (text) => {
    let left = text;
    for (const name of wanted) left = without(left, name, () => true);
    for (const word of words) {
      const isCapital = isUpper(word);
      left = without(left, fold(word), (first) => !isCapital || isUpper(first));
    }
    return left;
  };
}

function isUpper(text: string): boolean {
  const [first = ''] = text;
  return first !== first.toLowerCase();
}

function without(text: string, name: string, fits: (first: string) => boolean): string {
  if (!fold(text).includes(name)) return text;
  // Where each unit of the folded text comes from in the text itself.
  let folded = '';
  const from: number[] = [];
  let at = 0;
  for (const letter of text) {
    const plain = /\s/.test(letter) ? (folded.endsWith(' ') ? '' : ' ') : fold(letter);
    for (let i = 0; i < plain.length; i++) from.push(at);
    folded += plain;
    at += letter.length;
  }
  from.push(text.length);
  let result = '';
  let done = 0;
  for (let i = folded.indexOf(name); i !== -1; i = folded.indexOf(name, i + 1)) {
    const start = from[i] as number;
    let end = from[i + name.length] as number;
    if (!fits(text.slice(start, start + 2))) continue;
    if (start < done || isWord(folded[i - 1]) || isWord(folded[i + name.length])) continue;
    // A space before the next word is no part of the name; a combining accent is.
    while (end > start && /\s/.test(text.charAt(end - 1))) end--;
    result += text.slice(done, start) + SOMEONE;
    done = end;
  }
  return result + text.slice(done);
}

function isWord(letter: string | undefined): boolean {
  return letter !== undefined && /[\p{L}\p{N}]/u.test(letter);
}
