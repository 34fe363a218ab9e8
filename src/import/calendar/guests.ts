import { isName, isVisible } from '../../text/clean.ts';
import { fold } from '../../text/fold.ts';
import { type ContentLine, param, unescapeText } from '../content-lines.ts';
import { cleanLine } from '../decode.ts';
import { mailAddress } from '../profile.ts';
import type { CalendarEvent } from './events.ts';

/** A guest or organizer of an event. */
export interface Guest {
  /** '' if there's only an address. */
  name: string;
  company: string;
  email: string | undefined;
  hasDeclined: boolean;
  isPerson: boolean;
}

const NON_PERSON_ADDRESS =
  /@(resource|group|group\.v)\.calendar\.google\.com$|@virtual$|^unknownorganizer@calendar\.google\.com$|^(no-?reply|do-?not-?reply|calendar|calendar-notification|notifications?|invites?|mailer-daemon|all|all-?hands|everyone|everybody|staff|team|company)@|[-_.](all|team|list|group|everyone|staff|dl)@/;
/** Follows a comma without being a first name: "Jane Doe, PhD". */
const CREDENTIAL =
  /^(jr|sr|esq|ph\.?\s?d|m\.?d|m\.?b\.?a|m\.?sc?|b\.?sc?|m\.?a|b\.?a|ll\.?[bm]|cpa|cfa|pmp|csm|cissp|shrm.*|dr|prof|dds|rn|pe|ing|ii+|iv|v)\b\.?/i;

/** Lists guests and organizer without duplicates. */
export function guestsOf(event: CalendarEvent): Guest[] {
  const guests = event.guests.map(readGuest);
  const organizer = event.organizer === null ? null : readGuest(event.organizer);
  if (organizer !== null) guests.push({ ...organizer, hasDeclined: false });
  const seen = new Map<string, Guest>();
  for (const guest of guests) {
    const key = guest.email ?? guest.name.toLowerCase();
    const known = seen.get(key);
    if (known === undefined) seen.set(key, guest);
    else if (known.name === '') known.name = guest.name;
  }
  return [...seen.values()].filter((guest) => guest.email !== undefined || guest.name !== '');
}

/** Returns a test for the user: by address, name, or any address that appears with that name. */
export function userTest(
  events: readonly CalendarEvent[],
  emails: ReadonlySet<string>,
  name: string | null | undefined,
): (guest: Guest) => boolean {
  const userName = fold(name ?? '');
  const isNamed = (guest: Guest) => userName !== '' && fold(guest.name) === userName;
  const addresses = new Set(emails);
  if (userName !== '')
    for (const guest of events.flatMap(guestsOf))
      if (guest.email !== undefined && isNamed(guest)) addresses.add(guest.email);
  return (guest) => isNamed(guest) || (guest.email !== undefined && addresses.has(guest.email));
}

function readGuest(line: ContentLine): Guest {
  const email =
    mailAddress(unescapeText(line.value)) ??
    mailAddress(param(line, 'EMAIL')) ??
    mailAddress(param(line, 'CN').replace(/^'|'$/g, ''));
  const { name, company } = readName(unescapeText(param(line, 'CN')));
  const type = param(line, 'CUTYPE').toUpperCase();
  const status = param(line, 'PARTSTAT').toUpperCase();
  return {
    name,
    company,
    email,
    hasDeclined: status === 'DECLINED' || status === 'DELEGATED',
    isPerson:
      (type === '' || type === 'INDIVIDUAL' || type === 'UNKNOWN') &&
      param(line, 'ROLE').toUpperCase() !== 'NON-PARTICIPANT' &&
      !NON_PERSON_ADDRESS.test(email ?? ''),
  };
}

/**
 * Parses `Last, First (Company)`, `'a@b.example'` or `Last, First <mail> (mail)`. The name is '' if
 * there's only an address.
 */
export function readName(text: string): { name: string; company: string } {
  let name = cleanLine(text.replace(/<[^<>]*>/g, ' '));
  let company = '';
  const bracketed = /^(.+?)\s*\(([^()]*)\)$/.exec(name);
  if (bracketed !== null) {
    name = bracketed[1] ?? '';
    const inside = cleanLine(bracketed[2] ?? '');
    if (isVisible(inside) && !inside.includes('@')) company = inside;
  }
  name = name.replace(/^(['"])(.*)\1$/, '$2').trim();
  const reversed = /^([^,]+), ?([^,]+)$/.exec(name);
  if (reversed !== null) {
    const [, last = '', first = ''] = reversed;
    const isTitle =
      CREDENTIAL.test(first) || (/^[A-Z.®]{2,6}$/.test(first) && !/^[\P{Ll}]+$/u.test(last));
    if (!isTitle) name = `${first.trim()} ${last.trim()}`;
  }
  if (mailAddress(name) !== undefined || name.includes('@') || !isName(name))
    return { name: '', company };
  return { name, company };
}

/** Turns `first.last@…` into a name; returns other addresses unchanged. */
export function nameFromAddress(email: string): string {
  const words = (email.split('@', 1)[0] ?? '').replace(/\+.*$/, '').split(/[._]/);
  if (words.length < 2 || words.length > 3 || !words.every((word) => /^\p{L}{2,}$/u.test(word)))
    return email;
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ');
}
