import { isName, isVisible } from '../text/clean.ts';
import { fold } from '../text/fold.ts';
import { isKnownName, isNickname } from '../text/nicknames.ts';
import { cleanLine } from './decode.ts';
import { mailAddress } from './profile.ts';

/** What an office's directory writes as one name. */
export interface OfficeName {
  /** In spoken order; '' if there's only an address or a mark. */
  name: string;
  /** In brackets after the name; '' if there's none. */
  company: string;
  /** Written beside the name. */
  email: string | undefined;
}

const QUOTES = /^(?:'([^']*)'|"([^"]*)"|‘([^‘’]*)’|[“„”]([^“„”]*)[“”]|«([^«»]*)»)$/;
const BRACKETS = /\(([^()]*)\)|\[([^[\]]*)\]|\{([^{}]*)\}/g;

/** How someone is employed, or that they're away. */
const STANDING =
  /^(?:non[- ]?)?(?:ext|extern(?:al|[eo])?|esterno|externí|int|intern(?:al|e|o)?|contract(?:or|ing)?|consultant|consulting|freelance[r]?|temp(?:orary)?|agency|guest|gast|invité|vendor|supplier|partner|visitor|trainee|student|azubi|stagiaire|praktikant(?:in)?|prestataire|berater(?:in)?|employee|staff|on leave|away|ooo|retired|former|inactive|disabled|admin(?:istrator)?|shared|personal|private|work|home|mobile)\b\.?/i;
/** What a part of a company does. */
const FUNCTION =
  /\b(?:sales|marketing|finance|legal|hr|human resources|people|it|engineering|operations|ops|procurement|purchasing|support|service|communications|controlling|accounting|research|r&d|development|dev|design|product|quality|qa|security|logistics|production|management|department|dept|team|group|division|unit|office|vertrieb|einkauf|personal|entwicklung|buchhaltung|abteilung|ventes|achats|comptabilité|juridique|ventas|compras|finanzas)\b/i;
/** "DE", "EMEA-3", "GS/OSD3", "IT 2.1", "8". */
const CODE = /^(?:\p{Lu}{1,3}|[\p{Lu}\p{N}]+(?:[-/._ ]+[\p{Lu}\p{N}]+)+|\P{L}*)$/u;
const PRONOUNS = /^\p{L}+(?:\s*\/\s*\p{L}+)+$/u;
const HONORIFIC =
  /^(?:(?:dr|prof|ing|dipl|mag|dott|mr|mrs|ms|mx)\.?|(?:dr|prof|dipl|ing)\.?-(?:ing|dr)\.?|herr|frau|mme|mlle|m\.|ir\.|drs\.?|dra\.?|sir|dame)$/i;
/** Follows a name without being a part of it. */
const CREDENTIAL =
  /^(?:jr|sr|esq|ph\.?\s?d|m\.?d|m\.?b\.?a|m\.?sc?|b\.?sc?|m\.?a|b\.?a|m\.?eng|ll\.?[bm]|cpa|cfa|pmp|csm|cissp|shrm.*|dds|rn|pe|ii+|iv|v|he|him|she|her|they|them|[\p{L}]+\/[\p{L}]+)\.?$/iu;
const CREDENTIAL_SHAPE = /^[\p{Lu}.®-]{2,8}$/u;
const LEGAL_FORM =
  /^(?:inc|ltd|limited|llc|llp|plc|gmbh|ag|kg|se|sa|sas|sarl|srl|spa|bv|nv|ab|as|oy|corp|co)\.?$/i;
/** A word in Han, kana or Hangul. */
export const EAST_ASIAN =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー・々]+$/u;
const PARTICLE =
  /^(?:van|von|vom|der|den|de|del|della|di|da|dos|das|du|la|le|el|al|bin|ibn|ter|ten|te|zu|zum|zur|af|av|y|e)$/i;

/**
 * Reads a name as calendars, address books, directories and commits write it: "Lang, Dr. Heike
 * (Acme)", "'Grant, Isla /UK'", "ROSSI Marco [EXT]", "Page, Larry <l.page@x.example>".
 * @param email the person's address, if it's known: heike.lang@ tells the order of "Lang Heike"
 */
