import { expect, it } from 'vitest';
import { readMessage } from '../../../src/coach/check/message.ts';
import { findPressure, pushy } from '../../../src/coach/check/pushy.ts';
import { check, faults } from './situation.ts';

const first = (text: string) =>
  findPressure(readMessage(text), 'first-note').map(({ start, end }) => text.slice(start, end))[0];

it.each([
  ['Can we schedule a call?', 'Can we schedule a call'],
  ['thanks. Can we schedule a call?', 'Can we schedule a call'],
  ['Please reply by Friday.', 'Please reply by Friday'],
  ['please reply urgently', 'please reply urgently'],
  ['please endorse me', 'please endorse me'],
  ['could you introduce me to Ana', 'could you introduce me'],
  ['can you spare ten minutes', 'can you spare ten minutes'],
  ['can you spare ten minutes a b c d sometime', 'can you spare ten minutes'],
  ['can you spare ten minutes. If so', 'can you spare ten minutes'],
  ['thank you a b c d e f please reply by Friday', 'please reply by Friday'],
  ['no rush, please reply by Friday', 'please reply by Friday'],
  ['nobody said you must answer by Friday', 'answer by Friday'],
  ["it said 'please reply by Friday", 'please reply by Friday'],
  ["please reply by Friday 'now it is'", 'please reply by Friday'],
])('%j is pushy because of %j', (text, plea) => {
  expect(first(text)).toBe(plea);
});

it.each([
  'thanks for asking if you can schedule a call',
  'grateful that you could introduce me to Ana',
  'thank you a b c d please reply by Friday',
  'can you spare ten minutes whenever',
  'can you spare ten minutes for me if so',
  'no need to reply by Friday',
  "there's no need to answer by Friday",
  "you don't have to answer by Friday",
  'you do not have to answer by Friday',
  'you do not need to reply',
  'I have no answer by Friday',
  "the note that said 'please reply by Friday' is here",
  '(“please reply by Friday”) is what it said',
])('%j is not pushy', (text) => {
  expect(first(text)).toBeUndefined();
});

it('is not reported for a message that is already a pitch', () => {
  expect(faults(pushy, 'Can we schedule a call?')).toEqual(['Can we schedule a call']);
  expect(faults(pushy, 'Can we schedule a call?', ['salesy'])).toEqual([]);
  expect(faults(pushy, 'Wir waren zusammen im Kurs.')).toEqual([]);
});

it.each([
  [
    'Hi Priya, thanks for the tour of the mill. Can we schedule a quick call tomorrow? I mill rye in Porto.',
    'Can we schedule a quick call',
    '"Can we schedule a quick call" asks for their time straight away.',
    "Leave the request for later, once you've been in touch for a while.",
  ],
  [
    'Hallo Priya, wir waren zusammen im Kurs. Bitte antworte mir bis morgen.',
    'Bitte antworte mir bis',
    '"Bitte antworte mir bis" puts pressure on them.',
    'Keep the favour for later; say first what you did together.',
  ],
])('%j gets its message and suggestion', (text, plea, message, suggestion) => {
  const start = text.indexOf(plea);
  expect(check(text, { recipientName: 'Priya Shah' }).problems).toEqual([
    { rule: 'pushy', severity: 'warning', message, start, end: start + plea.length, suggestion },
  ]);
});
