/** A stranger's invitation waits: look who it is. */

import type { History, Rule, Verdict } from '../src/model.ts';
import { addDays, ago, daysBetween } from '../src/text/days.ts';
import { knownFrom } from './answer.ts';
import { answerKey } from './lib/invitations.ts';
import { INVITED } from './lib/invited.ts';

const id = 'look';

const window = { best: 7, closes: 30 };

function match(history: History): Verdict {
  const { person, today, skipped } = history;
  const no = (why: string): Verdict => ({ fires: false, why });
  const { status, since } = person.connection;
  if (status !== 'incoming') return no(`${person.name} hasn't invited you`);
  if (since !== null && since > today) return no('Their invitation has a date in the future');
  if (knownFrom(history) !== null) return no(`You know ${person.name}`);
  const days = since === null ? 0 : daysBetween(since, today);
  if (days > window.closes)
    return no(`${person.name} invited you ${days} days ago, and nothing is known of them`);
  const key = answerKey(since);
  if (skipped.has(key)) return no(`You skipped this for ${person.name}`);
  const when = since === null ? '' : ` ${ago(since, today)}`;
  const reason = `${person.name} invited you${when}: look at their profile; you haven't logged anything with them`;
  return {
    fires: true,
    why: reason,
    moment: {
      action: 'answer',
      kind: null,
      interaction: null,
      window:
        since === null
          ? null
          : {
              opens: since,
              best: addDays(since, window.best),
              closes: addDays(since, window.closes),
            },
      reason,
      key,
    },
  };
}

export const look: Rule = {
  id,
  title: 'A stranger invited you',
  why: 'A look at their profile says whether to accept; ignoring an invitation is an answer, too.',
  source:
    'Article, "Be Professional and Courteous". The week and the month are our choice, and so is listing one at a time: people you know come first.',
  window,
  weight: 8,
  isOneAtATime: true,
  kinds: [],
  finds: [{ by: 'incoming' }],
  match,
  standsAlone: true,
  wording: {
    answer: INVITED,
  },
  examples: [
    {
      title: 'A week after an invitation from somebody you know nothing of',
      fires: true,
      given: {
        today: '2026-11-22',
        person: { connection: { status: 'incoming', since: '2026-11-15' } },
      },
    },
    {
      title: 'Two months after it',
      fires: false,
      given: {
        today: '2026-11-22',
        person: { connection: { status: 'incoming', since: '2026-09-20' } },
      },
    },
  ],
};
