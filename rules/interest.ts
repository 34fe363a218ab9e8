import type { Rule } from '../src/model.ts';
import { invitesAbout, matchMoment } from './lib/moments.ts';
import { RECONNECT } from './lib/reconnect.ts';
import { wish } from './lib/wording.ts';

const id = 'interest';

const window = { best: 14, closes: 60 };

export const interest: Rule = {
  id,
  title: 'An interest in common',
  why: 'A shared interest gives the two of you something to go on talking about.',
  source:
    'Article, "When You Share a Common Interest": connect to keep the discussion going. The 60 days are ours: an interest lasts, so this stays open twice as long as the monthly rhythm the article names.',
  window,
  weight: 48,
  kinds: ['interest'],
  finds: [{ by: 'kind', notConnected: true }],
  writesAbout: invitesAbout('interest'),
  match: (history) =>
    matchMoment(history, {
      id,
      kind: 'interest',
      window,
      missing: 'No interest in common is logged',
      reason: (title, when) => `You found an interest in common ${when}: ${title}`,
    }),
  forms: {
    connect: {
      context: [
        (facts) => [
          `I was glad to find that we share an interest in ${facts.topic}.`,
          `it is good to share an interest in ${facts.topic}.`,
        ],
        (facts) => [
          `it was good to find someone else who cares about ${facts.topic}.`,
          `it is good that we both care about ${facts.topic}.`,
        ],
        (facts) => [
          `it is not every day that I meet someone who shares my interest in ${facts.topic}.`,
          `we share an interest in ${facts.topic}.`,
        ],
        (facts) => [
          `our shared interest in ${facts.topic} was a happy discovery.`,
          `I enjoy our shared interest in ${facts.topic}.`,
        ],
      ],
      intent: [
        (facts) => [
          `${wish(facts, "I'd like to connect")} so that we can go on trading what we learn.`,
          `${wish(facts, "I'd like to stay in touch")}.`,
        ],
        (facts) => [
          `${wish(facts, "I'd be glad to connect")} and would enjoy hearing what you find next.`,
          `${wish(facts, "I'd be glad to stay in touch")}.`,
        ],
        (facts) => [
          `${wish(facts, 'It would be good to stay in touch')}, since there is more to talk about.`,
          `${wish(facts, 'It would be good to stay in touch')}.`,
        ],
        (facts) => [
          `${wish(facts, "I'd enjoy being connected")} so that we can compare notes now and then.`,
          `${wish(facts, "I'd enjoy staying in touch")}.`,
        ],
      ],
    },
    reconnect: RECONNECT,
  },
  examples: [
    {
      title: 'Four days after finding that you both run',
      fires: true,
      given: {
        today: '2026-11-22',
        interactions: [{ kind: 'interest', date: '2026-11-18', title: 'trail running' }],
      },
    },
    {
      title: 'A talk about the weather is no interest in common',
      fires: false,
      given: {
        today: '2026-11-22',
        interactions: [{ kind: 'meeting', date: '2026-11-18', title: 'Talk at the lift' }],
      },
    },
  ],
};
