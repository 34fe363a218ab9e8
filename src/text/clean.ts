import { Failure } from '../failure.ts';

/** The longest text that a field takes, in UTF-16 units: a note may be long, a name may not. */
export const LONGEST = { line: 1_000, note: 10_000_000 } as const;

/**
 * Text as it is stored: exactly what was given, without white space around it.
 * @param what the field, as an error names it: "the title"
 * @throws Failure `usage` where it is empty, too long, or holds what SQLite would not give back unchanged
 */
export function cleanText(text: string, what: string, size: keyof typeof LONGEST = 'line'): string {
  const clean = text.trim();
  if (!isVisible(clean)) throw new Failure('usage', `${what} is empty`, 'Give it some words.');
  if (clean.includes('\0') || !clean.isWellFormed())
    throw new Failure('usage', `${what} holds a character that is no text`, 'Leave it out.');
  if (clean.length > LONGEST[size]) {
    throw new Failure(
      'usage',
      `${what} is ${clean.length} characters long; ${LONGEST[size]} is the most`,
      'Make it shorter, or keep the rest in a note.',
    );
  }
  return clean;
}

/**
 * A name of somebody as it is stored.
 * @throws Failure `usage` as `cleanText` does, and where it holds but signs
 */
export function cleanName(text: string): string {
  const clean = cleanText(text, 'the name');
  if (isName(clean)) return clean;
  throw new Failure(
    'usage',
    `"${clean}" is no name`,
    'Give one with a letter, a digit or an emoji.',
  );
}

/** Whether there is anything to see in a text. U+2800 is a Braille letter without a dot. */
export function isVisible(text: string): boolean {
  return PLAIN.test(text) || /[^\p{C}\p{Z}\p{DI}\u2800]/u.test(text);
}

/** Whether a text may name somebody: it has a letter, a digit or an emoji that can be seen. */
export function isName(text: string): boolean {
  return PLAIN.test(text) || /(?!\p{DI})[\p{L}\p{N}\p{Extended_Pictographic}\p{RI}]/u.test(text);
}

// Most text needs no more, and the patterns above are dear to make.
const PLAIN = /[A-Za-z0-9]/;

/** Like `cleanText`, but an empty text clears the field. */
export function optionalText(
  text: string | undefined,
  what: string,
  size: keyof typeof LONGEST = 'line',
): string | null | undefined {
  if (text === undefined) return undefined;
  return text.trim() === '' ? null : cleanText(text, what, size);
}
