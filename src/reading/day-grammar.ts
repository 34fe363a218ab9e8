import * as chrono from 'chrono-node/en';
import type { Day } from '../model.ts';
import { addDays, addMonths, makeDay, weekdayIndex } from '../text/days.ts';
import {
  type DayHabits,
  dateOfMonth,
  dayOfNumberedWeek,
  dayOfWeek,
  inYear,
  months,
  nearestYear,
  numberOf,
  type Side,
  weekdayDate,
  weekdayOn,
  yearOf,
} from './calendar.ts';

import { correctDayWord } from './slips.ts';

/** A day found in a text: where it is, and which day; or why it can't be told. */
export interface DayFound {
  from: number;
  to: number;
  day: Day | null;
  /** Why there is no day: the calendar lacks it, it can be read two ways, it is a span of days, it is too vague. */
  problem: 'lacking' | 'ambiguous' | 'range' | 'vague' | null;
  /** What an ambiguous one could be. */
  readings?: Day[];
}

type Habits = Required<DayHabits>;
type Problem = NonNullable<DayFound['problem']>;
/** What a form gives: a day, a problem, or undefined where the words are no day after all. */
type Reading = Day | { problem: Problem; readings?: Day[] } | undefined;

const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const WEEKDAY =
  '(sun(?:day)?|mon(?:day)?|tue(?:s(?:day)?)?|wed(?:s|nesday)?|thu(?:rs?(?:day)?)?|fri(?:day)?|sat(?:urday)?)\\.?';
const COUNTS = '- one two three four five six seven eight nine ten eleven twelve'.split(' ');
const COUNT = `(\\d{1,5}|an?|(?:a )?couple(?: of)?|${COUNTS.slice(1).join('|')})`;
const UNIT = '(d|days?|wks?|w|weeks?|fortnights?|mths?|mos?|months?|yrs?|y|years?)';
const DATE = '(\\d{1,2})(?:st|nd|rd|th|\\.)?';
const SIDE = '(last|past|previous|this past|this coming|this|coming|next)';
const NTH = '(first|second|third|fourth|fifth|last|1st|2nd|3rd|4th|5th)';
const YEAR = '(?:,? (\\d{4}))?';
/** "week 46", "calendar week 46 2025", "KW46". */
const WEEK_NUMBER = '(?:calendar week|cal week|week|wk|cw|kw) ?(\\d{1,2})(?:,? (?:of )?(\\d{4}))?';
const PART = '(?: (?:early )?(?:morning|lunchtime|afternoon|evening|eve|night))?';
const CLOCK =
  '(?:\\d{1,2}[:.]\\d{2}(?: ?[ap]\\.?m\\.?)?|\\d{1,2} ?[ap]\\.?m\\.?|noon|midnight|lunchtime)';
const BEFORE = `(?:on )?(?:(?:at |around |about )?${CLOCK},? (?:on )?|(?:eod|cob|end of day|close of business),? (?:on )?)?`;
const AFTER = `(?:,? (?:at |around |about |by )?${CLOCK})?`;

/** Reads a whole text as one day; null where it is none, both where it may be two. */
export function readDay(text: string, today: Day, habits: Habits): Day | Day[] | null {
  const words = text
    .replace(/[a-z]+/g, (word) => correctDayWord(word) ?? word)
    .replace(/^(?:on|at|over) (?=\D)/, '')
    // Chrono throws out what looks like a decimal number.
    .replace(/^\d{1,2}\.\d{1,2}$/, '$&.');
  const whole = findDays(words, today, habits, true).find(
    ({ from, to }) => from === 0 && to === words.length,
  );
  return whole?.readings ?? whole?.day ?? null;
}

/**
 * Finds every day in a text of small letters and single spaces, from left to right, without overlaps.
 * @param isWhole whether the text should be nothing but a day: a bare month or "5.11" counts then
 */
