/** What a person and I have in common, as a noun phrase. */
import { isHardNews } from '../../../rules/lib/hard.ts';
import type { Interaction, Kind, Me } from '../../model.ts';
import { withoutEnd } from './plain-text.ts';
import { startClause } from './start.ts';
import { cleanTitle, topicPhrase } from './topic.ts';

const LEFT =
  /\b(?:[Ll]eft|[Ll]eaves|[Ll]eaving|[Ll]ast\s+(?:day|week)\s+(?:at|with))\s+(?!Drinks\b|Party\b|Do\b)(\p{Lu}[\p{L}\p{N}&.'’-]*(?:\s(?:&\s)?\p{Lu}[\p{L}\p{N}&.'’-]*)*)/u;

/** Their news as something to look back on: `the good news of your promotion`. */
function newsOf(news: string): string {
  if (news.includes('"') || news === topicPhrase('', 'milestone')) return 'your good news';
  return `the good news of ${/^(?:your|the)\s/u.test(news) ? news : `you ${news}`}`;
}

/**
 * What we have in common through an interaction: `our work on the Ledger migration`.
 * @param said the title from `topicPhrase` and as typed, or shorter forms of both
 */
export function sharedPhrase(
  kind: Kind,
  { phrase, title }: { phrase: string; title: string },
  me: Me,
  names: readonly string[],
): string {
  const topic = phrase === '' ? topicPhrase('', kind) : phrase;
  switch (kind) {
    case 'project':
      return topic === topicPhrase('', kind) || /^our (?:work|project)\b/u.test(topic)
        ? topic
        : `our work on ${topic}`;
    case 'event':
      return `our time at ${topic}`;
    case 'interest':
      return `our talk about ${topic}`;
    case 'feedback':
      return topic === topicPhrase('', kind)
        ? 'the feedback you gave me'
        : `the feedback you gave me at ${topic}`;
    case 'new-job':
      return title === ''
        ? topicPhrase('', kind)
        : `our work together since ${startClause(title, me, names)}`;
    case 'milestone':
      return newsOf(topic);
    case 'reorg':
      return topic === topicPhrase('', kind)
        ? 'our work through the changes'
        : `our work through the changes around ${topic}`;
    case 'departure': {
      const place = LEFT.exec(cleanTitle(title, names))?.[1];
      return place ? `our time at ${withoutEnd(place)}` : topicPhrase('', kind);
    }
    case 'meeting':
    case 'engagement':
      return topic;
  }
}

/** `sharedPhrase` for an interaction; generic for hard news. */
export function sharedOf(
  interaction: Interaction,
  said: { phrase: string; title: string },
  me: Me,
  names: readonly string[],
): string {
  const { kind } = interaction;
  const isNews = kind === 'milestone' || kind === 'reorg';
  return isNews && isHardNews(interaction)
    ? topicPhrase('', 'departure')
    : sharedPhrase(kind, said, me, names);
}
