import { userInfo } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';
import type { Database } from 'better-sqlite3';
import type { Context, World } from '../context.ts';
import { allowPostponedBackup, isBackupPostponed } from '../database/backup.ts';
import { lastChangeId } from '../database/change.ts';
import { passAttempt } from '../database/daily-attempt.ts';
import { asFailure } from '../database/failures.ts';
import { openStore } from '../database/open.ts';
import { openToEdit, openToRead } from '../database/read.ts';
import { forbidChanges, isMissing, isStandIn } from '../database/standing.ts';
import { hasSaved } from '../database/transaction.ts';
import { Failure } from '../failure.ts';
import { parseDay } from '../reading/day.ts';
import { coloured, plain } from '../render/paint.ts';
import { isReadByOlder } from '../store/read-by.ts';
import { toDay } from '../text/days.ts';
import { safe, safeJson } from '../text/safe.ts';
import { withDatabaseFlag } from '../text/shell.ts';
import { BUILT, VERSION } from './version.ts';

interface GlobalOptions {
  db?: string;
  today?: string;
  json?: boolean;
  color?: boolean;
  input?: boolean;
}

type OpenContext = Context & {
  close: () => void;
  explain: (error: unknown) => unknown;
  settle: (error: unknown) => number;
};

/**
 * Makes the context of one command from its global options. The caller closes it.
 * @param run runs a command line, for `Context.play`
 * @returns also `explain`, which makes an error one that the user can act on, and `settle`, which throws that unless
 * the command has saved what it was asked to: then only the rest failed, and it's the exit code
 * @throws Failure `usage` or `bad-date`
 */
