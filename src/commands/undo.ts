import type { Context } from '../context.ts';
import { type Change, listChanges, listUndone, redoChange, undoChange } from '../database/undo.ts';
import { Failure } from '../failure.ts';
import { wrap } from '../render/layout.ts';
import { safe } from '../text/safe.ts';

const LIST_LENGTH = 20;

/** Undoes the last change, or lists the last twenty. `redo` brings it back, so nothing is asked. */
export function run({ list }: { list?: boolean; yes?: boolean }, context: Context): undefined {
  const db = list ? context.storeToRead() : context.storeToEdit();
  const changes = listChanges(db, list ? LIST_LENGTH : 1);
  if (list) {
    const [next] = listUndone(db, 1);
    const lines = changes.map((one) => describe(one, context));
    const redo =
      next === undefined
        ? []
        : ['', context.toType(`Undone: ${asWords(next)}. Redo it: netcoach redo`)];
    context.print({ changes }, () =>
      wrap(
        [...(lines.length > 0 ? lines : ['Nothing to undo yet.']), ...redo].join('\n'),
        context.width,
      ),
    );
    return;
  }
  const [last] = changes;
  if (last === undefined)
    throw new Failure(
      'usage',
      'nothing to undo',
      'See what you have logged: netcoach interactions',
    );
  const undone = undoChange(db, last.id);
  context.print({ undone }, () =>
    wrap(
      `Undone: ${describe({ at: undone.at, label: asWords(undone) }, context)}\n${context.toType('Redo it: netcoach redo')}`,
      context.width,
    ),
  );
}

/** Brings back the change that was undone last. */
export function redo(_input: unknown, context: Context): undefined {
  const db = context.storeToEdit();
  const [next] = listUndone(db, 1);
  if (next === undefined)
    throw new Failure(
      'usage',
      'nothing to redo',
      'Only what was just undone can be brought back. See the changes: netcoach undo --list',
    );
  const redone = redoChange(db, next.id);
  context.print({ redone }, () =>
    wrap(
      `Redone: ${describe({ at: redone.at, label: asWords(redone) }, context)}\n${context.toType('Undo: netcoach undo')}`,
      context.width,
    ),
  );
}

/** A label within a sentence, which has its own colon: "merge Grace Lim into Priya". */
function asWords({ label }: Pick<Change, 'label'>): string {
  return safe(label.replace(': ', ' '));
}

function describe({ at, label }: Pick<Change, 'at' | 'label'>, { paint }: Context): string {
  return `${safe(label)} ${paint.dim(`(${localTime(at)})`)}`;
}

/** An ISO instant in local time: "2026-11-22 14:05". */
function localTime(at: string): string {
  const date = new Date(at);
  const twoDigits = (n: number) => String(n).padStart(2, '0');
  const day = `${date.getFullYear()}-${twoDigits(date.getMonth() + 1)}-${twoDigits(date.getDate())}`;
  return `${day} ${twoDigits(date.getHours())}:${twoDigits(date.getMinutes())}`;
}
