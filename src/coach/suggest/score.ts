import type { Day, History, Moment, Rule } from '../../model.ts';
import { daysBetween } from '../../text/days.ts';
import { servesGoal } from './goals.ts';

/** One line of the sum that `why` prints. */
export interface ScoreLine {
  /** A rule's id for the leading moment, else what is counted: `further`, `freshness`, `closing`, `shared`, `goal`. */
  rule: string;
  why: string;
  points: number;
}

// The weights below are ours: the moment itself (up to 60) leads, all the rest can lift a strong tie
// over a weak one of the same moment, and never a weak moment over a much stronger one.
const FRESH = 15;
const CLOSING = 5;
const CLOSING_DAYS = 3;
const NUMBER = 8;
const VARIETY = 4;
const RECENT = 3;
const RECENT_DAYS = 14;
const GOAL = 10;
const FURTHER = 3;
const FURTHER_MOST = 6;

/** What can come on top of the leading moment and its freshness. */
const EXTRA = NUMBER + VARIETY + RECENT + GOAL + FURTHER_MOST;

/** The score of a person, line by line: `moments` are those that fire, the best first. */
export function scoreLines(
  history: History,
  moments: ReadonlyArray<{ rule: Rule; moment: Moment; why: string }>,
): ScoreLine[] {
  const [lead, ...others] = moments;
  if (lead === undefined) return [];
  const { today } = history;
  const lines: ScoreLine[] = [{ rule: lead.rule.id, why: lead.why, points: lead.rule.weight }];
  if (others.length > 0) {
    const points = Math.min(FURTHER_MOST, FURTHER * others.length);
    const names = others.map(({ rule }) => rule.title.toLowerCase()).join(', ');
    lines.push({ rule: 'further', why: `Also: ${names}`, points });
  }
  const { window } = lead.moment;
  if (window !== null) {
    const age = daysBetween(window.opens, today);
    const fresh = freshness(age, daysBetween(window.opens, window.closes));
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
        points: CLOSING,
      });
    }
  }
  const shared = sharedPoints(history);
  if (shared.points > 0) lines.push({ rule: 'shared', ...shared });
  const goal = servesGoal(history);
  if (goal !== null) lines.push({ rule: 'goal', why: goal, points: GOAL });
  return lines;
}

/** The sum, to one decimal. */
export function total(lines: readonly ScoreLine[]): number {
  return Math.round(lines.reduce((sum, line) => sum + line.points, 0) * 10) / 10;
}

/**
 * More than anyone can score whose leading moment has this weight and opened on this day.
 * @param opens null where nobody can say: then it may be as fresh as any
 * @param length days from its opening to its close; null where it has no window
 */
export function scoreBound(
  weight: number,
  opens: Day | null,
  length: number | null,
  mayServe: boolean,
  today: Day,
): number {
  const most = weight + EXTRA - (mayServe ? 0 : GOAL);
  if (length === null) return most;
  if (opens === null) return most + FRESH + CLOSING;
  const age = daysBetween(opens, today);
  return most + freshness(age, length) + (isClosing(length - age) ? CLOSING : 0);
}

function isClosing(daysLeft: number): boolean {
  return daysLeft >= 0 && daysLeft <= CLOSING_DAYS;
}

/** Full on the day a moment opens, nothing when it closes. */
function freshness(age: number, length: number): number {
  const left = 1 - Math.max(0, age) / Math.max(1, length);
  return Math.round(Math.max(0, FRESH * left) * 10) / 10;
}

function sharedPoints({ interactions, today }: History): {
  why: string;
  points: number;
} {
  const count = interactions.length;
  const newest = interactions[0];
  if (newest === undefined) return { why: 'Nothing is logged yet', points: 0 };
  const kinds = new Set(interactions.map(({ kind }) => kind)).size;
  const isRecent = daysBetween(newest.date, today) <= RECENT_DAYS;
  const points =
    Math.min(NUMBER, 2 * (count - 1)) +
    Math.min(VARIETY, 2 * (kinds - 1)) +
    (isRecent ? RECENT : 0);
  const times = count === 1 ? 'One interaction' : `${count} interactions`;
  const ways = kinds === 1 ? '' : ` of ${kinds} kinds`;
  return { why: `${times}${ways}, the newest on ${newest.date}`, points };
}
