/** Another command may merge or forget a person between the lookup of their name and the change. */
import { describe, expect, it } from 'vitest';
import { change } from '../../src/database/change.ts';
import { openStore } from '../../src/database/open.ts';
import { addInteraction } from '../../src/store/interactions.ts';
import { editPerson, personById } from '../../src/store/people.ts';
import { coach } from '../helpers/coach.ts';

const TALK = { kind: 'meeting', date: '2026-11-20', title: 'Coffee' } as const;
const GONE = 99;

describe('a change to someone who has just been removed', () => {
  it.each([
    ['an edit', (db) => editPerson(db, GONE, { role: 'Lead' })],
    ['a log', (db) => addInteraction(db, TALK, [{ person: GONE, highlight: null }])],
    ['a look', (db) => personById(db, GONE)],
  ] satisfies Array<[string, (db: ReturnType<typeof openStore>) => unknown]>)(
    '%s says so, and changes nothing',
    async (_, work) => {
      const c = coach();
      await c.add('Priya Shah');
      const before = (await c.run('export', 'json')).stdout;
      const db = openStore(c.db, () => undefined);
      expect(() => change(db, 'a change', () => work(db))).toThrow(
        expect.objectContaining({
          code: 'io',
          message: 'another command has just removed what this one needs',
        }),
      );
      db.close();
      expect((await c.run('export', 'json')).stdout).toBe(before);
      const { changes } = await c.json<{ changes: unknown[] }>('undo', '--list');
      expect(changes).toHaveLength(1);
    },
  );
});
