/** One person, however an office writes the name: the same in calendars, address books, CSV and git. */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readOfficeName } from '../../src/import/office-name.ts';
import { coach } from '../helpers/coach.ts';
import { tempFolder } from '../helpers/run.ts';
import type { People } from '../helpers/shapes.ts';

/** As written, the address, the name, and the company where there's one. */
const NAMES: Array<[text: string, email: string, name: string, company?: string]> = [
  ['Lang, Dr. Heike', 'hl@corp.example', 'Dr. Heike Lang'],
  ['Prof. Dr. Lang, Heike', 'hl@corp.example', 'Prof. Dr. Heike Lang'],
  ['Lang, Heike, Dr.', 'hl@corp.example', 'Dr. Heike Lang'],
  ['Grant, Isla /UK', 'ig@corp.example', 'Isla Grant'],
  ['Isla Grant/London/Acme', 'ig@corp.example', 'Isla Grant'],
  ['Saleh, Omar [Contractor]', 'os@corp.example', 'Omar Saleh'],
  ['Nowak, Carla (EXT)', 'cn@ext.example', 'Carla Nowak'],
  ['[EXT] Carla Nowak', 'cn@ext.example', 'Carla Nowak'],
  ['Carla Nowak - Contractor', 'cn@ext.example', 'Carla Nowak'],
  ['Nowak, Carla (GS/OSD3)', 'cn@corp.example', 'Carla Nowak'],
  ['Nowak, Carla (Human Resources)', 'cn@corp.example', 'Carla Nowak'],
  ['Nowak, Carla (Berlin)', 'cn@corp.example', 'Carla Nowak'],
  ['Nowak, Carla (she/her)', 'cn@corp.example', 'Carla Nowak'],
  ['Nowak, Carla (Halden GmbH) [EXT]', 'cn@corp.example', 'Carla Nowak', 'Halden GmbH'],
  ['Tate Jr., Roy', 'rt@corp.example', 'Roy Tate Jr.'],
  ['van der Veen, Bram', 'bv@corp.example', 'Bram van der Veen'],
  ['KIM Min-jun /KR', 'minjun.kim@corp.example', 'Min-jun Kim'],
  ['LE GALL Yann (EXT)', 'yg@corp.example', 'Yann Le Gall'],
  ['LE GALL, Yann', 'yg@corp.example', 'Yann Le Gall'],
  ['DE BOER, Piet', 'pb@corp.example', 'Piet de Boer'],
  ['DE LA CRUZ Ana', 'ac@corp.example', 'Ana de la Cruz'],
  ['DR. BAUER Ute /AT', 'ub@corp.example', 'Dr. Ute Bauer'],
  ['SAM Ortiz', 'so@corp.example', 'SAM Ortiz'],
  ['ROSSI Marco', 'mr@corp.example', 'Marco Rossi'],
  ['VAN DER BERG Ana', 'ab@corp.example', 'Ana van der Berg'],
  ['SAM Ortiz', 'so@corp.example', 'SAM Ortiz'],
  ['AJ Smith', 'as@corp.example', 'AJ Smith'],
  ['Tom LEE', 'tl@corp.example', 'Tom Lee'],
  ['Ana Maria SILVA COSTA', 'ac@corp.example', 'Ana Maria Silva Costa'],
  ['Juan DE LA CRUZ', 'jc@corp.example', 'Juan de la Cruz'],
  ["Niamh O'NEILL (EXT)", 'no@corp.example', "Niamh O'Neill"],
  ['Dr. Heike LANG', 'hl@corp.example', 'Dr. Heike Lang'],
  ['Kim NG', 'kim.ng@corp.example', 'Kim Ng'],
  ['Mira Okafor ACCA', 'mo@corp.example', 'Mira Okafor ACCA'],
  ['Priya MBA', 'p1@corp.example', 'Priya MBA'],
  ["'Moreau, Lea'", 'lm@corp.example', 'Lea Moreau'],
  ['“Lea Moreau”', 'lm@corp.example', 'Lea Moreau'],
  ['Denk Reinhold', 'reinhold.denk@corp.example', 'Reinhold Denk'],
  ['Denk Reinhold', 'rdenk@corp.example', 'Reinhold Denk'],
  ['Nagy Zsófia', 'zsofia.nagy@corp.example', 'Zsófia Nagy'],
  ['Reinhold Denk', 'reinhold.denk@corp.example', 'Reinhold Denk'],
  ['Kim Lee, MBA', 'kl@corp.example', 'Kim Lee, MBA'],
  ['Okafor, Mira, PhD', 'mo@corp.example', 'Mira Okafor, PhD'],
];

