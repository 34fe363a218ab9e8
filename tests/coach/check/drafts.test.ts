import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rules } from '../../../rules/index.ts';
import { historyOf } from '../../../rules/lib/example.ts';
import { checkMessage } from '../../../src/coach/check/check.ts';
import { draftOf, limitOf } from '../../../src/coach/draft/write.ts';
import type { Channel, ExampleHistory, History, Rule } from '../../../src/model.ts';

/** What the check says about the draft for a history, or null if the rule does not fire. */
function verdict(rule: Rule, history: History, channel: Channel, variant: number | undefined) {
  const found = rule.match(history);
  if (!found.fires || found.moment.action === 'withdraw') return null;
  const { person, interactions, me, today } = history;
  const written = draftOf(history, { rule, ...found.moment }, channel, { variant });
  if (written === null) return null;
  const { draft } = written;
  const checked = checkMessage(draft.text, {
    person,
    recipientName: null,
    history: interactions,
    me,
    today,
    limit: limitOf(channel, me),
    knownNames: ['Priya Shah', 'Tom Becker'],
  });
  return { text: draft.text, ...checked };
}

const firing = rules.flatMap((rule) =>
  rule.examples.filter(({ fires }) => fires).map(({ title, given }) => ({ rule, title, given })),
);

/** Letters that show nothing: the Hangul fillers. */
const BLANK = /[\u115f\u1160\u3164\uffa0]/gu;

const anyTitle = fc.oneof(
  fc
    .string({ minLength: 1, maxLength: 60, unit: 'grapheme' })
    .filter((title) => /[\p{L}\p{N}]/u.test(title.replace(BLANK, ''))),
  fc.constantFrom(
    'FREE TRIAL launch',
    '[Billing] retry {v2}',
    'Book a demo call',
    'GDPR / ISO 27001 audit!!!',
    'fix <head> & "tail"',
    'lol sprint',
    'Q3 review — 50% off campaign',
    'Umstellung der Archivierung',
    '週次ミーティング',
    'expand my network',
    'long time no see',
    'Weekly sync',
    'Shipped Apollo',
    'URGENT: PLEASE READ NOW',
    'Third invitation to the fair',
  ),
);
const anyName = fc.oneof(
  fc.constantFrom(
    'Олена Коваль',
    '陳 美玲',
    'Dr. Ilse Vermeulen',
    'Will May',
    'LEE Min-jun',
    'Bro Grant',
    'X',
    "Seán O'Neil",
    'Mate Kovač',
    '李',
    'محمد علي',
    'All Team',
  ),
  fc
    .string({ minLength: 1, maxLength: 40, unit: 'grapheme' })
    .filter((name) => /\p{L}/u.test(name) && name.replace(BLANK, '') === name),
);

describe('the drafts', () => {
  it.each(firing)('$rule.id: $title', ({ rule, given }) => {
    for (let variant = 1; variant <= 16; variant++) {
      for (const channel of ['note', 'message'] as const) {
        const checked = verdict(rule, historyOf(given), channel, variant);
        if (checked !== null) expect(checked.ok, JSON.stringify(checked, null, 1)).toBe(true);
      }
    }
  });

  it('pass the check for any name and any title', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...firing),
        anyName,
        anyTitle,
        fc.constantFrom<Channel>('note', 'message'),
        fc.integer({ min: 1, max: 30 }),
        ({ rule, given }, name, title, channel, variant) => {
          const interactions = (given.interactions ?? []).map((one) => ({ ...one, title }));
          const changed: ExampleHistory = {
            ...given,
            person: { ...given.person, name },
            interactions,
          };
          const checked = verdict(rule, historyOf(changed), channel, variant);
          if (checked !== null) expect(checked.ok, JSON.stringify(checked, null, 1)).toBe(true);
        },
      ),
      { numRuns: 600, seed: 20261122 },
    );
  });
});
