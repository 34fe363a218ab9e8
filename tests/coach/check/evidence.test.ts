import { expect, it } from 'vitest';
import { provesContext, sharedEvidence } from '../../../src/coach/check/evidence.ts';
import { findGreeting } from '../../../src/coach/check/find-greeting.ts';
import { readMessage } from '../../../src/coach/check/message.ts';
import { toPriya } from './situation.ts';

/** The evidence in a text to Priya: plain words, hints, positions of shared things, and the number of empty phrases. */
function evidence(text: string) {
  const message = readMessage(text);
  const found = sharedEvidence({
    message,
    greeting: findGreeting(message, () => false),
    context: toPriya,
    has: () => false,
  });
  return {
    plain: found.plain.map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`),
    hints: found.hints,
    shared: found.shared,
    fakes: found.fakes.length,
    is: provesContext(found),
  };
}

it.each([
  [
    'we met at the mill',
    ['met: we met', 'met: met at', 'shared: we met', 'shared: met at'],
    0.5,
    [],
    0,
    true,
  ],
  ['we never met at the mill', [], 0.5, [], 0, false],
  ['if we met at the mill', [], 0.5, [], 0, false],
  ['we met. Never the mill', ['met: we met', 'shared: we met'], 0.5, [], 0, true],
  ['thank you for the rye', ['met: thank you for the'], 0.5, [], 0, true],
  ['thank you for the opportunity', [], 0, [], 0, false],
  ['thank you for Priya', [], 0, [], 0, false],
  ['thanks for the help with rye', ['met: thanks for the'], 0, [], 0, true],
  ['thank you for a b c d e f g rye', [], 0, [], 0, false],
  ['thanks. Rye', [], 0, [], 0, false],
  ['last Tuesday', ['when: last Tuesday'], 0.5, [], 0, true],
  ['Hi Priya, Lisbon', [], 0.5, [], 0, false],
  ['Hi Lisbon', [], 0, [], 0, false],
  ['I mill Lisbon', [], 0, [], 0, false],
  ['it is Fernhill', [], 0, [], 0, false],
  ['mill oat rye', [], 1, [], 0, true],
  ['mill oat', [], 0, [], 0, false],
  ['your talk', [], 1, [0], 0, true],
  ['our bet', [], 1, [], 0, true],
  ['the same ward', [], 2, [0, 1], 0, true],
  ['your mill and the oat mill', [], 3, [], 0, true],
  ['I came across your profile', [], 0, [], 2, false],
  ['I came across your profile on Tuesday', ['when: on Tuesday'], 0, [], 2, false],
  ['I came across your profile. The mill you built', ['shared: you built'], 1, [5], 2, true],
  ['I see that you are in the same ward', [], 1, [7], 1, true],
])('%j', (text, plain, hints, shared, fakes, is) => {
  expect(evidence(text)).toEqual({ plain, hints, shared, fakes, is });
});

const none = { plain: [], hints: 0, shared: [], fakes: [] };
const hit = { from: 0, to: 0, start: 0, end: 1, phrase: 'x' };

it.each([
  ['nothing', none, false],
  ['hints that do not add up', { ...none, hints: 0.5 }, false],
  ['hints that add up', { ...none, hints: 1 }, true],
  ['hints beside an empty phrase', { ...none, hints: 1, fakes: [hit] }, false],
  ['more hints beside an empty phrase', { ...none, hints: 2, fakes: [hit] }, true],
  ['a thing done together', { ...none, shared: [0], fakes: [hit] }, true],
  ['a time', { ...none, plain: [{ ...hit, kind: 'when' as const }] }, true],
  [
    'a time beside an empty phrase',
    { ...none, plain: [{ ...hit, kind: 'when' as const }], fakes: [hit] },
    false,
  ],
  [
    'a time and a hint beside one',
    { ...none, hints: 1, plain: [{ ...hit, kind: 'when' as const }], fakes: [hit] },
    true,
  ],
  [
    'a meeting beside one',
    { ...none, plain: [{ ...hit, kind: 'met' as const }], fakes: [hit] },
    true,
  ],
])('%s', (_, given, is) => {
  expect(provesContext(given)).toBe(is);
});
