import {
  type Action,
  type Channel,
  type Day,
  type History,
  isInviting,
  type Me,
  type Moment,
  type Person,
  type PersonRef,
  type Rule,
} from '../../model.ts';
import { count } from '../../text/count.ts';
import { compareText, fold } from '../../text/fold.ts';
import type { Hold, HoldReason } from './holds.ts';
import { type Judgement, judge } from './judge.ts';
import { maxScore } from './score.ts';

/** A person a rule might fire on today. */
export interface Candidate {
  personId: number;
  /** The day the moment opened; null if unknown or it has no window. */
  opens: Day | null;
  /** False only if they certainly match no goal of mine. */
  mayServeGoal: boolean;
}

/** Finds one rule's candidates, newest moment first. */
export interface CandidateSource {
  /** Null for people to list as held, whatever the rules say. */
  rule: Rule | null;
  /** Whether candidates carry their opening day; `never` if the moment has no window. */
  opens: 'known' | 'unknown' | 'never';
  people: () => Iterable<Candidate>;
}

/** The coach's read access to the log. */
export interface Log {
  sources: readonly CandidateSource[];
  /** Reads histories without titles, notes and highlights, which is enough for ranking. */
  outlines: (people: readonly number[]) => History[];
  /** Fills in the titles, notes and highlights. */
  complete: (outlines: readonly History[]) => History[];
  /** Reads histories with titles, notes and highlights. */
  histories: (people: readonly number[]) => History[];
}

/** Invitations and notes already sent, and their limits; see `Me`. */
export interface Budget {
  invitesThisWeek: number;
  invitesPerWeek: number;
  notesThisMonth: number;
  notesPerMonth: number | null;
}

/** A person to suggest, and how to send the message. */
export interface RankedPerson {
  person: PersonRef;
  /** What ranking read of them; null in a list of all, where it would fill the memory. */
  outline: History | null;
  channel: Channel;
  /** Remarks about the budget. */
  notices: string[];
}

/** A person to suggest who was read whole. */
export interface JudgedPerson extends Omit<RankedPerson, 'person' | 'outline'> {
  judgement: Judgement & { lead: Moment };
}

/** The people to suggest, highest score first, and those held back. */
export interface Ranking {
  picks: RankedPerson[];
  held: Array<{ person: PersonRef; reason: HoldReason; message: string }>;
}

/** What is kept of a judgement for ranking: of everybody, whole ones would fill the memory. */
interface Ranked {
  id: number;
  name: string;
  outline: History | null;
  score: number;
  hold: Hold | null;
  /** Null if no rule fires. */
  action: Action | null;
  /** The last day of the moment; a day after all others where it has none. */
  closes: Day;
  /** Those of whom a short list has so many at most. */
  group: { key: string; most: number; isHeld: boolean } | null;
  /** Of a withdrawal and of a single moment, which may be told without reading more. */
  reason: string;
}

/** How many people the list has: a short one, as the article puts quality over quantity. */
export const LIST_LENGTH = 5;

const BATCH_SIZE = 20;
/** The search never stops before judging this many, so a small log is judged in full. */
const MIN_JUDGED = 40;
/** The most held people that a ranking with a limit lists. */
const MAX_HELD_LISTED = 100;

/**
 * Ranks who to reach out to today. Candidates are judged by the most they could score, highest
 * first, and the search stops once no one left can make the list: the cost depends on what's due,
 * not on the log's size.
 * @param options.limit number of people wanted; null for all
 * @param options.onlyFor a person judged already: the search stops once they're held
 * @returns people by name; `judgeInFull` reads them
 */
