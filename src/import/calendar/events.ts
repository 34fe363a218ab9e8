import {
  type ContentLine,
  decodeRaw,
  param,
  parseLine,
  rawLines,
  unescapeText,
} from '../content-lines.ts';
import { cleanLine } from '../decode.ts';
import { type CalendarTime, readTime } from './time.ts';
import { addObservance, type ZoneDefinitions } from './zones.ts';

/** A VEVENT, recurrence and versions unresolved. */
export interface CalendarEvent {
  line: number;
  uid: string;
  title: string;
  location: string;
  start: CalendarTime | null;
  /** DTSTART as written, for error messages. */
  startText: string;
  /** RECURRENCE-ID. */
  replaces: CalendarTime | null;
  rule: string;
  extraTimes: CalendarTime[];
  excludedTimes: CalendarTime[];
  sequence: number;
  hasSequence: boolean;
  stamp: string;
  isCancelled: boolean;
  /** REQUEST, REPLY, CANCEL, PUBLISH …; '' if missing. */
  method: string;
  guests: ContentLine[];
  organizer: ContentLine | null;
  isClosed: boolean;
}

/** All calendars of a file, merged. */
export interface Calendar {
  events: CalendarEvent[];
  /** Number of BEGIN:VCALENDAR lines. */
  calendars: number;
  /** X-WR-TIMEZONE, '' if missing. */
  zone: string;
  /** X-WR-CALNAME. Google uses the owner's address for the main calendar. */
  name: string;
  zones: ZoneDefinitions;
}

/** Reads the events of all calendars in a file. Tolerates invalid lines and unclosed components. */
export function readEvents(bytes: Uint8Array, name: string): Calendar {
  const calendar: Calendar = { events: [], calendars: 0, zone: '', name: '', zones: new Map() };
  let method = '';
  let open: string[] = [];
  let event: CalendarEvent | null = null;
  let zone = '';
  let observance = new Map<string, string>();
  const guestLines = new Map<string, ContentLine | null>();
  const close = (isClosed: boolean) => {
    if (event !== null) calendar.events.push({ ...event, isClosed });
    event = null;
  };
  for (const { text, line } of rawLines(bytes, name)) {
    const boundary = mayBeBoundary(text) ? BOUNDARY.exec(text) : null;
    const component = boundary?.[2]?.toUpperCase() ?? '';
    if (boundary !== null && boundary[1]?.toUpperCase() === 'BEGIN') {
      if (component === 'VEVENT' || component === 'VCALENDAR') {
        close(false);
        open = [];
      }
      if (component === 'VCALENDAR') {
        calendar.calendars++;
        method = '';
      }
      if (component === 'VEVENT') event = newEvent(line, method);
      if (component === 'VTIMEZONE') zone = '';
      if (component === 'STANDARD' || component === 'DAYLIGHT') observance = new Map();
      open.push(component);
    } else if (boundary !== null) {
      const index = open.lastIndexOf(component);
      if (index === -1) continue;
      open.length = index;
      if (component === 'VEVENT') close(true);
      else if (component === 'VCALENDAR') close(false);
      else if (component === 'STANDARD' || component === 'DAYLIGHT')
        addObservance(calendar.zones, zone, (property) => observance.get(property) ?? '');
    } else if (event === null && open.includes('VTIMEZONE')) {
      const found = parseLine(decodeRaw(text), line);
      if (found?.name === 'TZID') zone = found.value.trim();
      else if (found !== null) {
        const values = [observance.get(found.name), found.value.trim()];
        observance.set(found.name, values.filter(Boolean).join(','));
      }
    } else if (event !== null && open.at(-1) === 'VEVENT') {
      addLine(event, text, line, guestLines);
    } else if (event === null && open.length <= 1) {
      const found = parseLine(decodeRaw(text), line);
      if (found?.name === 'METHOD') method = found.value.trim().toUpperCase();
      else if (found?.name === 'X-WR-TIMEZONE') calendar.zone ||= found.value.trim();
      else if (found?.name === 'X-WR-CALNAME') calendar.name ||= cleanLine(found.value);
    }
  }
  close(false);
  return calendar;
}

