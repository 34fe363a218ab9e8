import type { Day } from '../model.ts';
import { dayOf, type Leaning } from './day.ts';
import { inYear, type Read } from './day-nearest.ts';

/** Which comes first in "5/11". */
export type DateOrder = 'day' | 'month';

const NUMERIC = /^(\d{1,2})([/.-])(\d{1,2})(?:\2(\d{4}|\d{2})?)?$/;
const YEAR_FIRST = /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})$/;

/** Days in digits: `2026/11/20`, `05.11.2025`, `5/11`. */
export function readNumeric(text: string, today: Day, leaning: Leaning, order?: DateOrder): Read {
  const [, y, m, d] = YEAR_FIRST.exec(text) ?? [];
  if (y !== undefined) return dayOf(Number(y), Number(m), Number(d));
  const [whole, first, mark, second, typedYear] = NUMERIC.exec(text) ?? [];
  if (whole === undefined) return undefined;
  // "3-4" is a range or a score before it is a day; "5/11/" is a slip.
  if (typedYear === undefined && (mark === '-' || /[/-]$/.test(text))) return null;
  const year = typedYear === undefined ? undefined : fullYear(typedYear);
  const read = (month: number, date: number) => inYear(month, date, year, today, leaning);
  const [one, two] = [Number(first), Number(second)];
  const isDayFirst = mark === '.' || (order ?? localeOrder()) === 'day';
  if (mark === '.') return read(two, one);
  return isDayFirst ? (read(two, one) ?? read(one, two)) : (read(one, two) ?? read(two, one));
}

/** "25" is 2025 and "98" is 1998: two digits reach fifty years ahead of 2000, as chrono reads them. */
function fullYear(typed: string): number {
  if (typed.length === 4) return Number(typed);
  return Number(typed) + (Number(typed) > 50 ? 1900 : 2000);
}

/** Follows LC_ALL and LANG. Where the year comes first, "5/11" is month first. */
function localeOrder(): DateOrder {
  const parts = new Intl.DateTimeFormat().formatToParts().map(({ type }) => type);
  const [day, month, year] = [parts.indexOf('day'), parts.indexOf('month'), parts.indexOf('year')];
  return day < month && day < year ? 'day' : 'month';
}
