import { answerKey } from '../../rules/lib/invitations.ts';
import type { Context } from '../context.ts';
import { change } from '../database/change.ts';
import { Failure } from '../failure.ts';
import type { Day, Person } from '../model.ts';
import { addPerson, editPerson, personById } from '../store/people.ts';
import { addSkip } from '../store/skips.ts';
import { formatDay } from '../text/days.ts';
import { findNamed, findPersonOrNull, nameFor } from './input/person.ts';
import { readTypedPastDay } from './input/typed-day.ts';
import { printPerson } from './outcome.ts';

interface Input {
  name: string;
  on?: string;
}

/** Records that I accepted an invitation of theirs. A second run changes nothing. */
export async function accept(input: Input, context: Context): Promise<undefined> {
  const db = context.storeToEdit();
  const person = findNamed(db, input.name, context);
  const day = input.on === undefined ? context.today : await readTypedPastDay(input.on, context);
  const sentence = recordAccept(person, day, context);
  return printPerson(db, person.id, sentence, context);
}

/**
 * Records that I accepted an invitation of theirs, whether or not it was known.
 * @returns a sentence for the user
 * @throws Failure `usage` where the open invitation is mine
 */
export function recordAccept(found: Person, day: Day, context: Context, label = 'accept'): string {
  const db = context.storeToEdit();
  const { today } = context;
  const { id, name } = found;
  const call = nameFor(db, found);
  const since = change(db, `${label}: ${name}`, () => {
    const { status, since } = personById(db, id).connection;
    if (status === 'connected') return since ?? today;
    if (status === 'invited')
      throw new Failure(
        'usage',
        `the open invitation is yours: ${name}`,
        `If they accepted it: netcoach accepted ${call}`,
      );
    if (status === 'incoming' && since !== null && day < since)
      throw new Failure(
        'bad-date',
        `${day} is before the day they invited you, ${since}`,
        'Give the day of your answer: --on DATE',
      );
    editPerson(db, id, { status: 'connected', since: day, hasInvitedMe: true });
    return null;
  });
  return since === null
    ? [
        `${name}: connected on ${formatDay(day, today)}.`,
        context.toType(`Say thanks: netcoach draft ${call}`),
      ].join('\n')
    : `${name}: already connected since ${formatDay(since, today)}.`;
}

/** Records that somebody invited me, who may be new. A second run changes nothing. */
export async function received(input: Input, context: Context): Promise<undefined> {
  const db = context.store();
  const { today, toType } = context;
  const day = input.on === undefined ? today : await readTypedPastDay(input.on, context);
  const known = findPersonOrNull(db, input.name, true);
  const before = known?.connection ?? { status: 'none', since: null };
  if (before.status === 'invited')
    throw new Failure(
      'usage',
      `your own invitation to ${known?.name} is still open`,
      `If you're connected now: netcoach accepted ${nameFor(db, known as Person)}`,
    );
  const isNews = before.status !== 'connected' && before.status !== 'incoming';
  const id = change(db, `invited me: ${known?.name ?? input.name}`, () => {
    const person = known?.id ?? addPerson(db, { name: input.name });
    if (isNews) editPerson(db, person, { status: 'incoming', since: day });
    return person;
  });
  const { name } = personById(db, id);
  const call = nameFor(db, { id, name });
  const sentence = isNews
    ? [
        `${name}: invited you on ${formatDay(day, today)}.`,
        toType(`Accept: netcoach accept ${call}`),
        toType(`Or leave it: netcoach ignore ${call}`),
      ].join('\n')
    : `${name}: already ${before.status === 'connected' ? 'connected' : 'waiting for your answer'}.`;
  return printPerson(db, id, sentence, context);
}

/** Records that I leave an invitation of theirs unanswered; an import won't bring it back. */
export function ignore(input: { name: string }, context: Context): undefined {
  const db = context.storeToEdit();
  const person = findNamed(db, input.name, context);
  const { id, name } = person;
  const isDone = change(db, `ignore: ${name}`, () => {
    const { status, since } = personById(db, id).connection;
    if (status !== 'incoming') return false;
    addSkip(db, id, answerKey(since), context.today);
    editPerson(db, id, { status: 'none', since: null });
    return true;
  });
  if (!isDone)
    throw new Failure(
      'usage',
      `no open invitation from them: ${name}`,
      "See who's waiting for you: netcoach people --status incoming",
    );
  return printPerson(db, id, `${name}: invitation ignored.`, context);
}
