import type { Day } from '../model.ts';
import { addDays, makeDay, weekdayIndex } from '../text/days.ts';
import { dateOfMonth, inYear, type Leaning, type Read, yearOf } from './day-nearest.ts';

const MONTHS =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const WEEKDAYS =
  'sun(?:day)?|mon(?:day)?|tue(?:sday)?|wed(?:nesday)?|thu(?:r(?:sday)?)?|fri(?:day)?|sat(?:urday)?';
const SHORT_MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const SHORT_WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

const DAY_MONTH = new RegExp(
  `^(?:(${WEEKDAYS}) )?(?:the )?(\\d{1,2})(?:st|nd|rd|th)?(?: of)? (${MONTHS})(?: (\\d{4}))?$`,
);
const MONTH_DAY = new RegExp(
  `^(?:(${WEEKDAYS}) )?(${MONTHS}) (?:the )?(\\d{1,2})(?:st|nd|rd|th)?(?: (\\d{4}))?$`,
);
const MONTH = new RegExp(`^(?:(in|last|this|next) )?(${MONTHS})(?: (\\d{4}))?$`);
const WEEKDAY = new RegExp(
  `^(?:(this|last|past|coming) )?(${WEEKDAYS})(?: (?:morning|afternoon|evening|night))?$`,
);
const DATE = /^the (\d{1,2})(?:st|nd|rd|th)$/;

/**
 * Words for a day: lower case, single spaces. Shapes whose year or week is open are read here, since
 * chrono takes "nov 20" for the nearest one, past or not, reads "feb 30" in part, and lets months
 * overflow; what is left ("next friday", "the day before yesterday") is read by chrono,
 * which is loaded only then.
 * @param order which comes first in "5/11"; the locale's when left out
 * @returns null where the words as a whole are no day
 */
export async function dayInWords(
  words: string,
  today: Day,
  leaning: Leaning = 'past',
  order?: DateOrder,
): Promise<Day | null> {
  const text = words
    .replace(/^on /, '')
    .replace(/\btues\b/, 'tuesday')
    .replace(/\bthurs\b/, 'thursday')
    .replace(/^day (?=before|after)/, 'the day ')
    .replace(/(?<=[a-z])\.(?= |$)|,(?= |$)/g, '')
    .replace(/(?<=\d)-(?=[a-z])|(?<=[a-z])-(?=\d)/g, ' ');
  const readers = [
    () => readNumeric(text, today, leaning, order),
    () => readDate(text, today, leaning),
    () => readMonth(text, today, leaning),
    () => readWeekday(text, today, leaning),
    () => readAway(text, today),
  ];
  for (const read of readers) {
    const day = read();
    if (day !== undefined) return day;
  }
  const { readWithChrono } = await import('./day-chrono.ts');
  return readWithChrono(text, today, leaning);
}

function readDate(text: string, today: Day, leaning: Leaning): Read {
  const [, only] = DATE.exec(text) ?? [];
  if (only !== undefined) return dateOfMonth(Number(only), today, leaning);
  const dayFirst = DAY_MONTH.exec(text);
  const [, weekday, a = '', b = '', year] = dayFirst ?? MONTH_DAY.exec(text) ?? [];
  if (a === '') return undefined;
  const [month, date] = dayFirst === null ? [a, b] : [b, a];
  const wanted = year === undefined ? undefined : Number(year);
  const day = inYear(monthOf(month), Number(date), wanted, today, leaning);
  const isRight =
    day === null || weekday === undefined || weekdayIndex(day) === weekdayNumber(weekday);
  return isRight ? day : null;
}

/** A month alone is its first day. */
function readMonth(text: string, today: Day, leaning: Leaning): Read {
  const [, word, name, year] = MONTH.exec(text) ?? [];
  if (name === undefined) return undefined;
  const month = monthOf(name);
  if (year !== undefined)
    return word === undefined || word === 'in' ? makeDay(Number(year), month, 1) : null;
  if (word === 'this') return makeDay(yearOf(today), month, 1);
  if (word === 'next') return inYear(month, 1, undefined, today, 'future');
  // In November, "last november" is a year ago.
  if (word === 'last')
    return inYear(month, 1, undefined, addDays(`${today.slice(0, 8)}01`, -1), 'past');
  return inYear(month, 1, undefined, today, leaning);
}

function readWeekday(text: string, today: Day, leaning: Leaning): Read {
  const [, word, name] = WEEKDAY.exec(text) ?? [];
  if (name === undefined) return undefined;
  const wanted = weekdayNumber(name);
  const back = (weekdayIndex(today) - wanted + 7) % 7;
  if (word === 'last' || word === 'past') return addDays(today, -(back || 7));
  if (word === 'coming' || leaning === 'future') return addDays(today, 7 - back);
  if (word === undefined) return addDays(today, -back);
  const sinceMonday = (day: number) => (day + 6) % 7;
  return addDays(today, sinceMonday(wanted) - sinceMonday(weekdayIndex(today)));
}

function monthOf(name: string): number {
  return SHORT_MONTHS.indexOf(name.slice(0, 3)) + 1;
}

function weekdayNumber(name: string): number {
  return SHORT_WEEKDAYS.indexOf(name.slice(0, 3));
}

const COUNTS = '- one two three four five six seven eight nine ten eleven twelve'.split(' ');
const COUNT = `\\d{1,5}|an?|(?:a )?couple(?: of)?|${COUNTS.slice(1).join('|')}`;
const AWAY = new RegExp(
  `^(in )?(${COUNT}) ?(d|days?|w|weeks?|fortnights?|months?|years?)( ago| from (?:now|today))?$`,
);
const NEIGHBOUR = /^(last|next) (week|month|year)$/;

/** Days counted from today: `two weeks ago`, `in 3 days`, `last month`. */
function readAway(text: string, today: Day): Read {
  const [, side, unit] = NEIGHBOUR.exec(text) ?? [];
  if (unit !== undefined) return move(today, side === 'last' ? -1 : 1, unit);
  // Chrono's is the next one even on a Sunday.
  if (text === 'this weekend' && [0, 6].includes(weekdayIndex(today))) return today;
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
    const day = makeDay(Math.floor(months / 12), (months % 12) + 1, date);
    if (day !== null) return day;
  }
  return makeDay(Math.floor(months / 12), (months % 12) + 1, Number(today.slice(8)));
}

/** Which comes first in "5/11". */
export type DateOrder = 'day' | 'month';

const NUMERIC = /^(\d{1,2})([/.-])(\d{1,2})(?:\2(\d{4}|\d{2})?)?$/;
const YEAR_FIRST = /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})$/;

/** Days in digits: `2026/11/20`, `05.11.2025`, `5/11`. */
function readNumeric(text: string, today: Day, leaning: Leaning, order?: DateOrder): Read {
  const [, y, m, d] = YEAR_FIRST.exec(text) ?? [];
  if (y !== undefined) return makeDay(Number(y), Number(m), Number(d));
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
