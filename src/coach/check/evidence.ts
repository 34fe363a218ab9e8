import { fold } from '../../text/fold.ts';
import {
  hintAt,
  isConcrete,
  isContentWord,
  isProperName,
  selfOrWishClauses,
} from './context-weight.ts';
import type { Word } from './message.ts';
import {
  COURTESIES,
  FALSE_CONTEXT,
  GENERIC_NOUNS,
  GENERIC_THANKS,
  MET_PHRASES,
  SHARED_PHRASES,
  THANKS_PHRASES,
  TIME_PHRASES,
  VAGUE_WORDS,
} from './no-context-words.ts';
import { findPhrases, type Hit } from './phrase.ts';
import type { CheckContext, CheckInput } from './problem.ts';

/** What shows that a message names something both know: clear phrases, and hints to add up. */
interface Evidence {
  /** met: they were together, or thanks; shared: something in common; when: a time. */
  plain: Array<Hit & { kind: 'met' | 'shared' | 'when' }>;
  hints: number;
  /** Word indices of hints at something done together. */
  shared: number[];
  /** Phrases that only sound like context. */
  fakes: Hit[];
}

const NEGATIONS = new Set(
  "never not don't haven't didn't hasn't wasn't weren't although though if nor without".split(' '),
);

function coveredWords(hits: readonly Hit[]): ReadonlySet<number> {
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

/** This many concrete words are a hint; words about the writer don't count. */
const MIN_CONCRETE = 3;

function namesCause(
  words: readonly Word[],
  { from, to }: Hit,
  isIgnored: (word: Word, at: number) => boolean,
): boolean {
  const sentence = words[from]?.sentence;
  for (let at = to; at < Math.min(words.length, from + 9); at++) {
    const word = words[at] as Word;
    if (word.sentence !== sentence) break;
    const isEmpty =
      VAGUE_WORDS.has(word.fold) || GENERIC_NOUNS.has(word.fold) || GENERIC_THANKS.has(word.fold);
    if (isContentWord(word) && !isEmpty && !isIgnored(word, at)) return true;
  }
  return false;
}

/** Names that prove nothing: the reader's, mine, our employers' and LinkedIn, folded. */
function ignoredNames({ person, recipientName, me }: CheckContext): ReadonlySet<string> {
  const names = [person?.name, recipientName, person?.company, me.name, me.company, 'linkedin'];
  return new Set(fold(names.join(' ')).split(/[^\p{L}\p{N}]+/u));
}

/** Collects what in an English message reminds the reader of something shared. */
export function sharedEvidence({ message, greeting, context }: CheckInput): Evidence {
  const { words } = message;
  const ignored = ignoredNames(context);
  const fakes = findPhrases(message, FALSE_CONTEXT);
  const empty = [...fakes, ...findPhrases(message, COURTESIES)];
  const taken = coveredWords(empty);
  const isSelfOrWish = selfOrWishClauses(words);
  const evidenceFrom = (list: typeof MET_PHRASES, kind: 'met' | 'shared' | 'when') =>
    findPhrases(message, list)
      .filter((hit) => !overlaps(hit, taken) && !isNegated(words, hit))
      .map((hit) => ({ ...hit, kind }));
  const thanks = findPhrases(message, THANKS_PHRASES)
    .filter((hit) => namesCause(words, hit, (word, at) => ignored.has(word.fold) || taken.has(at)))
    .map((hit) => ({ ...hit, kind: 'met' as const }));
  const plain = [
    ...evidenceFrom(MET_PHRASES, 'met'),
    ...evidenceFrom(SHARED_PHRASES, 'shared'),
    // How long the writer has done their job is not a shared time.
    ...evidenceFrom(TIME_PHRASES, 'when').filter(
      ({ from, phrase }) => !(isSelfOrWish[from] && /year/.test(phrase)),
    ),
    ...thanks,
  ];
  const emptySentences = new Set(empty.map(({ from }) => words[from]?.sentence));
  let hints = 0;
  const shared: number[] = [];
  let hasName = false;
  let concrete = 0;
  for (const [at, word] of words.entries()) {
    if (isSelfOrWish[at] && !/^(?:your|yours|our)$/.test(word.fold)) continue;
    const hint =
      emptySentences.has(word.sentence) && (word.fold !== 'same' || taken.has(at))
        ? null
        : hintAt(words, at);
    hints += hint?.weight ?? 0;
    if (hint?.isShared && hint.weight >= 1) shared.push(at);
    if (!emptySentences.has(word.sentence) && isConcrete(word) && !ignored.has(word.fold))
      concrete++;
    const isGreeted = greeting !== null && word.start < greeting.end;
    if (
      !emptySentences.has(word.sentence) &&
      !isGreeted &&
      isProperName(word) &&
      !ignored.has(word.fold)
    )
      hasName = true;
  }
  if (concrete >= MIN_CONCRETE) hints += 1;
  return { plain, hints: hints + (hasName ? 0.5 : 0), shared, fakes };
}

/** Whether the evidence is enough. False context raises the bar. */
export function provesContext({ plain, hints, shared, fakes }: Evidence): boolean {
  // A time alone proves nothing: "I came across your page this morning".
  const hasClearPhrase = plain.some(({ kind }) => kind !== 'when');
  const isDated = plain.length > 0 && (fakes.length === 0 || hints >= 1);
  return hasClearPhrase || isDated || shared.length > 0 || hints >= (fakes.length > 0 ? 2 : 1);
}
