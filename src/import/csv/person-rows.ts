import { type Day, RELATIONSHIPS, STATUSES } from '../../model.ts';
import { isName, isVisible } from '../../text/clean.ts';
import { fold } from '../../text/fold.ts';
import { cleanLine, cleanLines } from '../decode.ts';
import { recogniseFile } from '../linkedin/files.ts';
import { whyNoPerson } from '../not-people.ts';
import { type OfficeName, readOfficeName } from '../office-name.ts';
import { mailAddress, profileAddress } from '../profile.ts';
import { readDay } from '../read-day.ts';
import { type ImportRecords, type PersonRecord, skip, warn } from '../records.ts';
import {
  allColumns,
  anyColumn,
  type Columns,
  eachFilledRow,
  hasColumn,
  type Table,
} from './table.ts';

/** Google's separator for several values in a cell. */
const VALUE_SEPARATOR = ' ::: ';

/** Removes the `'` that guards against formulas, but not the one in `'t Hooft`. */
export function removeGuard(cell: string): string {
  return /^'+[=+\-@＝＋－＠]/.test(cell) ? cell.slice(1) : cell;
}

/** Splits at semicolons; removes blanks and duplicates. */
export function splitList(cell: string): string[] {
  const parts = removeGuard(cell.trim()).split(';').map(cleanLine);
  return [...new Set(parts.filter(isVisible))];
}

type CellReaders = { [K in keyof typeof FIELDS]: (cells: string[]) => string };

/**
 * Reads people from a netcoach CSV or an address book. Skips rows without a name or with an unknown
 * relationship, status or date.
 * @param today rows with a later `since` are skipped
 */
export function readPeople(table: Table<ContactTable>, records: ImportRecords, today?: Day): void {
  const cell = Object.fromEntries(
    Object.entries(FIELDS).map(([field, names]) => [field, anyColumn(table.columns, ...names)]),
  ) as CellReaders;
  const addresses = allColumns(table.columns, ...FIELDS.email, ...FIELDS.otherEmail);
  const isNetcoachCsv = table.kind.format === 'people';
  const isOwn = OWN_COLUMNS.every((header) => hasColumn(table.columns, header));
  eachFilledRow(table, (cells, where) => {
    const whole = rowName(cell, cells, isOwn);
    const { name } = whole;
    if (name === '') {
      const company = cleanLine(cell.company(cells));
      skip(
        records,
        where,
        company === '' ? 'it has no name' : `${company} is a company, not a person`,
      );
      return;
    }
    const why = isOwn
      ? null
      : (whyNoPerson(
          name,
          cell.name(cells) || cell.displayName(cells),
          mailAddress(cell.email(cells)),
        ) ?? typeOf(cell, cells));
    if (why !== null) {
      skip(records, where, why);
      return;
    }
    const person: PersonRecord = { where, name };
    setLine(person, 'company', cell.company(cells));
    if (whole.company !== '') person.company ??= whole.company;
    setLine(person, 'role', roleOf(cell, cells));
    setLine(person, 'team', cell.team(cells));
    setList(person, 'aliases', cell.aliases(cells), name);
    setList(person, 'skills', cell.skills(cells));
    setList(person, 'interests', cell.interests(cells));
    const note = cleanLines(removeGuard(cell.note(cells)));
    if (isVisible(note)) person.note = note;
    setAddresses(person, cell, addresses, cells, isNetcoachCsv ? records : null);
    const problem = isNetcoachCsv ? setRelationship(person, cell, cells, today) : null;
    if (problem !== null) skip(records, where, problem);
    else records.people.push(person);
  });
}

/** Our own export has every name as the user wrote it. */
const OWN_COLUMNS = ['relationship', 'aliases', 'status', 'since'];

