import type { Context } from '../context.ts';
import { snapshot } from '../database/sqlite.ts';
import { countDue } from '../store/due.ts';
import { count } from '../text/count.ts';

/** Prints how many people today's list has; with `short` for a prompt: the number, or nothing. */
export async function run(input: { short?: boolean }, context: Context): Promise<undefined> {
  const db = context.storeToRead();
  const { today, toType, width } = context;
  const due = snapshot(db, () => countDue(db, today));
  const result = { date: today, due };
  if (input.short === true) {
    context.print(result, () => (due === 0 ? '' : `${due}`));
    return;
  }
  // A prompt has no time to load it.
  const { wrap } = await import('../render/layout.ts');
  context.print(result, () => {
    if (due === 0) return 'No one to reach out to today.';
    const people = count(due, 'person', 'people');
    return wrap(`${people} to reach out to today. ${toType('See who: netcoach')}`, width);
  });
}
