import { statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readMessage } from '../../../src/coach/check/message.ts';
import {
  type Opinion,
  opinionFeatures,
  opinionOf,
  reconsider,
  type Soft,
  tellingSentence,
} from '../../../src/coach/check/opinion.ts';
import { readModel } from '../../../src/reading/linear.ts';
import type { BoundedModel } from '../../../src/text/linear.ts';
import { check } from './situation.ts';

const opinion = (text: string) => opinionOf(readModel('check'), readMessage(text));

describe('the second opinion', () => {
  it('is at most 200 kB', () => {
    const file = new URL('../../../src/reading/check-weights.txt', import.meta.url);
    expect(statSync(file).size).toBeLessThanOrEqual(200_000);
  });

  it('sees no difference between names, days and figures', () => {
    const [one, other] = [
      'Hi Priya, see you on Monday at 10 with Tom.',
      'Hi Marta, see you on Friday at 9 with Ada.',
    ].map((text) => opinionFeatures(readMessage(text)).sort());
    expect(one).toEqual(other);
  });

  it('adds up to 1, and has nothing to say of another language or a very long text', () => {
    const shares = opinion('Hi Priya, thank you for the lift to the station.') as object;
    expect(Object.values(shares).reduce((a, b) => a + b, 0)).toBeCloseTo(1);
    expect(opinion('Hola Priya, gracias por la ayuda con la mudanza de ayer.')).toBeNull();
    expect(opinion('Thank you for the lift to the station. '.repeat(30))).toBeNull();
    expect(opinion('')).toBeNull();
  });

  it('points at the sentence that presses', () => {
    const text = 'Hi Priya, the talk was good. Please send my CV to your boss by tonight.';
    const { start, end } = tellingSentence(readModel('check'), readMessage(text), 'pushy');
    expect(text.slice(start, end)).toBe('Please send my CV to your boss by tonight');
  });

  it('adds what it is sure of, and drops what it is sure is not there', () => {
    const bounds = { 'add salesy': 0.6, 'add pushy': 0.6, 'drop salesy': 0.02, 'drop empty': 0.1 };
    const decide = (rule: Soft, found: boolean, shares: Partial<Opinion>) =>
      reconsider(rule, found, { fine: 1, salesy: 0, pushy: 0, empty: 0, ...shares }, bounds);
    expect(decide('salesy', false, { fine: 0.3, salesy: 0.7 })).toBe('add');
    expect(decide('salesy', false, { fine: 0.4, salesy: 0.6 })).toBe('keep');
    // It names what is likeliest.
    const both = { fine: 0.1, salesy: 0.5, pushy: 0.4 };
    expect(decide('salesy', false, both)).toBe('add');
    expect(decide('pushy', false, both)).toBe('keep');
    expect(decide('salesy', true, { fine: 0.99, salesy: 0.01 })).toBe('drop');
    expect(decide('salesy', true, { fine: 0.5, pushy: 0.5 })).toBe('keep');
    // Without a bound it does neither.
    expect(decide('pushy', true, { fine: 1 })).toBe('keep');
    expect(decide('generic', false, { fine: 0, empty: 1 })).toBe('keep');
    expect(decide('no-context', true, { empty: 0.05 })).toBe('drop');
    // What is missing hangs on the log.
    expect(decide('no-context', false, { fine: 0, empty: 1 })).toBe('keep');
  });

  it('leaves the lists alone where there is none', () => {
    const text =
      'Hi Ruth, I run a van service now. Six boxes moved for the price of five till May.';
    const rules = (model: BoundedModel | undefined) =>
      check(text, { limit: 8000, model }).problems.map(({ rule }) => rule);
    expect(rules(readModel('check'))).toContain('salesy');
    expect(rules(undefined)).not.toContain('salesy');
  });
});
