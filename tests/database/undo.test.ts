import type { Database } from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { change } from '../../src/database/change.ts';
import { addChecksum } from '../../src/database/journal.ts';
import { openStore } from '../../src/database/open.ts';
import { listChanges, listUndone, redoChange, undoChange } from '../../src/database/undo.ts';
import {
  addInteraction,
  amendInteraction,
  deleteInteraction,
} from '../../src/store/interactions.ts';
import { addInvitation, closeInvitation } from '../../src/store/invitations.ts';
import { writeMe } from '../../src/store/me.ts';
import { mergePeople } from '../../src/store/merge.ts';
import { addPerson, editPerson } from '../../src/store/people.ts';
import { addPosition } from '../../src/store/positions.ts';
import { addSkip } from '../../src/store/skips.ts';
import { tempDb } from '../helpers/run.ts';
import { runs } from '../helpers/runs.ts';

const quiet = () => undefined;

/** Every row of user data, including derived columns. */
function rows(db: Database): unknown {
  const tables = [
    'person',
    'interaction',
    'participant',
    'invitation',
    'skip',
    'position',
    'address',
    'setting',
  ];
  return tables.map((table) => db.prepare(`SELECT * FROM ${table} ORDER BY id`).all());
}

const day = fc
  .tuple(fc.integer({ min: 2020, max: 2026 }), fc.integer({ min: 1, max: 28 }))
  .map(([year, date]) => `${year}-03-${String(date).padStart(2, '0')}`);

// Anything that can be stored: no NUL and no lone surrogate gets this far.
const text = fc
  .string({ unit: 'binary', minLength: 1, maxLength: 8 })
  .filter((t) => !t.includes('\0'));

const seed = fc.nat();

type Step = (db: Database) => void;

const ids = (db: Database, table: string): number[] =>
  db.prepare(`SELECT id FROM ${table}`).pluck().all() as number[];

const at = (list: readonly number[], n: number): number | undefined => list[n % list.length];

/** One change a command can make to the store; a no-op if there is nothing to change. */
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(text, text).map(
    ([name, note]): Step =>
      (db) =>
        void addPerson(db, { name, note }),
  ),
  fc.tuple(seed, text, text).map(
    ([n, name, team]): Step =>
      (db) => {
        const id = at(ids(db, 'person'), n);
        if (id !== undefined)
          editPerson(
            db,
            id,
            {
              name,
              team,
              aliases: [team],
              emails: [name, team].slice(n % 3),
              strained: n % 2 === 0,
            },
            `2026-01-0${(n % 9) + 1}`,
          );
      },
  ),
  fc.tuple(fc.array(seed, { maxLength: 3 }), day, text).map(
    ([some, date, title]): Step =>
      (db) => {
        const known = ids(db, 'person');
        const guests = new Set(some.flatMap((n) => at(known, n) ?? []));
        guests.add(addPerson(db, { name: title }));
        const people = [...guests].map((person) => ({ person, highlight: title }));
        addInteraction(db, { kind: 'project', date, title }, people);
      },
  ),
  fc.tuple(seed, seed, day, text).map(
    ([n, m, date, title]): Step =>
      (db) => {
        const id = at(ids(db, 'interaction'), n);
        const person = at(ids(db, 'person'), m);
        if (id === undefined || person === undefined) return;
        amendInteraction(db, id, { date, title }, [{ person, highlight: null }]);
      },
  ),
  seed.map(
    (n): Step =>
      (db) => {
        const id = at(ids(db, 'interaction'), n);
        if (id !== undefined) deleteInteraction(db, id);
      },
  ),
  fc.tuple(seed, day, fc.boolean()).map(
    ([n, on, isAnswered]): Step =>
      (db) => {
        const id = at(ids(db, 'person'), n);
        if (id === undefined) return;
        if (isAnswered) closeInvitation(db, id, 'accepted', on);
        else addInvitation(db, id, on, n % 2 === 0);
        editPerson(db, id, { status: isAnswered ? 'connected' : 'invited', since: on });
      },
  ),
  fc.tuple(seed, day).map(
    ([n, on]): Step =>
      (db) => {
        const id = at(ids(db, 'person'), n);
        if (id !== undefined) addSkip(db, id, 'project', on);
      },
  ),
  fc.tuple(seed, seed).map(
    ([n, m]): Step =>
      (db) => {
        const people = ids(db, 'person');
        const [from, into] = [at(people, n), at(people, m)];
        if (from !== undefined && into !== undefined && from !== into) mergePeople(db, from, into);
      },
  ),
  text.map(
    (name): Step =>
      (db) =>
        writeMe(db, { name }),
  ),
);

