import type { Database } from 'better-sqlite3';
import { isTalk } from '../../rules/lib/ties.ts';
import { countNow } from '../database/log-many.ts';
import { insertRow, statement, updateRow, type Value } from '../database/rows.ts';
import type { Day, Kind } from '../model.ts';
import { fold } from '../text/fold.ts';
import { type Answer, formatAnswer, isGoodNews, linkAnswer, newsAnsweredBy } from './answers.ts';
import { readHistory } from './histories.ts';
import { readMe } from './me.ts';
import { clockOf, editPerson, personById } from './people.ts';
import type { InteractionRow } from './read-interactions.ts';

export interface InteractionFields {
  kind: Kind;
  date: Day;
  title: string;
  note?: string | null;
  /** Key of the imported record; unique. */
  source?: string | null;
}

/** A participant to record; `person` is an id. */
export interface Attendance {
  person: number;
  highlight: string | null;
  /** My own words for it; undefined leaves what is stored, as long as the highlight stays. */
  say?: string | null;
  /** The suggestion that it answers. */
  answer?: Answer | null;
}

/**
 * Records an interaction; people in a departure become former coworkers, good news ends a snooze, and
 * words of congratulation answer it.
 * @param options.isAhead whether a departure is still to come
 * @param options.today for news: without it, snoozes stay
 * @param options.news everyone with news in the log, where many are recorded
 * @returns the id
 */
export function recordInteraction(
  db: Database,
  fields: InteractionFields,
  people: readonly Attendance[],
  {
    isAhead = false,
    today,
    news,
  }: { isAhead?: boolean; today?: Day; news?: ReadonlySet<number> } = {},
): number {
  const id = addInteraction(db, fields, people);
  if (fields.kind === 'departure' && !isAhead) markAsFormer(db, people);
  if (fields.kind === 'milestone' || fields.kind === 'departure')
    endSnoozes(db, id, people, fields.kind, today);
  answerNews(db, id, fields, people, news);
  return id;
}

/** Good news ends a snooze if there's still time to congratulate. */
function endSnoozes(
  db: Database,
  id: number,
  people: readonly Attendance[],
  kind: Kind,
  today: Day | undefined,
): void {
  if (today === undefined) return;
  for (const { person } of people) {
    const { snoozedUntil } = clockOf(db, person);
    if (snoozedUntil === null || snoozedUntil <= today) continue;
    countNow(db, person);
    const history = readHistory(db, personById(db, person), readMe(db), today);
    if (kind === 'departure' || isGoodNews(history, id))
      editPerson(db, person, { snoozedUntil: null });
  }
}

/** Links a talk to the news it answers, for each person. */
function answerNews(
  db: Database,
  id: number,
  { kind, date, title }: InteractionFields,
  people: readonly Attendance[],
  news: ReadonlySet<number> | undefined,
): void {
  if (!isTalk({ kind })) return;
  for (const { person, answer } of people) {
    if (answer || news?.has(person) === false || !hasNews(db, person, date)) continue;
    countNow(db, person);
    const history = readHistory(db, personById(db, person), readMe(db), date);
    const found = newsAnsweredBy(history, title);
    if (found !== null) linkAnswer(db, id, person, found);
  }
}

/** Ids of people with news of theirs in the log. */
export function peopleWithNews(db: Database): Set<number> {
  const ids = db.prepare("SELECT DISTINCT person_id FROM participant WHERE kind = 'milestone'");
  return new Set(ids.pluck().all() as number[]);
}

/** Spares most talks a judgement. */
function hasNews(db: Database, person: number, until: Day): boolean {
  const sql =
    "SELECT 1 FROM participant WHERE person_id = ? AND kind = 'milestone' AND day <= ? LIMIT 1";
  return statement(db, sql).get(person, until) !== undefined;
}

function markAsFormer(db: Database, people: readonly Attendance[]): void {
  for (const { person } of people) updateRow(db, 'person', person, { relationship: 'former' });
}

/**
 * Adds an interaction.
 * @param number its id, from an export
 * @returns the id
 */
export function addInteraction(
  db: Database,
  fields: InteractionFields,
  people: readonly Attendance[],
  number?: number,
): number {
  const id = insertRow(db, 'interaction', {
    ...(number === undefined ? {} : { id: number }),
    kind: fields.kind,
    day: fields.date,
    title: fields.title,
    note: fields.note ?? null,
    source: fields.source ?? null,
  });
  for (const attendance of people) addParticipant(db, id, fields, attendance);
  return id;
}

function addParticipant(
  db: Database,
  interaction: number,
  { kind, date }: Pick<InteractionFields, 'kind' | 'date'>,
  attendance: Attendance,
): void {
  insertRow(db, 'participant', {
    interaction_id: interaction,
    person_id: attendance.person,
    kind,
    day: date,
    highlight: attendance.highlight,
    say: attendance.say ?? null,
    answers: attendance.answer ? formatAnswer(attendance.answer) : null,
  });
}

