/** Completion: what it offers, and how a real bash inserts it. */
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { KINDS, STATUSES } from '../../src/model.ts';
import { type Coach, coach } from '../helpers/coach.ts';
import { project, run, shell, tempDb, tempFolder } from '../helpers/run.ts';

const PEOPLE = ['Priya Raman', "Aoife O'Neil", 'Zoë Park', 'Tom Becker', 'Anna $(touch x) "B"'];

async function known(): Promise<Coach> {
  const c = coach();
  for (const name of PEOPLE) await c.add(name);
  return c;
}

/** The values offered for the last word. */
async function offered(c: Coach, ...words: string[]): Promise<string[]> {
  const { code, stdout, stderr } = await c.run('__complete', ...words);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.replace(/(?!^)\t.*/, ''));
}

describe('__complete', () => {
  it('offers commands and options with descriptions', async () => {
    const c = coach();
    expect(await offered(c, 'sugg')).toEqual(['suggest']);
    expect((await c.run('__complete', 'sugg')).stdout).toBe(
      "suggest\tshow today's list, best first\n",
    );
    const all = await offered(c, '');
    expect(all).toEqual(expect.arrayContaining(['log', 'suggest', 'people', 'completion']));
    expect(all).not.toContain('__complete');
    expect(await offered(c, 'edit', 'Tom', '--rel')).toEqual(['--relationship']);
    expect(await offered(c, '--to')).toEqual(['--today']);
    expect((await c.run('--help')).stdout).not.toContain('__complete');
  });

  it('offers values for options and arguments', async () => {
    const c = coach();
    expect(await offered(c, 'log', '--kind', '')).toEqual([...KINDS]);
    expect(await offered(c, 'people', '--status', '')).toEqual([...STATUSES]);
    expect(await offered(c, 'log', '--kind=pro')).toEqual(['--kind=project']);
    expect(await offered(c, 'log', '--kind', '=', 'pro')).toEqual(['project']);
    expect(await offered(c, 'log', '--kind', '=')).toEqual([...KINDS]);
    expect(await offered(c, 'import', 'li')).toEqual(['linkedin']);
    expect(await offered(c, 'completion', '')).toEqual(['bash', 'zsh', 'fish']);
    expect(await offered(c, 'rules', 'che')).toEqual(['check-in']);
    expect(await offered(c, 'import', 'csv', '')).toEqual(['\tfiles']);
    expect(await offered(c, '--db', '')).toEqual(['\tfiles']);
    expect(await offered(c, 'inbox', '')).toEqual(['\tfiles']);
    expect(await offered(c, 'brief', '--calendar', '')).toEqual(['\tfiles']);
    expect(await offered(c, 'config', 'check-in-m')).toEqual([
      'check-in-manager',
      'check-in-mentor',
    ]);
    expect(await offered(c, 'config', 'account', '')).toEqual(['free', 'premium']);
    expect(await offered(c, 'config', 'check-in', '')).toEqual([]);
    expect((await c.run('__complete', 'config', 'writer', '')).stdout).toBe('');
    expect(await offered(c, 'frobnicate', '')).toEqual([]);
    expect(await offered(c, 'log', '--title', '')).toEqual([]);
  });

  it('offers people wherever a name is expected', async () => {
    const c = await known();
    for (const command of ['show', 'why', 'draft', 'sent', 'edit', 'merge', 'forget'])
      expect(await offered(c, command, 'pri'), command).toEqual(['Priya Raman']);
    expect(await offered(c, 'merge', 'Priya', 'tom')).toEqual(['Tom Becker']);
    expect(await offered(c, 'amend', '1', '--add', 'tom')).toEqual(['Tom Becker']);
    expect(await offered(c, 'check', '--to', 'aoi')).toEqual(["Aoife O'Neil"]);
    expect(await offered(c, 'show', 'ZOE')).toEqual(['Zoë Park']);
    expect(await offered(c, 'show', 'beck')).toEqual(['Tom Becker']);
    expect(await offered(c, 'show', '"Tom B')).toEqual(['Tom Becker']);
    expect(await offered(c, 'show', 'Tom\\ B')).toEqual(['Tom Becker']);
    expect(await offered(c, 'show', '--', 'To')).toEqual(['Tom Becker']);
    expect(await offered(c, 'show', '')).toHaveLength(PEOPLE.length);
    expect(await offered(c, 'add', 'pri')).toEqual([]);
    expect(await offered(c, 'log', '--with', '"Tom Becker, pri')).toEqual([
      'Tom Becker, Priya Raman',
    ]);
  });

  it('looks in the database named on the line', async () => {
    const c = await known();
    const other = coach(c.today);
    await other.add('Otto Else');
    expect(await offered(c, '--db', other.db, 'show', '')).toEqual(['Otto Else']);
    expect(await offered(c, 'show', `--db=${other.db}`, '')).toEqual(['Otto Else']);
    expect(await offered(c, '--db', '=', other.db, 'show', '')).toEqual(['Otto Else']);
  });

  it("prints nothing and creates nothing when there's no database", async () => {
    const c = coach(undefined, join(tempFolder(), 'none', 'netcoach.db'));
    expect(await offered(c, 'show', '')).toEqual([]);
    expect(existsSync(join(c.db, '..'))).toBe(false);
    const foreign = tempDb();
    writeFileSync(foreign, 'no database at all, but long enough to have a header '.repeat(4));
    expect(await offered(coach(undefined, foreign), 'show', '')).toEqual([]);
  });

  it('leaves no files behind', async () => {
    const c = await known();
    const before = readdirSync(join(c.db, '..')).sort();
    await offered(c, 'show', '');
    expect(readdirSync(join(c.db, '..')).sort()).toEqual(before);
  });
});

