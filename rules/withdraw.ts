/** An unanswered invitation: withdraw it and say hello another way. */

import type { History, Rule, Verdict } from '../src/model.ts';
import { addDays, daysBetween } from '../src/text/days.ts';
import { EXPIRES_AFTER_DAYS, WITHDRAW_AFTER_DAYS } from './lib/invitations.ts';
import { bestToBuildOn } from './lib/ties.ts';

const id = 'withdraw';

const window = { best: 7, closes: EXPIRES_AFTER_DAYS - WITHDRAW_AFTER_DAYS };

function match(history: History): Verdict {
  const { person, interactions, today, skipped } = history;
  const no = (why: string): Verdict => ({ fires: false, why });
  const { status, since } = person.connection;
  if (status !== 'invited' || !since) {
    return no(`No invitation to ${person.name} is waiting for an answer`);
  }
  const days = daysBetween(since, today);
  if (days < 0) {
    return no(`Your invitation is noted for a day still to come; give ${person.name} time`);
  }
  if (days < WITHDRAW_AFTER_DAYS) {
    return no(
      `Your invitation has waited ${days} of ${WITHDRAW_AFTER_DAYS} days; give ${person.name} time`,
    );
  }
  if (days > EXPIRES_AFTER_DAYS) {
    return no(`Your invitation is ${days} days old and has expired by itself`);
  }
  const key = `${id}:${since}`;
  if (skipped.has(key)) return no(`You let this moment pass for ${person.name}`);
  const reason = `Your invitation has waited ${days} days; answers after three weeks are rare`;
  return {
    fires: true,
    why: reason,
    moment: {
      action: 'withdraw',
      kind: null,
      interaction: bestToBuildOn(interactions),
      window: {
        opens: addDays(since, WITHDRAW_AFTER_DAYS),
        best: addDays(since, WITHDRAW_AFTER_DAYS + window.best),
        closes: addDays(since, EXPIRES_AFTER_DAYS),
      },
      reason,
      key,
    },
  };
}

export const withdraw: Rule = {
  id,
  title: 'An invitation left unanswered',
  why: 'Taking back an invitation that has waited three weeks frees you to meet in another way first, and try again later.',
  source:
    'Of accepted invitations 94 % are accepted within 21 days (6,799 in seven published LinkedIn exports). LinkedIn Help a551012: after a withdrawal up to three weeks pass before the same person can be invited again. An invitation expires after about six months.',
  window,
  weight: 15,
  kinds: [],
  finds: [{ by: 'invited', days: WITHDRAW_AFTER_DAYS }],
  match,
  wording: {},
  examples: [
    {
      title: 'An invitation that has waited 25 days',
      fires: true,
      given: {
        today: '2026-11-22',
        person: { connection: { status: 'invited', since: '2026-10-28' } },
        interactions: [{ kind: 'project', date: '2026-10-26', title: 'Apollo launch' }],
      },
    },
    {
      title: 'An invitation sent last week',
      fires: false,
      given: {
        today: '2026-11-22',
        person: { connection: { status: 'invited', since: '2026-11-15' } },
        interactions: [{ kind: 'project', date: '2026-11-13', title: 'Apollo launch' }],
      },
    },
  ],
};
