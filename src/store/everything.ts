import type { Database } from 'better-sqlite3';
import { eachRow } from '../database/rows.ts';
import { readSetting } from '../database/settings.ts';
import { snapshot } from '../database/sqlite.ts';
import type { Day, Interaction, Participant, Person, Position } from '../model.ts';
import { allCards, type Card } from './addresses.ts';
import { type Answer, parseAnswer } from './answers.ts';
import { allInvitations, type PastInvitation } from './invitations.ts';
import { PERSON_COLUMNS, type PersonRow, toPerson } from './people.ts';
import { allPositions } from './positions.ts';

type PersonWithAll = Person & {
  everyDays: number | null;
  snoozedUntil: Day | null;
  invitations: Array<Omit<PastInvitation, 'person'>>;
  skips: Array<{ moment: string; on: Day }>;
  positions: Position[];
  cards: Card[];
  hasInvitedMe: boolean;
};

type InteractionWithSource = Omit<Interaction, 'people'> & {
  people: Array<Participant & { say: string | null }>;
  source: string | null;
  /** Suggestions that it answers, if any, by person. */
  answers?: Array<Answer & { person: number }>;
};

/** All data except recorded changes, by id. */
export function readEverything(db: Database): {
  me: Record<string, never>;
  people: PersonWithAll[];
  interactions: InteractionWithSource[];
} {
  return snapshot(db, () => {
    const people = new Map<number, PersonWithAll>();
    type Row = PersonRow & { every_days: number | null; snoozed_until: Day | null };
    const all = db.prepare(
      `SELECT ${PERSON_COLUMNS}, every_days, snoozed_until FROM person ORDER BY id`,
    );
    for (const row of eachRow<Row>(all)) {
      const { every_days: everyDays, snoozed_until: snoozedUntil } = row;
      // Seven times as fast as spreading.
      const rest = {
        everyDays,
        snoozedUntil,
        invitations: [],
        skips: [],
        positions: [],
        cards: [],
        hasInvitedMe: row.incoming === 1,
      };
      people.set(row.id, Object.assign(toPerson(row), rest));
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
    for (const { person, ...card } of allCards(db)) people.get(person)?.cards.push(card);
    const log = db
      .prepare('SELECT id, kind, day AS date, title, note, source FROM interaction ORDER BY id')
      .all() as Array<Omit<InteractionWithSource, 'people'>>;
    const interactions = new Map<number, InteractionWithSource>();
    for (const { id, kind, date, title, note, source } of log)
      interactions.set(id, { id, kind, date, title, note, people: [], source });
    const participants = db
      .prepare(
        'SELECT interaction_id, person_id, highlight, say, answers FROM participant ORDER BY id',
      )
      .raw()
      .all() as Array<[number, number, string | null, string | null, string | null]>;
    for (const [interaction, id, highlight, say, answer] of participants) {
      const name = people.get(id)?.name;
      const found = interactions.get(interaction);
      if (name === undefined || found === undefined) continue;
      found.people.push({ id, name, highlight, say });
      if (answer !== null) {
        found.answers ??= [];
        found.answers.push({ person: id, ...parseAnswer(answer) });
      }
    }
    return {
      me: readSetting<Record<string, never>>(db, 'me') ?? {},
      people: [...people.values()],
      interactions: [...interactions.values()],
    };
  });
}
