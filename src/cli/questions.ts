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
  choose: ({ message, choices }) =>
    prompt<string>({
      type: 'select',
      message,
      choices: choices.map(toInquirerChoice),
      pageSize: 12,
    }),
  search: ({ message, search }) =>
    prompt<string>({
      type: 'search',
      message,
      source: (words: string | undefined) => search(words ?? '').map(toInquirerChoice),
    }),
  confirm: ({ message }) => prompt<boolean>({ type: 'confirm', message, default: false }),
  key: (question) => asking(async () => (await keyPrompt())(question, { output: process.stderr })),
};

/** A prompt that ends with the first key that means something; Inquirer's own wait for Enter. */
async function keyPrompt() {
  const { createPrompt, isEnterKey, useKeypress, useState } = await import('@inquirer/core');
  return createPrompt<string, Parameters<Ask['key']>[0]>((question, done) => {
    const [chosen, setChosen] = useState<string | null>(null);
    useKeypress((key, line) => {
      line.clearLine(0);
      const typed = isEnterKey(key) ? question.enter : key.name;
      const meant = key.name === 'escape' ? question.escape : typed;
      if (key.ctrl || chosen !== null || !question.keys.includes(meant)) return;
      setChosen(meant);
      done(meant);
    });
    return `${safeLines(question.message)} ${chosen ?? ''}`;
  });
}

function toInquirerChoice(choice: { value: string; name: string }) {
  return { value: choice.value, name: safe(choice.name) };
}

async function prompt<T>(question: {
  type: string;
  message: string;
  [setting: string]: unknown;
}): Promise<T> {
  const { createPromptModule } = await import('inquirer');
  const ask = createPromptModule({ output: process.stderr });
  const answers = await asking(() =>
    ask([{ ...question, message: safe(question.message), name: 'it' }] as never),
  );
  return (answers as { it: T }).it;
}

/** @throws Interrupted if the user leaves the prompt */
async function asking<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    // Inquirer's error for Ctrl-C and Ctrl-D.
    if (error instanceof Error && error.name === 'ExitPromptError') throw new Interrupted();
    throw error;
  }
}
