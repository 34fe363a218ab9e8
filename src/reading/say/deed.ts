/** What somebody did or does, as it is said to them. */

import type { Deed, Detail } from '../../model.ts';
import { toOwner } from './owner.ts';
import { finish, isBareFine, type Language, nounEnd } from './phrase.ts';
import { readQuality } from './quality.ts';

import type { Word } from './tagger.ts';
import {
  baseOfPast,
  gerundOf,
  gerundOfPast,
  isBase,
  isIrregular,
  pastOfGerund,
  secondOf,
} from './verbs.ts';

const ADVERB =
  /^(?:always|never|once|really|just|even|still|quietly|kindly|actually|often|only|also|personally|happily|first|then|\p{L}{3,}ly)$/u;
/** One does not thank for what somebody merely knew, had or felt. */
const STATE =
  /^(?:knew|had|saw|heard|felt|seemed|looked|wanted|needed|liked|loved|understood|owned|meant|thought|belonged|sounded|hoped|preferred|got|became|fell|grew up|came from)$/;
const UNQUOTED = /^(?:say|think|claim|mean|reckon|wish|hope|suggest|mention)$/;
/** Where a deed can end before its reason or circumstance. */
/** Nobody wants to be reminded of these. */
const UNKIND =
  /^(?:cry|weep|hurt|lie|quit|resign|worry|fear|regret|dread|doubt|grieve|abandon|break|crash|burn|spill|drop|ruin|refuse|reject|deny|delay|waste|panic|struggle|disagree|annoy|upset|scare|scold|nag|tease|stumble|mess|mock|threaten|leave work|slay|kill|attack|bully|neglect|lack|suffer|faint|vomit|sweat|oversleep|skip|miss|shoot|dodge|avoid|sneak|overlook|misread|misunderstand|misplace)$/;
const TAIL =
  /^(?:so|because|when|while|before|until|after|without|even|though|since|as|where|like)$/;
const PARTICLE =
  /^(?:up|out|off|down|over|away|back|in|on|through|round|around|along|apart|together|by)$/;
const BE = /^(?:was|were|is|are|being|been)$/;

/** "First to say hello", "the only one who asked". */
export function readFirst(line: string, language: Language): Deed | null {
  const found =
    /^(?:was |were )?(?:always )?(?:the )?(first|only|last)( one| person)?( to| who) (.+)$/.exec(
      line,
    );
  if (found === null) return null;
  const [, which, one = '', joint, rest = ''] = found;
  if (which === 'last') return null;
  const words = toOwner(
    language.tagger
      .tag(`you ${joint === ' to' ? 'can' : ''} ${rest}`)
      .slice(joint === ' to' ? 2 : 1),
  );
  const said = words === null ? null : finish(words, language);
  if (said === null) return null;
  const always = / ?always /.test(line) ? 'always ' : '';
  const phrase = `the ${which}${one}${joint} ${said}`;
  return {
    is: 'deed',
    gerund: `${always}being ${phrase}`,
    past: `you were ${always}${phrase}`,
    short: null,
  };
}

