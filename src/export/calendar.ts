import type { Day } from '../model.ts';
import { escapeText, foldLines } from './write-lines.ts';

/** One entry of a calendar. Without `time` it takes whole days. */
export interface CalendarEntry {
  /** The same for the same thing in every later export, so that a calendar updates it. */
  uid: string;
  /** First and last day, the last included. */
  from: Day;
  to: Day;
  /** `09:00`, in whatever zone the calendar is looked at. */
  time?: string;
  title: string;
  description?: string;
  /** An RRULE: `FREQ=MONTHLY;BYDAY=1MO`. */
  repeats?: string;
  /** Minutes before it begins at which the calendar rings. */
  alarm?: number;
}

/** A suggestion with an open window, as `suggest` has it. */
export interface OpenWindow {
  personId: number;
  name: string;
  /** What it is about: "Connect after Apollo launch". */
  title: string;
  opens: Day;
  best: Day;
  closes: Day;
  /** The draft; no private note ever. */
  message: string | null;
  /** Tells the moment: the same one keeps its entry. */
  key: string;
}

/** A window as an entry over its best days; the message and the last day are in its description. */
export function windowEntry(window: OpenWindow): CalendarEntry {
  const last = `Still a good moment until ${window.closes}.`;
  return {
    uid: `${window.personId}-${plainKey(window.key)}@netcoach`,
    from: window.opens,
    to: [window.opens, window.best].sort().at(-1) ?? window.best,
    title: `${window.title}: ${window.name}`,
    description: window.message === null ? last : `${window.message}\n\n${last}`,
  };
}

/**
 * Entries as an iCalendar file (RFC 5545). They take no time of one's day: free, not busy.
 * @param stamp when it was made, ISO 8601 in UTC
 */
export function calendarFile(entries: readonly CalendarEntry[], stamp: string): string {
  const made = `${stamp.replace(/[-:]|\.\d+/g, '').replace(/Z?$/, '')}Z`;
  return foldLines([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//netcoach//netcoach//EN',
    'CALSCALE:GREGORIAN',
    'X-WR-CALNAME:netcoach',
    ...entries.flatMap((entry) => eventLines(entry, made)),
    'END:VCALENDAR',
  ]);
}

function eventLines(entry: CalendarEntry, stamp: string): string[] {
  const lines = ['BEGIN:VEVENT', `UID:${escapeText(entry.uid)}`, `DTSTAMP:${stamp}`];
  if (entry.time === undefined) {
    // The end of whole days is the day after the last one.
    lines.push(
      `DTSTART;VALUE=DATE:${compact(entry.from)}`,
      `DTEND;VALUE=DATE:${compact(dayAfter(entry.to))}`,
    );
  } else {
    lines.push(`DTSTART:${compact(entry.from)}T${entry.time.replace(':', '')}00`, 'DURATION:PT15M');
  }
  if (entry.repeats !== undefined) lines.push(`RRULE:${entry.repeats}`);
  lines.push(`SUMMARY:${escapeText(entry.title)}`);
  if (entry.description !== undefined) lines.push(`DESCRIPTION:${escapeText(entry.description)}`);
  lines.push('TRANSP:TRANSPARENT');
  if (entry.alarm !== undefined)
    lines.push(
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      `DESCRIPTION:${escapeText(entry.title)}`,
      `TRIGGER:-PT${entry.alarm}M`,
      'END:VALARM',
    );
  lines.push('END:VEVENT');
  return lines;
}

function compact(day: Day): string {
  return day.replaceAll('-', '');
}

function dayAfter(day: Day): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, date + 1)).toISOString().slice(0, 10);
}

/** A key as an identifier: other characters than letters, figures and dashes by their number. */
function plainKey(key: string): string {
  return key
    .toWellFormed()
    .replace(/[^A-Za-z0-9-]/g, (one) => `_${one.charCodeAt(0).toString(16)}`);
}
