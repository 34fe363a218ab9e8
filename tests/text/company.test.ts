/** Which company names are of one company, as people write them. */
import { expect, test } from 'vitest';
import { isSameCompany, isSayableCompany, spokenCompany } from '../../src/text/company.ts';

test.each([
  ['H&M', 'H & M'],
  ['Müller & Söhne KG', 'Müller und Söhne'],
  ['Marks & Spencer plc', 'Marks and Spencer'],
  ['Nestlé S.A.', 'Nestle'],
  ['ex-Stripe', 'Stripe, Inc.'],
  ['Google UK', 'Google LLC'],
  ['Accenture in India', 'Accenture'],
  ['Wafd - وفد', 'Wafd Ltd'],
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

test.each([
  ['Wafd - وفد', 'Wafd'],
  ['وفد | Wafd Bank', 'Wafd Bank'],
  ['Яндекс / Yandex', 'Yandex'],
  ['三菱商事 - Mitsubishi Corporation', 'Mitsubishi'],
  ['Kedah Trading Co. (KETRACO)', 'Kedah Trading'],
  ['Acme | We are hiring', 'Acme'],
  ['Acme Pvt. Ltd.', 'Acme'],
  ['Rolls-Royce - Civil', 'Rolls-Royce - Civil'],
  ['𝐀𝐜𝐦𝐞', 'Acme'],
])('said: %s is %s', (name, said) => {
  expect(spokenCompany(name)).toBe(said);
  expect(isSayableCompany(name)).toBe(true);
});

test.each([
  ['وفد', 'وفد'],
  ['(KETRACO)', '(KETRACO)'],
])('whole: %s', (name, said) => {
  expect(spokenCompany(name)).toBe(said);
});
