/** An invitation of theirs that waits for an answer: what its rules share. */

import type { History, Interaction, Verdict } from '../../src/model.ts';
import { isSameCompany, spokenCompany } from '../../src/text/company.ts';
import { ago, daysBetween, windowFrom } from '../../src/text/days.ts';
import { isSiteRecord, showsTie } from '../../src/text/site-record.ts';
import { answerKey } from './invitations.ts';
import { bestToBuildOn, isTeammate } from './ties.ts';

/** One of the rules: whom it is for, and what it says. */
interface IncomingRule {
  window: { best: number; closes: number };
  /** Why it isn't for somebody of whom this is known (null: nothing); null where it is. */
  unfit: (known: string | null) => string | null;
  /** Why it's too late. */
  late: (days: number) => string;
  /** What to say of them. */
  tell: (known: string | null) => string;
  /** What the answer can build on. */
  interaction: Interaction | null;
}

/** Judges an invitation of theirs by one of the rules. */
export function matchIncoming(history: History, rule: IncomingRule): Verdict {
  const { person, today, skipped } = history;
  const no = (why: string): Verdict => ({ fires: false, why });
  const { status, since } = person.connection;
  if (status !== 'incoming') return no(`${person.name} hasn't invited you`);
  if (since !== null && since > today) return no('Their invitation has a date in the future');
  const known = knownFrom(history);
  const unfit = rule.unfit(known);
  if (unfit !== null) return no(unfit);
  const days = since === null ? 0 : daysBetween(since, today);
  if (days > rule.window.closes) return no(rule.late(days));
  const key = answerKey(since);
  if (skipped.has(key)) return no(`You skipped this for ${person.name}`);
  const when = since === null ? '' : ` ${ago(since, today)}`;
  const reason = `${person.name} invited you${when}: ${rule.tell(known)}`;
  return {
    fires: true,
    why: reason,
    moment: {
      action: 'answer',
      kind: null,
      interaction: rule.interaction,
      window: since === null ? null : windowFrom(since, rule.window),
      reason,
      key,
    },
  };
}

/** What the log knows of somebody; null for a stranger. Whether it's null doesn't depend on titles. */
function knownFrom(history: History): string | null {
  const { person, me, interactions } = history;
  const known = interactions.filter(({ title }) => !isSiteRecord(title) || showsTie(title));
  const best = bestToBuildOn(known);
  if (isTeammate(history)) return "you're on one team";
  if (best !== null && best.title !== '' && !isSiteRecord(best.title))
    return `you know them from ${best.title}`;
  if (best !== null)
    return isSiteRecord(best.title) ? "you've written to each other" : 'you know them';
  if (person.shared !== null) return `you know them from ${spokenCompany(person.shared.company)}`;
  const isSame =
    person.company !== null && me.company !== null && isSameCompany(person.company, me.company);
  return isSame ? `they work at ${person.company}, as you do` : null;
}
