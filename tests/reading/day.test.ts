import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { Failure } from '../../src/failure.ts';
import { localeOrder, parseDay, parsePastDay } from '../../src/reading/day.ts';
import { addDays } from '../../src/text/days.ts';

/** A Sunday. */
const TODAY = '2026-11-22';

async function refusal(reading: Promise<unknown>): Promise<Failure> {
  const error = await reading.then(
    (day) => new Error(`read as ${day}`),
    (error: unknown) => error,
  );
  expect(error).toBeInstanceOf(Failure);
  return error as Failure;
}

describe('parseDay', () => {
  it.each([
    ['2026-11-20', '2026-11-20'],
    ['2026-1-5', '2026-01-05'],
    ['2024-02-29', '2024-02-29'],
    ['2026/11/20', '2026-11-20'],
    ['today', '2026-11-22'],
    [' Yesterday ', '2026-11-21'],
    ['tomorrow', '2026-11-23'],
    ['the day before yesterday', '2026-11-20'],
    ['day before yesterday', '2026-11-20'],
    ['3 days ago', '2026-11-19'],
    ['3  days   ago', '2026-11-19'],
    ['3d ago', '2026-11-19'],
    ['a couple of days ago', '2026-11-20'],
    ['two weeks ago', '2026-11-08'],
    ['a fortnight ago', '2026-11-08'],
    ['a month ago', '2026-10-22'],
    ['a year ago', '2025-11-22'],
    ['last week', '2026-11-15'],
    ['last month', '2026-10-22'],
    ['friday', '2026-11-20'],
    ['on Friday', '2026-11-20'],
    ['last friday', '2026-11-20'],
    ['friday night', '2026-11-20'],
    ['sunday', '2026-11-22'],
    ['last sunday', '2026-11-15'],
    ['this monday', '2026-11-16'],
    ['tues', '2026-11-17'],
    ['Tues.', '2026-11-17'],
    ['thurs', '2026-11-19'],
    ['thur', '2026-11-19'],
    ['this weekend', '2026-11-22'],
    ['last tues', '2026-11-17'],
    ['last night', '2026-11-21'],
    ['this morning', '2026-11-22'],
    ['nov 20', '2026-11-20'],
    ['Nov. 20th', '2026-11-20'],
    ['nov 23', '2025-11-23'],
    ['5 November', '2026-11-05'],
    ['the 5th of november', '2026-11-05'],
    ['november 5, 2025', '2025-11-05'],
    ['5-Nov-2025', '2025-11-05'],
    ['thursday, nov 5', '2026-11-05'],
    ['feb 29', '2024-02-29'],
    ['in march', '2026-03-01'],
    ['march 2025', '2025-03-01'],
    ['december', '2025-12-01'],
    ['last november', '2025-11-01'],
    ['the 5th', '2026-11-05'],
    ['5th', '2026-11-05'],
    ['20. November', '2026-11-20'],
    ['20. Nov 2025', '2025-11-20'],
    ['5. 11. 2025', '2025-11-05'],
    ['5. 11.', '2026-11-05'],
    ['previous monday', '2026-11-16'],
    ['this past sunday', '2026-11-15'],
    ['the previous friday', '2026-11-20'],
    ['previous week', '2026-11-15'],
    ['monday the previous week', '2026-11-09'],
    ['the friday before last', '2026-11-13'],
    ['the 12th of last month', '2026-10-12'],
    ['the 3rd of this month', '2026-11-03'],
    ['12th last month', '2026-10-12'],
    ['the first monday of october', '2026-10-05'],
    ['the 2nd tuesday in december', '2025-12-09'],
    ['the last friday of last month', '2026-10-30'],
    ['friday evening before last', '2026-11-13'],
    ['the 31st', '2026-10-31'],
    ['05.11.2025', '2025-11-05'],
    ['5.11.25', '2025-11-05'],
    ['5.11.', '2026-11-05'],
    ['13/11', '2026-11-13'],
    ['yesterday at 5pm', '2026-11-21'],
    ['monday 9am', '2026-11-16'],
    ['9am on monday', '2026-11-16'],
    ['monday last week', '2026-11-09'],
    ['last week on friday', '2026-11-13'],
    ['friday of last week', '2026-11-13'],
    ['two fridays ago', '2026-11-13'],
    ['2 wks ago', '2026-11-08'],
    ['on the 20th', '2026-11-20'],
    ['20.11.', '2026-11-20'],
    ['friday the 20th', '2026-11-20'],
    ['EOD friday', '2026-11-20'],
    ['wednesday week 45', '2026-11-04'],
    ['friday of week 46', '2026-11-13'],
    ['wk 44 tuesday', '2026-10-27'],
    ['KW46 monday', '2026-11-09'],
    ['monday, calendar week 1 2026', '2025-12-29'],
    ['monday in week 52', '2025-12-22'],
    ['friday two weeks ago', '2026-11-06'],
    ['thursday a fortnight ago', '2026-11-05'],
    ['two weeks ago on friday', '2026-11-06'],
    ['yday', '2026-11-21'],
    ['wendesday', '2026-11-18'],
    ['at the weekend', '2026-11-22'],
    ['11/13', '2026-11-13'],
    ['10/10', '2026-10-10'],
    ['12/12', '2025-12-12'],
  ])('reads %j as %s', async (words, day) => {
    expect(await parseDay(words, TODAY)).toBe(day);
  });

  it.each([
    ['next monday', '2026-11-23'],
    ['next friday', '2026-11-27'],
    ['next week', '2026-11-29'],
    ['next tues', '2026-11-24'],
    ['next thurs', '2026-11-26'],
    ['next month', '2026-12-22'],
    ['next march', '2027-03-01'],
    ['in 3 weeks', '2026-12-13'],
    ['in two days', '2026-11-24'],
    ['three weeks from now', '2026-12-13'],
    ['2026-12-01', '2026-12-01'],
    ['dec 1 2026', '2026-12-01'],
  ])('reads %j as the future day %s', async (words, day) => {
    expect(await parseDay(words, TODAY)).toBe(day);
    expect((await refusal(parsePastDay(words, TODAY))).code).toBe('bad-date');
  });

  it.each([
    ['dec 1', '2026-12-01'],
    ['nov 22', '2027-11-22'],
    ['friday', '2026-11-27'],
    ['sunday', '2026-11-29'],
    ['the 5th', '2026-12-05'],
    ['in march', '2027-03-01'],
    ['12/12', '2026-12-12'],
    ['yesterday', '2026-11-21'],
  ])('leans ahead when told to: %j is %s', async (words, day) => {
    expect(await parseDay(words, TODAY, { leaning: 'future' })).toBe(day);
  });

  it.each(['friday', 'on friday'])('reads %j on a Wednesday as five days ago', async (words) => {
    expect(await parseDay(words, '2025-11-12')).toBe('2025-11-07');
  });

  it('reads the current weekday as today', async () => {
    expect(await parseDay('friday', '2026-11-20')).toBe('2026-11-20');
    expect(await parseDay('last friday', '2026-11-20')).toBe('2026-11-13');
  });

  it('never overflows a month', async () => {
    expect(await parseDay('last month', '2026-03-31')).toBe('2026-02-28');
    expect(await parseDay('a month ago', '2026-05-31')).toBe('2026-04-30');
    expect(await parseDay('next month', '2027-01-31')).toBe('2027-02-28');
    expect(await parseDay('a year ago', '2024-02-29')).toBe('2023-02-28');
    expect(await parseDay('2 months ago', '2026-01-15')).toBe('2025-11-15');
  });

  it.each([
    '',
    ' ',
    '-',
    'rubbish',
    'banana yesterday',
    'yesterday banana',
    '2026-11-20 and then some',
    '2026-02-30',
    '2025-02-29',
    '2026-13-45',
    '2026-13-01',
    '2026/13/01',
    '2026-11-31',
    '2026-00-10',
    '30/02/2026',
    '31.04.2026',
    '45/45',
    'feb 30',
    '30 February',
    'april 31',
    '31 november',
    'feb 29 2025',
    'friday nov 5',
    'the second week of november',
    'the first half of last month',
    'the other day',
    'earlier this week',
    'mid november',
    'a few days ago',
    '5pm',
    'noon',
    '10:30',
    'an hour ago',
    'from monday to friday',
    'nov 5 - nov 7',
    'nov 5 to nov 7',
    'last 3 days',
    '5 days',
    'monday tuesday',
    'in 3 weeks ago',
    '5',
    '2025',
    '3-4',
    'q3',
    'eod',
    'ago',
    'constructor',
    'x'.repeat(100_000),
  ])('rejects %.30j', async (words) => {
    const failure = await refusal(parseDay(words, TODAY));
    expect(failure.code).toBe('bad-date');
    expect(failure.hint).toContain('yesterday');
    expect(failure.message.length).toBeLessThan(120);
  });

  it.each([
    '1899-12-31',
    '2201-01-01',
    '9999-12-31',
    '0001-01-01',
    '99999-01-01',
    '99999 days ago',
    '99999 years ago',
    'in 9999 months',
    'nov 5 1066',
  ])('rejects %j, which is too far away', async (words) => {
    expect((await refusal(parseDay(words, TODAY))).code).toBe('bad-date');
  });

  it('takes 5/11 by the order that is set, and the one reading there is', async () => {
    const day = (words: string) => parseDay(words, TODAY, { order: 'day-first' });
    const month = (words: string) => parseDay(words, TODAY, { order: 'month-first' });
    expect([await day('5/11'), await month('5/11')]).toEqual(['2026-11-05', '2026-05-11']);
    expect([await day('5/12'), await month('5/12')]).toEqual(['2025-12-05', '2026-05-12']);
    expect([await day('5/11/25'), await month('5/11/25')]).toEqual(['2025-11-05', '2025-05-11']);
    expect([await day('11/13'), await month('13/11')]).toEqual(['2026-11-13', '2026-11-13']);
    expect([await day('05.11.2025'), await month('05.11.2025')]).toEqual([
      '2025-11-05',
      '2025-11-05',
    ]);
  });

  it.each(['5/11', '3/11', '1/2/26'])(
    'refuses %j where nothing says which comes first',
    async (words) => {
      const failure = await refusal(parseDay(words, TODAY, { order: null }));
      expect(failure.code).toBe('bad-date');
      expect(failure.hint).toContain('--date-order');
    },
  );

  it('names both readings of the date that was typed', async () => {
    const { hint } = await refusal(parseDay('5/10', TODAY, { order: null }));
    expect(hint).toContain('2026-10-05 or 2026-05-10');
  });

  it.each([
    ['11/12', TODAY, 'past', '2026-11-12'],
    ['12/11', TODAY, 'past', '2026-11-12'],
    ['12/11/2026', TODAY, 'past', '2026-11-12'],
    ['2/12', '2027-01-20', 'past', '2026-12-02'],
    ['11/12', TODAY, 'future', '2026-12-11'],
  ] as const)('takes %j on %s for the reading in the %s', async (words, today, leaning, day) => {
    expect(await parseDay(words, today, { order: null, leaning })).toBe(day);
  });

  it('leaves a date open that may be of last year', async () => {
    const failure = await refusal(parseDay('1/12', '2027-01-20', { order: null }));
    expect(failure.code).toBe('bad-date');
  });

  it.each([
    [{ LANG: 'en_GB.UTF-8' }, 'day-first'],
    [{ LANG: 'en_US.UTF-8' }, 'month-first'],
    [{ LANG: 'en_US', LC_ALL: 'de_DE' }, 'day-first'],
    [{ LANG: 'C' }, null],
    [{ LANG: 'C.UTF-8' }, null],
    [{ LANG: 'no such place' }, null],
    [{}, null],
  ])('takes the order from the locale: %j says %s', (env, order) => {
    expect(localeOrder(env, 'linux')).toBe(order);
  });

  it('never throws anything but a refusal, and gives days only', async () => {
    const parts = fc.constantFrom(
      ...'nov 31 friday ago last next in days 2026 - / . : th a the of on 5 pm to'.split(' '),
    );
    const words = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.array(parts, { maxLength: 6 }).map((list) => list.join(' ')),
      fc.array(parts, { maxLength: 6 }).map((list) => list.join('')),
    );
    await fc.assert(
      fc.asyncProperty(words, async (text) => {
        try {
          expect(await parseDay(text, TODAY)).toMatch(/^(19|20|21|22)\d\d-\d\d-\d\d$/);
        } catch (error) {
          if (!(error instanceof Failure)) throw error;
          expect(error.code).toBe('bad-date');
        }
      }),
      { numRuns: 2_000, seed: 11 },
    );
  });
});

