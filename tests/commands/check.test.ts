import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { coach } from '../helpers/coach.ts';
import { tempFolder } from '../helpers/run.ts';

const GOOD = `Hi Priya, thank you for your rollback plan at the Apollo launch. I'd be glad to stay in touch.`;

async function finished() {
  const c = coach();
  await c.json('me', '--name', 'Sam Ortiz', '--role', 'engineer');
  await c.log(
    'project',
    'Priya Shah',
    'Apollo launch',
    '2026-11-20',
    '--note',
    'heard that she looks for another job',
  );
  return c;
}

interface Checked {
  ok: boolean;
  length: number;
  limit: number | null;
  problems: Array<{ rule: string }>;
}

describe('check', () => {
  it('exits with 0 for a good message, and with 1 for one with a problem', async () => {
    const c = await finished();
    expect(await c.run('check', GOOD, '--to', 'Priya')).toMatchObject({ code: 0, stderr: '' });
    const { code, stdout } = await c.run('check', 'Hi Tom, long time no see.', '--to', 'Priya');
    expect(code).toBe(1);
    expect(stdout).toContain('wrong-name');
  });

  it('returns each problem as JSON, with the length and the limit', async () => {
    const c = await finished();
    const { code, stdout } = await c.run('check', `${GOOD} {{name}}`, '--max', '20', '--json');
    expect(code).toBe(1);
    const { ok, length, limit, problems } = JSON.parse(stdout) as Checked;
    expect({ ok, length, limit }).toEqual({ ok: false, length: GOOD.length + 9, limit: 20 });
    expect(problems.map(({ rule }) => rule)).toEqual(
      expect.arrayContaining(['placeholder', 'too-long']),
    );
  });

  it('uses the limit of the channel: a note before connecting, a message after', async () => {
    const c = await finished();
    const limit = async () => (await c.json<Checked>('check', GOOD, '--to', 'Priya')).limit;
    expect(await limit()).toBe(200);
    await c.json('me', '--account', 'premium');
    expect(await limit()).toBe(300);
    await c.json('accepted', 'Priya');
    expect(await limit()).toBe(8000);
  });

  it('finds what only the log can tell: a private note', async () => {
    const c = await finished();
    const message = 'Hi Priya, I heard that she looks for another job, after the Apollo launch.';
    const { stdout } = await c.run('check', message, '--to', 'Priya', '--json');
    expect((JSON.parse(stdout) as Checked).problems.map(({ rule }) => rule)).toContain('private');
  });

  it('reads an argument, a file or standard input', async () => {
    const c = await finished();
    const file = join(tempFolder(), 'message.txt');
    writeFileSync(file, GOOD);
    const { stdout } = await c.run('check', GOOD, '--to', 'Priya');
    expect((await c.run('check', file, '--to', 'Priya')).stdout).toBe(stdout);
    expect((await c.with({ stdin: GOOD }, 'check', '-', '--to', 'Priya')).stdout).toBe(stdout);
    expect((await c.with({ stdin: GOOD }, 'check', '--to', 'Priya')).stdout).toBe(stdout);
  });

  it('rejects a file that is not UTF-8, and text that is not a message', async () => {
    const c = await finished();
    const file = join(tempFolder(), 'latin1.txt');
    writeFileSync(file, Buffer.from([0x48, 0xe9]));
    await c.fails('bad-file', 'check', file);
    await c.fails('usage', 'check', 'x'.repeat(100_001));
    await c.fails('usage', 'check', '');
    await c.fails('unknown-person', 'check', GOOD, '--to', '#99');
  });

  it('checks spelling on request, and knows the names in the log', async () => {
    const c = await finished();
    const rules = async (...more: string[]) => {
      const { stdout } = await c.run('check', `${GOOD} Do recieve my thanks.`, '--json', ...more);
      return (JSON.parse(stdout) as Checked).problems.filter(({ rule }) => rule === 'spelling');
    };
    expect(await rules()).toEqual([]);
    expect(await rules('--spelling')).toHaveLength(1);
  });
});
