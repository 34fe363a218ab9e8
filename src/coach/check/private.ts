import { fold } from '../../text/fold.ts';
import { isCommonWord } from './language.ts';
import type { Word } from './message.ts';
import { quote } from './phrase.ts';
import type { Check, CheckContext, Finding } from './problem.ts';

/** This many words in a row are a quotation, not chance. */
const QUOTED_WORDS = 4;
/** This many are enough if all of them are distinctive. */
const DISTINCTIVE_WORDS = 3;
/** How far apart the words of a reworded clause may be, in words. */
const REWORDED_REACH = 9;
const CLAUSE = /[.;,:!?\n()]+/;
/** In languages without spaces, this many UTF-16 units in a row are a quotation. */
const UNSPACED_LENGTH = 8;
const EVERYDAY_WORDS = new Set(
  'great nice lovely meet meeting met worked project talk talked chat call conference event office colleague colleagues former professional connected linkedin helped'.split(
    ' ',
  ),
);

const WORD = /[\p{L}\p{M}\p{N}]+(?:['’ʼ][\p{L}\p{M}]+)*/gu;
const words = (text: string): string[] => (text.match(WORD) ?? []).map(fold);

function privateTexts({ person, history, secrets = [] }: CheckContext): string[] {
  const texts = new Set<string | null>([person?.note ?? null, ...secrets]);
  for (const { kind, title, note, people } of history) {
    texts.add(note);
    if (kind !== 'feedback') continue;
    for (const { highlight } of people) texts.add(highlight);
    texts.add(splitFeedbackTitle(title)[1]);
  }
  return [...texts].flatMap((text) => (text === null || text.trim() === '' ? [] : [text]));
}

/** Splits the title of a feedback session into name and content: "Annual review: be bolder". */
function splitFeedbackTitle(title: string): [string, string] {
  const [name = '', ...content] = title.split(/:\s/);
  return [name, content.join(': ')];
}

/** Words a message may use: from names, roles, titles and highlights; not from feedback content. */
function publicWords({ person, history, me }: CheckContext): Set<string> {
  const texts = [
    person?.name,
    person?.role,
    person?.team,
    person?.company,
    me.name,
    me.role,
    me.team,
    me.company,
  ];
  for (const { kind, title, people } of history) {
    texts.push(kind === 'feedback' ? splitFeedbackTitle(title)[0] : title);
    if (kind !== 'feedback') for (const { highlight } of people) texts.push(highlight);
  }
  for (const list of [person?.interests, person?.skills, person?.aliases])
    texts.push(...(list ?? []));
  return new Set(texts.flatMap((text) => (text == null ? [] : words(text))));
}

/** Runs of `size` words or more that are in the secret too: first and last index. */
function findRuns(
  text: readonly Word[],
  secret: readonly string[],
  size: number,
): Array<[number, number]> {
  const known = new Set<string>();
  for (let at = 0; at + size <= secret.length; at++)
    known.add(secret.slice(at, at + size).join(' '));
  const found: Array<[number, number]> = [];
  const folded = text.map((word) => word.fold);
  for (let at = 0; at + size <= folded.length; at++) {
    if (!known.has(folded.slice(at, at + size).join(' '))) continue;
    const last = found.at(-1);
    if (last !== undefined && at <= last[1]) last[1] = at + size - 1;
    else found.push([at, at + size - 1]);
  }
  return found;
}

function findUnspaced(text: string, secret: string): { start: number; end: number } | null {
  if (!/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(secret))
    return null;
  const known = new Set<string>();
  for (let at = 0; at + UNSPACED_LENGTH <= secret.length; at++)
    known.add(secret.slice(at, at + UNSPACED_LENGTH));
  for (let at = 0; at + UNSPACED_LENGTH <= text.length; at++) {
    if (known.has(text.slice(at, at + UNSPACED_LENGTH)))
      return { start: at, end: at + UNSPACED_LENGTH };
  }
  return null;
}

function findQuotations(
  text: readonly Word[],
  secret: string,
  allowed: ReadonlySet<string>,
): Array<{ start: number; end: number }> {
  const secretWords = words(secret);
  const isDistinctive = (word: string) =>
    word.length > 1 && !isCommonWord(word) && !EVERYDAY_WORDS.has(word) && !allowed.has(word);
  const sizes: Array<[number, number]> = [
    [QUOTED_WORDS, 1],
    [DISTINCTIVE_WORDS, DISTINCTIVE_WORDS],
  ];
  // A note of two or three words counts if the message contains all of it.
  if (secretWords.length > 1 && secretWords.length < QUOTED_WORDS)
    sizes.push([secretWords.length, Math.min(2, secretWords.length)]);
  const clauses = secret
    .split(CLAUSE)
    .map((clause) => new Set(words(clause).filter(isDistinctive)));
  const reworded = clauses.flatMap((clause) => findReworded(text, clause));
  return [
    ...reworded,
    ...sizes.flatMap(([size, minDistinctive]) => findQuoted(size, minDistinctive)),
  ];

  function findQuoted(size: number, minDistinctive: number) {
    return findRuns(text, secretWords, size)
      .filter(
        ([from, to]) =>
          text.slice(from, to + 1).filter(({ fold: word }) => isDistinctive(word)).length >=
          minDistinctive,
      )
      .map(([from, to]) => span(text, from, to));
  }
}

const span = (text: readonly Word[], from: number, to: number) => ({
  start: (text[from] as Word).start,
  end: (text[to] as Word).end,
});

/** Places with most of a clause's distinctive words close together, in any order. */
function findReworded(text: readonly Word[], clause: ReadonlySet<string>) {
  const least = Math.max(DISTINCTIVE_WORDS, Math.ceil((2 / 3) * clause.size));
  const hits = text.flatMap(({ fold: word }, at) => (clause.has(word) ? [at] : []));
  return hits.flatMap((from, index) => {
    const near = hits.slice(index).filter((at) => at < from + REWORDED_REACH);
    const isReworded = new Set(near.map((at) => text[at]?.fold)).size >= least;
    return isReworded ? [span(text, from, near.at(-1) as number)] : [];
  });
}

export const privateCheck: Check = {
  id: 'private',
  title: 'Quotes a private note',
  why: 'Your notes, and what somebody told you as feedback, stay with you.',
  severity: 'error',
  find: ({ message, context }) => {
    const allowed = publicWords(context);
    const places = privateTexts(context).flatMap((secret) => {
      const place = findUnspaced(message.text, secret.normalize('NFC'));
      return [
        ...findQuotations(message.words, secret, allowed),
        ...(place === null ? [] : [place]),
      ];
    });
    const found: Finding[] = [];
    for (const place of places.sort((a, b) => a.start - b.start || b.end - a.end)) {
      if (place.start < (found.at(-1)?.end ?? 0)) continue;
      found.push({
        ...place,
        message: `${quote(message, place)} stands in your private notes or in feedback you were given.`,
        suggestion: 'Leave it out; thank them for the help without repeating it.',
      });
    }
    return found.slice(0, 20);
  },
};
