import { expect, it } from 'vitest';
import { cutTo, shorterTitles } from '../../../src/coach/draft/shorten.ts';
import type { Kind } from '../../../src/model.ts';

/** A cut title ends in "…"; one shortened at a natural break does not. */
function shorter(title: string, kind: Kind): string[] {
  return shorterTitles(title, [22, 14], kind).map(({ text, isCut }) => (isCut ? `${text}…` : text));
}

it.each<[title: string, kind: Kind, shorter: string[]]>([
  ['Ledger migration (phase 2)', 'project', ['Ledger migration', 'Ledger…']],
  ['Ledger: phase 2', 'project', ['Ledger']],
  ['Ledger – phase 2', 'project', ['Ledger']],
  ['Ledger, phase 2', 'project', ['Ledger']],
  ['Ledger and Apollo with Tom', 'project', ['Ledger']],
  ['Promoted to Staff', 'milestone', ['Promoted']],
  ['Promoted to Staff', 'project', ['Promoted…']],
  ['AB and Apollo', 'project', []],
  ['ABC and Apollo', 'project', ['ABC']],
  ['Ledger migration of the old accounts', 'project', ['Ledger migration…', 'Ledger…']],
  ['Ledger migration of the', 'project', ['Ledger migration…', 'Ledger…']],
  ['(alpha beta gamma delta epsilon', 'project', []],
  ['Ledger (alpha beta) gamma is', 'project', ['Ledger']],
  ['exactlyfourteen', 'project', ['exactlyfourtee…']],
  ['exactlyfourtee', 'project', []],
])('%j (%s) shortens to %j', (title, kind, texts) => {
  expect(shorter(title, kind)).toEqual(texts);
});

it.each([
  ['alpha beta gamma', 10, 'alpha beta'],
  ['alpha beta gamma', 12, 'alpha beta'],
  ['alpha beta gamma', 5, 'alpha'],
  ['alphabeta', 4, 'alph'],
  ['👩‍👩‍👧 beta', 6, ''],
  ['👩‍👩‍👧 beta', 8, '👩‍👩‍👧'],
  ['alpha  beta', 6, 'alpha'],
  ['alpha beta', 9, 'alpha'],
])('%j cut to %i is %j', (text, limit, cut) => {
  expect(cutTo(text, limit)).toBe(cut);
});