export function findDays(text: string, today: Day, habits: Habits, isWhole = false): DayFound[] {
  const own: DayFound[] = [];
  const reader = chrono.casual.clone();
  reader.parsers.unshift(...forms(today, habits, isWhole).map((form) => parserOf(form, own)));
  reader.refiners.push({
    refine: (_, results) => {
      for (const { index: from, text: words, end } of results)
        if (end) own.push({ from, to: from + words.length, day: null, problem: 'range' });
      return results.filter((one) => isOneDay(one));
    },
  });
  const [year = 0, month = 0, date = 0] = today.split('-').map(Number);
  const read = reader
    .parse(text, new Date(year, month - 1, date, 12))
    .map(({ index, text, start }) => ({
      // "from 60 pages to 12 last wed": the number is no time.
      from: index + (/^\d{1,2} (?=(?:last|this|next|past|previous) )/.exec(text)?.[0].length ?? 0),
      // Chrono takes in the comma after a weekday, and would so win over a form of our own.
      to: index + text.replace(/[\s,.;:]+$/, '').length,
      day: makeDay(start.get('year') ?? 0, start.get('month') ?? 0, start.get('day') ?? 0),
      problem: null,
    }));
  const longest = [...own, ...read].sort(
    (a, b) =>
      a.from - b.from || b.to - a.to || Number(b.problem !== null) - Number(a.problem !== null),
  );
  const found: DayFound[] = [];
  for (const one of longest) {
    const last = found.at(-1);
    if (last === undefined || one.from >= last.to) found.push(one);
    else if (one.to - one.from > last.to - last.from) found[found.length - 1] = one;
  }
  return found;
}

interface Form {
  pattern: RegExp;
  read: (...groups: Array<string | undefined>) => Reading;
}

