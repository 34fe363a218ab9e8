import { EXPIRES } from '../../../rules/lib/invitations.ts';
import type { Action, Day, History, Moment, PersonRef } from '../../model.ts';
import { addDays, daysBetween, sayDay } from '../../text/days.ts';

const HOLDS = [
  'strained',
  'pending',
  'declined',
  'snoozed',
  'skipped',
  'budget',
  'cooling-off',
] as const;
export type HoldReason = (typeof HOLDS)[number];

export interface Hold {
  reason: HoldReason;
  /** One sentence for the reader. */
  message: string;
}

/** Days after a withdrawal in which LinkedIn refuses a new invitation to the same person: Help a551012, "up to three weeks". */
export const COOLING_OFF = 21;

/** What ends when an invitation is out or was refused: the asking. Kind words stay welcome. */
export const ASKING: readonly Action[] = ['connect', 'reconnect', 'warm-up'];

/** Why a person is left in peace today, or null. The budget is counted elsewhere: it depends on the others. */
export function holdOf(history: History, lead: Moment | null, isSkipped: boolean): Hold | null {
  const { person, today } = history;
  const { status, since } = person.connection;
  if (person.strained) {
    return {
      reason: 'strained',
      message: `You marked this tie as strained: let it rest, or talk in person first.`,
    };
  }
  const snoozed = history.snoozedUntil;
  if (snoozed !== null && snoozed > today) {
    return {
      reason: 'snoozed',
      message: `Not now: back on ${sayDay(snoozed, today)}.`,
    };
  }
  if (status === 'declined') {
    return {
      reason: 'declined',
      message: `They declined your invitation${on(since, today)}: leave it with them.`,
    };
  }
  const isAsking = lead === null || ASKING.includes(lead.action);
  if (status === 'invited' && isAsking && since !== null && hasExpired(since, today)) {
    return {
      reason: 'pending',
      message: `Your invitation${on(since, today, ' of')} has expired by now: netcoach withdrawn ${argumentOf(person)} makes room for a new one.`,
    };
  }
  if (status === 'invited' && isAsking) {
    return {
      reason: 'pending',
      message: `Your invitation${on(since, today, ' of')} waits for an answer.`,
    };
  }
  if (status === 'withdrawn' && since !== null && isAsking && addDays(since, COOLING_OFF) > today) {
    return {
      reason: 'cooling-off',
      message: `You withdrew an invitation${on(since, today)}: a new one is possible from ${sayDay(addDays(since, COOLING_OFF), today)}.`,
    };
  }
  if (isSkipped) return { reason: 'skipped', message: 'You let this moment pass.' };
  return null;
}

function hasExpired(since: Day, today: Day): boolean {
  return daysBetween(since, today) > EXPIRES;
}

/** A person as an argument: in quotes by name where any shell takes it so, else by number. */
function argumentOf({ id, name }: PersonRef): string {
  return /^[\p{L}\p{M} .'-]+$/u.test(name) ? `"${name}"` : `"#${id}"`;
}

function on(day: Day | null, today: Day, word = ' on'): string {
  return day === null ? '' : `${word} ${sayDay(day, today)}`;
}
