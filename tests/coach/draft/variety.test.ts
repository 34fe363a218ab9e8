/** Coworkers compare messages: the same words in a row must not come too often. */
import { expect, it } from 'vitest';
import { historyOf } from '../../../rules/lib/example.ts';
import { writeDraft } from '../../../src/coach/draft/write.ts';
import type { Detail, ExampleHistory, Kind, Reading } from '../../../src/model.ts';
import type { RuleName } from '../../helpers/rules.ts';
import { momentOf, requestOf, TODAY } from './situation.ts';

const NAMES =
  'Ana Ruiz,Bo Li,Chidi Eze,Dana Whit,Eivor Berg,Farid Nouri,Goran Kos,Hana Sato,Ines Paz,Jon Moss'.split(
    ',',
  );
const TOPICS = 'Apollo,Borealis,Corona,Delta,Eclipse,Fresno,Gemini,Helios,Icarus,Juno'.split(',');
const VERBS =
  'painting,sorting,mending,stacking,testing,baking,fixing,driving,folding,cutting'.split(',');

const kinds: ReadonlyArray<
  [RuleName, Kind, (topic: string) => Reading, Partial<ExampleHistory>, string]
> = [
  [
    'project',
    'project',
    (topic) => ({ after: 'on', phrase: topic, short: null }),
    {},
    '2026-11-18',
  ],
  ['event', 'event', (topic) => ({ after: 'at', phrase: topic, short: null }), {}, '2026-11-18'],
  [
    'interest',
    'interest',
    (topic) => ({ after: 'about', phrase: topic, short: null }),
    {},
    '2026-11-18',
  ],
  [
    'feedback',
    'feedback',
    (topic) => ({ after: 'on', phrase: topic, short: null }),
    {},
    '2026-11-18',
  ],
  [
    'milestone',
    'milestone',
    (topic) => ({ news: `joining ${topic}`, short: null }),
    {},
    '2026-11-18',
  ],
  [
    'new-job',
    'new-job',
    (topic) => ({ after: 'at', phrase: topic, short: null }),
    {},
    '2026-11-10',
  ],
  [
    'reorg',
    'reorg',
    (topic) => ({ after: 'about', phrase: topic, short: null }),
    { person: { team: 'Billing' } },
    '2026-11-10',
  ],
  [
    'departure',
    'departure',
    () => ({ leaves: 'you', until: null, isAhead: false, isRetiring: false, place: null }),
    {},
    '2026-11-18',
  ],
  [
    'thank',
    'project',
    (topic) => ({ after: 'on', phrase: topic, short: null }),
    {
      person: { connection: { status: 'connected', since: '2026-11-20' } },
      accepted: '2026-11-20',
    },
    '2026-11-10',
  ],
  [
    'check-in',
    'project',
    (topic) => ({ after: 'on', phrase: topic, short: null }),
    { person: { connection: { status: 'connected', since: '2026-01-20' } } },
    '2026-08-10',
  ],
];

it('has no four words in a row in more than one draft in seven', () => {
  const drafts = kinds.flatMap(([rule, kind, reading, more, date]) =>
    NAMES.map((name, at) => {
      const topic = TOPICS[at] as string;
      const verb = VERBS[at] as string;
      const detail: Detail = {
        is: 'deed',
        gerund: `${verb} ${topic}s`,
        past: `you did ${verb} ${topic}s`,
        short: null,
      };
      const history = historyOf({
        today: TODAY,
        ...more,
        person: { ...more.person, id: at + 1, name } as never,
        interactions: [
          {
            kind,
            date,
            title: topic,
            reading: reading(topic),
            ...(at % 2 === 0 && kind !== 'feedback' && { highlight: 'x', detail }),
          },
        ],
      });
      const request = requestOf(history, momentOf(rule, history), { variant: null });
      return writeDraft(request).draft.text;
    }),
  );
  expect(drafts).toHaveLength(100);
  const counts = new Map<string, number>();
  for (const text of drafts) {
    const words = text.toLowerCase().match(/[\p{L}']+/gu) ?? [];
    const runs = words.slice(0, -3).map((_, at) => words.slice(at, at + 4).join(' '));
    for (const run of new Set(runs)) counts.set(run, (counts.get(run) ?? 0) + 1);
  }
  const often = [...counts].filter(([, count]) => count > 100 / 7);
  expect(often).toEqual([]);
});
