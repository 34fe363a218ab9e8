/** What each rule says about a person, word for word, as `why` prints it. */
import { describe, expect, it } from 'vitest';
import { historyOf } from '../../rules/lib/example.ts';
import { isOpen } from '../../rules/lib/moments.ts';
import { isTeammate, lastTouch, sharedTeam } from '../../rules/lib/ties.ts';
import { titleOf } from '../../rules/lib/titles.ts';
import type { ExampleHistory, History, Interaction, Kind, Verdict } from '../../src/model.ts';
import { RULES, type RuleName } from '../helpers/rules.ts';

const DAY = '2026-11-22';

type Given = Omit<ExampleHistory, 'today'> & Partial<Pick<History, 'skipped' | 'today'>>;

function verdict(name: RuleName, { skipped = new Set(), ...given }: Given): Verdict {
  return RULES[name].match({ ...historyOf({ today: DAY, ...given }), skipped });
}

const on = (date: string, kind: Kind, title = 'Apollo') => ({ kind, date, title });
const invited = (since: string) => ({ connection: { status: 'invited' as const, since } });
const connected = (since: string | null) => ({
  connection: { status: 'connected' as const, since },
});
const billing = { team: 'Billing' };
const payments = { team: 'Payments' };

const NO: Array<[name: RuleName, given: Given, why: string]> = [
  [
    'check-in',
    { person: connected('2026-01-01') },
    "You haven't logged anything to catch up on with Priya Shah",
  ],
  [
    'check-in',
    {
      person: connected('2026-01-01'),
      interactions: [on('2026-01-05', 'project')],
      skipped: new Set([`${RULES['check-in'].id}:2026-01-05`]),
    },
    'You skipped this for Priya Shah',
  ],
  [
    'departure',
    {
      person: { relationship: 'former' },
      interactions: [on('2025-01-05', 'project')],
      skipped: new Set([`${RULES.departure.id}:former`]),
    },
    'You skipped this for Priya Shah',
  ],
  [
    'departure',
    { person: { relationship: 'former' } },
    "Priya Shah is a former coworker, but you haven't logged anything you shared",
  ],
  [
    'thank',
    { person: connected('2026-11-01'), accepted: '2026-11-01' },
    "Priya Shah accepted 3 weeks ago; after two weeks it's late for thanks",
  ],
  [
    'thank',
    {
      person: connected('2026-11-20'),
      accepted: '2026-11-20',
      interactions: [on('2026-11-10', 'project')],
      skipped: new Set([`${RULES.thank.id}:2026-11-20`]),
    },
    'You skipped this for Priya Shah',
  ],
  [
    'thank',
    { person: { ...connected('2026-11-20'), ...payments }, accepted: '2026-11-20' },
    "You haven't logged anything to thank Priya Shah for",
  ],
  [
    'withdraw',
    { person: invited('2026-05-25') },
    'Your invitation is 181 days old and has expired',
  ],
  [
    'withdraw',
    { person: invited('2026-10-20'), skipped: new Set([`${RULES.withdraw.id}:2026-10-20`]) },
    'You skipped this for Priya Shah',
  ],
  [
    'withdraw',
    { person: invited('2026-11-02') },
    'You invited Priya Shah 20 days ago; give them 21',
  ],
  ['team', { person: payments }, "Your log doesn't say that Priya Shah is on your team"],
  [
    'team',
    { person: billing, interactions: [on('2026-11-20', 'project')] },
    'You share more than a team, which is a better reason to write',
  ],
  [
    'team',
    { person: billing, skipped: new Set([`${RULES.team.id}:shared`]) },
    'You skipped this for Priya Shah',
  ],
  ['warm-up', { person: billing }, 'Priya Shah is on your own team, so no warm-up is needed'],
  ['warm-up', { person: payments }, "You haven't logged anything with Priya Shah yet"],
  [
    'warm-up',
    { person: payments, interactions: [on('2026-11-20', 'project')] },
    'You and Priya Shah have done more than chat',
  ],
  [
    'warm-up',
    { person: payments, interactions: [on('2026-11-23', 'meeting', 'Coffee')] },
    "Coffee hasn't happened yet",
  ],
  [
    'warm-up',
    { person: payments, interactions: [on('2026-09-22', 'meeting', 'Coffee')] },
    'Coffee was 61 days ago; a chat is fresh for 60',
  ],
  [
    'warm-up',
    {
      person: payments,
      interactions: [on('2026-11-20', 'meeting', 'Coffee')],
      skipped: new Set([`${RULES['warm-up'].id}:1`]),
    },
    'You skipped this: Coffee',
  ],
  [
    'project',
    {
      interactions: [on('2026-11-20', 'project', ' ')],
      skipped: new Set([`${RULES.project.id}:1`]),
    },
    'You skipped this: an unnamed project',
  ],
  [
    'project',
    { interactions: [on('2026-11-23', 'project')] },
    "You haven't logged a project you finished together",
  ],
  [
    'reorg',
    { person: payments, interactions: [on('2026-11-20', 'reorg')] },
    "Priya Shah is on another team and you haven't talked yet, so say hello",
  ],
];

