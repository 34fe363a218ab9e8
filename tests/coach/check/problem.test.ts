import { expect, it } from 'vitest';
import { recipientFirstName } from '../../../src/coach/check/problem.ts';
import { me, somebody } from './situation.ts';

const context = { history: [], me, today: '2026-11-22', limit: null };

it.each([
  [null, null],
  ['', null],
  ['  ', null],
  ['Dr', 'Dr'],
  ['Dr. Ilse Vermeulen', 'Ilse'],
  ['Mrs Doyle', 'Mrs Doyle'],
  ['van der Berg, Jan', 'Jan'],
  [' Priya  Shah', 'Priya'],
  ['Drew Mrsic', 'Drew'],
  ['Sir. Tom', 'Tom'],
])('%j is called %j', (recipientName, called) => {
  expect(recipientFirstName({ ...context, person: null, recipientName })).toBe(called);
});

it('uses the name in the log', () => {
  expect(recipientFirstName({ ...context, person: somebody(), recipientName: 'Tom' })).toBe(
    'Priya',
  );
});
