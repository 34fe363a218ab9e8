import { expect, it } from 'vitest';
import { readMessage } from '../../../src/coach/check/message.ts';
import type { CheckContext } from '../../../src/coach/check/problem.ts';
import { maskLoggedTexts } from '../../../src/coach/check/quoted.ts';
import { logged, me, somebody, toPriya } from './situation.ts';

/** A message to no one in particular, from someone who has told netcoach nothing about themselves. */
const context: CheckContext = {
  ...toPriya,
  recipientName: null,
  me: { ...me, name: null, role: null, team: null, company: null },
};
const masked = (text: string, given: Partial<CheckContext>) =>
  maskLoggedTexts(readMessage(text), { ...context, ...given });

it.each([
  ['Hi Priya, FREE TRIAL [beta] ends', 'FREE TRIAL [beta]', 'Hi Priya, qqqq qqqqq qqqqqq ends'],
  ['a coffee soon', 'Coffee', 'a coffee soon'],
  ['a tasting soon, Tastings', 'Tasting', 'a qqqqqqq soon, Tastings'],
  [
    'the Apollo Plan B of March, more',
    'the Apollo plan B of march and more',
    'qqq qqqqqq qqqq q qq qqqqq, more',
  ],
  ['#apollo# run', 'Apollo', 'qqqqqqqq run'],
  ['[apollo', 'Apollo', 'qqqqqqq'],
  ['apollo]', 'Apollo', 'qqqqqqq'],
  ['(apollo), "apollo"', 'Apollo', 'qqqqqqqq, "qqqqqq"'],
  ['İ the weekly sync, the weekly syncs', 'weekly sync', 'İ the qqqqqq qqqq, the weekly syncs'],
  ['İ of it', 'of it', 'İ of it'],
  ['so of it', 'of it', 'so qq qq'],
  ['so of its oof it', 'of it', 'so of its oof it'],
  ['??? no', '???', 'qqq no'],
  ['a??? b', '???', 'a??? b'],
  ['plan apollo', 'apollo plan', 'plan apollo'],
  ['one apollo plan', 'apollo plan two', 'one apollo plan'],
])('%j is masked where it quotes %j', (text, title, rest) => {
  expect(masked(text, { history: [logged({ title })] }).text).toBe(rest);
});

it.each([
  ['PLATFORM chess prs WELDER', {}, 'qqqqqqqq chess prs WELDER'],
  ['chess', { interests: ['chess'] }, 'qqqqq'],
  ['prs PRS', { aliases: ['PRS'] }, 'qqq qqq'],
  ['LEAD WELDER', { role: 'lead welder' }, 'qqqq qqqqqq'],
  ['FERNHILL', {}, 'qqqqqqqq'],
  ['FERNHILL', { company: ' ' }, 'FERNHILL'],
  ['PRIYA Shah priya', {}, 'qqqqq qqqq priya'],
])('%j is masked where it matches %j', (text, person, rest) => {
  expect(masked(text, { person: somebody(person) }).text).toBe(rest);
});

it('masks my own name, team, role and company', () => {
  expect(masked('SAM, BILLING, FERNHILL, BACKEND ENGINEER', { me }).text).toBe(
    'qqq, qqqqqqq, qqqqqqqq, qqqqqqq qqqqqqqq',
  );
  expect(masked('Hi PRIYA, priya will', { recipientName: 'Priya' }).text).toBe(
    'Hi qqqqq, priya will',
  );
});

it('masks a highlight, but not that of a feedback session', () => {
  const highlight = 'rota board';
  expect(masked('the rota board', { history: [logged({ highlight })] }).text).toBe(
    'the qqqq qqqqq',
  );
  const feedback = [logged({ kind: 'feedback', highlight })];
  expect(masked('the rota board', { history: feedback }).text).toBe('the rota board');
});

it('keeps its language, and is unchanged when nothing is quoted', () => {
  expect(masked('Apollo Apollo', { history: [logged()] })).toMatchObject({
    text: 'qqqqqq qqqqqq',
    isEnglish: false,
  });
  expect(masked('of the Apollo', { history: [logged({ title: 'of the Apollo' })] }).isEnglish).toBe(
    true,
  );
  const message = readMessage('a plain word');
  expect(maskLoggedTexts(message, context)).toBe(message);
});
