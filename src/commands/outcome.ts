import type { Database } from 'better-sqlite3';
import type { Context } from '../context.ts';
import { change } from '../database/change.ts';
import { Failure } from '../failure.ts';
import type { Day, History, Moment, Person, Status } from '../model.ts';
import { wrap } from '../render/layout.ts';
import { cautionFinder, recordCautionsShown } from '../store/cautions.ts';
import {
  addInvitation,
  closeInvitation,
  type InvitationOutcome,
  invitedUntil,
} from '../store/invitations.ts';
import { editPerson, personById } from '../store/people.ts';
import { judgePerson } from '../store/today.ts';
import { count, formatList } from '../text/count.ts';
import { addDays, formatDay } from '../text/days.ts';
import { safe, safeLines } from '../text/safe.ts';
import { formatSpan, parseSpan } from '../text/span.ts';
import { findNamed, nameFor } from './input/person.ts';
import { readTypedPastDay } from './input/typed-day.ts';

interface OutcomeInput {
  name: string;
  on?: string;
}

const STATUS_AFTER: Record<InvitationOutcome, Status> = {
  accepted: 'connected',
  declined: 'declined',
  withdrawn: 'withdrawn',
};

/** What each outcome is called, to follow a name. */
const OUTCOME_WORDS: Record<InvitationOutcome, string> = {
  accepted: 'connected',
  declined: 'declined',
  withdrawn: 'invitation withdrawn',
};

/** Records that they accepted my invitation; where I sent none, that we're connected. */
export function accepted(input: OutcomeInput, context: Context): Promise<undefined> {
  return printOutcome(input, 'accepted', context);
}

/** Records that they declined it. */
export function declined(input: OutcomeInput, context: Context): Promise<undefined> {
  return printOutcome(input, 'declined', context);
}

async function printOutcome(
  input: OutcomeInput,
  outcome: InvitationOutcome,
  context: Context,
): Promise<undefined> {
  const db = context.storeToEdit();
  const person = findNamed(db, input.name, context);
  const sentence = await recordOutcome(person, outcome, input.on, context);
  return printPerson(db, person.id, sentence, context);
}

/** Records that I withdrew it; with `olderThan`, of everyone who has had it for so long. */
export async function withdrawn(
  input: { name?: string; on?: string; olderThan?: string },
  context: Context,
): Promise<undefined> {
  if (input.olderThan !== undefined) return withdrawOld(input, input.olderThan, context);
  if (input.name === undefined)
    throw new Failure(
      'usage',
      'missing: a name, or --older-than',
      'For example: netcoach withdrawn --older-than 6m',
    );
  return printOutcome({ ...input, name: input.name }, 'withdrawn', context);
}

/** One change for all. */
async function withdrawOld(
  input: { name?: string; on?: string },
  span: string,
  context: Context,
): Promise<undefined> {
  if (input.name !== undefined)
    throw new Failure(
      'usage',
      'either a name or --older-than, not both',
      'For everyone: netcoach withdrawn --older-than 6m',
    );
  if (span.trim() === '') throw new Failure('usage', '--older-than is empty', 'For example: 6m');
  const days = parseSpan(span);
  const db = context.storeToEdit();
  const { today } = context;
  const day = input.on === undefined ? today : await readTypedPastDay(input.on, context);
  const ids = change(db, `withdrawn: invitations older than ${span.trim()}`, () => {
    const old = invitedUntil(db, addDays(today, -days));
    for (const id of old) closeAs(db, id, 'withdrawn', day);
    return old;
  });
  const people = ids.map((id) => personById(db, id));
  const names = people.map(({ name }) => safe(name));
  context.print({ people, total: people.length }, () =>
    people.length === 0
      ? `No invitation is older than ${formatSpan(days)}.`
      : wrap(
          `${count(people.length, 'invitation')} withdrawn: ${formatList(names)}. ${context.toType('Undo: netcoach undo')}`,
          context.width,
        ),
  );
}

function closeAs(db: Database, id: number, outcome: InvitationOutcome, day: Day): void {
  closeInvitation(db, id, outcome, day);
  editPerson(db, id, { status: STATUS_AFTER[outcome], since: day });
}

/**
 * Records what became of an invitation. A second run changes nothing.
 * @param on the day as typed; today by default
 * @param label of the change
 * @returns a sentence for the user
 */
