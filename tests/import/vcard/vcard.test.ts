import { expect, test } from 'vitest';
import { BadFile } from '../../../src/import/records.ts';
import { readVcard } from '../../../src/import/vcard/vcard.ts';

function read(text: string, encoding: BufferEncoding = 'utf8') {
  return readVcard(Buffer.from(text, encoding));
}

const card = (...lines: string[]) => ['BEGIN:VCARD', ...lines, 'END:VCARD'].join('\r\n');

test('reads vCard 3.0: groups, escapes and preference, but no phones or birthdays', () => {
  const records = read(
    card(
      'VERSION:3.0',
      'N:Doe;John;Richter\\, James;Mr.;Sr.',
      'FN:John Doe',
      'NICKNAME:Johny,JD',
      'item1.EMAIL;type=INTERNET:second@example.com',
      'item2.EMAIL;type=INTERNET;type=pref:John.Doe@Example.com',
      'ORG:ABC\\, Inc.;Billing;Sub',
      'TITLE:Lead\\; Data',
      'TEL;TYPE=CELL:555 1234',
      'BDAY:1980-03-04',
      'X-SOCIALPROFILE;type=linkedin:http://www.linkedin.com/in/John-Doe/',
      'NOTE:One\\ntwo',
      `PHOTO;ENCODING=b:${'QUJD'.repeat(20_000)}`,
    ),
  );
  expect(records.people).toEqual([
    {
      where: 'line:1',
      name: 'John Doe',
      company: 'ABC, Inc.',
      team: 'Billing',
      role: 'Lead; Data',
      emails: ['john.doe@example.com', 'second@example.com'],
      linkedin: 'https://www.linkedin.com/in/john-doe',
      aliases: ['Johny', 'JD'],
      note: 'One\ntwo',
    },
  ]);
});

test('reads vCard 2.1: bare types, quoted-printable with soft line breaks, a character set', () => {
  const records = read(
    card(
      'VERSION:2.1',
      'N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C3=91u=C3=B1ez;Ana;;;',
      'EMAIL;PREF;INTERNET:ana@example.com',
      'ORG;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:M=FCller=20=',
      'GmbH;Ein=',
      'kauf',
      'TEL;WORK;VOICE:1',
    ),
  );
  expect(records.people[0]).toMatchObject({
    name: 'Ana Ñuñez',
    emails: ['ana@example.com'],
    company: 'Müller GmbH',
    team: 'Einkauf',
  });
});

test('reads vCard 4.0 and several cards in a file, in any encoding, with blank lines and junk', () => {
  const text = `${card('VERSION:4.0', 'FN:Dummy\\, Zoë', 'EMAIL;PREF=2:b@x.example', 'EMAIL;PREF=1:a@x.example', 'EXPERTISE:SQL,Rust', 'INTEREST:running')}\n\n${card('blablabla', '', 'FN:Second')}`;
  for (const records of [
    read(text),
    read(`\uFEFF${text}`, 'utf16le'),
    read(text, 'utf16le'),
    read(text, 'latin1'),
  ])
    expect(records.people.map(({ name }) => name)).toEqual(['Zoë Dummy', 'Second']);
  expect(read(text).people[0]).toMatchObject({
    emails: ['a@x.example', 'b@x.example'],
    skills: ['SQL', 'Rust'],
    interests: ['running'],
  });
});

test('reports skipped companies and cards without a name, and ignores a card inside another', () => {
  const records = read(
    [
      card('VERSION:3.0', 'FN:Plumber Co', 'ORG:Plumber Co', 'X-ABShowAs:COMPANY'),
      card('VERSION:2.1', 'EMAIL:x@example.com'),
      card('VERSION:4.0', 'KIND:org', 'FN:Acme'),
      card(
        'VERSION:2.1',
        'FN:Boss',
        'AGENT:',
        'BEGIN:VCARD',
        'FN:Assistant',
        'END:VCARD',
        'TITLE:CEO',
      ),
      card('VERSION:3.0', 'FN:mail@example.com', 'N:Kim;Pat;;;'),
    ].join('\n'),
  );
  expect(records.people.map(({ name, role }) => [name, role])).toEqual([
    ['Boss', 'CEO'],
    ['Pat Kim', undefined],
  ]);
  expect(records.skipped.map(({ why }) => why)).toEqual([
    'Plumber Co is a company, not a person',
    'no name',
    'Acme is a company, not a person',
  ]);
});

test('keeps what is there in cut-off files, and says so', () => {
  const records = read('BEGIN:VCARD\nFN:First\nBEGIN:VCARD\nFN:Second\nEMAIL:s@x.exam');
  expect(records.people.map(({ name }) => name)).toEqual(['First', 'Second']);
  expect(records.warnings).toHaveLength(2);
});

test.each([
  ['<html>', /web page/],
  ['BEGIN:VCALENDAR\nEND:VCALENDAR', /a calendar/],
  [card('VERSION:3.0'), /couldn't use any card in .* no name/],
  ['', /empty/],
])('rejects %j with an explanation', (text, message) => {
  expect(() => read(text)).toThrow(BadFile);
  expect(() => read(text)).toThrow(message);
});

test('skips a name with nothing visible in it', () => {
  const card = (name: string) => `BEGIN:VCARD\nFN:${name}\nEND:VCARD\n`;
  const records = readVcard(Buffer.from(card('Tom') + card('\u200d')));
  expect(records.people.map(({ name }) => name)).toEqual(['Tom']);
  expect(records.skipped).toEqual([{ where: 'line:4', why: 'no name' }]);
});

test('N tells whether a comma turns the name round', () => {
  const N = 'N:Doe;John;Richter\\, James;Mr.;Sr.';
  for (const [name, expected] of [
    ['Mr. John Richter\\, James Doe Sr.', 'Mr. John Richter, James Doe Sr.'],
    ['Doe\\, John', 'John Doe'],
  ] as const)
    expect(read(card(N, `FN:${name}`)).people[0]?.name).toBe(expected);
});
