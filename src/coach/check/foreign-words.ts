import type { Message } from './message.ts';
import { findPhrases, type Hit, type Phrases, phraseFile } from './phrase.ts';
import foreignClichesText from './phrases/foreign-cliches.txt';
import foreignPitchText from './phrases/foreign-pitch.txt';
import foreignPlansText from './phrases/foreign-plans.txt';
import foreignPressureText from './phrases/foreign-pressure.txt';
import foreignSharedText from './phrases/foreign-shared.txt';

/** Pitches in German, French, Spanish, Italian, Portuguese and Dutch, folded: clear cases only. */
export const FOREIGN_PITCH: () => Phrases = phraseFile(foreignPitchText);

/** Plans to do something together, which aren't shared memories: "crecer juntos". */
const FOREIGN_PLANS: () => Phrases = phraseFile(foreignPlansText);

const FOREIGN_CLICHES: () => Phrases = phraseFile(foreignClichesText);

const FOREIGN_SHARED: () => Phrases = phraseFile(foreignSharedText);

/** Requests for a favour, their time or an answer. */
export const FOREIGN_PRESSURE: () => Phrases = phraseFile(foreignPressureText);

function findSharedHits(message: Message): Hit[] {
  const plans = findPhrases(message, FOREIGN_PLANS);
  return findPhrases(message, FOREIGN_SHARED).filter(
    ({ from, to }) => !plans.some((hit) => hit.from <= to && from <= hit.to),
  );
}

/** The first cliché of a message that isn't in English; null if none, or if it has context. */
export function findForeignCliche(message: Message): Hit | null {
  if (hasForeignContext(message)) return null;
  return findPhrases(message, FOREIGN_CLICHES)[0] ?? null;
}

/** Whether a message that isn't in English says how they know each other. */
export function hasForeignContext(message: Message): boolean {
  return findSharedHits(message).length > 0;
}
