import type { Kind } from '../model.ts';
import { gerundOf } from './say/verbs.ts';
import { isBreak, type Token } from './tokens.ts';

/** A verb that stands alone makes a better title as a noun. */
const NOUNS: ReadonlyMap<string, string> = new Map([
  ['meet', 'Meeting'],
  ['talk', 'Talk'],
  ['speak', 'Talk'],
  ['chat', 'Chat'],
  ['call', 'Call'],
  ['phone', 'Call'],
  ['sync', 'Sync'],
  ['work', 'Work'],
]);
/** Of these kinds the title is the thing as typed; of the others it begins like a sentence of its own. */
const THING_ALONE = new Set<Kind>(['project', 'event', 'interest', 'feedback']);
const PREPOSITION = /^(?:at|in|on|about|over|for|to|into|of|from|during|with)$/;
const ENDING = /^(?:too|also|as|well|like|me|much|so|either|now|finally|just|both|really)$/;

/**
 * What it was: the thing alone, without the people, the day, and a verb that the kind says already.
 * Undefined where no words are left.
 * @param tokens one clause, tagged, with its roles
 * @param isLarge whether the sentence begins with a large letter
 */
export function thingOf(
  tokens: readonly Token[],
  kind: Kind | undefined,
  isLarge: boolean,
): string | undefined {
  const whole = phrase(tokens);
  if (!isSaid(whole)) return undefined;
  const found = kind === undefined ? phrase(withoutSubject(tokens)) : bare(tokens, kind);
  const title = isSaid(found) && isNaming(found, tokens) ? found : whole;
  const quoted = /^["“]([^"“”]+)["”]$/.exec(title)?.[1]?.trim();
  if (quoted) return quoted;
  // "npm cache" is a name that is written small; in "Went fishing", the thing came to the front.
  const isDoing = kind === 'event' && /^[a-z]+ing(?: |$)/.test(title);
  const isName = kind !== undefined && THING_ALONE.has(kind) && !isDoing;
  return isLarge && !isName ? capitalised(title) : title;
}

/** Whether a word in it names something: "8" and "next" don't. */
function isNaming(found: string, tokens: readonly Token[]): boolean {
  return found.split(' ').some((word) => {
    const token = tokens.find(({ core }) => core === word);
    return token === undefined || !/^(?:NUM|ADJ|ADV|ADP|DET)$/.test(token.pos);
  });
}

function bare(tokens: readonly Token[], kind: Kind): string {
  const clause = withoutSubject(tokens);
  const verbAt = mainVerb(clause);
  switch (kind) {
    case 'project':
      return finished(clause, verbAt, tokens);
    case 'event':
      return attended(clause, verbAt);
    case 'interest':
      return liked(clause);
    case 'feedback':
      return reviewed(clause, verbAt);
    case 'meeting':
      return talked(clause, verbAt);
    case 'milestone':
    case 'departure':
      return news(clause, tokens);
    case 'reorg':
      return tokens[0]?.role === 'person' && !tokens[0].isPossessive
        ? news(clause, tokens)
        : phrase(clause);
    default:
      return phrase(clause);
  }
}

function isVerb(token: Token | undefined): boolean {
  return token !== undefined && token.role === 'thing' && token.pos === 'VERB';
}

/** A verb that tells what was done: in the past, or before its object. "Stand-up with Lei" has none. */
function mainVerb(clause: readonly Token[]): number {
  return clause.findIndex((token, at) => {
    if (!isVerb(token)) return false;
    const next = clause[at + 1];
    const before = clause[at - 1];
    // "the left menu redesign": behind an article it is part of a name.
    if (before?.role === 'thing' && /^(?:DET|ADJ)$/.test(before.pos)) return false;
    const isInflected = token.lemma !== token.word && !token.word.includes('-');
    const isLed =
      before !== undefined && (before.role === 'person' || /^(?:PRON|AUX|PART)$/.test(before.pos));
    return isInflected || isLed || /^(?:DET|PRON)$/.test(next?.pos ?? '') || next?.word === 'up';
  });
}

