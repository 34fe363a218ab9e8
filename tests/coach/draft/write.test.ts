import { describe, expect, it } from 'vitest';
import { historyOf } from '../../../rules/lib/example.ts';
import { writeDraft } from '../../../src/coach/draft/write.ts';
import type { ExampleHistory } from '../../../src/model.ts';
import type { RuleName } from '../../helpers/rules.ts';
import { CASES, connected, momentOf, project, requestOf, TODAY, write } from './situation.ts';

describe('a message', () => {
  it('names the shared work, what stood out, who I am and why I am writing', () => {
    expect(
      write('project', { interactions: [project('Apollo launch', 'your rollback plan')] }),
    ).toBe(
      "Hi Priya, it was a pleasure to work with you on the Apollo launch. Thank you for your rollback plan. I'm Sam, a backend engineer on the Billing team. I'd like to connect so that we keep in touch.",
    );
  });

  it('tells a former coworker where I work now only after a while', () => {
    const person = { relationship: 'former' as const };
    const left = (date: string) => ({ kind: 'departure' as const, date, title: 'Left for Halden' });
    const recent = write('departure', { person, interactions: [left('2026-11-17')] });
    expect(recent).toBe(
      "Hi Priya, I was thinking back to the time we worked together. I'd like to reconnect, and would enjoy hearing how your work is going.",
    );
    const known = ['2026-03-02', '2026-04-02', '2026-05-02'].map((day) =>
      project('Apollo', undefined, day),
    );
    expect(write('departure', { person, interactions: [left('2026-11-17'), ...known] })).toBe(
      "Hi Priya, I was thinking back to our work on Apollo. I'd like to reconnect, and would enjoy hearing how your work is going.",
    );
    const late = write('departure', { person, interactions: [left('2026-09-01')] });
    expect(late).toContain('These days I work as a backend engineer on the Billing team.');
    expect(late).not.toContain("I'm Sam");
  });

  it.each([1, 2, 3, 4])('does not make light of hard news in wording %i', (variant) => {
    const text = write(
      'reorg',
      {
        person: { team: 'Billing' },
        interactions: [{ kind: 'reorg', date: '2026-11-20', title: 'layoffs in Sales' }],
      },
      { variant },
    );
    expect(text).toContain('the layoffs in Sales');
    expect(text).not.toMatch(/changes around|good to have company|share what we learn|more often/);
  });

  it.each([1, 2, 3, 4])(
    'does not open with a happy hello after hard news in wording %i',
    (variant) => {
      const text = write(
        'warm-up',
        {
          person: { team: 'Payments' },
          interactions: [{ kind: 'reorg', date: '2026-11-20', title: 'layoffs in Sales' }],
        },
        { variant, channel: 'message', limit: null },
      );
      expect(text).toContain('the layoffs in Sales');
      expect(text).not.toMatch(/more often/);
    },
  );

  it('leaves out who I am from the third interaction on', () => {
    const interactions = [project('Apollo launch'), project('Atlas', undefined, '2026-01-02')];
    expect(write('project', { interactions })).toContain("I'm Sam");
    const three = [...interactions, project('Zeus', undefined, '2026-01-03')];
    expect(write('project', { interactions: three })).not.toContain('Sam');
  });

  it.each([
    [{ name: null }, 'I work as a backend engineer on the Billing team.'],
    [{ role: null }, "I'm Sam from the Billing team."],
    [{ team: null }, "I'm Sam, a backend engineer."],
    [{ team: null, company: 'Halden' }, "I'm Sam, a backend engineer at Halden."],
    [{ role: 'Head of Data', team: 'Team Blue' }, "I'm Sam, Head of Data on Team Blue."],
    [{ role: 'HR manager', team: null }, "I'm Sam, an HR manager."],
    [{ role: null, team: null }, null],
    [{ name: null, role: null, team: null }, null],
  ])('introduces me with whatever is set: %j', (me, intro) => {
    const text = write('project', { me, interactions: [project('Apollo')] });
    if (intro === null) expect(text).not.toMatch(/I'm Sam|I work/);
    else expect(text).toContain(` ${intro} `);
    expect(text).not.toMatch(/null|undefined|\s{2}| on \.| at \./);
  });

  it('mentions the shared team to a teammate, and introduces me without it', () => {
    expect(write('team', { person: { team: 'Billing' } })).toBe(
      "Hi Priya, we are both on the Billing team, and I am glad of it. I'm Sam, a backend engineer. I'd like to connect so that we get to know each other's work.",
    );
  });

  it('congratulates and recalls something shared', () => {
    const interactions = [
      { kind: 'milestone' as const, date: '2026-11-20', title: 'Promoted to Staff Engineer' },
      project('Ledger migration', 'your rollback plan', '2026-03-02'),
    ];
    expect(
      write('milestone', { person: connected, interactions }, { channel: 'message', limit: 8000 }),
    ).toBe(
      'Hi Priya, congratulations on your promotion to Staff Engineer! I still think of our work on the Ledger migration. I hope that it all goes well, and that we stay in touch.',
    );
  });

  it('acknowledges a long silence before picking up the thread', () => {
    const interactions = [project('Atlas migration', undefined, '2022-05-20')];
    const person = { relationship: 'former' as const };
    for (const variant of [1, 2, 3, 4]) {
      expect(write('departure', { person, interactions }, { variant, limit: 300 })).toContain(
        'more than four years',
      );
      expect(
        write(
          'check-in',
          { person: connected, interactions },
          { variant, channel: 'message', limit: 8000 },
        ),
      ).toContain('more than');
    }
  });

  it('asks a connection at most one easy question', () => {
    const interactions = [project('Ledger migration', undefined, '2026-10-01')];
    for (let variant = 1; variant <= 16; variant++) {
      const text = write(
        'check-in',
        { person: connected, interactions },
        { variant, channel: 'message' },
      );
      expect(text.match(/\?/g)?.length ?? 0).toBeLessThanOrEqual(1);
      expect(text).toContain('Ledger migration');
      expect(text).not.toContain("I'm Sam");
    }
  });

  it('mentions the coming invitation when the message is not the invitation itself', () => {
    for (const channel of ['message', 'email'] as const) {
      const text = write(
        'project',
        { interactions: [project('Apollo')] },
        { channel, limit: null },
      );
      expect(text).toContain('an invitation on LinkedIn');
    }
    expect(write('project', { interactions: [project('Apollo')] })).not.toContain('LinkedIn');
  });

  it('starts an email with the subject and ends it with my name', () => {
    expect(
      write(
        'project',
        { interactions: [project('Ledger migration')] },
        { channel: 'email', limit: null },
      ),
    ).toBe(
      "Subject: Our work on the Ledger migration\n\nHi Priya,\n\nIt was a pleasure to work with you on the Ledger migration. I'm Sam, a backend engineer on the Billing team. I'm about to send you an invitation on LinkedIn so that we keep in touch as new projects come along.\n\nBest wishes,\nSam Okoro",
    );
  });

  it('never reveals the content of feedback', () => {
    const title = 'Said I interrupt people too often';
    for (let variant = 1; variant <= 16; variant++) {
      const interactions = [
        {
          kind: 'feedback' as const,
          date: '2026-11-20',
          title,
          highlight: 'blunt about my slides',
        },
      ];
      const text = write('feedback', { interactions }, { variant });
      expect(text).toContain('feedback');
      expect(text).not.toMatch(/interrupt|people|blunt|slides/);
    }
  });
});

describe('a message under a limit', () => {
  const given = { interactions: [project('Ledger migration', 'your runbook')] };
  it.each([
    [
      300,
      "Hi Priya, it was a pleasure to work with you on the Ledger migration. Thank you for your runbook. I'm Sam, a backend engineer on the Billing team. I'd like to connect so that we keep in touch as new projects come along.",
    ],
    [
      200,
      "Hi Priya, it was a pleasure to work with you on the Ledger migration. Thank you for your runbook. I'm Sam, a backend engineer on the Billing team. I'd like to connect so that we keep in touch.",
    ],
    [
      185,
      "Hi Priya, it was a pleasure to work with you on the Ledger migration. Thank you for your runbook. I'm Sam, a backend engineer on the Billing team. I'd like to stay in touch.",
    ],
    [
      160,
      "Hi Priya, it was a pleasure to work with you on the Ledger migration. Thank you for your runbook. I'd like to connect so that we keep in touch.",
    ],
    [
      120,
      "Hi Priya, it was a pleasure to work with you on the Ledger migration. I'd like to connect so that we keep in touch.",
    ],
    [80, 'Hi Priya, it was a pleasure to work with you on the Ledger migration.'],
    [60, 'Hi Priya, thank you for your work on the Ledger migration.'],
    [50, 'Hi Priya, thank you for your work on "Ledger…".'],
    [40, 'Thank you for your work on "Ledger…".'],
    [20, 'Thank you for your'],
  ])('of %i drops the least important part first', (limit, text) => {
    expect(write('project', given, { limit })).toBe(text);
  });

  it('cuts a long title between words, and shows it inside its quotation marks', () => {
    const title =
      'Rewire every one of the old invoice exporters because nobody dares to touch them';
    const text = write('project', { interactions: [project(title)] }, { limit: 100 });
    expect(text).toMatch(/"Rewire every one [a-z ]*[a-z]…"/);
    expect(text.length).toBeLessThanOrEqual(100);
  });

  it('prefers a natural break in a title to a cut', () => {
    const title =
      'Ledger migration for the whole EMEA region, including eleven years of invoices and all the finance teams in between';
    expect(write('project', { interactions: [project(title)] })).toContain(
      'on the Ledger migration for the whole EMEA region. ',
    );
  });
});

describe('what a message looks back on', () => {
  const news = { kind: 'milestone' as const, date: '2026-11-20', title: 'Promoted to Staff' };
  const reorg = { kind: 'reorg' as const, date: '2026-03-02', title: 'merger' };
  const event = { kind: 'event' as const, date: '2026-02-02', title: 'Lisbon offsite' };
  const coffee = { kind: 'meeting' as const, date: '2026-04-02', title: 'Coffee' };
  const left = { kind: 'departure' as const, date: '2026-04-02', title: 'Left Halden' };
  it.each([
    [[reorg, event, coffee], ' I still think of our time at the Lisbon offsite.'],
    [
      [reorg, event, project('Atlas', undefined, '2026-01-01')],
      ' I still think of our work on Atlas.',
    ],
    [[reorg, coffee], ' I still think of our coffee.'],
    [[reorg], ' I still think of our work through the changes around the merger.'],
    [[left], ''],
    [[], ''],
  ])('comes after their news: %j', (others, tie) => {
    expect(
      write(
        'milestone',
        { person: connected, interactions: [news, ...others] },
        { channel: 'message', limit: 8000 },
      ),
    ).toBe(
      `Hi Priya, congratulations on your promotion to Staff!${tie} I hope that it all goes well, and that we stay in touch.`,
    );
  });

  it('is the news itself when there is nothing else', () => {
    expect(
      write(
        'check-in',
        { person: connected, interactions: [{ ...news, date: '2026-01-20' }] },
        { channel: 'message', limit: 8000 },
      ),
    ).toBe(
      'Hi Priya, it has been ten months since we were last in touch, and I was thinking back to the good news of your promotion to Staff. How are things going on your side?',
    );
  });

  it('is our work, not the farewell', () => {
    expect(
      write('departure', {
        person: { relationship: 'former' },
        interactions: [
          { ...left, date: '2026-11-01' },
          {
            ...event,
            highlight: 'her jokes',
            detail: { is: 'thing', phrase: 'your jokes', short: null },
          },
        ],
      }),
    ).toBe(
      "Hi Priya, I was thinking back to our time at the Lisbon offsite. Thank you for your jokes. I'd like to reconnect, and would enjoy hearing how your work is going.",
    );
  });
});

describe('my introduction', () => {
  const given = { interactions: [project('Apollo')] };
  it.each([
    ['Acme ', 'acme', 'on the Billing team.'],
    ['Acme', 'Halden', 'on the Billing team at Acme.'],
    ['Acme', null, 'on the Billing team at Acme.'],
    ['', '', 'on the Billing team.'],
  ])('from someone at %j to someone at %j', (mine, theirs, place) => {
    const text = write('project', { ...given, me: { company: mine }, person: { company: theirs } });
    expect(text).toContain(` I'm Sam, a backend engineer ${place} `);
  });

  it('says "on your team" to a teammate', () => {
    expect(write('project', { ...given, person: { team: 'Billing' } })).toContain(
      " I'm Sam, a backend engineer on your team. ",
    );
  });

  it('comes with good news for someone I share nothing else with', () => {
    const news = { kind: 'milestone' as const, date: '2026-11-20', title: 'Promoted to Staff' };
    const text = (person: ExampleHistory['person'], more: typeof given.interactions) =>
      write(
        'milestone',
        { person: person ?? {}, interactions: [news, ...more] },
        { channel: 'message', limit: 8000 },
      );
    expect(text({}, [])).toContain(" I'm Sam, a backend engineer on the Billing team. ");
    expect(text(connected, [])).not.toContain("I'm Sam");
    expect(text({}, given.interactions)).not.toContain("I'm Sam");
  });
});

describe('a team message', () => {
  const name = 'Very Long Platform Engineering Enablement';
  it.each([
    [
      200,
      `Hi Priya, we are both on the ${name} team, and I am glad of it. I'm Sam, a backend engineer. I'd like to connect so that we get to know each other's work.`,
    ],
    [120, `Hi Priya, we are both on the ${name} team, and I am glad of it. I'd like to connect.`],
    [90, `Hi Priya, we are both on the ${name} team.`],
    [75, 'Hi Priya, we are both on the same team, and I am glad of it.'],
    [45, 'Hi Priya, we are both on the same team.'],
    [30, 'We are both on the same team.'],
  ])('drops a long team name late, at %i characters', (limit, text) => {
    expect(write('team', { person: { team: name }, me: { team: name } }, { limit })).toBe(text);
  });

  it('without a team name speaks of the same team', () => {
    expect(write('team', { person: { relationship: 'teammate' }, me: { team: null } })).toBe(
      "Hi Priya, we are both on the same team, and I am glad of it. I'm Sam, a backend engineer. I'd like to connect so that we get to know each other's work.",
    );
  });
});

describe('a long name', () => {
  it.each([
    [40, 'Hi X'],
    [41, 'It was'],
  ])('of %i letters is in the greeting only if it fits', (length, start) => {
    const person = { name: `X${'x'.repeat(length - 1)}` };
    expect(write('project', { person, interactions: [project('Apollo')] })).toMatch(
      new RegExp(`^${start}`),
    );
  });
});

describe('a title that tells a story', () => {
  it.each([
    [
      'Migrating the ledger of the whole EMEA region away from the old mainframe in the basement of Rome (phase two), including eleven years of invoices',
      'migrating the ledger of the whole EMEA region away',
    ],
    [`Ledger, ${'x'.repeat(82)}`, `"Ledger, ${'x'.repeat(82)}"`],
    [`Ledger, ${'x'.repeat(83)}`, 'the ledger'],
  ])('%s', (title, topic) => {
    const text = write(
      'project',
      { interactions: [project(title)] },
      { channel: 'message', limit: 8000 },
    );
    expect(text).toContain(`it was a pleasure to work with you on ${topic}. I'm Sam`);
  });

  it.each([
    [
      120,
      "I joined the Very Long Named Department of Platforms, and it is good to work with you. I'd like to connect.",
    ],
    [100, "I joined the Very Long Named Department of Platforms. I'd like to connect."],
    [80, "I joined the Billing team. I'd like to connect."],
  ])('about a new job is shortened to fit %i characters', (limit, text) => {
    const title = 'Joined the Very Long Named Department of Platforms';
    const interactions = [{ kind: 'new-job' as const, date: '2026-11-01', title }];
    expect(write('new-job', { interactions }, { limit })).toBe(`Hi Priya, ${text}`);
  });

  it.each([
    [
      200,
      'your promotion to Principal Engineer of the Payments Platform! I still think of our work on the Ledger migration of the old accounts. I hope it goes well.',
    ],
    [130, 'your promotion to Principal Engineer of the Payments Platform! I hope it goes well.'],
    [100, 'your promotion to Principal Engineer of the Payments Platform!'],
    [80, 'your promotion!'],
  ])('about their news is shortened to fit %i characters', (limit, text) => {
    const title = 'Promoted to Principal Engineer of the Payments Platform';
    const interactions = [
      { kind: 'milestone' as const, date: '2026-11-20', title },
      project('Ledger migration of the old accounts', undefined, '2026-01-20'),
    ];
    expect(write('milestone', { person: connected, interactions }, { limit })).toBe(
      `Hi Priya, congratulations on ${text}`,
    );
  });
});

describe('a coming invitation', () => {
  it.each([
    [
      1,
      "I'm about to send you an invitation on LinkedIn so that we keep in touch as new projects come along.",
    ],
    [
      2,
      "I'm sending you an invitation on LinkedIn, and I hope that we build something together again.",
    ],
    [3, "I'll send you an invitation on LinkedIn today, since I would gladly work with you again."],
  ])('is announced in wording %i', (variant, end) => {
    const text = write(
      'project',
      { interactions: [project('Apollo')] },
      { channel: 'message', limit: null, variant },
    );
    expect(text.slice(-end.length)).toBe(end);
  });
});

describe('an email', () => {
  const email = { channel: 'email' as const, limit: null };
  it('of congratulations says so in its subject', () => {
    const news = { kind: 'milestone' as const, date: '2026-11-20', title: 'Promoted to Staff' };
    expect(write('milestone', { person: connected, interactions: [news] }, email)).toBe(
      'Subject: Congratulations\n\nHi Priya,\n\nCongratulations on your promotion to Staff! I hope that it all goes well, and that we stay in touch.\n\nBest wishes,\nSam Okoro',
    );
  });
  it('ends with its last sentence if I have not set my name', () => {
    const given = { me: { name: null }, interactions: [project('Apollo')] };
    expect(write('project', given, email)).toMatch(/ as new projects come along\.$/);
  });
  it('with nothing shared has a plain subject', () => {
    expect(write('team', { person: { team: 'Billing' } }, email)).toMatch(
      /^Subject: Keeping in touch\n\nHi Priya,\n\nWe are both on the Billing team,/,
    );
  });
  it('that barely fits has a subject, a greeting and one sentence', () => {
    const given = { interactions: [project('Apollo launch')] };
    expect(write('project', given, { channel: 'email', limit: 90 })).toBe(
      'Subject: Keeping in touch\n\nHi Priya,\n\nThank you for your work on the Apollo launch.',
    );
  });
});

it('recognises an alias in a title as the reader', () => {
  const interactions = [project("Pri's dashboard")];
  expect(write('project', { person: { aliases: ['Pri'] }, interactions })).toContain(
    'it was a pleasure to work with you on your dashboard. ',
  );
});

it.each([
  [0, 'it was a pleasure'],
  [-3, 'it was a pleasure'],
  [1.9, 'it was a pleasure'],
  [2.5, 'thank you for the work'],
])('maps %d to an existing wording', (variant, start) => {
  const text = write('project', { interactions: [project('Apollo')] }, { variant });
  expect(text.startsWith(`Hi Priya, ${start}`)).toBe(true);
});

describe('variants', () => {
  it.each(CASES)(
    '$id has at least four wordings to $action, all different',
    ({ id, action, given }) => {
      const history = historyOf(given);
      const moment = { ...momentOf(id, history), action };
      const asked = (variant: number) =>
        writeDraft(requestOf(history, moment, { variant, channel: 'message', limit: 8000 }));
      const { variants } = asked(1);
      expect(variants).toBeGreaterThanOrEqual(4);
      const texts = Array.from({ length: variants }, (_, index) => asked(index + 1).draft.text);
      expect(new Set(texts).size).toBe(variants);
      expect(asked(variants + 1).draft.text).toBe(texts[0]);
      expect(asked(variants + 2).variant).toBe(2);
      for (let index = 0; index < 3; index++) {
        const parts = [texts[index], texts[index + 1]].map((text) => text?.split('. ') ?? []);
        expect(parts[0]?.[0]).not.toBe(parts[1]?.[0]);
        expect(parts[0]?.at(-1)).not.toBe(parts[1]?.at(-1));
      }
    },
  );

  it('spreads coworkers over the wordings, always the same one for the same person', () => {
    const texts = Array.from({ length: 40 }, (_, index) => {
      const person = { id: index + 1, name: `Priya ${index}` } as never;
      const history = historyOf({ today: TODAY, person, interactions: [project('Apollo')] });
      const request = requestOf(history, momentOf('project', history), { variant: null });
      expect(writeDraft(request)).toEqual(writeDraft(request));
      return writeDraft(request).draft.text;
    });
    expect(new Set(texts).size).toBeGreaterThan(12);
  });
});

it('rejects an action that the rule has no wording for', () => {
  const history = historyOf({ today: TODAY, interactions: [project('Apollo')] });
  const request = requestOf(history, { ...momentOf('project', history), action: 'thank' });
  expect(() => writeDraft(request)).toThrow(RangeError);
});

const wordings = (id: RuleName, given: Parameters<typeof write>[1]) =>
  Array.from({ length: 16 }, (_, index) => write(id, given, { variant: index + 1, limit: 300 }));

it.each(['Baby girl', 'Becoming a father', 'Wedding'])('treats %s as a joy', (title) => {
  const interactions = [{ kind: 'milestone' as const, date: '2026-11-20', title }];
  for (const text of wordings('milestone', { person: connected, interactions })) {
    expect(text).toMatch(/congratulations/);
    expect(text).not.toMatch(/deserved|well done|success|what you do next/);
  }
});

it('looks back on feedback with thanks, not as a fond memory', () => {
  const interactions = [{ kind: 'feedback' as const, date: '2026-06-01', title: 'Q3 review' }];
  for (const text of wordings('departure', { person: { relationship: 'former' }, interactions }))
    expect(text).not.toContain('good memories');
});

it('shares an interest in books, not in "the books"', () => {
  const interactions = [{ kind: 'interest' as const, date: '2026-11-20', title: 'sci-fi books' }];
  for (const text of wordings('interest', { interactions }))
    expect(text).not.toContain('the sci-fi');
});
