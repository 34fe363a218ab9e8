import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { backup } from '../../src/database/backup.ts';
import { change } from '../../src/database/change.ts';
import { matchesDigest, recordDigest } from '../../src/database/copy.ts';
import { openStore } from '../../src/database/open.ts';
import { examine } from '../../src/doctor/health.ts';
import { forget } from '../../src/forget/forget.ts';
import { addPerson } from '../../src/store/people.ts';
import { tempDb, tempFolder } from '../helpers/run.ts';

function filled(): Database {
  const db = openStore(tempDb(), () => undefined);
  for (const name of ['Priya Shah', 'Tom Becker']) change(db, 'add', () => addPerson(db, { name }));
  return db;
}

const digestOf = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');
const listOf = (file: string) => join(dirname(file), 'SHA256SUMS');

describe('the checksums of backups', () => {
  it('are in the private folder, in a format that other programs can check', () => {
    const db = filled();
    // The first change made the daily backup.
    const { file } = backup(db, null);
    const folder = dirname(file);
    const lines = readFileSync(listOf(file), 'utf8').trimEnd().split('\n');
    expect(lines.length).toBe(2);
    for (const line of lines) {
      const [digest, name] = line.split('  ');
      expect(digest).toBe(digestOf(join(folder, String(name))));
    }
    expect(lines.at(-1)).toContain(basename(file));
    if (process.platform !== 'win32') expect(statSync(listOf(file)).mode & 0o777).toBe(0o600);
    db.close();
  });

  it('cover the copies that are there, and none elsewhere', () => {
    const db = filled();
    const { file } = backup(db, null);
    rmSync(file);
    const second = backup(db, null).file;
    expect(readFileSync(listOf(file), 'utf8')).not.toContain(basename(file));
    expect(matchesDigest(second)).toBe(true);
    const mine = join(tempFolder(), 'mine.db');
    backup(db, mine);
    expect(existsSync(listOf(mine))).toBe(false);
    expect(matchesDigest(mine)).toBe(false);
    db.close();
  });

  it('match a copy after someone in it was forgotten', () => {
    const db = filled();
    const { file } = backup(db, null);
    const before = digestOf(file);
    forget(db, 1);
    expect(digestOf(file)).not.toBe(before);
    expect(matchesDigest(file)).toBe(true);
    db.close();
  });

  it('reveal a flipped bit, and say nothing if the list is missing or unreadable', () => {
    const db = filled();
    const { file } = backup(db, null);
    const bytes = readFileSync(file);
    const flipped = Buffer.from(bytes);
    flipped.writeUInt8(flipped.readUInt8(5000) ^ 1, 5000);
    writeFileSync(file, flipped);
    expect(matchesDigest(file)).toBe(false);
    writeFileSync(file, bytes);
    expect(matchesDigest(file)).toBe(true);
    writeFileSync(listOf(file), `${'f'.repeat(63)}  ${basename(file)}\n\0\u009b__proto__`);
    expect(matchesDigest(file)).toBe(false);
    recordDigest(file);
    expect(matchesDigest(file)).toBe(true);
    rmSync(listOf(file));
    expect(matchesDigest(file)).toBe(false);
    mkdirSync(listOf(file));
    expect(matchesDigest(file)).toBe(false);
    db.close();
  });

  it('cover a copy too large to read at once', () => {
    const folder = tempFolder();
    const file = join(folder, 'large.db');
    writeFileSync(file, Buffer.alloc(2_500_000, 'netcoach'));
    recordDigest(file);
    expect(readFileSync(listOf(file), 'utf8')).toBe(`${digestOf(file)}  large.db\n`);
    expect(matchesDigest(file)).toBe(true);
  });

  it('let the doctor skip the checks of an unchanged backup, and of no other', () => {
    const db = filled();
    const { file } = backup(db, null);
    const path = db.name;
    db.close();
    writeFileSync(file, readFileSync(file).fill(255, 4096, 4200));
    const finding = { what: expect.stringContaining("doesn't pass its checks") };
    expect(examine(path)).toMatchObject([finding]);
    // Only the recorded checksum says that it was checked.
    recordDigest(file);
    expect(examine(path)).toEqual([]);
    rmSync(listOf(file));
    expect(examine(path)).toMatchObject([finding]);
  });
});
