import { draftOf } from '../coach/draft/write.ts';
import { rank } from '../coach/suggest/suggest.ts';
import type { Context } from '../context.ts';
import type { OpenWindow } from '../export/calendar.ts';
import { ACTION_WORDS } from '../render/action.ts';
import { openLog } from '../store/candidates.ts';
import { readBudget } from '../store/invitations.ts';
import { readMe } from '../store/me.ts';

/** The open windows of all that would be suggested today, each with its message. */
export function openWindows(context: Context): OpenWindow[] {
  const db = context.store();
  const { today } = context;
  const me = readMe(db);
  const budget = readBudget(db, me, today);
  const { picks } = rank(openLog(db, me, today), { me, today, budget, limit: null });
  return picks.flatMap(({ judgement, channel }) => {
    const { history, lead } = judgement;
    if (lead.window === null) return [];
    const words = ACTION_WORDS[lead.action];
    return [
      {
        personId: history.person.id,
        name: history.person.name,
        title: `${words.charAt(0).toUpperCase()}${words.slice(1)}`,
        ...lead.window,
        message: draftOf(history, lead, channel).draft.text,
        key: lead.key,
      },
    ];
  });
}
