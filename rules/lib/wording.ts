import type { Facts } from '../../src/model.ts';

/** Opens the wish to connect: `note` in an invitation, otherwise that one will follow. */
export function wish(facts: Facts, note: string): string {
  return facts.invite ?? note;
}

/** Opens a look back. Feedback gets thanks, since it may not have been pleasant. */
export function fondly(shared: string | null): string {
  return shared?.startsWith('the feedback') ? 'I am grateful for' : 'I have good memories of';
}
