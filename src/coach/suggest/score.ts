import type { Day, History, Moment, Rule } from '../../model.ts';
import { daysBetween } from '../../text/days.ts';
import { goalReason } from './goals.ts';

/** One line of the score that `why` prints. */
export interface ScoreLine {
  /** The rule id of the lead, or one of `further`, `freshness`, `closing`, `shared` and `goal`. */
  rule: string;
  why: string;
  points: number;
}

// These weights are our own. The moment itself (up to 60) counts most; the rest can rank a strong
// relationship above a weak one, but not a weak moment above a much stronger one.
const FRESHNESS_POINTS = 15;
const CLOSING_POINTS = 5;
const CLOSING_DAYS = 3;
const MAX_COUNT_POINTS = 8;
const MAX_VARIETY_POINTS = 4;
const RECENT_POINTS = 3;
const RECENT_DAYS = 14;
const GOAL_POINTS = 10;
const FURTHER_POINTS = 3;
const MAX_FURTHER_POINTS = 6;

/** The most points besides the lead's weight, freshness and closing. */
const MAX_EXTRA_POINTS =
  MAX_COUNT_POINTS + MAX_VARIETY_POINTS + RECENT_POINTS + GOAL_POINTS + MAX_FURTHER_POINTS;

/** A person's score, line by line. `moments` are those that fire, highest score first. */
export function scoreLines(
  history: History,
  moments: ReadonlyArray<{ rule: Rule; moment: Moment; why: string }>,
): ScoreLine[] {
  const [lead, ...others] = moments;
  if (lead === undefined) return [];
  const { today } = history;
  const lines: ScoreLine[] = [{ rule: lead.rule.id, why: lead.why, points: lead.rule.weight }];
  if (others.length > 0) {
    const points = Math.min(MAX_FURTHER_POINTS, FURTHER_POINTS * others.length);
    const names = others.map(({ rule }) => rule.title.toLowerCase()).join(', ');
    lines.push({ rule: 'further', why: `Also: ${names}`, points });
  }
  const { window } = lead.moment;
  if (window !== null) {
    const age = daysBetween(window.opens, today);
    const fresh = freshnessPoints(age, daysBetween(window.opens, window.closes));
    lines.push({
      rule: 'freshness',
      why: `Day ${age + 1} of this moment`,
      points: fresh,
    });
    const left = daysBetween(today, window.closes);
    if (isClosing(left)) {
      const when = left === 0 ? 'today' : left === 1 ? 'tomorrow' : `in ${left} days`;
      lines.push({
        rule: 'closing',
        why: `It closes ${when}`,
        points: CLOSING_POINTS,
      });
    }
  }
  const shared = sharedPoints(history);
  if (shared.points > 0) lines.push({ rule: 'shared', ...shared });
  const goal = goalReason(history);
  if (goal !== null) lines.push({ rule: 'goal', why: goal, points: GOAL_POINTS });
  return lines;
}

/** The sum of the points, to one decimal. */
export function totalPoints(lines: readonly ScoreLine[]): number {
  return Math.round(lines.reduce((sum, line) => sum + line.points, 0) * 10) / 10;
}

/**
 * An upper bound on the score of a person whose lead has this weight and opened on this day.
 * @param opens null if unknown, which assumes the freshest
 * @param windowDays days from opening to closing; null without a window
 */
export function maxScore(
  weight: number,
  opens: Day | null,
  windowDays: number | null,
  mayServeGoal: boolean,
  today: Day,
): number {
  const most = weight + MAX_EXTRA_POINTS - (mayServeGoal ? 0 : GOAL_POINTS);
  if (windowDays === null) return most;
  if (opens === null) return most + FRESHNESS_POINTS + CLOSING_POINTS;
  const age = daysBetween(opens, today);
  return (
    most + freshnessPoints(age, windowDays) + (isClosing(windowDays - age) ? CLOSING_POINTS : 0)
  );
}

function isClosing(daysLeft: number): boolean {
  return daysLeft >= 0 && daysLeft <= CLOSING_DAYS;
}

/** Falls linearly from full points on the day a moment opens to none when it closes. */
function freshnessPoints(age: number, windowDays: number): number {
  const left = 1 - Math.max(0, age) / Math.max(1, windowDays);
  return Math.round(Math.max(0, FRESHNESS_POINTS * left) * 10) / 10;
}

function sharedPoints({ person, interactions, today }: History): {
  why: string;
  points: number;
} {
  // A long history is without most of its old interactions.
  const count = person.interactions;
  const newest = interactions[0];
  if (newest === undefined) return { why: 'Nothing logged yet', points: 0 };
  const kinds = new Set(interactions.map(({ kind }) => kind)).size;
  const isRecent = daysBetween(newest.date, today) <= RECENT_DAYS;
  const points =
    Math.min(MAX_COUNT_POINTS, 2 * (count - 1)) +
    Math.min(MAX_VARIETY_POINTS, 2 * (kinds - 1)) +
    (isRecent ? RECENT_POINTS : 0);
  const times = count === 1 ? 'One interaction' : `${count} interactions`;
  const ways = kinds === 1 ? '' : ` of ${kinds} kinds`;
  return { why: `${times}${ways}, ${count === 1 ? '' : 'the latest '}on ${newest.date}`, points };
}
