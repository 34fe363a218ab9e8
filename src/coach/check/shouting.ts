import { fold } from '../../text/fold.ts';
import { isCommonWord } from './language.ts';
import type { Word } from './message.ts';
import { quote } from './phrase.ts';
import type { Check, Finding } from './problem.ts';

/** Short words that shout in capitals; others may be acronyms. */
const PRESSING = new Set(
  'please now urgent free must never always very really huge today best amazing great only last chance act new important immediately here stop attention'.split(
    ' ',
  ),
);
/** Longest usual acronym, in letters: UNICEF and UNESCO have six. */
const MAX_ACRONYM = 6;

function isUpper({ text }: Word): boolean {
  const letters = text.match(/\p{L}/gu) ?? [];
  return letters.length >= 2 && text === text.toUpperCase() && text !== text.toLowerCase();
}

function isLoud(word: Word, names: ReadonlySet<string>): boolean {
  if (!isUpper(word) || names.has(word.fold) || /\p{N}/u.test(word.text)) return false;
  return (
    word.fold.length > MAX_ACRONYM ||
    isCommonWord(word.fold) ||
    PRESSING.has(word.fold) ||
    (!/^[\p{Script=Latin}'’]+$/u.test(word.text) && word.fold.length > 4)
  );
}

/** Words in capitals that are a sentence, even of short words: "GUESS WHO IS BACK IN TOWN". */
const MANY_UPPER = 5;

const FIELD_WORDS = [
  'first',
  'last',
  'full',
  'name',
  'insert',
  'here',
  'your',
  'company',
  'project',
];

/** Runs of words in capitals that can't all be acronyms. */
function findLoudRuns(
  words: readonly Word[],
  names: ReadonlySet<string>,
): Array<{ start: number; end: number }> {
  const runs: Array<{ start: number; end: number }> = [];
  for (let from = 0; from < words.length; from++) {
    if (!isUpper(words[from] as Word)) continue;
    let to = from;
    let loud = 0;
    let long = 0;
    let upper = 0;
    for (; to < words.length; to++) {
      const word = words[to] as Word;
      const isNeutral = word.fold.length === 1 || /^\p{N}/u.test(word.text);
      if (isNeutral) continue;
      if (!isUpper(word)) break;
      upper++;
      if (!isLoud(word, names)) continue;
      loud++;
      // Short ones (IT, US, OR) may be acronyms.
      if (word.fold.length > 3) long++;
    }
    let last = to - 1;
    while (last > from && !isUpper(words[last] as Word)) last--;
    if (long >= 1 ? loud >= 2 || upper >= 3 : loud >= 3 && upper >= MANY_UPPER) {
      runs.push({
        start: (words[from] as Word).start,
        end: (words[last] as Word).end,
      });
    }
    from = Math.max(from, to - 1);
  }
  return runs;
}

/** One "!!" or "?!" is lively; three marks in a row shout, and so does a second pair. */
const MARK_RUN = /[!！?？](?:\s?[!！?？]){1,50}/gu;
const MIN_RUN = 3;
const MAX_MARKS = 3;

export const shouting: Check = {
  id: 'shouting',
  title: 'Shouting',
  why: 'Capitals and rows of exclamation marks look like shouting.',
  severity: 'warning',
  find: ({ message, context, has }) => {
    const names = new Set([
      // FIRST_NAME is a placeholder, already reported.
      ...(has('placeholder') ? FIELD_WORDS : []),
      ...fold(
        [context.person?.name, context.recipientName, context.me.name, context.me.company].join(
          ' ',
        ),
      ).split(/[^\p{L}\p{N}]+/u),
    ]);
    const found: Finding[] = findLoudRuns(message.words, names).map((run) => ({
      ...run,
      message: `${quote(message, run)} in capitals looks like shouting.`,
      suggestion: 'Use lower case; keep capitals for names and acronyms.',
    }));
    const loudWords = message.words.filter((word) => word.fold.length > 3 && isLoud(word, names));
    const first = loudWords[0];
    if (
      found.length === 0 &&
      first !== undefined &&
      (loudWords.length >= 2 || (PRESSING.has(first.fold) && first.fold.length >= 4))
    ) {
      const at = { start: first.start, end: first.end };
      found.push({
        ...at,
        message: `${quote(message, at)} in capitals looks like shouting.`,
        suggestion: 'Use lower case.',
      });
    }
    const rows = [...message.text.matchAll(MARK_RUN)];
    const row = rows.find(([run]) => run.replace(/\s/g, '').length >= MIN_RUN) ?? rows[1];
    const marks = message.text.match(/[!！]/gu)?.length ?? 0;
    if (row !== undefined || marks > MAX_MARKS) {
      const start = row?.index ?? message.text.search(/[!！]/u);
      found.push({
        message:
          row === undefined
            ? `${marks} exclamation marks are a lot for one message.`
            : `${quote(message, { start, end: start + row[0].length })} looks like shouting.`,
        start,
        end: start + (row?.[0].length ?? 1),
        suggestion:
          row === undefined ? 'One exclamation mark is enough.' : 'One exclamation mark is enough.',
      });
    }
    return found.slice(0, 5);
  },
};
