/** Which company names are of one company, as people write them. */
import { expect, test } from 'vitest';
import { isSameCompany } from '../../src/text/company.ts';

test.each([
  ['H&M', 'H & M'],
  ['Müller & Söhne KG', 'Müller und Söhne'],
  ['Marks & Spencer plc', 'Marks and Spencer'],
  ['Nestlé S.A.', 'Nestle'],
  ['ex-Stripe', 'Stripe, Inc.'],
  ['Google UK', 'Google LLC'],
])('one: %s, %s', (one, other) => {
  expect(isSameCompany(one, other)).toBe(true);
});

test.each([
  ['Apple', 'Apple Bank'],
  ['Bank of India', 'Bank'],
  ['University of York', 'University of Kent'],
])('two: %s, %s', (one, other) => {
  expect(isSameCompany(one, other)).toBe(false);
});
