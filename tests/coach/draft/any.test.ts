/** What holds for every draft, whatever is logged. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { historyOf } from '../../../rules/lib/example.ts';
import { checkMessage } from '../../../src/coach/check/check.ts';
import { writeDraft } from '../../../src/coach/draft/write.ts';
import type { Channel, History } from '../../../src/model.ts';
import { runs } from '../../helpers/runs.ts';
import { CASES, momentOf, requestOf } from './situation.ts';

/** Titles, highlights, names and notes as people type them, and as no one does. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.string({ unit: 'grapheme', maxLength: 320 }),
  fc
    .array(
      fc.constantFrom(
        ...'the Apollo launch Fix flaky tests migrating 40 services her his she asked great calm rollback [Name] {{x}} <b> !!! "quoted" 🚀 结算 review Q3 (EMEA) https://x.example/1 vs. — new CTO \u202e \u0000 \n with Priya'.split(
          ' ',
        ),
      ),
      { maxLength: 60 },
    )
    .map((words) => words.join(' ')),
);
const SECRET = 'xylophone quarrel';

describe('a draft for any text', () => {
  it('keeps to the limit and to one clean line, and gives nothing private away', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...CASES),
        fc.record({
          title: anyText,
          highlight: anyText,
          name: anyText,
          role: anyText,
          team: anyText,
        }),
        fc.oneof(fc.integer({ min: 1, max: 320 }), fc.constant(null)),
        fc.constantFrom<Channel>('note', 'message', 'email'),
        fc.nat(40),
        ({ id, action, given }, typed, limit, channel, variant) => {
          const before = historyOf(given);
          const moment = { ...momentOf(id, before), action };
          const told = before.interactions.map((one) => ({
            ...one,
            title: typed.title,
            note: SECRET,
            people: one.people.map((person) => ({ ...person, highlight: typed.highlight })),
          }));
          const history: History = {
            ...before,
            interactions: told,
            person: { ...before.person, name: typed.name, note: SECRET },
            me: { ...before.me, role: typed.role, team: typed.team },
          };
          const interaction = told.find((one) => one.id === moment.interaction?.id) ?? null;
          const request = requestOf(
            history,
            { ...moment, interaction },
            { limit, channel, variant },
          );
          const { draft } = writeDraft(request);
          expect(draft.text).not.toBe('');
          expect(draft.length).toBe(draft.text.length);
          if (limit !== null) expect(draft.length).toBeLessThanOrEqual(limit);
          expect(draft.text).toBe(draft.text.normalize('NFC'));
          expect(draft.text.isWellFormed()).toBe(true);
          const lines = channel === 'email' ? draft.text.replace(/\n/g, ' ') : draft.text;
          expect(lines).not.toMatch(/[\p{Cc}\p{Cf}\u2028\u2029[\]{}<>]/u);
          expect(lines.match(/[!！¡]/g)?.length ?? 0).toBeLessThanOrEqual(1);
          // From 60 characters on there is always room for a whole sentence.
          if (channel !== 'email' && (limit ?? 60) >= 60) expect(draft.text).toMatch(/[.!?]$/);
          expect(draft.text).not.toContain('xylophone');
          expect(draft.text).not.toMatch(/\bundefined\b|\bnull\b|https?:/);
          expect(writeDraft(request).draft).toEqual(draft);
        },
      ),
      { numRuns: runs(200) },
    );
  });
});

describe('the coach follows its own advice', () => {
  const TITLES = ['layoffs in Sales', 'Ledger migration', 'Fix flaky tests', '结算系统迁移'];
  const HIGHLIGHTS = [null, 'her rollback plan'];
  it.each(CASES)(
    '$id: every wording to $action passes the message check',
    ({ id, action, given }) => {
      for (const title of TITLES) {
        for (const highlight of HIGHLIGHTS) {
          const history = historyOf(given);
          for (const one of history.interactions) {
            if (one.kind !== 'feedback' && one.kind !== 'milestone') one.title = title;
            for (const person of one.people) person.highlight = highlight;
            one.note = 'heard that she is looking for another job';
          }
          const moment = { ...momentOf(id, history), action };
          for (const [channel, limit] of [
            ['note', 200],
            ['note', 300],
            ['message', 8000],
            ['email', null],
          ] as const) {
            for (let variant = 1; variant <= 16; variant++) {
              const { draft } = writeDraft(requestOf(history, moment, { channel, limit, variant }));
              const { text } = draft;
              const { problems } = checkMessage(text, {
                person: history.person,
                recipientName: null,
                history: history.interactions,
                me: history.me,
                today: history.today,
                limit,
              });
              expect(
                problems
                  .filter(({ severity }) => severity !== 'advice')
                  .map(({ rule }) => `${rule}: ${text}`),
              ).toEqual([]);
            }
          }
        }
      }
    },
  );
});
