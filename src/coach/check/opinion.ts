import type { BoundedModel, Model } from '../../text/linear.ts';
import { isKnownName } from '../../text/nicknames.ts';
import { isCommonWord } from './language.ts';
import { stem } from './log-words.ts';
import { isCapitalised, type Message, readMessage, type Word } from './message.ts';
import { wordClasses } from './word-classes.ts';

/**
 * A second opinion on the soft checks: a linear model over words and pairs of words, learned from
 * labelled messages (`npm run train`). It knows no single phrase, but hears the tone.
 */

/** What a message can be, to the model; `empty` could be sent to anyone. */
export const OPINIONS = ['fine', 'salesy', 'pushy', 'empty'] as const;

/** How likely each is, from 0 to 1; together 1. */
export type Opinion = Readonly<Record<(typeof OPINIONS)[number], number>>;

/** In UTF-16 units: the model has met no longer messages. */
const MAX_LENGTH = 1_000;

const DAYS = new Set('today tonight tomorrow noon midnight'.split(' '));
const isDay = (word: Word) =>
  DAYS.has(word.fold) || wordClasses.day?.(word) === true || wordClasses.month?.(word) === true;

/** A word as the model sees it: figures, days and names are all the same to it. */
function seen(word: Word): string {
  if (/^\p{N}/u.test(word.text)) return '#';
  if (isDay(word)) return '@day';
  const isName = word.isSentenceStart ? isKnownName(word.fold) : !isCommonWord(word.fold);
  return isCapitalised(word) && isName ? 'X' : word.fold.replaceAll('’', "'");
}

/** Messages are of one length to the model up to so many words more. */
const LENGTH_STEP = 8;
const MAX_STEPS = 8;

/** What the model looks at: words, their stems, neighbours, words with one between them, and length. */
export function opinionFeatures({ text, words }: Message): string[] {
  const features = new Set(['bias']);
  const as = words.map(seen);
  words.forEach(({ isSentenceStart, sentence }, at) => {
    features.add(as[at] as string);
    features.add(`~${stem(as[at] as string)}`);
    features.add(`${isSentenceStart ? '^' : as[at - 1]} ${as[at]}`);
    if (words[at + 1]?.sentence !== sentence) features.add(`${as[at]} $`);
    if (words[at - 2]?.sentence === sentence) features.add(`${as[at - 2]}  ${as[at]}`);
  });
  features.add(`# ${Math.min(MAX_STEPS, Math.floor(words.length / LENGTH_STEP))}`);
  if (text.includes('?')) features.add('?');
  if (/!\s*$/.test(text)) features.add('!');
  return [...features];
}

/** The model's opinion of a message; null of one that isn't in English, or too long. */
export function opinionOf(model: Model, message: Message): Opinion | null {
  if (!message.isEnglish || message.text.length > MAX_LENGTH || message.words.length === 0)
    return null;
  const opinion = { fine: 0, salesy: 0, pushy: 0, empty: 0 };
  for (const { label, share } of model.rate(opinionFeatures(message)))
    opinion[label as keyof typeof opinion] = share;
  return opinion;
}

/** The sentence that makes the message what it is, to the model. UTF-16 offsets. */
export function tellingSentence(
  model: Model,
  { text, words }: Message,
  of: keyof Opinion,
): { start: number; end: number } {
  let best = { start: 0, end: text.length, share: -1 };
  for (const [at, { isSentenceStart, sentence, start }] of words.entries()) {
    if (!isSentenceStart) continue;
    const last = words.findLast((word) => word.sentence === sentence) as Word;
    const alone = readMessage(text.slice(start, last.end));
    const rated = model.rate(opinionFeatures(alone)).find(({ label }) => label === of);
    const share = rated?.share ?? 0;
    // A greeting alone is no sentence.
    if (alone.words.length > 2 && share > best.share) best = { start, end: last.end, share };
    if (at > MAX_LENGTH) break;
  }
  return { start: best.start, end: best.end };
}

/** The soft checks, which the model may add to or overrule; see `reconsider`. */
const SOFT = ['salesy', 'pushy', 'generic', 'no-context'] as const;
export type Soft = (typeof SOFT)[number];

export function isSoft(rule: string): rule is Soft {
  return (SOFT as readonly string[]).includes(rule);
}

/**
 * What the model does with a soft check that did or didn't find something. If a message is
 * less likely to be fine than "add X" leaves, it adds what is likeliest; with less doubt than "drop X"
 * it drops what was found. `npm run train` chooses both.
 */
export function reconsider(
  rule: Soft,
  found: boolean,
  opinion: Opinion,
  bounds: BoundedModel['bounds'],
): 'add' | 'drop' | 'keep' {
  const of = rule === 'salesy' || rule === 'pushy' ? rule : 'empty';
  const doubt = of === 'empty' ? opinion.empty : 1 - opinion.fine;
  if (found) return doubt < (bounds[`drop ${of}`] ?? 0) ? 'drop' : 'keep';
  // A missing link is for the lists to find: it hangs on what the log knows.
  const isLikeliest = opinion[of] >= Math.max(opinion.salesy, opinion.pushy, opinion.empty);
  return rule !== 'no-context' && isLikeliest && 1 - opinion.fine > (bounds[`add ${of}`] ?? 1)
    ? 'add'
    : 'keep';
}
