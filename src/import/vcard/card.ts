import { isName, isVisible } from '../../text/clean.ts';
import { type ContentLine, param, unescapeText } from '../content-lines.ts';
import { cleanLine, cleanLines } from '../decode.ts';
import { mailAddress, profileAddress } from '../profile.ts';
import { type ImportRecords, type PersonRecord, skip } from '../records.ts';
import { parts, textOf } from './lines.ts';

/** Adds the person of one card, or says why there is none. */
export function addCard(records: ImportRecords, lines: ContentLine[], where: string): void {
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
