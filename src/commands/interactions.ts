import type { Database } from 'better-sqlite3';
import type { Context } from '../context.ts';
import { inBatches } from '../database/write-file.ts';
import { jsonList } from '../export/json.ts';
import { Failure } from '../failure.ts';
import type { Kind } from '../model.ts';
import { renderInteractions, renderRest } from '../render/interaction.ts';
import { formatInteractions } from '../render/template.ts';
import { inSnapshot } from '../store/everything.ts';
import {
  countInteractions,
  type InteractionFilter,
  listInteractions,
  pagesOfInteractions,
} from '../store/read-interactions.ts';
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
    throw new Failure(
      'usage',
      "--format and --json can't be used together",
      'Use one or the other.',
    );
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
  const filter: InteractionFilter = {
    ...(input.with !== undefined && { person: findNamed(db, input.with, context).id }),
    ...(input.kind && { kind: input.kind }),
    ...(since !== undefined && { since }),
    ...(until !== undefined && { until }),
    ...(input.limit !== undefined && { limit: input.limit }),
  };
  if (context.isTerminal && !context.isJson && format === undefined) {
    const found = listInteractions(db, filter);
    context.printLong(found, () => renderInteractions(found, context));
    return;
  }
  // As it is read: a whole log can be longer than the memory.
  const pieces = inSnapshot(db, () => piecesOf(db, filter, format, context));
  for (const text of inBatches(pieces)) context.write(text);
}

function* piecesOf(
  db: Database,
  filter: InteractionFilter,
  format: string | undefined,
  context: Context,
): Generator<string> {
  const pages = pagesOfInteractions(db, filter);
  if (format !== undefined) {
    // Refuses an unknown field even where nothing is found.
    yield formatInteractions(format, []);
    for (const page of pages) yield formatInteractions(format, page);
    return;
  }
  const total = countInteractions(db, filter);
  if (context.isJson) {
    yield '{\n  "interactions": ';
    yield* jsonList(eachOf(pages));
    yield `,\n  "total": ${total}\n}\n`;
    return;
  }
  if (total === 0) yield `${renderInteractions({ interactions: [], total }, context)}\n`;
  let shown = 0;
  for (const interactions of pages) {
    const text = renderInteractions({ interactions, total: interactions.length }, context);
    yield `${shown > 0 ? '\n' : ''}${text}\n`;
    shown += interactions.length;
  }
  if (shown < total) yield `\n${renderRest(total - shown)}\n`;
}

function* eachOf<T>(pages: Iterable<readonly T[]>): Generator<T> {
  for (const page of pages) yield* page;
}
