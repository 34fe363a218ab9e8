import { isName, isVisible } from '../../text/clean.ts';
import { fold } from '../../text/fold.ts';
import { type FileInput, readInput } from '../archive.ts';
import {
  type ContentLine,
  decodeRaw,
  param,
  parseLine,
  rawLines,
  unescapeText,
} from '../content-lines.ts';
import { cleanLine, cleanLines, decode } from '../decode.ts';
import { whyNoPerson } from '../not-people.ts';
import { type OfficeName, readOfficeName } from '../office-name.ts';
import { mailAddress, profileAddress } from '../profile.ts';
import {
  BadFile,
  type ImportRecords,
  newRecords,
  type PersonRecord,
  skip,
  warn,
} from '../records.ts';
import { describeFormat } from '../sniff.ts';

const EXPORT_HINT = 'Export your contacts as vCard (.vcf) from your address book.';
const OWN_UID = 'netcoach-person-';
const MAX_UID = 500;
const UNREAD_PROPERTY = /^(?:[\w-]+\.)?(PHOTO|LOGO|SOUND|KEY)[;:]/i;

/**
 * Reads people from vCard 2.1, 3.0 and 4.0, but no phone numbers, birthdays or postal addresses.
 * Skips companies and cards without a name.
 * @throws BadFile if no card has a name
 */
export function readVcard(input: FileInput): ImportRecords {
  const { bytes, name } = readInput(input);
  const records = newRecords('vcard');
  let card: ContentLine[] | null = null;
  let firstLine = 0;
  let cards = 0;
  let depth = 0;
  const close = () => {
    if (card !== null) addCard(records, card, `${name}:${firstLine}`);
    card = null;
  };
  for (const { text, line } of joinSoftBreaks(rawLines(bytes, name))) {
    const boundary = /^\s*(BEGIN|END)\s*:\s*VCARD\s*$/i.exec(text);
    if (boundary === null) {
      // A card inside another one (AGENT) is another person.
      if (card === null || depth !== 1 || UNREAD_PROPERTY.test(text)) continue;
      const found = parseLine(text, line);
      if (found !== null) card.push(found);
    } else if (boundary[1]?.toUpperCase() === 'BEGIN') {
      const isNested = card?.at(-1)?.name === 'AGENT' && card.at(-1)?.value.trim() === '';
      if (isNested) {
        depth++;
        continue;
      }
      if (card !== null)
        warn(records, `${name}:${firstLine}: this card has no end; read what's there`);
      close();
      card = [];
      firstLine = line;
      depth = 1;
      cards++;
    } else if (depth > 1) depth--;
    else close();
  }
  if (card !== null)
    warn(records, `${name}:${firstLine}: the last card is cut off; read what's there`);
  close();
  dropSharedUids(records.people);
  if (records.people.length > 0) return records;
  if (cards === 0)
    throw new BadFile(
      `no cards in ${name}: it's ${describeFormat(bytes) ?? 'not a vCard file'}`,
      EXPORT_HINT,
    );
  const [why] = records.skipped;
  throw new BadFile(`couldn't use any card in ${name} (${why?.where}: ${why?.why})`, EXPORT_HINT);
}

/** A UID that several cards have says nothing. */
function dropSharedUids(people: readonly PersonRecord[]): void {
  const times = new Map<string, number>();
  for (const { card } of people)
    if (card !== undefined) times.set(card, (times.get(card) ?? 0) + 1);
  for (const person of people)
    if (person.card !== undefined && times.get(person.card) !== 1) delete person.card;
}