export async function openContext(
  options: GlobalOptions,
  world: World,
  run: (argv: readonly string[], world: World) => Promise<number>,
): Promise<OpenContext> {
  const { env } = world;
  const givenDay = options.today ?? (env.NETCOACH_TODAY || undefined);
  if (options.db === '')
    throw new Failure('usage', '--db is empty', 'Give a file: --db netcoach.db');
  let resolvedPath: string | null = null;
  // Lazy: some commands need no database, and finding the path can fail.
  const path = () => {
    resolvedPath ??= databasePath(options.db ?? env.NETCOACH_DB, env);
    return resolvedPath;
  };
  const toType = (text: string) =>
    options.db === undefined ? text : withDatabaseFlag(text, path());
  // Inquirer and the programs that are started know the variables only.
  if (options.color === false) {
    env.NO_COLOR = '1';
    delete env.FORCE_COLOR;
  }
  const width = Math.max(20, world.stdout.columns ?? 80);
  // A terminal would break words.
  const { wrap } = world.stderr.isTTY ? await import('../render/layout.ts') : { wrap: null };
  const note = (text: string) => world.stderr.write(`${wrap?.(text, width) ?? text}\n`);
  let db: Database | null = null;
  const open = (by: typeof openToEdit) => {
    if (db !== null && isStandIn(db)) {
      db.close();
      db = null;
    }
    db ??= by(path(), report);
    if (canPostponeBackup(world)) allowPostponedBackup(db);
    return db;
  };
  const report = (notice: string) => {
    if (options.json !== true) note(safe(`netcoach: ${toType(notice)}`));
  };
  let hasPrinted = false;
  const write = (text: string) => {
    hasPrinted = true;
    world.stdout.write(text);
  };
  /** A change is saved, and what would have been said of it can't be read. */
  const isSavedAndDamaged = (error: unknown) =>
    error instanceof Failure && error.code === 'database' && db !== null && hasSaved(db);
  const explain = (error: unknown) => {
    const { code } = Object(error) as { code?: unknown };
    const failure =
      String(code).startsWith('SQLITE_') || error instanceof SyntaxError
        ? asFailure(error, path())
        : error;
    if (!(failure instanceof Failure)) return failure;
    if (isSavedAndDamaged(failure)) return savedAndDamaged(path(), toType, failure);
    return failure.withHint(toType(failure.hint));
  };
  return {
    version: VERSION,
    built: BUILT,
    today: await readToday(givenDay, world),
    isClockDay: givenDay === undefined,
    width,
    isJson: options.json === true,
    paint: hasColour(options, world) ? await coloured() : plain,
    isTerminal: world.stdout.isTTY,
    env,
    hasDailyProcess: canPostponeBackup(world),
    ask: isInteractive(options, world)
      ? (world.ask ?? (await import('./questions.ts')).questions)
      : null,
    program: world.program ?? [process.execPath, process.argv[1] ?? 'netcoach'],
    get path() {
      return path();
    },
    toType,
    store: () => open(openStore),
    storeToEdit: () => {
      if (db === null || !isMissing(db)) return open(openToEdit);
      forbidChanges(db);
      return db;
    },
    storeToRead: () => {
      db ??= openToRead(path(), report);
      return db;
    },
    print: (data, text) =>
      write(options.json === true ? `${safeJson(data)}\n` : withLineEnd(text())),
    printLong: (data, text) => {
      if (options.json === true) return write(`${safeJson(data)}\n`);
      const whole = withLineEnd(text());
      const isTooLong = whole.split('\n').length > (world.stdout.rows ?? Number.POSITIVE_INFINITY);
      // A pager waits for a key.
      if (isTooLong && isInteractive(options, world) && world.page?.(whole) === true) return;
      write(whole);
    },
    write,
    note,
    progress: () =>
      progressBar(
        world.stderr.isTTY && options.json !== true ? world.stderr.write : () => {},
        world.now,
      ),
    busy: (message) =>
      world.stderr.isTTY && options.json !== true
        ? spinner(world.stderr.write, safe(message), Math.max(20, world.stdout.columns ?? 80))
        : () => undefined,
    read: async () => {
      try {
        return await world.stdin.read();
      } catch (error) {
        throw new Failure('usage', "standard input isn't UTF-8 text", 'Send it as UTF-8.', {
          cause: error,
        });
      }
    },
    play: async (argv, { db, today, write }) => {
      await run(argv, {
        env: { ...env, NETCOACH_DB: db, NETCOACH_TODAY: today, NETCOACH_NO_INPUT: '1' },
        stdin: { isTTY: false, read: async () => '' },
        stdout: { ...world.stdout, write },
        stderr: { isTTY: false, write },
        now: world.now,
      });
    },
    alone: async (work, stdin = '') => {
      const silent = () => undefined;
      const other = await openContext(
        { ...options, json: true },
        {
          env: { ...env, NETCOACH_NO_INPUT: '1' },
          stdin: { isTTY: false, read: async () => stdin },
          stdout: { isTTY: false, columns: undefined, write: silent },
          stderr: { isTTY: false, write: world.stderr.write },
          now: world.now,
        },
        run,
      );
      try {
        return await work(other);
      } catch (error) {
        throw other.explain(error);
      } finally {
        other.close();
      }
    },
    explain,
    settle: (error) => {
      const failure = explain(error);
      if (!isSavedAndDamaged(failure)) throw failure;
      // Whoever reads JSON waits for a document, or an error.
      if (options.json === true && !hasPrinted) throw failure;
      const { message, hint } = failure as Failure;
      report(`${message}. ${hint}`);
      return 0;
    },
    close: () => {
      if (db === null) return;
      let isStale = false;
      try {
        try {
          isStale = lastChangeId(db) !== null && isReadByOlder(db);
        } finally {
          db.close();
        }
      } catch (error) {
        throw asFailure(error, path());
      }
      if (isBackupPostponed(db)) startBackup(db.name, world);
      // The same process reads what an earlier release understood otherwise.
      else if (isStale && canPostponeBackup(world)) world.backUpLater?.(db.name);
    },
  };
}

function savedAndDamaged(path: string, toType: Context['toType'], cause: Failure): Failure {
  return new Failure(
    'database',
    `this is saved, but ${path} is damaged`,
    toType("Don't enter it again. See what can be recovered: netcoach doctor"),
    { cause: cause.cause ?? cause },
  );
}

