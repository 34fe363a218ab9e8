/** Whoever moves within the firm hasn't left, and no message says so. */
import { expect, it } from 'vitest';
import { coach } from '../helpers/coach.ts';

it.each([
  ['moved to the complaints team'],
  ['I move to the Kumasi site'],
  ['transferred to another ward'],
  ['she went over to the night shift'],
  ['I move to Property on Monday'],
  ['on maternity leave from Friday'],
])('"%s" is no goodbye', async (title) => {
  const c = coach();
  await c.log('departure', 'Nadia Wells: stayed late to fix the import', title, '2026-11-20');
  for (let variant = 1; variant <= 8; variant++) {
    const { draft } = await c.draft('Nadia', '--variant', `${variant}`);
    expect(draft.text).not.toMatch(/\bleft\b|\bleaving\b/);
  }
});
