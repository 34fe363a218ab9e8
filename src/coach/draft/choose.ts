import { rules } from '../../../rules/index.ts';
import { isShared } from '../../../rules/lib/ties.ts';
import type { History, Interaction, Kind, Moment } from '../../model.ts';
import { type Judgement, judge } from '../suggest/judge.ts';

/**
 * The moment that a draft is written for: what leads today, else what was let pass, else the newest thing
 * worth building on;
 * or the kind or the interaction that was asked for.
 * @returns null where there is nothing to write about
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
  const shared = interactions.find(isShared) ?? interactions[0];
  return shared === undefined ? null : about(history, shared);
}

/** The moment of one interaction, whatever its window says: of the first rule that would write about it. */
function about(history: History, interaction: Interaction): Moment | null {
  for (const rule of rules) {
    const said = rule.writesAbout?.(history, interaction) ?? null;
    if (said !== null) return { rule, ...said, interaction, window: null, reason: '', key: '' };
  }
  return null;
}
