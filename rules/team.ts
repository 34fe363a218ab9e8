/** A teammate I've shared no moment with yet: the team is the reason to connect. */

import type { Facts, History, Rule, Verdict } from '../src/model.ts';
import { ago } from '../src/text/days.ts';
import { isMoreThanTalk, isTalk, isTeammate, sharedTeam } from './lib/ties.ts';
import { titleOf } from './lib/titles.ts';
import { wish } from './lib/wording.ts';

const id = 'team';

const SKIP_KEY = `${id}:shared`;

function match(history: History): Verdict {
  const { person, interactions, today, skipped } = history;
  const no = (why: string): Verdict => ({ fires: false, why });
  if (person.connection.status === 'connected') {
    return no(`You and ${person.name} are already connected`);
  }
  if (!isTeammate(history)) return no(`Your log doesn't say that ${person.name} is on your team`);
  if (interactions.some(isMoreThanTalk))
    return no('You share more than the team, and that comes first');
  if (skipped.has(SKIP_KEY)) return no(`You let this moment pass for ${person.name}`);
  const interaction = interactions[0] ?? null;
  const name = sharedTeam(history);
  const team = name && !/\bteam\b/iu.test(name) ? `the ${name} team` : name;
  const together = team ? `You are both on ${team}` : 'You are on the same team';
  const reason = interaction
    ? `${together}, and you talked ${ago(interaction.date, today)}: ${titleOf(interaction)}`
    : `${together} and are not connected yet`;
  return {
    fires: true,
    why: reason,
    moment: {
      action: 'connect',
      kind: interaction?.kind ?? null,
      interaction,
      window: null,
      reason,
      key: SKIP_KEY,
    },
  };
}

function ours(facts: Facts): string {
  return facts.team ?? 'the same team';
}

export const team: Rule = {
  id,
  title: 'A teammate you have not connected with',
  why: 'On your own team an invitation is fine even before you know each other well, with a word on who you are.',
  source:
    'Article, "Should I connect with coworkers I don\'t know well": yes within a team or department, with the shared workplace named. It sets no end, and neither does this.',
  window: null,
  weight: 30,
  kinds: ['meeting', 'engagement'],
  finds: [{ by: 'team', notConnected: true }],
  match,
  writesAbout: ({ person }, interaction) =>
    isTalk(interaction) &&
    person.relationship === 'teammate' &&
    person.connection.status !== 'connected'
      ? { action: 'connect', kind: interaction.kind }
      : null,
  standsAlone: true,
  introduces: 'beside-team',
  forms: {
    connect: {
      context: [
        (facts) => [
          facts.shared
            ? `we are both on ${ours(facts)}, and I enjoyed ${facts.shared}.`
            : `we are both on ${ours(facts)}, and I am glad of it.`,
          `we are both on ${ours(facts)}.`,
        ],
        (facts) => [
          facts.shared
            ? `as we are both on ${ours(facts)}, I wanted to thank you for ${facts.shared}.`
            : `as we are both on ${ours(facts)}, I wanted to say hello.`,
          `hello from ${ours(facts)}.`,
        ],
        (facts) => [
          facts.shared
            ? `it is good that we are both on ${ours(facts)}, and I was thinking back to ${facts.shared}.`
            : `it is good that we are both on ${ours(facts)}.`,
          `it is good that we share ${ours(facts)}.`,
        ],
        (facts) => [
          facts.shared
            ? `being on ${ours(facts)} together, we are sure to meet often, and I enjoyed ${facts.shared}.`
            : `being on ${ours(facts)} together, we are sure to meet often.`,
          `we share ${ours(facts)}.`,
        ],
      ],
      intent: [
        (facts) => [
          `${wish(facts, "I'd like to connect")} so that we get to know each other's work.`,
          `${wish(facts, "I'd like to connect")}.`,
        ],
        (facts) => [
          `${wish(facts, "I'd be glad to connect")}, and I look forward to working together.`,
          `${wish(facts, "I'd be glad to connect")}.`,
        ],
        (facts) => [
          `${wish(facts, "I'd like us to be connected")} so that it is easy to reach each other.`,
          `${wish(facts, "I'd like us to be connected")}.`,
        ],
        (facts) => [
          `${wish(facts, 'It would be good to connect')}, as I like to know the people I work beside.`,
          `${wish(facts, 'It would be good to connect')}.`,
        ],
      ],
    },
  },
  examples: [
    {
      title: 'A teammate with whom nothing is logged yet',
      fires: true,
      given: { today: '2026-11-22', person: { team: 'Billing' } },
    },
    {
      title: 'A teammate whose team is noted with the word "team"',
      fires: true,
      given: { today: '2026-11-22', person: { team: 'Billing team' } },
    },
    {
      title: 'Someone of another team with whom nothing is logged',
      fires: false,
      given: { today: '2026-11-22', person: { team: 'Payments' } },
    },
  ],
};
