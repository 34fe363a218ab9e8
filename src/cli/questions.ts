import type { Ask } from '../context.ts';
import { Interrupted } from '../failure.ts';
import { safe, safeLines } from '../text/safe.ts';

/** Terminal prompts on standard error. Inquirer loads with the first one. */
export const questions: Ask = {
  text: async ({ message, initial = '', validate = () => true }) => {
    const { textPrompt } = await import('./text-prompt.ts');
    const question = { message: safe(message), initial, validate, columns: columnsOf() };
    return asking((to) => textPrompt(question, to));
  },
  choose: async ({ message, choices }) => {
    const inLines = await lineFitter();
    return prompt<string>({
      type: 'select',
      message,
      choices: choices.map((choice) => toInquirerChoice(choice, inLines)),
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
  key: async (question) => {
    const ask = await keyPrompt();
    return asking(({ output }) => ask(question, { output }));
  },
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
    const hint = isUnknown ? 'That key does nothing here. Press Esc or Ctrl-C to leave.' : '';
    return [`${safeLines(question.message)} ${chosen ?? ''}`, hint];
  });
}

type InLines = (text: string) => string;

function columnsOf(): number {
  return process.stderr.columns ?? 80;
}

/** Breaks lines between words, as Inquirer doesn't; beside its marks and a cursor. */
async function lineFitter(): Promise<InLines> {
  const { wrap } = await import('../render/layout.ts');
  return (text) => wrap(text, columnsOf() - 4).replaceAll('\n', '\n  ');
}

function toInquirerChoice({ value, name }: { value: string; name: string }, inLines: InLines) {
  // Further rows are indented, or they would look like choices.
  return { value, name: inLines(safe(name)).replaceAll('\n', '\n  '), short: safe(name) };
}

async function prompt<T>(question: {
  type: string;
  message: string;
  [setting: string]: unknown;
}): Promise<T> {
  const { createPromptModule } = await import('inquirer');
  const inLines = await lineFitter();
  const { answerAfter } = await import('./text-prompt.ts');
  const { makeTheme } = await import('@inquirer/core');
  const message = inLines(safe(question.message));
  const style = {
    answer: (answer: string) => makeTheme().style.answer(answerAfter(message, answer, columnsOf())),
    keysHelpTip: (keys: ReadonlyArray<readonly [key: string, action: string]>) =>
      [...keys, ['Esc', 'leave']].map((one) => one.join(' ')).join(' • '),
  };
  const answers = await asking((to) =>
    createPromptModule(to)([
      { ...question, message, pageSize: 12, theme: { style }, name: 'it' },
    ] as never),
  );
  return (answers as { it: T }).it;
}

/**
 * Asks on standard error; Escape leaves.
 * @throws Interrupted if the user leaves the prompt
 */
async function asking<T>(
  ask: (to: { output: NodeJS.WriteStream; signal: AbortSignal }) => Promise<T>,
): Promise<T> {
  const leaving = new AbortController();
  const leave = (_: unknown, key?: { name?: string }) => {
    if (key?.name === 'escape') leaving.abort();
  };
  process.stdin.on('keypress', leave);
  try {
    return await ask({ output: process.stderr, signal: leaving.signal });
  } catch (error) {
    // Inquirer's errors for Ctrl-C and Ctrl-D, and for Escape.
    if (error instanceof Error && /^(?:Exit|Abort)PromptError$/.test(error.name))
      throw new Interrupted();
    throw error;
  } finally {
    process.stdin.off('keypress', leave);
  }
}
