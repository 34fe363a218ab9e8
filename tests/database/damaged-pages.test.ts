/** A byte that turned, anywhere in the file: nothing is written to it, and nobody is told something untrue. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { change } from '../../src/database/change.ts';
import { openStore } from '../../src/database/open.ts';
import { MIGRATIONS, TRIGGERS } from '../../src/database/schema.ts';
import { triggersSum } from '../../src/database/transaction.ts';
import { addInteraction } from '../../src/store/interactions.ts';
import { addPerson } from '../../src/store/people.ts';
import { quiet } from '../helpers/databases.ts';
import { run, tempDb, tempFolder } from '../helpers/run.ts';

const WRITES = [
  ['add', 'Zed Zulu'],
  ['log', '--kind', 'project', '--with', 'Person 3 Last', '--title', 'Apollo'],
  ['done', 'Person 3 Last'],
  ['edit', 'Person 4 Last', '--role', 'chief'],
  ['undo'],
  ['sent', 'Person 5 Last'],
  ['forget', 'Person 6 Last', '--yes'],
];

/** A log with this many people, each with interactions: its bytes. */
function bytesOf(people: number, interactions: number): Buffer {
  const path = tempDb();
  const db = openStore(path, quiet);
  change(db, 'import', () => {
    const ids = Array.from({ length: people }, (_, i) =>
      addPerson(db, { name: `Person ${i} Last`, note: `likes tea, and more of it ${i}` }),
    );
    for (let i = 0; i < interactions; i++) {
      const date = `2026-11-${21 - (i % 20)}`.replace(/-(\d)$/, '-0$1');
      const title = `Matter ${i} of the week`;
      addInteraction(db, { kind: 'project', date, title, note: 'n'.repeat(40) }, [
        { person: ids[i % people] as number, highlight: null },
      ]);
    }
  });
  change(db, 'add: Ann', () => addPerson(db, { name: 'Ann Undone' }));
  db.close();
  return readFileSync(path);
}

/** Where the pages begin. */
const pagesOf = (bytes: Buffer) =>
  Array.from({ length: bytes.length / 4096 }, (_, page) => page * 4096);

/** What is in the files of a folder, but for the lock. */
const filesIn = (folder: string) =>
  Object.fromEntries(
    readdirSync(folder)
      .filter((name) => name !== '.lock')
      .map((name) => [name, readFileSync(join(folder, name), 'latin1')]),
  );

/** Runs a command on a copy with a turned byte. */
async function runOn(bytes: Buffer, at: number, args: string[]) {
  const db = tempDb();
  const turned = Buffer.from(bytes);
  turned.writeUInt8(turned.readUInt8(at) ^ 0xff, at);
  writeFileSync(db, turned, { mode: 0o600 });
  const ended = await run(args, { db, today: '2026-11-22' });
  const isSame = readFileSync(db).equals(turned) && !existsSync(`${db}-wal`);
  return { ...ended, db, isSame };
}

it('the triggers of a new database are those that are looked for', () => {
  const db = openStore(tempDb(), quiet);
  expect(TRIGGERS).toEqual({ format: MIGRATIONS.length, sum: triggersSum(db) });
  db.close();
});

