/** A network as a year of work leaves it, the same each time, for checking the page. */

import { change } from '../../../src/database/change.ts';
import { openStore } from '../../../src/database/open.ts';
import type { Kind } from '../../../src/model.ts';
import { addInteraction } from '../../../src/store/interactions.ts';
import { addInvitation, closeInvitation } from '../../../src/store/invitations.ts';
import { writeMe } from '../../../src/store/me.ts';
import { addPerson, editPerson } from '../../../src/store/people.ts';
import { addDays } from '../../../src/text/days.ts';

const TODAY = '2026-11-22';

const NAMES = [
  'Priya Shah',
  'Tom Becker',
  'Wei Chen',
  'Noor Aziz',
  'Omar Haddad',
  'Aoife Byrne',
  'Leila Moradi',
  'Viktor Stein',
  'Grace Okonkwo',
  'José Núñez',
  'Hannah Lindqvist',
  'Kenji Watanabe',
  'Amara Diallo',
  'Sofia Rossi',
  'Daniel Kowalczyk',
  'Mei-Ling Hsu',
  'Rahul Venkataraghavan',
  'Zoë Park',
  'Ingrid Solberg',
  'Samuel Adeyemi-Bakare',
  'Fatima al-Rashid',
  'Lucas van der Meer',
  'Ana Beatriz Carvalho',
  'Yusuf Demir',
  'Chloe Martin',
  'Pavel Novák',
  '王小明',
  'דנה כהן',
  'Emeka Obi',
  'Julia Weiss',
  'Ravi Iyer',
  'Maja Horvat',
  'Liam O’Connor',
  'Nadia Petrova',
  'Ben Carter',
  'Elena García Márquez',
];
const TEAMS = [
  'Billing',
  'Billing',
  'Billing',
  'Infrastructure',
  'Design',
  'Data platform',
  'Sales',
];
const ROLES = [
  'backend engineer',
  'platform engineer',
  'product designer',
  'data analyst',
  'engineering manager',
];
const TITLES: ReadonlyArray<readonly [Kind, string]> = [
  ['project', 'Ledger migration'],
  ['event', 'Lisbon offsite'],
  ['meeting', 'Coffee about on-call'],
  ['engagement', 'Commented on their post'],
  ['feedback', 'Quarterly design review'],
  ['project', 'Pricing page'],
  ['interest', 'Trail running'],
  ['meeting', 'Planning'],
];

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

/** Fills a new database at `path`; `rename` gives people other names, by their index in the list. */
export function sample(
  path: string,
  rename: (name: string, index: number) => string = (n) => n,
): void {
  const db = openStore(path, () => undefined);
  const next = random(7);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  const ago = (days: number) => addDays(TODAY, -days);
  change(db, 'sample', () => {
    writeMe(db, {
      name: 'Sam Ortiz',
      role: 'backend engineer',
      team: 'Billing',
      company: 'Northwind',
      goals: ['platform engineering', 'public speaking'],
    });
    NAMES.forEach((name, index) => {
      const id = addPerson(db, {
        name: rename(name, index),
        team: pick(TEAMS),
        role: pick(ROLES),
        company: index % 9 === 8 ? 'Contoso' : 'Northwind',
        relationship: index === 2 ? 'mentor' : index % 11 === 10 ? 'former' : 'colleague',
        strained: name === 'Viktor Stein',
        note: 'SECRET-NOTE',
        ...(index % 12 === 3 ? { skills: ['platform engineering', 'Rust'] } : {}),
      });
      const asked = Math.floor(next() * 420) + 4;
      const luck = next();
      if (luck < 0.3) return;
      const outcome = luck < 0.85 ? 'accepted' : luck < 0.9 ? 'declined' : null;
      addInvitation(db, id, ago(asked), true);
      if (outcome !== null) closeInvitation(db, id, outcome, ago(asked - 3));
      const status =
        outcome === 'accepted' ? 'connected' : outcome === null ? 'invited' : 'declined';
      editPerson(db, id, { status, since: ago(outcome === null ? asked : asked - 3) });
    });
    for (let i = 0; i < 130; i++) {
      const day = ago(Math.floor(400 * next() ** 1.3));
      const [kind, title] = pick(TITLES);
      const first = Math.floor(next() ** 1.6 * NAMES.length);
      const guests = new Set([first]);
      const more = kind === 'event' || kind === 'project' ? 3 : 1;
      for (let n = 0; n < more; n++) {
        if (next() < 0.6) guests.add((first + 1 + Math.floor(next() * 5)) % NAMES.length);
      }
      addInteraction(
        db,
        { kind, date: day, title, note: kind === 'feedback' ? 'SECRET-FEEDBACK' : null },
        [...guests].map((index) => ({ person: index + 1, highlight: 'SECRET-HIGHLIGHT' })),
      );
    }
    addInteraction(db, { kind: 'milestone', date: ago(1), title: 'promotion to Staff Engineer' }, [
      { person: 6, highlight: null },
    ]);
  });
  db.close();
}
