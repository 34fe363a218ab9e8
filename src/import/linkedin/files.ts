import { basename } from 'node:path';
import type { Archive } from '../archive.ts';
import { type Columns, hasColumn } from '../csv/table.ts';

/** Files that netcoach reads; others (phones, logins, advertising) aren't opened. */
export const FILE_KINDS = [
  'connections',
  'invitations',
  'messages',
  'profile',
  'positions',
  'skills',
  'emails',
  'endorsed-me',
  'endorsed',
  'recommended-me',
  'recommended',
] as const;
export type FileKind = (typeof FILE_KINDS)[number];

const FILE_NAMES: Readonly<Record<FileKind, RegExp>> = {
  connections: /^connections$/,
  invitations: /^invitations$/,
  messages: /^messages$/,
  profile: /^profile$/,
  positions: /^positions$/,
  skills: /^skills$/,
  emails: /^email addresses$/,
  'endorsed-me': /^endorsement received info$/,
  endorsed: /^endorsement given info$/,
  'recommended-me': /^recommendations received$/,
  recommended: /^recommendations given$/,
};

/** Drops folder, extension and copy number ("(1)"). */
function normaliseName(name: string): string {
  return basename(name.replaceAll('\\', '/'))
    .toLowerCase()
    .replace(/\.csv$/, '')
    .replace(/ ?\(\d+\)$/, '')
    .replaceAll('_', ' ');
}

/** Groups an archive's files by kind, nearest the root first, without macOS metadata. */
export function wantedFiles(archive: Archive): Map<FileKind, string[]> {
  const found = new Map<FileKind, string[]>();
  const names = archive.names
    .filter((name) => /\.csv$/i.test(name) && !/(^|[/\\])(__MACOSX|\._)/.test(name))
    .sort((a, b) => depth(a) - depth(b) || a.length - b.length);
  for (const name of names) {
    const fileName = normaliseName(name);
    const kind = FILE_KINDS.find((candidate) => FILE_NAMES[candidate].test(fileName));
    if (kind !== undefined) found.set(kind, [...(found.get(kind) ?? []), name]);
  }
  return found;
}

function depth(name: string): number {
  return name.split(/[/\\]/).length;
}

/** Detects a LinkedIn file by its header. @param name needed when two kinds share a header */
export function recogniseFile(columns: Columns, name: string): FileKind | undefined {
  const has = (...headers: string[]) => headers.every((header) => hasColumn(columns, header));
  const fileName = normaliseName(name);
  if (has('first name', 'last name') && (has('connected on') || has('url', 'company', 'position')))
    return 'connections';
  if (has('from', 'to', 'direction') && (has('sent at') || has('date sent'))) return 'invitations';
  // Chats with LinkedIn's assistants have the same header.
  if (/\b(coach|guide|role play|learning)/.test(fileName)) return undefined;
  if (has('from', 'to', 'date') && (has('folder') || has('conversation id'))) return 'messages';
  if (has('first name', 'last name', 'headline')) return 'profile';
  if (has('company name', 'title', 'started on')) return 'positions';
  if (has('email address', 'confirmed')) return 'emails';
  if (has('skill name', 'endorser first name')) return 'endorsed-me';
  if (has('skill name', 'endorsee first name')) return 'endorsed';
  if (has('first name', 'last name', 'text', 'creation date'))
    return /given/.test(fileName) ? 'recommended' : 'recommended-me';
  if (columns.size === 1 && has('name') && /^skills/.test(fileName)) return 'skills';
  return undefined;
}
