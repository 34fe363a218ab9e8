import { Failure } from '../failure.ts';

/** A month is 30 days, as in the check-in rule. */
const DAYS_IN_UNIT: Readonly<Record<string, number>> = { d: 1, w: 7, m: 30, y: 365 };

const SHAPE = /^(?:every\s+)?(\d{1,4})\s*(d|days?|w|weeks?|m|mo|months?|y|years?)$/;

/** Ten years, in days. */
export const MAX_SPAN_DAYS = 3650;

/** The days in a length of time such as `10d` or `6 weeks`; null for any other text. */
export function daysOfSpan(words: string): number | null {
  const [, number, unit = ''] = SHAPE.exec(words.trim().toLowerCase()) ?? [];
  const days = Number(number) * (DAYS_IN_UNIT[unit.charAt(0)] ?? Number.NaN);
  return days >= 1 && days <= MAX_SPAN_DAYS ? days : null;
}

/**
 * Parses a length of time such as `10d`, `6w`, `2m` or `6 weeks`.
 * @returns days, 1 to `MAX_SPAN_DAYS`
 * @throws Failure `usage` for anything else
 */
export function parseSpan(words: string): number {
  return daysOfSpan(words) ?? refuse(words, 'Write it as 10d, 6w or 6m.');
}

/**
 * Parses a length of time that has a default.
 * @returns days, 1 to `MAX_SPAN_DAYS`; null for an empty text or `default`
 * @throws Failure `usage` for anything else
 */
export function parseSpanOrDefault(words: string): number | null {
  const text = words.trim().toLowerCase();
  if (text === '' || text === 'default') return null;
  return daysOfSpan(text) ?? refuse(words, 'Write it as 10d, 6w or 2m, or "default".');
}

function refuse(words: string, hint: string): never {
  throw new Failure('usage', `"${words.slice(0, 40)}" isn't a length of time I understand`, hint);
}

/** Formats days to follow "every": "10 days", "6 weeks", "2 months", "year". */
export function formatSpan(days: number): string {
  const withUnit = (count: number, unit: string) => (count === 1 ? unit : `${count} ${unit}s`);
  if (days % 365 === 0) return withUnit(days / 365, 'year');
  if (days % 30 === 0) return withUnit(days / 30, 'month');
  return days % 7 === 0 ? withUnit(days / 7, 'week') : withUnit(days, 'day');
}

/** Formats days as one types them: "10d", "6w", "2m", "1y". */
export function typeSpan(days: number): string {
  if (days % 365 === 0) return `${days / 365}y`;
  if (days % 30 === 0) return `${days / 30}m`;
  return days % 7 === 0 ? `${days / 7}w` : `${days}d`;
}
