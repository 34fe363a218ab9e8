import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/doctor/finding.ts';
import { seal } from '../../src/sync/seal.ts';
import type { SyncReport } from '../../src/sync/sync.ts';
import { type Coach, coach } from '../helpers/coach.ts';
import { type Result, spawnRun, tempDb, tempFolder } from '../helpers/run.ts';
import type { Shown } from '../helpers/shapes.ts';

/** A machine of its own, with the folder that all of a test share. */
interface Machine extends Coach {
  sync: (...more: string[]) => Promise<SyncReport>;
}

function machine(name: string, folder: string, db?: string): Machine {
  const c = coach('2026-11-22', db ?? tempDb());
  const env = { NETCOACH_MACHINE: name };
  return {
    ...c,
    json: async <T>(...args: string[]) => {
      const { code, stdout, stderr } = await c.with({ env }, ...args, '--json');
      expect(code, `${args.join(' ')}: ${stderr}`).toBe(0);
      return JSON.parse(stdout) as T;
    },
    sync: async (...more) => {
      const result = await c.with({ env }, 'sync', folder, ...more, '--json');
      expect(result.stderr).toBe('');
      return JSON.parse(result.stdout) as SyncReport;
    },
  };
}

const keyOf = (c: Coach) => `${c.db}-backups/sync-key`;

/** Two machines that share a folder and a key. */
async function pair(): Promise<{ a: Machine; b: Machine; folder: string }> {
  const folder = tempFolder();
  const [a, b] = [machine('laptop-a', folder), machine('laptop-b', folder)];
  await a.sync();
  await b.sync('--key', keyOf(a));
  return { a, b, folder };
}

const findings = async (c: Coach) =>
  (await c.json<{ findings: Finding[] }>('doctor')).findings.filter(({ what }) =>
    /machines/.test(what),
  );

