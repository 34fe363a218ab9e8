import { chmodSync, existsSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Coach, coach } from '../helpers/coach.ts';
import { standIn } from '../helpers/writers.ts';

interface Settings {
  settings: Array<{ key: string; value: string | null; default: string | null; what: string }>;
}

const fileOf = ({ db }: Coach) => `${db}.writer`;

describe('config', () => {
  it('lists settings with values and defaults, and shows one', async () => {
    const c = coach();
    const { settings } = await c.json<Settings>('config');
    expect(settings).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ key: 'writer', value: null, default: null }),
        expect.objectContaining({ key: 'writer-seconds', value: '60', default: '60' }),
      ]),
    );
    expect(new Set(settings.map(({ key }) => key)).size).toBe(settings.length);
    expect((await c.json<Settings>('config', 'writer')).settings).toHaveLength(1);
    const { stdout } = await c.run('config');
    expect(stdout).toContain('writer-seconds');
    expect(existsSync(c.db)).toBe(false);
  });

  it('names the settings there are', async () => {
    const error = await coach().fails('usage', 'config', 'wrtier');
    expect(error.hint).toContain('writer');
  });
});

describe('config writer', () => {
  it('is kept beside the database, readable by me alone, and never in it', async () => {
    const c = coach();
    const { command } = standIn('say("Hi")');
    await c.add('Priya Shah');
    const before = (await c.run('export', 'json')).stdout;
    const set = await c.json<Settings>('config', 'writer', command);
    expect(set.settings[0]?.value).toBe(command);
    expect(statSync(fileOf(c)).mode & 0o777).toBe(0o600);
    expect((await c.run('export', 'json')).stdout).toBe(before);
    expect(readFileSync(c.db, 'latin1')).not.toContain('writer.cjs');
    await c.json('config', 'writer', '');
    expect(existsSync(fileOf(c))).toBe(false);
  });

  it('is set by no import, restore or undo', async () => {
    const c = coach();
    const { command } = standIn('say("Hi")');
    await c.add('Priya Shah');
    await c.json('config', 'writer', command);
    await c.run('backup', `${c.db}.copy`);
    await c.json('config', 'writer', '');
    await c.run('restore', `${c.db}.copy`);
    await c.run('undo', '--yes');
    expect((await c.json<Settings>('config', 'writer')).settings[0]?.value).toBeNull();
  });

  it('is what NETCOACH_WRITER says, where that is set', async () => {
    const c = coach();
    const env = { NETCOACH_WRITER: 'other --program' };
    const { stdout } = await c.with({ env }, 'config', 'writer', '--json');
    expect(JSON.parse(stdout).settings[0].value).toBe('other --program');
    const { command } = standIn('say("Hi")');
    const { stderr } = await c.with({ env }, 'config', 'writer', command);
    expect(stderr).toContain('NETCOACH_WRITER is set');
  });

  it.each([
    ['an "open quote', 'open quote'],
    ['./writer.sh', 'relative'],
    ['no-such-program-here --flag', 'no program'],
    ['/no/such/place/program', 'no program'],
  ])('refuses %s', async (command, words) => {
    const c = coach();
    const { message } = await c.fails('usage', 'config', 'writer', command);
    expect(message).toContain(words);
    expect(existsSync(fileOf(c))).toBe(false);
  });

  it.each(['0', '-1', '1.5', 'soon', '99999999'])('refuses %s seconds', async (seconds) => {
    await coach().fails('usage', 'config', 'writer-seconds', '--', seconds);
  });

  it("runs nothing from a file that could be another's", async () => {
    const c = coach();
    const { command, prompts } = standIn('say("Hi")');
    await c.log('project', 'Priya Shah', 'Apollo', '2026-11-20');
    await c.json('config', 'writer', command);
    chmodSync(fileOf(c), 0o622);
    await c.fails('io', 'draft', 'Priya', '--writer');
    chmodSync(fileOf(c), 0o600);
    writeFileSync(fileOf(c), 'ollama run x');
    await c.fails('io', 'draft', 'Priya', '--writer');
    const linked = coach();
    await linked.log('project', 'Priya Shah', 'Apollo', '2026-11-20');
    symlinkSync(fileOf(c), fileOf(linked));
    await linked.fails('io', 'draft', 'Priya', '--writer');
    expect(prompts()).toEqual([]);
    await c.fails('io', 'config', 'writer');
    const { code, stderr, stdout } = await c.run('config');
    expect([code, stdout.includes('writer-seconds')]).toEqual([0, true]);
    expect(stderr).toContain('has been changed since netcoach wrote it');
  });
});