export function rank(
  log: Log,
  options: {
    me: Me;
    today: Day;
    budget: Budget;
    limit: number | null;
    /** Whether old invitations are too many to suggest each: they're held. */
    isPile?: boolean;
    onlyFor?: Judgement;
  },
): Ranking {
  const { me, today, budget, limit, onlyFor } = options;
  /** Null for those who neither have a moment nor are held. */
  const judged = new Map<number, Ranked | null>();
  if (onlyFor !== undefined) judged.set(onlyFor.history.person.id, forRanking(onlyFor, false));
  const queue = new Set<number>();
  // The scores to reach for any place on the list, and for an invitation.
  const floor = onlyFor?.score ?? Number.NEGATIVE_INFINITY;
  let cutoff = { any: floor, inviting: floor };

  const sources = log.sources
    .map(({ rule, opens, people }) => {
      const weight = rule?.weight ?? 0;
      const windowDays = opens === 'never' ? null : (rule?.window?.closes ?? null);
      const actions = Object.keys(rule?.wording ?? {}) as Action[];
      const invitesOnly = actions.length > 0 && actions.every(isInviting);
      const maxScoreOf = (opens: Day | null, mayServeGoal = true) =>
        maxScore(weight, opens, windowDays, mayServeGoal && me.goals.length > 0, today);
      return {
        people,
        maxScoreOf,
        invitesOnly,
        highest: maxScoreOf(opens === 'known' ? today : null),
      };
    })
    .sort((a, b) => b.highest - a.highest);

  for (const { people, maxScoreOf, invitesOnly, highest } of sources) {
    const cannotEnter = (score: number) => score < (invitesOnly ? cutoff.inviting : cutoff.any);
    // Judging the queue first may show that this source can be skipped.
    if (judged.size + queue.size >= MIN_JUDGED) judgeQueue();
    if (cannotEnter(highest)) continue;
    for (const { personId, opens, mayServeGoal } of people()) {
      if (cannotEnter(maxScoreOf(opens))) break;
      if (judged.has(personId) || cannotEnter(maxScoreOf(opens, mayServeGoal))) continue;
      queue.add(personId);
      if (queue.size === BATCH_SIZE) judgeQueue();
    }
  }
  judgeQueue();
  const { picks, held } = applyHoldsAndBudget(listed(), { ...options, pages: pagesOf(limit) });
  return {
    picks: picks.map(({ id, name, outline, channel, notices }) => ({
      person: { id, name },
      outline,
      channel,
      notices,
    })),
    held,
  };

  function listed(): Ranked[] {
    return [...judged.values()].filter((one) => one !== null);
  }

  function judgeQueue(): void {
    if (queue.size === 0) return;
    for (const history of log.outlines([...queue])) {
      const judgement = judge(history);
      const isListed = judgement.lead !== null || judgement.hold !== null;
      judged.set(history.person.id, isListed ? forRanking(judgement, limit !== null) : null);
    }
    queue.clear();
    if ((limit === null && onlyFor === undefined) || judged.size < MIN_JUDGED) return;
    const { picks, held } = applyHoldsAndBudget(listed(), {
      ...options,
      limit: null,
      pages: pagesOf(limit),
    });
    if (onlyFor !== undefined) {
      // Once held, a person stays held: candidates found later can only use up more of the budget.
      const isHeld = held.some(({ person }) => person.id === onlyFor.history.person.id);
      if (isHeld) cutoff = { any: Number.POSITIVE_INFINITY, inviting: Number.POSITIVE_INFINITY };
      return;
    }
    const lastListed = picks[(limit as number) - 1]?.score ?? Number.NEGATIVE_INFINITY;
    const invites = Math.max(0, budget.invitesPerWeek - budget.invitesThisWeek);
    const inviting = picks.filter(isInvitation);
    const isBudgetSpent = inviting.length >= invites;
    const lastInvited = inviting[invites - 1]?.score ?? Number.POSITIVE_INFINITY;
    cutoff = {
      any: lastListed,
      inviting: isBudgetSpent ? Math.max(lastListed, lastInvited) : lastListed,
    };
  }
}

function forRanking({ history, lead, score, hold }: Judgement, isKept: boolean): Ranked {
  const { id, name } = history.person;
  return {
    id,
    name,
    outline: isKept ? history : null,
    score,
    hold,
    action: lead?.action ?? null,
    closes: lead?.window?.closes ?? '9999-12-31',
    group: lead === null ? null : groupOf(lead.rule, history.person),
    reason: lead?.action === 'withdraw' || lead?.rule.atMost === 'one' ? lead.reason : '',
  };
}

/** How many short lists a list of so many is; null for all. */
function pagesOf(limit: number | null): number | null {
  return limit === null ? null : Math.max(1, Math.ceil(limit / LIST_LENGTH));
}

function groupOf({ id, atMost }: Rule, { shared }: Person): Ranked['group'] {
  if (atMost === undefined) return null;
  if (atMost === 'one') return { key: id, most: 1, isHeld: true };
  return { key: `${id} ${fold(shared?.company ?? '')}`, most: atMost.ofOneCompany, isHeld: false };
}

/**
 * Judges the ranked people again with titles, notes and highlights, which their reasons quote. Drops
 * anyone for whom nothing fires any more.
 */
