/** Turns the title of a new job into a clause with "I". */

import type { Me } from '../../model.ts';
import { headWords, isLatin, isName, phraseOf, wordsOf } from './grammar.ts';
import { rolePhrase, teamPhrase } from './intro.ts';
import { withSmallArticle } from './noun.ts';
import { lowerFirst, quoted } from './plain-text.ts';
import { cleanTitle } from './topic.ts';
import { entry, ROLES } from './words.ts';

/** Longer team names, in UTF-16 units, are left out. */
const LONGEST_TEAM = 30;

const PAST_START =
  /^(?:i\s+)?(?:just\s+|recently\s+)?(joined|started|moved|transferred|switched|came|began|returned|relocated)\b/i;
const PAST_OF: Readonly<Record<string, string>> = {
  joining: 'joined',
  starting: 'started',
  moving: 'moved',
  join: 'joined',
};
const FIRST = /^(?:my\s+)?first\s+(?:day|days|week|weeks|month|months|shift)\b/i;
const FIRST_WEEKS =
  /^(?:my\s+)?first\s+(?:few\s+|two\s+)?(?:days|weeks?|months?)\b(?:\s+((?:at|in|on|with)\s.+)|.*)$/i;
const JOB = /^(?:my\s+|a\s+|the\s+)?(?:new\s+)?(?:job|role|position|post|start)\b(?!\s+of\b)(.*)$/i;

/**
 * How I started: `I joined the Billing team`, `I started my new job at Halden`.
 * @param names the reader's names
 */
export function startClause(title: string, me: Me, names: readonly string[]): string {
  const text = cleanTitle(title, names);
  if (!/[\p{L}\p{N}]/u.test(text)) return plainStart(me);
  if (!isLatin(text)) return `I started my new job (${quoted(text)})`;
  const past = PAST_START.exec(text);
  if (past) return `I ${lowerFirst(text.slice(past[0].length - (past[1] as string).length))}`;
  const [first = ''] = text.split(/\s/u);
  const turned = entry(PAST_OF, first.toLowerCase());
  if (turned) return `I ${turned}${text.slice(first.length)}`;
  const since = FIRST_WEEKS.exec(text);
  // Avoids "I had my first week this week".
  if (since) return since[1] ? `I started ${since[1]}` : plainStart(me);
  if (FIRST.test(text)) return `I had my ${lowerFirst(text.replace(/^my\s+/i, ''))}`;
  const job = JOB.exec(text);
  if (job) return `I started my new job${job[1]}`;
  return fromName(text.replace(/^new\s+/i, ''), me);
}

function fromName(text: string, me: Me): string {
  const head = headWords(wordsOf(text));
  const bare = text.replace(/^the\s+/i, '');
  if (/\b(?:team|department|group|squad|division|office|unit|crew|branch)$/i.test(bare))
    return `I joined ${phraseOf(text) === 'determined' ? withSmallArticle(text) : `the ${text}`}`;
  const [role = text, place] = text.split(/\s+(?=(?:at|@)\s)/iu);
  if (ROLES.has(head.at(-1) ?? ''))
    return `I started as ${rolePhrase(role)}${place ? ` ${place}` : ''}`;
  if (bare.toLowerCase() === me.team?.toLowerCase()) return `I joined ${teamPhrase(me.team)}`;
  if (wordsOf(text).length <= 3 && isName(text) && phraseOf(text) !== 'noun')
    return `I joined ${text}`;
  return `I started my new job (${quoted(text)})`;
}

function plainStart(me: Me): string {
  const team = teamPhrase(me.team);
  return team && team.length <= LONGEST_TEAM ? `I joined ${team}` : 'I started my new job';
}
