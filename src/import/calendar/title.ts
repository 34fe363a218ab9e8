/** What a calendar's title says of the meeting itself: without the marks of how sure or new it is; or that somebody is away. */
import { fold } from '../../text/fold.ts';
import { isKnownName } from '../../text/nicknames.ts';
import { cleanLine } from '../decode.ts';

/** How sure, how new or whose copy it is, in the languages of common calendars. */
const MARK =
  'tbc|tbd|tba|to be (?:confirmed|decided|determined|announced|scheduled)|tentative(?:ly)?|provisional(?:ly)?|unconfirmed|confirmed|placeholder|hold(?: the date)?|save the date|on hold|(?:new|changed) (?:time|date|room|invite|invitation)|updated(?: invit(?:e|ation))?|invit(?:e|ation)|accepted|optional|reminder|vorläufig|unbestätigt|unter vorbehalt|aktualisiert|einladung|à confirmer|provisoire|por confirmar|provisional|da confermare|provvisorio|onder voorbehoud|voorlopig|preliminär|att bekräfta';
const COPY = '(?:(?:fwd?|wg|re|aw|tr|rv|sv|vs) ?: *)+';
/** Those that nobody calls a meeting by, so they need nothing between them and the title. */
const SHORT_MARK = '(?:TBC|TBD|TBA|T\\.B\\.[CDA]\\.)';
const IN_BRACKETS = `[[(<*]{1,2} ?(?:${MARK}) ?[?!.]*[\\])>*]{1,2}`;

const AT_START = new RegExp(
  `^(?:${COPY}|${IN_BRACKETS}[\\s:–—-]*|(?:${MARK}) ?: *|(?:${MARK}) [–—-] )`,
  'iu',
);
const AT_END = new RegExp(
  `(?:[\\s:–—-]+| ?: ?)?(?:${IN_BRACKETS}|(?<=[ :][–—-] |: ?)(?:${MARK}))[?!. ]*$`,
  'iu',
);
const SHORT_AT_START = new RegExp(`^${SHORT_MARK}[\\s:–—-]+`, 'u');
const SHORT_AT_END = new RegExp(`[\\s:–—-]+${SHORT_MARK}[?!. ]*$`, 'u');
const ALONE = new RegExp(`^(?:${MARK}|${IN_BRACKETS})[?!.]*$`, 'iu');
/** A longer title is a text, and left alone. */
const LONGEST = 300;

/** A title without such marks at its ends: "TBC: Budget review" and "Budget review (tentative)"; '' if it's nothing else. */
export function plainTitle(title: string): string {
  let rest = title;
  while (rest.length <= LONGEST) {
    if (ALONE.test(rest)) return '';
    const shorter = [AT_START, SHORT_AT_START, AT_END, SHORT_AT_END].reduce(
      (text, mark) => text.replace(mark, ''),
      rest,
    );
    if (shorter === rest) break;
    rest = cleanLine(shorter).replace(/[\s:–—-]+$/u, '');
  }
  return rest;
}

/** Being away, as people put it in a shared calendar; folded. */
const AWAY =
  "(?:on )?(?:ooo|oof|o\\.o\\.o\\.?|out of (?:the )?office|pto|(?:paid |unpaid )?time off|(?:annual|sick|parental|maternity|paternity|compassionate|study|carer'?s) leave|leave|vacation|holidays?|(?:a )?(?:half[- ])?day off|off sick|sick(?: day)?|away|absent|not working|abwesend|abwesenheit|urlaub|krank|elternzeit|frei|conges?|absence|absent|arret maladie|vacances|rtt|vacaciones|ausente|baja|ferie|assente|malattia|vakantie|verlof|afwezig|ziek|semester|ledig)";
/** After it: until when, or why. */
const MORE =
  '(?: *[-–—:(,/].*| (?:until|till|til|from|for|back|all day|today|tomorrow|bis|ab|jusqu|hasta|fino|tot|\\d).*)?';
const DAY_OFF = new RegExp(
  `^(?:bank|public|national|company|office|team|summer|winter|christmas|easter) (?:holidays?|vacation|shutdown|closure)${MORE}$`,
  'u',
);
const ABSENCE = new RegExp(
  `^(?:(?<before>.*?)(?:'s| is| ist| est)?(?: *[-–—:(,/] *| ))??${AWAY}\\)?(?:(?: for)? (?<name>\\p{L}[\\p{L}\\p{M}'’.-]*(?: \\p{L}[\\p{L}\\p{M}'’.-]*)?))??${MORE}$`,
  'u',
);

/**
 * Whether a title says that somebody is away, which is no meeting: "OOO", "Tom – annual leave", "Urlaub Lea"; not
 * "PTO policy" or "Holiday party".
 * @param guests the names of those who were invited
 */
export function isAbsence(title: string, guests: readonly string[]): boolean {
  if (title.length > LONGEST) return false;
  const text = fold(title);
  if (DAY_OFF.test(text)) return true;
  const found = ABSENCE.exec(text);
  if (found === null) return false;
  const known = new Set(guests.flatMap((name) => fold(name).split(/[\s,]+/)));
  return [found.groups?.before, found.groups?.name].every((name = '') =>
    isNobodyElse(name.replace(/'s$/u, '').trim(), known),
  );
}

/** Whether words are a name, or none. */
function isNobodyElse(words: string, known: ReadonlySet<string>): boolean {
  const [first = '', ...others] = words.split(' ');
  if (words === '') return true;
  return others.length < 3 && (isKnownName(first) || known.has(first));
}