/** A script that deletes its database, or a container that ends with its command, can have the backup made first. */
function canPostponeBackup({ env, backUpLater }: World): boolean {
  return backUpLater !== undefined && !env.NETCOACH_BACKUP_FIRST;
}

/** Where no process can be started, the next write makes the backup. */
function startBackup(path: string, world: World): void {
  const id = world.backUpLater?.(path) ?? null;
  if (id !== null) passAttempt(path, id);
}

function withLineEnd(text: string): string {
  return text === '' || text.endsWith('\n') ? text : `${text}\n`;
}

async function readToday(given: string | undefined, world: World): Promise<string> {
  const clockDay = toDay(world.now());
  return given === undefined ? clockDay : parseDay(given, clockDay);
}

function databasePath(given: string | undefined, env: World['env']): string {
  if (given !== undefined && given !== '') {
    if (given.includes('\0'))
      throw new Failure(
        'usage',
        'the database name contains a NUL character',
        'Give another: --db netcoach.db',
      );
    return resolve(given);
  }
  return join(dataFolder(env), 'netcoach', 'netcoach.db');
}

function dataFolder(env: World['env']): string {
  if (process.platform === 'win32')
    return env.LOCALAPPDATA || join(homeFolder(env), 'AppData', 'Local');
  if (process.platform === 'darwin') return join(homeFolder(env), 'Library', 'Application Support');
  const data = env.XDG_DATA_HOME;
  // The XDG Base Directory specification says to ignore a relative path.
  return data && isAbsolute(data) ? data : join(homeFolder(env), '.local', 'share');
}

/** @throws Failure `io` if the home folder is unknown or a relative path */
function homeFolder({ HOME }: World['env']): string {
  const home = HOME || systemHome();
  if (home !== null && isAbsolute(home)) return home;
  const what = HOME ? `HOME isn't an absolute path: ${HOME}` : "your home folder isn't known";
  throw new Failure('io', what, 'Set HOME, or give a file: --db netcoach.db');
}

/** The home folder in the system's user database; null for a user who isn't in it. */
function systemHome(): string | null {
  try {
    return userInfo().homedir;
  } catch {
    return null;
  }
}

/** --no-color wins, then NO_COLOR (no-color.org), then FORCE_COLOR, then the terminal. */
function hasColour(options: GlobalOptions, world: World): boolean {
  const { env } = world;
  if (options.json === true || options.color === false) return false;
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== '0';
  return world.stdout.isTTY && env.TERM !== 'dumb';
}

function isInteractive({ input }: GlobalOptions, world: World): boolean {
  if (input === false || world.env.NETCOACH_NO_INPUT) return false;
  return world.stdin.isTTY && world.stderr.isTTY;
}

const DELAY_MS = 1000;
const BAR_CELLS = 30;

/** A one-line progress bar that appears after a second; `end` clears it. */
export function progressBar(
  write: (text: string) => void,
  now: () => Date,
): { step: (done: number, total: number) => void; end: () => void } {
  const start = now().getTime();
  let shown = '';
  return {
    step(done, total) {
      if (now().getTime() - start < DELAY_MS || total === 0) return;
      const cells = Math.floor((done / total) * BAR_CELLS);
      const percent = Math.floor((done / total) * 100);
      const bar = `[${'#'.repeat(cells)}${' '.repeat(BAR_CELLS - cells)}] ${percent}%`;
      if (bar === shown) return;
      shown = bar;
      write(`\r${bar}`);
    },
    end() {
      if (shown !== '') write(`\r${' '.repeat(shown.length)}\r`);
      shown = '';
    },
  };
}

const FRAMES = '|/-\\';
const FRAME_MS = 120;

/** Turns at the start of a line until the function it returns is called, which clears the line. */
function spinner(write: (text: string) => void, message: string, width: number): () => void {
  const text = message.slice(0, width - 3).toWellFormed();
  let turn = 0;
  const show = () => {
    write(`\r${FRAMES[turn++ % FRAMES.length]} ${text}`);
  };
  show();
  const timer = setInterval(show, FRAME_MS);
  return () => {
    clearInterval(timer);
    write(`\r${' '.repeat(text.length + 2)}\r`);
  };
}
