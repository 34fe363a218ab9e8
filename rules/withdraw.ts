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
    return no(`You have no invitation to ${person.name} waiting for an answer`);
  }
  const days = daysBetween(since, today);
  if (days < 0) {
    return no(`Your invitation has a date in the future`);
  }
  if (days < WITHDRAW_AFTER_DAYS) {
    return no(`You invited ${person.name} ${days} days ago; give them ${WITHDRAW_AFTER_DAYS}`);
  }
  if (days > EXPIRES_AFTER_DAYS) {
    return no(`Your invitation is ${days} days old and has expired`);
  }
  const key = `${id}:${since}`;
  if (skipped.has(key)) return no(`You skipped this for ${person.name}`);
  const reason = `Your invitation has been waiting for ${days} days: few are accepted after three weeks, and you can't ask again until it's withdrawn`;
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
  title: "An invitation they haven't answered",
  why: 'After three weeks, withdraw it: you can get to know each other another way, and try again later.',
  source:
    'Of 6,799 accepted invitations in seven published LinkedIn exports, 94% were accepted within 21 days. LinkedIn Help a551012: after you withdraw one, you may have to wait three weeks before inviting the same person again. An invitation expires after about six months.',
  window,
  weight: 15,
  kinds: [],
  finds: [{ by: 'invited', days: WITHDRAW_AFTER_DAYS }],
  match,
  wording: {},
  examples: [
    {
      title: 'An invitation unanswered for 25 days',
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
