import {
  type Action,
  type Channel,
  type Day,
  type History,
  isInviting,
  type Me,
  type Moment,
  type PersonRef,
  type Rule,
} from '../../model.ts';
import { order } from '../../text/fold.ts';
import type { HoldReason } from './holds.ts';
import { type Judgement, judge } from './judge.ts';
import { scoreBound } from './score.ts';

/** Why somebody may matter today. */
export interface Sighting {
  person: number;
  /** The day on which the moment opened; null where that is not known, or there is none. */
  opens: Day | null;
  /** Whether they may serve a goal of mine: false only where that is sure. */
  mayServe: boolean;
}

/** Where a rule's people are looked for, those whose moment opened last first. */
export interface Source {
  /** Null where people are looked for who are held, whatever the rules say. */
  rule: Rule | null;
  /** Whether a sighting says on which day the moment opened; `never`: those found here have one without a window. */
  opens: 'known' | 'unknown' | 'never';
  people: () => Iterable<Sighting>;
}

/** The log as the coach reads it. */
export interface Log {
  sources: readonly Source[];
  /** Histories without titles, notes and highlights: enough to rank by. */
  outlines: (people: readonly number[]) => History[];
  /** The same histories with titles, notes and highlights. */
  complete: (histories: readonly History[]) => History[];
}

export interface Budget {
  invitesThisWeek: number;
  invitesPerWeek: number;
  notesThisMonth: number;
  notesPerMonth: number | null;
}

export interface Pick {
  judgement: Judgement & { lead: Moment };
  channel: Channel;
  /** Reasons that come from the budget, not from a moment. */
  notices: string[];
}

export interface Ranking {
  picks: Pick[];
  held: Array<{ person: PersonRef; reason: HoldReason; message: string }>;
}

const BATCH = 20;
/** At least this many people are judged, so that a small log is judged whole. */
const LEAST = 40;
/** How many held people a short list names. */
const MOST_HELD = 100;

/**
 * Ranks whom to reach out to today. People are judged in the order of the most they could score, and the search
 * ends when nobody left can enter the list: its cost follows what is due, not how long the log is.
 * @param limit how many are wanted; null for all
 * @param about somebody who was judged already: the search ends as soon as it is clear whether they are held
 * @returns outlines; `complete` gives them their words
 */
export function rank(
  log: Log,
  options: {
    me: Me;
    today: Day;
    budget: Budget;
    limit: number | null;
    about?: Judgement;
  },
): Ranking {
  const { me, today, budget, limit, about } = options;
  const judged = new Map<number, Judgement>();
  if (about !== undefined) judged.set(about.history.person.id, about);
  const waiting = new Set<number>();
  // The scores that nobody below can beat any more: of the last listed, and of the last invitation.
  const floor = about?.score ?? Number.NEGATIVE_INFINITY;
  let cut = { any: floor, inviting: floor };

  const sources = log.sources
    .map(({ rule, opens, people }) => {
      const weight = rule?.weight ?? 0;
      const length = opens === 'never' ? null : (rule?.window?.closes ?? null);
      const invitesOnly = rule !== null && (Object.keys(rule.forms) as Action[]).every(isInviting);
      const bound = (opens: Day | null, mayServe = true) =>
        scoreBound(weight, opens, length, mayServe && me.goals.length > 0, today);
      return { people, bound, invitesOnly, most: bound(opens === 'known' ? today : null) };
    })
    .sort((a, b) => b.most - a.most);

  for (const { people, bound, invitesOnly, most } of sources) {
    const isSettled = (score: number) => score < (invitesOnly ? cut.inviting : cut.any);
    // Before a source of its own promise, whoever waits may settle it.
    if (judged.size + waiting.size >= LEAST) judgeWaiting();
    if (isSettled(most)) continue;
    for (const { person, opens, mayServe } of people()) {
      if (isSettled(bound(opens))) break;
      if (judged.has(person) || isSettled(bound(opens, mayServe))) continue;
      waiting.add(person);
      if (waiting.size === BATCH) judgeWaiting();
    }
  }
  judgeWaiting();
  return arrange([...judged.values()], options);

  function judgeWaiting(): void {
    if (waiting.size === 0) return;
    for (const history of log.outlines([...waiting])) judged.set(history.person.id, judge(history));
    waiting.clear();
    if ((limit === null && about === undefined) || judged.size < LEAST) return;
    const { picks, held } = arrange([...judged.values()], { ...options, limit: null });
    if (about !== undefined) {
      // Nobody who is found later can take them off that list.
      const isHeld = held.some(({ person }) => person.id === about.history.person.id);
      if (isHeld) cut = { any: Number.POSITIVE_INFINITY, inviting: Number.POSITIVE_INFINITY };
      return;
    }
    const last = picks[(limit as number) - 1]?.judgement.score ?? Number.NEGATIVE_INFINITY;
    const invites = Math.max(0, budget.invitesPerWeek - budget.invitesThisWeek);
    const inviting = picks.filter(({ judgement }) => isInvitation(judgement));
    const isSpent = inviting.length >= invites;
    const lastInvited = inviting[invites - 1]?.judgement.score ?? Number.POSITIVE_INFINITY;
    cut = { any: last, inviting: isSpent ? Math.max(last, lastInvited) : last };
  }
}

