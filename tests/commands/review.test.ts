import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { change } from '../../src/database/change.ts';
import { openStore } from '../../src/database/open.ts';
import { RELATIONSHIPS, STATUSES } from '../../src/model.ts';
import type { ShownReview } from '../../src/render/review.ts';
import { addPerson } from '../../src/store/people.ts';
import { type Coach, coach, TODAY } from '../helpers/coach.ts';
import { RULES } from '../helpers/rules.ts';
import { tempFolder } from '../helpers/run.ts';
import { unsafe, widest } from '../helpers/text.ts';
import { sample } from '../render/page/sample.ts';

const review = (c: Coach, ...more: string[]) => c.json<ShownReview>('review', ...more);
const whats = (found: ShownReview) => found.actions.map(({ what }) => what);

/** The words of a command line as bash splits them; only double quotes are used. */
function words(line: string): string[] {
  return [...line.matchAll(/"((?:[^"\\]|\\.)*)"|(\S+)/g)].map(([, quoted, bare]) =>
    quoted === undefined ? (bare ?? '') : quoted.replace(/\\(.)/g, '$1'),
  );
}

/** Someone connected since a day, with nothing logged. */
async function connect(c: Coach, name: string, since: string, ...more: string[]): Promise<void> {
  await c.add(name, ...more);
  await c.json('accepted', name, '--on', since);
}

/** The sample network, in its own database. */
function sampled(rename?: (name: string, index: number) => string): Coach {
  const c = coach();
  mkdirSync(dirname(c.db), { recursive: true });
  sample(c.db, rename);
  return c;
}

