import { describe, expect, it } from 'vitest';
import { CADENCE_DAYS, cadenceOf } from '../../rules/check-in.ts';
import { historyOf } from '../../rules/lib/example.ts';
import { nextStep } from '../../rules/warm-up.ts';
import {
  type ExampleHistory,
  type Kind,
  RELATIONSHIPS,
  type Status,
  type Verdict,
} from '../../src/model.ts';
import { addDays } from '../../src/text/days.ts';
import { RULES, type RuleName } from '../helpers/rules.ts';

const DAY = '2026-03-10';

function judge(name: RuleName, given: Omit<ExampleHistory, 'today'> & { today?: string }): Verdict {
  return RULES[name].match(historyOf({ today: DAY, ...given }));
}

const one = (kind: Kind, date = DAY, title = 'Apollo launch') => ({ kind, date, title });
const status = (status: Status, since = '2026-03-01') => ({ connection: { status, since } });

const MOMENTS = [
  'new-job',
  'project',
  'event',
  'interest',
  'feedback',
  'milestone',
  'reorg',
  'departure',
] as const;

describe.each(MOMENTS)('the window of %s', (kind) => {
  const { window } = RULES[kind];
  const closes = window?.closes ?? 0;
  const on = (today: string) => judge(kind, { today, interactions: [one(kind)] });

  it.each([
    ['the day before', -1, false],
    ['the opening day', 0, true],
    ['the last of the best days', window?.best ?? 0, true],
    ['the last day', closes, true],
    ['the day after', closes + 1, false],
  ])('%s', (_, offset, fires) => {
    const verdict = on(addDays(DAY, offset));
    expect(verdict.fires).toBe(fires);
    if (!verdict.fires) return;
    expect(verdict.moment.window).toEqual({
      opens: DAY,
      best: addDays(DAY, window?.best ?? 0),
      closes: addDays(DAY, closes),
    });
    expect(verdict.moment.key).toBe(`${RULES[kind].id}:1`);
    expect(verdict.moment.kind).toBe(kind);
  });

  it('says how long ago it closed', () => {
    expect(on(addDays(DAY, closes + 5)).why).toBe(
      `Apollo launch was ${closes + 5} days ago; this moment lasts ${closes}`,
    );
  });

  it('builds on the newest, or the one before it after a skip', () => {
    const history = historyOf({
      today: addDays(DAY, 2),
      interactions: [one(kind, DAY, 'first'), one(kind, addDays(DAY, 1), 'second')],
    });
    const newest = RULES[kind].match(history);
    const earlier = RULES[kind].match({ ...history, skipped: new Set([`${RULES[kind].id}:2`]) });
    const none = RULES[kind].match({
      ...history,
      skipped: new Set([`${RULES[kind].id}:1`, `${RULES[kind].id}:2`]),
    });
    expect(newest.fires && newest.moment.interaction?.title).toBe('second');
    expect(earlier.fires && earlier.moment.interaction?.title).toBe('first');
    expect(none).toEqual({ fires: false, why: 'You skipped this: second' });
  });

  it.each(['none', 'invited', 'declined', 'withdrawn'] as const)(
    'fires for someone %s',
    (state) => {
      expect(judge(kind, { person: status(state), interactions: [one(kind)] }).fires).toBe(true);
    },
  );

  it('invites no one twice, but still congratulates', () => {
    const verdict = judge(kind, { person: status('connected'), interactions: [one(kind)] });
    expect(verdict.fires).toBe(kind === 'milestone');
    if (!verdict.fires) expect(verdict.why).toBe('You and Priya Shah are already connected');
  });

  it('fires for a strained tie too: holding it back is decided elsewhere', () => {
    expect(judge(kind, { person: { strained: true }, interactions: [one(kind)] }).fires).toBe(true);
  });

  it('reconnects with a former coworker', () => {
    const verdict = judge(kind, { person: { relationship: 'former' }, interactions: [one(kind)] });
    const action = kind === 'milestone' ? 'congratulate' : 'reconnect';
    expect(verdict.fires && verdict.moment.action).toBe(action);
  });

  it('does not fire without interactions', () => {
    const verdict = judge(kind, {});
    expect(verdict.fires).toBe(false);
    expect(verdict.why).toMatch(/logged/);
  });
});

it('a project is at its best for a week and open for a month', () => {
  const verdict = judge('project', {
    today: '2026-11-22',
    interactions: [one('project', '2026-11-20')],
  });
  expect(verdict.fires && verdict.moment).toMatchObject({
    window: { opens: '2026-11-20', best: '2026-11-27', closes: '2026-12-20' },
    reason: 'You finished Apollo launch together 2 days ago',
  });
});

