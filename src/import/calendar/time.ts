import type { Day } from '../../model.ts';
import { dayNumber } from '../../text/days.ts';
import { dayOf } from '../read-day.ts';

/** A date or date-time in its own time zone. */
export interface CalendarTime {
  day: Day;
  /** Local time in milliseconds, counted as if it were UTC. */
  wall: number;
  isUtc: boolean;
  isAllDay: boolean;
  /** TZID; '' for UTC, floating times and all-day events. */
  zone: string;
}

/** Parses `20240115T090000Z`, `20240115T090000` or `20240115`; dashes and colons are optional. */
export function readTime(value: string, zone = ''): CalendarTime | undefined {
  const found = /^(\d{4})-?(\d\d)-?(\d\d)(?:[T ](\d\d):?(\d\d):?(\d\d)?(?:\.\d+)?(Z)?)?$/.exec(
    value.trim(),
  );
  if (found === null) return undefined;
  const [, year, month, date, hour, minute, second, utc] = found;
  const day = dayOf(Number(year), Number(month), Number(date));
  const seconds = Number(hour ?? 0) * 3600 + Number(minute ?? 0) * 60 + Number(second ?? 0);
  if (day === undefined || Number(hour ?? 0) > 24 || Number(minute ?? 0) > 59) return undefined;
  const isUtc = utc !== undefined;
  return {
    day,
    wall: dayNumber(day) * 86_400_000 + seconds * 1000,
    isUtc,
    isAllDay: hour === undefined,
    zone: isUtc || hour === undefined ? '' : zone,
  };
}

const zones = new Map<string, Intl.DateTimeFormat | null>();

/**
 * Converts an instant (ms since 1970) to wall time, counted as if it were UTC.
 * @param zone IANA name; '' for this machine's time zone
 * @returns undefined for unknown names, such as those of Windows
 */
export function wallTime(instant: number, zone: string): number | undefined {
  if (zone === '') return instant - new Date(instant).getTimezoneOffset() * 60_000;
  const format = formatterFor(zone);
  if (format === null) return undefined;
  const parts = new Map(
    format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]),
  );
  const part = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? 0;
  return Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
}

function formatterFor(zone: string): Intl.DateTimeFormat | null {
  let format = zones.get(zone);
  if (format !== undefined) return format;
  // Abbreviations like "EST" are ambiguous.
  try {
    format = /^[\w+-]+\/[\w+/-]+$/.test(zone)
      ? new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn-hc-h23', {
          timeZone: zone,
          year: 'numeric',
          month: 'numeric',
          day: 'numeric',
          hour: 'numeric',
          minute: 'numeric',
          second: 'numeric',
        })
      : null;
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    format = null;
  }
  if (zones.size < 500) zones.set(zone, format);
  return format;
}
