/** A long history: rules get what they look at, whatever its length. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judge } from '../../src/coach/suggest/judge.ts';
import { change } from '../../src/database/change.ts';
import { openStore } from '../../src/database/open.ts';
import { KINDS, type Kind, RELATIONSHIPS, STATUSES } from '../../src/model.ts';
import { readHistories, readHistory, readOutlines } from '../../src/store/histories.ts';
import { addInteraction } from '../../src/store/interactions.ts';
import { readMe } from '../../src/store/me.ts';
import { addPerson, personById } from '../../src/store/people.ts';
import { addSkip } from '../../src/store/skips.ts';
import { addDays } from '../../src/text/days.ts';
import * as siteRecord from '../../src/text/site-record.ts';
import { coach, TODAY } from '../helpers/coach.ts';
import { tempDb, tempFolder } from '../helpers/run.ts';
import { runs } from '../helpers/runs.ts';
import type { Suggest } from '../helpers/shapes.ts';
import { readsOf } from '../helpers/statements.ts';

const interaction = fc.record({
  kind: fc.constantFrom(...KINDS),
  age: fc.oneof(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 4000 })),
});

describe('a long history', () => {
  it('gets the same judgement from what rules look at as from all of it', () => {
    const story = fc.record({
      relationship: fc.constantFrom(...RELATIONSHIPS),
      status: fc.constantFrom(...STATUSES),
      since: fc.integer({ min: 1, max: 300 }),
      // Most logs are talk, and some are nothing else.
      talks: fc.array(
        fc.record({
          kind: fc.constantFrom<Kind>('meeting', 'engagement'),
          age: interaction.map(({ age }) => age),
        }),
        { minLength: 41, maxLength: 60 },
      ),
      others: fc.array(interaction, { maxLength: 12 }),
      skipped: fc.array(fc.nat({ max: 70 }), { maxLength: 3 }),
    });
    fc.assert(
      fc.property(story, ({ relationship, status, since, talks, others, skipped }) => {
        const db = openStore(tempDb(), () => undefined);
        const person = change(db, 'fill', () => {
          const id = addPerson(db, {
            name: 'Priya Shah',
            relationship,
            status,
            since: status === 'none' ? null : addDays(TODAY, -since),
          });
          for (const { kind, age } of [...talks, ...others])
            addInteraction(db, { kind, date: addDays(TODAY, -age), title: 'Apollo' }, [
              { person: id, highlight: null },
            ]);
          for (const one of skipped)
            addSkip(db, id, `${KINDS[one % KINDS.length]}:${one + 1}`, TODAY);
          return personById(db, id);
        });
        const me = readMe(db);
        const whole = judge(readHistory(db, person, me, TODAY));
        const [partly] = readHistories(db, [person.id], me, TODAY).map(judge);
        const [outline] = readOutlines(db, [person.id], me, TODAY).map(judge);
        const said = (one: typeof partly) =>
          one && { ...one, history: null, verdicts: one.verdicts.map(({ verdict }) => verdict) };
        expect(said(partly)).toEqual(said(whole));
        expect(outline).toMatchObject({ score: whole.score, hold: whole.hold });
        db.close();
      }),
      { numRuns: runs(30) },
    );
  });

  it('costs the same however long it is', async () => {
    const c = coach();
    const people = Array.from(
      { length: 60 },
      (_, at) => `Person Nr${String.fromCharCode(65 + (at % 26))}${at}`,
    );
    const logOld = async (times: number, from: number) => {
      const rows = people.flatMap((name, at) =>
        Array.from({ length: times }, (_, n) => {
          const kind = KINDS[(at + n) % KINDS.length];
          return `${addDays(TODAY, -400 - ((from + n) % 3000))},${kind},${name},Old ${from + n}-${at}`;
        }),
      );
      const file = join(tempFolder(), 'old.csv');
      writeFileSync(file, `date,kind,people,title\n${rows.join('\n')}\n`);
      await c.json('import', 'csv', file);
    };
    for (const name of people.slice(0, 20)) await c.log('project', name, 'Apollo', '2026-11-20');
    await logOld(50, 0);
    const cost = async () => {
      const asked = await readsOf(() => c.run('suggest'));
      return { statements: asked.length, rows: asked.reduce((sum, { rows }) => sum + rows, 0) };
    };
    const listed = async () =>
      (await c.json<Suggest>('suggest')).suggestions.map(({ person, action, reasons, score }) => [
        person.name,
        action,
        reasons,
        score,
      ]);
    const [before, list] = [await cost(), await listed()];
    await logOld(200, 60);
    expect(await cost()).toEqual(before);
    expect(await listed()).toEqual(list);
  });
});

describe('an outline', () => {
  it('has the title of what LinkedIn recorded, and no other', () => {
    const recorded = Object.values(siteRecord).filter((one) => typeof one === 'string');
    expect(recorded.length).toBeGreaterThan(7);
    expect(recorded.filter((title) => !siteRecord.isSiteRecord(title))).toEqual([]);
    const endorsed = [siteRecord.ENDORSED_TITLE, siteRecord.ENDORSED_ME_TITLE];
    const titles = [...recorded, ...endorsed.map((title) => `${title} for Rust`)];
    const others = ['Endorsed your plan', 'Messages on linkedin', 'Your post about tents'];
    const db = openStore(tempDb(), () => undefined);
    change(db, 'talks', () => {
      const person = addPerson(db, { name: 'Ana Ruiz' });
      for (const title of [...titles, ...others])
        addInteraction(db, { kind: 'engagement', date: TODAY, title }, [
          { person, highlight: null },
        ]);
    });
    const [outline] = readOutlines(db, [1], readMe(db), TODAY);
    db.close();
    const known = outline?.interactions.map(({ title }) => title).filter((title) => title !== '');
    expect(known?.sort()).toEqual(titles.sort());
  });
});
