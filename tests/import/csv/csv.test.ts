import { expect, test } from 'vitest';
import { readCsv } from '../../../src/import/csv/csv.ts';
import { allInteractions, BadFile } from '../../../src/import/records.ts';

const read = (text: string, today?: string) =>
  readCsv(Buffer.from(text), today === undefined ? {} : { today });

test('reads people with columns in any order', () => {
  const records = read(
    'team,name,relationship,skills,interests,linkedin,email,aliases,note,status,since,company,role\n' +
      'Billing,Priya Shah,Manager,SQL; Rust;SQL,running,linkedin.com/in/priya,P@X.example,Pri,"a, b",connected,2024-01-05,Fernhill,Lead\n' +
      'Data,Tom,,,,,,,,,,,\n',
  );
  expect(records.people).toEqual([
    {
      where: 'line:2',
      name: 'Priya Shah',
      company: 'Fernhill',
      role: 'Lead',
      team: 'Billing',
      aliases: ['Pri'],
      skills: ['SQL', 'Rust'],
      interests: ['running'],
      note: 'a, b',
      emails: ['p@x.example'],
      linkedin: 'https://www.linkedin.com/in/priya',
      relationship: 'manager',
      status: 'connected',
      since: '2024-01-05',
    },
    { where: 'line:3', name: 'Tom', team: 'Data' },
  ]);
});

test('skips a row with an unknown word and says which; reports an odd address that it leaves out', () => {
  const records = read(
    'name,relationship,status,since,email\nA,boss,,,\nB,,linked,,\nC,,,soon,\n,,,,\n ,manager,,,\nD,,,,n/a\n',
  );
  expect(records.people.map(({ name }) => name)).toEqual(['D']);
  expect(records.skipped.map(({ where, why }) => [where, why.split(" isn't ")[0]])).toEqual([
    ['line:2', '"boss"'],
    ['line:3', '"linked"'],
    ['line:4', '"soon"'],
    ['line:6', 'no name'],
  ]);
  expect(records.warnings).toEqual(['line:7: "n/a" isn\'t an e-mail address; skipped it']);
});

test('skips a status with a future date', () => {
  const text = 'name,status,since\nA,connected,2026-11-23\nB,connected,2026-11-22\n';
  expect(read(text, '2026-11-22')).toMatchObject({
    people: [{ name: 'B', since: '2026-11-22' }],
    skipped: [{ where: 'line:2', why: '2026-11-23 is in the future' }],
  });
  expect(read(text).people).toHaveLength(2);
});

test.each([
  [
    'Google, old',
    'Name,Given Name,Family Name,E-mail 1 - Type,E-mail 1 - Value,Organization 1 - Name,Organization 1 - Title\nMira Okafor,Mira,Okafor,* Work,mira@x.example ::: m@x.example,Northwind,VP',
  ],
  [
    'Google, new',
    'First Name,Middle Name,Last Name,Organization Name,Organization Title,Labels,E-mail 1 - Label,E-mail 1 - Value\nMira,,Okafor,Northwind,VP,* myContacts ::: Work,* Work,mira@x.example ::: m@x.example',
  ],
  [
    'Outlook',
    '"First Name","Middle Name","Last Name","Company","Department","Job Title","Birthday","E-mail Address"\r\n"Mira","","Okafor","Northwind","","VP","1/1/1980","mira@x.example"',
  ],
  [
    'Thunderbird',
    'First Name,Last Name,Display Name,Nickname,Primary Email,Organization,Job Title\nMira,Okafor,Mira Okafor,,mira@x.example,Northwind,VP',
  ],
  [
    'Outlook, German',
    'Vorname;Nachname;Firma;Position;E-Mail-Adresse\nMira;Okafor;Northwind;VP;mira@x.example',
  ],
])('reads %s contacts', (_what, text) => {
  expect(read(text).people).toEqual([
    {
      where: 'line:2',
      name: 'Mira Okafor',
      company: 'Northwind',
      role: 'VP',
      emails: expect.arrayContaining(['mira@x.example']),
    },
  ]);
});

test('skips an entry for a company by name', () => {
  const text = 'First Name,Last Name,Organization Name,E-mail 1 - Value\n,,Plumber Co,\nA,B,,';
  expect(read(text).skipped).toEqual([
    { where: 'line:2', why: 'Plumber Co is a company, not a person' },
  ]);
});

test('reads interactions: people are shared, keys stay, bad rows are named', () => {
  const text =
    'people,date,kind,title,note\n' +
    'Priya Shah; Tom,2024-01-05,project,Apollo,secret\n' +
    'Tom,2024-01-06,Meeting,,\n' +
    '"Tom <Tom@X.example>; a@x.example",2024-01-07,event,Offsite,\n' +
    'Tom,2024-02-30,meeting,x,\n' +
    'Tom,2030-01-01,meeting,x,\n' +
    'Tom,2024-01-05,party,x,\n' +
    ' ; ,2024-01-05,meeting,x,\n';
  const records = read(text, '2026-11-22');
  const interactions = [...allInteractions(records)];
  expect(interactions.map(({ date, kind, title, note }) => [date, kind, title, note])).toEqual([
    ['2024-01-05', 'project', 'Apollo', 'secret'],
    ['2024-01-06', 'meeting', 'Meeting', undefined],
    ['2024-01-07', 'event', 'Offsite', undefined],
  ]);
  expect(interactions[1]?.people[0]).toBe(interactions[0]?.people[1]);
  expect(interactions[2]?.people.map(({ name, emails }) => [name, emails?.[0]])).toEqual([
    ['Tom', 'tom@x.example'],
    ['a@x.example', 'a@x.example'],
  ]);
  expect(records.skipped.map(({ where }) => where)).toEqual([
    'line:5',
    'line:6',
    'line:7',
    'line:8',
  ]);
  expect([...allInteractions(read(text))].map(({ key }) => key).slice(0, 3)).toEqual(
    interactions.map(({ key }) => key),
  );
});

test('lists a hundred skipped rows, and counts all of them', () => {
  const records = read(`name,since\nA,\n${'B,soon\n'.repeat(150)}`);
  expect(records.skipped).toHaveLength(100);
  expect(records.skippedTotal).toBe(150);
});

test.each([
  [
    'LinkedIn’s list',
    'First Name,Last Name,Company,Position,Connected On\nA,B,C,D,05 Jan 2024',
    /LinkedIn's list of connections/,
  ],
  ['a header alone', 'name,team\n', /a header but no rows/],
  ['another table', 'a,b\n1,2', /no columns netcoach knows/],
  ['only bad rows', 'date,kind,people\nx,y,z', /couldn't read any row of .* \(line:2/],
  ['a zip', 'PK\x03\x04', /zip/],
  ['a card', 'BEGIN:VCARD', /vCard/],
])('rejects %s with an explanation', (_what, text, message) => {
  expect(() => read(text)).toThrow(BadFile);
  expect(() => read(text)).toThrow(message);
});

test('is not affected by a header named after an object’s internals', () => {
  const records = read('name,__proto__,constructor\nA,x,y');
  expect(records.people).toEqual([{ where: 'line:2', name: 'A' }]);
  expect(({} as Record<string, unknown>).x).toBeUndefined();
});
