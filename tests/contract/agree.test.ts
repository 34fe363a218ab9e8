/** The list and `draft` say the same of everybody, whatever is logged. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays } from '../../src/text/days.ts';
import { coach, TODAY } from '../helpers/coach.ts';
import { runs } from '../helpers/runs.ts';

const NAMES =
  'Ana Ruiz;Bo Lund;Chen Wei;Dana Whitfield;Eli Stone;Faye Morton;Gus Hartley;Hana Sato'.split(';');
const TITLES: Readonly<Record<string, readonly string[]>> = {
  project: ['Ledger migration', 'repainted ward 7', 'the Henderson case'],
  event: ['harvest fair', 'safety day'],
  meeting: ['coffee', 'talked about the roof'],
  feedback: ['comments on the budget'],
  milestone: ['promoted to ward sister', 'passed the bar'],
  interest: ['climbing'],
  departure: ['last day'],
};

const anyone = fc.constantFrom(...NAMES);
const ago = fc.nat(70).map((days) => addDays(TODAY, -days));
const entry = fc
  .constantFrom(...Object.keys(TITLES))
  .chain((kind) =>
    fc.tuple(fc.constant(kind), anyone, fc.constantFrom(...(TITLES[kind] ?? [])), ago),
  );
const detail = fc.option(fc.constantFrom('stayed late to fix the import', 'her rollback plan'));

it('what is listed has the draft that `draft` writes, and no other', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(entry, detail), { minLength: 6, maxLength: 16 }),
      fc.array(fc.tuple(anyone, ago, fc.boolean()), { maxLength: 3 }),
      fc.record({ notes: fc.nat(4), invites: fc.nat(6), isPremium: fc.boolean() }),
      async (entries, sent, { notes, invites, isPremium }) => {
        const c = coach();
        for (const [[kind, name, title, on], highlight] of entries)
          await c.log(
            kind,
            name,
            title,
            on,
            ...(highlight === null ? [] : ['--highlight', highlight]),
          );
        const limits = ['--invites-per-week', `${invites}`, '--notes-per-month', `${notes}`];
        await c.run('me', '--account', isPremium ? 'premium' : 'free', ...limits);
        // Whoever was invited before is refused, which is fine here.
        for (const [name, on, isAccepted] of sent) {
          await c.run('sent', name, '--on', on);
          if (isAccepted) await c.run('accepted', name);
        }
        const { suggestions } = await c.suggest();
        for (const { person, action, draft, interaction } of suggestions) {
          const alone = await c.draft(person.name);
          expect(alone).toMatchObject({ action, draft });
          expect(alone.interaction?.id ?? null).toBe(interaction?.id ?? null);
        }
      },
    ),
    { numRuns: runs(20) },
  );
}, 600_000);
