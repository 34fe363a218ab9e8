/** A stranger's invitation waits: look who it is. */

import type { Rule } from '../src/model.ts';
import { isFromThem } from '../src/text/site-record.ts';
import { matchIncoming } from './lib/incoming.ts';
import { INVITED } from './lib/invited.ts';

const id = 'look';

const window = { best: 7, closes: 30 };

export const look: Rule = {
  id,
  title: 'A stranger invited you',
  why: "Their profile usually tells you whether to accept, and it's fine to ignore an invitation.",
  source:
    'Article, "Be Professional and Courteous". The week and the month are our choice, and so is listing only one stranger at a time, because people you know come first.',
  window,
  weight: 8,
  atMost: 'one',
  kinds: [],
  finds: [{ by: 'incoming' }],
  match: (history) => {
    const { name } = history.person;
    const message = history.interactions.find(({ title }) => isFromThem(title)) ?? null;
    return matchIncoming(history, {
      window,
      unfit: (known) => (known === null ? null : `You know ${name}`),
      late: (days) => `${name} invited you ${days} days ago, and you don't know each other`,
      tell: () =>
        message === null
          ? "look at their profile; you haven't logged anything with them"
          : 'read what they wrote to you on LinkedIn, and look at their profile',
      interaction: message,
    });
  },
  standsAlone: true,
  wording: {
    answer: INVITED,
  },
  examples: [
    {
      title: 'A week after an invitation from someone you know nothing about',
      fires: true,
      given: {
        today: '2026-11-22',
        person: { connection: { status: 'incoming', since: '2026-11-15' } },
      },
    },
    {
      title: 'Two months after the invitation',
      fires: false,
      given: {
        today: '2026-11-22',
        person: { connection: { status: 'incoming', since: '2026-09-20' } },
      },
    },
  ],
};
