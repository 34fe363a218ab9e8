import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listBackups } from '../../src/database/backup.ts';
import { readCopies } from '../../src/database/copy.ts';
import { openStore } from '../../src/database/open.ts';
import { connect } from '../../src/database/sqlite.ts';
import { type Coach, coach, TODAY } from '../helpers/coach.ts';
import { json, run, tempDb, tempFolder } from '../helpers/run.ts';

const quiet = () => undefined;

/** The names of the people in a backup. */
function namesIn(file: string): unknown[] {
  const copy = connect(file, { readonly: true });
  const found = copy.prepare('SELECT name FROM person ORDER BY id').pluck().all();
  copy.close();
  return found;
}

describe('netcoach forget', () => {
  it('removes the name from my goals, and keeps the other goals', async () => {
    const c = coach();
    await c.add('Priya Shah', '--alias', 'PJ');
    await c.json('me', '--goal', 'a project with Priya Shah', '--goal', 'Rust', '--goal', 'as PJ');
    await c.add('Tom Becker');
    await c.json('forget', 'Tom', '--yes');
    const goals = async () => (await c.json<{ me: { goals: string[] } }>('me')).me.goals;
    expect(await goals()).toEqual(['a project with Priya Shah', 'Rust', 'as PJ']);
    await c.json('forget', 'Priya', '--yes');
    expect(await goals()).toEqual(['a project with someone', 'Rust', 'as someone']);
  });

  it('needs --yes when it cannot ask', async () => {
    const options = { db: tempDb(), today: '2026-11-22' };
    await run(['add', 'Priya Shah'], options);
    const { code, stderr } = await run(['forget', 'Priya'], options);
    expect(code).toBe(2);
    expect(stderr).toMatch(/--yes/);
    expect((await run(['show', 'Priya'], options)).code).toBe(0);
  });

  it('says what was done and what it could not reach', async () => {
    const options = { db: tempDb(), today: '2026-11-22' };
    await run(['add', 'Priya Shah'], options);
    await run(['add', 'Tom Becker'], options);
    interface Done {
      forgotten: { name: string };
      rewritten: string[];
      unreached: string[];
    }
    const done = await json<Done>(['forget', 'Priya', '--yes'], options);
    expect(done).toEqual({
      forgotten: { name: 'Priya Shah' },
      rewritten: listBackups(options.db),
      unreached: [],
      foreign: [],
      left: [],
    });
    expect(done.rewritten).toHaveLength(1);
    expect(await run(['show', 'Priya'], options)).toMatchObject({ code: 2 });
    expect(await run(['undo'], options)).toMatchObject({ code: 2 });
    const { stdout } = await run(['forget', 'Tom', '--yes'], options);
    expect(stdout).toMatch(/has been erased/);
    expect(existsSync(options.db)).toBe(true);
  });
});

describe('forget keeps everyone else', () => {
  it('who has the same number in an older state of the log', async () => {
    const c = coach();
    const old = join(tempFolder(), 'old.db');
    await c.add('Tom Becker');
    await c.json('backup', old);
    await c.add('Bob Innocent', '--note', 'kept');
    const { restored } = await c.json<{ restored: { aside: string } }>('restore', old);
    await c.add('Zed Wrong');
    await c.json('forget', 'Zed', '--yes');
    expect(namesIn(restored.aside)).toEqual(['Tom Becker', 'Bob Innocent']);
  });

  it('in a backup that became a database of its own, which it names and leaves as it is', async () => {
    const c = coach();
    const second = join(tempFolder(), 'second.db');
    await c.add('Tom Becker');
    await c.json('backup', second);
    await coach(TODAY, second).add('Precious Person');
    await c.add('Throw Away');
    const done = await c.json<{ unreached: string[] }>('forget', 'Throw Away', '--yes');
    expect(done.unreached).toEqual([second]);
    expect(await coach(TODAY, second).people()).toEqual(['Precious Person', 'Tom Becker']);
  });

  it('who shares an address', async () => {
    const c = coach();
    const copy = join(tempFolder(), 'copy.db');
    await c.add('Ana Ruiz', '--email', 'team@x.example');
    await c.add('Mari Costa', '--email', 'team@x.example');
    await c.json('backup', copy);
    await c.json('edit', 'Mari Costa', '--name', 'Mariana Costa');
    await c.json('forget', 'Ana Ruiz', '--yes');
    expect(namesIn(copy)).toEqual(['Mari Costa']);
  });

  it('who has a similar name, or a name made of ordinary words', async () => {
    const c = coach();
    await c.add('Ana Ruiz', '--alias', 'Ana', '--alias', 'Morgan', '--alias', 'May');
    await c.add('Ana Ruiz-Soto', '--note', 'Ana Ruiz-Soto prefers mail; we may meet in May');
    await c.add('Ana Costa', '--note', 'Ana Costa likes tea', '--company', 'Morgan Stanley');
    await c.log('event', 'Ana Costa', 'May offsite', '2026-11-02');
    const before = (await c.run('export', 'json')).stdout;
    await c.json('forget', '#1', '--yes');
    const after = (await c.run('export', 'json')).stdout;
    const others = (text: string) =>
      (JSON.parse(text) as { people: Array<{ id: number }> }).people.filter(({ id }) => id > 1);
    expect(others(after)).toEqual(others(before));
    expect((await c.run('interactions')).stdout).toMatch(/May offsite/);
  });
});