describe('a turned byte', () => {
  let bytes: Buffer;
  /** Too large to be checked before each write. */
  let large: Buffer;
  beforeAll(() => {
    bytes = bytesOf(30, 120);
    large = bytesOf(200, 3000);
    expect(large.length).toBeGreaterThan(1 << 20);
  });

  it('in a page: every write is refused, or done with everything readable after it', async () => {
    // The head of every page, where its kind and its cells are; each command has its turn.
    for (const at of pagesOf(bytes).slice(1)) {
      const args = WRITES[(at / 4096) % WRITES.length] as string[];
      const { code, stderr, isSame, db } = await runOn(bytes, at, args);
      const where = `${args[0]} with byte ${at}: ${stderr}`;
      expect(stderr, where).not.toMatch(/internal error/);
      if (code === 0) {
        expect((await run(['export', 'json'], { db })).code, where).toBe(0);
        expect((await run(['doctor'], { db })).stdout, where).not.toMatch(/damaged/);
      } else {
        expect(stderr, where).toMatch(/^netcoach: .* is damaged.*netcoach doctor\n$/);
        expect(isSame, where).toBe(true);
      }
    }
  });

  it.each([
    [16, 'page size'],
    [18, 'format to write'],
    [19, 'format to read'],
    [20, 'reserved space'],
    [21, 'payload'],
    [22, 'payload'],
    [23, 'payload'],
    [46, 'schema format'],
    [47, 'schema format'],
    [55, 'vacuum'],
    [56, 'encoding'],
    [59, 'encoding'],
    [67, 'vacuum'],
  ])('at %i of the header (%s) is named by doctor and every command', async (at) => {
    for (const args of [...WRITES, ['people'], ['suggest'], ['export', 'json']]) {
      const { code, stderr, isSame } = await runOn(bytes, at, args);
      expect([code, isSame]).toEqual([1, true]);
      expect(stderr).toContain(
        `is damaged: byte ${at} of its header has changed since it was written`,
      );
      expect(stderr).toContain('netcoach doctor');
    }
    const doctor = await runOn(bytes, at, ['doctor']);
    expect(doctor.code).toBe(1);
    expect(doctor.stdout.replaceAll(/\s+/g, ' ')).toContain(
      `is damaged: byte ${at} of its header has changed since it was written`,
    );
  });

  it.each([68, 69, 70, 71])('at %i, in the mark of netcoach, is damage', async (at) => {
    const { db } = await runOn(bytes, at, ['people']);
    mkdirSync(`${db}-backups`, { recursive: true, mode: 0o700 });
    writeFileSync(`${db}-backups/.netcoach`, '', { mode: 0o600 });
    for (const args of WRITES) {
      const { code, stderr } = await run(args, { db });
      expect(code).toBe(1);
      expect(stderr).toMatch(/is damaged.*netcoach doctor/);
    }
  });

  it.each([60, 61, 62, 63])('at %i, in the format, leads to doctor, which names it', async (at) => {
    const { stderr, isSame } = await runOn(bytes, at, ['add', 'Zed Zulu']);
    expect(stderr).toMatch(/newer netcoach.*netcoach doctor/);
    expect(isSame).toBe(true);
    const doctor = await runOn(bytes, at, ['doctor']);
    expect(doctor.code).toBe(1);
    expect(doctor.stdout.replaceAll(/\s+/g, ' ')).toMatch(/its header is damaged/);
  });

  it('in the text of a trigger is found, in a file of any size', async () => {
    for (const whole of [bytes, large]) {
      const at =
        whole.indexOf('CREATE TRIGGER person_altered') + 'CREATE TRIGGER person_altered '.length;
      const turned = Buffer.from(whole);
      // Lower case for upper case: SQLite doesn't mind.
      turned.writeUInt8(turned.readUInt8(at) ^ 0x20, at);
      const db = tempDb();
      writeFileSync(db, turned, { mode: 0o600 });
      const { code, stderr } = await run(['add', 'Zed Zulu'], { db });
      expect([code, stderr]).toEqual([1, expect.stringMatching(/is damaged.*netcoach doctor/)]);
      expect(readFileSync(db).equals(turned)).toBe(true);
      expect((await run(['doctor'], { db })).stdout).toContain('trigger person_altered');
      // What can be read is shown; that it was shown can't be kept.
      const list = await run(['suggest'], { db, tty: true, columns: 400 });
      expect([list.code, list.stdout]).toEqual([0, expect.stringContaining('Person ')]);
      expect(list.stderr).toMatch(/is damaged.*netcoach doctor/);
      expect(readFileSync(db).equals(turned)).toBe(true);
    }
  });

  it('is found before forget rewrites the backups, and before sync writes its file', async () => {
    for (const whole of [bytes, large]) {
      const db = tempDb();
      writeFileSync(db, whole, { mode: 0o600 });
      expect((await run(['backup'], { db })).code).toBe(0);
      const folder = `${db}-backups`;
      const turned = readFileSync(db);
      // The last page that isn't a leaf: no name is read from it.
      const at = pagesOf(turned).findLast((page) => [2, 5].includes(turned[page] as number)) ?? 0;
      turned.writeUInt8(turned.readUInt8(at + 12) ^ 0xff, at + 12);
      writeFileSync(db, turned);
      const before = filesIn(folder);
      const { code, stderr } = await run(['forget', 'Person 6 Last', '--yes'], { db });
      expect([code, stderr]).toEqual([1, expect.stringMatching(/is damaged.*netcoach doctor/)]);
      expect(filesIn(folder)).toEqual(before);
      if (whole !== bytes) continue;
      const shared = tempFolder();
      expect((await run(['sync', shared], { db })).code).toBe(1);
      expect(filesIn(shared)).toEqual({});
    }
  });

  it('that only shows after a change is saved: it says so, and exits with 0', async () => {
    let told = 0;
    for (let page = 1; page < large.length / 4096 && told === 0; page += 5) {
      const args = ['log', '--kind', 'project', '--with', 'Person 3 Last', '--title', 'Apollo'];
      const { code, stdout, stderr, isSame, db } = await runOn(large, page * 4096, args);
      expect(stderr).not.toMatch(/internal error/);
      if (code !== 0) {
        expect(stderr).toMatch(/is damaged.*netcoach doctor/);
        expect([stdout, isSame]).toEqual(['', true]);
      } else if (stderr !== '') {
        told++;
        expect(stderr).toMatch(
          /^netcoach: this is saved, but \S+ is damaged\. Don't enter it again/,
        );
        const kept = openStore(db, quiet);
        const last = kept.prepare('SELECT title FROM interaction ORDER BY id DESC LIMIT 1');
        expect(last.pluck().get()).toBe('Apollo');
        kept.close();
      }
    }
    expect(told).toBeGreaterThan(0);
  });
});
