import { type Channel, type History, isInviting, type Me, type Moment } from '../model.ts';
import { type Draft, type DraftRequest, writeDraft } from './draft/write.ts';

/** Characters that a LinkedIn note takes: free and Premium, as the compose box counts them (2025 to 2026). */
const NOTE = { free: 200, premium: 300 } as const;
/** Characters that a message to a connection takes, as vendors report it. */
const MESSAGE = 8000;

/** The most characters that a channel takes; null where there is no limit. */
export function limitOf(channel: Channel, me: Me): number | null {
  if (channel === 'note') return NOTE[me.account];
  return channel === 'message' ? MESSAGE : null;
}

/** What the message of a moment is written from. */
export function requestFor(
  { person, interactions, me, today }: History,
  { action, kind, interaction, rule }: Moment,
  asked: Pick<DraftRequest, 'channel' | 'limit' | 'variant'>,
): DraftRequest {
  return { person, action, kind, interaction, rule, history: interactions, me, today, ...asked };
}

/**
 * The message for a moment.
 * @param options `limit` and `variant` where the person asked for their own
 */
export function draftOf(
  history: History,
  moment: Moment,
  channel: Channel,
  options: { limit?: number | undefined; variant?: number | undefined } = {},
): { draft: Draft; variants: number } {
  return writeDraft(
    requestFor(history, moment, {
      channel,
      limit: options.limit ?? limitOf(channel, history.me),
      variant: options.variant ?? null,
    }),
  );
}

/** Where a suggestion goes: an invitation carries a note while there are notes left, all else is a message. */
export function channelOf({ action }: Moment, hasNotes: boolean): Channel {
  return isInviting(action) && hasNotes ? 'note' : 'message';
}
