import { rules } from '../../../rules/index.ts';
import { isMoreThanTalk } from '../../../rules/lib/ties.ts';
import type { History, Interaction, Kind, Moment } from '../../model.ts';
import { type Judgement, judge } from '../suggest/judge.ts';

/**
 * The moment to write a draft about: the wanted interaction or newest of the wanted kind, otherwise
 * today's lead, otherwise a skipped moment, otherwise the newest interaction that's more than a
 * talk, or any.
 * @returns null if there's nothing to write about
 */
export function chooseMoment(
  { history, lead }: Judgement,
  wanted: { kind?: Kind | undefined; interaction?: Interaction | undefined },
): Moment | null {
  const { interactions } = history;
  if (wanted.interaction !== undefined) return about(history, wanted.interaction);
  if (wanted.kind !== undefined) {
    const newest = interactions.find(({ kind }) => kind === wanted.kind);
    return newest === undefined ? null : about(history, newest);
  }
  const best = lead ?? judge({ ...history, skipped: new Set() }).lead;
  if (best !== null) return best;
  const shared = interactions.find(isMoreThanTalk) ?? interactions[0];
  return shared === undefined ? null : about(history, shared);
}

/** A moment about one interaction, from the first rule that writes about it; ignores its window. */
function about(history: History, interaction: Interaction): Moment | null {
  for (const rule of rules) {
    const said = rule.writesAbout?.(history, interaction) ?? null;
    if (said !== null) return { rule, ...said, interaction, window: null, reason: '', key: '' };
  }
  return null;
}
