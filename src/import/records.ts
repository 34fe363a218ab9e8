import { Failure } from '../failure.ts';
import type { Day, Kind, Relationship, Status } from '../model.ts';

/** A person as a file names them. What the file does not say is absent. */
export interface PersonRecord {
  /** File and line: "Connections.csv:17". */
  where: string;
  /** One clean line. Equal to `email` where the file gives no name but the address. */
  name: string;
  company?: string;
  role?: string;
  team?: string;
  /** `https://www.linkedin.com/in/<slug>`, decoded and in lower case. */
  linkedin?: string;
  /** In lower case. */
  email?: string;
  aliases?: string[];
  skills?: string[];
  interests?: string[];
  note?: string;
  relationship?: Relationship;
  /** The day they became a connection; true where the file says so without a day that can be read. */
  connected?: Day | true;
  /** My newest invitation that is still unanswered. */
  invited?: { on: Day; withNote: boolean };
  /** As a people CSV has it. */
  status?: Status;
  since?: Day;
  /** Named in a log that I keep by hand: `name` may be an alias, or `#ID`. */
  isByHand?: true;
  /** Known from what happened alone: an interaction that is known already does not bring them back. */
  isGuest?: true;
}

/**
 * Something that happened. Where the same person takes part in several, the readers share one
 * `PersonRecord` object as far as they can, so that whoever saves them may remember it by reference.
 */
export interface InteractionRecord {
  where: string;
  /** The same for the same thing in every later export: "calendar:UID:2024-01-05". */
  key: string;
  kind: Kind;
  date: Day;
  title: string;
  note?: string;
  /** Never empty. Identity only: name, address, e-mail, company. */
  people: PersonRecord[];
}

/** An invitation that I sent. */
export interface InvitationRecord {
  where: string;
  key: string;
  /** The calendar day in US Pacific time, as LinkedIn writes it. */
  sent: Day;
  withNote: boolean;
  person: PersonRecord;
  /** Null where the import holds no list of connections to tell. */
  isAccepted: boolean | null;
  /** The day of the connection. */
  accepted?: Day;
}

/** What a file says of oneself. */
export interface MeRecord {
  name?: string;
  headline?: string;
  role?: string;
  company?: string;
  emails?: string[];
  skills?: string[];
  linkedin?: string;
}

export interface Skipped {
  where: string;
  why: string;
}

/** What was left out for one and the same reason. */
export interface LeftOut {
  /** Where it was first. */
  where: string;
  rows: number;
}

/** What a reader found. */
export interface ImportRecords {
  source: string;
  people: PersonRecord[];
  interactions: InteractionRecord[];
  invitations: InvitationRecord[];
  me: MeRecord | null;
  /** The first 100. */
  skipped: Skipped[];
  skippedTotal: number;
  /** All that was skipped, by reason; of many reasons the first 100. */
  leftOut: Map<string, LeftOut>;
  warnings: string[];
  /** Incoming invitations that I have not answered. */
  waiting: number;
}

/** The contract lists so many skipped rows. */
const MOST_SKIPPED = 100;
/** So many warnings are told one by one. */
const MOST_WARNINGS = 20;

/** Empty records of a source, to be filled by a reader. */
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

/** Counts a row that was left out, and names it among the first hundred. */
export function skip(records: ImportRecords, where: string, why: string): void {
  records.skippedTotal++;
  if (records.skipped.length < MOST_SKIPPED) records.skipped.push({ where, why });
  const same = records.leftOut.get(why);
  if (same !== undefined) same.rows++;
  else if (records.leftOut.size < MOST_SKIPPED) records.leftOut.set(why, { where, rows: 1 });
}

/** Adds a warning; after the twentieth only the number grows. */
export function warn(records: ImportRecords, warning: string): void {
  const { warnings } = records;
  if (warnings.length < MOST_WARNINGS) {
    warnings.push(warning);
    return;
  }
  const last = /^… and (\d+) more warnings?$/.exec(warnings[MOST_WARNINGS] ?? '');
  const number = Number(last?.[1] ?? 0) + 1;
  warnings[MOST_WARNINGS] = `… and ${number} more warning${number === 1 ? '' : 's'}`;
}

/** A file that is not what it should be: what was found, and what to do, one sentence each. */
export class BadFile extends Failure {
  constructor(message: string, hint: string, options: { cause?: unknown } = {}) {
    super('bad-file', message, hint, options);
  }
}
