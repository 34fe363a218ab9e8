import type { Day } from '../../model.ts';
import { dayFromNumber, dayNumber } from '../../text/days.ts';
import type { CalendarEvent } from './events.ts';
import { type Budget, parseRecurrence, recurrenceDays } from './recurrence.ts';
import { type CalendarTime, readTime, wallTime } from './time.ts';

const DAY = 86_400_000;
/** The widest that a zone lies from UTC. */
const WIDEST = 14 * 3_600_000;
/** So many answers and cancellations of one event are listened to, the newest ones. */
const MOST_REPLIES = 100;

/** One time that an event took place. */
export interface Occurrence {
  event: CalendarEvent;
  /** The day in the event's own zone; for UTC times in the calendar's, else this machine's. */
  day: Day;
  /** The day in the series, which stays when an instance is moved; '' for an event without a series. */
  original: string;
}

/**
 * All that a file says of one UID: replies and cancellations are taken into account, of several versions
 * the newest counts, and instances that were moved or cancelled take the place of those of the series.
 * @param events of one UID, in the order of the file
 * @returns `earlier` counts the events with guests of which all that took place lies before the window
 */
export function occurrences(
  events: CalendarEvent[],
  window: { since: Day; today: Day },
  zone: string,
  budget: Budget,
): { found: Occurrence[]; earlier: number } {
  const own = events.filter(
    ({ method }) => !/^(REPLY|COUNTER|DECLINECOUNTER|REFRESH)$/.test(method),
  );
  const told = own.length > 0 ? own : events;
  const masters = newest(told.filter(({ replaces }) => replaces === null));
  const overrides = newest(told.filter(({ replaces }) => replaces !== null));
  const replies = events.filter(({ method }) => method === 'REPLY').slice(-MOST_REPLIES);
  if (replies.length > 0)
    for (const event of [...masters, ...overrides]) addReplies(event, replies);
  const replaced = overrides.flatMap(({ replaces }) => (replaces === null ? [] : [replaces]));
  const found: Occurrence[] = [];
  for (const master of masters) {
    if (master.isCancelled || master.start === null) continue;
    const left = [...master.excluded, ...replaced];
    for (const wall of series(master, master.start, window, left, budget, zone)) {
      const day = dayIn(wall, master.start, zone);
      const original = hasSeries(master) ? dayFromNumber(Math.floor(wall / DAY)) : '';
      found.push({ event: master, day, original });
    }
    if (budget.days <= 0) break;
  }
  const calledOff = masters.filter(({ isCancelled }) => isCancelled).slice(-MOST_REPLIES);
  for (const event of overrides) {
    if (event.isCancelled || event.start === null || event.replaces === null) continue;
    if (calledOff.some(({ sequence }) => sequence >= event.sequence)) continue;
    const day = dayIn(event.start.wall, event.start, zone);
    found.push({ event, day, original: event.replaces.day });
  }
  const within = found.filter(({ day }) => day >= window.since && day <= window.today);
  const taken = new Set(within.map(({ event }) => event));
  const earlier = masters.filter((one) => !taken.has(one) && isEarlier(one, window.since));
  return { found: within, earlier: earlier.length };
}

function isEarlier({ isCancelled, start, guests, organizer }: CalendarEvent, since: Day): boolean {
  const isAlone = guests.length === 0 && organizer === null;
  return !isCancelled && !isAlone && start !== null && start.day < since;
}

function hasSeries(event: CalendarEvent): boolean {
  return event.rule !== '' || event.extra.length > 0;
}

/**
 * Of several versions of one event the one with the highest SEQUENCE, then the newest stamp, then the last.
 * Programs that never write SEQUENCE may use one UID for different events: those all count.
 */
function newest(events: CalendarEvent[]): CalendarEvent[] {
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

/** Guests' answers, sent as messages of their own with one guest each, count for the event they answer. */
function addReplies(event: CalendarEvent, replies: readonly CalendarEvent[]): void {
  const answers = replies.filter(
    (reply) =>
      reply !== event &&
      reply.replaces?.wall === event.replaces?.wall &&
      reply.sequence >= event.sequence,
  );
  // The newest answer first: of several lines of one guest the first counts.
  const lines = answers.reverse().flatMap(({ guests }) => guests.slice(0, 1));
  event.guests = [...lines, ...event.guests];
}

/** The wall times of an event and its repetitions, near the window. */
function series(
  event: CalendarEvent,
  start: CalendarTime,
  window: { since: Day; today: Day },
  left: CalendarTime[],
  budget: Budget,
  zone: string,
): number[] {
  const first = Math.floor(start.wall / DAY);
  const time = start.wall - first * DAY;
  const from = dayNumber(window.since) - 1;
  const to = dayNumber(window.today) + 1;
  const rule = event.rule === '' ? null : parseRecurrence(event.rule);
  const days =
    rule === null
      ? [first]
      : recurrenceDays(
          rule,
          first,
          { from, to, until: lastDay(rule.until, start, time, zone) },
          budget,
        );
  const walls = new Set(days.map((day) => day * DAY + time));
  for (const extra of event.extra)
    walls.add(extra.isAllDay ? extra.wall + time : inFrame(extra, start, zone));
  for (const one of left) {
    if (budget.days <= 0) return [];
    const day = Math.floor(one.wall / DAY);
    budget.days--;
    if (day >= from - 1 && day <= to + 1) remove(walls, one, start, zone, budget);
  }
  return [...walls];
}

/** The last day on which an instance may begin. */
function lastDay(until: string | null, start: CalendarTime, time: number, zone: string): number {
  const end = until === null ? undefined : readTime(until);
  if (end === undefined) return Number.POSITIVE_INFINITY;
  const wall = end.isAllDay ? end.wall + DAY - 1 : inFrame(end, start, zone);
  return Math.floor((wall - time) / DAY);
}

/** A time as the wall time of the event that it belongs to, as far as the zone is known. */
function inFrame(time: CalendarTime, start: CalendarTime, zone: string): number {
  if (!time.isUtc || start.isUtc || start.isAllDay) return time.wall;
  return wallTime(time.wall, start.zone === '' ? zone : start.zone) ?? time.wall;
}

/** Takes one instance out; where its zone is not known, the nearest one within a zone's width. */
function remove(
  walls: Set<number>,
  time: CalendarTime,
  start: CalendarTime,
  zone: string,
  budget: Budget,
): void {
  const wall = inFrame(time, start, zone);
  if (walls.delete(wall)) return;
  budget.days -= walls.size;
  const isVague = time.isUtc !== start.isUtc && !time.isAllDay;
  let nearest: number | undefined;
  for (const one of walls) {
    const isSameDay = Math.floor(one / DAY) === Math.floor(wall / DAY);
    const distance = Math.abs(one - wall);
    if (!isSameDay && !(isVague && distance <= WIDEST)) continue;
    if (nearest === undefined || distance < Math.abs(nearest - wall)) nearest = one;
  }
  if (nearest !== undefined) walls.delete(nearest);
}

function dayIn(wall: number, start: CalendarTime, zone: string): Day {
  const local = start.isUtc ? (wallTime(wall, zone) ?? wall) : wall;
  return dayFromNumber(Math.floor(local / DAY));
}
