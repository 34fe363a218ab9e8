import { Command, CommanderError } from 'commander';
import type { Context, Outcome, World } from '../context.ts';
import { Failure, wantsJson } from '../failure.ts';
import { CLIENTS } from '../mcp/clients.ts';
import { DATE_ORDERS, PEOPLE_ORDERS, STATUSES } from '../model.ts';
import { closest } from '../text/closest.ts';
import { safeJson, safeLines } from '../text/safe.ts';
import {
  ARGUMENT_CHOICES,
  ARGUMENT_MEANINGS,
  type ArgumentValues,
  channelFlag,
  choice,
  type Flag,
  type FlagValues,
  flag,
  HELP_TOPICS,
  kindFlag,
  momentFlag,
  number,
  onFlag,
  personFlags,
  relationshipFlag,
  repeated,
  text,
} from './flags.ts';
import { VERSION } from './version.ts';
import { DAILY_BACKUP } from './world.ts';

interface CommandModule<Input> {
  run: (input: Input, context: Context) => Promise<Outcome> | Outcome;
}

type InputOf<Usage extends string, Flags extends readonly Flag[]> = ArgumentValues<Usage> &
  FlagValues<Flags>;

/** `unknown` if a command's module takes these flags; else a type that names the wrong one. */
type FlagCheck<Usage extends string, Flags extends readonly Flag[], Input> =
  Exclude<keyof FlagValues<Flags>, keyof Input> extends never
    ? InputOf<Usage, Flags> extends Input
      ? unknown
      : { mistyped: InputOf<Usage, Flags> }
    : { unknown: Exclude<keyof FlagValues<Flags>, keyof Input> };

/**
 * Parses the command line and runs its command; the other commands' modules aren't loaded.
 * @returns 0, or 1 if the command's outcome is `failed`
 * @throws Failure, CommanderError or Interrupted
 */
export async function run(argv: readonly string[], world: World): Promise<number> {
  if (argv[0] === DAILY_BACKUP) {
    const { backUpDaily } = await import('./back-up-daily.ts');
    return backUpDaily(argv[1] ?? '');
  }
  let selected: ((context: Context) => Promise<Outcome> | Outcome) | null = null;
  const show = (text: string) => showHelp(text, argv, world);
  const choose: Choose = (start) => {
    selected = start;
  };
  let program: Command;
  if (argv[0] === COMPLETE_COMMAND) {
    // A command line that is still being typed can't be parsed.
    program = buildProgram(world, choose, show);
    selected = await loadCompletion(argv.slice(1), program);
  } else {
    const topic = topicOf(argv);
    if (topic !== null) {
      const { formatTopic } = await import('./help/format.ts');
      show(formatTopic(topic, widthOf(world)));
      return 0;
    }
    const line = helpAsFlag(argv);
    const name = commandOf(line);
    const isHelp = line.includes('--help') || line.includes('-h');
    program = buildProgram(world, choose, show, isHelp ? undefined : (name ?? ''));
    if (name !== undefined && !hasCommand(program, name))
      throw unknownCommand(name, buildProgram(world, choose), argv.includes('help'));
    if (isHelp) {
      const { formatHelp } = await import('./help/format.ts');
      for (const one of [program, ...program.commands]) one.configureHelp({ formatHelp });
    }
    try {
      program.parse(line, PARSE_OPTIONS);
    } catch (error) {
      if (!(error instanceof CommanderError) || error.exitCode === 0) throw error;
      throw await usageFailure(error, nameOf(name ?? ''));
    }
  }
  const start = selected as ((context: Context) => Promise<Outcome> | Outcome) | null;
  if (start === null) return 0;
  const { openContext } = await import('./session.ts');
  const context = await openContext(program.opts(), world, run);
  try {
    try {
      return (await start(context)) === 'failed' ? 1 : 0;
    } finally {
      context.close();
    }
  } catch (error) {
    return context.settle(error);
  }
}

/** Hidden command, for the completion scripts only. */
const COMPLETE_COMMAND = '__complete';

