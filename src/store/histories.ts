import type { Database } from 'better-sqlite3';
import { rules } from '../../rules/index.ts';
import { statement } from '../database/rows.ts';
import { SITE_TITLE } from '../database/schema.ts';
import {
  type Day,
  type Detail,
  type History,
  type Interaction,
  KINDS,
  type Kind,
  type Me,
  type Person,
  type Reading,
} from '../model.ts';
import { addDays } from '../text/days.ts';
import { compareText } from '../text/fold.ts';
import { isSiteRecord } from '../text/site-record.ts';
import { answersOf } from './answers.ts';
import { parseDetail } from './details.ts';
import { acceptances } from './invitations.ts';
import { clockOf, PERSON_COLUMNS, type PersonRow, toPerson } from './people.ts';
import { parseReading } from './readings.ts';
import { shownBefore } from './shown.ts';
import { skipsOf } from './skips.ts';

type KnownPerson = Pick<Person, 'id' | 'name' | 'interactions'>;

/** Of someone with more interactions, a list reads only what rules look at. */
const SHORT_HISTORY = 40;
/** Older interactions that it reads of each kind, newest first. A rule needs one, or another than the one it's about. */
const OLDER_OF_A_KIND = 4;
/** Days of which it reads everything: as long as a moment that an interaction opens may last. */
const RECENT_DAYS = Math.max(
  ...rules.map(({ kinds, window }) => (kinds.length === 0 ? 0 : (window?.closes ?? 0))),
);

const WHOLE = `json_each(@whole) AS wanted
  CROSS JOIN participant p ON p.person_id = wanted.value`;
const RECENT = `json_each(@partly) AS wanted CROSS JOIN json_each(@kinds) AS sort
  CROSS JOIN participant p ON p.person_id = wanted.value AND p.kind = sort.value AND p.day >= @recent`;
const OLDER = `json_each(@partly) AS wanted CROSS JOIN json_each(@kinds) AS sort
  CROSS JOIN participant p ON p.id IN (SELECT id FROM participant
    WHERE person_id = wanted.value AND kind = sort.value AND day < @recent
    ORDER BY day DESC, interaction_id DESC LIMIT ${OLDER_OF_A_KIND})`;

function historySql(columns: string, rest: string): { whole: string; partly: string } {
  const select = (from: string) => `SELECT ${columns} FROM ${from} ${rest}`;
  return {
    whole: select(WHOLE),
    partly: [WHOLE, RECENT, OLDER].map(select).join(' UNION ALL '),
  };
}

const FULL = historySql(
  'p.person_id, i.id, i.kind, i.day, i.title, i.note, p.highlight, p.detail, p.say, i.reading',
  'CROSS JOIN interaction i ON i.id = p.interaction_id',
);

// Read from one index alone, which is much faster in a long log, and the titles of site records from another.
const OUTLINE = historySql(
  `p.person_id, p.interaction_id, p.kind, p.day,
    CASE WHEN p.kind = 'engagement' THEN (SELECT title FROM interaction INDEXED BY interaction_of_site
      WHERE id = p.interaction_id AND ${SITE_TITLE}) END`,
  '',
);

type Logged = Pick<History, 'interactions' | 'details' | 'readings'>;

/**
 * Newest first.
 * @param since leaves out most of what's older in a long history; null for all
 */
function interactionsByPerson(
  db: Database,
  people: readonly KnownPerson[],
  since: Day | null,
): Map<number, Logged> {
  type Row = [
    person: number,
    id: number,
    kind: Kind,
    date: Day,
    title: string,
    note: string | null,
    highlight: string | null,
    detail: string | null,
    say: string | null,
    read: string | null,
  ];
  const histories = new Map(
    people.map(({ id }) => [
      id,
      {
        interactions: [] as Interaction[],
        details: new Map<number, Detail>(),
        readings: new Map<number, Reading>(),
      },
    ]),
  );
  const names = new Map(people.map(({ id, name }) => [id, name]));
  for (const row of rows<Row>(db, FULL, people, since)) {
    const [person, id, kind, date, title, note, highlight, stored, say, read] = row;
    const name = names.get(person) as string;
    const interaction = { id, kind, date, title, note, people: [{ id: person, name, highlight }] };
    const history = histories.get(person);
    history?.interactions.push(interaction);
    const detail = parseDetail(stored, say);
    if (detail !== null) history?.details.set(id, detail);
    const reading = parseReading(read);
    if (reading !== null) history?.readings.set(id, reading);
  }
  return newestFirst(histories);
}

function outlinesByPerson(
  db: Database,
  people: readonly KnownPerson[],
  since: Day | null,
): Map<number, Logged> {
  type Row = [person: number, id: number, kind: Kind, date: Day, title: string | null];
  const histories = new Map(
    people.map(({ id }) => [
      id,
      { interactions: [] as Interaction[], details: NONE, readings: NONE },
    ]),
  );
  // An outline lists only the person, so all of theirs share one list.
  const onlyThem = new Map(people.map(({ id, name }) => [id, [{ id, name, highlight: null }]]));
  for (const [person, id, kind, date, title] of rows<Row>(db, OUTLINE, people, since)) {
    const interaction = {
      id,
      kind,
      date,
      title: title !== null && isSiteRecord(title) ? title : '',
      note: null,
      people: onlyThem.get(person) ?? [],
    };
    histories.get(person)?.interactions.push(interaction);
  }
  return newestFirst(histories);
}

