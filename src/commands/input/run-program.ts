import { type ChildProcess, spawn } from 'node:child_process';
import { count } from '../../text/count.ts';
import { safe } from '../../text/safe.ts';

/** What a program answered, or why it didn't: the rest of a sentence that begins with its name. */
export type Answered = { output: string } | { why: string };

interface Limits {
  seconds: number;
  /** Of its answer. */
  bytes: number;
}

/** How much of what it complains is kept, and shown, in UTF-16 units. */
const COMPLAINT = 2_000;
const SHOWN_COMPLAINT = 160;
/** How long a program that has ended may leave its output open, in ms: something it started has it. */
const GRACE_MS = 500;

/**
 * Runs a program without a shell, gives it a text on standard input and takes its standard output. It
 * gets a process group of its own, which ends with it: at the time limit, at too much output, and when
 * the user presses Ctrl-C. Never throws for what the program does.
 * @param words the program and its arguments
 */
export function runProgram(
  words: readonly string[],
  input: string,
  { seconds, bytes }: Limits,
  env: Record<string, string | undefined>,
): Promise<Answered> {
  const [program = '', ...args] = words;
  return new Promise((resolve) => {
    const hasGroups = process.platform !== 'win32';
    let child: ChildProcess;
    try {
      child = spawn(program, args, { env, detached: hasGroups, windowsHide: true });
    } catch (error) {
      // A NUL in an argument, or one that is too long.
      resolve({ why: `can't be started (${safe((error as Error).message)})` });
      return;
    }
    const chunks: Buffer[] = [];
    let size = 0;
    let complaint = '';

    const endGroup = () => {
      try {
        if (hasGroups && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
        else child.kill('SIGKILL');
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
      }
    };
    let isSettled = false;
    const settle = (answered: Answered) => {
      if (isSettled) return;
      isSettled = true;
      clearTimeout(timer);
      process.off('SIGINT', stop);
      for (const signal of DEADLY) process.off(signal, die);
      endGroup();
      child.stdout?.destroy();
      child.stderr?.destroy();
      resolve(answered);
    };
    const stop = () => settle({ why: 'was stopped' });
    const die = (signal: NodeJS.Signals) => {
      settle({ why: 'was stopped' });
      process.kill(process.pid, signal);
    };
    const timer = setTimeout(
      () => settle({ why: `took longer than ${count(seconds, 'second')}` }),
      seconds * 1000,
    );
    process.on('SIGINT', stop);
    for (const signal of DEADLY) process.on(signal, die);

    child.on('error', (error: NodeJS.ErrnoException) =>
      settle({
        why:
          error.code === 'ENOENT'
            ? "isn't there"
            : `can't be started (${safe(error.code ?? error.message)})`,
      }),
    );
    child.stdout?.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > bytes) settle({ why: `printed more than ${bytes / 1000} kB` });
      else chunks.push(chunk);
    });
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      complaint = (complaint + text).slice(-COMPLAINT);
    });
    // It may end without reading its input.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input);

    const finish = (code: number | null, signal: NodeJS.Signals | null) => {
      if (code !== 0) {
        const how = signal === null ? `ended with exit code ${code}` : `was ended by ${signal}`;
        const last = lastLine(complaint);
        settle({ why: last === '' ? how : `${how}: ${last}` });
        return;
      }
      try {
        const output = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
        settle({ output });
      } catch {
        settle({ why: "didn't answer in UTF-8 text" });
      }
    };
    child.on('close', finish);
    child.on('exit', (code, signal) => {
      setTimeout(() => finish(code, signal), GRACE_MS).unref();
    });
  });
}

const DEADLY: readonly NodeJS.Signals[] = ['SIGTERM', 'SIGHUP'];

/** The last line that says something, safe for a terminal. */
function lastLine(text: string): string {
  const lines = text.split(/[\r\n]+/).map((line) => safe(line).trim());
  return (lines.findLast((line) => line !== '') ?? '').slice(0, SHOWN_COMPLAINT).toWellFormed();
}
