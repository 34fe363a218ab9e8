import { describe, expect, it } from 'vitest';
import { isNarrow, mergeGroups, perspectivesOf } from '../../../src/coach/review/perspectives.ts';
import { monthEnds, warmthOf } from '../../../src/coach/review/warmth.ts';

describe('the warmth of a tie', () => {
  it.each([
    ['2026-11-22', 'warm'],
    ['2026-10-23', 'warm'],
    ['2026-10-22', 'cooling'],
    ['2026-08-24', 'cooling'],
    ['2026-08-23', 'quiet'],
    [null, 'quiet'],
  ])('with the last contact on %s is %s', (touch, warmth) => {
    expect(warmthOf(touch, '2026-11-22')).toBe(warmth);
  });

  it('is measured on twelve days, across a leap year and the turn of the year', () => {
    expect(monthEnds('2028-03-31')).toEqual([
      '2027-04-30',
      '2027-05-31',
      '2027-06-30',
      '2027-07-31',
      '2027-08-31',
      '2027-09-30',
      '2027-10-31',
      '2027-11-30',
      '2027-12-31',
      '2028-01-31',
      '2028-02-29',
      '2028-03-31',
    ]);
    expect(monthEnds('2026-03-01').slice(-3)).toEqual(['2026-01-31', '2026-02-28', '2026-03-01']);
  });
});

describe('perspectives', () => {
  const group = (name: string, total: number, connected: number) => ({ name, total, connected });

  it('merge spellings of the same name under the most common one', () => {
    expect(
      mergeGroups([group('billing', 1, 1), group('Billing', 5, 2), group('Design', 4, 0)]),
    ).toEqual([group('Billing', 6, 3), group('Design', 4, 0)]);
  });

  it('are narrow when more than half of the connections come from one team', () => {
    const half = [group('Billing', 9, 3), group('Design', 3, 3)];
    expect(isNarrow(perspectivesOf(half, []))).toBe(false);
    const most = [group('Billing', 9, 4), group('Design', 9, 3)];
    expect(perspectivesOf(most, [group('Northwind', 18, 7)])).toEqual({
      teams: 2,
      companies: 1,
      main: { team: 'Billing', share: 4 / 7 },
    });
    expect(isNarrow(perspectivesOf(most, []))).toBe(true);
  });

  it('say nothing about four people, or about one team among many', () => {
    expect(perspectivesOf([group('Billing', 4, 4)], []).main).toBeNull();
    const many = Array.from({ length: 10 }, (_, index) => group(`Team ${index}`, 5, 1));
    expect(perspectivesOf(many, []).main).toBeNull();
  });
});
