import type { Rule } from '../src/model.ts';
import { invitesAbout, matchMoment } from './lib/moments.ts';
import { RECONNECT } from './lib/reconnect.ts';

const id = 'project';

const window = { best: 7, closes: 30 };

export const project: Rule = {
  id,
  title: 'A project you finished together',
  why: "You've just worked side by side, so an invitation feels natural, and you can thank them for their part.",
  source:
    'Article, "Following a Successful Project": send a request with thanks for their part. 30 days is the article\'s "about once a month"; in the first week, the work is still fresh.',
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
      missing: "You haven't logged a project you finished together",
      reason: (title, when) => `You finished ${title} together ${when}`,
    }),
  wording: {
    connect: [
      "jointly | I'm glad we worked on {work} together. {memory} [{close}]",
      'jointly, !near | It was good {working}. [{memory}] [{close}]',
      'jointly, near, !unnamed | I enjoyed {working}. [{memory}] [{close}]',
      'jointly, has-deed, thanked, !manager, !formal | Good working with you on {work}, and thank you for {thanks}. [{close}]',
      'jointly, !unnamed, has-deed, thanked | I enjoyed {working}, and I wanted to thank you for {thanks}. [{close}]',
      'jointly, !unnamed, has-deed, thanked | I wanted to thank you for {thanks}. It was good {working}. [{close}]',
      'jointly, unnamed, has-deed, thanked | Thank you for {thanks}. [{close}]',
      'has-deed, thanked, !jointly | Thank you for {thanks}. [{close}]',
      'has-deed, thanked, !jointly | I wanted to thank you for {thanks}. [{close}]',
      'has-deed, thanked, !jointly, !today | I keep meaning to thank you for {thanks}. [{close}]',
      'jointly, has-quality, !funny | I enjoyed {working}. You were so {how}. [{close}]',
      'jointly, has-quality, !funny | I enjoyed {working}, and I was impressed by {clause}. [{close}]',
      'has-quality, grim | You were so {how} {when}. [{close}]',
      'jointly, has-thing, given, !near, !formal | Good working with you on {work}, and thank you for {thing}. [{close}]',
      'jointly, has-thing, given | Thank you for {thing}. It was good {working}. [{close}]',
      'has-thing, given | Thank you for {thing}. [{close}]',
      'jointly, !has-talk, !has-quality, !has-thing, !has-deed, !has-habit, !has-own, !near | I enjoyed {working}. [{close}]',
      'jointly, !has-talk, !has-quality, !has-thing, !has-deed, !has-habit, !has-own, !near, !formal | Good working with you on {work}. [{close}]',
      'jointly, !has-talk, !has-quality, !has-thing, !has-deed, !has-habit, !has-own, !manager, !senior | Thanks for working on {work} with me. [{close}]',
      'unnamed, jointly, !near | It was good working with you. [{memory}] [{close}]',
      "unnamed, jointly, near | I'm glad we work together. [{memory}] [{close}]",
      '{memory} [{close}]',
      'jointly, !has-talk, !has-quality, !has-thing, !has-deed, !has-habit, !has-own, report | Thank you for your work on {work}. [{close}]',
    ],
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
