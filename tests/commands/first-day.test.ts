/** What the list says right after an archive from LinkedIn came in. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { answering } from '../helpers/answers.ts';
import { type Coach, coach, TODAY } from '../helpers/coach.ts';
import { tempFolder } from '../helpers/run.ts';
import type { Suggest } from '../helpers/shapes.ts';

const URL = 'https://www.linkedin.com/in';
const POSITIONS =
  'Company Name,Title,Description,Location,Started On,Finished On\nHalden,Dev,,,Mar 2018,Apr 2021\nFernhill,Dev,,,May 2021,\n';
const connections = (...rows: string[]) =>
  `First Name,Last Name,URL,Email Address,Company,Position,Connected On\n${rows.join('\n')}\n`;
const person = (name: string, company: string) =>
  `${name},Okafor,${URL}/${name.toLowerCase()},,${company},Dev,12 Mar 2020`;
/** "Mira > me 2026-10-02 How are you?" */
const messages = (...lines: string[]) =>
  `CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER\n${lines
    .map((line) => {
      const [, from, to, day, text] = /^(\w+) > (\w+) (\S+) (.*)$/.exec(line) ?? [];
      const party = (name = '') =>
        name === 'me' ? `Sam Ortiz,${URL}/sam` : `${name} Okafor,${URL}/${name.toLowerCase()}`;
      const thread = from === 'me' ? to : from;
      return `${thread},,${party(from)},${party(to)},${day} 10:00:00 UTC,,${text},INBOX`;
    })
    .join('\n')}\n`;

const CHAT = ['2026-03-03', '2026-03-09', '2026-03-24'];

async function imported(files: Record<string, string>): Promise<Coach> {
  const folder = join(tempFolder(), 'archive');
  mkdirSync(folder);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const c = coach();
  await c.json('me', '--name', 'Sam Ortiz');
  await c.json('import', 'linkedin', folder);
  return c;
}

async function reasons(c: Coach): Promise<Record<string, string>> {
  const { suggestions } = await c.suggest();
  return Object.fromEntries(
    suggestions.map(({ person, reasons }) => [person.name, reasons[0] ?? '']),
  );
}