/** The same picks, judged again with titles, notes and highlights: their reasons name what happened. */
export function complete(log: Log, picks: readonly Pick[]): Pick[] {
  const whole = log.complete(picks.map(({ judgement }) => judgement.history)).map(judge);
  return picks.map((pick, index) => ({ ...pick, judgement: whole[index] as Pick['judgement'] }));
}

/** Whether what is suggested goes out as an invitation, and so counts in the week's budget. */
function isInvitation({ lead }: Judgement): boolean {
  return lead !== null && isInviting(lead.action);
}

function hasLead(judgement: Judgement): judgement is Judgement & { lead: Moment } {
  return judgement.lead !== null;
}

/** Sorts, keeps the budget, and says who is held. */
function arrange(
  judgements: readonly Judgement[],
  options: { me: Me; budget: Budget; limit: number | null },
): Ranking {
  const { budget, limit } = options;
  const held: Ranking['held'] = [];
  const picks: Pick[] = [];
  let invites = budget.invitesPerWeek - budget.invitesThisWeek;
  let notes =
    budget.notesPerMonth === null
      ? Number.POSITIVE_INFINITY
      : budget.notesPerMonth - budget.notesThisMonth;
  for (const judgement of [...judgements].sort(byScore)) {
    const { person } = judgement.history;
    const ref = { id: person.id, name: person.name };
    if (judgement.hold !== null) {
      held.push({ person: ref, ...judgement.hold });
      continue;
    }
    if (!hasLead(judgement)) continue;
    if (!isInvitation(judgement)) {
      picks.push({ judgement, channel: 'message', notices: [] });
    } else if (invites <= 0) {
      held.push({
        person: ref,
        reason: 'budget',
        message: budgetMessage(budget),
      });
    } else {
      invites--;
      const hasNote = notes > 0;
      if (hasNote) notes--;
      picks.push({
        judgement,
        channel: hasNote ? 'note' : 'message',
        notices: hasNote ? [] : [notesMessage(budget)],
      });
    }
  }
  return limit === null
    ? { picks, held }
    : { picks: picks.slice(0, limit), held: held.slice(0, MOST_HELD) };
}

/** Why the week has no invitation left: what went out already, and what the moments ranked above take. */
function budgetMessage({ invitesThisWeek, invitesPerWeek }: Budget): string {
  if (invitesPerWeek <= 0) return 'You keep to no invitations at all for now.';
  const sent = invitesThisWeek === 1 ? '1 invitation went' : `${invitesThisWeek} invitations went`;
  const out = `${sent} out in the last seven days; you keep to ${invitesPerWeek}`;
  const left = invitesPerWeek - invitesThisWeek;
  if (left <= 0) return `${out}, and the best moments come first.`;
  const moments =
    left === 1 ? 'a better moment of today takes' : `${left} better moments of today take`;
  if (invitesThisWeek > 0) return `${out}, and ${moments} what is left.`;
  const kept = invitesPerWeek === 1 ? '1 invitation' : `${invitesPerWeek} invitations`;
  return `You keep to ${kept} in any seven days, and ${moments} ${left === 1 ? 'it' : 'them'}.`;
}

const PLAIN_WAY = 'say this in the company chat or by e-mail, then send the plain invitation';

function notesMessage({ notesThisMonth, notesPerMonth }: Budget): string {
  if (notesPerMonth === 0) return `You keep no personal notes: ${PLAIN_WAY}`;
  const left = (notesPerMonth as number) - notesThisMonth;
  return left > 0
    ? `The ${left === 1 ? 'personal note left this month goes' : `${left} personal notes left this month go`} to the moments above: ${PLAIN_WAY}`
    : `The ${notesPerMonth} personal notes of this month are spent: ${PLAIN_WAY}`;
}

/** The best first; then what closes first, then by name, so that the order is always the same. */
function byScore(a: Judgement, b: Judgement): number {
  const closes = (one: Judgement) => one.lead?.window?.closes ?? '9999-12-31';
  return (
    b.score - a.score ||
    order(closes(a), closes(b)) ||
    order(a.history.person.name, b.history.person.name) ||
    a.history.person.id - b.history.person.id
  );
}
