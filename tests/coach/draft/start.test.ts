import { describe, expect, it } from 'vitest';
import { historyOf } from '../../../rules/lib/example.ts';
import { startClause } from '../../../src/coach/draft/start.ts';

const { me } = historyOf({ today: '2026-11-22' });
const NAMES = ['Priya Shah', 'Priya'];

describe('the clause about my new job', () => {
  it.each([
    ['Joined Billing', 'I joined Billing'],
    ['I joined the team', 'I joined the team'],
    ['just started at Halden', 'I started at Halden'],
    ['recently moved to Berlin', 'I moved to Berlin'],
    ['Joining Halden', 'I joined Halden'],
    ['Starting at Halden', 'I started at Halden'],
    ['Moving to Payments', 'I moved to Payments'],
    ['Join Halden', 'I joined Halden'],
    ['Start at Halden', 'I started my new job at Halden'],
    ['start of work', 'I started my new job ("start of work")'],
    ['First day', 'I had my first day'],
    ['My first week at Halden', 'I started at Halden'],
    ['my first week', 'I joined the Billing team'],
    ['Backend engineer at Northwind', 'I started as a backend engineer at Northwind'],
    ['first months on the team', 'I started on the team'],
    ['my new job at Halden', 'I started my new job at Halden'],
    ['the role of lead', 'I started my new job ("the role of lead")'],
    ['A post in Rome', 'I started my new job in Rome'],
    ['New engineer', 'I started as an engineer'],
    ['new Lead of Data', 'I started as Lead of Data'],
    ['New team', 'I joined the team'],
    ['New Payments team', 'I joined the Payments team'],
    ['Payments team', 'I joined the Payments team'],
    ['the Payments Team', 'I joined the Payments Team'],
    ['our team', 'I joined our team'],
    ["Priya's team", 'I joined your team'],
    ['The group', 'I joined the group'],
    ['A new squad', 'I joined a new squad'],
    ['Rome office', 'I joined the Rome office'],
    ['An owner', 'I started as an owner'],
    ['The Head of Data', 'I started as the Head of Data'],
    ['billing', 'I joined the Billing team'],
    ['the Billing', 'I joined the Billing team'],
    ['Halden', 'I joined Halden'],
    ['Acme Data', 'I joined Acme Data'],
    ['One Two Three', 'I joined One Two Three'],
    ['One Two Three Four', 'I started my new job ("One Two Three Four")'],
    ['Ledger migration', 'I started my new job ("Ledger migration")'],
    ['Fix flaky', 'I started my new job ("Fix flaky")'],
    ['结算', 'I started my new job ("结算")'],
    ['!!', 'I joined the Billing team'],
    ['(a) (b)', 'I started my new job ("(a) (b)")'],
    ['constructor', 'I started my new job ("constructor")'],
  ])('%j: %s', (title, clause) => {
    expect(startClause(title, me, NAMES)).toBe(clause);
  });

  it.each([
    [null, 'I started my new job'],
    ['Billing', 'I joined the Billing team'],
    ['x'.repeat(21), `I joined the ${'x'.repeat(21)} team`],
    ['x'.repeat(22), 'I started my new job'],
  ])('without a title names my team: %s', (team, clause) => {
    expect(startClause('', { ...me, team }, NAMES)).toBe(clause);
  });

  it('does not read the title as a team when I have none', () => {
    expect(startClause('billing', { ...me, team: null }, NAMES)).toBe(
      'I started my new job ("billing")',
    );
  });
});
