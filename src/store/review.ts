import type { Database } from 'better-sqlite3';
import { rules } from '../../rules/index.ts';
import type {
  Group,
  InvitationMonth,
  MapLink,
  MapPerson,
  MomentCount,
  Network,
  Pictures,
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
import { compareText } from '../text/fold.ts';
import { readCandidates } from './review-candidates.ts';

const YEAR_DAYS = 365;

/** The network in numbers, and people whom findings may be about. Only reads. */
export function readNetwork(db: Database, me: Me, today: Day): Network {
  const alike = readAlike(db);
  const since = addDays(today, -YEAR_DAYS);
  const contacts = readContacts(db, warmthBounds(today).cooling, today);
  const ties = tiesAt(db, [today], contacts)[0] as Ties;
  return {
    today,
    me,
    people: alike.reduce((sum, { total }) => sum + total, 0),
    byStatus: countBy(alike, (one) => one.status, STATUSES),
    byRelationship: countBy(alike, (one) => one.relationship, RELATIONSHIPS),
    teams: groupsOf(alike, 'team'),
    companies: groupsOf(alike, 'company'),
    strained: alike.reduce((sum, { isStrained, total }) => sum + isStrained * total, 0),
    ties: { warm: ties.warm, cooling: ties.cooling, quiet: ties.quiet },
    invitations: readInvitations(db, today),
    moments: readMoments(db, since, today),
    ...readCandidates(db, me, today),
  };
}

/** What only the page draws. */
export function readPictures(db: Database, today: Day): Pictures {
  const months = monthEnds(today);
  const contacts = readContacts(db, warmthBounds(months[0] as Day).cooling, today);
  return {
    tiesByMonth: tiesAt(db, months, contacts),
    map: readMap(db, contacts, addDays(today, -YEAR_DAYS), today),
  };
}

/** People who share all of these, in one row: each column would sort the table anew. */
interface Alike {
  team: string | null;
  company: string | null;
  status: Status;
  relationship: Relationship;
  isStrained: 0 | 1;
  total: number;
}

function readAlike(db: Database): Alike[] {
  return db
    .prepare(`SELECT team, company, CASE WHEN incoming = 1 AND status = 'none' THEN 'incoming' ELSE status END AS status,
        relationship, strained AS isStrained, count(*) AS total
      FROM person GROUP BY 1, 2, 3, 4, 5`)
    .all() as Alike[];
}

function countBy<T extends string>(
  alike: readonly Alike[],
  keyOf: (one: Alike) => T,
  keys: readonly T[],
): Record<T, number> {
  const counted = Object.fromEntries(keys.map((key) => [key, 0])) as Record<T, number>;
  for (const one of alike) counted[keyOf(one)] += one.total;
  return counted;
}

function groupsOf(alike: readonly Alike[], column: 'team' | 'company'): Group[] {
  const groups = new Map<string, Group>();
  for (const { [column]: name, status, total } of alike) {
    if (name === null) continue;
    const group = groups.get(name) ?? { name, total: 0, connected: 0 };
    group.total += total;
    if (status === 'connected') group.connected += total;
    groups.set(name, group);
  }
  return mergeGroups(
    [...groups.values()].sort((a, b) => b.total - a.total || compareText(a.name, b.name)),
  );
}

/** Who took part in something on a day; somebody may be there several times. */
interface DayOfContacts {
  day: Day;
  people: number[];
}

/** The days with contacts, oldest first. */
function readContacts(db: Database, from: Day, to: Day): DayOfContacts[] {
  const rows = db
    .prepare(`SELECT p.day, group_concat(p.person_id) FROM json_each(?) AS sort
      CROSS JOIN participant p ON p.kind = sort.value AND p.day BETWEEN ? AND ?
      GROUP BY p.kind, p.day`)
    .raw()
    .all(JSON.stringify(KINDS), from, to) as Array<[Day, string]>;
  return rows
    .map(([day, ids]) => ({ day, people: numbersIn(ids) }))
    .sort((a, b) => compareText(a.day, b.day));
}

/** The numbers of a list such as "1,23,4": without a text for each. */
function numbersIn(list: string): number[] {
  const numbers: number[] = [];
  let number = 0;
  for (let at = 0; at < list.length; at++) {
    const digit = list.charCodeAt(at) - ZERO;
    if (digit >= 0) number = 10 * number + digit;
    else {
      numbers.push(number);
      number = 0;
    }
  }
  numbers.push(number);
  return numbers;
}

const ZERO = '0'.charCodeAt(0);

/**
 * Connections by warmth at the end of each month.
 * @param contacts from the first day that counts as cooling at the end of the first month
 */
function tiesAt(
  db: Database,
  months: readonly Day[],
  contacts: readonly DayOfContacts[],
): Array<{ day: Day } & Ties> {
  const connected = (
    db
      .prepare(`SELECT coalesce(since, ''), group_concat(id) FROM person INDEXED BY person_status_since
        WHERE status = 'connected' GROUP BY since`)
      .raw()
      .all() as Array<[Day | '', string]>
  ).map(([since, ids]) => ({ since, ids: numbersIn(ids) }));
  const last: Day[] = [];
  let next = 0;
  return months.map((day) => {
    for (; (contacts[next]?.day ?? '~') <= day; next++)
      for (const id of contacts[next]?.people ?? []) last[id] = contacts[next]?.day as Day;
    const { warm, cooling } = warmthBounds(day);
    const ties = { day, warm: 0, cooling: 0, quiet: 0 };
    for (const { since, ids } of connected) {
      if (since > day) continue;
      for (const id of ids) {
        const contact = last[id] ?? '';
        const touch = contact > since ? contact : since;
        ties[touch >= warm ? 'warm' : touch >= cooling ? 'cooling' : 'quiet']++;
      }
    }
    return ties;
  });
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
    .prepare(`WITH rule AS MATERIALIZED (
        SELECT value ->> 'id' AS id, value ->> 'kind' AS kind, '+' || (value ->> 'closes') || ' days' AS days,
          date(@today, '-' || (value ->> 'closes') || ' days') AS open_since
        FROM json_each(@windows)
      ), moment AS (
        SELECT p.id, p.person_id, p.kind, p.day, days, open_since, status, since, snoozed_until
        FROM rule
        CROSS JOIN participant p ON p.kind = rule.kind AND p.day BETWEEN @since AND @today
        CROSS JOIN person ON person.id = p.person_id
        WHERE strained = 0 AND status <> 'declined'
          AND (p.kind = 'milestone' OR status <> 'connected' OR since >= p.day)
          AND (p.kind = 'milestone' OR NOT EXISTS (SELECT 1 FROM invitation i
            WHERE i.person_id = p.person_id AND i.sent_on < p.day
              AND (i.outcome IS NULL OR i.outcome_on >= p.day)))
          AND NOT EXISTS (SELECT 1 FROM skip
            WHERE skip.person_id = p.person_id AND moment = rule.id || ':' || p.interaction_id)
      ), state AS (
        SELECT person_id, kind,
          max(CASE
            WHEN kind <> 'milestone' AND status = 'connected'
              AND since >= day AND since <= date(day, days) THEN 2
            WHEN EXISTS (SELECT 1 FROM invitation i
              WHERE i.person_id = moment.person_id
                AND i.sent_on >= day AND i.sent_on <= date(day, days)) THEN 2
            WHEN kind = 'milestone' AND EXISTS (SELECT 1 FROM participant later
              WHERE later.person_id = moment.person_id
                AND later.day BETWEEN moment.day AND date(moment.day, days)
                AND later.kind IN ('engagement', 'meeting')
                AND later.interaction_id > (SELECT interaction_id FROM participant WHERE id = moment.id))
              THEN 2
            WHEN day >= open_since THEN 1
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

interface MapRow extends Omit<MapPerson, 'tie' | 'interactions'> {
  status: string;
  touch: Day;
}

/** People with most interactions, and how many they share; none of them strained. */
function readMap(
  db: Database,
  contacts: readonly DayOfContacts[],
  since: Day,
  today: Day,
): Pictures['map'] {
  const strained = new Set(
    db.prepare('SELECT id FROM person WHERE strained = 1').pluck().all() as number[],
  );
  const count: number[] = [];
  const last: Day[] = [];
  for (const { day, people } of contacts) {
    if (day < since) continue;
    for (const id of people) {
      count[id] = (count[id] ?? 0) + 1;
      last[id] = day;
    }
  }
  const interactionsOf = (id: number) => count[id] as number;
  const lastOf = (id: number) => last[id] as Day;
  const most = Object.keys(count)
    .map(Number)
    .filter((id) => !strained.has(id))
    .sort(
      (a, b) => interactionsOf(b) - interactionsOf(a) || compareText(lastOf(b), lastOf(a)) || a - b,
    )
    .slice(0, MAP_SIZE);
  const rows = db
    .prepare(`SELECT person.id, name, team, status, max(coalesce(person.since, ''), last_contact) AS touch
      FROM json_each(?) AS wanted CROSS JOIN person ON person.id = wanted.value`)
    .all(JSON.stringify(most)) as MapRow[];
  const people = rows.map(({ status, touch, ...person }) => ({
    ...person,
    interactions: interactionsOf(person.id),
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
