/** The name of what happened, as it stands in the middle of a sentence: "the Apollo launch", "Hull 417". */

import { asNouns, finish, isDeterminer, type Language, nounEnd } from './phrase.ts';
import type { Word } from './tagger.ts';
import { baseOfPast, isBase, isIrregular } from './verbs.ts';

export interface Name {
  phrase: string;
  short: string | null;
  /** It says what we did: "moving ward 7". */
  isDoing?: true;
}

/** So many nouns in a row are a note, no phrase. */
const MOST = 3;
const YEAR = /^(?:19|20)\d\d$/;
/** What begins a name of its own: "Project Kestrel", "Phase 2". */
const NAMING = /^(?:project|operation|team|phase|programme|program)$/;
/** A result behind a thing: "tunnel oven 2 up and running", "fibre is live". */
const RESULT =
  /\s+(?:(?:is|are|was|were|has been|have been|goes|went|now)\s.*|up and running|live|done|complete|finished|out|over)$/i;
const TIME =
  /^(?:weekend|morning|evening|afternoon|summer|winter|autumn|spring|night|minute|minutes|months|season)s?$/;
const JOINED =
  /^(?:for|of|in|at|on|to|with|from|by|about|into|between|under|across|against|near|after|before|without|during|over)$/;

/** "PROJECT KESTREL" in ordinary letters; short words in capitals may be abbreviations. */
export function calm(text: string): string {
  if (/\p{Ll}/u.test(text) || !/\p{Lu}{5}/u.test(text) || !text.includes(' ')) return text;
  return text.replace(/\p{Lu}{3,}/gu, (word) => word.charAt(0) + word.slice(1).toLowerCase());
}