describe('review', () => {
  it('has the shape the contract gives', async () => {
    const found = await review(sampled());
    expect(Object.keys(found)).toEqual(['date', 'people', 'ties', 'goals', 'actions']);
    expect(found.date).toBe(TODAY);
    const { people, ties, actions } = found;
    expect(Object.keys(people)).toEqual(
      'total byStatus byTeam byCompany byRelationship'.split(' '),
    );
    expect(Object.keys(people.byStatus)).toEqual([...STATUSES]);
    expect(Object.keys(people.byRelationship)).toEqual([...RELATIONSHIPS]);
    for (const part of [people.byStatus, people.byRelationship, people.byTeam]) {
      const sum = Object.values(part).reduce((a, b) => a + b, 0);
      expect(sum).toBe(people.total);
    }
    expect(Object.keys(ties)).toEqual(['warm', 'cooling', 'quiet']);
    expect(ties.warm + ties.cooling + ties.quiet).toBe(people.byStatus.connected);
    expect(actions.length).toBeGreaterThan(4);
    expect(actions.length).toBeLessThanOrEqual(8);
    for (const action of actions) {
      expect(Object.keys(action)).toEqual(['what', 'why', 'command']);
      expect(action.command).toMatch(/^netcoach \w/);
      expect(`${action.what} ${action.why}`).not.toMatch(/neglect|overdue|undefined|null|NaN/i);
    }
  });

  it('ends each finding with a command that works', async () => {
    const c = sampled((name, index) => (index === 5 ? '-x; rm "$HOME" `id` <b>' : name));
    const { actions } = await review(c);
    expect(actions[0]?.command).toBe('netcoach draft "#6" --moment milestone');
    for (const { command } of actions) {
      const { code, stderr } = await c.run(...words(command).slice(1));
      expect(code, `${command}: ${stderr}`).toBe(0);
    }
  });

  it('uses numbers for people who share a name', async () => {
    const c = coach();
    await c.log('milestone', 'Ana Lima', 'promotion to Lead', '2026-11-21');
    // An import keeps two people with the same name apart if their addresses differ.
    const db = openStore(c.db, () => undefined);
    change(db, 'sample', () => addPerson(db, { name: 'ANA LIMA', emails: ['ana@example.com'] }));
    db.close();
    const { actions } = await review(c);
    expect(actions[0]?.command).toBe('netcoach draft "#1" --moment milestone');
  });

  it('starts with an example when no one is in the log', async () => {
    const c = coach();
    const found = await review(c);
    expect(found).toMatchObject({
      people: { total: 0, byTeam: {} },
      ties: { warm: 0, cooling: 0, quiet: 0 },
      goals: [],
      actions: [{ command: 'netcoach demo' }],
    });
    expect((await c.run('review')).stdout).toContain("There's no one in your log");
  });

  it('rates a tie by its last contact: warm for 30 days, cooling until 90', async () => {
    const c = coach();
    for (const [name, day] of [
      ['Ana Lima', '2026-10-23'],
      ['Bo Ek', '2026-10-22'],
      ['Cy Roy', '2026-08-24'],
      ['Di Fox', '2026-08-23'],
    ] as const)
      await connect(c, name, day);
    expect((await review(c)).ties).toEqual({ warm: 1, cooling: 2, quiet: 1 });
    await c.log('engagement', 'Di Fox', 'Caught up', '2026-11-20');
    expect((await review(c)).ties).toEqual({ warm: 2, cooling: 2, quiet: 0 });
    // Only connections count as ties.
    await c.log('meeting', 'Eve Orr', 'Coffee', '2026-11-20');
    expect((await review(c)).ties).toEqual({ warm: 2, cooling: 2, quiet: 0 });
  });

  it('suggests catching up with a quiet connection if there is something to write about', async () => {
    const c = coach();
    await connect(c, 'Ana Lima', '2026-01-01');
    expect(whats(await review(c)).join()).not.toContain('Catch up');
    await c.log('project', 'Ana Lima', 'Apollo launch', '2026-02-01');
    expect(whats(await review(c))).toContain('Catch up with Ana Lima');
    await c.json('snooze', 'Ana Lima');
    expect(whats(await review(c)).join()).not.toContain('Ana Lima');
  });

  it('finds who serves a goal by skill, role, interest and title, and lists goals no one serves', async () => {
    const c = coach();
    await c.json('me', '--goal', 'platform engineering', '--goal', 'public speaking');
    await c.log('project', 'Omar Haddad', 'Ledger migration', '2026-11-01');
    await c.json('edit', 'Omar', '--skill', 'Platform Engineering');
    await c.log('event', 'Tom Becker', 'Talk on platform engineering', '2026-11-20');
    await c.log('feedback', 'Wei Chen', 'Public speaking review', '2026-11-20');
    const { goals, actions } = await review(c);
    expect(goals).toEqual([
      {
        goal: 'platform engineering',
        total: 2,
        connected: 0,
        people: [
          { id: 1, name: 'Omar Haddad', connected: false, because: 'Platform Engineering' },
          { id: 2, name: 'Tom Becker', connected: false, because: 'Talk on platform engineering' },
        ],
      },
      // Feedback serves no goal: its titles are not searched.
      { goal: 'public speaking', total: 0, connected: 0, people: [] },
    ]);
    const all = actions.map(({ what }) => what);
    expect(all).toContain('Invite Omar Haddad about platform engineering');
    expect(all).toContain('Look for someone who knows about public speaking');
  });

  it('asks for a goal when there is none', async () => {
    const c = coach();
    await c.log('project', 'Ana Lima', 'Apollo launch', '2026-11-20');
    expect(whats(await review(c))).toContain("Say what you're working towards");
    await c.json('me', '--goal', 'rust');
    expect(whats(await review(c))).not.toContain("Say what you're working towards");
  });

  it('suggests withdrawing an invitation from the 21st day', async () => {
    const c = coach();
    await c.add('Ana Lima');
    await c.json('sent', 'Ana Lima', '--on', '2026-11-01');
    const action = { command: 'netcoach withdrawn "Ana Lima"' };
    expect((await review(c.on('2026-11-21'))).actions).not.toContainEqual(
      expect.objectContaining(action),
    );
    expect((await review(c)).actions).toContainEqual(expect.objectContaining(action));
    expect(whats(await review(c.on('2027-06-01')))).toContain(
      'Note that the invitation to Ana Lima has expired',
    );
  });

  it('suggests a recommendation after long shared work, and never in the first month', async () => {
    const c = coach();
    await c.add('Ana Lima');
    await c.log('project', 'Ana Lima', 'Apollo launch', '2026-03-01');
    await c.log('project', 'Ana Lima', 'Ledger migration', '2026-06-01');
    await c.json('accepted', 'Ana Lima', '--on', '2026-10-24');
    const what = 'Write Ana Lima a recommendation';
    expect(whats(await review(c))).not.toContain(what);
    await c.log('project', 'Ana Lima', 'Pricing page', '2026-09-01');
    expect(whats(await review(c))).not.toContain(what);
    const later = c.on('2026-11-23');
    expect(whats(await review(later))).toContain(what);
    await c.json('edit', 'Ana Lima', '--relationship', 'mentor');
    expect(whats(await review(later))).toContain('Ask Ana Lima whether they would recommend you');
    await later.log('engagement', 'Ana Lima', 'Asked for a recommendation', '2026-11-23');
    expect(whats(await review(later)).join()).not.toMatch(/recommend/);
  });

  it('mentions news for my profile, for a month', async () => {
    const c = coach();
    await c.log('project', 'Ana Lima', 'Apollo launch', '2026-10-23');
    const what = 'Update your LinkedIn profile: Apollo launch';
    expect(whats(await review(c))).toContain(what);
    expect(whats(await review(c.on('2026-11-23')))).not.toContain(what);
    await c.log('new-job', 'Ana Lima', 'Joined Northwind', '2026-11-20');
    expect(whats(await review(c))).toContain('Update your LinkedIn profile: Joined Northwind');
  });

  it('leaves good news alone that was skipped, or written about', async () => {
    const c = coach();
    await connect(c, 'Luis Ortega', '2026-01-05');
    await c.log('project', 'Luis Ortega', 'Apollo launch', '2026-02-01');
    await c.log('milestone', 'Luis Ortega', 'Won the innovation award', '2026-11-14');
    const congratulate = 'Congratulate Luis Ortega';
    const { actions } = await review(c);
    expect(actions.find(({ what }) => what === congratulate)?.why).toBe(
      'Luis Ortega had good news 8 days ago: Won the innovation award',
    );
    await c.json('skip', 'Luis');
    expect(whats(await review(c))).not.toContain(congratulate);
  });

  it('counts my own team and company among the places', async () => {
    const c = coach();
    await c.json('me', '--name', 'Jo Ruiz', '--team', 'Search', '--company', 'Brightly');
    await c.add('Priya Shah');
    expect((await c.run('review')).stdout).toContain('1 team, 1 company');
    await c.json('edit', 'Priya', '--company', 'BRIGHTLY', '--team', 'Billing');
    expect((await c.run('review')).stdout).toContain('2 teams, 1 company');
  });

  it('mentions a new skill for my profile, for a month', async () => {
    const c = coach();
    await c.add('Ana Lima');
    await c.json('me', '--skill', 'Rust', '--skill', 'Terraform');
    await c.on('2026-11-23').json('me', '--skill', 'Go');
    const what = 'Update your LinkedIn profile:';
    expect((await review(c.on('2026-11-23'))).actions).toContainEqual(
      expect.objectContaining({
        what: `${what} Go`,
        why: 'You added this skill today. In the last month, you also had 2 skills. People look for skills, and for where you used them',
        command: 'netcoach me',
      }),
    );
    expect(whats(await review(c))).toContain(`${what} Rust`);
    expect(whats(await review(c.on('2026-12-22')))).toContain(`${what} Go`);
    expect(whats(await review(c.on('2026-12-24'))).join()).not.toContain(what);
    await c.log('project', 'Ana Lima', 'Apollo launch', '2026-11-22');
    expect(whats(await review(c.on('2026-11-23')))).toContain(`${what} Go`);
    await c.log('new-job', 'Ana Lima', 'Joined Northwind', '2026-11-20');
    expect(whats(await review(c.on('2026-11-23')))).toContain(`${what} Joined Northwind`);
  });

  it('looks beyond the one team that most connections are from', async () => {
    const c = coach();
    for (const name of ['Ana Lima', 'Bo Ek', 'Cy Roy', 'Di Fox', 'Ed Ray'])
      await connect(c, name, '2026-11-20', '--team', 'Billing');
    expect((await review(c)).actions).toContainEqual({
      what: 'Meet people on other teams',
      why: '100% of the connections whose team you noted come from Billing, and people on other teams hear about other things',
      command: `netcoach rules ${RULES.event.id}`,
    });
    await c.add('Gus Hall', '--team', 'Design');
    await c.log('event', 'Gus Hall', 'Lisbon offsite', '2026-11-19');
    expect((await review(c)).actions).toContainEqual(
      expect.objectContaining({
        what: 'Get to know Gus Hall on Design',
        command: 'netcoach draft "Gus Hall"',
      }),
    );
  });

  it('invites no one once the week’s invitations are used up', async () => {
    const c = coach();
    await c.json('me', '--goal', 'rust', '--invites-per-week', '0');
    await c.log('project', 'Ana Lima', 'Apollo launch', '2026-11-20');
    await c.json('edit', 'Ana Lima', '--skill', 'rust');
    expect(whats(await review(c)).join()).not.toContain('Invite');
    await c.json('me', '--invites-per-week', '1');
    expect(whats(await review(c))).toContain('Invite Ana Lima about rust');
  });

  it('counts strained ties but never names them', async () => {
    const c = coach();
    await c.json('me', '--goal', 'rust');
    await connect(c, 'Viktor Stein', '2026-01-01', '--team', 'Billing', '--skill', 'rust');
    for (const day of ['2026-02-01', '2026-05-01', '2026-08-01'])
      await c.log('project', 'Viktor Stein', 'Apollo launch', day);
    await c.log('milestone', 'Viktor Stein', 'promotion to Lead', '2026-11-20');
    expect(JSON.stringify(await review(c))).toContain('Congratulate Viktor Stein');
    await c.json('edit', 'Viktor', '--strained');
    const found = await review(c);
    expect(found.ties).toEqual({ warm: 1, cooling: 0, quiet: 0 });
    expect(found.people.byTeam).toEqual({ Billing: 1 });
    expect(found.goals).toMatchObject([{ total: 1, connected: 1, people: [] }]);
    expect(JSON.stringify(found)).not.toContain('Viktor');
    const text = (await c.run('review')).stdout;
    expect(text).not.toContain('Viktor');
    expect(text).toContain('1 strained');
    const page = (await c.run('review', '--html', '-')).stdout;
    expect(page).not.toContain('Viktor');
    expect(page).toContain('1 strained');
  });

  it('counts invitations in the month they were sent, by outcome', async () => {
    const c = coach();
    const send = async (name: string, day: string) => {
      await c.add(name);
      await c.json('sent', name, '--on', day);
    };
    await send('Ana Lima', '2026-09-30');
    await send('Bo Ek', '2026-10-01');
    await send('Cy Roy', '2026-10-31');
    await send('Di Fox', '2026-10-31');
    await send('Ed Ray', '2025-11-30');
    await c.json('accepted', 'Ana Lima', '--on', '2026-11-02');
    await c.json('declined', 'Bo Ek', '--on', '2026-11-02');
    await c.json('withdrawn', 'Cy Roy', '--on', '2026-11-21');
    const page = (await c.run('review', '--html', '-')).stdout;
    const [, table = ''] =
      /<caption>Invitations by[\s\S]*?<tbody>([\s\S]*?)<\/tbody>/.exec(page) ?? [];
    const rows = table.split('\n').map((row) =>
      row
        .replace(/<[^>]+>/g, ' ')
        .trim()
        .split(/\s+/)
        .join(' '),
    );
    expect(rows).toHaveLength(12);
    expect(rows[0]).toBe('2025-12 0 0 0');
    expect(rows.slice(-3)).toEqual(['2026-09 1 0 0', '2026-10 0 1 2', '2026-11 0 0 0']);
  });

  it('counts a year’s moments once per person: used, open and missed', async () => {
    const c = coach();
    await c.log('event', 'Ana Lima', 'Lisbon offsite', '2026-03-01');
    await c.log('event', 'Ana Lima', 'Oslo offsite', '2026-04-01');
    await c.log('event', 'Bo Ek', 'Lisbon offsite', '2026-03-01');
    await c.json('sent', 'Bo Ek', '--on', '2026-03-05');
    await c.json('accepted', 'Bo Ek', '--on', '2026-03-06');
    await c.log('event', 'Bo Ek', 'Oslo offsite', '2026-04-01');
    await c.log('event', 'Cy Roy', 'Rome offsite', '2026-11-20');
    await c.log('event', 'Di Fox', 'Rome offsite', '2025-03-01');
    await c.log('milestone', 'Bo Ek', 'promotion to Lead', '2026-11-10');
    await c.log('engagement', 'Bo Ek', 'Congratulated', '2026-11-12');
    const { stdout } = await c.with({ columns: 120 }, 'review');
    expect(stdout).toContain('1 invitation: 1 accepted, 0 waiting');
    expect(stdout).toContain('4 moments: 2 used, 1 open, 1 missed');
    // A moment skipped on purpose is not missed.
    await c.json('skip', 'Cy Roy');
    expect((await c.with({ columns: 120 }, 'review')).stdout).toContain(
      '3 moments: 2 used, 0 open, 1 missed',
    );
  });

  it('fits on one screen, at 80 columns, at 40 and on a pipe', async () => {
    const c = sampled();
    const { stdout } = await c.run('review');
    expect(stdout.trimEnd().split('\n').length).toBeLessThanOrEqual(36);
    expect(widest(stdout)).toBeLessThanOrEqual(80);
    expect(stdout).not.toContain('\u001b');
    const narrow = (await c.with({ tty: true, columns: 40 }, 'review')).stdout;
    // Only a command may be longer than the line: people copy it whole.
    const text = narrow.split('\n').filter((line) => !line.includes('netcoach '));
    expect(widest(text.join('\n'))).toBeLessThanOrEqual(40);
  });

  it('lets no name control the terminal', async () => {
    const c = sampled((name) => `${name}\u001b[31m\u202e\u0007`);
    const { stdout } = await c.run('review');
    expect(unsafe(stdout)).toEqual([]);
    expect(stdout).toContain('Aoife Byrne');
  });

  it('reveals no private notes, highlights or feedback', async () => {
    const c = sampled();
    const page = (await c.run('review', '--html', '-')).stdout;
    for (const text of [JSON.stringify(await review(c)), (await c.run('review')).stdout, page]) {
      expect(text).not.toContain('SECRET');
      expect(text).not.toContain('Quarterly design review');
    }
    expect(page).toContain('Priya Shah');
  });

  it('finds no one for a goal without content words', async () => {
    const c = coach();
    await c.log('project', 'Ana Lima', 'To be or not to be', '2026-11-20');
    await c.json('me', '--goal', 'to be with the', '--goal', '– & –');
    expect((await review(c)).goals).toEqual([
      { goal: 'to be with the', total: 0, connected: 0, people: [] },
      { goal: '– & –', total: 0, connected: 0, people: [] },
    ]);
  });
});

