import { Failure } from '../failure.ts';
import type { Day, Kind, Relationship, Status } from '../model.ts';
import type { MyPosition } from '../store/me.ts';

/** A person in a file. */
export interface PersonRecord {
  /** File and line: "Connections.csv:17". */
  where: string;
  /** The e-mail address if the file has no name. */
  name: string;
  company?: string;
  role?: string;
  team?: string;
  /** Normalised by `profileAddress`. */
  linkedin?: string;
  /** In lower case, the main one first. */
  emails?: string[];
  /** The UID of their vCard. */
  card?: string;
  aliases?: string[];
  skills?: string[];
  interests?: string[];
  note?: string;
  relationship?: Relationship;
  /** True if the file has no readable date. */
  connected?: Day | true;
  /** The user's newest unanswered invitation. */
  invited?: { on: Day; withNote: boolean };
  /** The day of their invitation that I haven't answered. */
  invitedMe?: Day;
  /** From a people CSV. */
  status?: Status;
  since?: Day;
  /** From a log kept by hand: `name` can also be an alias or `#ID`. */
  isByHand?: true;
  /** Only known from interactions: added together with a new one, not for one already stored. */
  isFromInteraction?: true;
}

/**
 * An interaction in a file. Readers share a person's `PersonRecord` object between interactions
 * where they can, so that saving can cache by reference.
 */
export interface InteractionRecord {
  where: string;
  /** Stable across exports: "calendar:UID:2024-01-05". */
  key: string;
  kind: Kind;
  date: Day;
  /** When it started, "09:30"; only in a calendar. */
  time?: string;
  title: string;
  note?: string;
  /** Never empty. Name, profile, e-mail and company only. */
  people: PersonRecord[];
  /** What stood out in their parts, in a log kept by hand. */
  highlights?: ReadonlyMap<PersonRecord, string>;
}

/** A log kept by hand: read anew each time, since a long one doesn't fit the memory. */
interface LongLog extends Iterable<InteractionRecord> {
  readonly length: number;
  readonly kinds: ReadonlySet<Kind>;
}

/** An invitation sent by the user. */
export interface InvitationRecord {
  where: string;
  key: string;
  /** US Pacific time, as LinkedIn writes it. */
  sent: Day;
  withNote: boolean;
  person: PersonRecord;
  /** Null if the import has no list of connections. */
  isAccepted: boolean | null;
  accepted?: Day;
}

/** The user's profile in a file. */
export interface MeRecord {
  name?: string;
  headline?: string;
  role?: string;
  company?: string;
  emails?: string[];
  skills?: string[];
  linkedin?: string;
  positions?: MyPosition[];
}

/** A row that was skipped, and why. */
export interface Skipped {
  where: string;
  why: string;
}

/** Rows skipped for the same reason. */
export interface LeftOut {
  /** The first of them. */
  where: string;
  rows: number;
}

/** What a reader found. */
export interface ImportRecords {
  source: string;
  people: PersonRecord[];
  interactions: InteractionRecord[];
  /** More interactions; only of a CSV. */
  log?: LongLog;
  invitations: InvitationRecord[];
  me: MeRecord | null;
  /** The first 100. */
  skipped: Skipped[];
  skippedTotal: number;
  /** By reason, at most 100. */
  leftOut: Map<string, LeftOut>;
  warnings: string[];
  /** Incoming invitations that the user hasn't answered. */
  waiting: number;
}

/** Those of both lists. */
export function* allInteractions({
  interactions,
  log,
}: ImportRecords): Generator<InteractionRecord> {
  yield* interactions;
  if (log !== undefined) yield* log;
}

const MAX_SKIPPED = 100;
const MAX_WARNINGS = 20;

/** Returns empty records for a reader to fill. */
export function newRecords(source: string): ImportRecords {
  return {
    source,
    people: [],
    interactions: [],
    invitations: [],
    me: null,
    skipped: [],
    skippedTotal: 0,
    leftOut: new Map(),
    warnings: [],
    waiting: 0,
  };
}

/** Counts a skipped row and lists the first 100. */
export function skip(records: ImportRecords, where: string, why: string): void {
  records.skippedTotal++;
  if (records.skipped.length < MAX_SKIPPED) records.skipped.push({ where, why });
  const same = records.leftOut.get(why);
  if (same !== undefined) same.rows++;
  else if (records.leftOut.size < MAX_SKIPPED) records.leftOut.set(why, { where, rows: 1 });
}

/** Adds a warning; from the 21st on only a count grows. */
export function warn(records: ImportRecords, warning: string): void {
  const { warnings } = records;
  if (warnings.length < MAX_WARNINGS) {
    warnings.push(warning);
    return;
  }
  const last = /^… and (\d+) more warnings?$/.exec(warnings[MAX_WARNINGS] ?? '');
  const number = Number(last?.[1] ?? 0) + 1;
  warnings[MAX_WARNINGS] = `… and ${number} more warning${number === 1 ? '' : 's'}`;
}

/** An input that can't be imported. Message and hint are one sentence each. */
export class BadFile extends Failure {
  constructor(message: string, hint: string, options: { cause?: unknown } = {}) {
    super('bad-file', message, hint, options);
  }
}
