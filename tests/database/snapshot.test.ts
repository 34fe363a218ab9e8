import { expect, it } from 'vitest';
import { rank } from '../../src/coach/suggest/suggest.ts';
import { openStore } from '../../src/database/open.ts';
import { configure, connect, snapshot } from '../../src/database/sqlite.ts';
import { forget } from '../../src/forget/forget.ts';
import { openLog } from '../../src/store/candidates.ts';
import { readMe } from '../../src/store/me.ts';
import { coach, TODAY } from '../helpers/coach.ts';

it('a list shows a single state of the log, even if someone is forgotten meanwhile', async () => {
  const c = coach();
  await c.log('project', 'Ana Lima, Bo Ek', 'Apollo', '2026-11-20');
  const db = openStore(c.db, () => undefined);
  const other = connect(c.db);
  configure(other);
  other.pragma('busy_timeout = 0');
  const me = readMe(db);
  const log = openLog(db, me, TODAY);
  const budget = { invitesThisWeek: 0, invitesPerWeek: 10, notesThisMonth: 0, notesPerMonth: 5 };
  const names = () => {
    const outlines = (people: readonly number[]) => {
      const found = log.outlines(people);
      forget(other, 1);
      return found;
    };
    const { picks } = rank({ ...log, outlines }, { me, today: TODAY, budget, limit: 5 });
    return picks.map(({ person }) => person.name);
  };
  expect(snapshot(db, names)).toEqual(['Ana Lima', 'Bo Ek']);
  expect(await c.people()).toEqual(['Bo Ek']);
  other.close();
  db.close();
});