describe('milestone', () => {
  const promoted = one('milestone', DAY, 'Promoted');
  const word = one('engagement', addDays(DAY, 1));
  const key = `${RULES.milestone.id}:1`;
  it.each([
    ['a word that answers it', [promoted, { ...word, answers: key }], false],
    ['a meeting that answers it', [promoted, { ...word, kind: 'meeting', answers: key }], false],
    ['a word about something else', [promoted, word], true],
    ['a word that answers other news', [promoted, { ...word, answers: `${key}0` }], true],
  ] as const)('%s', (_, interactions, fires) => {
    const given = { today: addDays(DAY, 2), interactions: [...interactions] };
    expect(judge('milestone', given).fires).toBe(fires);
  });
});

describe('departure', () => {
  const former = { relationship: 'former' } as const;
  const late = addDays(DAY, 200);
  it('builds on the newest shared moment when the farewell was long ago', () => {
    const verdict = judge('departure', {
      today: late,
      person: former,
      interactions: [
        one('project', '2025-01-01'),
        one('event', '2025-02-01', 'Offsite'),
        one('departure'),
        one('meeting'),
      ],
    });
    expect(verdict.fires && verdict.moment).toMatchObject({
      action: 'reconnect',
      kind: 'event',
      window: null,
      key: `${RULES.departure.id}:former`,
    });
  });
  it.each([
    ['with only talks', [one('meeting'), one('engagement')]],
    ['with nothing', []],
  ])('does not fire for a former coworker %s', (_, interactions) => {
    expect(judge('departure', { today: late, person: former, interactions }).fires).toBe(false);
  });
  it('stays quiet once either form of it was skipped', () => {
    const history = historyOf({
      today: late,
      person: former,
      interactions: [one('project'), one('departure')],
    });
    for (const key of [`${RULES.departure.id}:former`, `${RULES.departure.id}:2`]) {
      expect(RULES.departure.match({ ...history, skipped: new Set([key]) }).fires).toBe(false);
    }
  });
  it('fires for a new farewell after an old skip', () => {
    const history = historyOf({
      today: DAY,
      person: former,
      interactions: [one('project'), one('departure')],
    });
    const verdict = RULES.departure.match({
      ...history,
      skipped: new Set([`${RULES.departure.id}:former`]),
    });
    expect(verdict.fires && verdict.moment.key).toBe(`${RULES.departure.id}:2`);
  });
  it('does not fire for a connection', () => {
    expect(
      judge('departure', {
        person: { ...former, ...status('connected') },
        interactions: [one('project')],
      }).fires,
    ).toBe(false);
  });
});

describe('reorg, or a warm-up first', () => {
  it.each([
    ['another team, never talked', { team: 'Payments' }, [], false],
    ['my own team', { team: 'Billing' }, [], true],
    ['my own team, written otherwise', { team: 'BÍLLING team' }, [], true],
    ['the team unknown', {}, [], true],
    ['a teammate by relationship', { team: 'Payments', relationship: 'teammate' }, [], true],
    ['another team, once talked', { team: 'Payments' }, [one('meeting', '2025-01-01')], true],
    ['another team, a project once', { team: 'Payments' }, [one('project', '2024-01-01')], true],
    [
      'another team, only their news',
      { team: 'Payments' },
      [one('milestone', '2025-12-01')],
      false,
    ],
    ['my team name in another company', { team: 'Billing', company: 'Halden' }, [], false],
  ] as const)('%s', (_, person, before, fires) => {
    const given = {
      person,
      me: { company: 'Fernhill' },
      interactions: [...before, one('reorg')],
    };
    expect(judge('reorg', given).fires).toBe(fires);
    if (before.length > 0) return;
    expect(judge('warm-up', given).fires).toBe(!fires);
  });
});

