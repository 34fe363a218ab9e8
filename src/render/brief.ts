import type { OpenMatter } from '../coach/brief.ts';
import type { Context } from '../context.ts';
import type { Day, Interaction, Person } from '../model.ts';
import { ago, formatDay } from '../text/days.ts';
import { safe, safeLines } from '../text/safe.ts';
import { wrap } from './layout.ts';

interface Brief {
  person: Person;
  lastContact: Day | null;
  interactions: readonly Interaction[];
  open: readonly OpenMatter[];
  ask: string | null;
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
      ? 'Nothing logged with them yet.'
      : wrap(`Last in touch ${ago(lastContact, today)} (${formatDay(lastContact, today)}):`, width),
  );
  for (const interaction of interactions) lines.push(...interactionLines(interaction));
  if (open.length > 0) lines.push('');
  for (const { text } of open) lines.push(wrap(`Open: ${safe(text)}`, width));
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
