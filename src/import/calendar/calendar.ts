import type { Day } from '../../model.ts';
import { type FileInput, readInput } from '../archive.ts';
import { mailAddress } from '../profile.ts';
import {
  BadFile,
  type ImportRecords,
  newRecords,
  type PersonRecord,
  skip,
  warn,
} from '../records.ts';
import { describeFormat } from '../sniff.ts';
import { type CalendarEvent, readEvents } from './events.ts';
import { type Guest, guestsOf, nameFromAddress, userTest } from './guests.ts';
import { parseRecurrence, type WorkBudget } from './recurrence.ts';
import { findOccurrences, type Occurrence } from './series.ts';
import { isAbsence, plainTitle } from './title.ts';
import { calendarClock } from './zones.ts';

/** In a larger group, not everyone will have talked to everyone. */
const MAX_MEETING_GUESTS = 6;
/** In a larger crowd, attending doesn't mean having met. */
const MAX_EVENT_GUESTS = 30;
/** Limit for all recurring events of a file; about one second of work. */
const MAX_RECURRENCE_DAYS = 10_000_000;

export interface CalendarOptions {
  /** The user's addresses; can include ''. */
  emails: readonly string[];
  /** A guest with this name is the user. */
  name?: string | null | undefined;
  /** Default: one year before today. */
  since?: Day | undefined;
  today: Day;
}

const EXPORT_HINT =
  'Export one from your calendar (Google: Settings, Import & export; Outlook: File, Save Calendar; Apple: File, Export).';

/**
 * Reads past events that the user attended: a `meeting` with up to 6 others, an `event` with up to
 * 30. Ignores cancelled and declined events, guests who declined, rooms and groups. UTC times use
 * the calendar's time zone, else this machine's.
 * @throws BadFile if there are no readable events
 */
export function readCalendar(input: FileInput, options: CalendarOptions): ImportRecords {
  const { bytes, name } = readInput(input);
  const calendar = readEvents(bytes, name);
  if (calendar.events.length === 0) throw noEventsError(bytes, name, calendar.calendars);
  const records = newRecords('calendar');
  const { today } = options;
  const since = options.since ?? `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`;
  const owner = mailAddress(calendar.name);
  const emails = new Set(options.emails.map((email) => email.trim().toLowerCase()));
  if (emails.size === 0 && owner !== undefined) emails.add(owner);
  if (emails.size === 0)
    warn(
      records,
      "netcoach doesn't know your e-mail address. Set it: netcoach me --email you@example.com",
    );
  const clock = calendarClock(calendar.zone, calendar.zones);
  const budget: WorkBudget = { days: MAX_RECURRENCE_DAYS };
  const saveOccurrence = interactionSaver(
    records,
    userTest(calendar.events, emails, options.name),
    name,
  );
  let earlier = 0;
  for (const events of byUid(calendar.events).values()) {
    for (const event of events) reportProblems(records, event, name);
    const result = findOccurrences(events, { since, today }, clock, budget);
    result.found.forEach(saveOccurrence);
    earlier += result.earlier;
  }
  if (budget.days <= 0)
    warn(records, `${name} has more repeats than netcoach follows; some days are missing`);
  if (earlier > 0)
    warn(
      records,
      `${earlier === 1 ? '1 event' : `${earlier} events`} before ${since} ${earlier === 1 ? 'was' : 'were'} skipped (to look further back: --since DATE)`,
    );
  checkResult(records, calendar.events, name, { since, today });
  return records;
}

/** An event without a UID gets its own group. */
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

function reportProblems(records: ImportRecords, event: CalendarEvent, name: string): void {
  const where = `${name}:${event.line}`;
  const title = event.title === '' ? 'an event' : `"${event.title}"`;
  if (event.start === null && !/^(REPLY|CANCEL)$/.test(event.method))
    skip(
      records,
      where,
      event.startText === '' ? `${title} has no start` : `couldn't read when ${title} starts`,
    );
  else if (event.rule !== '' && parseRecurrence(event.rule) === null)
    warn(records, `${where}: couldn't read how ${title} repeats; used its first day`);
  else if (!event.isClosed) warn(records, `${where}: ${title} is cut off; read what's there`);
}

interface Attendance {
  /** Nobody where I wasn't, or where it's no meeting. */
  people: PersonRecord[];
  title: string;
}

function interactionSaver(records: ImportRecords, isUser: (guest: Guest) => boolean, name: string) {
  const known = new Map<string, PersonRecord>();
  const people = new Map<CalendarEvent, Attendance>();
  const keys = new Set<string>();
  let largeEvents = 0;
  return ({ event, day, original, time }: Occurrence): void => {
    const where = `${name}:${event.line}`;
    let attendance = people.get(event);
    if (attendance === undefined) {
      const guests = guestsOf(event);
      const others = guests.filter(
        (guest) => guest.isPerson && !guest.hasDeclined && !isUser(guest),
      );
      if (others.length > MAX_EVENT_GUESTS) {
        largeEvents++;
        if (largeEvents === 1)
          warn(records, `skipped events with more than ${MAX_EVENT_GUESTS} guests`);
      }
      const hasDeclined = guests.some((guest) => isUser(guest) && guest.hasDeclined);
      const isAttended = !hasDeclined && others.length <= MAX_EVENT_GUESTS;
      const names = guests.map((guest) => guest.name);
      const title = plainTitle(event.title);
      const isAway = title !== '' && isAbsence(title, names);
      attendance = {
        people: isAttended && !isAway ? others.map((guest) => toPerson(guest, where)) : [],
        title: title === '' ? 'Meeting' : title,
      };
      people.set(event, attendance);
    }
    if (attendance.people.length === 0) return;
    const uid = event.uid === '' ? `${event.title}:${event.start?.wall ?? ''}` : event.uid;
    let key = `calendar:${uid}${original === '' ? '' : `:${original}`}`;
    if (keys.has(key)) key = `${key}:${day}`;
    if (keys.has(key)) return;
    keys.add(key);
    records.interactions.push({
      where,
      key,
      kind: attendance.people.length <= MAX_MEETING_GUESTS ? 'meeting' : 'event',
      date: day,
      ...(time !== null && { time }),
      title: attendance.title,
      people: attendance.people,
    });
  };

  function toPerson(guest: Guest, where: string): PersonRecord {
    const key = guest.email ?? ` ${guest.name.toLowerCase()}`;
    let person = known.get(key);
    if (person === undefined) {
      person = { where, name: guest.name, isFromInteraction: true };
      if (guest.email !== undefined) person.emails = [guest.email];
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

/** Warns if nothing was imported; throws if no event could be read. */
function checkResult(
  records: ImportRecords,
  events: CalendarEvent[],
  name: string,
  { since, today }: { since: Day; today: Day },
): void {
  if (records.interactions.length > 0) return;
  const [first] = records.skipped;
  if (first !== undefined && events.every(({ start }) => start === null))
    throw new BadFile(
      `couldn't read any event in ${name} (${first.where}: ${first.why})`,
      EXPORT_HINT,
    );
  warn(
    records,
    events.some(({ guests, organizer }) => guests.length > 0 || organizer !== null)
      ? `no event between ${since} and ${today} has guests you met`
      : `the events in ${name} have no guests; a published Outlook feed leaves them out. ${EXPORT_HINT}`,
  );
}

function noEventsError(bytes: Uint8Array, name: string, calendars: number): BadFile {
  if (calendars > 0) return new BadFile(`${name} has no events`, EXPORT_HINT);
  return new BadFile(
    `${name} is ${describeFormat(bytes) ?? 'not a calendar'}, so not an .ics file`,
    EXPORT_HINT,
  );
}
