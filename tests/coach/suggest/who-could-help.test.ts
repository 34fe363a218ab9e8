import { expect, it } from 'vitest';
import { historyOf } from '../../../rules/lib/example.ts';
import { rankCollaborators } from '../../../src/coach/suggest/who-could-help.ts';
import type { Person } from '../../../src/model.ts';

const TODAY = '2026-11-22';
const { person: plain } = historyOf({ today: TODAY });

function somebody(id: number, fields: Partial<Person>): Person {
  return { ...plain, id, name: `Person ${id}`, ...fields };
}

function ranked(
  people: readonly Person[],
  goal: string,
  skill: string | null = null,
  titles: ReadonlyMap<number, string[]> = new Map(),
) {
  const found = rankCollaborators(people, { goal, skill, today: TODAY }, titles);
  return found.map(({ person, reasons }) => [person.id, ...reasons]);
}

it('ranks a skill before an interest, a role or team, and a title', () => {
  const people = [
    somebody(1, {}),
    somebody(2, { team: 'Rust guild' }),
    somebody(3, { interests: ['Rust'] }),
    somebody(4, { skills: ['Rust'] }),
    somebody(5, { role: 'Rust developer' }),
    somebody(6, { skills: ['Go'] }),
  ];
  expect(ranked(people, 'a Rust rewrite', null, new Map([[1, ['Rust at last']]]))).toEqual([
    [4, 'the skill Rust'],
    [3, 'an interest in Rust'],
    [2, 'Rust guild'],
    [5, 'Rust developer'],
    [1, '"Rust at last"'],
  ]);
});

it('counts each word once, for the strongest field it is in', () => {
  const both = somebody(1, { skills: ['Rust'], interests: ['Rust'], role: 'Payments engineer' });
  expect(ranked([both], 'Rust payments')).toEqual([[1, 'the skill Rust', 'Payments engineer']]);
});

it('counts two words in the same field as one match', () => {
  expect(ranked([somebody(1, { skills: ['Rust payments'] })], 'Rust payments')).toEqual([
    [1, 'the skill Rust payments'],
  ]);
});

it('leaves out anyone without the skill or interest required', () => {
  const people = [
    somebody(1, { role: 'Payments engineer' }),
    somebody(2, { interests: ['Rust'] }),
    somebody(3, { skills: ['Rust'], role: 'Payments engineer' }),
  ];
  expect(ranked(people, 'payments', 'Rust')).toEqual([
    [3, 'the skill Rust', 'Payments engineer'],
    [2, 'an interest in Rust'],
  ]);
  expect(ranked(people, 'payments', 'embedded Rust')).toEqual([]);
});

it.each([
  ['more that is logged', { interactions: 4 }, { interactions: 5 }],
  ['a recent contact', { lastContact: '2026-08-23' }, { lastContact: '2026-08-24' }],
  ['a contact within the year', { lastContact: '2025-11-21' }, { lastContact: '2025-11-22' }],
  ['a tie at ease', { strained: true }, {}],
  ['any contact', { lastContact: null }, {}],
])('ranks higher for %s', (_, less, more) => {
  const tie = { skills: ['Rust'], interactions: 3, lastContact: '2025-01-01' };
  const people = [somebody(1, { ...tie, ...less }), somebody(2, { ...tie, ...more })];
  expect(ranked(people, 'Rust').map(([id]) => id)).toEqual([2, 1]);
});

it('adds at most five for interactions, and three for a recent contact', () => {
  const rich = { interactions: 50, lastContact: '2026-11-22' };
  const people = [
    somebody(1, { role: 'Rust', interactions: 5, lastContact: '2026-08-24' }),
    somebody(2, { role: 'Rust', ...rich }),
    somebody(3, { interests: ['Rust'], ...rich }),
  ];
  expect(ranked(people, 'Rust').map(([id]) => id)).toEqual([3, 1, 2]);
  // Someone who matches twice as well stays ahead of a close tie.
  const strong = somebody(4, { skills: ['Rust', 'Go'] });
  expect(ranked([somebody(5, { skills: ['Rust'], ...rich }), strong], 'Rust Go')[0]?.[0]).toBe(4);
});
