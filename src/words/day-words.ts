import type { Day } from '../model.ts';
import { addDays, weekdayOf } from '../text/days.ts';
import { dayOf, type Leaning } from './day.ts';
import { readAway } from './day-away.ts';
import { dateOfMonth, inYear, type Read, yearOf } from './day-nearest.ts';
import { type DateOrder, readNumeric } from './day-numeric.ts';

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
    day === null || weekday === undefined || weekdayOf(day) === weekdayNumber(weekday);
  return isRight ? day : null;
}

/** A month alone is its first day. */
function readMonth(text: string, today: Day, leaning: Leaning): Read {
  const [, word, name, year] = MONTH.exec(text) ?? [];
  if (name === undefined) return undefined;
  const month = monthOf(name);
  if (year !== undefined)
    return word === undefined || word === 'in' ? dayOf(Number(year), month, 1) : null;
  if (word === 'this') return dayOf(yearOf(today), month, 1);
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
  const back = (weekdayOf(today) - wanted + 7) % 7;
  if (word === 'last' || word === 'past') return addDays(today, -(back || 7));
  if (word === 'coming' || leaning === 'future') return addDays(today, 7 - back);
  if (word === undefined) return addDays(today, -back);
  const sinceMonday = (day: number) => (day + 6) % 7;
  return addDays(today, sinceMonday(wanted) - sinceMonday(weekdayOf(today)));
}

function monthOf(name: string): number {
  return SHORT_MONTHS.indexOf(name.slice(0, 3)) + 1;
}

function weekdayNumber(name: string): number {
  return SHORT_WEEKDAYS.indexOf(name.slice(0, 3));
}
