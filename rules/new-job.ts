/** My new job; the people are those I now work with. */

import type { Rule } from '../src/model.ts';
import { invitesAbout, matchMoment } from './lib/moments.ts';
import { RECONNECT } from './lib/reconnect.ts';
import { wish } from './lib/wording.ts';

const id = 'new-job';

const window = { best: 21, closes: 90 };

export const newJob: Rule = {
  id,
  title: 'You started a new job',
  why: 'In your first weeks, an invitation helps your new teammates place you, and helps you settle in.',
  source:
    'Article, "After Starting a New Job": the team first, then those you meet regularly. The 90 days are the usual length of settling in (M. Watkins, "The First 90 Days"); three weeks is ours for the best of it.',
  window,
  weight: 55,
  kinds: ['new-job'],
  finds: [{ by: 'kind', notConnected: true }],
  writesAbout: invitesAbout('new-job'),
  match: (history) =>
    matchMoment(history, {
      id,
      kind: 'new-job',
      window,
      missing: 'No new job that brought you together is logged',
      reason: (title, when) => `You began to work together ${when}: ${title}`,
    }),
  forms: {
    connect: {
      context: [
        (facts) => [
          facts.when
            ? `${facts.start} ${facts.when}, and it is good to be working with you.`
            : `${facts.start}, and it is good to be working with you.`,
          `${facts.start}, and it is good to work with you.`,
          `${facts.start}.`,
        ],
        (facts) => [
          `thank you for the warm welcome since ${facts.start}.`,
          `thank you for your welcome since ${facts.start}.`,
          `${facts.start}.`,
        ],
        (facts) => [
          `I have enjoyed working with you since ${facts.start}.`,
          `I have enjoyed our work since ${facts.start}.`,
          `${facts.start}.`,
        ],
        (facts) => [
          `it has been good to get to know you since ${facts.start}.`,
          `it is good to know you since ${facts.start}.`,
          `${facts.start}.`,
        ],
      ],
      intent: [
        (facts) => [
          `${wish(facts, "I'd like to connect")} so that it is easy to reach each other.`,
          `${wish(facts, "I'd like to connect")}.`,
        ],
        (facts) => [
          `${wish(facts, "I'd be glad to connect")} as we start out working together.`,
          `${wish(facts, "I'd be glad to connect")}.`,
        ],
        (facts) => [
          `${wish(facts, "I'd like us to be connected")}, and I look forward to our work together.`,
          `${wish(facts, "I'd like us to be connected")}.`,
        ],
        (facts) => [
          `${wish(facts, 'It would be good to connect')} so that I know the people I work with.`,
          `${wish(facts, 'It would be good to connect')}.`,
        ],
      ],
    },
    reconnect: RECONNECT,
  },
  examples: [
    {
      title: 'In the second week of a new job, with someone from the team',
      fires: true,
      given: {
        today: '2026-11-22',
        interactions: [{ kind: 'new-job', date: '2026-11-12', title: 'Joined Billing' }],
      },
    },
    {
      title: 'Half a year into the job',
      fires: false,
      given: {
        today: '2027-05-12',
        interactions: [{ kind: 'new-job', date: '2026-11-12', title: 'Joined Billing' }],
      },
    },
  ],
};
