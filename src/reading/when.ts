import { Failure } from '../failure.ts';
import type { Day } from '../model.ts';
import type { DayHabits } from './calendar.ts';
import { ambiguous, notAYearBack, plainDay } from './day.ts';
import type { DayFound } from './day-grammar.ts';
import { correctDayWord } from './slips.ts';
import { isBreak, type Token } from './tokens.ts';

/** A day in a sentence: its tokens, "on" included, and the day. */
export interface When {
  from: number;
  to: number;
  day: Day;
  /** As typed. */
  words: string;
}

/** After these, a day is an end, an owner or a topic, not when it happened. */
const NOT_WHEN = /^(?:for|until|till|by|before|since|after|to|from|of|about|between|through|with)$/;
const LEADING = /^(?:on|at|over|during)$/;
/** Days of the week that have a name of their own. */
const NAMED_DAY = /^(?:black|cyber|casual|good|easter|giving|boxing|ash|palm|pancake)$/;
const SHORT = /^(?:sun|mon|tue|tues|wed|weds|thu|thur|thurs|fri|sat)$/;
/** Words that are days wherever they stand. */
const STRONG =
  /\bago\b|\bback$|before last$|^(?:the )?(?:last|past|previous|next|this)\b|^(?:in|the day|the other|earlier|later)\b|yesterday|today|tomorrow|tonight|week|\d{4}/;
/** In a sentence, a date without a year is ahead if it's so many days ahead: news is announced in good time. */
const SOON = 44;
const CONTENT = /^(?:NOUN|PROPN|ADJ|VERB)$/;

/**
 * The day on which it happened, with its tokens. A number, a month that is a name, or a day inside a
 * phrase ("the March 5 release") is none.
 * @param isName whether a token belongs to the full name of somebody known
 * @throws Failure `bad-date` for what looks like the day and can't be read
 */
export async function findWhen(
  tokens: readonly Token[],
  today: Day,
  habits: Required<DayHabits>,
  isName: (at: number) => boolean,
): Promise<When | null> {
  const { text, at } = textOf(tokens, isName);
  const days = await daysIn(text, today, habits);
  let when: When | null = null;
  for (const found of days) {
    const from = at(found.from);
    const to = at(found.to - 1) + 1;
    for (const token of tokens.slice(from, to)) token.isCalendar = true;
    const isSpan =
      found.problem === 'range' && /^(?:from|between)$/.test(tokens[from - 1]?.word ?? '');
    // "three days after the crash"
    if (/^(?:after|before)$/.test(tokens[to - 1]?.word ?? '') && to < tokens.length) continue;
    // "painted the hall for two days", "finished it after three weeks": how long it took.
    if (/^(?:for|after)$/.test(tokens[from]?.word ?? '') && to > from + 1) continue;
    if (isElsewhere(tokens, from) || isInRelative(tokens, from)) continue;
    if (!isSpan && !isWhen(tokens, from, to, text.slice(found.from, found.to))) continue;
    const isLed = LEADING.test(tokens[from - 1]?.word ?? '');
    const start = isAsOf(tokens, from) ? from - 2 : isLed ? from - 1 : from;
    const words = tokens
      .slice(from, to)
      .map(({ core }) => core)
      .join(' ');
    if (found.day === null) throw refusal(found, words);
    const day = notAYearBack(found.day, words, today, SOON);
    const next = { from: start, to, day, words };
    // "prepared Monday's meeting today"
    const isOwner = when !== null && tokens[when.to - 1]?.isPossessive === true;
    if (when === null || (isOwner && day <= today)) when = next;
    else if (when.day !== day && day <= today && isAnother(tokens, when, next))
      throw new Failure(
        'bad-date',
        `"${when.words}" and "${words}" are two days`,
        'Log each on its own, or one per line: netcoach log - < notes.txt',
      );
  }
  if (when !== null) return when;
  const unread = tokens.findIndex((token, one) => looksLikeDay(tokens, token, one) && !isName(one));
  if (unread >= 0)
    throw new Failure(
      'bad-date',
      `"${tokens
        .slice(Math.max(0, unread - 1), unread + 1)
        .map(({ core }) => core)
        .join(' ')}" isn't a date I understand`,
      'Write the day as 2026-11-20, or in words: yesterday, last friday, 3 days ago, nov 5.',
    );
  return null;
}

