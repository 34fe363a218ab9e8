import type { Context } from '../context.ts';
import { renderTimeline } from '../render/person.ts';
import { listInteractions } from '../store/interactions.ts';
import { clockOf, personById } from '../store/people.ts';
import { positionsOf } from '../store/positions.ts';
import { findPerson } from './input/person.ts';

export function run({ name }: { name: string }, context: Context): undefined {
  const db = context.store();
  const { id } = findPerson(db, name);
  const person = personById(db, id);
  const timeline = listInteractions(db, { person: id }).interactions;
  const positions = positionsOf(db, id);
  context.print({ person, timeline }, () =>
    renderTimeline(person, timeline, context, { ...clockOf(db, id), positions }),
  );
}