/** Every shape of a day that is read here; chrono's own parsers come after them. */
function forms(today: Day, { leaning, order }: Habits, isWhole: boolean): Form[] {
  const form = (source: string, read: Form['read']): Form => ({
    pattern: new RegExp(`${BEFORE}(?:${source})${AFTER}(?![a-z0-9])`),
    read,
  });
  const vague = (): Reading => ({ problem: 'vague' });
  const range = (): Reading => ({ problem: 'range' });
  const lacking = (day: Day | null): Reading => day ?? { problem: 'lacking' };
  return [
    form('(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})', (y, _, m, d) =>
      lacking(makeDay(Number(y), Number(m), Number(d))),
    ),
    form('(\\d{1,2})([/.-])(\\d{1,2})\\2(\\d{4}|\\d{2})', (a, mark, b, y) =>
      numeric(Number(a), Number(b), mark, fullYear(y ?? '')),
    ),
    form('(\\d{1,2})\\. (\\d{1,2})\\.(?: ?(\\d{4}))?', (a, b, y) =>
      numeric(Number(a), Number(b), '.', y === undefined ? undefined : Number(y)),
    ),
    form(isWhole ? '(\\d{1,2})\\.(\\d{1,2})\\.?' : '(\\d{1,2})\\.(\\d{1,2})\\.', (a, b) =>
      numeric(Number(a), Number(b), '.', undefined),
    ),
    form('(\\d{1,2})/(\\d{1,2})', (a, b) => numeric(Number(a), Number(b), '/', undefined)),
    form(`(?:the )?${DATE} ?(?:-|–|to) ?(?:the )?${DATE}(?: of)?[ -]${MONTH}`, range),
    form(`${MONTH} ${DATE} ?(?:-|–|to) ?${DATE}`, range),
    form(
      `(?:${WEEKDAY},? )?(?:the )?${DATE}(?: of)?[ -]${MONTH}(?:[ ,-]{1,2}(\\d{4}))?`,
      (w, d, m, y) => named(w, m, d, y),
    ),
    form(`(?:${WEEKDAY},? )?${MONTH} (?:the )?${DATE}${YEAR}`, (w, m, d, y) => named(w, m, d, y)),
    form(`${WEEKDAY},? (?:the )?(\\d{1,2})(?:st|nd|rd|th)`, (w, d) => {
      return lacking(weekdayDate(numberOf(w), Number(d), today));
    }),
    form('(?:the )?(\\d{1,2})(?:st|nd|rd|th)?,? (?:of |in )?(last|this|next) month', (d, side) =>
      lacking(makeDay(...yearAndMonth(side), Number(d))),
    ),
    form(
      `(?:the )?${NTH} ${WEEKDAY}${PART} (?:of|in) (?:(last|this|next) month|${MONTH}${YEAR})`,
      (nth, w, side, m, y) => nthWeekday(nth, w, side, m, y),
    ),
    form(
      `(?:in |during )?(?:the )?${NTH} (?:week|half|days|fortnight|weekend) (?:of|in) (?:(?:the )?(?:last|this|next) (?:month|year)|${MONTH}${YEAR})`,
      vague,
    ),
    form(`${isWhole ? '(?:the )?' : 'the '}(\\d{1,2})(?:st|nd|rd|th)`, (d) =>
      lacking(dateOfMonth(Number(d), today, leaning)),
    ),
    form(`${COUNT} ${WEEKDAY}s? (?:ago|back)`, (count, w) => {
      const back = (weekdayIndex(today) - numberOf(w) + 7) % 7 || 7;
      return addDays(today, -(back + 7 * (countOf(count) - 1)));
    }),
    form(`${WEEKDAY}${PART},? (?:of )?(?:the )?${SIDE} week`, (w, side) => ofWeek(w, side)),
    form(`${SIDE} week,? (?:on )?(?:the )?${WEEKDAY}${PART}`, (side, w) => ofWeek(w, side)),
    form(`${WEEKDAY}${PART},? (?:of )?the week before last`, (w) =>
      addDays(dayOfWeek(numberOf(w), 'last', today), -7),
    ),
    form(`${WEEKDAY}${PART},? (?:(?:of|in) )?${WEEK_NUMBER}`, (w, week, y) => inWeek(w, week, y)),
    form(`${WEEK_NUMBER}${PART},? (?:on )?${WEEKDAY}${PART}`, (week, y, w) => inWeek(w, week, y)),
    form(
      `${WEEKDAY}${PART},? (?:${COUNT} (?:weeks?|wks?)|(a) fortnight) (?:ago|back)`,
      (w, count, f) =>
        addDays(dayOfWeek(numberOf(w), 'this', today), -7 * (f === undefined ? countOf(count) : 2)),
    ),
    form(
      `${COUNT} (?:weeks?|wks?) (?:ago|back),? (on )?(?:the )?${WEEKDAY}${PART}`,
      (count, on, w) => {
        const back = -7 * countOf(count);
        const week = addDays(dayOfWeek(numberOf(w), 'this', today), back);
        const day = addDays(weekdayOn(numberOf(w), 'last', today, leaning), back);
        if (on !== undefined || week === day) return week;
        return { problem: 'ambiguous', readings: [day, week] };
      },
    ),
    form(`(?:the )?${WEEKDAY}${PART} before last`, (w) =>
      addDays(weekdayOn(numberOf(w), 'last', today, leaning), -7),
    ),
    form(`(?:(?:the )?${SIDE} )?${WEEKDAY}${PART}(?: just gone)?`, (side, w) =>
      weekdayOn(numberOf(w), sideOf(side), today, leaning),
    ),
    form(`in ${COUNT} ?${UNIT}(?: time)?`, (count, unit) => moved(countOf(count), unit)),
    form(`${COUNT} ?${UNIT} (ago|back|from (?:now|today))`, (count, unit, way) =>
      moved((way ?? '').startsWith('from') ? countOf(count) : -countOf(count), unit),
    ),
    form('the week before last', () => addDays(today, -14)),
    form('(last|past|previous|next) (week|month|year)', (side, unit) =>
      moved(side === 'next' ? 1 : -1, unit),
    ),
    form(`(?:${SIDE} |the )?week-?end`, weekend),
    form(`(today|this)(?: early)?(?: morning| lunchtime| afternoon| evening| week)?`, (w) =>
      w === 'today' ? today : undefined,
    ),
    form(
      'tonight|this (?:very )?(?:early )?(?:morning|lunchtime|lunch|afternoon|evening|week)',
      () => today,
    ),
    form('(?:earlier|later) today', () => today),
    form(`(?:yesterday|yday)${PART}|last (?:night|evening)`, () => addDays(today, -1)),
    form(`(?:tomorrow|tmrw)${PART}`, () => addDays(today, 1)),
    form('(?:the )?day before yesterday|the night before last', () => addDays(today, -2)),
    form('(?:the )?day after tomorrow', () => addDays(today, 2)),
    form(`(in|last|this|next) ${MONTH}${YEAR}`, (word, m, y) => month(word, m, y)),
    form(`${MONTH} (\\d{4})`, (m, y) => month(undefined, m, y)),
    ...(isWhole ? [form(MONTH, (m) => month(undefined, m, undefined))] : []),
    form(`in (?:19|20)\\d{2}|(?:in|during|of) ${WEEK_NUMBER}`, vague),
    form('the other (?:day|week|night|evening|morning)', vague),
    form(`(?:a few|some|several|many|a while|ages) ?${UNIT}? ?(?:ago|back)`, vague),
    form('(?:earlier|later) (?:this|last) (?:week|month|year)', vague),
    form(`(?:early|mid|late)[ -](?:(?:this|last|next) (?:week|month|year)|${MONTH})`, vague),
    form('(?:last|past) (?:quarter|term|semester|spring|summer|autumn|fall|winter)', vague),
    form(`(?:the )?(?:last|past|next) ${COUNT} ${UNIT}`, vague),
  ];

  function numeric(a: number, b: number, mark = '', year: number | undefined): Reading {
    const read = (date: number, month: number) => inYear(month, date, year, today, leaning);
    if (mark === '.') return lacking(read(a, b));
    const [dayFirst, monthFirst] = [read(a, b), read(b, a)];
    if (dayFirst === null || monthFirst === null || dayFirst === monthFirst)
      return lacking(dayFirst ?? monthFirst);
    if (order === null) return likelier([dayFirst, monthFirst], year === undefined);
    return order === 'day-first' ? dayFirst : monthFirst;
  }

  /** Of "11/12", the reading on the right side of today where the other, in its nearest year, is on the wrong one. */
  function likelier(readings: [Day, Day], isOpen: boolean): Reading {
    const isRight = (day: Day) => (leaning === 'past' ? day <= today : day > today);
    const fitting = readings.filter((day) =>
      isRight(isOpen ? nearestYear(day, today, leaning) : day),
    );
    return fitting.length === 1 ? fitting[0] : { problem: 'ambiguous', readings };
  }

  function named(w?: string, m = '', d = '', y?: string): Reading {
    const day = inYear(
      monthOf(m),
      Number(d),
      y === undefined ? undefined : Number(y),
      today,
      leaning,
    );
    return day === null || (w !== undefined && weekdayIndex(day) !== numberOf(w))
      ? { problem: 'lacking' }
      : day;
  }

  /** A weekday of a numbered week, of the year on the right side of today where none is given. */
  function inWeek(w?: string, week?: string, year?: string): Reading {
    const of = (one: number) => dayOfNumberedWeek(one, Number(week), numberOf(w));
    if (year !== undefined) return lacking(of(Number(year)));
    const day = of(yearOf(today));
    const isRight = day !== null && (leaning === 'past' ? day <= today : day > today);
    return lacking(isRight ? day : of(yearOf(today) + (leaning === 'past' ? -1 : 1)));
  }

  /** The year and month that "last month" is in. */
  function yearAndMonth(side?: string): [year: number, month: number] {
    const by = side === 'last' ? -1 : side === 'next' ? 1 : 0;
    const [year = 0, month = 0] = addMonths(`${today.slice(0, 8)}01`, by)
      .split('-')
      .map(Number);
    return [year, month];
  }

  /** "The second Tuesday of October", of the year on the right side of today where none is given. */
  function nthWeekday(nth = '', w?: string, side?: string, m?: string, y?: string): Reading {
    const inMonth = (year: number, month: number): Day | null => {
      const first = makeDay(year, month, 1);
      if (first === null) return null;
      const start = addDays(first, (numberOf(w) - weekdayIndex(first) + 7) % 7);
      const place = nthOf(nth);
      const last = [28, 21]
        .map((days) => addDays(start, days))
        .find((day) => day.slice(0, 7) === start.slice(0, 7));
      const day = place === null ? (last ?? start) : addDays(start, 7 * (place - 1));
      return day.slice(0, 7) === start.slice(0, 7) ? day : null;
    };
    if (m === undefined) return lacking(inMonth(...yearAndMonth(side)));
    const month = monthOf(m);
    if (y !== undefined) return lacking(inMonth(Number(y), month));
    const day = inMonth(yearOf(today), month);
    const isRight = day !== null && (leaning === 'past' ? day <= today : day > today);
    return lacking(isRight ? day : inMonth(yearOf(today) + (leaning === 'past' ? -1 : 1), month));
  }

  function ofWeek(w?: string, side?: string): Reading {
    return dayOfWeek(numberOf(w), sideOf(side), today);
  }

  /** The Saturday of a weekend, or today where it is one: "at the weekend" is the last one. */
  function weekend(word?: string): Reading {
    const side = sideOf(word);
    const isNow = [0, 6].includes(weekdayIndex(today));
    const saturday = addDays(today, -((weekdayIndex(today) + 1) % 7));
    if (side === 'next' || (leaning === 'future' && side !== 'last')) return addDays(saturday, 7);
    if (side === 'last') return isNow ? addDays(saturday, -7) : saturday;
    return isNow ? today : saturday;
  }

  function moved(count: number, unit = ''): Reading {
    if (/^d/.test(unit)) return addDays(today, count);
    if (/^w/.test(unit)) return addDays(today, 7 * count);
    if (/^f/.test(unit)) return addDays(today, 14 * count);
    return lacking(months(today, count * (/^y/.test(unit) ? 12 : 1)));
  }

  /** A month alone is its first day. */
  function month(word?: string, name = '', year?: string): Reading {
    const wanted = monthOf(name);
    if (year !== undefined) return lacking(makeDay(Number(year), wanted, 1));
    if (word === 'this') return lacking(makeDay(yearOf(today), wanted, 1));
    if (word === 'next') return lacking(inYear(wanted, 1, undefined, today, 'future'));
    // In November, "last november" is a year ago.
    const from = word === 'last' ? addDays(`${today.slice(0, 8)}01`, -1) : today;
    return lacking(inYear(wanted, 1, undefined, from, word === 'last' ? 'past' : leaning));
  }
}