/** A trailing "=" is the soft line break of quoted-printable. */
function* joinSoftBreaks(
  lines: Generator<{ text: string; line: number }>,
): Generator<{ text: string; line: number }> {
  let open: { text: string; line: number } | null = null;
  for (const next of lines) {
    if (open !== null && !/^(END|BEGIN):/i.test(next.text)) {
      open.text = open.text.slice(0, -1) + next.text;
      if (open.text.endsWith('=') && next.text !== '' && open.text.length < 100_000) continue;
      yield open;
      open = null;
      continue;
    }
    if (open !== null) yield open;
    open = null;
    if (next.text.endsWith('=') && /^[^:]*QUOTED-PRINTABLE[^:]*:/i.test(next.text))
      open = { ...next };
    else yield next;
  }
  if (open !== null) yield open;
}

/** Backslash escapes stay. */
function decodeValue(line: ContentLine): string {
  const isQuoted = /QUOTED-PRINTABLE/i.test(`${param(line, 'ENCODING')},${param(line, 'TYPE')}`);
  const raw = isQuoted
    ? line.value.replace(/=([0-9a-f]{2})/gi, (_all, hex) =>
        String.fromCharCode(Number.parseInt(hex, 16)),
      )
    : line.value;
  const charset = param(line, 'CHARSET').toLowerCase();
  if (charset === '' || charset === 'utf-8' || charset === 'us-ascii') return decodeRaw(raw);
  return decode(charset, Buffer.from(raw, 'latin1'));
}

function splitValue(value: string, separator: ';' | ','): string[] {
  const found =
    value.match(separator === ';' ? /(?:\\[\s\S]|[^\\;])*(;|$)/g : /(?:\\[\s\S]|[^\\,])*(,|$)/g) ??
    [];
  return found.map((part) =>
    cleanLine(unescapeText(part.endsWith(separator) ? part.slice(0, -1) : part)),
  );
}

function addCard(records: ImportRecords, lines: ContentLine[], where: string): void {
  const all = (name: string) => lines.filter((line) => line.name === name).sort(byPreference);
  const text = (name: string) => {
    const [line] = all(name);
    return line === undefined ? '' : cleanLine(unescapeText(decodeValue(line)));
  };
  const [company = '', team = ''] = splitValue(all('ORG').map(decodeValue)[0] ?? '', ';');
  const { name, company: nameCompany } = cardName(all, text, company);
  const isCompany = isShownAsCompany(text) && !holdsPerson(all, company || text('FN'));
  if (isCompany || name === '') {
    skip(
      records,
      where,
      isCompany || company !== ''
        ? `${company || name || 'it'} is a company, not a person`
        : 'no name',
    );
    return;
  }
  const why = whyNoPerson(name, text('FN'), mailAddress(text('EMAIL')));
  if (why !== null) {
    skip(records, where, why);
    return;
  }
  const person: PersonRecord = { where, name };
  if (isVisible(company || nameCompany)) person.company = company || nameCompany;
  if (isVisible(team)) person.team = team;
  const role = text('TITLE') || text('ROLE');
  if (isVisible(role)) person.role = role;
  const emails = all('EMAIL').flatMap((line) => mailAddress(unescapeText(decodeValue(line))) ?? []);
  if (emails.length > 0) person.emails = [...new Set(emails)];
  const card = cardOf(text('UID'));
  if (card !== undefined) person.card = card;
  const linkedin = lines
    .filter((line) => /^(URL|X-SOCIALPROFILE|SOCIALPROFILE|IMPP|X-LINKEDIN)$/.test(line.name))
    .map((line) => profileAddress(unescapeText(decodeValue(line))))
    .find(Boolean);
  if (linkedin !== undefined) person.linkedin = linkedin;
  addList(person, 'aliases', all('NICKNAME'));
  addList(person, 'skills', [...all('EXPERTISE'), ...all('X-SKILLS')]);
  addList(person, 'interests', [...all('INTEREST'), ...all('HOBBY'), ...all('X-INTERESTS')]);
  const note = all('NOTE')
    .map((line) => cleanLines(unescapeText(decodeValue(line))))
    .filter(isVisible);
  if (note.length > 0) person.note = [...new Set(note)].join('\n');
  records.people.push(person);
}