describe('settings of mine', () => {
  const value = async (c: Coach, key: string) =>
    (await c.json<Settings>('config', key)).settings[0]?.value;

  it.each([
    ['invites-per-week', '3', '10'],
    ['notes-per-month', '0', '5'],
    ['account', 'premium', 'free'],
    ['check-in', '6w', null],
    ['check-in-mentor', '2w', '3w'],
    ['greeting', 'Hello', 'Hi'],
    ['date-order', 'day-first', null],
    ['reminder', 'daily', 'monthly'],
    ['cautions', 'off', 'on'],
  ])('%s can be %s, be undone, and go back to %s', async (key, given, fallback) => {
    const c = coach();
    expect(await value(c, key)).toBe(fallback);
    await c.json('config', key, given);
    expect(await value(c, key)).toBe(given);
    await c.run('undo', '--yes');
    expect(await value(c, key)).toBe(fallback);
    await c.run('redo');
    expect(await value(c, key)).toBe(given);
    await c.json('config', key, '');
    expect(await value(c, key)).toBe(fallback);
  });

  it.each([
    ['invites-per-week', 'many', '0 or more'],
    ['invites-per-week', '2.5', '0 or more'],
    ['check-in', 'soon', '6w'],
    ['check-in', '99y', '6w'],
    ['greeting', 'Yo', 'Hi, Hello, name'],
    ['date-order', 'year-first', 'day-first'],
    ['cautions', 'perhaps', 'on, off'],
  ])('%s refuses %s and names what it takes', async (key, given, allowed) => {
    const c = coach();
    const error = await c.fails('usage', 'config', key, given);
    expect(error.message).toContain(given);
    expect(error.hint).toContain(allowed);
    expect(existsSync(c.db)).toBe(false);
  });

  it('are the ones that me sets, and travel in an export', async () => {
    const c = coach();
    await c.run('me', '--invites-per-week', '2', '--date-order', 'month-first', '--quiet');
    expect(await value(c, 'invites-per-week')).toBe('2');
    expect(await value(c, 'date-order')).toBe('month-first');
    expect(await value(c, 'cautions')).toBe('off');
    await c.run('config', 'check-in-manager', '10d');
    await c.run('config', 'greeting', 'name');
    await c.run('config', 'reminder', 'weekly');
    const file = `${c.db}.json`;
    await c.run('export', 'json', file);
    const other = coach();
    await other.json('import', 'json', file);
    expect(await value(other, 'check-in-manager')).toBe('10d');
    expect(await value(other, 'greeting')).toBe('name');
    expect(await value(other, 'reminder')).toBe('weekly');
    writeFileSync(file, readFileSync(file, 'utf8').replace('"manager": 10', '"manager": -1'));
    await coach().fails('bad-file', 'import', 'json', file);
  });

  it('decide who is due: by relationship, for all, and one person before both', async () => {
    const c = coach();
    await c.log('project', 'Priya Shah', 'Apollo', '2026-10-25');
    await c.log('project', 'Tom Becker', 'Apollo', '2026-10-25');
    for (const name of ['Priya', 'Tom']) await c.run('accepted', name, '--on', '2026-09-01');
    await c.run('edit', 'Tom', '--relationship', 'mentor');
    const due = async () =>
      (await c.suggest()).suggestions
        .filter(({ action }) => action === 'check-in')
        .map(({ person }) => person.name)
        .sort();
    expect(await due()).toEqual(['Tom Becker']);
    await c.run('config', 'check-in', '3w');
    expect(await due()).toEqual(['Priya Shah', 'Tom Becker']);
    await c.run('config', 'check-in-mentor', '2m');
    expect(await due()).toEqual(['Priya Shah']);
    await c.run('edit', 'Priya', '--every', '6w');
    expect(await due()).toEqual([]);
    await c.run('edit', 'Tom', '--every', '10d');
    expect(await due()).toEqual(['Tom Becker']);
  });

  it('take words without quotes', async () => {
    const c = coach();
    const { stdout } = await c.run('config', 'check-in', '6', 'weeks');
    expect(stdout).toBe('check-in is now 6w.\n');
  });

  it.each([
    ['Hello', 'Hello Priya, '],
    ['name', 'Priya, '],
    ['hi', 'Hi Priya, '],
  ])('greet by %s', async (greeting, start) => {
    const c = coach();
    await c.log('project', 'Priya Shah: your rollback plan', 'Apollo launch', '2026-11-20');
    await c.run('config', 'greeting', greeting);
    const { draft } = await c.draft('Priya');
    expect(draft.text.startsWith(start)).toBe(true);
    expect((await c.run('check', draft.text, '--to', 'Priya')).code).toBe(0);
  });
});
