import type { Context } from '../context.ts';
import { listChanges, undoChange } from '../database/undo.ts';
import { Failure } from '../failure.ts';
import { safe } from '../text/safe.ts';

const LIST_LENGTH = 20;

/** Undoes the last change, or lists the last twenty. Asks first on a terminal. */
export async function run(
  { list, yes }: { list?: boolean; yes?: boolean },
  context: Context,
): Promise<undefined> {
  const db = list ? context.storeToRead() : context.store();
  const changes = listChanges(db, list ? LIST_LENGTH : 1);
  const describe = ({ at, label }: { at: string; label: string }) =>
    `${safe(label)} ${context.paint.dim(`(${localTime(at)})`)}`;
  if (list) {
    const lines = () => changes.map(describe).join('\n') || 'There is no change to take back yet.';
    context.print({ changes }, lines);
    return;
  }
  const [last] = changes;
  if (last === undefined) {
    throw new Failure(
      'usage',
      'there is nothing to undo',
      'What netcoach has of you: netcoach people',
    );
  }
  if (context.ask !== null && !yes) {
    const isSure = await context.ask.confirm({ message: `Take back "${safe(last.label)}"?` });
    if (!isSure) {
      context.print({ undone: null }, () => 'Nothing was undone.');
      return;
    }
  }
  const undone = undoChange(db, last.id);
  context.print({ undone }, () => `Taken back: ${describe(undone)}`);
}

/** An ISO instant in local time: "2026-11-22 14:05". */
function localTime(at: string): string {
  const date = new Date(at);
  const twoDigits = (n: number) => String(n).padStart(2, '0');
  const day = `${date.getFullYear()}-${twoDigits(date.getMonth() + 1)}-${twoDigits(date.getDate())}`;
  return `${day} ${twoDigits(date.getHours())}:${twoDigits(date.getMinutes())}`;
}
