import { expect, it } from 'vitest';
import {
  calmed,
  cleanLine,
  plainLine,
  upperFirst,
  withoutEnd,
} from '../../../src/coach/draft/plain-text.ts';

it.each([
  ['A  b ', 'A b', 'A b'],
  ['a\u0000b', 'a b', 'a b'],
  ['a\u200bb', 'ab', 'ab'],
  ['[x] {y} <z>', '[x] {y} <z>', '(x) (y) (z)'],
  ['see https://x.example/1 now', 'see https://x.example/1 now', 'see now'],
  ['HTTP://X.EXAMPLE now', 'HTTP://X.EXAMPLE now', 'now'],
  ['www.x.example', 'www.x.example', ''],
  ['Acme® 🚀 one', 'Acme® 🚀 one', 'Acme one'],
  ['wow!!! ¡ola!', 'wow!!! ¡ola!', 'wow ola'],
  ['so... far', 'so... far', 'so far'],
  ['so.. far', 'so.. far', 'so far'],
  ['a,,b', 'a,,b', 'a b'],
  ['( ) x', '( ) x', 'x'],
  ['a ( ) b', 'a ( ) b', 'a b'],
  ['Hello , you . there', 'Hello , you . there', 'Hello, you. there'],
  ['a […] b', 'a […] b', 'a b'],
  ['x … y', 'x … y', 'x y'],
  ['1️⃣ one', '1⃣ one', '1 one'],
  ['e\u0301', 'é', 'é'],
])('%j is cleaned to %j, and in plain text to %j', (text, clean, plain) => {
  expect(cleanLine(text)).toBe(clean);
  expect(plainLine(text)).toBe(plain);
});

it.each([
  ['. Apollo launch. ', 'Apollo launch'],
  ['–Apollo—', 'Apollo'],
  ['Apollo?!', 'Apollo?!'],
  ['•Apollo,', 'Apollo'],
])('%j without its outer punctuation is %j', (text, bare) => {
  expect(withoutEnd(text)).toBe(bare);
});

it.each([
  ['APOLLO', 'APOLLO'],
  ['APOLLO LAUNCH', 'Apollo Launch'],
  ['NASA ESA', 'NASA ESA'],
  ['THE APOLLO OF ROME', 'the Apollo of ROME'],
  ['APOLLO v2', 'APOLLO v2'],
  ['ÉCOLE LAUNCH', 'École Launch'],
  ['ÉCOLE é LAUNCH', 'ÉCOLE é LAUNCH'],
])('%j in normal case is %j', (text, calm) => {
  expect(calmed(text)).toBe(calm);
});

it.each([
  ['', ''],
  ['our work', 'Our work'],
  ['éa', 'Éa'],
  ['𐐨a', '𐐀a'],
])('%j with a capital first letter is %j', (text, upper) => {
  expect(upperFirst(text)).toBe(upper);
});
