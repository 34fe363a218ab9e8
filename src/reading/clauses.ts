import { guessKinds } from './kind.ts';
import type { Token } from './tokens.ts';
import type { Mention, Named } from './who.ts';

/** A part of the sentence that could stand alone. */
export interface Clause {
  from: number;
  to: number;
  /** `thing`: what happened. `detail`: what stood out in somebody. `said`: what somebody told me, which is private. `rest`: neither. */
  use: 'thing' | 'detail' | 'said' | 'rest';
  /** Whose detail it is. */
  owner: Named | null;
  /** Where the detail's own words begin, behind "she" or "who". */
  start: number;
}

const THEY = /^(?:he|she|they|who)$/;
const THEIRS = /^(?:his|her|their)$/;
const WE = /^(?:i|we)$/;
/** What these lead in is somebody's opinion or a confidence, not a deed. */
const SAYING =
  /^(?:say|tell|think|feel|mention|ask|suggest|advise|recommend|want|hope|wish|need|believe|complain|admit|reckon|worry|hate|earn|look|plan|consider)$/;
/** News of a life, which is no detail of what we did. */
const NEWS = new Set(['milestone', 'departure', 'reorg', 'new-job', 'interest']);

/** Splits a tagged sentence into its clauses, and says what each is for. */
export function clausesOf(tokens: readonly Token[], mentions: readonly Mention[]): Clause[] {
  const clauses: Clause[] = [];
  let from = 0;
  for (let at = 1; at <= tokens.length; at++) {
    if (at < tokens.length && !beginsClause(tokens, at, from)) continue;
    clauses.push({ from, to: at, use: 'thing', owner: null, start: from });
    from = at;
  }
  clauses.forEach((clause, index) => {
    if (index > 0) judge(clause, clauses[index - 1] as Clause, tokens, mentions);
  });
  return clauses;
}

/** The clause that tells what happened: the first, unless it is but a word of thanks before it. */
export function mainClause(
  clauses: readonly Clause[],
  tokens: readonly Token[],
): Clause | undefined {
  const things = clauses.filter(({ use }) => use === 'thing');
  const [first, ...others] = things;
  if (first === undefined) return clauses[0];
  const words = tokens.slice(first.from, first.to).filter(({ role }) => role === 'thing');
  const isOnlyThanks = words.every(({ word }) =>
    /^(?:thanks|thank|you|kudos|props|shoutout|big|many|huge|to)$/.test(word),
  );
  const isLabel =
    words.length === 1 && tokens[first.to - 1]?.tail === ':' && first.to - first.from === 1;
  if (!isOnlyThanks && !isLabel) return first;
  const isAbout = ({ from, to }: Clause) =>
    tokens.slice(from, to).some(({ pos }) => pos === 'VERB') &&
    (isOnlyThanks ||
      tokens[from]?.role === 'person' ||
      /^(?:i|we|our)$/.test(tokens[from]?.word ?? ''));
  return others.find(isAbout) ?? first;
}

