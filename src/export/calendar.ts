import type { Day } from '../model.ts';
import { escapeText, foldLines } from './write-lines.ts';

/** A calendar event; all-day unless `time` is set. */
export interface CalendarEntry {
  /** Stable, so that a later export updates the entry instead of adding another. */
  uid: string;
  /** Both days inclusive. */
  from: Day;
  to: Day;
  /** Local time, `09:00`. */
  time?: string;
  title: string;
  description?: string;
  /** RRULE value: `FREQ=MONTHLY;BYDAY=1MO`. */
  repeats?: string;
  /** Minutes before the start. */
  alarm?: number;
}

/** A suggestion whose window is open. */
export interface OpenWindow {
  personId: number;
  name: string;
  /** For example "Connect after Apollo launch". */
  title: string;
  opens: Day;
  best: Day;
  closes: Day;
  /** The draft, without private notes. */
  message: string | null;
  /** Identifies the moment. */
  key: string;
}

/** Turns a window into an entry that ends on its best day, described by draft and closing day. */
export function windowEntry(window: OpenWindow): CalendarEntry {
  const last = `Still a good moment until ${window.closes}.`;
  return {
    uid: `${window.personId}-${escapeKey(window.key)}@netcoach`,
    from: window.opens,
    to: [window.opens, window.best].sort().at(-1) ?? window.best,
    title: `${window.title}: ${window.name}`,
    description: window.message === null ? last : `${window.message}\n\n${last}`,
  };
}

/**
 * Formats entries as iCalendar (RFC 5545), shown as free.
 * @param stamp creation time, ISO 8601 in UTC
 */
export function calendarFile(entries: readonly CalendarEntry[], stamp: string): string {
  const created = `${stamp.replace(/[-:]|\.\d+/g, '').replace(/Z?$/, '')}Z`;
  return foldLines([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//netcoach//netcoach//EN',
    'CALSCALE:GREGORIAN',
    'X-WR-CALNAME:netcoach',
    ...entries.flatMap((entry) => eventLines(entry, created)),
    'END:VCALENDAR',
  ]);
}

function eventLines(entry: CalendarEntry, stamp: string): string[] {
  const lines = ['BEGIN:VEVENT', `UID:${escapeText(entry.uid)}`, `DTSTAMP:${stamp}`];
  if (entry.time === undefined) {
    // DTEND is exclusive.
    lines.push(
      `DTSTART;VALUE=DATE:${withoutDashes(entry.from)}`,
      `DTEND;VALUE=DATE:${withoutDashes(dayAfter(entry.to))}`,
    );
  } else {
    lines.push(
      `DTSTART:${withoutDashes(entry.from)}T${entry.time.replace(':', '')}00`,
      'DURATION:PT15M',
    );
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

function withoutDashes(day: Day): string {
  return day.replaceAll('-', '');
}

function dayAfter(day: Day): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, date + 1)).toISOString().slice(0, 10);
}

function escapeKey(key: string): string {
  return key
    .toWellFormed()
    .replace(/[^A-Za-z0-9-]/g, (character) => `_${character.charCodeAt(0).toString(16)}`);
}
