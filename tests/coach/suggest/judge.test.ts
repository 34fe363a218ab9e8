import { describe, expect, it } from 'vitest';
import { historyOf } from '../../../rules/lib/example.ts';
import { judge } from '../../../src/coach/suggest/judge.ts';
import type { ExampleHistory, Kind } from '../../../src/model.ts';
import { RULES } from '../../helpers/rules.ts';

const TODAY = '2026-11-22';
const one = (kind: Kind, date = '2026-11-20') => ({ kind, date, title: 'Apollo' });
const told = (given: Omit<ExampleHistory, 'today'>) => historyOf({ today: TODAY, ...given });

describe('the leading moment', () => {
  it('has the most points, and the reasons start with it', () => {
    const { lead, reasons, score } = judge(
      told({ interactions: [one('event'), one('project', '2026-11-18')] }),
    );
    expect(lead?.rule).toBe(RULES.project);
    expect(reasons).toEqual([
      'You finished Apollo together 4 days ago',
      'You were both at an event 2 days ago: Apollo',
    ]);
    expect(score).toBe(60 + 13 + 3 + 7);
  });

  it('comes from the earlier rule when two score the same', () => {
    const both = [one('project'), one('milestone')];
    expect(judge(told({ interactions: both })).lead?.rule).toBe(RULES.project);
    expect(judge(told({ interactions: both.reverse() })).lead?.rule).toBe(RULES.project);
  });

  it('asks for nothing while an invitation is pending, but still congratulates', () => {
    const person = { connection: { status: 'invited' as const, since: '2026-11-21' } };
    const waiting = judge(told({ person, interactions: [one('project')] }));
    expect(waiting).toMatchObject({ lead: null, score: 0, hold: { reason: 'pending' } });
    const news = judge(told({ person, interactions: [one('project'), one('milestone')] }));
    expect(news).toMatchObject({ lead: { rule: RULES.milestone }, hold: null });
  });
});

describe('a skipped moment', () => {
  const history = told({ interactions: [one('project')] });
  it('holds the person while it would fire', () => {
    const skipped = { ...history, skipped: new Set([`${RULES.project.id}:1`]) };
    expect(judge(skipped)).toMatchObject({ lead: null, hold: { reason: 'skipped' } });
    expect(judge({ ...skipped, today: '2027-06-01' })).toMatchObject({ lead: null, hold: null });
  });
  it('does not hold a person with another moment', () => {
    expect(judge({ ...history, skipped: new Set(['event:9']) }).hold).toBeNull();
    const both = told({ interactions: [one('event'), one('project')] });
    const skipped = { ...both, skipped: new Set([`${RULES.project.id}:2`]) };
    expect(judge(skipped)).toMatchObject({ lead: { rule: RULES.event }, hold: null });
  });
});
