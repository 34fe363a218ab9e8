import type { Database } from 'better-sqlite3';
import { memorySentence } from '../coach/draft/memory.ts';
import type { Interaction } from '../model.ts';
import { detailsOf } from '../store/details.ts';

/** How a message can say each person's part, in the order of `people`; null where there is nothing to say. */
export function sayingsOf(db: Database, { id, people }: Interaction): Array<string | null> {
  const details = detailsOf(db, id);
  return people.map((person) => {
    const detail = details.get(person.id);
    return detail === undefined ? null : memorySentence(detail);
  });
}
