import type { Context } from '../context.ts';
import type {
  ContactSchedule,
  Interaction,
  Person,
  PersonRef,
  Position,
  SharedWork,
  Status,
} from '../model.ts';
import { count } from '../text/count.ts';
import { formatDay, monthName } from '../text/days.ts';
import { safe, safeLines } from '../text/safe.ts';
import { formatSpan } from '../text/span.ts';
import { renderInteraction } from './interaction.ts';
import { wrap } from './layout.ts';

interface PersonDetails extends ContactSchedule {
  /** Newest first. */
  positions: readonly Position[];
}

/** How a connection is shown. */
const STATUS_WORDS: Readonly<Record<Status, string>> = {
  none: 'not connected',
  invited: 'invited',
  incoming: 'invited you',
  connected: 'connected',
  declined: 'declined',
  withdrawn: 'withdrawn',
};

/** One person in a few lines. */
export function renderPerson(person: Person, context: Context, details?: PersonDetails): string {
  const { paint, width, today } = context;
  const work = [person.role, person.team, person.company].filter((one) => one !== null);
  const { status, since } = person.connection;
  const connection = STATUS_WORDS[status];
  const until = details?.snoozedUntil ?? null;
  const rows: Array<[string, string | null]> = [
    ['', work.map(safe).join(' · ') || null],
    ...(details?.positions ?? []).map((one): [string, string] => ['before', renderPosition(one)]),
    ['', person.shared && sharedWorkText(person.shared)],
    ['greeted as', person.call && safe(person.call)],
    ['also', person.aliases.map(safe).join(', ') || null],
    [
      '',
      `${person.relationship}, ${connection}${since === null ? '' : `${status === 'incoming' ? ',' : ' since'} ${formatDay(since, today)}`}`,
    ],
    ['', person.strained ? "you don't get on: not suggested" : null],
    ['', details?.everyDays ? `check in every ${formatSpan(details.everyDays)}` : null],
    ['', until !== null && until > today ? `snoozed until ${formatDay(until, today)}` : null],
    ['skills', person.skills.map(safe).join(', ') || null],
    ['interests', person.interests.map(safe).join(', ') || null],
    ['', person.linkedin && safe(person.linkedin)],
    ['', person.emails.map(safe).join(', ') || null],
    ['private', person.note && safeLines(person.note)],
  ];
  const lines = rows.flatMap(([label, value]) =>
    value === null || value === ''
      ? []
      : [wrap(label === '' ? value : `${label}: ${value}`, width, '  ')],
  );
  return [`${paint.bold(safe(person.name))} ${paint.dim(`#${person.id}`)}`, ...lines].join('\n');
}

function sharedWorkText({ company, until }: SharedWork): string {
  const when = until === null ? '' : ` until ${monthName(until)} ${until.slice(0, 4)}`;
  return `you both ${until === null ? 'work' : 'worked'} at ${safe(company)}${when}`;
}

function renderPosition({ role, team, company, until }: Position): string {
  const what = [role, team].filter((one) => one !== null).join(', ');
  const where = company === null ? '' : what === '' ? company : ` at ${company}`;
  return `${safe(what + where)}, until ${monthName(until).slice(0, 3)} ${until.slice(0, 4)}`;
}

/** Remarks, by person id. */
type Notes = ReadonlyMap<number, readonly string[]>;

/**
 * People in two to four lines each; `total` includes those not shown.
 * @param helps why each could help with a goal, by person id
 * @param isSearch whether others may be in the log, left out by what was asked
 * @param done what a search found of what was done with each, by person id
 */
export function renderPeople(
  { people, total }: { people: readonly Person[]; total: number },
  context: Context,
  { helps, done, isSearch = true }: { helps?: Notes; done?: Notes; isSearch?: boolean } = {},
): string {
  const { paint, width, today, toType } = context;
  if (total === 0 && helps !== undefined)
    return wrap(
      toType(
        `No one you know could help with this. Add people's skills: netcoach edit "Priya Shah" --skill Rust`,
      ),
      width,
    );
  if (total === 0)
    return wrap(
      toType(
        isSearch
          ? 'No one matches. See everyone: netcoach people'
          : 'No one here yet. Add someone: netcoach add "Priya Shah" --team Billing',
      ),
      width,
    );
  const blocks = people.map((person) => {
    const work = [person.role, person.team, person.company].filter((one) => one !== null);
    const { status } = person.connection;
    const contact =
      person.lastContact === null
        ? 'nothing logged yet'
        : `${count(person.interactions, 'interaction')}, last ${formatDay(person.lastContact, today)}`;
    const state = `${STATUS_WORDS[status]}; ${contact}`;
    const head = `${paint.bold(safe(person.name))} ${paint.dim(`#${person.id}`)}`;
    const about = work.length > 0 ? [wrap(work.map(safe).join(' · '), width, '  ')] : [];
    const why = [...(helps?.get(person.id) ?? []), ...(done?.get(person.id) ?? [])]
      .map(safe)
      .join(', ');
    const because = why === '' ? [] : [wrap(why, width, '  ')];
    return [head, ...about, ...because, paint.dim(wrap(state, width, '  '))].join('\n');
  });
  const rest = total - people.length;
  return `${blocks.join('\n')}${rest > 0 ? `\n\n${count(rest, 'more', 'more')} not shown.` : ''}`;
}

/** One person with every interaction, in the given order. */
export function renderTimeline(
  person: Person,
  timeline: readonly Interaction[],
  context: Context,
  details: PersonDetails,
): string {
  const log =
    timeline.length === 0
      ? 'Nothing is logged yet.'
      : timeline.map((one) => renderInteraction(one, context)).join('\n\n');
  return `${renderPerson(person, context, details)}\n\n${log}`;
}

/** Pairs of entries that may be one person, each with the command that merges them. */
export function renderDuplicates(
  duplicates: ReadonlyArray<{ people: readonly [PersonRef, PersonRef]; why: string }>,
  { paint, width, toType }: Context,
): string {
  if (duplicates.length === 0) return 'No one seems to have been entered twice.';
  const blocks = duplicates.map(({ people: [one, other], why }) =>
    [
      wrap(`${safe(one.name)} (#${one.id}) and ${safe(other.name)} (#${other.id}): ${why}`, width),
      paint.dim(toType(`  If they're the same person: netcoach merge "#${other.id}" "#${one.id}"`)),
    ].join('\n'),
  );
  return blocks.join('\n');
}
