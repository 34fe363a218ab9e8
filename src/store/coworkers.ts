/** Who may have worked with me and hasn't been asked about yet. */
import type { Database } from 'better-sqlite3';
import {
  type Coworker,
  type CoworkerCandidate,
  jobsByCompany,
  likelyCoworkers,
} from '../coach/coworkers.ts';
import { companyKey } from '../text/company.ts';
import { readMe, readMyPositions } from './me.ts';

/** What any answer about a coworker changes: a person without these has been asked about. */
const UNANSWERED = `shared IS NULL AND strained = 0 AND relationship = 'colleague'`;

/** The likeliest first. Without a job of mine that is known: nobody. */
export function findCoworkers(db: Database): Coworker[] {
  const { company } = readMe(db);
  const current = company === null ? [] : [{ company, from: null, until: null }];
  const positions = readMyPositions(db);
  const jobs = jobsByCompany(positions);
  // A job that only my profile has began on a day that isn't known.
  for (const [key, job] of jobsByCompany(current)) if (!jobs.has(key)) jobs.set(key, job);
  if (jobs.size === 0) return [];
  const companies = db
    .prepare(`SELECT DISTINCT company FROM person WHERE company IS NOT NULL AND ${UNANSWERED}`)
    .pluck()
    .all() as string[];
  const shared = companies.filter((one) => jobs.has(companyKey(one)));
  const people = db
    .prepare(`SELECT id, name, role, company, interactions,
        CASE WHEN status = 'connected' THEN since END AS connectedOn
      FROM person WHERE company IN (SELECT value FROM json_each(?)) AND ${UNANSWERED}`)
    .all(JSON.stringify(shared)) as CoworkerCandidate[];
  return likelyCoworkers(jobs, people);
}

/** Whether coworkers wait to be sorted and none has been: cheap, and misses those who spell the company otherwise. */
export function hasCoworkersToSort(db: Database): boolean {
  const { company: mine } = readMe(db);
  const companies = readMyPositions(db).map(({ company }) => company);
  if (mine !== null) companies.push(mine);
  if (companies.length === 0) return false;
  if (db.prepare('SELECT 1 FROM person WHERE shared IS NOT NULL LIMIT 1').get() !== undefined)
    return false;
  return (
    db
      .prepare(`SELECT 1 FROM person WHERE company IN (SELECT value FROM json_each(?))
        AND ${UNANSWERED} LIMIT 1`)
      .get(JSON.stringify(companies)) !== undefined
  );
}

/** What my profile lacks to find coworkers: where I work, or the jobs that I had. */
export type ProfileGap = 'company' | 'jobs' | null;

/** With so many connections, one may look for coworkers among them. Ours. */
const MANY_CONNECTIONS = 20;
/** After so many things done together are logged, the list needs no help. Ours. */
const YOUNG_LOG = 10;

/** What is missing in my profile while the log is young: null where there are too few connections to look through. */
export function profileGap(db: Database): ProfileGap {
  if (readMyPositions(db).length > 0) return null;
  const atLeast = (rows: string, many: number) =>
    db.prepare(`SELECT count(*) FROM (SELECT 1 FROM ${rows} LIMIT ${many})`).pluck().get() === many;
  if (!atLeast("person WHERE status = 'connected'", MANY_CONNECTIONS)) return null;
  if (atLeast("interaction WHERE kind <> 'engagement'", YOUNG_LOG)) return null;
  return readMe(db).company === null ? 'company' : 'jobs';
}
