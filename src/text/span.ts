import { Failure } from '../failure.ts';

/** Days in each unit; a month is 30 days, as in the rhythm of the check-ins. */
const UNITS: Readonly<Record<string, number>> = { d: 1, w: 7, m: 30, y: 365 };

const SHAPE = /^(?:every\s+)?(\d{1,4})\s*(d|days?|w|weeks?|m|mo|months?|y|years?)$/;

/** Ten years, in days: longer is no rhythm. */
export const LONGEST_SPAN = 3650;

/**
 * A length of time as one types it, in days: `10d`, `6w`, `2m`, `6 weeks`; `default` and nothing are null.
 * @throws Failure `usage`
 */
export function parseSpan(words: string): number | null {
  const text = words.trim().toLowerCase();
  if (text === '' || text === 'default') return null;
  const [, number, unit = ''] = SHAPE.exec(text) ?? [];
  const days = Number(number) * (UNITS[unit.charAt(0)] ?? Number.NaN);
  if (days >= 1 && days <= LONGEST_SPAN) return days;
  throw new Failure(
    'usage',
    `"${words.slice(0, 40)}" is no length of time that I can read`,
    'Write it as 10d, 6w or 2m; "default" follows the relationship again.',
  );
}

/** Days as one says a rhythm: "10 days", "6 weeks", "2 months". */
export function saySpan(days: number): string {
  const said = (count: number, unit: string) => (count === 1 ? unit : `${count} ${unit}s`);
  if (days % 365 === 0) return said(days / 365, 'year');
  if (days % 30 === 0) return said(days / 30, 'month');
  return days % 7 === 0 ? said(days / 7, 'week') : said(days, 'day');
}