/** The whole name as spoken, unless it's the company's; else first, middle and last name. */
function rowName(cell: CellReaders, cells: string[], isOwn: boolean): OfficeName {
  const text = cleanLine(removeGuard(cell.name(cells)));
  const none = { name: '', company: '', email: undefined };
  if (isOwn && isName(text)) return { ...none, name: text };
  const display = cleanLine(removeGuard(cell.displayName(cells)));
  const whole = readOfficeName(text || display, mailAddress(removeGuard(cell.email(cells))));
  const parts = [cell.first(cells), cell.middle(cells), cell.last(cells)];
  const joined = cleanLine(parts.map((part) => removeGuard(part.trim())).join(' '));
  if (!isName(joined)) return whole;
  // In "Name, Vorname" the name is the family's.
  const isFamily = text !== '' && cell.last(cells).trim() === '' && !hasWords(whole.name, joined);
  if (isFamily) return { ...whole, name: `${joined} ${whole.name}`.trim() };
  const company = fold(removeGuard(cell.company(cells)));
  const isWhole =
    text !== '' && whole.name !== '' && fold(text) !== company && !hasSameWords(joined, whole.name);
  return isWhole ? whole : { ...whole, name: joined };
}

function hasWords(text: string, part: string): boolean {
  const words = fold(text).split(/[\s-]+/);
  return fold(part)
    .split(/[\s-]+/)
    .some((word) => words.includes(word));
}

function hasSameWords(a: string, b: string): boolean {
  const [one, other] = [a, b].map((text) => fold(text).split(' ').sort().join(' '));
  return one === other;
}

/** Exchange names what a mailbox is for: UserMailbox, RoomMailbox, SharedMailbox … */
function typeOf(cell: CellReaders, cells: string[]): string | null {
  const type = cleanLine(cell.mailbox(cells));
  return /^(?!.*user).*mailbox$|group$/i.test(type) ? `it is a ${type}, not a person` : null;
}

/** "Title" is the role or "Mrs": it's the role where no other column is. */
function roleOf(cell: CellReaders, cells: string[]): string {
  const role = cell.role(cells);
  if (role !== '') return role;
  const title = cell.title(cells);
  return COURTESY_TITLE.test(title.trim()) ? '' : title;
}

const COURTESY_TITLE =
  /^(?:m|mr|mrs|ms|mx|miss|mme|mlle|herr|frau|hr|fr|sr|sra|srta|sig|sigra|dhr|mevr|dr|prof|sir|dame|pan|pani|г-н|г-жа)\.?(?: dr\.?)?$/i;

function setLine(person: PersonRecord, field: 'company' | 'role' | 'team', cell: string): void {
  const value = cleanLine(removeGuard(cell.split(VALUE_SEPARATOR, 1)[0] ?? ''));
  if (isVisible(value)) person[field] = value;
}

function setList(
  person: PersonRecord,
  field: 'aliases' | 'skills' | 'interests',
  cell: string,
  name?: string,
): void {
  if (cell === '') return;
  const values = splitList(cell).filter((value) => value !== name);
  if (values.length > 0) person[field] = values;
}

/** Sets all e-mail addresses, and the first profile address. @param records gets warnings about invalid ones, unless null */
function setAddresses(
  person: PersonRecord,
  cell: CellReaders,
  addresses: (cells: string[]) => string[],
  cells: string[],
  records: ImportRecords | null,
): void {
  const found = [...addresses(cells), cell.displayName(cells)]
    .flatMap((text) => text.split(VALUE_SEPARATOR))
    .map((text) => [text, ...(text.includes('@') ? text.split(/[;,\s]+/) : [])])
    .flatMap((texts) =>
      texts.flatMap((text) => mailAddress(removeGuard(text)) ?? readOfficeName(text).email ?? []),
    );
  const emails = [...new Set(found)];
  if (emails.length > 0) person.emails = emails;
  const pages = [cell.linkedin(cells), cell.website(cells), cell.otherWebsite(cells)];
  const linkedin = pages
    .flatMap((text) => text.split(VALUE_SEPARATOR))
    .map((text) => profileAddress(removeGuard(text)))
    .find((address) => address !== undefined);
  if (linkedin !== undefined) person.linkedin = linkedin;
  if (records === null) return;
  if (emails.length === 0 && cell.email(cells).trim() !== '')
    warn(
      records,
      `${person.where}: "${cleanLine(cell.email(cells))}" is no e-mail address; it was left out`,
    );
  if (linkedin === undefined && cell.linkedin(cells).trim() !== '')
    warn(
      records,
      `${person.where}: "${cleanLine(cell.linkedin(cells))}" is no LinkedIn profile address; it was left out`,
    );
}

