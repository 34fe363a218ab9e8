import { statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { backupFolder } from '../../src/database/file.ts';
import { json, run, tempDb, tempFolder } from '../helpers/run.ts';

describe('netcoach backup', () => {
  it('says where the copy is and what it contains', async () => {
    const options = { db: tempDb(), today: '2026-11-22' };
    await run(['log', '--kind', 'event', '--with', 'Priya Shah', '--title', 'Offsite'], options);
    const file = join(tempFolder(), 'mine.db');
    interface Made {
      backup: { file: string; bytes: number; people: number; interactions: number };
    }
    const made = await json<Made>(['backup', file], options);
    expect(made.backup).toEqual({ file, bytes: statSync(file).size, people: 1, interactions: 1 });
    const own = await json<Made>(['backup'], options);
    expect(dirname(own.backup.file)).toBe(backupFolder(options.db));
    expect((await run(['backup'], options)).stdout).toMatch(/1 person, 1 interaction/);
    const taken = join(tempFolder(), 'letter.txt');
    writeFileSync(taken, 'Dear Tom');
    expect(await run(['backup', taken], options)).toMatchObject({ code: 2, stdout: '' });
  });
});
