import { sayDay } from '../coach/days.ts';
import { judge } from '../coach/judge.ts';
import type { Context } from '../context.ts';
import { Failure } from '../failure.ts';
import { change } from '../store/change.ts';
import { addInvitation } from '../store/invitations.ts';
import { readHistories } from '../store/log.ts';
import { readMe } from '../store/me.ts';
import { editPerson, personById } from '../store/people.ts';
import { parsePastDay } from '../words/day.ts';
import { findPerson } from '../words/person.ts';
import { sayCaution } from './caution.ts';
import { nameFor, type OutcomeInput, print, stateOf } from './outcome.ts';

/** Records that I sent an invitation; it counts in the week's invitations and, with a note, in the month's notes. */
export async function run(
  input: OutcomeInput & { note: boolean },
  context: Context,
): Promise<undefined> {
  const db = context.store();
  const { today } = context;
  const before = personById(db, findPerson(db, input.name).id);
  const day = input.on === undefined ? today : await parsePastDay(input.on, today);
  const { status } = before.connection;
  if (status === 'invited') {
    return print(db, before.id, `${before.name}: already ${stateOf(before, today)}.`, context);
  }
  if (status === 'connected') {
    throw new Failure(
      'usage',
      `you are connected with ${before.name}`,
      `To record that you wrote: netcoach log --kind engagement --with ${nameFor(before)} --title "Wrote a message"`,
    );
  }
  const [history] = readHistories(db, [before.id], readMe(db), today);
  change(db, `sent: ${before.name}`, () => {
    addInvitation(db, before.id, day, input.note);
    editPerson(db, before.id, { status: 'invited', since: day });
  });
  if (history !== undefined) sayCaution(history, judge(history).lead, context);
  const how = input.note ? 'with a note' : 'without a note';
  return print(
    db,
    before.id,
    `${before.name}: invited ${how}, ${sayDay(day, today)}. When they answer: netcoach accepted ${nameFor(before)}`,
    context,
  );
}
