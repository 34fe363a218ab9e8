import { statSync } from 'node:fs';
import { basename } from 'node:path';
import type { Day } from '../../model.ts';
import { fold } from '../../text/fold.ts';
import { type Archive, isZip, openFolder, openZip, readBytes } from '../archive.ts';
import { recogniseContacts } from '../csv/headers.ts';
import { findTable, type Table } from '../csv/table.ts';
import { decodeText } from '../decode.ts';
import { profileAddress } from '../profile.ts';
import { BadFile, type ImportRecords, type MeRecord, newRecords, warn } from '../records.ts';
import { describeFormat } from '../sniff.ts';
import { newBook } from './book.ts';
import { readConnections } from './connections.ts';
import { readEndorsements, readRecommendations } from './endorsements.ts';
import { FILE_KINDS, type FileKind, recogniseFile, wantedFiles } from './files.ts';
import { type InvitationNotes, readInvitations, type Self } from './invitation-rows.ts';
import { readMessages } from './messages.ts';
import { readAddresses, readPositions, readProfile, readSkills } from './profile-files.ts';

export interface LinkedInOptions {
  /** If known. messages.csv alone doesn't say which side is the user's. */
  name?: string | null | undefined;
  linkedin?: string | null | undefined;
  /** Latest date: LinkedIn uses UTC, where it can already be tomorrow. */
  today?: Day | undefined;
}

const EXPORT_HINT =
  'Use the zip from LinkedIn (Settings, Data privacy, Get a copy of your data), its folder, or Connections.csv.';

/**
 * Reads LinkedIn's zip, its unpacked folder, or a single file.
 * @throws BadFile if it's something else, damaged, too large, or has nothing to import
 */
export async function readLinkedIn(
  path: string,
  options: LinkedInOptions = {},
): Promise<ImportRecords> {
  const name = basename(path);
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory())
    return readArchive(openFolder(path), name, options);
  const bytes = readBytes(path);
  if (isZip(bytes)) return readArchive(await openZip(bytes, name), name, options);
  const table = findLinkedInTable(bytes, name);
  if (table === undefined) throw notLinkedInError(bytes, name);
  return readTables(new Map([[table.kind, [() => table]]]), name, options);
}

type TableSource = () => Table<FileKind> | undefined;

function readArchive(archive: Archive, name: string, options: LinkedInOptions): ImportRecords {
  const files = wantedFiles(archive);
  if (files.size === 0) {
    const isWorkbook = archive.names.some((path) => path.startsWith('xl/'));
    throw new BadFile(
      `no LinkedIn files in ${name}${isWorkbook ? ": it's an Excel workbook" : ''}`,
      isWorkbook ? 'Save it as CSV and import that.' : EXPORT_HINT,
    );
  }
  const sources = new Map<FileKind, TableSource[]>();
  for (const [kind, names] of files)
    sources.set(
      kind,
      names.map((path) => () => findLinkedInTable(archive.read(path), basename(path), kind)),
    );
  return readTables(sources, name, options);
}

/** Undefined if the header is unknown or not of the wanted kind. */
function findLinkedInTable(
  bytes: Uint8Array,
  name: string,
  wanted?: FileKind,
): Table<FileKind> | undefined {
  return findTable(decodeText(bytes), name, (columns) => {
    const kind = recogniseFile(columns, name);
    return wanted === undefined || kind === wanted ? kind : undefined;
  });
}

/** Only one table is in memory at a time. */
function readTables(
  sources: Map<FileKind, TableSource[]>,
  name: string,
  options: LinkedInOptions,
): ImportRecords {
  const records = newRecords('linkedin');
  const book = newBook();
  const me: MeRecord = {};
  const self: Self = {
    address: options.linkedin == null ? undefined : profileAddress(options.linkedin),
    names: new Set(options.name == null ? [] : [fold(options.name)]),
  };
  let notes: InvitationNotes = new Map();
  let hasConnections = false;
  const readers: Record<FileKind, (table: Table<FileKind>) => void> = {
    connections: (table) => {
      hasConnections = true;
      readConnections(table, book, records, options.today);
    },
    invitations: (table) => {
      notes = readInvitations(table, book, records, self, hasConnections);
    },
    messages: (table) => readMessages(table, book, records, self, notes),
    profile: (table) => {
      readProfile(table, me, records);
      if (me.name !== undefined) self.names.add(fold(me.name));
    },
    positions: (table) => readPositions(table, me, records),
    skills: (table) => readSkills(table, me, records),
    emails: (table) => readAddresses(table, me, records),
    'endorsed-me': (table) => readEndorsements(table, book, records, true),
    endorsed: (table) => readEndorsements(table, book, records, false),
    'recommended-me': (table) => readRecommendations(table, book, records, true),
    recommended: (table) => readRecommendations(table, book, records, false),
  };
  for (const kind of READ_ORDER) {
    const hasTwoForms = kind === 'endorsed' || kind === 'endorsed-me';
    for (const source of (sources.get(kind) ?? []).slice(0, hasTwoForms ? 2 : 1)) {
      const table = source();
      if (table !== undefined) readers[kind](table);
      else if (kind === 'connections') throw unknownHeaderError(name);
      else warn(records, `skipped the ${kind} file: its header isn't LinkedIn's`);
    }
  }
  const { today } = options;
  if (today !== undefined)
    for (const interaction of records.interactions)
      if (interaction.date > today) interaction.date = today;
  return finishRecords(records, me, book.people, self, sources, name);
}

/** The profile before files that need the user's name. */
const READ_ORDER: readonly FileKind[] = [
  'connections',
  'profile',
  ...FILE_KINDS.filter((kind) => kind !== 'connections' && kind !== 'profile'),
];

function finishRecords(
  records: ImportRecords,
  me: MeRecord,
  people: ImportRecords['people'],
  self: Self,
  sources: Map<FileKind, TableSource[]>,
  name: string,
): ImportRecords {
  if (self.address !== undefined) me.linkedin = self.address;
  records.people = people;
  records.interactions = withoutDuplicates(records.interactions);
  if (Object.keys(me).length > 0) records.me = me;
  if (people.length === 0 && records.me === null && records.waiting === 0) {
    const isConnections = sources.size === 1 && sources.has('connections');
    const reason = records.warnings[0] === undefined ? '' : ` (${records.warnings[0]})`;
    throw new BadFile(
      isConnections
        ? `no connections in ${name}`
        : `nothing in ${name} that netcoach can use${reason}`,
      EXPORT_HINT,
    );
  }
  if (!sources.has('connections') && sources.size > 1)
    warn(records, "no Connections.csv, so netcoach can't tell who you're connected with");
  return records;
}

/** Old and new endorsement files overlap. */
function withoutDuplicates(
  interactions: ImportRecords['interactions'],
): ImportRecords['interactions'] {
  const seen = new Set<string>();
  return interactions.filter(({ key }) => !seen.has(key) && seen.add(key));
}

function notLinkedInError(bytes: Uint8Array, name: string): BadFile {
  const found = describeFormat(bytes);
  if (found !== null) return new BadFile(`${name} is ${found}, not LinkedIn's export`, EXPORT_HINT);
  const contacts = findTable(decodeText(bytes), name, recogniseContacts);
  if (contacts !== undefined)
    return new BadFile(
      `${name} is ${contacts.kind.label}, not LinkedIn's export`,
      'Import it with: netcoach import csv FILE',
    );
  return unknownHeaderError(name);
}

function unknownHeaderError(name: string): BadFile {
  return new BadFile(`netcoach doesn't read this LinkedIn file: ${name}`, EXPORT_HINT);
}
