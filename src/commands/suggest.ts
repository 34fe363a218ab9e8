import { LIGHTER } from '../../rules/check-in.ts';
import { isInviting } from '../../rules/rule.ts';
import { draftOf } from '../coach/draft-of.ts';
import { type Pick, rank } from '../coach/suggest.ts';
import type { Context } from '../context.ts';
import { renderSuggestions } from '../render/suggestion.ts';
import { interactionById } from '../store/interactions.ts';
import { openLog } from '../store/log.ts';
import { readMe } from '../store/me.ts';
import { rememberSaid } from '../store/said.ts';
import { readBudget } from './advice.ts';
import { openCaution } from './caution.ts';

/** So many suggestions unless told: quality over quantity. */
const SHORT = 5;

export function run(input: { limit?: number; all?: boolean }, context: Context): undefined {
  const db = context.store();
  const { today } = context;
  const me = readMe(db);
  const budget = readBudget(db, me, today);
  const limit = input.all === true ? (input.limit ?? null) : (input.limit ?? SHORT);
  const { picks, held } = rank(openLog(db, me, today), {
    me,
    today,
    budget,
    limit,
  });
  const said = new Set<string>();
  const suggestions = picks.map((pick, index) => {
    const { history, lead, score, reasons } = pick.judgement;
    return {
      rank: index + 1,
      person: history.person,
      action: lead.action,
      moment: lead.kind,
      score,
      reasons: [...reasons, ...pick.notices, ...hints(pick)],
      interaction: lead.interaction && interactionById(db, lead.interaction.id),
      window: lead.window,
      draft: draftOf(history, lead, pick.channel).draft,
    };
  });
  const result = { date: today, budget, suggestions, held };
  context.print(result, () => renderSuggestions(result, input.all === true, context));
  // A script that lists the reasons has said nothing to anybody yet.
  if (said.size > 0 && !context.isJson) rememberSaid(db, today, [...said]);

  /** What to know besides the reasons: a lighter way to keep in touch, or that what one posts will be seen. */
  function hints({ judgement: { history, lead } }: Pick): string[] {
    if (lead.action === 'check-in') return [LIGHTER];
    const caution = isInviting(lead.action) ? openCaution(db, history, lead) : null;
    if (caution === null || said.has(caution)) return [];
    said.add(caution);
    return [caution];
  }
}
