import fc from 'fast-check';
import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { parseRecurrence, recurrenceDays } from '../../../src/import/calendar/recurrence.ts';

import { dayFromNumber, dayNumber } from '../../../src/text/days.ts';

function days(
  rule: string,
  start: string,
  from = start,
  to = '2026-11-22',
  work = 1_000_000,
): string[] {
  const parsed = parseRecurrence(rule);
  if (parsed === null) throw new Error(`no rule: ${rule}`);
  const window = { from: dayNumber(from), to: dayNumber(to), until: Number.POSITIVE_INFINITY };
  return recurrenceDays(parsed, dayNumber(start), window, { days: work }).map(dayFromNumber);
}

/** The days according to ical.js, an independent implementation of RFC 5545. */
function reference(rule: string, start: string, to: string): string[] {
  const found: string[] = [];
  const iterator = ICAL.Recur.fromString(rule).iterator(ICAL.Time.fromDateString(start));
  for (let time = iterator.next(); time && time.toString() <= to; time = iterator.next())
    found.push(time.toString());
  return found;
}

test.each([
  ['FREQ=DAILY;INTERVAL=3;COUNT=5', '2024-01-30'],
  ['FREQ=DAILY;BYDAY=MO,TU,WE', '2024-01-01'],
  ['FREQ=WEEKLY;BYDAY=MO,WE;INTERVAL=2', '2024-01-03'],
  ['FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=TU,SU', '1997-08-05'],
  ['FREQ=WEEKLY', '2024-02-29'],
  ['FREQ=MONTHLY;BYMONTHDAY=31', '2024-01-31'],
  ['FREQ=MONTHLY;BYMONTHDAY=-1', '2024-01-31'],
  ['FREQ=MONTHLY;BYDAY=2TU', '2024-01-09'],
  ['FREQ=MONTHLY;BYDAY=-1FR;COUNT=7', '2024-01-26'],
  ['FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1', '2024-01-31'],
  ['FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13', '2024-09-13'],
  ['FREQ=YEARLY', '2020-03-15'],
  ['FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU', '2020-03-29'],
  ['FREQ=YEARLY;BYMONTH=6,7', '2020-06-10'],
])('%s from %s gives the same days as ical.js', (rule, start) => {
  const to = dayFromNumber(dayNumber(start) + 1_500);
  const expected = reference(rule, start, to);
  expect(expected.length).toBeGreaterThan(3);
  expect(days(rule, start, start, to)).toEqual(expected);
});

test('the twentieth Monday of the year follows RFC 5545', () => {
  expect(days('FREQ=YEARLY;BYDAY=20MO;COUNT=3', '1997-05-19')).toEqual([
    '1997-05-19',
    '1998-05-18',
    '1999-05-17',
  ]);
});

test('the 29th of February comes every four years, and the 30th never', () => {
  expect(days('FREQ=YEARLY', '2016-02-29')).toEqual(['2016-02-29', '2020-02-29', '2024-02-29']);
  expect(days('FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', '2020-01-01')).toEqual(['2020-01-01']);
});

test('a window far from the start sees the same days', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'),
      fc.integer({ min: 1, max: 5 }),
      fc.integer({ min: 0, max: 12_000 }),
      (freq, interval, start) => {
        const rule = `FREQ=${freq};INTERVAL=${interval}`;
        const day = dayFromNumber(start);
        const later = days(rule, day, '2015-01-01', '2016-12-31');
        const all = days(rule, day, '2014-06-01', '2016-12-31');
        expect(later).toEqual(all.filter((one) => one >= '2015-01-01'));
      },
    ),
  );
});

test.each([
  'FREQ=DAILY;COUNT=1000000000',
  'FREQ=DAILY;INTERVAL=1000000000000',
  'FREQ=WEEKLY;INTERVAL=1000000000;BYDAY=MO',
  'FREQ=MONTHLY;INTERVAL=99999999',
  'FREQ=YEARLY;INTERVAL=99999999',
  'FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=2',
  'FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO',
  'FREQ=YEARLY;BYYEARDAY=366;COUNT=1000000000',
])('%s ends after at most a thousand days', (rule) => {
  expect(days(rule, '1900-01-01', '1900-01-01', '2199-12-31').length).toBeLessThanOrEqual(1_000);
});

test('work is limited for a file as a whole', () => {
  expect(days('FREQ=DAILY', '2024-01-01', '2024-01-01', '2026-01-01', 10).length).toBeLessThan(12);
});

test.each(['FREQ=SECONDLY', 'FREQ=HOURLY;COUNT=3', 'COUNT=3', '', 'FREQ=DAILY;INTERVAL=-1'])(
  '%j is not a supported rule',
  (rule) => {
    expect(parseRecurrence(rule)).toBeNull();
  },
);
