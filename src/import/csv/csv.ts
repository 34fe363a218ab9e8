import type { Day } from '../../model.ts';
import { type FileInput, readInput } from '../archive.ts';
import { decodeText } from '../decode.ts';
import { BadFile, type ImportRecords, newRecords } from '../records.ts';
import { describeFormat } from '../sniff.ts';
import { recogniseContacts } from './headers.ts';
import { readInteractions } from './interaction-rows.ts';
import { readPeople } from './person-rows.ts';
import { findTable } from './table.ts';

const COLUMNS_HINT =
  'It needs a column "name", or "first name" and "last name" (people), or "date", "kind" and "people" (interactions).';

/**
 * Reads a CSV of people, interactions, or Google, Outlook or Thunderbird contacts.
 * @param options.today rows dated later are skipped
 * @throws BadFile if the header is unknown, or no row can be read
 */
export function readCsv(input: FileInput, options: { today?: Day } = {}): ImportRecords {
  const { bytes, name } = readInput(input);
  const format = describeFormat(bytes);
  if (format !== null) throw new BadFile(`${name} is ${format}, not a CSV`, COLUMNS_HINT);
  const table = findTable(decodeText(bytes), name, recogniseContacts);
  if (table === undefined) throw new BadFile(`${name} has no columns netcoach knows`, COLUMNS_HINT);
  if (table.kind.format === 'linkedin')
    throw new BadFile(
      `${name} is ${table.kind.label}`,
      'Import it with: netcoach import linkedin FILE',
    );
  const records = newRecords('csv');
  if (table.kind.format === 'interactions') readInteractions(table, records, options.today);
  else readPeople(table, records, options.today);
  if (records.people.length + (records.log?.length ?? 0) > 0) return records;
  const [first] = records.skipped;
  throw new BadFile(
    first === undefined
      ? `${name} has a header but no rows`
      : `couldn't read any row of ${name} (${first.where}: ${first.why})`,
    COLUMNS_HINT,
  );
}
