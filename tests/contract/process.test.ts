import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Me } from '../../src/model.ts';
import { project, type RunOptions, shell, spawnRun, tempDb, tempFolder } from '../helpers/run.ts';
import type { Interactions, Logged, People, Suggest } from '../helpers/shapes.ts';
import { hasColour } from '../helpers/text.ts';

beforeAll(() => {
  expect(
    existsSync(join(project, 'dist')),
    'these tests run the built program: npm run build',
  ).toBe(true);
});

const today = '2026-11-22';
const log = [
  'log',
  '--kind',
  'project',
  '--title',
  'Apollo launch',
  '--on',
  '2026-11-20',
  '--with',
];

async function filled(): Promise<RunOptions & { db: string }> {
  const options = { db: tempDb(), today };
  expect(await spawnRun([...log, 'Priya Shah'], options)).toMatchObject({
    code: 0,
  });
  return options;
}

async function people(options: RunOptions): Promise<People> {
  return JSON.parse((await spawnRun(['people', '--json'], options)).stdout) as People;
}

describe('the process', () => {
  it('exits with the right code', async () => {
    const options = await filled();
    expect(await spawnRun(['--version'], options)).toMatchObject({
      code: 0,
      stderr: '',
    });
    expect(await spawnRun(['suggest'], options)).toMatchObject({ code: 0 });
    expect(await spawnRun(['frobnicate'], options)).toMatchObject({
      code: 2,
      stdout: '',
    });
    expect(await spawnRun(['show', 'Nobody'], options)).toMatchObject({
      code: 2,
      stdout: '',
    });
    const folder = { db: tempFolder(), today };
    expect(await spawnRun(['people'], folder)).toMatchObject({
      code: 1,
      stdout: '',
    });
  });

  it('has no colour on a pipe unless it is forced', async () => {
    const options = await filled();
    expect(hasColour((await spawnRun(['suggest'], options)).stdout)).toBe(false);
    const forced = await spawnRun(['suggest'], {
      ...options,
      env: { FORCE_COLOR: '1' },
    });
    expect(hasColour(forced.stdout)).toBe(true);
  });

  it('prints only the draft on a pipe', async () => {
    const options = await filled();
    const { stdout } = await shell('"$NODE" "$NETCOACH" draft Priya 2>/dev/null | cat', options);
    const drafted = await spawnRun(['draft', 'Priya', '--json'], options);
    const { draft } = JSON.parse(drafted.stdout) as { draft: { text: string } };
    expect(stdout).toBe(`${draft.text}\n`);
  });

  it('never waits for input without a terminal', async () => {
    const options = { db: tempDb(), today };
    for (const args of [['log'], ['add'], ['show']]) {
      expect(await spawnRun(args, { ...options, stdin: 'Priya Shah\n' })).toMatchObject({
        code: 2,
      });
    }
    const closed = await shell('"$NODE" "$NETCOACH" log <&-', options);
    expect(closed.code).toBe(2);
    expect((await people(options)).total).toBe(0);
  });

  it('stays quiet when the reader goes away', async () => {
    const options = await filled();
    for (let i = 0; i < 3; i += 1) await spawnRun([...log, `Person ${i}`], options);
    for (const reader of ['true', 'head -c 1']) {
      const { stdout, stderr } = await shell(
        `"$NODE" "$NETCOACH" suggest --all --json | ${reader}; echo "code \${PIPESTATUS[0]}"`,
        options,
      );
      expect(stderr, reader).toBe('');
      expect(stdout, reader).toMatch(/code (0|141)\n$/);
    }
  });

  it.skipIf(!existsSync('/dev/full'))('says so when the disk is full', async () => {
    const options = await filled();
    for (const command of ['suggest', 'people', 'draft Priya', 'rules', '--help', '--version']) {
      const { code, stderr } = await shell(`"$NODE" "$NETCOACH" ${command} > /dev/full`, options);
      expect({ command, code }).toEqual({ command, code: 1 });
      expect(stderr, command).toMatch(/^netcoach: .*(disk|space)/is);
      expect(stderr).not.toMatch(/\n\s+at /);
    }
    const told = await shell('"$NODE" "$NETCOACH" people --json > /dev/full', options);
    expect(JSON.parse(told.stderr)).toMatchObject({ error: { code: 'io' } });
  });

  it.skipIf(!existsSync('/dev/full'))(
    'says that a change is saved, so that no one logs it twice',
    async () => {
      const options = await filled();
      const { code, stderr } = await shell(
        '"$NODE" "$NETCOACH" log "Met Tom Becker today" --json >/dev/full',
        options,
      );
      expect(code).toBe(1);
      expect(JSON.parse(stderr).error).toEqual({
        code: 'io',
        message: "can't write the output: the disk is full",
        hint: "If it was a change, it's saved. See: netcoach undo --list",
      });
      expect((await people(options)).total).toBe(2);
    },
  );

  it('keeps data readable by me alone, whatever the umask', async () => {
    for (const umask of ['000', '022', '077']) {
      const data = join(tempFolder(), 'share');
      const env = { XDG_DATA_HOME: data };
      const done = await shell(`umask ${umask}; "$NODE" "$NETCOACH" add "Priya Shah"`, { env });
      expect(done).toMatchObject({ code: 0 });
      const folder = join(data, 'netcoach');
      expect(statSync(folder).mode & 0o777).toBe(0o700);
      expect(statSync(join(folder, 'netcoach.db')).mode & 0o777).toBe(0o600);
    }
  });

  it('loses nothing when many write at once, even on the first run', async () => {
    const options = { db: tempDb(), today };
    const names = Array.from({ length: 6 }, (_, i) => `Person ${i}`);
    const done = await Promise.all(names.map((name) => spawnRun([...log, name], options)));
    for (const result of done) expect(result).toMatchObject({ code: 0 });
    expect((await people(options)).people.map(({ name }) => name).sort()).toEqual(names);
    const { stdout } = await spawnRun(['interactions', '--json'], options);
    expect((JSON.parse(stdout) as Interactions).total).toBe(names.length);
  });

  it('creates one person per name when many write at once', async () => {
    const options = { db: tempDb(), today };
    await Promise.all([1, 2, 3, 4].map(() => spawnRun([...log, 'Priya Shah'], options)));
    expect((await people(options)).total).toBe(1);
  });

  it('records one invitation when many report it at once', async () => {
    const options = await filled();
    const done = await Promise.all([1, 2, 3, 4, 5].map(() => spawnRun(['sent', 'Priya'], options)));
    for (const result of done) expect(result).toMatchObject({ code: 0 });
    const { stdout } = await spawnRun(['suggest', '--json'], options);
    expect((JSON.parse(stdout) as Suggest).budget).toMatchObject({
      invitesThisWeek: 1,
      notesThisMonth: 1,
    });
  });

  it('loses nothing from a list that many commands add to at once', async () => {
    const options = { db: tempDb(), today };
    const skills = Array.from({ length: 6 }, (_, i) => `Skill ${i}`);
    const all = (command: (skill: string) => string[]) =>
      Promise.all(skills.map((skill) => spawnRun(command(skill), options)));
    const done = [
      ...(await all((skill) => ['add', 'Priya Shah', '--skill', skill])),
      ...(await all((skill) => ['edit', 'Priya', '--interest', skill])),
      ...(await all((skill) => ['me', '--skill', skill, '--goal', skill])),
    ];
    for (const result of done) expect(result).toMatchObject({ code: 0 });
    const [priya, other] = (await people(options)).people;
    expect(other).toBeUndefined();
    expect(priya?.skills.toSorted()).toEqual(skills);
    expect(priya?.interests.toSorted()).toEqual(skills);
    const { me } = JSON.parse((await spawnRun(['me', '--json'], options)).stdout) as { me: Me };
    expect(me.skills.map(({ skill }) => skill).sort()).toEqual(skills);
    expect(me.goals.toSorted()).toEqual(skills);
  });

  it('knows every backup when many are made at once, and rewrites them all', async () => {
    const options = await filled();
    const files = Array.from({ length: 8 }, (_, i) => join(tempFolder(), `copy-${i}.db`));
    const made = await Promise.all(files.map((file) => spawnRun(['backup', file], options)));
    for (const result of made) expect(result).toMatchObject({ code: 0 });
    const { stdout } = await spawnRun(['forget', 'Priya', '--yes', '--json'], options);
    const { rewritten, unreached } = JSON.parse(stdout) as Record<string, string[]>;
    expect(rewritten).toEqual(expect.arrayContaining(files));
    expect(unreached).toEqual([]);
  });

  it('says what is wrong with a damaged database and leaves it as it was', async () => {
    const options = await filled();
    await shell(
      'dd if=/dev/urandom of="$NETCOACH_DB" bs=64 count=2 conv=notrunc 2>/dev/null',
      options,
    );
    const before = readFileSync(options.db);
    const { code, stdout, stderr } = await spawnRun(['people'], options);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^netcoach: /);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(readFileSync(options.db)).toEqual(before);
  });

  it('reads words for days the same way in every locale', async () => {
    for (const locale of ['en_US.UTF-8', 'en_GB.UTF-8', 'de_DE.UTF-8', 'C']) {
      const options = { db: tempDb(), today, env: { LC_ALL: locale, LANG: locale } };
      for (const [words, day] of [
        ['nov 20', '2026-11-20'],
        ['nov 5', '2026-11-05'],
        ['last friday', '2026-11-20'],
      ] as const) {
        const args = ['log', '--kind', 'event', '--title', 'Offsite', '--with', 'Priya', '--json'];
        const { stdout } = await spawnRun([...args, '--on', words], options);
        expect({ locale, words, date: (JSON.parse(stdout) as Logged).interaction.date }).toEqual({
          locale,
          words,
          date: day,
        });
      }
    }
  });

  it('prints no Node warnings', async () => {
    const options = await filled();
    const { stderr } = await spawnRun(['suggest'], options);
    expect(stderr).not.toMatch(/Warning|deprecat/i);
  });
});

