import { fold } from '../../text/fold.ts';
import chatSpellingsText from './words/chat-spellings.txt';
import englishText from './words/english.txt';
import otherLanguagesText from './words/other-languages.txt';
import { wordFile } from './words.ts';

/**
 * The most common words of each language. The English list adds words of work and courtesy, as a
 * short note may have few others. A word in several languages counts for each.
 */
const ENGLISH = wordFile(englishText);

/** Chat spellings, which count as English. */
const CHAT_WORDS = wordFile(chatSpellingsText);

const OTHER_LANGUAGES: readonly ReadonlySet<string>[] = otherLanguagesText
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => wordFile(fold(line)));

/** Minimum share of listed words: ordinary prose has 40 %, a note full of names still 25 %. */
const MIN_ENGLISH = 1 / 4;

/** Maximum share of words with letters beyond a to z (café, naïve). */
const MAX_ACCENTED = 1 / 10;

/** Whether words are mostly English: enough listed words, more than in others, few accents. */
export function isEnglish(words: ReadonlyArray<{ text: string; fold: string }>): boolean {
  const letters = words.filter(({ text }) => /\p{L}/u.test(text));
  const count = (list: ReadonlySet<string>) => letters.filter((word) => list.has(word.fold)).length;
  const english = count(ENGLISH) + count(CHAT_WORDS);
  if (english === 0 || english < letters.length * MIN_ENGLISH) return false;
  // Names may have any letters, so only look at words in lower case.
  const accented = letters.filter(({ text }) => /^\p{Ll}/u.test(text) && /[^a-z'’-]/iu.test(text));
  if (accented.length > Math.max(1, letters.length * MAX_ACCENTED)) return false;
  return OTHER_LANGUAGES.every((list) => count(list) < english);
}

/** Whether a folded word is one of the most common in English. */
export function isCommonWord(word: string): boolean {
  return ENGLISH.has(word);
}
