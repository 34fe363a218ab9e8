/** The search that stops early finds what a search through everybody finds. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rank } from '../../src/coach/suggest.ts';
import { openLog } from '../../src/store/log.ts';
import { readMe } from '../../src/store/me.ts';
import { openStore } from '../../src/store/open.ts';
import { populate, TODAY } from '../bench/populate.ts';

const folder = mkdtempSync(join(tmpdir(), 'netcoach-rank-'));
let db: Database;

beforeAll(() => {
  const path = join(folder, 'netcoach.db');
  populate(path, 600, 5_000);
  db = openStore(path, () => undefined);
});
afterAll(() => {
  db.close();
  rmSync(folder, { recursive: true, force: true });
});

function ranked(today: string, limit: number | null, invitesPerWeek = 10, goals = ['platform']) {
  const me = { ...readMe(db), goals, invitesPerWeek };
  const budget = { invitesThisWeek: 3, invitesPerWeek, notesThisMonth: 2, notesPerMonth: 5 };
  const { picks } = rank(openLog(db, me, today), { me, today, budget, limit });
  return picks.map(({ judgement, channel, notices }) => ({
    id: judgement.history.person.id,
    action: judgement.lead.action,
    score: judgement.score,
    reasons: judgement.reasons,
    channel,
    notices,
  }));
}

describe('a short list', () => {
  it.each([TODAY, '2026-12-05', '2027-01-31', '2024-06-30'])(
    'on %s begins the whole list',
    (day) => {
      for (const [invites, goals] of [
        [10, ['platform']],
        [4, []],
        [3, ['platform']],
        [0, []],
      ] as const) {
        const all = ranked(day, null, invites, [...goals]);
        for (const limit of [1, 5, 20]) {
          expect(ranked(day, limit, invites, [...goals])).toEqual(all.slice(0, limit));
        }
      }
    },
  );

  it('keeps the budget: seven of ten invitations are left, and three of five notes', () => {
    const all = ranked(TODAY, null);
    const inviting = all.filter(({ action }) => action === 'connect' || action === 'reconnect');
    expect(inviting).toHaveLength(7);
    expect(inviting.map(({ channel }) => channel)).toEqual([
      ...Array(3).fill('note'),
      ...Array(4).fill('message'),
    ]);
    for (const { channel, notices } of inviting) {
      expect(notices).toHaveLength(channel === 'note' ? 0 : 1);
    }
  });

  it('is in the order of its scores', () => {
    const scores = ranked(TODAY, null).map(({ score }) => score);
    expect(scores.length).toBeGreaterThan(20);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
  });
});