/** Takes away "I", "we both", "Priya and I", and the adverbs and auxiliaries after them. */
function withoutSubject(tokens: readonly Token[]): Token[] {
  let at = 0;
  const isLight = ({ role, word, pos }: Token) =>
    role !== 'thing' ||
    /^(?:i|we|i['’]ve|we['’]ve|me|both|just|finally|recently|also|had|have|has)$/.test(word) ||
    (pos === 'ADV' && at > 0);
  while (at < tokens.length) {
    const token = tokens[at];
    if (token === undefined || !isLight(token)) break;
    if (token.role === 'person' && token.isPossessive) break;
    at++;
  }
  const rest = tokens.slice(at);
  const [first, second] = rest;
  // "had a chat": the article goes with the verb.
  const isHad = /^(?:had|have|has)$/.test(tokens[at - 1]?.word ?? '');
  if (isHad && first?.pos === 'DET' && /^an?$/.test(first.word) && second !== undefined)
    return rest.slice(1);
  return rest.some(({ role }) => role === 'thing') ? rest : [...tokens];
}

function finished(clause: readonly Token[], verbAt: number, all: readonly Token[]): string {
  const before = clause.slice(0, Math.max(0, verbAt));
  if (verbAt < 0)
    return cutAt(clause, (token) => token.word === 'done' || /^(?:AUX)$/.test(token.pos));
  const hasSubject = before.some(
    ({ role, pos }) => role === 'thing' && /^(?:NOUN|PROPN)$/.test(pos),
  );
  if (hasSubject) return phrase(before.filter(({ pos }) => pos !== 'AUX'));
  const verb = clause[verbAt];
  let at = verbAt + 1;
  // "wrapped up the tender", "we got it out".
  while (
    clause[at]?.role === 'thing' &&
    /^(?:up|out|off|down|over|through|together)$/.test(clause[at]?.word ?? '')
  )
    at++;
  const isHelp = /^(?:me|us)$/.test(clause[at]?.word ?? '') && clause.slice(at).some(isVerb);
  if (isHelp) return finished(clause.slice(at + 1), clause.slice(at + 1).findIndex(isVerb), all);
  while (
    clause[at]?.role === 'thing' &&
    clause[at]?.pos === 'ADV' &&
    clause[at + 1]?.role !== undefined
  )
    at++;
  const rest = clause.slice(at);
  const next = rest.find(({ role }) => role === 'thing');
  if (next === undefined || (PREPOSITION.test(next.word) && next.word !== 'on'))
    return phrase(clause.slice(verbAt));
  const object = next.word === 'on' ? rest.slice(rest.indexOf(next) + 1) : rest;
  if (/^(?:get|have)$/.test(verb?.lemma ?? ''))
    return cutAt(
      object,
      (token, one) =>
        one > 0 && (isVerb(token) || /^(?:out|in|over|off|through|going|live)$/.test(token.word)),
    );
  return phrase(object);
}

function attended(clause: readonly Token[], verbAt: number): string {
  const things = clause
    .map((token, at) => ({ token, at }))
    .filter(({ token }) => token.role === 'thing');
  const isNominal =
    verbAt < 0 ? clause[0]?.pos !== 'AUX' && !PREPOSITION.test(clause[0]?.word ?? '') : false;
  if (isNominal) return phrase(clause);
  const at =
    things.find(({ token }) => token.word === 'at') ??
    things.find(({ token, at: one }) => token.word === 'to' && clause[one + 1]?.role === 'thing');
  if (at !== undefined) return phrase(clause.slice(at.at + 1));
  if (
    verbAt > 0 &&
    clause
      .slice(0, verbAt)
      .some(({ role, pos }) => role === 'thing' && /^(?:NOUN|PROPN)$/.test(pos))
  )
    return phrase(clause);
  return object(clause, verbAt);
}

