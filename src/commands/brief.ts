import { openMatters, questionFor } from '../coach/brief.ts';
import { publicInteraction, publicPerson } from '../coach/redact.ts';
import type { Context } from '../context.ts';
import { renderBrief } from '../render/brief.ts';
import { listInteractions } from '../store/interactions.ts';
import { judgePerson } from '../store/today.ts';
import { findNamed } from './input/person.ts';

/** How many interactions a brief shows: enough for the thread of a talk. */
const LATEST = 5;

/**
 * Shows what to know before talking to someone. Private notes and what feedback said are shown on
 * a terminal only.
 */
export function run({ name }: { name: string }, context: Context): undefined {
  const db = context.storeToRead();
  const found = findNamed(db, name, context);
  const { history } = judgePerson(db, found, context.today);
  const latest = listInteractions(db, { person: found.id, limit: LATEST }).interactions;
  const isPrivate = context.isTerminal && !context.isJson;
  const brief = {
    person: isPrivate ? found : publicPerson(found),
    lastContact: found.lastContact,
    interactions: isPrivate ? latest : latest.map(publicInteraction),
    open: openMatters(history),
    ask: questionFor(history),
  };
  context.print(brief, () => renderBrief(brief, context));
}
