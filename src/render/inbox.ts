import type { Context } from '../context.ts';
import { count } from '../text/count.ts';
import { safe } from '../text/safe.ts';
import { wrap } from './layout.ts';

/** A file of the inbox, and what it brought. */
export interface InboxFile {
  file: string;
  source: 'linkedin' | 'calendar' | 'vcard' | 'csv' | 'text';
  /** Whether there was something in it that wasn't taken before. */
  isNew: boolean;
  /** Added or updated. */
  people: number;
  /** Added. */
  interactions: number;
  /** Lines or rows that couldn't be read. */
  unread: Array<{ where: string; why: string }>;
  warnings: string[];
}

/** The most lines that are listed of a file. */
const MAX_UNREAD = 10;

/** What each file brought, and what couldn't be read. */
export function renderInbox(
  files: readonly InboxFile[],
  other: readonly string[],
  { width, toType }: Context,
): string {
  const lines = files.flatMap(({ file, isNew, people, interactions, unread, warnings }) => {
    if (!isNew) return [];
    const took = `${count(people, 'person', 'people')}, ${count(interactions, 'interaction')}`;
    const isEmpty = people + interactions === 0;
    const more = unread.length - MAX_UNREAD;
    return [
      wrap(`${safe(file)}: ${isEmpty ? 'nothing new' : took}`, width),
      ...unread
        .slice(0, MAX_UNREAD)
        .map(({ where, why }) =>
          wrap(`Not read: ${where === file ? '' : `${safe(where)}: `}${safe(why)}`, width, '  '),
        ),
      ...warnings.map((warning) => wrap(`Note: ${safe(warning)}.`, width, '  ')),
      ...(more > 0 ? [`  … and ${more} more.`] : []),
    ];
  });
  if (other.length > 0)
    lines.push(wrap(`Not a kind of file netcoach reads: ${other.map(safe).join(', ')}`, width));
  const hasTaken = files.some((one) => one.people + one.interactions > 0);
  if (lines.length === 0) return 'Nothing new in the folder.';
  return [
    ...lines,
    ...(hasTaken ? ['', wrap(toType('Undo the last file: netcoach undo'), width)] : []),
  ].join('\n');
}
