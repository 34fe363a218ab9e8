/** A teammate I've shared no moment with yet: the team is the reason to connect. */

import type { History, Rule, Verdict } from '../src/model.ts';
import { ago } from '../src/text/days.ts';
import { isMoreThanTalk, isOwnTeam, isTalk, isTeammate, sharedTeam } from './lib/ties.ts';
import { titleOf } from './lib/titles.ts';

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
    return no('You share more than a team, which is a better reason to write');
  if (skipped.has(SKIP_KEY)) return no(`You skipped this for ${person.name}`);
  const interaction = interactions[0] ?? null;
  const name = sharedTeam(history);
  const team = name && !/\bteam\b/iu.test(name) ? `the ${name} team` : name;
  const close = { manager: 'is your manager', report: 'reports to you' }[
    person.relationship as string
  ];
  const together =
    close !== undefined
      ? `${person.name} ${close}`
      : team
        ? `You're both on ${team}`
        : "You're on the same team";
  const reason = interaction
    ? `${together}, and you talked ${ago(interaction.date, today)}: ${titleOf(interaction)}`
    : `${together}, and you aren't connected yet`;
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

export const team: Rule = {
  id,
  title: "A teammate you aren't connected with",
  why: 'On your own team, you can invite people before you know them well; just say who you are.',
  source:
    'Article, "Should I connect with coworkers I don\'t know well": yes, within a team or department, if you mention where you both work. It sets no time limit, and neither do we.',
  window: null,
  weight: 30,
  kinds: ['meeting', 'engagement'],
  finds: [{ by: 'team', notConnected: true }],
  match,
  writesAbout: ({ person }, interaction) =>
    isTalk(interaction) && isOwnTeam(person) && person.connection.status !== 'connected'
      ? { action: 'connect', kind: interaction.kind }
      : null,
  standsAlone: true,
  wording: {
    connect: [
      "!talked | I'm {onTeam} too, so I thought I'd say hello and connect.",
      "!talked | We're both {onTeam}, so I thought I'd connect here too.",
      "!talked | Since we work {onTeam} together, I thought I'd connect here too.",
      "!talked, !formal | We're both {onTeam}, so let's connect here too.",
      "!talked | As we're both {onTeam}, I thought it'd be nice to connect here too.",
      "!talked | Since we work {team}, I thought I'd connect here too.",
      "!talked | We work {team}, and I don't think we're connected here yet.",
      '!talked | We work {team}. Can we connect here too?',
      'talked | I enjoyed {meeting}. [{memory}] [{close}]',
      'talked | It was good to talk about {about}. [{memory}] [{close}]',
      "talked | It was good talking to you[ {when}]. [{memory}] I'd like to connect here too, as we work {onTeam} together.",
      "talked | Since we work {onTeam} together, I thought I'd connect here too. [{memory}]",
      "talked | We're both {onTeam}. [{memory}] I'd like to connect here too.",
      "talked | Since we work {team}, I thought I'd connect here too. [{memory}]",
      'talked | We work {team}. [{memory}] Can we connect here too?',
      'talked, after-engagement | I really liked {post}. [{close}]',
    ],
  },
  examples: [
    {
      title: "A teammate you haven't logged anything with yet",
      fires: true,
      given: { today: '2026-11-22', person: { team: 'Billing' } },
    },
    {
      title: 'A teammate whose team you entered as "Billing team" rather than "Billing"',
      fires: true,
      given: { today: '2026-11-22', person: { team: 'Billing team' } },
    },
    {
      title: "Someone on another team you haven't logged anything with",
      fires: false,
      given: { today: '2026-11-22', person: { team: 'Payments' } },
    },
  ],
};
