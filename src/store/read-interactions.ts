/** The log, as it's read: needs no rule, so that showing it loads none. */
import type { Database } from 'better-sqlite3';
import type { Value } from '../database/rows.ts';
import type { Day, Interaction, Kind, Participant } from '../model.ts';

/** An interaction as it's stored. */
export interface InteractionRow {
  id: number;
  kind: Kind;
  day: Day;
  title: string;
  note: string | null;
}

/** An interaction, or null. */
export function interactionById(db: Database, id: number): Interaction | null {
  const rows = db
    .prepare('SELECT id, kind, day, title, note FROM interaction WHERE id = ?')
    .all(id) as InteractionRow[];
  const [found = null] = withPeople(db, rows);
  return found;
}

export interface InteractionFilter {
  person?: number;
  kind?: Kind;
  since?: Day;
  until?: Day;
  limit?: number;
}

/** What comes after the columns to select those that match every filter, with its values. */
function fromMatching(filter: InteractionFilter): { from: string; values: Value[] } {
  const where: string[] = ['1'];
  const values: Value[] = [];
  const and = (sql: string, value: Value | undefined) => {
    if (value === undefined) return;
    where.push(sql);
    values.push(value);
  };
  and('id IN (SELECT interaction_id FROM participant WHERE person_id = ?)', filter.person);
  and('kind = ?', filter.kind);
  and('day >= ?', filter.since);
  and('day <= ?', filter.until);
  return { from: `FROM interaction WHERE ${where.join(' AND ')}`, values };
}

/** How many interactions match every filter; ignores the limit. */
export function countInteractions(db: Database, filter: InteractionFilter): number {
  const { from, values } = fromMatching(filter);
  return db
    .prepare(`SELECT count(*) ${from}`)
    .pluck()
    .get(...values) as number;
}

const PAGE = 200;

/** Interactions that match every filter, newest first, some at a time; call it in a transaction. */
export function* pagesOfInteractions(
  db: Database,
  filter: InteractionFilter,
): Generator<Interaction[]> {
  const { from, values } = fromMatching(filter);
  const found = db
    .prepare(`SELECT id, kind, day, title, note ${from} ORDER BY day DESC, id DESC LIMIT ?`)
    .iterate(...values, filter.limit ?? -1) as IterableIterator<InteractionRow>;
  let rows: InteractionRow[] = [];
  for (const row of found) {
    rows.push(row);
    if (rows.length < PAGE) continue;
    yield withPeople(db, rows);
    rows = [];
  }
  if (rows.length > 0) yield withPeople(db, rows);
}

/** Interactions that match every filter, newest first; `total` ignores the limit. */
export function listInteractions(
  db: Database,
  filter: InteractionFilter,
): { interactions: Interaction[]; total: number } {
  const interactions = [...pagesOfInteractions(db, filter)].flat();
  const total = filter.limit === undefined ? interactions.length : countInteractions(db, filter);
  return { interactions, total };
}

function withPeople(db: Database, rows: readonly InteractionRow[]): Interaction[] {
  const interactions = rows.map(({ day, ...row }) => ({ ...row, date: day, people: [] }));
  fillPeople(db, interactions);
  return interactions;
}

/** Fills in all participants, in the order of entry. */
export function fillPeople(db: Database, interactions: readonly Interaction[]): void {
  const byId = new Map<number, Interaction[]>();
  for (const interaction of interactions) {
    interaction.people = [];
    byId.set(interaction.id, [...(byId.get(interaction.id) ?? []), interaction]);
  }
  const participants = db
    .prepare(`SELECT p.interaction_id AS interaction, p.person_id AS id, person.name, p.highlight
      FROM json_each(?) AS wanted
      CROSS JOIN participant p ON p.interaction_id = wanted.value
      JOIN person ON person.id = p.person_id ORDER BY p.id`)
    .iterate(JSON.stringify([...byId.keys()])) as IterableIterator<
    Participant & { interaction: number }
  >;
  for (const { interaction, id, name, highlight } of participants)
    for (const one of byId.get(interaction) ?? []) one.people.push({ id, name, highlight });
}

/** How many interactions of each kind I logged myself. */
export function kindCounts(db: Database): Map<Kind, number> {
  const rows = db
    .prepare('SELECT kind, count(*) FROM interaction WHERE source IS NULL GROUP BY kind')
    .raw()
    .all() as Array<[Kind, number]>;
  return new Map(rows);
}
