import type {
  Action,
  Channel,
  Day,
  Detail,
  Interaction,
  Kind,
  Me,
  Person,
  Reading,
  Rule,
} from '../../model.ts';

/** The input for a message. */
export interface DraftRequest {
  person: Person;
  action: Action;
  kind: Kind | null;
  interaction: Interaction | null;
  /** The rule that words the message. */
  rule: Rule;
  /** All interactions with this person, newest first. */
  history: readonly Interaction[];
  /** How their highlights can be said to them, by interaction id. */
  details: ReadonlyMap<number, Detail>;
  /** What the titles were understood as, by interaction id. */
  readings: ReadonlyMap<number, Reading>;
  me: Me;
  today: Day;
  channel: Channel;
  /** Maximum length of the NFC text in UTF-16 units; null for no limit. */
  limit: number | null;
  /** The wording to use, from 1, wrapping around; null for this person's default. */
  variant: number | null;
}

export interface Draft {
  channel: Channel;
  text: string;
  /** UTF-16 units. */
  length: number;
  limit: number | null;
  /** Who worded it: the rules, or a program of the user's own. */
  source: 'rules' | 'writer';
}
