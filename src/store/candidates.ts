/** Whom `suggest` looks at: each shape in which a rule says who may match, as a query. */
import type { Database } from 'better-sqlite3';
import { rules as allRules } from '../../rules/index.ts';
import { findServedGoal } from '../coach/suggest/goals.ts';
import { COOLING_OFF_DAYS } from '../coach/suggest/holds.ts';
import type { Candidate, CandidateSource, Log } from '../coach/suggest/suggest.ts';
import type { Day, Finds, Me, Rule } from '../model.ts';
import { addDays, addMonths } from '../text/days.ts';
import { foldTeam } from '../text/fold.ts';
import { completeHistories, readOutlines } from './histories.ts';

/** One query: its text and values. It gives a person, the day on which a moment opened (null: unknown), and perhaps their words. */
type Query = [sql: string, ...values: Array<string | number>];

const GOAL_WORDS = `concat_ws(' ', role, team, skills, interests)`;
/** Written so that each status is looked up in an index. */
const NOT_CONNECTED = `status IN ('none', 'invited', 'declined', 'withdrawn')`;

// A withdrawn invitation cools off, and a refusal is left alone: those people are held, not suggested.
const STRAINED: Query = ['SELECT id, NULL FROM person WHERE strained = 1 ORDER BY id'];
const DECLINED: Query = [
  `SELECT id, NULL FROM person WHERE status = 'declined' ORDER BY since DESC`,
];

// Steps from team to team through the index, without reading the people.
const TEAMS = `WITH RECURSIVE one (team) AS (
    SELECT min(team) FROM person UNION ALL
    SELECT (SELECT min(team) FROM person WHERE team > one.team) FROM one WHERE one.team IS NOT NULL)
  SELECT team FROM one WHERE team IS NOT NULL`;

/** The log as the coach reads it: for each rule, those whom its moment may concern today. */
export function openLog(db: Database, me: Me, today: Day, rules: readonly Rule[] = allRules): Log {
  const source = (
    rule: Rule | null,
    opens: CandidateSource['opens'],
    query: Query,
  ): CandidateSource => ({
    rule,
    opens,
    people: () => sightings(db, query, me.goals),
  });
  const heldBack: Query[] = [
    STRAINED,
    ['SELECT id, NULL FROM person WHERE snoozed_until > ? ORDER BY id', today],
    DECLINED,
    [
      `SELECT id, NULL FROM person WHERE status = 'withdrawn' AND since > ? ORDER BY since DESC`,
      addDays(today, -COOLING_OFF_DAYS),
    ],
  ];
  return {
    outlines: (people) => readOutlines(db, people, me, today),
    complete: (histories) => completeHistories(db, histories),
    sources: [
      ...rules.flatMap((rule) =>
        (rule.finds ?? [null]).flatMap((finds) => {
          const opens = opensOf(finds);
          const found = queriesOf(rule, finds, today).map((query) => source(rule, opens, query));
          const team = { rule, opens, people: () => sameTeam(db, me, finds) };
          return finds?.by === 'team' ? [...found, team] : found;
        }),
      ),
      ...heldBack.map((query) => source(null, 'unknown', query)),
    ],
  };
}

function* sightings(db: Database, query: Query, goals: readonly string[]): Iterable<Candidate> {
  const [sql, ...values] = query;
  const found = db
    .prepare(sql)
    .raw()
    .iterate(...values);
  for (const [personId, opens, words] of found as Iterable<[number, Day | null, string?]>) {
    yield {
      personId,
      opens,
      mayServeGoal: words === undefined || findServedGoal(words, goals) !== null,
    };
  }
}

/** Whether a shape says on which day a moment opened. */
function opensOf(finds: Finds | null): CandidateSource['opens'] {
  if (finds === null || finds.by === 'team') return 'unknown';
  if (finds.by !== 'relationship') return 'known';
  return finds.timeless ? 'never' : 'unknown';
}

