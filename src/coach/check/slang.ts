import type { Message } from './message.ts';
import { findPhrases, phraseFile, quote } from './phrase.ts';
import foreignSlangText from './phrases/foreign-slang.txt';
import slangText from './phrases/slang.txt';
import type { Check, Finding } from './problem.ts';

/** Chat spellings and slang; words with a plain sense (off sick, a lit room) in context. */
const SLANG = phraseFile(slangText);

/**
 * Text message shorthand in French, Spanish, Portuguese, Italian, German, Dutch, the Nordic
 * languages, Polish, Czech, Turkish, Indonesian and Russian.
 */
const FOREIGN_SLANG = phraseFile(foreignSlangText);

/** Laughter ("jajaja", "kkkk", "wkwk"); DRAWN_OUT: repeated letters ("sooo"). */
const LAUGHTER =
  /^(?:(?:ha){3,9}h?|(?:he){3,9}|(?:ja){2,9}j?|(?:rs){2,9}|(?:wk){2,9}|(?:ah){3,9}|k{3,30}|(?:pt)?mdr{1,9}|l[ou]{1,9}l|(?:ха){2,9})$/u;
const DRAWN_OUT = /(\p{Ll})\1{2}/u;

/** Whether a hit is a whole word: not the "u" of "u-tube", nor part of an address. */
function isWholeWord(text: string, { start, end }: { start: number; end: number }): boolean {
  return (
    !/[-./@\d]/.test(text.charAt(start - 1)) &&
    !/^(?:[-/@]|\.\p{L})/u.test(text.slice(end, end + 2))
  );
}

function findDrawnOut({ words }: Message): Array<{ start: number; end: number }> {
  return words.filter(
    ({ text, fold: word }) =>
      /^\p{Ll}/u.test(text) &&
      (LAUGHTER.test(word) || (DRAWN_OUT.test(word) && !/^(?:x+|i+|w+|q+)$/.test(word))),
  );
}

const EMOJI =
  /\p{Extended_Pictographic}(?:\uFE0F|\u200D\p{Extended_Pictographic}|\p{Emoji_Modifier})*/gu;
const MAX_EMOJI = 3;

/** Unicode calls these pictographs, but they aren't emoji. */
const TEXT_SYMBOLS = /^[©®™↔↕▶◀☎✓✔✉]$/u;

export const slang: Check = {
  id: 'slang',
  title: 'Too casual',
  why: 'Slang is fine between friends; others may find it careless.',
  severity: 'warning',
  find: ({ message }) => {
    const found: Finding[] = [];
    const phraseList = message.isEnglish ? SLANG : FOREIGN_SLANG;
    const hits = [...findPhrases(message, phraseList), ...findDrawnOut(message)];
    let end = -1;
    for (const hit of hits.sort((a, b) => a.start - b.start)) {
      // Skip acronyms such as US: shorthand is written in lower case.
      const written = message.text.slice(hit.start, hit.end);
      if (/^X+$/.test(written) || (written.length <= 3 && !/^[\p{Ll}\d]*$/u.test(written)))
        continue;
      if (hit.start < end || !isWholeWord(message.text, hit)) continue;
      end = hit.end;
      found.push({
        start: hit.start,
        end: hit.end,
        message: `${quote(message, hit)} is slang; they may find it careless.`,
        suggestion: 'Say it in plain words.',
      });
      if (found.length >= 10) break;
    }
    const emoji = [...message.text.matchAll(EMOJI)].filter(([sign]) => !TEXT_SYMBOLS.test(sign));
    const [first, last] = [emoji[0], emoji.at(-1)];
    if (first !== undefined && last !== undefined && emoji.length > MAX_EMOJI) {
      found.push({
        start: first.index,
        end: last.index + last[0].length,
        message: `${emoji.length} emoji are too many.`,
        suggestion: 'One is plenty.',
      });
    }
    return found;
  },
};
