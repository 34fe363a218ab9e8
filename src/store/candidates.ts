import type { Database } from 'better-sqlite3';
import { CADENCE } from '../../rules/check-in.ts';
import { rules } from '../../rules/index.ts';
import { WAIT } from '../../rules/withdraw.ts';
import { goalServed } from '../coach/suggest/goals.ts';
import { COOLING_OFF } from '../coach/suggest/holds.ts';
import type { Log, Sighting, Source } from '../coach/suggest/suggest.ts';
import type { Day, Me } from '../model.ts';
import { addDays } from '../text/days.ts';
import { fold } from '../text/fold.ts';
import { outlinesOf, read, readHistories } from './histories.ts';

// Who took part in an interaction of one kind, in a moment that is still open; newest first.
const LOGGED = `SELECT p.person_id, p.day, concat_ws(' ', role, team, skills, interests)
  FROM participant p
  CROSS JOIN person ON person.id = p.person_id
  WHERE p.kind = ? AND p.day BETWEEN ? AND ? AND (person.status <> 'connected' OR ? = 'milestone')
  ORDER BY p.day DESC`;
const FORMER = `SELECT id, NULL FROM person
  WHERE relationship = 'former' AND status IN ('none', 'withdrawn') AND last_contact IS NOT NULL
  ORDER BY last_contact DESC`;
const TEAMMATES = `SELECT id, NULL FROM person
  WHERE relationship = 'teammate' AND status IN ('none', 'invited', 'withdrawn')`;
const TEAM = `SELECT id, NULL FROM person
  WHERE team = ? AND status IN ('none', 'invited', 'withdrawn') ORDER BY id`;
const ACCEPTED = `SELECT id, since, concat_ws(' ', role, team, skills, interests) FROM person
  WHERE status = 'connected' AND since BETWEEN ? AND ? ORDER BY since DESC`;
// The due day lies at most the longest cadence after the last contact: nobody is fresher than this says.
const QUIET = `SELECT id, min(date(last_contact, ? || ' days'), ?) FROM person
  WHERE status = 'connected' AND last_contact <= ? ORDER BY last_contact DESC`;
// Where I asked for a rhythm of my own, shorter or longer than any relationship has: found by an index of their own.
const EVERY = `SELECT id, date(last_contact, every_days || ' days') AS due FROM person
  WHERE every_days IS NOT NULL AND status = 'connected' AND due <= ? ORDER BY due DESC`;
// The clock starts anew on the day of connecting, where nothing is logged since.
const SINCE = `SELECT id, min(date(since, coalesce(every_days, ?) || ' days'), ?) AS due FROM person
  WHERE status = 'connected' AND since BETWEEN ? AND ? AND last_contact < since ORDER BY due DESC`;
const INVITED = `SELECT id, min(date(since, ? || ' days'), ?) FROM person
  WHERE status = 'invited' ORDER BY since DESC`;
const STRAINED = 'SELECT id, NULL FROM person WHERE strained = 1 ORDER BY id';
const SNOOZED = `SELECT id, NULL FROM person
  WHERE snoozed_until IS NOT NULL AND snoozed_until > ? ORDER BY id`;
const DECLINED = `SELECT id, NULL FROM person WHERE status = 'declined' ORDER BY since DESC`;
const COOLING = `SELECT id, NULL FROM person
  WHERE status = 'withdrawn' AND since > ? ORDER BY since DESC`;
// Steps from team to team through the index, without reading the people.
const TEAMS = `WITH RECURSIVE one (team) AS (
    SELECT min(team) FROM person UNION ALL
    SELECT (SELECT min(team) FROM person WHERE team > one.team) FROM one WHERE one.team IS NOT NULL)
  SELECT team FROM one WHERE team IS NOT NULL`;

/** The log as the coach reads it: for each rule, those whom its moment may concern today. */
export function openLog(db: Database, me: Me, today: Day): Log {
  /** A row is a person, the day on which a moment opened, and their words as far as the query reads them. */
  function* rows(sql: string, ...values: Array<string | number>): Iterable<Sighting> {
    const found = db
      .prepare(sql)
      .raw()
      .iterate(...values);
    for (const [person, opens, words] of found as Iterable<[number, Day | null, string?]>) {
      const mayServe = words === undefined || goalServed(words, me.goals) !== null;
      yield { person, opens, mayServe };
    }
  }
  const source = (rule: string, sql: string, ...values: Array<string | number>): Source => ({
    rule,
    people: () => rows(sql, ...values),
  });
  const daysAgo = (days: number) => addDays(today, -days);
  const closes = (rule: string) => rules.find(({ id }) => id === rule)?.window?.closes as number;
  const cadences = Object.values(CADENCE);
  const longest = Math.max(...cadences);

  const moments = rules.flatMap(({ id, kinds, window }) =>
    window === null
      ? []
      : kinds.map((kind) => source(id, LOGGED, kind, daysAgo(window.closes), today, id)),
  );
  return {
    outlines: (people) => read(db, people, me, today, outlinesOf),
    histories: (people) => readHistories(db, people, me, today),
    sources: [
      ...moments,
      source('departure', FORMER),
      source('thank', ACCEPTED, daysAgo(closes('thank')), today),
      source('check-in', QUIET, longest, today, daysAgo(Math.min(...cadences))),
      source('check-in', EVERY, today),
      source('check-in', SINCE, longest, today, daysAgo(longest + closes('check-in')), today),
      source('withdraw', INVITED, WAIT, today),
      source('team', TEAMMATES),
      { rule: 'team', people: () => sameTeam() },
      source('held', STRAINED),
      source('held', SNOOZED, today),
      source('held', DECLINED),
      source('held', COOLING, daysAgo(COOLING_OFF)),
    ],
  };

  function* sameTeam(): Iterable<Sighting> {
    if (me.team === null) return;
    const mine = fold(me.team);
    const teams = db.prepare(TEAMS).pluck().all() as string[];
    for (const team of teams) if (fold(team) === mine) yield* rows(TEAM, team);
  }
}