export function readOfficeName(text: string, email?: string): OfficeName {
  let written: string | undefined;
  let company = '';
  const takeAddress = (inside: string) => {
    written ??= mailAddress(inside);
    return ' ';
  };
  let rest = unquote(cleanLine(text.replace(/<([^<>]*)>/g, (_all, inside) => takeAddress(inside))));
  const whole = rest;
  rest = rest.replace(BRACKETS, (all: string, ...found: Array<string | number | undefined>) => {
    const [round, square, curly, at = 0] = found;
    const inside = cleanLine(String(round ?? square ?? curly ?? ''));
    if (inside.includes('@')) return takeAddress(inside);
    const isLast = !isName(rest.slice(Number(at) + all.length).replace(BRACKETS, ' '));
    if (round !== undefined && isLast && isCompany(inside, rest.slice(0, Number(at))))
      company ||= inside;
    return ' ';
  });
  rest = cleanLine(rest).replace(/ +,/g, ',');
  rest = unquote(withoutMarks(rest));
  const address = email ?? written;
  const name = inSpokenOrder(rest, address);
  if (mailAddress(name) === undefined && !name.includes('@') && isName(name))
    return { name, company, email: written };
  // A name that is all brackets is no name for a company.
  const isBracketed = isName(whole) && !isName(rest) && !whole.includes('@');
  return { name: isBracketed ? whole : '', company: isBracketed ? '' : company, email: written };
}

