/** Small turns of phrase that the rules' forms share. */
import type { Facts } from '../../src/model.ts';

/** The remembered detail, joined to the sentence before it; empty when there is none. */
export function also(facts: Facts): string {
  return facts.highlight ? `, and ${facts.highlight}` : '';
}

/** The remembered detail after a sentence that has an "and" already. */
export function besides(facts: Facts): string {
  return facts.highlight ? `; ${facts.highlight}` : '';
}

/** How the wish to connect opens: as worded in a note; elsewhere, that an invitation will follow. */
export function wish(facts: Facts, note: string): string {
  return facts.invite ?? note;
}

/** How to look back on what we share: with thanks on feedback, which need not have been pleasant. */
export function fondly(shared: string | null): string {
  return shared?.startsWith('the feedback') ? 'I am grateful for' : 'I have good memories of';
}