function beginsClause(tokens: readonly Token[], at: number, from: number): boolean {
  const [before, token, next] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (before === undefined || token === undefined) return false;
  if (/^[;:.!?–—()]$/.test(before.tail) && !isAbbreviation(before)) return true;
  if (/^[–—-]+$/.test(token.raw)) return true;
  if (token.word === 'who' && (before.role === 'person' || before.role === 'place')) return true;
  const isVerb = (one: Token | undefined) =>
    one !== undefined && /^(?:VERB|AUX)$/.test(one.pos) && one.role === 'thing';
  const verbAfter = (one: number) =>
    isVerb(tokens[one]) || (tokens[one]?.pos === 'ADV' && isVerb(tokens[one + 1]));
  const isSubject = THEY.test(token.word) || WE.test(token.word) || token.word === 'it';
  if (before.tail === ',') {
    // A rare past form is a word that the tagger's list lacks: "she rewrote the appendix".
    const isRare = next?.isWord === false && /^(?:DET|PRON)$/.test(tokens[at + 2]?.pos ?? '');
    if (isSubject && (isRare || verbAfter(at + 1) || /['’](?:s|re|ve|m)$/.test(token.core)))
      return true;
    if (/['’](?:s|re|ve|m|d)$/.test(token.core) && token.pos === 'PRON') return true;
    if (THEIRS.test(token.word)) return true;
    // "Coffee, then Jo joined"
    if (token.word === 'then' && next?.role === 'person')
      return verbAfter(personEnd(tokens, at + 1));
    if (token.role === 'person')
      return verbAfter(personEnd(tokens, at)) && !isList(tokens, at, from);
    if (token.word === 'my' || token.word === 'our') return tokens.slice(at, at + 5).some(isVerb);
    if (isNamedBetween(tokens, at, from)) return false;
    return isVerb(token) && token.lemma !== token.word && token.pos === 'VERB';
  }
  if (/^(?:and|but|so|because|since|as)$/.test(before.word) && before.role === 'thing' && isSubject)
    return verbAfter(at + 1);
  if (/^(?:and|but)$/.test(before.word)) {
    const isSplit = tokens.slice(from, at).some(isVerb);
    // "I gave a talk and Marcus asked a question"; "with Priya and Tom" is a list.
    if (token.role === 'person' && isSplit && !isPerson(tokens[at - 2]))
      return verbAfter(personEnd(tokens, at)) || isPastAt(tokens, personEnd(tokens, at));
    if (!isSplit || !isPastAt(tokens, at)) return false;
    // "had lunch and found out we both climb"
    const isShared = tokens
      .slice(at, at + 5)
      .some(({ word }, one) => word === 'both' && tokens[at + one - 1]?.word === 'we');
    return isShared || helperAt(tokens, from, at) >= 0;
  }
  // "thanks to Will who stayed late we got it out": the clause after "who" has an end of its own.
  const isInWho = tokens[from]?.word === 'who' || from === 0;
  return (
    isInWho &&
    WE.test(token.word) &&
    isVerb(next) &&
    /^(?:NOUN|SYM|NUM|ADJ|ADV|PROPN)$/.test(before.pos) &&
    at - from > 1
  );
}

/** "My line manager, Dana, went over it": the name between the commas is the subject's. */
function isNamedBetween(tokens: readonly Token[], at: number, from: number): boolean {
  let first = at;
  while (first > from && tokens[first - 1]?.role === 'person') first--;
  const before = tokens.slice(from, first);
  return (
    first < at &&
    before.at(-1)?.tail === ',' &&
    !before.some(({ pos, word }) => /^(?:VERB|AUX|ADP)$/.test(pos) || word === 'with')
  );
}

function isList(tokens: readonly Token[], at: number, from: number): boolean {
  return (
    at - 1 >= from &&
    tokens[at - 1]?.role === 'person' &&
    !tokens.slice(from, at).some(({ pos }) => pos === 'VERB')
  );
}

function isPerson(token: Token | undefined): boolean {
  return (
    token?.role === 'person' || token?.role === 'place' || /^(?:i|me)$/.test(token?.word ?? '')
  );
}

/** Whether a verb in the past is here, or right behind an adverb. */
function isPastAt(tokens: readonly Token[], at: number): boolean {
  const one = tokens[at]?.pos === 'ADV' ? tokens[at + 1] : tokens[at];
  return (
    one?.role === 'thing' && one.pos === 'VERB' && one.lemma !== one.word && !/ing$/.test(one.word)
  );
}

/** Where the only subject of a clause is who did something for me: "Lena walked me through it"; -1 for none. */
export function helperAt(tokens: readonly Token[], from: number, to: number): number {
  const clause = tokens.slice(from, to);
  const verbAt = clause.findIndex(({ pos, role }) => pos === 'VERB' && role === 'thing');
  const subject = clause.slice(0, Math.max(0, verbAt));
  const isOnly =
    subject.every(({ role, pos, tail }) => role !== 'thing' || pos === 'ADV' || tail === ',') &&
    !subject.some(({ role, word }) => role === 'link' && word === 'and');
  const isForMe = clause.slice(verbAt).some(({ word }) => /^(?:me|us|my|our)$/.test(word));
  const at = subject.findIndex(({ role }) => role === 'person');
  return isOnly && isForMe && at >= 0 ? from + at : -1;
}

function isAbbreviation({ tail, core }: Token): boolean {
  return tail === '.' && (core.length === 1 || /^(?:dr|prof|mrs?|ms|jr|sr|st)$/i.test(core));
}

function personEnd(tokens: readonly Token[], at: number): number {
  let end = at;
  while (tokens[end]?.role === 'person' || tokens[end]?.role === 'place') end++;
  return end;
}

/** Finds out whether a later clause is a detail of somebody's, something said, or a part of what happened. */
function judge(
  clause: Clause,
  before: Clause,
  tokens: readonly Token[],
  mentions: readonly Mention[],
): void {
  const { from, to } = clause;
  const first = tokens[from];
  if (first === undefined) return;
  const earlier = mentions.filter((one) => one.to <= from).map(({ person }) => person);
  const own = mentions.find((one) => one.from <= from && from < one.to)?.person;
  if (tokens[before.to - 1]?.tail === '(') {
    clause.use =
      first.role === 'person' || mentions.some((one) => one.from >= from && one.from < to)
        ? 'thing'
        : 'said';
    return;
  }
  const isAfterColon = tokens[before.to - 1]?.tail === ':' || /^[–—-]+$/.test(first.raw);
  const isThey = THEY.test(first.word) || /^(?:he|she|they)['’]/.test(first.core.toLowerCase());
  if (first.role === 'person' && first.isPossessive) return;
  // "Will and I are both moving" is about me too.
  if (
    first.role === 'person' &&
    tokens.slice(from, to).some(({ word }) => word === 'i' || word === 'we')
  )
    return;
  if (isThey || first.role === 'person') {
    clause.owner = isThey ? (earlier.at(-1) ?? null) : (own ?? null);
    clause.start = isThey ? from + 1 : personEnd(tokens, from);
    if (clause.owner !== null) clause.use = predicateUse(tokens, clause);
    // "…, she's pregnant": nothing to write about, and nothing to lose.
    if (clause.use === 'rest' && isThey && first.word !== 'who') clause.use = 'said';
    return;
  }
  clause.owner = earlier.at(-1) ?? null;
  if (clause.owner === null) return;
  const helper = isPastAt(tokens, from) ? helperAt(tokens, before.from, from) : -1;
  if (helper >= 0) {
    clause.owner = mentions.find((one) => one.from <= helper && helper < one.to)?.person ?? null;
    if (clause.owner !== null) clause.use = predicateUse(tokens, clause);
    return;
  }
  if (THEIRS.test(first.word)) {
    if (!/\d/.test(wordsOf(tokens, from, to))) clause.use = 'detail';
  } else if (isAfterColon && !mentions.some((one) => one.from >= from && one.from < to)) {
    clause.use = isQuality(tokens, from, to) ? 'detail' : 'said';
  }
}

/** What a predicate of theirs is: a deed or a quality is a detail, an opinion was said, news is a part of what happened. */
export function predicateUse(tokens: readonly Token[], clause: Clause): Clause['use'] {
  const rest = tokens.slice(clause.start, clause.to).filter(({ role }) => role === 'thing');
  const words = rest.filter(({ pos }) => pos !== 'ADV');
  const [first, next] = words;
  if (first === undefined) return 'rest';
  const head = tokens
    .slice(Math.min(clause.from, clause.start - 1), clause.start)
    .map((token) => ({ ...token, role: 'person' as const }));
  const [best] = guessKinds([...head.slice(-1), ...rest]);
  // What is shared is told in the present: "he bakes too".
  const isPast = first.pos === 'VERB' && /ed$/.test(first.word);
  const isNews = best !== undefined && NEWS.has(best.kind) && !(isPast && best.kind === 'interest');
  if (isNews && best.sure > (isPast ? 0.9 : 0.7)) return 'thing';
  if (first.pos === 'AUX') {
    if (first.lemma === 'be') return next?.pos === 'ADJ' ? 'detail' : 'rest';
    return next !== undefined && SAYING.test(next.lemma)
      ? 'said'
      : next?.pos === 'VERB'
        ? 'detail'
        : 'rest';
  }
  // A rare past form is a word that the tagger's list lacks: "who rewrote the parser".
  if (!first.isWord && /^(?:DET|PRON)$/.test(next?.pos ?? '')) return 'detail';
  if (first.pos !== 'VERB') return 'rest';
  const isOpinion =
    first.lemma === 'find' && /^(?:my|our|me|us|it|that|i|we)$/.test(next?.word ?? '');
  // "asked a great question" tells nothing of what was asked.
  const isPlainDeed = first.lemma === 'ask' && next?.pos === 'DET';
  if ((SAYING.test(first.lemma) && !isPlainDeed) || isOpinion) return 'said';
  // "who runs Payments" says who she is, not what she did.
  if (first.word === `${first.lemma}s`) return 'rest';
  return first.lemma !== first.word || /(?:put|set|cut|let|hit|cost|shut)$/.test(first.word)
    ? 'detail'
    : 'rest';
}

/** "calm with the angry relative", "great rollback plan", "stayed late": nothing that was told in confidence. */
function isQuality(tokens: readonly Token[], from: number, to: number): boolean {
  const words = tokens.slice(from, to).filter(({ core }) => core !== '');
  if (/\d{2}/.test(wordsOf(tokens, from, to))) return false;
  const [first] = words;
  const isClause = words.some(
    ({ pos, lemma }, at) => pos === 'AUX' || (at > 0 && SAYING.test(lemma)),
  );
  if (first === undefined || isClause) return false;
  if (first.pos === 'VERB')
    return !/ing$/.test(first.word) && !SAYING.test(first.lemma) && first.lemma !== first.word;
  return /^(?:ADJ|DET|ADV|NOUN|PROPN)$/.test(first.pos);
}

function wordsOf(tokens: readonly Token[], from: number, to: number): string {
  return tokens
    .slice(from, to)
    .map(({ core }) => core)
    .join(' ');
}
