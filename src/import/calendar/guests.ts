import { fold } from '../../text/fold.ts';
import { isKnownName } from '../../text/nicknames.ts';
import { type ContentLine, param, unescapeText } from '../content-lines.ts';
import { cleanLine } from '../decode.ts';
import { isClosedAccount, isProgram, isSharedMailbox, isThing } from '../not-people.ts';
import { readOfficeName } from '../office-name.ts';
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
/** Lists guests and organizer without duplicates. */
export function guestsOf(event: CalendarEvent): Guest[] {
  const guests = event.guests.map((line) => readGuest(line, event.location));
  const organizer = event.organizer === null ? null : readGuest(event.organizer, '');
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

/** @param location of the event; a guest of that name is a room */
function readGuest(line: ContentLine, location: string): Guest {
  let found = guests.get(line);
  if (found === undefined) {
    found = parseGuest(line);
    guests.set(line, found);
  }
  const { written, ...guest } = found;
  return { ...guest, isPerson: guest.isPerson && !isPlaceOf(written, location) };
}

/** By their lines, of which equal ones are one object. */
const guests = new WeakMap<ContentLine, Guest & { written: string }>();

function parseGuest(line: ContentLine): Guest & { written: string } {
  const email =
    mailAddress(unescapeText(line.value)) ??
    mailAddress(param(line, 'EMAIL')) ??
    mailAddress(param(line, 'CN').replace(/^'|'$/g, ''));
  const written = cleanLine(unescapeText(param(line, 'CN'))).replace(/^(['"])(.*)\1$/, '$2');
  const { name, company, isPerson } = identify(written, email);
  const type = param(line, 'CUTYPE').toUpperCase();
  const status = param(line, 'PARTSTAT').toUpperCase();
  return {
    written,
    name,
    company,
    email,
    hasDeclined: status === 'DECLINED' || status === 'DELEGATED',
    isPerson:
      (type === '' || type === 'INDIVIDUAL' || type === 'UNKNOWN') &&
      param(line, 'ROLE').toUpperCase() !== 'NON-PARTICIPANT' &&
      isPerson,
  };
}

type Identity = Pick<Guest, 'name' | 'company' | 'isPerson'>;

/** The same few people are guests of most events. */
const identities = new Map<string, Identity>();
const MAX_IDENTITIES = 10_000;

function identify(written: string, email: string | undefined): Identity {
  const key = `${email ?? ''} ${written}`;
  let identity = identities.get(key);
  if (identity !== undefined) return identity;
  const { name, company } = readOfficeName(written, email);
  const isPerson =
    !NON_PERSON_ADDRESS.test(email ?? '') &&
    !isThing(written, email) &&
    !isProgram(written, email) &&
    !isClosedAccount(name) &&
    !isSharedMailbox(name, email);
  identity = { name, company, isPerson };
  if (identities.size < MAX_IDENTITIES) identities.set(key, identity);
  return identity;
}

/** Whether a name is all of a part of the location: Outlook lists the rooms there, too. */
function isPlaceOf(name: string, location: string): boolean {
  if (name === '' || location === '' || isKnownName(fold(name.split(' ', 1)[0] ?? '')))
    return false;
  return location.split(/[;,]/).some((part) => fold(part) === fold(name));
}

/** Turns `first.last@…` into a name; returns other addresses unchanged. */
export function nameFromAddress(email: string): string {
  const words = (email.split('@', 1)[0] ?? '').replace(/\+.*$/, '').split(/[._]/);
  if (words.length < 2 || words.length > 3 || !words.every((word) => /^\p{L}{2,}$/u.test(word)))
    return email;
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ');
}