const ZONES = [
  'UTC',
  'America/Los_Angeles',
  'Pacific/Auckland',
  'America/Sao_Paulo',
  'Asia/Beirut',
];

describe('parseDay in every time zone', () => {
  const zone = process.env.TZ;
  afterEach(() => {
    process.env.TZ = zone ?? 'UTC';
  });

  it.each(ZONES)('%s: every day from 1970 to 2106 is read as itself', async (name) => {
    process.env.TZ = name;
    for (let at = Date.UTC(1970, 0, 1); at < Date.UTC(2107, 0, 1); at += 86_400_000) {
      const day = new Date(at).toISOString().slice(0, 10);
      if ((await parseDay(day, TODAY)) !== day) expect.fail(day);
    }
  });

  // The nights when the clocks change in these zones.
  const nights = [
    '2026-03-08',
    '2026-11-01',
    '2026-04-05',
    '2026-09-27',
    '2018-11-04',
    '2026-03-29',
  ];
  it.each(ZONES)('%s: days around a clock change are right', async (name) => {
    process.env.TZ = name;
    for (const night of nights)
      for (const today of [addDays(night, -1), night, addDays(night, 1)]) {
        const at = (days: number) =>
          new Date(Date.parse(`${today}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
        expect(await parseDay('today', today)).toBe(today);
        expect(await parseDay('yesterday', today)).toBe(at(-1));
        expect(await parseDay('the day before yesterday', today)).toBe(at(-2));
        expect(await parseDay('2 weeks ago', today)).toBe(at(-14));
        expect(await parseDay('last night', today)).toBe(at(-1));
        expect(await parseDay('in 1 day', today)).toBe(at(1));
      }
  });
});

describe('parsePastDay', () => {
  it('accepts today and the past', async () => {
    expect(await parsePastDay('today', TODAY)).toBe(TODAY);
    expect(await parsePastDay('nov 30', TODAY)).toBe('2025-11-30');
    expect(await parsePastDay('nov 23 2025', TODAY)).toBe('2025-11-23');
  });

  it.each(['nov 23', '25 November', '29.11.', 'tomorrow'])(
    'takes no day of this week for one a year back: %s',
    async (words) => {
      const failure = await refusal(parsePastDay(words, TODAY));
      expect(failure.message).toContain('is in the future');
    },
  );

  it('says which date is in the future', async () => {
    const failure = await refusal(parsePastDay('tomorrow', TODAY));
    expect(failure.message).toContain('2026-11-23');
  });
});
