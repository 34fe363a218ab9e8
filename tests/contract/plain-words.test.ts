import { describe, expect, it } from 'vitest';
import { coach } from '../helpers/coach.ts';
import type { Interaction, Interactions, Logged, Person } from '../helpers/shapes.ts';

const names = (interaction: Interaction) => interaction.people.map(({ name }) => name);

/** Sunday, 22 November 2026. */
describe('log in plain words', () => {
  it('does the same as with flags', async () => {
    const c = coach();
    const { interaction, added } = await c.json<Logged>(
      'log',
      'Shipped Apollo with Priya and Tom yesterday',
    );
    expect(interaction).toMatchObject({ kind: 'project', date: '2026-11-21' });
    expect(interaction.title).toContain('Apollo');
    expect(interaction.title).not.toMatch(/Priya|Tom|yesterday/);
    expect(names(interaction).sort()).toEqual(['Priya', 'Tom']);
    expect(added).toHaveLength(2);
  });

  it('works without quotes', async () => {
    const quoted = await coach().json<Logged>('log', 'Shipped Apollo with Priya and Tom yesterday');
    const words = 'Shipped Apollo with Priya and Tom yesterday'.split(' ');
    expect(await coach().json<Logged>('log', ...words)).toEqual(quoted);
  });

  it('finds people in the log', async () => {
    const c = coach();
    await c.add('Priya Shah');
    await c.add('José Álvarez');
    const { interaction, added } = await c.json<Logged>(
      'log',
      'Shipped Apollo with Priya and Jose yesterday',
    );
    expect(names(interaction).sort()).toEqual(['José Álvarez', 'Priya Shah']);
    expect(added).toEqual([]);
  });

  it('never guesses between two people', async () => {
    const c = coach();
    await c.add('Grace Hopper');
    await c.add('Grace Kim');
    await c.fails('ambiguous-person', 'log', 'Shipped Apollo with Grace yesterday');
    expect((await c.json<Interactions>('interactions')).total).toBe(0);
    const { interaction } = await c.json<Logged>('log', 'Shipped Apollo with Grace Kim yesterday');
    expect(names(interaction)).toEqual(['Grace Kim']);
  });

  it('notes where people work, and asks if the log says otherwise', async () => {
    const c = coach();
    const { stdout } = await c.run(
      'log',
      'Met Jo Park from Contoso at the Lisbon summit yesterday',
    );
    expect(stdout).toContain('with Jo Park (new, Contoso).');
    expect(await c.people()).toEqual(['Jo Park']);
    expect(await c.person('Jo')).toMatchObject({ company: 'Contoso', team: null });
    expect((await c.run('log', 'Coffee with Jo Park of the legal team')).stderr).toBe('');
    expect(await c.person('Jo')).toMatchObject({ company: 'Contoso', team: 'legal' });
    const { code, stderr } = await c.run('log', 'Lunch with Jo from Fernhill');
    expect(code).toBe(0);
    expect(stderr).toBe(
      "Jo Park is at Contoso in your log, not Fernhill. If it's someone else, run netcoach undo and log them by their full name.\n",
    );
    expect(await c.person('Jo')).toMatchObject({ company: 'Contoso' });
  });

  it('ignores the workplace of someone the flags leave out', async () => {
    const c = coach();
    await c.add('Jo Park');
    await c.add('Al Jo Park');
    const words = 'Met Jo Park from Contoso yesterday';
    const { stderr } = await c.run('log', words, '--with', 'Ana Lima', '--kind', 'meeting');
    expect(stderr).toBe('');
    expect(await c.person('#1')).toMatchObject({ name: 'Jo Park', company: null });
    expect(await c.person('Ana')).toMatchObject({ company: null });
  });

  it('gives priority to flags', async () => {
    const c = coach();
    const { interaction } = await c.json<Logged>(
      ...['log', 'Shipped Apollo with Priya yesterday'],
      ...['--kind', 'event', '--on', '2026-11-19', '--title', 'Launch party'],
    );
    expect(interaction).toMatchObject({
      kind: 'event',
      date: '2026-11-19',
      title: 'Launch party',
    });
    expect(names(interaction)).toEqual(['Priya']);
    const other = await c.json<Logged>('log', 'Shipped Borealis yesterday', '--with', 'Tom Becker');
    expect(names(other.interaction)).toEqual(['Tom Becker']);
    expect(other.interaction).toMatchObject({
      kind: 'project',
      date: '2026-11-21',
    });
  });

  it.each([
    ['Shipped Apollo with Priya', 'project', '2026-11-22'],
    ['Finished the ledger migration with Priya last friday', 'project', '2026-11-20'],
    ['Met Priya at the Lisbon offsite 3 days ago', 'event', '2026-11-19'],
    ['Priya reviewed my caching design yesterday', 'feedback', '2026-11-21'],
    ['Priya got promoted to Staff Engineer', 'milestone', '2026-11-22'],
    ['Had lunch with Priya on nov 5', 'meeting', '2026-11-05'],
  ])('reads %j as a %s on %s', async (words, kind, date) => {
    const c = coach();
    await c.add('Priya Shah');
    const { interaction } = await c.json<Logged>('log', words);
    expect(interaction).toMatchObject({ kind, date });
    expect(names(interaction)).toEqual(['Priya Shah']);
    expect(interaction.title.trim()).not.toBe('');
  });

  it.each([
    ['Tom Becker told me that my talk was too long', 'feedback', 'my talk', 'my talk was too long'],
    ['Tom Becker said my slides were dull', 'feedback', 'my slides', 'my slides were dull'],
    ['Tom Becker thinks we should stop', 'feedback', 'Feedback', 'we should stop'],
    ['1:1 with Tom Becker: salary is 80k', 'meeting', '1:1', 'salary is 80k'],
    ['Met Tom Becker yesterday: looking for a job', 'meeting', 'Meeting', 'looking for a job'],
  ])('keeps what was talked about as a private note: %s', async (words, kind, title, note) => {
    const c = coach();
    const { interaction } = await c.json<Logged>('log', words);
    expect(interaction).toMatchObject({ kind, title, note });
    expect(names(interaction)).toEqual(['Tom Becker']);
    expect((await c.run('draft', 'Tom')).stdout).not.toContain(note);
  });

  it('keeps other people and the subject of a talk out of every draft', async () => {
    const c = coach();
    await c.add('Tom Becker');
    await c.json('log', 'Dinner with my wife and Tom Becker');
    expect((await c.draft('Tom')).draft.text).not.toContain('wife');
    await c.log('meeting', 'Ana Cruz', '1:1: salary is 80k', '2026-11-20');
    expect((await c.draft('Ana')).draft.text).not.toContain('80k');
  });

  it.each([
    ['Finished project 5 with Grace', 'Grace'],
    ['Finished Sprint 12 with Grace', 'Grace'],
    ['Shipped Launch 10/10 with Grace', 'Grace'],
    ['Finished Apollo with May', 'May'],
    ['Finished Apollo with April', 'April'],
    ['Met May at the March offsite', 'May'],
  ])('dates %j today: a number or a name is not a date', async (words, name) => {
    const { interaction } = await coach().json<Logged>('log', words);
    expect(interaction.date).toBe('2026-11-22');
    expect(names(interaction)).toEqual([name]);
  });

  it('keeps the numbers in the title', async () => {
    const { interaction } = await coach().json<Logged>('log', 'Finished project 5 with Grace');
    expect(interaction.title).toContain('5');
  });

  it('rejects a future date, and never stores it a year back', async () => {
    const c = coach();
    await c.fails('usage', 'log', 'Shipping Apollo with Grace tomorrow');
    await c.fails('usage', 'log', 'Tomorrow: finished Apollo with Grace');
    expect((await c.json<Interactions>('interactions')).total).toBe(0);
  });

  it.each([
    ['Talked with Lee Chan yesterday about the meeting next week', '2026-11-21'],
    ['Thanked Lee Chan today for covering last night', '2026-11-22'],
    ['Lunch with Lee Chan on monday, and she sent slides on tuesday', '2026-11-16'],
    ['shipped the release with Lee Chan yesterday, after the crash on friday', '2026-11-21'],
  ])('takes another day for a part of the same thing: %s', async (words, on) => {
    const c = coach();
    await c.add('Lee Chan');
    const { interaction } = await c.json<Logged>('log', words);
    expect(interaction.date).toBe(on);
    expect(interaction.title).not.toMatch(/and$/);
  });

  it.each([
    'yesterday lunch with Lee Chan, today coffee with Kim Park',
    'met Lee Chan yesterday, met Kim Park today',
    'met Lee Chan yesterday and Kim Park today',
    'Lunch with Lee Chan on Monday. Coffee with Kim Park on Wednesday.',
    'saw Lee Chan on friday and again on saturday',
  ])('refuses two days, of which it could keep only one: %s', async (words) => {
    const c = coach();
    const { message, hint } = await c.fails('bad-date', 'log', words);
    expect(message).toMatch(/are two days$/);
    expect(hint).toContain('netcoach log -');
    expect(await c.people()).toEqual([]);
  });

  it.each([
    [
      'working on the Ledger with Lee Chan since 3 nov, shipped it today',
      'the Ledger',
      '2026-11-22',
    ],
    ['mentored by Lee Chan since monday', 'Feedback', '2026-11-22'],
    ['ran the night desk with Lee Chan since 2019, shipped it', 'the night desk', '2026-11-22'],
    ['finished the audit we started on 3 nov with Lee Chan', 'the audit', '2026-11-22'],
    [
      'shipped the release with Lee Chan on friday, 3 days after the crash',
      'the release',
      '2026-11-20',
    ],
  ])(
    'takes when something began for no day, and out of the title: %s',
    async (words, title, on) => {
      const c = coach();
      await c.add('Lee Chan');
      const { interaction } = await c.json<Logged>('log', words);
      expect(interaction.date).toBe(on);
      expect(interaction.title).toContain(title);
      expect(interaction.title).not.toMatch(/since|monday|nov/i);
    },
  );

  it.each([
    ['promotion: Dana Ruiz is the new head of maths', 'milestone', 'the new head of maths'],
    ['award: Dana Ruiz won teacher of the year', 'milestone', 'Won teacher of the year'],
    ['project: the Ledger migration with Dana Ruiz', 'project', 'the Ledger migration'],
    ['Event: Lisbon offsite with Dana Ruiz', 'event', 'Lisbon offsite'],
  ])('takes the kind that a label names: %s', async (words, kind, title) => {
    const { interaction } = await coach().json<Logged>('log', words);
    expect(interaction).toMatchObject({ kind, title, people: [{ name: 'Dana Ruiz' }] });
  });

  it('keeps the day of announced news, and takes nobody to have left yet', async () => {
    const c = coach();
    await c.log('project', 'Priya Shah', 'Apollo', '2026-11-01');
    const { interaction } = await c.json<Logged>('log', 'Priya is leaving on 1 December');
    expect(interaction).toMatchObject({
      ...{ kind: 'departure', date: '2026-11-22', title: 'Leaving on 1 December' },
    });
    expect((await c.person('Priya')).relationship).toBe('colleague');
    const { stdout } = await c.run('why', 'Priya');
    expect(stdout).toContain('Announced today: Leaving on 1 December');
    expect(stdout).not.toMatch(/no longer|side by side/);
  });

  it.each(['Will Okafor retired yesterday', 'May Lindqvist left for Halden'])(
    'takes a first name that is a word for one, and for no question: %s',
    async (words) => {
      const { interaction } = await coach().json<Logged>('log', words);
      expect(interaction.kind).toBe('departure');
      expect(names(interaction)).toEqual([words.split(' ').slice(0, 2).join(' ')]);
    },
  );

  it('needs a person', async () => {
    const c = coach();
    await c.fails('usage', 'log', 'Shipped Apollo yesterday');
    expect((await c.json<Interactions>('interactions')).total).toBe(0);
  });

  it('says what it understood', async () => {
    const { code, stdout, stderr } = await coach().run(
      'log',
      'Shipped Apollo with Priya yesterday',
    );
    expect(code).toBe(0);
    const said = stdout + stderr;
    expect(said).toContain('Apollo');
    expect(said).toContain('Priya');
    expect(said).toMatch(/2026-11-21|\b21 Nov|Nov(ember)? 21\b/);
  });

  it('keeps the content of feedback out of the title', async () => {
    const c = await coach();
    await c.json('log', 'Feedback from Grace Kim on my design doc: be bolder');
    const { stdout } = await c.run('draft', 'Grace');
    expect(stdout).not.toContain('bolder');
    expect((await c.run('interactions')).stdout).toContain('private: be bolder');
  });

  it('says what it understood where something is missing', async () => {
    const c = coach();
    await c.add('Tom Becker');
    const { code, stderr } = await c.run('log', 'Zorbing with Tom last friday');
    expect(code).toBe(2);
    expect(stderr).toBe(
      'netcoach: Read: Tom Becker, Fri 20 Nov, "Zorbing". Missing: --kind (project, event, …)\n',
    );
    const { interaction } = await c.json<Logged>('log', 'Zorbing with Tom', '--kind', 'event');
    expect(interaction).toMatchObject({ kind: 'event', title: 'Zorbing' });
  });

  it('refuses what did not happen, with what was understood', async () => {
    const c = coach();
    await c.add('Tom Becker');
    const error = await c.fails('usage', 'log', 'Tom cancelled our coffee yesterday');
    expect(error.message).toContain('Tom Becker');
    await c.fails('usage', 'log', "didn't meet Tom");
    await c.fails('usage', 'log', 'did I meet Tom?');
    await c.fails('bad-date', 'log', 'coffee with Tom the other day');
    expect((await c.json<Interactions>('interactions')).total).toBe(0);
  });

  it('logs announced news today', async () => {
    const c = coach();
    await c.add('Tom Becker');
    const { interaction } = await c.json<Logged>('log', 'Tom is leaving on Friday');
    expect(interaction).toMatchObject({ kind: 'departure', date: '2026-11-22' });
    expect(interaction.title).toBe('Leaving on Friday');
    // He hasn't left yet.
    expect((await c.person('Tom')).relationship).toBe('colleague');
  });

  it("keeps what stood out as that person's highlight", async () => {
    const c = coach();
    const { interaction } = await c.json<Logged>(
      'log',
      'Installed the press line with Ana Cruz and Marek, ana stayed late to fix the sensor',
    );
    expect(interaction.title).toBe('the press line');
    expect(interaction.people).toMatchObject([
      { name: 'Ana Cruz', highlight: 'stayed late to fix the sensor' },
      { name: 'Marek', highlight: null },
    ]);
  });

  it('does what the command of an outcome does', async () => {
    const c = coach();
    await c.add('Leila Moradi');
    const invited = await c.json<{ person: Person }>('log', 'invited Leila on friday');
    expect(invited.person.connection).toEqual({ status: 'invited', since: '2026-11-20' });
    const accepted = await c.json<{ person: Person }>('log', 'Leila accepted my invitation');
    expect(accepted.person.connection).toEqual({ status: 'connected', since: '2026-11-22' });
    expect((await c.json<Interactions>('interactions')).total).toBe(0);
  });

  it('says loudly that a new name is close to a known one', async () => {
    const c = coach();
    await c.add('Priya Shah');
    const { code, stderr } = await c.run('log', 'Coffee with Prya');
    expect(code).toBe(0);
    expect(stderr).toBe(
      '"Prya" is new here. If you meant Priya Shah: netcoach merge "Prya" "Priya Shah"\n',
    );
    expect((await c.run('merge', 'Prya', 'Priya Shah')).code).toBe(0);
    expect(await c.people()).toEqual(['Priya Shah']);
  });

  it('reads one sentence per line, all or none, and takes them back at once', async () => {
    const c = coach();
    const stdin = 'Coffee with Ana Cruz yesterday\n\nFinished the audit with Ana Cruz and Tom\n';
    const done = await c.with({ stdin }, 'log', '-', '--json');
    expect(done.code).toBe(0);
    const { logged } = JSON.parse(done.stdout) as { logged: Logged[] };
    expect(logged.map(({ interaction }) => interaction.title)).toEqual(['Coffee', 'the audit']);
    expect(logged.map(({ added }) => added.length)).toEqual([1, 1]);
    expect((await c.run('undo')).code).toBe(0);
    expect((await c.json<Interactions>('interactions')).total).toBe(0);
    const bad = await c.with({ stdin: 'Coffee with Ana Cruz\nswept the yard\n' }, 'log', '-');
    expect(bad.code).toBe(2);
    expect(bad.stderr).toContain('line 2: ');
    expect((await c.json<Interactions>('interactions')).total).toBe(0);
    expect((await c.with({ stdin: '\n' }, 'log', '-')).code).toBe(2);
    await c.add('Leila Haddad');
    const outcome = await c.with({ stdin: 'Leila accepted my invitation\n' }, 'log', '-');
    expect(outcome.stderr).toContain('on its own: netcoach accepted "Leila Haddad"');
  });

  it.each(['tommorow', 'tomorow', 'tommorrrow', 'otmorrow', 'toomrrow', 'omorrow'])(
    'never logs %j as done today',
    async (word) => {
      const c = coach();
      await c.fails('usage', 'log', `coffee with Zoe ${word}`);
      expect((await c.json<{ total: number }>('interactions')).total).toBe(0);
    },
  );

  it.each([
    ['yesturdya', '2026-11-21'],
    ['yetserady', '2026-11-21'],
    ['uesterday', '2026-11-21'],
    ['wensday', '2026-11-18'],
    ['thrusdey', '2026-11-19'],
    ['freyday', '2026-11-20'],
    ['mondaay', '2026-11-16'],
  ])('reads the slip %j', async (word, day) => {
    const c = coach();
    const { interaction } = await c.json<Logged>('log', `coffee with Zoe ${word}`);
    expect([interaction.date, interaction.people.map(({ name }) => name)]).toEqual([day, ['Zoe']]);
  });

  it('reads 3/11 by the order of day and month that I set, or asks for it', async () => {
    const c = coach();
    await c.add('Tom Becker');
    const error = await c.fails('bad-date', 'log', 'Lunch with Tom on 3/11');
    expect(error.hint).toContain('me --date-order day-first');
    await c.json('me', '--date-order', 'day-first');
    const { interaction } = await c.json<Logged>('log', 'Lunch with Tom on 3/11');
    expect(interaction.date).toBe('2026-11-03');
    await c.json('amend', String(interaction.id), '--on', '11/3');
    expect((await c.json<Interactions>('interactions')).interactions[0]?.date).toBe('2026-03-11');
    await c.json('me', '--date-order', 'month-first');
    const flags = ['--kind', 'meeting', '--with', 'Tom', '--title', 'Tea'];
    expect((await c.json<Logged>('log', ...flags, '--on', '3/11')).interaction.date).toBe(
      '2026-03-11',
    );
    await c.fails('usage', 'me', '--date-order', 'sideways');
  });
});
