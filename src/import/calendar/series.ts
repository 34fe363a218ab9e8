import type { Day } from '../../model.ts';
import { dayFromNumber, dayNumber } from '../../text/days.ts';
import type { CalendarEvent } from './events.ts';
import { parseRecurrence, recurrenceDays, type WorkBudget } from './recurrence.ts';
import { type CalendarTime, readTime } from './time.ts';
import type { Clock } from './zones.ts';

const DAY_MS = 86_400_000;
/** Zones differ from UTC by quarters of an hour. */
const QUARTER_MS = 900_000;
const MAX_ZONE_OFFSET_MS = 14 * 3_600_000;
/** Per event; older ones are ignored. */
const MAX_REPLIES = 100;

/** An event on one day. */
export interface Occurrence {
  event: CalendarEvent;
  /** In the event's time zone; for UTC times the calendar's, else this machine's. */
  day: Day;
  /** Day in the series before any move; '' for a single event. */
  original: string;
  /** When it starts, "09:30"; null if it takes the whole day. */
  time: string | null;
}

/**
 * Resolves the events of one UID: applies replies and cancellations, picks the newest version,
 * replaces moved instances.
 * @param events in file order
 * @returns `earlier`: the number of events with guests that all took place before the window
 */
export function findOccurrences(
  events: CalendarEvent[],
  window: { since: Day; today: Day },
  clock: Clock,
  budget: WorkBudget,
): { found: Occurrence[]; earlier: number } {
  const definitions = events.filter(
    ({ method }) => !/^(REPLY|COUNTER|DECLINECOUNTER|REFRESH)$/.test(method),
  );
  const candidates = definitions.length > 0 ? definitions : events;
  const masters = newestVersions(candidates.filter(({ replaces }) => replaces === null));
  const overrides = newestVersions(candidates.filter(({ replaces }) => replaces !== null));
  const replies = events.filter(({ method }) => method === 'REPLY').slice(-MAX_REPLIES);
  if (replies.length > 0)
    for (const event of [...masters, ...overrides]) addReplies(event, replies);
  const replaced = overrides.flatMap(({ replaces }) => (replaces === null ? [] : [replaces]));
  const found: Occurrence[] = [];
  for (const master of masters) {
    if (master.isCancelled || master.start === null) continue;
    const removed = [...master.excludedTimes, ...replaced];
    for (const wall of instanceTimes(master, master.start, window, removed, budget, clock)) {
      const day = localDay(wall, master.start, clock);
      const original = hasSeries(master) ? dayFromNumber(Math.floor(wall / DAY_MS)) : '';
      found.push({ event: master, day, original, time: localTime(wall, master.start, clock) });
    }
    if (budget.days <= 0) break;
  }
  const cancelled = masters.filter(({ isCancelled }) => isCancelled).slice(-MAX_REPLIES);
  for (const event of overrides) {
    if (event.isCancelled || event.start === null || event.replaces === null) continue;
    if (cancelled.some(({ sequence }) => sequence >= event.sequence)) continue;
    const { wall } = event.start;
    const day = localDay(wall, event.start, clock);
    const time = localTime(wall, event.start, clock);
    found.push({ event, day, original: event.replaces.day, time });
  }
  const within = found.filter(({ day }) => day >= window.since && day <= window.today);
  const eventsWithin = new Set(within.map(({ event }) => event));
  const earlier = masters.filter(
    (master) => !eventsWithin.has(master) && isEarlier(master, window.since),
  );
  return { found: within, earlier: earlier.length };
}

function isEarlier({ isCancelled, start, guests, organizer }: CalendarEvent, since: Day): boolean {
  const isAlone = guests.length === 0 && organizer === null;
  return !isCancelled && !isAlone && start !== null && start.day < since;
}

function hasSeries(event: CalendarEvent): boolean {
  return event.rule !== '' || event.extraTimes.length > 0;
}

/**
 * Programs that never write SEQUENCE can reuse a UID for different events, so all of those are
 * kept.
 */
function newestVersions(events: CalendarEvent[]): CalendarEvent[] {
  const versions = new Map<string, CalendarEvent>();
  const isVersioned = events.some(({ hasSequence, method }) => hasSequence || method === 'CANCEL');
  for (const event of events) {
    const time = event.replaces ?? (isVersioned || event.method !== '' ? null : event.start);
    const key = time === null ? '' : `${time.wall}${time.isUtc}`;
    const known = versions.get(key);
    const isNewer =
      known === undefined ||
      event.sequence > known.sequence ||
      (event.sequence === known.sequence && event.stamp >= known.stamp);
    if (isNewer) versions.set(key, event);
  }
  return [...versions.values()];
}