/** Edits an interaction and replaces its people; anyone new in a departure becomes `former`. */
export function amendInteraction(
  db: Database,
  id: number,
  fields: Partial<InteractionFields>,
  people: readonly Attendance[],
): void {
  const row: Record<string, Value> = {};
  if (fields.kind !== undefined) row.kind = fields.kind;
  if (fields.date !== undefined) row.day = fields.date;
  if (fields.title !== undefined) row.title = fields.title;
  if (fields.note !== undefined) row.note = fields.note;
  // What was understood of another title, kind, day or company no longer fits.
  row.reading = null;
  const selectKindAndDay = db.prepare('SELECT kind, day FROM interaction WHERE id = ?');
  const wasDeparture =
    (selectKindAndDay.get(id) as InteractionRow | undefined)?.kind === 'departure';
  updateRow(db, 'interaction', id, row);
  const { kind, day: date } = selectKindAndDay.get(id) as InteractionRow;
  const before = db
    .prepare(
      'SELECT id, person_id AS person, kind, highlight FROM participant WHERE interaction_id = ?',
    )
    .all(id) as Array<Attendance & { id: number; kind: Kind }>;
  for (const old of before) {
    if (!people.some((attendance) => attendance.person === old.person))
      db.prepare('DELETE FROM participant WHERE id = ?').run(old.id);
  }
  for (const attendance of people) {
    const old = before.find((row) => row.person === attendance.person);
    if (old === undefined) addParticipant(db, id, { kind, date }, attendance);
    else {
      const { highlight, say } = attendance;
      // What was understood of another highlight, or under another kind, no longer fits.
      const isSame = highlight === old.highlight;
      updateRow(db, 'participant', old.id, {
        highlight,
        kind,
        day: date,
        ...(!(isSame && kind === old.kind) && { detail: null }),
        ...(say !== undefined ? { say } : !isSame && { say: null }),
      });
    }
    if (kind === 'departure' && !(wasDeparture && old !== undefined))
      markAsFormer(db, [attendance]);
  }
}

/** Deletes an interaction; its people stay. */
export function deleteInteraction(db: Database, id: number): void {
  db.prepare('DELETE FROM participant WHERE interaction_id = ?').run(id);
  db.prepare('DELETE FROM interaction WHERE id = ?').run(id);
}

/** The interaction that was imported under this key; undefined if none was. */
export function findSource(db: Database, source: string): number | undefined {
  return statement(db, 'SELECT id FROM interaction WHERE source = ?').pluck().get(source) as
    | number
    | undefined;
}

/**
 * Finds interactions of the log as it is now.
 * @returns a function that gives the ids of those with the same kind, day, title and people, oldest first
 */
export function interactionFinder(
  db: Database,
): (
  fields: Pick<InteractionFields, 'kind' | 'date' | 'title'>,
  people: readonly number[],
) => number[] {
  const keyOf = (day: Day, kind: Kind, title: string) => `${day} ${kind} ${title}`;
  const byKey = new Map<string, number[]>();
  const rows = db
    .prepare('SELECT id, day, kind, title FROM interaction ORDER BY id')
    .raw()
    .iterate() as IterableIterator<[number, Day, Kind, string]>;
  for (const [id, day, kind, title] of rows) {
    const key = keyOf(day, kind, title);
    const ids = byKey.get(key);
    if (ids === undefined) byKey.set(key, [id]);
    else ids.push(id);
  }
  if (byKey.size === 0) return () => [];
  const participants = db
    .prepare('SELECT person_id FROM participant WHERE interaction_id = ? ORDER BY person_id')
    .pluck();
  return ({ date, kind, title }, people) => {
    const wanted = [...people].sort((a, b) => a - b).join();
    const ids = byKey.get(keyOf(date, kind, title)) ?? [];
    return ids.filter((id) => participants.all(id).join() === wanted);
  };
}

/** The first interaction of the same kind, day and people whose title is the same, case and accents aside; null if none is. */
export function sameInteraction(
  db: Database,
  { kind, date, title }: Pick<InteractionFields, 'kind' | 'date' | 'title'>,
  people: readonly number[],
): number | null {
  const [someone] = people;
  if (someone === undefined) return null;
  const rows = statement(
    db,
    `SELECT interaction.id, title, (SELECT group_concat(person_id) FROM participant other
        WHERE other.interaction_id = interaction.id) AS people
      FROM participant CROSS JOIN interaction ON interaction.id = interaction_id
      WHERE person_id = ? AND participant.day = ? AND participant.kind = ? ORDER BY interaction.id`,
  ).all(someone, date, kind) as Array<{ id: number; title: string; people: string }>;
  const wanted = new Set(people);
  const isSame = (row: (typeof rows)[number]) => {
    const ids = row.people.split(',').map(Number);
    return (
      fold(row.title) === fold(title) &&
      ids.length === wanted.size &&
      ids.every((id) => wanted.has(id))
    );
  };
  return rows.find(isSame)?.id ?? null;
}

/** The highest id so far; 0 in an empty log. */
export function newestInteraction(db: Database): number {
  return db.prepare('SELECT coalesce(max(id), 0) FROM interaction').pluck().get() as number;
}

/** All imported keys. */
export function allSources(db: Database): Iterable<string> {
  return db
    .prepare('SELECT source FROM interaction WHERE source IS NOT NULL')
    .pluck()
    .iterate() as IterableIterator<string>;
}
