import type { Context } from '../context.ts';
import { renderTimeline } from '../render/person.ts';
import { clockOf } from '../store/people.ts';
import { positionsOf } from '../store/positions.ts';
import { listInteractions } from '../store/read-interactions.ts';
import { findNamed } from './input/person.ts';

/** Shows a person and every interaction with them, newest first. */
export function run({ name }: { name: string }, context: Context): undefined {
  const db = context.storeToRead();
  const person = findNamed(db, name, context);
  const { id } = person;
  const timeline = listInteractions(db, { person: id }).interactions;
  const positions = positionsOf(db, id);
  context.printLong({ person, timeline }, () =>
    renderTimeline(person, timeline, context, { ...clockOf(db, id), positions }),
  );
}
