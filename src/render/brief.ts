import type { OpenMatter } from '../coach/brief.ts';
import type { Context } from '../context.ts';
import type { Day, Interaction, Person } from '../model.ts';
import { ago, formatDay } from '../text/days.ts';
import { safe, safeLines } from '../text/safe.ts';
import { wrap } from './layout.ts';

/** What to know before talking to someone. */
export interface Brief {
  person: Person;
  lastContact: Day | null;
  interactions: readonly Interaction[];
  open: readonly OpenMatter[];
  ask: string | null;
}

/** A meeting of a day, and what is known of those who will be there. */
export interface Meeting {
  /** "09:30"; null if it takes the whole day. */
  time: string | null;
  title: string;
  known: Brief[];
  /** Names of those who aren't in the log. */
  unknown: string[];
}

/** A day's meetings, each with its people. */
export function renderMeetings(day: Day, meetings: readonly Meeting[], context: Context): string {
  const { paint, width, today } = context;
  const when = formatDay(day, today);
  if (meetings.length === 0) return `No meeting with other people on ${when}.`;
  const blocks = meetings.map(({ time, title, known, unknown }) => {
    const head = paint.accent(`${time ?? 'All day'}: ${safe(title)}`);
    const names = unknown.map(safe).join(', ');
    return [
      wrap(head, width),
      ...known.map((brief) => renderBrief(brief, context)),
      ...(names === '' ? [] : [wrap(`Not in your log: ${names}`, width)]),
    ].join('\n\n');
  });
  return [paint.bold(when), ...blocks].join('\n\n');
}

/** One screen to read before a meeting: who they are, what we did, what's open, what to ask. */
export function renderBrief(brief: Brief, { paint, width, today }: Context): string {
  const { person, lastContact, interactions, open, ask } = brief;
  const { status, since } = person.connection;
  const work = [person.role, person.team, person.company].filter((one) => one !== null);
  const connection = status === 'none' ? 'not connected' : status;
  const sinceWhen = since === null ? '' : ` since ${formatDay(since, today)}`;
  const about = [
    work.length > 0 ? work.map(safe).join(' · ') : null,
    `${person.relationship}, ${connection}${sinceWhen}`,
    person.interests.length > 0 ? `likes ${person.interests.map(safe).join(', ')}` : null,
    person.strained ? 'things have been difficult between you' : null,
    person.note === null ? null : `private: ${safeLines(person.note)}`,
  ];
  const lines = [paint.bold(safe(person.name))];
  for (const line of about) if (line !== null) lines.push(wrap(line, width, '  '));
  lines.push('');
  lines.push(
    lastContact === null
      ? interactions.length === 0
        ? 'Nothing logged with them yet.'
        : 'Only news about them so far:'
      : wrap(`Last in touch ${ago(lastContact, today)} (${formatDay(lastContact, today)}):`, width),
  );
  for (const interaction of interactions) lines.push(...interactionLines(interaction));
  if (open.length > 0) lines.push('');
  for (const { what, text } of open)
    lines.push(wrap(`${what === 'promise' ? 'You promised' : 'Open'}: ${safe(text)}`, width));
  if (ask !== null) lines.push('', wrap(`Ask: ${safe(ask)}`, width));
  return lines.join('\n');

  function interactionLines({ date, kind, title, note, people }: Interaction): string[] {
    const highlight = people.find(({ id }) => id === person.id)?.highlight ?? null;
    return [
      wrap(`${paint.dim(`${formatDay(date, today)}, ${kind}:`)} ${safe(title)}`, width, '  '),
      ...(highlight === null ? [] : [wrap(`stood out: ${safe(highlight)}`, width, '    ')]),
      ...(note === null ? [] : [wrap(`private: ${safeLines(note)}`, width, '    ')]),
    ];
  }
}