describe('sync', () => {
  it('brings what one machine logs to the other, and changes back', async () => {
    const { a, b } = await pair();
    await a.log(
      'project',
      'Priya Shah: your rollback plan',
      'Apollo launch',
      '2026-11-20',
      '--note',
      'calm',
    );
    await a.json('sent', 'Priya', '--on', '2026-11-20');
    await a.json('me', '--name', 'Sam Ortiz', '--goal', 'databases');
    expect(await a.sync()).toMatchObject({ received: 0, machines: [{ name: 'laptop-b' }] });
    expect((await b.sync()).received).toBeGreaterThan(2);
    const { person, timeline } = await b.json<Shown>('show', 'Priya');
    expect(person.connection).toEqual({ status: 'invited', since: '2026-11-20' });
    expect(timeline).toMatchObject([
      { title: 'Apollo launch', note: 'calm', people: [{ highlight: 'your rollback plan' }] },
    ]);
    expect((await b.json<{ me: { name: string } }>('me')).me.name).toBe('Sam Ortiz');
    await b.json('edit', 'Priya', '--role', 'Analyst', '--skill', 'SQL');
    await a.json('edit', 'Priya', '--team', 'Billing', '--skill', 'Rust');
    for (const c of [b, a, b]) await c.sync();
    for (const c of [a, b])
      expect(await c.person('Priya')).toMatchObject({ role: 'Analyst', team: 'Billing' });
    expect((await a.person('Priya')).skills.sort()).toEqual(['Rust', 'SQL']);
    expect(await a.sync()).toMatchObject({ received: 0, sent: 0 });
  });

  it('writes nothing where nothing is new', async () => {
    const { a, b, folder } = await pair();
    await a.add('Priya Shah');
    for (const c of [a, b, a, b]) await c.sync();
    const before = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'latin1'));
    for (const c of [a, b]) await c.sync();
    expect(readdirSync(folder).map((name) => readFileSync(join(folder, name), 'latin1'))).toEqual(
      before,
    );
    expect(before).toHaveLength(2);
  });

  it('keeps both when two machines delete and add, and undo takes back the own change alone', async () => {
    const { a, b } = await pair();
    await a.log('meeting', 'Priya Shah', 'Lunch', '2026-11-20');
    for (const c of [a, b]) await c.sync();
    await a.json('edit', 'Priya', '--role', 'Analyst');
    await b.log('meeting', 'Priya Shah', 'Coffee', '2026-11-21');
    await b.json('edit', 'Priya', '--team', 'Billing');
    for (const c of [b, a]) await c.sync();
    await a.json('undo', '--yes');
    const { person, timeline } = await a.json<Shown>('show', 'Priya');
    expect(person).toMatchObject({ role: null, team: 'Billing' });
    expect(timeline.map(({ title }) => title)).toEqual(['Coffee', 'Lunch']);
    for (const c of [a, b]) await c.sync();
    expect(await b.person('Priya')).toMatchObject({ role: null, team: 'Billing' });
    // Further back: what came is no change of this machine.
    await a.json('undo', '--yes');
    expect((await a.json<Shown>('show', 'Priya')).timeline.map(({ title }) => title)).toEqual([
      'Coffee',
    ]);
  });

  it('keeps one of two changes of a field everywhere, and shows the other until it is dismissed', async () => {
    const { a, b } = await pair();
    await a.add('Priya Shah');
    for (const c of [a, b]) await c.sync();
    await a.json('edit', 'Priya', '--role', 'Analyst');
    await b.json('edit', 'Priya', '--role', 'Architect');
    await a.sync();
    expect(await b.sync()).toMatchObject({ clashes: 1 });
    for (const c of [a, b]) await c.sync();
    const roles = [(await a.person('Priya')).role, (await b.person('Priya')).role];
    expect(roles[0]).toBe(roles[1]);
    const lost = roles[0] === 'Analyst' ? 'Architect' : 'Analyst';
    for (const c of [a, b])
      expect(await findings(c)).toMatchObject([{ what: expect.stringContaining(lost) }]);
    const [shown] = await findings(a);
    await a.json(...(shown?.command ?? '').split(' ').slice(1));
    for (const c of [a, b]) await c.sync();
    for (const c of [a, b]) expect(await findings(c)).toEqual([]);
  });

  it('keeps an entry that one machine deletes and the other changes', async () => {
    const { a, b } = await pair();
    const { id } = await a.log('meeting', 'Priya Shah', 'Lunch', '2026-11-20');
    for (const c of [a, b]) await c.sync();
    await a.json('delete', String(id));
    await b.json('amend', '1', '--title', 'Long lunch');
    for (const c of [a, b, a]) await c.sync();
    for (const c of [a, b])
      expect((await c.json<Shown>('show', 'Priya')).timeline.map(({ title }) => title)).toEqual([
        'Long lunch',
      ]);
  });

  it('makes one entry of someone added on both machines with one address, and shows a mere namesake', async () => {
    const { a, b } = await pair();
    await a.add('Ana Ruiz', '--email', 'ana@x.org', '--skill', 'SQL');
    await b.add('Ana R.', '--email', 'ANA@x.org', '--skill', 'Go');
    await a.add('Tom Becker', '--role', 'Analyst');
    await b.add('Tom Becker', '--team', 'Sales');
    await a.sync();
    expect(await b.sync()).toMatchObject({ joined: 1 });
    await a.sync();
    for (const c of [a, b]) {
      expect((await c.person('ana@x.org'.split('@')[0] ?? '')).skills.sort()).toEqual([
        'Go',
        'SQL',
      ]);
      expect((await c.people()).filter((name) => name === 'Tom Becker')).toHaveLength(2);
    }
    const { duplicates } = await b.json<{ duplicates: Array<{ why: string }> }>(
      'people',
      '--duplicates',
    );
    expect(duplicates.map(({ why }) => why)).toContain('the same name');
  });

  it('forgets on every machine, and says who has yet to', async () => {
    const { a, b, folder } = await pair();
    const c = machine('laptop-c', folder);
    await c.sync('--key', keyOf(a));
    await a.log(
      'meeting',
      'Zorblax Quimby',
      'Lunch with Zorblax',
      '2026-11-20',
      '--with',
      'Ana Ruiz',
    );
    for (const one of [a, b, c, a]) await one.sync();
    await b.run('backup');
    // Not yet known to the others, nor to the one who forgets.
    await c.json('amend', '1', '--note', 'Zorblax paid');
    await a.json('forget', 'Zorblax', '--yes');
    const report = await b.sync();
    expect(report).toMatchObject({
      forgottenHere: 1,
      waiting: { forgotten: 1, done: 2, machines: 3, missing: [{ name: 'laptop-c' }] },
    });
    expect((await b.with({ env: { NETCOACH_MACHINE: 'laptop-b' } }, 'sync')).stdout).toContain(
      '1 person forgotten on 2 of 3 machines; laptop-c last seen',
    );
    for (const one of [c, a, b]) expect((await one.sync()).forgottenHere).toBe(one === c ? 1 : 0);
    expect((await a.sync()).waiting).toBeNull();
    for (const one of [a, b, c]) {
      expect(await one.people()).toEqual(['Ana Ruiz']);
      const files = [
        one.db,
        ...readdirSync(`${one.db}-backups`).map((name) => join(`${one.db}-backups`, name)),
      ];
      const text = files.map((file) => readFileSync(file, 'latin1')).join();
      expect(text).not.toContain('Zorblax');
      expect(text).not.toContain('Quimby');
      expect((await one.json<Shown>('show', 'Ana')).timeline).toHaveLength(1);
    }
  });

  it('is a new machine after a restore: what its old copy lacks was never deleted', async () => {
    const { a, b } = await pair();
    await a.add('Priya Shah');
    const copy = join(tempFolder(), 'copy.db');
    await a.run('backup', copy);
    for (const c of [a, b]) await c.sync();
    await b.log('meeting', 'Tom Becker', 'Coffee', '2026-11-21');
    await a.json('edit', 'Priya', '--role', 'Analyst');
    for (const c of [b, a, b]) await c.sync();
    await a.json('restore', copy, '--yes');
    expect(await a.people()).toEqual(['Priya Shah']);
    await a.json('edit', 'Priya', '--team', 'Billing');
    for (const c of [a, b]) await c.sync();
    for (const c of [a, b]) {
      expect(await c.people()).toEqual(['Priya Shah', 'Tom Becker']);
      expect(await c.person('Priya')).toMatchObject({ role: 'Analyst', team: 'Billing' });
    }
  });

  it('copes with a damaged or missing record of what was synced', async () => {
    const { a, b } = await pair();
    await a.log('meeting', 'Priya Shah', 'Lunch', '2026-11-20');
    for (const c of [a, b]) await c.sync();
    const own = `${a.db}-backups`;
    const states = () => readdirSync(own).filter((name) => name.startsWith('sync-state-'));
    for (const spoil of [
      (file: string) => writeFileSync(file, 'damaged'),
      (file: string) => rmSync(file),
    ])
      for (const end of ['', '.json']) {
        const file = states().find((name) => name.endsWith('.json') === (end !== '')) ?? '';
        spoil(join(own, file));
        const role = `role ${end} ${spoil}`.slice(0, 30);
        await a.json('edit', 'Priya', '--role', role);
        expect(await a.sync()).toMatchObject({ clashes: 0 });
        expect(await a.person('Priya')).toMatchObject({ role: role.trim() });
        await b.sync();
        expect(await b.person('Priya')).toMatchObject({ role: role.trim(), interactions: 1 });
        expect(await a.people()).toEqual(['Priya Shah']);
      }
  });

  it('leaves alone and names what is half there, damaged, foreign, newer or locked', async () => {
    const { a, b, folder } = await pair();
    await b.add('Priya Shah');
    await b.sync();
    const own = (c: Coach) =>
      (JSON.parse(readFileSync(`${c.db}-backups/sync-machine.json`, 'utf8')) as { file: string })
        .file;
    const good = readFileSync(join(folder, own(b)));
    const flipped = Buffer.from(good);
    flipped[good.length - 40] = (flipped[good.length - 40] ?? 0) ^ 1;
    const key = /AGE-SECRET-KEY-\w+/.exec(readFileSync(keyOf(a), 'utf8'))?.[0] ?? '';
    const other = machine('laptop-x', tempFolder());
    const elsewhere = await other.sync();
    const header = {
      machine: 'x',
      name: 'x',
      at: '2026-11-22T00:00:00Z',
      forgotten: [],
      schema: 999,
    };
    const bad: Record<string, Buffer | Uint8Array> = {
      'half.netcoach': good.subarray(0, good.length / 2),
      'start.netcoach': good.subarray(0, 10),
      'empty.netcoach': Buffer.alloc(0),
      'flipped.netcoach': flipped,
      'foreign.netcoach': Buffer.from('hello'),
      'newer.netcoach': await seal(key, header as never, new Uint8Array([0, 0])),
      'locked.netcoach': readFileSync(join(elsewhere.folder, own(other))),
    };
    for (const [name, bytes] of Object.entries(bad)) writeFileSync(join(folder, name), bytes);
    mkdirSync(join(folder, 'folder.netcoach'));
    writeFileSync(join(folder, own(b)), good.subarray(0, 200));
    const { leftAlone, received } = await a.sync();
    expect(received).toBe(0);
    expect(leftAlone.map(({ file }) => file).sort()).toEqual(
      [...Object.keys(bad), 'folder.netcoach', own(b)].sort(),
    );
    const why = Object.fromEntries(leftAlone.map((one) => [one.file, one.why]));
    expect(why['newer.netcoach']).toContain('newer netcoach');
    expect(why['locked.netcoach']).toContain('another key');
    expect(why['foreign.netcoach']).toContain("isn't a netcoach file");
    expect(why['half.netcoach']).toContain('damaged');
    expect(await a.people()).toEqual([]);
    for (const [name, bytes] of Object.entries(bad))
      expect(readFileSync(join(folder, name)).equals(Buffer.from(bytes))).toBe(true);
    writeFileSync(join(folder, own(b)), good);
    await a.sync();
    expect(await a.people()).toEqual(['Priya Shah']);
  });

  it('asks for the key of a folder that is in use, and takes no other', async () => {
    const { a, folder } = await pair();
    const c = coach();
    expect((await c.fails('usage', 'sync', folder)).hint).toContain('--key FILE');
    const wrong = join(tempFolder(), 'key');
    writeFileSync(wrong, 'hello');
    await c.fails('bad-file', 'sync', folder, '--key', wrong);
    await machine('x', tempFolder(), c.db).sync();
    const foreign = coach();
    await foreign.fails('bad-file', 'sync', folder, '--key', keyOf(c));
    expect(existsSync(keyOf(foreign))).toBe(false);
    await foreign.fails('bad-file', 'sync', folder, '--key', `${wrong}.none`);
    await foreign.fails('io', 'sync', join(folder, 'none'));
    await foreign.fails('usage', 'sync', wrong);
    await foreign.fails('usage', 'sync');
    const byInput = await foreign.with(
      { stdin: readFileSync(keyOf(a), 'utf8') },
      'sync',
      folder,
      '--key',
      '-',
    );
    expect(byInput.code).toBe(0);
  });

  it('shows the key on a terminal only', async () => {
    const { a } = await pair();
    expect((await a.fails('usage', 'sync', '--show-key')).message).toContain('terminal');
    const shown = await a.with({ tty: true }, 'sync', '--show-key');
    expect(readFileSync(keyOf(a), 'utf8')).toContain(shown.stdout.trim());
    expect(shown.stdout).toMatch(/^AGE-SECRET-KEY-1\w+\n$/);
    await coach().fails('usage', 'sync', '--show-key');
    await a.fails('usage', 'sync', '--show-key', '--new-key');
    expect(statSync(keyOf(a)).mode & 0o777).toBe(0o600);
  });

  it('locks a lost machine out with a new key', async () => {
    const { a, b, folder } = await pair();
    const lost = readFileSync(keyOf(b), 'utf8');
    await a.add('Priya Shah');
    await a.json('sync', '--new-key');
    expect(readFileSync(keyOf(a), 'utf8')).not.toBe(lost);
    const { leftAlone } = await b.sync();
    expect(leftAlone).toMatchObject([{ isLocked: true }]);
    expect(await b.people()).toEqual([]);
    expect((await a.sync()).leftAlone).toMatchObject([{ isLocked: true }]);
    await b.sync('--key', keyOf(a));
    expect(await b.people()).toEqual(['Priya Shah']);
    expect((await a.sync()).leftAlone).toEqual([]);
    expect(readdirSync(folder)).toHaveLength(2);
  });

  it('gives a copied machine a file of its own', async () => {
    const { a, folder } = await pair();
    await a.add('Priya Shah');
    await a.sync();
    const copy = join(tempFolder(), 'netcoach.db');
    cpSync(dirname(a.db), dirname(copy), { recursive: true });
    const c = machine('laptop-c', folder, copy);
    await c.add('Tom Becker');
    await c.sync();
    await a.add('Ana Ruiz');
    for (const one of [a, c]) await one.sync();
    expect(readdirSync(folder)).toHaveLength(3);
    for (const one of [a, c])
      expect(await one.people()).toEqual(['Ana Ruiz', 'Priya Shah', 'Tom Becker']);
  });

  it('takes old databases, and copies of one database are one log', async () => {
    const { folder } = await pair();
    const fixtures = new URL('../database/fixtures/', import.meta.url);
    const key = join(tempFolder(), 'key');
    const copies = ['laptop-a', 'laptop-b'].map((name) => {
      const db = tempDb();
      writeFileSync(db, readFileSync(new URL('netcoach-1.db', fixtures)));
      return machine(name, tempFolder(), db);
    });
    const [one, other] = copies as [Machine, Machine];
    await one.sync();
    writeFileSync(key, readFileSync(keyOf(one)));
    await other.json('edit', 'Viktor', '--role', 'Analyst');
    const shared = (
      JSON.parse(readFileSync(`${one.db}-backups/sync-machine.json`, 'utf8')) as { folder: string }
    ).folder;
    const run = async (c: Coach, ...more: string[]): Promise<Result> =>
      c.with(
        { env: { NETCOACH_MACHINE: c === one ? 'laptop-a' : 'laptop-b' } },
        'sync',
        shared,
        ...more,
      );
    expect((await run(other, '--key', key)).code).toBe(0);
    expect((await run(one)).code).toBe(0);
    for (const c of copies) {
      expect(await c.people()).toHaveLength(4);
      const { interactions } = await c.json<{ interactions: unknown[] }>('interactions');
      expect(interactions).toHaveLength(3);
    }
    expect(folder).not.toBe(shared);
  });

  it('knows again what another machine got from an export', async () => {
    const folder = tempFolder();
    const [a, b] = [machine('laptop-a', folder), machine('laptop-b', folder)];
    await a.log('meeting', 'Priya Shah', 'Lunch', '2026-11-20');
    await a.json('sent', 'Priya', '--on', '2026-11-20');
    const file = join(tempFolder(), 'all.json');
    await a.run('export', 'json', file);
    await b.json('import', 'json', file);
    await a.sync();
    await b.sync('--key', keyOf(a));
    await a.sync();
    for (const c of [a, b]) {
      expect(await c.people()).toEqual(['Priya Shah']);
      expect(await c.person('Priya')).toMatchObject({ interactions: 1 });
      expect((await c.suggest()).budget.invitesThisWeek).toBe(1);
    }
  });

  it('runs twice at once on one machine', async () => {
    const folder = tempFolder();
    const db = tempDb();
    await spawnRun(['add', 'Priya Shah'], { db });
    await spawnRun(['sync', folder], { db });
    await spawnRun(['add', 'Tom Becker'], { db });
    const ends = await Promise.all(
      [1, 2, 3].map(() => spawnRun(['sync', folder, '--json'], { db })),
    );
    expect(ends.map(({ code }) => code)).toEqual([0, 0, 0]);
    expect(readdirSync(folder)).toHaveLength(1);
    const sent = ends.map(({ stdout }) => (JSON.parse(stdout) as SyncReport).sent);
    expect(sent.sort()).toEqual([0, 0, 1]);
  });

  it('is explained by help sync', async () => {
    const { stdout } = await coach().run('help', 'sync');
    for (const words of ['--show-key', '--key FILE', 'git -C FOLDER', 'never goes online'])
      expect(stdout).toContain(words);
  });
});