describe('undo', () => {
  it('undoes any changes one by one, down to the first, byte for byte', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(step, { minLength: 1, maxLength: 3 }), { maxLength: 12 }),
        (all) => {
          const db = openStore(tempDb(), quiet);
          const before: unknown[] = [];
          for (const steps of all) {
            const state = rows(db);
            const last = listChanges(db, 1)[0]?.id;
            change(db, 'a change', () => {
              for (const one of steps) one(db);
            });
            if (listChanges(db, 1)[0]?.id !== last) before.push(state);
            else expect(rows(db)).toEqual(state);
          }
          const after: unknown[] = [];
          const undoAll = () => {
            for (const state of before.toReversed()) {
              after.push(rows(db));
              const [last] = listChanges(db, 1);
              undoChange(db, last?.id ?? -1);
              expect(rows(db)).toEqual(state);
            }
          };
          undoAll();
          expect(listUndone(db, 99)).toHaveLength(before.length);
          while (after.length > 0) {
            redoChange(db, listUndone(db, 1)[0]?.id ?? -1);
            expect(rows(db)).toEqual(after.pop());
          }
          expect(listUndone(db, 1)).toEqual([]);
          expect(db.pragma('foreign_key_check')).toEqual([]);
          undoAll();
          expect(listChanges(db, 1)).toEqual([]);
          expect(db.prepare('SELECT count(*) FROM change_row').pluck().get()).toBe(0);
          expect(db.pragma('foreign_key_check')).toEqual([]);
          db.close();
        },
      ),
      { numRuns: runs(40) },
    );
  });

  it('changes nothing if another change came in between', () => {
    const db = openStore(tempDb(), quiet);
    change(db, 'first', () => addPerson(db, { name: 'Priya Shah' }));
    const [first] = listChanges(db, 1);
    change(db, 'second', () => addPerson(db, { name: 'Tom Becker' }));
    expect(() => undoChange(db, first?.id ?? -1)).toThrow(/another change/);
    expect(listChanges(db, 9).map(({ label }) => label)).toEqual(['second', 'first']);
    db.close();
  });

  it('does not restore a damaged record', () => {
    const db = openStore(tempDb(), quiet);
    const id = change(db, 'add', () => addPerson(db, { name: 'Priya Shah' }));
    change(db, 'edit', () => editPerson(db, id, { name: 'Priya Rao' }));
    db.exec(`UPDATE change_row SET before = replace(before, 'Priya Shah', 'Priya Shbh')`);
    const [last] = listChanges(db, 1);
    expect(() => undoChange(db, last?.id ?? -1)).toThrow(/has been altered/);
    expect(db.prepare('SELECT name FROM person').pluck().get()).toBe('Priya Rao');
    db.close();
  });
});

describe('redo', () => {
  const undoLast = (db: Database) => undoChange(db, listChanges(db, 1)[0]?.id ?? -1);

  it('is gone after the next change, but not after one that changes nothing', () => {
    const db = openStore(tempDb(), quiet);
    change(db, 'add', () => addPerson(db, { name: 'Priya Shah' }));
    undoLast(db);
    change(db, 'nothing', () => undefined);
    expect(listUndone(db, 9).map(({ label }) => label)).toEqual(['add']);
    change(db, 'add', () => addPerson(db, { name: 'Tom Becker' }));
    expect(listUndone(db, 9)).toEqual([]);
    expect(db.prepare('SELECT count(*) FROM undone_row').pluck().get()).toBe(0);
    db.close();
  });

  it('brings back the one that was seen as the next, and no other', () => {
    const db = openStore(tempDb(), quiet);
    for (const name of ['Priya Shah', 'Tom Becker'])
      change(db, `add: ${name}`, () => addPerson(db, { name }));
    undoLast(db);
    const [seen] = listUndone(db, 1);
    undoLast(db);
    expect(() => redoChange(db, seen?.id ?? -1)).toThrow(/another change/);
    expect(db.prepare('SELECT count(*) FROM person').pluck().get()).toBe(0);
    db.close();
  });

  it.each([
    `undone_row SET after = replace(after, 'Priya', 'Prija')`,
    `undone_row SET after = '{'`,
    `undone_row SET tbl = 'persom'`,
    `undone_row SET row_id = 7`,
    `undone SET marks = replace(marks, '0', '1')`,
  ])('refuses a damaged record: %s', (damage) => {
    const db = openStore(tempDb(), quiet);
    change(db, 'add', () => addPerson(db, { name: 'Priya Shah' }));
    undoLast(db);
    db.exec(`UPDATE ${damage}`);
    expect(() => redoChange(db, listUndone(db, 1)[0]?.id ?? -1)).toThrow(/has been altered/);
    expect(db.prepare('SELECT count(*) FROM person').pluck().get()).toBe(0);
    expect(listChanges(db, 9)).toEqual([]);
    db.close();
  });
});

