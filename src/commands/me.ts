import type { Database } from 'better-sqlite3';
import { workedWith } from '../coach/suggest/worked-with.ts';
import type { Context } from '../context.ts';
import { change } from '../database/change.ts';
import { Failure } from '../failure.ts';
import type { Day, Interaction, Me, OwnSkill } from '../model.ts';
import { parsePastDay } from '../reading/day.ts';
import { type Job, renderMe } from '../render/me.ts';
import { listPeople } from '../store/find-people.ts';
import { peopleWithMoments } from '../store/histories.ts';
import { interactionById, recordInteraction } from '../store/interactions.ts';
import { isQuiet, type MeFields, readMe, writeMe } from '../store/me.ts';
import { optionalText } from '../text/clean.ts';
import { attend } from './input/attend.ts';
import { emailAddress, grow } from './input/person-fields.ts';

interface Input {
  name?: string;
  role?: string;
  team?: string;
  company?: string;
  email?: string[];
  account?: 'free' | 'premium';
  goal?: string[];
  skill?: string[];
  invitesPerWeek?: number;
  notesPerMonth?: number;
  left?: string;
  since?: string;
  quiet?: boolean;
}

/** Shows my profile, or sets what is given; an empty text clears a field. */
export async function run(input: Input, context: Context): Promise<undefined> {
  const db = context.store();
  const before = readMe(db);
  const isChange = Object.keys(input).length > 0;
  const leftOn = input.left === undefined ? null : await parsePastDay(input.left, context.today);
  const fields = () => {
    const given = fieldsOf(input, readMe(db), context.today);
    // What I was there is over; what is given at the same time is what I am now.
    return leftOn === null
      ? given
      : { ...given, company: given.company ?? null, team: given.team ?? null };
  };
  const { company = before.company } = fields();
  const job = await newJob(input, company, context);
  const done = isChange
    ? change(db, leftOn === null ? 'me: my profile' : `me: ${titleOfLeaving(before)}`, () => {
        const left = leftOn === null ? null : leave(db, before, leftOn);
        writeMe(db, fields());
        return { left, started: job === null ? null : start(db, job) };
      })
    : { left: null, started: null };
  const me = readMe(db);
  const departure = done.left === null ? null : interactionById(db, done.left);
  const started = done.started === null ? null : interactionById(db, done.started);
  const quiet = isQuiet(db);
  const isNews = job !== null && me.company !== before.company;
  const result = {
    me,
    ...(quiet && { quiet }),
    ...(leftOn !== null && { departure }),
    ...(job !== null && { newJob: started }),
  };
  context.print(result, () =>
    renderMe(me, { isChange, isQuiet: quiet, leftOn, departure, job, started, isNews }, context),
  );
}

function fieldsOf(input: Input, before: Me, today: Day): MeFields {
  return {
    name: optionalText(input.name, 'the name'),
    role: optionalText(input.role, 'the role'),
    team: optionalText(input.team, 'the team'),
    company: optionalText(input.company, 'the company'),
    emails: input.email && grow(before.emails, input.email, 'the e-mail address').map(emailAddress),
    goals: input.goal && grow(before.goals, input.goal, 'the goal'),
    skills: input.skill && growSkills(before.skills, input.skill, today),
    account: input.account,
    invitesPerWeek: input.invitesPerWeek,
    notesPerMonth: input.notesPerMonth,
    quiet: input.quiet === false ? null : input.quiet,
  };
}

/** My skills with more of them, which are news as of today; an empty one clears what came before. */
function growSkills(before: readonly OwnSkill[], items: readonly string[], today: Day): OwnSkill[] {
  const known = new Map(before.map(({ skill, since }) => [skill, since]));
  const skills = grow([...known.keys()], items, 'the skill');
  return skills.map((skill) => ({
    skill,
    since: known.has(skill) ? (known.get(skill) ?? null) : today,
  }));
}

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
