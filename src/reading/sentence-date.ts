import { FUNCTION_WORDS, JOINING } from './sentence-lexicon.ts';
import { isBreak, type Token } from './sentence-tokens.ts';

/** The tokens from `from` up to `to` are the day, `on` and all; `words` are the day itself. */
export interface DateSpan {
  from: number;
  to: number;
  words: string;
}

const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const WEEKDAY = '(?:(?:sun|mon|tues|wednes|thurs|fri|satur)day|tues|thurs)';
const SHORT_WEEKDAY = '(?:sun|mon|tue|wed|thur?|fri|sat)';
const DATE = '\\d{1,2}(?:st|nd|rd|th)?';
const PART = '(?: (?:morning|afternoon|evening|night))?';
const COUNT =
  '(?:\\d{1,5}|an?|a couple of|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)';
const SPAN = '(?:d|days?|w|weeks?|fortnights?|months?|years?)';
const YEAR = '(?: \\d{4})?';
const whole = (...forms: string[]) => new RegExp(`^(?:${forms.join('|')})$`);

/** Days, and nothing else, wherever a clause ends. */
const STRONG = whole(
  '\\d{4}-\\d{1,2}-\\d{1,2}',
  `(?:today|yesterday|tomorrow)${PART}|tonight|last night|this (?:morning|afternoon|evening)`,
  '(?:the )?day (?:before yesterday|after tomorrow)',
  `${COUNT} ?${SPAN} (?:ago|from now)`,
  `(?:last|past|next|this|coming) (?:${WEEKDAY}|${SHORT_WEEKDAY})${PART}`,
  '(?:last|past|next|this) (?:week|weekend|month|year)',
  `(?:last|next) ${MONTH}`,
);
const AHEAD = whole(`in ${COUNT} ${SPAN}`);
/** Days at the end of the sentence; elsewhere they may be part of a name ("the March 5 release"). */
const MEDIUM = whole(
  `${WEEKDAY}${PART}`,
  `(?:${WEEKDAY} |${SHORT_WEEKDAY} )?(?:${MONTH} (?:the )?${DATE}|${DATE}(?: of)? ${MONTH})${YEAR}`,
  `in ${MONTH}${YEAR}`,
  '\\d{1,2}([/.-])\\d{1,2}\\1\\d{4}|\\d{4}[/.]\\d{1,2}[/.]\\d{1,2}',
);
/** Days only behind a person or "on": "Code review 10/10" is a mark. */
const WEAK = whole(
  SHORT_WEEKDAY,
  '\\d{1,2}/\\d{1,2}(?:/\\d{2})?',
  `${MONTH} \\d{4}`,
  'the \\d{1,2}(?:st|nd|rd|th)',
);
/** Days only behind "on" or before ":". */
const FAINT = whole('\\d{1,2}\\.\\d{1,2}(?:\\.\\d{2})?');
const FORMS = [STRONG, AHEAD, MEDIUM, WEAK, FAINT];

/** The longest day has so many words: "wednesday the 5th of november 2025" and one to spare. */
const LONGEST = 7;
/** After these, a day is an end, an owner or a topic, not when it happened. */
const NOT_WHEN = /^(for|until|till|by|before|since|after|to|from|of|about|between|through)$/;
const ARTICLE = /^(the|a|an|our|my|this|that|every|each)$/;
/** Days of the week that shops and teams have given names of their own. */
const NAMED_DAY = /^(black|cyber|casual|good|taco|easter|giving|demo)$/;
const FINISHING = /^(shipp|finish|complet|launch|releas|deliver|wrapp|deploy|roll|built)/;

/**
 * Finds when it happened: a day before ": ", behind "on", or at the end. A number, a month that is a
 * name, or a day inside a phrase is none.
 * @param isNamed whether a token belongs to the full name of somebody known
 * @param endsInPerson whether the tokens before a place end in a person
 */
