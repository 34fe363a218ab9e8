import type { Day } from '../model.ts';

/** Prefixes in eight languages. */
const MONTHS: ReadonlyArray<readonly [RegExp, number]> = [
  [/^(jan|jän|ene|gen)/, 1],
  [/^(feb|fév|fev)/, 2],
  [/^(mar|mär|mrz|mrt|maa)/, 3],
  [/^(apr|avr|abr)/, 4],
  [/^(may|mai|mei|mag|maj)/, 5],
  [/^(jun|juin|giu)/, 6],
  [/^(jul|juil|lug)/, 7],
  [/^(aug|aoû|aou|ago)/, 8],
  [/^(sep|set)/, 9],
  [/^(oct|okt|ott|out)/, 10],
  [/^(nov)/, 11],
  [/^(dec|déc|dez|dic|des)/, 12],
];

/** Order of day and month in a date such as 5/1/2024. */
export type DateOrder = 'month-first' | 'day-first';

/** Formats a day; undefined if it doesn't exist or isn't in 1900 to 2199. */
export function dayOf(year: number, month: number, date: number): Day | undefined {
  if (!(year >= 1900 && year < 2200 && month >= 1 && month <= 12 && date >= 1)) return undefined;
  if (date > new Date(Date.UTC(year, month, 0)).getUTCDate()) return undefined;
  return `${year}-${month < 10 ? '0' : ''}${month}-${date < 10 ? '0' : ''}${date}`;
}

/**
 * Parses a date from LinkedIn, a spreadsheet or an address book: `05 Jan 2024`, `5-Jan-24`, `Jan 5,
 * 2024`, `2024-01-05 09:12:33 UTC`, `2024/01/05`, `16.09.2021`, `1/5/24, 9:12 AM`. Ignores the
 * time; applies no time zone.
 */
export function readDay(text: string, order: DateOrder = 'month-first'): Day | undefined {
  const date = text.trim();
  let found = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/.exec(date);
  if (found !== null) return dayOf(Number(found[1]), Number(found[2]), Number(found[3]));
  found = /^(\d{1,2})\.?[-/ ]?\s*(\p{L}{3,})\.?[-/ ,]*(\d{4}|\d{2})(?!\d)/u.exec(date);
  if (found !== null) return dayOf(fullYear(found[3]), monthNumber(found[2]), Number(found[1]));
  found = /^(\p{L}{3,})\.? (\d{1,2}),? +(\d{4})(?!\d)/u.exec(date);
  if (found !== null) return dayOf(Number(found[3]), monthNumber(found[1]), Number(found[2]));
  found = /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4}|\d{2})(?!\d)/.exec(date);
  if (found !== null) return dayOf(fullYear(found[3]), Number(found[2]), Number(found[1]));
  found = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})(?!\d)/.exec(date);
  if (found === null) return undefined;
  const [first, second, year] = [Number(found[1]), Number(found[2]), fullYear(found[3])];
  return order === 'day-first' ? dayOf(year, second, first) : dayOf(year, first, second);
}

/** Detects the order of a date; undefined if both are possible. */
export function orderOf(text: string): DateOrder | undefined {
  const found = /^\s*(\d{1,2})[/-](\d{1,2})[/-]\d{2}/.exec(text);
  if (found === null) return undefined;
  if (Number(found[1]) > 12) return 'day-first';
  return Number(found[2]) > 12 ? 'month-first' : undefined;
}

/** Parses a month or year as sortable text: `2018-06`, `2018-00`. */
export function readMonth(text: string): string | undefined {
  const found = /^(?:(\p{L}{3,})\.? )?(\d{4})$/u.exec(text.trim());
  if (found === null) return undefined;
  return `${found[2]}-${String(found[1] === undefined ? 0 : monthNumber(found[1])).padStart(2, '0')}`;
}

function monthNumber(name = ''): number {
  const lower = name.toLowerCase();
  return MONTHS.find(([pattern]) => pattern.test(lower))?.[1] ?? 0;
}

/** Two-digit years are this century: LinkedIn opened in 2003. */
function fullYear(text = ''): number {
  return text.length === 2 ? 2000 + Number(text) : Number(text);
}
