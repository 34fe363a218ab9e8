import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { json, run, tempDb } from '../helpers/run.ts';

describe('netcoach redo', () => {
  const today = '2026-11-22';

  it('brings undone changes back in order, until something else is changed', async () => {
    const options = { db: tempDb(), today };
    const all = async () => (await run(['export', 'json'], options)).stdout;
    await run(['log', '--kind', 'project', '--with', 'Priya Shah', '--title', 'Apollo'], options);
    const logged = await all();
    await run(['edit', 'Priya', '--call', 'Pri'], options);
    const edited = await all();
    await run(['delete', '1'], options);
    const deleted = await all();
    expect((await run(['undo'], options)).stdout).toContain('Redo it: netcoach redo');
    await run(['undo'], options);
    expect(await all()).toBe(logged);
    expect((await run(['undo', '--list'], options)).stdout).toContain('Undone: edit Priya Shah');
    const { redone } = await json<{ redone: { label: string } }>(['redo'], options);
    expect(redone.label).toBe('edit: Priya Shah');
    expect(await all()).toBe(edited);
    expect((await run(['redo'], options)).stdout).toContain('Redone: delete Apollo');
    expect(await all()).toBe(deleted);
    expect(await run(['redo'], options)).toMatchObject({ code: 2, stdout: '' });
    await run(['undo'], options);
    expect(await all()).toBe(edited);
    await run(['add', 'Tom Becker'], options);
    expect((await run(['redo'], options)).stderr).toMatch(/^netcoach: nothing to redo/);
    expect(await json(['doctor'], options)).toMatchObject({ ok: true });
  });

  it('leaves nothing of the forgotten', async () => {
    const options = { db: tempDb(), today };
    await run(['add', 'Priya Shah'], options);
    await run(['edit', 'Priya', '--note', 'swims'], options);
    await run(['undo'], options);
    await run(['forget', 'Priya', '--yes'], options);
    expect(await run(['redo'], options)).toMatchObject({ code: 2 });
    expect(readFileSync(options.db).includes('swims')).toBe(false);
  });
});