function liked(clause: readonly Token[]): string {
  const trimmed = trimEnd(withoutFinding(clause));
  const things = trimmed.filter(({ role }) => role === 'thing');
  const over = things.findLast(({ word }) => /^(?:into|about|over|for|common|of|in)$/.test(word));
  const verbs = things.filter((token) => isVerb(token));
  const verb = verbs.at(-1);
  const direct = verb === undefined ? undefined : things[things.indexOf(verb) + 1];
  // "we both climb": a verb alone is what one does.
  const [we, last] = [things.at(-3), things.at(-1)];
  const isAlone = we?.word === 'we' && things.at(-2)?.word === 'both';
  if (
    isAlone &&
    last !== undefined &&
    /^[a-z]+$/.test(last.core) &&
    !/(?:[^s]s|ing|ed)$/.test(last.core)
  )
    return gerundOf(last.core);
  const both = verb === undefined ? -1 : things.indexOf(verb) - 1;
  const isBoth = things[both]?.word === 'both' && things[both - 1]?.word === 'we';
  // "we both climb", "we both grew up in Leeds": without an object, only the whole says it.
  if (isBoth && (direct === undefined || !/^(?:NOUN|PROPN|DET|ADJ|NUM)$/.test(direct.pos)))
    return phrase(trimmed.slice(trimmed.indexOf(things[both - 1] as Token)));
  const isShared =
    verb !== undefined && over !== undefined && /^(?:share|have|find|discover)$/.test(verb.lemma);
  if (isShared && over !== undefined) return after(trimmed, over);
  if (direct !== undefined && !PREPOSITION.test(direct.word) && verb !== undefined)
    return after(trimmed, verb);
  if (
    over !== undefined &&
    !(
      verb !== undefined &&
      verb.lemma !== 'talk' &&
      verb.lemma !== 'share' &&
      verb.lemma !== 'bond' &&
      /^(?:in|for)$/.test(over.word)
    )
  )
    return after(trimmed, over);
  return verb === undefined ? phrase(trimmed) : phrase(trimmed.slice(trimmed.indexOf(verb)));
}

/** Takes away "found out that", "turns out", "discovered". */
function withoutFinding(clause: readonly Token[]): readonly Token[] {
  const at = clause.findIndex(
    ({ lemma, pos }, one) =>
      one < 2 &&
      pos === 'VERB' &&
      /^(?:find|turn|discover|learn|realise|realize|hear)$/.test(lemma),
  );
  if (at < 0) return clause;
  let start = at + 1;
  while (/^(?:out|that|a|an|we|i|both|also)$/.test(clause[start]?.word ?? '')) start++;
  if (clause[start - 1]?.word === 'both' && clause[start - 2]?.word === 'we') start -= 2;
  const rest = clause.slice(start);
  return rest.some(({ role }) => role === 'thing') ? rest : clause;
}

function reviewed(clause: readonly Token[], verbAt: number): string {
  if (verbAt < 0) return phrase(clause);
  const mine = clause.findIndex(({ word, role }) => role === 'thing' && /^(?:my|our)$/.test(word));
  const on = clause.findIndex(
    ({ word, role }, at) => role === 'thing' && at > verbAt && /^(?:on|about)$/.test(word),
  );
  if (on > 0 && clause[on - 1]?.pos === 'NOUN' && (mine < 0 || mine > on))
    return phrase(clause.slice(on - 1));
  if (mine >= 0)
    return cutAt(
      clause.slice(mine),
      (token, at) =>
        at > 1 &&
        (token.pos === 'AUX' ||
          token.pos === 'SCONJ' ||
          token.word === 'and' ||
          (token.pos === 'VERB' && token.lemma !== token.word && !/ing$/.test(token.word))),
    );
  const noun = clause.findIndex(
    ({ pos, role }, at) => at > verbAt && role === 'thing' && pos === 'NOUN',
  );
  const isSaying = /^(?:say|tell|think|find|advise|feel)$/.test(clause[verbAt]?.lemma ?? '');
  if (isSaying || noun < 0) return 'Feedback';
  return phrase(clause.slice(noun));
}

