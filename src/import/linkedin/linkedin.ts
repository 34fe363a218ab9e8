import { statSync } from 'node:fs';
import { basename } from 'node:path';
import type { Day } from '../../model.ts';
import { fold } from '../../text/fold.ts';
import { type Archive, isZip, openFolder, openZip, readBytes } from '../archive.ts';
import { recogniseContacts } from '../csv/person-rows.ts';
import { findTable, type Table } from '../csv/table.ts';
import { decodeText } from '../decode.ts';
import { profileAddress } from '../profile.ts';
import { BadFile, type ImportRecords, type MeRecord, newRecords, warn } from '../records.ts';
import { looksLike } from '../sniff.ts';
import { newBook } from './book.ts';
import { readConnections } from './connections.ts';
import { readEndorsements, readRecommendations } from './endorsements.ts';
import { FILE_KINDS, type FileKind, recogniseFile, wantedFiles } from './files.ts';
import { type Notes, readInvitations, type Self } from './invitation-rows.ts';
import { readMessages } from './messages.ts';
import { readAddresses, readPositions, readProfile, readSkills } from './profile-files.ts';

export interface LinkedInOptions {
  /** My own name and address, where known: a lone messages.csv does not tell which side is mine. */
  name?: string | null | undefined;
  linkedin?: string | null | undefined;
  /** Nothing is dated later: LinkedIn counts in UTC, where it may be tomorrow already. */
  today?: Day | undefined;
}

const EXPORT =
  'Give the zip that LinkedIn sends (Settings, Data privacy, Get a copy of your data), its folder, or Connections.csv.';

/**
 * LinkedIn's export: the zip as downloaded, its unpacked folder, or one file of it.
 * @throws BadFile where it is something else, damaged, too large, or holds nobody and nothing
 */
export async function readLinkedIn(
  path: string,
  options: LinkedInOptions = {},
): Promise<ImportRecords> {
  const name = basename(path);
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory())
    return fromArchive(openFolder(path), name, options);
  const bytes = readBytes(path);
  if (isZip(bytes)) return fromArchive(await openZip(bytes, name), name, options);
  const table = tableOf(bytes, name);
  if (table === undefined) throw notLinkedIn(bytes, name);
  return build(new Map([[table.kind, [() => table]]]), name, options);
}

type Source = () => Table<FileKind> | undefined;

function fromArchive(archive: Archive, name: string, options: LinkedInOptions): ImportRecords {
  const files = wantedFiles(archive);
  if (files.size === 0) {
    const isWorkbook = archive.names.some((one) => one.startsWith('xl/'));
    throw new BadFile(
      `${name} holds none of LinkedIn's files${isWorkbook ? ': it is an Excel workbook' : ''}`,
      isWorkbook ? 'Save it as CSV and import that.' : EXPORT,
    );
  }
  const sources = new Map<FileKind, Source[]>();
  for (const [kind, names] of files)
    sources.set(
      kind,
      names.map((one) => () => tableOf(archive.read(one), basename(one), kind)),
    );
  return build(sources, name, options);
}

/** A table of LinkedIn's; undefined where the header is another one, or not that of the wanted kind. */
function tableOf(bytes: Uint8Array, name: string, wanted?: FileKind): Table<FileKind> | undefined {
  return findTable(decodeText(bytes), name, (columns) => {
    const kind = recogniseFile(columns, name);
    return wanted === undefined || kind === wanted ? kind : undefined;
  });
}

/** Reads the tables one after the other, people first, so that at most one is in memory. */
function build(
  sources: Map<FileKind, Source[]>,
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
  let notes: Notes = new Map();
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
      readProfile(table, me);
      if (me.name !== undefined) self.names.add(fold(me.name));
    },
    positions: (table) => readPositions(table, me),
    skills: (table) => readSkills(table, me),
    emails: (table) => readAddresses(table, me),
    'endorsed-me': (table) => readEndorsements(table, book, records, true),
    endorsed: (table) => readEndorsements(table, book, records, false),
    'recommended-me': (table) => readRecommendations(table, book, records, true),
    recommended: (table) => readRecommendations(table, book, records, false),
  };
  for (const kind of ORDER) {
    const several = kind === 'endorsed' || kind === 'endorsed-me';
    for (const source of (sources.get(kind) ?? []).slice(0, several ? 2 : 1)) {
      const table = source();
      if (table !== undefined) readers[kind](table);
      else if (kind === 'connections') throw unknownHeader(name);
      else
        warn(records, `the ${kind} file was left out: its header is not the one LinkedIn writes`);
    }
  }
  const { today } = options;
  if (today !== undefined)
    for (const one of records.interactions) if (one.date > today) one.date = today;
  return finish(records, me, book.people, self, sources, name);
}

/** Connections first; the profile before what needs to know who I am. */
const ORDER: readonly FileKind[] = [
  'connections',
  'profile',
  ...FILE_KINDS.filter((kind) => kind !== 'connections' && kind !== 'profile'),
];

function finish(
  records: ImportRecords,
  me: MeRecord,
  people: ImportRecords['people'],
  self: Self,
  sources: Map<FileKind, Source[]>,
  name: string,
): ImportRecords {
  if (self.address !== undefined) me.linkedin = self.address;
  records.people = people;
  records.interactions = unique(records.interactions);
  if (Object.keys(me).length > 0) records.me = me;
  if (people.length === 0 && records.me === null && records.waiting === 0) {
    const isConnections = sources.size === 1 && sources.has('connections');
    const reason = records.warnings[0] === undefined ? '' : ` (${records.warnings[0]})`;
    throw new BadFile(
      isConnections
        ? `there are no connections in ${name}`
        : `there is nothing in ${name} that netcoach can use${reason}`,
      EXPORT,
    );
  }
  if (!sources.has('connections') && sources.size > 1)
    warn(records, 'there is no Connections.csv, so nobody is known to be connected');
  return records;
}

/** Two forms of one table (old and new endorsements) tell some things twice. */
function unique(interactions: ImportRecords['interactions']): ImportRecords['interactions'] {
  const seen = new Set<string>();
  return interactions.filter(({ key }) => !seen.has(key) && seen.add(key));
}

function notLinkedIn(bytes: Uint8Array, name: string): BadFile {
  const found = looksLike(bytes);
  if (found !== null) return new BadFile(`${name} is ${found}, not LinkedIn's export`, EXPORT);
  const contacts = findTable(decodeText(bytes), name, recogniseContacts);
  if (contacts !== undefined)
    return new BadFile(
      `${name} is ${contacts.kind.label}, not LinkedIn's export`,
      'Import it with: netcoach import csv FILE',
    );
  return unknownHeader(name);
}

function unknownHeader(name: string): BadFile {
  return new BadFile(`${name} is none of the LinkedIn files that netcoach reads`, EXPORT);
}
