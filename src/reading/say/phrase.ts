/** Words of a note made whole English: the missing articles, or nothing where one cannot be sure. */

import type { Dictionary } from './dictionary.ts';
import type { Tagger, Word } from './tagger.ts';
import { isBase } from './verbs.ts';

/** What the readings ask: a tagger and a dictionary. */
export interface Language {
  tagger: Tagger;
  dictionary: Dictionary;
}

const DETERMINER =
  /^(?:the|an?|this|that|these|those|my|our|your|his|her|its|their|no|every|each|some|any|all|both|another|either|which|whose|what|one|two|three|four|five|six|seven|eight|nine|ten|half|several|many|few|more|most|enough|much|plenty|such|everyone's|somebody's|someone's|everybody's|other|others'|whole)$/;
/** Nouns that stand bare after a preposition: time, place, manner. */
const IDIOM =
  /^(?:(?:at|by|past|until|till|after|before|around|since|over|through) (?:night|noon|midnight|midday|dawn|dusk|sunset|sunrise|work|home|school|lunch|breakfast|dinner|supper|tea|christmas|easter|hours|church)|(?:over|during|at|for|before|after|to) (?:lunch|breakfast|dinner|coffee|tea)|(?:at|from|to|into|off) (?:work|home|sea|school|hand|university|college|short)|by (?:hand|heart|ear|email|phone|post|train|car|bike|bicycle|bus|boat|van|tram|ferry|plane|taxi|lorry|radio|lamplight|moonlight|name|text|torchlight|candlelight)|from (?:memory|scratch|day|start|beginning|experience)|on (?:time|call|site|foot|paper|duty|stage|shift|air|purpose|top|track|board|schedule|budget|fire|video|radio|camera)|in (?:case|time|person|advance|public|writing|front|class|bed|hand|town|detail|order|line|place|half|step|tune|winter|summer|spring|autumn|mind|court|production|private|hospital|sight|charge|touch)|under (?:pressure|budget|way|fire)|without (?:warning|fuss|complaint|hesitation|delay|notice|question|end|fail|help|sleep|jargon)|ahead of (?:time|schedule)|after hours|to (?:bed|scale|order|hand|print|life|lunch|market|court)|into (?:place|shape|line|print))$/;
const SET =
  /^(?:at (?:short notice|full speed|top speed|close range|great length)|in (?:good|record|plenty of|full|no) (?:time|spirits|humour|humor|view|swing)|on short notice|with good humou?r|from (?:day|square) one|in real time|in broad daylight|at first (?:light|sight))$/;
const LIGHT =
  /^(?:t(?:ake|ook|aking)|m(?:ake|ade|aking)|g(?:ive|ave|iving)|k(?:eep|ept|eeping)|br(?:ing|ought|inging)|pa(?:y|id|ying)|f(?:ind|ound|inding)|l(?:end|ent|ending)|show(?:ed|ing)?|bak(?:e|ed|ing)|offer(?:ed|ing)?|h(?:ave|ad|aving|as)|play(?:s|ed|ing)?|teach(?:es)?|speaks?|s[aiu]ng|do(?:es)?|did|stood|standing)$/;
const DANGLING =
  /^(?:the|an?|and|or|of|to|for|with|from|at|by|about|than|as|my|our|your|so|very|really|that|which|who|because|when|while|if|is|are|was|were|be|into|me to|especially|without|even|not|every|how|what)$/;
/** Verbs that make a clause. */
const FINITE = /^(?:is|are|was|were|be|has|have|had|do|does|did|goes|went|can|will)$/;
/** What may stand amid a noun phrase. */
const LINKED =
  /^(?:two|three|four|five|six|seven|eight|nine|ten|many|few|more|most|other|own|whole|half|several)$/;
/** Parts of speech that no new word joins. */
const CLOSED = /^(?:ADP|DET|PRON|AUX|PART|CCONJ|SCONJ|NUM)$/;
/** Words that no list holds are still English by their ending. */
const DERIVED = /\p{L}{4}(?:ing|ed|[eo]rs?|ists?|logy|graphy)$/u;
const NOMINAL = /^(?:NOUN|PROPN|NUM|ADJ)$/;

/** What people come together for. */
const GATHERING =
  /^(?:group|course|class|session|club|committee|day|evening|week|weekend|camp|workshop|party|event|fair)s?$/;

/** The words of a name, where verbs in their plain form are nouns: "timetable rebuild", "grant report". */
export function asNouns(words: readonly Word[], { dictionary }: Language): Word[] {
  const isPlain = words.slice(1).every(({ pos }) => pos === 'NOUN');
  const out: Word[] = [];
  for (const [at, word] of words.entries()) out.push({ ...word, pos: posOf(word, at) });
  return out;

  function posOf({ pos, lower }: Word, at: number): string {
    const before = out[at - 1];
    const isLast = at === words.length - 1;
    // "Offshore safety day", "the new ranking".
    if (pos === 'ADV' && at === 0 && words[1]?.pos === 'NOUN' && !/ly$/.test(lower)) return 'ADJ';
    if (pos === 'ADJ' && isLast && /ing$/.test(lower) && dictionary.isMass(lower)) return 'NOUN';
    // "Wine fair": what closes a name is a thing.
    const isNamed = before?.pos === 'NOUN' || before?.pos === 'PROPN';
    if (pos === 'ADJ' && isLast && isNamed && dictionary.isNoun(lower)) return 'NOUN';
    if (!/^(?:VERB|AUX)$/.test(pos) || FINITE.test(lower)) return pos;
    const isIng = /ing$/.test(lower);
    // "Brussels working group", "shade matching course".
    if (isIng && before !== undefined && GATHERING.test(words[at + 1]?.lower ?? '')) return 'NOUN';
    if (before === undefined) {
      if (/ed$/.test(lower)) return isPlain ? 'ADJ' : pos;
      if (isIng) return isPlain ? 'NOUN' : pos;
      return words[1]?.pos === 'DET' ? pos : 'NOUN';
    }
    const follows = /^(?:NOUN|PROPN|ADJ|DET|NUM)$/.test(before.pos);
    if (!follows || /ed$/.test(lower)) return pos;
    return isIng && !(/^(?:NOUN|PROPN|ADJ)$/.test(before.pos) && isLast) ? pos : 'NOUN';
  }
}

/** Whether a word opens a noun phrase that needs no article. */
export function isDeterminer({ lower, pos, isPossessive }: Word): boolean {
  return (
    DETERMINER.test(lower) || isPossessive || (pos === 'NUM' && /^[\d.,]+$|^\p{L}+$/u.test(lower))
  );
}

/**
 * Where a noun phrase ends that begins at a word.
 * @returns the place behind its head; `at` itself where none begins there
 */
export function nounEnd(words: readonly Word[], at: number, { dictionary }: Language): number {
  let end = at;
  for (let here = at; here < words.length; here++) {
    const { pos, lower, isPossessive } = words[here] as Word;
    const next = words[here + 1];
    const leadsOn =
      next !== undefined &&
      (NOMINAL.test(next.pos) || (next.pos === 'VERB' && /(?:ed|ing)$/.test(next.lower)));
    if (isPossessive && !DETERMINER.test(lower)) {
      // "The roof survey at St Anne's": a name.
      if (next === undefined && here > at) end = here + 1;
      continue;
    }
    // "Round every park": a new phrase begins.
    if (
      here > at &&
      DETERMINER.test(lower) &&
      !LINKED.test(lower) &&
      !isDeterminer(words[here - 1] as Word)
    )
      break;
    if (pos === 'NOUN' || pos === 'PROPN') end = here + 1;
    else if (here > at && pos === 'NUM' && /^\d/.test(lower)) end = here + 1;
    else if (here === at && isDeterminer(words[here] as Word)) end = at;
    else if (pos === 'ADJ' || pos === 'NUM' || DETERMINER.test(lower)) {
      // The tagger takes some nouns for adjectives: "the angry relative".
      if (
        !leadsOn &&
        here > at &&
        isDeterminer(words[at] as Word) &&
        (dictionary.isPlural(`${lower}s`) || dictionary.isPlural(lower))
      )
        end = here + 1;
      if (!leadsOn) break;
    } else if (
      pos === 'VERB' &&
      here > at &&
      /ing$/.test(lower) &&
      next?.pos === 'NOUN' &&
      (words[here - 1] as Word).pos === 'ADJ'
    )
      // "New milking parlour".
      continue;
    else if (pos === 'VERB' && here > at && isDeterminer(words[at] as Word)) {
      if (leadsOn) continue;
      // "The help", "a push": no verb follows an article.
      if (here === at + 1 || (words[here - 1] as Word).pos === 'ADJ') end = here + 1;
      break;
    } else if (pos === 'ADV' && here > at && next?.pos === 'ADJ') continue;
    else if (lower === 'and' && here > at && words[here - 1]?.pos === 'ADJ' && leadsOn) continue;
    else break;
  }
  return end;
}

/**
 * The words as one phrase of good English.
 * @param before what stands before them, in small letters
 * @returns null where an article is missing that cannot be told, a word is unknown or the phrase is not whole
 */
export function finish(words: readonly Word[], language: Language, before = ''): string | null {
  const last = words.at(-1);
  if (last === undefined || (DANGLING.test(last.lower) && !isStranded(words) && !isAsked(words)))
    return null;
  // "At St Mark's" is whole, "at the vicar's" is not.
  if (last.isPossessive && !/^\p{Lu}/u.test(last.text)) return null;
  if (!words.every((word, at) => isSpelt(word, words[at + 1], language))) return null;
  // "Taught me 2 prune".
  if (
    words.some(
      ({ lower }, here) =>
        /^[248]$/.test(lower) &&
        words[here + 1] !== undefined &&
        isBase((words[here + 1] as Word).lower, language.dictionary) &&
        !language.dictionary.isPlural((words[here + 1] as Word).lower),
    )
  )
    return null;
  // "Every patients dog": an apostrophe is missing.
  const isLoose = words.some(
    ({ pos, lower }, here) =>
      pos === 'NOUN' &&
      /^(?:every|each|a|an)$/.test(words[here - 1]?.lower ?? '') &&
      words[here + 1]?.pos === 'NOUN' &&
      language.dictionary.isPlural(lower) &&
      !/ss$/.test(lower),
  );
  if (isLoose) return null;
  const out: string[] = [];
  let at = 0;
  while (at < words.length) {
    const word = words[at] as Word;
    const end = nounEnd(words, at, language);
    // "With 39 fever": more than one of what isn't many.
    const counted = words[at + 1];
    if (
      /^(?:[2-9]|\d{2,})$/.test(word.lower) &&
      end === at + 2 &&
      counted !== undefined &&
      /^\p{Ll}{3,}$/u.test(counted.text) &&
      counted.pos === 'NOUN' &&
      !language.dictionary.isPlural(counted.lower) &&
      language.dictionary.isPlural(`${counted.lower}s`)
    )
      return null;
    if (end > at && !isDeterminer(word)) {
      const previous = (out.at(-1) ?? before).toLowerCase();
      // "When boiler tripped": an article is missing, whatever the noun.
      const head = words[end - 1] as Word;
      if (
        end === at + 1 &&
        /^(?:when|while|because|before|after|until|as)$/.test(previous) &&
        words[end]?.pos === 'VERB' &&
        head.text === head.lower &&
        !language.dictionary.isPlural(head.lower)
      )
        return null;
      const article = articleOf(words, at, end, previous, at === 0 ? before : '', language);
      if (article === null) return null;
      out.push(...article, ...words.slice(at, end).map(said(language)));
    } else {
      out.push(...words.slice(at, Math.max(end, at + 1)).map(said(language)));
    }
    at = Math.max(end, at + 1);
  }
  const text = spelt(out.join(' '), words);
  return /^[\p{L}\p{M}\p{N} ,.'’:%°£$€-]+$/u.test(text) && text.length <= 110 ? text : null;
}

/** "The stair nobody else looked at": the preposition belongs to a thing before its clause. */
function isStranded(words: readonly Word[]): boolean {
  const [verb, last] = words.slice(-2);
  if (last?.pos !== 'ADP' || verb?.pos !== 'VERB') return false;
  const subject = words.findIndex(
    ({ lower }, at) =>
      words[at - 1]?.pos === 'NOUN' && /^(?:nobody|no|everyone|everybody|i|we|you)$/.test(lower),
  );
  return subject > 0;
}

/** "Who really decides what". */
function isAsked(words: readonly Word[]): boolean {
  return words.at(-1)?.lower === 'what' && words.slice(0, -2).some(({ lower }) => lower === 'who');
}

const NUMBERS = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** "Animated one crisp for three weeks": small numbers before a thing in words; "turbine 12" stays. */
function spelt(text: string, words: readonly Word[]): string {
  const behind = new Set(
    words.flatMap(({ lower, pos }, at) =>
      pos === 'NUM' && /^(?:NOUN|PROPN)$/.test(words[at - 1]?.pos ?? '') ? [lower] : [],
    ),
  );
  return text.replace(/(?<![\d.,:/-])\b([1-9]|10)(?= \p{Ll}{3,})/gu, (figure) =>
    behind.has(figure) ? figure : (NUMBERS[Number(figure)] as string),
  );
}

/** The article that a bare noun phrase lacks; null where one cannot tell. */
function articleOf(
  words: readonly Word[],
  at: number,
  end: number,
  previous: string,
  before: string,
  language: Language,
): string[] | null {
  const run = words.slice(at, end);
  if (isBareFine(run, language)) return [];
  const head = run.at(-1) as Word;
  // "Bugs that nobody reports": the tagger takes the verb for a noun.
  if (/^(?:nobody|everybody|everyone|who|i|you|we|they)$/.test(previous)) return [];
  // "While welding overhead".
  if (
    /^(?:while|when|by|without|before|after)$/.test(previous) &&
    /ing$/.test((run[0] as Word).lower)
  )
    return [];
  // "On day one", "in row F".
  if (words[end]?.pos === 'NUM' || /^\p{Lu}$/u.test(head.text)) return [];
  if (run.length > 1) {
    if (run[0]?.pos === 'NUM') return null;
    // What is talked about needs none: "sound design", "Denver airport".
    if (/^(?:about|on|at)$/.test(before)) return [];
    const topic = words[at - 2];
    if (/^(?:about|on)$/.test(previous) && topic?.pos === 'NOUN') return [];
    if (SET.test(`${previous} ${run.map(({ lower }) => lower).join(' ')}`)) return [];
    // "On deadline night".
    if (previous === 'on' && /^(?:night|day|morning|evening|eve|week)$/.test(head.lower)) return [];
    // "Denver airport", "with angry customer": one cannot tell.
    const isOpen = /^(?:have|has|had|having|)$/.test(previous) || run[0]?.pos === 'PROPN';
    const isManner = /^(?:at|in|on|with|under|without|from|by|for)$/.test(previous);
    return isOpen || isManner ? null : ['the'];
  }
  // "Talk about wine", "drove me home".
  if (previous === 'about' || head.lower === 'home') return [];
  // "Line by line", "step by step".
  if (words[at + 2]?.lower === head.lower || words[at - 2]?.lower === head.lower) return [];
  // "Flasks of tea": a measure of what is not counted.
  const measured = words[at - 2];
  if (previous === 'of' && measured !== undefined && language.dictionary.isPlural(measured.lower))
    return [];
  // "A sense of humour", "a change of plan".
  if (previous === 'of' && language.dictionary.isVerb(head.lower)) return [];
  return IDIOM.test(`${previous} ${head.lower}`) || LIGHT.test(previous) ? [] : null;
}

/** Whether a noun phrase without an article is good English: a name, a plural, what cannot be counted. */
export function isBareFine(run: readonly Word[], { dictionary }: Language): boolean {
  const head = run.at(-1) as Word;
  const isLarge = ({ text }: Word) => /^\p{Lu}/u.test(text);
  const isName = isLarge(head) && (run.every(isLarge) || !dictionary.has(head.lower));
  return (
    isName ||
    /^\d/.test(head.lower) ||
    dictionary.isPlural(head.lower) ||
    (dictionary.isMass(head.lower) && !run.some(({ pos }) => pos === 'NUM'))
  );
}

/** A word as it is written: names of days, months, tongues with their capital. */
function said({ dictionary }: Language): (word: Word) => string {
  return ({ text, lower }) => {
    if (text !== lower || !/^[a-z]{3,}$/.test(lower)) return text;
    if (dictionary.isAbbreviation(lower)) return lower.toUpperCase();
    if (!dictionary.isName(lower)) return text;
    return lower.charAt(0).toUpperCase() + lower.slice(1);
  };
}

const SHORT = /^(?:ll|ve|re|uk|us|eu|hr|it|tv|id|pc|am|pm|ok|dj|ai|vr|gp|qa|pr|mp|ct|iv)$/;

/** Whether a word is a name, a figure or a known word; a slip of the pen or a name in small letters is none. */
function isSpelt(
  { text, lower, pos }: Word,
  next: Word | undefined,
  { dictionary, tagger }: Language,
): boolean {
  const plain = lower.replace(/'s$|'$/u, '');
  if (!/^\p{Ll}/u.test(text) || /[^a-z'’-]/.test(lower) || CLOSED.test(pos)) return true;
  return plain.split(/[-']/).every(
    (part) =>
      part.length < 2 ||
      (part.length === 2 &&
        (dictionary.isWord(part) || dictionary.isAbbreviation(part) || SHORT.test(part))) ||
      dictionary.has(part) ||
      dictionary.isName(part) ||
      // Short ones that the tagger knows are too common to be slips.
      (part.length < 6 && tagger.isKnown(part)) ||
      ((tagger.isKnown(part) ||
        DERIVED.test(part) ||
        (pos === 'NOUN' && next?.pos !== 'NOUN' && part.length > 5)) &&
        !dictionary.isSlip(part)),
  );
}
