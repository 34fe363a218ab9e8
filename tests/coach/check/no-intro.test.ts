import { expect, it } from 'vitest';
import { hasIntroduction } from '../../../src/coach/check/introduction.ts';
import { readMessage } from '../../../src/coach/check/message.ts';
import { check, logged, me, somebody } from './situation.ts';

it.each([
  ['I am the baker', true],
  ["I'm baker", true],
  ["I'm so", false],
  ['I am happy', false],
  ['I am', false],
  ['I am. Baker', false],
  ['my name is x', true],
  ['this is Ana from Rye', true],
  ['It was good. Anneke, data checks', true],
  ['It was good. Noor, rooftop bar ', true],
  ['It was good. Noor from Rye', true],
  ['It was good. Anna, a b c d e f', true],
  ['It was good. Anna, a b c d e f g', false],
  ['It was good. Anneke, data checks.', false],
  ['It was good. anneke, data', false],
  ['It was good. Anneke data', false],
  ['It was good. Anneke', false],
  ['Anneke, data checks', false],
  ['it is Sam', true],
  ['it is Samuel', false],
  ['a Billing thing', true],
  ['the back-end, backend engineer', true],
  ['the backend', false],
])('%j introduces the writer: %s', (text, is) => {
  const mine = /Sam|Bill|backend/.test(text) ? me : { ...me, name: null, role: null, team: null };
  const context = {
    person: null,
    recipientName: null,
    history: [],
    me: mine,
    today: '2026-11-22',
    limit: null,
  };
  const reading = { message: readMessage(text), greeting: null, context, has: () => false };
  expect(hasIntroduction(reading)).toBe(is);
});

const text =
  'Hi Priya, it was good to meet you at the Lisbon offsite. I would love to stay in touch.';

it.each([
  ['a name and a team', {}, 'Add "Sam from Billing".'],
  ['a name and a role', { team: null }, 'Add "Sam, backend engineer".'],
  ['a name', { team: null, role: null }, 'Add your team or role.'],
  ['a team and a role', { name: null }, 'Add your team or role.'],
])('suggests which of my details to add: %s', (_, mine, suggestion) => {
  expect(check(text, { person: somebody(), me: { ...me, ...mine } }).problems).toEqual([
    {
      rule: 'no-intro',
      severity: 'advice',
      message: "It doesn't say who you are; they may not recognise your name.",
      start: 0,
      end: text.length,
      suggestion,
    },
  ]);
});

it.each([
  [2, 2, true],
  [3, 0, false],
  [0, 3, false],
])(
  'asks someone with %i interactions, %i of them loaded, to introduce themselves: %s',
  (interactions, read, asks) => {
    const history = Array.from({ length: read }, () => logged({ kind: 'event' }));
    const { problems } = check(text, { person: somebody({ interactions }), history });
    expect(problems.length > 0).toBe(asks);
  },
);
