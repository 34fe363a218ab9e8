import type { Database } from 'better-sqlite3';
import { workedWith } from '../coach/suggest/worked-with.ts';
import type { Context } from '../context.ts';
import { Failure } from '../failure.ts';
import type { Day, Interaction, Me } from '../model.ts';
import type { Job } from '../render/me.ts';
import { listPeople } from '../store/find-people.ts';
import { peopleWithMoments } from '../store/histories.ts';
import { recordInteraction } from '../store/interactions.ts';
import { parsePastDay } from '../words/day.ts';
import { attend } from '../words/people.ts';

/** What my leaving is called: "I left Northwind". */
export function titleOfLeaving({ company }: Me): string {
  return `I left ${company ?? 'my job'}`;
}

/** Logs that I left, with all whom it concerns, and makes them former coworkers. Returns its id; null where it concerns nobody. */
export function leave(db: Database, me: Me, on: Day): number | null {
  const { people } = listPeople(db, { words: [] });
  const concerned = workedWith(people, me, peopleWithMoments(db));
  if (concerned.length === 0) return null;
  const title = titleOfLeaving(me);
  const attendance = concerned.map(({ id }) => ({ person: id, highlight: null }));
  return recordInteraction(db, { kind: 'departure', date: on, title }, attendance);
}

/**
 * The job that `--since` tells of. On a terminal it asks with whom I now work.
 * @throws Failure `usage` where no company is known
 */
export async function newJob(
  input: { since?: string },
  company: string | null,
  context: Context,
): Promise<Job | null> {
  if (input.since === undefined) return null;
  const on = await parsePastDay(input.since, context.today);
  if (company === null) {
    throw new Failure(
      'usage',
      '--since says when a job began, but not where',
      'For example: netcoach me --company Halden --since 2026-11-02',
    );
  }
  const job = { on, title: `Started at ${company}`, with: '' };
  if (context.ask === null || context.isJson) return job;
  const question = `With whom do you work at ${company}? (names with commas; Enter for later)`;
  return { ...job, with: (await context.ask.text({ message: question })).trim() };
}

/** Logs a new job with those who were named; null where nobody was. */
export function start(db: Database, { on, title, with: names }: Job): Interaction['id'] | null {
  if (names === '') return null;
  const { people } = attend(db, [names], null);
  return recordInteraction(db, { kind: 'new-job', date: on, title }, people);
}
