/** Completion as somebody meets it: the Tab key in bash, zsh and fish. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Coach, coach } from '../helpers/coach.ts';
import { project, tempFolder } from '../helpers/run.ts';
import { hasTmux, isThere, type Terminal, terminal } from '../helpers/terminal.ts';

const PEOPLE = [
  'Priya Raman',
  "Aoife O'Neil",
  'Zoë Park',
  'Tom Becker',
  'Wow!date Lee',
  'Anna $(touch x) `y` "B"',
  'Back\\slash Bo',
  "Jo O'",
];

/** How each is started without anyone's settings, and how its completion is loaded, as the help says. */
const SHELLS = {
  bash: { start: 'bash --norc --noprofile', load: 'eval "$(netcoach completion bash)"' },
  zsh: { start: 'zsh -f', load: 'eval "$(netcoach completion zsh)"' },
  fish: { start: 'fish -N', load: 'netcoach completion fish | source' },
} as const;

describe.each(Object.entries(SHELLS))('the Tab key in %s', (shell, { start, load }) => {
  const isHere = isThere(shell) && hasTmux;
  let c: Coach;
  let open: Terminal;
  const bin = tempFolder();
  const typed = join(bin, 'typed.json');

  beforeAll(async () => {
    expect(existsSync(join(project, 'dist')), 'npm run build').toBe(true);
    c = coach();
    for (const name of PEOPLE) await c.add(name);
    await c.log('project', 'Priya Raman', 'Apollo launch', c.today);
    // `draft` writes down what the shell made of the line; everything else is netcoach.
    writeFileSync(
      join(bin, 'netcoach'),
      `#!/bin/sh
if [ "$1" = draft ]; then exec "$NODE" -e 'fs.writeFileSync(process.env.TYPED, JSON.stringify(process.argv.slice(1)))' -- "$@"; fi
exec "$NODE" "${join(project, 'bin/netcoach.js')}" "$@"
`,
      { mode: 0o700 },
    );
  });
  afterEach(() => open?.close());

  async function prompt(): Promise<void> {
    const { PATH = '' } = process.env;
    // The real today: only a list of the real today can be named by number.
    const env = { NETCOACH_DB: c.db, TYPED: typed, PATH: `${bin}:${PATH}`, PS1: '$ ' };
    open = terminal(start, { env, rows: 70 });
    await open.until(/\S/);
    open.type(`${load}; echo load""ed`, 'Enter');
    await open.until(/^loaded$/m);
    expect(await open.until(/^loaded$/m)).not.toMatch(/not found|error|unknown/i);
  }

  /** Types the line, Tab and Enter; returns what the program gets. */
  async function received(line: string): Promise<string[]> {
    writeFileSync(typed, 'none yet');
    open.type(line, 'Tab');
    // A Tab that is still at work would take the Enter for its own.
    await new Promise((resolve) => setTimeout(resolve, 700));
    open.type('', 'Enter');
    for (let tries = 0; tries < 100 && readFileSync(typed, 'utf8') === 'none yet'; tries++)
      await new Promise((resolve) => setTimeout(resolve, 100));
    const text = readFileSync(typed, 'utf8');
    if (text === 'none yet') throw new Error(`${line}: ${await open.until(/^/)}`);
    return JSON.parse(text) as string[];
  }

  it.skipIf(!isHere)('inserts every name so that the program gets it whole', async () => {
    await prompt();
    for (const [begun, name] of [
      ['Pri', 'Priya Raman'],
      ['aoi', "Aoife O'Neil"],
      ['"Aoi', "Aoife O'Neil"],
      ['Zo', 'Zoë Park'],
      ['Wow', 'Wow!date Lee'],
      ['"Wow', 'Wow!date Lee'],
      ["'Wow", 'Wow!date Lee'],
      ['Anna', 'Anna $(touch x) `y` "B"'],
      ['"Anna', 'Anna $(touch x) `y` "B"'],
      ["'Anna", 'Anna $(touch x) `y` "B"'],
      ["'Jo", "Jo O'"],
      ['Back', 'Back\\slash Bo'],
      ['"Back', 'Back\\slash Bo'],
    ] as const)
      expect(await received(`netcoach draft ${begun}`), begun).toEqual(['draft', name]);
    expect(existsSync(join(project, 'x'))).toBe(false);
  });

  it.skipIf(!isHere)('offers commands, topics and the numbers of the list', async () => {
    await prompt();
    open.type('netcoach suggest', 'Enter');
    await open.until(/1\. Priya Raman/);
    open.type('clear', 'Enter');
    await open.until(/^(?!.*Priya)/s);
    open.type('netcoach draft ', 'Tab', 'Tab');
    expect(await open.until(/Tom/)).toMatch(/\b1\b/);
    open.type('', 'C-c', 'C-c');
    open.type('clear', 'Enter');
    open.type('netcoach help ', 'Tab', 'Tab');
    await open.until(/moments/);
    open.type('', 'C-c', 'C-c');
    open.type('clear', 'Enter');
    open.type('netcoach help mom', 'Tab', 'Enter');
    await open.until(/netcoach help moments/);
  });
});
