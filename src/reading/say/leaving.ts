/** Who leaves or left, and whether it lies ahead. */
import { Failure } from '../../failure.ts';
import type { Day, Leaving } from '../../model.ts';
import { addDays } from '../../text/days.ts';
import { parseDay } from '../day.ts';
import { cleanNote } from './note.ts';

const ME = /\b(?:i|i'm|i've|im|ive|i'll|my|me)\b/iu;
const BOTH =
  /\b(?:we|both|everyone|everybody|all of us)\b|\b(?:office|site|shop|branch|factory|plant|works|mill|mine|pit|yard|company|firm|team|unit|ward|hotel|restaurant|theatre|station|depot|school)s?\b.*\b(?:clos\p{L}*|shut\p{L}*|mov\p{L}* away|gone|laid off|cut)\b/iu;
const THEM = /\b(?:she|he|they|her|his|their|she's|he's|they're|you|your)\b/iu;
/** Without a subject it is said of the person it is logged with. */
const BARE =
  /^(?:(?:is|will be|has) )?(?:left|leaves|leaving(?! (?:do|drinks|party))|moved|moving|moves|retir\p{L}*|quit\p{L}*|resign\p{L}*|went|going|off to|emigrat\p{L}*|goes|laid off|let go|made redundant|joined|joining|transferr?\p{L}*)\b/iu;
/** A move, which may be within the firm, or a leave that ends. */
const MOVE =
  /\b(?:mov\p{L}*|transferr?\p{L}*|switch\p{L}*|going|went|goes)\b(?: over| across)? to\b.*\b(?:team|site|depot|department|dept|ward|branch|unit|shift|desk|floor|office|section|station|route|crew|wing)s?\b|\b(?:mov\p{L}*|transferr?\p{L}*)\b(?: over| across)? to\b|\b(?:maternity|paternity|parental|sabbatical|secondment)\b/iu;
const GONE =
  /\b(?:left|(?<!\bon )leav(?:e|es|ing)(?! for (?:maternity|parental))|retir\p{L}*|quit\p{L}*|resign\p{L}*|compan(?:y|ies)|firm)\b/iu;
const RETIRING = /\bretir\p{L}*|\bpension\b/iu;
/** Said before the day. */
const AHEAD =
  /\b(?:is|are|am|'s|'m|'re|will be|she's|he's|they're|i'm|im)\s+(?:leaving|retiring|moving|going|off|quitting|joining|starting|transferring)\b|\b(?:leaves|retires|moves|goes)\b|\bi (?:leave|move|go|retire)\b|\blast (?:day|shift|week)(?: (?:here|with us|at [^,]+?))? (?:is|will|on|next|this|in|fri|mon|tue|wed|thu|sat|sun|tomorrow|\d)|\bwill (?:leave|retire|be leaving|move)\b|\b(?:leaving|retiring|moving|going|off)\b.*\b(?:next|tomorrow|soon|end of|in (?:a|two|three|\d)|on |at christmas|this (?:fri|week|month))|\bhanded in\b|\bgave notice\b|\bresigned\b|\bnotice\b|\b(?:retiring|leaving)$|\bmy leaving\b/iu;
const PAST =
  /\b(?:left|retired|moved|was|were|has gone|gone|went|finished|quit|last week|yesterday|already|had)\b/iu;
/** A name of its own behind "left" or "last day at". */
const PLACE =
  /\b(?:left|leaves|leaving|last (?:day|week|shift) (?:at|with))\s+(?!Drinks\b|Party\b|Do\b)(\p{Lu}[\p{L}\p{N}&.'-]*(?:\s(?:& )?\p{Lu}[\p{L}\p{N}&.'-]*)*)(?<![.'-])/u;
const WHEN =
  /\b(?:(?:on|by|until|till|from|is|leaves|leaving|retiring|retires|day)\s+)((?:next\s+|this\s+)?(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|tomorrow|today|(?:the\s+)?\d{1,2}(?:st|nd|rd|th)?(?:\s+(?:of\s+)?\p{L}{3,9})?|\p{L}{3,9}\s+\d{1,2}(?:st|nd|rd|th)?|\d{4}-\d\d-\d\d)\b|\b(next (?:week|month|mon\p{L}*|tue\p{L}*|wed\p{L}*|thu\p{L}*|fri\p{L}*)|tomorrow|end of (?:the )?(?:month|year))\b/iu;

/**
 * What a departure's title says.
 * @param day when it was logged for
 * @param people what each of those who took part is called
 */
export async function readLeaving(
  title: string,
  day: Day,
  people: ReadonlyArray<readonly string[]>,
): Promise<Leaving> {
  const line = cleanNote(title);
  const isLast = /\blast (?:day|shift)\b/iu.test(line) && !PAST.test(line);
  const named = (await dayIn(line, day)) ?? (isLast ? day : null);
  const isAhead = named === null ? AHEAD.test(line) && !PAST.test(line) : named > day;
  // "I move to the airport on Monday": the day of the new place.
  const until = /\b(?:mov\p{L}*|start\p{L}*|join\p{L}*|going|goes|off to)\b/iu.test(line)
    ? null
    : named;
  return {
    leaves: MOVE.test(line) && !GONE.test(line) ? null : who(line, people),
    until,
    isAhead,
    isRetiring: RETIRING.test(line),
    place: PLACE.exec(line)?.[1] ?? null,
  };
}

function who(line: string, people: ReadonlyArray<readonly string[]>): Leaving['leaves'] {
  const isNamed = people
    .flat()
    .some((name) =>
      [name, ...name.split(/\s+/u)].some(
        (part) => part.length > 1 && /^\p{Lu}/u.test(part) && line.includes(part),
      ),
    );
  if (isNamed && people.length === 1) return 'you';
  if (isNamed) return null;
  if (ME.test(line)) return 'me';
  if (BOTH.test(line)) return 'both';
  if (THEM.test(line)) return people.length === 1 ? 'you' : null;
  return BARE.test(line) ? 'you' : null;
}

/** The day that the title names as the last; null for none, or none that is surely read. */
async function dayIn(line: string, day: Day): Promise<Day | null> {
  const found = WHEN.exec(line);
  const words = (found?.[1] ?? found?.[2])?.replace(/^the\s+/iu, '');
  if (words === undefined) return null;
  const month = /^end of (?:the )?(month|year)$/iu.exec(words)?.[1]?.toLowerCase();
  if (month === 'year') return `${day.slice(0, 4)}-12-31`;
  if (month === 'month') return endOfMonth(day);
  if (/^next (?:week|month)$/iu.test(words)) return addDays(day, /week/iu.test(words) ? 7 : 30);
  try {
    const read = await parseDay(words, addDays(day, -1), { leaning: 'future', order: null });
    return read > addDays(day, 200) ? null : read;
  } catch (error) {
    if (error instanceof Failure) return null;
    throw error;
  }
}

function endOfMonth(day: Day): Day {
  let last = day;
  while (addDays(last, 1).slice(0, 7) === day.slice(0, 7)) last = addDays(last, 1);
  return last;
}
