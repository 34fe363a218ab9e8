import { fold } from '../../text/fold.ts';
import { isCommonWord } from './language.ts';
import { stem } from './log-words.ts';
import { type Message, readMessage, type Word } from './message.ts';
import { findPhrases, type Hit, phraseFile, quote, readPhrases } from './phrase.ts';
import confidedText from './phrases/confided.txt';
import tellingText from './phrases/telling.txt';
import type { Check, CheckContext, Finding } from './problem.ts';

/** This many words in a row are a quotation, not chance. */
const QUOTED_WORDS = 4;
/** This many are enough if all of them are distinctive. */
const DISTINCTIVE_WORDS = 3;
/** This many words of a feedback are enough: it is private whatever it says. */
const FEEDBACK_WORDS = 2;
/** This many words in a row are an echo of a feedback. */
const ECHOED_WORDS = 3;
/** How far apart the words of a reworded clause may be, in words. */
const REWORDED_REACH = 9;
const CLAUSE = /[.;,:!?\n()]+/;
/** In languages without spaces, this many UTF-16 units in a row are a quotation. */
const UNSPACED_LENGTH = 8;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
const EVERYDAY_WORDS = new Set(
  'great nice lovely meet meeting met worked project talk talked chat call conference event office colleague colleagues former professional connected linkedin helped'.split(
    ' ',
  ),
);

/**
 * What people tell in confidence: health, family, money, looking for another job, their standing at
 * work, fault. One is enough if a note tells of the same matter, in whatever words.
 */
const TELLING = phraseFile(tellingText);

/** What a message says of a confidence, where the log has a private note about its reader. */
const CONFIDED = phraseFile(confidedText);

/** The matters of each phrase: the headings of the file that it is under. */
const matters = (() => {
  let known: Map<string, string> | null = null;
  return (phrase: string) => {
    known ??= new Map(
      tellingText.split(/^# /m).flatMap((part) => {
        const [matter = ''] = part.split('\n', 1);
        return readPhrases(part.slice(matter.length)).map((one) => [one.phrase, matter] as const);
      }),
    );
    return known.get(phrase);
  };
})();

/** A sum of money, rather than a year or a count. */
const AMOUNT = /^(?:(?!(?:19|20)\d\d$)\d{3,}\p{L}?|\d+k)$/u;

