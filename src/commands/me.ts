import type { Database } from 'better-sqlite3';
import { findFormerCoworkers } from '../coach/suggest/worked-with.ts';
import type { Context } from '../context.ts';
import { change } from '../database/change.ts';
import { Failure } from '../failure.ts';
import type { DateOrder, Day, Interaction, Me, MySkill } from '../model.ts';
import { type NewJob, renderMe } from '../render/me.ts';
import { peopleWithMoments } from '../store/histories.ts';
import { recordInteraction } from '../store/interactions.ts';
import { listPeople } from '../store/list-people.ts';
import { isQuiet, type MeFields, readDateOrder, readMe, writeMe } from '../store/me.ts';
import { interactionById } from '../store/read-interactions.ts';
import { optionalText } from '../text/clean.ts';
import { findOrAddPeople, splitTyped } from './input/attend.ts';
import { addToList, checkEmail } from './input/person-fields.ts';
import { readTypedPastDay } from './input/typed-day.ts';

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
  dateOrder?: DateOrder;
}

/** Shows the user's profile, or sets the given fields; an empty text clears one. */
export async function run(input: Input, context: Context): Promise<undefined> {
  const isChange = Object.keys(input).length > 0;
  const leftOn = input.left === undefined ? null : await readTypedPastDay(input.left, context);
  const db = isChange ? context.store() : context.storeToRead();
  const before = readMe(db);
  const fields = () => {
    const given = fieldsOf(input, readMe(db), context.today);
    // Leaving clears company and team; values given with --left are those of the new job.
    return leftOn === null
      ? given
      : { ...given, company: given.company ?? null, team: given.team ?? null };
  };
  const { company = before.company } = fields();
  const job = await readNewJob(input, company, context);
  const logged = isChange
    ? change(db, leftOn === null ? 'me: my profile' : `me: ${departureTitle(before)}`, () => {
        const departureId = leftOn === null ? null : logDeparture(db, before, leftOn);
        writeMe(db, fields());
        return { departureId, newJobId: job === null ? null : logNewJob(db, job) };
      })
    : { departureId: null, newJobId: null };
  const moves = [logged.departureId, logged.newJobId].filter((id) => id !== null);
  if (moves.length > 0) {
    const { understand } = await import('../reading/understand.ts');
    await understand(db, moves);
  }
  const me = readMe(db);
  const departure = logged.departureId === null ? null : interactionById(db, logged.departureId);
  const started = logged.newJobId === null ? null : interactionById(db, logged.newJobId);
  const quiet = isQuiet(db);
  const dateOrder = readDateOrder(db);
  const isNewCompany = job !== null && me.company !== before.company;
  const result = {
    me,
    ...(quiet && { quiet }),
    ...(dateOrder !== null && { dateOrder }),
    ...(leftOn !== null && { departure }),
    ...(job !== null && { newJob: started }),
  };
  context.print(result, () =>
    renderMe(
      me,
      { isChange, isQuiet: quiet, dateOrder, leftOn, departure, job, started, isNewCompany },
      context,
    ),
  );
}

function fieldsOf(input: Input, before: Me, today: Day): MeFields {
  return {
    name: optionalText(input.name, 'the name'),
    role: optionalText(input.role, 'the role'),
    team: optionalText(input.team, 'the team'),
    company: optionalText(input.company, 'the company'),
    emails:
      input.email && addToList(before.emails, input.email, 'the e-mail address').map(checkEmail),
    goals: input.goal && addToList(before.goals, input.goal, 'the goal'),
    skills: input.skill && addSkills(before.skills, input.skill, today),
    account: input.account,
    invitesPerWeek: input.invitesPerWeek,
    notesPerMonth: input.notesPerMonth,
    quiet: input.quiet === false ? null : input.quiet,
    dateOrder: input.dateOrder,
  };
}

function addSkills(before: readonly MySkill[], items: readonly string[], today: Day): MySkill[] {
  const known = new Map(before.map(({ skill, since }) => [skill, since]));
  const skills = addToList([...known.keys()], items, 'the skill');
  return skills.map((skill) => ({
    skill,
    since: known.has(skill) ? (known.get(skill) ?? null) : today,
  }));
}

/** The title of the user's departure: "I left Northwind". */
export function departureTitle({ company }: Me): string {
  return `I left ${company ?? 'my job'}`;
}

/**
 * Logs the user's departure with everyone they worked with, which makes them former coworkers.
 * @returns the interaction's id; null if that is no one
 */
export function logDeparture(db: Database, me: Me, on: Day): number | null {
  const { people } = listPeople(db, { words: [] });
  const coworkers = findFormerCoworkers(people, me, peopleWithMoments(db));
  if (coworkers.length === 0) return null;
  const title = departureTitle(me);
  const attendance = coworkers.map(({ id }) => ({ person: id, highlight: null }));
  return recordInteraction(db, { kind: 'departure', date: on, title }, attendance);
}

/**
 * The new job given by `--since`, or null. Asks for the coworkers there on a terminal.
 * @throws Failure `usage` if no company is known, or `bad-date`
 */
export async function readNewJob(
  input: { since?: string },
  company: string | null,
  context: Context,
): Promise<NewJob | null> {
  if (input.since === undefined) return null;
  const on = await readTypedPastDay(input.since, context);
  if (company === null) {
    throw new Failure(
      'usage',
      '--since needs a company',
      'For example: netcoach me --company Halden --since 2026-11-02',
    );
  }
  const job = { on, title: `Started at ${company}`, with: '' };
  if (context.ask === null || context.isJson) return job;
  const question = `Who do you work with at ${company}? (names, with commas; Enter to skip)`;
  return { ...job, with: (await context.ask.text({ message: question })).trim() };
}

/** Logs a new job with the coworkers named. Returns its id; null if none are named. */
export function logNewJob(
  db: Database,
  { on, title, with: names }: NewJob,
): Interaction['id'] | null {
  if (names === '') return null;
  const { people } = findOrAddPeople(db, splitTyped(db, [names]), null);
  return recordInteraction(db, { kind: 'new-job', date: on, title }, people);
}
