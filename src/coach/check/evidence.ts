import { fold } from '../../text/fold.ts';
import { hintAt, isConcrete, isContent, isProperName, ownClauses } from './context-weight.ts';
import type { Word } from './message.ts';
import {
  ANY_THANKS,
  ANYBODYS,
  COURTESIES,
  FAKES,
  MET,
  SHARED_PHRASES,
  THANKS_FOR,
  VAGUE,
  WHEN,
} from './no-context-words.ts';
import { findPhrases, type Hit } from './phrase.ts';
import type { CheckContext, Reading } from './problem.ts';

/** How sure it is that a message names something that both know: plain words, and hints that only add up. */
interface Evidence {
  /** met: the two were together, or one thanks the other; shared: they have a thing in common; when: a time. */
  plain: Array<Hit & { kind: 'met' | 'shared' | 'when' }>;
  hints: number;
  /** Of the hints, the places of those whose noun is something done together. */
  shared: number[];
  /** Phrases that only sound like context. */
  fakes: Hit[];
}

const NEGATIONS = new Set(
  "never not don't haven't didn't hasn't wasn't weren't although though if nor without".split(' '),
);

/** Every word that one of the hits covers. */
function covered(hits: readonly Hit[]): ReadonlySet<number> {
  const indices = new Set<number>();
  for (const { from, to } of hits) for (let index = from; index <= to; index++) indices.add(index);
  return indices;
}

function overlaps({ from, to }: Hit, taken: ReadonlySet<number>): boolean {
  for (let index = from; index <= to; index++) if (taken.has(index)) return true;
  return false;
}

function isNegated(words: readonly Word[], { from }: Hit): boolean {
  const sentence = words[from]?.sentence;
  return words
    .slice(Math.max(0, from - 4), from + 3)
    .some((word) => word.sentence === sentence && NEGATIONS.has(word.fold));
}

/** Words that name a concrete thing, outside of what one says of oneself. */
const CONCRETE = 3;

/** Whether thanks or congratulations name what they are for. */
function namesCause(
  words: readonly Word[],
  { from, to }: Hit,
  isNothing: (word: Word, at: number) => boolean,
): boolean {
  const sentence = words[from]?.sentence;
  for (let at = to; at < Math.min(words.length, from + 9); at++) {
    const word = words[at] as Word;
    if (word.sentence !== sentence) break;
    const isEmpty = VAGUE.has(word.fold) || ANYBODYS.has(word.fold) || ANY_THANKS.has(word.fold);
    if (isContent(word) && !isEmpty && !isNothing(word, at)) return true;
  }
  return false;
}

/** The names that prove nothing: the reader's, mine, our employers'. */
function ownNames({ person, recipientName, me }: CheckContext): ReadonlySet<string> {
  const names = [person?.name, recipientName, person?.company, me.name, me.company, 'linkedin'];
  return new Set(fold(names.join(' ')).split(/[^\p{L}\p{N}]+/u));
}

/** Gathers what in an English message reminds the reader of something shared. */
export function sharedEvidence({ message, greeting, context }: Reading): Evidence {
  const { words } = message;
  const own = ownNames(context);
  const fakes = findPhrases(message, FAKES);
  const empty = [...fakes, ...findPhrases(message, COURTESIES)];
  const taken = covered(empty);
  const isOwn = ownClauses(words);
  const said = (list: typeof MET, kind: 'met' | 'shared' | 'when') =>
    findPhrases(message, list)
      .filter((hit) => !overlaps(hit, taken) && !isNegated(words, hit))
      .map((hit) => ({ ...hit, kind }));
  const thanks = findPhrases(message, THANKS_FOR)
    .filter((hit) => namesCause(words, hit, (word, at) => own.has(word.fold) || taken.has(at)))
    .map((hit) => ({ ...hit, kind: 'met' as const }));
  const plain = [
    ...said(MET, 'met'),
    ...said(SHARED_PHRASES, 'shared'),
    // How long one has done one's work is no day that two remember.
    ...said(WHEN, 'when').filter(({ from, phrase }) => !(isOwn[from] && /year/.test(phrase))),
    ...thanks,
  ];
  const isFake = new Set(empty.map(({ from }) => words[from]?.sentence));
  let hints = 0;
  const shared: number[] = [];
  let hasName = false;
  let concrete = 0;
  for (const [at, word] of words.entries()) {
    if (isOwn[at] && !/^(?:your|yours|our)$/.test(word.fold)) continue;
    const hint =
      isFake.has(word.sentence) && (word.fold !== 'same' || taken.has(at))
        ? null
        : hintAt(words, at);
    hints += hint?.weight ?? 0;
    if (hint?.isShared && hint.weight >= 1) shared.push(at);
    if (!isFake.has(word.sentence) && isConcrete(word) && !own.has(word.fold)) concrete++;
    const isGreeted = greeting !== null && word.start < greeting.end;
    if (!isFake.has(word.sentence) && !isGreeted && isProperName(word) && !own.has(word.fold))
      hasName = true;
  }
  // So many concrete things are no letter to a stranger, whatever holds them together.
  if (concrete >= CONCRETE) hints += 1;
  return { plain, hints: hints + (hasName ? 0.5 : 0), shared, fakes };
}

/** Hints that must add up where no plain word stands; more are needed beside empty phrases. */
export function isShared({ plain, hints, shared, fakes }: Evidence): boolean {
  // A time by itself is no memory: "I came across your page this morning".
  const isTold = plain.some(({ kind }) => kind !== 'when');
  const isDated = plain.length > 0 && (fakes.length === 0 || hints >= 1);
  return isTold || isDated || shared.length > 0 || hints >= (fakes.length > 0 ? 2 : 1);
}
