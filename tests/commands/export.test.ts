import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { coach } from '../helpers/coach.ts';
import { tempFolder } from '../helpers/run.ts';

interface Imported {
  source: string;
  people: { added: number; updated: number; unchanged: number };
  interactions: { added: number; unchanged: number };
  skipped: Array<{ where: string; why: string }>;
  skippedTotal: number;
  warnings: string[];
  dryRun: boolean;
}

interface Whole {
  me: object;
  people: Array<{ invitations: object[] }>;
  interactions: object[];
}

function file(name: string, text: string): string {
  const path = join(tempFolder(), name);
  writeFileSync(path, text);
  return path;
}

describe('export', () => {
  it.each<[string, (data: Whole) => void]>([
    ['"me" is missing', (data) => delete (data as Partial<Whole>).me],
    ['"me" is incomplete: skills', ({ me }) => Object.assign(me, { skills: 'Rust' })],
    ['"me" is incomplete: skills', ({ me }) => Object.assign(me, { skills: [null] })],
    ['"me" is incomplete: emails', ({ me }) => Object.assign(me, { emails: [5] })],
    ['"me" is incomplete: invitesPerWeek', ({ me }) => Object.assign(me, { invitesPerWeek: -1 })],
    ['"me" is incomplete: __proto__x', ({ me }) => Object.assign(me, { __proto__x: 1 })],
    [
      'person 1 of 1 is incomplete',
      ({ people }) => Object.assign(people[0]?.invitations[0] ?? {}, { sentOn: 'soon' }),
    ],
    [
      'person 1 of 1 is incomplete',
      ({ people }) => Object.assign(people[0]?.invitations[0] ?? {}, { outcome: 'lost' }),
    ],
    [
      'person 1 of 1 is incomplete',
      ({ people }) => Object.assign(people[0] ?? {}, { skips: [{}] }),
    ],
    [
      'interaction 1 of 1 is incomplete',
      ({ interactions }) => Object.assign(interactions[0] ?? {}, { source: 1 }),
    ],
  ])('json is rejected on import if it was manipulated: %s', async (problem, tamper) => {
    const c = coach();
    await c.json('me', '--name', 'Sam Ortiz', '--skill', 'Rust');
    await c.log('project', 'Priya Shah', 'Apollo launch', '2026-11-20');
    await c.json('sent', 'Priya Shah');
    const data = JSON.parse((await c.run('export', 'json')).stdout) as Whole;
    tamper(data);
    const other = coach();
    const path = file('all.json', JSON.stringify(data));
    const { message } = await other.fails('bad-file', 'import', 'json', path);
    expect(message).toBe(`all.json: ${problem}`);
    expect(await other.people()).toEqual([]);
  });

  it('json restores everything into an empty database, byte for byte', async () => {
    const c = await coach();
    await c.json('me', '--name', 'Sam Ortiz', '--goal', 'platform', '--skill', 'Rust');
    await c.json('me', '--date-order', 'day-first', '--quiet', '--goal', 'Rust', '--skill', 'SQL');
    await c.log(
      'project',
      'Priya Shah',
      'Apollo launch',
      '2026-11-20',
      '--note',
      'private: ünïcode ✓',
    );
    await c.json('sent', 'Priya Shah');
    await c.log('event', 'Tom Becker', '=HYPERLINK("x")', '2026-11-19');
    await c.json('skip', 'Tom Becker');
    await c.json('snooze', 'Tom Becker');
    const path = join(tempFolder(), 'all.json');
    await c.json('export', 'json', path);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    const other = await coach();
    await other.json('import', 'json', path);
    expect((await other.run('export', 'json')).stdout).toBe(readFileSync(path, 'utf8'));
    const again = await other.json<Imported>('import', 'json', path);
    expect(again).toMatchObject({ people: { added: 0 }, interactions: { added: 0, unchanged: 2 } });
  });

  it('csv can be imported again, and contains no formulas', async () => {
    const c = await coach();
    await c.log('event', 'Tom Becker', '=1+1', '2026-11-19');
    const people = await c.run('export', 'csv');
    const log = await c.run('export', 'csv', '--interactions');
    expect(log.stdout).not.toMatch(/(^|[,"])=1\+1/m);
    const other = await coach();
    await other.json('import', 'csv', file('people.csv', people.stdout));
    await other.json('import', 'csv', file('log.csv', log.stdout));
    expect(await other.person('Tom Becker')).toMatchObject({ interactions: 1 });
  });

  it('csv of interactions comes back as it was, and changes nothing here', async () => {
    const c = await coach();
    await c.log('project', 'Priya Shah: your rollback plan', 'Apollo launch', '2026-11-20');
    await c.log('meeting', 'Tom Becker', 'Coffee', '2026-11-20');
    await c.json(
      'log',
      '--kind',
      'meeting',
      '--with',
      'Tom Becker',
      '--title',
      'Coffee',
      '--on',
      '2026-11-20',
    );
    await c.log('meeting', 'Tom Becker, Priya Shah', 'Coffee', '2026-11-20');
    await c.add('Lea Moreau', '--email', 'lea@acme.example');
    const twin = file('twin.csv', 'name,company,email\nLea Moreau,Halden,lea@halden.example\n');
    await c.json('edit', 'Lea', '--company', 'Acme');
    await c.json('import', 'csv', twin);
    await c.log('event', '#4', 'Lisbon', '2026-11-20');
    const people = (await c.run('export', 'csv')).stdout;
    const log = (await c.run('export', 'csv', '--interactions')).stdout;
    expect(log).toContain('Priya Shah: your rollback plan');
    const again = await c.json<Imported>('import', 'csv', file('log.csv', log));
    expect(again.interactions).toEqual({ added: 0, unchanged: 5 });
    expect((await c.run('export', 'csv', '--interactions')).stdout).toBe(log);
    const other = await coach();
    await other.json('import', 'csv', file('people.csv', people));
    await other.json('import', 'csv', file('log.csv', log));
    expect((await other.run('export', 'csv', '--interactions')).stdout).toBe(log);
    const once = await other.json<Imported>('import', 'csv', file('log.csv', log));
    expect(once.interactions).toEqual({ added: 0, unchanged: 5 });
  });

  it('calendar contains the open windows and no private notes', async () => {
    const c = await coach();
    await c.log('project', 'Priya Shah', 'Apollo launch', '2026-11-20', '--note', 'zebra secret');
    const { stdout } = await c.run('export', 'calendar');
    expect(stdout).toContain('BEGIN:VEVENT');
    expect(stdout.replaceAll('\r\n ', '')).toContain('Priya Shah');
    expect(stdout).not.toContain('zebra');
  });

  it('json adds to another log only what differs in day, kind, title or people', async () => {
    const c = await coach();
    await c.log('project', 'Priya Shah, Tom Becker', 'Apollo launch', '2026-11-20');
    const path = join(tempFolder(), 'all.json');
    await c.json('export', 'json', path);
    const other = await coach();
    await other.log('project', 'Tom Becker, Priya Shah', 'Apollo launch', '2026-11-20');
    const counts = async () => {
      const { interactions } = await other.json<Imported>('import', 'json', path);
      return interactions;
    };
    expect(await counts()).toEqual({ added: 0, unchanged: 1 });
    for (const args of [
      ['--title', 'Apollo'],
      ['--on', '2026-11-19'],
      ['--kind', 'event'],
      ['--with', 'Priya Shah'],
    ]) {
      await other.json('amend', '1', ...args);
      expect(await counts(), args.join(' ')).toEqual({ added: 1, unchanged: 0 });
      await other.json('undo');
      await other.json('undo');
    }
    expect(await counts()).toEqual({ added: 0, unchanged: 1 });
  });
});

describe('an export file', () => {
  it('is never the database or one of its backups', async () => {
    const c = await coach();
    await c.add('Priya Shah');
    for (const end of ['', '-wal', '-backups/x.json']) {
      await c.fails('io', 'export', 'json', `${c.db}${end}`);
      await c.fails('io', 'review', '--html', `${c.db}${end}`);
    }
    expect(await c.person('Priya Shah')).toMatchObject({ id: 1 });
  });
});
