import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { connect } from '../../src/database/sqlite.ts';
import { coach, fails, TODAY } from '../helpers/coach.ts';
import { RULES } from '../helpers/rules.ts';
import { json, project, run, tempDb, tempFolder } from '../helpers/run.ts';
import type { People, Suggest } from '../helpers/shapes.ts';
import { hasColour } from '../helpers/text.ts';

const version = (
  JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as {
    version: string;
  }
).version;

describe('global options', () => {
  it('are repeated in suggested commands when --db names the file', async () => {
    const file = join(tempFolder(), "Sam's log.db");
    const named = `netcoach --db "${file}"`;
    await json(['--db', file, 'add', 'Priya Shah']);
    const backup = await run(['backup', '--db', file]);
    expect(backup.stdout).toContain(`Restore it: ${named} restore "${file}-backups/manual-`);
    const project = ['--kind', 'project', '--with', 'Priya', '--title', 'Apollo launch'];
    await run(['--db', file, 'log', ...project]);
    const list = async () => (await run(['--db', file], { columns: 200 })).stdout;
    expect(await list()).toContain(`Done: ${named} done "Priya Shah"`);
    const sent = await run(['--db', file, 'sent', 'Priya'], { columns: 200 });
    expect(sent.stdout).toContain(`If they accept: ${named} accepted "Priya Shah"`);
    expect(await list()).toContain(`See who: ${named} suggest --all`);
    const left = ['--company', 'Halden', '--left', 'today'];
    const gone = await run(['--db', file, 'me', ...left], { columns: 400 });
    expect(gone.stdout).toContain(`Undo: ${named} undo`);
    const unknown = await run(['--db', file, 'show', 'Wei']);
    expect(unknown.stderr).toContain(`See: ${named} people`);
    const { code, stderr } = await run(['show', 'Wei', '--json'], { db: file });
    expect([code, JSON.parse(stderr).error.hint]).toEqual([
      2,
      'See: netcoach people — or add them: netcoach add Wei',
    ]);
    writeFileSync(file, 'Dear Tom');
    const damaged = await run(['--db', file, 'people'], { env: { NETCOACH_DEBUG: '1' } });
    expect(damaged.stderr).toContain(`See what can be saved: ${named} doctor`);
    expect(damaged.stderr).toMatch(/ at .*header/);
  });

  it('work before or after the command', async () => {
    const [one, other] = [tempDb(), tempDb()];
    await json(['add', 'Priya Shah', '--db', one]);
    await json(['--db', other, 'add', 'Tom Becker']);
    expect((await json<People>(['--db', one, 'people'])).people[0]?.name).toBe('Priya Shah');
    expect((await json<People>(['people', '--db', other])).people[0]?.name).toBe('Tom Becker');

    const before = await run(['--json', '--today', '2026-01-05', 'suggest'], {
      db: one,
    });
    const after = await run(['suggest', '--today', '2026-01-05', '--json'], {
      db: one,
    });
    expect(before.code).toBe(0);
    expect(after).toEqual(before);
    expect((JSON.parse(before.stdout) as Suggest).date).toBe('2026-01-05');
  });

  it('can be written --option=value', async () => {
    const db = tempDb();
    await json([`--db=${db}`, 'add', 'Priya Shah']);
    const list = await json<Suggest>(['suggest', `--db=${db}`, '--today=2026-02-03']);
    expect(list.date).toBe('2026-02-03');
    expect((await json<People>(['people'], { db })).total).toBe(1);
  });

  it('override the environment', async () => {
    const [one, other] = [tempDb(), tempDb()];
    await json(['add', 'Priya Shah'], { db: one });
    expect((await json<People>(['people', '--db', one], { db: other })).total).toBe(1);
    const list = await json<Suggest>(['suggest', '--today', '2026-03-04'], {
      db: other,
      today: '2026-01-01',
    });
    expect(list.date).toBe('2026-03-04');
  });

  it('fall back to NETCOACH_DB and NETCOACH_TODAY', async () => {
    const db = tempDb();
    await json(['add', 'Priya Shah'], { env: { NETCOACH_DB: db } });
    expect(existsSync(db)).toBe(true);
    const list = await json<Suggest>(['suggest'], {
      db,
      env: { NETCOACH_TODAY: '2026-06-07' },
    });
    expect(list.date).toBe('2026-06-07');
  });

  it.each(['2026-02-30', '2026-13-01', 'rubbish', '20261122', '2026-11-22x', ''])(
    'reject --today %j',
    async (today) => {
      await fails('bad-date', ['suggest', '--today', today], { db: tempDb() });
    },
  );

  it('reject an invalid NETCOACH_TODAY', async () => {
    await fails('bad-date', ['suggest'], {
      db: tempDb(),
      env: { NETCOACH_TODAY: '2026-02-30' },
    });
  });

  it.each([0, 23])('get the day from the local clock at %i:30', async (hour) => {
    const now = new Date(2026, 2, 8, hour, 30);
    expect((await json<Suggest>(['suggest'], { db: tempDb(), now })).date).toBe('2026-03-08');
  });

  it('put the data in the data folder by default', async () => {
    const folder = join(tempFolder(), 'share');
    await json(['add', 'Priya Shah'], { env: { XDG_DATA_HOME: folder } });
    expect(existsSync(join(folder, 'netcoach', 'netcoach.db'))).toBe(true);
    const again = await json<People>(['people'], {
      env: { XDG_DATA_HOME: folder },
    });
    expect(again.total).toBe(1);
  });
});

