/** Work that we share or shared: which rule it's for. */
import type { History } from '../../src/model.ts';
import { isSiteRecord } from '../../src/text/site-record.ts';
import { isMoreThanTalk, NO_REASON_TO_WRITE } from './ties.ts';

type Seen = Pick<History, 'person' | 'interactions' | 'skipped'>;

/**
 * Whether shared work is the reason to write: `former` where it's over, `current` where we did one thing together and
 * nothing more is logged. Null where it's none: we hardly met, I only see them at work, or the log knows more.
 */
export function sharedWorkOf({ person, interactions, skipped }: Seen): 'former' | 'current' | null {
  const { shared } = person;
  if (shared === null || skipped.has(NO_REASON_TO_WRITE)) return null;
  if (shared.until !== null) return 'former';
  const logged = interactions.filter(({ title }) => !isSiteRecord(title));
  return logged.length === 1 && logged.some(isMoreThanTalk) ? 'current' : null;
}

/** Why shared work isn't the reason that a rule looks for. */
export function whyNotShared({ person: { name, shared }, skipped }: Seen): string {
  if (shared === null) return `Your log names no company where you and ${name} both worked`;
  if (skipped.has(NO_REASON_TO_WRITE)) return `You skipped this for ${name}`;
  return shared.until === null
    ? `You still work with ${name}`
    : `You and ${name} no longer work together`;
}
