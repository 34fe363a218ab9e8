import type { Ask } from '../context.ts';
import { Interrupted } from '../failure.ts';
import { safe } from '../text/safe.ts';

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
};

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
  try {
    const answers = await ask([
      { ...question, message: safe(question.message), name: 'it' },
    ] as never);
    return (answers as { it: T }).it;
  } catch (error) {
    // Inquirer's error for Ctrl-C and Ctrl-D.
    if (error instanceof Error && error.name === 'ExitPromptError') throw new Interrupted();
    throw error;
  }
}