function talked(clause: readonly Token[], verbAt: number): string {
  const things = clause.filter(({ role }) => role === 'thing');
  const verb = clause[verbAt];
  const isLed = verb !== undefined && things.indexOf(verb) === 0;
  if (!isLed || verb === undefined) return phrase(clause);
  const rest = things.slice(1);
  // "Helped Jon with his slides": without whom it was done for, the words would be cut across.
  const isDoneFor =
    !NOUNS.has(verb.lemma) &&
    clause[verbAt + 1]?.role === 'person' &&
    /^(?:his|her|their)$/.test(rest[1]?.word ?? '');
  if (isDoneFor) return tidied(clause.map(({ raw }) => raw).join(' '));
  const isForMe = /^(?:me|us)$/.test(rest[0]?.word ?? '');
  const isBare = !rest.some(({ pos }) => /^(?:NOUN|PROPN|NUM|X)$/.test(pos));
  // "taught me to weld": what was done for me is said, whatever the tagger makes of it.
  if (isBare && !(isForMe && rest.length > 2)) return NOUNS.get(verb.lemma) ?? 'Meeting';
  const topic = rest.findIndex(
    ({ word }, at) =>
      /^(?:about|re|over)$/.test(word) || (isForMe && at === 1 && word === 'through'),
  );
  if (topic >= 0) return phrase(clause.slice(clause.indexOf(rest[topic] as Token) + 1));
  const object = rest.find(({ pos }) => /^(?:NOUN|PROPN|DET|NUM|ADJ)$/.test(pos));
  const first = rest[0];
  // "met for lunch" is a lunch; "walked the site" stays; "bumped into in the canteen" is a meeting there.
  if (first?.word === 'for') return phrase(clause.slice(clause.indexOf(first) + 1));
  if (object !== undefined && first !== undefined && !/^(?:ADP|ADV|PART)$/.test(first.pos))
    return phrase(clause.slice(verbAt));
  const place = rest.findLast(
    ({ word }, at) =>
      /^(?:in|at|on|by|near|outside|behind|over)$/.test(word) &&
      /^(?:DET|PRON|NOUN|PROPN)$/.test(rest[at + 1]?.pos ?? ''),
  );
  const noun = NOUNS.get(verb.lemma) ?? 'Meeting';
  if (place !== undefined) return `${noun} ${phrase(clause.slice(clause.indexOf(place)))}`;
  return rest.length === 0 || NOUNS.has(verb.lemma) || first?.word === 'into'
    ? noun
    : phrase(clause.slice(verbAt));
}

/** "Promoted to Staff Engineer", "leaving Friday", "last day", "20 years at the plant". */
function news(clause: readonly Token[], all: readonly Token[]): string {
  const isCongrats = /^(?:congrats|congratulations|kudos|congratulated)$/.test(all[0]?.word ?? '');
  const on = clause.findIndex(({ word, role }) => word === 'on' && role === 'thing');
  if (isCongrats && on >= 0) return phrase(clause.slice(on + 1));
  let rest = clause.filter(({ role, isPossessive }) => !(role === 'person' && isPossessive));
  const isLight = (token: Token | undefined, next: Token | undefined) =>
    token !== undefined &&
    (token.pos === 'AUX' ||
      /^(?:now|just|finally|heard|that|today)$/.test(token.word) ||
      (token.lemma === 'get' && next?.pos === 'VERB') ||
      (token.pos === 'ADV' && next !== undefined));
  // "Told me she got engaged": the news is hers.
  const told = rest.findIndex(
    ({ lemma, pos }) => pos === 'VERB' && /^(?:tell|say|mention)$/.test(lemma),
  );
  const they = rest.findIndex(({ word }, at) => at > told && /^(?:he|she|they)$/.test(word));
  const isSecret = all.some(({ word }) => /^(?:confiden|private|secret)/.test(word));
  if (!isSecret && told >= 0 && they > told && they < rest.length - 1) rest = rest.slice(they + 1);
  while (rest.length > 1 && (rest[0]?.role !== 'thing' || isLight(rest[0], rest[1])))
    rest = rest.slice(1);
  // "Last day was Friday": the day was taken out.
  while (rest.length > 1 && (rest.at(-1)?.role !== 'thing' || rest.at(-1)?.pos === 'AUX'))
    rest = rest.slice(0, -1);
  return phrase(rest);
}

function object(clause: readonly Token[], verbAt: number): string {
  const isParticle = /^(?:up|out|off|down|over|through|together)$/.test(
    clause[verbAt + 1]?.word ?? '',
  );
  const rest = clause.slice(verbAt + (isParticle ? 2 : 1));
  return rest.some(({ role }) => role === 'thing') ? phrase(rest) : phrase(clause);
}

