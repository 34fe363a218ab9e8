/** Today's judgement of one person, and today's suggestions. */
import type { Database } from 'better-sqlite3';
import type { Draft } from '../coach/draft/request.ts';
import { draftOf } from '../coach/draft/write.ts';
import type { Hold } from '../coach/suggest/holds.ts';
import { type Judgement, judge } from '../coach/suggest/judge.ts';
import {
  type Budget,
  judgeInFull,
  type RankedPerson,
  type Ranking,
  rank,
} from '../coach/suggest/suggest.ts';
import type { Day, Person } from '../model.ts';
import { openLog } from './candidates.ts';
import { readHistory } from './histories.ts';
import { fillPeople } from './interactions.ts';
import { type OldInvitations, oldInvitations, readBudget } from './invitations.ts';
import { readMe } from './me.ts';

interface Suggestion extends RankedPerson {
  /** Null where there's nobody to write to, as for a withdrawal. */
  draft: Draft | null;
  /** Whether it says nothing that only fits this person. */
  isThin: boolean;
}

export interface Today {
  budget: Budget;
  suggestions: Suggestion[];
  held: Ranking['held'];
  /** Null if there are only a few. */
  oldInvitations: OldInvitations | null;
}

/** How many people are read in full at once. */
const BATCH_SIZE = 200;

/** Leaves out what only the draft looked at: with all people, it would fill the memory. */
function withoutLog<T extends Judgement>(judgement: T): T {
  const history = { ...judgement.history, interactions: [], details: new Map() };
  const verdicts = judgement.verdicts.filter(({ verdict }) => verdict.fires);
  return { ...judgement, history, verdicts, lines: [] };
}

/** Judges a person who was already read. */
export function judgePerson(db: Database, person: Person, day: Day): Judgement {
  return judge(readHistory(db, person, readMe(db), day));
}

/**
 * Suggestions, best first, each with a draft.
 * @param limit null for all
 * @param drafted how many of them get a draft: the others' are null
 */
export function today(
  db: Database,
  day: Day,
  limit: number | null,
  drafted = Number.POSITIVE_INFINITY,
): Today {
  const me = readMe(db);
  const budget = readBudget(db, me, day);
  const log = openLog(db, me, day);
  const old = oldInvitations(db, day);
  const isPile = old?.olderThan === '3w';
  const ranking = rank(log, { me, today: day, budget, limit, isPile });
  const suggestions: Suggestion[] = [];
  for (let from = 0; from < ranking.picks.length; from += BATCH_SIZE) {
    const picks = judgeInFull(log, ranking.picks.slice(from, from + BATCH_SIZE));
    fillPeople(
      db,
      picks.flatMap(({ judgement }) => judgement.lead.interaction ?? []),
    );
    for (const pick of picks) {
      const { history, lead } = pick.judgement;
      const written = suggestions.length < drafted ? draftOf(history, lead, pick.channel) : null;
      suggestions.push({
        ...pick,
        judgement: withoutLog(pick.judgement),
        draft: written?.draft ?? null,
        isThin: written?.isThin === true,
      });
    }
  }
  return { budget, suggestions, held: ranking.held, oldInvitations: old };
}

/** Why a person's invitation exceeds the weekly limit; null if one is left for them. */
export function heldByBudget(db: Database, judgement: Judgement): Hold | null {
  const { me, today, person } = judgement.history;
  const budget = readBudget(db, me, today);
  const options = { me, today, budget, limit: null, onlyFor: judgement };
  const { held } = rank(openLog(db, me, today), options);
  const hold = held.find((entry) => entry.person.id === person.id);
  return hold === undefined ? null : { reason: hold.reason, message: hold.message };
}
