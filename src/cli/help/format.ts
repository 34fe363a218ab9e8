/** Lays out help: one page for each command and topic, and the list of all. */
import type { Command, Help } from 'commander';
import { wrap } from '../../render/layout.ts';
import { PAGES } from './pages.ts';
import { TOPICS } from './topics.ts';

/** A term and what it means. */
export type Entry = readonly [term: string, meaning: string];

/** A command's page before it is laid out: the man page is made of the same parts. */
export interface CommandHelp {
  usage: string;
  about: string;
  examples: readonly string[];
  args: readonly Entry[];
  options: readonly Entry[];
  globals: readonly Entry[];
  json: string | null;
  more: string | null;
}

/** Under this width an explanation gets a line of its own. */
const NARROWEST = 30;

/** Takes the place of commander's `formatHelp`. */
export function formatHelp(command: Command, helper: Help): string {
  const width = helper.helpWidth ?? 80;
  return command.parent === null
    ? formatMain(command, helper, width)
    : formatPage(command, helper, width);
}

/** The parts of a command's help. */
export function helpOf(command: Command, helper: Help): CommandHelp {
  const page = PAGES[command.name()];
  const options = helper.visibleOptions(command).filter(({ long }) => long !== '--help');
  const entry = (option: (typeof options)[number]): Entry => [
    helper.optionTerm(option),
    described(option.description, option.argChoices),
  ];
  return {
    usage: usageOf(command),
    about: sentence(command.description()),
    examples: (page?.examples ?? []).map((line) => `netcoach ${line}`),
    args: command.registeredArguments.flatMap((argument): Entry[] => {
      const about = described(argument.description, argument.argChoices);
      return about === '' ? [] : [[argument.name(), about]];
    }),
    options: options.map(entry),
    globals: (command.parent?.options ?? []).filter(({ long }) => long !== '--version').map(entry),
    json: page?.json ?? null,
    more: page?.more ?? null,
  };
}

/** "netcoach log [words...] [options]", and the other name where there's one. */
function usageOf(command: Command): string {
  const words = command.usage().replace('[options]', '').trim();
  const options = command.options.length > 0 ? '[options]' : '';
  return ['netcoach', command.name(), words, options].filter((one) => one !== '').join(' ');
}

function described(description: string, choices: readonly string[] | undefined): string {
  if (choices === undefined) return description;
  const all = choices.join(', ');
  return description === '' ? `one of ${all}` : `${description}: ${all}`;
}

function formatPage(command: Command, helper: Help, width: number): string {
  const help = helpOf(command, helper);
  const other = command.alias();
  const blocks = [
    wrap(`Usage: ${help.usage}`, width),
    wrap(`${help.about}${other ? ` "netcoach ${other}" is the same.` : ''}`, width),
    block('Examples', help.examples.map((line) => `  ${line}`).join('\n')),
    block('Arguments', entries(help.args, width)),
    block('Options', entries(help.options, width)),
    block('Everywhere', entries(help.globals, width)),
    help.json === null ? '' : wrap(`With --json: ${help.json}`, width),
    help.more === null ? '' : prose(help.more, width),
  ];
  return `${blocks.filter((one) => one !== '').join('\n\n')}\n`;
}

function formatMain(program: Command, helper: Help, width: number): string {
  const groups = new Map<string, Entry[]>();
  for (const command of helper.visibleCommands(program)) {
    if (command.name() === 'help') continue;
    const heading = command.helpGroup();
    const group = groups.get(heading) ?? [];
    group.push([command.name(), command.description()]);
    groups.set(heading, group);
  }
  const options = helper
    .visibleOptions(program)
    .map((option): Entry => [helper.optionTerm(option), option.description]);
  const all = [...groups].map(([heading, commands]) => block(heading, entries(commands, width)));
  const topics = Object.entries(TOPICS).map(([name, { about }]): Entry => [name, about]);
  return `${[
    wrap('Usage: netcoach [command] [options]', width),
    wrap(sentence(program.description()), width),
    block(
      'Start here',
      ['netcoach demo', 'netcoach log "Shipped Apollo with Priya yesterday"', 'netcoach']
        .map((line) => `  ${line}`)
        .join('\n'),
    ),
    ...all,
    block('Options', entries(options, width)),
    block('More: netcoach help TOPIC, or netcoach help COMMAND', entries(topics, width)),
  ].join('\n\n')}\n`;
}

/** A topic's page. */
export function formatTopic(name: keyof typeof TOPICS, width: number): string {
  return `${prose(TOPICS[name].text(), width)}\n`;
}

function block(heading: string, text: string): string {
  return text === '' ? '' : `${heading}:\n${text}`;
}

/** Two columns, or one below the other where the second would be narrow. */
function entries(list: readonly Entry[], width: number): string {
  const widest = Math.max(0, ...list.map(([term]) => term.length));
  const indent = ' '.repeat(widest + 4);
  return list
    .map(([term, meaning]) =>
      width - indent.length < NARROWEST
        ? `  ${term}\n${wrap(meaning, width, '      ')}`
        : `  ${term.padEnd(widest)}  ${wrap(meaning, width, indent).trimStart()}`,
    )
    .join('\n');
}

const ROW = /^ {2}(\S.*?) {2,}(\S.*)$/;
/** What is to be typed or pasted, which stays on one line. */
const TYPED = /netcoach|[=$]|^ *set /;
const CONTINUED = /^ {4,}(?!netcoach )(\S.*)$/;

/** Wraps a text. Lines that start with two spaces stay as they are, but for rows of a table that are too wide. */
function prose(text: string, width: number): string {
  const lines = text.split('\n');
  const isRow = (line: string) => ROW.test(line) && !/^ {2}(?:netcoach|\S+=|set )/.test(line);
  const wrapped: string[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] as string;
    if (!line.startsWith('  ')) wrapped.push(wrap(line, width));
    else if (!isRow(line))
      wrapped.push(
        line.length <= width
          ? line
          : TYPED.test(line)
            ? `    ${line.trimStart()}`
            : wrap(line.trimStart(), width, '  '),
      );
    else {
      let end = at + 1;
      while (CONTINUED.test(lines[end] ?? '')) end++;
      const row = lines.slice(at, end);
      wrapped.push(
        row.every(({ length }) => length <= width) ? row.join('\n') : wrapRow(row, width),
      );
      at = end - 1;
    }
  }
  return wrapped.join('\n');
}

/** A row of a table with the lines that go on with its meaning. */
function wrapRow([first = '', ...others]: readonly string[], width: number): string {
  const [, term = '', meaning = ''] = ROW.exec(first) ?? [];
  const rest = others.map((line) => line.trim());
  const indent = ' '.repeat(first.length - meaning.length);
  const whole = [meaning, ...rest].join(' ');
  // No word is broken where a smaller indent keeps it whole.
  const longest = Math.max(...whole.split(' ').map(({ length }) => length));
  return width - indent.length < NARROWEST
    ? `  ${term}\n${wrap(whole, width, ' '.repeat(Math.max(2, Math.min(6, width - longest))))}`
    : `${first.slice(0, indent.length)}${wrap(whole, width, indent).trimStart()}`;
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.?!]$/.test(text) ? '' : '.'}`;
}
