import type { Context } from '../context.ts';
import type { LeftOut } from '../import/records.ts';
import type { ImportResult } from '../import/save/save.ts';
import { count, formatList } from '../text/count.ts';
import { safe } from '../text/safe.ts';
import { wrap } from './layout.ts';

/** Limit for warnings and for reasons; JSON lists more. */
const MAX_SHOWN = 10;

/** What an import added, changed and left out; `leftOut` is by reason. */
export function renderImport(
  result: ImportResult,
  leftOut: ReadonlyMap<string, LeftOut>,
  { width, toType }: Context,
): string {
  const { people, interactions, skippedTotal, warnings, dryRun, me = [] } = result;
  const isUnchanged = people.added + people.updated + interactions.added + me.length === 0;
  const head = dryRun
    ? 'Dry run: nothing was saved. It would have made these changes:'
    : isUnchanged
      ? 'Nothing new in the file, so nothing changed.'
      : 'Imported.';
  const lines = [
    wrap(head, width),
    wrap(
      `${count(people.added, 'person', 'people')} added, ${people.updated} updated, ${people.unchanged} unchanged; ${count(interactions.added, 'interaction')} added, ${interactions.unchanged} unchanged.`,
      width,
    ),
  ];
  if (me.length > 0)
    lines.push(wrap(`Your profile: ${formatList(me)}. ${toType('See: netcoach me')}`, width));
  for (const warning of warnings.slice(0, MAX_SHOWN))
    lines.push(wrap(`Note: ${safe(warning)}.`, width));
  if (warnings.length > MAX_SHOWN)
    lines.push(`… and ${count(warnings.length - MAX_SHOWN, 'more note')}.`);
  if (skippedTotal > 0) lines.push(`Skipped: ${skippedTotal}`);
  let rest = skippedTotal;
  for (const [why, { where, rows }] of [...leftOut].slice(0, MAX_SHOWN)) {
    const more = rows === 1 ? '' : ` and ${rows - 1} more`;
    lines.push(wrap(`${safe(where)}${more}: ${safe(why)}`, width, '  '));
    rest -= rows;
  }
  if (rest > 0) lines.push(`  … and ${rest} more.`);
  if (!dryRun && !isUnchanged)
    lines.push('', wrap(toType('Who to reach out to today: netcoach suggest'), width));
  return lines.join('\n');
}
