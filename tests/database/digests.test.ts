/** The list of digests tells no lie, wherever a command is killed. */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { coach } from '../helpers/coach.ts';
import { spawnRun, tempFolder } from '../helpers/run.ts';

/** Ends the process after the n-th file was renamed or deleted. */
const KILLER = `const fs = require('node:fs');
let left = Number(process.env.KILL_AFTER);
for (const name of ['renameSync', 'rmSync']) {
  const real = fs[name];
  fs[name] = (...args) => {
    const there = name === 'renameSync' || fs.existsSync(args[0]);
    real(...args);
    if (there && --left === 0) process.kill(process.pid, 'SIGKILL');
  };
}`;

it.each<[string, number, string[]]>([
  ['forget', 1, ['forget', 'Priya', '--yes']],
  ['restore that deletes the oldest', 7, ['restore', '--yes']],
])(
  '%s',
  async (_name, backups, args) => {
    const c = coach();
    await c.add('Priya Shah');
    await c.add('Tom Becker');
    for (let i = 0; i < backups; i++) await c.json('restore', '--yes');
    const killer = join(tempFolder(), 'killer.cjs');
    writeFileSync(killer, KILLER);
    let kills = 0;
    for (let step = 1; step < 40; step++) {
      const folder = tempFolder();
      cpSync(dirname(c.db), folder, { recursive: true, preserveTimestamps: true });
      const db = join(folder, 'netcoach.db');
      const env = { NODE_OPTIONS: `--require ${killer}`, KILL_AFTER: String(step) };
      const ended = await spawnRun(args, { db, env }).then(
        ({ code }) => code,
        () => null,
      );
      if (ended === null) kills++;
      const backups = `${db}-backups`;
      expect(existsSync(join(backups, 'SHA256SUMS'))).toBe(true);
      expect(() =>
        execFileSync('sh', ['-c', 'sha256sum --check --quiet SHA256SUMS'], {
          cwd: `${db}-backups`,
          stdio: 'pipe',
        }),
      ).not.toThrow();
      if (ended === 0) break;
    }
    expect(kills).toBeGreaterThan(1);
  },
  120_000,
);
