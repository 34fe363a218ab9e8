import type { Day, Interaction, Me } from '../../rules/rule.ts';
import { workedWith } from '../coach/left.ts';
import type { Context } from '../context.ts';
import { Failure } from '../failure.ts';
import { type Job, renderMe } from '../render/me.ts';
import { change } from '../store/change.ts';
import { addInteraction, interactionById, peopleWithMoments } from '../store/interactions.ts';
import { isQuiet, type MeFields, readMe, writeMe } from '../store/me.ts';
import type { Database } from '../store/open.ts';
import { editPerson, listPeople } from '../store/people.ts';
import { parsePastDay } from '../words/day.ts';
import { attend } from '../words/people.ts';
import { optionalText } from '../words/text.ts';
import { emailAddress, grow } from './person-fields.ts';

interface Input {
  name?: string;
  role?: string;
  team?: string;
  company?: string;
  email?: string[];
  account?: 'free' | 'premium';
  goal?: string[];
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
  const fields = fieldsOf(input, before);
  if (leftOn !== null) {
    // What I was there is over; what is given at the same time is what I am now.
    fields.company ??= null;
    fields.team ??= null;
  }
  const job = await newJob(input, { ...before, ...fields } as Me, context);
  const done = isChange
    ? change(db, 'me: my profile', () => {
        const left = leftOn === null ? null : leave(db, before, leftOn);
        writeMe(db, fields);
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

function fieldsOf(input: Input, before: Me): MeFields {
  return {
    name: optionalText(input.name, 'the name'),
    role: optionalText(input.role, 'the role'),
    team: optionalText(input.team, 'the team'),
    company: optionalText(input.company, 'the company'),
    emails: input.email && grow(before.emails, input.email, 'the e-mail address').map(emailAddress),
    goals: input.goal && grow(before.goals, input.goal, 'the goal'),
    account: input.account,
    invitesPerWeek: input.invitesPerWeek,
    notesPerMonth: input.notesPerMonth,
    quiet: input.quiet === false ? null : input.quiet,
  };
}

/** Logs that I left, with all whom it concerns, and makes them former coworkers. Returns its id; null where it concerns nobody. */
function leave(db: Database, me: Me, on: Day): number | null {
  const { people } = listPeople(db, { words: [] });
  const concerned = workedWith(people, me, peopleWithMoments(db));
  if (concerned.length === 0) return null;
  const title = `I left ${me.company ?? 'my job'}`;
  const attendance = concerned.map(({ id }) => ({ person: id, highlight: null }));
  const id = addInteraction(db, { kind: 'departure', date: on, title }, attendance);
  for (const person of concerned) editPerson(db, person.id, { relationship: 'former' });
  return id;
}

/**
 * The job that `--since` tells of. On a terminal it asks with whom I now work.
 * @throws Failure `usage` where no company is known
 */
async function newJob(input: Input, me: Me, context: Context): Promise<Job | null> {
  if (input.since === undefined) return null;
  const on = await parsePastDay(input.since, context.today);
  if (me.company === null) {
    throw new Failure(
      'usage',
      '--since says when a job began, but not where',
      'For example: netcoach me --company Halden --since 2026-11-02',
    );
  }
  const job = { on, title: `Started at ${me.company}`, with: '' };
  if (context.ask === null || context.isJson) return job;
  const question = `With whom do you work at ${me.company}? (names with commas; Enter for later)`;
  return { ...job, with: (await context.ask.text({ message: question })).trim() };
}

/** Logs a new job with those who were named; null where nobody was. */
function start(db: Database, { on, title, with: names }: Job): Interaction['id'] | null {
  if (names === '') return null;
  const { people } = attend(db, [names], null);
  return addInteraction(db, { kind: 'new-job', date: on, title }, people);
}
