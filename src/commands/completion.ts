import type { Context } from '../context.ts';
import { SHELLS } from '../render/completion.ts';

/** Prints what makes a shell complete netcoach's commands, options and the names of people. */
export function run({ shell }: { shell: keyof typeof SHELLS }, context: Context): undefined {
  const script = SHELLS[shell];
  context.print({ completion: { shell, script } }, () => script);
}
