import type { Interaction } from '../../model.ts';
import { stem } from './log-words.ts';
import { type Message, readMessage, type Word } from './message.ts';
import { findPhrases, type Hit, phraseFile } from './phrase.ts';
import claimedEventText from './phrases/claimed-event.txt';
import eventSortsText from './phrases/event-sorts.txt';
import liesAheadText from './phrases/lies-ahead.txt';

/** Say that the two were at something; what it was comes next. */
const CLAIMED = phraseFile(claimedEventText);
/** The nouns of one sort of event a line: a conference is no party, but may be called a summit. */
const SORTS = phraseFile(eventSortsText);
const LIES_AHEAD = phraseFile(liesAheadText);

/** The longest name of an event, in words: "the local history society summer party". */
const REACH = 6;

/** What a message says of the log that it doesn't bear out: where, and what the log has. */
export interface Contradiction {
  start: number;
  end: number;
  title: string;
}

/** Whether the sentence of a hit speaks of what hasn't happened yet, or asks. */
export function liesAhead(message: Message, { from, end }: Hit): boolean {
  const { sentence } = message.words[from] as Word;
  return (
    message.text.slice(end).match(/[.?!]/)?.[0] === '?' ||
    findPhrases(message, LIES_AHEAD).some((hit) => message.words[hit.from]?.sentence === sentence)
  );
}

/** An event that a message says both were at, where all events in the log are of other sorts. */
export function findWrongEvent(message: Message, history: readonly Interaction[]): Contradiction[] {
  const events = history.filter(({ kind }) => kind === 'event');
  const [event] = events;
  const claims = event === undefined ? [] : findPhrases(message, CLAIMED);
  if (event === undefined || claims.length === 0) return [];
  const titles = history.map(({ title }) => readMessage(title));
  const known = new Set(titles.flatMap(({ words }) => words.map((word) => stem(word.fold))));
  const sorts = events.map(({ title }) => findPhrases(readMessage(title), SORTS).at(-1)?.phrase);
  const nouns = findPhrases(message, SORTS);
  return claims.flatMap((claim) => {
    const noun = nouns.find(({ from }) => from > claim.to && from <= claim.to + REACH);
    const name = noun === undefined ? [] : message.words.slice(claim.to + 1, noun.to + 1);
    const [first] = name;
    if (noun === undefined || first === undefined || liesAhead(message, claim)) return [];
    const isOther = sorts.every((sort) => sort !== undefined && sort !== noun.phrase);
    // "At the conference" could be any, and what shares a word with the log may be what it has.
    const isNamed = name.length > 1 && name.every(({ sentence }) => sentence === first.sentence);
    const isKnown = name.some((word) => known.has(stem(word.fold)));
    return isNamed && isOther && !isKnown
      ? [{ start: first.start, end: noun.end, title: event.title }]
      : [];
  });
}
