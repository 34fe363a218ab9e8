/** Who each shape of `finds` means, in a log of people who differ in one way each. */
import type { Database } from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { historyOf } from '../../rules/lib/example.ts';
import { change } from '../../src/database/change.ts';
import { openStore } from '../../src/database/open.ts';
import type { Finds, Me } from '../../src/model.ts';
import { openLog } from '../../src/store/candidates.ts';
import { addInteraction } from '../../src/store/interactions.ts';
import { addPerson, type PersonFields } from '../../src/store/people.ts';
import { RULES } from '../helpers/rules.ts';
import { tempDb } from '../helpers/run.ts';

const TODAY = '2026-11-22';
const { me } = historyOf({ today: TODAY, me: { team: 'Billing' } });
const connected = { status: 'connected', since: '2024-01-01' } as const;
const QUIET = {
  teammate: 30,
  manager: 20,
  report: 30,
  mentor: 20,
  colleague: 30,
  former: 30,
  external: 60,
};

let db: Database;
const names = new Map<number, string>();

beforeAll(() => {
  db = openStore(tempDb(), () => undefined);
  const add = (name: string, fields: PersonFields = {}, kind?: 'project' | 'meeting', day = '') => {
    const person = addPerson(db, { name, ...fields });
    names.set(person, name);
    if (kind !== undefined)
      addInteraction(db, { kind, date: day, title: name }, [{ person, highlight: null }]);
  };
  change(db, 'people', () => {
    add('Nobody');
    add('Project now', {}, 'project', '2026-11-01');
    add('Project over', {}, 'project', '2026-06-01');
    add('Project connected', { ...connected }, 'project', '2026-11-10');
    add('Project a year ago', {}, 'project', '2025-11-20');
    add('Talk now', {}, 'meeting', '2026-11-01');
    add('Connected lately', { status: 'connected', since: '2026-11-18' });
    add('Gone quiet', { ...connected }, 'meeting', '2026-09-01');
    add('Own rhythm', { ...connected, everyDays: 5 }, 'meeting', '2026-11-10');
    add('Invited', { status: 'invited', since: '2026-10-01' });
    add('Teammate', { relationship: 'teammate' });
    add('Same team', { team: 'billing TEAM' });
    add('Same team, connected', { team: 'Billing', ...connected });
    add('Mentor', { relationship: 'mentor' });
    add('Mentor, declined', { relationship: 'mentor', status: 'declined', since: '2026-01-01' });
    add('Mentor, connected', { relationship: 'mentor', ...connected });
  });
});
afterAll(() => db.close());

/** The people the project rule would find with these shapes, and the day their moment opened. */
function found(finds: readonly Finds[] | undefined, mine: Me = me): Array<[string, string | null]> {
  const { finds: _, ...rest } = RULES.project;
  const rule = finds === undefined ? rest : { ...rest, finds };
  const { sources } = openLog(db, mine, TODAY, [rule]);
  return sources
    .filter((source) => source.rule === rule)
    .flatMap(({ people }) => [...people()])
    .map(({ personId, opens }): [string, string | null] => [names.get(personId) ?? '', opens])
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

const only = (rows: ReturnType<typeof found>) => [...new Set(rows.map(([name]) => name))];

describe('a shape finds', () => {
  it('everyone, if a rule has none', () => {
    const rows = found(undefined);
    expect(only(rows)).toHaveLength(names.size);
    expect(rows.every(([, opens]) => opens === null)).toBe(true);
  });

  it('people with an interaction of a kind while its moment is open', () => {
    expect(found([{ by: 'kind' }])).toEqual([
      ['Project connected', '2026-11-10'],
      ['Project now', '2026-11-01'],
    ]);
    expect(only(found([{ by: 'kind', notConnected: true }]))).toEqual(['Project now']);
  });

  it('people with an interaction of a kind a year ago, on the day itself', () => {
    expect(found([{ by: 'anniversary', kind: 'project', months: 12 }])).toEqual([
      ['Project a year ago', '2026-11-20'],
    ]);
  });

  it('people who connected recently', () => {
    expect(found([{ by: 'connected', withinDays: 14 }])).toEqual([
      ['Connected lately', '2026-11-18'],
    ]);
  });

  it('people gone quiet, by relationship or by my own rhythm', () => {
    const rows = found([{ by: 'quiet', days: QUIET }]);
    expect(only(rows)).toEqual(['Gone quiet', 'Own rhythm']);
    expect(rows.find(([name]) => name === 'Own rhythm')).toEqual(['Own rhythm', '2026-11-15']);
  });

  it('people with a pending invitation', () => {
    expect(found([{ by: 'invited', days: 21 }])).toEqual([['Invited', '2026-10-22']]);
  });

  it('people on my team, whatever the case and with or without the word', () => {
    expect(only(found([{ by: 'team' }]))).toEqual([
      'Same team',
      'Same team, connected',
      'Teammate',
    ]);
    expect(only(found([{ by: 'team', notConnected: true }]))).toEqual(['Same team', 'Teammate']);
    expect(only(found([{ by: 'team' }], { ...me, team: null }))).toEqual(['Teammate']);
  });

  it('people with a given relationship', () => {
    expect(only(found([{ by: 'relationship', is: 'mentor' }]))).toEqual([
      'Mentor',
      'Mentor, connected',
      'Mentor, declined',
    ]);
    expect(only(found([{ by: 'relationship', is: 'mentor', notConnected: true }]))).toEqual([
      'Mentor',
      'Mentor, declined',
    ]);
  });

  it('people who match any of several shapes', () => {
    const shapes: Finds[] = [{ by: 'kind' }, { by: 'invited', days: 21 }];
    expect(only(found(shapes))).toEqual(['Invited', 'Project connected', 'Project now']);
  });
});
