/** Bare `netcoach` on a terminal: the list, then a person, then one key each. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { answering, CTRL_C } from '../helpers/answers.ts';
import { type Coach, coach, held, TODAY } from '../helpers/coach.ts';
import { run, tempFolder } from '../helpers/run.ts';
import { standIn } from '../helpers/writers.ts';

/** Priya first, then Tom. */
async function two() {
  const c = coach();
  await c.log('project', 'Priya Shah', 'Apollo launch', '2026-11-21');
  await c.log('project', 'Tom Becker', 'Borealis', '2026-11-12');
  return c;
}

const pick = (c: Coach, ...keys: string[]) => answering(c.db, TODAY, [], keys);

const everything = async (c: Coach) => (await c.run('export', 'json')).stdout;

describe('picking from the list', () => {
  it('shows the list in brief, then the message of the person picked', async () => {
    const c = await two();
    const { code, stdout } = await pick(c, '2', 'q');
    expect(code).toBe(0);
    const [list = '', picked = ''] = stdout.split('10 invitations left');
    expect(list).toContain('1. Priya Shah');
    expect(list).toContain('2. Tom Becker');
    expect(list).not.toContain('│');
    const { draft } = await c.draft('Tom');
    expect(picked.replaceAll(/\s*│\s*|\s+/g, ' ')).toContain(draft.text);
  });

  it('lets a program of mine word the message, where one is set', async () => {
    const c = await two();
    const text = 'Hi Tom, thank you for Borealis. I would like to stay in touch.';
    const program = standIn(`say(${JSON.stringify(text)})`);
    expect((await pick(c, '2', 'q')).asked.join()).not.toContain('your program');
    await c.json('config', 'writer', program.command);
    const { asked, stdout } = await pick(c, '2', 'p', 'q');
    expect(asked.join()).toContain('p worded by your program');
    expect(stdout.replaceAll(/\s*│\s*|\s+/g, ' ')).toContain(text);
  });

  it('shows another wording with w each time', async () => {
    const c = await two();
    const { stdout } = await pick(c, '2', 'w', 'w', 'q');
    const [, ...shown] = stdout.split(/\n(?= +│)/).map((part) => part.replaceAll(/\s*│\s*/g, ' '));
    const messages = shown.filter((one) => one.includes('Hi Tom'));
    expect(messages).toHaveLength(3);
    expect(new Set(messages).size).toBe(3);
  });

  it('takes the first with Enter, and leaves with q', async () => {
    const c = await two();
    const before = await everything(c);
    expect((await pick(c, '', 'q')).stdout).toContain('Hi Priya');
    expect((await pick(c, 'q')).code).toBe(0);
    expect(await everything(c)).toBe(before);
  });

  it('goes to the person whose number is typed, and does what the next key says', async () => {
    const c = await two();
    const { code, stdout } = await pick(c, '1', '2', 'd', 'q');
    expect(code).toBe(0);
    expect(stdout).toContain('Tom Becker: invited');
    expect(stdout).not.toContain('Priya Shah: invited');
  });

  it('undoes the last thing done here, and comes back to that person', async () => {
    const c = await two();
    const before = await everything(c);
    const { asked, stderr, stdout } = await pick(c, '1', 'k', 'u', 'q');
    expect(asked[1]).not.toContain('u undo');
    expect(asked[2]).toContain('u undo');
    expect(stderr).toContain('Undone: skip: Priya Shah');
    expect(stdout.lastIndexOf('Hi Priya')).toBeGreaterThan(stdout.lastIndexOf('Hi Tom'));
    expect(await everything(c)).toBe(before);
  });

  it('records what was done, and goes on with the next', async () => {
    const c = await two();
    const { code, stdout, stderr, keys } = await pick(c, '1', 'd', 'd');
    expect([code, keys]).toEqual([0, 3]);
    expect(stdout).toContain('Priya Shah: invited');
    expect(stdout).toContain('Tom Becker: invited');
    expect(stderr).toContain("That's everyone for today.");
    expect((await c.suggest()).suggestions).toEqual([]);
  });

  it.each([
    ['s', 'snoozed'],
    ['k', 'skipped'],
  ])('%s: %s', async (key, reason) => {
    const c = await two();
    await pick(c, '1', key, 'q');
    expect(held(await c.suggest(), 'Priya Shah')?.reason).toBe(reason);
    expect(held(await c.suggest(), 'Tom Becker')).toBeUndefined();
  });

  it('n goes round without changing anything', async () => {
    const c = await two();
    const before = await everything(c);
    const { stdout } = await pick(c, '2', 'n', 'n', 'q');
    expect(stdout.match(/Hi (\w+)/g)).toEqual(['Hi Tom', 'Hi Priya', 'Hi Tom']);
    expect(await everything(c)).toBe(before);
  });

  it('w gives every wording in turn, and y says why', async () => {
    const c = await two();
    const { variants } = await c.draft('Priya');
    const keys = Array.from({ length: variants }, () => 'w');
    const { stdout } = await pick(c, '1', ...keys, 'y', 'q');
    const messages = stdout.split('│').length;
    expect(messages).toBeGreaterThan(variants);
    for (let variant = 1; variant <= variants; variant++) {
      const { draft } = await c.draft('Priya', '--variant', String(variant));
      expect(stdout.replaceAll(/\s*│\s*|\s+/g, ' ')).toContain(draft.text);
    }
    expect(stdout).toContain('= score');
  });

  it('e opens the editor, and c copies what was edited', async () => {
    const c = await two();
    const folder = tempFolder();
    const editor = join(folder, 'editor.sh');
    writeFileSync(editor, `#!/bin/sh\necho 'My own words.' > "$1"\n`, { mode: 0o755 });
    const env = { EDITOR: editor, XDG_RUNTIME_DIR: folder };
    const { code, stdout } = await answering(c.db, TODAY, [], ['1', 'e', 'c', 'q'], env);
    expect(code).toBe(0);
    expect(stdout).toContain('│ My own words.');
    // The terminal's own way to copy, as there is no clipboard program without a display.
    expect(stdout).toContain(Buffer.from('My own words.').toString('base64'));
    expect(readFileSync(editor, 'utf8')).toContain('#!/bin/sh');
  });

  it('b copies and records', async () => {
    const c = await two();
    const { stdout } = await pick(c, '1', 'b', 'q');
    expect(stdout).toContain('\u001b]52;c;');
    expect((await c.person('Priya')).connection.status).toBe('invited');
  });

  it('goes on after a trouble with one person', async () => {
    const c = await two();
    const env = { EDITOR: 'false' };
    const { code, stderr } = await answering(c.db, TODAY, [], ['1', 'e', 'n', 'q'], env);
    expect(code).toBe(0);
    expect(stderr).toContain('the editor (false) ended with an error');
  });

  it('offers no message to copy where there is none to write', async () => {
    const c = coach();
    await c.log('project', 'Priya Shah', 'Apollo launch', '2026-10-20');
    await c.json('sent', 'Priya', '--on', '2026-10-20');
    const { asked } = await pick(c, '1', 'd');
    expect(asked[1]).toContain('d done');
    expect((await c.person('Priya')).connection.status).toBe('withdrawn');
  });
});