describe('team', () => {
  it.each([
    ['the same team', { team: 'Billing' }, true],
    ['the same team in other letters', { team: 'bílling' }, true],
    ['a teammate without a team', { relationship: 'teammate' }, true],
    ['another team', { team: 'Payments' }, false],
    ['no team known', {}, false],
    ['a former teammate', { team: 'Billing', relationship: 'former' }, false],
    ['connected already', { team: 'Billing', ...status('connected') }, false],
    ['invited already', { team: 'Billing', ...status('invited') }, true],
    ['the same team name elsewhere', { team: 'Billing', company: 'Halden' }, false],
  ] as const)('%s', (_, person, fires) => {
    const verdict = judge('team', { person, me: { company: 'Fernhill' } });
    expect(verdict.fires).toBe(fires);
    if (verdict.fires) {
      expect(verdict.moment).toMatchObject({ kind: null, interaction: null, window: null });
    }
  });
  it('builds on the newest talk', () => {
    const verdict = judge('team', {
      person: { team: 'Billing' },
      interactions: [one('meeting', '2026-01-01'), one('engagement', '2026-02-01', 'Her post')],
    });
    expect(verdict.fires && verdict.moment.kind).toBe('engagement');
    expect(verdict.fires && verdict.moment.interaction?.title).toBe('Her post');
  });
  it.each([
    ['Billing', 'Billing', "You're both on the Billing team"],
    ['billing team', 'Billing Team', "You're both on Billing Team"],
    [null, 'Billing', "You're both on the Billing team"],
    ['Billing', null, "You're both on the Billing team"],
    ['Payments', 'Billing', "You're on the same team"],
    [null, null, "You're on the same team"],
  ])('says which team, with theirs %s and mine %s', (theirs, mine, together) => {
    const { why } = judge('team', {
      person: { team: theirs, relationship: 'teammate' },
      me: { team: mine },
    });
    expect(why).toBe(`${together}, and you aren't connected yet`);
  });
  it('gives way to anything more that is shared', () => {
    expect(
      judge('team', { person: { team: 'Billing' }, interactions: [one('project', '2020-01-01')] })
        .fires,
    ).toBe(false);
  });
});

describe('thank', () => {
  const accepted = '2026-03-01';
  const person = status('connected', accepted);
  const interactions = [one('project', '2026-02-20')];
  it.each([
    ['the day they accepted', accepted, true],
    ['two weeks later', '2026-03-15', true],
    ['a day after that', '2026-03-16', false],
    ['before it', '2026-02-28', false],
  ])('%s', (_, today, fires) => {
    expect(judge('thank', { today, person, accepted, interactions }).fires).toBe(fires);
  });
  it.each([
    ['a meeting on the same day', one('meeting', accepted), true],
    ['a message on the same day', one('engagement', accepted), false],
    ['a talk before', one('meeting', '2026-02-28'), true],
    ['an event on the same day', one('event', accepted), true],
    ['an event after it', one('event', '2026-03-03'), false],
  ])('with %s', (_, also, fires) => {
    expect(judge('thank', { person, accepted, interactions: [...interactions, also] }).fires).toBe(
      fires,
    );
  });
  it.each([
    ['nothing logged, another team', { ...person, team: 'Payments' }, false],
    ['nothing logged, my team', { ...person, team: 'Billing' }, true],
    ['not connected any more', { ...status('none'), team: 'Billing' }, false],
  ])('%s', (_, someone, fires) => {
    expect(judge('thank', { person: someone, accepted }).fires).toBe(fires);
  });
  it('builds on a moment rather than a talk', () => {
    const verdict = judge('thank', {
      person,
      accepted,
      interactions: [...interactions, one('meeting', '2026-02-25')],
    });
    expect(verdict.fires && verdict.moment.interaction?.kind).toBe('project');
  });
});