/** @returns why the row is invalid, or null */
function setRelationship(
  person: PersonRecord,
  cell: CellReaders,
  cells: string[],
  today?: Day,
): string | null {
  const relationship = cleanLine(cell.relationship(cells)).toLowerCase();
  const known = RELATIONSHIPS.find((value) => value === relationship);
  if (known !== undefined) person.relationship = known;
  else if (relationship !== '')
    return `the relationship "${relationship}" is none of ${RELATIONSHIPS.join(', ')}`;
  const status = cleanLine(cell.status(cells)).toLowerCase();
  const state = STATUSES.find((value) => value === status);
  if (state !== undefined) person.status = state;
  else if (status !== '') return `the status "${status}" is none of ${STATUSES.join(', ')}`;
  const since = cleanLine(cell.since(cells));
  if (since === '') return null;
  const day = readDay(since);
  if (day === undefined) return `"${since}" is no day; write it as 2026-11-20`;
  if (today !== undefined && day > today) return `${day} has not come yet`;
  person.since = day;
  return null;
}

/** Kind of a CSV, judged by its header. */
export interface ContactTable {
  format: 'people' | 'interactions' | 'contacts' | 'linkedin';
  /** Description for errors. */
  label: string;
}

/**
 * Headers by `headerKey`; the first cell with text wins. Covers netcoach, Google (before and after
 * 2024), Outlook in the languages it's most used in, Thunderbird, and the people lists of Google
 * Workspace, Microsoft 365, Exchange and Slack.
 */
