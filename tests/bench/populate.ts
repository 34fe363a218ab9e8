/** Builds a database like ten years of work would: the same sizes always give the same database. */

import { change } from '../../src/database/change.ts';
import { openStore } from '../../src/database/open.ts';
import { KINDS, type Kind } from '../../src/model.ts';
import { addInteraction } from '../../src/store/interactions.ts';
import { addInvitation } from '../../src/store/invitations.ts';
import { writeMe } from '../../src/store/me.ts';
import { addPerson } from '../../src/store/people.ts';
import { addDays } from '../../src/text/days.ts';

export const TODAY = '2026-11-22';
const DAYS = 3650;

/** Share of each kind, in percent: most of what people log is talk. */
const OFTEN: Record<Kind, number> = {
  meeting: 55,
  engagement: 20,
  project: 8,
  event: 8,
  interest: 3,
  feedback: 2,
  milestone: 2,
  departure: 1,
  'new-job': 0.5,
  reorg: 0.5,
};

const FIRST =
  'Ana Bo Chen Dara Eli Femi Gia Hugo Ines Jun Kofi Lena Mara Nils Omar Priya Quinn Rosa Sven Tom'.split(
    ' ',
  );
const STARTS = 'Ab Bek Cos Dia Ez Fen Gup Ha It Jan Kha Lop Mo Nov Or Par Quis Rey Sha Tra'.split(
  ' ',
);
const ENDS =
  'ad bert cher dez eri fors gard hoven ita jorn kova lund mann novic osta pello qvist rossi sen tova'.split(
    ' ',
  );

/** Repeatable random numbers from 0 to 1 (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Fills a new database at `path` with this many people and interactions. */
export function populate(path: string, people: number, interactions: number): void {
  const db = openStore(path, () => undefined);
  const next = random(people);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  change(db, 'populate', () => {
    writeMe(db, {
      name: 'Sam Ortiz',
      role: 'backend engineer',
      team: 'Team 7',
      goals: ['platform'],
    });
    for (let i = 0; i < people; i++) {
      const status = next() < 0.45 ? 'connected' : next() < 0.05 ? 'invited' : 'none';
      addPerson(db, {
        name: `${pick(FIRST)} ${pick(STARTS)}${pick(ENDS)}`,
        team: `Team ${i % Math.max(5, Math.floor(people / 50))}`,
        role: pick(['engineer', 'designer', 'analyst', 'platform engineer', 'manager']),
        company: 'Northwind',
        status,
        since: status === 'none' ? null : addDays(TODAY, -Math.floor(next() * 2000) - 2),
        relationship: next() < 0.1 ? 'former' : 'colleague',
      });
    }
    const kinds = KINDS.flatMap((kind) => Array<Kind>(OFTEN[kind] * 2).fill(kind));
    for (let i = 0; i < interactions; i++) {
      const guests = new Set<number>();
      for (let n = 1 + Math.floor(next() * 4); n > 0; n--)
        guests.add(1 + Math.floor(next() * people));
      const date = addDays(TODAY, -Math.floor((1 - i / interactions) * DAYS));
      addInteraction(
        db,
        { kind: pick(kinds), date, title: `Item ${i}` },
        [...guests].map((person) => ({ person, highlight: null })),
      );
    }
    addInvitation(db, 1, addDays(TODAY, -2), true);
  });
  db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  db.close();
}
