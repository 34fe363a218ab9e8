import { fold } from '../../text/fold.ts';
import { isContent } from './context-weight.ts';
import { isCommonWord } from './language.ts';
import { type Message, readMessage, type Word } from './message.ts';
import type { CheckContext } from './problem.ts';

/** One word of a title is enough to know it by, but not one of these: they are what a plea is made of. */
const PLAIN = new Set('call chat meeting coffee lunch demo session talk time'.split(' '));
/** So many words of a title in a row are the title, even where it is cut. */
const ENOUGH = 3;
/** Signs that belong to a title when they stand right beside its words. */
const SIGNS = /[^\p{L}\p{N}\s.,;:!?'"’”“]/u;

/** What the log calls things: a message may say these as they are. */
function loggedTexts({ person, history, me }: CheckContext): string[] {
  const texts = [person?.name, person?.team, person?.role, person?.company, me.name, me.team];
  texts.push(me.role, me.company, ...(person?.aliases ?? []), ...(person?.interests ?? []));
  for (const { title, people, kind } of history) {
    texts.push(title);
    if (kind !== 'feedback') for (const { highlight } of people) texts.push(highlight);
  }
  return texts.flatMap((text) => (text == null || text.trim() === '' ? [] : [text]));
}

/** The words of the reader's name and of mine. */
function nameWords({ person, recipientName, me }: CheckContext): ReadonlySet<string> {
  const names = [person?.name, recipientName, me.name, ...(person?.aliases ?? [])];
  return new Set(readMessage(names.join(' ')).words.map((word) => word.fold));
}

/** The places where all of a text's words, or enough of them in a row, stand in a message. */
function places(words: readonly Word[], text: string): Array<[number, number]> {
  const wanted = readMessage(text).words.map((word) => word.fold);
  const only = wanted.length === 1 ? wanted[0] : undefined;
  if (only !== undefined && PLAIN.has(only)) return [];
  const isOne = only !== undefined && !isCommonWord(only);
  const size = Math.min(wanted.length, ENOUGH);
  const runs = new Set<string>();
  for (let at = 0; at + size <= wanted.length; at++)
    runs.add(wanted.slice(at, at + size).join(' '));
  const found: Array<[number, number]> = [];
  for (let at = 0; at + size <= words.length; at++) {
    const run = words.slice(at, at + size);
    if (!runs.has(run.map((word) => word.fold).join(' ')) || !(isOne || run.some(isContent)))
      continue;
    found.push([at, at + size - 1]);
  }
  return found;
}

/**
 * The message with what it quotes of the log made unreadable, character for character: a project may be called
 * "FREE TRIAL [beta]" without its name being a pitch, a shout or a hole.
 */
export function withoutQuoted(message: Message, context: CheckContext): Message {
  const { text, words } = message;
  const isHidden = new Uint8Array(text.length);
  const lower = text.toLowerCase();
  const names = nameWords(context);
  for (const word of words) {
    if (names.has(word.fold) && !/^\p{Ll}/u.test(word.text)) isHidden.fill(1, word.start, word.end);
  }
  for (const logged of loggedTexts(context)) {
    for (const [from, to] of places(words, logged)) {
      let start = (words[from] as Word).start;
      let end = (words[to] as Word).end;
      while (start > 0 && SIGNS.test(text.charAt(start - 1))) start--;
      while (end < text.length && SIGNS.test(text.charAt(end))) end++;
      isHidden.fill(1, start, end);
    }
    const whole = logged.normalize('NFC').trim().toLowerCase();
    if (PLAIN.has(fold(whole)) || lower.length !== text.length) continue;
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
