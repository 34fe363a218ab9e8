/** The rules under the tests' own names, so that no test depends on a rule's id. */
import { checkIn } from '../../rules/check-in.ts';
import { departure } from '../../rules/departure.ts';
import { event } from '../../rules/event.ts';
import { feedback } from '../../rules/feedback.ts';
import { interest } from '../../rules/interest.ts';
import { milestone } from '../../rules/milestone.ts';
import { newJob } from '../../rules/new-job.ts';
import { project } from '../../rules/project.ts';
import { reorg } from '../../rules/reorg.ts';
import { team } from '../../rules/team.ts';
import { thank } from '../../rules/thank.ts';
import { warmUp } from '../../rules/warm-up.ts';
import { withdraw } from '../../rules/withdraw.ts';
import type { History, Moment, Rule } from '../../src/model.ts';

export const RULES = {
  'new-job': newJob,
  project,
  event,
  interest,
  feedback,
  milestone,
  reorg,
  departure,
  team,
  thank,
  'check-in': checkIn,
  withdraw,
  'warm-up': warmUp,
};
export type RuleName = keyof typeof RULES;

/** The moment that a rule finds in a history. */
export function momentOf(rule: Rule, history: History): Moment {
  const verdict = rule.match(history);
  if (!verdict.fires) throw new Error(`${rule.id} does not fire: ${verdict.why}`);
  return { rule, ...verdict.moment };
}
