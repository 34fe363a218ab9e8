import type { Context } from '../context.ts';
import { Failure } from '../failure.ts';
import { type Day, KINDS, type Kind } from '../model.ts';
import { formatDay } from '../text/days.ts';
import type { DayHabits } from './calendar.ts';
import { type Clause, clausesOf, mainClause } from './clauses.ts';
import { withDefaults } from './day.ts';
import { favourKind, favourOf } from './favour.ts';
import { NOT_SO, type NotSo, notSo, wentWrong } from './happened.ts';
import { guessKinds, kindOf, knownWords, likelyKinds } from './kind.ts';
import { type Known, knownPeople } from './known.ts';
import { loadDictionary } from './say/dictionary.ts';
import { isOneSlip } from './slips.ts';
import { thingOf } from './thing.ts';
import { loadTagger, type Tagger, type Token, tokenise } from './tokens.ts';
import { correctedDays, findWhen, type When } from './when.ts';
import { findPeople, type Mention, type Named, type Place } from './who.ts';

/** The longest sentence that is read, in UTF-16 units: a title has a thousand. */
const LONGEST = 2_000;

/** What became of an invitation, as a command records it. */
export interface OutcomeRead {
  did: 'sent' | 'accepted' | 'declined' | 'withdrawn' | 'received';
  /** `#ID`, or the name as typed. */
  name: string;
}

/** What a sentence says of an interaction; what it does not say is left out. */
export interface Sentence {
  kind?: Kind;
  /** Where the kind isn't certain: the likeliest first. */
  likelyKinds?: readonly Kind[];
  /** `#ID` for people of the log, else names as typed. */
  with?: string[];
  title?: string;
  /** Where the people work, by what `with` has for them. */
  places?: ReadonlyMap<string, Place>;
  /** The day. */
  on?: string;
  /** What stood out in somebody's part, by what `with` has for them. */
  highlights?: ReadonlyMap<string, string>;
  /** What was told in confidence: it is kept, and reaches no message. */
  note?: string;
  /** The news is about a day to come: "Dana is leaving Friday". */
  isAhead?: true;
  /** Set where the sentence is what became of an invitation, and no interaction. */
  outcome?: OutcomeRead;
  /** What may have been taken wrongly, each with what puts it right. */
  doubts: string[];
  /** What was understood, in one line: `Mark Jansen, Fri 13 Nov, "Henderson case"`. */
  understood: string;
}

/**
 * Reads an interaction out of plain words, as people type them.
 * @param given what is known already: the kind decides what the title leaves out, and the only one who took
 * part owns a detail that names nobody
 * @throws Failure `usage` for what did not happen (negated, cancelled, planned, doubtful or asked) and for
 * over 2,000 characters; `bad-date` for what looks like the day and can't be read
 */
