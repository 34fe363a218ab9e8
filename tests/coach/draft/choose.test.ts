import { describe, expect, it } from 'vitest';
import { historyOf } from '../../../rules/lib/example.ts';
import { chooseMoment } from '../../../src/coach/draft/choose.ts';
import { judge } from '../../../src/coach/suggest/judge.ts';
import type { ExampleHistory, Kind } from '../../../src/model.ts';
import { RULES, type RuleName } from '../../helpers/rules.ts';

const TODAY = '2026-11-22';
const OLD = '2024-01-10';

type Told = Omit<ExampleHistory, 'today'>;

const one = (kind: Kind, date = OLD, title: string = kind) => ({ kind, date, title });

function chosen(given: Told, wanted: { kind?: Kind } = {}) {
  const moment = chooseMoment(judge(historyOf({ today: TODAY, ...given })), wanted);
  if (moment === null) return null;
  const { rule, action, kind, interaction, window } = moment;
  return { rule, action, kind, title: interaction?.title ?? null, isOpen: window !== null };
}

describe('the moment that a draft is for', () => {
  it('is none when nothing is logged', () => {
    expect(chosen({})).toBeNull();
    expect(chosen({ interactions: [one('project')] }, { kind: 'event' })).toBeNull();
  });

  it('is the one that leads today, even if it was skipped', () => {
    const history = historyOf({ today: TODAY, interactions: [one('project', '2026-11-20')] });
    const skipped = { ...history, skipped: new Set([`${RULES.project.id}:1`]) };
    expect(chooseMoment(judge(skipped), {})).toEqual(chooseMoment(judge(history), {}));
    expect(chooseMoment(judge(history), {})).toMatchObject({
      rule: RULES.project,
      key: `${RULES.project.id}:1`,
    });
  });

  it('is otherwise the newest thing shared, and a talk only if there is nothing else', () => {
    const interactions = [one('event'), one('project', '2024-02-01'), one('meeting', '2024-03-01')];
    expect(chosen({ interactions })).toEqual({
      rule: RULES.project,
      action: 'connect',
      kind: 'project',
      title: 'project',
      isOpen: false,
    });
    expect(chosen({ interactions: interactions.slice(2) })?.title).toBe('meeting');
  });

  it('is the newest of the requested kind', () => {
    const interactions = [
      one('event', OLD, 'first'),
      one('event', '2024-02-01', 'second'),
      one('project', '2026-11-20'),
    ];
    expect(chosen({ interactions }, { kind: 'event' })?.title).toBe('second');
  });

  it('is the requested interaction', () => {
    const history = historyOf({ today: TODAY, interactions: [one('event'), one('project')] });
    const [, interaction] = history.interactions;
    expect(chooseMoment(judge(history), { interaction, kind: 'project' })).toEqual({
      rule: RULES.event,
      action: 'connect',
      kind: 'event',
      interaction,
      window: null,
      reason: '',
      key: '',
    });
  });
});

const connected = { connection: { status: 'connected' as const, since: '2026-11-20' } };
const former = { relationship: 'former' as const };
const teammate = { relationship: 'teammate' as const };

describe.each<[Kind, ExampleHistory['person'], rule: RuleName, action: string, kind: Kind | null]>([
  ['project', {}, 'project', 'connect', 'project'],
  ['departure', {}, 'departure', 'reconnect', 'departure'],
  ['milestone', {}, 'milestone', 'congratulate', 'milestone'],
  ['milestone', connected, 'milestone', 'congratulate', 'milestone'],
  ['milestone', former, 'milestone', 'congratulate', 'milestone'],
  ['project', connected, 'check-in', 'check-in', null],
  ['meeting', connected, 'check-in', 'check-in', null],
  ['event', former, 'event', 'reconnect', 'event'],
  ['meeting', former, 'departure', 'reconnect', 'meeting'],
  ['engagement', former, 'departure', 'reconnect', 'engagement'],
  ['meeting', {}, 'warm-up', 'warm-up', 'meeting'],
  ['engagement', {}, 'warm-up', 'warm-up', 'engagement'],
  ['meeting', teammate, 'team', 'connect', 'meeting'],
  ['project', teammate, 'project', 'connect', 'project'],
])('a %s with someone %j', (wanted, person, rule, action, kind) => {
  it(`is written as ${rule}, to ${action}`, () => {
    const given = { person: person ?? {}, interactions: [one(wanted)] };
    expect(chosen(given, { kind: wanted })).toMatchObject({ rule: RULES[rule], action, kind });
  });
});
