import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Context } from '../context.ts';
import { addDays } from '../text/days.ts';
import { quoteForShell } from '../text/shell.ts';

/** The command lines that fill the sample log up to today, as argument lists. */
export function sampleCommands(today: string): string[][] {
  const on = (days: number) => ['--on', addDays(today, -days)];
  const log = (kind: string, title: string, days: number, ...people: string[]) => [
    'log',
    '--kind',
    kind,
    '--title',
    title,
    ...on(days),
    ...people.flatMap((name) => ['--with', name]),
  ];
  return [
    [
      'me',
      '--name',
      'Sam Ortiz',
      '--role',
      'backend engineer',
      '--team',
      'Billing',
      '--company',
      'Northwind',
      '--goal',
      'platform engineering',
    ],
    [
      'add',
      'Omar Haddad',
      '--role',
      'platform engineer',
      '--team',
      'Infrastructure',
      '--skill',
      'platform engineering',
    ],
    log('project', 'Ledger migration', 47, 'Omar Haddad: your retry change'),
    ['sent', 'Omar', ...on(45)],
    ['accepted', 'Omar', ...on(44)],
    log('event', 'Lisbon offsite', 4, 'Tom Becker: your story about the outage'),
    log('meeting', 'coffee about on-call', 6, 'Noor Aziz'),
    log('feedback', 'Q3 design review', 9, 'Wei Chen'),
    log('milestone', 'promotion to Staff Engineer', 1, 'Aoife Byrne'),
    log('interest', 'trail running', 12, 'Leila Moradi'),
    ['add', 'Viktor Stein', '--team', 'Sales', '--strained'],
    log('project', 'Pricing page', 8, 'Viktor Stein'),
  ];
}

function shownCommands(today: string): string[][] {
  return [
    [
      'log',
      '--kind',
      'project',
      '--with',
      'Priya Shah: your rollback plan',
      '--title',
      'Apollo launch',
      '--on',
      addDays(today, -2),
    ],
    ['suggest'],
    ['why', 'Priya'],
    ['draft', 'Tom'],
    ['sent', 'Priya'],
  ];
}

/** Runs the demo in a temporary database. */
export async function run(_input: unknown, context: Context): Promise<undefined> {
  const folder = mkdtempSync(join(tmpdir(), 'netcoach-demo-'));
  const { today, paint } = context;
  const db = join(folder, 'demo.db');
  const play = (argv: readonly string[], write: (text: string) => void) =>
    context.play(argv, { db, today, write });
  try {
    for (const argv of sampleCommands(today)) await play(argv, () => undefined);
    const steps: Array<{ command: string; output: string }> = [];
    for (const argv of shownCommands(today)) {
      const command = `netcoach ${argv.map((word) => (word.startsWith('--') ? word : quoteForShell(word))).join(' ')}`;
      let output = '';
      await play(argv, (text) => {
        output += text;
      });
      steps.push({ command, output });
    }
    context.print({ steps }, () =>
      steps
        .map(
          ({ command, output }) =>
            `${paint.dim('$')} ${paint.bold(command)}\n${output.trimEnd()}\n`,
        )
        .join('\n'),
    );
    context.note("That was sample data, and it's gone now. Start your own: netcoach log");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
