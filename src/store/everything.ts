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
  /** What `sync` calls it on all machines; null in rows that are older. */
  uid: string | null;
};

type InteractionWithSource = Omit<Interaction, 'people'> & {
  people: Array<Participant & { say: string | null }>;
  source: string | null;
  uid: string | null;
  /** Suggestions that it answers, if any, by person. */
  answers?: Array<Answer & { person: number }>;
};

/** All data except recorded changes, by id. */
export function readEverything(db: Database): {
  me: Record<string, never>;
  people: PersonWithAll[];
  interactions: InteractionWithSource[];
} {
  return snapshot(db, () => ({
    me: ownProfile(db),
    people: [...eachPerson(db)],
    interactions: [...eachInteraction(db)],
  }));
}

/** My profile, without defaults. */
export function ownProfile(db: Database): Record<string, never> {
  return readSetting<Record<string, never>>(db, 'me') ?? {};
}

/** Everyone with all that's kept of them, by id, one at a time; call it in a transaction. */
export function* eachPerson(db: Database): Generator<PersonWithAll> {
  const skips = db
    .prepare('SELECT person_id AS person, moment, skipped_on AS "on" FROM skip ORDER BY id')
    .all() as Array<{ person: number; moment: string; on: Day }>;
  const invitationsOf = byPerson(allInvitations(db));
  const skipsOf = byPerson(skips);
  const positionsOf = byPerson(allPositions(db));
  const cardsOf = byPerson(allCards(db));
  type Row = PersonRow & {
    every_days: number | null;
    snoozed_until: Day | null;
    uid: string | null;
  };
  const all = db.prepare(
    `SELECT ${PERSON_COLUMNS}, every_days, snoozed_until, uid FROM person ORDER BY id`,
  );
  for (const row of eachRow<Row>(all)) {
    const { id, every_days: everyDays, snoozed_until: snoozedUntil } = row;
    // Seven times as fast as spreading.
    const rest = {
      everyDays,
      snoozedUntil,
      invitations: invitationsOf(id),
      skips: skipsOf(id),
      positions: positionsOf(id),
      cards: cardsOf(id),
      hasInvitedMe: row.incoming === 1,
      uid: row.uid,
    };
    yield Object.assign(toPerson(row), rest);
  }
}

/** What's kept of each person, without saying whose it is. */
function byPerson<T extends { person: number }>(
  rows: readonly T[],
): (person: number) => Array<Omit<T, 'person'>> {
  const found = new Map<number, Array<Omit<T, 'person'>>>();
  for (const { person, ...row } of rows) {
    const known = found.get(person);
    if (known === undefined) found.set(person, [row]);
    else known.push(row);
  }
  return (person) => found.get(person) ?? [];
}

type ParticipantRow = [
  interaction: number,
  id: number,
  person: number,
  highlight: string | null,
  say: string | null,
  answer: string | null,
];

/** Every interaction with all who took part, by id, one at a time; call it in a transaction. */
export function* eachInteraction(db: Database): Generator<InteractionWithSource> {
  const names = new Map(
    db.prepare('SELECT id, name FROM person').raw().all() as Array<[number, string]>,
  );
  // Read side by side, as both are in the order of the log.
  const participants = db
    .prepare(`SELECT interaction_id, id, person_id, highlight, say, answers FROM participant
      ORDER BY interaction_id`)
    .raw()
    .iterate() as IterableIterator<ParticipantRow>;
  let next = participants.next();
  const log = db
    .prepare('SELECT id, kind, day AS date, title, note, source, uid FROM interaction ORDER BY id')
    .iterate() as IterableIterator<Omit<InteractionWithSource, 'people'>>;
  try {
    for (const { id, kind, date, title, note, source, uid } of log) {
      const rows: ParticipantRow[] = [];
      for (; next.done !== true && next.value[0] <= id; next = participants.next())
        if (next.value[0] === id) rows.push(next.value);
      const found: InteractionWithSource = { id, kind, date, title, note, people: [], source, uid };
      for (const [, , person, highlight, say, answer] of rows.sort((a, b) => a[1] - b[1])) {
        const name = names.get(person);
        if (name === undefined) continue;
        found.people.push({ id: person, name, highlight, say });
        if (answer !== null) {
          found.answers ??= [];
          found.answers.push({ person, ...parseAnswer(answer) });
        }
      }
      yield found;
    }
  } finally {
    participants.return?.();
  }
}

/** Runs a generator on one state of the database, whatever others write until its end. */
export function* inSnapshot<T>(db: Database, make: () => Iterable<T>): Generator<T> {
  db.exec('BEGIN');
  try {
    yield* make();
  } finally {
    db.exec('COMMIT');
  }
}
