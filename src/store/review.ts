import type { Database } from 'better-sqlite3';
import { rules } from '../../rules/index.ts';
import type {
  Group,
  InvitationMonth,
  MapLink,
  MapPerson,
  MomentCount,
  Network,
} from '../coach/review/material.ts';
import { mergeGroups } from '../coach/review/perspectives.ts';
import { monthEnds, type Ties, warmthBounds, warmthOf } from '../coach/review/warmth.ts';
import {
  type Day,
  KINDS,
  type Kind,
  type Me,
  RELATIONSHIPS,
  type Relationship,
  STATUSES,
  type Status,
} from '../model.ts';
import { addDays } from '../text/days.ts';
import { readCandidates } from './review-candidates.ts';

const YEAR_DAYS = 365;

/** The network in numbers, and people whom findings may be about. Only reads. */
export function readNetwork(db: Database, me: Me, today: Day): Network {
  const byStatus = countBy(db, 'status', STATUSES);
  const since = addDays(today, -YEAR_DAYS);
  const tiesByMonth = readTies(db, today);
  const ties = tiesByMonth.at(-1) as Ties;
  return {
    today,
    me,
    people: Object.values(byStatus).reduce((sum, number) => sum + number, 0),
    byStatus,
    byRelationship: countBy(db, 'relationship', RELATIONSHIPS),
    teams: readGroups(db, 'team'),
    companies: readGroups(db, 'company'),
    strained: db.prepare('SELECT count(*) FROM person WHERE strained = 1').pluck().get() as number,
    ties: { warm: ties.warm, cooling: ties.cooling, quiet: ties.quiet },
    tiesByMonth,
    invitations: readInvitations(db, today),
    moments: readMoments(db, since, today),
    map: readMap(db, since, today),
    ...readCandidates(db, me, today),
  };
}

function countBy<T extends Status | Relationship>(
  db: Database,
  column: 'status' | 'relationship',
  values: readonly T[],
): Record<T, number> {
  const rows = db
    .prepare(`SELECT ${column}, count(*) FROM person GROUP BY ${column}`)
    .raw()
    .all() as Array<[T, number]>;
  const counted = new Map(rows);
  if (column === 'status') {
    const waiting = db
      .prepare('SELECT count(*) FROM person WHERE incoming = 1 AND status = ?')
      .pluck()
      .get('none');
    counted.set('incoming' as T, waiting as number);
    counted.set('none' as T, (counted.get('none' as T) ?? 0) - (waiting as number));
  }
  return Object.fromEntries(values.map((value) => [value, counted.get(value) ?? 0])) as Record<
    T,
    number
  >;
}

function readGroups(db: Database, column: 'team' | 'company'): Group[] {
  const rows = db
    .prepare(`SELECT ${column} AS name, count(*) AS total, sum(status = 'connected') AS connected
      FROM person WHERE ${column} IS NOT NULL GROUP BY ${column} ORDER BY total DESC, ${column}`)
    .all() as Group[];
  return mergeGroups(rows);
}

/** Connections by warmth at the end of each month. */
function readTies(db: Database, today: Day): Array<{ day: Day } & Ties> {
  const months = monthEnds(today).map((day) => ({
    day,
    bounds: warmthBounds(day),
    ties: { warm: 0, cooling: 0, quiet: 0 },
  }));
  // Whatever is older is quiet in all of these months.
  const contacts = readMonthlyContacts(db, months[0]?.bounds.cooling ?? today, today);
  const connected = db
    .prepare(`SELECT id, coalesce(since, '') FROM person WHERE status = 'connected'`)
    .raw()
    .iterate() as Iterable<[number, Day | '']>;
  for (const [id, since] of connected) {
    const days = contacts.get(id) ?? [];
    let touch = since;
    let next = 0;
    for (const { day, bounds, ties } of months) {
      if (since > day) continue;
      for (; (days[next] ?? '~') <= day; next++)
        touch = (days[next] as Day) > touch ? (days[next] as Day) : touch;
      ties[touch >= bounds.warm ? 'warm' : touch >= bounds.cooling ? 'cooling' : 'quiet']++;
    }
  }
  return months.map(({ day, ties }) => ({ day, ...ties }));
}

/** The last contact of each month, by person, oldest first. */
function readMonthlyContacts(db: Database, from: Day, to: Day): Map<number, Day[]> {
  const contacts = new Map<number, Day[]>();
  const rows = db
    .prepare(`SELECT p.person_id, max(p.day) FROM json_each(?) AS sort
      CROSS JOIN participant p ON p.kind = sort.value AND p.day BETWEEN ? AND ?
      GROUP BY p.person_id, substr(p.day, 1, 7) ORDER BY 1, 2`)
    .raw()
    .iterate(JSON.stringify(KINDS), from, to) as Iterable<[number, Day]>;
  for (const [person, day] of rows) {
    const known = contacts.get(person);
    if (known === undefined) contacts.set(person, [day]);
    else known.push(day);
  }
  return contacts;
}