/** What any day has in it: a word of the calendar, a date in digits, or a number with "th". */
const DAYISH =
  /(?<![a-z])(?:(?:sun|mon|tue|wed|thu|fri|sat|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*|[a-z]*days?|d|w|wks?|weeks?|[ck]w|mos?|mths?|months?|y|yrs?|years?|fortnights?|(?:to|mid)?nights?|tonight|mornings?|afternoons?|evenings?|week-?ends?|ago|earlier|eod|cob|tomorrow|quarter|term|semester|spring|summer|autumn|fall|winter)(?![a-z])|[ck]w\d+|\d+(?:st|nd|rd|th)|in (?:19|20)\d\d|\d+[-/.]\d+|\d+\. \d+/g;

/** Every day in the text. The grammar is loaded only where a word of the calendar is not one of the commonest days. */
async function daysIn(text: string, today: Day, habits: Required<DayHabits>): Promise<DayFound[]> {
  const words = [...text.matchAll(DAYISH)];
  const [only] = words;
  if (only === undefined) return [];
  const simple = /^(?:last |on )?(?:today|yesterday|tomorrow|[a-z]+day|\d{4}-\d\d-\d\d)$/;
  const lead = /(?:last|on) $/.exec(text.slice(0, only.index))?.[0] ?? '';
  const from = only.index - lead.length;
  const to = only.index + only[0].length;
  const isAlone =
    words.length === 1 &&
    !/^(?: (?:morning|of|the|before|\d)|,? (?:at )?\d)/.test(text.slice(to)) &&
    !/(?:this|next|past|previous|coming|before|after|\d|two|three|four|five) $/.test(
      text.slice(0, from),
    );
  const day =
    isAlone && simple.test(lead + only[0]) ? plainDay(lead + only[0], today, habits.leaning) : null;
  if (day !== null) return [{ from, to, day, problem: null }];
  const { findDays } = await import('./day-grammar.ts');
  return findDays(text, today, habits);
}

/** The words that were put right to be read as a day, with what they were taken for. */
export function correctedDays(tokens: readonly Token[]): Array<[typed: string, read: string]> {
  return tokens.flatMap(({ core, word, isWord, role }) => {
    const read = role === 'day' && !isWord ? correctDayWord(word) : null;
    return read === null || /^(?:y|t)/.test(read) ? [] : [[core, read] as [string, string]];
  });
}

function isWhen(tokens: readonly Token[], from: number, to: number, words: string): boolean {
  const [first, last, before, next] = [tokens[from], tokens[to - 1], tokens[from - 1], tokens[to]];
  if (first === undefined || last === undefined) return false;
  const isLed =
    /^on /.test(words) || (before !== undefined && LEADING.test(before.word) && before.tail === '');
  const isFree = before === undefined || isBreak(before);
  if (isAsOf(tokens, from)) return true;
  if (!isFree && NOT_WHEN.test(before?.word ?? '')) return false;
  if (!isFree && NAMED_DAY.test(before?.word ?? '')) return false;
  if (last.isPossessive) return true;
  const isInPhrase =
    next !== undefined && !isBreak(last) && CONTENT.test(next.pos) && !/ing$|ed$/.test(next.word);
  const isOwned =
    !isFree &&
    /^(?:DET|PRON)$/.test(before?.pos ?? '') &&
    /^(?:the|an?|our|my|this|that|every|each|his|her|their)$/.test(before?.word ?? '');
  if (isOwned && !/^(?:on )?the /.test(words)) return false;
  // "finished it in 2 weeks" says how long it took.
  if (/^in (?:\d+ ?[a-z]|[a-z]+ [a-z]*(?:day|week|month|year))/.test(words) && tokens.some(isPast))
    return false;
  const bare = words.replace(/^on /, '');
  if (STRONG.test(bare)) return !(isInPhrase && /week-?end$/.test(bare) && !isLed);
  const isEnd = next === undefined || isBreak(last);
  const isBare = /^\d{1,2}[/.]\d{1,2}\.?$/.test(bare);
  if (isBare) return isLed || isFree || (isEnd && before?.pos !== 'NOUN' && before?.pos !== 'NUM');
  if (SHORT.test(bare)) return isLed || (from > 0 && isEnd && (isFree || first.pos !== 'VERB'));
  if (from === 0 && isInPhrase && first.isCapital && /^[a-z]+ \d/.test(words)) return false;
  return from === 0 || !isInPhrase;
}

/** "as of monday" */
function isAsOf(tokens: readonly Token[], from: number): boolean {
  return tokens[from - 1]?.word === 'of' && tokens[from - 2]?.word === 'as';
}

/** "Spoke to Ana. She's leaving in January": a day in what is said of her is not when we spoke. */
function isElsewhere(tokens: readonly Token[], from: number): boolean {
  for (let at = from - 1; at > 0; at--) {
    const before = tokens[at - 1];
    if (before === undefined || !isBreak(before)) continue;
    if (/^(?:he|she|they)(?:['’]|$)/.test(tokens[at]?.word ?? '')) return true;
  }
  return false;
}

/** "met Lee yesterday, met Kim today": what follows a day is something else that happened, and not what the first was about. */
function isAnother(tokens: readonly Token[], first: When, second: When): boolean {
  // "…, today coffee with Kim": the day may come first in its part.
  return beginsPart(tokens, first.to) || beginsPart(tokens, second.from, second.to);
}

/** Whether a new part begins at a place, behind a break or an "and"; no part that is about the one before. */
function beginsPart(tokens: readonly Token[], at: number, contentAt = at): boolean {
  const isJoin = (token: Token | undefined) =>
    /^(?:and|but|then|plus|also)$/.test(token?.word ?? '');
  const before = tokens[at - 1];
  const isJoined = isJoin(tokens[at]) || isJoin(before);
  if (before === undefined || !(isJoined || isBreak(before))) return false;
  const first = tokens.slice(contentAt).find((token) => !isJoin(token));
  if (first === undefined || /^(?:he|she|they|it|who|which|that|where)$/.test(first.word))
    return false;
  return isJoined || !/^(?:ADP|SCONJ)$/.test(first.pos);
}

/** "finished the audit we started on 3 nov": a day in a clause about a thing is when the thing began. */
function isInRelative(tokens: readonly Token[], from: number): boolean {
  for (let at = from - 1; at > 1; at--) {
    const [before, token, next] = [tokens[at - 1], tokens[at], tokens[at + 1]];
    if (before === undefined || token === undefined || isBreak(token)) return false;
    const isRelative = /^(?:we|i|they|he|she|that|which)$/.test(token.word) && !isBreak(before);
    const isBegun = BEGINNING.test(next?.lemma ?? '') && next?.pos === 'VERB';
    if (isRelative && isBegun && /^(?:NOUN|PROPN)$/.test(before.pos))
      return tokens.slice(0, at).some(isPast);
  }
  return false;
}

const BEGINNING = /^(?:start|begin|open|plan|schedule|agree|promise|order|book|propose)$/;

function isPast({ pos, lemma, word }: Token): boolean {
  return pos === 'VERB' && lemma !== word && !/(?:ing|[^s]s)$/.test(word);
}

function refusal({ problem, readings }: DayFound, words: string): Failure {
  if (readings !== undefined) return ambiguous(words, readings);
  const hint = 'Give one day: 2026-11-20, yesterday, last friday, 3 days ago, nov 5.';
  if (problem === 'range')
    return new Failure('bad-date', `"${words}" covers more than one day`, hint);
  if (problem === 'vague') return new Failure('bad-date', `"${words}" doesn't say which day`, hint);
  return new Failure('bad-date', `"${words}" isn't a date I understand`, hint);
}

/** "3 sleeps ago", "last fryyday", "on the 45th", and a "yesterday" that nothing took. */
function looksLikeDay(
  tokens: readonly Token[],
  { word, isWord, role }: Token,
  at: number,
): boolean {
  if (role !== 'thing') return false;
  const before = tokens[at - 1]?.word ?? '';
  if (word === 'ago' && at > 0) return true;
  const isLoose = /^(?:yesterday|tomorrow|tonight)$/.test(word) && !tokens[at]?.isQuote;
  if (isLoose && !NOT_WHEN.test(before) && !/^(?:DET|ADJ)$/.test(tokens[at - 1]?.pos ?? ''))
    return true;
  if (/^(?:on|last|next|this)$/.test(before) && /d[ae]y$|dya$/.test(word) && !isWord) return true;
  const isDate = before === 'the' && tokens[at - 2]?.word === 'on';
  // "Coffee with Ana 3rd", but not "came 3rd".
  const isBehindName = at > 1 && tokens[at - 1]?.isCapital === true;
  return (
    (isDate || isBehindName) && /^\d{1,2}(?:st|nd|rd|th)$/.test(word) && at + 1 === tokens.length
  );
}

/** The words in small letters, one space between them, and the token that a letter of it belongs to. */
function textOf(tokens: readonly Token[], isName: (at: number) => boolean) {
  let text = '';
  const owners: number[] = [];
  tokens.forEach(({ core, word, tail, raw, isWord, isQuote, isMention, isPossessive }, index) => {
    const isHidden = isQuote || isMention || isName(index);
    const plain = isPossessive ? core.replace(/['’]s$/i, '') : core;
    const small = plain.toLowerCase();
    const shown = isHidden ? '§' : ((isWord ? null : correctDayWord(word)) ?? (small || raw));
    const end =
      isBreak({ core, tail } as Token) && tail !== ','
        ? ' |'
        : tail === '.' || tail === ','
          ? tail
          : '';
    const next = tokens[index + 1]?.word ?? '';
    // "20.11.", "20. 11. 2026" and "20. November", as much of Europe writes it.
    const isDate =
      /^\d{1,2}\.\d{1,2}$/.test(plain) ||
      (/^(?:\d{1,2}\.?[-–])?\d{1,2}$/.test(plain) && /^\d{1,4}\b|^[a-z]{3}|^of$/.test(next));
    const dotted = isDate && tail === '.' ? '.' : '';
    const piece = `${shown}${dotted || end} `;
    for (let one = 0; one < piece.length; one++) owners.push(index);
    text += piece;
  });
  return { text: text.trimEnd(), at: (position: number) => owners[position] ?? tokens.length - 1 };
}