describe('an import that reuses old numbers', () => {
  it('is undone too, after everything had been removed before it', () => {
    const db = openStore(tempDb(), quiet);
    change(db, 'add', () => addPerson(db, { name: 'Priya Shah' }));
    change(db, 'remove', () => db.exec('DELETE FROM person'));
    change(db, 'import', () => addPerson(db, { name: 'Tom Becker' }, 1));
    undoChange(db, listChanges(db, 1)[0]?.id ?? -1);
    expect(db.prepare('SELECT count(*) FROM person').pluck().get()).toBe(0);
    undoChange(db, listChanges(db, 1)[0]?.id ?? -1);
    expect(db.prepare('SELECT name FROM person').pluck().all()).toEqual(['Priya Shah']);
    db.close();
  });
});

describe('the marks of a change', () => {
  it('are rejected if one bit of them is flipped', () => {
    const db = openStore(tempDb(), quiet);
    change(db, 'add', () => addPerson(db, { name: 'Priya Shah' }));
    change(db, 'add', () => addPerson(db, { name: 'Tom Becker' }));
    db.exec(`UPDATE change SET marks = replace(marks, '"person":1', '"person":0')`);
    const [last] = listChanges(db, 1);
    expect(() => undoChange(db, last?.id ?? -1)).toThrow(/has been altered/);
    expect(db.prepare('SELECT count(*) FROM person').pluck().get()).toBe(2);
    db.close();
  });
});

describe('the record of a change', () => {
  it.each([
    `before = '{"id":'`,
    `before = 'null'`,
    `before = '[]'`,
    `tbl = 'persom'`,
    `before = replace(before, 'Priya', 'Prija')`,
  ])('is rejected if it is not as it was written: %s', (damage) => {
    const db = openStore(tempDb(), quiet);
    const id = change(db, 'add', () => addPerson(db, { name: 'Priya Shah' }));
    change(db, 'edit', () => editPerson(db, id, { name: 'Priya Rao' }));
    db.exec(`UPDATE change_row SET ${damage}`);
    const [last] = listChanges(db, 1);
    expect(() => undoChange(db, last?.id ?? -1)).toThrow(/^the record of .* has been altered/);
    expect(db.prepare('SELECT name FROM person').pluck().get()).toBe('Priya Rao');
    db.close();
  });
});

describe('a change from a format without one of the tables', () => {
  it('is undone with everything it added', () => {
    const db = openStore(tempDb(), quiet);
    const place = { role: 'Analyst', team: null, company: null };
    const id = change(db, 'add', () => addPerson(db, { name: 'Priya Shah' }));
    change(db, 'edit', () => {
      editPerson(db, id, { name: 'Priya Rao' });
      addPosition(db, id, { ...place, until: '2026-11-20' });
      // Altered by the change that added it: there is no earlier version to go back to.
      db.exec(`UPDATE position SET until = '2026-11-21'`);
    });
    const [last] = listChanges(db, 1);
    const marks = JSON.parse(
      db.prepare('SELECT marks FROM change WHERE id = ?').pluck().get(last?.id) as string,
    );
    const { position: _, sum: __, ...older } = marks;
    db.prepare('UPDATE change SET marks = ? WHERE id = ?').run(
      addChecksum(JSON.stringify(older)),
      last?.id,
    );
    undoChange(db, last?.id ?? -1);
    expect(db.prepare('SELECT name FROM person').pluck().all()).toEqual(['Priya Shah']);
    expect(db.prepare('SELECT count(*) FROM position').pluck().get()).toBe(0);
    db.close();
  });
});
