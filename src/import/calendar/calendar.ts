import type { Day } from '../../model.ts';
import { type Input, loadInput } from '../archive.ts';
import { mailAddress } from '../profile.ts';
import {
  BadFile,
  type ImportRecords,
  newRecords,
  type PersonRecord,
  skip,
  warn,
} from '../records.ts';
import { looksLike } from '../sniff.ts';
import { type CalendarEvent, readEvents } from './events.ts';
import { type Guest, guestsOf, nameFromAddress, selfTest } from './guests.ts';
import type { Budget } from './recurrence.ts';
import { type Occurrence, occurrences } from './series.ts';
import { wallTime } from './time.ts';

/** Up to so many other people it is a meeting: with more, nobody can be said to have talked with everybody. */
const MEETING = 6;
/** Beyond this, being there says nothing of having met. */
const EVENT = 30;
/** Days that the repetitions of a whole file may cost: a second of work. */
const WORK = 10_000_000;

export interface CalendarOptions {
  /** My own addresses; '' and none are allowed. */
  emails: readonly string[];
  /** My own name: a guest of that name is me. */
  name?: string | null | undefined;
  /** The first day that counts; one year before today unless told. */
  since?: Day | undefined;
  today: Day;
}

const EXPORT =
  'Export one from your calendar (Google: Settings, Import & export; Outlook: File, Save Calendar; Apple: File, Export).';

/**
 * Past events that I attended with others: `meeting` with up to 6 others, `event` up to 30, none above.
 * Whoever declined, rooms, groups and I myself do not count; nor do events that were cancelled or that I
 * declined. UTC times are told by the day in the calendar's own zone, else in this machine's.
 * @throws BadFile where it holds no events, or none of them could be read
 */
export function readCalendar(input: Input, options: CalendarOptions): ImportRecords {
  const { bytes, name } = loadInput(input);
  const calendar = readEvents(bytes, name);
  if (calendar.events.length === 0) throw noEvents(bytes, name, calendar.calendars);
  const records = newRecords('calendar');
  const { today } = options;
  const since = options.since ?? `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`;
  const owner = mailAddress(calendar.name);
  const mine = new Set(options.emails.map((email) => email.trim().toLowerCase()));
  if (mine.size === 0 && owner !== undefined) mine.add(owner);
  if (mine.size === 0)
    warn(records, 'I do not know your address: set it with netcoach me --email you@example.com');
  const zone = wallTime(0, calendar.zone) === undefined ? '' : calendar.zone;
  const budget: Budget = { days: WORK };
  const save = saver(records, selfTest(calendar.events, mine, options.name), name);
  let earlier = 0;
  for (const events of byUid(calendar.events).values()) {
    for (const event of events) report(records, event, name);
    const told = occurrences(events, { since, today }, zone, budget);
    told.found.forEach(save);
    earlier += told.earlier;
  }
  if (budget.days <= 0)
    warn(records, `${name} repeats more than can be followed; some days are missing`);
  if (earlier > 0)
    warn(
      records,
      `${earlier === 1 ? '1 event' : `${earlier} events`} before ${since} ${earlier === 1 ? 'was' : 'were'} left out (--since DATE looks further back)`,
    );
  conclude(records, calendar.events, name, { since, today });
  return records;
}

/** Events that belong together. One without a UID stands alone. */
function byUid(events: CalendarEvent[]): Map<string, CalendarEvent[]> {
  const groups = new Map<string, CalendarEvent[]>();
  for (const event of events) {
    const key = event.uid === '' ? ` ${event.line}` : event.uid;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [event]);
    else group.push(event);
  }
  return groups;
}

/** Names an event that cannot be read, and one that the file breaks off in. */
function report(records: ImportRecords, event: CalendarEvent, name: string): void {
  const where = `${name}:${event.line}`;
  const title = event.title === '' ? 'an event' : `"${event.title}"`;
  if (event.start === null && !/^(REPLY|CANCEL)$/.test(event.method))
    skip(
      records,
      where,
      event.written === '' ? `${title} has no start` : `the start of ${title} could not be read`,
    );
  else if (!event.isClosed) warn(records, `${where}: ${title} is cut off; what is there was read`);
}

function saver(records: ImportRecords, isMe: (guest: Guest) => boolean, name: string) {
  const known = new Map<string, PersonRecord>();
  const people = new Map<CalendarEvent, { people: PersonRecord[]; hasDeclined: boolean }>();
  const keys = new Set<string>();
  let crowds = 0;
  return ({ event, day, original }: Occurrence): void => {
    const where = `${name}:${event.line}`;
    let met = people.get(event);
    if (met === undefined) {
      const guests = guestsOf(event);
      const others = guests.filter((one) => one.isPerson && !one.hasDeclined && !isMe(one));
      if (others.length > EVENT) {
        crowds++;
        if (crowds === 1)
          warn(records, `gatherings of more than ${EVENT} guests name nobody and were left out`);
      }
      const hasDeclined = guests.some((one) => isMe(one) && one.hasDeclined);
      const isTaken = !hasDeclined && others.length <= EVENT;
      met = { people: isTaken ? others.map((one) => personOf(one, where)) : [], hasDeclined };
      people.set(event, met);
    }
    if (met.people.length === 0) return;
    const uid = event.uid === '' ? `${event.title}:${event.start?.wall ?? ''}` : event.uid;
    let key = `calendar:${uid}${original === '' ? '' : `:${original}`}`;
    if (keys.has(key)) key = `${key}:${day}`;
    if (keys.has(key)) return;
    keys.add(key);
    records.interactions.push({
      where,
      key,
      kind: met.people.length <= MEETING ? 'meeting' : 'event',
      date: day,
      title: event.title === '' ? 'Meeting' : event.title,
      people: met.people,
    });
  };

  function personOf(guest: Guest, where: string): PersonRecord {
    const key = guest.email ?? ` ${guest.name.toLowerCase()}`;
    let person = known.get(key);
    if (person === undefined) {
      person = { where, name: guest.name, isGuest: true };
      if (guest.email !== undefined) person.email = guest.email;
      known.set(key, person);
      records.people.push(person);
    }
    const isNamed = guest.name !== '' && person.name !== guest.name;
    if (isNamed && (person.name === '' || person.name === nameFromAddress(guest.email ?? '')))
      person.name = guest.name;
    if (person.name === '') person.name = nameFromAddress(guest.email ?? '');
    if (guest.company !== '') person.company ??= guest.company;
    return person;
  }
}

/** Says why nothing came of a calendar that could be read; throws where it could not. */
function conclude(
  records: ImportRecords,
  events: CalendarEvent[],
  name: string,
  { since, today }: { since: Day; today: Day },
): void {
  if (records.interactions.length > 0) return;
  const [first] = records.skipped;
  if (first !== undefined && events.every(({ start }) => start === null))
    throw new BadFile(`no event of ${name} could be read (${first.where}: ${first.why})`, EXPORT);
  warn(
    records,
    events.some(({ guests, organizer }) => guests.length > 0 || organizer !== null)
      ? `no event from ${since} to ${today} has other guests whom you met`
      : `the events of ${name} name no guests; a published Outlook feed leaves them out. ${EXPORT}`,
  );
}

function noEvents(bytes: Uint8Array, name: string, calendars: number): BadFile {
  if (calendars > 0) return new BadFile(`${name} is a calendar without events`, EXPORT);
  return new BadFile(`${name} is ${looksLike(bytes) ?? 'no calendar'}, not an .ics file`, EXPORT);
}