function after(clause: readonly Token[], token: Token): string {
  return phrase(clause.slice(clause.indexOf(token) + 1));
}

function trimEnd(clause: readonly Token[]): Token[] {
  let end = clause.length;
  while (end > 1 && clause[end - 1]?.role === 'thing' && ENDING.test(clause[end - 1]?.word ?? ''))
    end--;
  return clause.slice(0, end);
}

function cutAt(clause: readonly Token[], isEnd: (token: Token, at: number) => boolean): string {
  const end = clause.findIndex((token, at) => token.role === 'thing' && isEnd(token, at));
  return phrase(end < 0 ? clause : clause.slice(0, end));
}

/** The words that are neither people nor the day, put together again; a pause after what was taken out stays one. */
function phrase(tokens: readonly Token[]): string {
  let text = '';
  let pause = '';
  let wasKept = false;
  tokens.forEach((token, index) => {
    const isOwner =
      token.role === 'person' && token.isPossessive && tokens[index + 1]?.role === 'thing';
    const before = tokens[index - 1];
    wasKept =
      token.role === 'person' && ((wasKept && before?.role === 'person') || isOverThem(before));
    if (token.role !== 'thing' && !isOwner && !wasKept && !isOwnerBefore(tokens, index)) {
      pause = /[,:;.!?]/.exec(token.tail)?.[0] ?? '';
      if (token.role === 'person' || token.role === 'day') text = untied(text, tokens[index - 1]);
      return;
    }
    // "Lunch with Lee, yesterday, on the roof": it paused for the day alone.
    const isForDay = pause === ',' && tokens[index - 1]?.role === 'day' && token.pos === 'ADP';
    if (text !== '' && pause !== '' && !isForDay && /[\p{L}\p{N}]$/u.test(text)) text += pause;
    pause = '';
    const raw = token.raw.replace(/^@/, '');
    text += text === '' ? raw : ` ${raw}`;
  });
  return tidied(text);
}

/** "merge under Gwen", "the day after Ida": a word that means nothing without the name behind it. */
function isOverThem(before: Token | undefined): boolean {
  return (
    before?.role === 'thing' &&
    /^(?:under|behind|after|over|against|without|like)$/.test(before.word)
  );
}

/** The first words of an owner's name: "Imogen" in "liked Imogen Clarke's article". */
function isOwnerBefore(tokens: readonly Token[], index: number): boolean {
  let at = index;
  while (
    tokens[at]?.role === 'person' &&
    !tokens[at]?.isPossessive &&
    !isBreak(tokens[at] as Token)
  )
    at++;
  return (
    tokens[index]?.role === 'person' &&
    tokens[at]?.role === 'person' &&
    tokens[at]?.isPossessive === true &&
    tokens[at + 1]?.role === 'thing'
  );
}

/** A word that led to what was taken out leads nowhere now. */
function untied(text: string, before: Token | undefined): string {
  if (before?.role !== 'thing') return text;
  return text.replace(/(?:^| )(?:with|and|&|from|by|to|for|of|about|at)$/i, '');
}

function tidied(text: string): string {
  const clean = text
    .replace(/\p{Extended_Pictographic}|\u{fe0f}/gu, '')
    .replace(/^(?:[,;:–—&+!?-]+(?: |$)|[\s,;:–—)])+/, '')
    .replace(/(?:[\s,;:–—(!?]| [&+-])+$/, '')
    .replace(/(?<=\p{L}{2})\.$/u, '')
    .trim();
  if (clean.startsWith('(') && !clean.includes(')')) return clean.slice(1);
  return clean.endsWith(')') && !clean.includes('(') ? clean.slice(0, -1) : clean;
}

function isSaid(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

/** A first word that has come to the front is written large, unless it is an article or a name like "npm". */
function capitalised(text: string): string {
  if (!/^[a-z]+(?: |$)/.test(text) || /^(?:the|an?|our|my|his|her|their|its) /.test(text))
    return text;
  return text.charAt(0).toUpperCase() + text.slice(1);
}
