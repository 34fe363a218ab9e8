/** Their invitation waits for an answer. */

import type { Rule } from '../src/model.ts';
import { matchIncoming } from './lib/incoming.ts';
import { EXPIRES_AFTER_DAYS } from './lib/invitations.ts';
import { INVITED } from './lib/invited.ts';
import { bestToBuildOn } from './lib/ties.ts';

const id = 'answer';

const window = { best: 7, closes: EXPIRES_AFTER_DAYS };

export const answer: Rule = {
  id,
  title: 'They invited you',
  why: "They took the first step, so answer while they still remember it, unless you'd rather ignore the invitation.",
  source:
    'Article, "Be Professional and Courteous". The week is our choice. LinkedIn Help: an invitation expires after about six months.',
  window,
  weight: 45,
  kinds: [],
  finds: [{ by: 'incoming' }],
  match: (history) =>
    matchIncoming(history, {
      window,
      unfit: (known) => (known === null ? `You don't know ${history.person.name} yet` : null),
      late: (days) => `The invitation is ${days} days old and has expired`,
      tell: (known) => `${known}`,
      interaction: bestToBuildOn(history.interactions),
    }),
  standsAlone: true,
  wording: {
    answer: INVITED,
  },
  examples: [
    {
      title: 'Three days after an invitation from Priya, who worked on a project with you',
      fires: true,
      given: {
        today: '2026-11-22',
        person: { connection: { status: 'incoming', since: '2026-11-19' } },
        interactions: [{ kind: 'project', date: '2026-11-10', title: 'Apollo launch' }],
      },
    },
    {
      title: 'A stranger who invited you a week ago',
      fires: false,
      given: {
        today: '2026-11-22',
        person: { connection: { status: 'incoming', since: '2026-11-15' } },
      },
    },
  ],
};
