import type { Rule } from '../src/model.ts';
import { invitesAbout, matchMoment } from './lib/moments.ts';
import { RECONNECT } from './lib/reconnect.ts';

const id = 'event';

const window = { best: 3, closes: 21 };

export const event: Rule = {
  id,
  title: 'An event you both attended',
  why: 'Soon after an event, you both remember what you talked about.',
  source:
    'Article, "Attending Company Events": follow up with those you spoke with. The article gives no number of days. We chose three, while faces are still fresh, and three weeks at most, because a chat fades faster than shared work.',
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
      missing: "You haven't logged an event you both went to",
      reason: (title, when) => `You were both at an event ${when}: ${title}`,
    }),
  wording: {
    connect: [
      '!grim, doing, !first, !has-talk, !has-deed | It was good doing {event} with you. [{memory}] [{close}]',
      "!grim, doing, !first, !has-talk, !has-deed | I'm glad we did {event} together. [{memory}] [{close}]",
      '!grim, !doing, !has-talk, !has-deed, !first | It was good to see you at {event}. [{memory}] [{close}]',
      "!grim, !doing, !has-talk, !has-deed, !first | I'm glad we were both at {event}. [{memory}] [{close}]",
      '!grim, !doing, !has-talk, !has-deed, !first | It was nice to see you at {event}. [{memory}] [{close}]',
      '!grim, !doing, !has-talk, !has-deed, !first, !today | It was good to see you at {event}[ {when}]. [{memory}] [{close}]',
      '!grim, !has-talk, !has-deed, first, !formal | It was good to meet you at {event}. [{memory}] [{close}]',
      '!grim, !has-talk, !has-deed, first, !formal | It was good to meet you at {event}[ {when}]. [{memory}] [{close}]',
      '!grim, !has-talk, !has-deed, first, !formal | It was nice meeting you at {event}. [{memory}] [{close}]',
      '!grim, !has-talk, first, formal | I was at {event}[ {when}]. [{memory}] [{close}]',
      '!grim, !has-talk, first, formal | I was at {event} too. [{memory}] [{close}]',
      'has-talk | [{me}] I really enjoyed {talk} at {event}. [{close}]',
      'has-talk | [{me}] I really liked {talk} at {event}. [{close}]',
      'has-talk | [{me}] {talk} at {event} has stayed with me. [{close}]',
      'has-talk | [{me}] Thank you for {talk} at {event}. [{close}]',
      'has-quality | You were so {how} at {event}. [{close}]',
      'has-quality, !funny | I was impressed by {clause} at {event}. [{close}]',
      'has-deed, thanked, plain, !contest | Thank you for {thanks} at {event}. [{close}]',
      'has-deed, thanked, plain, !contest | I wanted to thank you for {thanks} at {event}. [{close}]',
      'has-deed, thanked, plain, !contest, !today | I keep meaning to thank you for {thanks} at {event}. [{close}]',
      'has-deed, thanked, !contest, !grim, doing, !first | It was good doing {event} with you. {memory} [{close}]',
      "has-deed, thanked, !contest, !grim, doing, !first | I'm glad we did {event} together. {memory} [{close}]",
      "has-deed, thanked, !contest, !grim, !doing, !first | I've been thinking about {event}, and I wanted to thank you for {thanks}. [{close}]",
      'has-deed, thanked, !contest, !grim, !doing, !first | It was good to see you at {event}. {memory} [{close}]',
      'has-deed, thanked, !contest, !grim, first, !formal | It was good to meet you at {event}. {memory} [{close}]',
      'has-deed, thanked, !contest, !grim, first, !formal | It was nice meeting you at {event}. {memory} [{close}]',
      "!grim, has-deed, contest | I won't forget how {past} at {event}. [{close}]",
      "!grim, has-deed, contest | It was good to see you at {event}. I won't forget how {past}. [{close}]",
      "!grim, has-deed, !thanked, !doing, !first | I'm glad we were both at {event}. [{close}]",
      '!grim, has-deed, !thanked, doing, !first | It was good doing {event} with you. [{close}]',
      'has-thing, given | Thank you for {thing} at {event}. [{close}]',
      '!grim, has-habit, first | It was good to meet you at {event}. I liked hearing that {habit}. [{close}]',
      '!grim, has-habit, !first | It was good to see you at {event}. I liked hearing that {habit}. [{close}]',
      '!grim, unnamed, has-habit, first | It was good to meet you. I liked hearing that {habit}. [{close}]',
      '{memory} [{close}]',
    ],
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
      title: "After the offsite, with someone you're already connected with",
      fires: false,
      given: {
        today: '2026-11-22',
        person: { connection: { status: 'connected', since: '2026-10-01' } },
        interactions: [{ kind: 'event', date: '2026-11-21', title: 'Lisbon offsite' }],
      },
    },
  ],
};