/** Runs the program on its own terminal with Python's pty; prints the output and the exit code. */
const PTY = `
import os, pty, select, sys, time
pid, fd = pty.fork()
if pid == 0:
    os.execvp(sys.argv[1], sys.argv[1:-1])
keys, seen, sent, end = sys.argv[-1].encode(), b"", False, time.time() + 20
while time.time() < end:
    ready, _, _ = select.select([fd], [], [], 0.3)
    if ready:
        try: data = os.read(fd, 65536)
        except OSError: break
        if not data: break
        seen += data
    elif seen and not sent:
        os.write(fd, keys); sent = True
status = os.waitpid(pid, 0)[1]
print(os.WEXITSTATUS(status) if os.WIFEXITED(status) else -os.WTERMSIG(status))
sys.stdout.write(seen.decode("utf-8", "replace"))
`;
const hasPython = spawnSync('python3', ['-c', 'import pty']).status === 0;

describe.skipIf(!hasPython)('on a terminal', () => {
  const terminal = (command: string, keys: string, options: RunOptions) =>
    shell(`exec python3 -c "$PTY" "$NODE" "$NETCOACH" ${command} "$KEYS"`, {
      ...options,
      env: { ...options.env, PTY, KEYS: keys, TERM: 'xterm-256color' },
    });

  it.each([
    ['Ctrl-C', '\u0003'],
    ['Ctrl-D', '\u0004'],
  ])('%s cancels the questions of log and saves nothing', async (name, keys) => {
    const options = { db: tempDb(), today };
    const { stdout } = await terminal('log', keys, options);
    const [code, ...screen] = stdout.split('\n');
    expect(name === 'Ctrl-C' ? ['130'] : ['130', '0']).toContain(code);
    expect(screen.join('\n')).not.toMatch(/ExitPromptError|\n\s+at /);
    expect((await people(options)).total).toBe(0);
  });

  it('shows colour', async () => {
    const options = await filled();
    const { stdout } = await terminal('suggest', '', options);
    expect(stdout).toMatch(/^0\n/);
    expect(hasColour(stdout)).toBe(true);
    const plain = await terminal('suggest', '', {
      ...options,
      env: { NO_COLOR: '1' },
    });
    expect(hasColour(plain.stdout)).toBe(false);
  });
});
