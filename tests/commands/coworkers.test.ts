import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { answering, CTRL_C } from '../helpers/answers.ts';
import { type Coach, coach } from '../helpers/coach.ts';
import { tempFolder } from '../helpers/run.ts';
import type { Person, Suggest } from '../helpers/shapes.ts';

const TODAY = '2026-11-22';

interface Coworkers {
  coworkers: Array<{
    person: { id: number; name: string };
    company: string;
    from: string | null;
    until: string | null;
    relationship: string;
  }>;
}

const POSITIONS =
  'Company Name,Title,Description,Location,Started On,Finished On\n' +
  'Fernhill Ltd,Lead,,,May 2021,\n' +
  'Halden,Engineer,,,Mar 2018,Apr 2021\n' +
  'Freelance,Consultant,,,2016,2017\n';
const CONNECTIONS: ReadonlyArray<readonly [name: string, company: string, on: string]> = [
  ['Wei Chen', 'Halden GmbH', '12 Mar 2019'],
  ['Ana Lima', 'FERNHILL UK', '01 Feb 2022'],
  ['Kofi Boateng', 'Halden', '05 Jan 2025'],
  ['Lena Vogel', 'Freelance', '05 Jan 2017'],
  ['Tom Becker', 'Halden Bank', '12 Apr 2019'],
];

function archive(): string {
  const folder = join(tempFolder(), 'archive');
  mkdirSync(folder);
  const rows = CONNECTIONS.map(([name, company, on]) => {
    const slug = name.toLowerCase().replace(' ', '-');
    return `${name.replace(' ', ',')},https://www.linkedin.com/in/${slug},,${company},Dev,${on}\n`;
  });
  writeFileSync(
    join(folder, 'Connections.csv'),
    `First Name,Last Name,URL,Email Address,Company,Position,Connected On\n${rows.join('')}`,
  );
  writeFileSync(join(folder, 'Positions.csv'), POSITIONS);
  return folder;
}

async function imported(): Promise<Coach> {
  const c = coach();
  await c.json('import', 'linkedin', archive());
  return c;
}

const names = ({ coworkers }: Coworkers) => coworkers.map(({ person }) => person.name);
const talk = (c: Coach, ...answers: string[]) => answering(c.db, TODAY, ['coworkers'], answers);
const find = async (c: Coach, name: string): Promise<Person> =>
  (await c.json<{ person: Person }>('show', name)).person;

