import { basename } from 'node:path';
import type { Archive } from '../archive.ts';
import type { Columns } from '../csv/table.ts';

/** The tables of LinkedIn's export that netcoach reads; all others (phones, logins, advertising) stay closed. */
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

const NAMES: Readonly<Record<FileKind, RegExp>> = {
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

/** A file's name without folder, ending, copy number ("(1)") and case, underscores as spaces. */
function plainName(name: string): string {
  return basename(name.replaceAll('\\', '/'))
    .toLowerCase()
    .replace(/\.csv$/, '')
    .replace(/ ?\(\d+\)$/, '')
    .replaceAll('_', ' ');
}

/**
 * The wanted files of an archive by kind, those nearest the root first. LinkedIn's own folders
 * ("Jobs/") hold none; what a Mac adds is left out.
 */
export function wantedFiles(archive: Archive): Map<FileKind, string[]> {
  const found = new Map<FileKind, string[]>();
  const names = archive.names
    .filter((name) => /\.csv$/i.test(name) && !/(^|[/\\])(__MACOSX|\._)/.test(name))
    .sort((a, b) => depth(a) - depth(b) || a.length - b.length);
  for (const name of names) {
    const plain = plainName(name);
    const kind = FILE_KINDS.find((one) => NAMES[one].test(plain));
    if (kind !== undefined) found.set(kind, [...(found.get(kind) ?? []), name]);
  }
  return found;
}

function depth(name: string): number {
  return name.split(/[/\\]/).length;
}

/**
 * Which of LinkedIn's tables a header belongs to; undefined for none.
 * @param name the file's name, needed where two tables share a header
 */
export function recogniseFile(columns: Columns, name: string): FileKind | undefined {
  const has = (...headers: string[]) => headers.every((header) => columns.has(header));
  const plain = plainName(name);
  if (has('first name', 'last name') && (has('connected on') || has('company', 'position')))
    return 'connections';
  if (has('from', 'to', 'direction') && (has('sent at') || has('date sent'))) return 'invitations';
  // What a person tells LinkedIn's own assistants has the header of messages.
  if (/\b(coach|guide|role play|learning)/.test(plain)) return undefined;
  if (has('from', 'to', 'date') && (has('folder') || has('conversation id'))) return 'messages';
  if (has('first name', 'last name', 'headline')) return 'profile';
  if (has('company name', 'title', 'started on')) return 'positions';
  if (has('email address', 'confirmed')) return 'emails';
  if (has('skill name', 'endorser first name')) return 'endorsed-me';
  if (has('skill name', 'endorsee first name')) return 'endorsed';
  if (has('first name', 'last name', 'text', 'creation date'))
    return /given/.test(plain) ? 'recommended' : 'recommended-me';
  if (columns.size === 1 && has('name') && /^skills/.test(plain)) return 'skills';
  return undefined;
}
