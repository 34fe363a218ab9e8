/** What a message says of one interaction, shown when it is logged. */
import { MEMORIES } from '../../../rules/lib/memories.ts';
import type { Detail, Reading } from '../../model.ts';
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

/** The sentence that says a title to those who took part: their news, or what a review was on; null for others. */
export function titleSentence(reading: Reading, isReview: boolean): string | null {
  if ('news' in reading) return `Congratulations on ${reading.news}!`;
  if (isReview && 'after' in reading)
    return `Thank you for your feedback ${reading.after} ${reading.phrase}.`;
  return null;
}