describe('the first list after an archive', () => {
  it('has those I wrote with on three days, and none whom I hardly know', async () => {
    const c = await imported({
      'Connections.csv': connections(
        person('Mira', 'Acme'),
        person('Tom', 'Acme'),
        person('Ana', 'Acme'),
        person('Lea', 'Acme'),
      ),
      'messages.csv': messages(
        'Mira > me 2026-03-02 Hello',
        ...CHAT.map((day) => `me > Mira ${day} Hello Mira`),
        'Tom > me 2026-03-02 We have a great offer',
        'me > Ana 2026-03-02 Hello Ana',
        'Lea > me 2026-03-02 Hello',
        'me > Lea 2026-03-03 Hello Lea',
      ),
    });
    expect(await reasons(c)).toEqual({
      'Mira Okafor': 'You wrote to each other on LinkedIn on 3 days, the last 8 months ago',
    });
    const { suggestions } = await c.suggest();
    expect(suggestions[0]?.draft.text).toContain('Acme');
  });

  it('has a new job of mine to tell those I wrote with before, but no recruiter', async () => {
    const c = await imported({
      'Positions.csv': POSITIONS.replace('May 2021', 'May 2026'),
      'Connections.csv': connections(
        person('Mira', 'Acme'),
        person('Tom', 'Acme').replace('Dev', 'Senior Recruiter'),
        person('Ana', 'Fernhill'),
        person('Lea', 'Acme'),
      ),
      'messages.csv': messages(
        ...['Mira', 'Tom', 'Ana'].flatMap((name) => [
          `${name} > me 2026-03-02 Hello`,
          `me > ${name} 2026-03-03 Hello`,
        ]),
        'Lea > me 2026-06-02 Hello',
        'me > Lea 2026-06-03 Hello',
      ),
    });
    expect(await reasons(c)).toEqual({
      'Mira Okafor':
        'You last wrote to each other on LinkedIn 9 months ago. They may not know that you started at Fernhill in May',
    });
    for (const variant of ['1', '2', '3']) {
      const { draft } = await c.json<{ draft: { text: string } }>(
        'draft',
        'Mira',
        '--variant',
        variant,
      );
      expect(draft.text).toContain('I started at Fernhill in May.');
    }
    expect((await c.run('draft', 'Mira', '--proof')).stdout).toContain('a job of yours: Fernhill');
    const { stdout } = await c.run('draft', 'Mira', '--prompt');
    expect(stdout).toContain('New since we were last in touch: ⟦you started at Fernhill in May⟧');
    expect(stdout).not.toContain('Messages on LinkedIn');
  });

  it('tells of a job that ended where no other began', async () => {
    const c = await imported({
      'Positions.csv':
        'Company Name,Title,Description,Location,Started On,Finished On\nHalden,Dev,,,Jun 2026,Aug 2026\n',
      'Connections.csv': connections(person('Mira', 'Acme')),
      'messages.csv': messages('Mira > me 2026-03-02 Hello', 'me > Mira 2026-03-03 Hello Mira'),
    });
    const { suggestions } = await c.suggest();
    expect(suggestions[0]?.reasons[0]).toContain('you finished at Halden in August');
    expect(suggestions[0]?.draft.text).toContain('I finished at Halden in August.');
  });

  it('has a message of this week that I never answered, to be read first', async () => {
    const c = await imported({
      'Connections.csv': connections(person('Mira', 'Acme'), person('Tom', 'Acme')),
      'messages.csv': messages('Mira > me 2026-11-18 Hello', 'Tom > me 2026-11-01 Hello'),
    });
    expect(await reasons(c)).toEqual({
      'Mira Okafor':
        'Mira Okafor wrote to you on LinkedIn 4 days ago, and the archive has no answer of yours',
    });
    const { stdout } = await c.run('suggest');
    expect(stdout).toContain('1. Mira Okafor – answer their message');
    expect(stdout).toContain('Read it on LinkedIn');
    await c.json('done', 'Mira');
    expect(await reasons(c)).toEqual({});
  });

  it('says sorry for an invitation that has waited, and asks a stranger who they are', async () => {
    const invited = (name: string, day: string) =>
      `${name} Okafor,Sam Ortiz,"${day}, 9:12 AM",,INCOMING,${URL}/${name.toLowerCase()},${URL}/sam`;
    const c = await imported({
      'Connections.csv': connections(person('Uma', 'Acme')),
      'messages.csv': messages('Mira > me 2026-03-02 Hello', 'me > Mira 2026-03-03 Hello Mira'),
      'Invitations.csv': `From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\n${invited('Mira', '9/1/26')}\n${invited('Tom', '11/15/26')}\n`,
    });
    const textOf = async (name: string) =>
      (await c.json<{ draft: { text: string } }>('draft', name)).draft.text;
    expect(await textOf('Mira')).toMatch(/sorry/iu);
    expect(await textOf('Tom')).toMatch(/\?$/u);
    expect(await textOf('Tom')).not.toMatch(/sorry|what you do/iu);
  });

  it('names who asked me something and got no answer, until I write', async () => {
    const c = await imported({
      'Connections.csv': connections(person('Mira', 'Acme'), person('Tom', 'Acme')),
      'messages.csv': messages(
        'Mira > me 2026-11-02 Are you coming on Friday?',
        'Tom > me 2026-11-02 Shall we meet? https://acme.example/?a=b',
        'me > Tom 2026-11-03 Yes',
      ),
    });
    const first = await reasons(c);
    expect(first['Mira Okafor']).toMatch(
      /^Mira Okafor asked you something on LinkedIn \d+ \w+ ago/,
    );
    expect(first['Tom Okafor']).toBeUndefined();
    await c.json('done', 'Mira');
    expect(await reasons(c)).toEqual({});
  });

  it('takes an address with a question mark for no question', async () => {
    const c = await imported({
      'Connections.csv': connections(person('Mira', 'Acme')),
      'messages.csv': messages('Mira > me 2026-11-02 See https://acme.example/?a=b'),
    });
    expect(await reasons(c)).toEqual({});
  });

  it('lists one stranger who invited me at most, after those I know', async () => {
    const strangers = ['Uma', 'Ivo', 'Lea', 'Kim'].map(
      (name) =>
        `${name} Okafor,Sam Ortiz,"11/15/26, 9:12 AM",,INCOMING,${URL}/${name.toLowerCase()},${URL}/sam`,
    );
    const c = await imported({
      'Connections.csv': connections(person('Mira', 'Acme')),
      'messages.csv': messages(
        'Mira > me 2026-03-02 Hello',
        ...CHAT.map((day) => `me > Mira ${day} Hello Mira`),
      ),
      'Invitations.csv': `From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\n${strangers.join('\n')}\n`,
    });
    const { suggestions, held } = await c.json<Suggest>('suggest');
    expect(suggestions.map(({ action }) => action)).toEqual(['check-in', 'answer']);
    expect(held.map(({ reason }) => reason)).toEqual(['pending', 'pending', 'pending']);
    const all = await c.suggest('--all');
    expect(all.suggestions.filter(({ action }) => action === 'answer')).toHaveLength(4);
  });

  it('leads to the coworkers in one line, until one is sorted', async () => {
    const c = await imported({
      'Positions.csv': POSITIONS,
      'Connections.csv': connections(person('Wei', 'Halden'), person('Mira', 'Acme')),
      'messages.csv': messages('Mira > me 2026-03-02 Hello', 'me > Mira 2026-03-03 Hello Mira'),
    });
    const line = '1 person may have worked with you. Sort them: netcoach coworkers';
    expect((await c.run('suggest')).stdout).toContain(line);
    const sorting = await answering(c.db, TODAY, ['coworkers'], ['w', '']);
    expect(sorting.code).toBe(0);
    const { stdout } = await c.run('suggest');
    expect(stdout).not.toContain(line);
    expect(stdout).toMatch(/^1\. Wei Okafor/);
    expect(stdout).toContain("You worked together at Halden until 2021, and they're still there");
  });
});
