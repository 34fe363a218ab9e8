import type { Kind } from '../../rules/rule.ts';
import type { Context } from '../context.ts';
import { renderInteractions } from '../render/interaction.ts';
import { listInteractions } from '../store/interactions.ts';
import { parseDay } from '../words/day.ts';
import { findPerson } from '../words/person.ts';

interface Input {
  with?: string;
  kind?: Kind;
  since?: string;
  until?: string;
  limit?: number;
}

export async function run(input: Input, context: Context): Promise<undefined> {
  const db = context.store();
  const { today } = context;
  const found = listInteractions(db, {
    ...(input.with !== undefined && { person: findPerson(db, input.with).id }),
    ...(input.kind && { kind: input.kind }),
    ...(input.since !== undefined && {
      since: await parseDay(input.since, today),
    }),
    ...(input.until !== undefined && {
      until: await parseDay(input.until, today),
    }),
    ...(input.limit !== undefined && { limit: input.limit }),
  });
  context.print(found, () => renderInteractions(found, context));
}
