/** Rebuilds the man page and the generated parts of README.md: sessions from fresh runs, tables from rules and help. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rules } from '../../rules/index.ts';
import { main } from '../../src/cli/main.ts';
import { checkRules } from '../../src/coach/check/check.ts';
import { sampleCommands } from '../../src/commands/demo.ts';
import { A_YEAR, INVITED } from './a-year.ts';
import { MAN_PAGE, manPage } from './man.ts';
import { pageSvg, REVIEW } from './page-picture.ts';
import { SESSION, type Shot, sessionSvg } from './session.ts';

export const README = fileURLToPath(new URL('../../README.md', import.meta.url));
const TODAY = '2026-11-22';

/** The words of a command line as a shell splits them; only quotes are supported. */
function words(line: string): string[] {
  return [...line.matchAll(/"((?:[^"\\]|\\.)*)"|(\S+)/g)].map(([, quoted, bare]) =>
    quoted === undefined ? (bare ?? '') : quoted.replace(/\\(.)/g, '$1'),
  );
}

async function play(argv: readonly string[], db: string): Promise<string> {
  return playOn(false, argv, db);
}

/** On a terminal there's colour, and the list is numbered for the commands that follow. */
async function playOn(isTTY: boolean, argv: readonly string[], db: string): Promise<string> {
  let output = '';
  const write = (text: string) => {
    output += text;
  };
  await main(argv, {
    env: { NETCOACH_DB: db, ...(!isTTY && { NETCOACH_TODAY: TODAY }) },
    stdin: { isTTY: false, read: async () => '' },
    stdout: { isTTY, columns: 80, write },
    stderr: { isTTY, write },
    now: () => new Date(2026, 10, 22, 12),
  });
  return output.trimEnd();
}

/** Every console block, run again in order on the sample data. */
async function sessions(text: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'netcoach-docs-'));
  try {
    const db = join(folder, 'sample.db');
    for (const argv of sampleCommands(TODAY)) await play(argv, db);
    const blocks = text.split(/(```console\n[\s\S]*?```)/);
    for (const [index, block] of blocks.entries()) {
      if (!block.startsWith('```console\n$ netcoach')) continue;
      const lines: string[] = [];
      for (const [, line = ''] of block.matchAll(/^\$ netcoach(.*)$/gm)) {
        lines.push(`$ netcoach${line}`, await play(words(line), db), '');
      }
      blocks[index] = `\`\`\`console\n${lines.join('\n').trimEnd()}\n\`\`\``;
    }
    return blocks.join('');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function table(head: readonly string[], rows: ReadonlyArray<readonly string[]>): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function ruleTable(): string {
  const rows = [...rules]
    .sort((a, b) => b.weight - a.weight)
    .map(({ id, title, window, weight, why }) => [
      `\`${id}\``,
      title,
      window === null ? 'no limit' : `${window.best} / ${window.closes}`,
      String(weight),
      why,
    ]);
  return table(['rule', 'moment', 'best / open, in days', 'points', 'why'], rows);
}

/** What the article advises and what netcoach does about it, from the rules and checks themselves. */
function adviceTable(): string {
  const moments = rules.map(({ id, source, why }) => [
    source.split(/[.:](?:\s|$)/)[0] ?? source,
    why,
    `\`rules ${id}\``,
  ]);
  const words = checkRules.map(({ id, title, why, severity }) => [
    `${title} (${severity})`,
    why,
    `\`check\`: ${id}`,
  ]);
  return table(['from', 'what netcoach does, and why', 'where'], [...moments, ...words]);
}

function fill(text: string, name: string, content: string): string {
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const start = text.indexOf(open);
  const end = text.indexOf(close);
  if (start < 0 || end < start) throw new Error(`README.md has no place for ${name}`);
  return `${text.slice(0, start + open.length)}\n\n${content}\n\n${text.slice(end)}`;
}

/** README.md as it should be. */
export async function rebuilt(): Promise<string> {
  const text = await sessions(readFileSync(README, 'utf8'));
  const tables = { rules: ruleTable(), advice: adviceTable() };
  return Object.entries(tables).reduce((page, [name, made]) => fill(page, name, made), text);
}

/** The session at the top of README.md. */
const SHOWN = [
  'log "Shipped Ledger with Priya Shah. She wrote the rollback plan."',
  'suggest --limit 2',
  'done 1',
];

/** The pictures in README.md, from real runs, by file. */
export async function pictures(): Promise<Map<string, string>> {
  const folder = mkdtempSync(join(tmpdir(), 'netcoach-docs-'));
  try {
    const db = join(folder, 'sample.db');
    for (const argv of sampleCommands(TODAY)) await play(argv, db);
    const shots: Shot[] = [];
    for (const line of SHOWN)
      shots.push({ typed: `netcoach ${line}`, printed: await playOn(true, words(line), db) });
    for (const line of A_YEAR) await play(['log', ...line], db);
    for (const line of INVITED) await play(line, db);
    const page = join(folder, 'review.html');
    await play(['review', '--html', page], db);
    return new Map([
      [
        SESSION,
        sessionSvg(
          shots,
          'A terminal: log a project, see who to reach out to and what to say, record it.',
        ),
      ],
      [REVIEW, pageSvg(readFileSync(page, 'utf8'), 'The page that netcoach review --html makes.')],
    ]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(README, await rebuilt());
  writeFileSync(MAN_PAGE, manPage());
  for (const [file, svg] of await pictures()) writeFileSync(file, svg);
}