describe('help and version', () => {
  it('go to stdout', async () => {
    const shown = await run(['--version'], {});
    expect(shown).toMatchObject({ code: 0, stderr: '' });
    expect(shown.stdout.trim()).toBe(version);

    const help = await run(['--help'], {});
    expect(help).toMatchObject({ code: 0, stderr: '' });
    for (const command of [
      'log',
      'suggest',
      'why',
      'draft',
      'sent',
      'accepted',
      'declined',
      'withdrawn',
      'snooze',
      'skip',
      'people',
      'show',
      'add',
      'edit',
      'merge',
      'interactions',
      'amend',
      'delete',
      'me',
      'rules',
      'demo',
    ]) {
      expect(help.stdout, command).toMatch(new RegExp(`(^|\\W)${command}(\\W|$)`));
    }
    for (const flag of ['--db', '--today', '--json', '--no-color']) {
      expect(help.stdout).toContain(flag);
    }
  });

  it.each(['log', 'suggest', 'draft', 'people', 'add', 'interactions', 'me'])(
    'open no database: %s --help',
    async (command) => {
      const db = tempDb();
      const help = await run([command, '--help'], { db });
      expect(help).toMatchObject({ code: 0, stderr: '' });
      expect(help.stdout).toContain(command);
      expect(existsSync(db)).toBe(false);
    },
  );

  it.each([
    [['--help', '--json'], 'help', 'Usage: netcoach'],
    [['--json', 'help', 'log'], 'help', 'Usage: netcoach log'],
    [['--today', '2026-11-20', '--json', 'help', 'log'], 'help', 'Usage: netcoach log'],
    [['--json', 'log', '--help'], 'help', 'Usage: netcoach log'],
    [['--version', '--json'], 'version', '0.'],
  ])('are one JSON document with %j', async (args, key, start) => {
    const { code, stdout, stderr } = await run(args, {});
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const document = JSON.parse(stdout) as Record<string, string>;
    expect(Object.keys(document)).toEqual([key]);
    expect(document[key]?.startsWith(start)).toBe(true);
  });

  it('list every option of the contract', async () => {
    const person =
      '--name --role --team --company --relationship --skill --interest --linkedin --email --alias --call --status --since --strained --no-strained --note';
    const options: Record<string, string> = {
      log: '--kind --with --title --on --note --highlight',
      suggest: '--limit --all --messages',
      brief: '--calendar --on',
      coworkers: '--list',
      due: '--short',
      draft: '--moment --about --max --variant --channel --copy --edit --writer --prompt --proof',
      sent: '--no-note --on',
      accepted: '--on',
      declined: '--on',
      withdrawn: '--on --older-than',
      snooze: '--until',
      people: '--status --team --company --skill --relationship --limit',
      add: person.replace('--name ', '').replace(' --no-strained', ''),
      edit: person,
      forget: '--yes',
      interactions: '--with --kind --since --until --limit',
      amend: '--with --kind --title --on --note --highlight --add --remove --say',
      me: '--name --role --team --company --email --account --goal --invites-per-week --notes-per-month --date-order',
      check: '--to --max',
      review: '--html',
      import: '--dry-run',
      mcp: '--write --private',
      sync: '--key --show-key --new-key',
      remind: '--calendar --systemd --launchd --cron --daily --weekly',
    };
    for (const [command, flags] of Object.entries(options)) {
      const help = await run([command, '--help'], {});
      for (const flag of flags.split(' '))
        expect(help.stdout, `${command} ${flag}`).toContain(flag);
    }
  });
});

