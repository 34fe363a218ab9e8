/** Questions on a real terminal: they leave by Esc, and break no words. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Coach, coach } from '../helpers/coach.ts';
import { project } from '../helpers/run.ts';
import { hasTmux, type Terminal, terminal } from '../helpers/terminal.ts';
import { hasColour } from '../helpers/text.ts';

describe.skipIf(!hasTmux)('questions on a terminal', () => {
  let open: Terminal | null = null;
  beforeAll(() => {
    expect(existsSync(join(project, 'dist')), 'npm run build').toBe(true);
  });
  afterEach(() => open?.close());

  function start(c: Coach, command: string, columns = 80): Terminal {
    const env = { NETCOACH_DB: c.db, NETCOACH_TODAY: c.today };
    open = terminal(`sh -c '${command}; echo "left with $?"; exec sleep 60'`, { columns, env });
    return open;
  }

  async function known(): Promise<Coach> {
    const c = coach();
    for (const name of ['Priya Raman', 'Tom Becker']) await c.add(name);
    await c.log('project', 'Priya Raman', 'Apollo launch', c.today);
    return c;
  }

  it.each([40, 80])('break between words, at %i columns', async (columns) => {
    const at = start(await known(), 'netcoach log', columns);
    await at.until(/Who\? \(commas for several\)\n[\s\S]*Esc leave/);
    at.type('prya, tom');
    await at.until(/❯ Priya Raman, Tom Becker/);
    at.type('', 'Enter');
    await at.until(/What happened\?/);
    const words =
      'presented the quarterly incident report to the whole leadership of the company together';
    at.type(words);
    const screen = await at.until(/together/);
    for (const word of words.split(' '))
      expect(screen).toMatch(new RegExp(`(^|\\s)${word}(\\s|$)`, 'm'));
    // Moving back, the cursor is where the next letter goes.
    at.type('', 'Home');
    at.type('we ');
    await at.until(/What happened\? we presented/);
    at.type('', 'Enter');
    const after = await at.until(/When\?|What kind/);
    for (const word of words.split(' '))
      expect(after).toMatch(new RegExp(`(^|\\s)${word}(\\s|$)`, 'm'));
    expect(after.replaceAll(/\s+/g, ' ')).toContain(`✔ What happened? we ${words} ?`);
    at.type('', 'Escape');
    await at.until(/Cancelled; nothing saved\.\nleft with 130/);
  });

  it('begin an answer on the next row where its first word does not fit', async () => {
    const at = start(await known(), 'netcoach log --with Priya', 40);
    await at.until(/What happened\?/);
    at.type('shipped the billing rewrite', 'Enter');
    await at.until(/When\?/);
    at.type('', 'Enter');
    await at.until(/Thank Priya for … \(Enter: nothing\)$/m);
    at.type('staying late to fix the import');
    await at.until(/\(Enter: nothing\)\n *staying late to fix the import$/m);
    at.type('', 'Enter');
    await at.until(/\(Enter: nothing\)\n {2}staying late to fix the import\n/);
  });

  it('put the old text on the line with Tab', async () => {
    const c = await known();
    const at = start(c, 'netcoach amend 1', 40);
    await at.until(/❯ kind: project/);
    at.type('', 'Down', 'Down', 'Enter');
    await at.until(/title \(Tab edits it/);
    at.type('', 'Tab');
    at.type(' party', 'Enter');
    await at.until(
      /Changed #1\.\n {2}title: Apollo launch → Apollo launch\n {2}party[\s\S]*left with 0/,
    );
  });

  it('take an empty answer back to nothing with Backspace', async () => {
    const c = await known();
    const at = start(c, 'netcoach log --with Tom');
    await at.until(/What happened\?/);
    at.type('had lunch', 'Enter');
    await at.until(/When\? \(today\)/);
    at.type('', 'BSpace');
    await at.until(/When\?$/m);
    at.type('next week', 'Enter');
    await at.until(/> /);
    at.type('', 'C-u');
    at.type('yesterday', 'Enter');
    await at.until(/remember/);
  });

  it('have no colour with --no-color', async () => {
    const c = await known();
    for (const command of ['netcoach log --no-color', 'NO_COLOR=1 netcoach log']) {
      const at = start(c, command);
      expect(hasColour(await at.until(/Esc leave/, { colours: true })), command).toBe(false);
      at.close();
    }
    const at = start(c, 'netcoach log');
    expect(hasColour(await at.until(/Esc leave/, { colours: true }))).toBe(true);
  });
});