async function loadCompletion(words: readonly string[], program: Command) {
  const { run } = await import('../commands/complete.ts');
  const { TOPICS } = await import('./help/topics.ts');
  return (context: Context) => run({ words, program, topics: TOPICS }, context);
}

type Choose = (start: (context: Context) => Promise<Outcome> | Outcome) => void;

/** Turns "help log" into "log --help". */
function helpAsFlag(argv: readonly string[]): string[] {
  const takesValue = (word: string | undefined) => word === '--db' || word === '--today';
  const at = argv.findIndex((word, one) => !word.startsWith('-') && !takesValue(argv[one - 1]));
  return argv[at] === 'help' ? [...argv.toSpliced(at, 1), '--help'] : [...argv];
}

/** The topic in "help moments"; null for anything else. */
function topicOf(argv: readonly string[]): (typeof HELP_TOPICS)[number] | null {
  const at = argv.indexOf('help');
  if (at < 0 || commandOf(argv) !== 'help') return null;
  const topic = argv.slice(at + 1).find((word) => !word.startsWith('-'));
  return HELP_TOPICS.find((one) => one === topic) ?? null;
}

/** Prints help or the version; what a terminal can't show at once goes through a pager. */
function showHelp(text: string, argv: readonly string[], world: World): void {
  if (wantsJson(argv)) {
    world.stdout.write(helpJson(text));
    return;
  }
  const whole = safeLines(text);
  const isTooLong = whole.split('\n').length > (world.stdout.rows ?? Number.POSITIVE_INFINITY);
  const mayAsk = world.stdin.isTTY && !world.env.NETCOACH_NO_INPUT && !argv.includes('--no-input');
  if (isTooLong && mayAsk && world.page?.(whole) === true) return;
  world.stdout.write(whole);
}

function widthOf({ stdout }: World): number {
  return stdout.columns ?? 80;
}

function helpJson(text: string): string {
  const trimmed = text.trimEnd();
  return `${safeJson(trimmed === VERSION ? { version: trimmed } : { help: trimmed })}\n`;
}

/**
 * Builds the command table: names, flags and help. Command modules load only when they run.
 * @param choose gets the function that runs the parsed command
 * @param show prints help and the version
 * @param only leaves out all commands but this one
 */
