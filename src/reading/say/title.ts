/** A title, as a message can speak of what happened: certain or absent. */

import type { Day, Kind, Named, News, Reading } from '../../model.ts';
import { escapePattern } from '../../text/escape-pattern.ts';
import { fold } from '../../text/fold.ts';
import { loadDictionary } from './dictionary.ts';
import { readLeaving } from './leaving.ts';
import { calm, type Name, readName, smallStart } from './name.ts';
import { isRole, readNews } from './news.ts';
import { cleanNote, firstPart, lowerFirst } from './note.ts';
import { toOwner } from './owner.ts';
import { asNouns, finish, isDeterminer, type Language, nounEnd } from './phrase.ts';
import { loadTagger, type Word } from './tagger.ts';
import {
  baseOfPast,
  gerundOf,
  gerundOfPast,
  isBase,
  isIrregular,
  pastOfGerund,
  secondOf,
} from './verbs.ts';

const TOGETHER =
  /^(?:we|i|both|we both|we all|we're both|we are both|both of us)\s+(?:(?:both|all|are|were)\s+)?(?=\S)/i;
const WORKED =
  /^(?:worked|working|helped|helping|collaborated|teamed up)\s+(?:out\s+)?(?:on|with)\s+/i;
const REVIEWED =
  /^(?:(?:my|our|the|her|his|your|some)\s+)?(?:(?:last|final|first|monthly|weekly)\s+)?(?:feedback|comments?|notes?|reviews?|edits?|critique|input)\s+(?:on|of|to|about|for)\s+/i;
/** What a talk about my work was on: "chat about my presentation", "talk after my first home visit". */
const TALKED =
  /^(?:(?:a|the|our|good|long|short|quick)\s+)*(?:talk|chat|conversation|session|debrief|catch-up|call|meeting|coffee|one-to-one|one-on-one|1:1)\s+(?:on|about|after|over|following)\s+(?=my\b|the\b|our\b)/i;
/** "Notes after the preview": what was said there. */
const AFTER = /^(?:feedback|comments?|notes?)\s+(?:after|at|from|following)\s+(?=\S)/i;
const REVIEWS = /\s+(?:feedback|comments|edits|notes|critique)$/i;
const SESSION =
  /(?:^|\s)(?:review|appraisal|evaluation|retro|retrospective|check-in|1:1|one-on-one|mentoring|coaching|session|interview|talk|meeting|conversation)$/i;
const MEETING =
  /(?:^|\s)(?:meeting|call|lunch|breakfast|dinner|coffee|tea|chat|walk|visit|interview|session|catch-up|conversation|drink|beer)(?:\s+(?:in|at|on|over|about|after|before)\s.*)?$/i;
/** "AGM", "CV": said with "the". */
const ABBREVIATED = /^\p{Lu}{2,4}$/u;
const SAID =
  /\b(?:too|more|less|better|worse|should|must|needs?|never|always|not|n't|I|you|me|mine|typos?|mistakes?|errors?|slips?|weak|poor|bad|thin|dry|long|slow)\b/;

/** When a title was true, and for whom. */
interface Circumstances {
  kind: Kind;
  day: Day;
  /** What each of those who took part is called: "Coffee with Priya" is coffee to her. */
  people: ReadonlyArray<readonly string[]>;
}

/**
 * How a message can name what happened.
 * @returns null where nothing can surely be said well
 */
export async function readTitle(
  title: string,
  { kind, day, people }: Circumstances,
): Promise<Reading | null> {
  const names = people.flat();
  if (kind === 'departure') return readLeaving(title, day, people);
  const lost = people.length === 1 ? readLoss(title) : null;
  if (lost !== null) return { lost };
  if (kind === 'reorg' && leadsUs(title, people)) return { leads: 'you' };
  const whole = cleanNote(calm(title));
  if (!/\p{L}/u.test(whole) || /[?"“”„«»@#|<>[\]{}]/u.test(whole) || whole.length > 160)
    return null;
  const line = withoutNames(firstPart(whole), names, kind, people.length === 1);
  if (line === null || line === '' || /\s[/&]|\p{L}\/\p{L}/u.test(line)) return null;
  const [tagger, dictionary] = await Promise.all([loadTagger(), loadDictionary()]);
  const language = { tagger, dictionary };
  // "Patent transl. 2nd draft": cut short.
  if (/\p{Ll}{2,6}\.\s+[\p{Ll}\d]/u.test(whole)) return null;
  switch (kind) {
    case 'project':
      return at(
        'on',
        readWork(line, language) ??
          readWork(withoutPlace(line), language) ??
          headIn(line, WORKS, language),
      );
    case 'event':
      return at(
        'at',
        readEvent(line, language) ??
          readEvent(withoutPlace(line), language) ??
          headIn(line, EVENTS, language),
      );
    case 'interest':
      return at('about', readInterest(line, language));
    case 'feedback':
      // "End of the buddy scheme": when it was.
      return /^(?:the )?(?:end|start|beginning|close) of\b/iu.test(line)
        ? null
        : readReview(line, language);
    case 'milestone':
      return asOneSays(
        readNews(line, /\bnow\b/i.test(title), language) ??
          readNews(withoutPlace(line), /\bnow\b/i.test(title), language),
        line,
      );
    case 'reorg':
      return at('about', readChange(line, language) ?? changeIn(title));
    case 'new-job':
      return readNewJob(line, language);
    case 'meeting':
      return readMeeting(line, language);
    case 'engagement':
      return readPost(line, language);
    default:
      return null;
  }
}

/** Whether a title is read in the same way in two circumstances, without reading it. */
export function isReadAlike(title: string, one: Circumstances, other: Circumstances): boolean {
  if (one.kind !== other.kind) return false;
  if (one.kind === 'departure' && one.day !== other.day) return false;
  if (JSON.stringify(one.people) === JSON.stringify(other.people)) return true;
  if (one.kind === 'departure' || (one.people.length === 1) !== (other.people.length === 1))
    return false;
  const folded = fold(title);
  return [...one.people, ...other.people]
    .flat()
    .flatMap((name) => fold(name).split(' '))
    .every((part) => part.length < 2 || !folded.includes(part));
}

/** "Got into nursing school" takes no article, as one studies there; "spokesman of the railways" is what one becomes. */
function asOneSays(news: News | null, line: string): News | null {
  if (news === null) return null;
  const role = /^your ((?:\p{L}+ )?\p{L}+(?:man|woman|person|master)\b.*)$/u.exec(news.news)?.[1];
  if (role !== undefined) return { news: `becoming ${role}`, short: null };
  if (/\binto the\b/iu.test(line)) return news;
  const bare = (said: string) =>
    said.replace(/\binto the (?=(?:\p{L}+ )?(?:school|university|college)\b)/u, 'into ');
  return { news: bare(news.news), short: news.short === null ? null : bare(news.short) };
}

/** "Job fair in leuven" is the job fair: a place written small can't be told from a slip. */
function withoutPlace(line: string): string {
  return line.replace(/(?<=\p{L}{3}) (?:in|at|near) \p{Ll}+$/u, '');
}

function at(after: Named['after'], name: Name | null): Named | null {
  return name === null ? null : { after, ...name };
}

/** A title without the reader's own name; null where it speaks of them in another way. */
function withoutNames(
  text: string,
  names: readonly string[],
  kind: Kind,
  isOne: boolean,
): string | null {
  let line = text;
  for (const name of names.flatMap((whole) => [whole, ...whole.split(/\s+/u)])) {
    if (name.length < 2 || (!names.includes(name) && !/^\p{Lu}/u.test(name))) continue;
    // The patterns take long to make, and most names are not in the title.
    if (!line.toLowerCase().includes(name.toLowerCase())) continue;
    const safe = escapePattern(name);
    line = line.replace(new RegExp(`\\s+(?:with|and)\\s+${safe}$`, 'iu'), '').replace(
      new RegExp(`(?<![\\p{L}\\p{N}])${safe}'s\\s+(?=\\S)`, 'giu'),
      // Of several people, only one is meant.
      isOne ? 'your ' : '$&',
    );
    if (kind === 'milestone' && isOne)
      line = line.replace(new RegExp(`^${safe}\\s+(?=\\S)`, 'iu'), '');
    if (new RegExp(`(?<![\\p{L}\\p{N}])${safe}(?![\\p{L}\\p{N}])`, 'u').test(line)) return null;
  }
  return line.trim();
}

const KIN =
  '((?:grand|step)?(?:mother|father|mum|mom|dad|son|daughter|child)|mum|mom|dad|nan|gran|grandma|grandpa|husband|wife|partner|brother|sister|twin|uncle|aunt|cousin|friend|baby|dog|cat)';
const LOST = new RegExp(
  `\\b(?:her|his|their|\\p{Lu}\\p{L}+'s)\\s+${KIN}\\b.*\\b(?:died|passed away|death|funeral)\\b|\\b(?:death of|funeral of|funeral for|lost|loss of)\\s+(?:her|his|their)\\s+${KIN}\\b`,
  'u',
);

/** Whom they lost: "her mother died" is "your mother". */
function readLoss(title: string): string | null {
  const found = LOST.exec(title.replace(/’/gu, "'"));
  const who = found?.[1] ?? found?.[2];
  return who === undefined ? null : `your ${who.toLowerCase()}`;
}

/** Who is put at the head of us: "Olga is our new head of nursing", "product teams under Yevheniia". */
const LEADS =
  /\b(?:takes? over|took over|taking over|under|leads?|leading|heads?|heading|runs?|running|in charge|new (?:[\p{L}-]+ )?(?:boss|manager|head|lead|leader|director|chief|principal|dean|vp|ceo|cto|coo|supervisor|foreman|matron|sister|captain|coach|minister|rector|superintendent|editor|conductor|chair)|(?:my|our) (?:new )?(?:boss|manager|head|director|lead))\b/iu;

function leadsUs(title: string, people: ReadonlyArray<readonly string[]>): boolean {
  const [names, ...others] = people;
  if (names === undefined || others.length > 0 || !LEADS.test(title)) return false;
  if (/\b(?:she|he|they)(?:'s|'re)?\b/iu.test(title.replace(/’/gu, "'"))) return true;
  return names
    .flatMap((name) => [name, ...name.split(/\s+/u)])
    .some(
      (name) =>
        name.length > 1 &&
        /^\p{Lu}/u.test(name) &&
        new RegExp(`(?<![\\p{L}\\p{N}])${escapePattern(name)}(?![\\p{L}\\p{N}])`, 'u').test(title),
    );
}

/** "Moving ward 7", "shipped the barcode scanner", "Supplier master cleanup". */
function readWork(line: string, language: Language): Name | null {
  const done = line
    .replace(TOGETHER, '')
    .replace(WORKED, '')
    .replace(/^(?:the )?(?:end|start|beginning|completion|finish|close) of (?:the )?(?=\S)/i, '')
    .replace(/\s+(?:done|finished|complete|over)$/i, '');
  const text = smallStart(done, language);
  // "First night call": whose first it was, one cannot tell.
  if (/^first (?!aid\b|responders?\b)/iu.test(text)) return null;
  // "Rewiring of Hillside School".
  if (/^\p{L}+ing of /iu.test(text)) return readName(`the ${lowerFirst(text)}`, language, true);
  return (
    readDoing(text, language) ?? (isDoing(text, language) ? null : readName(text, language, true))
  );
}

/** A thing's use before its name. */
const FOR_WHAT =
  /^(?:riding|walking|running|swimming|cooking|washing|sewing|fishing|hiking|drinking|reading|writing|dancing|building|heating|cooling|parking|shipping|mailing|dining|living|sleeping|racing|climbing|training|teaching|operating|working|playing|printing|landing|lifting|mounting|filing|wedding|opening|closing|meeting|talking|trading|hunting|mixing|milking|feeding|sailing|rowing|skating) (?!(?:the|an?|my|our|your|her|his|their|all|both|up|out|off|in|on|over|with|for|to|down|\d)\b)/u;

/** Whether a title says what was done, well or not. */
function isDoing(text: string, language: Language): boolean {
  const { tagger, dictionary } = language;
  const words = tagger.tag(lowerFirst(text));
  const first = words[0] as Word;
  // "Deicing truck trial", "bouldering": a thing.
  if (/ing$/.test(first.lower) && words.slice(1).every(({ pos }) => pos === 'NOUN')) return false;
  return (
    first.pos === 'VERB' &&
    (baseOfPast(first.lower, dictionary) !== null || /ing$/.test(first.lower))
  );
}

function readDoing(typed: string, language: Language): Name | null {
  const { tagger, dictionary } = language;
  const text = lowerFirst(typed);
  // "Riding boots for the film": what they are for, no deed.
  if (FOR_WHAT.test(text)) return null;
  const words = tagger.tag(text);
  const verb = words[0] as Word;
  const next = words[1];
  // "Rewiring of Hillside School" is a thing.
  if (next === undefined || next.lower === 'of') return null;
  const opens =
    isDeterminer(next) ||
    /^(?:PRON|DET|PROPN)$/.test(next.pos) ||
    /^\p{Lu}/u.test(next.text) ||
    /^(?:up|out|off|down|in|back|over|into|to)$/.test(next.lower);
  const isPast =
    baseOfPast(verb.lower, dictionary) !== null &&
    (verb.pos === 'VERB' ? true : isIrregular(verb.lower) && opens);
  const isIng =
    !isPast &&
    pastOfGerund(verb.lower, dictionary) !== null &&
    (verb.pos === 'VERB' ||
      isDeterminer(next) ||
      (opens && words[2] !== undefined && isDeterminer(words[2])));
  if (!isPast && !isIng) return null;
  const end = nounEnd(words, 1, language);
  const object = words.slice(1, end);
  if (!opens && end === 1 && next.pos === 'ADV') return null;
  // "Planning application" is a thing; "restoring old radios" is a deed.
  if (!opens && end > 1 && !dictionary.isPlural((object.at(-1) as Word).lower)) return null;
  const turned = toOwner(words.slice(1));
  if (turned === null || /^(?:it|this|that)$/.test(next.lower)) return null;
  const rest = finish(turned, language, verb.lower);
  if (rest === null) return null;
  const gerund = isPast ? gerundOfPast(verb.lower) : verb.lower;
  // "Getting the greenhouse rewired" is whole only so.
  const isCut =
    end < words.length &&
    /^(?:ADP|SCONJ)$/.test((words[end] as Word).pos) &&
    (words[end] as Word).lower !== 'in';
  const alone =
    end > 1 && isCut && isDeterminer(next) ? finish(turned.slice(0, end - 1), language) : null;
  return {
    phrase: `${gerund} ${rest}`,
    short: alone === null ? null : `${gerund} ${alone}`,
    isDoing: true,
  };
}

/** "Regional training day", "we both went to the union meeting". */
function readEvent(line: string, language: Language): Name | null {
  const together =
    /^(?:we|both|we both|we all|both of us)\s+(?:both\s+)?(\p{L}+)(?:\s+together)?\s+(?:at|to)\s+(.+)$/iu.exec(
      line,
    );
  if (together?.[1] && together[2]) {
    if (
      baseOfPast(together[1].toLowerCase(), language.dictionary) === null &&
      !/^(?:were|was)$/i.test(together[1])
    )
      return null;
    return readName(together[2], language, true);
  }
  if (/^(?:we|i)\s/i.test(line)) return null;
  if (ABBREVIATED.test(line)) return { phrase: `the ${line}`, short: null };
  const text = line.replace(/^(?:went to|attended|met at|at)\s+/i, '');
  if (isDoing(smallStart(text, language), language)) return null;
  return readName(text, language, true);
}

/** "Open water swimming", "we both keep bees", "learning Welsh". */
function readInterest(line: string, language: Language): Name | null {
  const { tagger, dictionary } = language;
  const isShared = TOGETHER.test(line);
  const shared = smallStart(line.replace(TOGETHER, ''), language, false);
  const text = shared.replace(/^(?:into|like|love|enjoy|fans? of|fond of)\s+/i, '');
  const [first = '', ...rest] = text.split(' ');
  const base = first.toLowerCase();
  const isVerb =
    isShared && text === shared && isBase(base, dictionary) && !/[a-z]{3}ing$/.test(base);
  if (isVerb && rest.length > 0 && tagger.tag(`we ${text}`)[1]?.pos === 'VERB') {
    const said = finish(tagger.tag(`we ${text}`).slice(2), language, base);
    return said === null
      ? null
      : { phrase: `${gerundOf(base)} ${said}`, short: null, isDoing: true };
  }
  // "Breeds budgies": what one does.
  if (
    !isShared &&
    secondOf(base, dictionary) !== null &&
    !/^(?:sports|arts|goods|news)$/.test(base) &&
    dictionary.isPlural((rest[0] ?? '').toLowerCase())
  )
    return null;
  const doing = /ing$/.test(first) ? readDoing(text, language) : null;
  if (doing !== null) return doing;
  const words = tagger.tag(text);
  if (isDoing(text, language) && !/(?:ing|ed)$/.test(first)) return null;
  if (dictionary.isDoer(first.toLowerCase()) || words[nounEnd(words, 0, language)]?.lower === 'of')
    return null;
  return readName(text, language, false);
}

/** What a review was on; of what was said in it, nothing. */
function readReview(line: string, language: Language): Named | null {
  const { tagger } = language;
  const isAfter = AFTER.test(line);
  const text = smallStart(
    line
      .replace(AFTER, '')
      .replace(REVIEWED, '')
      .replace(TALKED, '')
      .replace(/^my /i.test(line) ? / feedback$/i : REVIEWS, ''),
    language,
    false,
  )
    .replace(/^(mid|half|full) (year|term)\b/i, '$1-$2')
    .replace(/^q([1-4])\b/, 'Q$1');
  if (/^(?:feedback|comments|notes|review)$/i.test(text)) return null;
  if (ABBREVIATED.test(text)) return { after: 'on', phrase: `the ${text}`, short: null };
  const words = asNouns(tagger.tag(text), language);
  const isJudged = words.some(
    ({ pos, lower }) =>
      (pos === 'ADJ' && (tagger.warmth(lower) !== 0 || /(?:er|est)$/.test(lower))) ||
      pos === 'AUX' ||
      pos === 'ADV',
  );
  if (SAID.test(text.replace(/^my /i, '')) || isJudged) return null;
  if (
    words.some(
      ({ pos, lower }, here) =>
        pos === 'VERB' &&
        !(here > 0 && /ing$/.test(lower)) &&
        !/^(?:review|demo|draft|talk|launch|pitch|report|plan|rewrite|design)s?$/.test(lower),
    )
  )
    return null;
  if (words.length === 1 && /ing$/.test(words[0]?.lower ?? '') && !SESSION.test(text)) return null;
  const name = readName(text.replace(/^my /i, 'the '), language, true);
  if (name === null) return null;
  const isSession = SESSION.test(text) && REVIEWED.test(line) === false;
  const mine = (phrase: string) => (/^my /i.test(text) ? phrase.replace(/^the /, 'my ') : phrase);
  // "Your feedback at the feedback talk".
  if (/^the (?:1:1|one-on-one)$|\bfeedback\b/.test(name.phrase)) return null;
  return {
    after: isSession || isAfter ? 'at' : 'on',
    phrase: mine(name.phrase),
    short: name.short === null ? null : mine(name.short),
  };
}

/** What a team or an office is said to do itself. */
const OF_ITSELF =
  /^(?:merge|split|move|close|open|join|expand|shrink|grow|change|start|begin|end|stop|combine|unite|separate|relocate|come|go|become|leave|switch|double|halve|return|shut)$/;

const WORKS =
  /^(?:audit|campaign|survey|migration|launch|roll-?out|move|tournament|inspection|report|exhibition|rewire|rewiring|refit|refurbishment|renovation|upgrade|tender|trial|study|pilot|redesign|rebrand|relaunch|handover|stocktake|festival|concert|harvest|installation|budget|forecast|newsletter|website|app|dashboard|catalogue|handbook|course|tour|show|backlog|timetable|project|job)$/u;
const EVENTS =
  /^(?:fair|conference|congress|course|workshop|seminar|training|debrief|briefing|dinner|lunch|party|meet-?up|forum|summit|festival|tournament|drill|exercise|lecture|webinar|hackathon|offsite|retreat|gala|barbecue|market|concert|show|regatta|evening)$/u;

/**
 * The thing that a title surely names, where the rest of it can't be said: "under 12s autumn tournament" is the
 * autumn tournament. It ends the title, or something follows that tells where, when or with whom.
 */
function headIn(line: string, heads: RegExp, { dictionary }: Language): Name | null {
  const words = line.split(' ');
  const at = words.findIndex((word) => heads.test(word));
  if (
    at < 0 ||
    words.some((word) => !word.includes('-') && /^(?:not|no|never|cancelled|failed)$/iu.test(word))
  )
    return null;
  const next = words[at + 1];
  if (
    next !== undefined &&
    !dictionary.isName(next) &&
    !/^(?:in|at|on|for|with|w|done|finished|over|last|this)$/u.test(next)
  )
    return null;
  const before = words[at - 1] ?? '';
  const isKind =
    /^\p{Ll}{4,}$/u.test(before) &&
    !/(?:ed|ing)$/u.test(before) &&
    dictionary.isNoun(before) &&
    (words[at] === 'job' || !dictionary.isVerb(before)) &&
    !dictionary.isName(before);
  return { phrase: `the ${isKind ? `${before} ` : ''}${words[at]}`, short: null };
}

/** What kind of change it surely is, where the rest can't be said well: "merger with nordwerk" is the merger. */
function changeIn(title: string): Name | null {
  const found = CHANGES.find(([pattern]) => pattern.test(title));
  return found === undefined ? null : { phrase: found[1], short: null };
}

const CHANGES: ReadonlyArray<readonly [RegExp, string]> = [
  [/(?<!being )\bmerg(?:e|es|ed|er|ing)\b|\bbecom(?:e|es|ing) one\b/iu, 'the merger'],
  [/\btake-?over\b/iu, 'the takeover'],
  [
    /\bmov(?:e|ed|es|ing) (?:in)?to (?:a |the |our )?new (?:building|office|site|floor|premises|place)\b/iu,
    'the move',
  ],
  [/\breorg/iu, 'the reorganisation'],
];

/** "Support teams merged" is "the support teams merging". */
function readChange(line: string, language: Language): Name | null {
  const { tagger, dictionary } = language;
  const text = smallStart(line, language);
  if (/^(?:i|we|she|he|they|you)\b/i.test(text) || /\b(?:she|he|they|her|his|my)\b/i.test(text))
    return null;
  // "Housing and repairs become one department".
  const [, many, one] =
    /^(.+ and .+) (?:become|becomes|became|are becoming) (.+)$/i.exec(text) ?? [];
  if (many !== undefined && one !== undefined) {
    const who = finish(asNouns(tagger.tag(many), language), language);
    const what = finish(tagger.tag(one), language, 'becoming');
    return who === null || what === null
      ? null
      : { phrase: `${who} becoming ${what}`, short: null };
  }
  // "New head": somebody, and no change that one could be sorry for.
  if (isRole(text, language)) return null;
  const words = tagger.tag(text);
  const end = nounEnd(words, 0, language);
  const verb = words[end];
  // "The team was split up": not "since the team".
  if (verb?.pos === 'AUX') return null;
  if (end > 0 && verb?.pos === 'VERB') {
    const base = baseOfPast(verb.lower, dictionary);
    const second = base === null ? secondOf(verb.lower, dictionary) : null;
    const gerund =
      base !== null
        ? gerundOfPast(verb.lower)
        : second !== null
          ? gerundOf(second)
          : /ing$/.test(verb.lower)
            ? verb.lower
            : null;
    const subject = readName(
      words
        .slice(0, end)
        .map((word) => word.text)
        .join(' '),
      language,
      true,
    );
    const tail = words.slice(end + 1);
    const rest = tail.length === 0 ? '' : finish(tail, language);
    if (gerund === null || subject === null || rest === null) return null;
    // "IT outsourcing", but not "the route axing": that was done to it.
    const isDone = !OF_ITSELF.test(base ?? second ?? '') && !/ing$/.test(verb.lower);
    if (isDone && subject.phrase.startsWith('the ')) return null;
    return { phrase: `${subject.phrase} ${gerund} ${rest}`.trim(), short: null };
  }
  return readName(text, language, true);
}

/** My own move: where I started, or what I moved to. */
function readNewJob(line: string, language: Language): Named | null {
  const text = line.replace(/^(?:i|i've|just)\s+/i, '');
  const started = /^start(?:ed|ing)?\s+(?:at|with)\s+(.+)$/i.exec(text)?.[1];
  if (started) return at('at', readName(started, language, /^\p{Ll}/u.test(started)));
  const joined = /^join(?:ed|ing)\s+(.+)$/i.exec(text)?.[1];
  if (joined) return mine('joining', readName(joined, language, /^\p{Ll}/u.test(joined)));
  const moved = /^(?:moved|moving|move|transfer|transferred)\s+to\s+(.+)$/i.exec(text)?.[1];
  if (moved) {
    const phrase = finish(language.tagger.tag(moved), language, 'to');
    return phrase === null ? null : mine('my move to', { phrase, short: null });
  }
  const as = /^(?:started|starting|new (?:job|role|position))\s+as\s+(?:an?\s+|the\s+)?(.+)$/i.exec(
    text,
  )?.[1];
  if (as) return mine('my new role as', readName(as, language, false));
  if (/^new (?:job|role|position)$/i.test(text))
    return { after: 'about', phrase: `my ${text.toLowerCase()}`, short: null };
  const at_ = /^new (job|role|position) (?:at|with) (.+)$/i.exec(text);
  if (at_?.[1] && at_[2])
    return mine(
      `my new ${at_[1].toLowerCase()} at`,
      readName(at_[2], language, /^\p{Ll}/u.test(at_[2])),
    );
  return null;
}

function mine(lead: string, name: Name | null): Named | null {
  return name === null
    ? null
    : {
        after: 'about',
        phrase: `${lead} ${name.phrase}`,
        short: /^my (?:move|new \S+)/.exec(lead)?.[0] ?? null,
      };
}

/** What a conversation was about, or the conversation itself: "our lunch". */
function readMeeting(line: string, language: Language): Named | null {
  const about = /\babout\s+(.+)$/i.exec(line)?.[1];
  if (about) return at('about', readName(about, language, !/^\p{Lu}/u.test(about)));
  if (!MEETING.test(line)) return null;
  const name = readName(line.replace(/^(?:our|the|an?|had)\s+/i, ''), language, true);
  if (name === null) return null;
  const ours = (phrase: string) => phrase.replace(/^the /, 'our ');
  return {
    after: 'of',
    phrase: /^the /.test(name.phrase) ? ours(name.phrase) : `our ${name.phrase}`,
    short: name.short === null ? null : ours(name.short),
  };
}

/** "Commented on his post about winter tyres" is about your post. */
function readPost(line: string, language: Language): Named | null {
  const post = /\b(?:his|her|their|your)\s+(.+)$/i.exec(line)?.[1];
  if (post) {
    const name = readName(post, language, true);
    return name === null
      ? null
      : { after: 'about', phrase: name.phrase.replace(/^the /, 'your '), short: null };
  }
  const about = /\b(?:about|post on|article on)\s+(.+)$/i.exec(line)?.[1];
  return about ? at('about', readName(about, language, false)) : null;
}
