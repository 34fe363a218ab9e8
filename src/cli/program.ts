import { Command } from 'commander';
import type { Context, Outcome, World } from '../context.ts';
import { Failure, wantsJson } from '../failure.ts';
import { CLIENTS } from '../mcp/clients.ts';
import { DATE_ORDERS, STATUSES } from '../model.ts';
import { safeJson, safeLines } from '../text/safe.ts';
import {
  ARGUMENT_CHOICES,
  type ArgumentValues,
  channelFlag,
  choice,
  type Flag,
  type FlagValues,
  flag,
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
  const show = (text: string) => {
    world.stdout.write(wantsJson(argv) ? helpJson(text) : safeLines(text));
  };
  const choose: Choose = (start) => {
    selected = start;
  };
  const build = (only?: string) => buildProgram(world, choose, show, only);
  let program: Command;
  if (argv[0] === COMPLETE_COMMAND) {
    // A command line that is still being typed can't be parsed.
    program = build();
    selected = await loadCompletion(argv.slice(1), program);
  } else {
    const line = helpAsFlag(argv);
    const name = commandOf(line);
    program = line.includes('--help') || line.includes('-h') ? build() : build(name ?? '');
    if (name !== undefined && !hasCommand(program, name)) throw unknownCommand(name, build());
    program.parse(line, PARSE_OPTIONS);
  }
  const start = selected as ((context: Context) => Promise<Outcome> | Outcome) | null;
  if (start === null) return 0;
  const { openContext } = await import('./session.ts');
  const context = await openContext(program.opts(), world, run);
  try {
    return (await start(context)) === 'failed' ? 1 : 0;
  } catch (error) {
    throw context.explain(error);
  } finally {
    context.close();
  }
}

/** Hidden command, for the completion scripts only. */
const COMPLETE_COMMAND = '__complete';

async function loadCompletion(words: readonly string[], program: Command) {
  const { run } = await import('../commands/complete.ts');
  return (context: Context) => run({ words, program }, context);
}

type Choose = (start: (context: Context) => Promise<Outcome> | Outcome) => void;

