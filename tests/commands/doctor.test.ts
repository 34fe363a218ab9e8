import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { VERSION } from '../../src/cli/version.ts';
import { change } from '../../src/database/change.ts';
import { openStore } from '../../src/database/open.ts';
import { connect } from '../../src/database/sqlite.ts';
import type { Finding } from '../../src/doctor/finding.ts';
import { addInteraction } from '../../src/store/interactions.ts';
import { addPerson } from '../../src/store/people.ts';
import { json, run, tempDb, tempFolder } from '../helpers/run.ts';

function filled(work: (db: Database) => void = () => undefined, path = tempDb()): string {
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

describe('doctor', () => {
  it('repeats --db in the commands it suggests', async () => {
    const db = filled(undefined, join(tempFolder(), 'my "$HOME" `x`.db'));
    spoil(db, 'UPDATE person SET interactions = 7');
    const word = `"${db.replace(/["$`]/g, '\\$&')}"`;
    const commands = async (options: string[], env: { db?: string }) => {
      const { stdout } = await run(['doctor', '--json', ...options], env);
      return (JSON.parse(stdout) as { findings: Finding[] }).findings.map(({ command }) => command);
    };
    expect(await commands(['--db', db], {})).toEqual([`netcoach --db ${word} restore`]);
    expect(await commands([], { db })).toEqual(['netcoach restore']);
  });

  it('exits with 1 when something is wrong, and with 0 for advice alone', async () => {
    interface Report {
      ok: boolean;
      findings: Finding[];
      versions: Record<string, string | null>;
    }
    const options = { db: filled() };
    const { ok, findings, versions } = await json<Report>(['doctor'], options);
    expect({ ok, findings }).toEqual({ ok: true, findings: [] });
    expect(versions).toEqual({
      netcoach: VERSION,
      sqlite: expect.stringMatching(/^3\./),
      built: null,
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
