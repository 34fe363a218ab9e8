/** Who probably is or was a coworker: my jobs, their companies, and the day we connected. */
import type { Day, PersonRef, SharedWork } from '../model.ts';
import { companyKey } from '../text/company.ts';
import { addDays } from '../text/days.ts';
import { compareText } from '../text/fold.ts';

/** Someone who may have worked with me. */
export interface CoworkerCandidate extends PersonRef {
  role: string | null;
  company: string;
  /** The day we connected; null if we haven't, or it isn't known. */
  connectedOn: Day | null;
  /** Number of logged interactions. */
  interactions: number;
}

/** When I was where they work, and how likely we worked together. */
export interface Coworker {
  person: CoworkerCandidate;
  shared: SharedWork;
  relationship: 'colleague' | 'former';
  /** Whether we connected while I was there, give or take a season. */
  metThere: boolean;
}

type Job = Omit<SharedWork, 'company'> & { company: string };

/** Coworkers connect from the first interview until some time after the farewell. Ours. */
const SLACK_DAYS = 90;

/** The companies of my jobs, by `companyKey`, each from the first day to the last. */
export function jobsByCompany(jobs: readonly Job[]): Map<string, SharedWork> {
  const found = new Map<string, SharedWork>();
  for (const { company, from, until } of jobs) {
    const key = companyKey(company);
    if (key === '') continue;
    const known = found.get(key);
    found.set(key, {
      company: known?.company ?? company,
      from: known === undefined ? from : earlier(known.from, from),
      until: known === undefined ? until : later(known.until, until),
    });
  }
  return found;
}

/** Null if either is unknown. */
function earlier(one: Day | null, other: Day | null): Day | null {
  return one === null || other === null ? null : one < other ? one : other;
}

/** Null, which is now, is the latest. */
function later(one: Day | null, other: Day | null): Day | null {
  return one === null || other === null ? null : one > other ? one : other;
}

/** Those who work where I have a job or had one, the likeliest first. */
export function likelyCoworkers(
  jobs: ReadonlyMap<string, SharedWork>,
  people: Iterable<CoworkerCandidate>,
): Coworker[] {
  const found: Coworker[] = [];
  for (const person of people) {
    const shared = jobs.get(companyKey(person.company));
    if (shared === undefined) continue;
    const relationship = shared.until === null ? 'colleague' : 'former';
    found.push({ person, shared, relationship, metThere: isWithin(person.connectedOn, shared) });
  }
  return found.sort(byLikelihood);
}

function isWithin(day: Day | null, { from, until }: SharedWork): boolean {
  if (day === null) return false;
  const isAfter = from === null || day >= addDays(from, -SLACK_DAYS);
  return isAfter && (until === null || day <= addDays(until, SLACK_DAYS));
}

/** Connected while I was there, then in touch, then where I was last, then the latest connection. */
function byLikelihood(a: Coworker, b: Coworker): number {
  const ends = ({ shared }: Coworker) => shared.until ?? '9999';
  const isInTouch = ({ person }: Coworker) => Number(person.interactions > 0);
  return (
    Number(b.metThere) - Number(a.metThere) ||
    isInTouch(b) - isInTouch(a) ||
    compareText(ends(b), ends(a)) ||
    compareText(b.person.connectedOn ?? '', a.person.connectedOn ?? '') ||
    a.person.id - b.person.id
  );
}
