import type { Relationship, Status } from '../../rules/rule.ts';
import type { Context } from '../context.ts';
import { renderPeople } from '../render/person.ts';
import { listPeople } from '../store/people.ts';

interface Input {
  words: string[];
  status?: Status;
  team?: string;
  company?: string;
  skill?: string;
  relationship?: Relationship;
  limit?: number;
}

export function run(input: Input, context: Context): undefined {
  const found = listPeople(context.store(), {
    ...input,
    words: input.words.flatMap((words) => words.split(/\s+/)).filter((word) => word !== ''),
  });
  context.print(found, () => renderPeople(found, context));
}
