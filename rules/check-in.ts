/** A connection I haven't been in touch with for a while. */

import type { Facts, History, Person, Relationship, Rule, Verdict } from '../src/model.ts';
import { addDays, ago, daysBetween, windowFrom } from '../src/text/days.ts';
import { isSiteRecord } from '../src/text/site-record.ts';
import { GENTLE, orGently } from './lib/hard.ts';
import { bestToBuildOn, lastTouch } from './lib/ties.ts';
import { titleOf } from './lib/titles.ts';

const id = 'check-in';

const window = { best: 14, closes: 180 };

/**
 * Days without contact before a check-in is due. 30 is the article's "once a month"; 21 and 60 are
 * our own: more often for a manager or mentor, half as often outside the company.
 */
export const CADENCE_DAYS: Readonly<Record<Relationship, number>> = {
  teammate: 30,
  manager: 21,
  report: 30,
  mentor: 21,
  colleague: 30,
  former: 30,
  external: 60,
};

/**
 * Days without contact before a check-in is due: the person's own setting, otherwise by
 * relationship.
 */
export function cadenceOf(
  person: Pick<Person, 'relationship'>,
  everyDays: number | null = null,
): number {
  return everyDays ?? CADENCE_DAYS[person.relationship];
}

function match(history: History): Verdict {
  const { person, interactions, today, skipped, everyDays } = history;
  const no = (why: string): Verdict => ({ fires: false, why });
  if (person.connection.status !== 'connected') {
    return no(`You and ${person.name} are not connected yet`);
  }
  const interaction = bestToBuildOn(interactions);
  const last = lastTouch(person);
  if (!interaction || !last) return no(`Nothing is logged to catch up on with ${person.name}`);
  const days = cadenceOf(person, everyDays);
  const due = addDays(last, days);
  if (today < due) {
    return no(`You were in touch ${ago(last, today)}; a word every ${days} days is plenty`);
  }
  const key = `${id}:${last}`;
  if (skipped.has(key)) return no(`You let this moment pass for ${person.name}`);
  const topic = isSiteRecord(interaction.title)
    ? ''
    : `; ${titleOf(interaction)} is something to build on`;
  const reason = `You were last in touch ${ago(last, today)}${topic}`;
  // After half a year it isn't urgent any more, so the moment doesn't close.
  const isLongOverdue = daysBetween(due, today) > window.closes;
  return {
    fires: true,
    why: reason,
    moment: {
      action: 'check-in',
      kind: null,
      interaction,
      window: isLongOverdue ? null : windowFrom(due, window),
      reason,
      key,
    },
  };
}

function tie(facts: Facts): string {
  return facts.shared ?? 'the time we worked together';
}

export const checkIn: Rule = {
  id,
  title: 'A connection to catch up with',
  why: 'A word about once a month keeps a tie warm, and it is never too late for one.',
  source:
    'Article, "How often should I engage": at least once a month, hence 30 days; 21 for a mentor or manager and 60 outside the company are ours. The best two weeks and the half year in which it counts as timely are ours too.',
  window,
  weight: 25,
  kinds: [],
  finds: [{ by: 'quiet', days: CADENCE_DAYS }],
  match,
  writesAbout: ({ person }, interaction) =>
    person.connection.status === 'connected' && interaction.kind !== 'milestone'
      ? { action: 'check-in', kind: null }
      : null,
  tip: 'Lighter still: like or comment on something of theirs, or pass on something worth reading; or write, if you have something to say',
  forms: {
    'check-in': orGently(
      {
        context: [
          (facts) => [
            facts.gap
              ? `it has been ${facts.gap} since we were last in touch, and I was thinking back to ${tie(facts)}.`
              : `I was thinking back to ${tie(facts)}.`,
            `I was thinking back to ${tie(facts)}.`,
            `thank you for ${tie(facts)}.`,
          ],
          (facts) => [
            facts.gap
              ? `even after ${facts.gap}, I still think of ${tie(facts)}.`
              : `I still think of ${tie(facts)}.`,
            `I still think of ${tie(facts)}.`,
            `thank you for ${tie(facts)}.`,
          ],
          (facts) => [
            facts.gap
              ? `${tie(facts)} came to mind, though it has been ${facts.gap} since we were last in touch.`
              : `${tie(facts)} came to mind this week.`,
            `${tie(facts)} came to mind.`,
          ],
          (facts) => [
            facts.gap
              ? `it has been ${facts.gap}, and I am still grateful for ${tie(facts)}.`
              : `I am still grateful for ${tie(facts)}.`,
            `I am still grateful for ${tie(facts)}.`,
            `thank you for ${tie(facts)}.`,
          ],
        ],
        intent: [
          () => ['How are things going on your side?', 'How are you?'],
          () => ['What are you working on at the moment?', 'I hope all is well.'],
          () => [
            'I hope your work is going well, and I would enjoy hearing about it.',
            'I hope all is well.',
          ],
          () => ['How has your work been going since then?', 'How is your work going?'],
        ],
      },
      GENTLE,
    ),
  },
  examples: [
    {
      title: 'Five weeks after the last word with a connection',
      fires: true,
      given: {
        today: '2026-11-22',
        person: { connection: { status: 'connected', since: '2026-03-01' } },
        interactions: [{ kind: 'project', date: '2026-10-18', title: 'Ledger migration' }],
      },
    },
    {
      title: 'Five weeks after the last word, where six were asked for',
      fires: false,
      given: {
        today: '2026-11-22',
        person: { connection: { status: 'connected', since: '2026-03-01' } },
        interactions: [{ kind: 'project', date: '2026-10-18', title: 'Ledger migration' }],
        everyDays: 42,
      },
    },
    {
      title: 'Two weeks after a coffee, which restarted the month',
      fires: false,
      given: {
        today: '2026-11-22',
        person: { connection: { status: 'connected', since: '2026-03-01' } },
        interactions: [
          { kind: 'project', date: '2026-06-18', title: 'Ledger migration' },
          { kind: 'meeting', date: '2026-11-08', title: 'Coffee' },
        ],
      },
    },
  ],
};
