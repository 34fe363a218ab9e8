import { expect, it } from 'vitest';
import { fillings, fits } from '../../../src/coach/draft/compose.ts';
import { isFlawed } from '../../../src/coach/draft/flaws.ts';
import { readPlan } from '../../../src/coach/draft/plan.ts';

const said = (typed: string, slots: Record<string, string>, isLong = false) =>
  [...fillings(readPlan(typed), slots, isLong)].map((parts) =>
    parts
      .map(({ text }) => text)
      .join('')
      .replace(/\s+/g, ' ')
      .trim(),
  );

it('leaves out what is unknown, and then parts by their worth, what they did last', () => {
  const plan = 'It was good {working}. [{memory}] [{close}] [+I owe you one.]';
  const slots = { working: 'working with you', memory: 'You saved us.', close: "Let's connect." };
  expect(said(plan, slots)).toEqual([
    "It was good working with you. You saved us. Let's connect.",
    'It was good working with you. You saved us.',
    "It was good working with you. Let's connect.",
    'It was good working with you.',
  ]);
  expect(said(plan, slots, true)[0]).toMatch(/I owe you one\.$/);
  expect(said(plan, { working: 'working with you' })).toEqual(['It was good working with you.']);
  expect(said(plan, {})).toEqual([]);
});

it('fits where its conditions hold', () => {
  const plan = readPlan('manager, !ahead | Thank you.');
  expect(fits(plan, new Set(['manager']))).toBe(true);
  expect(fits(plan, new Set(['manager', 'ahead']))).toBe(false);
  expect(fits(plan, new Set())).toBe(false);
});

it.each(['Thank you [for {thanks}.', 'Thank you for {thanks.', 'Thank you] for it.'])(
  'refuses %j',
  (typed) => {
    expect(() => readPlan(typed)).toThrow(SyntaxError);
  },
);

it.each([
  ["I'm glad we met. I'd be glad to connect.", true],
  ['Thank you for the cake. Thanks for the tea.', true],
  ["I'm Sam. I'm glad we talked.", true],
  ['It was the the day.', true],
  ['It was good to see you. Thank you for the cake.', false],
])('%j is flawed: %s', (body, flawed) => {
  expect(isFlawed(body, new Map())).toBe(flawed);
});

it.each([
  ['work', 'the audit w/ Tom', true],
  ['work', 'prepress & bindery', true],
  ['work', 'the 9am mtg', true],
  ['work', 'the audit with Tom', false],
])('%s %j speaks like a note: %s', (slot, text, flawed) => {
  expect(isFlawed('It was good.', new Map([[slot, text]]))).toBe(flawed);
});

it('sees where two slots say the same', () => {
  const slots = new Map([
    ['thanks', 'staying late to fix the sensor'],
    ['work', 'the sensor repair'],
  ]);
  expect(isFlawed('It was good.', slots)).toBe(true);
});
