import { describe, expect, it } from 'vitest';
import { historyOf } from '../../../rules/lib/example.ts';
import { judge } from '../../../src/coach/suggest/judge.ts';
import { maxScore, totalPoints } from '../../../src/coach/suggest/score.ts';
import type { Day, ExampleHistory, Kind } from '../../../src/model.ts';
import { addDays } from '../../../src/text/days.ts';
import { RULES } from '../../helpers/rules.ts';

const DAY = '2026-03-10';
const one = (kind: Kind, date: Day = DAY) => ({ kind, date, title: 'Apollo' });

function lines(given: Omit<ExampleHistory, 'today'>, today: Day = DAY) {
  const { lines } = judge(historyOf({ today, ...given }));
  return lines.map(({ rule, why, points }) => [rule, why, points]);
}

/** The points of one line; null if there is no such line. */
function pointsOf(rule: string, given: Omit<ExampleHistory, 'today'>, today: Day = DAY) {
  return lines(given, today).find(([id]) => id === rule)?.[2] ?? null;
}

describe('a score', () => {
  it('is explained line by line', () => {
    const given = {
      person: { skills: ['Rust'] },
      me: { goals: ['rust'] },
      interactions: [one('project'), one('event', '2026-02-01'), one('event', '2026-01-01')],
    };
    expect(lines(given)).toEqual([
      [RULES.project.id, 'You finished Apollo together today', 60],
      ['freshness', 'Day 1 of this moment', 15],
      ['shared', '3 interactions of 2 kinds, the latest on 2026-03-10', 9],
      ['goal', 'Serves your goal "rust"', 10],
    ]);
  });

  it('is zero when nothing fires', () => {
    expect(lines({})).toEqual([]);
    expect(lines({ interactions: [one('project')] }, '2026-06-01')).toEqual([]);
  });

  it.each([
    [0, 15, null],
    [1, 14.5, null],
    [26, 2, null],
    [27, 1.5, 'It closes in 3 days'],
    [28, 1, 'It closes in 2 days'],
    [29, 0.5, 'It closes tomorrow'],
    [30, 0, 'It closes today'],
  ])('%i days into a project adds %d for freshness: %s', (days, fresh, closing) => {
    const given = { interactions: [one('project')] };
    const today = addDays(DAY, days);
    expect(pointsOf('freshness', given, today)).toBe(fresh);
    const line = lines(given, today).find(([rule]) => rule === 'closing');
    expect(line ?? null).toEqual(closing === null ? null : ['closing', closing, 5]);
    expect(lines(given, today)).toContainEqual([
      'freshness',
      `Day ${days + 1} of this moment`,
      fresh,
    ]);
  });

  it('adds three for each further moment, up to six', () => {
    const kinds: Kind[] = ['project', 'event', 'interest', 'feedback'];
    const further = (count: number) => {
      const interactions = kinds.slice(0, count).map((kind) => one(kind));
      return lines({ interactions }).find(([rule]) => rule === 'further') ?? null;
    };
    expect(further(1)).toBeNull();
    expect(further(2)).toEqual(['further', 'Also: an event you both attended', 3]);
    expect(further(3)?.[2]).toBe(6);
    expect(further(4)?.[2]).toBe(6);
  });

  it.each([
    [1, 14, 3, 'One interaction,'],
    [1, 15, null, ''],
    [2, 15, 2, '2 interactions, the latest'],
    [5, 15, 8, '5 interactions, the latest'],
    [6, 15, 8, '6 interactions, the latest'],
    [2, 14, 5, '2 interactions, the latest'],
  ])('%i interactions, the last %i days ago, share %j', (count, days, points, told) => {
    const interactions = Array.from({ length: count }, () => one('project'));
    const today = addDays(DAY, days);
    const line = lines({ interactions }, today).find(([rule]) => rule === 'shared');
    expect(line ?? null).toEqual(
      points === null ? null : ['shared', `${told} on 2026-03-10`, points],
    );
  });

  it('rises with up to three kinds', () => {
    const kinds: Kind[] = ['project', 'event', 'interest', 'feedback'];
    const shared = [1, 2, 3, 4].map((count) =>
      pointsOf('shared', {
        interactions: kinds.slice(0, count).map((kind) => one(kind)),
      }),
    );
    expect(shared).toEqual([3, 3 + 2 + 2, 3 + 4 + 4, 3 + 6 + 4]);
  });

  it('is rounded to one decimal', () => {
    const line = (points: number) => ({ rule: '', why: '', points });
    expect(totalPoints([line(0.1), line(0.2)])).toBe(0.3);
    expect(totalPoints([line(1.04), line(0.02)])).toBe(1.1);
    expect(totalPoints([])).toBe(0);
  });
});

describe('the maximum score', () => {
  it.each([
    ['on the opening day', '2026-03-10', 30, true, 60 + 15 + 31],
    ['halfway', '2026-02-23', 30, true, 60 + 7.5 + 31],
    ['four days before the end', '2026-02-12', 30, true, 60 + 2 + 31],
    ['three days before the end', '2026-02-11', 30, true, 60 + 1.5 + 5 + 31],
    ['on the last day', '2026-02-08', 30, true, 60 + 5 + 31],
    ['after the end', '2026-02-07', 30, true, 60 + 31],
    ['without a goal to serve', '2026-03-10', 30, false, 60 + 15 + 21],
    ['without a window', null, null, true, 60 + 31],
    ['opened on a day that nobody knows', null, 30, true, 60 + 20 + 31],
    ['with no end', '2026-03-10', null, true, 60 + 31],
  ])('%s', (_, opens, length, mayServe, most) => {
    expect(maxScore(60, opens, length, mayServe, '2026-03-10')).toBe(most);
  });
});
