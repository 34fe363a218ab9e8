/** What a command leaves that was killed is a log; a flipped byte in it loses what was written after. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { connect } from '../../src/database/sqlite.ts';
import { type Coach, coach } from '../helpers/coach.ts';

/** A database as if killed after four more people were added, each in a change; where their frames begin. */
async function killed(): Promise<{ c: Coach; starts: number[]; log: Buffer }> {
  const c = coach();
  await c.add('Priya Shah');
  await c.add('Wei Chen');
  const open = connect(c.db);
  open.pragma('wal_autocheckpoint = 0');
  open.prepare('SELECT 1 FROM person').get();
  const starts: number[] = [];
  for (const name of ['Ana Ruiz', 'Tom Becker', 'Zoe Zap', 'Ben Olsen']) {
    starts.push(existsSync(`${c.db}-wal`) ? readFileSync(`${c.db}-wal`).length : 32);
    await c.add(name);
  }
  const [file, log] = [readFileSync(c.db), readFileSync(`${c.db}-wal`)];
  open.close();
  writeFileSync(c.db, file, { mode: 0o600 });
  writeFileSync(`${c.db}-wal`, log, { mode: 0o600 });
  return { c, starts, log };
}

describe('a damaged log', () => {
  it('is reported by doctor and by the next command, which keeps it', async () => {
    const { c, starts, log } = await killed();
    const at = (starts[2] ?? 0) + 24 + 100;
    log.writeUInt8(log.readUInt8(at) ^ 1, at);
    writeFileSync(`${c.db}-wal`, log);
    const doctor = await c.with({ columns: 400 }, 'doctor');
    expect(doctor.code).toBe(1);
    expect(doctor.stdout).toContain(
      `the log of ${c.db} is damaged: the last changes in it are lost`,
    );
    const { stderr, stdout } = await c.run('people');
    expect(stdout).toMatch(/Tom Becker/);
    expect(stdout).not.toMatch(/Zoe Zap|Ben Olsen/);
    expect(stderr).toMatch(
      /^netcoach: the log of \S+ was damaged, and the last changes are lost\. It is kept as \S+\. Compare with the newest backup: netcoach doctor/,
    );
    const folder = `${c.db}-backups`;
    const [kept = ''] = readdirSync(folder).filter((name) => name.endsWith('-wal'));
    expect(readFileSync(join(folder, kept)).equals(log)).toBe(true);
    expect((await c.run('people')).stderr).toBe('');
  });

  it('is none where a change was cut short, nor where the log is whole', async () => {
    const { c, log } = await killed();
    for (const length of [log.length, log.length - 4096 - 24, log.length - 10]) {
      writeFileSync(`${c.db}-wal`, log.subarray(0, length));
      const { stdout } = await c.with({ columns: 400 }, 'doctor');
      expect(stdout).not.toContain('damaged');
    }
    expect((await c.run('people')).stderr).toBe('');
  });
});
