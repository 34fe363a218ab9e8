import type { Facts } from '../../src/model.ts';

/** The highlight, appended to a sentence with "and"; empty if there's none. */
export function also(facts: Facts): string {
  return facts.highlight ? `, and ${facts.highlight}` : '';
}

/** The highlight, appended to a sentence that has an "and" already. */
export function besides(facts: Facts): string {
  return facts.highlight ? `; ${facts.highlight}` : '';
}

/** Opens the wish to connect: `note` in an invitation, otherwise that one will follow. */
export function wish(facts: Facts, note: string): string {
  return facts.invite ?? note;
}

/** Opens a look back. Feedback gets thanks, since it may not have been pleasant. */
export function fondly(shared: string | null): string {
  return shared?.startsWith('the feedback') ? 'I am grateful for' : 'I have good memories of';
}
