/** Each output of `remind` is run or read by the program it is for, if that is installed. */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { main } from '../../src/cli/main.ts';
import type { World } from '../../src/context.ts';
import { run, tempFolder } from '../helpers/run.ts';

/** Names that each of these languages reads differently. */
const NASTY = `it's 50% "off" $HOME & <co>`;

/** A program that prints a list and its arguments, under a name that needs quoting. */
function script(): { path: string; db: string } {
  const folder = join(tempFolder(), NASTY);
  mkdirSync(folder);
  const path = join(folder, 'netcoach');
  writeFileSync(
    path,
    '#!/bin/sh\nprintf "1. Priya\\n   a draft\\n10 invitations left\\n"\nfor one; do printf "2. <%s>\\n" "$one"; done\n',
  );
  chmodSync(path, 0o700);
  return { path, db: join(folder, 'log.db') };
}

async function remind(flags: string, { path, db }: { path: string; db: string }): Promise<string> {
  let printed = '';
  const world: World = {
    env: { NETCOACH_DB: db, NETCOACH_TODAY: '2026-11-22' },
    stdin: { isTTY: false, read: async () => '' },
    stdout: {
      isTTY: false,
      columns: undefined,
      write: (text) => {
        printed += text;
      },
    },
    stderr: { isTTY: false, write: () => undefined },
    now: () => new Date(2026, 10, 22, 12),
    program: ['/bin/sh', path],
  };
  expect(await main(['remind', ...flags.split(' ')], world)).toBe(0);
  return printed;
}

function sh(command: string, words: readonly string[] = [], env: Record<string, string> = {}) {
  const done = spawnSync('/bin/sh', ['-c', command, 'sh', ...words], {
    encoding: 'utf8',
    env: { PATH: '/usr/bin:/bin', ...env },
  });
  expect(done.stderr).toBe('');
  return done.stdout;
}

