import { MAX_LENGTH } from '../text/clean.ts';
import { fold } from '../text/fold.ts';

const SOMEONE = 'someone';

/** What a scrubber replaces, and what it leaves. */
export interface Wanted {
  /** Full names, aliases, addresses and handles: whole, in any case. */
  phrases: readonly string[];
  /** Single words of a name that mean nobody and nothing else, in any case. */
  words?: readonly string[];
  /** Single words that are ordinary ones, too ("Baker"): only with a capital. */
  capitalised?: readonly string[];
  /** Names of companies and teams, of which a single word stays ("Morgan Stanley"). */
  organisations?: readonly string[];
}

/** Makes a function that replaces names with "someone", ignoring accents. */
export function makeScrubber({
  phrases,
  words = [],
  capitalised = [],
  organisations = [],
}: Wanted): (text: string) => string {
  const wanted = [...new Set(phrases.map(normalise))]
    .filter((name) => name !== '')
    .sort((a, b) => b.length - a.length);
  const single = [
    ...words.map((word) => ({ word, hasCapital: false })),
    ...capitalised.map((word) => ({ word, hasCapital: true })),
  ].map(({ word, hasCapital }) => ({
    name: normalise(word),
    accepts: outside(normalise(word), organisations, hasCapital ? isUpper : () => true),
  }));
  const all = [...wanted, ...single.map(({ name }) => name)];
  return (text) => {
    const folded = normalise(text);
    if (!all.some((name) => folded.includes(name))) return text;
    let result = text;
    for (const name of wanted) result = removeName(result, name, false, () => true);
    for (const { name, accepts } of single) result = removeName(result, name, true, accepts);
    return result;
  };
}

/** First names that are also months, days or other words. */
const COMMON_WORDS = new Set(
  `art august april autumn bill chase christian dawn dean drew earl faith frank grace grant guy harmony hope
  hunter iris ivy jack jan jasmine jewel joy june lance lily mark march mars mason max may miles olive page
  pat pearl penny pierce rich rob robin rose ruby sandy sky sue summer sun violet ward will wren`.split(
    /\s+/,
  ),
);

/** Whether a name is also a month, a day or a word that often begins a sentence. */
export function isCommonWord(word: string): boolean {
  return COMMON_WORDS.has(normalise(word));
}

type Accepts = (before: string, found: string, after: string) => boolean;

/** Accepts a word unless it is part of an organisation's name there. */
function outside(
  word: string,
  organisations: readonly string[],
  accepts: (found: string) => boolean,
): Accepts {
  const around = organisations.map(normalise).flatMap((name) =>
    [...name.matchAll(/[\p{L}\p{M}\p{N}]+/gu)]
      .filter(([part]) => part === word)
      .map(({ index }) => ({
        before: name.slice(0, index),
        after: name.slice(index + word.length),
      })),
  );
  return (before, found, after) =>
    accepts(found) &&
    !around.some(
      (part) =>
        normaliseInside(before.slice(-MAX_LENGTH.line)).endsWith(part.before) &&
        normaliseInside(after.slice(0, MAX_LENGTH.line)).startsWith(part.after),
    );
}

/** As `normalise`, but keeps the white space at the ends. */
function normaliseInside(text: string): string {
  return normalise(`|${text}|`).slice(1, -1);
}

function isUpper(text: string): boolean {
  const [first = ''] = text;
  return first !== first.toLowerCase();
}

/** Greek sigma has another form at the end of a word. */
function normalise(text: string): string {
  return fold(text).replaceAll('ς', 'σ');
}

function removeName(
  text: string,
  name: string,
  mayBeHyphenated: boolean,
  accepts: Accepts,
): string {
  if (!normalise(text).includes(name)) return text;
  // Offset in the original of each folded UTF-16 unit.
  let folded = '';
  const offsets: number[] = [];
  let at = 0;
  for (const letter of text) {
    const normalised = /\s/.test(letter) ? (folded.endsWith(' ') ? '' : ' ') : normalise(letter);
    for (let i = 0; i < normalised.length; i++) offsets.push(at);
    folded += normalised;
    at += letter.length;
  }
  offsets.push(text.length);
  let result = '';
  let done = 0;
  for (let i = folded.indexOf(name); i !== -1; i = folded.indexOf(name, i + 1)) {
    const start = offsets[i] as number;
    let end = offsets[i + name.length] as number;
    if (start < done) continue;
    if (
      wordContinues(name.at(0), folded, i - 1, -1, mayBeHyphenated) ||
      wordContinues(name.at(-1), folded, i + name.length, 1, mayBeHyphenated)
    )
      continue;
    // Leaves the space after a name; removes a combining accent.
    while (end > start && /\s/.test(text.charAt(end - 1))) end--;
    if (!accepts(text.slice(0, start), text.slice(start, end), text.slice(end))) continue;
    result += text.slice(done, start) + SOMEONE;
    done = end;
  }
  return result + text.slice(done);
}

/** "Ann" continues in "Anna", "Ana Ruiz" in "Ana Ruiz-Soto", but not "Priya" in "Priya-led". */
function wordContinues(
  end: string | undefined,
  text: string,
  at: number,
  step: 1 | -1,
  mayBeHyphenated: boolean,
): boolean {
  if (end !== undefined && UNSPACED.test(end)) return false;
  const next = text[at];
  if (next === '-') return !mayBeHyphenated && isWord(text[at + step]);
  return isWord(next);
}

/** Scripts without spaces between words; Korean attaches particles to names. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;

function isWord(letter: string | undefined): boolean {
  return letter !== undefined && /[\p{L}\p{N}]/u.test(letter);
}
