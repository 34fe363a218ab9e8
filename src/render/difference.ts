import type { Context } from '../context.ts';
import { safe } from '../text/safe.ts';
import { wrap, wrapBeforeCommand } from './layout.ts';

/** A field of an entry, in words, before and after a change; null for empty. */
export interface FieldChange {
  label: string;
  before: string | null;
  after: string | null;
}

/** What a change did: a line for each field that differs, and how to undo it. */
export function renderDifference(
  what: string,
  fields: readonly FieldChange[],
  further: ReadonlyArray<string | { sentence: string; command: string }>,
  context: Context,
): string {
  const { width, paint, toType } = context;
  const changed = fields.filter(({ before, after }) => before !== after);
  if (changed.length === 0 && further.length === 0) return 'Nothing changed.';
  const said = (text: string | null) => safe(text === null || text === '' ? 'nothing' : text);
  return [
    `Changed ${safe(what)}.`,
    ...changed.map(({ label, before, after }) =>
      wrap(`${label}: ${said(before)} → ${said(after)}`, width, '  '),
    ),
    ...further.map((one) =>
      typeof one === 'string'
        ? wrap(safe(one), width)
        : wrapBeforeCommand(safe(one.sentence), safe(toType(one.command)), width),
    ),
    paint.dim(toType('Undo: netcoach undo')),
  ].join('\n');
}
