import { parseRecurrence, type Recurrence, recurrenceDays, type WorkBudget } from './recurrence.ts';
import { readTime, wallTime } from './time.ts';
import { windowsZone } from './windows-zones.ts';

const DAY_MS = 86_400_000;
const YEAR_DAYS = 366;
/** Of a VTIMEZONE; some programs write one for every year. */
const MAX_OBSERVANCES = 500;
const MAX_ZONES = 500;
/** Limit for all zones of a file; real ones take about ten for a zone and year. */
const MAX_CHANGE_DAYS = 1_000_000;

/** A STANDARD or DAYLIGHT part of a VTIMEZONE. Offsets in ms east of UTC. */
interface Observance {
  /** Wall times; without a rule, these are all. */
  starts: number[];
  rule: Recurrence | null;
  from: number;
  to: number;
}

/** The VTIMEZONEs of a file, by TZID. */
export type ZoneDefinitions = Map<string, Observance[]>;

/**
 * Adds the STANDARD or DAYLIGHT part of a VTIMEZONE, within limits.
 * @param property value of a property of that part, '' if missing
 */
export function addObservance(
  zones: ZoneDefinitions,
  zone: string,
  property: (name: string) => string,
): void {
  const to = readOffset(property('TZOFFSETTO'));
  const times = [property('DTSTART'), ...property('RDATE').split(',')].map((text) =>
    // Windows starts its zones in 1601; days are read from 1900 on.
    readTime(text.trim().replace(/^1[0-8]\d\d/, '1900')),
  );
  const starts = times.flatMap((time) => time?.wall ?? []);
  if (zone === '' || to === null || starts.length === 0) return;
  const rule = parseRecurrence(property('RRULE'));
  const observance: Observance = {
    starts: starts.slice(0, MAX_OBSERVANCES),
    rule: rule?.freq === 'YEARLY' ? rule : null,
    from: readOffset(property('TZOFFSETFROM')) ?? to,
    to,
  };
  const parts = zones.get(zone);
  if (parts !== undefined) {
    if (parts.length < MAX_OBSERVANCES) parts.push(observance);
  } else if (zones.size < MAX_ZONES) zones.set(zone, [observance]);
}

/** Parses `+0100` or `-043000`. */
function readOffset(text: string): number | null {
  const found = /^([+-])(\d\d):?(\d\d)(?::?(\d\d))?$/.exec(text.trim());
  if (found === null) return null;
  const [, sign, hours, minutes, seconds] = found;
  const size = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds ?? 0)) * 1000;
  return sign === '-' ? -size : size;
}

/** Converts instants (ms since 1970) to wall time, counted as if it were UTC. */
export interface Clock {
  /** In the user's zone. */
  local: (instant: number) => number;
  /** @param zone a TZID; '' is the user's. @returns undefined if it's unknown */
  wall: (instant: number, zone: string) => number | undefined;
  /** Whether `wall` may be an hour early, as the name gives an offset without summer time. */
  isRough: (zone: string) => boolean;
}

/**
 * Returns the clock of a file. A zone is found by its IANA name, else in the file's VTIMEZONE, else
 * by its Windows name, else by the offset in its name.
 * @param own the calendar's zone; this machine's if unknown
 */
export function calendarClock(own: string, zones: ZoneDefinitions): Clock {
  const readers = new Map<string, (instant: number) => number | undefined>();
  const budget: WorkBudget = { days: MAX_CHANGE_DAYS };
  const local = (instant: number) => readerFor(own)(instant) ?? wallTime(instant, '') ?? instant;
  const readerFor = (zone: string) => {
    let reader = readers.get(zone);
    if (reader === undefined) {
      reader = zoneReader(zone, zones, budget);
      if (readers.size < MAX_ZONES) readers.set(zone, reader);
    }
    return reader;
  };
  return {
    local,
    wall: (instant, zone) => (zone === '' ? local(instant) : readerFor(zone)(instant)),
    isRough: (zone) => ianaName(zone) === null && !zones.has(zone) && offsetIn(zone) !== null,
  };
}

function zoneReader(
  zone: string,
  zones: ZoneDefinitions,
  budget: WorkBudget,
): (instant: number) => number | undefined {
  const known = zone === '' ? null : ianaName(zone);
  const parts = zones.get(zone);
  // A VTIMEZONE often has today's rules only, so a name that's known comes first.
  if (known === zone || (known !== null && parts === undefined))
    return (instant) => wallTime(instant, known);
  if (parts !== undefined) {
    const years = new Map<number, Change[]>();
    return (instant) => instant + offsetAt(parts, instant, years, budget);
  }
  const offset = offsetIn(zone);
  return (instant) => (offset === null ? undefined : instant + offset);
}

/** As in `W. Europe Standard Time`, `GMT Standard Time 1` or `/mozilla.org/20050126_1/Europe/Berlin`. */
function ianaName(zone: string): string | null {
  const tail = /^\/.*?\/([A-Z][A-Za-z]+\/[\w+/-]+)$/.exec(zone)?.[1];
  const names = [zone, tail, windowsZone(zone)];
  return names.find((name) => name !== undefined && wallTime(0, name) !== undefined) || null;
}

/** As in `(UTC+01:00) Amsterdam, Berlin` or `GMT -0500`. */
function offsetIn(zone: string): number | null {
  const found = /\b(?:UTC|GMT)\/?\s*([+-])(\d\d?)[:.]?(\d\d)?\b/i.exec(zone);
  if (found === null) return null;
  const [, sign, hours, minutes] = found;
  const size = Number(hours) * 3_600_000 + Number(minutes ?? 0) * 60_000;
  return size > 14 * 3_600_000 ? null : sign === '-' ? -size : size;
}

interface Change {
  at: number;
  from: number;
  to: number;
}

/** The offset of the last change before an instant; before all of them, what the first came from. */
function offsetAt(
  parts: readonly Observance[],
  instant: number,
  years: Map<number, Change[]>,
  budget: WorkBudget,
): number {
  const year = Math.floor(instant / DAY_MS / YEAR_DAYS);
  let changes = years.get(year);
  if (changes === undefined) {
    changes = changesBefore(parts, (year + 1) * YEAR_DAYS, budget);
    if (years.size < MAX_ZONES) years.set(year, changes);
  }
  const last = changes.findLast(({ at }) => at <= instant);
  return last?.to ?? changes[0]?.from ?? parts[0]?.to ?? 0;
}

/** Sorted changes up to a day. Of a rule, only those of the last two years. */
function changesBefore(parts: readonly Observance[], day: number, budget: WorkBudget): Change[] {
  const changes = parts.flatMap(({ starts, rule, from, to }) => {
    const [start = 0] = starts;
    const first = Math.floor(start / DAY_MS);
    const until = rule?.until == null ? undefined : readTime(rule.until);
    const window = {
      from: day - 2 * YEAR_DAYS - 1,
      to: day + 1,
      until: until === undefined ? Number.POSITIVE_INFINITY : Math.floor(until.wall / DAY_MS),
    };
    budget.days -= starts.length;
    if (budget.days <= 0) return [];
    const days = rule === null ? [] : recurrenceDays(rule, first, window, budget);
    const walls = [...starts, ...days.map((one) => one * DAY_MS + (start - first * DAY_MS))];
    return walls.map((wall) => ({ at: wall - from, from, to }));
  });
  return changes.sort((a, b) => a.at - b.at);
}
