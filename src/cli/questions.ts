import type { Ask } from '../context.ts';
import { Interrupted } from '../failure.ts';
import { safe } from '../text/safe.ts';

/** Questions on a terminal, by inquirer, which is loaded when the first one is asked. They go to standard error. */
export const questions: Ask = {
  text: ({ message, initial, validate }) =>
    answer<string>({
      type: 'input',
      message,
      ...(initial === undefined ? {} : { default: initial }),
      ...(validate === undefined ? {} : { validate }),
    }),
  choose: ({ message, choices }) =>
    answer<string>({ type: 'select', message, choices: choices.map(shown), pageSize: 12 }),
  search: ({ message, search }) =>
    answer<string>({
      type: 'search',
      message,
      source: (words: string | undefined) => search(words ?? '').map(shown),
    }),
  confirm: ({ message }) => answer<boolean>({ type: 'confirm', message, default: false }),
};

function shown(choice: { value: string; name: string }) {
  return { value: choice.value, name: safe(choice.name) };
}

async function answer<T>(question: {
  type: string;
  message: string;
  [setting: string]: unknown;
}): Promise<T> {
  const { createPromptModule } = await import('inquirer');
  const prompt = createPromptModule({ output: process.stderr });
  try {
    const answers = await prompt([
      { ...question, message: safe(question.message), name: 'it' },
    ] as never);
    return (answers as { it: T }).it;
  } catch (error) {
    // Ctrl-C and Ctrl-D: inquirer throws an error of this name.
    if (error instanceof Error && error.name === 'ExitPromptError') throw new Interrupted();
    throw error;
  }
}
