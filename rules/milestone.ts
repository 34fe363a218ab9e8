/** Their promotion, new job or award: congratulate them, connected or not. */

import type { Facts, Forms, History, Interaction, Match, Rule, Verdict } from '../src/model.ts';
import { ago, windowFrom } from '../src/text/days.ts';
import { GENTLE, isHardNews } from './lib/hard.ts';
import { findOpenInteraction, momentKey } from './lib/moments.ts';
import { titleOf } from './lib/titles.ts';
import { fondly } from './lib/wording.ts';

const id = 'milestone';

const window = { best: 7, closes: 30 };

function responseTo(interaction: Interaction): Pick<Match, 'action' | 'kind'> {
  return isHardNews(interaction)
    ? { action: 'check-in', kind: null }
    : { action: 'congratulate', kind: 'milestone' };
}

function match(history: History): Verdict {
  const { person, answered, today } = history;
  const found = findOpenInteraction(history, {
    id,
    kind: 'milestone',
    window,
    missing: `No promotion, new job or award of ${person.name} is logged`,
  });
  if ('why' in found) return { fires: false, why: found.why };
  const { interaction } = found;
  const title = titleOf(interaction);
  const key = momentKey(id, interaction);
  if (answered.has(key)) return { fires: false, why: `You've already written about it: ${title}` };
  const { action, kind } = responseTo(interaction);
  const news = action === 'congratulate' ? 'good news' : 'news';
  const reason = `${person.name} had ${news} ${ago(interaction.date, today)}: ${title}`;
  return {
    fires: true,
    why: reason,
    moment: {
      action,
      kind,
      interaction,
      window: windowFrom(interaction.date, window),
      reason,
      key,
    },
  };
}

/** A sentence about what we share that starts with `opening`; empty if nothing is logged. */
function memory(facts: Facts, opening: string): string {
  return facts.shared ? ` ${opening} ${facts.shared}.` : '';
}

/** Whether the news is about their private life, where "well deserved" doesn't fit. */
function isHome({ news }: Facts): boolean {
  return /\b(?:baby|twins|daughter|son|(?:grand)?(?:father|mother|parents?)|dad|mum|mom|wedding|married|marriage|marrying|engaged|engagement|birthday|retir\w+)\b/i.test(
    news,
  );
}

function deserved(facts: Facts): string {
  return isHome(facts) ? '' : '; it is well deserved';
}

function praise(facts: Facts): string {
  return isHome(facts) ? 'my heartfelt congratulations' : 'well done, and congratulations';
}

/** For hard news: no details of it, and no praise. */
const CARING: Forms = {
  context: [
    (facts) => [
      `I heard your news, and have been thinking of you.${memory(facts, 'I still think of')}`,
      'I heard your news, and have been thinking of you.',
    ],
    (facts) => [
      `your news has been on my mind, and so have you.${memory(facts, 'I was thinking back to')}`,
      'your news has been on my mind, and so have you.',
    ],
    (facts) => [
      `since I heard your news, you have been on my mind.${memory(facts, 'I think back to')}`,
      'since I heard your news, you have been on my mind.',
    ],
    (facts) => [
      `I wanted to say hello after your news.${memory(facts, 'I have thought back to')}`,
      'I wanted to say hello after your news.',
    ],
  ],
  intent: GENTLE.intent,
};

export const milestone: Rule = {
  id,
  title: 'Good news of theirs',
  why: 'Congratulations are welcome from anyone, and most of all while the news is new.',
  source:
    'Article, "How often should I engage": a timely congratulation on a job change or an achievement; also "When is the best time to connect". Timely is taken as a week, and the month it names as the end.',
  window,
  weight: 60,
  kinds: ['milestone'],
  finds: [{ by: 'kind' }],
  match,
  writesAbout: (_history, interaction) =>
    interaction.kind === 'milestone' ? responseTo(interaction) : null,
  introduces: 'strangers',
  forms: {
    congratulate: {
      context: [
        (facts) => [
          `congratulations on ${facts.news}!${memory(facts, 'I still think of')}`,
          `congratulations on ${facts.news}!`,
        ],
        (facts) => [
          `I was so glad to hear your news: congratulations on ${facts.news}.${memory(facts, fondly(facts.shared))}`,
          `I was glad to hear your news: congratulations on ${facts.news}.`,
          `congratulations on ${facts.news}.`,
        ],
        (facts) => [
          `warm congratulations on ${facts.news}${deserved(facts)}.${memory(facts, 'I am still grateful for')}`,
          `warm congratulations on ${facts.news}${deserved(facts)}.`,
          `warm congratulations on ${facts.news}.`,
        ],
        (facts) => [
          `${praise(facts)} on ${facts.news}!${memory(facts, 'I was thinking back to')}`,
          `${praise(facts)} on ${facts.news}!`,
          `congratulations on ${facts.news}!`,
        ],
      ],
      intent: [
        () => ['I hope that it all goes well, and that we stay in touch.', 'I hope it goes well.'],
        (facts) =>
          isHome(facts)
            ? [
                'I wish you all the best, and hope that we stay in touch.',
                'I wish you all the best.',
              ]
            : [
                'I wish you every success, and look forward to hearing how it goes.',
                'I wish you every success.',
              ],
        () => ["I'm very happy for you, and hope that we stay in touch.", "I'm happy for you."],
        (facts) =>
          isHome(facts)
            ? ['I wish you much joy, and look forward to staying in touch.', 'I wish you much joy.']
            : [
                'I look forward to seeing what you do next, and to staying in touch.',
                'I look forward to what you do next.',
              ],
      ],
    },
    'check-in': CARING,
  },
  examples: [
    {
      title: 'Two days after Priya was laid off, with a kind word and no congratulation',
      fires: true,
      given: {
        today: '2026-11-22',
        person: { connection: { status: 'connected', since: '2026-01-10' } },
        interactions: [
          { kind: 'milestone', date: '2026-11-20', title: 'Laid off' },
          { kind: 'project', date: '2026-03-02', title: 'Apollo launch' },
        ],
      },
    },
    {
      title: 'The day after Priya was promoted',
      fires: true,
      given: {
        today: '2026-11-22',
        person: { connection: { status: 'connected', since: '2026-01-10' } },
        interactions: [
          {
            kind: 'milestone',
            date: '2026-11-21',
            title: 'Promoted to Staff Engineer',
          },
        ],
      },
    },
    {
      title: 'After the congratulation was sent and logged',
      fires: false,
      given: {
        today: '2026-11-22',
        interactions: [
          {
            kind: 'milestone',
            date: '2026-11-20',
            title: 'Promoted to Staff Engineer',
          },
          {
            kind: 'engagement',
            date: '2026-11-21',
            title: 'Congratulated her',
            answers: `${id}:1`,
          },
        ],
      },
    },
    {
      title: 'After a chat about something else',
      fires: true,
      given: {
        today: '2026-11-22',
        interactions: [
          { kind: 'milestone', date: '2026-11-20', title: 'Promoted to Staff Engineer' },
          { kind: 'engagement', date: '2026-11-21', title: 'Asked about the rota' },
        ],
      },
    },
  ],
};
