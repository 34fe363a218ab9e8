import type { Relationship } from '../model.ts';
import { monthName } from '../text/days.ts';
import { fold } from '../text/fold.ts';
import { isKnownName } from '../text/nicknames.ts';
import { splitNames } from '../text/split-names.ts';
import { type Known, type Match, relationshipOf } from './known.ts';
import { readModel } from './linear.ts';
import { HONORIFIC, PARTICLE, personShare, runAt } from './names.ts';
import { isBreak, type Tagger, type Token, typed } from './tokens.ts';

/** Where somebody works, and what they are to me, as the words around a name say it: "my manager Jo Park from Contoso". */
export interface Place {
  team?: string;
  company?: string;
  relationship?: Relationship;
}

/** Somebody the sentence names. */
export interface Named {
  /** The tokens that name them. */
  from: number;
  to: number;
  /** `#ID` for one of the log, else the name as typed. */
  value: string;
  /** As one says it: the full name where the log knows it. */
  name: string;
  isNew: boolean;
  place: Place | null;
}

/** A place in the sentence where somebody is named. */
export interface Mention {
  from: number;
  to: number;
  person: Named;
}

/** How sure the model must be that a name is a person's; between DOUBTFUL and this, it is said. */
const SURE = 0.55;
const DOUBTFUL = 0.3;
/** For a word in small letters that is a known name too: "bill", "art". */
const SURE_IN_SMALL = 0.85;
/** For an ordinary word that comes first and is no name of the log: "Grace joined", "Inventory finished". */
const SURE_OF_WORD = 0.9;

const NOBODY = { isFull: () => false, isAny: () => false };

/** After these stands a person, if a name stands there. */
const LEADS = /^(?:with|@|alongside)$/;
const JOINS = /^(?:and|plus|or)$/;
const LINK = /^(?:with|alongside|together|and|plus|@|from|by|to|for|jointly)$/;
const OWNING = /^(?:my|our|his|her|their|the|an?)$/;
/** The last word of a phrase that makes it a part of a company. */
const GROUP =
  /^(?:team|department|dept|office|group|unit|division|squad|crew|branch|desk|ward|lab|site|plant|shop)$/;

/**
 * Finds the people, and marks their words, what joins them to the sentence and where they work. People
 * of the log are found in any case; a new one where the words around a name show that it is a person's.
 * @returns who is named, in order, and the names that may be people and were not taken
 */
export function findPeople(
  tokens: readonly Token[],
  known: Known,
  tagger: Tagger,
): { people: Named[]; mentions: Mention[]; unsure: string[] } {
  const people: Named[] = [];
  const mentions: Mention[] = [];
  const unsure: string[] = [];
  for (let at = 0; at < tokens.length; ) {
    const again = mentionedAgain(tokens, at, people);
    const found = again ?? personAt(tokens, at, known, tagger);
    if (found === null || found === 'unsure') {
      const run = runAt(tokens, at);
      if (found === 'unsure') unsure.push(typed(tokens.slice(at, at + run)));
      const rest = tokens.slice(at + 1, at + run);
      const isNobody =
        run > 1 && rest.every((_, one) => known.at(tokens, at + 1 + one).length === 0);
      at += found === 'unsure' || isNobody ? Math.max(1, run) : 1;
      continue;
    }
    for (const token of tokens.slice(found.from, found.to)) token.role = 'person';
    const before = people.find(({ value }) => value === found.value);
    if (before === undefined) people.push(found);
    mentions.push({ from: found.from, to: found.to, person: before ?? found });
    at = found.to;
  }
  for (const person of people) {
    const relationship = relationshipBefore(tokens, person.from);
    markRole(tokens, person);
    const place = takePlace(tokens, person.to, known);
    person.place = relationship === undefined ? place : { ...place, relationship };
  }
  markLinks(tokens);
  tagger.tag(tokens);
  return { people, mentions, unsure };
}

