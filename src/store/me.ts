import type { Database } from 'better-sqlite3';
import { readSetting, writeSetting } from '../database/settings.ts';
import type { DateOrder, Day, Me, Reminder, SharedWork } from '../model.ts';
import { compareText } from '../text/fold.ts';

/** A free account's limit per calendar month: LinkedIn Help a550555, "Invitation limit reached". */
export const FREE_NOTES_PER_MONTH = 5;
/** In any seven days: our own limit, for quality over quantity. LinkedIn's is near 100. */
export const INVITES_PER_WEEK = 10;

/** A job that I have or had. */
export interface MyPosition {
  company: string;
  role: string | null;
  from: Day | null;
  /** Null while I have it. */
  until: Day | null;
}

/** What is stored of me: only what I gave. */
export type StoredMe = Partial<Omit<Me, 'notesPerMonth' | 'jobs'>> & {
  notesPerMonth?: number;
  quiet?: boolean;
  dateOrder?: DateOrder;
  reminder?: Reminder;
  positions?: MyPosition[];
};

/** My profile and limits, with defaults. */
export function readMe(db: Database): Me {
  const stored = readSetting<StoredMe>(db, 'me') ?? {};
  const account = stored.account ?? 'free';
  return {
    name: stored.name ?? null,
    role: stored.role ?? null,
    team: stored.team ?? null,
    company: stored.company ?? null,
    emails: stored.emails ?? [],
    account,
    goals: stored.goals ?? [],
    skills: stored.skills ?? [],
    invitesPerWeek: stored.invitesPerWeek ?? INVITES_PER_WEEK,
    notesPerMonth: account === 'premium' ? null : (stored.notesPerMonth ?? FREE_NOTES_PER_MONTH),
    ...(stored.greeting !== undefined && { greeting: stored.greeting }),
    ...(stored.rhythm !== undefined && { rhythm: stored.rhythm }),
    ...(stored.positions !== undefined && { jobs: jobsOf(stored.positions) }),
  };
}

function jobsOf(positions: readonly MyPosition[]): SharedWork[] {
  return positions
    .map(({ company, from, until }) => ({ company, from, until }))
    .sort((a, b) => compareText(b.from ?? '', a.from ?? ''));
}

/** Whether cautions are switched off. */
export function isQuiet(db: Database): boolean {
  return readSetting<StoredMe>(db, 'me')?.quiet === true;
}

/** Which comes first in "3/11"; null if I haven't said. */
export function readDateOrder(db: Database): DateOrder | null {
  return readSetting<StoredMe>(db, 'me')?.dateOrder ?? null;
}

/** What I set, without defaults. */
export function readStoredMe(db: Database): StoredMe {
  return readSetting<StoredMe>(db, 'me') ?? {};
}

/** How often to remind me; null if I haven't said. */
export function readReminder(db: Database): Reminder | null {
  return readStoredMe(db).reminder ?? null;
}

/** My jobs, in the order of the file they came from. */
export function readMyPositions(db: Database): MyPosition[] {
  return readSetting<StoredMe>(db, 'me')?.positions ?? [];
}

/** Null clears a field, undefined leaves it. */
export type MeFields = { [K in keyof StoredMe]?: StoredMe[K] | null | undefined };

/** Updates my profile, in the caller's transaction. */
export function writeMe(db: Database, fields: MeFields): void {
  const stored: Record<string, unknown> = { ...readSetting<StoredMe>(db, 'me') };
  for (const [key, value] of Object.entries(fields)) {
    if (value === null) delete stored[key];
    else if (value !== undefined) stored[key] = value;
  }
  writeSetting(db, 'me', stored);
}