describe('leaving the list with Ctrl-C', () => {
  it.each([[[CTRL_C]], [['1', CTRL_C]], [['1', 'w', CTRL_C]], [['1', 'n', CTRL_C]]])(
    'after %j changes nothing',
    async (keys) => {
      const c = await two();
      const before = await everything(c);
      const { code, stderr } = await pick(c, ...keys);
      expect(code).toBe(130);
      expect(stderr).toContain('Cancelled; nothing saved.');
      expect(await everything(c)).toBe(before);
    },
  );

  it('keeps what was done before, and says so', async () => {
    const c = await two();
    const { code, stderr } = await pick(c, '1', 'd', CTRL_C);
    expect(code).toBe(130);
    expect(stderr).toContain('Stopped; what you did before is saved.');
    expect((await c.person('Priya')).connection.status).toBe('invited');
    expect((await c.person('Tom')).connection.status).toBe('none');
  });
});

describe('nothing is asked', () => {
  it.each<[string, string[], Record<string, string>]>([
    ['with --no-input', ['--no-input'], {}],
    ['with NETCOACH_NO_INPUT', [], { NETCOACH_NO_INPUT: '1' }],
    ['by suggest', ['suggest'], {}],
    ['in JSON', ['--json'], {}],
  ])('%s', async (_, args, env) => {
    const c = await two();
    const { code, stdout } = await answering(c.db, TODAY, args, [], env);
    expect(code).toBe(0);
    expect(stdout).toContain('Hi Priya');
  });

  it("of a pipe, nor where there's no one to pick", async () => {
    const c = await two();
    expect((await run([], { db: c.db, today: TODAY })).stdout).toContain('Hi Priya');
    await c.json('done', 'Priya');
    await c.json('done', 'Tom');
    expect((await pick(c)).stdout).toContain('No one to reach out to today.');
  });
});
