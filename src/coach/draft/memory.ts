/** What stood out in somebody's part, as a sentence of its own. */
import type { Detail } from '../../model.ts';

/** A sentence, and the one to say instead where the message has its warm word already. */
interface Memory {
  text: string;
  /** The word that must not come twice. */
  warm: RegExp | null;
}

const THANKS = /\bthank/i;

/** The ways to say a detail, fullest first. None for a habit or advice, which can sound odd without more. */
function memoriesOf(detail: Detail): Memory[] {
  switch (detail.is) {
    case 'deed': {
      if (detail.gerund === null) return [];
      const gerunds = [detail.gerund, ...(detail.short === null ? [] : [detail.short.gerund])];
      return gerunds.flatMap((gerund) => [
        { text: `Thank you for ${gerund}.`, warm: THANKS },
        { text: `I really appreciated you ${gerund}.`, warm: /\bappreciat/i },
      ]);
    }
    case 'quality':
      return [{ text: `I won't forget ${detail.clause}.`, warm: /\bforget/i }];
    case 'thing':
      return phrasesOf(detail).flatMap((phrase) => [
        { text: `Thank you for ${phrase}.`, warm: THANKS },
        { text: `I really liked ${phrase}.`, warm: /\blik(?:ed|e to)\b/i },
      ]);
    case 'talk':
      return phrasesOf(detail).flatMap((phrase) => [
        { text: `I really enjoyed ${phrase}.`, warm: /\benjoy/i },
        { text: `I keep thinking about ${phrase}.`, warm: /\bthink/i },
      ]);
    case 'own':
      return [{ text: detail.text, warm: null }];
    case 'habit':
    case 'advice':
      return [];
  }
}

function phrasesOf({ phrase, short }: { phrase: string; short: string | null }): string[] {
  return short === null ? [phrase] : [phrase, short];
}

/** The sentence that says a detail to its owner, alone; null if it isn't said. `log` shows it. */
export function memorySentence(detail: Detail): string | null {
  return memoriesOf(detail)[0]?.text ?? null;
}

/** The sentences that say a detail beside others that repeat none of their warm words, fullest first. */
export function memoriesBeside(detail: Detail, others: string): string[] {
  return memoriesOf(detail)
    .filter(({ warm }) => warm === null || !warm.test(others))
    .map(({ text }) => text);
}
