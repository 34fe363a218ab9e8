import { describe, expect, it } from 'vitest';
import { answering } from '../helpers/answers.ts';
import { json, run, tempDb } from '../helpers/run.ts';

describe('netcoach undo', () => {
  const today = '2026-11-22';
  interface Undone {
    undone: { id: number; at: string; label: string };
  }
  interface Changes {
    changes: Array<{ id: number; at: string; label: string }>;
  }

  it('says which change it undid, and works back to the first', async () => {
    const options = { db: tempDb(), today };
    await run(['log', '--kind', 'project', '--with', 'Priya Shah', '--title', 'Apollo'], options);
    await run(['sent', 'Priya'], options);
    expect((await json<Undone>(['undo', '--yes'], options)).undone.label).toMatch(/Priya Shah/);
    expect((await run(['undo'], options)).stdout).toMatch(/Undone: log Apollo/);
    expect((await json<{ total: number }>(['people'], options)).total).toBe(0);
    const nothing = await run(['undo'], options);
    expect(nothing).toMatchObject({ code: 2, stdout: '' });
    expect(nothing.stderr).toMatch(/^netcoach: .*undo/);
  });

  it('asks nothing at a terminal: redo brings it back', async () => {
    const options = { db: tempDb(), today };
    await run(['add', 'Priya Shah'], options);
    const undone = await answering(options.db, today, ['undo'], []);
    expect(undone).toMatchObject({ code: 0, asked: [] });
    expect(undone.stdout).toMatch(/add Priya Shah[\s\S]*netcoach redo/);
    expect((await answering(options.db, today, ['redo'], [])).stdout).toContain('Priya Shah');
  });

  it('lists the last twenty, newest first', async () => {
    const options = { db: tempDb(), today };
    for (let i = 1; i <= 21; i++) await run(['add', `Person ${i}`], options);
    const { changes } = await json<Changes>(['undo', '--list'], options);
    expect(changes).toHaveLength(20);
    expect(changes[0]?.label).toMatch(/Person 21/);
    expect(changes[0]?.at).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
    expect((await run(['undo', '--list'], options)).stdout).toMatch(/Person 21/);
  });

  it('shows each change in local time', async () => {
    const options = { db: tempDb(), today };
    await run(['add', 'Priya Shah'], options);
    const { changes } = await json<Changes>(['undo', '--list'], options);
    const local = new Date(changes[0]?.at ?? '').toLocaleString('sv').slice(0, 16);
    expect((await run(['undo', '--list'], options)).stdout).toContain(local);
  });
});
