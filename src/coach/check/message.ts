import { fold } from '../../text/fold.ts';
import { isEnglish } from './language.ts';

/** One word of a message, or one of the signs % € $ £, which count as words. */
export interface Word {
  /** As written. */
  text: string;
  /** As compared: see `fold`. */
  fold: string;
  /** UTF-16 offsets in the NFC text. */
  start: number;
  end: number;
  /** What stands between the word before and this one. */
  before: string;
  /** Counts from 0. */
  sentence: number;
  isSentenceStart: boolean;
}

export interface Message {
  /** NFC: what a browser's text box holds and counts. */
  text: string;
  words: Word[];
  /** Mostly English: only then do the rules on wording say anything. */
  isEnglish: boolean;
}

const WORD = /[\p{L}\p{M}\p{N}]+(?:['’ʼ][\p{L}\p{M}]+)*|[%€$£]/gu;
/** An emoji ends a sentence as well as a full stop does. */
const END = /[!?…。！？\n\p{Extended_Pictographic}]/u;
/** A full stop behind these ends no sentence. */
const ABBREVIATIONS = new Set(
  'dr mr mrs ms mx st prof vs eg ie e g i no hr fr dra sr sra herr ing dipl mgr approx dept'.split(
    ' ',
  ),
);

function isBreak(before: string, previous: Word): boolean {
  if (END.test(before)) return true;
  return /\.(\s|["'”’)]|$)/u.test(before) && before.length > 1 && !ABBREVIATIONS.has(previous.fold);
}

/** Takes a message apart into words and sentences; one pass over the text. */
export function readMessage(raw: string): Message {
  const text = raw.normalize('NFC');
  const words: Word[] = [];
  let sentence = 0;
  let end = 0;
  for (const match of text.matchAll(WORD)) {
    const before = text.slice(end, match.index);
    const previous = words.at(-1);
    const isSentenceStart = previous === undefined || isBreak(before, previous);
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

/** Whether a word is written with a capital first letter, in a script that has capitals. */
export function isCapitalised({ text }: Word): boolean {
  return /^\p{Lu}/u.test(text);
}
