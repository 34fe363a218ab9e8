import type { Context } from '../context.ts';
import { snapshot } from '../database/sqlite.ts';
import { countDue } from '../store/due.ts';
import { count } from '../text/count.ts';

/** Prints how many people today's list has; with `short` for a prompt: the number, or nothing. */
export function run(input: { short?: boolean }, context: Context): undefined {
  const db = context.storeToRead();
  const { today, toType } = context;
  const due = snapshot(db, () => countDue(db, today));
  context.print({ date: today, due }, () => {
    if (input.short === true) return due === 0 ? '' : `${due}`;
    return due === 0
      ? 'No one to reach out to today.'
      : `${count(due, 'person', 'people')} to reach out to today. ${toType('See who: netcoach')}`;
  });
}
