/** They asked me something on LinkedIn, and I haven't answered. */

import type { History, Rule, Verdict } from '../src/model.ts';
import { ago, daysBetween, windowFrom } from '../src/text/days.ts';
import { ASKED_TITLE } from '../src/text/site-record.ts';
import { momentKey } from './lib/moments.ts';

const id = 'reply';

const window = { best: 14, closes: 90 };

function match({ person, interactions, today, skipped, answered }: History): Verdict {
  const no = (why: string): Verdict => ({ fires: false, why });
  if (person.connection.status !== 'connected')
    return no(`You and ${person.name} aren't connected yet`);
  const [newest] = interactions;
  if (newest === undefined || newest.title !== ASKED_TITLE || newest.date > today)
    return no(`No question of ${person.name}'s on LinkedIn is waiting for an answer`);
  if (daysBetween(newest.date, today) > window.closes)
    return no(`${person.name} asked you something ${ago(newest.date, today)}; that's too long ago`);
  const key = momentKey(id, newest);
  if (skipped.has(key)) return no(`You skipped this for ${person.name}`);
  if (answered.has(key)) return no(`You've answered ${person.name}`);
  const reason = `${person.name} asked you something on LinkedIn ${ago(newest.date, today)}, and the archive has no answer of yours`;
  return {
    fires: true,
    why: reason,
    moment: {
      action: 'check-in',
      kind: null,
      interaction: newest,
      window: windowFrom(newest.date, window),
      reason,
      key,
    },
  };
}

export const reply: Rule = {
  id,
  title: 'A question of theirs without an answer',
  why: 'A late answer is better than none, and they wrote first.',
  source:
    'Article, "Be Professional and Courteous". The idea and the numbers are ours: two weeks are late, and after a quarter of a year they have forgotten.',
  window,
  weight: 45,
  kinds: ['engagement'],
  finds: [{ by: 'question' }],
  match,
  tip: 'Read on LinkedIn what they asked, and put your answer in',
  wording: {
    'check-in': [
      "fresh | Thanks for your message. Sorry I didn't get back to you straight away.",
      "fresh | Sorry for the wait, I've only just got round to my messages.",
      "!fresh | Sorry it's taken me so long to answer your message. How are you?",
      "!fresh | I've only just seen that I never answered you, sorry about that. How are things?",
      '!fresh | I owe you an answer, and I am sorry for the wait. How have you been?',
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
      title: 'When you have written since',
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
