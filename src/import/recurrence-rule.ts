const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];

export interface Recurrence {
  freq: 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY';
  interval: number;
  count: number | null;
  /** As written: `20240311T225959Z` or `20240311`. */
  until: string | null;
  weekStart: number;
  /** Weekdays, with the place in the month or year, 0 for every one. */
  byDay: Array<{ place: number; weekday: number }>;
  byMonthDay: number[];
  byYearDay: number[];
  byWeek: number[];
  byMonth: number[];
  bySetPos: number[];
}

/** Reads an RRULE; null for one that makes no sense or repeats within a day. */
export function parseRecurrence(rule: string): Recurrence | null {
  const parts = new Map(
    rule.split(';').map((part) => {
      const [name = '', value = ''] = part.split('=', 2);
      return [name.trim().toUpperCase(), value.trim().toUpperCase()] as const;
    }),
  );
  const freq = parts.get('FREQ');
  if (freq !== 'DAILY' && freq !== 'WEEKLY' && freq !== 'MONTHLY' && freq !== 'YEARLY') return null;
  const numbers = (name: string, most: number) =>
    (parts.get(name) ?? '')
      .split(',')
      .map(Number)
      .filter((n) => Number.isInteger(n) && n !== 0 && Math.abs(n) <= most);
  const [interval = 1] = numbers('INTERVAL', 1e12);
  const [count = null] = numbers('COUNT', 1e12);
  if (interval < 1 || (count !== null && count < 1)) return null;
  return {
    freq,
    // Beyond any window, and still a number that dates can be counted with.
    interval: Math.min(interval, 100_000),
    count,
    until: parts.get('UNTIL') || null,
    weekStart: Math.max(0, WEEKDAYS.indexOf(parts.get('WKST') ?? 'MO')),
    byDay: (parts.get('BYDAY') ?? '').split(',').flatMap((text) => {
      const found = /^([+-]?\d{0,2})(SU|MO|TU|WE|TH|FR|SA)$/.exec(text.trim());
      return found === null
        ? []
        : [{ place: Number(found[1] || 0), weekday: WEEKDAYS.indexOf(found[2] ?? '') }];
    }),
    byMonthDay: numbers('BYMONTHDAY', 31),
    byYearDay: numbers('BYYEARDAY', 366),
    byWeek: numbers('BYWEEKNO', 53),
    byMonth: numbers('BYMONTH', 12).filter((month) => month > 0),
    bySetPos: numbers('BYSETPOS', 366),
  };
}
