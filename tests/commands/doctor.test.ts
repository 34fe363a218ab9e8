import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { VERSION } from '../../src/cli/version.ts';
import type { Finding } from '../../src/doctor/finding.ts';
import { filled, spoil } from '../helpers/databases.ts';
import { json, run, tempFolder } from '../helpers/run.ts';

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
    expect((await run(['doctor'], options)).stdout).toMatch(/All.s well/);
    spoil(options.db, 'UPDATE person SET interactions = 7');
    const { code, stdout } = await run(['doctor', '--json'], options);
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ ok: false });
    expect((await run(['doctor'], options)).stdout).toMatch(/error\n.*\n\s+netcoach restore/s);
  });
});
