import type { Word } from './tagger.ts';

/**
 * What was noted about somebody, turned to be said to them: "her reading glasses" is "your reading glasses".
 * Words of others keep their person: "helped the students find their feet".
 * @param words what follows the verb, or a noun phrase
 * @param hasNoun whether a thing was named before them
 * @returns null where it cannot be told who is meant
 */
export function toOwner(words: readonly Word[], hasNoun = false): Word[] | null {
  const out: Word[] = [];
  let noun = hasNoun;
  let plural = false;
  for (const [at, word] of words.entries()) {
    const next = words[at + 1];
    const isBeforeNoun = next !== undefined && /^(?:NOUN|ADJ|PROPN|NUM)$/.test(next.pos);
    const before = words[at - 1];
    // "The way she handled it", "the jokes he told": the owner.
    const isRelative =
      /^(?:she|he)$/.test(word.lower) &&
      before?.pos === 'NOUN' &&
      at < 4 &&
      words.slice(0, at - 1).every(({ pos }) => pos !== 'NOUN');
    if (isRelative && next !== undefined && !/^(?:is|has|does)$|n't$|s$/.test(next.lower)) {
      out.push({ ...word, text: 'you', lower: 'you' });
      continue;
    }
    if (word.lower === 'was' && out.at(-1)?.lower === 'you') {
      out.push({ ...word, text: 'were', lower: 'were' });
      continue;
    }
    const turned = turn(
      word.lower,
      isBeforeNoun || (next?.pos === 'VERB' && /(?:ing|ed)$/.test(next.lower)),
      noun,
      plural,
    );
    if (turned === null) return null;
    out.push(turned === word.lower ? word : { ...word, text: turned, lower: turned });
    if (isHuman(word)) {
      const isMany = /[^s]s$|^(?:people|children|men|women|everyone|everybody)$/.test(word.lower);
      // "Built the shelves in his own time": shelves have none.
      if (isMany) plural = true;
      else noun = true;
    }
  }
  return out;
}

/** Whether "her" behind it may be somebody else's: "the nurse's", "the students'"; a rose owns no pocket. */
function isHuman({ pos, lower }: Word): boolean {
  if (/^(?:everyone|everybody|someone|somebody|people)$/.test(lower)) return true;
  return pos === 'PROPN' || (pos === 'NOUN' && HUMAN.test(lower));
}

const HUMAN =
  /(?:[eo]rs?|ists?|ants?|ents?|ians?|ees?|m[ae]n|wom[ae]n|folks?|lad|lass|s)$|^(?:child|kid|boy|girl|baby|mum|mom|dad|son|boss|chief|guest|friend|colleague|family|team|class|crew|crowd|group|choir|nurse|coach|pilot|judge|guide|bride|groom|aunt|uncle|wife|husband|cop|guy|bloke|pair|couple|cat|dog|horse|cow|host|head|lead|vicar|priest|monk|nun)$/;

function turn(word: string, isBeforeNoun: boolean, noun: boolean, plural: boolean): string | null {
  switch (word) {
    case 'he':
    case 'she':
    case 'him':
    case 'hers':
    case "he's":
    case "she's":
    case "he'd":
    case "she'd":
    case "he'll":
    case "she'll":
    case "they'd":
    case "they're":
    case 'theirs':
    case 'yours':
      return null;
    case 'they':
    case 'them':
      return plural ? word : null;
    case 'his':
      return noun ? null : 'your';
    case 'her':
      return noun || !isBeforeNoun ? null : 'your';
    case 'their':
      if (plural) return word;
      return noun ? null : 'your';
    case 'himself':
    case 'herself':
      return 'yourself';
    case 'themself':
      return 'yourself';
    case 'themselves':
      return plural ? null : 'yourself';
    default:
      return word;
  }
}
