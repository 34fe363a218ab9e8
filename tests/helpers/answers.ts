import { expect } from 'vitest';
import { main } from '../../src/cli/main.ts';
import type { Ask, World } from '../../src/context.ts';
import { Interrupted } from '../../src/failure.ts';

/** What somebody at a terminal typed, and what they were shown. */
export interface Conversation {
  code: number;
  stdout: string;
  stderr: string;
  /** The questions, in order. */
  asked: string[];
  /** Keys beside the words: an Enter for each question. */
  keys: number;
}

/** Leaves by Ctrl-C. */
export const CTRL_C = '\u0003';

/**
 * Runs a command for somebody at a terminal who answers in order and is asked nothing more. Of a list Enter takes
 * the first that fits what was typed; an empty answer takes what is offered.
 */
export async function answering(
  db: string,
  today: string,
  argv: readonly string[],
  answers: readonly string[],
  env: Record<string, string> = {},
): Promise<Conversation> {
  const left = [...answers];
  const asked: string[] = [];
  let stdout = '';
  let stderr = '';
  let keys = 0;
  const next = (message: string): string => {
    asked.push(message);
    const answer = left.shift();
    if (answer === undefined) throw new Error(`nothing was to be asked: ${message}`);
    if (answer === CTRL_C) throw new Interrupted();
    keys++;
    return answer;
  };
  const ask: Ask = {
    text: async ({ message, initial, validate }) => {
      for (;;) {
        const answer = next(message) || (initial ?? '');
        const problem = validate === undefined ? true : await validate(answer);
        if (problem === true) return answer;
        asked.push(String(problem));
      }
    },
    choose: async ({ message, choices }) => {
      const typed = next(message);
      const found = choices.find(({ name }) => name.toLowerCase().includes(typed.toLowerCase()));
      expect(found, `${message} has no "${typed}"`).toBeDefined();
      return found?.value as string;
    },
    search: async ({ message, search }) => {
      const typed = next(message);
      const [found] = search(typed);
      expect(found, `${message} has nothing for "${typed}"`).toBeDefined();
      return found?.value as string;
    },
    confirm: async ({ message }) => /^y/i.test(next(message)),
    key: async ({ message, keys: offered, enter }) => {
      const typed = next(message);
      const key = typed === '' ? enter : typed;
      expect(offered, message).toContain(key);
      return key;
    },
  };
  const world: World = {
    env: { NETCOACH_DB: db, NETCOACH_TODAY: today, HOME: '/nowhere', ...env },
    stdin: { isTTY: true, read: async () => '' },
    stdout: {
      isTTY: true,
      columns: 80,
      write: (text) => {
        stdout += text;
      },
    },
    stderr: {
      isTTY: true,
      write: (text) => {
        stderr += text;
      },
    },
    now: () => new Date(2026, 10, 22, 12),
    ask,
  };
  const code = await main(argv, world);
  expect(left, 'answers nobody asked for').toEqual([]);
  return { code, stdout: plain(stdout), stderr: plain(stderr), asked, keys };
}

function plain(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours
  return text.replace(/\u001b\[[\d;]*m/g, '');
}