describe('coworkers', () => {
  it('lists who works where I do or did, the likeliest first, and stores nothing', async () => {
    const c = await imported();
    const list = await c.json<Coworkers>('coworkers');
    expect(list.coworkers).toEqual([
      {
        person: { id: expect.any(Number), name: 'Ana Lima' },
        company: 'Fernhill Ltd',
        from: '2021-05-01',
        until: null,
        relationship: 'colleague',
      },
      {
        person: { id: expect.any(Number), name: 'Wei Chen' },
        company: 'Halden',
        from: '2018-03-01',
        until: '2021-04-30',
        relationship: 'former',
      },
      expect.objectContaining({ person: { id: expect.any(Number), name: 'Kofi Boateng' } }),
    ]);
    const shown = await c.run('coworkers', '--list');
    expect(shown.stdout).toContain(
      'You were there 2018 to 2021, connected around then, Tue 12 Mar 2019.',
    );
    expect((await find(c, 'Wei')).shared).toBeNull();
  });

  it('takes one key each, and stores what was said and no more', async () => {
    const c = await imported();
    const done = await talk(c, 's', 'w', 'the ledger migration', 'n');
    expect(done).toMatchObject({ code: 0 });
    expect(done.stdout).toContain("3 people sorted. That's everyone.");
    expect(await find(c, 'Ana')).toMatchObject({
      relationship: 'colleague',
      shared: { company: 'Fernhill Ltd', from: '2021-05-01', until: null },
    });
    expect(await find(c, 'Wei')).toMatchObject({
      relationship: 'former',
      shared: { company: 'Halden', from: '2018-03-01', until: '2021-04-30' },
      lastContact: '2019-03-12',
    });
    expect(await find(c, 'Kofi')).toMatchObject({ relationship: 'external', shared: null });
    expect(names(await c.json('coworkers'))).toEqual([]);
    // Same company only: no reason to write.
    const { suggestions } = await c.json<Suggest>('suggest');
    expect(suggestions.map(({ person }) => person.name)).toEqual(['Wei Chen']);
    expect(suggestions[0]?.draft?.text).toContain('ledger migration');
  });

  it('leaves those I see at work unless we did something together', async () => {
    const c = await imported();
    await talk(c, 'w', '', 'q');
    expect((await c.json<Suggest>('suggest')).suggestions).toEqual([]);
    await c.json('undo');
    await talk(c, 'w', 'support tickets', 'q');
    const { suggestions } = await c.json<Suggest>('suggest');
    expect(suggestions.map(({ person, reasons }) => [person.name, reasons[0]])).toEqual([
      [
        'Ana Lima',
        "You've worked together at Fernhill (support tickets), and nothing is logged since",
      ],
    ]);
    for (const variant of ['1', '2', '3']) {
      const { draft } = await c.json<{ draft: { text: string } }>(
        'draft',
        'Ana',
        '--variant',
        variant,
      );
      expect(draft.text).toContain('support tickets');
      expect(draft.text).not.toContain('Fernhill');
    }
    // A second entry shows that the log knows how often we meet.
    await c.json(
      'log',
      '--kind',
      'meeting',
      '--title',
      'Lunch',
      '--with',
      'Ana',
      '--on',
      '2026-06-01',
    );
    const [again] = (await c.json<Suggest>('suggest')).suggestions;
    expect(again?.reasons[0]).toContain('Something to write about');
  });

  it('lists two at most whom I worked with at one company, as they may compare messages', async () => {
    const c = await imported();
    for (const name of ['Lea Okafor', 'Tom Okafor', 'Kim Okafor', 'Ida Okafor'])
      await c.json(
        'add',
        name,
        '--company',
        'Halden',
        '--status',
        'connected',
        '--since',
        '2019-05-01',
      );
    await talk(c, ...Array.from({ length: 7 }, () => ['w', '']).flat());
    const short = await c.json<Suggest>('suggest');
    expect(short.suggestions).toHaveLength(2);
    expect((await c.json<Suggest>('suggest', '--limit', '10')).suggestions).toHaveLength(4);
    const all = await c.json<Suggest>('suggest', '--all');
    expect(all.suggestions.length).toBeGreaterThan(4);
  });

  it('says of what is done again and again that we did it', async () => {
    const c = await imported();
    await talk(c, 's', 'w', 'code reviews', 'q');
    for (const variant of ['1', '2', '3']) {
      const { draft } = await c.json<{ draft: { text: string } }>(
        'draft',
        'Wei',
        '--variant',
        variant,
      );
      expect(draft.text).not.toMatch(/work(?:ed|ing)? on (?:the )?code reviews/u);
    }
  });

  it('gives something true to write about where nothing else is known', async () => {
    const c = await imported();
    await talk(c, 'q');
    await talk(c, 'l', 'w', '', 'q');
    const { suggestions, held } = await c.json<Suggest>('suggest');
    expect(suggestions.map(({ person, reasons }) => [person.name, reasons[0]])).toEqual([
      ['Wei Chen', "You worked together at Halden until 2021, and they're still there"],
    ]);
    for (let variant = 1; variant <= 4; variant++) {
      const { draft } = await c.json<{ draft: { text: string } }>(
        'draft',
        'Wei',
        '--variant',
        `${variant}`,
      );
      expect(draft.text).toContain('Halden');
    }
    expect(held).toMatchObject([{ person: { name: 'Ana Lima' }, reason: 'strained' }]);
    const { stdout } = await c.run('draft', 'Wei', '--proof');
    expect(stdout).toContain('where you both worked');
  });

  it('goes on where it stopped, and goes back by key and by undo', async () => {
    const c = await imported();
    expect((await talk(c, 'w', '', CTRL_C)).code).toBe(130);
    expect(names(await c.json('coworkers'))).toEqual(['Wei Chen', 'Kofi Boateng']);
    await talk(c, 'n', 'b', 'w', '', 'q');
    expect((await find(c, 'Wei')).relationship).toBe('former');
    await c.json('undo');
    expect(await find(c, 'Wei')).toMatchObject({ relationship: 'colleague', shared: null });
    expect(names(await c.json('coworkers'))).toEqual(['Wei Chen', 'Kofi Boateng']);
  });

  it('is offered by an empty list until everyone is sorted', async () => {
    const c = await imported();
    const offer = '3 people may have worked with you. Sort them: netcoach coworkers';
    expect((await c.run('suggest')).stdout).toContain(offer);
    await talk(c, 'n', 'n', 'n');
    expect((await c.run('suggest')).stdout).not.toContain('coworkers');
  });

  it('asks nobody off a terminal, and says what is missing where no job is known', async () => {
    const c = await imported();
    const refused = await c.run('coworkers');
    expect(refused).toMatchObject({ code: 2, stdout: '' });
    expect(refused.stderr).toContain('netcoach coworkers --list');
    const empty = coach();
    await empty.json('add', 'Priya Shah', '--company', 'Halden');
    expect((await empty.run('coworkers', '--list')).stdout).toContain('netcoach import linkedin');
  });

  it('keeps what was said through export and import, and merge', async () => {
    const c = await imported();
    await talk(c, 'q');
    await talk(c, 'w', '', 'w', '', 'q');
    const file = join(tempFolder(), 'all.json');
    await c.run('export', 'json', file);
    const other = coach();
    await other.json('import', 'json', file);
    expect((await find(other, 'Wei')).shared).toEqual((await find(c, 'Wei')).shared);
    expect(names(await other.json('coworkers'))).toEqual(['Kofi Boateng']);
    await c.json('add', 'W. Chen');
    await c.json('merge', 'Wei Chen', 'W. Chen');
    expect((await find(c, 'W. Chen')).shared?.company).toBe('Halden');
  });
});

