/** What is new with me since we were last in touch: a job that began or ended. */
import type { Day, Me } from '../../src/model.ts';
import { isSameCompany, isSayableCompany, spokenCompany } from '../../src/text/company.ts';
import { daysBetween, monthLoosely } from '../../src/text/days.ts';
import { compareText } from '../../src/text/fold.ts';

/** For so many days a job of mine is news to those who haven't heard from me since. Ours. */
const NEWS_DAYS = 540;

/** A job that they can't have heard of from me. */
export interface MyNews {
  /** As one says it: "Halden". */
  company: string;
  /** Moved: the last job in my archive is over, and my profile says where I am now. */
  is: 'started' | 'finished' | 'moved';
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
  const here =
    company !== null && isSameCompany(company, newest.company) ? newest.company : company;
  // An old archive may not say that a job is over, but my profile does.
  if (!isOver && here !== newest.company) return null;
  const isMoved = isOver && here !== null && here !== newest.company && isSayableCompany(here);
  const told = isMoved ? here : newest.company;
  if (theirs.some((one) => one && isSameCompany(one, told))) return null;
  return {
    company: spokenCompany(told),
    is: isMoved ? 'moved' : isOver ? 'finished' : 'started',
    on,
  };
}

/** "you started at Halden in May", after when we were last in touch. */
export function tellNews({ company, is, on }: MyNews, today: Day): string {
  if (is === 'moved') return `you're at ${company} now`;
  const when = monthLoosely(on, today);
  return is === 'started'
    ? `you started at ${company} ${when}`
    : `you finished at ${company} ${when}; add it with what you do now`;
}

/** "I started at Halden in May." Null for a job that ended: alone it says that I have none. */
export function sayNews({ company, is, on }: MyNews, today: Day): string | null {
  if (is === 'finished') return null;
  const isNear = is === 'started' && daysBetween(on, today) < 300;
  return isNear ? `I started at ${company} ${monthLoosely(on, today)}.` : `I'm at ${company} now.`;
}
