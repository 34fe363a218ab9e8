import { fold } from '../text/fold.ts';

const SOMEONE = 'someone';

/**
 * Makes a function that replaces names with "someone": whole words, ignoring case and accents.
 * @param names full names, aliases and addresses
 * @param words of a name that may be ordinary words ("Grace"): only with a capital if it has one
 * @param loneWords for texts on any subject: as `words`, but neither common words nor part of a
 *   longer name ("Morgan Stanley")
 */
export function makeScrubber(
  names: readonly string[],
  words: readonly string[] = [],
  loneWords: readonly string[] = [],
): (text: string) => string {
  const wanted = [...new Set(names.map(normalise))]
    .filter((name) => name !== '')
    .sort((a, b) => b.length - a.length);
  return (text) => {
    let result = text;
    for (const name of wanted) result = removeName(result, name, () => true);
    for (const word of words) result = removeName(result, normalise(word), capitalisedLike(word));
    for (const word of loneWords) {
      if (COMMON_WORDS.has(normalise(word))) continue;
      const hasCapital = capitalisedLike(word);
      const isAlone = (before: string, found: string, after: string) =>
        hasCapital(before, found, after) &&
        !/\p{Lu}[\p{L}'’.-]*\s+$/u.test(before) &&
        !/^\s+\p{Lu}/u.test(after);
      result = removeName(result, normalise(word), isAlone);
    }
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

type Accepts = (before: string, found: string, after: string) => boolean;

/** Requires a capital if the word has one. */
function capitalisedLike(word: string): Accepts {
  return isUpper(word) ? (_before, found) => isUpper(found) : () => true;
}

function isUpper(text: string): boolean {
  const [first = ''] = text;
  return first !== first.toLowerCase();
}

/** Greek sigma has another form at the end of a word. */
function normalise(text: string): string {
  return fold(text).replaceAll('ς', 'σ');
}

function removeName(text: string, name: string, accepts: Accepts): string {
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
      wordContinues(name.at(0), folded, i - 1, -1) ||
      wordContinues(name.at(-1), folded, i + name.length, 1)
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

/** "Ann" continues in "Anna", "Ruiz" in "Ruiz-Soto". */
function wordContinues(end: string | undefined, text: string, at: number, step: 1 | -1): boolean {
  if (end !== undefined && UNSPACED.test(end)) return false;
  const next = text[at];
  if (next === '-') return isWord(text[at + step]);
  return isWord(next);
}

/** Scripts without spaces between words; Korean attaches particles to names. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;

function isWord(letter: string | undefined): boolean {
  return letter !== undefined && /[\p{L}\p{N}]/u.test(letter);
}
