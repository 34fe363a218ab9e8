import type { Context } from '../context.ts';
import type { DateOrder, Day, Interaction, Me, SharedWork } from '../model.ts';
import { formatList } from '../text/count.ts';
import { formatDay } from '../text/days.ts';
import { safe } from '../text/safe.ts';
import { quoteForShell } from '../text/shell.ts';
import { yearsText } from './coworkers.ts';
import { wrap } from './layout.ts';

/** The user's new job. */
export interface NewJob {
  on: Day;
  title: string;
  /** The names of coworkers there, as typed; empty if not given. */
  with: string;
}

interface ProfileChange {
  isChange: boolean;
  isQuiet: boolean;
  /** Which comes first in "3/11"; null if the user hasn't said. */
  dateOrder: DateOrder | null;
  /** The day the user left a job; null unless `--left` was given. */
  leftOn: Day | null;
  departure: Interaction | null;
  job: NewJob | null;
  started: Interaction | null;
  isNewCompany: boolean;
}

const MAX_NAMED = 12;

type Row = [label: string, value: string | null];

const DATE_ORDERS: Readonly<Record<DateOrder, string>> = {
  'day-first': 'day first: 3/11 is 3 Nov',
  'month-first': 'month first: 3/11 is 11 Mar',
};

/** The user's profile, one field a line, and what was logged for a job that ended or began. */
export function renderMe(
  me: Me,
  change: ProfileChange,
  { paint, width, today, toType }: Context,
): string {
  const rows: Row[] = [
    ['Name', me.name],
    ['Role', me.role],
    ['Team', me.team],
    ['Company', me.company],
    ...((me.jobs ?? []).length === 0 ? [] : [['Jobs', jobsText(me.jobs ?? [])] as Row]),
    ['E-mail', me.emails.join(', ') || null],
    ['Goals', me.goals.join('; ') || null],
    ['Skills', me.skills.map(({ skill }) => skill).join(', ') || null],
    ['Account', me.account],
    ['Invitations', `${me.invitesPerWeek} a week`],
    ['Notes', me.notesPerMonth === null ? 'no limit' : `${me.notesPerMonth} a month`],
    ...(change.dateOrder === null ? [] : [['Dates', DATE_ORDERS[change.dateOrder]] as Row]),
    ...(change.isQuiet ? [['Quiet', 'no reminders about who sees what you post'] as Row] : []),
  ];
  const lines = rows.map(
    ([label, value]) =>
      `${paint.dim(label.padEnd(12))} ${value === null ? paint.dim('–') : safe(value)}`,
  );
  const profile = `${change.isChange ? 'Profile updated.\n' : ''}${lines.join('\n')}`;
  const more = [
    ...departureLines(change, today, toType),
    ...newJobLines(change, today, toType),
  ].map((line) => (line.startsWith(' ') ? line : wrap(line, width)));
  return more.length === 0 ? profile : `${profile}\n\n${more.join('\n')}`;
}

/** "Halden 2018 to 2021; Fernhill since 2021" */
function jobsText(jobs: readonly SharedWork[]): string {
  return jobs.map((job) => `${job.company}${yearsText(job)}`).join('; ');
}

function departureLines(
  { leftOn, departure }: ProfileChange,
  today: Day,
  toType: Context['toType'],
): string[] {
  if (leftOn === null) return [];
  if (departure === null) return ["You haven't logged anyone you worked with there."];
  const { id, title, people, date } = departure;
  const names = people.slice(0, MAX_NAMED).map(({ name }) => safe(name));
  const rest = people.length - names.length;
  const all = formatList(rest > 0 ? [...names, `${rest} more`] : names);
  return [
    `Logged #${id}: departure, "${safe(title)}", ${formatDay(date, today)}.`,
    `Now former coworkers (${people.length}): ${all}.`,
    toType('To get back in touch: netcoach suggest. Undo: netcoach undo'),
  ];
}

function newJobLines(
  { job, started, isNewCompany }: ProfileChange,
  today: Day,
  toType: Context['toType'],
): string[] {
  if (job === null) return [];
  const profile = isNewCompany ? ['Add the new job to your LinkedIn profile, too.'] : [];
  if (started !== null) {
    const names = formatList(started.people.map(({ name }) => safe(name)));
    const logged = `Logged #${started.id}: new-job, "${safe(started.title)}", ${formatDay(started.date, today)}, with ${names}.`;
    return [logged, ...profile];
  }
  return [
    'Once you know who you work with:',
    toType(
      `  netcoach log --kind new-job --with "NAME, NAME" --title ${quoteForShell(safe(job.title))} --on ${job.on}`,
    ),
    ...profile,
  ];
}
