/** What was understood of somebody's part, as a sentence of its own. */
import { MEMORIES } from '../../../rules/lib/memories.ts';
import type { Detail } from '../../model.ts';
import { fill, fits } from './compose.ts';
import { readPlan } from './plan.ts';
import { detailConditions, detailSlots } from './slots.ts';

/** The sentence that says a detail to its owner, alone; null if it isn't said. */
export function memorySentence(detail: Detail): string | null {
  const slots = detailSlots(detail, false);
  const conditions = new Set(detailConditions(detail));
  for (const typed of MEMORIES) {
    const plan = readPlan(typed);
    const text = fits(plan, conditions) ? fill(plan, slots) : null;
    if (text !== null) return text;
  }
  return null;
}
