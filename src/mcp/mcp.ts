import type { Context } from '../context.ts';
import { safe } from '../text/safe.ts';
import { actionsOn, refusalOf } from './actions.ts';
import { type Client, SETTINGS_FILES, settingsFor } from './clients.ts';

interface Input {
  write?: boolean;
  private?: boolean;
  config?: Client;
}

/**
 * Serves the Model Context Protocol on standard input and output until the input ends; with
 * `config`, prints what an assistant needs to start it.
 */
export async function run(input: Input, context: Context): Promise<undefined> {
  if (input.config !== undefined) {
    const flags = [...(input.write ? ['--write'] : []), ...(input.private ? ['--private'] : [])];
    const words = [...context.program, '--db', context.path, 'mcp', ...flags];
    const settings = settingsFor(input.config, words);
    if (!context.isJson) context.note(`Paste this into ${SETTINGS_FILES[input.config]}.`);
    context.print(settings, () => JSON.stringify(settings, null, 2));
    return;
  }
  if (context.ask !== null) {
    context.note('An assistant starts this and talks to it on standard input; Ctrl-D ends it.');
    context.note(context.toType('To set one up: netcoach mcp --config claude'));
  }
  const { serve } = await import('./serve.ts');
  await serve({
    actions: actionsOn(context, input.private === true),
    refusalOf,
    canWrite: input.write === true,
    version: context.version,
    report: (error) => context.note(safe(`netcoach: ${error.message}`)),
  });
}