describe('a command that is not understood', () => {
  it.each([
    ['an unknown command', ['frobnicate']],
    ['an unknown option', ['suggest', '--frobnicate']],
    ['a missing argument', ['show']],
    ['a missing option value', ['suggest', '--limit']],
    ['a missing second argument', ['merge', 'Priya Shah']],
    ['an option of another command', ['suggest', '--kind', 'project']],
    ['a limit that is no number', ['suggest', '--limit', 'many']],
    ['a limit below nothing', ['suggest', '--limit', '-1']],
    ['half a number', ['suggest', '--limit', '2x']],
    ['a broken number', ['people', '--limit', '1.5']],
  ])('is a usage error: %s', async (_, args) => {
    await fails('usage', args, { db: tempDb(), today: TODAY });
  });

  it('is reported in one line, followed by how to fix it', async () => {
    for (const args of [
      ['frobnicate'],
      ['show'],
      ['show', 'Nobody'],
      ['show', 'Priya', 'Shah'],
      ['log', '--kind', 'x'],
      ['suggest', '--limit', '0x'],
      ['people', '--status', 'maybe'],
    ]) {
      const result = await run(args, { db: tempDb() });
      expect(result).toMatchObject({ code: 2, stdout: '' });
      expect(result.stderr).toMatch(/^netcoach: \S/);
      expect(result.stderr).toMatch(/\n$/);
      const lines = result.stderr.trimEnd().split('\n');
      expect(lines.length, result.stderr).toBeLessThanOrEqual(3);
      expect(result.stderr).not.toMatch(/\n\s+at /);
      expect(result.stderr).not.toMatch(/error: |\.\.|undefined/i);
    }
  });

  it('shows a stack trace only under NETCOACH_DEBUG=1', async () => {
    const args = ['show', 'Nobody'];
    const quiet = await run(args, { db: tempDb() });
    expect(quiet.stderr).not.toMatch(/\n\s+at /);
    const loud = await run(args, {
      db: tempDb(),
      env: { NETCOACH_DEBUG: '1' },
    });
    expect(loud.code).toBe(2);
    expect(loud.stderr).toMatch(/^netcoach: /);
    expect(loud.stderr).toMatch(/\n\s+at /);
  });

  it('gets a short error even if it is very long', async () => {
    const result = await run(['x'.repeat(20_000)], { db: tempDb() });
    expect(result.code).toBe(2);
    expect(result.stderr.length).toBeLessThan(6000);
  });
});

describe('without a terminal on stdin, no command asks', () => {
  it.each([
    ['log', []],
    ['log', ['--kind', 'project', '--title', 'Apollo launch']],
    ['log', ['--with', 'Priya Shah', '--title', 'Apollo launch']],
    ['log', ['--with', 'Priya Shah', '--kind', 'project']],
    ['add', []],
    ['edit', []],
    ['merge', []],
    ['show', []],
    ['draft', []],
    ['why', []],
    ['sent', []],
    ['amend', []],
    ['delete', []],
  ])('%s %j is a usage error', async (command, args) => {
    const db = tempDb();
    await fails('usage', [command, ...args], { db, today: TODAY });
    expect((await json<People>(['people'], { db })).total).toBe(0);
  });
});