/** What somebody did or does: "stayed late to fix the import", "swims in the lake". */
export function readClause(
  line: string,
  language: Language,
  rest: string,
  hasSubject: boolean,
): Detail | null {
  const { tagger, dictionary } = language;
  const bare = tagger.tag(line);
  const words = tagger.tag(`you ${line}`).slice(1);
  let at = 0;
  while (
    at < words.length - 1 &&
    ADVERB.test((words[at] as Word).lower) &&
    baseOfPast((words[at] as Word).lower, dictionary) === null
  )
    at++;
  const adverbs = words.slice(0, at).map(({ lower }) => lower);
  const verb = words[at] as Word;
  const next = words[at + 1];
  if (
    /^(?:do|does|did)n't$/.test(verb.lower) ||
    (/^(?:do|does|did)$/.test(verb.lower) && !opensDone(next))
  )
    return readNegated(words, at, language);
  if (BE.test(verb.lower)) return readBeing(words, at, language, rest);
  if (next === undefined) {
    // "Never rushed" is whole; "fixed" is not.
    const isWhole =
      adverbs.includes('never') &&
      isGoodToMiss(baseOfPast(verb.lower, dictionary) ?? '', []) &&
      verb.pos === 'VERB' &&
      /ed$/.test(verb.lower) &&
      baseOfPast(verb.lower, dictionary) !== null;
    if (!isWhole) return null;
    const lead = adverbs.join(' ');
    return {
      is: 'deed',
      gerund: `${lead} ${gerundOfPast(verb.lower)}`,
      past: `you ${lead} ${verb.lower}`,
      short: null,
    };
  }
  const isPast =
    /^(?:VERB|AUX)$/.test(verb.pos) &&
    (hasSubject || /^(?:VERB|AUX)$/.test(bare[at]?.pos ?? '') || opensObject(next));
  const isRare =
    (isIrregular(verb.lower) && opensObject(next)) ||
    // "Sewed 14 capes": what stands before an article in -ed is a verb.
    (/ed$/.test(verb.lower) &&
      /^(?:DET|PRON|NUM)$/.test(next.pos) &&
      baseOfPast(verb.lower, dictionary) !== null);
  if (isPast || isRare) {
    const base = baseOfPast(verb.lower, dictionary);
    // "Dedicated team player" is no deed.
    const isParticiple =
      !hasSubject &&
      /ed$/.test(verb.lower) &&
      /^(?:NOUN|ADJ)$/.test(next.pos) &&
      !isPlainObject(words, at + 1, language);
    if (isParticiple) return null;
    if (base !== null || (/\p{L}{3}ed$/u.test(verb.lower) && isPast)) {
      const tail = tagger
        .tag(
          `you ${[...adverbs, gone(verb, base), ...words.slice(at + 1).map(({ text }) => text)].join(' ')}`,
        )
        .slice(2 + at);
      // "Stayed patient": the tagger takes it for a noun.
      const [state] = tail;
      if (state?.pos === 'NOUN' && /^(?:stay|remain|keep)$/.test(base ?? ''))
        state.pos = dictionary.isGradable(state.lower) ? 'ADJ' : state.pos;
      return deedOf(adverbs, verb.lower, base ?? verb.lower, tail, language);
    }
  }
  const second = secondOf(verb.lower, dictionary);
  if (second !== null && opensTail(next)) {
    const third = tagger.tag(`she ${line}`).slice(1);
    // "Dances every Thursday": no noun stands before "every".
    const isSure = /^(?:every|the|a|an|all|her|his|their|my|our)$/.test(next.lower);
    if (third[at]?.pos !== 'VERB' && third[at]?.pos !== 'AUX' && !isSure) return null;
    if (
      !hasSubject &&
      bare[at]?.pos !== 'VERB' &&
      bare[at]?.pos !== 'AUX' &&
      !/^(?:DET|PRON)$/.test(next.pos)
    )
      return null;
    return habitOf(adverbs, second, third.slice(at + 1), language);
  }
  if (hasSubject && verb.pos === 'VERB' && isBase(verb.lower, dictionary))
    return habitOf(adverbs, verb.lower, words.slice(at + 1), language);
  return null;
}

/** Whether an object stands well without an article. */
function isPlainObject(words: readonly Word[], at: number, language: Language): boolean {
  const end = nounEnd(words, at, language);
  return end === at || isBareFine(words.slice(at, end), language);
}

/** A rare past form is tagged as a usual one, so that what follows it is not mistaken. */
function gone(verb: Word, base: string | null): string {
  return base !== null && verb.pos !== 'VERB' ? 'took' : verb.text;
}

function opensObject({ pos, lower }: Word): boolean {
  return (
    /^(?:DET|PRON|PROPN|NUM)$/.test(pos) ||
    /^(?:me|us|my|our|his|her|their|every|all|up|out|off|down|over|away|back|in|on|to|through|at|for|with|round|by|the|an?)$/.test(
      lower,
    )
  );
}

/** "Did all the driving" is a deed, "did drive" an emphasis. */
function opensDone(word: Word | undefined): boolean {
  return word !== undefined && /^(?:DET|NUM)$/.test(word.pos) && word.lower !== 'not';
}

function opensTail({ pos, lower }: Word): boolean {
  return (
    /^(?:DET|PRON|ADP|ADV|NUM|ADJ|NOUN|PROPN|SCONJ|PART)$/.test(pos) &&
    !/^(?:of|and|or)$/.test(lower)
  );
}

