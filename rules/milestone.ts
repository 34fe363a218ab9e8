/** Their promotion, new job or award: congratulate them, connected or not. */

import type { History, Interaction, Match, Rule, Verdict } from '../src/model.ts';
import { ago, windowFrom } from '../src/text/days.ts';
import { isHardNews } from './lib/hard.ts';
import { HARD_NEWS } from './lib/hard-news.ts';
import { findOpenInteraction, momentKey } from './lib/moments.ts';
import { titleOf } from './lib/titles.ts';

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
    missing: `You haven't logged any good news about ${person.name}`,
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

export const milestone: Rule = {
  id,
  title: 'Their news',
  why: 'People like to be congratulated, especially while the news is fresh.',
  source:
    'Article, "How often should I engage": timely congratulations on a job change or an achievement; also "When is the best time to connect". We take "timely" to mean within a week, and the article\'s month as the cut-off.',
  window,
  weight: 60,
  kinds: ['milestone'],
  finds: [{ by: 'kind' }],
  match,
  writesAbout: (_history, interaction) =>
    interaction.kind === 'milestone' ? responseTo(interaction) : null,
  wording: {
    congratulate: [
      'Congratulations on {news}! [{memory}]',
      'fresh, !years | I just heard. Congratulations on {news}! [{memory}]',
      "!years | Congratulations on {news}! I'm really pleased for you. [{memory}]",
      '!years | I was so pleased to hear about {newsOwn}. Congratulations! [{memory}]',
      '!home, !years | What good news. Congratulations on {news}! [{memory}]',
      "achieved, !home, !formal | Well done on {news}! I'm really pleased for you. [{memory}]",
      "home | Congratulations on {news}! I'm so happy for you.",
      'home | I just heard the lovely news. Congratulations on {news}!',
      'role, !manager, !formal | Congratulations on {news}! Well deserved. [{memory}]',
      'role | Congratulations on {news}! I was really glad to hear it. [{memory}]',
      "years | Congratulations on {news}! That's quite something. [{memory}]",
      'years | Congratulations on {news}! Not many people can say that. [{memory}]',
      'late, !years | A bit late, but congratulations on {news}! [{memory}]',
      "unnamed | I just heard your good news. Congratulations! I'm really pleased for you. [{memory}]",
      'unnamed | I was so pleased to hear your news. Congratulations! [{memory}]',
      'unnamed | Congratulations! I heard your good news and wanted to say how pleased I am for you.',
    ],
    'check-in': HARD_NEWS,
  },
  examples: [
    {
      title: 'Two days after Priya was laid off (a kind word, not congratulations)',
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
      title: "Once you've sent and logged your congratulations",
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
      title: "The day after Priya was promoted, even if you've chatted about something else since",
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
