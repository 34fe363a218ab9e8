/** My new job; the people are those I now work with. */

import type { Rule } from '../src/model.ts';
import { invitesAbout, matchMoment } from './lib/moments.ts';
import { RECONNECT } from './lib/reconnect.ts';

const id = 'new-job';

const window = { best: 21, closes: 90 };

export const newJob: Rule = {
  id,
  title: 'You started a new job',
  why: 'In your first weeks, an invitation helps new teammates place you and helps you settle in.',
  source:
    'Article, "After Starting a New Job": the team first, then people you meet regularly. 90 days is how long settling in usually takes (M. Watkins, "The First 90 Days"); we chose three weeks as the best time.',
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
      missing: "You haven't logged a new job that brought you together",
      reason: (title, when) => `You started working together ${when}: ${title}`,
    }),
  wording: {
    connect: [
      "fresh, !manager | I've just joined, and I'm glad we're working together. [{memory}] [{close}]",
      'has-deed, thanked | Thank you for {thanks}. It made starting here easier. [{close}]',
      'has-deed, thanked | I wanted to say thank you for {thanks}. It made starting here easier. [{close}]',
      "has-deed, thanked | Thank you for {thanks}. I've only just started, and it really helped. [{close}]",
      'has-deed, thanked | I wanted to thank you for {thanks}. It made my start here much easier. [{close}]',
      'has-thing, given | Thank you for {thing}. It made starting here easier. [{close}]',
      "has-quality | You've been so {how} while I find my feet here. [{close}]",
      "!has-deed | I'm glad we're working together now that I've joined. [{memory}] [{close}]",
      "!has-deed, !fresh, !manager, !senior | I {started} not long ago, and I'm glad we're working together. [{memory}] [{close}]",
      "!has-deed | I've only recently joined, and I'm glad we're working together. [{memory}] [{close}]",
      "fresh, !has-deed | I've only just started, and I'm glad we're working together. [{memory}] [{close}]",
      "has-deed, !thanked | I'm glad we're working together now that I've joined. [{close}]",
    ],
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
      title: 'Six months into the job',
      fires: false,
      given: {
        today: '2027-05-12',
        interactions: [{ kind: 'new-job', date: '2026-11-12', title: 'Joined Billing' }],
      },
    },
  ],
};