/** Whether what follows a verb is whole and clear. */
/** With these, "it" may be anything. */
const OF_NO_WORK =
  /^(?:d(?:o|id|oing)|g[eo]t|getting|m(?:ade|ake|aking)|ha(?:d|ve|ving)|t(?:ook|ake|aking)|l(?:ost|ose|osing)|left|leaving|put|putting|said|saying)$/;

function tailOf(words: readonly Word[], verb: string, language: Language): string | null {
  if (words.length === 0) return null;
  if (words.length === 1 && PARTICLE.test((words[0] as Word).lower)) return null;
  const turned = toOwner(words);
  if (turned === null) return null;
  const at = turned.findIndex(({ lower }) => /^(?:it|this|that)$/.test(lower));
  const pointing = turned[at];
  if (pointing !== undefined) {
    const hasThing = turned.slice(0, at).some(({ pos }) => pos === 'NOUN' || pos === 'PROPN');
    const follows = turned[at + 1];
    const isIdiom =
      pointing.lower === 'it' &&
      /^(?:made|make|making|kept|keep)$/.test(verb) &&
      follows !== undefined &&
      /^(?:ADJ|VERB)$/.test(follows.pos);
    const isLink = pointing.lower !== 'it' && follows !== undefined;
    // "Tested it in the lift": the work, which the message names before.
    const isWork =
      pointing.lower === 'it' &&
      at === 0 &&
      /^(?:in|on|at)$/.test(follows?.lower ?? '') &&
      !OF_NO_WORK.test(verb);
    if (!hasThing && !isIdiom && !isLink && !isWork) return null;
  }
  return finish(turned, language, verb);
}

function deedOf(
  adverbs: readonly string[],
  past: string,
  base: string,
  spoken: readonly Word[],
  language: Language,
): Detail | null {
  const tail = withoutOutcome(spoken);
  const [first, second, third] = tail;
  if (UNQUOTED.test(base)) return null;
  if (base === 'use' && first?.lower === 'to') return null;
  if (
    /^(?:have|get|be)$/.test(base) &&
    (first?.pos === 'VERB' || first?.pos === 'ADJ' || first?.lower === 'to')
  )
    return null;
  const isToMe = /^(?:me|us)$/.test(first?.lower ?? '');
  if (base === 'tell' && !(isToMe && /^(?:about|how|where|to)$/.test(second?.lower ?? '')))
    return null;
  if (
    /^(?:tell|ask|talk|speak|cry|warn)$/.test(base) &&
    tail.some(
      ({ lower }, at) => lower === 'about' && /^(?:his|her|their)$/.test(tail[at + 1]?.lower ?? ''),
    )
  )
    return null;
  if (isOwnAffair(base, adverbs, tail)) return null;
  // Having something at hand is no deed; "always had a spare rose" is a habit, "had it all ready" is work.
  if (base === 'have' && adverbs.length === 0 && !MEALS.test(first?.lower ?? '') && !isReady(tail))
    return null;
  const talk = /^(?:speak|talk|lecture|present)$/.test(base) ? talkAbout(tail, language) : null;
  if (talk !== null) return talk;
  const text =
    joinedTail(tail, past, language) ??
    (adverbs.length === 0 && base !== 'keep' ? withoutReason(tail, past, language) : null);
  if (text === null) return null;
  const lead = adverbs
    .filter((word) => word !== 'just')
    .map((word) => `${word} `)
    .join('');
  if (
    /^(?:tell|advise|urge|encourage)$/.test(base) &&
    isToMe &&
    second?.lower === 'to' &&
    third !== undefined
  )
    return {
      is: 'advice',
      gerund: `${lead}${gerundOfPast(past)} ${text.ing}`,
      past: `you ${lead}${past} ${text.past}`,
      short: null,
    };
  const isState =
    // "Keeping talking" is said of nobody.
    (/^(?:kept|started|stopped)$/.test(past) && /ing\b/.test(first?.lower ?? '')) ||
    (STATE.test(past) &&
      !(past === 'had' && isReady(tail)) &&
      !(past === 'looked' && /^(?:after|out|up|into)$/.test(first?.lower ?? '')) &&
      !/^(?:my|our) back/.test(text.past) &&
      !(past === 'got' && /^(?:the|my|our|us|me|every\w+|all) /.test(text.past))) ||
    /^yourself\b/.test(text.past);
  const make = (ing: string, clause = ing) => ({
    gerund: `${lead}${gerundOfPast(past)} ${ing}`,
    past: `you ${lead}${past} ${clause}`,
  });
  const short = shortTail(tail, past, language);
  const whole = make(text.ing, text.past);
  return {
    is: 'deed',
    gerund: isState ? null : whole.gerund,
    ...(isState && { doing: whole.gerund }),
    past: whole.past,
    short: short === null || isState ? null : make(short),
  };
}

