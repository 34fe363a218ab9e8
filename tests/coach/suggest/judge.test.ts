import { describe, expect, it } from 'vitest';
import { historyOf } from '../../../rules/lib/example.ts';
import { judge } from '../../../src/coach/suggest/judge.ts';
import type { ExampleHistory, Kind } from '../../../src/model.ts';
import { RULES } from '../../helpers/rules.ts';

const TODAY = '2026-11-22';
const one = (kind: Kind, date = '2026-11-20') => ({ kind, date, title: 'Apollo' });
const told = (given: Omit<ExampleHistory, 'today'>) => historyOf({ today: TODAY, ...given });

describe('what leads', () => {
  it('is the moment with most points, and the reasons follow it', () => {
    const { lead, reasons, score } = judge(
      told({ interactions: [one('event'), one('project', '2026-11-18')] }),
    );
    expect(lead?.rule).toBe(RULES.project);
    expect(reasons).toEqual([
      'You finished Apollo together 4 days ago',
      'You were both at Apollo 2 days ago',
    ]);
    expect(score).toBe(60 + 13 + 3 + 7);
  });

  it('is the earlier rule where two score the same', () => {
    const both = [one('project'), one('milestone')];
    expect(judge(told({ interactions: both })).lead?.rule).toBe(RULES.project);
    expect(judge(told({ interactions: both.reverse() })).lead?.rule).toBe(RULES.project);
  });

  it('asks nothing while an invitation waits, and congratulates all the same', () => {
    const person = { connection: { status: 'invited' as const, since: '2026-11-21' } };
    const waiting = judge(told({ person, interactions: [one('project')] }));
    expect(waiting).toMatchObject({ lead: null, score: 0, hold: { reason: 'pending' } });
    const news = judge(told({ person, interactions: [one('project'), one('milestone')] }));
    expect(news).toMatchObject({ lead: { rule: RULES.milestone }, hold: null });
  });
});

describe('a moment let pass', () => {
  const history = told({ interactions: [one('project')] });
  it('holds the person while it would fire', () => {
    const skipped = { ...history, skipped: new Set([`${RULES.project.id}:1`]) };
    expect(judge(skipped)).toMatchObject({ lead: null, hold: { reason: 'skipped' } });
    expect(judge({ ...skipped, today: '2027-06-01' })).toMatchObject({ lead: null, hold: null });
  });
  it('does not hold for another one', () => {
    expect(judge({ ...history, skipped: new Set(['event:9']) }).hold).toBeNull();
    const both = told({ interactions: [one('event'), one('project')] });
    const skipped = { ...both, skipped: new Set([`${RULES.project.id}:2`]) };
    expect(judge(skipped)).toMatchObject({ lead: { rule: RULES.event }, hold: null });
  });
});
