/** What is new with me since we were last in touch: a job that began or ended. */
import type { Day, Me } from '../../src/model.ts';
import { isSameCompany, isSayableCompany, spokenCompany } from '../../src/text/company.ts';
import { daysBetween, monthName } from '../../src/text/days.ts';
import { compareText } from '../../src/text/fold.ts';

/** For so many days a job of mine is news to those who haven't heard from me since. Ours. */
const NEWS_DAYS = 540;

/** A job that they can't have heard of from me. */
export interface MyNews {
  /** As one says it: "Halden". */
  company: string;
  /** Null while I have it. */
  until: Day | null;
  on: Day;
}

/**
 * The newest job of mine at a company where I began after a day, and that one can talk about.
 * @param since the day we were last in touch
 * @param theirs companies they know of: where they are, and where we worked
 */
export function newsSince(
  { jobs = [], company }: Pick<Me, 'jobs' | 'company'>,
  since: Day,
  today: Day,
  theirs: ReadonlyArray<string | null | undefined>,
): MyNews | null {
  const [newest] = jobs.filter(({ from }) => from !== null && from <= today);
  if (newest === undefined || !isSayableCompany(newest.company)) return null;
  const all = jobs.filter((job) => isSameCompany(job.company, newest.company));
  const from = all.map((job) => job.from ?? '').sort(compareText)[0] as Day;
  const ends = all.map((job) => job.until);
  const until = ends.includes(null) ? null : (ends.sort().at(-1) as Day);
  const isOver = until !== null && until <= today;
  const on = isOver ? until : from;
  if (from <= since || daysBetween(on, today) > NEWS_DAYS) return null;
  // An old archive may not say that a job is over, but my profile does.
  if (!isOver && !(company !== null && isSameCompany(company, newest.company))) return null;
  if (theirs.some((one) => one != null && isSameCompany(one, newest.company))) return null;
  return { company: spokenCompany(newest.company), until: isOver ? until : null, on };
}

/** "in August", "in August 2021". */
function monthOf(day: Day, today: Day): string {
  const isNear = daysBetween(day, today) < 300;
  return `in ${monthName(day)}${isNear ? '' : ` ${day.slice(0, 4)}`}`;
}

/** "you started at Halden in May", after when we were last in touch. */
export function tellNews({ company, until, on }: MyNews, today: Day): string {
  const verb = until === null ? 'started at' : 'finished at';
  const next = until === null ? '' : '; add what you do now';
  return `you ${verb} ${company} ${monthOf(on, today)}${next}`;
}

/** "I started at Halden in May." */
export function sayNews({ company, until, on }: MyNews, today: Day): string {
  const when = daysBetween(on, today) < 300 ? ` ${monthOf(on, today)}` : '';
  if (until !== null) return `I finished at ${company} ${monthOf(on, today)}.`;
  return when === '' ? `I'm at ${company} now.` : `I started at ${company}${when}.`;
}