/** What follows a verb, a second verb after "and" in the form that each sentence needs. */
function joinedTail(
  tail: readonly Word[],
  verb: string,
  language: Language,
): { ing: string; past: string } | null {
  const { dictionary } = language;
  // "Explained the forms and never rushed me": the first is enough.
  const more = tail.findIndex(
    ({ lower }, here) => here > 0 && lower === 'and' && ADVERB.test(tail[here + 1]?.lower ?? ''),
  );
  if (more > 0) {
    const text = tailOf(tail.slice(0, more), verb, language);
    return text === null ? null : { ing: text, past: text };
  }
  const at = tail.findIndex(({ lower, pos }, here) => {
    const before = tail[here - 1];
    return (
      before?.lower === 'and' &&
      (BE.test(lower) ||
        (/^(?:VERB|AUX)$/.test(pos) &&
          (baseOfPast(lower, dictionary) !== null || pastOfGerund(lower, dictionary) !== null)))
    );
  });
  if (at < 0) {
    const text = tailOf(tail, verb, language);
    return text === null ? null : { ing: text, past: text };
  }
  const first = tailOf(tail.slice(0, at - 1), verb, language);
  if (first === null) return null;
  const second = tail[at] as Word;
  const past = pastOfGerund(second.lower, dictionary) ?? second.lower;
  const isState =
    BE.test(past) || STATE.test(past) || UNQUOTED.test(baseOfPast(past, dictionary) ?? '');
  const rest = isState ? null : tailOf(tail.slice(at + 1), past, language);
  if (rest === null) return { ing: first, past: first };
  const ing =
    second.lower.endsWith('ing') && past !== second.lower ? second.lower : gerundOfPast(past);
  return { ing: `${first} and ${ing} ${rest}`, past: `${first} and ${past} ${rest}` };
}

/** "Had every temperature log ready". */
function isReady(tail: readonly Word[]): boolean {
  return tail.some(
    ({ lower }, at) =>
      at > 0 &&
      /^(?:ready|prepared|waiting|organised|sorted|printed|set)$/.test(lower) &&
      /^(?:NOUN|PROPN|PRON)$/.test((tail[at - 1] as Word).pos),
  );
}

const MEALS = /^(?:lunch|coffee|tea|dinner|breakfast|supper)$/;

/** "Spoke about plain judgments" is "your talk about plain judgments". */
function talkAbout(tail: readonly Word[], language: Language): Detail | null {
  const [joint, ...rest] = tail;
  if (joint === undefined || !/^(?:about|on)$/.test(joint.lower) || rest.length === 0) return null;
  const said = tailOf(rest, joint.lower, language);
  return said === null
    ? null
    : { is: 'talk', phrase: `your talk ${joint.lower} ${said}`, short: 'your talk' };
}

/** What is left where only the circumstance can't be said: "saved the gravy when boiler tripped". */
function withoutReason(
  tail: readonly Word[],
  verb: string,
  language: Language,
): { ing: string; past: string } | null {
  const at = tail.findIndex(({ lower }, here) => here > 0 && CIRCUMSTANCE.test(lower));
  const isLoose = /^(?:right|just|even|soon|long|shortly|straight|only|days|hours|weeks|minutes)$/;
  const text =
    at < 1 || isLoose.test((tail[at - 1] as Word).lower)
      ? null
      : tailOf(tail.slice(0, at), verb, language);
  return text === null ? null : { ing: text, past: text };
}

