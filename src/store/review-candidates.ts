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
  PossibleHelper,
  SharedWork,
} from '../coach/review/material.ts';

import { warmthBounds } from '../coach/review/warmth.ts';
import { contentWords, findServedGoal } from '../coach/suggest/goals.ts';
import type { Day, Kind, Me, Status } from '../model.ts';
import { addDays } from '../text/days.ts';
import { compareText } from '../text/fold.ts';
import { mentionsAny } from './mentions.ts';

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
    sharedWork: readSharedWork(db, daysAgo(MIN_CONNECTED_DAYS), today),
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
          AND last_contact < ? AND (since IS NULL OR since < ?)
        ORDER BY relationship IN ('mentor', 'manager') DESC, interactions DESC, last_contact DESC, id
        LIMIT ${PER_FINDING}`,
      warmthBounds(today).cooling,
      warmthBounds(today).cooling,
    ),
    unconnected: ids(
      `SELECT id FROM person WHERE status = 'none' AND incoming IS NULL AND strained = 0 AND last_contact >= ?
        ORDER BY last_contact DESC, interactions DESC, id LIMIT ${5 * PER_FINDING}`,
      daysAgo(2 * PROFILE_NEWS_DAYS),
    ),
  };
}

/** Connections with shared work, but no recommendation. @param settled connected since then or longer */
function readSharedWork(db: Database, settled: Day, today: Day): SharedWork[] {
  // By kind first: few of all interactions are work, and the index has what's read of them.
  const most = db
    .prepare(`SELECT work.* FROM (
        SELECT person_id AS person, sum(kind = 'project') AS projects, sum(kind = 'feedback') AS feedback,
          min(day) AS first, max(day) AS last
        FROM participant INDEXED BY participant_kind_day
        WHERE kind IN ('project', 'feedback') AND day <= @today GROUP BY person_id
        HAVING count(*) >= @pieces AND min(day) <= @settled
          AND julianday(max(day)) - julianday(min(day)) >= @season) AS work
      CROSS JOIN person ON person.id = work.person
      WHERE status = 'connected' AND strained = 0 AND (since IS NULL OR since <= @settled)
      ORDER BY projects + feedback DESC, last DESC, person`)
    .iterate({
      pieces: MIN_SHARED_WORK,
      season: MIN_SHARED_DAYS,
      settled,
      today,
    }) as IterableIterator<SharedWork>;
  const recommendation = db
    .prepare(`SELECT 1 FROM participant CROSS JOIN interaction ON interaction.id = interaction_id
      WHERE person_id = ? AND title LIKE '%recommendation%' LIMIT 1`)
    .pluck();
  const found: SharedWork[] = [];
  for (const work of most) {
    if (recommendation.get(work.person) === undefined) found.push(work);
    if (found.length === PER_FINDING) break;
  }
  return found;
}

/**
 * People with a word of the goal in a field, and titles that name it. SQLite folds only ASCII, so other
 * texts are returned for the caller to check.
 */
function readNearGoal(db: Database, goal: string): GoalCandidates {
  const words = contentWords(goal);
  if (words.length === 0) return { goal, people: [], titles: [] };
  const mentions = mentionsAny(words);
  const people = db
    .prepare(`SELECT ${HELPER_COLUMNS} FROM person WHERE ${mentions.inFields}`)
    .raw()
    .all(...mentions.values) as HelperRow[];
  const titles = new Map(
    newestTitles(db, mentions).filter(([, title]) => findServedGoal(title, [goal]) !== null),
  );
  const took = db
    .prepare(`SELECT interaction_id, ${HELPER_COLUMNS} FROM json_each(?) AS one
      CROSS JOIN participant p ON p.interaction_id = one.value
      CROSS JOIN person ON person.id = p.person_id`)
    .raw()
    .all(JSON.stringify([...titles.keys()])) as Array<[interaction: number, ...HelperRow]>;
  return {
    goal,
    people: people.map(toHelper),
    titles: took.map(([id, ...row]) => ({
      person: toHelper(row),
      title: titles.get(id) as string,
    })),
  };
}

/** Of the titles with a word of a goal, the newest. */
function newestTitles(
  db: Database,
  mentions: ReturnType<typeof mentionsAny>,
): Array<[id: number, title: string]> {
  const where = `kind <> 'feedback' AND ${mentions.inTitle}`;
  const many = 2 * TITLES_PER_GOAL;
  const some = db
    .prepare(`SELECT id, title, day FROM interaction NOT INDEXED WHERE ${where} LIMIT ${many}`)
    .raw()
    .all(...mentions.values) as Array<[number, string, Day]>;
  if (some.length < many)
    return some
      .sort(([a, , before], [b, , day]) => compareText(day, before) || b - a)
      .slice(0, TITLES_PER_GOAL)
      .map(([id, title]) => [id, title]);
  // So many that the newest are soon found from the newest day on.
  return db
    .prepare(`SELECT id, title FROM interaction INDEXED BY interaction_day WHERE ${where}
      ORDER BY day DESC, id DESC LIMIT ${TITLES_PER_GOAL}`)
    .raw()
    .all(...mentions.values) as Array<[number, string]>;
}

type HelperRow = [
  id: number,
  name: string,
  role: string | null,
  team: string | null,
  skills: string,
  interests: string,
  strained: number,
  status: Status,
  since: Day | null,
  interactions: number,
  lastContact: Day | null,
];

const HELPER_COLUMNS = `person.id, name, role, team, skills, interests, strained,
  CASE WHEN incoming = 1 AND status = 'none' THEN 'incoming' ELSE status END, since, interactions, last_contact`;

function toHelper(row: HelperRow): PossibleHelper {
  const [id, name, role, team, skills, interests, strained, status, since, interactions, last] =
    row;
  return {
    id,
    name,
    role,
    team,
    skills: JSON.parse(skills),
    interests: JSON.parse(interests),
    strained: strained === 1,
    connection: { status, since },
    interactions,
    lastContact: last,
  };
}
