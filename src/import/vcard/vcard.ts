import { isName, isVisible } from '../../text/clean.ts';
import { type Input, loadInput } from '../archive.ts';
import {
  type ContentLine,
  decodeRaw,
  param,
  parseLine,
  rawLines,
  unescapeText,
} from '../content-lines.ts';
import { cleanLine, cleanLines, decode } from '../decode.ts';
import { mailAddress, profileAddress } from '../profile.ts';
import {
  BadFile,
  type ImportRecords,
  newRecords,
  type PersonRecord,
  skip,
  warn,
} from '../records.ts';
import { looksLike } from '../sniff.ts';

const EXPORT = 'Export your contacts as vCard (.vcf) from your address book.';
/** Pictures, sounds and keys are left unread. */
const UNWANTED = /^(?:[\w-]+\.)?(PHOTO|LOGO|SOUND|KEY)[;:]/i;

/**
 * People from vCard 2.1, 3.0 and 4.0, several in a file, each line in its own encoding. Read are name,
 * nickname, organisation, title, e-mail, LinkedIn address and note; no phones, birthdays or addresses.
 * Cards of companies and cards without a name are skipped.
 * @throws BadFile where it holds no card, or none with a name
 */
export function readVcard(input: Input): ImportRecords {
  const { bytes, name } = loadInput(input);
  const records = newRecords('vcard');
  let card: ContentLine[] | null = null;
  let first = 0;
  let cards = 0;
  let depth = 0;
  const close = () => {
    if (card !== null) addCard(records, card, `${name}:${first}`);
    card = null;
  };
  for (const { text, line } of quotedPrintable(rawLines(bytes, name))) {
    const mark = /^\s*(BEGIN|END)\s*:\s*VCARD\s*$/i.exec(text);
    if (mark === null) {
      // A card inside another one (AGENT) is somebody else.
      if (card === null || depth !== 1 || UNWANTED.test(text)) continue;
      const found = parseLine(text, line);
      if (found !== null) card.push(found);
    } else if (mark[1]?.toUpperCase() === 'BEGIN') {
      const isNested = card?.at(-1)?.name === 'AGENT' && card.at(-1)?.value.trim() === '';
      if (isNested) {
        depth++;
        continue;
      }
      if (card !== null)
        warn(records, `${name}:${first}: a card without an end; what is there was read`);
      close();
      card = [];
      first = line;
      depth = 1;
      cards++;
    } else if (depth > 1) depth--;
    else close();
  }
  if (card !== null)
    warn(records, `${name}:${first}: the last card is cut off; what is there was read`);
  close();
  if (records.people.length > 0) return records;
  if (cards === 0)
    throw new BadFile(
      `${name} is ${looksLike(bytes) ?? 'no vCard file'}, and holds no card`,
      EXPORT,
    );
  const [why] = records.skipped;
  throw new BadFile(`no card of ${name} could be used (${why?.where}: ${why?.why})`, EXPORT);
}

/** Joins the lines of vCard 2.1 that end in "=", which its own encoding folds in its own way. */
function* quotedPrintable(
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

/** The value of a line as text: out of its encoding and character set. Backslashes stay. */
function textOf(line: ContentLine): string {
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

/** The parts of a value between separators that no backslash protects. */
function parts(value: string, separator: ';' | ','): string[] {
  const found =
    value.match(separator === ';' ? /(?:\\[\s\S]|[^\\;])*(;|$)/g : /(?:\\[\s\S]|[^\\,])*(,|$)/g) ??
    [];
  return found.map((part) =>
    cleanLine(unescapeText(part.endsWith(separator) ? part.slice(0, -1) : part)),
  );
}

/** Adds the person of one card, or says why there is none. */
function addCard(records: ImportRecords, lines: ContentLine[], where: string): void {
  const all = (name: string) => lines.filter((line) => line.name === name).sort(byPreference);
  const text = (name: string) => {
    const [line] = all(name);
    return line === undefined ? '' : cleanLine(unescapeText(textOf(line)));
  };
  const [company = '', team = ''] = parts(all('ORG').map(textOf)[0] ?? '', ';');
  const isCompany =
    /^(org|group|location|application)$/i.test(text('KIND')) || /COMPANY/i.test(text('X-ABSHOWAS'));
  const name = nameOf(all, text);
  if (isCompany || name === '') {
    skip(
      records,
      where,
      isCompany || company !== ''
        ? `${company || name || 'it'} is a company, not a person`
        : 'it has no name',
    );
    return;
  }
  const person: PersonRecord = { where, name };
  if (isVisible(company)) person.company = company;
  if (isVisible(team)) person.team = team;
  const role = text('TITLE') || text('ROLE');
  if (isVisible(role)) person.role = role;
  const email = all('EMAIL')
    .map((line) => mailAddress(unescapeText(textOf(line))))
    .find(Boolean);
  if (email !== undefined) person.email = email;
  const linkedin = lines
    .filter((line) => /^(URL|X-SOCIALPROFILE|SOCIALPROFILE|IMPP|X-LINKEDIN)$/.test(line.name))
    .map((line) => profileAddress(unescapeText(textOf(line))))
    .find(Boolean);
  if (linkedin !== undefined) person.linkedin = linkedin;
  addList(person, 'aliases', all('NICKNAME'));
  addList(person, 'skills', [...all('EXPERTISE'), ...all('X-SKILLS')]);
  addList(person, 'interests', [...all('INTEREST'), ...all('HOBBY'), ...all('X-INTERESTS')]);
  const note = all('NOTE')
    .map((line) => cleanLines(unescapeText(textOf(line))))
    .filter(isVisible);
  if (note.length > 0) person.note = [...new Set(note)].join('\n');
  records.people.push(person);
}

/** FN as it stands, unless it is but an address; else N in the order in which it is spoken. */
function nameOf(all: (name: string) => ContentLine[], text: (name: string) => string): string {
  const shown = text('FN');
  if (isName(shown) && mailAddress(shown) === undefined) return shown;
  const [family = '', given = '', additional = ''] = parts(all('N').map(textOf)[0] ?? '', ';');
  const spoken = cleanLine(`${given} ${additional} ${family}`);
  return [spoken, text('NICKNAME'), shown].find(isName) ?? '';
}

function addList(
  person: PersonRecord,
  field: 'aliases' | 'skills' | 'interests',
  lines: ContentLine[],
): void {
  const values = lines.flatMap((line) => parts(textOf(line), ',')).filter(isVisible);
  const others = [...new Set(values)].filter(
    (value) => field !== 'aliases' || value !== person.name,
  );
  if (others.length > 0) person[field] = others;
}

/** `PREF=1` first, then TYPE=pref, then the order of the card. */
function byPreference(a: ContentLine, b: ContentLine): number {
  return preference(a) - preference(b);
}

function preference(line: ContentLine): number {
  const number = Number.parseInt(param(line, 'PREF'), 10);
  if (number > 0) return number;
  return /\bpref\b/i.test(param(line, 'TYPE')) ? 1 : 101;
}
