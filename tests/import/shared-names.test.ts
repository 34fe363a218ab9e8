/** Names that several people share, and people named by alias or number: never guessed, never added twice. */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Coach, coach } from '../helpers/coach.ts';
import { tempFolder } from '../helpers/run.ts';

interface Imported {
  people: { added: number; updated: number; unchanged: number };
  interactions: { added: number; unchanged: number };
  skipped: Array<{ where: string; why: string }>;
  skippedTotal: number;
}

function file(name: string, ...lines: string[]): string {
  const path = join(tempFolder(), name);
  writeFileSync(path, lines.join('\n'));
  return path;
}

const JANES = file(
  'janes.csv',
  'name,email',
  'Jane Smith,jane@a.example',
  'Jane Smith,jane@b.example',
);

/** A log with two people called Jane Smith, #1 and #2. */
async function janes(): Promise<Coach> {
  const c = coach();
  await c.json('import', 'csv', JANES);
  return c;
}

/** Imports a file twice; the second time must change nothing. */
async function twice(c: Coach, source: string, path: string): Promise<Imported> {
  const first = await c.json<Imported>('import', source, path);
  const before = (await c.run('export', 'json')).stdout;
  const again = await c.json<Imported>('import', source, path);
  expect(again).toMatchObject({ people: { added: 0, updated: 0 }, interactions: { added: 0 } });
  expect((await c.run('export', 'json')).stdout).toBe(before);
  return first;
}

const SHARED = '"Jane Smith" could be #1 or #2: ';

describe('a name that two people share', () => {
  it('makes a handwritten log skip the whole row, and adds no one', async () => {
    const c = await janes();
    const path = file(
      'log.csv',
      'date,kind,people,title',
      '2026-11-02,meeting,Jane Smith,Chat',
      '2026-11-03,meeting,jane smith; Tom Becker,Lunch',
      '2026-11-04,meeting,#2; Ann Lee,Walk',
    );
    const done = await twice(c, 'csv', path);
    expect(done.skipped).toEqual([
      { where: 'log.csv:2', why: `${SHARED}use their number` },
      { where: 'log.csv:3', why: `"jane smith" could be #1 or #2: use their number` },
    ]);
    expect(await c.people()).toEqual(['Ann Lee', 'Jane Smith', 'Jane Smith']);
    expect((await c.person('#2')).interactions).toBe(1);
  });

  it.each([
    ['csv', file('people.csv', 'name,team', 'Jane Smith,Data', 'Tom Becker,Data'), 'people.csv:2'],
    [
      'vcard',
      file(
        'all.vcf',
        'BEGIN:VCARD',
        'FN:Tom Becker',
        'END:VCARD',
        'BEGIN:VCARD',
        'FN:Jane Smith',
        'END:VCARD',
      ),
      'all.vcf:4',
    ],
    [
      'calendar',
      file(
        'all.ics',
        'BEGIN:VCALENDAR',
        'BEGIN:VEVENT',
        'UID:1',
        'DTSTART:20261102T100000',
        'ATTENDEE;CN=Jane Smith:invalid:nomail',
        'ATTENDEE;CN=Tom Becker:invalid:nomail',
        'END:VEVENT',
        'BEGIN:VEVENT',
        'UID:2',
        'DTSTART:20261103T100000',
        'ATTENDEE;CN=Jane Smith:invalid:nomail',
        'END:VEVENT',
        'END:VCALENDAR',
      ),
      'all.ics:2',
    ],
  ])('is skipped in %s without further details', async (source, path, where) => {
    const c = await janes();
    const done = await twice(c, source, path);
    const why = `${SHARED}add an e-mail or LinkedIn address`;
    expect(done.skipped[0]).toEqual({ where, why });
    expect(done.skippedTotal).toBe(source === 'calendar' ? 2 : 1);
    expect(done.interactions.added).toBe(source === 'calendar' ? 1 : 0);
    expect(await c.people()).toEqual(['Jane Smith', 'Jane Smith', 'Tom Becker']);
  });

  it('is left out of a project that others did', async () => {
    const folder = tempFolder();
    const git = (...args: string[]) =>
      execFileSync('git', ['-C', folder, ...args], {
        env: { PATH: process.env.PATH ?? '', HOME: folder, GIT_CONFIG_NOSYSTEM: '1' },
      });
    git('init', '-q');
    for (const author of [
      'Jane Smith <1+js@users.noreply.github.com>',
      'Tom Becker <tb@x.example>',
    ]) {
      const [name = '', mail = ''] = author.split(/ <|>/);
      const who = ['-c', `user.name=${name}`, '-c', `user.email=${mail}`];
      git(...who, 'commit', '-q', '--allow-empty', '-m', 'x');
    }
    const c = await janes();
    const done = await twice(c, 'git', folder);
    const why = `${SHARED}add an e-mail or LinkedIn address`;
    expect(done.skipped.map((one) => one.why)).toEqual([why]);
    expect(done.interactions.added).toBe(1);
    expect(await c.people()).toEqual(['Jane Smith', 'Jane Smith', 'Tom Becker']);
  });

  it('still means two people in a list of connections, with or without a date', async () => {
    const c = coach();
    const path = file(
      'Connections.csv',
      'First Name,Last Name,Company,Position,Connected On',
      'Jane,Smith,Fernhill,,05 Jan 2024',
      'Jane,Smith,Globex,,soon',
      'Jane,Smith,Northwind,,later',
    );
    await twice(c, 'linkedin', path);
    expect(await c.people()).toEqual(['Jane Smith', 'Jane Smith', 'Jane Smith']);
  });
});