function newEvent(line: number, method: string): CalendarEvent {
  return {
    line,
    uid: '',
    title: '',
    location: '',
    start: null,
    startText: '',
    replaces: null,
    rule: '',
    extraTimes: [],
    excludedTimes: [],
    sequence: 0,
    hasSequence: false,
    stamp: '',
    isCancelled: method === 'CANCEL',
    method,
    guests: [],
    organizer: null,
    isClosed: true,
  };
}

const BOUNDARY = /^\s*(BEGIN|END):\s*([\w-]+)\s*$/i;

/** Whether a line begins with a space, a B or an E: most don't, and a pattern takes longer to say so. */
function mayBeBoundary(text: string): boolean {
  const first = text.charCodeAt(0);
  const small = first | 32;
  return first <= 32 || first >= 128 || small === 98 || small === 101;
}

const READ_PROPERTY =
  /^(UID|SUMMARY|LOCATION|DTSTART|RECURRENCE-ID|RRULE|RDATE|EXDATE|SEQUENCE|DTSTAMP|STATUS|ATTENDEE|ORGANIZER)[;:]/i;
/** Outlook keeps a cancelled meeting and marks it in the title; people do so in brackets and at the end, too. */
const CANCELLED =
  /^[[(]?\s*(?:cancell?ed|abgesagt|annulée?|cancelad[oa]|annullat[oa]|geannuleerd)(?:\s*[\])]|\s*:|\s+[-–—]\s)|[[(]\s*(?:cancell?ed|abgesagt|annulée?|cancelad[oa]|annullat[oa]|geannuleerd)\s*[\])]$/i;
/** Per event: guests, extra dates, exceptions. */
const MAX_ITEMS = 5_000;

/** The same few people are guests of most events, and their lines are long. */
const MAX_GUEST_LINES = 10_000;

/** @param guestLines those of guests read so far, by their text: equal ones are one object */
function addLine(
  event: CalendarEvent,
  text: string,
  number: number,
  guestLines: Map<string, ContentLine | null>,
): void {
  let line = guestLines.get(text);
  if (line === undefined) {
    if (!READ_PROPERTY.test(text)) return;
    line = parseLine(decodeRaw(text), number);
    if (/^[ao]/i.test(text) && guestLines.size < MAX_GUEST_LINES) guestLines.set(text, line);
  }
  if (line === null) return;
  const zone = param(line, 'TZID');
  switch (line.name) {
    case 'UID':
      event.uid ||= line.value.trim();
      break;
    case 'SUMMARY':
      event.title ||= cleanLine(unescapeText(line.value));
      if (CANCELLED.test(event.title)) event.isCancelled = true;
      break;
    case 'LOCATION':
      event.location ||= cleanLine(unescapeText(line.value));
      break;
    case 'DTSTART':
      event.startText ||= line.value;
      event.start ??= readTime(line.value, zone) ?? null;
      break;
    case 'RECURRENCE-ID':
      event.replaces ??= readTime(line.value, zone) ?? null;
      break;
    case 'RRULE':
      event.rule ||= line.value;
      break;
    case 'RDATE':
    case 'EXDATE': {
      const times = line.name === 'RDATE' ? event.extraTimes : event.excludedTimes;
      for (const value of line.value.split(',')) {
        const time = readTime(value.split('/', 1)[0] ?? '', zone);
        if (time !== undefined && times.length < MAX_ITEMS) times.push(time);
      }
      break;
    }
    case 'SEQUENCE':
      event.sequence = Number.parseInt(line.value, 10) || 0;
      event.hasSequence = true;
      break;
    case 'DTSTAMP':
      event.stamp ||= line.value.trim();
      break;
    case 'STATUS':
      if (/^cancell?ed$/i.test(line.value.trim())) event.isCancelled = true;
      break;
    case 'ATTENDEE':
      if (event.guests.length < MAX_ITEMS) event.guests.push(line);
      break;
    case 'ORGANIZER':
      event.organizer ??= line;
      break;
  }
}
