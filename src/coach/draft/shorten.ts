/** Cuts texts to a length without breaking words or characters. */
import type { Kind } from '../../model.ts';
import { withoutEnd } from './plain-text.ts';
import { LOOSE } from './words.ts';

function graphemes(text: string): string[] {
  return Array.from(
    new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text),
    ({ segment }) => segment,
  );
}

/**
 * Cuts a text to `limit` UTF-16 units, between words, or between characters if the first word is
 * longer.
 */
export function cutTo(text: string, limit: number): string {
  let cut = '';
  for (const cluster of graphemes(text)) {
    if (cut.length + cluster.length > limit) break;
    cut += cluster;
  }
  const next = text.charAt(cut.length);
  const space = /\s/u.test(next) ? cut.length : cut.search(/\s\S*$/u);
  return space > 0 ? cut.slice(0, space).trimEnd() : cut;
}

const BREAKS = [
  /\s*[([].*$/u,
  /\s*[:;|].*$/u,
  /\s[-–—]\s.*$/u,
  /,\s.*$/u,
  /\s(?:and|with|for|from|during|including|across|after|before|by|as)\s.*$/i,
];

/** "Promoted to Staff Engineer" can be cut to "Promoted". */
const NEWS_BREAK = /\s(?:to|as|at)\s.*$/i;

/**
 * Shorter forms of a title, longest first: cut at natural breaks, then between words (`isCut`).
 * None ends in a word such as "the" or "of".
 * @param lengths maximum UTF-16 units to try for cuts between words
 */
export function shorterTitles(
  title: string,
  lengths: readonly number[],
  kind: Kind,
): Array<{ text: string; isCut: boolean }> {
  const found: Array<{ text: string; isCut: boolean }> = [];
  let rest = title;
  for (const part of kind === 'milestone' ? [...BREAKS, NEWS_BREAK] : BREAKS) {
    const cut = withoutEnd(rest.replace(part, ''));
    if (cut.length >= 3 && cut.length < rest.length) {
      rest = cut;
      found.push({ text: cut, isCut: false });
    }
  }
  for (const length of lengths) {
    if (rest.length <= length) continue;
    const text = trimmed(cutTo(rest, length));
    if (text !== '') found.push({ text, isCut: true });
  }
  return found;
}

function trimmed(text: string): string {
  const words = text.split(' ');
  while (words.length > 1 && LOOSE.has((words.at(-1) as string).toLowerCase())) words.pop();
  const kept = withoutEnd(words.join(' '));
  const isOpen = (kept.match(/\(/gu) ?? []).length > (kept.match(/\)/gu) ?? []).length;
  return isOpen ? withoutEnd(kept.replace(/\s*\([^)]*$/u, '')) : kept;
}
