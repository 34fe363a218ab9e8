import { Failure } from '../failure.ts';

/** Maximum lengths in UTF-16 units: `line` for names, titles and the like. */
export const MAX_LENGTH = { line: 1_000, note: 10_000_000 } as const;

/**
 * Trims a text and checks that it can be stored.
 * @param what the field's name in errors: "the title"
 * @throws Failure `usage` if it's empty, too long, or contains NUL or a lone surrogate
 */
export function cleanText(
  text: string,
  what: string,
  size: keyof typeof MAX_LENGTH = 'line',
): string {
  const clean = text.trim();
  if (!isVisible(clean)) throw new Failure('usage', `${what} is empty`, 'Fill it in.');
  if (clean.includes('\0') || !clean.isWellFormed())
    throw new Failure('usage', `${what} contains a character that isn't text`, 'Leave it out.');
  if (clean.length > MAX_LENGTH[size]) {
    throw new Failure(
      'usage',
      `${what} is too long: ${clean.length} characters; the limit is ${MAX_LENGTH[size]}`,
      'Make it shorter, or keep the rest in a note.',
    );
  }
  return clean;
}

/**
 * Trims a person's name and checks it.
 * @throws Failure `usage` as `cleanText` does, and if it's only punctuation
 */
export function cleanName(text: string): string {
  const clean = cleanText(text, 'the name');
  if (isName(clean)) return clean;
  throw new Failure(
    'usage',
    `"${clean}" isn't a name`,
    'A name needs at least one letter, digit or emoji.',
  );
}

/** Whether a text has a visible character. U+2800 is a blank Braille pattern. */
export function isVisible(text: string): boolean {
  return HAS_ASCII_WORD.test(text) || /[^\p{C}\p{Z}\p{DI}\u2800]/u.test(text);
}

/** Whether a text can be a name: it has a visible letter, digit or emoji. */
export function isName(text: string): boolean {
  return (
    HAS_ASCII_WORD.test(text) || /(?!\p{DI})[\p{L}\p{N}\p{Extended_Pictographic}\p{RI}]/u.test(text)
  );
}

// A shortcut for most text: the Unicode patterns above are slow to compile.
const HAS_ASCII_WORD = /[A-Za-z0-9]/;

/** My own words as a message holds them: one line, with the full stop that the next sentence needs. */
export function asSentence(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const isOpen = /[\p{L}\p{M}\p{N}%)\]]$/u.test(line) || /[^.!?…]["'”’»]$/u.test(line);
  return isOpen ? `${line}.` : line;
}

/** `cleanText`, but empty text returns null, which clears the field. */
export function optionalText(
  text: string | undefined,
  what: string,
  size: keyof typeof MAX_LENGTH = 'line',
): string | null | undefined {
  if (text === undefined) return undefined;
  return text.trim() === '' ? null : cleanText(text, what, size);
}
