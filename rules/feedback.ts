/** Feedback, a review or mentoring from them. Its content is never used in a message. */

import type { Rule } from '../src/model.ts';
import { invitesAbout, matchMoment } from './lib/moments.ts';
import { RECONNECT } from './lib/reconnect.ts';
import { wish } from './lib/wording.ts';

const id = 'feedback';

const window = { best: 7, closes: 30 };

export const feedback: Rule = {
  id,
  title: 'Feedback they gave you',
  why: 'Someone who took the time to give you feedback will be glad to hear thanks, and may go on to be a mentor.',
  source:
    'Article, "After Performance Reviews or Feedback Sessions": connect with the one who gave it. The 30 days are its rhythm of about once a month; thanks are best within a week.',
  window,
  weight: 56,
  kinds: ['feedback'],
  finds: [{ by: 'kind', notConnected: true }],
  writesAbout: invitesAbout('feedback'),
  match: (history) =>
    matchMoment(history, {
      id,
      kind: 'feedback',
      window,
      missing: `No feedback from ${history.person.name} is logged`,
      reason: (title, when) => `${history.person.name} gave you feedback ${when}: ${title}`,
    }),
  forms: {
    connect: {
      context: [
        (facts) => [
          `thank you for the time and thought you put into ${facts.topic}.`,
          `thank you for ${facts.topic}.`,
        ],
        (facts) => [
          `thank you for your feedback at ${facts.topic}; it gave me much to work with.`,
          `thank you for your feedback at ${facts.topic}.`,
        ],
        (facts) => [
          `I am putting what I took from ${facts.topic} to good use, and I am grateful for your care.`,
          `I am grateful for ${facts.topic}.`,
        ],
        (facts) => [
          `I learned a lot from ${facts.topic}, and I want to thank you for it.`,
          `I learned a lot from ${facts.topic}.`,
        ],
      ],
      intent: [
        (facts) => [
          `${wish(facts, "I'd like to connect")} so that I can keep learning from you.`,
          `${wish(facts, "I'd like to stay in touch")}.`,
        ],
        (facts) => [
          `${wish(facts, "I'd be glad to connect")} so that you can see what comes of it.`,
          `${wish(facts, "I'd be glad to stay in touch")}.`,
        ],
        (facts) => [
          `${wish(facts, "I'd value staying in touch")}, as your view means a lot to me.`,
          `${wish(facts, "I'd value staying in touch")}.`,
        ],
        (facts) => [
          `${wish(facts, 'It would be good to stay in touch')}, since advice like yours is hard to come by.`,
          `${wish(facts, 'It would be good to stay in touch')}.`,
        ],
      ],
    },
    reconnect: RECONNECT,
  },
  examples: [
    {
      title: 'Three days after a quarterly review with Priya',
      fires: true,
      given: {
        today: '2026-11-22',
        interactions: [{ kind: 'feedback', date: '2026-11-19', title: 'Q3 review' }],
      },
    },
    {
      title: 'A project finished together is no feedback session',
      fires: false,
      given: {
        today: '2026-11-22',
        interactions: [{ kind: 'project', date: '2026-11-19', title: 'Apollo launch' }],
      },
    },
  ],
};