/** The person named at a place; null where none is, "unsure" where a name may be somebody's. */
function personAt(
  tokens: readonly Token[],
  at: number,
  known: Known,
  tagger: Tagger,
): Named | 'unsure' | null {
  const token = tokens[at];
  if (token === undefined || token.role !== 'thing' || token.isQuote || token.core === '')
    return null;
  if (/^#\d+$/.test(token.core))
    return isNumbered(tokens, at) ? named(tokens, at, 1, token.core, known) : null;
  // "lunch without Tom", "Ana instead of Tom": named, and not there.
  const before = tokens[at - 1]?.word;
  // "a girl called Iris"
  if (
    /^(?:called|named|christened|nicknamed)$/.test(before ?? '') &&
    known.at(tokens, at).length === 0
  )
    return null;
  if (before === 'without' || (before === 'of' && tokens[at - 2]?.word === 'instead')) return null;
  const mine = relatedAt(tokens, at, known);
  if (mine !== null) return mine;
  const match = known.at(tokens, at);
  if (match.length === 0 && isSeason(tokens, at)) return null;
  const run = runAt(tokens, at);
  if (match.length === 0 && isBeforeKnown(tokens, at, run, known)) return null;
  if (token.isMention && match.length === 0)
    return named(tokens, at, Math.max(1, run), null, known);
  if (match.length > 0 && (token.isMention || isMeant(tokens, at, match, run, tagger)))
    return fromLog(tokens, at, match, known);
  if (run > 0 && !(match.length > 0 && run === match.length))
    return newPerson(tokens, at, run, known);
  return smallPerson(tokens, at, known);
}

/** "from May", "after Easter": a time of the year, where the log knows nobody by that name. */
function isSeason(tokens: readonly Token[], at: number): boolean {
  const [before, token, next] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (token === undefined || !SEASON.test(token.word)) return false;
  if ((next?.isCapital === true && !isBreak(token)) || LEADS.test(before?.word ?? '')) return false;
  return /^(?:ADP|SCONJ|ADV|DET)$/.test(before?.pos ?? '') || !MONTHS.has(token.word);
}

const MONTHS: ReadonlySet<string> = new Set(
  Array.from({ length: 12 }, (_, at) => monthName(`2026-${String(at + 1).padStart(2, '0')}`)).map(
    (month) => month.toLowerCase(),
  ),
);
/** Times of the year that have names: the months, and the feasts that offices plan by. */
const SEASON = new RegExp(
  `^(?:${[...MONTHS].join('|')}|easter|christmas|xmas|diwali|eid|ramadan|advent|halloween|thanksgiving)$`,
);

/** "Ranger Hana", "Upvoted Lucía's": an ordinary word, written large, before somebody of the log. */
function isBeforeKnown(tokens: readonly Token[], at: number, run: number, known: Known): boolean {
  const first = tokens[at];
  if (first === undefined || run < 2 || isBreak(first) || first.isPossessive) return false;
  const isVerb = !first.isWord && /^\p{Lu}[\p{Ll}-]+ed$/u.test(first.core);
  if (!(first.isWord || isVerb) || isKnownName(first.word) || PARTICLE.test(first.word))
    return false;
  const match = known.at(tokens, at + 1);
  const name = tokens[at + 1];
  const isFirst = match.ids.some(
    (id) => match.isFull || fold(known.nameOf(id)).split(' ')[0] === name?.word,
  );
  if (match.length !== run - 1 || !isFirst) return false;
  // Who they are is no part of the title.
  if (!isVerb && !/^(?:VERB|AUX|ADP|ADV)$/.test(first.pos)) first.role = 'place';
  return true;
}

/** Somebody new by their first name, after the full one: "with Jürgen Weiß, jürgen stayed late". */
function mentionedAgain(
  tokens: readonly Token[],
  at: number,
  people: readonly Named[],
): Named | null {
  const token = tokens[at];
  if (token === undefined || token.role !== 'thing' || (!token.isCapital && token.isWord))
    return null;
  if (runAt(tokens, at) > 1) return null;
  const same = people.find(({ isNew, from }) => isNew && tokens[from]?.word === token.word);
  return same === undefined ? null : { ...same, from: at, to: at + 1 };
}

/** Whether a name of the log is meant where it stands, and not the word that it also is. */
function isMeant(
  tokens: readonly Token[],
  at: number,
  match: Match,
  run: number,
  tagger: Tagger,
): boolean {
  const span = tokens.slice(at, at + match.length);
  const [token, last] = [span[0], span[span.length - 1]];
  if (token === undefined || last === undefined) return false;
  const isCapital = span.every((one) => one.isCapital || !one.isWord || one.word.length < 4);
  if (match.length > 1)
    return isCapital || span.some(({ isWord }) => !isWord) || isSlot(tokens, at);
  // "Grace Murray" is somebody else, and "Rose Garden" is a place.
  if (run > match.length) return false;
  const next = tokens[at + 1];
  // "Flo Gray from Mars": where she works, whoever else is called so.
  if (tokens[at - 1]?.word === 'from' && tokens[at - 2]?.role === 'person') return false;
  if (!token.isWord) return token.isCapital || isSlot(tokens, at) || !isInside(tokens, at);
  // "and will follow up": the word is the verb that it looks like.
  const isVerb =
    !token.isCapital && next?.pos === 'VERB' && next.lemma === next.word && !isBreak(token);
  if (isVerb) return false;
  if (isSlot(tokens, at) && !isCompound(tokens, at, tagger)) return true;
  // "my" is no My Nguyen.
  if (!token.isCapital && /^(?:PRON|DET|ADP|CCONJ|SCONJ|PART)$/.test(token.pos)) return false;
  const before = tokens[at - 1];
  const isStart = before === undefined || (isBreak(before) && before.role !== 'person');
  if (token.isPossessive && token.isCapital) return true;
  if (isStart) return isSubject(tokens, at, tagger);
  if (!token.isCapital) {
    if (token.isPossessive) return /^(?:VERB|ADP)$/.test(before?.pos ?? '');
    const isMet = readModel('person').has(`p:${before?.lemma}`);
    return (
      isMet && personShare(tokens, at, at + 1) >= SURE_IN_SMALL && !isCompound(tokens, at, tagger)
    );
  }
  if (OWNING.test(before?.word ?? '') || before?.pos === 'ADJ') return false;
  if (next !== undefined && JOINS.test(next.word)) return true;
  return !isCompound(tokens, at, tagger);
}

/** "with", or a list of people that goes on. */
function isSlot(tokens: readonly Token[], at: number): boolean {
  const [before, before2] = [tokens[at - 1], tokens[at - 2]];
  if (before === undefined) return false;
  if (LEADS.test(before.word)) return true;
  // "noor bill and me"
  if (before.role === 'person')
    return before.tail === ',' || (before.tail === '' && isListWithMe(tokens, at));
  if (before2?.role === 'person' && JOINS.test(before.word)) return true;
  return JOINS.test(before.word) && /^(?:i|me|myself)$/.test(before2?.word ?? '');
}

/** A name in small letters that no list has is a person nearly everywhere; behind "the" it isn't. */
function isInside(tokens: readonly Token[], at: number): boolean {
  return OWNING.test(tokens[at - 1]?.word ?? '');
}

/** "May release", "the Chase Bank pitch": the word belongs to the noun after it. */
function isCompound(tokens: readonly Token[], at: number, tagger: Tagger): boolean {
  const [token, next] = [tokens[at], tokens[at + 1]];
  if (token === undefined || next === undefined || isBreak(token) || token.isPossessive)
    return false;
  if (next.role !== 'thing' || next.core === '') return false;
  // "unathi and meg cornered me"
  const isLast = JOINS.test(tokens[at - 1]?.word ?? '') && tokens[at - 2]?.role === 'person';
  if (isLast && /ed$/.test(next.word) && /^(?:me|us|my|our|the)$/.test(tokens[at + 2]?.word ?? ''))
    return false;
  // "gave Tom feedback", "sent Tom flowers".
  if (tokens[at - 1]?.pos === 'VERB' && token.isCapital && personShare(tokens, at, at + 1) >= SURE)
    return false;
  if (next.isCapital && !(next.isWord && /^(?:AUX|ADP|CCONJ|PRON|DET)$/.test(next.pos)))
    return true;
  return /^(?:NOUN|ADJ|PROPN|NUM)$/.test(posAfter(tokens, at, tagger));
}

/** At the head of a sentence, a person is what has a verb, an "and I" or a thing of theirs. */
function isSubject(tokens: readonly Token[], at: number, tagger: Tagger): boolean {
  const [token, next, after] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (token === undefined || next === undefined) return false;
  if (token.isPossessive) return true;
  if (JOINS.test(next.word) || (token.tail === ',' && token.isCapital)) return after !== undefined;
  if (token.tail === ',' && isListWithMe(tokens, at)) return true;
  if (isBreak(token)) return false;
  const pos = posAfter(tokens, at, tagger);
  if (pos === 'AUX') return true;
  if (pos === 'ADV') return /^(?:VERB|AUX)$/.test(after?.pos ?? '');
  // "Art shares my passion": with an article after it, it is no noun.
  if (/s$/.test(next.word) && /^(?:DET|PRON)$/.test(after?.pos ?? '') && !isBreak(next))
    return true;
  // "Mark beat me": of a verb that looks the same in the past, what follows tells.
  const isDone =
    next.lemma !== next.word || (token.isCapital && /^(?:me|us|my|our)$/.test(after?.word ?? ''));
  return pos === 'VERB' && isDone && !/ing$/.test(next.word);
}

/** "april, olena and I": single words with commas between them, and me at the end. */
function isListWithMe(tokens: readonly Token[], from: number): boolean {
  let at = from;
  while (tokens[at]?.tail === ',' && tokens[at]?.role === 'thing') at++;
  return (
    JOINS.test(tokens[at + 1]?.word ?? '') && /^(?:i|me|myself)$/.test(tokens[at + 2]?.word ?? '')
  );
}

/** The part of speech of the next word, were this one a name. */
function posAfter(tokens: readonly Token[], at: number, tagger: Tagger): string {
  const copy = tokens.map((token) => ({ ...token }));
  const here = copy[at];
  if (here !== undefined) here.role = 'person';
  tagger.tag(copy);
  const next = copy[at + 1];
  const real = tokens[at + 1];
  if (next !== undefined && real !== undefined) real.lemma = next.lemma;
  return next?.pos ?? '';
}

/** "#12" is a person after what leads to one. */
function isNumbered(tokens: readonly Token[], at: number): boolean {
  return isSlot(tokens, at) || /^(?:met|saw|to|from|by|thanked)$/.test(tokens[at - 1]?.word ?? '');
}

/** "my manager", where the log knows exactly one and no name follows. */
function relatedAt(tokens: readonly Token[], at: number, known: Known): Named | null {
  const [token, next] = [tokens[at], tokens[at + 1]];
  if (token?.word !== 'my' || next === undefined || runAt(tokens, at + 2) > 0) return null;
  if (!isBreak(next) && known.at(tokens, at + 2).length > 0) return null;
  const id = known.related(next.word);
  return id === null
    ? null
    : { from: at, to: at + 2, value: `#${id}`, name: known.nameOf(id), isNew: false, place: null };
}

function fromLog(
  tokens: readonly Token[],
  at: number,
  { length, ids }: Match,
  known: Known,
): Named {
  const to = withSuffix(tokens, at + length);
  const [id] = ids;
  const name = nameOf(tokens.slice(at, to));
  return ids.length === 1 && id !== undefined
    ? { from: at, to, value: `#${id}`, name: known.nameOf(id), isNew: false, place: null }
    : { from: at, to, value: name, name, isNew: false, place: null };
}

function newPerson(
  tokens: readonly Token[],
  at: number,
  run: number,
  known: Known,
): Named | 'unsure' | null {
  const first = tokens[at];
  // "at Hargreaves & Daughters"
  const isFirm =
    tokens[at - 1]?.raw === '&' ||
    (tokens[at - 1]?.word === 'and' &&
      /^(?:sons?|daughters?|co|partners|brothers|sisters)$/.test(first?.word ?? ''));
  if (isFirm && tokens[at - 2]?.isCapital === true && tokens[at - 2]?.role === 'thing') return null;
  if (run === 1 && first !== undefined && isThingName(tokens, at, first)) return null;
  const share = personShare(tokens, at, at + run);
  // "Sprint 12 retro" and "Offsite in Rome": an ordinary word is written large where it comes first.
  const isStart = at === 0 || /^[.:;!?]$/.test(tokens[at - 1]?.tail ?? '');
  const isWord = isStart && run === 1 && first?.isWord === true;
  if (isWord && !isActing(tokens, at)) return null;
  const isAcronym = run === 1 && /^[A-Z]{2,}$/.test(first?.core ?? '');
  const next = tokens[at + run];
  const last = tokens[at + run - 1];
  const isOfThing =
    next !== undefined &&
    last !== undefined &&
    !isBreak(last) &&
    !last.isPossessive &&
    next.role === 'thing' &&
    (GROUP.test(next.word) ||
      /^(?:folks|people|guys|staff|colleagues|project|launch|release)$/.test(next.word));
  if (isAcronym || isOfThing || known.isTeam(typed(tokens.slice(at, at + run)))) return null;
  // "loves Bollywood films": a name before a noun is most often a part of it.
  const isModifier =
    run === 1 &&
    next?.role === 'thing' &&
    next.pos === 'NOUN' &&
    last !== undefined &&
    !isBreak(last) &&
    !last.isPossessive;
  if (share >= (isWord || isModifier ? SURE_OF_WORD : SURE))
    return named(tokens, at, run, null, known);
  return share >= DOUBTFUL && !(run === 1 && first?.isWord) ? 'unsure' : null;
}

/** "deck B", "my TikTok", "the Royal College of Organists": one large word that names no person. */
function isThingName(tokens: readonly Token[], at: number, { core, tail }: Token): boolean {
  const [before, before2] = [tokens[at - 1], tokens[at - 2]];
  if (core.length === 1) return tail !== '.';
  if (/\p{Ll}\p{Lu}/u.test(core) && !/^(?:Ma?c|De|Di|Du|La|Le|Van|Fitz)\p{Lu}/u.test(core))
    return true;
  if (before?.tail !== '' || before.role !== 'thing') return false;
  // "dialled in from Lahore", "as far as Crewe"
  const isAway =
    /^(?:in|down|up|across)$/.test(before2?.word ?? '') && /^(?:from|to)$/.test(before.word);
  return (
    isAway ||
    (before.word === 'as' && before2?.word === 'far') ||
    /^(?:my|our|his|her|their)$/.test(before.word) ||
    (before.word === 'of' && before2?.isCapital === true && before2.role === 'thing')
  );
}

/** Whether a verb, "and" or a comma follows, as after the subject of a sentence. */
function isActing(tokens: readonly Token[], at: number): boolean {
  const [token, next] = [tokens[at], tokens[at + 1]];
  if (token === undefined || next === undefined) return false;
  if (token.isPossessive) return true;
  // "Rose, Tom and I", "Rose, our nurse": a comma goes on with people or with who she is; "Coffee, then Jo joined" doesn't.
  if (token.tail === ',') return next.isCapital || OWNING.test(next.word);
  const after = tokens[at + 2];
  if (JOINS.test(next.word))
    return after !== undefined && (after.isCapital || /^(?:i|me)$/.test(after.word));
  if (next.word === 'from' && after?.isCapital) return true;
  return next.pos === 'AUX' || (next.pos === 'VERB' && next.lemma !== next.word);
}

/** A new name in small letters, where the tagger's list has no such word: "with brigid nolan". */
function smallPerson(tokens: readonly Token[], at: number, known: Known): Named | null {
  const isName = (one: Token | undefined) =>
    one !== undefined &&
    one.role === 'thing' &&
    !one.isWord &&
    /^\p{L}[\p{L}'’-]+$/u.test(one.core) &&
    // "bookmarked and reposted": a verb that the list lacks.
    !(/^(?:and|plus)$/.test(tokens[at - 1]?.word ?? '') && /ed$/.test(one.word)) &&
    !/^(?:others|(?:every|some|any|no)(?:thing|one|body))$/.test(one.word) &&
    /^(?:NOUN|PROPN|X|ADJ|VERB)$/.test(one.pos);
  if (!isName(tokens[at])) return null;
  let length = 1;
  while (length < 3 && isName(tokens[at + length]) && !isBreak(tokens[at + length - 1] as Token))
    length++;
  // "with harbourmaster Aksel Nygård": who they are, and then the name.
  if (tokens.slice(at, at + length + 1).some((one, place) => place > 0 && one.isCapital))
    return null;
  const isMet = readModel('person').has(`p:${tokens[at - 1]?.lemma}`);
  const wanted = isSlot(tokens, at) ? SURE : SURE_OF_WORD;
  if (!(isSlot(tokens, at) || isMet) || personShare(tokens, at, at + length) < wanted) return null;
  const next = tokens[at + length];
  const last = tokens[at + length - 1];
  if (next?.pos === 'NOUN' && next.role === 'thing' && last !== undefined && !isBreak(last))
    return null;
  return named(tokens, at, length, null, known);
}

function named(
  tokens: readonly Token[],
  at: number,
  length: number,
  value: string | null,
  known: Known,
): Named {
  let from = at;
  const to = withSuffix(tokens, at + length);
  // "Professor Ngozi Eze" is Ngozi Eze; "Dr Patel" stays Dr Patel.
  const first = tokens[at];
  const isTitle =
    HONORIFIC.test(first?.word ?? '') ||
    (at === 0 && first?.isWord === true && first.pos !== 'VERB');
  if (value === null && length > 2 && isTitle && !PARTICLE.test(tokens[at + 1]?.word ?? '')) from++;
  const name = nameOf(tokens.slice(from, to));
  const id = value === null ? null : Number(value.slice(1));
  return {
    from: at,
    to,
    value: value ?? name,
    name: id === null ? name : known.nameOf(id) || name,
    isNew: id === null,
    place: null,
  };
}

function nameOf(span: readonly Token[]): string {
  return typed(span)
    .replace(/^@?["“]|["”]$/g, '')
    .replace(/(?:['’]s|(?<=s)['’])$/i, '');
}

/** Takes in what stands behind a comma in one name: "Kim Lee, MBA". */
function withSuffix(tokens: readonly Token[], end: number): number {
  const [last, next] = [tokens[end - 1], tokens[end]];
  if (last === undefined || next === undefined || last.tail !== ',' || next.core === '') return end;
  const isOneName = splitNames([`${last.core}, ${next.core}`], NOBODY).length === 1;
  return isOneName ? end + 1 : end;
}

/** What somebody is to me, as the words before their name say: "my manager Dana"; undefined where they don't. */
function relationshipBefore(tokens: readonly Token[], from: number): Relationship | undefined {
  const [owner, role] = [tokens[ownerBefore(tokens, from)], tokens[from - 1]];
  if (owner?.word !== 'my' || owner.tail !== '' || role?.role !== 'thing' || role.isPossessive)
    return undefined;
  return /^,?$/.test(role.tail) ? relationshipOf(role.word) : undefined;
}

/** Where "my" is before who somebody is and their name: "my manager Dana", "my line manager, Dana". */
function ownerBefore(tokens: readonly Token[], from: number): number {
  const between = tokens[from - 2];
  const isCompound = between?.pos === 'NOUN' && between.tail === '' && between.role === 'thing';
  return isCompound ? from - 3 : from - 2;
}

/** "my boss", "night shift lead": who somebody is, before the name, is no part of the title. */
function markRole(tokens: readonly Token[], { from, to }: Named): void {
  let at = from - 1;
  while (at >= 0) {
    const token = tokens[at];
    // "My line manager, Dana, went over it"
    const isEnclosed = at === from - 1 && token?.tail === ',' && tokens[to - 1]?.tail === ',';
    if (token === undefined || token.role !== 'thing' || token.isPossessive) break;
    if (token.tail !== '' && !isEnclosed) break;
    if (!/^(?:NOUN|ADJ|VERB|PROPN)$/.test(token.pos) || (token.pos === 'VERB' && at !== from - 1))
      break;
    at--;
  }
  const first = tokens[at];
  if (at === from - 1 && !OWNING.test(first?.word ?? '')) return;
  const isOwned =
    OWNING.test(first?.word ?? '') &&
    first?.role === 'thing' &&
    first.tail === '' &&
    (/^(?:my|our|his|her|their)$/.test(first.word) || LINK.test(tokens[at - 1]?.word ?? ''));
  const isLed =
    first !== undefined &&
    (LINK.test(first.word) || /^(?:met|into|saw|told|asked)$/.test(first.word)) &&
    first.tail === '';
  if (!isOwned && !isLed) return;
  if (!isOwned && tokens[from - 1]?.pos === 'VERB' && tokens[from - 1]?.word !== 'lead') return;
  for (const token of tokens.slice(isOwned ? at : at + 1, from)) token.role = 'place';
}

/**
 * Takes in what stands behind a name and says where they work: "from Contoso", "of the legal team",
 * "from accounting". Other words behind "from" and "of" are left to the title.
 */
function takePlace(tokens: readonly Token[], from: number, known: Known): Place | null {
  const [name, link] = [tokens[from - 1], tokens[from]];
  if (name === undefined || isBreak(name) || name.isPossessive || link?.role !== 'thing')
    return null;
  if (!/^(?:from|of|in|at)$/.test(link.word)) return null;
  const start = /^(?:the|our)$/.test(tokens[from + 1]?.word ?? '') ? from + 2 : from + 1;
  let end = start;
  while (end < tokens.length && end < start + 4) {
    const token = tokens[end];
    if (token === undefined || token.role !== 'thing') break;
    // "from dispatch" alone, which is a verb too.
    const isAlone =
      end === start && token.lemma === token.word && tokens[end + 1]?.role !== 'thing';
    const isName =
      /^(?:NOUN|PROPN|ADJ|NUM|X)$/.test(token.pos) || /ing$/.test(token.word) || isAlone;
    if (!isName) break;
    end++;
    if (isBreak(token)) break;
  }
  if (end === start) return null;
  const span = tokens.slice(start, end);
  const words = span.map(({ core }) => core).join(' ');
  const last = span[span.length - 1];
  const isGroup = GROUP.test(last?.word ?? '') && span.length > 1;
  const take = (place: Place) => {
    for (const token of tokens.slice(from, end)) token.role = 'place';
    return place;
  };
  // The group's own word says no more than that it is one: "the legal team" is Legal.
  if (isGroup) return take({ team: words.replace(/\s\S+$/u, '') });
  // "Clara Voss of the Herald", "Bo Lund from the Arts Council"
  const isNamed = span.every(({ isCapital }) => isCapital);
  if (isNamed && (link.word === 'of' || start > from + 1)) return take({ company: words });
  if (link.word !== 'from' || start > from + 1) return null;
  const isTeam =
    span.every(({ isWord, isCapital }) => isWord || !isCapital) ||
    /^[A-Z]{2,3}$/.test(words) ||
    known.isTeam(words);
  if (isTeam && span.length > 2) return null;
  return take(isTeam ? { team: words } : { company: words });
}

/** What joined people to the sentence goes with them: "with Priya and I" leaves nothing behind. */
function markLinks(tokens: readonly Token[]): void {
  const link = (token: Token | undefined) => {
    if (token?.role === 'thing') token.role = 'link';
  };
  tokens.forEach((token, index) => {
    if (token.role !== 'person' && token.role !== 'place') return;
    const [next, after] = [tokens[index + 1], tokens[index + 2]];
    if (next !== undefined && JOINS.test(next.word) && !isBreak(token)) {
      if (after?.role === 'person' || after?.role === 'place') link(next);
      else if (after !== undefined && /^(?:i|me|myself)$/.test(after.word)) {
        link(next);
        link(after);
      } else if (
        after !== undefined &&
        /^(?:his|her|their|my)$/.test(after.word) &&
        tokens[index + 3]?.pos === 'NOUN'
      ) {
        // "Stan & his apprentice": whoever has no name is left out.
        link(next);
        link(after);
        link(tokens[index + 3]);
      }
    }
    markApposition(tokens, index);
    if (token.isPossessive) return;
    for (let at = index - 1; at >= 0; at--) {
      const before = tokens[at];
      if (
        before === undefined ||
        !LINK.test(before.word) ||
        (before.tail !== '' && before.core !== '')
      )
        break;
      link(before);
    }
    const [before, before2] = [tokens[index - 1], tokens[index - 2]];
    if (
      before?.role === 'link' &&
      JOINS.test(before.word) &&
      /^(?:i|me|myself)$/.test(before2?.word ?? '')
    )
      link(before2);
  });
}

/** "Anna, the new PM": who she is, behind a comma, is no part of the title. */
function markApposition(tokens: readonly Token[], index: number): void {
  const [token, article] = [tokens[index], tokens[index + 1]];
  if (token?.tail !== ',' || !OWNING.test(article?.word ?? '') || article?.role !== 'thing') return;
  let to = index + 2;
  while (/^(?:NOUN|ADJ|PROPN|NUM)$/.test(tokens[to]?.pos ?? '') && tokens[to]?.role === 'thing') {
    to++;
    if (isBreak(tokens[to - 1] as Token)) break;
  }
  const isWhole = to > index + 2 && (to === tokens.length || isBreak(tokens[to - 1] as Token));
  if (isWhole) for (const one of tokens.slice(index + 1, to)) one.role = 'place';
}
