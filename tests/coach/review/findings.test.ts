import { describe, expect, it } from 'vitest';
import { historyOf } from '../../../rules/lib/example.ts';
import { findings } from '../../../src/coach/review/findings.ts';
import type { Network, ReviewMaterial } from '../../../src/coach/review/material.ts';
import { review } from '../../../src/coach/review/review.ts';
import { judge } from '../../../src/coach/suggest/judge.ts';
import type { ExampleHistory, History, Kind, Person } from '../../../src/model.ts';
import { RULES } from '../../helpers/rules.ts';

const TODAY = '2026-11-22';
const { me } = historyOf({ today: TODAY });

const QUIET_NETWORK: Network = {
  today: TODAY,
  me: { ...me, goals: ['sailing'] },
  people: 9,
  byStatus: { none: 0, incoming: 0, invited: 0, connected: 0, declined: 0, withdrawn: 0 },
  byRelationship: {
    teammate: 0,
    manager: 0,
    report: 0,
    mentor: 0,
    colleague: 9,
    former: 0,
    external: 0,
  },
  teams: [],
  companies: [],
  strained: 0,
  ties: { warm: 0, cooling: 0, quiet: 0 },
  invitations: [],
  moments: [],
  goalCandidates: [],
  sharedWork: [],
  stale: [],
  profileNews: [],
  milestones: [],
  quiet: [],
  unconnected: [],
};

const connected = { connection: { status: 'connected' as const, since: '2025-01-01' } };
const one = (kind: Kind, date: string, title = 'Apollo') => ({ kind, date, title });

function known(id: number, given: Omit<ExampleHistory, 'today'>): History {
  const history = historyOf({ today: TODAY, ...given });
  return { ...history, person: { ...history.person, id, name: `Person ${id}` } };
}

function material(
  network: Partial<Network>,
  people: readonly History[] = [],
  invitesLeft = 10,
): ReviewMaterial {
  return {
    network: { ...QUIET_NETWORK, ...network },
    judgements: new Map(people.map((history) => [history.person.id, judge(history)])),
    invitesLeft,
  };
}

/** "what: why", and the command if it is asked for. */
function told(given: ReviewMaterial): string[] {
  return findings(given).map(({ what, why }) => `${what}: ${why}`);
}

function commands(given: ReviewMaterial) {
  return findings(given).map(({ command }) =>
    command.map((word) => (typeof word === 'string' ? word : `@${word.name}`)).join(' '),
  );
}

it('has nothing to say about a network in good order', () => {
  expect(findings(material({}))).toEqual([]);
});

it('points to the sample data when the log is empty', () => {
  expect(findings(material({ people: 0, quiet: [1] }))).toEqual([
    {
      what: 'Try netcoach on sample data',
      why: "There's no one in your log to review yet",
      command: ['demo'],
      person: null,
    },
  ]);
});

describe('good news', () => {
  it('is worth congratulations, the newest first, unless the person is held', () => {
    const news = one('milestone', '2026-11-20', 'a new job');
    const given = material({ milestones: [9, 1, 2, 3] }, [
      known(1, { person: { strained: true }, interactions: [news] }),
      known(2, { interactions: [one('meeting', '2026-11-21'), news] }),
      known(3, { interactions: [news] }),
    ]);
    expect(told(given)).toEqual([
      'Congratulate Person 2: Person 2 had good news 2 days ago: a new job',
    ]);
    expect(commands(given)).toEqual(['draft @Person 2 --moment milestone']);
  });
});