describe('check-in', () => {
  const since = '2025-01-01';
  it.each([
    ['colleague', 29, false],
    ['colleague', 30, true],
    ['mentor', 20, false],
    ['mentor', 21, true],
    ['manager', 21, true],
    ['external', 59, false],
    ['external', 60, true],
  ] as const)('%s after %i days', (relationship, days, fires) => {
    const verdict = judge('check-in', {
      today: addDays(DAY, days),
      person: { relationship, ...status('connected', since) },
      interactions: [one('project')],
    });
    expect(verdict.fires).toBe(fires);
    if (verdict.fires) {
      expect(verdict.moment.kind).toBeNull();
      expect(verdict.moment.window?.opens).toBe(addDays(DAY, days));
      expect(verdict.moment.key).toBe(`${RULES['check-in'].id}:${DAY}`);
    }
  });
  it('has a rhythm for every relationship', () => {
    for (const relationship of RELATIONSHIPS) {
      expect(cadenceOf({ relationship })).toBe(CADENCE_DAYS[relationship]);
      expect(CADENCE_DAYS[relationship]).toBeGreaterThanOrEqual(14);
    }
  });
  it('counts from the day of connecting if that is later', () => {
    const given = {
      person: status('connected', '2026-03-01'),
      interactions: [one('project', '2025-06-01')],
    };
    expect(judge('check-in', { ...given, today: '2026-03-30' }).fires).toBe(false);
    expect(judge('check-in', { ...given, today: '2026-03-31' }).fires).toBe(true);
  });
  it.each([
    ['feedback on my onboarding flow', 'gave you feedback 2 days ago on your onboarding flow'],
    ['Q3 review', 'gave you feedback 2 days ago: Q3 review'],
  ])('says what the feedback %j was about', (title, reason) => {
    const verdict = judge('feedback', {
      today: '2026-11-22',
      interactions: [{ ...one('feedback', '2026-11-20'), title }],
    });
    expect(verdict.why).toContain(reason);
  });
  it.each(['meeting', 'engagement', 'milestone', 'feedback'] as const)(
    'starts again after %s',
    (kind) => {
      const given = {
        today: '2026-03-30',
        person: status('connected', since),
        interactions: [one('project', '2025-06-01'), one(kind, '2026-03-10')],
      };
      expect(judge('check-in', given).fires).toBe(false);
      expect(judge('check-in', { ...given, today: '2026-04-09' }).fires).toBe(true);
    },
  );
  it('still says hello after years, without urgency', () => {
    const verdict = judge('check-in', {
      person: status('connected', since),
      interactions: [one('project', '2022-01-01')],
    });
    expect(verdict.fires && verdict.moment.window).toBeNull();
    expect(verdict.fires && verdict.moment.reason).toMatch(/over a year ago/);
  });
  it('needs something to write about', () => {
    expect(judge('check-in', { person: status('connected', since) }).fires).toBe(false);
    expect(judge('check-in', { interactions: [one('project', '2025-01-01')] }).fires).toBe(false);
  });
});

describe('withdraw', () => {
  it.each([
    [20, false],
    [21, true],
    [28, true],
    [180, true],
    [181, false],
  ])('after %i days', (days, fires) => {
    const verdict = judge('withdraw', {
      today: addDays(DAY, days),
      person: status('invited', DAY),
    });
    expect(verdict.fires).toBe(fires);
    if (!verdict.fires) return;
    expect(verdict.moment.window).toEqual({
      opens: addDays(DAY, 21),
      best: addDays(DAY, 28),
      closes: addDays(DAY, 180),
    });
  });
  it.each(['none', 'connected', 'declined', 'withdrawn'] as const)(
    'does not fire when %s',
    (state) => {
      expect(judge('withdraw', { person: status(state, '2026-01-01') }).fires).toBe(false);
    },
  );
});

describe('warm-up', () => {
  const person = { team: 'Payments' };
  const talks = (count: number) =>
    Array.from({ length: count }, (_, index) =>
      one('meeting', addDays(DAY, index - count), `Talk ${index}`),
    );
  it.each([
    [1, 'warm-up', 'say hello'],
    [2, 'warm-up', 'one more chat'],
    [3, 'connect', 'well enough'],
    [6, 'connect', 'well enough'],
  ])('after %i talks: %s', (count, action, step) => {
    const verdict = judge('warm-up', { person, interactions: talks(count) });
    expect(verdict.fires && verdict.moment.action).toBe(action);
    expect(verdict.why).toContain(step);
    expect(verdict.fires && verdict.moment.kind).toBe('meeting');
  });
  it('goes up step by step and stays at the top', () => {
    expect([0, 1, 2, 3, 9].map(nextStep)).toEqual([
      'hello',
      'hello',
      'second-talk',
      'connect',
      'connect',
    ]);
  });
  it('builds an invitation on the newest meeting, not on a liked post', () => {
    const verdict = judge('warm-up', {
      person,
      interactions: [...talks(2), one('engagement', DAY, 'Her post')],
    });
    expect(verdict.fires && verdict.moment.interaction?.title).toBe('Talk 1');
  });
  it.each([
    ['60 days on', {}, 60, true],
    ['61 days on', {}, 61, false],
    ['a teammate', { team: 'Billing' }, 1, false],
    ['connected', status('connected'), 1, false],
    ['declined', status('declined'), 1, true],
  ] as const)('%s', (_, someone, days, fires) => {
    const given = { person: { ...person, ...someone }, interactions: [one('meeting')] };
    expect(judge('warm-up', { ...given, today: addDays(DAY, days) }).fires).toBe(fires);
  });
  it('says nothing without interactions, or when more is shared', () => {
    expect(judge('warm-up', { person }).why).toBe(
      "You haven't logged anything with Priya Shah yet",
    );
    expect(judge('warm-up', { person, interactions: [one('project'), one('meeting')] }).fires).toBe(
      false,
    );
  });
});
