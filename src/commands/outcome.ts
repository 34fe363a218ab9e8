import type { Database } from 'better-sqlite3';
import type { Context } from '../context.ts';
import { change } from '../database/change.ts';
import { Failure } from '../failure.ts';
import type { Day, Person, Status } from '../model.ts';
import { closeInvitation, type Outcome } from '../store/invitations.ts';
import { editPerson, personById } from '../store/people.ts';
import { sayDay } from '../text/days.ts';
import { safe } from '../text/safe.ts';
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
  return print(db, id, `${name}: ${sentence}.`, context);
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
export function stateOf({ connection }: Person, today: Day): string {
  const since = connection.since === null ? '' : ` since ${sayDay(connection.since, today)}`;
  return connection.status === 'none' ? 'not connected' : `${connection.status}${since}`;
}

export function print(db: Database, id: number, sentence: string, context: Context): undefined {
  const person = personById(db, id);
  context.print({ person }, () => safe(sentence));
}