export function buildProgram(
  world: World,
  choose: Choose,
  show: (text: string) => void = () => undefined,
  only?: string,
): Command {
  const program = new Command('netcoach');
  let group = '';
  const start =
    <Input>(load: () => Promise<CommandModule<Input>>, input: Input) =>
    async (context: Context) =>
      (await load()).run(input, context);

  program
    .description('who to reach out to today, why now, and what to say')
    .option('--db <file>', 'use this database file')
    .option('--today <date>', 'act as if it were this day')
    .option('--json', 'print one JSON document')
    .option('--no-color', 'print without colour')
    .option('--no-input', 'never ask anything')
    .version(VERSION, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .exitOverride()
    .configureOutput({
      writeOut: show,
      writeErr: () => undefined,
      getOutHelpWidth: () => widthOf(world),
    })
    .showSuggestionAfterError()
    .argument('[command]')
    .usage('[command] [options]')
    .action(() =>
      choose(async (context) => (await import('../commands/suggest.ts')).runOrWelcome({}, context)),
    );

  /**
   * Adds a command. Its module gets arguments and flags as one object; the compiler rejects a flag
   * that the module doesn't take.
   */
  function command<
    const Usage extends string,
    Input,
    const Flags extends readonly Flag[] = readonly [],
  >(
    usage: Usage,
    description: string,
    load: () => Promise<CommandModule<Input>>,
    flags: Flags & FlagCheck<Usage, Flags, Input> = [] as never,
  ): void {
    const name = usage.split(' ', 1)[0] as string;
    if (only !== undefined && nameOf(only) !== name) return;
    const created = program.command(usage).description(description).helpGroup(group);
    for (const alias of Object.keys(ALIASES)) if (nameOf(alias) === name) created.alias(alias);
    for (const argument of created.registeredArguments) {
      const meanings: Record<string, string | undefined> = ARGUMENT_MEANINGS;
      argument.description =
        meanings[`${name} ${argument.name()}`] ?? meanings[argument.name()] ?? '';
      const choices = (ARGUMENT_CHOICES as Record<string, readonly string[] | undefined>)[
        argument.name()
      ];
      if (choices !== undefined) argument.choices(choices);
    }
    for (const { option } of flags) created.addOption(option());
    const names = created.registeredArguments.map((argument) => argument.name());
    const last = names.at(-1) ?? '';
    const takesWords = TAKES_WORDS.has(last);
    created.allowExcessArguments(takesWords);
    created.action((...given: unknown[]) => {
      const values = Object.fromEntries(names.map((name, index) => [name, given[index]]));
      if (takesWords && created.args.length > names.length)
        values[last] = created.args.slice(names.length - 1).join(' ');
      choose(start(load, { ...created.opts(), ...values } as Input));
    });
  }

  group = 'Every day';
  command('log [words...]', 'record an interaction', () => import('../commands/log.ts'), [
    kindFlag,
    repeated('--with <name>', 'who took part; repeat it, or use commas; "NAME: what stood out"'),
    text('--title <text>', 'what it was: "Apollo launch"'),
    text('--on <date>', 'when (default: today): yesterday, last friday, 2026-11-20'),
    text('--note <text>', 'a private note; - reads it from standard input'),
    text('--highlight <text>', 'what stood out about their part: "your rollback plan"'),
  ]);
  command('suggest', "show today's list, best first", () => import('../commands/suggest.ts'), [
    number('--limit <n>', 'how many people (default: 5)'),
    flag('--messages', 'show every message, not only the first'),
    flag('--all', "everyone, plus who's left out and why"),
  ]);
  command('draft <name>', 'write the message', () => import('../commands/draft.ts'), [
    momentFlag,
    number('--about <id>', 'the log entry to write about: 3'),
    number('--max <n>', 'character limit'),
    number('--variant <n>', 'another wording: 2'),
    channelFlag,
    flag('--copy', 'copy it to the clipboard as well'),
    flag('--edit', 'open it in your editor first'),
    flag('--writer', 'let your own program word it (netcoach config writer)'),
    flag('--prompt', 'show what that program is told'),
    flag('--proof', 'show what each sentence is based on'),
  ]);
  command(
    'done <name> [words...]',
    'record that you did what was suggested',
    () => import('../commands/done.ts'),
  );
  command('snooze <name>', 'hide someone for a while', () => import('../commands/snooze.ts'), [
    text('--until <date>', 'when they come back (default: 2w): monday, 2026-12-01'),
  ]);
  command('unsnooze <name>', 'bring someone back early', async () => ({
    run: (await import('../commands/snooze.ts')).unsnooze,
  }));
  command('skip <name>', 'drop a suggestion for good', () => import('../commands/skip.ts'));
  command(
    'why <name>',
    "show why someone is on the list, or isn't",
    () => import('../commands/why.ts'),
  );
  command(
    'brief [name]',
    'read up on someone before you talk',
    () => import('../commands/brief.ts'),
    [
      text('--calendar <file>', 'brief you on every meeting that day in this .ics file'),
      text('--on <date>', 'with --calendar: the day (default: today)'),
    ],
  );
  command('due', 'count the people to reach out to today', () => import('../commands/due.ts'), [
    flag('--short', "just the number, for a prompt; nothing if it's 0"),
  ]);

  group = 'Invitations';
  command(
    'sent <name>',
    'record an invitation you sent',
    async () => ({ run: (await import('../commands/outcome.ts')).sent }),
    [flag('--no-note', 'it had no personal note'), onFlag],
  );
  command(
    'accepted <name>',
    'record that someone accepted your invitation',
    async () => ({ run: (await import('../commands/outcome.ts')).accepted }),
    [onFlag],
  );
  command(
    'declined <name>',
    'record that someone declined your invitation',
    async () => ({ run: (await import('../commands/outcome.ts')).declined }),
    [onFlag],
  );
  command(
    'withdrawn [name]',
    'record that you withdrew an invitation',
    async () => ({ run: (await import('../commands/outcome.ts')).withdrawn }),
    [onFlag, text('--older-than <time>', 'everyone whose invitation is older than this: 6m, 3w')],
  );
  command(
    'accept <name>',
    "record that you accepted someone's invitation",
    async () => ({ run: (await import('../commands/incoming.ts')).accept }),
    [onFlag],
  );
  command('ignore <name>', "record that you won't answer an invitation", async () => ({
    run: (await import('../commands/incoming.ts')).ignore,
  }));
  command('inbox <folder>', 'import whatever is in a folder', () => import('../commands/inbox.ts'));
  command(
    'coworkers',
    'go through the people you may have worked with',
    () => import('../commands/coworkers.ts'),
    [flag('--list', "only list them, don't ask")],
  );

  group = 'People';
  command('people [words...]', 'list people, or find some', () => import('../commands/people.ts'), [
    choice('--status <status>', 'by connection', STATUSES),
    text('--team <team>', 'on this team'),
    text('--company <company>', 'at this company'),
    text('--skill <skill>', 'with this skill'),
    relationshipFlag,
    text('--goal <words>', 'who could help with this, best first'),
    flag('--duplicates', 'entries that may be the same person'),
    text('--quiet <time>', 'no contact for this long: 6m, 3w'),
    choice('--sort <order>', 'the order', PEOPLE_ORDERS),
    text('--format <text>', "one line each, in your own format: '{{id}} {{name}}'"),
    number('--limit <n>', 'how many (default: all)'),
  ]);
  command(
    'show <name>',
    'show a person and everything logged with them',
    () => import('../commands/show.ts'),
  );
  command('add <name>', 'add a person', () => import('../commands/add.ts'), personFlags);
  command('edit <person>', 'edit a person', () => import('../commands/edit.ts'), [
    text('--name <name>', 'the full name'),
    ...personFlags,
  ]);
  command(
    'merge <name> <into>',
    'merge two entries for the same person',
    () => import('../commands/merge.ts'),
  );
  command('forget <name>', 'erase a person for good', () => import('../commands/forget.ts'), [
    flag('--yes', "don't ask"),
  ]);

  group = 'The log';
  command('interactions', 'show the log', () => import('../commands/interactions.ts'), [
    text('--with <name>', 'with this person'),
    kindFlag,
    text('--since <date>', 'since this date'),
    text('--until <date>', 'until this date'),
    text('--format <text>', "one line each, in your own format: '{{id}} {{title}}'"),
    number('--limit <n>', 'how many (default: all)'),
  ]);
  command('amend <id>', 'edit a log entry', () => import('../commands/amend.ts'), [
    kindFlag,
    repeated('--with <name>', 'everyone who took part'),
    repeated('--add <name>', 'someone else who took part'),
    repeated('--remove <name>', "someone who didn't take part"),
    text('--title <text>', 'what it was'),
    text('--on <date>', 'when'),
    text('--note <text>', 'a private note; - reads it from standard input, "" clears it'),
    text('--highlight <text>', 'what stood out about their part'),
    text('--say <text>', 'how a message puts it, word for word; "" clears it'),
  ]);
  command('delete <id>', 'delete a log entry', () => import('../commands/delete.ts'));
  command('undo', 'undo the last change', () => import('../commands/undo.ts'), [
    flag('--list', 'list the last twenty changes'),
    flag('--yes', 'for older scripts: undo no longer asks'),
  ]);
  command('redo', 'bring back what you undid', async () => ({
    run: (await import('../commands/undo.ts')).redo,
  }));

  group = 'Advice';
  command('check [text]', 'review a message you wrote', () => import('../commands/check.ts'), [
    text('--to <name>', "who it's for, so netcoach knows what you have in common"),
    number('--max <n>', 'character limit'),
    flag('--spelling', 'check the spelling as well'),
  ]);
  command(
    'review',
    'show how your network is doing, and what to do',
    () => import('../commands/review.ts'),
    [
      text('--html <file>', 'make a page with charts for your browser'),
      flag('--force', 'replace the file, whatever it is'),
    ],
  );
  command(
    'rules [id]',
    'list the moments and the advice behind them',
    () => import('../commands/rules.ts'),
  );

  group = 'You and your settings';
  command('me', 'show or change your profile', () => import('../commands/me.ts'), [
    text('--name <name>', 'your name'),
    text('--role <role>', 'your role'),
    text('--team <team>', 'your team'),
    text('--company <company>', 'your company'),
    repeated('--email <address>', 'your e-mail address; repeat it for more; "" clears them'),
    choice('--account <account>', 'your LinkedIn account', ['free', 'premium']),
    repeated('--goal <goal>', 'what you\'re working towards; repeat it for more; "" clears them'),
    repeated('--skill <skill>', 'a skill of yours; repeat it for more; "" clears them'),
    number('--invites-per-week <n>', 'the most invitations to send in any seven days', 0),
    number('--notes-per-month <n>', 'the most personal notes to send in a calendar month', 0),
    text('--left <date>', 'the day you left your job; your coworkers become former coworkers'),
    text('--since <date>', 'the day you started at --company'),
    choice('--date-order <order>', 'how to read 3/11', DATE_ORDERS),
    flag('--quiet', 'stop reminding you who will see what you post'),
    flag('--no-quiet', 'start reminding you again'),
  ]);
  command(
    'config [key] [value]',
    'show or change a setting',
    () => import('../commands/config.ts'),
  );
  command('remind', 'set up a reminder', () => import('../commands/remind.ts'), [
    flag('--calendar', 'an event for your calendar'),
    flag('--systemd', 'a timer for systemd'),
    flag('--launchd', 'an agent for launchd (macOS)'),
    flag('--cron', 'a line for crontab'),
    flag('--sync', 'sync every hour instead of reminding you'),
    text('--inbox <folder>', 'import whatever arrives in this folder instead'),
    flag('--daily', 'on working days'),
    flag('--weekly', 'on Mondays (default: monthly, unless config says otherwise)'),
  ]);
  command(
    'completion <shell>',
    'set up completion in your shell',
    () => import('../commands/completion.ts'),
  );

  group = 'Your data';
  command(
    'import <source> <path>',
    'import contacts, calendars and LinkedIn data',
    () => import('../commands/import.ts'),
    [
      flag('--dry-run', 'say what would change, and change nothing'),
      text('--since <date>', 'calendar, git: since this date'),
      text('--until <date>', 'git: until this date'),
      text('--title <text>', 'git: what to call the project'),
      number('--top <n>', 'git: how many people at most (default: 12)'),
    ],
  );
  command('export <format> [file]', 'export everything', () => import('../commands/export.ts'), [
    flag('--interactions', 'csv: the log instead of the people'),
    flag('--force', 'replace the file, whatever it is'),
  ]);
  command('backup [file]', 'make a backup', () => import('../commands/backup.ts'));
  command('restore [file]', 'go back to a backup', () => import('../commands/restore.ts'), [
    flag('--yes', "don't ask"),
  ]);
  command(
    'doctor',
    'check the database, and say how to fix any problems',
    () => import('../commands/doctor.ts'),
  );
  command(
    'sync [folder]',
    'share your log between your machines',
    () => import('../commands/sync.ts'),
    [
      text('--key <file>', "another machine's key, the first time; - reads it from standard input"),
      flag('--show-key', 'print the key, for your other machines'),
      flag('--new-key', "lock out a machine you've lost"),
      number('--dismiss <n>', 'clear a conflict that doctor lists'),
    ],
  );

  group = 'Assistants, and a tour';
  command('mcp', 'run a server for AI assistants', () => import('../mcp/mcp.ts'), [
    flag('--write', 'let the assistant log, record outcomes and undo'),
    flag('--private', 'let it read private notes and feedback'),
    choice('--config <client>', 'print the settings that start it', CLIENTS),
  ]);
  command('skill', 'print instructions for AI assistants', () => import('../commands/skill.ts'), [
    text('--install <folder>', "put them in your assistant's skills folder"),
  ]);
  command('demo', 'take a tour with sample data', () => import('../commands/demo.ts'));
  return program;
}

const PARSE_OPTIONS = { from: 'user' } as const;

/** The command that's named; undefined if none is. */
function commandOf(argv: readonly string[]): string | undefined {
  return argv.find(
    (word, at) => !word.startsWith('-') && !['--db', '--today'].includes(argv[at - 1] ?? ''),
  );
}

function hasCommand(program: Command, name: string): boolean {
  return program.commands.some((one) => one.name() === nameOf(name));
}

/** Last arguments that may be several words without quotes: show Priya Shah. */
const TAKES_WORDS: ReadonlySet<string> = new Set(['name', 'whom', 'value', 'text']);

/** Other names of commands. */
const ALIASES: Readonly<Record<string, string>> = { today: 'suggest', ls: 'people' };

/** A command's own name. */
function nameOf(name: string): string {
  return ALIASES[name] ?? name;
}

/** Told before commander parses the rest, which it might reject first. */
function unknownCommand(name: string, program: Command, isHelp: boolean): Failure {
  const names = [...program.commands.map((one) => one.name()), ...Object.keys(ALIASES), 'help'];
  const near = closest(name.toLowerCase(), isHelp ? [...names, ...HELP_TOPICS] : names);
  const hint =
    near === null
      ? 'All commands: netcoach help'
      : `Did you mean ${near}? Try: netcoach ${isHelp ? 'help ' : ''}${near}`;
  return new Failure('usage', `unknown ${isHelp ? 'command or topic' : 'command'}: ${name}`, hint);
}

/** Says in our words what commander found wrong, and how to fix it. */
async function usageFailure(error: CommanderError, name: string): Promise<Failure> {
  const { message, suggested } = plainUsage(error);
  const help = `netcoach help${name === '' ? '' : ` ${name}`}`;
  const failure = (hint: string) => new Failure('usage', message, hint, { cause: error });
  if (suggested !== null) return failure(suggested);
  if (error.code === 'commander.excessArguments')
    return failure(`Put quotes round words that belong together. See: ${help}`);
  if (error.code !== 'commander.missingArgument') return failure(`See: ${help}`);
  const { PAGES } = await import('./help/pages.ts');
  const [example] = PAGES[name]?.examples ?? [];
  return failure(example === undefined ? `See: ${help}` : `For example: netcoach ${example}`);
}

/** Commander's message in our words. */
function plainUsage({ code, message }: CommanderError): {
  message: string;
  suggested: string | null;
} {
  const text = message.replace(/^error: /, '');
  const find = (pattern: RegExp) => pattern.exec(text)?.slice(1) ?? [];
  const [suggestion] = find(/\(Did you mean (?:one of )?(.+)\?\)$/s);
  switch (code) {
    case 'commander.unknownOption': {
      const [option = ''] = find(/^unknown option '(.*?)'/s);
      return {
        message: `unknown option: ${option}`,
        suggested: suggestion === undefined ? null : `Did you mean ${suggestion}?`,
      };
    }
    case 'commander.missingArgument': {
      const [argument = ''] = find(/'(.+)'/s);
      return { message: `missing: ${argument.toUpperCase()}`, suggested: null };
    }
    case 'commander.optionMissingArgument': {
      const [option = ''] = find(/'(.+)'/s);
      return { message: `missing value: ${option}`, suggested: null };
    }
    case 'commander.excessArguments':
      return { message: 'too many words', suggested: null };
    case 'commander.invalidArgument': {
      const found =
        /^option '(?<slot>\S+).*?' argument '(?<value>.*)' is invalid\. (?<why>.*)$/s.exec(text) ??
        /^command-argument value '(?<value>.*)' is invalid for argument '(?<slot>.*?)'\. (?<why>.*)$/s.exec(
          text,
        );
      const { slot = '', value = '', why = '' } = found?.groups ?? {};
      if (why === '') return { message: text, suggested: null };
      const allowed = /^Allowed choices are (.+)\.$/s.exec(why)?.[1];
      return {
        message: `${slot} can't be "${value}"`,
        suggested: allowed === undefined ? why : `Choose one: ${allowed}`,
      };
    }
    default:
      return { message: text, suggested: null };
  }
}
