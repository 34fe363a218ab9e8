import { execFile, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { BadFile } from '../records.ts';

/*
 * A repository's own settings can make a plain `git log` run programs: a signature checker, a
 * transport for missing objects. So git runs without shell, pager or terminal, with these
 * overridden.
 */
const SAFE_SETTINGS = [
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

/** Inherited GIT_* variables could point git at another repository. */
function environment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'));
  return { ...Object.fromEntries(kept), ...ENVIRONMENT };
}

/** @param where `['-C', path]` or `['--git-dir', path]` */
function safeArguments(where: readonly string[], command: readonly string[]): string[] {
  return [...SAFE_SETTINGS, ...where, '--no-pager', ...command];
}

/**
 * Streams git's output by line, to save memory.
 * @throws BadFile with git's first error line if it fails
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
  let errorOutput = '';
  child.stderr.on('data', (data: Buffer) => {
    if (errorOutput.length < 2_000) errorOutput += data.toString();
  });
  const exited = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  const lines = createInterface({ input: child.stdout, crlfDelay: Number.POSITIVE_INFINITY });
  const read = (async () => {
    for await (const line of lines) onLine(line);
  })();
  try {
    const [code] = await Promise.all([exited, read]);
    if (code !== 0) throw gitError(errorOutput);
  } catch (cause) {
    child.kill();
    throw cause instanceof BadFile ? cause : startError(cause);
  }
}

/**
 * Returns git's output, at most 64 MB.
 * @param options.protocol the only transport allowed (default: none)
 * @throws BadFile with git's first error line if it fails
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
      (error, output, errorOutput) => {
        if (error === null) resolve(output);
        else reject(typeof error.code === 'number' ? gitError(errorOutput) : startError(error));
      },
    );
    // Git can exit before reading all its input; the exit code shows why.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(options.input ?? '');
  });
}

function gitError(errorOutput: string): BadFile {
  const [first = ''] = errorOutput.split('\n').filter((line) => /^(fatal|error):/.test(line));
  const reason = first.replace(/^(fatal|error): /, '').trim();
  if (/does not have any commits|bad revision|unknown revision/.test(reason))
    return new BadFile('the repository has no commits', 'Try another repository.');
  if (/dubious ownership/.test(reason))
    return new BadFile(
      "the repository belongs to another user, so git won't read it",
      'Clone it, or import it as the user it belongs to.',
    );
  if (/not a git repository|cannot use bare repository/.test(reason))
    return new BadFile(
      "that isn't a git repository",
      'Give the folder with .git in it, or a bundle.',
    );
  return new BadFile(
    `git couldn't read the repository${reason === '' ? '' : `: ${reason}`}`,
    'Check it with: git log',
  );
}

function startError(cause: unknown): Error {
  const isMissing = (cause as NodeJS.ErrnoException).code === 'ENOENT';
  if (!isMissing) return cause as Error;
  return new BadFile("git isn't installed", 'Install git and try again.', { cause });
}
