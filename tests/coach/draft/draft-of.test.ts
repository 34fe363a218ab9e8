import { describe, expect, it } from 'vitest';
import { historyOf } from '../../../rules/lib/example.ts';
import { channelOf, draftOf, limitOf } from '../../../src/coach/draft/write.ts';
import { judge } from '../../../src/coach/suggest/judge.ts';
import { type Action, CHANNELS, type Moment } from '../../../src/model.ts';

const history = historyOf({
  today: '2026-11-22',
  interactions: [
    {
      kind: 'project',
      date: '2026-11-20',
      title: 'Apollo',
      reading: { after: 'on', phrase: 'Apollo', short: null },
    },
  ],
});
const lead = judge(history).lead as Moment;

it.each([
  ['free', [200, 8000, null]],
  ['premium', [300, 8000, null]],
] as const)('a %s account has room for %j', (account, room) => {
  expect(CHANNELS.map((channel) => limitOf(channel, { ...history.me, account }))).toEqual(room);
});

it.each<[Action, boolean, string]>([
  ['connect', true, 'note'],
  ['reconnect', true, 'note'],
  ['connect', false, 'message'],
  ['reconnect', false, 'message'],
  ['congratulate', true, 'message'],
  ['warm-up', true, 'message'],
])('to %s, with notes left %s, is sent as a %s', (action, hasNotes, channel) => {
  expect(channelOf({ ...lead, action }, hasNotes)).toBe(channel);
});

describe('a draft', () => {
  it('keeps to the limit of its channel, and to my own limit', () => {
    expect(draftOf(history, lead, 'note')?.draft.limit).toBe(200);
    expect(draftOf(history, lead, 'email')?.draft.limit).toBeNull();
    const draft = draftOf(history, lead, 'note', { limit: 60, variant: 1 })?.draft;
    expect(draft).toMatchObject({ channel: 'note', limit: 60 });
    expect(draft?.text).toBe('Hi Priya, it was good working on Apollo with you.');
  });

  it('uses the requested wording, or else the one for this person', () => {
    const texts = [1, 2, 3].map(
      (variant) => draftOf(history, lead, 'note', { variant })?.draft.text,
    );
    expect(new Set(texts).size).toBe(3);
    expect(draftOf(history, lead, 'note')).toEqual(draftOf(history, lead, 'note', {}));
  });
});
