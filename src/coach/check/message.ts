import { fold } from '../../text/fold.ts';
import { isEnglish } from './language.ts';

/** A word of a message, or one of the signs % € $ £, which count as words. */
export interface Word {
  text: string;
  /** For comparing: see `fold`. */
  fold: string;
  /** UTF-16 offsets in the NFC text. */
  start: number;
  end: number;
  /** The text between the previous word and this one. */
  before: string;
  /** Sentence number, from 0. */
  sentence: number;
  isSentenceStart: boolean;
}

export interface Message {
  /** In NFC, as a browser counts it. */
  text: string;
  words: Word[];
  /** Mostly English; most checks on wording only run on English. */
  isEnglish: boolean;
}

const WORD = /[\p{L}\p{M}\p{N}]+(?:['’ʼ][\p{L}\p{M}]+)*|[%€$£]/gu;
/** Emoji end a sentence too. */
const SENTENCE_END = /[!?…。！？\n\p{Extended_Pictographic}]/u;
/** A full stop after these doesn't end a sentence. */
const ABBREVIATIONS = new Set(
  'dr mr mrs ms mx st prof vs eg ie e g i no hr fr dra sr sra herr ing dipl mgr approx dept'.split(
    ' ',
  ),
);

function endsSentence(before: string, previous: Word): boolean {
  if (SENTENCE_END.test(before)) return true;
  return /\.(\s|["'”’)]|$)/u.test(before) && before.length > 1 && !ABBREVIATIONS.has(previous.fold);
}

/** Splits a message into words and sentences, in one pass. */
export function readMessage(raw: string): Message {
  const text = raw.normalize('NFC');
  const words: Word[] = [];
  let sentence = 0;
  let end = 0;
  for (const match of text.matchAll(WORD)) {
    const before = text.slice(end, match.index);
    const previous = words.at(-1);
    const isSentenceStart = previous === undefined || endsSentence(before, previous);
    if (isSentenceStart && previous !== undefined) sentence++;
    end = match.index + match[0].length;
    const folded = fold(match[0]);
    words.push({
      text: match[0],
      fold: folded,
      start: match.index,
      end,
      before,
      sentence,
      isSentenceStart,
    });
  }
  return { text, words, isEnglish: isEnglish(words) };
}

/** Whether a word starts with a capital; false in scripts without capitals. */
export function isCapitalised({ text }: Word): boolean {
  return /^\p{Lu}/u.test(text);
}

/** Looks no further than this many names. */
const MAX_NAMES = 50;

/** The folded words of a text that may be names: those with a capital, each once. */
export function possibleNames(text: string): string[] {
  const capitalised = readMessage(text).words.filter(isCapitalised);
  return [...new Set(capitalised.map((word) => word.fold))].slice(0, MAX_NAMES);
}