function unquote(text: string): string {
  const found = QUOTES.exec(text);
  const inside = found === null ? text : (found.slice(1).find((part) => part !== undefined) ?? '');
  // A quote on one side alone is left over; "'t Hooft" begins with one.
  const trimmed = inside.trim().replace(/^[`'"‘“„](?=\p{Lu})|(?<=\p{L})[`'"’”“]$/gu, '');
  return trimmed === text ? text : unquote(trimmed);
}

/** Removes "/UK", " - Contractor", " | Sales" and "EXT" at either end. */
function withoutMarks(text: string): string {
  const parts = text.split(/\s+[-–—|]+\s+|\s*\|\s*/).filter(isName);
  const isMark = (part: string) => CODE.test(part) || STANDING.test(part);
  const [first = '', second] = parts;
  const kept = second !== undefined && isMark(first) ? second : first;
  // "Isla /UK Grant" and "Grant, Isla /UK"; Lotus writes "Isla Grant/London/Acme".
  const bare = kept
    .replace(/[,\s]+\p{Ll}{2,4}\/\p{Ll}{2,6}(?:\/\p{Ll}+)?$/u, '')
    .replace(/(?<=^|\s)\/\s?\p{Lu}{2,4}(?=\s|,|$)/gu, ' ')
    .replace(/(?<=\S)\s*\/.*$/, '');
  const words = cleanLine(bare).split(' ');
  // "ext-Rossi, Marco" and "x-rossi"; "Al-Sayed" has a capital.
  words[0] = (words[0] ?? '').replace(
    /^(?:ext|extern|external|int|con|ctr|adm)[-_.](?=\p{Lu})/u,
    '',
  );
  const isLoose = (word = '') => /^\p{Lu}{3,}[.:]?$/u.test(word) && STANDING.test(word);
  if (words.length > 2 && isLoose(words.at(-1))) words.pop();
  if (words.length > 2 && isLoose(words[0])) words.shift();
  return words.join(' ').replace(/\s*,$/, '');
}

/** A round bracket after a name has an employer unless it says something else. */
function isCompany(inside: string, before: string): boolean {
  const word = fold(inside);
  const names = fold(before).split(/[\s,]+/);
  return (
    isVisible(inside) &&
    isName(inside) &&
    isName(before) &&
    !names.some((name) => name === word || isNickname(name, word)) &&
    !isKnownName(word) &&
    !word.startsWith('via ') &&
    !CODE.test(inside) &&
    !PRONOUNS.test(inside) &&
    !STANDING.test(inside) &&
    !FUNCTION.test(inside) &&
    !inside.split(/[\s,]+/).every((word) => HONORIFIC.test(word) || CREDENTIAL.test(word)) &&
    !isPlace(inside)
  );
}

let places: ReadonlySet<string> | null = null;

/** A country, or a city after which a time zone is named. */
function isPlace(text: string): boolean {
  places ??= new Set([
    ...Intl.supportedValuesOf('timeZone').map((zone) =>
      fold(zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ')),
    ),
    ...countries(),
  ]);
  return text.split(/\s*[,/-]\s*/).every((part) => places?.has(fold(part)));
}

function countries(): string[] {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  return letters.flatMap((one) => letters.map((other) => fold(names.of(one + other) ?? '')));
}

function inSpokenOrder(text: string, email: string | undefined): string {
  const parts = text
    .split(/[,;，]/)
    .map((part) => part.trim())
    .filter(isName);
  const [family = '', ...others] = parts;
  if (others.length === 0)
    return byAddress(quietFamily(capitalsLast(text.trim(), email), email), email);
  const given = others.find((part) => !isSuffix(part, family));
  if (given === undefined) return text;
  // Their spoken order is that of the list.
  if (EAST_ASIAN.test(family) && EAST_ASIAN.test(given)) return `${family} ${given}`;
  const suffixes = others.filter((part) => part !== given && !isTitles(part));
  const words = [...others.filter(isTitles), family, given].flatMap((part, index) =>
    part
      .split(' ')
      .map((word) => ({ word, isGiven: index === parts.length - suffixes.length - 1 })),
  );
  const titles = words.filter(({ word }) => HONORIFIC.test(word));
  const names = words.filter(({ word }) => !HONORIFIC.test(word));
  const isLoudFamily = !/\p{Ll}/u.test(family) && /\p{Ll}/u.test(given);
  const quiet = <T extends { word: string }>(one: T, at: number) =>
    (one.word.length > 2 || PARTICLE.test(one.word)) && !CREDENTIAL.test(one.word)
      ? { ...one, word: inSmallLetters(one.word, at) }
      : one;
  const spoken = [
    ...titles,
    ...names.filter(({ isGiven, word }) => isGiven && !CREDENTIAL.test(word)),
    ...names.filter(({ isGiven }) => !isGiven).map(isLoudFamily ? quiet : (one) => one),
    ...names.filter(({ isGiven, word }) => isGiven && CREDENTIAL.test(word)),
  ].map(({ word }) => word);
  return [spoken.join(' '), ...suffixes].join(', ');
}

function isTitles(part: string): boolean {
  return part.split(' ').every((word) => HONORIFIC.test(word));
}

/** Whether what follows a comma is no given name: "Jane Doe, PhD", "King, Jr.", "Acme, Inc.". */
function isSuffix(part: string, before: string): boolean {
  const words = part.split(' ');
  if (words.every((word) => CREDENTIAL.test(word) || LEGAL_FORM.test(word))) return true;
  if (isTitles(part)) return true;
  const [first = '', ...more] = before.split(' ');
  const isFull = more.length > 0 && !PARTICLE.test(first) && /\p{Ll}/u.test(before);
  return isFull && words.every((word) => CREDENTIAL_SHAPE.test(word));
}

/** "ROSSI Marco" and "VAN DER BERG Ana": the family name stands first in capitals. */
function capitalsLast(text: string, email: string | undefined): string {
  const [title = '', ...behind] = text.split(' ');
  if (HONORIFIC.test(title) && behind.length > 1) {
    const rest = behind.join(' ');
    const spoken = capitalsLast(rest, email);
    return spoken === rest ? text : `${inSmallLetters(title, 0)} ${spoken}`;
  }
  const words = text.split(' ');
  const isCapital = (word: string) => /^\p{Lu}[\p{Lu}\p{M}'’-]+$/u.test(word);
  const end = words.findIndex((word) => !isCapital(word));
  const family = words.slice(0, end);
  const given = words.slice(end);
  const isFamily = end > 0 && family.some((word) => word.length > 2 && !CREDENTIAL.test(word));
  if (!isFamily || !given.every((word) => /^\p{Lu}(?:\.|[\p{Ll}\p{M}'’-]+\p{L}*)$/u.test(word)))
    return text;
  // "SAM Ortiz" only has a loud first name.
  const [first = ''] = family.map(fold);
  const local = fold(email?.split('@', 1)[0] ?? '').split(/[._-]/u);
  const isGivenFirst = local[0] === given.map(fold).join('').replace(/\P{L}/gu, '');
  if (isGivenFirst && local.length > 1) return turned();
  const isLoud = local[0] === first || (isKnownName(first) && !given.map(fold).some(isKnownName));
  return isLoud && family.length === 1 ? text : turned();

  function turned(): string {
    return [...given, ...family.map(inSmallLetters)].join(' ');
  }
}

/** "Tom LEE" and "Jean-Luc DE BOER": the family name is last already, and loud. */
function quietFamily(text: string, email: string | undefined): string {
  const words = text.split(' ');
  const isLoud = (word: string) => /^\p{Lu}[\p{Lu}\p{M}'’-]+$/u.test(word);
  const start = words.findIndex(
    (_, at) => at > 0 && words.slice(at).every(isLoud) && !HONORIFIC.test(words[at - 1] as string),
  );
  const given = words.slice(0, start);
  const family = words.slice(start);
  if (start < 1 || !given.every((word) => /^\p{Lu}(?:\.|[\p{Ll}\p{M}'’-]+\p{L}*\.?)$/u.test(word)))
    return text;
  const names = given.filter((word) => !HONORIFIC.test(word) && !word.endsWith('.'));
  const [last = ''] = family.slice(-1);
  const isInAddress = fold(email?.split('@', 1)[0] ?? '').includes(fold(last));
  // "Poben Sejonele ACCA" has a family name before the letters, "Anna HR" and "Ann QA" have none.
  const isMark = family.some(
    (word) => CREDENTIAL.test(word) || STANDING.test(word) || FUNCTION.test(word),
  );
  const isName =
    isInAddress ||
    (!isMark &&
      (names.length === 1
        ? last.length > 2
        : last.length > 8 || names.slice(1).every((word) => isKnownName(fold(word)))));
  return isName ? [...given, ...family.map(inSmallLetters)].join(' ') : text;
}

/** @param at its place in the family name: "Le Gall" begins large, "de la Cruz" doesn't */
function inSmallLetters(word: string, at: number): string {
  const small = word.toLowerCase();
  if (PARTICLE.test(word) && !(at === 0 && /^l[ae]$/iu.test(word))) return small;
  return small.replace(
    /(^(?:mc)?|[-'’])(\p{Ll})/gu,
    (_all, before: string, letter: string) =>
      `${before === 'mc' ? 'Mc' : before}${letter.toUpperCase()}`,
  );
}

/** Turns "Denk Reinhold" round if the address is reinhold.denk@, r.denk@ or rdenk@. */
function byAddress(name: string, email: string | undefined): string {
  if (email === undefined) return name;
  const words = name.split(' ');
  const plain = (word: string) => fold(word).replace(/[-'’.]/g, '');
  const [first = '', last = ''] = [words[0] ?? '', words.at(-1) ?? ''].map(plain);
  if (words.length < 2 || words.length > 4 || isKnownName(first)) return name;
  const family = words.slice(0, -1).map(plain);
  const local = (email.split('@', 1)[0] ?? '').replace(/\+.*$/, '');
  const [start = '', ...end] = local.split(/[._-]/);
  const isReversed =
    end.length === 0
      ? words.length === 2 && start === `${last.charAt(0)}${first}` && first.length > 2
      : (start === last || start === last.charAt(0)) && end.join('') === family.join('');
  return isReversed && first !== last ? [words.at(-1), ...words.slice(0, -1)].join(' ') : name;
}