describe('a quiet connection', () => {
  const old = [one('project', '2026-03-01')];
  it('is worth a message, for two people at most, the second at the end', () => {
    const given = material({ quiet: [1, 2, 3, 4], stale: [5] }, [
      known(1, { person: connected, interactions: old, everyDays: 365 }),
      known(2, { person: connected, interactions: old }),
      known(3, { person: connected, interactions: [...old, one('event', '2026-02-01')] }),
      known(4, { person: connected, interactions: old }),
      known(5, { person: { connection: { status: 'invited', since: '2026-10-01' } } }),
    ]);
    expect(told(given)).toEqual([
      'Catch up with Person 2: You were last in touch 9 months ago, and you have one thing in the log to write about',
      'Withdraw the invitation to Person 5: It has been waiting for 52 days, and few are accepted after 21',
      'Catch up with Person 3: You were last in touch 9 months ago, and you have 2 things in the log to write about',
    ]);
    expect(commands(given)).toEqual(['draft @Person 2', 'withdrawn @Person 5', 'draft @Person 3']);
  });
});

describe('a goal', () => {
  const near = (goal: string, ...people: History[]) => ({
    goal,
    people: people.map(({ person }): Person => person),
    titles: [],
  });
  const rust = { skills: ['Rust'] };
  const talk = one('meeting', '2026-11-20');

  it('is asked for when I have none', () => {
    const none = { ...QUIET_NETWORK.me, goals: [] };
    expect(told(material({ me: none }))).toEqual([
      "Say what you're working towards: With a goal, the review can say who could help. Put your own words between the quotes",
    ]);
    expect(commands(material({ me: none }))).toEqual(['me --goal backend engineer']);
    expect(commands(material({ me: { ...none, role: null } }))).toEqual([
      'me --goal platform engineering',
    ]);
  });

  it.each([
    [0, 'people'],
    [1, 'people --status connected'],
  ])(
    'that no one can help with tells me to look for someone, with %i connections',
    (count, command) => {
      const given = material({
        goalCandidates: [near('sailing'), near('chess')],
        byStatus: { ...QUIET_NETWORK.byStatus, connected: count },
      });
      expect(told(given)).toEqual([
        'Look for someone who knows about sailing: No role, skill, interest or title in your log mentions it. If you know someone with that skill, add it with edit --skill',
      ]);
      expect(commands(given)).toEqual([command]);
    },
  );

  it.each<[string, Omit<ExampleHistory, 'today'>, left: number, what: string | null]>([
    ['a connection', { person: { ...rust, ...connected }, interactions: [talk] }, 0, 'Talk to'],
    ['an open moment', { person: rust, interactions: [one('project', '2026-11-20')] }, 1, 'Invite'],
    ['no invitation left', { person: rust, interactions: [one('project', '2026-11-20')] }, 0, null],
    ['a talk', { person: { ...rust, team: 'Search' }, interactions: [talk] }, 0, 'Say hello to'],
    ['nothing open', { person: rust, interactions: [one('project', '2024-11-20')] }, 1, null],
    ['nothing logged', { person: { ...rust, ...connected } }, 1, null],
    [
      'a strained tie',
      { person: { ...rust, ...connected, strained: true }, interactions: [talk] },
      1,
      null,
    ],
    [
      'a former coworker',
      { person: { ...rust, relationship: 'former' }, interactions: [one('project', '2026-11-20')] },
      1,
      'Invite',
    ],
  ])('is served by %s', (_, given, left, what) => {
    const person = known(1, given);
    const found = told(material({ goalCandidates: [near('Rust', person)] }, [person], left));
    expect(found).toEqual(
      what === null
        ? []
        : [
            `${what} Person 1 about Rust: They have the skill "Rust", and you have something to write about`,
          ],
    );
  });

  it('gets a person of its own, even if someone else serves it too', () => {
    const both = known(1, {
      person: { ...connected, skills: ['Rust', 'Go'] },
      interactions: [talk],
    });
    const team = known(2, { person: { ...connected, team: 'Go guild' }, interactions: [talk] });
    const role = known(3, { person: { ...connected, role: 'Lisp hacker' }, interactions: [talk] });
    const goals = [near('Rust', both), near('Go', both, team), near('Lisp', role)];
    const [first, second, ...others] = told(
      material({ goalCandidates: goals }, [both, team, role]),
    );
    expect(first).toMatch(/^Talk to Person 1 about Rust: They have the skill "Rust",/);
    expect(second).toMatch(/^Talk to Person 2 about Go: They're on "Go guild",/);
    expect(others).toEqual([]);
  });

  it.each<[Partial<Person>, string]>([
    [{ role: 'Rust developer' }, 'Their role is "Rust developer"'],
    [{ interests: ['Rust'] }, `They're interested in "Rust"`],
  ])('is served by %j', (fields, shows) => {
    const person = known(1, { person: { ...connected, ...fields }, interactions: [talk] });
    expect(told(material({ goalCandidates: [near('Rust', person)] }, [person]))).toEqual([
      `Talk to Person 1 about Rust: ${shows}, and you have something to write about`,
    ]);
  });

  it('is served by a title in the log', () => {
    const person = known(1, { person: connected, interactions: [talk] });
    const titles = [{ person: person.person, title: 'Rust rewrite' }];
    expect(
      told(material({ goalCandidates: [{ goal: 'Rust', people: [], titles }] }, [person])),
    ).toEqual([
      'Talk to Person 1 about Rust: "Rust rewrite" is in your log with them, and you have something to write about',
    ]);
  });
});

describe('open moments', () => {
  const moments = (...open: number[]) =>
    open.map((count) => ({ kind: 'project' as const, used: 1, open: count, passed: 1 }));
  const why =
    'An invitation or a message is most welcome when something has just happened. The best are listed first';
  it.each([
    [[0, 0], 1, []],
    [[1, 0], 1, [`See the moment open now: ${why}`]],
    [[1, 2], 1, [`See the 3 moments open now: ${why}`]],
    [[1, 2], 0, []],
  ])('of %j with %i invitations left', (open, left, lines) => {
    expect(told(material({ moments: moments(...open) }, [], left))).toEqual(lines);
  });
});

describe('a recommendation', () => {
  const work = { person: 1, projects: 2, feedback: 1, first: '2026-01-01', last: '2026-07-01' };
  const good =
    'over six months are a good basis for it. To stop this advice, log something with "recommendation" in its title';
  it.each<[Person['relationship'], projects: number, feedback: number, what: string]>([
    ['colleague', 2, 1, 'Write Person 1 a recommendation: 3'],
    ['colleague', 2, 2, 'Write Person 1 a recommendation: 4'],
    ['colleague', 1, 2, 'Ask Person 1 whether they would recommend you: 3'],
    ['manager', 3, 0, 'Ask Person 1 whether they would recommend you: 3'],
    ['mentor', 3, 0, 'Ask Person 1 whether they would recommend you: 3'],
  ])(
    'from a %s after %i projects and %i feedback sessions',
    (relationship, projects, feedback, what) => {
      const person = known(1, { person: { ...connected, relationship } });
      const given = material({ sharedWork: [{ ...work, projects, feedback }] }, [person]);
      expect(told(given)).toEqual([`${what} projects and feedback sessions ${good}`]);
      expect(commands(given)).toEqual(['show @Person 1']);
    },
  );

  it('skips anyone held or unknown', () => {
    const given = material({ sharedWork: [{ ...work, person: 9 }, work, { ...work, person: 2 }] }, [
      known(1, { person: { ...connected, strained: true } }),
      known(2, { person: connected }),
    ]);
    expect(told(given)).toHaveLength(1);
    expect(told(given)[0]).toMatch(/^Write Person 2 /);
  });
});

describe('an unanswered invitation', () => {
  const invited = (id: number, since: string, extra: Partial<History> = {}) => ({
    ...known(id, { person: { connection: { status: 'invited', since } } }),
    ...extra,
  });
  it.each([
    [
      '2026-05-26',
      1,
      'Withdraw the invitation to Person 1: It has been waiting for 180 days, and few are accepted after 21',
    ],
    [
      '2026-05-25',
      1,
      'Note that the invitation to Person 1 has expired: It went out 181 days ago, and LinkedIn drops invitations after about six months',
    ],
    [
      '2026-10-01',
      2,
      'Withdraw the invitation to Person 1: It has been waiting for 52 days, and few are accepted after 21; 1 more has been waiting for over three weeks',
    ],
    [
      '2026-10-01',
      3,
      'Withdraw the invitation to Person 1: It has been waiting for 52 days, and few are accepted after 21; 2 more have been waiting for over three weeks',
    ],
  ])('since %s, one of %i', (since, count, line) => {
    const stale = [1, 2, 3].slice(0, count);
    expect(told(material({ stale }, [invited(1, since)]))).toEqual([line]);
  });

  it('is left alone while the person is snoozed', () => {
    const snoozed = invited(1, '2026-10-01', { snoozedUntil: '2026-12-01' });
    expect(told(material({ stale: [9, 1] }, [snoozed]))).toEqual([]);
    expect(told(material({ stale: [1, 2] }, [snoozed, invited(2, '2026-10-02')]))[0]).toMatch(
      /^Withdraw the invitation to Person 2: It has been waiting for 51 days/,
    );
  });
});

describe('my profile', () => {
  const since = '2026-11-15';
  const what = 'People look for skills, and for where you used them';
  const skill = (name: string, day: string | null) => ({ skill: name, since: day });
  it.each<
    [string, Network['profileNews'], Network['me']['skills'], lines: string[], command: string[]]
  >([
    ['nothing', [], [skill('Rust', null)], [], []],
    [
      'a project',
      [{ kind: 'project', title: 'Apollo', date: since }],
      [],
      [`Apollo: You finished it 7 days ago. ${what}`],
      ['interactions --kind project --since 2026-10-23'],
    ],
    [
      'a new job, an older one than a project',
      [
        { kind: 'project', title: 'Apollo', date: since },
        { kind: 'new-job', title: 'Billing', date: '2026-11-01' },
      ],
      [],
      [`Billing: You started it 3 weeks ago. In the last month, you also had 1 project. ${what}`],
      ['interactions --since 2026-10-23'],
    ],
    [
      'a new job that was logged once for each coworker',
      [
        { kind: 'new-job', title: 'Started at Brightly', date: '2026-11-01' },
        { kind: 'new-job', title: 'Started at Brightly', date: '2026-11-01' },
        { kind: 'new-job', title: 'Joined the team', date: '2026-11-01' },
      ],
      [],
      [`Started at Brightly: You started it 3 weeks ago. ${what}`],
      ['interactions --since 2026-10-23'],
    ],
    [
      'skills of the last month',
      [{ kind: 'project', title: 'Apollo', date: '2026-11-01' }],
      [
        skill('Go', '2026-10-22'),
        skill('Rust', '2026-11-22'),
        skill('Lisp', '2026-11-23'),
        skill('C', '2026-10-23'),
      ],
      [
        `Rust: You added this skill today. In the last month, you also had 1 project and 1 skill. ${what}`,
      ],
      ['me'],
    ],
  ])('shows %s', (_, profileNews, skills, lines, command) => {
    const given = material({ profileNews, me: { ...QUIET_NETWORK.me, skills } });
    expect(told(given)).toEqual(lines.map((line) => `Update your LinkedIn profile: ${line}`));
    expect(commands(given)).toEqual(command);
  });
});

describe('a narrow network', () => {
  const teams = [
    { name: 'Billing', total: 9, connected: 8 },
    { name: 'Design', total: 4, connected: 1 },
  ];
  const fresh = [one('project', '2026-11-20')];
  const why =
    '89% of the connections whose team you noted come from Billing, and people on other teams hear about other things';

  it('gets wider with someone on another team who has an open moment', () => {
    const given = material({ teams, unconnected: [9, 1, 2, 3, 4, 5] }, [
      known(1, { person: { team: 'Design', strained: true }, interactions: fresh }),
      known(2, { person: { team: null }, interactions: fresh }),
      known(3, { person: { team: 'billing' }, interactions: fresh }),
      known(4, { person: { team: 'Design' }, interactions: [one('project', '2024-01-01')] }),
      known(5, { person: { team: 'Design' }, interactions: fresh }),
    ]);
    expect(told(given)).toEqual([`Get to know Person 5 on Design: ${why}`]);
    expect(commands(given)).toEqual(['draft @Person 5']);
  });

  it('sends me to events when no one is available', () => {
    expect(told(material({ teams }))).toEqual([`Meet people on other teams: ${why}`]);
    expect(commands(material({ teams }))).toEqual([`rules ${RULES.event.id}`]);
  });
});

describe('a review', () => {
  it('names no one twice', () => {
    const people = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((id) =>
      known(id, {
        person: { ...connected, skills: [`Skill${id}`] },
        interactions: [one('project', '2026-03-01')],
      }),
    );
    const { actions } = review(
      material(
        {
          quiet: [1, 2],
          goalCandidates: [
            { goal: 'Skill1', people: people.slice(0, 1).map(({ person }) => person), titles: [] },
            { goal: 'sailing', people: [], titles: [] },
          ],
          moments: [{ kind: 'project', used: 0, open: 1, passed: 0 }],
        },
        people,
      ),
    );
    expect(actions.map(({ what }) => what)).toEqual([
      'Talk to Person 1 about Skill1',
      'Look for someone who knows about sailing',
      'See the moment open now',
      'Catch up with Person 2',
    ]);
  });

  it('shows at most eight findings, the best first', () => {
    const moments = [{ kind: 'project' as const, used: 0, open: 1, passed: 0 }];
    const profileNews = [{ kind: 'project' as const, title: 'Apollo', date: TODAY }];
    const work = { projects: 3, feedback: 0, first: '2026-01-01', last: '2026-07-01' };
    const quiet = [one('project', '2026-03-01')];
    const given = material(
      {
        milestones: [1],
        goalCandidates: [{ goal: 'sailing', people: [], titles: [] }],
        quiet: [2, 3],
        moments,
        sharedWork: [{ person: 4, ...work }],
        stale: [5],
        profileNews,
        teams: [{ name: 'Billing', total: 9, connected: 8 }],
      },
      [
        known(1, { interactions: [one('milestone', '2026-11-20')] }),
        known(2, { person: connected, interactions: quiet }),
        known(3, { person: connected, interactions: quiet }),
        known(4, { person: connected }),
        known(5, { person: { connection: { status: 'invited', since: '2026-10-01' } } }),
      ],
    );
    const all = findings(given).map(({ what }) => what);
    expect(all).toEqual([
      'Congratulate Person 1',
      'Look for someone who knows about sailing',
      'Catch up with Person 2',
      'See the moment open now',
      'Write Person 4 a recommendation',
      'Withdraw the invitation to Person 5',
      'Update your LinkedIn profile: Apollo',
      'Meet people on other teams',
      'Catch up with Person 3',
    ]);
    expect(review(given).actions.map(({ what }) => what)).toEqual(all.slice(0, 8));
  });

  it('counts people by team and company', () => {
    const { people, date, ties, goals } = review(
      material({
        teams: [{ name: 'Billing', total: 3, connected: 1 }],
        companies: [{ name: 'Acme', total: 2, connected: 0 }],
      }),
    );
    expect(date).toBe(TODAY);
    expect(people).toEqual({
      total: 9,
      byStatus: QUIET_NETWORK.byStatus,
      byTeam: { Billing: 3 },
      byCompany: { Acme: 2 },
      byRelationship: QUIET_NETWORK.byRelationship,
    });
    expect(ties).toEqual(QUIET_NETWORK.ties);
    expect(goals).toEqual([]);
  });
});
