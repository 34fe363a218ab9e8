import type { Context } from '../context.ts';
import { COMPLETION_SCRIPTS } from '../render/completion.ts';

/** Prints the completion script of a shell. */
export function run(
  { shell }: { shell: keyof typeof COMPLETION_SCRIPTS },
  context: Context,
): undefined {
  const script = COMPLETION_SCRIPTS[shell];
  context.print({ completion: { shell, script } }, () => script);
}
