/** The daily backup that outlives the first write of a day. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listBackups } from '../../src/database/backup.ts';
import { flawIn } from '../../src/database/copy.ts';
import { attemptOf, utcDay } from '../../src/database/daily-attempt.ts';
import { backupFolder } from '../../src/database/file.ts';
import { connect } from '../../src/database/sqlite.ts';
import { filled, spoil } from '../helpers/databases.ts';
import { type Result, run, spawnRun } from '../helpers/run.ts';

const env = { NETCOACH_BACKUP_FIRST: '' };
const attempt = (path: string) => join(backupFolder(path), '.daily');
const log = (db: string, title: string) =>
  spawnRun(['log', '--kind', 'project', '--with', 'Priya', '--title', title], { db, env });

/** A database with Priya, and no backup yet. */
function logged(): string {
  const path = filled();
  for (const file of listBackups(path)) rmSync(file);
  return path;
}

/** Waits until no backup is being made. */
async function ended(path: string): Promise<void> {
  while (attemptOf(path) === 'running') await new Promise((resolve) => setTimeout(resolve, 20));
}

const titlesIn = (file: string) => {
  const db = connect(file, { readonly: true });
  const titles = db.prepare('SELECT title FROM interaction ORDER BY id').pluck().all();
  db.close();
  return titles;
};

const succeeds = (result: Result) => expect(result, result.stderr).toMatchObject({ code: 0 });

describe('a postponed backup', () => {
  it('is made once, whole, with what the command wrote', async () => {
    const path = logged();
    succeeds(await log(path, 'Beacon'));
    await ended(path);
    const [file = ''] = listBackups(path);
    expect(flawIn(file)).toBeNull();
    expect(titlesIn(file)).toEqual(['Apollo', 'Beacon']);
    expect(readdirSync(backupFolder(path)).sort()).toEqual(
      ['.lock', '.netcoach', 'SHA256SUMS', `daily-${utcDay()}.db`].sort(),
    );
    const before = readFileSync(file);
    succeeds(await log(path, 'Comet'));
    expect(existsSync(attempt(path))).toBe(false);
    expect(readFileSync(file)).toEqual(before);
  });

  it('is made once by several commands that write at once', async () => {
    const path = logged();
    const titles = ['One', 'Two', 'Three', 'Four'];
    for (const result of await Promise.all(titles.map((title) => log(path, title))))
      succeeds(result);
    await ended(path);
    expect(existsSync(attempt(path))).toBe(false);
    const backups = listBackups(path);
    expect(backups).toHaveLength(1);
    expect(flawIn(backups[0] ?? '')).toBeNull();
  });

  it('is made by the next write, before it, where it was cut short', async () => {
    const path = logged();
    const gone = spawnSync('node', ['-e', '']).pid;
    writeFileSync(attempt(path), `${utcDay()} ${gone}`);
    const doctor = await run(['doctor'], { db: path });
    expect(doctor.stdout).toContain("today's backup was cut short");
    succeeds(await log(path, 'Beacon'));
    expect(existsSync(attempt(path))).toBe(false);
    expect(titlesIn(listBackups(path)[0] ?? '')).toEqual(['Apollo']);
  });

  it('is begun anew on another day', async () => {
    const path = logged();
    writeFileSync(attempt(path), `2026-01-01 ${process.pid}`);
    succeeds(await log(path, 'Beacon'));
    await ended(path);
    expect(titlesIn(listBackups(path)[0] ?? '')).toEqual(['Apollo', 'Beacon']);
  });

  it('stops the next write to a damaged database', async () => {
    const path = logged();
    spoil(path, `UPDATE interaction SET title = 'Apollp'`);
    succeeds(await log(path, 'Beacon'));
    await ended(path);
    expect(listBackups(path)).toEqual([]);
    const refused = await log(path, 'Comet');
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain('interaction 1 has changed since it was written');
    expect(titlesIn(path)).toEqual(['Apollp', 'Beacon']);
  });

  it('creates nothing where the database was deleted', async () => {
    const path = logged();
    const folder = dirname(path);
    writeFileSync(attempt(path), `${utcDay()} ${process.pid}`);
    rmSync(path);
    const kept = readdirSync(backupFolder(path));
    await spawnRun(['__daily-backup', path]);
    expect(existsSync(path)).toBe(false);
    expect(readdirSync(backupFolder(path))).toEqual(kept);
    renameSync(folder, `${folder}-gone`);
    await spawnRun(['__daily-backup', path]);
    expect(existsSync(folder)).toBe(false);
  });

  it('keeps nothing of a person who is forgotten meanwhile', async () => {
    const path = logged();
    succeeds(await log(path, 'Beacon'));
    succeeds(await spawnRun(['forget', 'Priya', '--yes'], { db: path, env }));
    await ended(path);
    for (const name of readdirSync(backupFolder(path)))
      expect(readFileSync(join(backupFolder(path), name), 'latin1'), name).not.toMatch(/priya/i);
  });

  it('is in what restore brings back', async () => {
    const path = logged();
    succeeds(await log(path, 'Beacon'));
    await ended(path);
    succeeds(await log(path, 'Comet'));
    succeeds(await spawnRun(['restore', '--yes'], { db: path, env }));
    expect(titlesIn(path)).toEqual(['Apollo', 'Beacon']);
  });
});
