/** Goes through those who may have worked with me: one key each. */
import type { Database } from 'better-sqlite3';
import { NO_REASON_TO_WRITE } from '../../rules/lib/ties.ts';
import type { Coworker } from '../coach/coworkers.ts';
import type { Ask, Context } from '../context.ts';
import { change } from '../database/change.ts';
import { listChanges, undoChange } from '../database/undo.ts';
import { Failure, Interrupted } from '../failure.ts';
import { type Day, refOf } from '../model.ts';
import { renderCoworker, renderCoworkers } from '../render/coworkers.ts';
import { keyLines, wrap } from '../render/layout.ts';
import { findCoworkers } from '../store/coworkers.ts';
import { recordInteraction } from '../store/interactions.ts';
import { editPerson } from '../store/people.ts';
import { addSkip } from '../store/skips.ts';
import { optionalText } from '../text/clean.ts';
import { count } from '../text/count.ts';

/** Lists them, or on a terminal asks about each. Nothing is recorded without a key. */
export async function run(input: { list?: boolean }, context: Context): Promise<undefined> {
  const { ask, isJson, toType } = context;
  const isListing = input.list === true || isJson;
  if (!isListing && ask === null)
    throw new Failure(
      'usage',
      'coworkers asks about each person, so it needs a terminal',
      'List them: netcoach coworkers --list',
    );
  const db = isListing ? context.storeToRead() : context.storeToEdit();
  const coworkers = findCoworkers(db);
  if (isListing || ask === null || coworkers.length === 0) {
    const people = coworkers.map(({ person, shared, relationship }) => ({
      person: refOf(person),
      ...shared,
      relationship,
    }));
    context.printLong({ coworkers: people }, () => renderCoworkers(coworkers, context));
    return;
  }
  const people = count(coworkers.length, 'person', 'people');
  const intro = `${people} who may have worked with you, most likely first. Stop whenever you like.`;
  context.note(wrap(intro, context.width));
  const answered = await askAboutAll(db, coworkers, context, ask);
  const left = coworkers.length - answered;
  const rest = left === 0 ? "That's everyone." : `${left} left. Carry on with: netcoach coworkers`;
  const lines = [
    `${count(answered, 'person', 'people')} sorted. ${rest}`,
    "Today's list: netcoach",
  ];
  context.print(null, () => lines.map((line) => wrap(toType(line), context.width)).join('\n'));
}

const STEPS = [
  { key: 'w', says: 'worked together' },
  { key: 's', says: 'same company only' },
  { key: 'n', says: 'never met' },
  { key: 'l', says: 'leave them out' },
  { key: 'b', says: 'back' },
  { key: 'q', says: 'stop' },
] as const;

/** @returns how many were answered @throws Interrupted on Ctrl-C: the answers so far stay */
async function askAboutAll(
  db: Database,
  coworkers: readonly Coworker[],
  context: Context,
  ask: Ask,
): Promise<number> {
  const changes: number[] = [];
  const logged: number[] = [];
  try {
    while (changes.length < coworkers.length) {
      const at = changes.length;
      const one = coworkers[at] as Coworker;
      const place = `${at + 1}/${coworkers.length}: `;
      context.write(`\n${renderCoworker(one, context, place)}\n`);
      const steps = STEPS.filter(({ key }) => key !== 'b' || at > 0);
      const key = await ask.key({
        message: keyLines(steps, context.width - 4),
        keys: steps.map((step) => step.key),
        enter: 'w',
        escape: 'q',
      });
      if (key === 'q') break;
      if (key === 'b') {
        undoChange(db, changes.pop() as number);
        continue;
      }
      const topic = key === 'w' ? await askTopic(ask) : '';
      const id = change(db, `coworkers: ${one.person.name}`, () =>
        record(db, one, key, topic, context.today),
      );
      changes.push(listChanges(db, 1)[0]?.id as number);
      if (id !== null) logged.push(id);
    }
  } catch (error) {
    throw error instanceof Interrupted ? new Interrupted(changes.length > 0) : error;
  } finally {
    if (logged.length > 0) await (await import('../reading/understand.ts')).understand(db, logged);
  }
  return changes.length;
}

function askTopic(ask: Ask): Promise<string> {
  return ask.text({
    message: 'What on? (optional)',
    validate: (answer) => {
      try {
        optionalText(answer, 'that');
        return true;
      } catch (error) {
        if (error instanceof Failure) return `${error.message}. ${error.hint}`;
        throw error;
      }
    },
  });
}

/** @returns the interaction that was logged, or null */
function record(
  db: Database,
  one: Coworker,
  key: string,
  topic: string,
  today: Day,
): number | null {
  const { person, shared, relationship } = one;
  if (key === 'n' || key === 'l') {
    editPerson(db, person.id, key === 'n' ? { relationship: 'external' } : { strained: true });
    return null;
  }
  editPerson(db, person.id, { shared, ...(key === 'w' && { relationship }) });
  // Same company only: it may be said, but is no reason to write.
  if (key === 's') addSkip(db, person.id, NO_REASON_TO_WRITE, today);
  if (topic.trim() === '') return null;
  const fields = { kind: 'project', date: dayTogether(one, today), title: topic.trim() } as const;
  return recordInteraction(db, fields, [{ person: person.id, highlight: null }]);
}

/** A day on which we both were there: that of connecting, or my last one, or for want of either the first. */
function dayTogether({ person, shared }: Coworker, today: Day): Day {
  const { connectedOn } = person;
  const { from, until } = shared;
  const isThen =
    connectedOn !== null &&
    (from === null || connectedOn >= from) &&
    (until === null || connectedOn <= until);
  const day = isThen ? connectedOn : (until ?? from ?? today);
  return day > today ? today : day;
}
