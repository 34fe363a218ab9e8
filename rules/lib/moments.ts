import type { Action, History, Interaction, Kind, Match, Verdict } from '../../src/model.ts';
import { ago, daysBetween, windowFrom } from '../../src/text/days.ts';
import { titleOf } from './titles.ts';

interface MomentSpec {
  /** The rule's id. */
  id: string;
  kind: Kind;
  window: { best: number; closes: number };
  /** The verdict's reason if nothing of this kind is logged. */
  missing: string;
  /** The match's reason, from the title (see `titleOf`) and a time such as "2 days ago". */
  reason: (title: string, when: string) => string;
}

/** The skip key of a rule's moment about an interaction. */
export function momentKey(rule: string, interaction: Interaction): string {
  return `${rule}:${interaction.id}`;
}

/** Whether an interaction is in the past and its moment hasn't closed; `closes` is in days. */
export function isOpen(interaction: Interaction, closes: number, today: string): boolean {
  const days = daysBetween(interaction.date, today);
  return days >= 0 && days <= closes;
}

/** The newest interaction of a kind whose moment is open and not skipped, or why there's none. */
export function findOpenInteraction(
  { interactions, today, skipped }: History,
  { id, kind, window, missing }: Omit<MomentSpec, 'reason'>,
): { interaction: Interaction } | { why: string } {
  const ofKind = interactions.filter((one) => one.kind === kind && one.date <= today);
  const open = ofKind.filter((one) => isOpen(one, window.closes, today));
  const interaction = open.find((one) => !skipped.has(momentKey(id, one)));
  if (interaction) return { interaction };
  if (open[0]) return { why: `You skipped this: ${titleOf(open[0])}` };
  if (!ofKind[0]) return { why: missing };
  const title = titleOf(ofKind[0]);
  const days = daysBetween(ofKind[0].date, today);
  return {
    why: `${title} was ${days} days ago; this moment lasts ${window.closes}`,
  };
}

/** `reconnect` for a former coworker, otherwise `connect`. */
function invitationAction({ person }: History, { kind }: Interaction): Action {
  return person.relationship === 'former' || kind === 'departure' ? 'reconnect' : 'connect';
}

/** A `Rule.writesAbout` for one kind that invites people I'm not connected with. */
export function invitesAbout(
  kind: Kind,
): (history: History, interaction: Interaction) => Pick<Match, 'action' | 'kind'> | null {
  return (history, interaction) =>
    interaction.kind !== kind || history.person.connection.status === 'connected'
      ? null
      : { action: invitationAction(history, interaction), kind };
}

/** A verdict that fires on the newest open interaction of a kind, unless we're connected. */
export function matchMoment(history: History, welcome: MomentSpec): Verdict {
  const { person, today } = history;
  if (person.connection.status === 'connected') {
    return {
      fires: false,
      why: `You and ${person.name} are already connected`,
    };
  }
  const found = findOpenInteraction(history, welcome);
  if ('why' in found) return { fires: false, why: found.why };
  const { interaction } = found;
  const action = invitationAction(history, interaction);
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
      key: momentKey(welcome.id, interaction),
    },
  };
}