/** Those of a team with my team's name, whatever its case or accents, and with or without the word "team". */
function* sameTeam(db: Database, me: Me, finds: Finds | null): Iterable<Candidate> {
  if (me.team === null || finds?.by !== 'team') return;
  const mine = foldTeam(me.team);
  const status = finds.notConnected ? ` AND ${NOT_CONNECTED}` : '';
  const sql = `SELECT id, NULL FROM person WHERE team = ?${status} ORDER BY id`;
  for (const team of db.prepare(TEAMS).pluck().all() as string[])
    if (foldTeam(team) === mine) yield* sightings(db, [sql, team], me.goals);
}

/** The queries that find whom a shape means; null means everybody. Each gives the freshest moments first. */
function queriesOf({ kinds, window }: Rule, finds: Finds | null, today: Day): Query[] {
  /** The first day of a moment that is still open. */
  const oldest = window === null ? '0000-01-01' : addDays(today, -window.closes);
  switch (finds?.by) {
    case undefined:
      return [['SELECT id, NULL FROM person ORDER BY id']];
    case 'kind':
      return kinds.map((kind) => [
        `SELECT p.person_id, p.day, ${GOAL_WORDS} FROM participant p
          CROSS JOIN person ON person.id = p.person_id
          WHERE p.kind = ? AND p.day BETWEEN ? AND ?${finds.notConnected ? ` AND status <> 'connected'` : ''}
          ORDER BY p.day DESC`,
        kind,
        oldest,
        today,
      ]);
    case 'anniversary': {
      const then = addMonths(today, -finds.months);
      // Months differ by up to three days in length: a few people too many are looked at, never too few.
      const from = window === null ? oldest : addDays(then, -window.closes - 3);
      return [
        [
          `SELECT person_id, min(date(day, ? || ' months'), ?) FROM participant
            WHERE kind = ? AND day BETWEEN ? AND ? ORDER BY day DESC`,
          finds.months,
          today,
          finds.kind,
          from,
          addDays(then, 3),
        ],
      ];
    }
    case 'connected':
      return [
        [
          `SELECT id, since, ${GOAL_WORDS} FROM person
            WHERE status = 'connected' AND since BETWEEN ? AND ? ORDER BY since DESC`,
          addDays(today, -finds.withinDays),
          today,
        ],
      ];
    case 'quiet':
      return quietQueries(Object.values(finds.days), oldest, today);
    case 'invited':
      return [
        [
          `SELECT id, min(date(since, ? || ' days'), ?) FROM person
            WHERE status = 'invited' ORDER BY since DESC`,
          finds.days,
          today,
        ],
      ];
    case 'relationship':
      return [
        [
          `SELECT id, NULL FROM person WHERE relationship = ?${finds.notConnected ? ` AND ${NOT_CONNECTED}` : ''}
            ORDER BY last_contact DESC`,
          finds.is,
        ],
      ];
    case 'team':
      return [
        [
          `SELECT id, NULL FROM person
            WHERE relationship = 'teammate'${finds.notConnected ? ` AND ${NOT_CONNECTED}` : ''} ORDER BY id`,
        ],
      ];
  }
}

/**
 * Those who may be due a word.
 * @param days after how many days without contact one is, by relationship
 * @param oldest the first due day of a moment that is still open
 */
function quietQueries(days: readonly number[], oldest: Day, today: Day): Query[] {
  const longest = Math.max(...days);
  return [
    // The due day is at most the longest rhythm after the last contact: nobody is fresher than this says.
    [
      `SELECT id, min(date(last_contact, ? || ' days'), ?) FROM person
        WHERE status = 'connected' AND last_contact <= ? ORDER BY last_contact DESC`,
      longest,
      today,
      addDays(today, -Math.min(...days)),
    ],
    // Those for whom I set a rhythm of my own, found by an index of their own.
    [
      `SELECT id, date(last_contact, every_days || ' days') AS due FROM person
        WHERE every_days IS NOT NULL AND status = 'connected' AND due <= ? ORDER BY due DESC`,
      today,
    ],
    // The clock starts again on the day of connecting, where nothing is logged since.
    [
      `SELECT id, min(date(since, coalesce(every_days, ?) || ' days'), ?) AS due FROM person
        WHERE status = 'connected' AND since BETWEEN ? AND ? AND last_contact < since ORDER BY due DESC`,
      longest,
      today,
      addDays(oldest, -longest),
      today,
    ],
  ];
}
