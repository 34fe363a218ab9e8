/** Help: every page teaches, and what it says is true. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { HELP_TOPICS } from '../../src/cli/flags.ts';
import { PAGES } from '../../src/cli/help/pages.ts';
import { buildProgram } from '../../src/cli/program.ts';
import { sampleCommands } from '../../src/commands/demo.ts';
import { splitWords } from '../../src/text/shell.ts';
import { coach, TODAY } from '../helpers/coach.ts';
import { run, tempDb, tempFolder } from '../helpers/run.ts';

const world = { stdout: { write: () => undefined }, stderr: { write: () => undefined } };
const { commands } = buildProgram(world as never, () => undefined);
const NAMES = commands.map((one) => one.name());

/** They need a file, an editor, a clipboard or another person than the sample has; or they write outside. */
const NOT_RUN =
  /archive\.zip|work\.ics|sync |review\.html|netcoach\.json|backup|skills|--copy|^restore/;

async function sample() {
  const c = coach(TODAY);
  for (const argv of sampleCommands(TODAY)) await run([...argv], { db: c.db, today: TODAY });
  await c.run('add', 'Tom B');
  await c.run('add', 'Leila Haddad');
  await c.run('add', 'Xin Yi Tan');
  return c;
}

describe('the help of every command', () => {
  it('is there, and for no other', () => {
    expect(Object.keys(PAGES).sort()).toEqual([...NAMES].sort());
  });

  it.each(NAMES)('has one sentence, two examples and the options: %s', async (name) => {
    const { stdout, code, stderr } = await run(['help', name], {});
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const description = commands.find((one) => one.name() === name)?.description() ?? '';
    expect(description).toMatch(/^[a-z]/);
    expect(description.length).toBeLessThanOrEqual(60);
    const examples = PAGES[name]?.examples ?? [];
    expect(examples).toHaveLength(2);
    for (const example of examples) {
      expect(stdout.split('\n')).toContain(`  netcoach ${example}`);
      expect(example.split(' ')[0]).toBe(name);
    }
    for (const option of ['--db', '--today', '--json']) expect(stdout).toContain(option);
    expect(stdout).toContain('With --json: ');
    const { options } = commands.find((one) => one.name() === name) ?? { options: [] };
    for (const { long } of options) expect(stdout).toContain(long);
  });

  it('breaks no line that is to be typed, and fits a narrow terminal', async () => {
    for (const name of NAMES) {
      let shown = '';
      const { stdout } = await run(['help', name], { columns: 40 });
      shown += stdout;
      for (const example of PAGES[name]?.examples ?? [])
        expect(shown).toContain(`\n  netcoach ${example}\n`);
      const prose = shown
        .split('\n')
        .filter((line) => /^[A-Z]/.test(line) && !line.includes('netcoach'));
      for (const line of prose) expect(line.length, line).toBeLessThanOrEqual(40);
    }
  });

  it('has examples that netcoach takes, and names what --json prints', async () => {
    const keysOf = (page: string) => [...page.matchAll(/\b[a-zA-Z]+\b/g)].map(([word]) => word);
    const refused: string[] = [];
    for (const [name, { examples, json }] of Object.entries(PAGES)) {
      const c = await sample();
      for (const example of examples) {
        if (NOT_RUN.test(example) || name === 'mcp') continue;
        const words = splitWords(example) ?? [];
        const { stdout, stderr } = await c.with({ stdin: 'Hi Tom' }, ...words, '--json');
        const code =
          stderr === ''
            ? null
            : (
                JSON.parse(/^\{"error.*$/m.exec(stderr)?.[0] ?? '{}') as {
                  error?: { code: string };
                }
              ).error?.code;
        if (code === 'usage' || code === 'bad-date') refused.push(`${example}: ${stderr}`);
        if (stdout === '' || name === 'export' || name === 'demo') continue;
        for (const key of Object.keys(JSON.parse(stdout) as object))
          if (!keysOf(json).includes(key))
            refused.push(`${example}: prints ${key}, not in ${json}`);
      }
    }
    expect(refused).toEqual([]);
  }, 120_000);
});

describe('what a page tells to type', () => {
  it.each(Object.entries(PAGES))('fits 80 columns: %s', (_, { examples, more = '' }) => {
    const lines = more.split('\n').filter((line) => line.startsWith('  '));
    for (const line of [...examples.map((one) => `  netcoach ${one}`), ...lines])
      expect(line.length, line).toBeLessThanOrEqual(80);
  });
});

describe('help topics', () => {
  it.each(HELP_TOPICS)('%s fits a screen or two, as text and in JSON', async (topic) => {
    const { stdout } = await run(['help', topic], {});
    expect(stdout.split('\n').length).toBeLessThan(40);
    for (const line of stdout.split('\n')) expect(line.length, line).toBeLessThanOrEqual(80);
    const json = JSON.parse((await run(['--json', 'help', topic], {})).stdout);
    expect(json.help).toBe(stdout.trimEnd());
  });

  it('opens no database', async () => {
    const db = join(tempFolder(), 'none.db');
    expect((await run(['--db', db, 'help', 'kinds'], {})).code).toBe(0);
    expect((await run(['--db', db, 'help', 'log'], {})).stdout).toContain('Usage: netcoach log');
  });

  it('shows kinds by sentences that are read as that kind', async () => {
    const { stdout } = await run(['help', 'kinds'], {});
    let kind = '';
    for (const line of stdout.split('\n')) {
      kind = /^ {2}([a-z-]+) /.exec(line)?.[1] ?? kind;
      const sentence = /netcoach log "(.*)"/.exec(line)?.[1];
      if (sentence === undefined) continue;
      const logged = await coach().json<{ interaction: { kind: string } }>('log', sentence);
      expect(logged.interaction.kind, sentence).toBe(kind);
    }
  });

  it('shows days that are read', async () => {
    for (const day of [
      '2026-11-20',
      'yesterday',
      'monday',
      'last friday',
      '3 days ago',
      '2 weeks ago',
      '20 nov',
      'nov 20',
      '20 november 2026',
    ])
      expect(
        (
          await coach().run(
            'log',
            '--kind',
            'meeting',
            '--with',
            'Tom',
            '--title',
            'Lunch',
            '--on',
            day,
          )
        ).code,
        day,
      ).toBe(0);
  });
});

describe('other names and slips', () => {
  it('takes today for suggest and ls for people', async () => {
    const c = await sample();
    expect((await c.run('today', '--json')).stdout).toBe((await c.run('suggest', '--json')).stdout);
    expect((await c.run('ls')).stdout).toBe((await c.run('people')).stdout);
    expect((await c.run('help', 'ls')).stdout).toBe((await c.run('help', 'people')).stdout);
  });

  it.each([
    [['drfat', 'Tom'], 'draft'],
    [['sugest'], 'suggest'],
    [['poeple'], 'people'],
    [['sugg'], 'suggest'],
    [['help', 'momnets'], 'moments'],
    [['log', '--tilte', 'x'], '--title'],
  ])('asks whether %j was meant to be %s', async (words, meant) => {
    const error = await coach().fails('usage', ...words);
    expect(error.hint).toContain(`Did you mean ${meant}?`);
  });

  it('guesses nothing where nothing is near', async () => {
    const error = await coach().fails('usage', 'xyzzy');
    expect(error.hint).not.toContain('mean');
  });

  it.each([
    [['show'], 'missing: NAME', 'netcoach show Priya'],
    [['import', 'outlook', 'x'], 'source can\'t be "outlook"', 'linkedin, calendar'],
    [['people', '--limit', '0'], '--limit can\'t be "0"', '1 or more'],
    [['log', '--kind', 'pary'], '--kind can\'t be "pary"', 'new-job, project'],
  ])('says what is wrong with %j, and how to fix it', async (words, what, fix) => {
    const error = await coach().fails('usage', ...words);
    expect(error.message).toBe(what);
    expect(error.hint).toContain(fix);
  });
});

describe('on a narrow terminal', () => {
  const words = (text: string) => text.split(/\s+/).join(' ');
  /** What is to be typed or pasted stays on one line. */
  const isTyped = (line: string) => /netcoach|[=$~%]|^ *(?:\.|set |command|when)/.test(line);

  it.each([...HELP_TOPICS, 'log', 'suggest', 'config', 'due', 'merge'])(
    'help %s breaks no word and runs over nowhere',
    async (page) => {
      const wide = await run(['help', page], { tty: true, columns: 200 });
      const { stdout } = await run(['help', page], { tty: true, columns: 40 });
      expect(words(stdout)).toBe(words(wide.stdout));
      const long = stdout.split('\n').filter((line) => line.length > 40 && !isTyped(line));
      expect(long).toEqual([]);
    },
  );

  it('a draft breaks no word, and a pipe has it on one line', async () => {
    const db = tempDb();
    await run(['log', 'Shipped the Apollo migration with Priya Shah yesterday'], { db });
    const piped = await run(['draft', 'Priya'], { db });
    const { stdout } = await run(['draft', 'Priya'], { db, tty: true, columns: 40 });
    expect(piped.stdout.trim()).not.toContain('\n');
    expect(words(stdout)).toBe(words(piped.stdout));
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(40);
  });
});
