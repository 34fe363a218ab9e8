import type { Context } from '../context.ts';
import { change } from '../database/change.ts';
import type { Day, Me, OwnSkill } from '../model.ts';
import { renderMe } from '../render/me.ts';
import { interactionById } from '../store/interactions.ts';
import { isQuiet, type MeFields, readMe, writeMe } from '../store/me.ts';
import { optionalText } from '../text/clean.ts';
import { parsePastDay } from '../words/day.ts';
import { leave, newJob, start, titleOfLeaving } from './job.ts';
import { emailAddress, grow } from './person-fields.ts';

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