describe('the database file', () => {
  it('is left as it is if it is not a database', async () => {
    const db = tempDb();
    writeFileSync(db, 'Dear diary, this is not a database. '.repeat(200), { mode: 0o600 });
    const before = readFileSync(db);
    await fails('database', ['people'], { db });
    await fails('database', ['add', 'Priya Shah'], { db });
    expect(readFileSync(db)).toEqual(before);
  });

  it('is left as it is if it belongs to another program', async () => {
    const db = tempDb();
    const foreign = connect(db);
    foreign.exec('CREATE TABLE songs (title TEXT); PRAGMA user_version = 3');
    foreign.close();
    chmodSync(db, 0o600);
    const before = readFileSync(db);
    await fails('database', ['add', 'Priya Shah'], { db });
    expect(readFileSync(db)).toEqual(before);
  });

  it('is rejected if it is from a newer netcoach', async () => {
    const db = tempDb();
    await json(['add', 'Priya Shah'], { db });
    const newer = connect(db);
    newer.pragma('user_version = 99999');
    newer.close();
    const error = await fails('newer-database', ['people'], { db });
    expect(error.hint).toBeTruthy();
  });

  it('gives an error, not a crash, if it is a folder', async () => {
    const db = join(tempFolder(), 'netcoach.db');
    mkdirSync(db);
    await fails(['database', 'io'], ['people'], { db });
  });

  it('gives an error, not a crash, if it is below a file', async () => {
    const file = join(tempFolder(), 'plain');
    writeFileSync(file, 'x');
    await fails(['database', 'io'], ['people'], {
      db: join(file, 'sub', 'netcoach.db'),
    });
  });

  it('is created with its folders on first use', async () => {
    const db = join(tempFolder(), 'a', 'b', 'netcoach.db');
    await json(['add', 'Priya Shah'], { db });
    expect((await json<People>(['people'], { db })).total).toBe(1);
  });
});

describe('output', () => {
  const commands = [
    ['suggest'],
    ['suggest', '--all'],
    ['people'],
    ['show', 'Priya'],
    ['why', 'Priya'],
    ['draft', 'Priya'],
    ['interactions'],
    ['me'],
    ['rules'],
    ['rules', RULES.project.id],
  ];

  it.each(commands)('of %s %s is exactly one JSON document with --json', async (...args) => {
    const c = coach();
    await c.log('project', 'Priya Shah, Tom Becker', 'Apollo launch', '2026-11-20');
    const result = await c.run(...args, '--json');
    expect(result.code).toBe(0);
    expect(typeof JSON.parse(result.stdout)).toBe('object');
    expect(hasColour(result.stdout)).toBe(false);
    const loud = await c.with({ env: { FORCE_COLOR: '1' }, tty: true }, ...args, '--json');
    expect(loud.stdout).toBe(result.stdout);
  });

  it('has colour only on a terminal by default', async () => {
    const c = coach();
    await c.log('project', 'Priya Shah', 'Apollo launch', '2026-11-20');
    const colour = async (options: Parameters<typeof c.with>[0], ...args: string[]) =>
      hasColour((await c.with(options, 'suggest', ...args)).stdout);
    expect(await colour({ tty: true })).toBe(true);
    expect(await colour({ tty: false })).toBe(false);
    expect(await colour({ tty: true, env: { NO_COLOR: '1' } })).toBe(false);
    expect(await colour({ tty: true }, '--no-color')).toBe(false);
    expect(await colour({ tty: false, env: { FORCE_COLOR: '1' } })).toBe(true);
    expect(await colour({ tty: false, env: { FORCE_COLOR: '1' } }, '--no-color')).toBe(false);
  });

  it('is friendly', async () => {
    const c = coach();
    await c.log('project', 'Priya Shah', 'Apollo launch', '2025-03-01');
    await c.json('sent', 'Priya', '--on', '2025-03-02');
    await c.json('accepted', 'Priya', '--on', '2025-03-03');
    for (const args of [['suggest', '--all'], ['why', 'Priya'], ['show', 'Priya'], ['rules']]) {
      const { stdout, stderr } = await c.run(...args);
      expect(stdout + stderr).not.toMatch(/neglect|overdue|fail(ed|ure)|you should have|lazy/i);
    }
  });

  it('is the same from one run to the next', async () => {
    const c = coach();
    for (const name of ['Priya Shah', 'Tom Becker', 'Wei Chen', 'Ana Ruiz', 'Omar Aziz']) {
      await c.log('project', name, 'Apollo launch', '2026-11-20');
    }
    const first = await c.run('suggest', '--all', '--json');
    expect(await c.run('suggest', '--all', '--json')).toEqual(first);
  });
});