test.each([
  ...NAMES,
  ['Varga, Tessa (Northwind)', '', 'Tessa Varga', 'Northwind'],
  ['Robert (Bob) Smith', '', 'Robert Smith'],
  ['Smith, Jane (Jenny)', '', 'Jane Smith'],
  ['VARGA, TESSA', '', 'TESSA VARGA'],
  ['VARGA, Tessa', '', 'Tessa Varga'],
  ['Tessa Varga, she/her', '', 'Tessa Varga'],
  ['Tessa Varga (via Google Docs)', '', 'Tessa Varga'],
  ["'Tessa Varga", '', 'Tessa Varga'],
  ["'t Hooft, Gerard", '', "Gerard 't Hooft"],
  ['山田, 太郎', '', '山田 太郎'],
  ['Tessa Varga, MBA', '', 'Tessa Varga, MBA'],
  ['King, Jr.', '', 'King, Jr.'],
  ['Acme, Inc.', '', 'Acme, Inc.'],
  ["'tessa@x.example'", '', ''],
  ['Page, Larry <l.page@x.example> (l.page@x.example)', '', 'Larry Page'],
  ['"Tessa"', '', 'Tessa'],
])('the name in %j', (text, email, name, company = '') => {
  expect(readOfficeName(text, email === '' ? undefined : email)).toMatchObject({ name, company });
});

const expected = NAMES.map(([, , name, company = null]) => [name, company]).sort();

async function imported(source: string, path: string, ...more: string[]) {
  const c = coach();
  await c.json('import', source, path, ...more);
  const { people } = await c.json<People>('people');
  return people.map(({ name, company }) => [name, company]).sort();
}

function file(name: string, text: string): string {
  const path = join(tempFolder(), name);
  writeFileSync(path, text);
  return path;
}

/** A folder's address can only be given once, so every person has a number of their own. */
const numbered = (email: string, index: number) =>
  /^\w{2}@/.test(email) ? email.replace('@', `${index}@`) : email.replace('@', `@n${index}.`);

describe('one reader', () => {
  test('calendar', async () => {
    const events = NAMES.map(([text, email], index) =>
      [
        'BEGIN:VEVENT',
        `UID:${index}`,
        'DTSTART:20261110T090000Z',
        `ATTENDEE;CN="${text}":mailto:${numbered(email, index)}`,
        'END:VEVENT',
      ].join('\n'),
    );
    const path = file('in.ics', ['BEGIN:VCALENDAR', ...events, 'END:VCALENDAR'].join('\n'));
    expect(await imported('calendar', path)).toEqual(expected);
  });

  test('vCard', async () => {
    const cards = NAMES.map(
      ([text, email], index) =>
        `BEGIN:VCARD\nFN:${text.replaceAll(',', '\\,')}\nEMAIL:${numbered(email, index)}\nEND:VCARD`,
    );
    expect(await imported('vcard', file('in.vcf', cards.join('\n')))).toEqual(expected);
  });

  test('CSV', async () => {
    const rows = NAMES.map(([text, email], index) => `"${text}",${numbered(email, index)}`);
    expect(await imported('csv', file('in.csv', ['Name,Email', ...rows].join('\n')))).toEqual(
      expected,
    );
  });

  test('git', async () => {
    const folder = tempFolder();
    execFileSync('git', ['init', '-q', folder]);
    const identity = (name: string, email: string) => ({
      ...process.env,
      GIT_AUTHOR_NAME: name,
      GIT_AUTHOR_EMAIL: email,
      GIT_COMMITTER_NAME: 'x',
      GIT_COMMITTER_EMAIL: 'x@x.example',
    });
    // Git itself takes off the dot at the end of a name.
    const written = NAMES.filter(([text]) => !text.startsWith('[') && !text.endsWith('.'));
    for (const [index, [text, email]] of written.entries())
      execFileSync('git', ['-C', folder, 'commit', '-q', '--allow-empty', '-m', 'x'], {
        env: identity(text, numbered(email, index)),
      });
    // In one repository, people of one name are one person.
    const names = new Set(NAMES.map(([, , name]) => name));
    const people = await imported('git', folder, '--top', '99');
    expect(people.map(([name]) => name)).toEqual([...names].sort());
  });
});

test('our own CSV and vCard bring every name back as it was written', async () => {
  const c = coach();
  for (const name of ['Lang, Heike', 'ROSSI Marco', 'Nowak [EXT]', '"Bob"']) await c.add(name);
  for (const source of ['csv', 'vcard']) {
    const path = join(tempFolder(), 'out');
    await c.run('export', source, path);
    const before = await c.people();
    expect((await imported(source, path)).map(([name]) => name)).toEqual([...before].sort());
  }
});
