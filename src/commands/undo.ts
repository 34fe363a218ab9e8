import type { Context } from '../context.ts';
import { listChanges, undoChange } from '../database/undo.ts';
import { Failure } from '../failure.ts';
import { safe } from '../text/safe.ts';

/** So many changes are listed. */
const LISTED = 20;

/** Takes back the last change, saying which; on a terminal it asks first. */
export async function run(
  { list, yes }: { list?: boolean; yes?: boolean },
  context: Context,
): Promise<undefined> {
  const db = context.store();
  const changes = listChanges(db, list ? LISTED : 1);
  const say = ({ at, label }: { at: string; label: string }) =>
    `${safe(label)} ${context.paint.dim(`(${moment(at)})`)}`;
  if (list) {
    const lines = () => changes.map(say).join('\n') || 'There is no change to take back yet.';
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
  context.print({ undone }, () => `Taken back: ${say(undone)}`);
}

/** An instant as the clock on the wall shows it: "2026-11-22 14:05". */
function moment(at: string): string {
  const date = new Date(at);
  const two = (n: number) => String(n).padStart(2, '0');
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}`;
}
