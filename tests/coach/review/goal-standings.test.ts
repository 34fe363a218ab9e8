import { describe, expect, it } from 'vitest';
import { historyOf } from '../../../rules/lib/example.ts';
import { goalStandings, helpersFor } from '../../../src/coach/review/goal-standings.ts';
import type { GoalCandidates, Network } from '../../../src/coach/review/material.ts';
import type { Person } from '../../../src/model.ts';

const { me, person: plain } = historyOf({ today: '2026-11-22' });

function somebody(id: number, fields: Partial<Person>): Person {
  return { ...plain, id, name: `Person ${id}`, ...fields };
}

function near(
  goal: string,
  people: Person[],
  titles: GoalCandidates['titles'] = [],
): GoalCandidates {
  return { goal, people, titles };
}

describe('a person who serves a goal', () => {
  it('is ranked by skill, then role, interest, team and title', () => {
    const title = somebody(1, {});
    const people = [
      somebody(2, { team: 'Rust guild' }),
      somebody(3, { interests: ['Rust'] }),
      somebody(4, { role: 'Rust developer' }),
      somebody(5, { skills: ['rust'] }),
    ];
    const found = helpersFor(near('rust', people, [{ person: title, title: 'Rust rewrite' }]));
    expect(found.map(({ person, by, text }) => [person.id, by, text])).toEqual([
      [5, 'skill', 'rust'],
      [4, 'role', 'Rust developer'],
      [3, 'interest', 'Rust'],
      [2, 'team', 'Rust guild'],
      [1, 'title', 'Rust rewrite'],
    ]);
  });

  it('can match it in two fields together, but not with one word out of two', () => {
    const both = somebody(1, { role: 'backend engineer', team: 'Data platform' });
    const half = somebody(2, { role: 'platform architect' });
    const found = helpersFor(near('platform engineering', [both, half]));
    expect(found.map(({ person, text }) => [person.id, text])).toEqual([
      [1, 'backend engineer, Data platform'],
    ]);
  });

  it('is listed once, and never for an unrelated title', () => {
    const other = somebody(1, {});
    const skilled = somebody(2, { skills: ['rust'] });
    const titles = [
      { person: other, title: 'Go rewrite' },
      { person: skilled, title: 'Rust rewrite' },
    ];
    const found = helpersFor(near('rust', [skilled], titles));
    expect(found.map(({ person, by }) => [person.id, by])).toEqual([[2, 'skill']]);
  });

  it('is ordered by number when all else is equal', () => {
    const people = [3, 1, 2].map((id) => somebody(id, { skills: ['rust'] }));
    expect(helpersFor(near('rust', people)).map(({ person }) => person.id)).toEqual([1, 2, 3]);
  });

  it('matches regardless of case, accents and endings, but not by a shared beginning alone', () => {
    const goal = 'Déployment engineering';
    const yes = somebody(1, { skills: ['deployment'], role: 'ENGINEER' });
    const no = somebody(2, { role: 'Deputy engine driver' });
    expect(helpersFor(near(goal, [yes, no])).map(({ person }) => person.id)).toEqual([1]);
  });

  it('comes first with more interactions when the match is equal', () => {
    const people = [
      somebody(1, { skills: ['rust'], interactions: 2, lastContact: '2026-01-01' }),
      somebody(2, { skills: ['rust'], interactions: 9, lastContact: '2026-01-01' }),
      somebody(3, { skills: ['rust'], interactions: 2, lastContact: '2026-05-01' }),
    ];
    expect(helpersFor(near('rust', people)).map(({ person }) => person.id)).toEqual([2, 3, 1]);
  });
});

describe('the standing of a goal', () => {
  it('names five people', () => {
    const people = [1, 2, 3, 4, 5, 6].map((id) => somebody(id, { skills: ['rust'] }));
    const network = { me, goalCandidates: [near('rust', people)] } as unknown as Network;
    const [standing] = goalStandings({ network });
    expect(standing?.total).toBe(6);
    expect(standing?.people.map(({ id }) => id)).toEqual([1, 2, 3, 4, 5]);
  });

  it('counts strained ties without naming them', () => {
    const people = [
      somebody(1, { skills: ['rust'], strained: true }),
      somebody(2, { skills: ['rust'], connection: { status: 'connected', since: null } }),
    ];
    const network = { me, goalCandidates: [near('rust', people), near('sailing', [])] };
    expect(goalStandings({ network: network as unknown as Network })).toEqual([
      {
        goal: 'rust',
        total: 2,
        connected: 1,
        people: [{ id: 2, name: 'Person 2', connected: true, because: 'rust' }],
      },
      { goal: 'sailing', total: 0, connected: 0, people: [] },
    ]);
  });
});
