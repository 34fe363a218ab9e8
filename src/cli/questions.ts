import type { Ask } from '../context.ts';
import { Interrupted } from '../failure.ts';
import { safe, safeLines } from '../text/safe.ts';

/** Terminal prompts on standard error. Inquirer loads with the first one. */
export const questions: Ask = {
  text: ({ message, initial, validate }) =>
    prompt<string>({
      type: 'input',
      message,
      ...(initial === undefined ? {} : { default: initial }),
      ...(validate === undefined ? {} : { validate }),
    }),
  choose: async ({ message, choices }) => {
    const inLines = await lineFitter();
    return prompt<string>({
      type: 'select',
      message,
      choices: choices.map((choice) => toInquirerChoice(choice, inLines)),
      pageSize: 12,
    });
  },
  search: async ({ message, search }) => {
    const inLines = await lineFitter();
    return prompt<string>({
      type: 'search',
      message,
      source: (words: string | undefined) =>
        search(words ?? '').map((choice) => toInquirerChoice(choice, inLines)),
    });
  },
  confirm: ({ message }) => prompt<boolean>({ type: 'confirm', message, default: false }),
  key: (question) => asking(async () => (await keyPrompt())(question, { output: process.stderr })),
};

/** A prompt that ends with the first key that means something; Inquirer's own wait for Enter. */
async function keyPrompt() {
  const { createPrompt, isEnterKey, useKeypress, useState } = await import('@inquirer/core');
  return createPrompt<string, Parameters<Ask['key']>[0]>((question, done) => {
    const [chosen, setChosen] = useState<string | null>(null);
    const [isUnknown, setUnknown] = useState(false);
    useKeypress((key, line) => {
      line.clearLine(0);
      const typed = isEnterKey(key) ? question.enter : key.name;
      const meant = key.name === 'escape' ? question.escape : typed;
      if (key.ctrl || chosen !== null) return;
      if (!question.keys.includes(meant)) return setUnknown(true);
      setUnknown(false);
      setChosen(meant);
      done(meant);
    });
    const hint = isUnknown ? 'That key does nothing here. Esc or Ctrl-C leaves.' : '';
    return [`${safeLines(question.message)} ${chosen ?? ''}`, hint];
  });
}

type InLines = (text: string) => string;

/** Breaks lines between words, as Inquirer doesn't; beside its marks and a cursor. */
async function lineFitter(): Promise<InLines> {
  const { wrap } = await import('../render/layout.ts');
  const columns = (process.stderr.columns ?? 80) - 4;
  return (text) => wrap(text, columns).replaceAll('\n', '\n  ');
}

function toInquirerChoice({ value, name }: { value: string; name: string }, inLines: InLines) {
  return { value, name: inLines(safe(name)), short: safe(name) };
}

async function prompt<T>(question: {
  type: string;
  message: string;
  [setting: string]: unknown;
}): Promise<T> {
  const { createPromptModule } = await import('inquirer');
  const inLines = await lineFitter();
  const leaving = new AbortController();
  const leave = (_: unknown, key?: { name?: string }) => {
    if (key?.name === 'escape') leaving.abort();
  };
  const ask = createPromptModule({ output: process.stderr, signal: leaving.signal });
  const isMenu = question.type === 'select' || question.type === 'search';
  const message = `${safe(question.message)}${isMenu ? ' (Esc or Ctrl-C leaves)' : ''}`;
  process.stdin.on('keypress', leave);
  try {
    const answers = await asking(() =>
      ask([{ ...question, message: inLines(message), name: 'it' }] as never),
    );
    return (answers as { it: T }).it;
  } finally {
    process.stdin.off('keypress', leave);
  }
}

/** @throws Interrupted if the user leaves the prompt */
async function asking<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    // Inquirer's errors for Ctrl-C and Ctrl-D, and for Escape.
    if (error instanceof Error && /^(?:Exit|Abort)PromptError$/.test(error.name))
      throw new Interrupted();
    throw error;
  }
}
