import { describe, expect, it } from 'vitest';
import { coach } from '../helpers/coach.ts';
import { run, tempDb } from '../helpers/run.ts';
import type { People, Shown } from '../helpers/shapes.ts';
import { unsafe } from '../helpers/text.ts';

const HOSTILE: [string, string][] = [
  ['a colour', 'Eve\u001b[31mRed'],
  ['a cleared screen', 'Eve\u001b[2J\u001b[H'],
  ['a window title', 'Eve\u001b]0;owned\u0007'],
  ['a hyperlink', 'Eve\u001b]8;;http://evil.example\u001b\\x'],
  ['the clipboard', 'Eve\u001b]52;c;AAAA\u0007'],
  ['an eight-bit escape', 'Eve\u009b31mRed\u009d0;t\u009c'],
  ['a turned line', 'Eve\u202egnp.exe\u202c'],
  ['an isolate', 'Eve\u2066a\u2069b\u2067'],
  ['a line break', 'Eve\nnetcoach: all is well'],
  ['a return', 'Eve\rMallory'],
  ['a line separator', 'Eve\u2028Mallory\u2029'],
  ['backspaces', 'Eve\u0008\u0008\u0008Bob'],
  ['a bell and a tab', 'Eve\u0007\tMallory'],
];

/** Refused as a usage error, or accepted and made safe: never printed raw. */
function check(result: { code: number; stdout: string; stderr: string }, told: string): void {
  expect([0, 2], `${told}: ${result.stderr}`).toContain(result.code);
  expect(unsafe(result.stdout), `${told} stdout`).toEqual([]);
  expect(unsafe(result.stderr), `${told} stderr`).toEqual([]);
}

describe.each(HOSTILE)('%s', (_, text) => {
  it('never reaches a terminal from names, titles and notes', async () => {
    const c = coach();
    await c.run('add', text, '--role', text, '--team', text, '--company', text, '--note', text);
    await c.run('add', 'Plain Jane', '--alias', text, '--skill', text, '--interest', text);
    for (const who of ['#1', 'Plain Jane']) {
      await c.run(
        ...['log', '--kind', 'project', '--with', who, '--title', text, '--on', '2026-11-20'],
        ...['--note', text, '--highlight', text],
      );
    }
    await c.run('me', '--name', text, '--role', text, '--goal', text);
    for (const args of [
      ['suggest', '--all'],
      ['people'],
      ['show', '#1'],
      ['show', 'Plain Jane'],
      ['why', '#1'],
      ['draft', '#1'],
      ['draft', '#1', '--channel', 'email'],
      ['interactions'],
      ['me'],
      ['sent', '#1'],
      ['accepted', '#1'],
      ['snooze', '#1'],
      ['edit', '#1', '--name', text],
      ['add', text],
      ['amend', '1', '--title', text],
      ['merge', '#1', 'Plain Jane'],
      ['delete', '1'],
    ]) {
      check(await c.run(...args, '--no-color'), args.join(' '));
    }
  });

  it('never comes back raw from the command line', async () => {
    for (const args of [
      [text],
      ['show', text],
      ['show', text, '--json'],
      ['rules', text],
      ['log', '--kind', text, '--with', 'Eve', '--title', 'x'],
      ['log', '--kind', 'project', '--with', 'Eve', '--title', 'x', '--on', text],
      ['suggest', '--limit', text],
      ['suggest', `--${text}`],
      ['amend', text, '--title', 'x'],
      ['people', '--status', text],
    ]) {
      const result = await run(args, { db: tempDb(), today: '2026-11-22' });
      check(result, JSON.stringify(args));
      expect(result.code).toBe(2);
    }
  });

  it('takes up one line in a list', async () => {
    const c = coach();
    await c.run('add', text);
    await c.run('add', 'Plain Jane');
    const count = (await c.json<People>('people')).total;
    const { stdout } = await c.run('people');
    const lines = stdout.split('\n').filter((line) => /Eve|Jane/.test(line));
    expect(lines).toHaveLength(count);
    expect(stdout).not.toMatch(/^netcoach: all is well/m);
  });

  it('is escaped or removed in JSON', async () => {
    const c = coach();
    await c.run('add', text, '--note', text);
    const { stdout } = await c.run('people', '--json');
    const controls = unsafe(stdout).filter((point) => /^U\+00[01]/.test(point));
    expect(controls).toEqual([]);
    expect(() => JSON.parse(stdout)).not.toThrow();
  });
});

describe('text that cannot be stored is rejected', () => {
  it.each([
    ['a NUL', 'Eve\u0000Mallory'],
    ['half a surrogate', 'Eve \ud83d'],
  ])('%s', async (_, text) => {
    const c = coach();
    for (const args of [
      ['add', text],
      ['add', 'Tom Becker', '--note', text],
      ['log', '--kind', 'project', '--with', text, '--title', 'Apollo'],
      ['log', '--kind', 'project', '--with', 'Eve', '--title', text],
    ]) {
      const { code } = await c.run(...args);
      if (code !== 0) {
        expect(code).toBe(2);
        continue;
      }
      const kept = JSON.stringify([await c.json('people'), await c.json('interactions')]);
      expect(kept).not.toMatch(/\ufffd|\\u0000|\\ud83d/i);
    }
  });
});

describe('ordinary text is stored unchanged', () => {
  it.each([
    '👩‍👩‍👧 Family',
    'עומר כהן',
    'عمر عزيز',
    '陳美玲',
    'Zoë Brontë',
    '🇳🇿 Aroha',
    'ไทย สมชาย',
    'नेहा शर्मा',
  ])('%s', async (name) => {
    const c = coach();
    await c.add(name, '--note', `${name} & Söhne`);
    const { person } = await c.json<Shown>('show', name);
    expect(person).toMatchObject({ name, note: `${name} & Söhne` });
    expect((await c.run('show', name)).stdout).toContain(name);
  });

  it('a note with many lines and scripts', async () => {
    const c = coach();
    const note = `${'A long evening. '.repeat(20_000)}The end`;
    await c.add('Priya Shah', '--note', note);
    expect((await c.person('Priya')).note).toBe(note);
  });
});
