import type { Database } from 'better-sqlite3';
import type { Context } from '../context.ts';
import { change } from '../database/change.ts';
import { Failure } from '../failure.ts';
import type { Day, History, Moment, Person, Status } from '../model.ts';
import { cautionFinder, recordCautionsShown } from '../store/cautions.ts';
import { addInvitation, closeInvitation, type InvitationOutcome } from '../store/invitations.ts';
import { editPerson, personById } from '../store/people.ts';
import { judgePerson } from '../store/today.ts';
import { formatDay } from '../text/days.ts';
import { safe } from '../text/safe.ts';
import { findPerson, nameFor } from './input/person.ts';
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

/** Records that they accepted the user's invitation. */
export function accepted(input: OutcomeInput, context: Context): Promise<undefined> {
  return recordOutcome(input, 'accepted', 'you are connected', context);
}

/** Records that they declined it. */
export function declined(input: OutcomeInput, context: Context): Promise<undefined> {
  return recordOutcome(input, 'declined', 'they declined; leave it with them', context);
}

/** Records that the user withdrew it. */
export function withdrawn(input: OutcomeInput, context: Context): Promise<undefined> {
  return recordOutcome(input, 'withdrawn', 'the invitation is taken back', context);
}

/** Idempotent: a second run changes nothing and says so. */
async function recordOutcome(
  input: OutcomeInput,
  outcome: InvitationOutcome,
  result: string,
  context: Context,
): Promise<undefined> {
  const db = context.store();
  const { today } = context;
  const found = findPerson(db, input.name);
  const { id, name } = found;
  const day = input.on === undefined ? today : await readTypedPastDay(input.on, context);
  // In any other state, no invitation of mine is recorded.
  const expected: Status[] = ['invited', 'connected', STATUS_AFTER[outcome]];
  if (outcome !== 'accepted' && !expected.includes(found.connection.status))
    await confirmUnsent(name, nameFor(db, found), context);
  const unchanged = change(db, `${outcome}: ${name}`, () => {
    const before = personById(db, id);
    const { status, since } = before.connection;
    if (status === 'invited') checkNotBefore(day, since);
    if (status === STATUS_AFTER[outcome]) return before;
    if (status === 'connected') {
      throw new Failure(
        'usage',
        `you are connected with ${name}`,
        'No invitation waits. If it was recorded by mistake, take it back: netcoach undo',
      );
    }
    // Where I sent none, they may have invited me: that is no invitation of mine.
    if (outcome !== 'accepted' || status === 'invited') closeInvitation(db, id, outcome, day);
    editPerson(db, id, { status: STATUS_AFTER[outcome], since: day });
    return null;
  });
  const sentence =
    unchanged === null
      ? `${result}, ${formatDay(day, today)}`
      : `already ${connectionState(unchanged, today)}`;
  return printPerson(db, id, `${name}: ${sentence}.`, context);
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
    `${day} lies before the day of the invitation, ${sent}`,
    'Give the day of the answer with --on.',
  );
}

function connectionState({ connection }: Person, today: Day): string {
  const since = connection.since === null ? '' : ` since ${formatDay(connection.since, today)}`;
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
  context.print({ person }, () => safe(sentence));
}

/** Records an invitation; it counts towards the week's limit, and its note towards the month's. */
export async function sent(
  input: OutcomeInput & { note?: boolean },
  context: Context,
): Promise<undefined> {
  const db = context.store();
  const { today } = context;
  const found = findPerson(db, input.name);
  const { id, name } = found;
  const day = input.on === undefined ? today : await readTypedPastDay(input.on, context);
  const hasNote = input.note !== false;
  const { history, lead } = judgePerson(db, found, today);
  const unchanged = change(db, `sent: ${name}`, () => {
    const before = personById(db, id);
    const { status } = before.connection;
    if (status === 'invited') return before;
    if (status === 'connected') {
      throw new Failure(
        'usage',
        `you are connected with ${name}`,
        `To record that you wrote: netcoach log --kind engagement --with ${nameFor(db, before)} --title "Wrote a message"`,
      );
    }
    addInvitation(db, id, day, hasNote);
    editPerson(db, id, { status: 'invited', since: day });
    return null;
  });
  if (unchanged !== null)
    return printPerson(db, id, `${name}: already ${connectionState(unchanged, today)}.`, context);
  printCaution(history, lead, context);
  const noteText = hasNote ? 'with a note' : 'without a note';
  return printPerson(
    db,
    id,
    `${name}: invited ${noteText}, ${formatDay(day, today)}. When they answer: ${context.toType(`netcoach accepted ${nameFor(db, { id, name })}`)}`,
    context,
  );
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