function parserOf({ pattern, read }: Form, own: DayFound[]): chrono.Parser {
  return {
    pattern: () => pattern,
    extract: (context, match) => {
      const from = match.index ?? 0;
      const before = context.text[from - 1] ?? ' ';
      if (/[\p{L}\p{N}/.-]/u.test(before)) return null;
      const reading = read(...match.slice(1));
      if (reading === undefined) return null;
      const isDay = typeof reading === 'string';
      const found = isDay ? { day: reading, problem: null } : { day: null, ...reading };
      own.push({ from, to: from + match[0].length, ...found });
      if (!isDay) return null;
      // Chrono has it too, so that it can see "monday to friday".
      const [year = 0, month = 0, day = 0] = reading.split('-').map(Number);
      return context.createParsingComponents({ year, month, day });
    },
  };
}

/** What chrono finds counts where it is one certain day: no time alone, no span, no month, no digits that it reads its own way. */
function isOneDay({ start, end, text }: chrono.ParsedResult): boolean {
  if (end || /^[\d\W]+$/.test(text) !== /^\d{4}[-/.]\d|^\d{1,2}[-/.]\d/.test(text)) return false;
  if (/^(?:the )?(?:past|last|next) (?:\d|day)/.test(text)) return false;
  const isSet = (part: chrono.Component) => start.isCertain(part);
  return (isSet('day') || isSet('weekday')) && !start.isCertain('timezoneOffset');
}

function fullYear(typed: string): number {
  if (typed.length === 4) return Number(typed);
  return Number(typed) + (Number(typed) > 50 ? 1900 : 2000);
}

function countOf(typed = ''): number {
  if (/^\d/.test(typed)) return Number(typed);
  if (typed.includes('couple')) return 2;
  return Math.max(1, COUNTS.indexOf(typed));
}

/** Null for the last. */
function nthOf(typed: string): number | null {
  if (typed === 'last') return null;
  return /^\d/.test(typed)
    ? Number(typed.charAt(0))
    : 'first second third fourth fifth'.split(' ').indexOf(typed) + 1;
}

function sideOf(typed: string | undefined): Side | undefined {
  if (typed === undefined) return undefined;
  if (/last|past|previous/.test(typed)) return 'last';
  return typed === 'this' ? 'this' : 'next';
}

function monthOf(name: string): number {
  return 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ').indexOf(name.slice(0, 3)) + 1;
}