/** Outcomes of the last twelve months' invitations; an imported connection means accepted. */
function readInvitations(db: Database, today: Day): InvitationMonth[] {
  const months = monthEnds(today).map((day) => day.slice(0, 7));
  const rows = db
    .prepare(`SELECT month, sum(state = 'accepted') AS accepted, sum(state = 'closed') AS closed,
        sum(state = 'waiting') AS waiting
      FROM (
        SELECT substr(coalesce(sent_on, outcome_on), 1, 7) AS month,
          CASE
            WHEN outcome = 'accepted' OR (outcome IS NULL AND status = 'connected') THEN 'accepted'
            WHEN outcome IS NULL AND status = 'invited' THEN 'waiting'
            ELSE 'closed'
          END AS state
        FROM invitation JOIN person ON person.id = person_id
        WHERE coalesce(sent_on, outcome_on) BETWEEN ? AND ?)
      GROUP BY month`)
    .all(`${months[0]}-01`, today) as InvitationMonth[];
  const found = new Map(rows.map((row) => [row.month, row]));
  return months.map((month) => found.get(month) ?? { month, accepted: 0, closed: 0, waiting: 0 });
}

/**
 * Moments of the last year, for each person and kind. `used`: followed by an invitation or
 * connection within the window; after a milestone, also by a message. Excludes people already
 * connected or invited, strained relationships, refusals and skips.
 */
function readMoments(db: Database, since: Day, today: Day): MomentCount[] {
  const windows = rules.flatMap(({ id, kinds: [kind, ...others], finds, window }) => {
    const isOfOneKind = kind !== undefined && others.length === 0;
    if (window === null || !isOfOneKind || !finds?.some(({ by }) => by === 'kind')) return [];
    return [{ id, kind, closes: window.closes }];
  });
  const rows = db
    .prepare(`WITH moment AS (
        SELECT p.person_id, p.interaction_id, p.kind, p.day,
          date(p.day, '+' || (rule.value ->> 'closes') || ' days') AS closes, status, since, snoozed_until
        FROM json_each(@windows) AS rule
        CROSS JOIN participant p ON p.kind = rule.value ->> 'kind' AND p.day BETWEEN @since AND @today
        CROSS JOIN person ON person.id = p.person_id
        WHERE strained = 0 AND status <> 'declined'
          AND (p.kind = 'milestone' OR status <> 'connected' OR since >= p.day)
          AND (p.kind = 'milestone' OR NOT EXISTS (SELECT 1 FROM invitation i
            WHERE i.person_id = p.person_id AND i.sent_on < p.day
              AND (i.outcome IS NULL OR i.outcome_on >= p.day)))
          AND NOT EXISTS (SELECT 1 FROM skip
            WHERE skip.person_id = p.person_id AND moment = rule.value ->> 'id' || ':' || p.interaction_id)
      ), state AS (
        SELECT person_id, kind,
          max(CASE
            WHEN kind <> 'milestone' AND status = 'connected' AND since BETWEEN day AND closes THEN 2
            WHEN EXISTS (SELECT 1 FROM invitation i
              WHERE i.person_id = moment.person_id AND i.sent_on BETWEEN day AND closes) THEN 2
            WHEN kind = 'milestone' AND EXISTS (SELECT 1 FROM participant later
              WHERE later.person_id = moment.person_id AND later.day BETWEEN moment.day AND moment.closes
                AND later.kind IN ('engagement', 'meeting')
                AND later.interaction_id > moment.interaction_id) THEN 2
            WHEN closes >= @today THEN 1
            ELSE 0
          END) AS state,
          max(coalesce(snoozed_until, '') > @today) AS is_snoozed
        FROM moment GROUP BY person_id, kind)
      SELECT kind, sum(state = 2) AS used, sum(state = 1 AND NOT is_snoozed) AS open,
        sum(state = 0) AS passed
      FROM state GROUP BY kind`)
    .all({ windows: JSON.stringify(windows), since, today }) as MomentCount[];
  const found = new Map(rows.map((row) => [row.kind, row]));
  return windows.flatMap(({ kind }) => found.get(kind as Kind) ?? []);
}

/** As many names as fit on the page. */
const MAP_SIZE = 24;

interface MapRow extends Omit<MapPerson, 'tie'> {
  status: string;
  touch: Day;
}

/** People with most interactions, and how many they share; none of them strained. */
function readMap(db: Database, since: Day, today: Day): Network['map'] {
  const rows = db
    .prepare(`SELECT person.id, name, team, status, count(*) AS interactions,
        max(coalesce(person.since, ''), last_contact) AS touch
      FROM interaction i
      CROSS JOIN participant p ON p.interaction_id = i.id
      CROSS JOIN person ON person.id = p.person_id
      WHERE i.day BETWEEN ? AND ? AND strained = 0
      GROUP BY person.id ORDER BY count(*) DESC, max(p.day) DESC, person.id LIMIT ${MAP_SIZE}`)
    .all(since, today) as MapRow[];
  const people = rows.map(({ status, touch, ...person }) => ({
    ...person,
    tie: status === 'connected' ? warmthOf(touch, today) : ('none' as const),
  }));
  const links = db
    .prepare(`SELECT one.person_id AS "from", other.person_id AS "to", count(*) AS shared
      FROM json_each(@ids) AS wanted
      CROSS JOIN participant one ON one.person_id = wanted.value AND one.day BETWEEN @since AND @today
      CROSS JOIN participant other ON other.interaction_id = one.interaction_id
        AND other.person_id > one.person_id
      WHERE other.person_id IN (SELECT value FROM json_each(@ids))
      GROUP BY one.person_id, other.person_id`)
    .all({ ids: JSON.stringify(people.map(({ id }) => id)), since, today }) as MapLink[];
  return { people, links };
}
