/** Work that we share or shared: when it's reason enough to write. */
import type { History } from '../../src/model.ts';
import { isMoreThanTalk, NO_REASON_TO_WRITE } from './ties.ts';

/**
 * Why shared work is no reason to write to somebody; null where it is one. Whom I still work with I see there, so
 * there must be something we did together.
 */
export function whyNotForSharedWork({
  person,
  interactions,
  skipped,
}: Pick<History, 'person' | 'interactions' | 'skipped'>): string | null {
  const { name, shared } = person;
  if (shared === null) return `Nothing says that you worked with ${name}`;
  if (skipped.has(NO_REASON_TO_WRITE)) return `You skipped this for ${name}`;
  if (shared.until === null && !interactions.some(isMoreThanTalk))
    return `You see ${name} at work, and haven't logged anything you did together`;
  return null;
}
