/** One of us left: reconnect with a former coworker over what we shared. */

import type { History, Rule, Verdict } from '../src/model.ts';
import { ago } from '../src/text/days.ts';
import { FAREWELL } from './lib/farewell.ts';
import { invitesAbout, matchMoment } from './lib/moments.ts';
import { RECONNECT } from './lib/reconnect.ts';
import { isMoreThanTalk } from './lib/ties.ts';
import { titleOf } from './lib/titles.ts';

const id = 'departure';

const window = { best: 14, closes: 90 };

const missing = "You haven't logged that either of you has left";

/** The skip key for a former coworker without an open departure. */
const FORMER_KEY = `${id}:former`;

function match(history: History): Verdict {
  const { person, interactions, today, skipped } = history;
  const verdict = matchMoment(history, {
    id,
    kind: 'departure',
    window,
    missing,
    // Whoever has left is a former coworker; until then it's only announced.
    reason: (title, when) =>
      person.relationship === 'former'
        ? `You no longer work together: ${title}, ${when}`
        : `Announced ${when}: ${title}`,
  });
  if (verdict.fires || person.connection.status === 'connected') return verdict;
  if (person.relationship !== 'former') return verdict;
  const lastDeparture = interactions.find((one) => one.kind === 'departure');
  if (skipped.has(FORMER_KEY) || (lastDeparture && skipped.has(`${id}:${lastDeparture.id}`))) {
    return { fires: false, why: `You skipped this for ${person.name}` };
  }
  const interaction =
    interactions.find((one) => isMoreThanTalk(one) && one.kind !== 'departure') ?? lastDeparture;
  if (!interaction) {
    return {
      fires: false,
      why: `${person.name} is a former coworker, but you haven't logged anything you shared`,
    };
  }
  const title = titleOf(interaction);
  const reason = `A former coworker you share something with: ${title}, ${ago(interaction.date, today)}`;
  return {
    fires: true,
    why: reason,
    moment: {
      action: 'reconnect',
      kind: interaction.kind,
      interaction,
      window: null,
      reason,
      key: FORMER_KEY,
    },
  };
}

export const departure: Rule = {
  id,
  title: "A coworker who's leaving or has left",
  why: "You won't see each other at work any more, and what you did together is a good reason to keep in touch.",
  source:
    'Article, "Is it appropriate to connect with former coworkers": a short message about what you shared. 90 days is our choice: a change of job is still news for three months or so. After that, the work you shared is reason enough at any time.',
  window,
  weight: 46,
  kinds: ['departure'],
  finds: [
    { by: 'kind', notConnected: true },
    { by: 'relationship', is: 'former', notConnected: true, timeless: true },
  ],
  match,
  writesAbout: (history, interaction) => {
    const { person } = history;
    const isFarewell = person.relationship === 'former' && !isMoreThanTalk(interaction);
    return isFarewell && person.connection.status !== 'connected'
      ? { action: 'reconnect', kind: interaction.kind }
      : invitesAbout('departure')(history, interaction);
  },
  wording: {
    reconnect: [...FAREWELL, ...RECONNECT],
  },
  examples: [
    {
      title: 'Five days after Priya left, if you worked on Apollo together',
      fires: true,
      given: {
        today: '2026-11-22',
        person: { relationship: 'former' },
        interactions: [
          { kind: 'project', date: '2026-03-02', title: 'Apollo launch' },
          { kind: 'departure', date: '2026-11-17', title: 'Left for Halden' },
        ],
      },
    },
    {
      title: 'Two days after Priya told you she was leaving the following week',
      fires: true,
      given: {
        today: '2026-11-22',
        interactions: [
          { kind: 'project', date: '2026-03-02', title: 'Apollo launch' },
          { kind: 'departure', date: '2026-11-20', title: 'Leaving on 30 November' },
        ],
      },
    },
    {
      title: "A former coworker you've only logged a chat with",
      fires: false,
      given: {
        today: '2026-11-22',
        person: { relationship: 'former' },
        interactions: [{ kind: 'meeting', date: '2025-03-02', title: 'Coffee' }],
      },
    },
  ],
};
