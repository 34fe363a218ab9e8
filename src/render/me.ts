import type { Context } from '../context.ts';
import type { Day, Interaction, Me } from '../model.ts';
import { count, listing } from '../text/count.ts';
import { sayDay } from '../text/days.ts';
import { safe } from '../text/safe.ts';
import { shellWord } from '../text/shell.ts';
import { wrap } from './layout.ts';

/** A job of mine that began. */
export interface Job {
  on: Day;
  title: string;
  /** The names of those I work with there, as typed; empty where they are not known yet. */
  with: string;
}

interface News {
  isChange: boolean;
  isQuiet: boolean;
  /** When I left the job before; null where I did not just say so. */
  leftOn: Day | null;
  departure: Interaction | null;
  job: Job | null;
  started: Interaction | null;
  /** Whether the company is another than before. */
  isNews: boolean;
}

/** So many people are named one by one. */
const MOST_NAMED = 12;

/** My profile, one field a line, and what became of the log where a job ended or began. */
export function renderMe(me: Me, news: News, { paint, width, today, toType }: Context): string {
  const rows: Array<[string, string | null]> = [
    ['Name', me.name],
    ['Role', me.role],
    ['Team', me.team],
    ['Company', me.company],
    ['E-mail', me.emails.join(', ') || null],
    ['Goals', me.goals.join('; ') || null],
    ['Skills', me.skills.map(({ skill }) => skill).join(', ') || null],
    ['Account', me.account],
    ['Invitations', `${me.invitesPerWeek} a week`],
    ['Notes', me.notesPerMonth === null ? 'no limit' : `${me.notesPerMonth} a month`],
    ...(news.isQuiet ? [['Quiet', 'no lines of caution'] as [string, string]] : []),
  ];
  const lines = rows.map(
    ([label, value]) =>
      `${paint.dim(label.padEnd(12))} ${value === null ? paint.dim('–') : safe(value)}`,
  );
  const profile = `${news.isChange ? 'Noted.\n' : ''}${lines.join('\n')}`;
  const more = [...ended(news, today, toType), ...began(news, today)].map((line) =>
    line.startsWith(' ') ? line : wrap(line, width),
  );
  return more.length === 0 ? profile : `${profile}\n\n${more.join('\n')}`;
}

function ended({ leftOn, departure }: News, today: Day, toType: Context['toType']): string[] {
  if (leftOn === null) return [];
  if (departure === null) return ['Nobody is recorded that you worked with there.'];
  const { id, title, people, date } = departure;
  const names = people.slice(0, MOST_NAMED).map(({ name }) => safe(name));
  const rest = people.length - names.length;
  const all = listing(rest > 0 ? [...names, `${rest} more`] : names);
  return [
    `Logged #${id}: departure, "${safe(title)}", ${sayDay(date, today)}.`,
    `${count(people.length, 'former coworker')} from now on: ${all}.`,
    toType('To get back in touch: netcoach suggest. To take it all back: netcoach undo'),
  ];
}

function began({ job, started, isNews }: News, today: Day): string[] {
  if (job === null) return [];
  const profile = isNews ? ['Your LinkedIn profile: add the new job there, too.'] : [];
  if (started !== null) {
    const names = listing(started.people.map(({ name }) => safe(name)));
    const said = `Logged #${started.id}: new-job, "${safe(started.title)}", ${sayDay(started.date, today)}, with ${names}.`;
    return [said, ...profile];
  }
  return [
    'When you know the names of those you work with:',
    `  netcoach log --kind new-job --with "NAME, NAME" --title ${shellWord(safe(job.title))} --on ${job.on}`,
    ...profile,
  ];
}