/** "… on a paper towel and it worked", "came by three times bought nothing": what came of it. */
function withoutOutcome(tail: readonly Word[]): readonly Word[] {
  const at = tail.findIndex(
    ({ lower, pos }, here) =>
      (here > 0 &&
        lower === 'and' &&
        /^(?:it|that|this|he|she|they|we|i|everyone|everybody|nobody|people)$/.test(
          tail[here + 1]?.lower ?? '',
        )) ||
      (pos === 'VERB' && /^(?:times|once|twice)$/.test(tail[here - 1]?.lower ?? '')),
  );
  return at < 1 ? tail : tail.slice(0, at);
}

const CIRCUMSTANCE =
  /^(?:so|when|while|before|after|until|because|since|as|although|once|whenever)$/;

/** Whether a deed is none to thank for: harm, a plan, a step of their own life. */
function isOwnAffair(base: string, adverbs: readonly string[], tail: readonly Word[]): boolean {
  const first = tail[0]?.lower ?? '';
  const isMissed = adverbs.includes('never') && isGoodToMiss(base, tail);
  if (isMissed) return false;
  if (UNKIND.test(base) || /^(?:promise|plan|intend|owe|retire|resign|marry|exist)$/.test(base))
    return true;
  // "Tried on the worst hats" is a deed, "tried to help" none.
  if (base === 'try' && !/^(?:on|out)$/.test(first)) return true;
  // "Left the walls open for me".
  if (base === 'leave' && !tail.some(({ lower }) => /^(?:me|us)$/.test(lower))) return true;
  if (base === 'lose' && !adverbs.includes('never')) return true;
  if (base === 'send' && tail.some(({ lower }) => lower === 'back')) return true;
  if (base === 'eat' && /^(?:my|our)$/.test(first)) return true;
  if (base === 'move' && first === 'to') return true;
  if (base === 'sleep' && /^(?:in|through|late)$/.test(first) && tail[1]?.pos !== 'DET')
    return true;
  if (base === 'ask' && first === 'for') return true;
  if (/^(?:look|seem|sound|feel)$/.test(base) && tail[0]?.pos === 'ADJ') return true;
  // "Pushed out by the director" was done to them.
  const isSuffered = first === 'by' || (PARTICLE.test(first) && tail[1]?.lower === 'by');
  if (isSuffered && !/^(?:st[ao]nd|go|pass|drop|come|stop|get|swing)$/.test(base)) return true;
  return adverbs.includes('never');
}

/** What one is glad that somebody did not do: rush, give up, make people feel judged. */
function isGoodToMiss(base: string, tail: readonly Word[]): boolean {
  if (base === 'make') return tail.some(({ lower }) => lower === 'feel');
  if (base === 'give') return tail[0]?.lower === 'up';
  // "Never let a customer leave without a coffee".
  if (base === 'let') return tail.some(({ lower }) => /^(?:down|feel|without)$/.test(lower));
  if (base === 'ask') return tail[0]?.lower === 'why';
  return /^(?:rush|hurry|lose|judge|mind|hesitate|panic|raise|stop|falter|waver|flinch|question|doubt|turn|skip|laugh|waste|talk|look|drop|spill|scratch|miss|forget)$/.test(
    base,
  );
}

/** What is left when the reason or circumstance is left out; null where nothing or nothing whole is. */
function shortTail(tail: readonly Word[], verb: string, language: Language): string | null {
  const at = tail.findIndex(
    ({ lower }, here) =>
      here > 0 && (TAIL.test(lower) || (lower === 'to' && tail[here + 1]?.pos === 'VERB')),
  );
  if (at < 1) return null;
  const before = tail.slice(0, at);
  // "Got the whole floor to vote" is whole only so.
  const isCaused =
    /^(?:g[eo]t|ask|taught|teach|told|tell|help|allow|invit|encourag|remind|persuad|convinc|train)/.test(
      verb,
    );
  if (isCaused && (tail[at] as Word).lower === 'to') return null;
  // "Which psalms to avoid" is whole only so.
  if (before.some(({ lower }) => /^(?:which|what|how|where|who|when|enough|too)$/.test(lower)))
    return null;
  // "Asked me to …" needs what follows; "stayed late to …" does not.
  if (before.every(({ pos, lower }) => pos === 'PRON' || /^(?:me|us|hard|as)$/.test(lower)))
    return null;
  return tailOf(before, verb, language);
}

