import { judge } from '../coach/suggest/judge.ts';
import type { Context } from '../context.ts';
import { change } from '../database/change.ts';
import { Failure } from '../failure.ts';
import { readHistories } from '../store/histories.ts';
import { addInvitation } from '../store/invitations.ts';
import { readMe } from '../store/me.ts';
import { editPerson, personById } from '../store/people.ts';
import { sayDay } from '../text/days.ts';
import { parsePastDay } from '../words/day.ts';
import { findPerson, nameFor } from '../words/person.ts';
import { sayCaution } from './caution.ts';
import { type OutcomeInput, print, stateOf } from './outcome.ts';

/** Records that I sent an invitation; it counts in the week's invitations and, with a note, in the month's notes. */
export async function run(
  input: OutcomeInput & { note: boolean },
  context: Context,
): Promise<undefined> {
  const db = context.store();
  const { today } = context;
  const { id, name } = findPerson(db, input.name);
  const day = input.on === undefined ? today : await parsePastDay(input.on, today);
  const [history] = readHistories(db, [id], readMe(db), today);
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
    addInvitation(db, id, day, input.note);
    editPerson(db, id, { status: 'invited', since: day });
    return null;
  });
  if (known !== null) return print(db, id, `${name}: already ${stateOf(known, today)}.`, context);
  if (history !== undefined) sayCaution(history, judge(history).lead, context);
  const how = input.note ? 'with a note' : 'without a note';
  return print(
    db,
    id,
    `${name}: invited ${how}, ${sayDay(day, today)}. When they answer: ${context.toType(`netcoach accepted ${nameFor(db, { id, name })}`)}`,
    context,
  );
}
