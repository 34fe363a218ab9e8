import { EXPIRES_AFTER_DAYS } from '../../../rules/lib/invitations.ts';
import type { Action, Day, History, Moment, PersonRef } from '../../model.ts';
import { addDays, daysBetween, formatDay } from '../../text/days.ts';

const HOLD_REASONS = [
  'strained',
  'pending',
  'declined',
  'snoozed',
  'skipped',
  'budget',
  'cooling-off',
  'passed-over',
] as const;
export type HoldReason = (typeof HOLD_REASONS)[number];

/** Why a person isn't suggested today. */
export interface Hold {
  reason: HoldReason;
  /** One sentence for the user. */
  message: string;
}

/** Days after a withdrawal before a new invitation is possible: LinkedIn Help a551012. */
export const COOLING_OFF_DAYS = 21;

/** Days on which the list shows a moment before it makes room for the next. A working week; ours. */
const SHOWN_DAYS = 5;

/** Actions that ask for a connection or lead up to it: paused while an invitation is pending. */
export const ASKING_ACTIONS: readonly Action[] = ['connect', 'reconnect', 'warm-up'];

/** Why a person is held back today, or null. The budget is left to `rank`. */
export function findHold(history: History, lead: Moment | null, isSkipped: boolean): Hold | null {
  const { person, today } = history;
  const { status, since } = person.connection;
  if (person.strained) {
    return {
      reason: 'strained',
      message: `You've marked this relationship as strained. Leave it for now, or talk in person first.`,
    };
  }
  const snoozed = history.snoozedUntil;
  if (snoozed !== null && snoozed > today) {
    return {
      reason: 'snoozed',
      message: `Snoozed until ${formatDay(snoozed, today)}.`,
    };
  }
  if (status === 'declined') {
    return {
      reason: 'declined',
      message: `They declined your invitation${datePhrase(since, today)}; nothing to do.`,
    };
  }
  const isAsking = lead === null || ASKING_ACTIONS.includes(lead.action);
  if (status === 'invited' && isAsking && since !== null && hasExpired(since, today)) {
    return {
      reason: 'pending',
      message: `Your invitation${datePhrase(since, today, ' of')} has expired. To make room for a new one: netcoach withdrawn ${argumentOf(person)}`,
    };
  }
  if (status === 'invited' && isAsking) {
    return {
      reason: 'pending',
      message: `Your invitation${datePhrase(since, today, ' of')} hasn't been answered yet.`,
    };
  }
  if (
    status === 'withdrawn' &&
    since !== null &&
    isAsking &&
    addDays(since, COOLING_OFF_DAYS) > today
  ) {
    return {
      reason: 'cooling-off',
      message: `You withdrew an invitation${datePhrase(since, today)}. You can send a new one from ${formatDay(addDays(since, COOLING_OFF_DAYS), today)}.`,
    };
  }
  if (isSkipped) return { reason: 'skipped', message: 'You skipped this one.' };
  if (isPassedOver(history, lead)) {
    return {
      reason: 'passed-over',
      message: `You've seen this one on ${SHOWN_DAYS} days. Skip it, or snooze it: netcoach snooze ${argumentOf(person)}`,
    };
  }
  return null;
}

/** Whether the list showed this moment on enough days, and nothing was done. */
function isPassedOver({ shown }: History, lead: Moment | null): boolean {
  if (lead === null || shown === null) return false;
  return shown.moment === lead.key && shown.days >= SHOWN_DAYS;
}

function hasExpired(since: Day, today: Day): boolean {
  return daysBetween(since, today) > EXPIRES_AFTER_DAYS;
}

/** A person as a shell argument: the quoted name if every shell takes it, otherwise `"#ID"`. */
function argumentOf({ id, name }: PersonRef): string {
  const isPlain = /^[A-Za-z .'-]+$/.test(name) || /^[\p{L}\p{M} .'-]+$/u.test(name);
  return isPlain ? `"${name}"` : `"#${id}"`;
}

function datePhrase(day: Day | null, today: Day, word = ' on'): string {
  return day === null ? '' : `${word} ${formatDay(day, today)}`;
}

/**
 * Why somebody is held back, in a sentence behind their name.
 * @param message of `findHold`: it begins with a word that may be written small, never with a name
 */
export function sayHold(name: string, message: string): string {
  const theirs = /^They /.exec(message);
  if (theirs !== null) return `${name} ${message.slice(theirs[0].length)}`;
  return `${name}: ${message.charAt(0).toLowerCase()}${message.slice(1)}`;
}