/** "Didn't even ask why" gives "not even asking why". */
function readNegated(words: readonly Word[], at: number, language: Language): Deed | null {
  let here = at + 1;
  const isNot = /n't$/.test((words[at] as Word).lower) || words[here]?.lower === 'not';
  if (!isNot || !/^did/.test((words[at] as Word).lower)) return null;
  if (words[here]?.lower === 'not') here++;
  const adverb = /^(?:even|once|ever|just)$/.test(words[here]?.lower ?? '')
    ? `${(words[here++] as Word).lower} `
    : '';
  const verb = words[here];
  if (verb === undefined || !isBase(verb.lower, language.dictionary)) return null;
  const gerund = gerundOf(verb.lower);
  const tail = words.slice(here + 1);
  if (!isGoodToMiss(verb.lower, tail)) return null;
  const text =
    tail.length === 0
      ? null
      : /^(?:why|how)$/.test(tail.map(({ lower }) => lower).join(' '))
        ? (tail[0] as Word).lower
        : tailOf(tail, verb.lower, language);
  if (text === null) return null;
  return {
    is: 'deed',
    gerund: `not ${adverb}${gerund} ${text}`,
    past: `you didn't ${adverb}${verb.lower} ${text}`,
    short: null,
  };
}

/** "Was there when the boiler went", "is a good listener". */
function readBeing(
  words: readonly Word[],
  at: number,
  language: Language,
  rest: string,
): Detail | null {
  const tail = words.slice(at + 1);
  const text = tail.map((word) => word.text).join(' ');
  const first = readFirst(text, language);
  if (first !== null) return first;
  const adverb = words[at - 1]?.lower;
  if (adverb === 'never') return null;
  const isNow = /^(?:is|are)$/.test((words[at] as Word).lower);
  if (/^there (?:for|when|with|to)\b/.test(text) || /^an? (?:\S+ )?\p{L}+/u.test(text)) {
    const said = tailOf(tail, 'was', language);
    if (said === null) return null;
    const lead = adverb === 'always' ? 'always ' : '';
    if (isNow) return { is: 'habit', present: `you are ${lead}${said}`, short: null };
    return {
      is: 'deed',
      gerund: `${lead}being ${said}`,
      past: `you were ${lead}${said}`,
      short: null,
    };
  }
  return readQuality(text, language, rest);
}

function habitOf(
  adverbs: readonly string[],
  base: string,
  tail: readonly Word[],
  language: Language,
): Detail | null {
  if (
    adverbs.includes('never') ||
    UNQUOTED.test(base) ||
    /^(?:want|need|try|plan|seem|look|feel|work|live|owe|drink|smoke|commute|come)$/.test(base) ||
    UNKIND.test(base)
  )
    return null;
  if (base === 'have' && (tail[0]?.pos === 'VERB' || tail[0]?.lower === 'to')) {
    const done = tail[0];
    if (done?.lower === 'to' || done === undefined) return null;
  }
  const text = tailOf(tail, base, language);
  if (text === null) return null;
  const lead = adverbs.map((word) => `${word} `).join('');
  const short = shortTail(tail, base, language);
  return {
    is: 'habit',
    present: `you ${lead}${base} ${text}`,
    short: short === null ? null : `you ${lead}${base} ${short}`,
  };
}

/** What is never meant for others, even by whoever is to be thanked for it. */
const NEVER_FOR_OTHERS =
  /^(?:looking(?! (?:after|out|up|into|over))|thinking|going(?! (?:through|over|along|with|back))|moving|living|learning|planning|hoping|trying|struggling|retiring|leaving|feeling|dreaming|worrying|applying)\b/;

/**
 * "Waiting twenty minutes for my dog to sit": whoever types it so has it follow "Thank you for".
 * @returns null where it's for themselves, or isn't whole
 */
export function readTyped(line: string, language: Language): Detail | null {
  const verb = /^(?:always |never |even )?(\p{L}+ing)\b/u.exec(line)?.[1];
  if (verb === undefined || NEVER_FOR_OTHERS.test(line.slice(line.indexOf(verb)))) return null;
  return readGerund(line, true, language);
}