export function judgeInFull(log: Log, picks: readonly RankedPerson[]): JudgedPerson[] {
  const outlines = picks.flatMap(({ outline }) => outline ?? []);
  const unread = picks.filter(({ outline }) => outline === null).map(({ person }) => person.id);
  const histories = [
    ...(outlines.length > 0 ? log.complete(outlines) : []),
    ...(unread.length > 0 ? log.histories(unread) : []),
  ];
  const judgements = new Map(histories.map((history) => [history.person.id, judge(history)]));
  return picks.flatMap(({ person, outline: _, ...pick }) => {
    const judgement = judgements.get(person.id);
    return judgement !== undefined && hasLead(judgement) ? [{ ...pick, judgement }] : [];
  });
}

function isInvitation({ action }: Ranked): boolean {
  return action !== null && isInviting(action);
}

function hasLead(judgement: Judgement): judgement is Judgement & { lead: Moment } {
  return judgement.lead !== null;
}

/** Sorts by score and moves those on hold or over the budget to `held`. */
function applyHoldsAndBudget(
  judged: readonly Ranked[],
  options: { me: Me; budget: Budget; limit: number | null; isPile?: boolean; pages: number | null },
): { picks: Array<Ranked & Pick<RankedPerson, 'channel' | 'notices'>>; held: Ranking['held'] } {
  const { budget, limit, isPile, pages } = options;
  const listed = new Map<string, number>();
  const held: Ranking['held'] = [];
  const picks: Array<Ranked & Pick<RankedPerson, 'channel' | 'notices'>> = [];
  let invites = budget.invitesPerWeek - budget.invitesThisWeek;
  let notes =
    budget.notesPerMonth === null
      ? Number.POSITIVE_INFINITY
      : budget.notesPerMonth - budget.notesThisMonth;
  for (const one of [...judged].sort(byScore)) {
    const { id, name, hold, action, reason } = one;
    const person = { id, name };
    if (hold !== null) {
      held.push({ person, ...hold });
      continue;
    }
    if (action === null) continue;
    if (isPile === true && action === 'withdraw') {
      held.push({ person, reason: 'pending', message: `${reason}.` });
      continue;
    }
    if (pages !== null && one.group !== null) {
      const { key, most, isHeld } = one.group;
      const before = listed.get(key) ?? 0;
      if (before >= most * pages) {
        if (isHeld) held.push({ person, reason: 'pending', message: `${reason}.` });
        continue;
      }
      listed.set(key, before + 1);
    }
    if (!isInvitation(one)) {
      picks.push({ ...one, channel: 'message', notices: [] });
    } else if (invites <= 0) {
      held.push({ person, reason: 'budget', message: budgetMessage(budget) });
    } else {
      invites--;
      const hasNote = notes > 0;
      if (hasNote) notes--;
      picks.push({
        ...one,
        channel: hasNote ? 'note' : 'message',
        notices: hasNote ? [] : [notesMessage(budget)],
      });
    }
  }
  return limit === null
    ? { picks, held }
    : { picks: picks.slice(0, limit), held: held.slice(0, MAX_HELD_LISTED) };
}

/** Why there's no invitation left: those already sent, and those for people ranked higher. */
function budgetMessage({ invitesThisWeek, invitesPerWeek }: Budget): string {
  if (invitesPerWeek <= 0) return "You've set your invitations to 0 a week.";
  const sent = `${count(invitesThisWeek, 'invitation')} sent in the last seven days`;
  const left = invitesPerWeek - invitesThisWeek;
  if (left <= 0) return `${sent}; your limit is ${invitesPerWeek}.`;
  const goes = left === 1 ? 'goes to someone' : 'go to people';
  return invitesThisWeek > 0
    ? `${sent}, and the other ${left} ${goes} higher on the list; your limit is ${invitesPerWeek}.`
    : `Your limit is ${count(invitesPerWeek, 'invitation')} a week, which ${goes} higher on the list.`;
}

const WITHOUT_NOTE =
  'say this in the company chat or by e-mail, then send the invitation without a note';

function notesMessage({ notesThisMonth, notesPerMonth }: Budget): string {
  if (notesPerMonth === 0) return `You've set your personal notes to 0: ${WITHOUT_NOTE}`;
  const left = (notesPerMonth as number) - notesThisMonth;
  if (left <= 0)
    return `You've used all ${notesPerMonth} personal notes for this month: ${WITHOUT_NOTE}`;
  return left === 1
    ? `Your last personal note this month goes to someone higher on the list: ${WITHOUT_NOTE}`
    : `Your last ${left} personal notes this month go to people higher on the list: ${WITHOUT_NOTE}`;
}

/** Highest score first, then the earliest closing day, name and id, so the order is stable. */
function byScore(a: Ranked, b: Ranked): number {
  return (
    b.score - a.score ||
    compareText(a.closes, b.closes) ||
    compareText(a.name, b.name) ||
    a.id - b.id
  );
}