/** A UID as the identity of a card; our own says nothing to another database. */
function cardOf(uid: string): string | undefined {
  const id = uid.replace(/^urn:uuid:/i, '');
  return id === '' || id.startsWith(OWN_UID) || id.length > MAX_UID ? undefined : id;
}

function isShownAsCompany(text: (name: string) => string): boolean {
  return (
    /^(org|group|location|application)$/i.test(text('KIND')) || /COMPANY/i.test(text('X-ABSHOWAS'))
  );
}

/** Whether N has a name that isn't the company's. */
function holdsPerson(all: (name: string) => ContentLine[], company: string): boolean {
  const name = structuredName(all);
  return name !== '' && fold(name) !== fold(company);
}

/** N, in spoken order; '' if it names nobody. */
function structuredName(all: (name: string) => ContentLine[]): string {
  const [line] = all('N');
  const [family = '', given = '', additional = ''] = splitValue(
    line === undefined ? '' : decodeValue(line),
    ';',
  );
  const name = cleanLine(`${given} ${additional} ${family}`);
  return isName(name) ? name : '';
}

/** FN as spoken, unless it's an address or the company; else N, else the nickname. */
function cardName(
  all: (name: string) => ContentLine[],
  text: (name: string) => string,
  company: string,
): OfficeName {
  const displayName = text('FN');
  const name = structuredName(all);
  const nickname = text('NICKNAME');
  const others = { name: [name, nickname].find(isName) ?? '', company: '', email: undefined };
  // Our own files have every name as the user wrote it.
  if (
    (text('UID').startsWith(OWN_UID) || text('PRODID').includes('//netcoach//')) &&
    isName(displayName)
  )
    return { ...others, name: displayName };
  const isCompanyShown = company !== '' && hasWords(displayName, company);
  if (isCompanyShown && fold(name) !== fold(company)) {
    if (fold(displayName) === fold(company)) return others;
    // "Brandt GmbH - Anna Weber"
    if (name !== '' && hasWords(displayName, name)) return { ...others, name };
  }
  // "Mr. John Richter, James Doe": N says that the comma doesn't turn it round.
  if (displayName.includes(',') && isGivenFirst(all, displayName))
    return { ...others, name: displayName };
  const shown = readOfficeName(displayName, mailAddress(text('EMAIL')));
  if (shown.name !== '') return shown;
  if (others.name !== '') return others;
  return { ...others, name: isName(displayName) ? displayName : '' };
}

function hasWords(text: string, part: string): boolean {
  const words = new Set(fold(text).split(/[^\p{L}\p{M}\p{N}]+/u));
  return fold(part)
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .every((word) => words.has(word));
}

function isGivenFirst(all: (name: string) => ContentLine[], displayName: string): boolean {
  const [line] = all('N');
  const [family = '', given = ''] = splitValue(line === undefined ? '' : decodeValue(line), ';');
  const text = fold(displayName);
  const at = given === '' ? -1 : text.indexOf(fold(given));
  return at !== -1 && family !== '' && at < text.indexOf(fold(family));
}

function addList(
  person: PersonRecord,
  field: 'aliases' | 'skills' | 'interests',
  lines: ContentLine[],
): void {
  const values = lines.flatMap((line) => splitValue(decodeValue(line), ',')).filter(isVisible);
  const others = [...new Set(values)].filter(
    (value) => field !== 'aliases' || value !== person.name,
  );
  if (others.length > 0) person[field] = others;
}

/** `PREF=1`, then TYPE=pref, then the order in the card. */
function byPreference(a: ContentLine, b: ContentLine): number {
  return preference(a) - preference(b);
}

function preference(line: ContentLine): number {
  const number = Number.parseInt(param(line, 'PREF'), 10);
  if (number > 0) return number;
  return /\bpref\b/i.test(param(line, 'TYPE')) ? 1 : 101;
}
