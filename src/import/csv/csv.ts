import type { Day } from '../../model.ts';
import { type Input, loadInput } from '../archive.ts';
import { decodeText } from '../decode.ts';
import { BadFile, type ImportRecords, newRecords } from '../records.ts';
import { looksLike } from '../sniff.ts';
import { readInteractions } from './interaction-rows.ts';
import { readPeople, recogniseContacts } from './person-rows.ts';
import { findTable } from './table.ts';

const COLUMNS =
  'The header needs a column "name" (people) or "date", "kind" and "people" (interactions).';

/**
 * A CSV of people, of interactions, or an address book from Google, Outlook or Thunderbird: the header decides.
 * @param options.today rows dated after it are skipped
 * @throws BadFile where the header is none of these, or no row could be read
 */
export function readCsv(input: Input, options: { today?: Day } = {}): ImportRecords {
  const { bytes, name } = loadInput(input);
  const found = looksLike(bytes);
  if (found !== null) throw new BadFile(`${name} is ${found}, not a CSV`, COLUMNS);
  const table = findTable(decodeText(bytes), name, recogniseContacts);
  if (table === undefined) throw new BadFile(`${name} has no header that I know`, COLUMNS);
  if (table.kind.format === 'linkedin')
    throw new BadFile(
      `${name} is ${table.kind.label}`,
      'Import it with: netcoach import linkedin FILE',
    );
  const records = newRecords('csv');
  if (table.kind.format === 'interactions') readInteractions(table, records, options.today);
  else readPeople(table, records, options.today);
  if (records.people.length + records.interactions.length > 0) return records;
  const [first] = records.skipped;
  throw new BadFile(
    first === undefined
      ? `${name} is ${table.kind.label} with a header and no rows`
      : `no row of ${name} could be read (${first.where}: ${first.why})`,
    COLUMNS,
  );
}