describe('remind', () => {
  it('needs exactly one kind of reminder', async () => {
    expect(await run(['remind'])).toMatchObject({ code: 2, stdout: '' });
    expect(await run(['remind', '--cron', '--calendar'])).toMatchObject({ code: 2, stdout: '' });
  });

  it('installs nothing and creates no database', async () => {
    const home = tempFolder();
    const env = { HOME: home, XDG_DATA_HOME: join(home, 'data') };
    for (const flag of ['--calendar', '--systemd', '--launchd', '--cron']) {
      const { code, stderr } = await run(['remind', flag], { env });
      expect({ flag, code }).toEqual({ flag, code: 0 });
      expect(stderr).toMatch(/^Nothing has been installed\./);
      const told = await run(['remind', flag, '--json'], { env });
      expect(told.stderr).toBe('');
      expect(Object.keys(JSON.parse(told.stdout).reminder)).toEqual(['kind', 'text']);
    }
    expect(readdirSync(home)).toEqual([]);
  });

  it.each([
    ['2026-11-22', '20261207'],
    ['2026-12-07', '20261207'],
    ['2026-12-08', '20270104'],
  ])('--calendar on %s starts on the first Monday, %s', async (today, day) => {
    const { stdout } = await run(['remind', '--calendar'], { today });
    expect(stdout).toContain(`DTSTART:${day}T090000\r\n`);
    expect(stdout).toContain('RRULE:FREQ=MONTHLY;BYDAY=1MO\r\n');
    expect(stdout).toMatch(/BEGIN:VALARM\r\n[\s\S]*TRIGGER:-PT0M\r\nEND:VALARM/);
    expect(stdout).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]*END:VCALENDAR\r\n$/);
  });

  it.each([
    [
      '--daily',
      '2026-11-22',
      '20261123',
      'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR',
      'Mon..Fri *-*-* 09:00',
    ],
    [
      '--daily',
      '2026-11-25',
      '20261125',
      'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR',
      'Mon..Fri *-*-* 09:00',
    ],
    ['--weekly', '2026-11-24', '20261130', 'FREQ=WEEKLY;BYDAY=MO', 'Mon *-*-* 09:00'],
  ])('%s on %s starts on %s', async (often, today, day, rule, timer) => {
    const { stdout } = await run(['remind', '--calendar', often], { today });
    expect(stdout).toContain(`DTSTART:${day}T090000\r\n`);
    expect(stdout).toContain(`RRULE:${rule}\r\n`);
    expect((await run(['remind', '--systemd', often], { today })).stdout).toContain(
      `OnCalendar=${timer}\n`,
    );
    const cron = (await run(['remind', '--cron', often], { today })).stdout;
    expect(cron).toMatch(often === '--daily' ? /^0 9 \* \* 1-5 / : /^0 9 \* \* 1 /);
    const { stdout: plist } = await run(['remind', '--launchd', often], { today });
    const days = [...plist.matchAll(/<key>Weekday<\/key>\s*<integer>(\d)<\/integer>/g)];
    expect(days.map(([, weekday]) => weekday).join('')).toBe(often === '--daily' ? '12345' : '1');
  });

  it('reminds as often as the setting says, and not twice', async () => {
    const db = join(tempFolder(), 'log.db');
    await run(['config', 'reminder', 'weekly'], { db });
    expect((await run(['remind', '--calendar'], { db })).stdout).toContain(
      'RRULE:FREQ=WEEKLY;BYDAY=MO\r\n',
    );
    expect((await run(['remind', '--calendar', '--daily', '--weekly'], { db })).code).toBe(2);
  });

  it('--cron runs the program by its full path on a Monday', async () => {
    const its = script();
    const line = await remind('--cron', its);
    const [, command = ''] = /^0 9 1-7 \* \* (.+)\n$/.exec(line) ?? [];
    // cron ends the command at a bare %, and reads \% as one.
    expect(command.replaceAll('\\%', '')).not.toContain('%');
    const shell = command.replaceAll('\\%', '%');
    const on = (weekday: number) => sh(`date() { echo ${weekday}; }; ${shell} || :`);
    expect(on(1)).toContain(`2. <--db>\n2. <${its.db}>\n2. <suggest>\n`);
    expect(on(2)).toBe('');
  });

  it('--systemd writes two units that run the program', async () => {
    const its = script();
    const config = tempFolder();
    const printed = await remind('--systemd', its);
    const started = sh(`systemctl() { echo "$@"; }; ${printed}`, [], { XDG_CONFIG_HOME: config });
    expect(started).toBe('--user daemon-reload\n--user enable --now netcoach.timer\n');
    const folder = join(config, 'systemd', 'user');
    expect(readdirSync(folder).sort()).toEqual(['netcoach.service', 'netcoach.timer']);
    expect(printed).toContain('OnCalendar=Mon *-*-1..7 09:00\n');

    const [, command = ''] = /^ExecStart=(.+)$/m.exec(printed) ?? [];
    const [shell = '', flag, text = '', ...words] = unitWords(command);
    expect([shell, flag]).toEqual(['/bin/sh', '-c']);
    const bin = tempFolder();
    writeFileSync(join(bin, 'notify-send'), '#!/bin/sh\nprintf "%s|" "$@"\n', { mode: 0o700 });
    const shown = spawnSync(shell, ['-c', text, ...words], {
      encoding: 'utf8',
      env: { PATH: `${bin}:/usr/bin:/bin` },
    }).stdout;
    expect(shown).toBe(`--|netcoach|1. Priya\n2. <--db>\n2. <${its.db}>\n2. <suggest>|`);
  });

  it('--inbox watches a folder, and runs the program on it', async () => {
    const its = script();
    const folder = join(tempFolder(), 'my 50% notes');
    mkdirSync(folder);
    const printed = async (flag: string) => {
      const parts: string[] = [];
      const world: World = {
        env: { NETCOACH_DB: its.db },
        stdin: { isTTY: false, read: async () => '' },
        stdout: { isTTY: false, columns: undefined, write: (part) => parts.push(part) },
        stderr: { isTTY: false, write: () => undefined },
        now: () => new Date(2026, 10, 22, 12),
        program: ['/bin/sh', its.path],
      };
      expect(await main(['remind', flag, '--inbox', folder], world)).toBe(0);
      return parts.join('');
    };
    const config = tempFolder();
    sh(`systemctl() { :; }\n${await printed('--systemd')}`, [], { XDG_CONFIG_HOME: config });
    const read = (name: string) => readFileSync(join(config, 'systemd/user', name), 'utf8');
    expect(read('netcoach-inbox.path')).toContain(`PathChanged=${folder.replace('%', '%%')}\n`);
    expect(read('netcoach-inbox.service')).toMatch(/^ExecStart=.* inbox ".*my 50%% notes"$/m);
    // The path unit sees nothing that changes while the service runs.
    expect(read('netcoach-inbox.timer')).toMatch(/^OnUnitInactiveSec=\d+$/m);
    const plist = await printed('--launchd');
    expect(plist).toContain(`<key>WatchPaths</key>\n  <array>\n    <string>${folder}</string>`);
    expect(plist).toContain('<string>netcoach.inbox</string>');
    for (const flag of ['--cron', '--calendar'])
      expect((await run(['remind', flag, '--inbox', folder])).code).toBe(2);
    expect((await run(['remind', '--systemd', '--inbox', folder, '--daily'])).code).toBe(2);
  });

  it('--sync has the machine sync every hour instead', async () => {
    const its = script();
    const line = await remind('--cron --sync', its);
    const [, command = ''] = /^0 \* \* \* \* (.+) > \/dev\/null\n$/.exec(line) ?? [];
    const passed = `2. <--db>\n2. <${its.db}>\n2. <sync>\n`;
    expect(sh(command.replaceAll('\\%', '%'))).toContain(passed);
    const config = tempFolder();
    const units = await remind('--systemd --sync', its);
    const started = sh(`systemctl() { echo "$@"; }; ${units}`, [], { XDG_CONFIG_HOME: config });
    expect(started).toContain('--now netcoach-sync.timer');
    const [, start = ''] = /^ExecStart=(.+)$/m.exec(units) ?? [];
    expect(unitWords(start).slice(-3)).toEqual(['--db', its.db, 'sync']);
    const agent = await remind('--launchd --sync', its);
    expect(agent).toContain('<string>sync</string>\n  </array>');
    expect(agent).toContain('<integer>3600</integer>');
    expect(await run(['remind', '--calendar', '--sync'])).toMatchObject({ code: 2, stdout: '' });
  });

  it.skipIf(!existsSync('/usr/bin/systemd-analyze'))(
    '--systemd passes systemd’s own check',
    async () => {
      const config = tempFolder();
      const its = script();
      const inbox = join(tempFolder(), '50%notes');
      for (const flags of ['--systemd', '--systemd --sync', `--systemd --inbox ${inbox}`])
        sh(`systemctl() { :; }; ${await remind(flags, its)}`, [], { XDG_CONFIG_HOME: config });
      const folder = join(config, 'systemd', 'user');
      const units = readdirSync(folder).map((name) => join(folder, name));
      expect(units).toHaveLength(7);
      const { status, stderr } = spawnSync('systemd-analyze', ['verify', '--user', ...units], {
        encoding: 'utf8',
        env: { ...process.env, XDG_RUNTIME_DIR: tempFolder() },
      });
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    },
  );

  it('--launchd prints a property list that runs the program', async () => {
    const its = script();
    const printed = await remind('--launchd', its);
    const words = [...printed.matchAll(/^ {4}<string>(.*)<\/string>$/gm)].map(([, text = '']) =>
      text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'),
    );
    expect(printed.replace(/&(amp|lt|gt);/g, '')).not.toContain('&');
    const [shell, flag, text = '', ...rest] = words;
    expect([shell, flag]).toEqual(['/bin/sh', '-c']);
    const bin = tempFolder();
    writeFileSync(join(bin, 'osascript'), '#!/bin/sh\nprintf "%s|" "$@"\n', { mode: 0o700 });
    const shown = spawnSync('/bin/sh', ['-c', text, ...rest], {
      encoding: 'utf8',
      env: { PATH: `${bin}:/usr/bin:/bin` },
    }).stdout;
    expect(shown).toContain(`|end run|1. Priya\n2. <--db>\n2. <${its.db}>\n2. <suggest>|`);
  });
});

/** The words of an ExecStart line as systemd.service(5) reads them: quotes, C escapes, doubled % and $. */
function unitWords(line: string): string[] {
  return [...line.matchAll(/"((?:[^"\\]|\\.)*)"|(\S+)/g)].map(([, quoted, bare]) =>
    (quoted === undefined ? (bare ?? '') : quoted.replace(/\\(.)/g, '$1')).replace(
      /%%|\$\$/g,
      (pair) => pair.charAt(0),
    ),
  );
}
