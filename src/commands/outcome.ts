import type { Database } from 'better-sqlite3';
import type { Context } from '../context.ts';
import { change } from '../database/change.ts';
import { Failure } from '../failure.ts';
import type { Day, History, Moment, Person, Status } from '../model.ts';
import { parsePastDay } from '../reading/day.ts';
import { openCautions, rememberSaid } from '../store/cautions.ts';
import { addInvitation, closeInvitation, type Outcome } from '../store/invitations.ts';
import { editPerson, personById } from '../store/people.ts';
import { judgePerson } from '../store/today.ts';
import { sayDay } from '../text/days.ts';
import { safe } from '../text/safe.ts';
import { findPerson, nameFor } from './input/person.ts';

interface OutcomeInput {
  name: string;
  on?: string;
}

/** The status that each outcome of an invitation leads to. */
const STATUS: Record<Outcome, Status> = {
  accepted: 'connected',
  declined: 'declined',
  withdrawn: 'withdrawn',
};

/** They accepted my invitation. */
export function accepted(input: OutcomeInput, context: Context): Promise<undefined> {
  return recordOutcome(input, 'accepted', 'you are connected', context);
}

/** They declined it. */
export function declined(input: OutcomeInput, context: Context): Promise<undefined> {
  return recordOutcome(input, 'declined', 'they declined; leave it with them', context);
}

/** I took it back. */
export function withdrawn(input: OutcomeInput, context: Context): Promise<undefined> {
  return recordOutcome(input, 'withdrawn', 'the invitation is taken back', context);
}

/** Records what became of an invitation: run twice, the second changes nothing and says so. */
async function recordOutcome(
  input: OutcomeInput,
  outcome: Outcome,
  said: string,
  context: Context,
): Promise<undefined> {
  const db = context.store();
  const { today } = context;
  const { id, name } = findPerson(db, input.name);
  const day = input.on === undefined ? today : await parsePastDay(input.on, today);
  const known = change(db, `${outcome}: ${name}`, () => {
    const before = personById(db, id);
    const { status, since } = before.connection;
    if (status === 'invited') refuseEarlier(day, since);
    if (status === STATUS[outcome]) return before;
    if (status === 'connected') {
      throw new Failure(
        'usage',
        `you are connected with ${name}`,
        'No invitation waits. If it was recorded by mistake, take it back: netcoach undo',
      );
    }
    closeInvitation(db, id, outcome, day);
    editPerson(db, id, { status: STATUS[outcome], since: day });
    return null;
  });
  const sentence =
    known === null ? `${said}, ${sayDay(day, today)}` : `already ${stateOf(known, today)}`;
  return printPerson(db, id, `${name}: ${sentence}.`, context);
}

/** @throws Failure `bad-date` for a day before the invitation went out */
function refuseEarlier(day: Day, sent: Day | null): void {
  if (sent === null || day >= sent) return;
  throw new Failure(
    'bad-date',
    `${day} lies before the day of the invitation, ${sent}`,
    'Give the day of the answer with --on.',
  );
}

/** Where a connection stands: "connected since Fri 20 Nov". */
function stateOf({ connection }: Person, today: Day): string {
  const since = connection.since === null ? '' : ` since ${sayDay(connection.since, today)}`;
  return connection.status === 'none' ? 'not connected' : `${connection.status}${since}`;
}

export function printPerson(
  db: Database,
  id: number,
  sentence: string,
  context: Context,
): undefined {
  const person = personById(db, id);
  context.print({ person }, () => safe(sentence));
}

/** Records that I sent an invitation; it counts in the week's invitations and, with a note, in the month's notes. */
export async function sent(
  input: OutcomeInput & { note?: boolean },
  context: Context,
): Promise<undefined> {
  const db = context.store();
  const { today } = context;
  const found = findPerson(db, input.name);
  const { id, name } = found;
  const day = input.on === undefined ? today : await parsePastDay(input.on, today);
  const hasNote = input.note !== false;
  const { history, lead } = judgePerson(db, found, today);
  const known = change(db, `sent: ${name}`, () => {
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
  if (known !== null)
    return printPerson(db, id, `${name}: already ${stateOf(known, today)}.`, context);
  sayCaution(history, lead, context);
  const how = hasNote ? 'with a note' : 'without a note';
  return printPerson(
    db,
    id,
    `${name}: invited ${how}, ${sayDay(day, today)}. When they answer: ${context.toType(`netcoach accepted ${nameFor(db, { id, name })}`)}`,
    context,
  );
}

/** Says that line, once a day. A script (`--json`) is told nothing. */
export function sayCaution(history: History, lead: Moment | null, context: Context): void {
  if (context.isJson) return;
  const db = context.store();
  const caution = openCautions(db, context.today)(history, lead);
  if (caution === null) return;
  rememberSaid(db, context.today, [caution]);
  context.note(safe(`${caution}. (netcoach me --quiet leaves such lines out)`));
}
