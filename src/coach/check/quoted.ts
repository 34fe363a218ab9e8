import { fold } from '../../text/fold.ts';
import { isContentWord } from './context-weight.ts';
import { isCommonWord } from './language.ts';
import { type Message, readMessage, type Word } from './message.ts';
import type { CheckContext } from './problem.ts';

/** A one-word title is masked, except these: requests are worded with them. */
const COMMON_TITLE_WORDS = new Set(
  'call chat meeting coffee lunch demo session talk time'.split(' '),
);
/** This many words of a title in a row count as the title, even if the rest is cut. */
const MIN_RUN = 3;
/** Signs that belong to a title if they touch its words. */
const TITLE_SIGNS = /[^\p{L}\p{N}\s.,;:!?'"’”“]/u;

function loggedTexts({ person, history, me }: CheckContext): string[] {
  const texts = [person?.name, person?.team, person?.role, person?.company, me.name, me.team];
  texts.push(me.role, me.company, ...(person?.aliases ?? []), ...(person?.interests ?? []));
  for (const { title, people, kind } of history) {
    texts.push(title);
    if (kind !== 'feedback') for (const { highlight } of people) texts.push(highlight);
  }
  return texts.flatMap((text) => (text == null || text.trim() === '' ? [] : [text]));
}

function nameWords({ person, recipientName, me }: CheckContext): ReadonlySet<string> {
  const names = [person?.name, recipientName, me.name, ...(person?.aliases ?? [])];
  return new Set(readMessage(names.join(' ')).words.map((word) => word.fold));
}

/** Runs of words in a message that are all of `text`, or enough of it: first and last index. */
function findRuns(words: readonly Word[], text: string): Array<[number, number]> {
  const wanted = readMessage(text).words.map((word) => word.fold);
  const only = wanted.length === 1 ? wanted[0] : undefined;
  if (only !== undefined && COMMON_TITLE_WORDS.has(only)) return [];
  const isDistinctWord = only !== undefined && !isCommonWord(only);
  const size = Math.min(wanted.length, MIN_RUN);
  const runs = new Set<string>();
  for (let at = 0; at + size <= wanted.length; at++)
    runs.add(wanted.slice(at, at + size).join(' '));
  const found: Array<[number, number]> = [];
  for (let at = 0; at + size <= words.length; at++) {
    const run = words.slice(at, at + size);
    if (
      !runs.has(run.map((word) => word.fold).join(' ')) ||
      !(isDistinctWord || run.some(isContentWord))
    )
      continue;
    found.push([at, at + size - 1]);
  }
  return found;
}

/**
 * Masks names and titles from the log, keeping all offsets: a project called "FREE TRIAL [beta]"
 * is not a pitch, shouting or a placeholder. Returns `message` itself if there is nothing to mask.
 */
export function maskLoggedTexts(message: Message, context: CheckContext): Message {
  const { text, words } = message;
  const isHidden = new Uint8Array(text.length);
  const lower = text.toLowerCase();
  const names = nameWords(context);
  for (const word of words) {
    if (names.has(word.fold) && !/^\p{Ll}/u.test(word.text)) isHidden.fill(1, word.start, word.end);
  }
  for (const logged of loggedTexts(context)) {
    for (const [from, to] of findRuns(words, logged)) {
      let start = (words[from] as Word).start;
      let end = (words[to] as Word).end;
      while (start > 0 && TITLE_SIGNS.test(text.charAt(start - 1))) start--;
      while (end < text.length && TITLE_SIGNS.test(text.charAt(end))) end++;
      isHidden.fill(1, start, end);
    }
    const whole = logged.normalize('NFC').trim().toLowerCase();
    if (COMMON_TITLE_WORDS.has(fold(whole)) || lower.length !== text.length) continue;
    for (let at = lower.indexOf(whole); at >= 0; at = lower.indexOf(whole, at + whole.length)) {
      const isApart = !/[\p{L}\p{N}]/u.test(text.charAt(at - 1) + text.charAt(at + whole.length));
      if (isApart) isHidden.fill(1, at, at + whole.length);
    }
  }
  if (!isHidden.includes(1)) return message;
  const masked = Array.from({ length: text.length }, (_, at) =>
    isHidden[at] === 1 && !/\s/.test(text.charAt(at)) ? 'q' : text.charAt(at),
  ).join('');
  return { ...readMessage(masked), isEnglish: message.isEnglish };
}
