import type { Database } from 'better-sqlite3';
import { LIGHTER } from '../../rules/check-in.ts';
import { draftOf } from '../coach/draft/write.ts';
import { type Pick, rank } from '../coach/suggest/suggest.ts';
import type { Context } from '../context.ts';
import { snapshot } from '../database/sqlite.ts';
import { type Day, isInviting } from '../model.ts';
import { renderSuggestions, renderWelcome } from '../render/suggestion.ts';
import { openLog } from '../store/candidates.ts';
import { openCaution, rememberSaid } from '../store/cautions.ts';
import { isEmpty } from '../store/find-people.ts';
import { interactionById } from '../store/interactions.ts';
import { readBudget } from '../store/invitations.ts';
import { readMe } from '../store/me.ts';
import { nameFor } from './input/person.ts';

/** So many suggestions unless told: quality over quantity. */
const SHORT = 5;

interface Input {
  limit?: number;
  all?: boolean;
}

export function run(input: Input, context: Context): undefined {
  const db = context.store();
  const { said, ...result } = snapshot(db, () => list(input, db, context.today));
  context.print(result, () =>
    renderSuggestions(result, input.all === true, context, (person) => nameFor(db, person)),
  );
  // A script that lists the reasons has said nothing to anybody yet.
  if (said.length > 0 && !context.isJson) rememberSaid(db, context.today, said);
}

/** Today's list, and those of its lines that are said once a day. */
function list(input: Input, db: Database, today: Day) {
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
  return { date: today, budget, suggestions, held, said: [...said] };

  /** What to know besides the reasons: a lighter way to keep in touch, or that what one posts will be seen. */
  function hints({ judgement: { history, lead } }: Pick): string[] {
    if (lead.rule === 'check-in') return [LIGHTER];
    const caution = isInviting(lead.action) ? openCaution(db, history, lead) : null;
    if (caution === null || said.has(caution)) return [];
    said.add(caution);
    return [caution];
  }
}

/** What `suggest` does; on an empty log, three examples of how to begin. */
export function home(_input: unknown, context: Context): undefined {
  if (!context.isJson && isEmpty(context.store())) {
    context.print(null, () => renderWelcome(context));
    return;
  }
  run({}, context);
}