/** A REPLY message has the answer of one guest. */
function addReplies(event: CalendarEvent, replies: readonly CalendarEvent[]): void {
  const answers = replies.filter(
    (reply) =>
      reply !== event &&
      reply.replaces?.wall === event.replaces?.wall &&
      reply.sequence >= event.sequence,
  );
  // Newest first, as `guestsOf` keeps a guest's first line.
  const lines = answers.reverse().flatMap(({ guests }) => guests.slice(0, 1));
  event.guests = [...lines, ...event.guests];
}

/** Wall times of an event's instances near the window. */
function instanceTimes(
  event: CalendarEvent,
  start: CalendarTime,
  window: { since: Day; today: Day },
  removed: CalendarTime[],
  budget: WorkBudget,
  clock: Clock,
): number[] {
  const first = Math.floor(start.wall / DAY_MS);
  const time = start.wall - first * DAY_MS;
  const from = dayNumber(window.since) - 1;
  const to = dayNumber(window.today) + 1;
  const rule = event.rule === '' ? null : parseRecurrence(event.rule);
  const days =
    rule === null
      ? [first]
      : recurrenceDays(
          rule,
          first,
          { from, to, until: lastDay(rule.until, start, time, clock) },
          budget,
        );
  const walls = new Set(days.map((day) => day * DAY_MS + time));
  for (const extraTimes of event.extraTimes)
    walls.add(extraTimes.isAllDay ? extraTimes.wall + time : toEventTime(extraTimes, start, clock));
  for (const instance of removed) {
    if (budget.days <= 0) return [];
    const day = Math.floor(instance.wall / DAY_MS);
    budget.days--;
    if (day >= from - 1 && day <= to + 1) removeInstance(walls, instance, start, clock, budget);
  }
  return [...walls];
}

function lastDay(until: string | null, start: CalendarTime, time: number, clock: Clock): number {
  const end = until === null ? undefined : readTime(until);
  if (end === undefined) return Number.POSITIVE_INFINITY;
  if (end.isAllDay) return Math.floor(end.wall / DAY_MS);
  if (start.isAllDay && end.isUtc) return lastAllDay(end.wall, clock);
  const slack = end.isUtc && clock.isRough(start.zone) ? 3_600_000 : 0;
  // In an unknown zone, most people's own is the best guess.
  const isUnknown = clock.wall(end.wall, start.zone) === undefined;
  const wall = isUnknown && end.isUtc ? clock.local(end.wall) : toEventTime(end, start, clock);
  return Math.floor((wall + slack - time) / DAY_MS);
}

/**
 * The last day of an all-day series that ends at an instant: midnight or the last second of a day
 * in the user's zone, else in whichever zone has it nearest.
 */
function lastAllDay(instant: number, clock: Clock): number {
  const wall = clock.local(instant);
  const isBoundary = (time: number) => time % DAY_MS === 0;
  if (isBoundary(wall) || isBoundary(wall + 1000)) return Math.floor(wall / DAY_MS);
  if (instant % QUARTER_MS === 0) return Math.round(instant / DAY_MS);
  if ((instant + 1000) % QUARTER_MS === 0) return Math.round((instant + 1000) / DAY_MS) - 1;
  return Math.floor(wall / DAY_MS);
}

/** Converts to the event's wall time if its time zone is known. */
function toEventTime(time: CalendarTime, start: CalendarTime, clock: Clock): number {
  if (!time.isUtc || start.isUtc || start.isAllDay) return time.wall;
  return clock.wall(time.wall, start.zone) ?? time.wall;
}

/**
 * Removes an instance. Without a known time zone, that's the nearest one on that day or within 14
 * hours.
 */
function removeInstance(
  walls: Set<number>,
  time: CalendarTime,
  start: CalendarTime,
  clock: Clock,
  budget: WorkBudget,
): void {
  const wall = toEventTime(time, start, clock);
  if (walls.delete(wall)) return;
  budget.days -= walls.size;
  const isZoneUnknown = time.isUtc !== start.isUtc && !time.isAllDay;
  let nearest: number | undefined;
  for (const candidate of walls) {
    const isSameDay = Math.floor(candidate / DAY_MS) === Math.floor(wall / DAY_MS);
    const distance = Math.abs(candidate - wall);
    if (!isSameDay && !(isZoneUnknown && distance <= MAX_ZONE_OFFSET_MS)) continue;
    if (nearest === undefined || distance < Math.abs(nearest - wall)) nearest = candidate;
  }
  if (nearest !== undefined) walls.delete(nearest);
}

function localTime(wall: number, start: CalendarTime, clock: Clock): string | null {
  if (start.isAllDay) return null;
  const local = start.isUtc ? clock.local(wall) : wall;
  return new Date(local).toISOString().slice(11, 16);
}

function localDay(wall: number, start: CalendarTime, clock: Clock): Day {
  const local = start.isUtc ? clock.local(wall) : wall;
  return dayFromNumber(Math.floor(local / DAY_MS));
}