/** What one does for oneself, or only thinks of. */
const OWN_COURSE =
  /^(?:looking|thinking|going|moving|working|living|learning|planning|hoping|trying|waiting|struggling|training|retiring|leaving|getting|feeling|being|having|dreaming|worrying|applying|saving|coming|building|meeting|hearing|understanding|finding|spelling|cutting|lighting|opening)$/;

/** "Staying late to fix the import", "not even asking why". */
export function readGerund(line: string, isFramed: boolean, language: Language): Detail | null {
  const { tagger, dictionary } = language;
  const words = tagger.tag(`thank you for ${line}`).slice(3);
  let at = 0;
  const isNot = words[0]?.lower === 'not';
  if (isNot) at++;
  while (at < words.length - 1 && ADVERB.test((words[at] as Word).lower)) at++;
  const verb = words[at];
  if (verb === undefined || words[at + 1] === undefined) return null;
  const lead = words
    .slice(0, at)
    .map(({ lower }) => `${lower} `)
    .join('');
  if (verb.lower === 'being') {
    const tail = words
      .slice(at + 1)
      .map(({ text }) => text)
      .join(' ');
    return isNot ? null : (readQuality(tail, language, '') ?? readBeing(words, at, language, ''));
  }
  const past = pastOfGerund(verb.lower, dictionary);
  const next = words[at + 1] as Word;
  if (past === null || (verb.pos !== 'VERB' && !opensObject(next))) return null;
  // "Thinking of the beds", "having lunch with me".
  const isShared =
    (verb.lower === 'waiting' && next.lower === 'for') ||
    (verb.lower === 'taking' && next.lower === 'time') ||
    (verb.lower === 'thinking' && /^(?:of|about)$/.test(next.lower)) ||
    (verb.lower === 'having' && MEALS.test(next.lower));
  const isBareVerb =
    isShared ||
    ((tagger.tag(line)[at]?.pos === 'VERB' || (isIrregular(past) && next.pos === 'ADP')) &&
      !OWN_COURSE.test(verb.lower));
  if (
    !isFramed &&
    !/^(?:DET|PRON|ADV|PROPN)$/.test(next.pos) &&
    !(isBareVerb && /^(?:ADP|PART|ADJ|SCONJ|NUM)$/.test(next.pos)) &&
    !(isBareVerb && next.pos === 'NOUN')
  )
    return null;
  // "Working lunch", "building plans": a thing, no deed.
  if (/^(?:NOUN|ADJ)$/.test(next.pos) && tagger.tag(line)[at]?.pos !== 'VERB') return null;
  const base = baseOfPast(past, dictionary) ?? '';
  const tail = withoutOutcome(words.slice(at + 1));
  if (UNQUOTED.test(base) && !/^(?:no|yes|hello)$/.test(next.lower)) return null;
  if (isNot ? !isGoodToMiss(base, tail) : isOwnAffair(base, lead.split(' '), tail)) return null;
  const text = joinedTail(tail, verb.lower, language) ?? withoutReason(tail, verb.lower, language);
  if (text === null) return null;
  const isToMe = /^(?:me|us)$/.test(next.lower);
  const clause = isNot
    ? `you didn't ${lead.slice(4)}${base} ${text.past}`
    : `you ${lead}${past} ${text.past}`;
  if (/^(?:tell|advise|urge|encourage)$/.test(base) && isToMe && tail[1]?.lower === 'to')
    return { is: 'advice', gerund: `${lead}${verb.lower} ${text.ing}`, past: clause, short: null };
  const short = isNot ? null : shortTail(tail, verb.lower, language);
  // One is remembered for knowing every name, and not thanked.
  const isHad =
    past === 'had' &&
    !MEALS.test(next.lower) &&
    !/^(?:the|an?) (?:idea|patience|courage|time|nerve|heart|good sense)\b/.test(text.ing);
  if (!isFramed && (past === 'had' ? isHad : STATE.test(past) && !/^(?:saw|got)$/.test(past)))
    return {
      is: 'deed',
      gerund: null,
      doing: `${lead}${verb.lower} ${text.ing}`,
      past: clause,
      short: null,
    };
  return {
    is: 'deed',
    gerund: `${lead}${verb.lower} ${text.ing}`,
    past: clause,
    short:
      short === null
        ? null
        : { gerund: `${lead}${verb.lower} ${short}`, past: `you ${lead}${past} ${short}` },
  };
}
