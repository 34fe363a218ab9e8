import { welcomeOf } from '../../../rules/milestone.ts';
import type { History, Interaction, Kind, Moment } from '../../model.ts';
import { judge } from '../suggest/judge.ts';

/** Kinds that build rapport without being a moment. */
const TALKS: readonly Kind[] = ['meeting', 'engagement'];

/**
 * The moment that a draft is written for: what leads today, else what was let pass, else the newest thing
 * worth building on;
 * or the kind or the interaction that was asked for.
 * @returns null where there is nothing to write about
 */
export function chooseMoment(
  history: History,
  wanted: { kind?: Kind | undefined; interaction?: Interaction | undefined },
): Moment | null {
  const { interactions } = history;
  if (wanted.interaction !== undefined) return about(history, wanted.interaction);
  if (wanted.kind !== undefined) {
    const newest = interactions.find(({ kind }) => kind === wanted.kind);
    return newest === undefined ? null : about(history, newest);
  }
  const lead = judge(history).lead ?? judge({ ...history, skipped: new Set() }).lead;
  if (lead !== null) return lead;
  const shared = interactions.find(({ kind }) => !TALKS.includes(kind)) ?? interactions[0];
  return shared === undefined ? null : about(history, shared);
}

/** The moment of one interaction, whatever its window says. */
function about({ person }: History, interaction: Interaction): Moment {
  const { kind } = interaction;
  const base = { interaction, window: null, reason: '', key: '' };
  if (kind === 'milestone') return { ...base, rule: 'milestone', ...welcomeOf(interaction) };
  if (person.connection.status === 'connected')
    return { ...base, rule: 'check-in', action: 'check-in', kind: null };
  if (person.relationship === 'former')
    return {
      ...base,
      rule: TALKS.includes(kind) ? 'departure' : kind,
      action: 'reconnect',
      kind,
    };
  if (TALKS.includes(kind)) {
    return person.relationship === 'teammate'
      ? { ...base, rule: 'team', action: 'connect', kind }
      : { ...base, rule: 'warm-up', action: 'warm-up', kind };
  }
  return {
    ...base,
    rule: kind,
    action: kind === 'departure' ? 'reconnect' : 'connect',
    kind,
  };
}
