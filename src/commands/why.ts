import { channelOf } from '../coach/draft/write.ts';
import { type Judgement, judge } from '../coach/suggest/judge.ts';

import { rank } from '../coach/suggest/suggest.ts';
import type { Context } from '../context.ts';
import { renderWhy } from '../render/why.ts';
import { openLog } from '../store/candidates.ts';
import { readHistories } from '../store/histories.ts';
import { readBudget } from '../store/invitations.ts';
import { readMe } from '../store/me.ts';
import { findPerson } from './input/person.ts';

export function run({ name }: { name: string }, context: Context): undefined {
  const db = context.store();
  const { today } = context;
  const person = findPerson(db, name);
  const me = readMe(db);
  const [judgement] = readHistories(db, [person.id], me, today).map(judge);
  if (judgement === undefined) throw new Error(`no history of person ${person.id}`);
  const held = judgement.hold ?? heldByBudget(judgement);
  const counted = new Set(judgement.lines.map(({ rule }) => rule));
  const verdicts = judgement.verdicts.map(({ rule, verdict }) => ({
    rule: rule.id,
    fires: verdict.fires,
    why: verdict.why,
    points: counted.has(rule.id) ? rule.weight : 0,
  }));
  const ruleIds = new Set(verdicts.map(({ rule }) => rule));
  const extras = judgement.lines
    .filter(({ rule }) => !ruleIds.has(rule))
    .map(({ rule, why, points }) => ({ rule, fires: true, why, points }));
  const result = {
    person,
    suggested: judgement.lead !== null && held === null,
    score: judgement.score,
    verdicts: [...verdicts, ...extras],
    held,
  };
  context.print(result, () => renderWhy(result, context));

  /** Only an invitation costs budget, and whether some is left depends on everybody who scores more. */
  function heldByBudget({ lead }: Judgement) {
    if (lead === null || channelOf(lead, true) !== 'note') return null;
    const budget = readBudget(db, me, today);
    const all = rank(openLog(db, me, today), {
      me,
      today,
      budget,
      limit: null,
    });
    const found = all.held.find((one) => one.person.id === person.id);
    return found === undefined ? null : { reason: found.reason, message: found.message };
  }
}
