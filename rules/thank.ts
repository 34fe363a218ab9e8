import type { Facts, Forms, History, Rule, Verdict } from '../src/model.ts';
import { ago, daysBetween, windowFrom } from '../src/text/days.ts';
import { GENTLE, orGently } from './lib/hard.ts';
import { bestToBuildOn, isTalk, isTeammate } from './lib/ties.ts';
import { fondly } from './lib/wording.ts';

const id = 'thank';

const window = { best: 3, closes: 14 };

function match(history: History): Verdict {
  const { person, interactions, today, accepted, skipped } = history;
  const no = (why: string): Verdict => ({ fires: false, why });
  if (person.connection.status !== 'connected' || !accepted || accepted > today) {
    return no(`No invitation that ${person.name} accepted is logged`);
  }
  if (daysBetween(accepted, today) > window.closes) {
    return no(`${person.name} accepted ${ago(accepted, today)}; thanks fit in the first two weeks`);
  }
  if (skipped.has(`${id}:${accepted}`)) return no(`You let this moment pass for ${person.name}`);
  const hasTalkedSince = interactions.some(
    (one) => one.date > accepted || (isTalk(one) && one.date === accepted),
  );
  if (hasTalkedSince) return no(`You have been in touch since ${person.name} accepted`);
  const interaction = bestToBuildOn(interactions);
  if (!interaction && !isTeammate(history)) {
    return no(`Nothing is logged that a word to ${person.name} could build on`);
  }
  const reason = `${person.name} accepted your invitation ${ago(accepted, today)}`;
  return {
    fires: true,
    why: reason,
    moment: {
      action: 'thank',
      kind: null,
      interaction,
      window: windowFrom(accepted, window),
      reason,
      key: `${id}:${accepted}`,
    },
  };
}

function tie(facts: Facts): string {
  return facts.shared ?? `our time together on ${facts.team ?? 'the same team'}`;
}

/** For hard news: thanks, then gentle wording. */
const THANKFUL: Forms = {
  context: [
    () => ['thank you for accepting my invitation.'],
    () => ['it is good to be connected, thank you.'],
    (facts) => [
      `thank you for connecting. I was thinking back to ${tie(facts)}.`,
      'thank you for connecting.',
    ],
    () => ['I was glad to see that you accepted my invitation, thank you.'],
  ],
  intent: GENTLE.intent,
};

export const thank: Rule = {
  id,
  title: 'They accepted your invitation',
  why: 'A short word of thanks turns a new connection into a conversation.',
  source:
    'Article, "Maintain Regular Interactions" and "Be Professional and Courteous". Three days while the acceptance is new, two weeks at most, are ours: of accepted invitations 92 % are accepted within 14 days (6,799 in seven published LinkedIn exports), so thanks keep the same pace.',
  window,
  weight: 58,
  kinds: [],
  finds: [{ by: 'connected', withinDays: window.closes }],
  match,
  forms: {
    thank: orGently(
      {
        context: [
          (facts) => [
            `thank you for accepting my invitation. ${fondly(facts.shared)} ${tie(facts)}.`,
            `thank you for connecting, and for ${tie(facts)}.`,
            `thank you for ${tie(facts)}.`,
          ],
          (facts) => [
            `it is good to be connected, thank you. I still think of ${tie(facts)}.`,
            `it is good to be connected after ${tie(facts)}.`,
            `thank you for ${tie(facts)}.`,
          ],
          (facts) => [
            `thank you for connecting. I am grateful for ${tie(facts)}.`,
            `thank you for connecting, and for ${tie(facts)}.`,
            `thank you for ${tie(facts)}.`,
          ],
          (facts) => [
            `I was happy to see that you accepted my invitation, thank you. I was thinking back to ${tie(facts)}.`,
            `thank you for accepting, and for ${tie(facts)}.`,
            `thank you for ${tie(facts)}.`,
          ],
        ],
        intent: [
          () => ['I look forward to keeping in touch.', 'Let us keep in touch.'],
          () => ['I look forward to seeing what you do next.', 'I hope we stay in touch.'],
          () => ['I hope that we work together again before long.', 'I hope we stay in touch.'],
          () => ['It will be good to hear how things go for you.', 'Let us stay in touch.'],
        ],
      },
      THANKFUL,
    ),
  },
  examples: [
    {
      title: 'The day after Priya accepted',
      fires: true,
      given: {
        today: '2026-11-22',
        person: { connection: { status: 'connected', since: '2026-11-21' } },
        interactions: [{ kind: 'project', date: '2026-11-10', title: 'Apollo launch' }],
        accepted: '2026-11-21',
      },
    },
    {
      title: 'When you have talked since Priya accepted',
      fires: false,
      given: {
        today: '2026-11-22',
        person: { connection: { status: 'connected', since: '2026-11-20' } },
        interactions: [{ kind: 'meeting', date: '2026-11-21', title: 'Coffee' }],
        accepted: '2026-11-20',
      },
    },
  ],
};