describe('a known interaction', () => {
  it('keeps the participants it has', async () => {
    const c = coach();
    await c.add('Thomas Becker');
    const csv = file('log.csv', 'date,kind,people,title', '2026-11-02,meeting,Tom Becker,Chat');
    const ics = file(
      'all.ics',
      'BEGIN:VEVENT',
      'UID:1',
      'DTSTART:20261102T100000',
      'ATTENDEE;CN=Becker:mailto:tb@x.example',
      'END:VEVENT',
    );
    for (const [source, path, name] of [
      ['csv', csv, 'Tom Becker'],
      ['calendar', ics, 'Becker'],
    ] as const) {
      await c.json('import', source, path);
      await c.json('edit', name, '--name', `${name} the Second`);
      await c.json('edit', `${name} the Second`, '--email', 'other@x.example');
      await c.json('merge', `${name} the Second`, 'Thomas Becker');
      await c.json('edit', 'Thomas Becker', '--alias', '');
      expect(await c.json('import', source, path)).toMatchObject({
        interactions: { unchanged: 1 },
      });
      expect(await c.people()).toEqual(['Thomas Becker']);
    }
  });
});

describe('a CSV of interactions', () => {
  it('finds a person by alias, unless several people have it', async () => {
    const c = coach();
    await c.add('José Álvarez', '--alias', 'Pépe', '--alias', 'JA');
    await c.add('Jo Ash', '--alias', 'ja');
    const path = file(
      'log.csv',
      'date,kind,people,title',
      '2026-11-02,meeting,pepe,Chat',
      '2026-11-03,meeting,JA,Lunch',
    );
    const done = await twice(c, 'csv', path);
    expect(done.skipped).toEqual([
      { where: 'log.csv:3', why: '"JA" could be #1 or #2: use their number' },
    ]);
    expect(await c.people()).toEqual(['Jo Ash', 'José Álvarez']);
    expect((await c.person('#1')).interactions).toBe(1);
  });

  it('finds a person by number, and skips the row if no one has it', async () => {
    const c = coach();
    await c.add('Priya Shah');
    const path = file(
      'log.csv',
      'date,kind,people,title',
      '2026-11-02,meeting,#1,Chat',
      '2026-11-03,meeting,#7; Tom Becker,Lunch',
      '2026-11-04,meeting,#8 <x@y.example>,Walk',
    );
    const done = await twice(c, 'csv', path);
    expect(done.skipped).toEqual([
      { where: 'log.csv:3', why: 'no one has the number #7' },
      { where: 'log.csv:4', why: 'no one has the number #8' },
    ]);
    expect(await c.people()).toEqual(['Priya Shah']);
    expect((await c.person('#1')).interactions).toBe(1);
  });
});

describe('a first name alone', () => {
  const row = (line: string) => file('team.csv', 'name,team,company,email', line);

  it.each([
    ['nothing against it', 'Kenji,Data,,kenji@brightly.example', 0],
    ['the same team', 'Kenji,search,,kenji@brightly.example', 0],
    ['another company', 'Kenji,,Halden,kenji@halden.example', 1],
    ['another address at the same company', 'Kenji,,,k.mori@brightly.example', 1],
  ])('is the person of exactly that name: %s', async (what, line, added) => {
    const c = coach();
    const fields: Record<string, string[]> = {
      'the same team': ['--team', 'Search'],
      'another company': ['--company', 'Brightly'],
      'another address at the same company': ['--email', 'kenji@brightly.example'],
    };
    await c.add('Kenji', ...(fields[what] ?? []));
    expect((await twice(c, 'csv', row(line))).people.added).toBe(added);
    expect(await c.people()).toHaveLength(1 + added);
  });
});
