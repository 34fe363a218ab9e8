/** They wrote to me on LinkedIn, and I haven't answered. */

import type { History, Rule, Verdict } from '../src/model.ts';
import { ago, daysBetween, windowFrom } from '../src/text/days.ts';
import { ASKED_TITLE, WROTE_TITLE } from '../src/text/site-record.ts';
import { momentKey } from './lib/moments.ts';

const id = 'reply';

const window = { best: 14, closes: 90 };
/** A message without a question is past answering sooner. */
const MESSAGE_CLOSES_DAYS = 14;

function match({ person, interactions, today, skipped, answered }: History): Verdict {
  const no = (why: string): Verdict => ({ fires: false, why });
  if (person.connection.status !== 'connected')
    return no(`You and ${person.name} aren't connected yet`);
  const [newest] = interactions;
  const hasAsked = newest?.title === ASKED_TITLE;
  if (newest === undefined || !(hasAsked || newest.title === WROTE_TITLE) || newest.date > today)
    return no(`Nothing from ${person.name} on LinkedIn is waiting for an answer`);
  const did = hasAsked ? 'asked you something' : 'wrote to you';
  if (daysBetween(newest.date, today) > (hasAsked ? window.closes : MESSAGE_CLOSES_DAYS))
    return no(`${person.name} ${did} ${ago(newest.date, today)}; that's too long ago`);
  const key = momentKey(id, newest);
  if (skipped.has(key)) return no(`You skipped this for ${person.name}`);
  if (answered.has(key)) return no(`You've answered ${person.name}`);
  const reason = `${person.name} ${did} on LinkedIn ${ago(newest.date, today)}, and the archive has no answer from you`;
  return {
    fires: true,
    why: reason,
    moment: {
      action: 'check-in',
      kind: null,
      interaction: newest,
      window: windowFrom(newest.date, {
        best: window.best,
        closes: hasAsked ? window.closes : MESSAGE_CLOSES_DAYS,
      }),
      reason,
      key,
    },
  };
}

export const reply: Rule = {
  id,
  title: "A message you haven't answered",
  why: 'A late answer is better than none, and they wrote first.',
  source:
    'Article, "Be Professional and Courteous". The idea and the numbers are ours: an answer is late after two weeks, and after three months they\'ll have forgotten what they asked. If they asked nothing, two weeks is the limit. A question counts as unanswered if your archive has nothing from you after it; any other message, only if it has nothing from you at all.',
  window,
  weight: 45,
  kinds: ['engagement'],
  finds: [{ by: 'question', messageWithin: MESSAGE_CLOSES_DAYS }],
  match,
  tip: 'Read it on LinkedIn, and put your answer in',
  wording: {
    'check-in': [
      'fresh | Thanks for your message.',
      'recent, !fresh | Thanks for your message, and sorry for the slow answer.',
      "recent, !fresh | Sorry for the wait, I've only just got round to my messages.",
      "old | Sorry it's taken me so long to answer your message. How are you?",
      "old | I've only just seen that I never answered you, sorry about that. How are things?",
      "old | I owe you an answer, and I'm sorry for the wait. How have you been?",
    ],
  },
  examples: [
    {
      title: 'Three weeks after a question that you never answered',
      fires: true,
      given: {
        today: '2026-11-22',
        person: { connection: { status: 'connected', since: '2025-03-01' } },
        interactions: [{ kind: 'engagement', date: '2026-11-01', title: ASKED_TITLE }],
      },
    },
    {
      title: 'A week after their first message, which you never answered',
      fires: true,
      given: {
        today: '2026-11-22',
        person: { connection: { status: 'connected', since: '2026-11-15' } },
        interactions: [{ kind: 'engagement', date: '2026-11-15', title: WROTE_TITLE }],
      },
    },
    {
      title: "Three weeks after a message that didn't ask anything",
      fires: false,
      given: {
        today: '2026-11-22',
        person: { connection: { status: 'connected', since: '2025-03-01' } },
        interactions: [{ kind: 'engagement', date: '2026-11-01', title: WROTE_TITLE }],
      },
    },
    {
      title: "If you've written to them since",
      fires: false,
      given: {
        today: '2026-11-22',
        person: { connection: { status: 'connected', since: '2025-03-01' } },
        interactions: [
          { kind: 'engagement', date: '2026-11-01', title: ASKED_TITLE },
          { kind: 'engagement', date: '2026-11-03', title: 'Messages on LinkedIn' },
        ],
      },
    },
  ],
};
