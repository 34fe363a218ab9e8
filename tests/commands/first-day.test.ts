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
  it('has those I wrote with, and none who only wrote to me or never answered', async () => {
    const c = await imported({
      'Connections.csv': connections(
        person('Mira', 'Acme'),
        person('Tom', 'Acme'),
        person('Ana', 'Acme'),
      ),
      'messages.csv': messages(
        'Mira > me 2026-03-02 Hello',
        'me > Mira 2026-03-03 Hello Mira',
        'Tom > me 2026-03-02 We have a great offer',
        'me > Ana 2026-03-02 Hello Ana',
      ),
    });
    expect(await reasons(c)).toEqual({
      'Mira Okafor': 'You were last in touch on LinkedIn 9 months ago',
    });
    const { suggestions } = await c.suggest();
    expect(suggestions[0]?.draft.text).toContain('Acme');
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
      'messages.csv': messages('Mira > me 2026-03-02 Hello', 'me > Mira 2026-03-03 Hello Mira'),
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
    expect(stdout).toContain("You overlapped at Halden until 2021, and they're still there");
  });
});
