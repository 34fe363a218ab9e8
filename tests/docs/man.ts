/** The man page, from the same table and texts as `netcoach help`. */
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import { HELP_TOPICS } from '../../src/cli/flags.ts';
import { type Entry, helpOf } from '../../src/cli/help/format.ts';
import { TOPICS } from '../../src/cli/help/topics.ts';
import { buildProgram } from '../../src/cli/program.ts';
import { VERSION } from '../../src/cli/version.ts';

export const MAN_PAGE = fileURLToPath(new URL('../../man/netcoach.1', import.meta.url));

const HEADINGS: Readonly<Record<(typeof HELP_TOPICS)[number], string>> = {
  moments: 'MOMENTS',
  kinds: 'KINDS',
  dates: 'DATES',
  'exit-codes': 'EXIT STATUS',
  environment: 'ENVIRONMENT AND FILES',
};

/** The page as man(7) wants it. */
export function manPage(): string {
  const silent = { write: () => undefined };
  const program = buildProgram({ stdout: silent, stderr: silent } as never, () => undefined);
  const globals = program.createHelp().visibleOptions(program);
  return `${[
    '.\\" Made by "npm run docs" from the texts of netcoach help; edit those.',
    `.TH NETCOACH 1 "" "netcoach ${VERSION}" "User Commands"`,
    '.SH NAME',
    `netcoach \\- ${plain(program.description())}`,
    '.SH SYNOPSIS',
    '.B netcoach',
    '.RI [ command ]',
    '.RI [ options ]',
    '.SH DESCRIPTION',
    plain(
      'You log what happens at work and with whom; netcoach says who to reach out to, why now, and what to say. It keeps everything in one file on your disk, sends nothing and opens no network connection.',
    ),
    '.PP',
    plain(
      "Without a command it shows today's list; on a terminal you can then pick someone and act by key.",
    ),
    '.SH OPTIONS',
    ...globals.flatMap((option) =>
      tagged([[program.createHelp().optionTerm(option), option.description]]),
    ),
    ...commandSections(program),
    ...HELP_TOPICS.flatMap((topic) => [`.SH ${HEADINGS[topic]}`, ...prose(TOPICS[topic].text())]),
  ].join('\n')}\n`;
}

function commandSections(program: Command): string[] {
  let group = '';
  return program.commands.flatMap((command) => {
    const { usage, about, examples, args, options, json, more } = helpOf(
      command,
      command.createHelp(),
    );
    const heading =
      command.helpGroup() === group ? [] : [`.SH ${plain(command.helpGroup()).toUpperCase()}`];
    group = command.helpGroup();
    return [
      ...heading,
      `.SS ${plain(usage)}`,
      plain(
        command.alias() === undefined
          ? about
          : `${about} "netcoach ${command.alias()}" is the same.`,
      ),
      ...asIs(examples),
      ...tagged(args),
      ...tagged(options),
      ...(json === null ? [] : ['.PP', plain(`With --json: ${json}`)]),
      ...(more === null ? [] : ['.PP', ...prose(more)]),
    ];
  });
}

function tagged(entries: readonly Entry[]): string[] {
  return entries.flatMap(([term, meaning]) => ['.TP', `.B ${plain(term)}`, plain(meaning)]);
}

function asIs(lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['.PP', '.RS', '.nf', ...lines.map(plain), '.fi', '.RE'];
}

/** Paragraphs, and lines that start with two spaces as they are. */
function prose(text: string): string[] {
  const made: string[] = [];
  let kept: string[] = [];
  const flush = () => {
    made.push(...asIs(kept));
    kept = [];
  };
  for (const line of text.split('\n')) {
    if (line.startsWith('  ')) {
      kept.push(line.slice(2));
      continue;
    }
    flush();
    made.push(line === '' ? '.PP' : plain(line));
  }
  flush();
  // A paragraph begins before what is kept as it is, and after a heading, by itself.
  return made.filter(
    (line, at) => line !== '.PP' || (at > 0 && made[at + 1] !== '.PP' && at < made.length - 1),
  );
}

/** Text in which nothing is a request, an escape or a typographic dash. */
function plain(text: string): string {
  return text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replace(/^([.'])/gm, '\\&$1');
}
