import { expect, it } from 'vitest';
import {
  defaultTextCheck,
  wordsOutsideDefaultText,
} from '../../../src/coach/check/default-text.ts';
import { readMessage } from '../../../src/coach/check/message.ts';
import { faults } from './situation.ts';

it.each([
  ["I'd like to add you to my professional network. Hi", 'add you to my professional network'],
  ['제 인맥으로 추가', '제 인맥으로 추가'],
  ['하 제 인맥으로 추가 하', '제 인맥으로 추가'],
  ['İİ 제 인맥으로 추가', '제 인맥으로 추가'],
  ['LinkedInであなたを私の友', 'LinkedInであなたを私の'],
])('%j contains the stock line', (text, line) => {
  expect(faults(defaultTextCheck, text)).toEqual([line]);
});

it('matches whole words only', () => {
  expect(faults(defaultTextCheck, 'add you to my professional networking')).toEqual([]);
});

it.each([
  ['So. Add you to my professional network now. Yes', 'So Yes'],
  ['하. 제 인맥으로 추가 하. 나', '하 나'],
  ['하. 제 인맥으로 추가. 나', '하 나'],
  ['Plain words. More', 'Plain words More'],
])('%j leaves %j as the writer’s words', (text, own) => {
  expect(
    wordsOutsideDefaultText(readMessage(text))
      .map((word) => word.text)
      .join(' '),
  ).toBe(own);
});
