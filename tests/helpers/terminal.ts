/** A real terminal, by tmux: what somebody types into a program, and the screen that they see. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { project, tempFolder } from './run.ts';

/** Whether tmux is there; if not, says so in the output of the tests. */
export const hasTmux = isThere('tmux', ['-V']);

/** Whether a program is there; if not, says so in the output of the tests. */
export function isThere(program: string, args: readonly string[] = ['--version']): boolean {
  const { status } = spawnSync(program, args);
  if (status === 0) return true;
  console.warn(
    `What needs ${program} is not tried: it isn't there (apt-get install ${program}, or brew).`,
  );
  return false;
}

export interface Terminal {
  /** Types text, then keys by their names in tmux: Enter, Tab, C-c. */
  type: (text: string, ...keys: readonly string[]) => void;
  /** Waits until the screen matches, and returns it; with its colours if asked for. */
  until: (pattern: RegExp, options?: { colours: boolean }) => Promise<string>;
  /** Ends the program and the terminal. */
  close: () => void;
}

/**
 * Starts a program on a terminal of its own.
 * @param command for `sh`; `netcoach` is the built program
 */
export function terminal(
  command: string,
  options: { columns?: number; rows?: number; env?: Readonly<Record<string, string>> } = {},
): Terminal {
  const folder = tempFolder();
  const socket = join(folder, 'tmux');
  const tmux = (...args: string[]) =>
    spawnSync('tmux', ['-f', '/dev/null', '-S', socket, ...args], { encoding: 'utf8' });
  const env = {
    HOME: folder,
    PATH: `${join(project, 'tests/helpers/bin')}:${process.env.PATH}`,
    NODE: process.execPath,
    LC_ALL: 'C.UTF-8',
    TERM: 'xterm-256color',
    NETCOACH_BACKUP_FIRST: '1',
    ...options.env,
  };
  const set = Object.entries(env).map(
    ([name, value]) => `${name}='${value.replaceAll("'", "'\\''")}'`,
  );
  const { columns = 80, rows = 24 } = options;
  const started = tmux(
    ...['new-session', '-d', '-x', String(columns), '-y', String(rows)],
    `exec env -i ${set.join(' ')} ${command}`,
  );
  if (started.status !== 0) throw new Error(`tmux: ${started.stderr}`);
  const screen = (colours: boolean) =>
    tmux('capture-pane', '-p', ...(colours ? ['-e'] : [])).stdout.trimEnd();
  return {
    type: (text, ...keys) => {
      if (text !== '') tmux('send-keys', '-l', text);
      if (keys.length > 0) tmux('send-keys', ...keys);
    },
    until: async (pattern, { colours } = { colours: false }) => {
      const end = Date.now() + 20_000;
      for (;;) {
        if (pattern.test(screen(false))) return screen(colours);
        if (Date.now() > end) throw new Error(`${pattern} never came:\n${screen(false)}`);
        await sleep(50);
      }
    },
    close: () => {
      tmux('kill-session');
    },
  };
}
