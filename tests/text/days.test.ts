import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  ago,
  daysBetween,
  formatDay,
  formatGap,
  isDay,
  monthLoosely,
  monthName,
  toDate,
  toDay,
  weekdayIndex,
  weekdayName,
} from '../../src/text/days.ts';

const days = fc
  .date({
    min: new Date('1970-01-02T12:00:00Z'),
    max: new Date('2105-12-30T12:00:00Z'),
    noInvalidDate: true,
  })
  .map((date) => date.toISOString().slice(0, 10));

describe('days', () => {
  it.each([
    ['2026-02-28', true],
    ['2028-02-29', true],
    ['2026-02-29', false],
    ['2026-02-30', false],
    ['2026-13-01', false],
    ['2026-00-10', false],
    ['2026-1-1', false],
    ['20260101', false],
    ['2026-01-01T00:00', false],
    ['', false],
    ['yesterday', false],
  ])('%s is a day: %s', (text, is) => {
    expect(isDay(text)).toBe(is);
  });

  it('are counted across months, leap days and clock changes', () => {
    expect(addDays('2026-02-28', 1)).toBe('2026-03-01');
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
    expect(addDays('2026-03-07', 2)).toBe('2026-03-09');
    expect(daysBetween('2026-03-07', '2026-03-09')).toBe(2);
    expect(daysBetween('2026-11-02', '2026-10-31')).toBe(-2);
    expect(weekdayIndex('2026-11-22')).toBe(0);
    expect(weekdayName('2026-11-20')).toBe('Friday');
  });

  it('are moved by months, up to the last day of a shorter month', () => {
    expect(addMonths('2026-11-22', 12)).toBe('2027-11-22');
    expect(addMonths('2026-11-22', -12)).toBe('2025-11-22');
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2028-01-31', 1)).toBe('2028-02-29');
    expect(addMonths('2026-12-31', 2)).toBe('2027-02-28');
    expect(addMonths('2026-03-31', -4)).toBe('2025-11-30');
  });

  it('are added and counted consistently', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -4000, max: 4000 }), (day, count) => {
        const other = addDays(day, count);
        expect(isDay(other)).toBe(true);
        expect(daysBetween(day, other)).toBe(count);
        expect(other < day).toBe(count < 0);
        expect(toDay(toDate(day))).toBe(day);
      }),
    );
  });

  it.each([
    [0, 'today'],
    [1, 'yesterday'],
    [2, '2 days ago'],
    [13, '13 days ago'],
    [14, '2 weeks ago'],
    [59, '8 weeks ago'],
    [60, '2 months ago'],
    [364, '11 months ago'],
    [365, 'over a year ago'],
    [730, 'over 2 years ago'],
  ])('%i days are %s', (count, words) => {
    expect(ago(addDays('2026-11-22', -count), '2026-11-22')).toBe(words);
  });

  it.each([
    [27, null],
    [28, 'a month'],
    [37, 'a month'],
    [38, 'six weeks'],
    [52, 'six weeks'],
    [53, 'two months'],
    [76, 'two months'],
    [77, 'three months'],
    [122, 'four months'],
    [152, 'five months'],
    [183, 'six months'],
    [213, 'seven months'],
    [244, 'eight months'],
    [274, 'nine months'],
    [304, 'ten months'],
    [330, 'eleven months'],
    [364, 'eleven months'],
    [365, 'more than a year'],
    [729, 'more than a year'],
    [730, 'more than two years'],
    [1094, 'more than two years'],
    [1095, 'more than three years'],
    [4015, 'more than eleven years'],
    [4380, 'more than ten years'],
    [6000, 'more than ten years'],
  ])('a gap of %i days is %s', (count, words) => {
    expect(formatGap(count)).toBe(words);
  });

  it.each([
    ['2026-11-01', '2026-11-22', 'earlier this month'],
    ['2026-10-31', '2026-11-22', 'last month'],
    ['2026-09-30', '2026-11-22', 'in September'],
    ['2026-01-27', '2026-11-22', 'in January'],
    ['2026-01-26', '2026-11-22', 'in January 2026'],
    ['2025-12-31', '2026-11-22', 'in December last year'],
    ['2025-11-22', '2026-11-22', 'in November last year'],
    ['2024-12-31', '2026-11-22', 'in December 2024'],
    ['2025-12-20', '2026-01-10', 'last month'],
    ['2025-11-20', '2026-01-10', 'in November'],
  ])('%s, seen on %s, was %s', (day, today, words) => {
    expect(monthLoosely(day, today)).toBe(words);
  });

  it('are shown with month and weekday names', () => {
    const months = Array.from({ length: 12 }, (_, index) =>
      monthName(`2026-${String(index + 1).padStart(2, '0')}-01`),
    );
    expect(months.join(' ')).toBe(
      'January February March April May June July August September October November December',
    );
    const week = Array.from({ length: 7 }, (_, index) => weekdayName(`2026-11-${22 + index}`));
    expect(week.join(' ')).toBe('Sunday Monday Tuesday Wednesday Thursday Friday Saturday');
  });

  it('show their year only if it differs', () => {
    expect(formatDay('2026-11-20', '2026-11-22')).toBe('Fri 20 Nov');
    expect(formatDay('2024-11-20', '2026-11-22')).toBe('Wed 20 Nov 2024');
  });
});
