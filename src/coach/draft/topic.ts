/** A title, as typed in any grammar, becomes a noun phrase that an English sentence can hold. */

import { withoutVerb } from '../../../rules/titles.ts';
import type { Kind } from '../../model.ts';
import { calmed, plainLine, withoutEnd } from './clean.ts';
import { newsPhrase } from './news.ts';
import { interestPhrase, nounPhrase } from './noun.ts';
import { sessionPhrase } from './session.ts';
import { talkPhrase } from './talk.ts';

const NEWS_VERB =
  /^(?:is|was|has|got|won|made|gave|became|joined|moved|started|passed|earned|received|promoted|appointed|named|elected|selected|published|launched|left|finished|completed|graduated)\b/i;

/** What to call it where the title says nothing. */
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
 * What a title names, for a sentence: `the Ledger migration`, `Apollo`, `"Fix flaky tests"`.
 * @param title as typed, in any grammar
 * @param names what the reader is called; "Coffee with Priya" is then just coffee
 * @returns a noun phrase that can follow "on", "of" or "about" ("at", for an event); never empty
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

/** What was worked on or attended; of a project the deed is kept, where it makes a better name. */
function workPhrase(typed: string, kind: Kind): string {
  const title = typed.replace(/^(?:her|his|their)\s+(?=\S)/i, 'your ');
  const thing = withoutVerb(title, kind);
  if (!/[\p{L}\p{N}]/u.test(thing)) return PLAIN[kind];
  return kind === 'project' ? nounPhrase(title, true) : nounPhrase(thing);
}

/** "Priya promoted to Staff", said to Priya, is "promoted to Staff". */
function withoutSubject(text: string, name: string): string {
  if (!text.toLowerCase().startsWith(`${name.toLowerCase()} `)) return text;
  const rest = text.slice(name.length + 1);
  return NEWS_VERB.test(rest) ? rest : text;
}

/** A title as one clean line, without the reader's own name in it where a sentence to them would not have it. */
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