const talk = (date: string, title = 'Coffee') => on(date, 'meeting', title);
const talks = (count: number) =>
  Array.from({ length: count }, (_, index) => talk(`2026-11-${10 + index}`));

const YES: Array<[name: RuleName, given: Given, why: string, action: string]> = [
  [
    'departure',
    { person: { relationship: 'former' }, interactions: [on('2026-09-22', 'project', ' Apollo ')] },
    'A former coworker you share something with: Apollo, 2 months ago',
    'reconnect',
  ],
  [
    'project',
    { person: { relationship: 'former' }, interactions: [on('2026-11-20', 'project')] },
    'You finished Apollo together 2 days ago',
    'reconnect',
  ],
  [
    'departure',
    {
      person: { relationship: 'former' },
      interactions: [on('2026-11-20', 'departure', 'Left')],
    },
    'You no longer work together: Left, 2 days ago',
    'reconnect',
  ],
  [
    'departure',
    { interactions: [on('2026-11-20', 'departure', 'Leaving on 1 December')] },
    'Announced 2 days ago: Leaving on 1 December',
    'reconnect',
  ],
  [
    'team',
    { person: billing },
    "You're both on the Billing team, and you aren't connected yet",
    'connect',
  ],
  [
    'team',
    { person: { team: 'Team Blue' }, me: { team: 'Team Blue' } },
    "You're both on Team Blue, and you aren't connected yet",
    'connect',
  ],
  [
    'team',
    { person: { relationship: 'teammate' }, me: { team: null } },
    "You're on the same team, and you aren't connected yet",
    'connect',
  ],
  [
    'team',
    { person: billing, interactions: [talk('2026-11-20')] },
    "You're both on the Billing team, and you talked 2 days ago: Coffee",
    'connect',
  ],
  [
    'warm-up',
    { person: payments, interactions: [on('2026-11-20', 'reorg', 'Merger')] },
    "You haven't talked yet (Merger, 2 days ago): say hello or drop them a line before you invite them",
    'warm-up',
  ],
  [
    'warm-up',
    { person: payments, interactions: talks(1) },
    "You've been in touch once (Coffee, 12 days ago): say hello or drop them a line before you invite them",
    'warm-up',
  ],
  [
    'warm-up',
    { person: payments, interactions: talks(2) },
    "You've been in touch twice (Coffee, 11 days ago): after one more chat, an invitation will feel natural",
    'warm-up',
  ],
  [
    'warm-up',
    { person: payments, interactions: talks(4) },
    "You've been in touch 4 times (Coffee, 9 days ago): you know each other well enough now to connect",
    'connect',
  ],
];

describe('a rule that does not fire explains', () => {
  it.each(NO)('%s: %j', (id, given, why) => {
    expect(verdict(id, given)).toEqual({ fires: false, why });
  });
});

describe('a rule that fires explains', () => {
  it.each(YES)('%s: %j', (id, given, why, action) => {
    const found = verdict(id, given);
    expect(found.why).toBe(why);
    expect(found.fires && found.moment.action).toBe(action);
    expect(found.fires && found.moment.reason).toBe(why);
  });
});

describe('a warm-up', () => {
  const history = [
    talk('2026-11-18', 'Lunch'),
    talk('2026-11-19'),
    on('2026-11-20', 'engagement', 'Liked a post'),
  ];
  const rests = (interactions: typeof history) => {
    const found = verdict('warm-up', { person: payments, interactions });
    return found.fires && found.moment.interaction?.title;
  };

  it('builds an invitation on the newest meeting, and a hello on the last contact', () => {
    expect(rests(history)).toBe('Coffee');
    expect(rests(history.slice(1))).toBe('Liked a post');
    expect(rests(history.map((one) => ({ ...one, kind: 'engagement' as const })))).toBe(
      'Liked a post',
    );
  });
});

