import { describe, expect, it } from 'vitest';
import { coach } from '../helpers/coach.ts';
import { run, tempDb } from '../helpers/run.ts';
import { checkSuggest, type Suggest } from '../helpers/shapes.ts';

describe('netcoach without a command', () => {
  it('gives three examples of how to start on an empty log', async () => {
    for (const tty of [true, false]) {
      const { code, stdout } = await coach().with({ tty }, '--no-color');
      expect(code).toBe(0);
      expect(stdout.match(/netcoach [a-z]/g)?.length).toBeGreaterThanOrEqual(3);
      expect(stdout).toMatch(/netcoach log /);
    }
  });

  it('gives examples that work as they are', async () => {
    const { stdout } = await coach().run();
    const logs = stdout
      .split('\n')
      .map((line) => /netcoach (log .*)$/.exec(line)?.[1])
      .filter((line) => line?.includes('--kind'));
    for (const line of logs) {
      const args = (line as string).match(/"[^"]*"|\S+/g)?.map((word) => word.replaceAll('"', ''));
      expect(await coach().run(...(args ?? [])), line).toMatchObject({
        code: 0,
      });
    }
  });

  it('does the same as suggest once something is logged', async () => {
    const c = coach();
    await c.log('project', 'Priya Shah', 'Apollo launch', '2026-11-20');
    expect(await c.run()).toEqual(await c.run('suggest'));
    expect(await c.run('--json')).toEqual(await c.run('suggest', '--json'));
  });

  it('returns an empty list in JSON for an empty log', async () => {
    const list = await coach().json<Suggest>();
    checkSuggest(list);
    expect(list.suggestions).toEqual([]);
  });

  it('works before there is a database', async () => {
    expect((await run([], {})).code).toBe(0);
    expect((await run(['--json'], { db: tempDb() })).code).toBe(0);
  });
});
