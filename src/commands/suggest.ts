import type { Database } from 'better-sqlite3';
import type { Context } from '../context.ts';
import { snapshot } from '../database/sqlite.ts';
import { type Day, type History, isInviting, type Moment } from '../model.ts';
import { renderSuggestions, renderWelcome } from '../render/suggestion.ts';
import { openCautions, rememberSaid } from '../store/cautions.ts';
import { isEmpty } from '../store/find-people.ts';
import { today } from '../store/today.ts';
import { nameFor } from './input/person.ts';

/** How many are listed: quality over quantity. */
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
function list(input: Input, db: Database, day: Day) {
  const limit = input.all === true ? (input.limit ?? null) : (input.limit ?? SHORT);
  const { budget, suggestions: found, held } = today(db, day, limit);
  const said = new Set<string>();
  const cautionOf = openCautions(db, day);
  const suggestions = found.map(({ judgement, notices, draft }, index) => {
    const { history, lead, score, reasons } = judgement;
    return {
      rank: index + 1,
      person: history.person,
      action: lead.action,
      moment: lead.kind,
      score,
      reasons: [...reasons, ...notices, ...hints(history, lead)],
      interaction: lead.interaction,
      window: lead.window,
      draft,
    };
  });
  return { date: day, budget, suggestions, held, said: [...said] };

  /** What to know besides the reasons: the rule's tip, or that what one posts will be seen. */
  function hints(history: History, lead: Moment): string[] {
    if (lead.rule.tip !== undefined) return [lead.rule.tip];
    const caution = isInviting(lead.action) ? cautionOf(history, lead) : null;
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
