/** What help tells people to put into their settings and pipes, tried in the programs that it's for. */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { PAGES } from '../../src/cli/help/pages.ts';
import { type Coach, coach } from '../helpers/coach.ts';
import { project, tempFolder } from '../helpers/run.ts';
import { hasTmux, isThere, type Terminal, terminal } from '../helpers/terminal.ts';

/** The lines to be typed below a heading of a help page. */
function snippet(page: string, heading: RegExp): string {
  const part = (PAGES[page]?.more ?? '').split('\n\n').find((one) => heading.test(one)) ?? '';
  const lines = part.split('\n').filter((line) => line.startsWith('  '));
  expect(lines, `${page}: ${heading}`).not.toEqual([]);
  return lines.map((line) => line.slice(2)).join('\n');
}

describe.skipIf(!hasTmux)('the snippets in help', () => {
  let c: Coach;
  let open: Terminal | null = null;
  const folder = tempFolder();
  beforeAll(async () => {
    expect(existsSync(join(project, 'dist')), 'npm run build').toBe(true);
    c = coach();
    await c.add('Aoife Byrne');
    await c.log('project', 'Priya Raman', 'Apollo launch', c.today);
  });
  afterEach(() => open?.close());

  function start(command: string): Terminal {
    open = terminal(command, { env: { NETCOACH_DB: c.db, NETCOACH_TODAY: c.today } });
    return open;
  }

  function file(name: string, content: string): string {
    writeFileSync(join(folder, name), `${content}\n`);
    return join(folder, name);
  }

  it('put the number into the prompt of bash, beside a PROMPT_COMMAND of their own', async () => {
    const rc = file('bashrc', `PROMPT_COMMAND="OWN=own"; PS1='$OWN> '\n${snippet('due', /^bash/)}`);
    const at = start(`bash --rcfile ${rc}`);
    await at.until(/^\[1\] own>/m);
    // Cleared, so that the next prompt isn't taken for the one before.
    at.type('clear; netcoach done Priya', 'Enter');
    await at.until(/^own>/m);
    at.type('netcoach undo', 'Enter');
    await at.until(/^\[1\] own>/m);
  });

  it.skipIf(!isThere('zsh'))('put it into the prompt of zsh', async () => {
    const rc = file('.zshrc', `PROMPT='> '\n${snippet('due', /^zsh/)}`);
    const at = start(`env ZDOTDIR=${join(rc, '..')} zsh -d`);
    await at.until(/^\[1\] >/m);
    at.type('clear; netcoach done Priya', 'Enter');
    await at.until(/^>/m);
    at.type('netcoach undo', 'Enter');
    await at.until(/^\[1\] >/m);
  });

  it('put it into the status line of tmux', async () => {
    // tmux draws what a command printed at its next interval, 15 seconds by default.
    const settings = file('tmux.conf', `${snippet('due', /^tmux/)}\nset -g status-interval 1`);
    const at = start(`tmux -f ${settings} -S ${join(folder, 'inner')} new-session sh`);
    await at.until(/\s1 \d\d:\d\d$/m);
    at.type('exit', 'Enter');
  });

  it.skipIf(!isThere('fzf'))('pick a person with fzf', async () => {
    const at = start('env FZF_DEFAULT_OPTS="--query=priy --select-1" sh');
    at.type(snippet('people', /fzf/), 'Enter');
    await at.until(/Priya Raman #\d[\s\S]*Apollo launch/);
  });
});