describe('forget finds the person', () => {
  it('under an old name after a merge, and by details that only a backup has', async () => {
    const c = coach();
    const folder = dirname(c.db);
    await c.add('Anita Zquux', '--note', 'SECRETNOTE', '--email', 'anita@zquux.example');
    await c.add('Tom Becker', '--note', 'sits next to Anita Zquux');
    await c.json('backup');
    await c.json('edit', 'Anita', '--name', 'A. Quxley');
    await c.add('Ana Quxley', '--email', 'ana@zquux.example');
    await c.json('merge', 'A. Quxley', 'Ana Quxley');
    await c.add('Zoe Zap');
    // This also removes the history of changes.
    await c.json('forget', 'Zoe Zap', '--yes');
    const done = await c.json<{ unreached: string[] }>('forget', 'Ana Quxley', '--yes');
    expect(done.unreached).toEqual([]);
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      const path = join(folder, name);
      if (statSync(path).isFile())
        expect(readFileSync(path, 'latin1'), name).not.toMatch(/zquux|quxley|SECRETNOTE/i);
    }
  });

  it('in skills, interests and what I say about myself', async () => {
    const c = coach();
    await c.add('Ana Zquux');
    await c.add('Tom Becker', '--skill', 'works with Ana Zquux', '--interest', 'Ana Zquux');
    await c.json('me', '--role', 'deputy of Ana Zquux', '--skill', 'calming Ana Zquux');
    await c.json('forget', 'Ana', '--yes');
    expect((await c.run('export', 'json')).stdout).not.toMatch(/zquux/i);
  });

  it('in files left by interrupted runs, wherever they were written', async () => {
    const c = coach();
    const away = tempFolder();
    await c.add('Ana Zquux');
    await c.json('backup', join(away, 'x.db'));
    const left = [
      join(dirname(c.db), '.netcoach.db.1.part'),
      join(away, '.x.db.1.part'),
      join(`${c.db}-backups`, '.daily-2026-11-22.db.1.part-journal'),
    ];
    for (const file of left) writeFileSync(file, 'Ana Zquux');
    await c.json('forget', 'Ana', '--yes');
    expect(left.filter((file) => existsSync(file))).toEqual([]);
  });

  it("but names copies on a disk that isn't there, and remembers them", async () => {
    const c = coach();
    const usb = tempFolder();
    const file = join(usb, 'b.db');
    await c.add('Ana Zquux');
    await c.json('backup', file);
    rmSync(file);
    await c.json('export', 'json', join(tempFolder(), 'kept.json'));
    const done = await c.json<{ unreached: string[] }>('forget', 'Ana', '--yes');
    expect(done.unreached).toContain(file);
    const db = openStore(c.db, quiet);
    expect(readCopies(db)).toContain(file);
    db.close();
  });
});

