/** What a feedback session may be called. Its title may hold what was said, so only words that merely name a session pass. */

const SESSIONS =
  /^(?:review|feedback|session|mentoring|mentorship|coaching|retro|retrospective|1:1|one-on-one|appraisal|check-in|evaluation|talk|meeting|conversation|chat|reviews|sessions)$/u;
/** Words that keep their capital. */
const CAPITAL =
  /^(?:[QH]\d|FY\d+|January|February|March|April|May|June|July|August|September|October|November|December)$/u;
const NEUTRAL =
  /^(?:q[1-4]|h[12]|fy\d{2,4}|\d{1,4}|\d{4}\/\d{2,4}|annual|yearly|mid-year|midyear|half-year|half-yearly|quarterly|monthly|weekly|biweekly|end-of-year|year-end|year|quarter|month|week|day|\d{1,3}-day|performance|design|code|architecture|peer|360|360-degree|sprint|project|team|career|mentor|mentoring|coaching|feedback|skip-level|first|second|third|1:1|one-on-one|probation|january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|fall|winter|portfolio|presentation|demo|pull|request|the|our|my)$/u;

/**
 * A neutral name of the session: `the Q3 review`.
 * @param title a cleaned title
 * @returns null where the title does not end, before any preposition, in the name of a session
 */
export function sessionPhrase(title: string): string | null {
  const main = title
    // What follows a colon may be what was said.
    .replace(/:\s.*$/u, '')
    .replace(/\s*[([].*$/u, '')
    .replace(/\s+(?:with|on|of|for|about|from|by|in|at|after|to)\s.*$/i, '');
  const scope = /\(([A-Z]{2,5}|[QH][1-4](?:\s\d{4})?|\d{4})\)/u.exec(title);
  const dated = /^(.*\S)\s+(\d{4})$/u.exec(main);
  const words = (dated?.[1] ?? main).split(/\s+/u);
  if (!SESSIONS.test((words.at(-1) as string).toLowerCase())) return null;
  let start = words.length - 1;
  while (start > 0 && NEUTRAL.test((words[start - 1] as string).toLowerCase())) start -= 1;
  const kept = words
    .slice(start)
    .map((word) => (CAPITAL.test(word) ? word : word.toLowerCase()))
    .join(' ')
    .replace(/^(?:the|our|my)\s+/i, '');
  const year = start === 0 && dated?.[2] ? ` ${dated[2]}` : '';
  const isWhole = start === 0 && scope !== null;
  const session = /^(?:feedback|mentoring|coaching|mentorship)$/u.test(
    kept.split(' ').at(-1) as string,
  )
    ? `${kept} session`
    : kept;
  return `${session.endsWith('1:1') || session === 'one-on-one' ? 'our' : 'the'} ${session}${year}${isWhole ? ` ${scope[0]}` : ''}`;
}
