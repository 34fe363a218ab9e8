import { expect, it } from 'vitest';
import { readMessage } from '../../../src/coach/check/message.ts';
import { findPitch } from '../../../src/coach/check/salesy.ts';

const sold = (text: string) =>
  findPitch(readMessage(text)).map(({ start, end }) => text.slice(start, end));

it.each([
  ['we help companies like yours', ['companies like yours']],
  ['thanks. We help companies like yours', ['companies like yours']],
  ['thanks a b c d e f we help companies like yours', ['companies like yours']],
  ['it is a free trial', ['free trial']],
  ['it is a free trial a b c d e f together', ['free trial']],
  ['it is a free trial. Together', ['free trial']],
  ['ayudamos a empresas', ['ayudamos a empresas']],
  ['thanks, we help companies like yours', []],
  ['congrats on the free trial', []],
  ['it is a free trial a b c d e together', []],
  ['we help companies like yours together', []],
  ['we offer software', []],
])('%j sells with %j', (text, found) => {
  expect(sold(text)).toEqual(found);
});
