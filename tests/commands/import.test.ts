/** Imports end to end: all of a file's contents are in the log, once, or none. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Me } from '../../src/model.ts';
import { answering } from '../helpers/answers.ts';
import { coach } from '../helpers/coach.ts';
import { tempFolder } from '../helpers/run.ts';
import type { People, Suggest } from '../helpers/shapes.ts';

interface Imported {
  source: string;
  people: { added: number; updated: number; unchanged: number };
  interactions: { added: number; unchanged: number };
  skipped: Array<{ where: string; why: string }>;
  skippedTotal: number;
  warnings: string[];
  dryRun: boolean;
}

function file(name: string, text: string): string {
  const path = join(tempFolder(), name);
  writeFileSync(path, text);
  return path;
}

const CONNECTIONS = `Notes:
"When exporting your connection data, some addresses are missing."

First Name,Last Name,URL,Email Address,Company,Position,Connected On
Priya,Shah,https://www.linkedin.com/in/priya-shah,,Northwind,Engineer,05 Jan 2024
Tom,Becker,https://www.linkedin.com/in/tom-becker,tom@example.com,Fernhill,Designer,20 Nov 2026
,,,,,,12 Mar 2023`;

describe('import linkedin', () => {
  it('adds connected people, once, and counts closed accounts', async () => {
    const c = await coach();
    const path = file('Connections.csv', CONNECTIONS);
    const first = await c.json<Imported>('import', 'linkedin', path);
    expect(first).toMatchObject({
      source: 'linkedin',
      people: { added: 2, updated: 0, unchanged: 0 },
      skippedTotal: 1,
      dryRun: false,
    });
    const second = await c.json<Imported>('import', 'linkedin', path);
    expect(second.people).toEqual({ added: 0, updated: 0, unchanged: 2 });
    const { people } = await c.json<People>('people');
    expect(people.map(({ name, connection }) => [name, connection])).toEqual([
      ['Priya Shah', { status: 'connected', since: '2024-01-05' }],
      ['Tom Becker', { status: 'connected', since: '2026-11-20' }],
    ]);
  });

  it('lists closed accounts row by row, but in one line on screen', async () => {
    const c = coach();
    const rows = [
      ',,,,,,12 Mar 2023\n'.repeat(149),
      ',,https://www.linkedin.com/in/x,,,,',
      ',,,,,,',
    ];
    const path = file('Connections.csv', `${CONNECTIONS}\n${rows.join('\n')}`);
    const done = await c.json<Imported>('import', 'linkedin', path, '--dry-run');
    expect(done).not.toHaveProperty('leftOut');
    expect(done.skippedTotal).toBe(151);
    expect(done.skipped).toHaveLength(100);
    const why = 'a closed account: only the date is left';
    expect(done.skipped.slice(0, 2)).toEqual([
      { where: 'Connections.csv:7', why },
      { where: 'Connections.csv:8', why },
    ]);
    const { stdout } = await c.run('import', 'linkedin', path);
    expect(stdout).toContain(
      `Skipped: 151\n  Connections.csv:7 and 149 more: ${why}\n  Connections.csv:158: no name\n`,
    );
  });

  it.each([
    ['soon', "couldn't read 1 date; that person is connected without one"],
    ['soon\nKim,Lee,,,,,later', "couldn't read 2 dates; those people are connected without one"],
  ])('says how many dates it could not read: %j', async (on, warning) => {
    const path = file('Connections.csv', `${CONNECTIONS}\nAnn,Lee,,,,,${on}`);
    const { warnings } = await coach().json<Imported>('import', 'linkedin', path);
    expect(warnings).toEqual([`Connections.csv: ${warning}`]);
  });

  it('writes nothing in a dry run, and says what it would write', async () => {
    const c = await coach();
    const path = file('Connections.csv', CONNECTIONS);
    const dry = await c.json<Imported>('import', 'linkedin', path, '--dry-run');
    expect(dry).toMatchObject({ people: { added: 2 }, dryRun: true });
    expect((await c.json<People>('people')).total).toBe(0);
  });

  it('never overwrites what I wrote, and reports the difference', async () => {
    const c = await coach();
    await c.add(
      'Priya Shah',
      '--linkedin',
      'https://www.linkedin.com/in/priya-shah',
      '--role',
      'CTO',
    );
    const done = await c.json<Imported>('import', 'linkedin', file('Connections.csv', CONNECTIONS));
    expect(done.people).toEqual({ added: 1, updated: 1, unchanged: 0 });
    expect(done.warnings.join()).toContain('CTO');
    expect(await c.person('Priya Shah')).toMatchObject({
      role: 'CTO',
      company: 'Northwind',
      connection: { status: 'connected', since: '2024-01-05' },
    });
  });

  it('replaces my skills with those on my profile', async () => {
    const c = await coach();
    await c.json('me', '--skill', 'Rust', '--skill', 'Go');
    const path = file('Skills.csv', 'Name\nSQL\nRust');
    const { stdout } = await c.run('import', 'linkedin', path, '--dry-run');
    expect(stdout).toContain('Your profile: skills.');
    expect(await c.json('import', 'linkedin', path)).toMatchObject({ me: ['skills'] });
    const { me } = await c.json<{ me: Me }>('me');
    expect(me.skills).toEqual([
      { skill: 'Rust', since: null },
      { skill: 'Go', since: '2026-11-22' },
      { skill: 'SQL', since: null },
    ]);
    const again = await c.run('import', 'linkedin', path);
    expect(again.stdout).toMatch(/^Nothing new in the file, so nothing changed\./);
    expect((await c.json<{ me: Me }>('me')).me).toEqual(me);
  });

  it('never merges by name: it reports the likely duplicate with the command that merges', async () => {
    const c = await coach();
    await c.log('project', 'Priya Shah', 'Apollo launch', '2026-11-20');
    const done = await c.json<Imported>('import', 'linkedin', file('Connections.csv', CONNECTIONS));
    const merge =
      /netcoach (merge .*)/.exec(done.warnings.join('\n'))?.[1]?.replaceAll('"', '').split(' ') ??
      [];
    await c.json(...merge);
    const list = await c.json<Suggest>('suggest');
    expect(list.suggestions.filter(({ action }) => action === 'connect')).toEqual([]);
    expect(await c.person('Priya Shah')).toMatchObject({ connection: { status: 'connected' } });
  });

  it('asks at the end, on a terminal, whether somebody is the one of that name', async () => {
    const c = await coach();
    await c.log('project', 'Priya Shah', 'Apollo launch', '2026-11-20');
    const path = file('Connections.csv', CONNECTIONS);
    const argv = ['import', 'linkedin', path];
    const { asked, stdout } = await answering(c.db, c.today, argv, ['y']);
    expect(asked).toEqual([expect.stringContaining('the Priya Shah you know, last contact')]);
    expect(stdout).not.toContain('netcoach merge');
    expect((await c.people()).filter((name) => name === 'Priya Shah')).toHaveLength(1);
    expect(await c.person('Priya Shah')).toMatchObject({
      connection: { status: 'connected' },
      interactions: 1,
    });
    expect((await answering(c.db, c.today, argv, [])).asked).toEqual([]);
  });

  it('can be undone as a whole', async () => {
    const c = await coach();
    await c.json('import', 'linkedin', file('Connections.csv', CONNECTIONS));
    await c.json('undo', '--yes');
    expect((await c.json<People>('people')).total).toBe(0);
  });

  it.each([
    [
      'Connections.csv',
      'Notes:\n"x"\n\nFirst Name,Last Name,URL,Email Address,Company,Position,Connected On\n',
    ],
    ['export.zip', '<!DOCTYPE html><title>Sign in</title>'],
    ['empty.csv', ''],
  ])('rejects %s when it is not what its name says', async (name, text) => {
    const c = await coach();
    await c.fails('bad-file', 'import', 'linkedin', file(name, text));
    await c.fails('bad-file', 'import', 'linkedin', join(tempFolder(), 'missing.csv'));
    expect((await c.json<People>('people')).total).toBe(0);
  });

  it('counts an invitation once, however often it is imported', async () => {
    const c = await coach();
    const path = file(
      'Invitations.csv',
      `From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl
Sam Ortiz,Tom Becker,"11/20/26, 9:12 AM",Hi Tom,OUTGOING,https://www.linkedin.com/in/sam,https://www.linkedin.com/in/tom
Sam Ortiz,Tom Becker,"11/21/26, 9:12 AM",,OUTGOING,https://www.linkedin.com/in/sam,https://www.linkedin.com/in/tom`,
    );
    for (let i = 0; i < 2; i++) {
      await c.json('import', 'linkedin', path);
      const { budget } = await c.json<Suggest>('suggest');
      expect(budget).toMatchObject({ invitesThisWeek: 2, notesThisMonth: 1 });
    }
  });
});

describe('import calendar', () => {
  it('recognises me by my name, and lists me nowhere', async () => {
    const c = coach();
    await c.json('me', '--name', 'Sam Ortiz');
    const event = (day: string, part: string) =>
      `BEGIN:VEVENT\nUID:${day}\nDTSTART:${day}T100000\nATTENDEE;CN=sam ortiz;PARTSTAT=${part}:mailto:so@x.example\nATTENDEE;CN=Tom Becker:mailto:tom@x.example\nEND:VEVENT\n`;
    const path = file('all.ics', event('20261102', 'ACCEPTED') + event('20261103', 'DECLINED'));
    const done = await c.json<Imported>('import', 'calendar', path);
    expect(done.interactions).toEqual({ added: 1, unchanged: 0 });
    expect(await c.people()).toEqual(['Tom Becker']);
  });
});

describe('import csv', () => {
  it('completes a person from a second row, and reports where the rows differ', async () => {
    const c = coach();
    const path = file(
      'people.csv',
      'name,role,team,skills,status\nTom Becker,Lead,,SQL,\ntom becker,CTO,Data,Rust,connected\n',
    );
    for (const people of [
      { added: 1, updated: 0, unchanged: 0 },
      { added: 0, updated: 0, unchanged: 1 },
    ]) {
      const done = await c.json<Imported>('import', 'csv', path);
      expect(done.people).toEqual(people);
      expect(done.warnings).toEqual(['Tom Becker: role stays "Lead"; the file says "CTO"']);
    }
    expect(await c.person('Tom')).toMatchObject({
      role: 'Lead',
      team: 'Data',
      skills: ['SQL', 'Rust'],
      connection: { status: 'connected' },
    });
  });

  it('makes people in a departure former coworkers, once', async () => {
    const c = coach();
    const path = file('log.csv', 'date,kind,people,title\n2026-11-02,departure,Tom Becker,Left');
    await c.json('import', 'csv', path);
    expect((await c.person('Tom')).relationship).toBe('former');
    await c.json('edit', 'Tom', '--relationship', 'external');
    await c.json('import', 'csv', path);
    expect((await c.person('Tom')).relationship).toBe('external');
  });
});

describe('a very long log', () => {
  const ROWS = 1_200;
  const row = (index: number) => {
    const day = new Date(Date.UTC(2026, 10, 20 - Math.floor(index / 4))).toISOString().slice(0, 10);
    if (index % 100 === 3) return `${day},milestone,Ana Lima;Cy Oh,Promoted to lead ${index}`;
    if (index % 100 === 1) return `${day},engagement,Cy Oh,Congratulated on the lead ${index}`;
    return `${day},meeting,Ana Lima;Bo Ek ${index % 7},Weekly ${index}`;
  };
  // Oldest first: news, then words about it.
  const rows = Array.from({ length: ROWS }, (_, index) => row(ROWS - index));
  const withoutNews = rows.map((one) => one.replace('milestone', 'project'));
  const csv = (some: readonly string[]) =>
    file('log.csv', `date,kind,people,title\n${some.join('\n')}\n`);

  async function contents(c: Awaited<ReturnType<typeof coach>>) {
    expect((await c.run('doctor')).stdout).toContain("All's well");
    const { stdout } = await c.run('export', 'json');
    return stdout.replaceAll(/"uid": "[0-9a-f]+"/g, '"uid": null');
  }

  it.each([
    ['with news', rows, true],
    ['without news', withoutNews, false],
  ])('%s is counted and answered as it is in parts', async (_what, rows, hasAnswers) => {
    const [whole, parts] = [await coach(), await coach()];
    for (const c of [whole, parts]) {
      await c.run('add', 'Ana Lima');
      await c.run('snooze', 'Ana Lima', '--until', '2027-01-04');
    }
    expect(await whole.json<Imported>('import', 'csv', csv(rows))).toMatchObject({
      interactions: { added: ROWS },
    });
    for (let from = 0; from < ROWS; from += 400)
      await parts.json<Imported>('import', 'csv', csv(rows.slice(from, from + 400)));
    const exported = await contents(whole);
    expect(exported.includes('"answers"')).toBe(hasAnswers);
    expect(exported).toBe(await contents(parts));
  });

  it('leaves the database as it was after a dry run and after undo', async () => {
    const c = await coach();
    await c.run('log', '--kind', 'meeting', '--with', 'Ana Lima', '--title', 'Lunch');
    const before = await contents(c);
    for (const some of [rows, withoutNews]) {
      await c.json<Imported>('import', 'csv', csv(some), '--dry-run');
      expect(await contents(c)).toBe(before);
      await c.json<Imported>('import', 'csv', csv(some));
      expect(await contents(c)).not.toBe(before);
      await c.run('undo');
      expect(await contents(c)).toBe(before);
    }
  });
});