/** Whether a word is written large only because the title begins with it. */
export function smallStart(text: string, { dictionary }: Language, isName = true): string {
  const [first = '', second = '', ...rest] = text.split(' ');
  if (!/^\p{Lu}[\p{Ll}'-]*$/u.test(first) || first === 'I') return text;
  const lower = first.toLowerCase();
  if (/^(?:Advent|Lent|Pride|Carnival|Epiphany|Ascension|Pentecost)$/.test(first)) return text;
  if (!lower.replace(/'s?$/, '').split('-').every(dictionary.isWord)) return text;
  // "Polish cinema".
  if (/(?:ish|ench|'s)$/.test(lower) && dictionary.isAlsoName(lower.replace(/'s$/, '')))
    return text;
  // "Rose Garden campaign", "St Mary's": a name of several words.
  if (/^(?:\p{Lu}(?:\p{Ll}|$)|\d{1,3}$)/u.test(second)) return text;
  if (second === '' && isName && !isPlainThing(lower, dictionary)) return text;
  return [lower, ...(second === '' ? [] : [second]), ...rest].join(' ');
}

/** "Audit" and "Relocation" are what they say; "Falcon" alone is a name. */
function isPlainThing(word: string, dictionary: Language['dictionary']): boolean {
  return (
    dictionary.isVerb(word) ||
    dictionary.isPlural(word) ||
    /(?:tion|sion|ment|ing|ship|ance|ence|al|ure|day|up|off|out|over|down|in|back)$/.test(word) ||
    /^re-?\p{L}{4}/u.test(word)
  );
}

/**
 * A title that is one noun phrase.
 * @param article whether a thing takes "the": work does, an interest does not
 * @returns null where it is anything else, or one phrase that nobody would say
 */
export function readName(title: string, language: Language, article: boolean): Name | null {
  const name = nameOf(title, language, article);
  return name !== null && name.short === name.phrase ? { ...name, short: null } : name;
}

function nameOf(title: string, language: Language, article: boolean): Name | null {
  const { tagger, dictionary } = language;
  const name = title.replace(RESULT, '');
  const [own = '', place = '', ...more] = name.split(' ');
  const isPlaced =
    more.length === 0 &&
    /^\p{Lu}/u.test(own) &&
    !dictionary.has(own.toLowerCase()) &&
    !dictionary.isName(own.toLowerCase());
  // "KubeCon Europe": a name and its place.
  if (isPlaced && /^\p{Lu}/u.test(place) && !dictionary.isWord(place.toLowerCase()))
    return { phrase: own, short: null };
  if (isForeign(name, dictionary)) {
    // "Boris Godunov": somebody's name, or a play's.
    const isPerson =
      dictionary.isAlsoName(own.toLowerCase()) ||
      /^(?:Uncle|Aunt|King|Queen|Prince|Princess|Lady|Lord|Madame|Don|Doctor|Captain|Saint|Peer|Miss|Mister)$/.test(
        own,
      );
    return { phrase: article && !isPerson ? `the ${name}` : name, short: null };
  }
  const text = smallStart(name, language, article);
  // "Website" or "Falcon" alone: a thing or a name, one cannot tell.
  if (/^\p{Lu}\p{Ll}+$/u.test(text) && dictionary.isWord(text.toLowerCase())) return null;
  if (dictionary.isName(text))
    return { phrase: `${text.charAt(0).toUpperCase()}${text.slice(1)}`, short: null };
  const typed = text.split(' ');
  // "Orders course cardiff": a place written small.
  const last = typed.at(-1) as string;
  if (
    typed.length > 1 &&
    /^\p{Ll}{4,}$/u.test(last) &&
    dictionary.isName(last) &&
    !dictionary.isWord(last)
  ) {
    const placed = [...typed.slice(0, -1), last.charAt(0).toUpperCase() + last.slice(1)].join(' ');
    return nameOf(placed, language, article);
  }
  if (typed.length === 1 && /^\p{Lu}/u.test(text)) return { phrase: text, short: null };
  const tagged = tagger.tag(text);
  const words = asNouns(tagged, language);
  // "Fix flaky tests": an order, no name.
  if (
    tagged[0]?.pos === 'VERB' &&
    words[0]?.pos === 'NOUN' &&
    isBase(words[0].lower, dictionary) &&
    dictionary.isPlural(words.at(-1)?.lower ?? '')
  )
    return null;
  let end = nounEnd(words, 0, language);
  if (end === 0) return null;
  const opening = words[0] as Word;
  const isOpen = isDeterminer(opening) && opening.pos !== 'NUM' && !opening.isPossessive;
  const result = words[end - 1];
  if (
    end === words.length &&
    end > 1 &&
    result !== undefined &&
    isIrregular(result.lower) &&
    baseOfPast(result.lower, dictionary) !== result.lower &&
    !dictionary.isPlural(`${result.lower}s`)
  )
    end -= 1;
  let run: readonly Word[] = words.slice(0, end);
  let tail = words.slice(end);
  // "Packaging to print": the packaging.
  if (tail.length === 2 && tail[0]?.lower === 'to' && tail[1]?.text === tail[1]?.lower) tail = [];
  // "Storm backlog cleared": the thing is the backlog.
  if (tail.length > 0 && !JOINED.test((tail[0] as Word).lower)) {
    if (tail.length > 1 || !/^(?:VERB|ADJ|ADV)$/.test((tail[0] as Word).pos)) return null;
    if (!/(?:ed|en|t)$|^(?:done|out|over|live|up)$/.test((tail[0] as Word).lower)) return null;
    tail = [];
  }
  const core = run.at(-1) as Word;
  if (
    run.length > 2 &&
    core.pos === 'ADJ' &&
    !/^(?:fair|final|special|manual|musical)$/.test(core.lower)
  )
    return null;
  let front = '';
  const years = run.findIndex(({ lower }) => YEAR.test(lower));
  if (years >= 0 && years === run.length - 1 && years > 0) {
    // "Vault audit 2026" is the 2026 vault audit; a name of its own needs no year.
    if (!/^\p{Lu}/u.test((run[years - 1] as Word).text)) front = `${(run[years] as Word).text} `;
    run = run.slice(0, -1);
  }
  run = withoutPlace(run, language);
  // "The one form for six hospitals", "the Saturday wedding".
  run = run.filter(
    ({ lower }, at) =>
      at === run.length - 1 ||
      !(lower === 'one' || /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/.test(lower)),
  );
  if (run.length === 0) return null;
  // "Harvest lunch 400 people": a count behind the thing.
  const count = run.findIndex(({ pos }, at) => at > 0 && pos === 'NUM');
  const counted = run[count + 1];
  if (count > 0 && count === run.length - 2 && dictionary.isPlural(counted?.lower ?? ''))
    run = run.slice(0, count);
  // "Flood claims 600": so many of them.
  const many = run.at(-2);
  if (
    many !== undefined &&
    /^\d+$/.test((run.at(-1) as Word).lower) &&
    dictionary.isPlural(many.lower)
  )
    run = run.slice(0, -1);
  const thing = run.at(-1) as Word;
  // "40 newbies trained hard": a sentence.
  if (
    run
      .slice(1, -1)
      .some(({ pos }, at) => pos === 'VERB' && /ed$/.test((run[at + 1] as Word).lower))
  )
    return null;
  // Names of notes, not of work.
  if (/^(?:redo|redos|thing|things|stuff|bits|misc|todo|faff)$/.test(thing.lower)) return null;
  if (
    /^[a-z]+$/.test(thing.text) &&
    dictionary.isWord(thing.lower) &&
    !dictionary.isNoun(thing.lower)
  )
    return null;
  const commons = run.filter(
    ({ text, lower }) =>
      text === lower &&
      !/^\d/.test(lower) &&
      !isDeterminer({ text, lower, pos: '', isPossessive: false }),
  );
  if (commons.length > MOST + (run[0]?.pos === 'ADJ' ? 1 : 0)) return null;
  const head = run.at(-1) as Word;
  const isNumbered = /^\d+$/.test(head.lower);
  const isOwnName =
    (NAMING.test((run[0] as Word).lower) && run.length === 2 && /^[\p{Lu}\d]/u.test(head.text)) ||
    (isNumbered && commons.length <= 2 && run.length <= 3);
  const said = finish([the, ...(isOpen ? run.slice(1) : run), ...tail], language);
  if (said === null) return null;
  if (isNumbered && !isOwnName) return null;
  const opener = isOpen
    ? `${openerOf(opening.lower)} `
    : article && !isOwnName && !(opening.isPossessive && /^\p{Lu}/u.test(opening.text))
      ? 'the '
      : '';
  const phrase = `${opener}${front}${said.slice(4)}`;
  const alone = `${opener}${front}${(isOpen ? run.slice(1) : run).map(({ text }) => text).join(' ')}`;
  return {
    phrase,
    short:
      tail[0]?.lower === 'of' ? null : tail.length > 0 ? alone : shortOf(run, opener, dictionary),
  };
}

/** "Salon du Chocolat", "Ceramics Biennale": all capitals, and its last word no English one. */
function isForeign(name: string, dictionary: Language['dictionary']): boolean {
  const words = name.split(' ');
  const last = (words.at(-1) ?? '').toLowerCase();
  return (
    words.length > 1 &&
    words.every((word) => /^\p{Lu}\p{Ll}/u.test(word) || /^\p{Ll}{1,3}$/u.test(word)) &&
    dictionary.isWord((words[0] as string).toLowerCase()) &&
    !dictionary.has(last) &&
    !dictionary.isName(last)
  );
}

/** "Her thesis" is yours, "a wedding" is the one where we were. */
function openerOf(word: string): string {
  if (/^(?:her|his|their)$/.test(word)) return 'your';
  return /^an?$/.test(word) ? 'the' : word;
}

const the: Word = { text: 'the', lower: 'the', pos: 'DET', isPossessive: false };

/** "The Ledger migration" is "the migration"; "the safety day" stays. */
function shortOf(
  run: readonly Word[],
  opener: string,
  dictionary: Language['dictionary'],
): string | null {
  const head = run.at(-1) as Word;
  if (
    run.length < 2 ||
    opener === '' ||
    head.text !== head.lower ||
    head.lower.length < 6 ||
    TIME.test(head.lower)
  )
    return null;
  return dictionary.has(head.lower) && !/^\d/.test(head.lower) ? `${opener}${head.text}` : null;
}

/** "Design week Lisbon" and "gearbox swap turbine 12", short of where it was. */
function withoutPlace(run: readonly Word[], { dictionary }: Language): readonly Word[] {
  const isLarge = ({ text }: Word) => /^\p{Lu}/u.test(text);
  const isCode = ({ lower }: Word) => /\d/.test(lower) && /\p{L}/u.test(lower);
  const small = run.findIndex(isLarge);
  // "The new CRM": what it's called by, with no other thing before it; "new" before capitals is tagged as a name.
  const before = run[small - 1];
  if (
    small === run.length - 1 &&
    before !== undefined &&
    /^\p{Lu}{2,}$/u.test(run[small]?.text ?? '')
  )
    if (/^(?:DET|ADJ)$/u.test(before.pos) || (before.pos === 'PROPN' && !isLarge(before)))
      return run;
  // "Seismic retrofit Block C": what is written large at the end is a place.
  if (
    small >= 2 &&
    run.slice(small).every((word) => isLarge(word) || isCode(word) || word.isPossessive)
  )
    return run.slice(0, small);
  let end = run.length;
  const isPlace = (word: Word, before: Word | undefined) =>
    isCode(word) ||
    (isLarge(word) &&
      before !== undefined &&
      (!isLarge(before) || !dictionary.has(word.lower)) &&
      (dictionary.has(before.lower) || end < run.length));
  while (
    end > 1 &&
    isPlace(run[end - 1] as Word, run[end - 2]) &&
    !(end === 2 && NAMING.test((run[0] as Word).lower))
  )
    end--;
  // "Ferry Astrid" is the ferry.
  if (end < run.length) {
    const isThing = end >= 2 || (run[0]?.pos === 'NOUN' && dictionary.isNoun(run[0].text));
    return isThing ? run.slice(0, end) : [];
  }
  const isNumbered = /^\d+$/.test((run.at(-1) as Word).lower);
  if (
    isNumbered &&
    run.length >= 4 &&
    run.slice(0, -1).every(({ pos }) => pos === 'NOUN' || pos === 'ADJ')
  )
    return run.slice(0, -2);
  return run;
}