export async function readSentence(
  text: string,
  context: Context,
  given: DayHabits & { kind?: Kind; with?: readonly string[] } = {},
): Promise<Sentence> {
  if (text.length > LONGEST)
    throw new Failure(
      'usage',
      `the sentence is too long: ${text.length} characters; the limit is ${LONGEST}`,
      'Say what it was in a few words, and keep the rest for --note.',
    );
  const label = given.kind === undefined ? unlabelled(text) : null;
  if (label !== null) return readSentence(label.rest, context, { ...given, kind: label.kind });
  // Large letters throughout say nothing of names.
  const typed = text.normalize('NFC');
  const tokens = tokenise(/\p{Ll}/u.test(typed) ? typed : typed.toLowerCase());
  const tagger = await loadTagger();
  // Where only a flag names the people, the words still tell what was done with them.
  const withSomeone = tokenise('with Anna');
  tagger.tag(withSomeone);
  Object.assign(withSomeone[1] as Token, { role: 'person' });
  tagger.tag(tokens);
  const known = knownPeople(context.storeToRead());
  const found = await findWhen(
    tokens,
    context.today,
    withDefaults(given),
    fullNames(tokens, known),
  );
  // "next year's plans" are not for then.
  const isOfThing =
    found !== null && found.day > context.today && tokens[found.to - 1]?.isPossessive === true;
  const when = isOfThing ? null : found;
  if (when !== null) for (const token of tokens.slice(when.from, when.to)) token.role = 'day';
  const told = await readTold(tokens, context, given);
  if (told !== null) return told;
  const isAhead = when !== null && when.day > context.today;
  const doubts = correctedDays(tokens).map(
    ([typed, read]) => `Read "${typed}" as ${read.charAt(0).toUpperCase()}${read.slice(1)}.`,
  );
  const { people, mentions, unsure, slips, clauses, telling } = divide(
    tokens,
    known,
    tagger,
    await englishIn(tokens),
    given.with,
  );
  doubts.push(...slips);
  if (isTwoMeetings(tokens, mentions))
    throw new Failure(
      'usage',
      "that's two things with different people",
      'Log each on its own, or one per line: netcoach log - < notes.txt',
    );
  const outcome = outcomeOf(telling, people);
  const shared = sharedClause(clauses, tokens);
  const first = beforeThen(clauses, tokens, withSomeone) ?? telling;
  const whole = people.length > 0 ? first : [...first, ...withSomeone];
  const likely =
    shared === undefined
      ? favourKind(kindOf(whole), mainClause(clauses, tokens), tokens)
      : 'interest';
  const kind = given.kind ?? (likely === 'project' && wentWrong(tokens) ? undefined : likely);
  const main = (kind === 'interest' ? shared : undefined) ?? mainClause(clauses, tokens);
  const isAnnounced =
    isComing(telling, when, context.today) &&
    (kind === 'departure' || kind === 'milestone' || kind === 'reorg');
  const happening = clauses.filter(({ use }) => use === 'thing').flatMap(tokensOf(tokens));
  const reason = notSo(happening, kind, isAhead, tokens);
  if ((isAhead || isAnnounced) && reason === null && when !== null) keepDay(tokens, when);
  dropBeginning(tokens);
  const title = titleOf(clauses, main, tokens, kind);
  const said = sayRead(people, kind, isAnnounced || isAhead ? null : when, title, context);
  if (reason !== null) throw refusal(reason, said);
  for (const name of unsure)
    doubts.push(
      `I didn't read "${name}" as a person. If they were there: netcoach amend ID --add "${name}"`,
    );
  for (const { from, to, person } of mentions) {
    // "Lunch with Tom's sister": was he there?
    const isTheirs =
      tokens[to - 1]?.isPossessive && /^(?:with|met|saw)$/.test(tokens[from - 1]?.word ?? '');
    if (isTheirs && isWork(kind))
      doubts.push(
        `Logged with ${person.name}. If they weren't there: netcoach amend ID --remove "${person.name}"`,
      );
  }
  const favour = kind === 'meeting' && main !== undefined ? favourOf(main, tokens, mentions) : null;
  const highlights = highlightsOf(favour === null ? clauses : [favour, ...clauses], tokens, kind);
  // News of theirs beside what we did: "Coffee with Hugo, she's pregnant".
  for (const clause of clauses)
    if (
      clause.use === 'thing' &&
      clause !== main &&
      /^(?:he|she|they)(?:$|['’])/i.test(tokens[clause.from]?.core ?? '') &&
      isWork(kind)
    )
      clause.use = 'said';
  const note = noteOf(clauses, tokens, kind);
  if (note !== null)
    doubts.push(`Kept as a private note, which never goes into a message: "${note}"`);
  for (const words of leftOut(clauses, main, tokens, `${title ?? ''} ${note ?? ''}`))
    doubts.push(`Left out: "${words}". To keep it to yourself: netcoach amend ID --note "…"`);
  const places = new Map(
    people.flatMap(({ value, place }) => (place === null ? [] : [[value, place] as const])),
  );
  return {
    ...(kind === undefined ? { likelyKinds: likelyKinds(whole) } : { kind }),
    ...(people.length > 0 && { with: people.map(({ value }) => value) }),
    ...(places.size > 0 && { places }),
    ...(title !== undefined && { title }),
    ...(when !== null && !isAhead && !isAnnounced && { on: when.day }),
    ...((isAhead || isAnnounced) && { isAhead: true as const }),
    ...(highlights.size > 0 && { highlights }),
    ...(note !== null && { note }),
    ...(outcome !== null && { outcome }),
    doubts,
    understood: said,
  };
}

/** A sentence of which people and clauses are found; what kind it is comes after. */
interface Divided extends ReturnType<typeof findPeople> {
  /** Words that were put right, each as it is said. */
  slips: string[];
  clauses: Clause[];
  /** The words that tell what happened. */
  telling: Token[];
}

/**
 * Finds the people and the clauses of a sentence that is tagged and has its days marked.
 * @param isEnglish whether a word that the tagger lacks is one
 * @param named who is given beside it: the only one owns a detail that names nobody
 */
export function divide(
  tokens: Token[],
  known: Known,
  tagger: Tagger,
  isEnglish: (word: string) => boolean,
  named?: readonly string[],
): Divided {
  const found = findPeople(tokens, known, tagger);
  const slips = correctSlips(tokens, isEnglish);
  const clauses = clausesOf(tokens, [...onlyOne(named), ...found.mentions]);
  const telling = clauses
    .filter(({ use }) => use === 'thing' || use === 'rest')
    .flatMap(tokensOf(tokens));
  return { ...found, slips, clauses, telling };
}

/** Whether it is something that we did with those who are named. */
function isWork(kind: Kind | undefined): boolean {
  return kind === 'meeting' || kind === 'event' || kind === 'project';
}

/** "Coffee with Rose and then reviewed the plan with Jo": two things, each with its own people. */
function isTwoMeetings(tokens: readonly Token[], mentions: readonly Mention[]): boolean {
  const then = tokens.findIndex(
    ({ word, role }, at) =>
      word === 'then' &&
      role === 'thing' &&
      (tokens[at - 1]?.word === 'and' || tokens[at - 1]?.tail === ','),
  );
  return (
    then > 0 &&
    mentions.some(({ to }) => to <= then) &&
    mentions.some(({ from }) => from > then) &&
    tokens.slice(then).some(({ word }) => word === 'with')
  );
}

/** What leads in news that somebody told me: "told me", "mentioned that". */
const TELLING = /^(?:tell|say|mention|announce|explain|confirm|share)$/;
/** What was told so is no news for others. */
const CONFIDENTIAL = /^(?:confidence|confidential|confidentially|privately|secret|secretly)$/;

/**
 * News that they told me themselves, read as if I told it: "Ravi told me he is leaving" is that Ravi is leaving.
 * Null where it is something else that they said, which stays private.
 */
async function readTold(
  tokens: readonly Token[],
  context: Context,
  given: Parameters<typeof readSentence>[2],
): Promise<Sentence | null> {
  const verbAt = tokens.findIndex(({ pos, role }) => pos === 'VERB' && role === 'thing');
  const verb = tokens[verbAt];
  const hasSubject = tokens.slice(0, Math.max(0, verbAt)).some(({ role }) => role === 'thing');
  if (tokens.some(({ word }) => CONFIDENTIAL.test(word))) return null;
  if (!hasSubject || !TELLING.test(verb?.lemma ?? '') || verb?.word === verb?.lemma) return null;
  let at = verbAt + 1;
  const isBetween = ({ word, role }: Token) => role === 'day' || /^(?:to|me|us|that)$/.test(word);
  while (tokens[at] !== undefined && isBetween(tokens[at] as Token)) at++;
  const they = tokens[at];
  const short = /^(?:he|she|they)['’](s|re|ve|ll|d)$/i.exec(they?.core ?? '')?.[1];
  if (they === undefined || !(short !== undefined || /^(?:he|she|they)$/.test(they.word)))
    return null;
  const days = tokens.slice(verbAt + 1, at).filter(({ role }) => role === 'day');
  const be = short === undefined ? [] : [SHORT_FORMS[short] ?? 'is'];
  const raw = ({ raw: text }: Token) => text;
  // "they are leaving" of one person is what "Ravi is leaving" says; so is "was", which is only told later.
  const rest = tokens.slice(at + 1).map(raw);
  if (
    short === undefined &&
    /^(?:are|were|was)$/.test(rest[0] ?? '') &&
    /ing\b/.test(rest[1] ?? '')
  )
    rest[0] = 'is';
  // What is yet to come counts from today, whenever they told it.
  const isAnnounced = /^(?:is|will)$/.test(be[0] ?? rest[0] ?? '');
  const said = isAnnounced ? [] : days.map(raw);
  const words = [...tokens.slice(0, verbAt).map(raw), ...be, ...rest, ...said];
  let read: Sentence;
  try {
    read = await readSentence(words.join(' '), context, given);
  } catch (error) {
    if (error instanceof Failure) return null;
    throw error;
  }
  const isNews = read.kind === 'departure' || read.kind === 'milestone';
  return isNews && given?.kind === undefined ? read : null;
}

const SHORT_FORMS: Readonly<Record<string, string>> = {
  s: 'is',
  re: 'is',
  ve: 'has',
  ll: 'will',
  d: 'had',
};

/** Where a talk led to what we both like or do: "we had lunch and found out we both climb". */
function sharedClause(clauses: readonly Clause[], tokens: readonly Token[]): Clause | undefined {
  return clauses.find(({ from, to, use }, index) => {
    if (index === 0 || use !== 'thing') return false;
    const span = tokens.slice(from, to);
    const isFound = span
      .slice(0, 3)
      .some(
        ({ pos, lemma }) =>
          pos === 'VERB' && /^(?:find|turn|discover|learn|realise|realize|notice)$/.test(lemma),
      );
    const both = span.findIndex(({ word }, at) => word === 'both' && span[at - 1]?.word === 'we');
    if (!isFound || both < 0) return false;
    // What is shared goes on; "we both missed the deadline" is over.
    const next = span[both + 1];
    const isPast = next?.pos === 'VERB' && next.lemma !== next.word;
    return !isPast || guessKinds(span)[0]?.kind === 'interest';
  });
}

/** Kinds by their own names, and by what the help calls them. */
const LABELS: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  ...KINDS.map((kind): [string, Kind] => [kind.replace('-', ' '), kind]),
  ['promotion', 'milestone'],
  ['award', 'milestone'],
  ['merger', 'reorg'],
  ['review', 'feedback'],
  ['mentoring', 'feedback'],
]);

/** A label before a colon, and what it labels: "promotion: Ana is the new head of maths". */
function unlabelled(text: string): { kind: Kind; rest: string } | null {
  const [, label = '', rest = ''] = /^\s*([a-z][a-z -]{2,20}):\s+(\S.*)$/is.exec(text) ?? [];
  const kind = LABELS.get(label.toLowerCase().replace('-', ' '));
  return kind === undefined ? null : { kind, rest };
}

/** The only person given beside the sentence, as if named before it. */
function onlyOne(names: readonly string[] = []): Mention[] {
  const [name, other] = names;
  if (name === undefined || other !== undefined) return [];
  const person = { from: 0, to: 0, value: name, name, isNew: false, place: null };
  return [{ from: 0, to: 0, person }];
}

function tokensOf(tokens: readonly Token[]) {
  return ({ from, to }: { from: number; to: number }) => tokens.slice(from, to);
}

/** What tells English words apart, read only where the tagger lacks one. */
export async function englishIn(tokens: readonly Token[]): Promise<(word: string) => boolean> {
  if (tokens.every(({ isWord }) => isWord)) return () => false;
  const { isWord } = await loadDictionary();
  return isWord;
}

/** Puts right a word that nobody knows where one slip of the hand made it of a word that the model knows. */
function correctSlips(tokens: readonly Token[], isEnglish: (word: string) => boolean): string[] {
  const doubts: string[] = [];
  for (const token of tokens) {
    const { word, core, isWord, isCapital, role, pos } = token;
    // The first word is large anyway: "Coffe with Hugo".
    const isLarge = isCapital && token !== tokens[0];
    if (
      isWord ||
      pos === 'VERB' ||
      isLarge ||
      role !== 'thing' ||
      !/^[A-Za-z][a-z]{4,}$/.test(core) ||
      isEnglish(word)
    )
      continue;
    const [right, other] = knownWords().filter((one) => isOneSlip(one, word) && !isForm(word, one));
    if (right === undefined || other !== undefined) continue;
    doubts.push(`Read "${core}" as ${right}.`);
    Object.assign(token, {
      raw: token.raw.replace(core, isCapital ? capital(right) : right),
      core: isCapital ? capital(right) : right,
      word: right,
      lemma: right,
    });
  }
  return doubts;
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** "Coffee, then Jo joined": what came first says what it was. Null where nothing came then. */
function beforeThen(
  [first, second]: readonly Clause[],
  tokens: readonly Token[],
  withSomeone: readonly Token[],
): Token[] | null {
  if (first === undefined || tokens[second?.from ?? -1]?.word !== 'then') return null;
  const span = tokens.slice(first.from, first.to);
  return span.some(({ role }) => role === 'person') ? span : [...span, ...withSomeone];
}

/** "handovers" is "handover", and no slip. */
function isForm(word: string, other: string): boolean {
  // "coffe" is no form of "coffee".
  if (other.slice(0, -1) === word && /(.)\1$/.test(other)) return false;
  const [letter, meant] = [...word].flatMap((one, at) =>
    one === other[at] ? [] : [one, other[at] ?? ''],
  );
  // "rewrote" is of "rewrite".
  if (
    word.length === other.length &&
    /^[aeiou]$/.test(letter ?? '') &&
    /^[aeiou]$/.test(meant ?? '')
  )
    return true;
  return (
    /^(?:s|d|r|e|y)?$/.test(word.replace(other, '')) ||
    /^(?:s|d|r|e|y)?$/.test(other.replace(word, ''))
  );
}

/** Tells whether a token belongs to a known name of several words, whose parts are no days: "Sun Li". */
export function fullNames(tokens: readonly Token[], known: Known): (at: number) => boolean {
  const named = new Set<number>();
  tokens.forEach((_, from) => {
    const { length } = known.at(tokens, from);
    if (length > 1) for (let at = from; at < from + length; at++) named.add(at);
  });
  return (at) => named.has(at);
}

/** "is leaving", "will be promoted": told before it happens. */
function isComing(tokens: readonly Token[], when: When | null, today: Day): boolean {
  // "gets promoted in January", and not "celebrates 20 years today".
  const isNow = when === null || when.day === today;
  return tokens.some(({ pos, word, lemma, core, role }, at) => {
    if (role !== 'thing') return false;
    const before = tokens
      .slice(Math.max(0, at - 2), at)
      .find((one) => /^(?:is|are|am|be)$/.test(one.word) || /['’](?:s|re)$/.test(one.core));
    if (pos === 'VERB' && /ing$/.test(word) && before !== undefined) return true;
    if (!isNow && pos === 'VERB' && word === `${lemma}s`) return true;
    // "Raj's last day is thursday"
    if (!isNow && /^(?:is|are)$/.test(word) && tokens[at + 1]?.role === 'day') return true;
    return /^(?:will|leaves|retires|quits)$/.test(word) || /['’]ll$/.test(core);
  });
}

/** An announced day stays in the words: "leaving Friday". */
function keepDay(tokens: readonly Token[], { from, to }: When): void {
  for (const token of tokens.slice(from, to)) token.role = 'thing';
}

/** "since monday": when something began is no part of what it was. */
function dropBeginning(tokens: readonly Token[]): void {
  tokens.forEach((token, at) => {
    const isYear = /^(?:19|20)\d\d$/.test(tokens[at + 1]?.core ?? '');
    if (token.word !== 'since' || !(tokens[at + 1]?.isCalendar || isYear)) return;
    let to = at + 1;
    while (tokens[to]?.isCalendar || to === at + 1) to++;
    for (const one of tokens.slice(at, to)) one.role = 'day';
  });
}

/** What later clauses say of somebody that reached neither the title nor a detail: "…, she's pregnant". */
function leftOut(
  clauses: readonly Clause[],
  main: Clause | undefined,
  tokens: readonly Token[],
  kept: string,
): string[] {
  return clauses.flatMap((clause) => {
    const { from, to, use, owner } = clause;
    const isOpen = use === 'rest' || use === 'thing';
    if (main === undefined || from <= main.from || owner === null || !isOpen) return [];
    const span = tokens.slice(from, to);
    const words = span.filter(
      ({ role, pos }) => role === 'thing' && /^(?:NOUN|ADJ|VERB)$/.test(pos),
    );
    if (words.length === 0 || words.some(({ core }) => kept.includes(core))) return [];
    return [
      span
        .map(({ raw }) => raw)
        .join(' ')
        .replace(/[\s,;:.!–—]+$/u, ''),
    ];
  });
}

const JOINING = /^(?:and|but|so|because|since|as)$/;

function titleOf(
  clauses: readonly Clause[],
  main: Clause | undefined,
  tokens: readonly Token[],
  kind: Kind | undefined,
): string | undefined {
  if (main === undefined) return undefined;
  const isNews = kind === 'departure' || kind === 'milestone';
  const later = clauses.find(
    ({ from, use }) =>
      from > main.from &&
      use !== 'detail' &&
      use !== 'said' &&
      /^(?:he|she|they)\b/i.test(tokens[from]?.core ?? ''),
  );
  const clause = isNews && later !== undefined ? { ...later, from: later.start } : main;
  const isLarge = tokens.find(({ core }) => /\p{L}/u.test(core))?.isCapital === true;
  let to = clause.to;
  // "Lunch with Lee, and he laughed": the word that joins them is no part of either.
  while (to > clause.from + 1 && JOINING.test(tokens[to - 1]?.word ?? '')) to--;
  const found = thingOf(tokens.slice(clause.from, to), kind, isLarge);
  if (found !== undefined) return found;
  for (const other of clauses) {
    const title =
      other.use === 'detail' || other.use === 'said'
        ? undefined
        : thingOf(tokens.slice(other.from, other.to), kind, isLarge);
    if (title !== undefined) return title;
  }
  return undefined;
}

function highlightsOf(
  clauses: readonly Clause[],
  tokens: readonly Token[],
  kind: Kind | undefined,
): Map<string, string> {
  const found = new Map<string, string>();
  for (const { use, owner, start, to } of clauses) {
    if (use !== 'detail' || owner === null || kind === 'feedback') continue;
    let span = tokens.slice(start, to).filter(({ role }) => role !== 'link');
    while (
      span.length > 1 &&
      (/^(?:was|were|is|and)$/.test(span[0]?.word ?? '') || /^[–—-]+$/.test(span[0]?.raw ?? ''))
    )
      span = span.slice(1);
    const words = span
      .map(({ raw }) => raw)
      .join(' ')
      .replace(/[\s,;:.!–—]+$/u, '');
    const before = found.get(owner.value);
    if (words !== '') found.set(owner.value, before === undefined ? words : `${before}, ${words}`);
  }
  return found;
}

/** What was said in a feedback or in confidence is private. */
function noteOf(
  clauses: readonly Clause[],
  tokens: readonly Token[],
  kind: Kind | undefined,
): string | null {
  const isPrivate = ({ use }: Clause) =>
    use === 'said' || (use === 'detail' && kind === 'feedback');
  const notes = clauses.filter(isPrivate).map(({ from, to }) =>
    tokens
      .slice(from, to)
      .map(({ raw }) => raw)
      .join(' '),
  );
  const [first] = clauses;
  if (kind === 'feedback' && first !== undefined) {
    const span = tokens.slice(first.from, first.to);
    const verbAt = span.findIndex(
      ({ lemma, pos }) => pos === 'VERB' && /^(?:say|tell|think|find|feel|advise)$/.test(lemma),
    );
    const rest = span.slice(verbAt + 1).filter(({ role }) => role !== 'day');
    while (verbAt >= 0 && /^(?:me|us|that|to)$/.test(rest[0]?.word ?? '') && rest.length > 1)
      rest.shift();
    if (verbAt >= 0 && rest.length > 0) notes.unshift(rest.map(({ raw }) => raw).join(' '));
  }
  const text = notes.join('; ').replace(/^[–—-]+ ?|^\(|[\s,;:–—)]+$/gu, '');
  return text === '' ? null : text;
}

/** "Leila accepted", "invited Tom to connect": what became of an invitation. */
function outcomeOf(tokens: readonly Token[], people: readonly Named[]): OutcomeRead | null {
  const [person, other] = people;
  if (person === undefined || other !== undefined) return null;
  const words = tokens
    .filter(({ role, core }) => role !== 'day' && core !== '')
    .map(({ role, word, isPossessive }) => (role === 'person' ? (isPossessive ? '§s' : '§') : word))
    .join(' ')
    .replace(/§s?(?: §s?)+/g, (run) => run.split(' ').at(-1) ?? '§')
    .replace(/\b(?:i|has|have|just|finally|already|a|an|the|my|our|linkedin|on|connection) /g, '')
    .replace(/ (?:on )?linkedin$/, '');
  const name = person.value;
  if (/^connected with §$/.test(words) && tokens.some(({ word }) => word === 'linkedin'))
    return { did: 'accepted', name };
  const asked = '(?:invite|invitation|request)';
  if (
    new RegExp(
      `^(?:§ (?:invited|asked) me(?: to connect)?|§ asked to connect(?: with me)?|§ sent (?:me )?${asked}(?: to me)?|(?:(?:got|received) )?${asked} from §)$`,
    ).test(words) &&
    !/^§ asked me$/.test(words)
  )
    return { did: 'received', name };
  if (new RegExp(`^§ accepted(?: ${asked})?$`).test(words)) return { did: 'accepted', name };
  if (new RegExp(`^§ (?:declined|rejected|turned down) ${asked}$|^§ declined$`).test(words))
    return { did: 'declined', name };
  if (
    new RegExp(
      `^(?:withdrew|withdrawn|cancelled|took back) (?:§s )?${asked}(?: (?:to|for)(?: §)?)?(?: §)?$`,
    ).test(words)
  )
    return { did: 'withdrawn', name };
  if (
    new RegExp(
      `^(?:invited (?:to )?§(?: to connect)?|sent (?:to )?§ ${asked}|sent ${asked} (?:to )?§)$`,
    ).test(words)
  )
    return { did: 'sent', name };
  return null;
}

function sayRead(
  people: readonly Named[],
  kind: Kind | undefined,
  when: When | null,
  title: string | undefined,
  { today }: Context,
): string {
  const read = [
    ...people.map(({ name }) => name),
    ...(when === null ? [] : [formatDay(when.day, today)]),
    ...(kind === undefined ? [] : [kind]),
    ...(title === undefined ? [] : [`"${title}"`]),
  ];
  return read.join(', ');
}

function refusal(reason: NotSo, said: string): Failure {
  const read = said === '' ? '' : ` (I read: ${said})`;
  return new Failure(
    'usage',
    `${NOT_SO[reason]}${read}`,
    reason === 'planned'
      ? 'Log it once it has happened.'
      : 'If it did happen, say what happened, or use --kind, --with and --title.',
  );
}
