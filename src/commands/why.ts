import { channelOf } from '../coach/draft/write.ts';
import type { Context } from '../context.ts';
import { refOf } from '../model.ts';
import { renderWhy } from '../render/why.ts';
import { judgePerson, placeToday } from '../store/today.ts';
import { findNamed } from './input/person.ts';

/** Explains one person: every rule's verdict, and where the score comes from. */
export function run({ name }: { name: string }, context: Context): undefined {
  const db = context.storeToRead();
  const person = findNamed(db, name, context);
  const judgement = judgePerson(db, person, context.today);
  const { lead } = judgement;
  const costsBudget = lead !== null && channelOf(lead, true) === 'note';
  const held = judgement.hold ?? (costsBudget ? placeToday(db, judgement).hold : null);
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
    person: refOf(person),
    suggested: lead !== null && held === null,
    score: judgement.score,
    verdicts: [...verdicts, ...extras],
    held: held === null ? null : { ...held, message: context.toType(held.message) },
  };
  context.print(result, () => renderWhy(result, context));
}