const WORD = /[\p{L}\p{M}\p{N}]+(?:['’ʼ][\p{L}\p{M}]+)*/gu;
const words = (text: string): string[] => (text.match(WORD) ?? []).map(fold);

/** A text that stays with me; what somebody said of my work is private whatever its words. */
interface Secret {
  text: string;
  isFeedback: boolean;
  /** Whether it's about the reader; of others, one telling word could be chance. */
  isOfReader: boolean;
}

interface Place {
  start: number;
  end: number;
  isTelling: boolean;
}

function privateTexts(
  message: Message,
  { person, history, secrets = [], feedback = [] }: CheckContext,
): Secret[] {
  const found = new Map<string, Secret>();
  const add = (text: string | null, isFeedback: boolean, isOfReader: boolean) => {
    if (text === null || text.trim() === '') return;
    const known = found.get(text);
    found.set(text, {
      text,
      isFeedback: isFeedback || known?.isFeedback === true,
      isOfReader: isOfReader || known?.isOfReader === true,
    });
  };
  add(person?.note ?? null, false, true);
  for (const { kind, title, note, people } of history) {
    add(note, kind === 'feedback', true);
    if (kind !== 'feedback') continue;
    for (const { highlight } of people) add(highlight, true, true);
    add(splitFeedbackTitle(title)[1], true, true);
  }
  // Of others' texts only those are read that share a word with the message.
  const mayQuote = sharesWord(message, isPlainWord);
  const mayEcho = sharesWord(message, isLong);
  for (const text of secrets) if (mayQuote(text)) add(text, false, false);
  for (const text of feedback) if (mayEcho(text)) add(text, true, false);
  return [...found.values()];
}

/** A quick test for texts that have one of a message's words of some sort, in any form. */
function sharesWord(
  { words: written }: Message,
  isTelling: (word: string) => boolean,
): (text: string) => boolean {
  const stems = written.flatMap((word) => (isTelling(word.fold) ? [stem(word.fold)] : []));
  if (stems.length === 0) return () => false;
  const parts = [...new Set(stems)].map((one) => one.replace(/\W/g, '.'));
  const any = new RegExp(parts.join('|'), 'i');
  const isAscii = /^[\x20-\x7e\s]*$/;
  return (text) => any.test(isAscii.test(text) ? text : fold(text)) || UNSPACED.test(text);
}

const isLong = (word: string) => word.length > 3;

/** Whether a word alone can tell a text from others. */
function isPlainWord(word: string): boolean {
  return word.length > 1 && !isCommonWord(word) && !EVERYDAY_WORDS.has(word);
}

/** Splits the title of a feedback session into name and content: "Annual review: be bolder". */
function splitFeedbackTitle(title: string): [string, string] {
  const [name = '', ...content] = title.split(/:\s/);
  return [name, content.join(': ')];
}

/** What a feedback session's title gives away of what was said; empty if it only names the session. */
export function feedbackContent(title: string): string {
  return splitFeedbackTitle(title)[1];
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
  form: (word: string) => string = (word) => word,
): Array<[number, number]> {
  const known = new Set<string>();
  const forms = secret.map(form);
  for (let at = 0; at + size <= forms.length; at++) known.add(forms.slice(at, at + size).join(' '));
  const found: Array<[number, number]> = [];
  const folded = text.map((word) => form(word.fold));
  for (let at = 0; at + size <= folded.length; at++) {
    if (!known.has(folded.slice(at, at + size).join(' '))) continue;
    const last = found.at(-1);
    if (last !== undefined && at <= last[1]) last[1] = at + size - 1;
    else found.push([at, at + size - 1]);
  }
  return found;
}

function findUnspaced(text: string, secret: string): { start: number; end: number } | null {
  if (!UNSPACED.test(secret)) return null;
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
  message: Message,
  told: readonly Hit[],
  { text: secret, isFeedback, isOfReader }: Secret,
  allowed: ReadonlySet<string>,
): Place[] {
  const text = message.words;
  const secretWords = words(secret);
  const isDistinctive = (word: string) => isPlainWord(word) && !allowed.has(word);
  const sizes: Array<[number, number]> = [
    [QUOTED_WORDS, 1],
    [DISTINCTIVE_WORDS, DISTINCTIVE_WORDS],
  ];
  // A note of two or three words counts if the message contains all of it.
  if (secretWords.length > 1 && secretWords.length < QUOTED_WORDS)
    sizes.push([secretWords.length, Math.min(2, secretWords.length)]);
  const clauses = secret
    .split(CLAUSE)
    .map((clause) => new Set(words(clause).filter(isDistinctive).map(stem)));
  const least = isFeedback ? FEEDBACK_WORDS : DISTINCTIVE_WORDS;
  const reworded = clauses.flatMap((clause) => findReworded(text, clause, least));
  const runs = sizes.flatMap(([size, minDistinctive]) => findQuoted(size, minDistinctive));
  if (isFeedback) runs.push(...findEchoes());
  const isPlain = ({ from, to }: { from: number; to: number }) => {
    const isAmount = text.slice(from, to + 1).some((word) => AMOUNT.test(word.fold));
    return !isAmount && !told.some((hit) => hit.from <= to && from <= hit.to);
  };
  return [
    ...[...reworded, ...runs].map(({ from, to, start, end }) => ({
      start,
      end,
      isTelling: isFeedback || !isPlain({ from, to }),
    })),
    ...(isOfReader ? findTold() : []),
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

  /** Of feedback, three words in a row are enough, in another form too: "talks over people". */
  function findEchoes() {
    return findRuns(text, secretWords, ECHOED_WORDS, stem).flatMap(([from, to]) => {
      const words = Array.from({ length: to - from + 1 }, (_, at) => from + at);
      const isTold = words.some((at) => !allowed.has((text[at] as Word).fold));
      return isTold &&
        words.filter((at) => isLong((text[at] as Word).fold)).length >= FEEDBACK_WORDS
        ? [span(text, from, to)]
        : [];
    });
  }

  /** What the secret tells in confidence, wherever the message speaks of the same; and sums. */
  function findTold(): Place[] {
    const read = readMessage(secret);
    const ofNote = new Set(
      findPhrases(read, TELLING)
        .filter(({ from, to }) =>
          read.words.slice(from, to + 1).some((word) => !allowed.has(word.fold)),
        )
        .map(({ phrase }) => matters(phrase)),
    );
    const sums = new Set(ofNote.size === 0 ? [] : secretWords.filter((word) => AMOUNT.test(word)));
    return [
      ...(isFeedback ? [] : findPhrases(message, CONFIDED)),
      ...told.filter(({ phrase }) => ofNote.has(matters(phrase))),
      ...text.filter((word) => sums.has(word.fold)),
    ].map(({ start, end }) => ({ start, end, isTelling: true }));
  }
}

const span = (text: readonly Word[], from: number, to: number) => ({
  from,
  to,
  start: (text[from] as Word).start,
  end: (text[to] as Word).end,
});

/** Places with most of a clause's distinctive words close together, in any order. */
function findReworded(text: readonly Word[], clause: ReadonlySet<string>, words: number) {
  const least = Math.max(words, Math.ceil((2 / 3) * clause.size));
  const hits = text.flatMap(({ fold: word }, at) => (clause.has(stem(word)) ? [at] : []));
  return hits.flatMap((from, index) => {
    const near = hits.slice(index).filter((at) => at < from + REWORDED_REACH);
    const isReworded = new Set(near.map((at) => stem(text[at]?.fold ?? ''))).size >= least;
    return isReworded ? [span(text, from, near.at(-1) as number)] : [];
  });
}

export const privateCheck: Check = {
  id: 'private',
  title: 'Quotes a private note',
  why: 'Your notes and the feedback you were given are yours alone.',
  severity: 'error',
  find: ({ message, context }) => {
    const allowed = publicWords(context);
    const told = findPhrases(message, TELLING);
    const places = privateTexts(message, context).flatMap((secret) => {
      const place = findUnspaced(message.text, secret.text.normalize('NFC'));
      return [
        ...findQuotations(message, told, secret, allowed),
        ...(place === null ? [] : [{ ...place, isTelling: true }]),
      ];
    });
    const found: Array<Finding & Place> = [];
    for (const place of places.sort((a, b) => a.start - b.start || b.end - a.end)) {
      const last = found.at(-1);
      if (last !== undefined && place.start < last.end) {
        if (place.isTelling) last.severity = 'error';
        continue;
      }
      found.push({
        ...place,
        severity: place.isTelling ? 'error' : 'advice',
        message: `${quote(message, place)} is from your private notes, or from feedback you were given.`,
        suggestion: place.isTelling
          ? 'Leave it out. You can thank them without repeating it.'
          : 'Leave it out unless they know you know.',
      });
    }
    return found.slice(0, 20).map(({ isTelling: _, ...finding }) => finding);
  },
};
