import { spawnSync } from 'node:child_process';
import { chmodSync, readFileSync, rmSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { VERSION } from '../../src/program.ts';
import { listBackups } from '../../src/store/backup.ts';
import { change } from '../../src/store/change.ts';
import { backupFolder } from '../../src/store/file.ts';
import { examine, type Finding } from '../../src/store/health.ts';
import { addInteraction } from '../../src/store/interactions.ts';
import { type Database, openStore } from '../../src/store/open.ts';
import { addPerson } from '../../src/store/people.ts';
import { connect } from '../../src/store/sqlite.ts';
import { json, run, tempDb } from '../helpers/run.ts';

function filled(work: (db: Database) => void = () => undefined): string {
  const path = tempDb();
  const db = openStore(path, () => undefined);
  const id = change(db, 'add', () => addPerson(db, { name: 'Priya Shah', email: 'priya@x.org' }));
  change(db, 'log', () =>
    addInteraction(db, { kind: 'project', date: '2026-11-20', title: 'Apollo' }, [
      { person: id, highlight: null },
    ]),
  );
  work(db);
  db.close();
  return path;
}

function spoil(path: string, sql: string): void {
  const db = connect(path);
  db.pragma('foreign_keys = OFF');
  db.unsafeMode();
  db.exec(sql);
  db.close();
}

/** Examines, and expects that nothing was changed by it. */
function look(path: string): Finding[] {
  const before = readFileSync(path);
  const found = examine(path);
  expect(readFileSync(path).equals(before)).toBe(true);
  return found;
}

describe('doctor', () => {
  it('finds nothing wrong with a sound database', () => expect(look(filled())).toEqual([]));

  it('makes no database where there is none', () => {
    const path = tempDb();
    expect(examine(path)).toMatchObject([{ severity: 'advice', command: 'netcoach log' }]);
    expect(() => readFileSync(path)).toThrow();
  });

  it.each<[string, string, RegExp]>([
    ['a row that is not as it was written', `UPDATE person SET note = 'kind'`, /person 1 is not/],
    ['a count that does not fit', 'UPDATE person SET interactions = 7', /counted for person 1/],
    ['a last contact that does not fit', 'UPDATE person SET last_contact = NULL', /counted for/],
    ['a row that leads nowhere', 'DELETE FROM interaction', /participant names no interaction/],
    ['a day that does not fit', `UPDATE participant SET day = '2001-01-01'`, /took part in inter/],
    [
      'a foreign trigger',
      'CREATE TRIGGER x AFTER INSERT ON skip BEGIN DELETE FROM person; END',
      /trigger x is not ours/,
    ],
    ['a missing index', 'DROP INDEX interaction_day', /index interaction_day is missing/],
    ['an altered table', 'ALTER TABLE skip ADD COLUMN more TEXT', /table skip is not ours/],
  ])('finds %s', (_name, sql, words) => {
    const path = filled();
    spoil(path, sql);
    const errors = look(path).filter(({ severity }) => severity === 'error');
    expect(errors.map(({ what }) => what).join('\n')).toMatch(words);
    for (const { command } of errors) expect(command).toMatch(/^netcoach restore/);
  });

  it.each<[string, (path: string) => void]>([
    ['cut short', (path) => truncateSync(path, 30_000)],
    ['overwritten', (path) => writeFileSync(path, 'x'.repeat(9000))],
    ['emptied', (path) => truncateSync(path, 0)],
  ])('names the backup for a file that was %s', (_name, damage) => {
    const path = filled((db) => {
      change(db, 'add', () => addPerson(db, { name: 'Tom Becker' }));
    });
    damage(path);
    const found = look(path);
    expect(found[0]).toMatchObject({ severity: 'error' });
    expect(found).toContainEqual({
      severity: 'error',
      what: expect.stringMatching(/newest good backup is of \d{4}-/),
      command: 'netcoach restore',
    });
    rmSync(backupFolder(path), { recursive: true });
    writeFileSync(join(dirname(path), 'x'), '');
    if (_name !== 'emptied')
      expect(look(path)).toContainEqual(
        expect.objectContaining({ command: 'netcoach restore FILE' }),
      );
  });

  it('says how much a damaged file still gives', () => {
    const path = filled();
    const bytes = readFileSync(path);
    const page = Array.from({ length: bytes.length / 4096 }, (_, i) => i * 4096).find(
      (at) => bytes[at] === 13 && bytes.subarray(at, at + 4096).includes('Apollo'),
    );
    bytes[page ?? 0] = 77;
    writeFileSync(path, bytes);
    expect(
      look(path)
        .map(({ what }) => what)
        .join(),
    ).toMatch(/1 people and 0 interactions can still/);
  });

  it('tells likely doubles and what nobody took part in, as advice', () => {
    const path = filled((db) => {
      change(db, 'add', () => addPerson(db, { name: 'PRIYA SHAH' }));
      change(db, 'add', () => addPerson(db, { name: 'P. Shah', email: 'Priya@x.org' }));
      change(db, 'log', () =>
        addInteraction(db, { kind: 'event', date: '2026-11-20', title: 'Alone' }, []),
      );
    });
    expect(look(path)).toEqual([
      { severity: 'advice', what: expect.stringMatching(/"Alone"/), command: 'netcoach delete 2' },
      { severity: 'advice', what: expect.any(String), command: 'netcoach merge "#2" "#1"' },
      { severity: 'advice', what: expect.any(String), command: 'netcoach merge "#3" "#1"' },
    ]);
  });

  it.skipIf(process.platform === 'win32')(
    'tells files that others may read, and mends none',
    () => {
      const path = filled((db) => {
        change(db, 'add', () => addPerson(db, { name: 'Tom Becker' }));
      });
      chmodSync(path, 0o640);
      chmodSync(backupFolder(path), 0o755);
      expect(look(path)).toEqual([
        { severity: 'warning', what: expect.any(String), command: `chmod 600 '${path}'` },
        {
          severity: 'warning',
          what: expect.any(String),
          command: `chmod 700 '${backupFolder(path)}'`,
        },
      ]);
    },
  );

  it('tells what unfinished runs left, an old backup, and a file that is mostly empty', () => {
    const path = filled((db) => {
      change(db, 'add', () => addPerson(db, { name: 'Tom Becker' }));
      db.exec(
        'CREATE TABLE filler (text); INSERT INTO filler VALUES (zeroblob(6000000)); DROP TABLE filler',
      );
    });
    const [backup] = listBackups(path);
    utimesSync(backup ?? '', 1_000, 1_000);
    const gone = spawnSync('node', ['-e', '']).pid;
    const left = join(backupFolder(path), `.daily-2026-01-01.db.${gone}.part`);
    writeFileSync(left, '', { mode: 0o600 });
    writeFileSync(`${left.replace(String(gone), String(process.ppid))}`, '', { mode: 0o600 });
    expect(look(path)).toEqual([
      {
        severity: 'advice',
        what: expect.stringMatching(/% of the file is empty/),
        command: 'netcoach backup && netcoach restore',
      },
      { severity: 'advice', what: expect.stringMatching(/days older/), command: 'netcoach backup' },
      { severity: 'advice', what: expect.stringMatching(/cut short/), command: `rm '${left}'` },
    ]);
  });

  it('ends with 1 when something is wrong, and with 0 for advice alone', async () => {
    interface Report {
      ok: boolean;
      findings: Finding[];
      versions: Record<string, string>;
    }
    const options = { db: filled() };
    const { ok, findings, versions } = await json<Report>(['doctor'], options);
    expect({ ok, findings }).toEqual({ ok: true, findings: [] });
    expect(versions).toEqual({
      netcoach: VERSION,
      sqlite: expect.stringMatching(/^3\./),
      node: process.versions.node,
    });
    expect((await run(['doctor'], options)).stdout).toMatch(/All is well/);
    spoil(options.db, 'UPDATE person SET interactions = 7');
    const { code, stdout } = await run(['doctor', '--json'], options);
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ ok: false });
    expect((await run(['doctor'], options)).stdout).toMatch(/error\n.*\n\s+netcoach restore/s);
  });
});
