import type { Rule } from '../src/model.ts';
import { invitesAbout, matchMoment } from './lib/moments.ts';
import { RECONNECT } from './lib/reconnect.ts';
import { wish } from './lib/wording.ts';

const id = 'event';

const window = { best: 3, closes: 21 };

export const event: Rule = {
  id,
  title: 'An event you both attended',
  why: 'After an event you remember what you talked about, and so do they.',
  source:
    'Article, "Attending Company Events": follow up with those you spoke with. Its follow-up has no number: three days while faces are fresh, three weeks at most, are ours, since talk fades sooner than shared work.',
  window,
  weight: 50,
  kinds: ['event'],
  finds: [{ by: 'kind', notConnected: true }],
  writesAbout: invitesAbout('event'),
  match: (history) =>
    matchMoment(history, {
      id,
      kind: 'event',
      window,
      missing: 'No event you both attended is logged',
      reason: (title, when) => `You were both at ${title} ${when}`,
    }),
  forms: {
    connect: {
      context: [
        (facts) => [
          `it was good to talk with you at ${facts.topic}.`,
          `it was good to see you at ${facts.topic}.`,
        ],
        (facts) => [
          `I enjoyed being at ${facts.topic} with you.`,
          `I enjoyed our time at ${facts.topic}.`,
        ],
        (facts) => [
          `thank you for the good company at ${facts.topic}.`,
          `thank you for your company at ${facts.topic}.`,
        ],
        (facts) => [
          `I am glad that our paths crossed at ${facts.topic}.`,
          `I am glad we were both at ${facts.topic}.`,
        ],
        (facts) => [
          `I came away from ${facts.topic} glad to have talked with you there.`,
          `I am glad we talked at ${facts.topic}.`,
        ],
      ],
      intent: [
        (facts) => [
          `${wish(facts, "I'd like to connect")} so that the conversation can go on.`,
          `${wish(facts, "I'd like to stay in touch")}.`,
        ],
        (facts) => [
          `${wish(facts, "I'd be glad to connect")} so that we stay in touch between events.`,
          `${wish(facts, "I'd be glad to stay in touch")}.`,
        ],
        (facts) => [
          `${wish(facts, "I'd like to stay in touch")}, and I look forward to the next one.`,
          `${wish(facts, "I'd like to stay in touch")}.`,
        ],
        (facts) => [
          `${wish(facts, 'It would be good to connect')}, since our work may well meet again.`,
          `${wish(facts, 'It would be good to stay in touch')}.`,
        ],
        (facts) => [
          `${wish(facts, "I'd enjoy being connected")} and would like to hear how your work goes on.`,
          `${wish(facts, "I'd enjoy staying in touch")}.`,
        ],
      ],
    },
    reconnect: RECONNECT,
  },
  examples: [
    {
      title: 'The day after the offsite in Lisbon',
      fires: true,
      given: {
        today: '2026-11-22',
        interactions: [{ kind: 'event', date: '2026-11-21', title: 'Lisbon offsite' }],
      },
    },
    {
      title: 'After the offsite, with someone already connected',
      fires: false,
      given: {
        today: '2026-11-22',
        person: { connection: { status: 'connected', since: '2026-10-01' } },
        interactions: [{ kind: 'event', date: '2026-11-21', title: 'Lisbon offsite' }],
      },
    },
  ],
};
