import type { Database } from 'better-sqlite3';
import { rules } from '../../rules/index.ts';
import { WITHDRAW_AFTER_DAYS } from '../../rules/lib/invitations.ts';
import {
  MIN_CONNECTED_DAYS,
  MIN_SHARED_DAYS,
  MIN_SHARED_WORK,
  PROFILE_NEWS_DAYS,
} from '../coach/review/findings.ts';
import type {
  GoalCandidates,
  Network,
  SharedWork,
  TitleCandidate,
} from '../coach/review/material.ts';

import { warmthBounds } from '../coach/review/warmth.ts';
import { contentWords } from '../coach/suggest/goals.ts';
import type { Day, Kind, Me } from '../model.ts';
import { addDays } from '../text/days.ts';
import { FIELDS, mentionsAny } from './mentions.ts';
import { PERSON_COLUMNS, type PersonRow, toPerson } from './people.ts';

/** More than needed, as some may be held back. */
const PER_FINDING = 20;
/** Newest first. */
const TITLES_PER_GOAL = 2000;

type Candidates = Pick<
  Network,
  'goalCandidates' | 'sharedWork' | 'stale' | 'profileNews' | 'milestones' | 'quiet' | 'unconnected'
>;

/** Days until the last rule for this kind closes. */
function longestWindow(kind: Kind): number {
  const days = rules
    .filter(({ kinds, finds }) => kinds.includes(kind) && finds?.some(({ by }) => by === 'kind'))
    .map(({ window }) => window?.closes ?? 0);
  return Math.max(0, ...days);
}

/** People whom findings may be about, none of them strained. */
export function readCandidates(db: Database, me: Me, today: Day): Candidates {
  const daysAgo = (days: number) => addDays(today, -days);
  const ids = (sql: string, ...values: Array<string | number>) =>
    db
      .prepare(sql)
      .pluck()
      .all(...values) as number[];
  return {
    goalCandidates: me.goals.map((goal) => readNearGoal(db, goal)),
    sharedWork: db.prepare(SHARED_WORK).all({
      pieces: MIN_SHARED_WORK,
      season: MIN_SHARED_DAYS,
      settled: daysAgo(MIN_CONNECTED_DAYS),
      today,
    }) as SharedWork[],
    stale: ids(
      `SELECT id FROM person WHERE status = 'invited' AND since <= ? AND strained = 0
        ORDER BY since, id`,
      daysAgo(WITHDRAW_AFTER_DAYS),
    ),
    profileNews: db
      .prepare(`SELECT kind, title, day AS date FROM interaction
        WHERE day BETWEEN ? AND ? AND kind IN ('project', 'new-job') ORDER BY day DESC, id DESC`)
      .all(daysAgo(PROFILE_NEWS_DAYS), today) as Network['profileNews'],
    milestones: ids(
      `SELECT p.person_id FROM participant p CROSS JOIN person ON person.id = p.person_id
        WHERE p.kind = 'milestone' AND p.day BETWEEN ? AND ? AND strained = 0
          AND NOT EXISTS (SELECT 1 FROM participant later
            WHERE later.person_id = p.person_id AND later.day >= p.day AND later.kind = 'engagement'
              AND later.interaction_id > p.interaction_id)
        ORDER BY p.day DESC LIMIT ${PER_FINDING}`,
      daysAgo(longestWindow('milestone')),
      today,
    ),
    quiet: ids(
      `SELECT id FROM person WHERE status = 'connected' AND strained = 0 AND interactions > 0
          AND max(coalesce(since, ''), coalesce(last_contact, '')) < ?
        ORDER BY relationship IN ('mentor', 'manager') DESC, interactions DESC, last_contact DESC, id
        LIMIT ${PER_FINDING}`,
      warmthBounds(today).cooling,
    ),
    unconnected: ids(
      `SELECT id FROM person WHERE status = 'none' AND incoming IS NULL AND strained = 0 AND last_contact >= ?
        ORDER BY last_contact DESC, interactions DESC, id LIMIT ${5 * PER_FINDING}`,
      daysAgo(2 * PROFILE_NEWS_DAYS),
    ),
  };
}

/** Connections with shared work, but no recommendation. */
const SHARED_WORK = `SELECT p.person_id AS person, sum(p.kind = 'project') AS projects,
    sum(p.kind = 'feedback') AS feedback, min(p.day) AS first, max(p.day) AS last
  FROM person CROSS JOIN participant p ON p.person_id = person.id
  WHERE p.kind IN ('project', 'feedback') AND p.day <= @today
    AND status = 'connected' AND strained = 0 AND (since IS NULL OR since <= @settled)
  GROUP BY p.person_id
  HAVING count(*) >= @pieces AND julianday(max(p.day)) - julianday(min(p.day)) >= @season
    AND min(p.day) <= @settled
    AND NOT EXISTS (SELECT 1 FROM participant told JOIN interaction i ON i.id = told.interaction_id
      WHERE told.person_id = p.person_id AND i.title LIKE '%recommendation%')
  ORDER BY count(*) DESC, max(p.day) DESC, p.person_id LIMIT ${PER_FINDING}`;

/**
 * People with a word of the goal in a field or title. SQLite folds only ASCII, so other texts are
 * returned for the caller to check.
 */
function readNearGoal(db: Database, goal: string): GoalCandidates {
  const words = contentWords(goal);
  if (words.length === 0) return { goal, people: [], titles: [] };
  const mentions = mentionsAny(words);
  const people = db
    .prepare(`SELECT ${PERSON_COLUMNS} FROM person WHERE ${mentions.in(FIELDS)}`)
    .all(...mentions.values) as PersonRow[];
  const titles = db
    .prepare(`SELECT ${PERSON_COLUMNS}, i.title FROM (
        SELECT id, title FROM interaction WHERE kind <> 'feedback' AND ${mentions.in('title')}
        ORDER BY day DESC LIMIT ${TITLES_PER_GOAL}) AS i
      CROSS JOIN participant p ON p.interaction_id = i.id
      CROSS JOIN person ON person.id = p.person_id`)
    .all(...mentions.values) as Array<PersonRow & { title: string }>;
  return {
    goal,
    people: people.map(toPerson),
    titles: titles.map((row): TitleCandidate => ({ person: toPerson(row), title: row.title })),
  };
}
