/** What two people have in common, as several rules ask it. */
import type { Day, History, Interaction, Kind, Person } from '../../src/model.ts';
import { fold, foldTeam } from '../../src/text/fold.ts';

/** Talks build rapport; they are no moment to invite on by themselves. */
const TALKS: readonly Kind[] = ['meeting', 'engagement'];

/** Whether an interaction is a moment, and not just a talk. */
export function isShared(interaction: Interaction): boolean {
  return !TALKS.includes(interaction.kind);
}

/** Whether an interaction is a talk: a meeting or an engagement. */
export function isTalk(interaction: Interaction): boolean {
  return TALKS.includes(interaction.kind);
}

/** Whether they are on my team: by relationship, or by a team of the same name in no other company. */
export function isTeammate({ person, me }: Pick<History, 'person' | 'me'>): boolean {
  if (person.relationship === 'former') return false;
  if (person.company && me.company && fold(person.company) !== fold(me.company)) return false;
  if (person.relationship === 'teammate') return true;
  return Boolean(person.team && me.team && foldTeam(person.team) === foldTeam(me.team));
}

/** The team that a teammate and I share, by the name it is known by; null where it has none, or two that differ. */
export function sharedTeam({ person, me }: Pick<History, 'person' | 'me'>): string | null {
  if (person.team && me.team && foldTeam(person.team) !== foldTeam(me.team)) return null;
  return me.team ?? person.team;
}

/** Whether my team or theirs is unknown, so that nobody can say that the teams differ. */
export function isTeamUnknown({ person, me }: Pick<History, 'person' | 'me'>): boolean {
  return !person.team || !me.team;
}

/** The best thing to build on: the newest moment shared, else the newest of all. Null when nothing is logged. */
export function bestShared(interactions: readonly Interaction[]): Interaction | null {
  return interactions.find(isShared) ?? interactions[0] ?? null;
}

/** The day of the last contact: the newest interaction, or the day of connecting where that is later. */
export function lastTouch({ lastContact, connection }: Person): Day | null {
  if (connection.status !== 'connected' || !connection.since) return lastContact;
  if (!lastContact) return connection.since;
  return lastContact > connection.since ? lastContact : connection.since;
}
