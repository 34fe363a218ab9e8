/** Drafts after layoffs, a dismissal or a death: no cheer, no praise, no question about work. */
import { expect, it } from 'vitest';
import type { ExampleHistory, Kind } from '../../../src/model.ts';
import type { RuleName } from '../../helpers/rules.ts';
import { connected, TODAY, write } from './situation.ts';

const one = (kind: Kind, title: string, date = '2026-11-18') => ({ kind, title, date });
const apollo = one('project', 'Apollo launch', '2026-06-01');
const former = { relationship: 'former' as const };
const elsewhere = { team: 'Payments' };

const CHEERFUL =
  /congratul|well deserved|well done|enjoy|good memories|grateful|happy|success|good news|what you do next|build next/i;
const WORK = /your work|how (?:things|it) go|working on|our work may|work takes us|work goes/i;

/** All four channels in four wordings. */
function all(id: RuleName, given: Omit<ExampleHistory, 'today'>): string[] {
  return Array.from({ length: 16 }, (_, index) => write(id, given, { variant: index + 1 }));
}

const accepted = '2026-11-21';
it.each<[RuleName, Omit<ExampleHistory, 'today'>]>([
  ['milestone', { person: connected, interactions: [one('milestone', 'Laid off')] }],
  ['milestone', { interactions: [one('milestone', 'Was made redundant'), apollo] }],
  ['milestone', { interactions: [one('milestone', 'Fired'), apollo] }],
  ['milestone', { interactions: [one('milestone', 'Lost her job'), apollo] }],
  ['departure', { person: former, interactions: [one('departure', 'Laid off'), apollo] }],
  ['departure', { person: former, interactions: [one('departure', 'Fired')] }],
  ['departure', { person: former, interactions: [one('reorg', 'layoffs')] }],
  ['departure', { person: former, interactions: [one('departure', 'Site closure'), apollo] }],
  ['warm-up', { person: elsewhere, interactions: [one('engagement', 'Sent condolences')] }],
  ['warm-up', { person: elsewhere, interactions: [one('meeting', 'Talk about layoffs')] }],
  ['check-in', { person: connected, interactions: [one('reorg', 'layoffs', '2026-09-01')] }],
  ['check-in', { person: connected, interactions: [one('milestone', 'Laid off', '2026-09-01')] }],
  [
    'check-in',
    { person: connected, interactions: [one('departure', 'Laid off', '2026-09-01'), apollo] },
  ],
  [
    'thank',
    {
      person: { connection: { status: 'connected', since: accepted } },
      accepted,
      interactions: [one('reorg', 'layoffs', '2026-11-01')],
    },
  ],
])('%s: %j', (id, given) => {
  for (const text of all(id, given)) {
    expect(text).not.toMatch(CHEERFUL);
    expect(text).not.toMatch(WORK);
  }
});

it.each<[RuleName, Omit<ExampleHistory, 'today'>]>([
  ['departure', { person: former, interactions: [one('departure', 'Retired'), apollo] }],
  [
    'check-in',
    { person: connected, interactions: [one('milestone', 'Retirement', '2026-09-01'), apollo] },
  ],
])('never asks someone who has retired about work: %s', (id, given) => {
  for (const text of all(id, given)) expect(text).not.toMatch(WORK);
});

it('asks about work again once there is other news', () => {
  const texts = all('check-in', {
    person: connected,
    interactions: [
      one('milestone', 'Joined Halden', '2026-09-20'),
      one('departure', 'Laid off', '2026-06-01'),
      apollo,
    ],
  });
  expect(texts.some((text) => WORK.test(text))).toBe(true);
});

it.each([
  'Promoted after the layoffs were over',
  'Fired up the new cluster',
  'Let go of perfectionism',
])('stays cheerful about a work title: %s', (title) => {
  const text = write('project', { interactions: [one('project', title, TODAY)] });
  expect(text).not.toMatch(/thinking of/);
});

it('asks how they are in the subject of an email too', () => {
  const given = { person: connected, interactions: [one('milestone', 'Laid off')] };
  const text = write('milestone', given, { channel: 'email', limit: null });
  expect(text).toMatch(/^Subject: Hello\n/);
});
