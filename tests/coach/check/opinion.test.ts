import { statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readMessage } from '../../../src/coach/check/message.ts';
import {
  opinionFeatures,
  opinionOf,
  reconsider,
  tellingSentence,
} from '../../../src/coach/check/opinion.ts';
import { readOpinion } from '../../../src/reading/linear.ts';
import type { Model } from '../../../src/text/linear.ts';
import { check } from './situation.ts';

const opinion = (text: string) => opinionOf(readOpinion(), readMessage(text));

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
    const { start, end } = tellingSentence(readOpinion(), readMessage(text), 'pushy');
    expect(text.slice(start, end)).toBe('Please send my CV to your boss by tonight');
  });

  it('adds a pitch that it is sure of, and drops none', () => {
    const sure = { fine: 0.01, salesy: 0.97, pushy: 0.01, empty: 0.01 };
    expect(reconsider('salesy', false, sure)).toBe('add');
    const unsure = { fine: 0.97, salesy: 0.01, pushy: 0.01, empty: 0.01 };
    expect(reconsider('salesy', true, unsure)).toBe('keep');
    expect(reconsider('pushy', true, unsure)).toBe('drop');
    expect(reconsider('no-context', true, unsure)).toBe('drop');
    expect(reconsider('no-context', false, { ...unsure, empty: 1 })).toBe('keep');
  });

  it('leaves the lists alone where there is none', () => {
    const text =
      'Hi Ruth, I run a van service now. Six boxes moved for the price of five till May.';
    const rules = (model: Model | undefined) =>
      check(text, { limit: 8000, model }).problems.map(({ rule }) => rule);
    expect(rules(readOpinion())).toContain('salesy');
    expect(rules(undefined)).not.toContain('salesy');
  });
});
