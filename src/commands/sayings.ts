import type { Database } from 'better-sqlite3';
import { memorySentence, titleSentence } from '../coach/draft/memory.ts';
import type { Context } from '../context.ts';
import type { Interaction, Kind } from '../model.ts';
import { detailsOf } from '../store/details.ts';
import { namesIn } from '../store/find-people.ts';
import { readingOf } from '../store/readings.ts';

/** How a message can say each person's part, in the order of `people`; null where there is nothing to say. */
export function sayingsOf(db: Database, { id, kind, people }: Interaction): Array<string | null> {
  const details = detailsOf(db, id);
  const reading = readingOf(db, id);
  const title = reading === null ? null : titleSentence(reading, kind === 'feedback');
  return people.map((person) => {
    const detail = details.get(person.id);
    return (detail === undefined ? null : memorySentence(detail)) ?? title;
  });
}

/** How a message would say a part that isn't logged yet; null where it wouldn't. */
export async function sayingBefore(
  highlight: string,
  kind: Kind,
  name: string,
  context: Context,
): Promise<string | null> {
  const { readDetail } = await import('../reading/say/detail.ts');
  const names = namesIn(context.storeToRead(), highlight);
  const detail = await readDetail(highlight, { kind, name, names });
  return detail === null ? null : memorySentence(detail);
}
