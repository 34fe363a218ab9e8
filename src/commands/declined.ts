import type { Context } from '../context.ts';
import { type OutcomeInput, recordOutcome } from './outcome.ts';

export function run(input: OutcomeInput, context: Context): Promise<undefined> {
  return recordOutcome(input, 'declined', 'they declined; leave it with them', context);
}
