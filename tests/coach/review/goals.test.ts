import { describe, expect, it } from 'vitest';
import { historyOf } from '../../../rules/history.ts';
import type { Person } from '../../../rules/rule.ts';
import type { NearGoal, Network } from '../../../src/coach/review/facts.ts';
import { goalStandings, serversOf } from '../../../src/coach/review/goals.ts';

const { me, person: plain } = historyOf({ today: '2026-11-22' });

function somebody(id: number, fields: Partial<Person>): Person {
  return { ...plain, id, name: `Person ${id}`, ...fields };
}

function near(goal: string, people: Person[], titles: NearGoal['titles'] = []): NearGoal {
  return { goal, people, titles };
}

describe('who serves a goal', () => {
  it('shows it in a skill before a role, an interest, a team and a title', () => {
    const title = somebody(1, {});
    const people = [
      somebody(2, { team: 'Rust guild' }),
      somebody(3, { interests: ['Rust'] }),
      somebody(4, { role: 'Rust developer' }),
      somebody(5, { skills: ['rust'] }),
    ];
    const found = serversOf(near('rust', people, [{ person: title, title: 'Rust rewrite' }]));
    expect(found.map(({ person, by, text }) => [person.id, by, text])).toEqual([
      [5, 'skill', 'rust'],
      [4, 'role', 'Rust developer'],
      [3, 'interest', 'Rust'],
      [2, 'team', 'Rust guild'],
      [1, 'title', 'Rust rewrite'],
    ]);
  });

  it('may show it in two places together, and not in one word of two', () => {
    const both = somebody(1, { role: 'backend engineer', team: 'Data platform' });
    const half = somebody(2, { role: 'platform architect' });
    const found = serversOf(near('platform engineering', [both, half]));
    expect(found.map(({ person, text }) => [person.id, text])).toEqual([
      [1, 'backend engineer, Data platform'],
    ]);
  });

  it('does so without case, accents and endings, and not by a word that only begins alike', () => {
    const goal = 'Déployment engineering';
    const yes = somebody(1, { skills: ['deployment'], role: 'ENGINEER' });
    const no = somebody(2, { role: 'Deputy engine driver' });
    expect(serversOf(near(goal, [yes, no])).map(({ person }) => person.id)).toEqual([1]);
  });

  it('comes first by what is logged, where it shows alike', () => {
    const people = [
      somebody(1, { skills: ['rust'], interactions: 2, lastContact: '2026-01-01' }),
      somebody(2, { skills: ['rust'], interactions: 9, lastContact: '2026-01-01' }),
      somebody(3, { skills: ['rust'], interactions: 2, lastContact: '2026-05-01' }),
    ];
    expect(serversOf(near('rust', people)).map(({ person }) => person.id)).toEqual([2, 3, 1]);
  });
});

describe('how a goal stands', () => {
  it('counts strained ties and does not name them', () => {
    const people = [
      somebody(1, { skills: ['rust'], strained: true }),
      somebody(2, { skills: ['rust'], connection: { status: 'connected', since: null } }),
    ];
    const network = { me, nearGoals: [near('rust', people), near('sailing', [])] };
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
