import { fold } from '../../text/fold.ts';
import { isFullName, isKnownName, isNickname } from '../../text/nicknames.ts';
import { findLaterGreetings, type Greeting } from './find-greeting.ts';
import type { Word } from './message.ts';
import { PLACEHOLDER_WORDS } from './placeholder.ts';
import {
  type Check,
  type CheckContext,
  type CheckInput,
  type Finding,
  recipientFirstName,
} from './problem.ts';

/** Full names that start another full name: Paul isn't short for Pauline. */
const FULL_NAMES = new Set(
  'paul carl karl jan ann anna mari maria marc mark luca eric erik simon daniel henri andre rene jose louis gabriel martin victor viktor georg julia julian christian christ johann dominic nicol oliv robin jean joan angel ange clara elisa emil ilse lars mar nina sara tania vera valentin stephan stefan'.split(
    ' ',
  ),
);
/** Longest short form, in letters. */
const MAX_SHORT_FORM = 6;

/** Folds via upper case, so that letters with the same capital match (ı and i). */
function foldName(name: string): string {
  return fold(fold(name).toUpperCase());
}

/** The folded words of a name, also with ü spelt as ue. */
function spellings(name: string): string[] {
  const spelt = name
    .toLowerCase()
    .normalize('NFC')
    .replace(/ä/g, 'ae')
    .replace(/[öø]/g, 'oe')
    .replace(/ü/g, 'ue')
    .replace(/å/g, 'aa');
  // Also letters alone: a greeting may leave out the signs and figures of a name.
  return [name, spelt, name.toUpperCase()].flatMap((one) => [
    ...(foldName(one).match(/[\p{L}\p{M}\p{N}]+(?:'[\p{L}]+)*/gu) ?? []),
    ...(foldName(one).match(/\p{L}+/gu) ?? []),
  ]);
}

function script(text: string): string {
  return (
    (
      [
        'Latin',
        'Cyrillic',
        'Greek',
        'Arabic',
        'Hebrew',
        'Han',
        'Hangul',
        'Hiragana',
        'Katakana',
        'Devanagari',
        'Thai',
      ] as const
    )
      .filter((name) => new RegExp(`\\p{Script=${name}}`, 'u').test(text))
      .join('+') || 'other'
  );
}

function isShortFor(short: string, long: string): boolean {
  // Zsófi for Zsófia, Juli for Julia.
  if (long.length === short.length + 1 && /^\p{L}{2,}i[ae]$/u.test(long) && long.startsWith(short))
    return !FULL_NAMES.has(short);
  if (short.length < 2 || short.length > MAX_SHORT_FORM) return false;
  if (long.length - short.length < 2)
    return (
      long.length > short.length &&
      short.length >= 4 &&
      !isFullName(short) &&
      !FULL_NAMES.has(short) &&
      long.endsWith(short)
    );
  if (long.startsWith(short)) return !FULL_NAMES.has(short);
  if (FULL_NAMES.has(short) || isFullName(short)) return false;
  // Wale for Adewale, Lupe for Guadalupe; below: Basti for Sebastian.
  if (long.endsWith(short)) return short.length >= 3;
  return (
    (short.length >= 4 && (long.includes(short) || isContraction(short, long))) ||
    isPetForm(short, long)
  );
}

/** "Chuma" for Chukwuma: same start and end, letters left out between. */
function isContraction(short: string, long: string): boolean {
  if (isKnownName(short) || short.slice(0, 2) !== long.slice(0, 2) || short.at(-1) !== long.at(-1))
    return false;
  let at = 0;
  for (const letter of long) if (letter === short.charAt(at)) at++;
  return at === short.length;
}

/** "Lexi" for Alexandra, "Robbie" for Robert: part of the name with a pet ending. */
function isPetForm(short: string, long: string): boolean {
  const stem = short.replace(/(?:ie|ey|y|i|(?<=[^aeiou])l)$/, '');
  if (stem === short) return false;
  const single = stem.replace(/(\p{L})\1$/u, '$1');
  return [stem, single].some(
    (one) =>
      !FULL_NAMES.has(one) &&
      ((one.length >= 3 && !isKnownName(short) && long.includes(one)) ||
        (one.length >= 4 && long.endsWith(one))),
  );
}

function isSameName(a: string, b: string): boolean {
  return a === b || isNickname(a, b) || isShortFor(a, b) || isShortFor(b, a);
}

function recipientWords({ person, recipientName }: CheckContext): string[] {
  const names = [person?.name, person?.call, ...(person?.aliases ?? []), recipientName];
  return names.flatMap((name) => (name == null ? [] : spellings(name)));
}

/** Whether only the ending differs: "Agato" and Agata, "Petře" and Petr. */
function isInflection(a: string, b: string): boolean {
  let same = 0;
  while (same < a.length && a.charAt(same) === b.charAt(same)) same++;
  return same >= 3 && a.length - same <= 3 && b.length - same <= 2;
}

/** Possible base forms of an inflected name: Magda for "Magdo", Tomek for "Tomku". */
function baseForms(name: string): string[] {
  const stem = name.replace(/(?:ie|[aeiouy])$/, '');
  if (stem === name || stem.length < 2) return [];
  const withE = stem.endsWith('k') ? [`${stem.slice(0, -1)}ek`] : [];
  return [stem, `${stem}a`, ...withE];
}

function isRecipient({ names, isInflected }: Greeting, known: readonly string[]): boolean {
  const greeted = names.flatMap((word) => spellings(word.text));
  const whole = names.map((word) => word.fold).join('');
  const initials = known.map((word) => word.charAt(0)).join('');
  return (
    (known.join('').includes(whole) &&
      whole.length > 2 &&
      known.some((word) => whole.startsWith(word))) ||
    greeted.some((word) =>
      known.some(
        (expected) =>
          isSameName(word, expected) ||
          (isInflected &&
            (isInflection(word, expected) ||
              baseForms(word).some((one) => isSameName(one, expected)))),
      ),
    ) ||
    initials.startsWith(whole)
  );
}

/** Returns a test for first names: the recipient's, others in the log and well-known ones. */
export function firstNameTest(context: CheckContext): (word: Word) => boolean {
  const others = (context.knownNames ?? []).flatMap((name) => spellings(name).slice(0, 1));
  const known = new Set([...recipientWords(context), ...others]);
  return (word) => known.has(word.fold) || isKnownName(word.fold);
}

export const wrongName: Check = {
  id: 'wrong-name',
  title: 'Wrong name',
  why: 'With the wrong name at the top, it looks as if it was meant for someone else.',
  severity: 'error',
  find: ({ message, greeting, context, has }) => {
    const greetings = [
      ...(greeting === null ? [] : [greeting]),
      ...findLaterGreetings(message, greeting),
    ];
    return greetings.flatMap((one) => findWrong(one, context, has));
  },
};

/** A family name isn't the way to greet: with no given name to be sure of, the whole name is. */
function suggestedName(context: CheckContext, name: string): string {
  const [first, second] = name.split(/\s+/);
  const isFamilyFirst =
    second !== undefined &&
    first !== undefined &&
    ((/^\p{Lu}{2,}$/u.test(first) && /\p{Ll}/u.test(second)) ||
      (!isKnownName(fold(first)) && isKnownName(fold(second))));
  if (!isFamilyFirst) return recipientFirstName(context) ?? name;
  return isKnownName(fold(second)) || /^\p{Lu}{2,}$/u.test(first) ? second : name;
}

function findWrong(greeting: Greeting, context: CheckContext, has: CheckInput['has']): Finding[] {
  const known = recipientWords(context);
  const name = context.person?.name ?? context.recipientName;
  if (known.length === 0 || name === null) return [];
  // "Dear FIRSTNAME" is a placeholder, already reported.
  if (has('placeholder') && greeting.names.some(({ text }) => text === text.toUpperCase()))
    return [];
  if (greeting.names.some((word) => PLACEHOLDER_WORDS.has(word.fold))) return [];
  const written = greeting.names.map((word) => word.text).join(' ');
  // Олена and Olena are one name: don't compare across scripts.
  if (script(written) !== script(known.join(' '))) {
    const sameScript = known.filter((word) => script(word) === script(written));
    if (sameScript.length === 0) return [];
  }
  if (isRecipient(greeting, known)) return [];
  const names = greeting.names;
  return [
    {
      message: `This greets ${written}, but it's for ${name}.`,
      start: (names[0] as Word).start,
      end: greeting.end,
      suggestion: greeting.hasTitle
        ? `Greet ${name} by their own surname.`
        : `Write "${suggestedName(context, name)}".`,
    },
  ];
}
