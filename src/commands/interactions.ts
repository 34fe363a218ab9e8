import type { Context } from '../context.ts';
import { Failure } from '../failure.ts';
import type { Kind } from '../model.ts';
import { renderInteractions } from '../render/interaction.ts';
import { formatInteractions } from '../render/template.ts';
import { listInteractions } from '../store/interactions.ts';
import { findNamed } from './input/person.ts';
import { readTypedDay } from './input/typed-day.ts';

interface Input {
  with?: string;
  kind?: Kind;
  since?: string;
  until?: string;
  limit?: number;
  format?: string;
}

/** Lists the log, newest first. @throws Failure `usage` if --since is after --until */
export async function run(input: Input, context: Context): Promise<undefined> {
  const { format } = input;
  if (format !== undefined && context.isJson)
    throw new Failure('usage', '--format and --json together', 'Give one of them.');
  const db = context.storeToRead();
  const since =
    input.since === undefined ? undefined : await readTypedDay(input.since, context, 'past');
  const until =
    input.until === undefined ? undefined : await readTypedDay(input.until, context, 'past');
  if (since !== undefined && until !== undefined && since > until)
    throw new Failure(
      'usage',
      `the range is reversed: --since ${since} is after --until ${until}`,
      `Swap them: --since ${until} --until ${since}`,
    );
  const found = listInteractions(db, {
    ...(input.with !== undefined && { person: findNamed(db, input.with, context).id }),
    ...(input.kind && { kind: input.kind }),
    ...(since !== undefined && { since }),
    ...(until !== undefined && { until }),
    ...(input.limit !== undefined && { limit: input.limit }),
  });
  if (format !== undefined) {
    context.write(formatInteractions(format, found.interactions));
    return;
  }
  context.printLong(found, () => renderInteractions(found, context));
}
