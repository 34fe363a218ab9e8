import { fold } from '../../text/fold.ts';
import type { Greeting } from './find-greeting.ts';
import type { Word } from './message.ts';
import { isFullName, isKnownName, isNickname } from './nicknames.ts';
import { HOLES } from './placeholder.ts';
import { type Check, type CheckContext, recipient } from './problem.ts';

/** Full names that begin another full name: Paul is not short for Pauline, nor Ann for Annabel. */
const FULL = new Set(
  'paul carl karl jan ann anna mari maria marc mark luca eric erik simon daniel henri andre rene jose louis gabriel martin victor viktor georg julia julian christian christ johann dominic nicol oliv robin jean joan angel ange clara elisa emil ilse lars mar nina sara tania vera valentin stephan stefan'.split(
    ' ',
  ),
);
/** A short form is short, and clearly shorter than the name. */
const LONGEST_SHORT = 6;

/** Folded by way of capitals, which joins letters that have only their capital in common. */
function key(name: string): string {
  return fold(fold(name).toUpperCase());
}

/** A name's words, folded, each also in the spelling that writes ü as ue. */
function spellings(name: string): string[] {
  const spelt = name
    .toLowerCase()
    .normalize('NFC')
    .replace(/ä/g, 'ae')
    .replace(/[öø]/g, 'oe')
    .replace(/ü/g, 'ue')
    .replace(/å/g, 'aa');
  // Letters alone as well: what a greeting leaves out of a name (signs, figures) makes it no other name.
  return [name, spelt, name.toUpperCase()].flatMap((one) => [
    ...(key(one).match(/[\p{L}\p{M}\p{N}]+(?:'[\p{L}]+)*/gu) ?? []),
    ...(key(one).match(/\p{L}+/gu) ?? []),
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
  // Zsófi for Zsófia, Juli for Julia: the pet form ends in the i before the last vowel.
  if (long.length === short.length + 1 && /^\p{L}{2,}i[ae]$/u.test(long) && long.startsWith(short))
    return !FULL.has(short);
  if (short.length < 2 || short.length > LONGEST_SHORT) return false;
  if (long.length - short.length < 2)
    return (
      long.length > short.length &&
      short.length >= 4 &&
      !isFullName(short) &&
      !FULL.has(short) &&
      long.endsWith(short)
    );
  if (long.startsWith(short)) return !FULL.has(short);
  if (FULL.has(short) || isFullName(short)) return false;
  // Wale for Adewale, Lupe for Guadalupe; Basti stands in the middle of Sebastian.
  if (long.endsWith(short)) return short.length >= 3;
  return (
    (short.length >= 4 && (long.includes(short) || isContraction(short, long))) ||
    isPetForm(short, long)
  );
}

/** "Chuma" for Chukwuma: the same beginning and end, and between them letters left out. */
function isContraction(short: string, long: string): boolean {
  if (isKnownName(short) || short.slice(0, 2) !== long.slice(0, 2) || short.at(-1) !== long.at(-1))
    return false;
  let at = 0;
  for (const letter of long) if (letter === short.charAt(at)) at++;
  return at === short.length;
}

/** "Lexi" for Alexandra, "Robbie" for Robert: a pet ending behind a part of the name. */
function isPetForm(short: string, long: string): boolean {
  const stem = short.replace(/(?:ie|ey|y|i|(?<=[^aeiou])l)$/, '');
  if (stem === short) return false;
  const single = stem.replace(/(\p{L})\1$/u, '$1');
  return [stem, single].some(
    (one) =>
      !FULL.has(one) &&
      ((one.length >= 3 && !isKnownName(short) && long.includes(one)) ||
        (one.length >= 4 && long.endsWith(one))),
  );
}

/** Whether two folded words can be the same person's name. */
function isSameName(a: string, b: string): boolean {
  return a === b || isNickname(a, b) || isShortFor(a, b) || isShortFor(b, a);
}

/** Every name the recipient goes by, as folded words; empty when nobody is named. */
function recipientWords({ person, recipientName }: CheckContext): string[] {
  const names = [person?.name, ...(person?.aliases ?? []), recipientName];
  return names.flatMap((name) => (name == null ? [] : spellings(name)));
}

/** "Agato" for Agata, "Petře" for Petr, "Marku" for Marek: only the ending differs. */
function isInflection(a: string, b: string): boolean {
  let same = 0;
  while (same < a.length && a.charAt(same) === b.charAt(same)) same++;
  return same >= 3 && a.length - same <= 3 && b.length - same <= 2;
}

/** What a name can have been before it was called: "Magdo" Magda, "Kasiu" Kasia, "Tomku" Tomek, "Petře" Petr. */
function uncalled(name: string): string[] {
  const stem = name.replace(/(?:ie|[aeiouy])$/, '');
  if (stem === name || stem.length < 2) return [];
  const fleeting = stem.endsWith('k') ? [`${stem.slice(0, -1)}ek`] : [];
  return [stem, `${stem}a`, ...fleeting];
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
        (own) =>
          isSameName(word, own) ||
          (isInflected &&
            (isInflection(word, own) || uncalled(word).some((one) => isSameName(one, own)))),
      ),
    ) ||
    initials.startsWith(whole)
  );
}

/** Whether a word can be taken for a first name where no greeting word says so. */
export function isNameFor(context: CheckContext): (word: Word) => boolean {
  const others = (context.knownNames ?? []).flatMap((name) => spellings(name).slice(0, 1));
  const known = new Set([...recipientWords(context), ...others]);
  return (word) => known.has(word.fold) || isKnownName(word.fold);
}

export const wrongName: Check = {
  id: 'wrong-name',
  title: 'Greets somebody else',
  why: 'A message that greets another person was plainly meant for somebody else.',
  severity: 'error',
  find: ({ greeting, context, has }) => {
    const known = recipientWords(context);
    const name = context.person?.name ?? context.recipientName;
    if (greeting === null || known.length === 0 || name === null) return [];
    // "Dear FIRSTNAME" greets nobody yet: that is another rule's.
    if (has('placeholder') && greeting.names.some(({ text }) => text === text.toUpperCase()))
      return [];
    if (greeting.names.some((word) => HOLES.has(word.fold))) return [];
    const written = greeting.names.map((word) => word.text).join(' ');
    // Олена and Olena are one name; whoever writes in another script has looked.
    if (script(written) !== script(known.join(' '))) {
      const mixed = known.filter((word) => script(word) === script(written));
      if (mixed.length === 0) return [];
    }
    if (isRecipient(greeting, known)) return [];
    const names = greeting.names;
    return [
      {
        message: `This greets ${written}, but it is for ${name}.`,
        start: (names[0] as Word).start,
        end: greeting.end,
        suggestion: greeting.hasTitle
          ? `Greet ${name} by their own surname.`
          : `Write "${recipient(context) ?? name}".`,
      },
    ];
  },
};
