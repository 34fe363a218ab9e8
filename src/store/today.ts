/** Today's judgement of one person, and today's suggestions. */
import type { Database } from 'better-sqlite3';
import type { Draft } from '../coach/draft/request.ts';
import { channelOf, draftOf } from '../coach/draft/write.ts';
import type { Hold } from '../coach/suggest/holds.ts';
import { type Judgement, judge } from '../coach/suggest/judge.ts';
import {
  type Budget,
  type JudgedPerson,
  judgeInFull,
  type Ranking,
  rank,
} from '../coach/suggest/suggest.ts';
import type { Channel, Day, Moment, Person } from '../model.ts';
import { openLog } from './candidates.ts';
import { readHistory } from './histories.ts';
import { type OldInvitations, oldInvitations, readBudget } from './invitations.ts';
import { readMe } from './me.ts';
import { fillPeople } from './read-interactions.ts';

interface Suggestion extends JudgedPerson {
  /** Null where there's nobody to write to, as for a withdrawal, or nothing is logged that a message could build on. */
  draft: Draft | null;
  /** Whether it says nothing that only fits this person. */
  isThin: boolean;
}

interface TodaysList<Suggestions> {
  budget: Budget;
  suggestions: Suggestions;
  held: Ranking['held'];
  /** Null if there are only a few. */
  oldInvitations: OldInvitations | null;
}

export type Today = TodaysList<Suggestion[]>;

/** How many people are read in full at once. */
const BATCH_SIZE = 25;

/** Leaves out what only the draft looked at: with all people, it would fill the memory. */
function withoutLog<T extends Judgement>(judgement: T): T {
  const history = { ...judgement.history, interactions: [], details: NONE, readings: NONE };
  const verdicts = judgement.verdicts.filter(({ verdict }) => verdict.fires);
  return { ...judgement, history, verdicts, lines: [] };
}

const NONE = new Map<number, never>();

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
  const list = todayOneByOne(db, day, limit, drafted);
  return { ...list, suggestions: [...list.suggestions] };
}

/** As `today`, but each suggestion is read and written only when it's asked for: all of them can be many. */
export function todayOneByOne(
  db: Database,
  day: Day,
  limit: number | null,
  drafted = Number.POSITIVE_INFINITY,
): TodaysList<Iterable<Suggestion>> {
  const me = readMe(db);
  const budget = readBudget(db, me, day);
  const log = openLog(db, me, day);
  const old = oldInvitations(db, day);
  const isPile = old?.olderThan === '3w';
  const { picks, held } = rank(log, { me, today: day, budget, limit, isPile });
  return { budget, suggestions: written(), held, oldInvitations: old };

  function* written(): Generator<Suggestion> {
    let count = 0;
    for (let from = 0; from < picks.length; from += BATCH_SIZE) {
      const batch = judgeInFull(log, picks.slice(from, from + BATCH_SIZE));
      fillPeople(
        db,
        batch.flatMap(({ judgement }) => judgement.lead.interaction ?? []),
      );
      for (const pick of batch) {
        const { history, lead } = pick.judgement;
        const channel = channelOf(lead, pick.channel === 'note');
        const message = count++ < drafted ? draftOf(history, lead, channel) : null;
        yield {
          ...pick,
          channel,
          judgement: withoutLog(pick.judgement),
          draft: message?.draft ?? null,
          isThin: message?.isThin === true,
        };
      }
    }
  }
}

/** How today's list has a person. */
interface Place {
  /** Why their invitation exceeds the weekly limit; null if one is left for them. */
  hold: Hold | null;
  /** Where the message goes: by a personal note only while one is left for them; null if they aren't listed. */
  channel: Channel | null;
}

/** Finds a person's place on the list by ranking those who may come before them. */
export function placeToday(db: Database, judgement: Judgement, known?: Budget): Place {
  const { me, today, person } = judgement.history;
  const budget = known ?? readBudget(db, me, today);
  const options = { me, today, budget, limit: null, onlyFor: judgement };
  const { picks, held } = rank(openLog(db, me, today), options);
  const isThem = (entry: { person: { id: number } }) => entry.person.id === person.id;
  const hold = held.find(isThem);
  return {
    hold: hold === undefined ? null : { reason: hold.reason, message: hold.message },
    channel: picks.find(isThem)?.channel ?? null,
  };
}

/** Whether more people than so many aren't connected, and could be invited. */
function isMoreThan(db: Database, many: number): boolean {
  const sql = "SELECT count(*) FROM (SELECT 1 FROM person WHERE status <> 'connected' LIMIT ?)";
  return (
    (db
      .prepare(sql)
      .pluck()
      .get(many + 1) as number) > many
  );
}

/**
 * Where a message for a moment goes, as today's list has it: a personal note only if the month has one
 * left for this person, who may come after others.
 */
export function channelToday(db: Database, judgement: Judgement, moment: Moment): Channel {
  const { me, today } = judgement.history;
  const budget = readBudget(db, me, today);
  const { invitesPerWeek, invitesThisWeek, notesPerMonth, notesThisMonth } = budget;
  const notes = notesPerMonth === null ? Number.POSITIVE_INFINITY : notesPerMonth - notesThisMonth;
  const usual = channelOf(moment, notes > 0);
  // With a note for each invitation that's left, nobody needs to be ranked.
  if (usual !== 'note' || notes >= invitesPerWeek - invitesThisWeek) return usual;
  if (moment !== judgement.lead || !isMoreThan(db, notes)) return usual;
  return placeToday(db, judgement, budget).channel ?? usual;
}
