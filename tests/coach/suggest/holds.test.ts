import { describe, expect, it } from 'vitest';
import { historyOf } from '../../../rules/lib/example.ts';
import { findHold } from '../../../src/coach/suggest/holds.ts';
import type { Action, Day, History, Moment, Status } from '../../../src/model.ts';

const TODAY = '2026-11-22';

interface Given {
  status?: Status;
  since?: Day | null;
  strained?: boolean;
  snoozedUntil?: Day;
  /** The action of the leading moment; null if none leads. */
  action?: Action | null;
  isSkipped?: boolean;
}

function held(given: Given) {
  const { status = 'none', since = null, strained = false, snoozedUntil = null } = given;
  const history: History = {
    ...historyOf({ today: TODAY, person: { strained, connection: { status, since } } }),
    snoozedUntil,
  };
  const { action = 'connect', isSkipped = false } = given;
  return findHold(history, action === null ? null : ({ action } as Moment), isSkipped);
}

const STRAINED =
  "You've marked this relationship as strained. Leave it for now, or talk in person first.";

describe('a person is held', () => {
  it.each<[Given, reason: string, message: string]>([
    [{ strained: true }, 'strained', STRAINED],
    [{ strained: true, snoozedUntil: '2026-12-01', status: 'declined' }, 'strained', STRAINED],
    [{ snoozedUntil: '2026-11-23' }, 'snoozed', 'Snoozed until Mon 23 Nov.'],
    [
      { snoozedUntil: '2027-01-04', status: 'declined' },
      'snoozed',
      'Snoozed until Mon 4 Jan 2027.',
    ],
    [{ status: 'declined' }, 'declined', 'They declined your invitation; nothing to do.'],
    [
      { status: 'declined', since: '2026-11-20', action: 'congratulate' },
      'declined',
      'They declined your invitation on Fri 20 Nov; nothing to do.',
    ],
    [
      { status: 'invited', since: '2026-11-20' },
      'pending',
      "Your invitation of Fri 20 Nov hasn't been answered yet.",
    ],
    [
      { status: 'invited', since: '2026-05-26' },
      'pending',
      "Your invitation of Tue 26 May hasn't been answered yet.",
    ],
    [
      { status: 'invited', since: '2026-05-25' },
      'pending',
      'Your invitation of Mon 25 May has expired. To make room for a new one: netcoach withdrawn "Priya Shah"',
    ],
    [{ status: 'invited', action: null }, 'pending', "Your invitation hasn't been answered yet."],
    [
      { status: 'invited', action: 'reconnect' },
      'pending',
      "Your invitation hasn't been answered yet.",
    ],
    [
      { status: 'invited', action: 'warm-up' },
      'pending',
      "Your invitation hasn't been answered yet.",
    ],
    [
      { status: 'withdrawn', since: '2026-11-02' },
      'cooling-off',
      'You withdrew an invitation on Mon 2 Nov. You can send a new one from Mon 23 Nov.',
    ],
    [{ isSkipped: true }, 'skipped', 'You skipped this one.'],
    [{ isSkipped: true, status: 'withdrawn' }, 'skipped', 'You skipped this one.'],
  ])('%j: %s', (given, reason, message) => {
    expect(held(given)).toEqual({ reason, message });
  });
});

describe('a person is not held', () => {
  it.each<[Given]>([
    [{}],
    [{ action: null }],
    [{ snoozedUntil: TODAY }],
    [{ snoozedUntil: '2026-11-21' }],
    [{ status: 'connected', action: 'check-in' }],
    [{ status: 'invited', action: 'congratulate' }],
    [{ status: 'invited', action: 'withdraw' }],
    [{ status: 'withdrawn', since: '2026-11-01' }],
    [{ status: 'withdrawn', since: '2026-11-20', action: 'congratulate' }],
    [{ status: 'withdrawn' }],
  ])('%j', (given) => {
    expect(held(given)).toBeNull();
  });
});
