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

/** A VEVENT as it stands in the file. */
export interface CalendarEvent {
  line: number;
  uid: string;
  title: string;
  start: CalendarTime | null;
  /** The start as written, for telling what could not be read. */
  written: string;
  /** Which instance of a series this one replaces. */
  replaces: CalendarTime | null;
  rule: string;
  extra: CalendarTime[];
  excluded: CalendarTime[];
  sequence: number;
  hasSequence: boolean;
  stamp: string;
  isCancelled: boolean;
  /** REQUEST, REPLY, CANCEL, PUBLISH …; '' where the calendar says nothing. */
  method: string;
  guests: ContentLine[];
  organizer: ContentLine | null;
  isClosed: boolean;
}

export interface Calendar {
  events: CalendarEvent[];
  /** BEGIN:VCALENDAR lines seen. */
  calendars: number;
  /** X-WR-TIMEZONE, '' for none. */
  zone: string;
  /** X-WR-CALNAME: Google names the main calendar by its owner's address. */
  name: string;
}

/**
 * The events of one or several calendars in a file. Lines that are none, components that are never closed
 * and parts of other components (alarms, zones) do no harm.
 */
export function readEvents(bytes: Uint8Array, name: string): Calendar {
  const calendar: Calendar = { events: [], calendars: 0, zone: '', name: '' };
  let method = '';
  let open: string[] = [];
  let event: CalendarEvent | null = null;
  const close = (isClosed: boolean) => {
    if (event !== null) calendar.events.push({ ...event, isClosed });
    event = null;
  };
  for (const { text, line } of rawLines(bytes, name)) {
    const mark = /^\s*(BEGIN|END):\s*([\w-]+)\s*$/i.exec(text);
    const component = mark?.[2]?.toUpperCase() ?? '';
    if (mark !== null && mark[1]?.toUpperCase() === 'BEGIN') {
      if (component === 'VEVENT' || component === 'VCALENDAR') {
        close(false);
        open = [];
      }
      if (component === 'VCALENDAR') {
        calendar.calendars++;
        method = '';
      }
      if (component === 'VEVENT') event = newEvent(line, method);
      open.push(component);
    } else if (mark !== null) {
      const place = open.lastIndexOf(component);
      if (place === -1) continue;
      open.length = place;
      if (component === 'VEVENT') close(true);
      else if (component === 'VCALENDAR') close(false);
    } else if (event !== null && open.at(-1) === 'VEVENT') {
      addLine(event, text, line);
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
    start: null,
    written: '',
    replaces: null,
    rule: '',
    extra: [],
    excluded: [],
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

const WANTED =
  /^(UID|SUMMARY|DTSTART|RECURRENCE-ID|RRULE|RDATE|EXDATE|SEQUENCE|DTSTAMP|STATUS|ATTENDEE|ORGANIZER)[;:]/i;
/** Outlook leaves a cancelled meeting in the calendar and says so in its title. */
const CANCELLED = /^(cancell?ed|abgesagt|annulée?|cancelad[oa]|annullat[oa]|geannuleerd)\s*:/i;
/** So many guests, extra days and exceptions are kept of one event. */
const MOST = 5_000;

function addLine(event: CalendarEvent, text: string, number: number): void {
  if (!WANTED.test(text)) return;
  const line = parseLine(decodeRaw(text), number);
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
    case 'DTSTART':
      event.written ||= line.value;
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
      const times = line.name === 'RDATE' ? event.extra : event.excluded;
      for (const value of line.value.split(',')) {
        const time = readTime(value.split('/', 1)[0] ?? '', zone);
        if (time !== undefined && times.length < MOST) times.push(time);
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
      if (event.guests.length < MOST) event.guests.push(line);
      break;
    case 'ORGANIZER':
      event.organizer ??= line;
      break;
  }
}
