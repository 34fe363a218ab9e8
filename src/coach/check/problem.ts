import type { Day, Interaction, Me, Person } from '../../model.ts';
import type { Greeting } from './find-greeting.ts';
import type { Message } from './message.ts';

/** The rules of the check, as the contract names them; `spelling` is found only when it is asked for. */
export type CheckRule =
  | 'default-text'
  | 'generic'
  | 'no-context'
  | 'no-intent'
  | 'no-intro'
  | 'too-long'
  | 'placeholder'
  | 'slang'
  | 'pushy'
  | 'salesy'
  | 'shouting'
  | 'wrong-name'
  | 'private'
  | 'spelling';

/** error: never send it · warning: mend it · advice: it could be better. */
export type Severity = 'error' | 'warning' | 'advice';

export interface CheckContext {
  /** The recipient, where the log knows them. */
  person: Person | null;
  /** The recipient's bare name, where the log does not know them; null when nobody was named. */
  recipientName: string | null;
  /** What was logged with that person, newest first. */
  history: readonly Interaction[];
  me: Me;
  today: Day;
  /** The most UTF-16 units that the NFC text may have; null is no limit. */
  limit: number | null;
  /** The names of other people in the log. */
  knownNames?: readonly string[];
  /** My private notes on anybody and anything, and what anybody told me as feedback. */
  secrets?: readonly string[];
}

/** `start` and `end` are UTF-16 offsets in the NFC text; 0 and its length where the whole message is meant. */
export interface Problem {
  rule: CheckRule;
  severity: Severity;
  message: string;
  start: number;
  end: number;
  /** How to mend it, in one line; null where the message says it already. */
  suggestion: string | null;
}

export interface CheckResult {
  /** No error and no warning. */
  ok: boolean;
  /** UTF-16 units of the NFC text. */
  length: number;
  limit: number | null;
  /** By start, then by severity, the gravest first. */
  problems: Problem[];
  /** One line when the message passes. */
  praise: string | null;
}

/** What a rule looks at: the message, who it greets, what is known, and what the rules before it found. */
export interface Reading {
  message: Message;
  greeting: Greeting | null;
  context: CheckContext;
  /** Whether a rule that ran before found something; `any`: whether one found what must be mended. */
  has: (rule: CheckRule | 'any') => boolean;
}

export type Finding = Omit<Problem, 'rule' | 'severity'>;

export interface Check {
  id: CheckRule;
  title: string;
  /** One sentence a user reads: why it matters. */
  why: string;
  severity: Severity;
  /** Pure; its work grows with the length of the text and no faster. */
  find: (reading: Reading) => Finding[];
}

/** A finding that means the whole message. */
export function wholeMessage(
  { message }: Reading,
  text: string,
  suggestion: string | null,
): Finding {
  return { message: text, start: 0, end: message.text.length, suggestion };
}

/** The recipient as one would say it ("Priya"), or null. */
export function recipient({ person, recipientName }: CheckContext): string | null {
  const words = (person?.name ?? recipientName ?? '').split(/\s+/);
  return words.find((word) => !/^(?:(?:dr|prof|mr|mrs|ms|mx|sir|dame)\.?)?$/i.test(word)) ?? null;
}
