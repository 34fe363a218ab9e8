/** Turns a title, typed in any grammar, into a noun phrase for an English sentence. */

import { withoutVerb } from '../../../rules/lib/titles.ts';
import type { Kind } from '../../model.ts';
import { newsPhrase } from './news.ts';
import { interestPhrase, nounPhrase } from './noun.ts';
import { calmed, plainLine, withoutEnd } from './plain-text.ts';
import { talkPhrase } from './talk.ts';

const NEWS_VERB =
  /^(?:is|was|has|got|won|made|gave|became|joined|moved|started|passed|earned|received|promoted|appointed|named|elected|selected|published|launched|left|finished|completed|graduated)\b/i;

/** Used if the title says nothing. */
const PLAIN: Readonly<Record<Kind, string>> = {
  'new-job': 'our first weeks of working together',
  project: 'our last project',
  event: 'the event we both attended',
  interest: 'the same things',
  feedback: 'our feedback session',
  milestone: 'your good news',
  reorg: 'us at work',
  departure: 'the time we worked together',
  meeting: 'our talk',
  engagement: 'our last exchange',
};

/**
 * A title as a noun phrase: `the Ledger migration`, `Apollo`, `"Fix flaky tests"`.
 * @param title as typed, in any grammar
 * @param names the reader's names, which are left out: "Coffee with Priya" becomes coffee
 * @returns a phrase that can follow "on", "of" or "about" (or "at", for an event); never empty
 */
export function topicPhrase(title: string, kind: Kind, names: readonly string[] = []): string {
  const clean = cleanTitle(title, names, kind);
  if (clean === '' || !/[\p{L}\p{N}]/u.test(clean)) return PLAIN[kind];
  switch (kind) {
    case 'feedback':
      return sessionPhrase(clean) ?? PLAIN.feedback;
    case 'milestone':
      return newsPhrase(clean);
    case 'meeting':
    case 'engagement':
      return talkPhrase(clean, kind) ?? PLAIN[kind];
    case 'interest':
      return interestPhrase(clean);
    default:
      return workPhrase(clean, kind);
  }
}

/** A phrase for work or an event. Only projects can keep their verb. */
function workPhrase(typed: string, kind: Kind): string {
  const title = typed.replace(/^(?:her|his|their)\s+(?=\S)/i, 'your ');
  const thing = withoutVerb(title, kind);
  if (!/[\p{L}\p{N}]/u.test(thing)) return PLAIN[kind];
  return kind === 'project' ? nounPhrase(title, true) : nounPhrase(thing);
}

/**
 * Drops the reader's name as the subject: "Priya promoted to Staff" becomes "promoted to Staff".
 */
function withoutSubject(text: string, name: string): string {
  if (!text.toLowerCase().startsWith(`${name.toLowerCase()} `)) return text;
  const rest = text.slice(name.length + 1);
  return NEWS_VERB.test(rest) ? rest : text;
}

/** Cleans a title to one line and removes the reader's name, or replaces it with "your". */
export function cleanTitle(title: string, names: readonly string[] = [], kind?: Kind): string {
  let text = calmed(withoutEnd(plainLine(title)));
  const outer = /^["“”'‘„«](.*)["“”'’»]$/u.exec(text);
  if (outer?.[1] && !/["“”„«»]/u.test(outer[1])) text = outer[1];
  text = /^\(([^()]*)\)$/u.exec(text)?.[1]?.trim() ?? text;
  for (const name of names) {
    if (name.length < 2 || !text.toLowerCase().includes(name.toLowerCase())) continue;
    if (kind === 'milestone') text = withoutSubject(text, name);
    const safe = name.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
    text = text
      .replace(new RegExp(`\\s+(?:with|and)\\s+${safe}$`, 'iu'), '')
      .replace(new RegExp(`(?<![\\p{L}\\p{N}])${safe}['’]s\\s+(?=\\S)`, 'giu'), 'your ')
      .replace(/^(?:the|our|a)\s+your\s/i, 'your ');
  }
  return withoutEnd(text);
}

/**
 * Names of feedback sessions. A title can reveal what was said, so only these and NEUTRAL words are
 * used.
 */
const SESSIONS =
  /^(?:review|feedback|session|mentoring|mentorship|coaching|retro|retrospective|1:1|one-on-one|appraisal|check-in|evaluation|talk|meeting|conversation|chat|reviews|sessions)$/u;
/** Words that keep their capital letter. */
const CAPITAL =
  /^(?:[QH]\d|FY\d+|January|February|March|April|May|June|July|August|September|October|November|December)$/u;
const NEUTRAL =
  /^(?:q[1-4]|h[12]|fy\d{2,4}|\d{1,4}|\d{4}\/\d{2,4}|annual|yearly|mid-year|midyear|half-year|half-yearly|quarterly|monthly|weekly|biweekly|end-of-year|year-end|year|quarter|month|week|day|\d{1,3}-day|performance|design|code|architecture|peer|360|360-degree|sprint|project|team|career|mentor|mentoring|coaching|feedback|skip-level|first|second|third|1:1|one-on-one|probation|january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|fall|winter|portfolio|presentation|demo|pull|request|the|our|my)$/u;

/**
 * A neutral name for a feedback session: `the Q3 review`.
 * @param title a cleaned title
 * @returns null if the part before any preposition doesn't end in a session name
 */
function sessionPhrase(title: string): string | null {
  const main = title
    // Text after a colon may be what was said.
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
