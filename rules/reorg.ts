/** A merger, a new leader or a reorganisation that affects us both. */

import type { History, Kind, Rule, Verdict } from '../src/model.ts';
import { HARD_CHANGE } from './lib/hard-change.ts';
import { invitesAbout, matchMoment } from './lib/moments.ts';
import { RECONNECT } from './lib/reconnect.ts';
import { isTalk, isTeammate, isTeamUnknown } from './lib/ties.ts';

const id = 'reorg';

const window = { best: 14, closes: 60 };

const RAPPORT_KINDS: readonly Kind[] = ['new-job', 'project', 'event', 'interest', 'feedback'];

/**
 * Whether we know each other well enough to connect over a reorganisation: talked, or (perhaps) on
 * one team.
 */
export function hasRapport(history: History): boolean {
  return (
    history.interactions.some((one) => RAPPORT_KINDS.includes(one.kind) || isTalk(one)) ||
    isTeammate(history) ||
    isTeamUnknown(history)
  );
}

function match(history: History): Verdict {
  const verdict = matchMoment(history, {
    id,
    kind: 'reorg',
    window,
    missing: "You haven't logged a change at work that affects you both",
    reason: (title, when) => `A change at work that affects you both came ${when}: ${title}`,
  });
  if (verdict.fires && !hasRapport(history)) {
    return {
      fires: false,
      why: `${history.person.name} is on another team and you haven't talked yet, so say hello`,
    };
  }
  return verdict;
}

/** What to say in a change that isn't hard. */
const REORG: readonly string[] = [
  'led, !hard | [{me}] I look forward to working with you. [{own}]',
  "led, !hard | [{me}] It'll be good to work with you. [{own}]",
  'led, !hard | I wanted to say hello. [{me}] I look forward to working with you. [{own}]',
  "led, !hard | I thought I'd say hello, as we'll be working together. [{me}] [{own}]",
  "!led, !hard, near | With {change}, I'm glad we work together. [{own}] [{close}]",
  "!led, !hard, unnamed | Since we work {onTeam} together, I thought I'd connect here too. [{own}]",
  "!led, !hard, unnamed | Since we work {team}, I thought I'd connect here too. [{own}]",
  "!led, !hard, !near | With {change}, I thought it'd be good to be in touch. [{own}] [{close}]",
  "!led, !hard, !near | With {change}, I thought I'd say hello. [{own}] [{close}]",
  "!led, !hard, !near | With {change}, I thought it'd be good for us to connect. [{own}]",
  "!led, !hard | I hope you're finding your feet after {changeNoun}. [{own}] [{close}]",
  '!led, !hard, has-deed, thanked, mine | Thank you for {thanks}. It made these weeks easier. [{close}]',
  "!led, !hard, unnamed, !near | With all the changes at the moment, I thought it'd be good to be in touch. [{own}] [{close}]",
  "!led, !hard, unnamed, !near | I'd like to stay in touch through the changes. [{own}]",
  "!led, !hard, unnamed, near | With all the changes at the moment, I'm glad we work together. [{own}] [{close}]",
];

export const reorg: Rule = {
  id,
  title: 'A change at work that affects you both',
  why: 'When teams or leaders change, it helps to stay close to the people you work with.',
  source:
    'Article, "When is the best time to connect": major changes such as mergers or shifts in leadership. 60 days is our choice: the effects last about two months.',
  window,
  weight: 40,
  kinds: ['reorg'],
  finds: [{ by: 'kind', notConnected: true }],
  writesAbout: invitesAbout('reorg'),
  match,
  wording: {
    connect: [...REORG, ...HARD_CHANGE],
    reconnect: RECONNECT,
  },
  examples: [
    {
      title: 'A week after the merger, with someone from your own team',
      fires: true,
      given: {
        today: '2026-11-22',
        person: { team: 'Billing' },
        interactions: [{ kind: 'reorg', date: '2026-11-15', title: 'Merger with Northwind' }],
      },
    },
    {
      title: 'Two days after layoffs, with someone from your own team',
      fires: true,
      given: {
        today: '2026-11-22',
        person: { team: 'Billing' },
        interactions: [{ kind: 'reorg', date: '2026-11-20', title: 'Layoffs in Sales' }],
      },
    },
    {
      title: "The same merger, with someone on another team you've never talked to",
      fires: false,
      given: {
        today: '2026-11-22',
        person: { team: 'Payments' },
        interactions: [{ kind: 'reorg', date: '2026-11-15', title: 'Merger with Northwind' }],
      },
    },
  ],
};
