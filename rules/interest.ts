import type { Rule } from '../src/model.ts';
import { invitesAbout, matchMoment } from './lib/moments.ts';
import { RECONNECT } from './lib/reconnect.ts';

const id = 'interest';

const window = { best: 14, closes: 60 };

export const interest: Rule = {
  id,
  title: 'An interest in common',
  why: 'A shared interest gives you something to keep talking about.',
  source:
    'Article, "When You Share a Common Interest": connect to keep the discussion going. 60 days is our choice: an interest lasts, so this stays open for twice the article\'s month.',
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
      missing: "You haven't logged an interest you share",
      reason: (title, when) => `You found out ${when} that you share an interest: ${title}`,
    }),
  wording: {
    connect: [
      "It's good to know someone else who's into {interest}. [{memory}] [{close}]",
      "I'm glad I'm not the only one here who's into {interest}. [{memory}] [{close}]",
      'I liked talking about {interest} with you. [{memory}] [{close}]',
      'I enjoyed our chat about {interest}. [{memory}] [{close}]',
      "Always nice to find another person who's into {interest}. [{memory}] [{close}]",
      "has-habit | I still can't believe {habit}. I'd love to hear more about it. [{close}]",
      "has-deed, thanked | Thank you for {thanks}. [It's nice to know someone else who's into {interest}.] [{close}]",
      'unnamed | I enjoyed our chat[ {when}]. [{memory}] [{close}]',
      'unnamed | I enjoyed talking with you[ {when}]. [{memory}] [{close}]',
      'unnamed | I enjoyed our talk[ {when}]. [{memory}] [{close}]',
      'unnamed | I liked our chat[ {when}]. [{memory}] [{close}]',
    ],
    reconnect: RECONNECT,
  },
  examples: [
    {
      title: 'Four days after finding out that you both run',
      fires: true,
      given: {
        today: '2026-11-22',
        interactions: [{ kind: 'interest', date: '2026-11-18', title: 'trail running' }],
      },
    },
    {
      title: 'Chatting about the weather',
      fires: false,
      given: {
        today: '2026-11-22',
        interactions: [{ kind: 'meeting', date: '2026-11-18', title: 'Talk at the lift' }],
      },
    },
  ],
};
