import { expect, it } from 'vitest';
import { historyOf } from '../../../rules/lib/example.ts';
import { sharedPhrase } from '../../../src/coach/draft/shared.ts';
import { topicPhrase } from '../../../src/coach/draft/topic.ts';
import type { Kind } from '../../../src/model.ts';

const { me } = historyOf({ today: '2026-11-22' });
const NAMES = ['Priya Shah', 'Priya'];

it.each<[kind: Kind, title: string, shared: string]>([
  ['project', '', 'our last project'],
  ['project', 'Apollo', 'our work on Apollo'],
  ['project', 'our project', 'our project'],
  ['project', 'Our workshop', 'our work on our workshop'],
  ['event', 'Offsite', 'our time at the offsite'],
  ['interest', '', 'our talk about the same things'],
  ['interest', 'jazz', 'our talk about jazz'],
  ['feedback', '', 'the feedback you gave me'],
  ['feedback', 'Q3 review', 'the feedback you gave me at the Q3 review'],
  ['new-job', '', 'our first weeks of working together'],
  ['new-job', 'Joined Billing', 'our work together since I joined Billing'],
  ['milestone', '', 'your good news'],
  ['milestone', 'Promoted to Staff', 'the good news of your promotion to Staff'],
  ['milestone', 'won the award', 'the good news of you winning the award'],
  ['milestone', 'joined Halden', 'the good news of you joining Halden'],
  ['milestone', '结算', 'your good news'],
  ['milestone', 'Best Paper Award', 'the good news of the Best Paper Award'],
  ['milestone', 'named Lead', 'the good news of you being named Lead'],
  ['reorg', '', 'our work through the changes'],
  ['reorg', 'merger with X', 'our work through the changes around the merger with X'],
  ['departure', 'Left Halden', 'our time at Halden'],
  ['departure', 'leaves Acme Corp', 'our time at Acme Corp'],
  ['departure', 'Leaving Halden.', 'our time at Halden'],
  ['departure', 'last day at Acme & Co', 'our time at Acme & Co'],
  ['departure', 'last week with Halden', 'our time at Halden'],
  ['departure', 'Left for Halden', 'the time we worked together'],
  ['departure', 'left the team', 'the time we worked together'],
  ['departure', 'Last week in Rome', 'the time we worked together'],
  ['departure', 'Leaving Drinks', 'the time we worked together'],
  ['departure', 'leaving Party', 'the time we worked together'],
  ['meeting', 'Coffee', 'our coffee'],
  ['engagement', 'her post', 'your post'],
])('a %s titled %j is called: %s', (kind, title, shared) => {
  const phrase = title === '' ? '' : topicPhrase(title, kind, NAMES);
  expect(sharedPhrase(kind, { phrase, title }, me, NAMES)).toBe(shared);
});