const FIELDS = {
  name: [
    ...['name', 'full name', 'employee name', 'contact name', 'nom complet', 'nombre completo'],
    ...['nome completo', 'vollständiger name', 'volledige naam'],
  ],
  displayName: ['display name', 'e-mail display name', 'anzeigename', 'anzeigename der e-mail'],
  first: [
    ...['first name', 'given name', 'forename', 'vorname', 'prénom', 'nombre', 'nome'],
    ...['primeiro nome', 'nome próprio', 'voornaam', 'imię', 'jméno', 'křestní jméno', 'förnamn'],
    ...['fornavn', 'etunimi', 'utónév', 'keresztnév', 'ad', 'adı', 'имя', '名'],
  ],
  middle: [
    ...['middle name', 'additional name', 'weitere vornamen', 'zweiter vorname', 'deuxième prénom'],
    ...['segundo nombre', 'secondo nome', 'segundo nome', 'tweede naam', 'middelste naam'],
    ...['drugie imię', 'druhé jméno', 'mellannamn', 'mellemnavn', 'mellomnavn', 'отчество'],
  ],
  last: [
    ...['last name', 'family name', 'surname', 'nachname', 'familienname', 'nom', 'nom de famille'],
    ...['apellidos', 'apellido', 'cognome', 'sobrenome', 'apelido', 'achternaam', 'nazwisko'],
    ...['příjmení', 'efternamn', 'efternavn', 'etternavn', 'sukunimi', 'vezetéknév', 'soyad'],
    ...['soyadı', 'фамилия', '姓'],
  ],
  company: [
    ...['company', 'company name', 'organization name', 'organization 1 - name', 'organization'],
    ...[
      'organisation',
      'employer',
      'firma',
      'unternehmen',
      'société',
      'entreprise',
      'organización',
    ],
    ...['empresa', 'compañía', 'società', 'azienda', 'organizzazione', 'bedrijf', 'společnost'],
    ...['företag', 'yritys', 'cég', 'şirket', 'организация', '会社名', '单位'],
  ],
  role: [
    ...['role', 'job title', 'organization title', 'organization 1 - title', 'position'],
    ...['employee title', 'job position', 'occupation', 'berufsbezeichnung', 'funktion', 'beruf'],
    ...['profession', 'fonction', 'poste', 'puesto', 'cargo', 'posizione', 'qualifica', 'mansione'],
    ...['functie', 'stanowisko', 'funkce', 'pracovní pozice', 'befattning', 'stilling'],
    ...['tehtävänimike', 'beosztás', 'iş unvanı', 'должность', '役職', '职务'],
  ],
  title: ['title'],
  team: [
    ...['team', 'department', 'organization department', 'organization 1 - department'],
    ...['abteilung', 'service', 'département', 'departamento', 'reparto', 'ufficio', 'afdeling'],
    ...['dział', 'oddělení', 'avdelning', 'avdeling', 'osasto', 'osztály', 'bölüm', 'отдел'],
    ...['部署', '部门'],
  ],
  email: [
    ...['email', 'email address', 'email addresses', 'mail', 'e-mail 1 - value', 'primary email'],
    ...['e-mail 1 address', 'work email', 'work email address', 'business email', 'user email'],
    ...['email work', 'mail address', 'primary smtp address', 'user principal name'],
    ...['e-mail-adresse', 'mailadresse', 'adresse de messagerie', 'adresse e-mail', 'courriel'],
    ...['dirección de correo electrónico', 'correo electrónico', 'correo', 'indirizzo e-mail'],
    ...['indirizzo posta elettronica', 'indirizzo di posta elettronica', 'posta elettronica'],
    ...['endereço de email', 'endereço de correio eletrónico', 'endereço de correio electrónico'],
    ...['e-mailadres', 'adres e-mail', 'e-mailová adresa', 'e-postadress', 'e-postadresse'],
    ...['e-post', 'sähköpostiosoite', 'sähköposti', 'e-mail cím', 'e-posta adresi', 'e-posta'],
    ...['адрес эл. почты', 'электронная почта', '電子メール アドレス', '电子邮件地址'],
  ],
  otherEmail: [
    ...['e-mail 2 - value', 'e-mail 2 address', 'secondary email', 'e-mail 2: adresse'],
    ...['adresse de messagerie 2', 'home email', 'personal email', 'e-mail 3 address'],
  ],
  linkedin: ['linkedin', 'linkedin url', 'linkedin profile', 'profile url'],
  website: ['website 1 - value', 'web page', 'web page 1', 'webseite', 'website', 'page web'],
  otherWebsite: ['website 2 - value', 'personal web page', 'web page 2'],
  aliases: ['aliases', 'nickname'],
  note: [
    ...['note', 'notes', 'notizen', 'notas', 'notities', 'notatki', 'poznámky', 'anteckningar'],
    ...['noter', 'notater', 'заметки'],
  ],
  skills: ['skills'],
  interests: ['interests'],
  relationship: ['relationship'],
  status: ['status'],
  since: ['since'],
  mailbox: ['recipient type details', 'recipient type'],
} as const;

/** Detects the kind by the header; undefined if unknown. */
export function recogniseContacts(columns: Columns): ContactTable | undefined {
  const has = (names: readonly string[]) => names.some((name) => hasColumn(columns, name));
  if (has(['date']) && has(['kind']) && has(['people']))
    return { format: 'interactions', label: 'a CSV of interactions' };
  if (recogniseFile(columns, '') === 'connections')
    return { format: 'linkedin', label: "LinkedIn's list of connections" };
  const isGoogle = [...columns.keys()].some((name) =>
    /^(email|organization|phone)1\D|^organization(name|title)$/.test(name),
  );
  if (isGoogle) return { format: 'contacts', label: 'a Google Contacts file' };
  const isParted = has(FIELDS.first) && has(FIELDS.last);
  if (isParted && !(has(['name']) && has(['relationship'])))
    return { format: 'contacts', label: 'an address book (Outlook or the like)' };
  if (has(['name'])) return { format: 'people', label: 'a CSV of people' };
  if (isParted || has(FIELDS.name) || (has(FIELDS.displayName) && has(FIELDS.email)))
    return { format: 'contacts', label: 'a list of people' };
  return undefined;
}
