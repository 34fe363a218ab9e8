import type { Day, History, Interaction, Kind, Person, Relationship } from '../../src/model.ts';
import { fold, foldTeam } from '../../src/text/fold.ts';

/** Kinds that build rapport but aren't a reason to connect on their own. */
const TALK_KINDS: readonly Kind[] = ['meeting', 'engagement'];

/** Whether an interaction isn't just a talk, so it can be a reason to connect. */
export function isMoreThanTalk(interaction: Interaction): boolean {
  return !TALK_KINDS.includes(interaction.kind);
}

/** Whether an interaction is a talk: a meeting or an engagement. */
export function isTalk(interaction: Pick<Interaction, 'kind'>): boolean {
  return TALK_KINDS.includes(interaction.kind);
}

/** Whether anything was logged after a day, or a message on it; a meeting that day may have come before. */
export function hasTalkedSince(interactions: readonly Interaction[], day: Day): boolean {
  return interactions.some(
    (one) => one.date > day || (one.kind === 'engagement' && one.date === day),
  );
}

/** Whom one works with every day, whatever their team is called. */
const OWN_TEAM: ReadonlySet<Relationship> = new Set(['teammate', 'manager', 'report']);

/** Whether somebody is on my team by what they are to me. */
export function isOwnTeam({ relationship }: Pick<Person, 'relationship'>): boolean {
  return OWN_TEAM.has(relationship);
}

/** Whether they're on my team, by relationship or team name. Not if former or elsewhere. */
export function isTeammate({ person, me }: Pick<History, 'person' | 'me'>): boolean {
  if (person.relationship === 'former') return false;
  if (person.company && me.company && fold(person.company) !== fold(me.company)) return false;
  if (isOwnTeam(person)) return true;
  return Boolean(person.team && me.team && foldTeam(person.team) === foldTeam(me.team));
}

/** The name of a teammate's and my team; null if unknown, or if our team names differ. */
export function sharedTeam({ person, me }: Pick<History, 'person' | 'me'>): string | null {
  if (person.team && me.team && foldTeam(person.team) !== foldTeam(me.team)) return null;
  return me.team ?? person.team;
}

/** Whether my team or theirs is unknown, so they could be the same. */
export function isTeamUnknown({ person, me }: Pick<History, 'person' | 'me'>): boolean {
  return !person.team || !me.team;
}

/** The newest interaction that's more than a talk, or the newest. Null if none is logged. */
export function bestToBuildOn(interactions: readonly Interaction[]): Interaction | null {
  return interactions.find(isMoreThanTalk) ?? interactions[0] ?? null;
}

/** Skipped where shared work may be said, but is no reason to write: we hardly met. */
export const NO_REASON_TO_WRITE = 'shared-work:';

/** The day of the newest interaction, or of connecting if that's later. */
export function lastTouch({ lastContact, connection }: Person): Day | null {
  if (connection.status !== 'connected' || !connection.since) return lastContact;
  if (!lastContact) return connection.since;
  return lastContact > connection.since ? lastContact : connection.since;
}
