import type { Day, Interaction, Me, Person } from '../../model.ts';
import type { BoundedModel } from '../../text/linear.ts';
import { greetingName } from '../draft/greeting.ts';
import type { Greeting } from './find-greeting.ts';
import type { Message } from './message.ts';

/** Ids of the checks, as they appear in JSON. `spelling` only runs on request. */
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
  | 'wrong-fact'
  | 'private'
  | 'spelling';

/** error: don't send · warning: fix it · advice: could be better. */
export type Severity = 'error' | 'warning' | 'advice';

export interface CheckContext {
  /** The recipient, if they are in the log. */
  person: Person | null;
  /** The recipient's name if they aren't in the log; null if no one was named. */
  recipientName: string | null;
  /** Interactions with the recipient, newest first. */
  history: readonly Interaction[];
  me: Me;
  today: Day;
  /** Maximum length in UTF-16 units of the NFC text; null means no limit. */
  limit: number | null;
  /** Names of people in the log that the message may name. */
  knownNames?: readonly string[];
  /** All my private notes; they may include feedback. */
  secrets?: readonly string[];
  /** All feedback I was given, whoever gave it. */
  feedback?: readonly string[];
  /** The second opinion on the soft checks; without it the lists decide alone. */
  model?: BoundedModel | undefined;
}

/** `start` and `end` are UTF-16 offsets in the NFC text; 0 and its length for the whole message. */
export interface Problem {
  rule: CheckRule;
  severity: Severity;
  message: string;
  start: number;
  end: number;
  /** How to fix it, in one line; null if `message` already says so. */
  suggestion: string | null;
}

export interface CheckResult {
  /** True without errors and warnings; advice is allowed. */
  ok: boolean;
  /** In UTF-16 units of the NFC text. */
  length: number;
  limit: number | null;
  /** Sorted by start, then by severity, errors first. */
  problems: Problem[];
  /** One line if `ok`, else null. */
  praise: string | null;
}

/** What a check gets to see. */
export interface CheckInput {
  message: Message;
  greeting: Greeting | null;
  context: CheckContext;
  /** Whether an earlier check found something; `any`: whether one found an error or a warning. */
  has: (rule: CheckRule | 'any') => boolean;
}

/** Its severity is the check's, unless it says otherwise. */
export type Finding = Omit<Problem, 'rule' | 'severity'> & { severity?: Severity };

export interface Check {
  id: CheckRule;
  title: string;
  why: string;
  severity: Severity;
  /** Pure, and linear in the length of the text. */
  find: (input: CheckInput) => Finding[];
  /** What to say where the lists found nothing and the second opinion did, at this place. */
  add?: (input: CheckInput, place: { start: number; end: number }) => Finding | null;
}

/** A finding that covers the whole message. */
export function wholeMessage(
  { message }: CheckInput,
  text: string,
  suggestion: string | null,
): Finding {
  return { message: text, start: 0, end: message.text.length, suggestion };
}

/** What to call the recipient ("Priya"), as a draft would greet them; null if there is no name. */
export function recipientFirstName({ person, recipientName }: CheckContext): string | null {
  if (person !== null && person.call !== null) return person.call;
  const name = person?.name ?? recipientName ?? '';
  return /\p{L}/u.test(name) ? greetingName(name) : null;
}
