import type { Action, Channel, Day, Interaction, Kind, Me, Person, Rule } from '../../model.ts';

/** What a message is written from. */
export interface DraftRequest {
  person: Person;
  action: Action;
  kind: Kind | null;
  interaction: Interaction | null;
  /** The rule whose forms to use. */
  rule: Rule;
  /** All that is logged with this person, newest first. */
  history: readonly Interaction[];
  me: Me;
  today: Day;
  channel: Channel;
  /** UTF-16 units of the NFC text; null for no limit. */
  limit: number | null;
  /** Which wording, from 1 and wrapping; null for the one that is this person's. */
  variant: number | null;
}

export interface Draft {
  channel: Channel;
  text: string;
  /** UTF-16 units. */
  length: number;
  limit: number | null;
}