export async function recordOutcome(
  found: Person,
  outcome: InvitationOutcome,
  on: string | undefined,
  context: Context,
  label: string = outcome,
): Promise<string> {
  const db = context.storeToEdit();
  const { today } = context;
  const { id, name } = found;
  const day = on === undefined ? today : await readTypedPastDay(on, context);
  // In any other state, no invitation of mine is recorded.
  const expected: Status[] = ['invited', 'connected', STATUS_AFTER[outcome]];
  if (outcome !== 'accepted' && !expected.includes(found.connection.status))
    await confirmUnsent(name, nameFor(db, found), context);
  const unchanged = change(db, `${label}: ${name}`, () => {
    const before = personById(db, id);
    const { status, since } = before.connection;
    if (status === 'invited') checkNotBefore(day, since);
    if (status === STATUS_AFTER[outcome]) return before;
    if (status === 'connected') {
      throw new Failure(
        'usage',
        `you're already connected with ${name}`,
        'No invitation is open. If that was recorded by mistake, undo it: netcoach undo',
      );
    }
    // Where I sent none, they may have invited me: that is no invitation of mine.
    if (outcome !== 'accepted' || status === 'invited') closeAs(db, id, outcome, day);
    else editPerson(db, id, { status: 'connected', since: day });
    return null;
  });
  return unchanged === null
    ? `${name}: ${OUTCOME_WORDS[outcome]} on ${formatDay(day, today)}.`
    : `${name}: already ${connectionState(unchanged, today)}.`;
}

/** Asks whether an invitation went out that isn't recorded. @throws Failure `usage` if none did, or nobody can be asked */
async function confirmUnsent(name: string, typed: string, { ask }: Context): Promise<void> {
  const message = `No invitation to ${safe(name)} is recorded. Did you send one?`;
  if (ask !== null && (await ask.confirm({ message }))) return;
  throw new Failure(
    'usage',
    `no invitation to ${name} is recorded`,
    `If you sent one, record it first: netcoach sent ${typed}`,
  );
}

/** @throws Failure `bad-date` for a day before the invitation went out */
function checkNotBefore(day: Day, sent: Day | null): void {
  if (sent === null || day >= sent) return;
  throw new Failure(
    'bad-date',
    `${day} is before the day of the invitation, ${sent}`,
    'Give the day of the answer: --on DATE',
  );
}

function connectionState({ connection }: Person, today: Day): string {
  const word = connection.status === 'connected' ? 'since' : 'on';
  const since = connection.since === null ? '' : ` ${word} ${formatDay(connection.since, today)}`;
  return connection.status === 'none' ? 'not connected' : `${connection.status}${since}`;
}

/** Prints one sentence about a person; with --json, the person. */
export function printPerson(
  db: Database,
  id: number,
  sentence: string,
  context: Context,
): undefined {
  const person = personById(db, id);
  context.print({ person }, () => wrap(safeLines(sentence), context.width));
}

/** Records an invitation; it counts towards the week's limit, and its note towards the month's. */
export async function sent(
  input: OutcomeInput & { note?: boolean },
  context: Context,
): Promise<undefined> {
  const db = context.storeToEdit();
  const person = findNamed(db, input.name, context);
  const day = input.on === undefined ? context.today : await readTypedPastDay(input.on, context);
  const sentence = recordSent(person, day, input.note !== false, context);
  return printPerson(db, person.id, sentence, context);
}

/**
 * Records an invitation of mine. A second run changes nothing.
 * @returns a sentence for the user
 */
export function recordSent(
  found: Person,
  day: Day,
  hasNote: boolean,
  context: Context,
  label = 'sent',
): string {
  const db = context.storeToEdit();
  const { today } = context;
  const { id, name } = found;
  const { history, lead } = judgePerson(db, found, today);
  const unchanged = change(db, `${label}: ${name}`, () => {
    const before = personById(db, id);
    const { status } = before.connection;
    if (status === 'invited') return before;
    if (status === 'connected') {
      throw new Failure(
        'usage',
        `you're already connected with ${name}`,
        `To record that you wrote: netcoach log --kind engagement --with ${nameFor(db, before)} --title "Wrote a message"`,
      );
    }
    addInvitation(db, id, day, hasNote);
    editPerson(db, id, { status: 'invited', since: day });
    return null;
  });
  if (unchanged !== null) return `${name}: already ${connectionState(unchanged, today)}.`;
  printCaution(history, lead, context);
  const noteText = hasNote ? 'with a note' : 'without a note';
  const call = nameFor(db, { id, name });
  return [
    `${name}: invited ${noteText} on ${formatDay(day, today)}.`,
    context.toType(`If they accept: netcoach accepted ${call}`),
    context.toType('Recorded by mistake? Undo: netcoach undo'),
  ].join('\n');
}

/** Prints the caution for an invitation, if any, at most once a day; never with --json. */
export function printCaution(history: History, lead: Moment | null, context: Context): void {
  if (context.isJson) return;
  const db = context.storeToRead();
  const caution = cautionFinder(db, context.today)(history, lead);
  if (caution === null) return;
  recordCautionsShown(db, context.today, [caution]);
  context.note(
    safe(`${caution}. (${context.toType('To leave such lines out: netcoach me --quiet')})`),
  );
}