/** One for all outlines: of everybody, thousands of empty ones would fill the memory. */
const NONE = new Map<number, never>();

function rows<Row>(
  db: Database,
  sql: { whole: string; partly: string },
  people: readonly KnownPerson[],
  since: Day | null,
): Iterable<Row> {
  const isLong = ({ interactions }: KnownPerson) => since !== null && interactions > SHORT_HISTORY;
  const ids = (some: readonly KnownPerson[]) => JSON.stringify(some.map(({ id }) => id));
  const long = people.filter(isLong);
  if (long.length === 0)
    return statement(db, sql.whole)
      .raw()
      .iterate({ whole: ids(people) }) as Iterable<Row>;
  return statement(db, sql.partly)
    .raw()
    .iterate({
      whole: ids(people.filter((person) => !isLong(person))),
      partly: ids(long),
      kinds: JSON.stringify(KINDS),
      recent: since,
    }) as Iterable<Row>;
}

function newestFirst<T extends Logged>(histories: Map<number, T>): Map<number, T> {
  for (const { interactions } of histories.values())
    interactions.sort((a, b) => compareText(b.date, a.date) || b.id - a.id);
  return histories;
}

/** Ids of people with an interaction other than a meeting, engagement or departure. */
export function peopleWithMoments(db: Database): Set<number> {
  const rows = db
    .prepare(`SELECT DISTINCT person_id FROM participant
      WHERE kind NOT IN ('meeting', 'engagement', 'departure')`)
    .pluck()
    .all();
  return new Set(rows as number[]);
}

/** What mustn't be said in a message: all my notes, and what I was told in feedback. */
export function readPrivateTexts(db: Database): {
  notes: string[];
  feedback: { titles: string[]; texts: string[] };
} {
  const read = (sql: string) => statement(db, sql).pluck().all() as string[];
  return {
    notes: read(`SELECT note FROM person INDEXED BY person_noted WHERE note IS NOT NULL
      UNION SELECT note FROM interaction INDEXED BY interaction_noted WHERE note IS NOT NULL`),
    feedback: {
      titles: read("SELECT DISTINCT title FROM interaction WHERE kind = 'feedback'"),
      texts: read(`SELECT note FROM interaction INDEXED BY interaction_noted
          WHERE kind = 'feedback' AND note IS NOT NULL
        UNION SELECT highlight FROM participant INDEXED BY participant_feedback
          WHERE kind = 'feedback' AND highlight IS NOT NULL`),
    },
  };
}

/** The first day of what's read whole of a long history. */
function recentSince(today: Day): Day {
  return addDays(today, -RECENT_DAYS);
}

/** Histories for rules to match; of a long one, what they look at. */
export function readHistories(
  db: Database,
  people: readonly number[],
  me: Me,
  today: Day,
): History[] {
  return assembleHistories(db, people, me, today, interactionsByPerson);
}

/** Histories without notes, highlights and titles, but for those of what LinkedIn recorded: enough to rank. */
export function readOutlines(
  db: Database,
  people: readonly number[],
  me: Me,
  today: Day,
): History[] {
  return assembleHistories(db, people, me, today, outlinesByPerson);
}

/** Adds titles, notes and highlights to outlines of one day. */
export function completeHistories(db: Database, outlines: readonly History[]): History[] {
  const [outline] = outlines;
  const found = interactionsByPerson(
    db,
    outlines.map(({ person }) => person),
    outline === undefined ? null : recentSince(outline.today),
  );
  return outlines.map((outline) => ({ ...outline, ...(found.get(outline.person.id) as Logged) }));
}

/** The whole history of one person. */
export function readHistory(db: Database, person: Person, me: Me, today: Day): History {
  return {
    person,
    ...(interactionsByPerson(db, [person], null).get(person.id) as Logged),
    me,
    today,
    accepted: acceptances(db, [person.id]).get(person.id) ?? null,
    skipped: skipsOf(db, [person.id]).get(person.id) ?? new Set(),
    answered: answersOf(db, [person.id]).get(person.id) ?? new Set(),
    shown: shownBefore(db, [person.id], today).get(person.id) ?? null,
    ...clockOf(db, person.id),
  };
}

function assembleHistories(
  db: Database,
  people: readonly number[],
  me: Me,
  today: Day,
  readInteractions: typeof interactionsByPerson,
): History[] {
  const found = statement(
    db,
    `SELECT ${PERSON_COLUMNS}, person.snoozed_until, person.every_days FROM json_each(?) AS wanted
      CROSS JOIN person ON person.id = wanted.value`,
  ).all(JSON.stringify(people)) as Array<
    PersonRow & { snoozed_until: Day | null; every_days: number | null }
  >;
  const histories = readInteractions(db, found, recentSince(today));
  const accepted = acceptances(db, people);
  const skips = skipsOf(db, people);
  const answers = answersOf(db, people);
  const shown = shownBefore(db, people, today);
  const none = new Set<string>();
  return found.map((row) => ({
    person: toPerson(row),
    ...(histories.get(row.id) as Logged),
    me,
    today,
    accepted: accepted.get(row.id) ?? null,
    snoozedUntil: row.snoozed_until,
    skipped: skips.get(row.id) ?? none,
    answered: answers.get(row.id) ?? none,
    shown: shown.get(row.id) ?? null,
    everyDays: row.every_days,
    hasInvitedMe: row.incoming === 1,
  }));
}