describe('forget takes the name', () => {
  /** All that is left of the log after Priya Shah was forgotten, as text and as the command's answer. */
  async function forgotten(
    note: string,
    prepare: (c: Coach) => Promise<unknown> = async () => undefined,
  ): Promise<{ note: string; title: string; left: unknown; stdout: string }> {
    const c = coach();
    const address = ['--linkedin', 'https://www.linkedin.com/in/pshah-4711'];
    await c.add('Priya Shah', ...address, '--email', 'pri.sh@x.example');
    await c.add('Tom Becker', '--note', note);
    await c.log('meeting', 'Tom Becker', note, '2026-11-20');
    await prepare(c);
    const done = await c.json<{ left: unknown }>('forget', '#1', '--yes');
    const all = JSON.parse((await c.run('export', 'json')).stdout) as {
      people: Array<{ name: string; note: string }>;
      interactions: Array<{ title: string }>;
    };
    return {
      note: all.people.find(({ name }) => name === 'Tom Becker')?.note ?? '',
      title: all.interactions[0]?.title ?? '',
      left: done.left,
      stdout: JSON.stringify(all),
    };
  }

  it.each([
    ['priya shah', 'someone'],
    ['priya was late, PRIYA too', 'someone was late, someone too'],
    ['Ask Priya Monday', 'Ask someone Monday'],
    ['Dear Shah', 'Dear someone'],
    ['the Priya-led plan', 'the someone-led plan'],
    ['Shah, Priya', 'someone'],
    ['priyashah or priya.shah', 'someone or someone'],
    ['@pshah-4711 on the site', '@someone on the site'],
    ['linkedin.com/in/PSHAH-4711/', 'linkedin.com/in/someone/'],
    ['pri.sh wrote', 'someone wrote'],
  ])('in texts of others: %j', async (text, after) => {
    expect(await forgotten(text)).toMatchObject({ note: after, title: after, left: [] });
  });

  it('but not where somebody else has it, and says so', async () => {
    const { note, left } = await forgotten('priya and Shah', (c) => c.add('Priya Iyer'));
    expect(note).toBe('priya and someone');
    expect(left).toEqual([{ word: 'Priya', texts: 2 }]);
  });

  it('but not where it is my own name', async () => {
    const { note } = await forgotten('Priya and Shah', (c) =>
      c.json('me', '--name', 'Priya Ortiz'),
    );
    expect(note).toBe('Priya and someone');
  });

  it('but not in a company, nor where it is an ordinary word, and says so', async () => {
    const { note, left } = await forgotten('Shah Motors, the last shah, Shah', (c) =>
      c.add('Wei Chen', '--company', 'Shah Motors'),
    );
    expect(note).toBe('Shah Motors, the last shah, someone');
    expect(left).toEqual([{ word: 'Shah', texts: 3 }]);
  });

  it('and says on the screen what it left', async () => {
    const c = coach();
    await c.add('Grace May');
    await c.add('Tom Becker', '--note', 'grace in May');
    const { stdout } = await c.run('forget', 'Grace', '--yes');
    expect(stdout).toContain(
      `Left in on purpose, because someone else has that name or it's an ordinary word:\n"Grace" in 1 text, "May" in 1 text.`,
    );
  });
});

describe('a backup of another database', () => {
  it('is named and left as it is, whoever is in it', async () => {
    const [c, other] = [coach(), coach()];
    const file = join(tempFolder(), 'shared.db');
    await c.add('Ana Ruiz', '--email', 'ana@x.example');
    await c.json('backup', file);
    rmSync(file);
    for (const name of ['Tom Becker', 'Ana Ruiz', 'Wei Chen']) await other.add(name);
    await other.json('edit', 'Ana', '--note', 'a namesake', '--email', 'ar77@y.example');
    await other.json('backup', file);
    const before = readFileSync(file);
    await c.add('Zoe Zap', '--note', 'wrote to ar77@y.example');
    const done = await c.json<{ unreached: string[]; foreign: string[] }>('forget', 'Ana', '--yes');
    expect([done.unreached, done.foreign]).toEqual([[file], [file]]);
    expect(readFileSync(file).equals(before)).toBe(true);
    const { stdout } = await c.run('export', 'json');
    expect(stdout).toContain('ar77@y.example');
    expect((await c.run('forget', 'Zoe', '--yes')).stdout).toContain(
      `Left unchanged, because it's a backup of another database. It may mention them,\nor someone with the same name:\n  ${file}\n`,
    );
  });
});

describe('an export whose name holds theirs', () => {
  it('stays on the list, for the next who is forgotten', async () => {
    const c = coach();
    const file = join(tempFolder(), 'priya.json');
    await c.add('Priya Shah');
    await c.add('Tom Becker');
    await c.json('export', 'json', file);
    for (const name of ['Priya', 'Tom']) {
      const done = await c.json<{ unreached: string[] }>('forget', name, '--yes');
      expect(done.unreached).toEqual([file]);
    }
  });
});
