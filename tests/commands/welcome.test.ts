/** `netcoach` on an empty log, on a terminal. */
import { writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { answering, CTRL_C } from '../helpers/answers.ts';
import { coach, TODAY } from '../helpers/coach.ts';

const start = (c: ReturnType<typeof coach>, ...typed: string[]) =>
  answering(c.db, TODAY, [], typed, { HOME: '/tmp' });

describe('netcoach on an empty log', () => {
  it('takes who I am, and then offers the other two', async () => {
    const c = coach();
    const done = await start(c, 'who you are', 'Sam Ortiz', 'nurse', '', '', 'Not now');
    expect(done.code).toBe(0);
    expect(await c.json('me')).toMatchObject({ me: { name: 'Sam Ortiz', role: 'nurse' } });
    expect(done.asked.at(-1)).toBe('How do you want to start?');
    expect(done.stderr).toContain('Tell me who you are: that lets messages introduce you.');
    const again = await start(c, 'Not now');
    expect(again.stdout).toBe('');
  });

  it('imports from a path as typed, in quotes or escaped', async () => {
    for (const typed of ['PATH', '"PATH"', "'PATH'", ' PATH ']) {
      const c = coach();
      const path = `${c.db} (1).csv`;
      writeFileSync(path, 'name,company\nPriya Shah,Northwind\n');
      const answer = typed.replace('PATH', path);
      const done = await start(c, 'Import', 'table', 'nowhere.csv', answer);
      expect(done.asked).toContain("There's nothing there. Give the path of a file or folder.");
      expect(await c.people()).toEqual(['Priya Shah']);
    }
    const c = coach();
    const path = `${c.db} (1).csv`;
    writeFileSync(path, 'name,company\nPriya Shah,Northwind\n');
    await start(c, 'Import', 'table', path.replace(/[ ()]/g, '\\$&'));
    expect(await c.people()).toEqual(['Priya Shah']);
  });

  it('logs something', async () => {
    const c = coach();
    const done = await start(c, 'Log', 'Ana Ruiz', 'coffee', '', '', '', '');
    expect(done.stdout).toContain('Logged #1: meeting, "coffee", today, with Ana Ruiz (new).');
  });

  it('changes nothing where nothing is said', async () => {
    const c = coach();
    expect((await start(c, 'who you are', '', '', '', '', CTRL_C)).code).toBe(130);
    expect((await start(c, 'Import', CTRL_C)).code).toBe(130);
    expect((await start(c, CTRL_C)).code).toBe(130);
    expect(await c.json('me')).toMatchObject({ me: { name: null } });
  });
});