describe('the shared parts of the rules', () => {
  const interaction = (title: string, date = DAY): Interaction => ({
    ...{ id: 1, kind: 'project' as const, date, title, note: null, people: [] },
  });

  it.each([
    ['2026-11-21', 1, true],
    ['2026-11-21', 0, false],
    ['2026-11-22', 0, true],
    ['2026-11-23', 5, false],
  ])('treat a moment on %s that lasts %i days as open: %s', (date, closes, open) => {
    expect(isOpen(interaction('Apollo', date), closes, DAY)).toBe(open);
  });

  it('call an interaction without a title by its kind', () => {
    expect(titleOf(interaction(' Apollo '))).toBe('Apollo');
    expect(titleOf(interaction('  '))).toBe('an unnamed project');
  });

  it.each([
    ['Billing', 'billing', true],
    ['Équipe', 'equipe', true],
    ['Billing team', 'Billing', true],
    ['Billing  team', ' billing ', true],
    ['Teams', 'Team s', false],
    ['Team Blue', 'Blue', false],
    ['Billing', 'Payments', false],
  ])('treat %j and %j as one team: %s', (theirs, mine, same) => {
    const { person, me } = historyOf({ today: DAY, person: { team: theirs }, me: { team: mine } });
    expect(isTeammate({ person, me })).toBe(same);
  });

  it.each([
    [null, null, null],
    ['Billing', null, 'Billing'],
    [null, 'Billing', 'Billing'],
    ['billing', 'Billing', 'Billing'],
    ['Payments', 'Billing', null],
  ])('share, with a teammate on %j and me on %j, the team %j', (theirs, mine, shared) => {
    const { person, me } = historyOf({
      ...{ today: DAY, person: { relationship: 'teammate', team: theirs }, me: { team: mine } },
    });
    expect(sharedTeam({ person, me })).toBe(shared);
  });

  it.each([
    [null, null, null],
    ['2026-11-01', null, '2026-11-01'],
    [null, '2026-11-02', '2026-11-02'],
    ['2026-11-01', '2026-11-02', '2026-11-02'],
    ['2026-11-03', '2026-11-02', '2026-11-03'],
  ])('count contact on %j and a connection since %j as contact on %j', (last, since, touch) => {
    const interactions = last === null ? [] : [on(last, 'meeting')];
    const { person } = historyOf({ today: DAY, person: connected(since), interactions });
    expect(lastTouch(person)).toBe(touch);
    const asked = historyOf({ today: DAY, person: invited('2026-11-20'), interactions });
    expect(lastTouch(asked.person)).toBe(last);
  });

  it('sort an example newest first, and within a day the last logged first', () => {
    const { interactions } = historyOf({
      ...{ today: DAY },
      interactions: [
        on('2026-11-01', 'meeting', 'a'),
        on('2026-11-03', 'meeting', 'b'),
        on('2026-11-01', 'meeting', 'c'),
        on('2026-11-02', 'meeting', 'd'),
      ],
    });
    expect(interactions.map(({ title }) => title)).toEqual(['b', 'd', 'c', 'a']);
  });
});

it.each([
  ['project', 'Apollo', 'Apollo'],
  ['project', 'Shipped the new billing portal together', 'the new billing portal'],
  ['project', 'Finished', 'a project'],
  ['project', 'Finished together', 'a project'],
  ['project', 'We finally launched Apollo', 'Apollo'],
  ['project', 'Launched', 'a project'],
  ['project', 'Shipped on time', 'Shipped on time'],
  ['project', 'Launch party plan', 'Launch party plan'],
  ['event', 'at the hackathon', 'the hackathon'],
  ['event', 'At KubeCon', 'KubeCon'],
  ['event', 'Attended KubeCon', 'KubeCon'],
  ['event', 'Went to the summit', 'the summit'],
  ['event', 'Met in person at the offsite', 'the offsite'],
  ['event', 'Attended', 'an event'],
  ['event', 'Atlas summit', 'Atlas summit'],
  ['meeting', 'At the lift', 'At the lift'],
] as const)('a title does not repeat the verb: %s %j becomes %j', (kind, title, said) => {
  expect(titleOf({ kind, title })).toBe(said);
});

it.each([
  ['event', 'at the hackathon', 'You were both at an event 2 days ago: the hackathon'],
  ['event', 'Attended KubeCon', 'You were both at an event 2 days ago: KubeCon'],
  ['project', 'Finished', 'You finished a project together 2 days ago'],
  ['project', 'Shipped Apollo together', 'You finished Apollo together 2 days ago'],
] as const)('the reason for %s %j is: %s', (kind, title, reason) => {
  const interactions = [{ kind, title, date: '2026-11-20' }];
  const verdict = RULES[kind].match(historyOf({ today: '2026-11-22', interactions }));
  expect(verdict.why).toBe(reason);
});

it('an invitation dated in the future has no waiting days', () => {
  const connection = { status: 'invited' as const, since: '2026-12-13' };
  const given = historyOf({ today: '2026-11-22', person: { connection } });
  const verdict = RULES.withdraw.match(given);
  expect(verdict.why).toBe('Your invitation has a date in the future');
});
