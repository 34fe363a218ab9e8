import type { Day, Person, Status } from '../../rules/rule.ts';
import { sayDay } from '../coach/days.ts';
import type { Context } from '../context.ts';
import { Failure } from '../failure.ts';
import { shellWord } from '../render/layout.ts';
import { safe } from '../render/safe.ts';
import { change } from '../store/change.ts';
import { closeInvitation, type Outcome } from '../store/invitations.ts';
import type { Database } from '../store/open.ts';
import { editPerson, personById } from '../store/people.ts';
import { parsePastDay } from '../words/day.ts';
import { findPerson } from '../words/person.ts';

export interface OutcomeInput {
  name: string;
  on?: string;
}

/** The status that each outcome of an invitation leads to. */
const STATUS: Record<Outcome, Status> = {
  accepted: 'connected',
  declined: 'declined',
  withdrawn: 'withdrawn',
};

/** Records what became of an invitation: run twice, the second changes nothing and says so. */
export async function recordOutcome(
  input: OutcomeInput,
  outcome: Outcome,
  said: string,
  context: Context,
): Promise<undefined> {
  const db = context.store();
  const before = personById(db, findPerson(db, input.name).id);
  const { status, since } = before.connection;
  const day = await outcomeDay(input.on, status === 'invited' ? since : null, context);
  if (status === STATUS[outcome]) {
    return print(
      db,
      before.id,
      `${before.name}: already ${stateOf(before, context.today)}.`,
      context,
    );
  }
  if (status === 'connected') {
    throw new Failure(
      'usage',
      `you are connected with ${before.name}`,
      'No invitation waits. If it was recorded by mistake, take it back: netcoach undo',
    );
  }
  change(db, `${outcome}: ${before.name}`, () => {
    closeInvitation(db, before.id, outcome, day);
    editPerson(db, before.id, { status: STATUS[outcome], since: day });
  });
  return print(db, before.id, `${before.name}: ${said}, ${sayDay(day, context.today)}.`, context);
}

/** @throws Failure `bad-date` for a day before the invitation went out */
async function outcomeDay(
  given: string | undefined,
  sent: Day | null,
  context: Context,
): Promise<Day> {
  const day = given === undefined ? context.today : await parsePastDay(given, context.today);
  if (sent === null || day >= sent) return day;
  throw new Failure(
    'bad-date',
    `${day} lies before the day of the invitation, ${sent}`,
    'Give the day of the answer with --on.',
  );
}

/** Where a connection stands: "connected since Fri 20 Nov". */
export function stateOf({ connection }: Person, today: Day): string {
  const since = connection.since === null ? '' : ` since ${sayDay(connection.since, today)}`;
  return connection.status === 'none' ? 'not connected' : `${connection.status}${since}`;
}

export function print(db: Database, id: number, sentence: string, context: Context): undefined {
  const person = personById(db, id);
  context.print({ person }, () => safe(sentence));
}

/** How to name a person in a command that is printed for typing: in full, or by number where the name is shared. */
export function nameFor(person: { id: number; name: string }): string {
  return shellWord(safe(person.name));
}
