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
    expect(stderr).toContain("isn't as netcoach wrote it");
  });
});
