/** What a message looks back on, and how its title shrinks. */
import { describe, expect, it } from 'vitest';
import { historyOf } from '../../../rules/lib/example.ts';
import { factsOf } from '../../../src/coach/draft/facts.ts';
import type { Kind } from '../../../src/model.ts';
import { momentOf, project, requestOf, TODAY } from './situation.ts';

const one = (kind: Kind, title: string, date: string) => ({ kind, title, date });

/** What congratulations can look back on after these interactions, the fullest first. */
function sharedIn(...interactions: Array<ReturnType<typeof one>>) {
  const news = one('milestone', 'promotion to Staff Engineer', '2026-11-20');
  const history = historyOf({ today: TODAY, interactions: [news, ...interactions] });
  return factsOf(requestOf(history, momentOf('milestone', history)), 0).map(({ shared }) => shared);
}

describe('what a message looks back on', () => {
  it('is work first, even if something else is newer', () => {
    const [fullest] = sharedIn(
      one('meeting', 'Lunch', '2026-06-01'),
      one('event', 'Lisbon offsite', '2026-05-01'),
      one('project', 'Apollo launch', '2026-03-01'),
    );
    expect(fullest).toContain('Apollo launch');
  });

  it('is an event or an interest before a talk or a reorganisation', () => {
    const later = [
      one('meeting', 'Lunch', '2026-06-01'),
      one('reorg', 'Billing joins Payments', '2026-05-20'),
    ];
    expect(sharedIn(...later, one('event', 'Lisbon offsite', '2026-05-01'))[0]).toContain('Lisbon');
    expect(sharedIn(...later)[0]).not.toContain('Billing');
  });

  it('is never their news or their farewell', () => {
    const news = [
      one('departure', 'Left for Halden', '2026-05-02'),
      one('milestone', 'award for Apollo', '2026-05-01'),
    ];
    const [fullest] = sharedIn(...news, one('event', 'Lisbon offsite', '2026-04-01'));
    expect(fullest).toContain('Lisbon offsite');
    for (const shared of sharedIn(...news, one('meeting', 'Lunch', '2026-04-01')))
      expect(shared).not.toMatch(/Halden|award/);
  });

  it('does not contain the reader’s name', () => {
    const history = historyOf({
      today: TODAY,
      person: { name: 'Priya Shah', aliases: ['Pri'] },
      interactions: [project('Apollo with Priya Shah'), project('Zephyr with Pri')],
    });
    for (const { topic } of factsOf(requestOf(history, momentOf('project', history)), 0))
      expect(topic).not.toMatch(/Pri/);
  });
});

describe('a long title', () => {
  const title =
    'Migration of the billing ledger to the new platform, with a rewrite of the retry queue and a year of backfills for every region';
  const history = historyOf({ today: TODAY, interactions: [project(title)] });
  const levels = factsOf(requestOf(history, momentOf('project', history)), 0);

  it('has shorter and shorter forms', () => {
    const lengths = levels.slice(0, -1).map(({ topic }) => topic.length);
    expect(lengths.length).toBeGreaterThan(2);
    expect(lengths).toEqual([...new Set(lengths)].sort((a, b) => b - a));
    expect(lengths[0]).toBeLessThan(title.length);
  });

  it('says what it was while there is room, and is scant at the end', () => {
    expect(levels[0]?.isScant).toBe(false);
    expect(levels.at(-1)?.isScant).toBe(true);
    expect(levels.at(-1)?.shared?.length).toBeLessThanOrEqual(levels.at(-2)?.shared?.length ?? 0);
  });

  it('with few words has one full form and one plain form', () => {
    const short = historyOf({ today: TODAY, interactions: [project('Apollo')] });
    const request = requestOf(short, momentOf('project', short));
    expect(factsOf(request, 0, true)).toHaveLength(1);
    expect(factsOf(request, 0, true)[0]).toMatchObject({ topic: 'Apollo', isScant: false });
  });
});
