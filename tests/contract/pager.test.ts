/** What a terminal can't show at once goes through the user's pager, and nothing else does. */
import { describe, expect, it } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { coach } from '../helpers/coach.ts';

async function crowd() {
  const c = coach();
  for (let at = 1; at <= 30; at++)
    await c.log('project', `Person ${at}`, `Project ${at}`, '2026-11-20');
  for (let at = 1; at <= 12; at++) await c.log('meeting', 'Person 1', `Tea ${at}`, '2026-11-21');
  return c;
}

/** Runs a command on a terminal of 12 lines whose pager works or doesn't. */
async function onTerminal(
  db: string,
  args: string[],
  { hasPager = true, isTTY = true, env = {} as Record<string, string> } = {},
) {
  let printed = '';
  let paged = '';
  const code = await main(args, {
    env: { NETCOACH_DB: db, NETCOACH_TODAY: '2026-11-22', ...env },
    stdin: { isTTY, read: async () => '' },
    stdout: {
      isTTY,
      columns: 80,
      rows: isTTY ? 12 : undefined,
      write: (text) => {
        printed += text;
      },
    },
    stderr: { isTTY, write: () => undefined },
    now: () => new Date(2026, 10, 22, 12),
    page: (text) => {
      if (hasPager) paged += text;
      return hasPager;
    },
  });
  expect(code).toBe(0);
  return { printed, paged };
}

const LONG = [['suggest', '--all'], ['people'], ['interactions'], ['show', 'Person 1'], ['review']];

describe('a long text', () => {
  it.each(LONG)('of %s %s goes through the pager', async (...args) => {
    const c = await crowd();
    const { printed, paged } = await onTerminal(c.db, args);
    expect(printed).toBe('');
    const { printed: plain } = await onTerminal(c.db, args, { hasPager: false });
    expect(paged).toBe(plain);
    expect(paged.split('\n').length).toBeGreaterThan(12);
  });

  it.each([
    ['on a pipe', ['people'], { isTTY: false }],
    ['in JSON', ['people', '--json'], {}],
    ['with --no-input', ['people', '--no-input'], {}],
    ['with NETCOACH_NO_INPUT', ['people'], { env: { NETCOACH_NO_INPUT: '1' } }],
    ['where it fits', ['people', '--limit', '3'], {}],
    ['of other commands', ['suggest', '--limit', '20', '--messages'], {}],
  ])('is printed %s', async (_, args, options) => {
    const c = await crowd();
    const { printed, paged } = await onTerminal(c.db, args, options);
    expect(paged).toBe('');
    expect(printed).not.toBe('');
  });
});
