import type { Database } from 'better-sqlite3';
import type { Context } from '../context.ts';
import { snapshot } from '../database/sqlite.ts';
import { type Day, type History, isInviting, type Moment } from '../model.ts';
import { renderSuggestions, renderWelcome } from '../render/suggestion.ts';
import { cautionFinder, recordCautionsShown } from '../store/cautions.ts';
import { isEmpty } from '../store/find-people.ts';
import { today } from '../store/today.ts';
import { nameFor } from './input/person.ts';

/** The default of --limit: a short list, as the article puts quality over quantity. */
const DEFAULT_LIMIT = 5;

interface Input {
  limit?: number;
  all?: boolean;
}

/** Prints today's suggestions. */
export function run(input: Input, context: Context): undefined {
  const db = context.storeToRead();
  const { cautions, ...list } = snapshot(db, () => readList(input, db, context.today));
  const held = list.held.map((one) => ({ ...one, message: context.toType(one.message) }));
  const result = { ...list, held };
  context.print(result, () =>
    renderSuggestions(result, input.all === true, context, (person) => nameFor(db, person)),
  );
  // With --json, a script may not show them to anyone.
  if (cautions.length > 0 && !context.isJson) recordCautionsShown(db, context.today, cautions);
}

function readList(input: Input, db: Database, day: Day) {
  const limit = input.all === true ? (input.limit ?? null) : (input.limit ?? DEFAULT_LIMIT);
  const { budget, suggestions: found, held } = today(db, day, limit);
  const cautions = new Set<string>();
  const cautionOf = cautionFinder(db, day);
  const suggestions = found.map(({ judgement, notices, draft }, index) => {
    const { history, lead, score, reasons } = judgement;
    return {
      rank: index + 1,
      person: history.person,
      action: lead.action,
      moment: lead.kind,
      score,
      reasons: [...reasons, ...notices, ...extraReasons(history, lead)],
      interaction: lead.interaction,
      window: lead.window,
      draft,
    };
  });
  return { date: day, budget, suggestions, held, cautions: [...cautions] };

  /** The rule's tip, or a caution that the new connection will see the user's posts. */
  function extraReasons(history: History, lead: Moment): string[] {
    if (lead.rule.tip !== undefined) return [lead.rule.tip];
    const caution = isInviting(lead.action) ? cautionOf(history, lead) : null;
    if (caution === null || cautions.has(caution)) return [];
    cautions.add(caution);
    return [caution];
  }
}

/** Runs `netcoach` without a command: `suggest`, or a welcome on an empty log. */
export function runOrWelcome(_input: unknown, context: Context): undefined {
  if (!context.isJson && isEmpty(context.storeToRead())) {
    context.print(null, () => renderWelcome(context));
    return;
  }
  run({}, context);
}
