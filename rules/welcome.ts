/** I accepted their invitation: say thanks, and go on. */

import type { History, Rule, Verdict } from '../src/model.ts';
import { ago, daysBetween, windowFrom } from '../src/text/days.ts';
import { INVITED } from './lib/invited.ts';
import { bestToBuildOn, hasTalkedSince } from './lib/ties.ts';

const id = 'welcome';

const window = { best: 3, closes: 14 };

function match(history: History): Verdict {
  const { person, interactions, today, hasInvitedMe, skipped } = history;
  const no = (why: string): Verdict => ({ fires: false, why });
  const { status, since } = person.connection;
  if (status !== 'connected' || !hasInvitedMe || since === null || since > today)
    return no(`You haven't accepted an invitation from ${person.name}`);
  if (daysBetween(since, today) > window.closes)
    return no(`You accepted ${ago(since, today)}; after two weeks it's late for thanks`);
  const key = `${id}:${since}`;
  if (skipped.has(key)) return no(`You skipped this for ${person.name}`);
  if (hasTalkedSince(interactions, since)) return no(`You've been in touch since you accepted`);
  const reason = `You accepted ${person.name}'s invitation ${ago(since, today)}`;
  return {
    fires: true,
    why: reason,
    moment: {
      action: 'thank',
      kind: null,
      interaction: bestToBuildOn(interactions),
      window: windowFrom(since, window),
      reason,
      key,
    },
  };
}

export const welcome: Rule = {
  id,
  title: 'You accepted their invitation',
  why: 'They took the first step, and a short reply starts the conversation.',
  source:
    'Article, "Maintain Regular Interactions" and "Be Professional and Courteous". The timing is the same as for thanking someone who accepted.',
  window,
  weight: 50,
  kinds: [],
  finds: [{ by: 'incoming', acceptedWithin: window.closes }],
  match,
  standsAlone: true,
  wording: {
    thank: INVITED,
  },
  examples: [
    {
      title: "The day after you accepted Priya's invitation",
      fires: true,
      given: {
        today: '2026-11-22',
        person: { connection: { status: 'connected', since: '2026-11-21' } },
        hasInvitedMe: true,
      },
    },
    {
      title: "If you've written to them since",
      fires: false,
      given: {
        today: '2026-11-22',
        person: { connection: { status: 'connected', since: '2026-11-19' } },
        interactions: [{ kind: 'engagement', date: '2026-11-20', title: 'Wrote to her' }],
        hasInvitedMe: true,
      },
    },
  ],
};