/** Turns "help log" into "log --help". */
function helpAsFlag(argv: readonly string[]): string[] {
  const takesValue = (word: string | undefined) => word === '--db' || word === '--today';
  const at = argv.findIndex((word, one) => !word.startsWith('-') && !takesValue(argv[one - 1]));
  return argv[at] === 'help' ? [...argv.toSpliced(at, 1), '--help'] : [...argv];
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
  const start =
    <Input>(load: () => Promise<CommandModule<Input>>, input: Input) =>
    async (context: Context) =>
      (await load()).run(input, context);

  program
    .description('Whom of your coworkers to reach today, why now, and the message to send.')
    .option('--db <file>', 'the SQLite file (NETCOACH_DB)')
    .option('--today <date>', 'act as if today were DATE (NETCOACH_TODAY)')
    .option('--json', 'one JSON document on standard output')
    .option('--no-color', 'no colour (NO_COLOR)')
    .option('--no-input', 'never ask anything (NETCOACH_NO_INPUT)')
    .version(VERSION, '-V, --version')
    .exitOverride()
    .configureOutput({
      writeOut: show,
      writeErr: () => undefined,
      getOutHelpWidth: () => world.stdout.columns ?? 80,
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
    if (only !== undefined && only !== usage.split(' ', 1)[0]) return;
    const created = program.command(usage).description(description);
    for (const argument of created.registeredArguments) {
      const choices = (ARGUMENT_CHOICES as Record<string, readonly string[] | undefined>)[
        argument.name()
      ];
      if (choices !== undefined) argument.choices(choices);
    }
    for (const { option } of flags) created.addOption(option());
    const names = created.registeredArguments.map((argument) => argument.name());
    created.action((...given: unknown[]) => {
      const values = Object.fromEntries(names.map((name, index) => [name, given[index]]));
      choose(start(load, { ...created.opts(), ...values } as Input));
    });
  }

  command('log [words...]', 'record what happened with whom', () => import('../commands/log.ts'), [
    kindFlag,
    repeated('--with <name>', 'who took part; repeats, takes commas and "NAME: what stood out"'),
    text('--title <text>', 'what it was: "Apollo launch"'),
    text('--on <date>', 'when (default: today): 2026-11-20, yesterday, last friday'),
    text('--note <text>', 'a private note; - reads it from standard input'),
    text('--highlight <text>', 'what stood out in their part: "your rollback plan"'),
  ]);
  command('suggest', "today's short list, best first", () => import('../commands/suggest.ts'), [
    number('--limit <n>', 'how many (default: 5)'),
    flag('--messages', 'the message for each, not only the first'),
    flag('--all', 'everyone, and those not shown, with the reason'),
  ]);
  command(
    'why <name>',
    'every rule on one person, and the score',
    () => import('../commands/why.ts'),
  );
  command(
    'brief <name>',
    'what to know before talking to someone',
    () => import('../commands/brief.ts'),
  );
  command('draft <name>', 'the message, ready to send', () => import('../commands/draft.ts'), [
    momentFlag,
    number('--about <id>', 'the interaction to write about'),
    number('--max <n>', 'the most characters'),
    number('--variant <n>', 'another wording'),
    channelFlag,
    flag('--copy', 'put it on the clipboard as well'),
    flag('--edit', 'open it in your editor first'),
    flag('--writer', 'let your own program word it: see config writer'),
    flag('--prompt', 'what that program is told'),
    flag('--proof', 'what each sentence rests on'),
  ]);
  command(
    'sent <name>',
    'record an invitation that you sent',
    async () => ({ run: (await import('../commands/outcome.ts')).sent }),
    [flag('--no-note', 'without a personal note'), onFlag],
  );
  command(
    'accepted <name>',
    'record that they accepted',
    async () => ({ run: (await import('../commands/outcome.ts')).accepted }),
    [onFlag],
  );
  command(
    'declined <name>',
    'record that they declined',
    async () => ({ run: (await import('../commands/outcome.ts')).declined }),
    [onFlag],
  );
  command(
    'withdrawn [name]',
    'record that you withdrew an invitation',
    async () => ({ run: (await import('../commands/outcome.ts')).withdrawn }),
    [onFlag, text('--older-than <time>', 'everyone who has had it for so long: 6m, 3w')],
  );
  command(
    'done <name> [words...]',
    'record that you did what the list suggests',
    () => import('../commands/done.ts'),
  );
  command('snooze <name>', 'hide someone for a while', () => import('../commands/snooze.ts'), [
    text('--until <date>', 'when they come back: 2w, monday, 2026-12-01 (default: 2 weeks)'),
  ]);
  command('unsnooze <name>', 'show someone again that you snoozed', async () => ({
    run: (await import('../commands/snooze.ts')).unsnooze,
  }));
  command('skip <name>', 'drop this suggestion for good', () => import('../commands/skip.ts'));
  command('due', 'how many people are due today', () => import('../commands/due.ts'), [
    flag('--short', 'only the number, and nothing if there are none'),
  ]);
  command('people [words...]', 'the people you know', () => import('../commands/people.ts'), [
    choice('--status <status>', 'of the connection', STATUSES),
    text('--team <team>', 'of this team'),
    text('--company <company>', 'of this company'),
    text('--skill <skill>', 'with this skill'),
    relationshipFlag,
    text('--goal <words>', 'a project ahead: those who could help with it, the best first'),
    flag('--duplicates', 'entries that may be one person'),
    number('--limit <n>', 'how many (default: all)'),
  ]);
  command(
    'show <name>',
    'one person, with the whole timeline',
    () => import('../commands/show.ts'),
  );
  command('add <name>', 'add a person', () => import('../commands/add.ts'), personFlags);
  command('edit <whom>', 'alter what is said of a person', () => import('../commands/edit.ts'), [
    text('--name <name>', 'the full name'),
    ...personFlags,
  ]);
  command(
    'merge <name> <into>',
    'two entries are one person',
    () => import('../commands/merge.ts'),
  );
  command('interactions', 'the log', () => import('../commands/interactions.ts'), [
    text('--with <name>', 'with this person'),
    kindFlag,
    text('--since <date>', 'from this day'),
    text('--until <date>', 'to this day'),
    number('--limit <n>', 'how many (default: all)'),
  ]);
  command('amend <id>', 'mend an interaction', () => import('../commands/amend.ts'), [
    kindFlag,
    repeated('--with <name>', 'who took part, all of them'),
    repeated('--add <name>', 'someone else who took part'),
    repeated('--remove <name>', 'someone who took no part'),
    text('--title <text>', 'what it was'),
    text('--on <date>', 'when'),
    text('--note <text>', 'a private note; - reads it from standard input, "" clears it'),
    text('--highlight <text>', 'what stood out in their part'),
    text('--say <text>', 'how a message says it, word for word; "" clears it'),
  ]);
  command('delete <id>', 'remove an interaction', () => import('../commands/delete.ts'));
  command('me', 'my own profile and limits', () => import('../commands/me.ts'), [
    text('--name <name>', 'my name'),
    text('--role <role>', 'my role'),
    text('--team <team>', 'my team'),
    text('--company <company>', 'my company'),
    repeated('--email <address>', 'an address of mine; repeats, "" clears them'),
    choice('--account <account>', 'my LinkedIn account', ['free', 'premium']),
    repeated('--goal <goal>', 'what I work towards; repeats, "" clears them'),
    repeated('--skill <skill>', 'a skill of mine; repeats, "" clears them'),
    number('--invites-per-week <n>', 'invitations in any seven days', 0),
    number('--notes-per-month <n>', 'personal notes in a calendar month', 0),
    text('--left <date>', 'I left my job: those I worked with are former coworkers from then on'),
    text('--since <date>', 'when the job at --company began'),
    choice('--date-order <order>', 'how to read dates like 3/11', DATE_ORDERS),
    flag('--quiet', 'no lines on who will see what I post'),
    flag('--no-quiet', 'with them again'),
  ]);
  command('check [text]', 'review a message that I wrote', () => import('../commands/check.ts'), [
    text('--to <name>', 'whom it is for: the log then knows what you share'),
    number('--max <n>', 'the most characters'),
    flag('--spelling', 'look at the spelling as well'),
  ]);
  command(
    'review',
    'how my network stands, and what to do',
    () => import('../commands/review.ts'),
    [text('--html <file>', 'a page with pictures for the browser; it stays on this machine')],
  );
  command('import <source> <path>', 'bring in what I own', () => import('../commands/import.ts'), [
    flag('--dry-run', 'say what would happen, write nothing'),
    text('--since <date>', 'calendar, git: from this day'),
    text('--until <date>', 'git: to this day'),
    text('--title <text>', 'git: what the project is called'),
    number('--top <n>', 'git: how many people at most (default: 12)'),
  ]);
  command(
    'export <format> [file]',
    'take it all out again',
    () => import('../commands/export.ts'),
    [flag('--interactions', 'csv: the log instead of the people')],
  );
  command(
    'rules [id]',
    'the moments, and where each comes from',
    () => import('../commands/rules.ts'),
  );
  command(
    'accept <name>',
    'I accepted their invitation',
    async () => ({ run: (await import('../commands/incoming.ts')).accept }),
    [onFlag],
  );
  command('ignore <name>', 'I leave their invitation unanswered', async () => ({
    run: (await import('../commands/incoming.ts')).ignore,
  }));
  command('undo', 'undo the last change', () => import('../commands/undo.ts'), [
    flag('--list', 'list the last twenty changes'),
    flag('--yes', "don't ask"),
  ]);
  command('redo', 'bring back what was just undone', async () => ({
    run: (await import('../commands/undo.ts')).redo,
  }));
  command('backup [file]', 'a checked copy of everything', () => import('../commands/backup.ts'));
  command('restore [file]', 'bring a backup back', () => import('../commands/restore.ts'), [
    flag('--yes', 'without asking'),
  ]);
  command('forget <name>', 'leave nothing of a person', () => import('../commands/forget.ts'), [
    flag('--yes', 'without asking'),
  ]);
  command(
    'sync [folder]',
    'share one log among your machines, over a folder',
    () => import('../commands/sync.ts'),
    [
      text('--key <file>', "another machine's key, the first time; - reads it from standard input"),
      flag('--show-key', 'print the key, for your other machines'),
      flag('--new-key', 'lock out a machine that you have lost'),
      number('--dismiss <n>', 'what doctor shows of a change made on two machines'),
    ],
  );
  program.commands.at(-1)?.addHelpText('after', SYNC_HELP);
  command('doctor', 'what is wrong, and what mends it', () => import('../commands/doctor.ts'));
  command('remind', 'what makes my machine remind me', () => import('../commands/remind.ts'), [
    flag('--calendar', 'a monthly event for any calendar'),
    flag('--systemd', 'a timer for systemd'),
    flag('--launchd', 'an agent for launchd'),
    flag('--cron', 'a line for crontab'),
  ]);
  command(
    'config [key] [value]',
    'show or change a setting',
    () => import('../commands/config.ts'),
  );
  command('mcp', 'a server for assistants, on standard input', () => import('../mcp/mcp.ts'), [
    flag('--write', 'let the assistant log, record outcomes and undo'),
    flag('--private', 'let it read private notes and what feedback said'),
    choice('--config <client>', 'print the settings that start it', CLIENTS),
  ]);
  command('skill', 'the text that teaches an assistant', () => import('../commands/skill.ts'), [
    text('--install <folder>', "put it into an assistant's folder of skills"),
  ]);
  command(
    'completion <shell>',
    'the completion script of a shell',
    () => import('../commands/completion.ts'),
  );
  command('demo', 'the whole tour on sample data', () => import('../commands/demo.ts'));
  return program;
}

const SYNC_HELP = `
Each machine writes one encrypted file of its own into the folder and reads the
others'. netcoach opens no connection: Syncthing, Dropbox, a USB stick or a
private git repository carries the folder.

First machine:  netcoach sync FOLDER, then netcoach sync --show-key
Each other one: keep that line in a file, then netcoach sync FOLDER --key FILE

With git, FOLDER being a clone of a private repository (line 1 from the second
time on):
  git -C FOLDER pull -q --rebase --autostash
  netcoach sync FOLDER
  git -C FOLDER add -A; git -C FOLDER commit -qm sync; git -C FOLDER push -q

A machine that you no longer use: delete its file. To see what lost where two
machines changed the same thing: netcoach doctor
`;

const PARSE_OPTIONS = { from: 'user' } as const;

/** The command that's named; undefined if none is. */
function commandOf(argv: readonly string[]): string | undefined {
  return argv.find(
    (word, at) => !word.startsWith('-') && !['--db', '--today'].includes(argv[at - 1] ?? ''),
  );
}

function hasCommand(program: Command, name: string): boolean {
  return program.commands.some((one) => one.name() === name);
}

/** Told before commander parses the rest, which it might reject first. */
function unknownCommand(name: string, program: Command): Failure {
  const similar = program.commands
    .map((one) => one.name())
    .find((one) => one.startsWith(name.slice(0, 3)));
  const hint = similar === undefined ? '' : `Did you mean ${similar}? `;
  return new Failure('usage', `there is no command "${name}"`, `${hint}See: netcoach --help`);
}
