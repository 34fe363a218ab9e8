import { execFile, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { BadFile } from '../records.ts';

/*
 * A repository may come from anywhere, and its own settings can make a plain `git log` run programs:
 * a signature checker, a transport for missing objects. So git is called without a shell, with every such
 * setting overruled, no transport allowed, no pager and no terminal.
 */
const SAFE = [
  ['log.showSignature', 'false'],
  ['core.fsmonitor', 'false'],
  ['core.hooksPath', '/dev/null'],
  ['core.pager', 'cat'],
  ['core.sshCommand', 'false'],
  ['core.askPass', ''],
  ['credential.helper', ''],
  ['protocol.allow', 'never'],
  ['safe.bareRepository', 'explicit'],
].flatMap(([name, value]) => ['-c', `${name}=${value}`]);

const ENVIRONMENT = {
  GIT_NO_LAZY_FETCH: '1',
  GIT_TERMINAL_PROMPT: '0',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_ALLOW_PROTOCOL: '',
  GIT_PAGER: 'cat',
  LC_ALL: 'C',
};

/** No environment of ours may point git elsewhere. */
function environment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'));
  return { ...Object.fromEntries(kept), ...ENVIRONMENT };
}

/** How git is called in a repository: `where` is `['-C', path]` or `['--git-dir', path]`. */
function safeArguments(where: readonly string[], command: readonly string[]): string[] {
  return [...SAFE, ...where, '--no-pager', ...command];
}

/**
 * Runs git and hands over its output line by line, so that a long history needs no memory.
 * @throws BadFile with git's own first line where it fails
 */
export async function eachGitLine(
  where: readonly string[],
  command: readonly string[],
  onLine: (line: string) => void,
): Promise<void> {
  const child = spawn('git', safeArguments(where, command), {
    env: environment(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let complaint = '';
  child.stderr.on('data', (data: Buffer) => {
    if (complaint.length < 2_000) complaint += data.toString();
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  const lines = createInterface({ input: child.stdout, crlfDelay: Number.POSITIVE_INFINITY });
  const read = (async () => {
    for await (const line of lines) onLine(line);
  })();
  try {
    const [code] = await Promise.all([ended, read]);
    if (code !== 0) throw refused(complaint);
  } catch (cause) {
    child.kill();
    throw cause instanceof BadFile ? cause : notRun(cause);
  }
}

/**
 * Runs git to its end.
 * @param options.input what it reads from its standard input
 * @param options.protocol the one transport that it may use; none unless told
 * @returns its output
 * @throws BadFile with git's own first line where it fails
 */
export function runGit(
  where: readonly string[],
  command: readonly string[],
  options: { input?: string; protocol?: 'file' } = {},
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = execFile(
      'git',
      safeArguments(where, command),
      {
        env: { ...environment(), GIT_ALLOW_PROTOCOL: options.protocol ?? '' },
        maxBuffer: 64_000_000,
      },
      (error, output, complaint) => {
        if (error === null) resolve(output);
        else reject(typeof error.code === 'number' ? refused(complaint) : notRun(error));
      },
    );
    // A git that ends early closes its input; its exit code tells the rest.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(options.input ?? '');
  });
}

function refused(complaint: string): BadFile {
  const [first = ''] = complaint.split('\n').filter((line) => /^(fatal|error):/.test(line));
  const reason = first.replace(/^(fatal|error): /, '').trim();
  if (/does not have any commits|bad revision|unknown revision/.test(reason))
    return new BadFile('the repository has no commits', 'Name another repository.');
  if (/dubious ownership/.test(reason))
    return new BadFile(
      'the repository belongs to another user, so git does not read it',
      'Clone it, or import it as the user it belongs to.',
    );
  if (/not a git repository|cannot use bare repository/.test(reason))
    return new BadFile(
      'it is not a git repository',
      'Name the folder that holds .git, or a bundle.',
    );
  return new BadFile(
    `git could not read the repository${reason === '' ? '' : `: ${reason}`}`,
    'Check it with: git log',
  );
}

function notRun(cause: unknown): Error {
  const isMissing = (cause as NodeJS.ErrnoException).code === 'ENOENT';
  if (!isMissing) return cause as Error;
  return new BadFile('git is not installed', 'Install git and try again.', { cause });
}