describe('review --html', () => {
  it('writes a complete page that only I can read, and says where', async () => {
    const c = sampled();
    const folder = tempFolder();
    const file = join(folder, 'review.html');
    writeFileSync(file, '', { mode: 0o644 });
    const { code, stdout } = await c.run('review', '--html', file);
    expect(code).toBe(0);
    expect(stdout).toBe(`Wrote the review to ${file}. Open it in a browser.\n`);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['review.html']);
    expect(readFileSync(file, 'utf8')).toMatch(/^<!doctype html>[\s\S]*<\/html>\n$/);
  });

  it('prints just the one JSON document', async () => {
    const c = sampled();
    const file = join(tempFolder(), 'review.html');
    expect(await review(c, '--html', file)).toEqual(await review(c));
    expect(statSync(file).size).toBeGreaterThan(10_000);
  });

  it('writes nothing when it cannot, and changes no data', async () => {
    const c = sampled();
    const failure = await c.fails('io', 'review', '--html', join(tempFolder(), 'no', 'such.html'));
    expect(failure.message).toContain("can't be written");
    const before = await c.json('export', 'json', join(tempFolder(), 'all.json'));
    await c.run('review', '--html', '-');
    expect(
      await c.json<{ export: { bytes: number } }>('export', 'json', join(tempFolder(), 'b.json')),
    ).toHaveProperty('export.bytes', (before as { export: { bytes: number } }).export.bytes);
  });

  it('creates a page for an empty log too', async () => {
    const { code, stdout } = await coach().run('review', '--html', '-');
    expect(code).toBe(0);
    expect(stdout).toContain('netcoach demo');
    expect(stdout).not.toMatch(/NaN|undefined|Infinity/);
  });
});
