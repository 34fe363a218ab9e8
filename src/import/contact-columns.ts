import { recogniseFile } from './linkedin-files.ts';
import type { Columns } from './table.ts';

/** A table of people or interactions that is not LinkedIn's archive, by its header. */
export interface ContactTable {
  format: 'people' | 'interactions' | 'contacts' | 'linkedin';
  /** As an error names it. */
  label: string;
}

/**
 * The names of each field's column, the first one found wins: netcoach's own, Google's old and new
 * (2024), Outlook's and Thunderbird's; Outlook's in German, French and Spanish too.
 */
export const FIELDS = {
  name: ['name', 'full name', 'display name'],
  first: ['first name', 'given name', 'vorname', 'prénom', 'nombre'],
  middle: ['middle name', 'additional name', 'weitere vornamen'],
  last: ['last name', 'family name', 'surname', 'nachname', 'nom', 'apellidos', 'apellido'],
  company: [
    'company',
    'organization name',
    'organization 1 - name',
    'organization',
    'organisation',
    'firma',
    'société',
    'organización',
  ],
  role: [
    'role',
    'job title',
    'organization title',
    'organization 1 - title',
    'position',
    'titre',
    'puesto',
  ],
  team: [
    'team',
    'department',
    'organization department',
    'organization 1 - department',
    'abteilung',
    'service',
    'departamento',
  ],
  email: [
    'email',
    'e-mail',
    'email address',
    'e-mail address',
    'e-mail 1 - value',
    'primary email',
    'e-mail-adresse',
    'adresse de messagerie',
    'dirección de correo electrónico',
  ],
  otherEmail: ['e-mail 2 - value', 'e-mail 2 address', 'secondary email'],
  linkedin: ['linkedin', 'linkedin url', 'linkedin profile', 'profile url'],
  website: ['website 1 - value', 'web page', 'web page 1', 'webseite', 'website'],
  otherWebsite: ['website 2 - value', 'personal web page', 'web page 2'],
  aliases: ['aliases', 'nickname'],
  note: ['note', 'notes', 'notizen'],
  skills: ['skills'],
  interests: ['interests'],
  relationship: ['relationship'],
  status: ['status'],
  since: ['since'],
} as const;

/** What a header is of; undefined where no table of people or interactions has it. */
export function recogniseContacts(columns: Columns): ContactTable | undefined {
  const has = (names: readonly string[]) => names.some((name) => columns.has(name));
  if (columns.has('date') && columns.has('kind') && columns.has('people'))
    return { format: 'interactions', label: 'a CSV of interactions' };
  if (recogniseFile(columns, '') === 'connections')
    return { format: 'linkedin', label: "LinkedIn's list of connections" };
  const isGoogle = [...columns.keys()].some((name) =>
    /^(e-mail|organization|phone) 1 - |^organization (name|title)$/.test(name),
  );
  if (isGoogle) return { format: 'contacts', label: 'a Google Contacts file' };
  if (has(FIELDS.first) && has(FIELDS.last) && (has(FIELDS.email) || has(FIELDS.company)))
    return { format: 'contacts', label: 'an address book (Outlook or the like)' };
  if (columns.has('name') || columns.has('full name'))
    return { format: 'people', label: 'a CSV of people' };
  return undefined;
}
