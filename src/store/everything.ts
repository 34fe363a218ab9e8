import type { Day, Interaction, Person } from '../../rules/rule.ts';
import { listInteractions } from './interactions.ts';
import { allInvitations, type PastInvitation } from './invitations.ts';
import type { Database } from './open.ts';
import { PERSON, type PersonRow, toPerson } from './people.ts';
import { allPositions, type Position } from './positions.ts';
import { readSetting } from './settings.ts';
import { snapshot } from './sqlite.ts';

type PersonWithAll = Person & {
  everyDays: number | null;
  snoozedUntil: Day | null;
  invitations: Array<Omit<PastInvitation, 'person'>>;
  skips: Array<{ moment: string; on: Day }>;
  positions: Position[];
};

/** All that is stored, but for the history of changes; in the order of its numbers. */
export function readEverything(db: Database): {
  me: Record<string, never>;
  people: PersonWithAll[];
  interactions: Array<Interaction & { source: string | null }>;
} {
  return snapshot(db, () => {
    const rows = db
      .prepare(`SELECT ${PERSON}, every_days, snoozed_until FROM person ORDER BY id`)
      .all() as Array<PersonRow & { every_days: number | null; snoozed_until: Day | null }>;
    const people = new Map<number, PersonWithAll>();
    for (const row of rows) {
      const { every_days: everyDays, snoozed_until: snoozedUntil } = row;
      people.set(row.id, {
        ...toPerson(row),
        everyDays,
        snoozedUntil,
        invitations: [],
        skips: [],
        positions: [],
      });
    }
    for (const { person, ...invitation } of allInvitations(db))
      people.get(person)?.invitations.push(invitation);
    const skips = db
      .prepare('SELECT person_id AS person, moment, skipped_on AS day FROM skip ORDER BY id')
      .all() as Array<{ person: number; moment: string; day: Day }>;
    for (const { person, moment, day } of skips)
      people.get(person)?.skips.push({ moment, on: day });
    for (const { person, ...position } of allPositions(db))
      people.get(person)?.positions.push(position);
    const sources = new Map(
      db.prepare('SELECT id, source FROM interaction').raw().all() as Array<
        [number, string | null]
      >,
    );
    const interactions = listInteractions(db, {})
      .interactions.map((one) => ({ ...one, source: sources.get(one.id) ?? null }))
      .sort((a, b) => a.id - b.id);
    return {
      me: readSetting<Record<string, never>>(db, 'me') ?? {},
      people: [...people.values()],
      interactions,
    };
  });
}