export function findDate(
  tokens: readonly Token[],
  isNamed: (at: number) => boolean,
  endsInPerson: (to: number) => boolean,
): DateSpan | null {
  const isFree = ({ from, to }: DateSpan) => {
    for (let at = from; at < to; at++) if (isNamed(at)) return false;
    return true;
  };
  const found = [leading(tokens), trailing(tokens, endsInPerson), inside(tokens)];
  return found.find((span) => span !== null && isFree(span)) ?? null;
}

/** "Yesterday: coffee with Ana". */
function leading(tokens: readonly Token[]): DateSpan | null {
  const colon = tokens.slice(0, LONGEST + 1).findIndex(({ tail }) => tail.includes(':'));
  const from = tokens[0]?.word === 'on' ? 1 : 0;
  const words = wordsIn(tokens, from, colon + 1);
  return colon >= 0 && FORMS.some((form) => form.test(words))
    ? { from: 0, to: colon + 1, words }
    : null;
}

function trailing(
  tokens: readonly Token[],
  endsInPerson: (to: number) => boolean,
): DateSpan | null {
  const to = tokens.length;
  for (let from = Math.max(0, to - LONGEST); from < to; from++) {
    const words = wordsIn(tokens, from, to);
    if (!FORMS.some((form) => form.test(words))) continue;
    const before = tokens[from - 1];
    if (before?.word === 'on') return { from: from - 1, to, words };
    const span = { from, to, words };
    if (before !== undefined && before.tail === '' && NOT_WHEN.test(before.word)) return null;
    if (STRONG.test(words)) return span;
    if (AHEAD.test(words)) return FINISHING.test(tokens[0]?.word ?? '') ? null : span;
    if (MEDIUM.test(words)) return isLoose(before, words) ? null : span;
    return WEAK.test(words) && endsInPerson(from) ? span : null;
  }
  return null;
}

/** Whether a day belongs to the word before it: "with Friday", "the Friday", "Black Friday". */
function isLoose(before: Token | undefined, words: string): boolean {
  if (before === undefined || before.tail.includes(',')) return false;
  if (/^(with|and|met|&|\+)$/.test(before.word) || ARTICLE.test(before.word)) return true;
  return NAMED_DAY.test(before.word) && !/ /.test(words);
}

/** "Shipped Apollo yesterday with Priya", "Lunch on nov 5 with Tom". */
function inside(tokens: readonly Token[]): DateSpan | null {
  for (let from = 0; from < tokens.length; from++) {
    const isOn = tokens[from]?.word === 'on' && tokens[from]?.tail === '';
    const start = isOn ? from + 1 : from;
    const before = tokens[from - 1];
    for (let to = Math.min(tokens.length, start + LONGEST); to > start; to--) {
      const words = wordsIn(tokens, start, to);
      const span = { from, to, words };
      const isEnd = endsClause(tokens, to);
      if (isOn && isEnd && FORMS.some((form) => form.test(words))) return span;
      if (isOn || (before !== undefined && NOT_WHEN.test(before.word))) continue;
      const isStart = from === 0 && tokens[to]?.word !== 'of';
      if (STRONG.test(words) && (isEnd || isStart)) return span;
      const isSmall = tokens[start]?.isCapital === false || / \d|\d /.test(words);
      const isWith = tokens[to]?.word === 'with';
      if (from > 0 && MEDIUM.test(words) && isSmall && isWith && !isLoose(before, words))
        return span;
    }
  }
  return null;
}

function endsClause(tokens: readonly Token[], to: number): boolean {
  const [last, next] = [tokens[to - 1], tokens[to]];
  if (last === undefined || next === undefined || isBreak(last) || next.core === '') return true;
  return JOINING.has(next.word) || (FUNCTION_WORDS.has(next.word) && next.word !== 'of');
}

/** The words of a span in small letters; empty where it holds a quoted text or a break other than a comma. */
function wordsIn(tokens: readonly Token[], from: number, to: number): string {
  const span = tokens.slice(from, to);
  const isWhole = span.every(
    ({ isQuote, isMention, core, tail }, index) =>
      !isQuote && !isMention && core !== '' && (index === span.length - 1 || /^[.,]?$/.test(tail)),
  );
  return isWhole ? span.map(({ core }) => core.toLowerCase()).join(' ') : '';
}
