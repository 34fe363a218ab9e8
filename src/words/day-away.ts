import type { Day } from '../model.ts';
import { addDays, weekdayOf } from '../text/days.ts';
import { dayOf } from './day.ts';
import { type Read, yearOf } from './day-nearest.ts';

const COUNTS = '- one two three four five six seven eight nine ten eleven twelve'.split(' ');
const COUNT = `\\d{1,5}|an?|(?:a )?couple(?: of)?|${COUNTS.slice(1).join('|')}`;
const AWAY = new RegExp(
  `^(in )?(${COUNT}) ?(d|days?|w|weeks?|fortnights?|months?|years?)( ago| from (?:now|today))?$`,
);
const NEIGHBOUR = /^(last|next) (week|month|year)$/;

/** Days counted from today: `two weeks ago`, `in 3 days`, `last month`. */
export function readAway(text: string, today: Day): Read {
  const [, side, unit] = NEIGHBOUR.exec(text) ?? [];
  if (unit !== undefined) return move(today, side === 'last' ? -1 : 1, unit);
  // Chrono's is the next one even on a Sunday.
  if (text === 'this weekend' && [0, 6].includes(weekdayOf(today))) return today;
  const [, ahead, typed = '', span = '', end] = AWAY.exec(text) ?? [];
  if (span === '' || (ahead === undefined) === (end === undefined)) return undefined;
  const count = countOf(typed);
  return move(today, end === ' ago' ? -count : count, span);
}

function countOf(typed: string): number {
  if (/^\d/.test(typed)) return Number(typed);
  if (typed.includes('couple')) return 2;
  return Math.max(1, COUNTS.indexOf(typed));
}

/** A month from the 31st is the last day of a shorter month. */
function move(today: Day, count: number, unit: string): Day | null {
  if (unit.startsWith('d')) return addDays(today, count);
  if (unit.startsWith('w')) return addDays(today, 7 * count);
  if (unit.startsWith('f')) return addDays(today, 14 * count);
  const months =
    yearOf(today) * 12 + Number(today.slice(5, 7)) - 1 + count * (unit.startsWith('y') ? 12 : 1);
  for (let date = Number(today.slice(8)); date >= 28; date--) {
    const day = dayOf(Math.floor(months / 12), (months % 12) + 1, date);
    if (day !== null) return day;
  }
  return dayOf(Math.floor(months / 12), (months % 12) + 1, Number(today.slice(8)));
}