describe('completion', () => {
  it('prints a script for each shell, and rejects any other', async () => {
    for (const name of ['bash', 'zsh', 'fish']) {
      const { code, stdout } = await run(['completion', name]);
      expect(code).toBe(0);
      expect(stdout).toContain('netcoach __complete');
      expect(stdout.replace(/^#.*$/gm, '')).not.toMatch(/\beval\b/);
      const told = JSON.parse((await run(['completion', name, '--json'])).stdout);
      expect(told).toEqual({ completion: { shell: name, script: stdout } });
    }
    expect((await run(['completion', 'tcsh'])).code).toBe(2);
  });
});

describe('completion in bash', () => {
  let c: Coach;
  const bin = tempFolder();
  beforeAll(async () => {
    expect(existsSync(join(project, 'dist')), 'npm run build').toBe(true);
    writeFileSync(join(bin, 'netcoach'), '#!/bin/sh\nexec "$NODE" "$NETCOACH" "$@"\n', {
      mode: 0o700,
    });
    c = await known();
  });

  /** What bash would insert into each of these lines, given as the words bash splits them into. */
  async function completed(...lines: string[][]): Promise<string[]> {
    const quote = (word: string) => `'${word.replaceAll("'", `'\\''`)}'`;
    const calls = lines.map(
      (words) =>
        `COMP_WORDS=(netcoach ${words.map(quote).join(' ')}) COMP_CWORD=${words.length}; _netcoach; echo "$(IFS='|'; echo "\${COMPREPLY[*]}")"`,
    );
    const script = `export PATH="${bin}:$PATH"; eval "$(netcoach completion bash)"\n${calls.join('\n')}`;
    const { code, stdout, stderr } = await shell(script, {
      db: c.db,
      env: { LC_ALL: 'C.UTF-8' },
    });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    return stdout.trimEnd().split('\n');
  }

  it('loads by the line in its header, with nothing that bash 3.2 lacks', async () => {
    const { stdout: script } = await run(['completion', 'bash']);
    const load = /^# {3}(.*)$/m.exec(script)?.[1] ?? '';
    expect(load).not.toContain('<(');
    expect(script).not.toMatch(/\b(mapfile|readarray|declare -A|local -n)\b/);
    const { stdout, stderr } = await shell(
      `export PATH="${bin}:$PATH"; ${load}\ncomplete -p netcoach`,
      { db: c.db },
    );
    expect({ stdout, stderr }).toEqual({
      stdout: 'complete -F _netcoach netcoach\n',
      stderr: '',
    });
  });

  it('quotes names as needed', async () => {
    expect(
      await completed(
        ['show', 'Pri'],
        ['show', 'aoi'],
        ['show', '"Tom B'],
        ['show', "'Aoi"],
        ['show', 'zo'],
        ['show', 'Anna'],
        ['show', '"Anna'],
        ['log', '--kind', '=', 'pro'],
      ),
    ).toEqual([
      'Priya\\ Raman',
      "Aoife\\ O\\'Neil",
      'Tom Becker',
      "Aoife O'\\''Neil",
      'Zoë\\ Park',
      'Anna\\ \\$\\(touch\\ x\\)\\ \\"B\\"',
      'Anna \\$(touch x) \\"B\\""',
      'project',
    ]);
  });

  it('leaves no "!" to be expanded inside double quotes', async () => {
    await c.add('Wow!date Lee');
    expect(await completed(['show', '"Wow'], ['show', 'Wow'], ['show', "'Wow"])).toEqual([
      `Wow"'!'"date Lee`,
      'Wow\\!date\\ Lee',
      'Wow!date Lee',
    ]);
    // What bash reads from it is the name.
    expect(await completed(['show', `"Wow"'!'"date L`])).toEqual([`Wow"'!'"date Lee`]);
  });

  it('runs nothing that is typed', async () => {
    const mark = join(tempFolder(), 'mark');
    await completed(
      ['show', `$(touch ${mark})`],
      ['log', '--with', `\`touch ${mark}\``],
      ['show', `"$(touch ${mark})`],
      [`;touch ${mark};`, ''],
    );
    expect(existsSync(mark)).toBe(false);
  });
});
