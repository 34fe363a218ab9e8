import fc from 'fast-check';
import { expect, test } from 'vitest';
import { interactionsCsv, peopleCsv } from '../../src/export/csv.ts';
import { readCsv } from '../../src/import/csv/csv.ts';
import { allInteractions } from '../../src/import/records.ts';
import type { Interaction, Person } from '../../src/model.ts';
import { runs } from '../helpers/runs.ts';
import { unsafe } from '../helpers/text.ts';

const PRIYA: Person = {
  id: 1,
  name: 'Priya Shah',
  aliases: ['Pri', 'PS'],
  role: 'Lead, Data',
  team: 'Billing',
  company: 'Fernhill "F"',
  relationship: 'manager',
  strained: false,
  connection: { status: 'connected', since: '2024-01-05' },
  skills: ['SQL', 'Rust'],
  interests: ['running'],
  linkedin: 'https://www.linkedin.com/in/priya',
  email: 'priya@example.com',
  emails: ['priya@example.com', 'p.shah@home.example'],
  call: null,
  shared: null,
  note: 'likes tea',
  lastContact: null,
  interactions: 0,
};

test('exported people can be imported unchanged', () => {
  const csv = [...peopleCsv([PRIYA])].join('');
  expect(csv.split('\r\n')[0]).toBe(
    'name,role,team,company,relationship,skills,interests,linkedin,email,aliases,note,status,since',
  );
  expect(readCsv(Buffer.from(csv)).people).toEqual([
    {
      where: 'line:2',
      name: 'Priya Shah',
      aliases: ['Pri', 'PS'],
      role: 'Lead, Data',
      team: 'Billing',
      company: 'Fernhill "F"',
      relationship: 'manager',
      status: 'connected',
      since: '2024-01-05',
      skills: ['SQL', 'Rust'],
      interests: ['running'],
      linkedin: 'https://www.linkedin.com/in/priya',
      emails: ['priya@example.com', 'p.shah@home.example'],
      note: 'likes tea',
    },
  ]);
});

test('exported interactions can be imported unchanged', () => {
  const one: Interaction = {
    id: 1,
    kind: 'project',
    date: '2024-01-05',
    title: '=Apollo, "launch"',
    note: null,
    people: [
      { id: 1, name: 'Priya Shah', highlight: 'x' },
      { id: 2, name: "'t Hooft, G.", highlight: null },
    ],
  };
  const csv = [...interactionsCsv([one], [])].join('');
  expect(csv.startsWith('date,kind,people,title,note\r\n')).toBe(true);
  const [back] = allInteractions(readCsv(Buffer.from(csv)));
  expect(back).toMatchObject({ kind: 'project', date: '2024-01-05', title: '=Apollo, "launch"' });
  expect(back?.people.map(({ name }) => name)).toEqual(['Priya Shah', "'t Hooft, G."]);
  expect([...(back?.highlights?.values() ?? [])]).toEqual(['x']);
});

const awkward = fc.string({
  unit: fc.constantFrom(
    '=',
    '+',
    '-',
    '@',
    '＝',
    '\t',
    '\r',
    '\n',
    '\0',
    "'",
    '"',
    ',',
    ';',
    'a',
    'é',
    '🎉',
    '\u202e',
    ' ',
  ),
});

/** The cells of a CSV by a simple reading of RFC 4180, independent of the one under test. */
function cells(csv: string): string[] {
  return [...csv.matchAll(/("(?:[^"]|"")*"|[^",\r\n]*)(?:,|\r\n)/g)].map(([, cell = '']) =>
    cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell,
  );
}

test('no cell is a formula or controls a terminal, every row has all its columns, and names survive', () => {
  fc.assert(
    fc.property(awkward, awkward, fc.array(awkward), (name, note, skills) => {
      const csv = [...peopleCsv([{ ...PRIYA, name: `${name}x`, note, skills }])].join('');
      const all = cells(csv);
      expect(all).toHaveLength(26);
      for (const cell of all) expect(cell).not.toMatch(/^[\s]*[=+\-@＝＋－＠\t\r\n\0]/);
      expect(unsafe(csv.replaceAll('\r\n', ''))).toEqual([]);
      const expected = `${name}x`
        // biome-ignore lint/suspicious/noControlCharactersInRegex: they become spaces
        .replace(/[\u0000-\u001f]+/g, ' ')
        .replaceAll('\u202e', '')
        .replace(/ +/g, ' ')
        .trim();
      expect(readCsv(Buffer.from(csv)).people[0]?.name).toBe(expected);
    }),
    { numRuns: runs(200) },
  );
});
