/** Feedback, a review or mentoring from them. Its content is never used in a message. */

import type { Rule } from '../src/model.ts';
import { invitesAbout, matchMoment } from './lib/moments.ts';
import { RECONNECT } from './lib/reconnect.ts';

const id = 'feedback';

const window = { best: 7, closes: 30 };

export const feedback: Rule = {
  id,
  title: 'Feedback they gave you',
  why: 'Someone who took the time to give you feedback will be glad of your thanks, and may become a mentor.',
  source:
    'Article, "After Performance Reviews or Feedback Sessions": connect with whoever gave it. 30 days is the article\'s "about once a month"; it\'s best to say thank you within a week.',
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
      missing: `You haven't logged any feedback from ${history.person.name}`,
      reason: (title, when) => {
        const topic = title.replace(/^feedback (?:on|about) (?=\S)/i, '');
        return `${history.person.name} gave you feedback ${when}${topic === title ? ': ' : ' on '}${topic.replace(/\bmy\b/gi, 'your')}`;
      },
    }),
  wording: {
    connect: [
      'has-own | {own} [Thank you for your feedback {review}.]',
      '!has-own, !formal | Your feedback {review} really helped, thank you.',
      '!has-own, !manager | Thanks for taking the time to give me feedback {review}.',
      "!has-own | Thanks again for your feedback {review}. I'm putting it to use.",
      '!has-own | Thank you for the feedback {review}. It really helped.',
      '!has-own, !formal | I wanted to say thank you for the feedback {review}. It helped.',
      "!has-own | I'm glad you gave me feedback {review}. It really helped.",
      '!has-own, !manager | Thank you for taking the time to give me feedback {review}. It helped.',
      '!has-own, formal | Thank you for your feedback {review}. It was a great help.',
      '!has-own, spoken, unnamed | Thank you for taking the time to talk to me[ {when}]. It really helped.',
      '!has-own, spoken, unnamed | Thanks for making time for me[ {when}]. It really helped.',
      "!has-own, spoken, unnamed | I'm glad we talked[ {when}]. It really helped, thank you.",
      '!has-own, spoken, unnamed | I wanted to thank you for taking the time to talk to me[ {when}].',
      '!has-own, !spoken, unnamed | Thank you for your feedback[ {when}]. It really helped.',
      '!has-own, !spoken, unnamed | Thanks for taking the time to give me feedback[ {when}].',
      '!has-own, !spoken, unnamed | Your feedback[ {when}] really helped, thank you.',
      "!has-own, !spoken, unnamed | I'm glad you took the time to give me feedback[ {when}]. Thank you.",
    ],
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
      title: 'Finishing a project together',
      fires: false,
      given: {
        today: '2026-11-22',
        interactions: [{ kind: 'project', date: '2026-11-19', title: 'Apollo launch' }],
      },
    },
  ],
};
