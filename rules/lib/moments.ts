/** How the moments to connect are matched: each rests on the newest open interaction of one kind. */

import type { Action, History, Interaction, Kind, Match, Verdict } from '../../src/model.ts';
import { ago, daysBetween, windowFrom } from '../../src/text/days.ts';
import { titleOf } from './titles.ts';

interface Welcome {
  /** The rule's id. */
  id: string;
  kind: Kind;
  /** Days after the interaction, as in the rule. */
  window: { best: number; closes: number };
  /** Why it does not fire when nothing of the kind is logged. */
  missing: string;
  /** The reason, from the interaction's title without a verb and "2 days ago". */
  reason: (title: string, when: string) => string;
}

/** The key of a moment that rests on an interaction. */
export function keyOf(rule: string, interaction: Interaction): string {
  return `${rule}:${interaction.id}`;
}

/** Whether an interaction's moment is open today: neither still to come nor closed. */
export function isOpen(interaction: Interaction, closes: number, today: string): boolean {
  const days = daysBetween(interaction.date, today);
  return days >= 0 && days <= closes;
}

/**
 * The newest interaction of a kind whose moment is open and was not let pass, or why there is none:
 * nothing logged, nothing yet, too long ago, or let pass.
 */
export function findOpen(
  { interactions, today, skipped }: History,
  { id, kind, window, missing }: Omit<Welcome, 'reason'>,
): { interaction: Interaction } | { why: string } {
  const ofKind = interactions.filter((one) => one.kind === kind && one.date <= today);
  const open = ofKind.filter((one) => isOpen(one, window.closes, today));
  const interaction = open.find((one) => !skipped.has(keyOf(id, one)));
  if (interaction) return { interaction };
  if (open[0]) return { why: `You let this moment pass: ${titleOf(open[0])}` };
  if (!ofKind[0]) return { why: missing };
  const title = titleOf(ofKind[0]);
  const days = daysBetween(ofKind[0].date, today);
  return {
    why: `${title} was ${days} days ago; this moment lasts ${window.closes}`,
  };
}

/** How somebody is invited over an interaction: a former coworker is reconnected with. */
function inviting({ person }: History, { kind }: Interaction): Action {
  return person.relationship === 'former' || kind === 'departure' ? 'reconnect' : 'connect';
}

/** What a message on an interaction of one kind is: an invitation, to whoever is not connected. */
export function invitesOver(
  kind: Kind,
): (history: History, interaction: Interaction) => Pick<Match, 'action' | 'kind'> | null {
  return (history, interaction) =>
    interaction.kind !== kind || history.person.connection.status === 'connected'
      ? null
      : { action: inviting(history, interaction), kind };
}

/** The verdict of a moment to connect: fires on the newest open interaction with a person one is not connected to. */
export function matchMoment(history: History, welcome: Welcome): Verdict {
  const { person, today } = history;
  if (person.connection.status === 'connected') {
    return {
      fires: false,
      why: `You and ${person.name} are already connected`,
    };
  }
  const found = findOpen(history, welcome);
  if ('why' in found) return { fires: false, why: found.why };
  const { interaction } = found;
  const action = inviting(history, interaction);
  const reason = welcome.reason(titleOf(interaction), ago(interaction.date, today));
  return {
    fires: true,
    why: reason,
    moment: {
      action,
      kind: welcome.kind,
      interaction,
      window: windowFrom(interaction.date, welcome.window),
      reason,
      key: keyOf(welcome.id, interaction),
    },
  };
}