describe('import linkedin', () => {
  it('offers to sort them, and says how where nobody can be asked', async () => {
    const c = coach();
    const told = await c.run('import', 'linkedin', archive());
    expect(told.stderr).toContain(
      '3 people may have worked with you. Sort them, one key each: netcoach coworkers',
    );
    const other = coach();
    const asked = await answering(
      other.db,
      TODAY,
      ['import', 'linkedin', archive()],
      ['y', 'n', 'q'],
    );
    expect(asked.stdout).toContain('1 person sorted. 2 left. Carry on with: netcoach coworkers');
  });
});

describe('a pile of old invitations', () => {
  it('is one line with one command, and no suggestion each', async () => {
    const c = coach();
    for (const name of ['Ada Bell', 'Ben Cole', 'Cy Dunn'])
      await c.json(
        'sent',
        (await c.json<{ person: Person }>('add', name)).person.name,
        '--on',
        '2026-10-01',
      );
    const list = await c.json<Suggest>('suggest');
    expect(list.suggestions).toEqual([]);
    expect(list.held.map(({ reason }) => reason)).toEqual(['pending', 'pending', 'pending']);
    expect((await c.json<{ due: number }>('due')).due).toBe(0);
    const shown = await c.run('suggest');
    expect(shown.stdout).toContain(
      '3 invitations from you have been waiting for over three weeks.',
    );
    const command = /netcoach (withdrawn .*)$/m.exec(shown.stdout)?.[1] ?? '';
    expect((await c.json<{ total: number }>(...command.split(' '))).total).toBe(3);
    await c.json('undo');
    await c.json('withdrawn', 'Ada');
    expect((await c.json<Suggest>('suggest')).suggestions).toHaveLength(2);
  });

  it('that has expired needs no word on the site', async () => {
    const c = coach();
    for (const name of ['Ada Bell', 'Ben Cole', 'Cy Dunn']) {
      await c.json('add', name);
      await c.json('sent', name, '--on', '2026-01-01');
    }
    expect((await c.run('suggest')).stdout).toContain('netcoach withdrawn --older-than 6m');
  });
});
