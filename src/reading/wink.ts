/** The tagger of parts of speech (wink-nlp), loaded once for sentences and details alike. */
import type { WinkMethods } from 'wink-nlp';
import { openWink } from './wink-model.ts';

/** The tagger, and whether its word list has a word. */
export interface Wink {
  nlp: WinkMethods;
  isKnown: (word: string) => boolean;
}

let loaded: Wink | undefined;

/** Loads it once: about as long as starting Node takes. */
export async function loadWink(): Promise<Wink> {
  loaded ??= load();
  return loaded;
}

function load(): Wink {
  const nlp = openWink();
  const idOf = (word: string) =>
    Number(
      nlp
        .readDoc(word)
        .tokens()
        .out(nlp.its.uniqueId as never)[0],
    );
  // A word that the list lacks gets a number after all that it has.
  const firstNew = idOf('qzxjqv');
  const known = new Map<string, boolean>();
  return {
    nlp,
    isKnown: (word) => {
      const found = known.get(word) ?? idOf(word) < firstNew;
      known.set(word, found);
      return found;
    },
  };
}

/** Before "'s" these say "is" or "has", and own nothing. */
export const CONTRACTED = /^(?:it|he|she|that|what|who|where|there|here|how|let|everyone)['’]s$/i;

/** Plain ASCII, since the tagger splits words at other letters; a name for what has none. */
export function plainAscii(word: string): string {
  const plain = word
    .replace(/[‘’]/g, "'")
    .normalize('NFKD')
    .replace(/[^\x21-\x7e]/g, '');
  return plain === '' ? 'Anna' : plain;
}
