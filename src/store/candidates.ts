/** Who `suggest` looks at: `Rule.finds` as queries. */
import type { Database } from 'better-sqlite3';
import { rules as allRules } from '../../rules/index.ts';
import { findServedGoal } from '../coach/suggest/goals.ts';
import { COOLING_OFF_DAYS } from '../coach/suggest/holds.ts';
import type { Candidate, CandidateSource, Log } from '../coach/suggest/suggest.ts';
import { SITE_TITLE } from '../database/schema.ts';
import {
  type Day,
  type Finds,
  type Me,
  RELATIONSHIPS,
  type Relationship,
  type Rhythm,
  type Rule,
} from '../model.ts';
import { addDays, addMonths } from '../text/days.ts';
import { foldTeam } from '../text/fold.ts';
import { ASKED_TITLE, WROTE_TITLE } from '../text/site-record.ts';
import { completeHistories, readHistories, readOutlines } from './histories.ts';

/**
 * SQL and its values. Selects a person's id, the day the moment opened (null: unknown) and perhaps
 * words to match with goals.
 */
type Query = [sql: string, ...values: Array<string | number>];

const GOAL_WORDS = `concat_ws(' ', role, team, skills, interests)`;
/** A list, so that SQLite uses an index. */
const NOT_CONNECTED = `status IN ('none', 'invited', 'declined', 'withdrawn')`;

// People who are held back rather than suggested.
const STRAINED: Query = ['SELECT id, NULL FROM person WHERE strained = 1 ORDER BY id'];
const DECLINED: Query = [
  `SELECT id, NULL FROM person WHERE status = 'declined' ORDER BY since DESC`,
];

// Jumps from team to team in the index.
const TEAMS = `WITH RECURSIVE one (team) AS (
    SELECT min(team) FROM person UNION ALL
    SELECT (SELECT min(team) FROM person WHERE team > one.team) FROM one WHERE one.team IS NOT NULL)
  SELECT team FROM one WHERE team IS NOT NULL`;

// The partial indexes are named: without statistics, SQLite would read everybody of a status instead, or everybody.

/** The log for `rank`: for each rule, the people it may concern today. */
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
    [
      'SELECT id, NULL FROM person INDEXED BY person_snoozed WHERE snoozed_until > ? ORDER BY id',
      today,
    ],
    DECLINED,
    [
      `SELECT id, NULL FROM person WHERE status = 'withdrawn' AND since > ? ORDER BY since DESC`,
      addDays(today, -COOLING_OFF_DAYS),
    ],
  ];
  return {
    outlines: (people) => readOutlines(db, people, me, today),
    complete: (outlines) => completeHistories(db, outlines),
    histories: (people) => readHistories(db, people, me, today),
    sources: [
      ...rules.flatMap((rule) =>
        (rule.finds ?? [null]).flatMap((finds) => {
          const opens = opensOf(finds);
          const found = queriesOf(rule, finds, me, today).map((query) =>
            source(rule, opens, query),
          );
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

/** People on a team with my team's name, whatever its case and accents, with or without the word "team". */
function* sameTeam(db: Database, me: Me, finds: Finds | null): Iterable<Candidate> {
  if (me.team === null || finds?.by !== 'team') return;
  const mine = foldTeam(me.team);
  const status = finds.notConnected ? ` AND ${NOT_CONNECTED}` : '';
  const sql = `SELECT id, NULL FROM person WHERE team = ?${status} ORDER BY id`;
  for (const team of db.prepare(TEAMS).pluck().all() as string[])
    if (foldTeam(team) === mine) yield* sightings(db, [sql, team], me.goals);
}

/** Queries for one shape, latest moments first; without a shape, for everyone. */
function queriesOf(
  { kinds, window }: Rule,
  finds: Finds | null,
  { rhythm = {} }: Me,
  today: Day,
): Query[] {
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
      // Months differ by up to three days.
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
      return quietQueries(daysToQuiet(finds.days, rhythm), oldest, today);
    case 'shared-work': {
      const longest = Math.max(...daysToQuiet(finds.days, rhythm));
      return [
        [
          `SELECT id, min(date(max(coalesce(since, ''), coalesce(last_contact, '')), coalesce(every_days, ?) || ' days'), ?) AS due FROM person INDEXED BY person_shared
            WHERE shared IS NOT NULL AND status = 'connected' ORDER BY due DESC`,
          longest,
          today,
        ],
      ];
    }
    case 'question':
      return [
        [
          `SELECT p.person_id, i.day, ${GOAL_WORDS} FROM interaction i INDEXED BY interaction_from_them
            CROSS JOIN participant p ON p.interaction_id = i.id CROSS JOIN person ON person.id = p.person_id
            WHERE i.title = '${ASKED_TITLE}' AND i.day BETWEEN ? AND ? ORDER BY i.day DESC`,
          oldest,
          today,
        ],
        [
          `SELECT p.person_id, p.day, ${GOAL_WORDS} FROM participant p
            CROSS JOIN interaction i INDEXED BY interaction_of_site ON i.id = p.interaction_id
            CROSS JOIN person ON person.id = p.person_id
            WHERE p.kind = 'engagement' AND p.day BETWEEN ? AND ? AND title = '${WROTE_TITLE}' AND ${SITE_TITLE}
            ORDER BY p.day DESC`,
          addDays(today, -finds.messageWithin),
          today,
        ],
      ];
    case 'invited':
      return [
        [
          `SELECT id, min(date(since, ? || ' days'), ?) FROM person
            WHERE status = 'invited' ORDER BY since DESC`,
          finds.days,
          today,
        ],
      ];
    case 'incoming':
      return [
        [
          `SELECT id, since, ${GOAL_WORDS} FROM person INDEXED BY person_incoming
            WHERE incoming = 1 AND status = ? AND (since IS NULL OR since >= ?) ORDER BY since DESC`,
          finds.acceptedWithin === undefined ? 'none' : 'connected',
          finds.acceptedWithin === undefined ? '' : addDays(today, -finds.acceptedWithin),
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
            WHERE relationship IN ('teammate', 'manager', 'report')${finds.notConnected ? ` AND ${NOT_CONNECTED}` : ''} ORDER BY id`,
        ],
      ];
  }
}

/** The days of each relationship, mine before the rule's. */
function daysToQuiet(days: Readonly<Record<Relationship, number>>, rhythm: Rhythm): number[] {
  return RELATIONSHIPS.map((one) => rhythm[one] ?? rhythm.all ?? days[one]);
}

/**
 * People who may be due a message.
 * @param days without contact until someone is due, by relationship
 * @param oldest the first due day of a moment that's still open
 */
function quietQueries(days: readonly number[], oldest: Day, today: Day): Query[] {
  const longest = Math.max(...days);
  return [
    // The longest interval gives the last day on which someone can become due.
    [
      `SELECT id, min(date(last_contact, ? || ' days'), ?) FROM person
        WHERE status = 'connected' AND last_contact <= ? ORDER BY last_contact DESC`,
      longest,
      today,
      addDays(today, -Math.min(...days)),
    ],
    // Personal intervals, by their own index.
    [
      `SELECT id, date(last_contact, every_days || ' days') AS due FROM person
        WHERE every_days IS NOT NULL AND status = 'connected' AND due <= ? ORDER BY due DESC`,
      today,
    ],
    // Without contact since, counted from the day of connecting.
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
