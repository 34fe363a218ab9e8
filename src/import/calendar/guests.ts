import { isName, isVisible } from '../../text/clean.ts';
import { fold } from '../../text/fold.ts';
import { type ContentLine, param, unescapeText } from '../content-lines.ts';
import { cleanLine } from '../decode.ts';
import { mailAddress } from '../profile.ts';
import type { CalendarEvent } from './events.ts';

/** Somebody on an event's list. */
export interface Guest {
  /** '' where the calendar gives but the address. */
  name: string;
  company: string;
  email: string | undefined;
  hasDeclined: boolean;
  isPerson: boolean;
}

const NO_PERSON =
  /@(resource|group|group\.v)\.calendar\.google\.com$|@virtual$|^unknownorganizer@calendar\.google\.com$|^(no-?reply|do-?not-?reply|calendar|calendar-notification|notifications?|invites?|mailer-daemon|all|all-?hands|everyone|everybody|staff|team|company)@|[-_.](all|team|list|group|everyone|staff|dl)@/;
/** What may stand behind the comma of a name that is not turned around. */
const CREDENTIAL =
  /^(jr|sr|esq|ph\.?\s?d|m\.?d|m\.?b\.?a|m\.?sc?|b\.?sc?|m\.?a|b\.?a|ll\.?[bm]|cpa|cfa|pmp|csm|cissp|shrm.*|dr|prof|dds|rn|pe|ing|ii+|iv|v)\b\.?/i;

/** The guests and the organizer of an event, each once. An alarm's addressees are not among its lines. */
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

/** A test of whether a guest is me: by my addresses, and by my name with every address that it stands beside. */
export function selfTest(
  events: readonly CalendarEvent[],
  emails: ReadonlySet<string>,
  name: string | null | undefined,
): (guest: Guest) => boolean {
  const own = fold(name ?? '');
  const isNamed = (guest: Guest) => own !== '' && fold(guest.name) === own;
  const mine = new Set(emails);
  if (own !== '')
    for (const guest of events.flatMap(guestsOf))
      if (guest.email !== undefined && isNamed(guest)) mine.add(guest.email);
  return (guest) => isNamed(guest) || (guest.email !== undefined && mine.has(guest.email));
}

function readGuest(line: ContentLine): Guest {
  const email =
    mailAddress(unescapeText(line.value)) ??
    mailAddress(param(line, 'EMAIL')) ??
    mailAddress(param(line, 'CN').replace(/^'|'$/g, ''));
  const { name, company } = readName(unescapeText(param(line, 'CN')));
  const type = param(line, 'CUTYPE').toUpperCase();
  const part = param(line, 'PARTSTAT').toUpperCase();
  return {
    name,
    company,
    email,
    hasDeclined: part === 'DECLINED' || part === 'DELEGATED',
    isPerson:
      (type === '' || type === 'INDIVIDUAL' || type === 'UNKNOWN') &&
      param(line, 'ROLE').toUpperCase() !== 'NON-PARTICIPANT' &&
      !NO_PERSON.test(email ?? ''),
  };
}

/**
 * A name as calendars write it: `Last, First (Company)`, `'a@b.example'`, `Last, First <mail> (mail)`.
 * An address is no name.
 */
export function readName(text: string): { name: string; company: string } {
  let name = cleanLine(text.replace(/<[^<>]*>/g, ' '));
  let company = '';
  const aside = /^(.+?)\s*\(([^()]*)\)$/.exec(name);
  if (aside !== null) {
    name = aside[1] ?? '';
    const inside = cleanLine(aside[2] ?? '');
    if (isVisible(inside) && !inside.includes('@')) company = inside;
  }
  name = name.replace(/^(['"])(.*)\1$/, '$2').trim();
  const turned = /^([^,]+), ?([^,]+)$/.exec(name);
  if (turned !== null) {
    const [, last = '', first = ''] = turned;
    const isTitle =
      CREDENTIAL.test(first) || (/^[A-Z.®]{2,6}$/.test(first) && !/^[\P{Ll}]+$/u.test(last));
    if (!isTitle) name = `${first.trim()} ${last.trim()}`;
  }
  if (mailAddress(name) !== undefined || name.includes('@') || !isName(name))
    return { name: '', company };
  return { name, company };
}

/** `first.last@…` as a name; the whole address where it does not tell. */
export function nameFromAddress(email: string): string {
  const words = (email.split('@', 1)[0] ?? '').replace(/\+.*$/, '').split(/[._]/);
  if (words.length < 2 || words.length > 3 || !words.every((word) => /^\p{L}{2,}$/u.test(word)))
    return email;
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ');
}
