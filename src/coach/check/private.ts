import { fold } from '../../text/fold.ts';
import { isCommonWord } from './language.ts';
import type { Word } from './message.ts';
import { quote } from './phrase.ts';
import type { Check, CheckContext, Finding } from './problem.ts';

/** So many words in a row are a quotation and no accident. */
const QUOTED = 4;
/** Fewer are one when all of them are words that carry meaning. */
const DISTINCT = 3;
/** So far apart the words of a clause may stand that is told again in another order. */
const REACH = 9;
const CLAUSE = /[.;,:!?\n()]+/;
/** A language without spaces: so many letters in a row. */
const UNSPACED = 8;
/** Words of courtesy and of every working day: shared by chance. */
const COURTESY = new Set(
  'great nice lovely meet meeting met worked project talk talked chat call conference event office colleague colleagues former professional connected linkedin helped'.split(
    ' ',
  ),
);

const WORD = /[\p{L}\p{M}\p{N}]+(?:['’ʼ][\p{L}\p{M}]+)*/gu;
const words = (text: string): string[] => (text.match(WORD) ?? []).map(fold);

function secretsOf({ person, history, secrets = [] }: CheckContext): string[] {
  const texts = new Set<string | null>([person?.note ?? null, ...secrets]);
  for (const { kind, title, note, people } of history) {
    texts.add(note);
    if (kind !== 'feedback') continue;
    for (const { highlight } of people) texts.add(highlight);
    texts.add(titleParts(title)[1]);
  }
  return [...texts].flatMap((text) => (text === null || text.trim() === '' ? [] : [text]));
}

/** What a feedback session may be called, and what was said in it: "Annual review: be bolder". */
function titleParts(title: string): [string, string] {
  const [called = '', ...said] = title.split(/:\s/);
  return [called, said.join(': ')];
}

/** What may be said: the words of titles, of what stood out, of the person's place. */
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
    texts.push(kind === 'feedback' ? titleParts(title)[0] : title);
    if (kind !== 'feedback') for (const { highlight } of people) texts.push(highlight);
  }
  for (const list of [person?.interests, person?.skills, person?.aliases])
    texts.push(...(list ?? []));
  return new Set(texts.flatMap((text) => (text == null ? [] : words(text))));
}

/** The places where `size` words in a row stand in the secret as well, run together. */
function runs(
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

function unspaced(text: string, secret: string): { start: number; end: number } | null {
  if (!/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(secret))
    return null;
  const known = new Set<string>();
  for (let at = 0; at + UNSPACED <= secret.length; at++) known.add(secret.slice(at, at + UNSPACED));
  for (let at = 0; at + UNSPACED <= text.length; at++) {
    if (known.has(text.slice(at, at + UNSPACED))) return { start: at, end: at + UNSPACED };
  }
  return null;
}

function quotations(
  text: readonly Word[],
  secret: string,
  isPublic: ReadonlySet<string>,
): Array<{ start: number; end: number }> {
  const own = words(secret);
  const means = (word: string) =>
    word.length > 1 && !isCommonWord(word) && !COURTESY.has(word) && !isPublic.has(word);
  const sizes: Array<[number, number]> = [
    [QUOTED, 1],
    [DISTINCT, DISTINCT],
  ];
  // A note of two or three words is quoted when all of it stands there.
  if (own.length > 1 && own.length < QUOTED) sizes.push([own.length, Math.min(2, own.length)]);
  const told = secret.split(CLAUSE).map((clause) => new Set(words(clause).filter(means)));
  const retold = told.flatMap((clause) => retellings(text, clause));
  return [...retold, ...sizes.flatMap(([size, meaning]) => quoted(size, meaning))];

  function quoted(size: number, meaning: number) {
    return runs(text, own, size)
      .filter(
        ([from, to]) =>
          text.slice(from, to + 1).filter(({ fold: word }) => means(word)).length >= meaning,
      )
      .map(([from, to]) => span(text, from, to));
  }
}

const span = (text: readonly Word[], from: number, to: number) => ({
  start: (text[from] as Word).start,
  end: (text[to] as Word).end,
});

/** Where most of the words that carry a clause stand close together, in whatever order. */
function retellings(text: readonly Word[], clause: ReadonlySet<string>) {
  const least = Math.max(DISTINCT, Math.ceil((2 / 3) * clause.size));
  const hits = text.flatMap(({ fold: word }, at) => (clause.has(word) ? [at] : []));
  return hits.flatMap((from, index) => {
    const near = hits.slice(index).filter((at) => at < from + REACH);
    const isRetold = new Set(near.map((at) => text[at]?.fold)).size >= least;
    return isRetold ? [span(text, from, near.at(-1) as number)] : [];
  });
}

export const privateCheck: Check = {
  id: 'private',
  title: 'Quotes a private note',
  why: 'Your notes, and what somebody told you as feedback, stay with you.',
  severity: 'error',
  find: ({ message, context }) => {
    const isPublic = publicWords(context);
    const places = secretsOf(context).flatMap((secret) => {
      const place = unspaced(message.text, secret.normalize('NFC'));
      return [...quotations(message.words, secret, isPublic), ...(place === null ? [] : [place])];
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
