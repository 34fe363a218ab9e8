/** A merger, a new leader or a reorganisation that affects us both. */

import type { History, Kind, Rule, Verdict } from '../src/model.ts';
import { invitesAbout, matchMoment } from './lib/moments.ts';
import { RECONNECT } from './lib/reconnect.ts';
import { isTalk, isTeammate, isTeamUnknown } from './lib/ties.ts';
import { wish } from './lib/wording.ts';

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
    missing: 'No change at work that you both live through is logged',
    reason: (title, when) => `A change you both live through came ${when}: ${title}`,
  });
  if (verdict.fires && !hasRapport(history)) {
    return {
      fires: false,
      why: `${history.person.name} is on another team and you have not talked yet, so say hello first`,
    };
  }
  return verdict;
}

export const reorg: Rule = {
  id,
  title: 'A change you both live through',
  why: 'When teams or leaders change, it helps to keep hold of the people whose work is near yours.',
  source:
    'Article, "When is the best time to connect": major changes such as mergers or shifts in leadership. The 60 days are ours: such a change is felt for about two months, twice the monthly rhythm the article names.',
  window,
  weight: 40,
  kinds: ['reorg'],
  finds: [{ by: 'kind', notConnected: true }],
  writesAbout: invitesAbout('reorg'),
  match,
  forms: {
    connect: {
      context: [
        (facts) => [
          facts.isHard
            ? `we are both living through ${facts.topic}.`
            : `we are both finding our way through the changes around ${facts.topic}.`,
          `we both have ${facts.topic} before us.`,
        ],
        (facts) => [
          facts.isHard
            ? `I have thought of you since ${facts.topic}, and wanted to say hello.`
            : `the changes around ${facts.topic} touch us both.`,
          `the changes around ${facts.topic} touch us both.`,
        ],
        (facts) => [
          facts.isHard
            ? `these are not easy weeks for us, with ${facts.topic}.`
            : `with the changes around ${facts.topic}, our work may well meet more often.`,
          `we share the changes around ${facts.topic}.`,
        ],
        (facts) => [
          facts.isHard
            ? `after ${facts.topic}, it helps to know that we are in this together.`
            : `it is good to have company through the changes around ${facts.topic}.`,
          `we share the changes around ${facts.topic}.`,
        ],
      ],
      intent: [
        (facts) => [
          `${wish(facts, "I'd like to connect")} so that we ${facts.isHard ? 'can lend each other a hand' : 'can share what we learn on the way'}.`,
          `${wish(facts, "I'd like to stay in touch")}.`,
        ],
        (facts) => [
          `${wish(facts, "I'd be glad to connect")} so that we stay in touch, whatever comes of it.`,
          `${wish(facts, "I'd be glad to stay in touch")}.`,
        ],
        (facts) => [
          `${wish(facts, 'It would be good to stay connected')} while things settle.`,
          `${wish(facts, 'It would be good to stay in touch')}.`,
        ],
        (facts) => [
          `${wish(facts, "I'd like to keep in touch")}, as it helps to know each other at such times.`,
          `${wish(facts, "I'd like to keep in touch")}.`,
        ],
      ],
    },
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
      title: 'The same merger, with someone from another team you never talked to',
      fires: false,
      given: {
        today: '2026-11-22',
        person: { team: 'Payments' },
        interactions: [{ kind: 'reorg', date: '2026-11-15', title: 'Merger with Northwind' }],
      },
    },
  ],
};
