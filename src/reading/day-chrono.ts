import * as chrono from 'chrono-node/en';
import type { Day } from '../model.ts';
import { makeDay } from '../text/days.ts';
import { inYear, type Leaning } from './day-nearest.ts';

/** The words that chrono reads as one day, as a whole: a time of day, a range, or words beside it are null. */
export function readWithChrono(text: string, today: Day, leaning: Leaning): Day | null {
  // A wrong day in digits, such as 2026-13-01, it would read the other way round.
  if (!/[a-z]/.test(text)) return null;
  // "last 3 days" is a range, though chrono makes one day of it.
  if (/^(past|last|next) \d/.test(text)) return null;
  const [year = 0, month = 0, date = 0] = today.split('-').map(Number);
  const [found, ...others] = chrono.parse(text, new Date(year, month - 1, date, 12));
  if (found === undefined || others.length > 0 || found.text !== text || found.end) return null;
  if (found.start.isCertain('hour') || found.start.isCertain('timezoneOffset')) return null;
  const { start } = found;
  const [y, m, d] = [start.get('year') ?? 0, start.get('month') ?? 0, start.get('day') ?? 0];
  const isOpen = start.isCertain('month') && !start.isCertain('year');
  return isOpen ? inYear(m, d, undefined, today, leaning) : makeDay(y, m, d);
}
