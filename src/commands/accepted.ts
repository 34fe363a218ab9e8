import type { Context } from '../context.ts';
import { type OutcomeInput, recordOutcome } from './outcome.ts';

export function run(input: OutcomeInput, context: Context): Promise<undefined> {
  return recordOutcome(input, 'accepted', 'you are connected', context);
}
