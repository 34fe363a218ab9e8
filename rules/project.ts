import type { Rule } from '../src/model.ts';
import { invitesAbout, matchMoment } from './lib/moments.ts';
import { RECONNECT } from './lib/reconnect.ts';
import { wish } from './lib/wording.ts';

const id = 'project';

const window = { best: 7, closes: 30 };

export const project: Rule = {
  id,
  title: 'A project finished together',
  why: 'Work you have just finished side by side is the warmest reason to connect, and a note can thank someone for their part.',
  source:
    'Article, "Following a Successful Project": send a request with thanks for their part. The 30 days are its rhythm of about once a month; within the first week the work is still fresh.',
  window,
  weight: 60,
  kinds: ['project'],
  finds: [{ by: 'kind', notConnected: true }],
  writesAbout: invitesAbout('project'),
  match: (history) =>
    matchMoment(history, {
      id,
      kind: 'project',
      window,
      missing: 'No project finished together is logged',
      reason: (title, when) => `You finished ${title} together ${when}`,
    }),
  forms: {
    connect: {
      context: [
        (facts) => [
          `it was a pleasure to work with you on ${facts.topic}.`,
          `thank you for your work on ${facts.topic}.`,
        ],
        (facts) => [
          `thank you for the work we did together on ${facts.topic}.`,
          `thank you for our work on ${facts.topic}.`,
        ],
        (facts) => [
          `I enjoyed working with you on ${facts.topic}.`,
          `I enjoyed our work on ${facts.topic}.`,
        ],
        (facts) => [
          `I am glad that we worked together on ${facts.topic}.`,
          `I am glad of our work on ${facts.topic}.`,
        ],
        (facts) => [
          `working with you on ${facts.topic} was a real pleasure.`,
          `working on ${facts.topic} with you was a pleasure.`,
        ],
      ],
      intent: [
        (facts) => [
          `${wish(facts, "I'd like to connect")} so that we keep in touch as new projects come along.`,
          `${wish(facts, "I'd like to connect")} so that we keep in touch.`,
          `${wish(facts, "I'd like to stay in touch")}.`,
        ],
        (facts) => [
          `${wish(facts, "I'd be glad to connect")}, and I hope that we build something together again.`,
          `${wish(facts, "I'd be glad to connect")} so that we stay in touch.`,
          `${wish(facts, "I'd be glad to stay in touch")}.`,
        ],
        (facts) => [
          `${wish(facts, "I'd like to stay connected")}, since I would gladly work with you again.`,
          `${wish(facts, "I'd like to stay connected")}.`,
        ],
        (facts) => [
          `${wish(facts, 'It would be good to stay connected')} as we both move on to new work.`,
          `${wish(facts, 'It would be good to stay in touch')}.`,
        ],
        (facts) => [
          `${wish(facts, "I'd value staying in touch")} and would enjoy seeing what you build next.`,
          `${wish(facts, "I'd value staying in touch")}.`,
        ],
      ],
    },
    reconnect: RECONNECT,
  },
  examples: [
    {
      title: 'Two days after finishing Apollo with Priya',
      fires: true,
      given: {
        today: '2026-11-22',
        interactions: [
          {
            kind: 'project',
            date: '2026-11-20',
            title: 'Apollo launch',
            highlight: 'her rollback plan',
          },
        ],
      },
    },
    {
      title: 'Six weeks after finishing Apollo, when the moment has passed',
      fires: false,
      given: {
        today: '2027-01-01',
        interactions: [{ kind: 'project', date: '2026-11-20', title: 'Apollo launch' }],
      },
    },
  ],
};
