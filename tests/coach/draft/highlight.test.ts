import fc from 'fast-check';
import { expect, it } from 'vitest';
import { highlightClause } from '../../../src/coach/draft/highlight.ts';

const NAMES = ['Priya Shah', 'Priya'];

it.each([
  ['your rollback plan', 'your rollback plan stayed with me'],
  ['her rollback plan', 'your rollback plan stayed with me'],
  ['Her rollback plan', 'your rollback plan stayed with me'],
  ['Rollback plan', 'your rollback plan stayed with me'],
  ["Priya's rollback plan", 'your rollback plan stayed with me'],
  ['the rollback plan', 'the rollback plan stayed with me'],
  ['the runbook she wrote', 'the runbook you wrote stayed with me'],
  ['runbook she wrote', 'the runbook you wrote stayed with me'],
  ['the retro she ran was the best', 'the retro you ran was the best'],
  ['rollback plan saved us', 'your rollback plan saved us'],
  ['rollback plan saved us. Also funny.', 'your rollback plan saved us'],
  ['Priya saved the demo', 'you saved the demo'],
  ['asked great questions', 'you asked great questions'],
  ['asks great questions', 'you ask great questions'],
  ['Asked great questions!!!', 'you asked great questions'],
  ['wrote the runbook', 'you wrote the runbook'],
  ['always helped me', 'you always helped me'],
  ['calm under fire', 'you were calm under fire'],
  ['she was calm under fire', 'you were calm under fire'],
  ['he has a sharp eye', 'you have a sharp eye'],
  ['calm leadership', 'your calm leadership stayed with me'],
  ['organised and calm', 'you were organised and calm'],
  ['very patient', 'you were very patient'],
  ['always on time', 'you were always on time'],
  ['punctual', 'you were punctual'],
  ['kindness', 'your kindness stayed with me'],
  ['a great listener', 'you were a great listener'],
  ['Excellent presenter', 'you were an excellent presenter'],
  ['I liked her calm', 'I liked your calm'],
  ['loved her talk', 'I loved your talk'],
  ['learned a lot from her', 'I learned a lot from you'],
  ['how she handled the outage', 'how you handled the outage stayed with me'],
  ['staying calm under fire', 'I remember you staying calm under fire'],
  ['clear diagrams, sharp questions', 'your clear diagrams and sharp questions stayed with me'],
  ['told him off', 'what I remember best is "told him off"'],
  ['沉着', 'what I remember best is "沉着"'],
  ['his demo of the "Blue" thing', `what I remember best is "his demo of the 'Blue' thing"`],
])('%j', (highlight, clause) => {
  expect(highlightClause(highlight, NAMES, 1)).toBe(clause);
});

it('says nothing where nothing readable is left', () => {
  for (const text of ['', '  ', '!!!', '🚀', '42', 'https://x.example/y']) {
    expect(highlightClause(text, NAMES, 0)).toBeNull();
  }
});

it('speaks to the person, never about them, unless it quotes', () => {
  const words = fc.constantFrom(
    ...'she he her his their they Priya was kept wrote the a calm great plan questions very always us me under with and good talk'.split(
      ' ',
    ),
  );
  fc.assert(
    fc.property(fc.array(words, { minLength: 1, maxLength: 7 }), fc.nat(9), (list, seed) => {
      const clause = highlightClause(list.join(' '), NAMES, seed);
      if (clause === null || clause.includes('"')) return;
      expect(clause).not.toMatch(/^(?:she|he|they|her|his|their)\b/i);
      expect(clause).not.toMatch(/[.!?]$/);
    }),
  );
});
