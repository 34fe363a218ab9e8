/** What the list says right after an archive from LinkedIn came in. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { answering } from '../helpers/answers.ts';
import { type Coach, coach, only, TODAY } from '../helpers/coach.ts';
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

/** A message in every wording, one a line. */
async function wordings(c: Coach, name: string): Promise<string> {
  const texts: string[] = [];
  for (let variant = 1, variants = 1; variant <= variants; variant++) {
    const said = await c.json<{ draft: { text: string }; variants: number }>(
      'draft',
      name,
      '--variant',
      `${variant}`,
    );
    texts.push(said.draft.text);
    variants = said.variants;
  }
  return texts.join('\n');
}

const invited = (name: string, day: string) =>
  `${name} Okafor,Sam Ortiz,"${day}, 9:12 AM",,INCOMING,${URL}/${name.toLowerCase()},${URL}/sam`;
const invitations = (...rows: string[]) =>
  `From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\n${rows.join('\n')}\n`;

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

  it('leaves a job that ended to me to tell, until it knows where I am now', async () => {
    const c = await imported({
      'Positions.csv':
        'Company Name,Title,Description,Location,Started On,Finished On\nHalden,Dev,,,Jun 2026,Aug 2026\n',
      'Connections.csv': connections(person('Mira', 'Acme')),
      'messages.csv': messages('Mira > me 2026-03-02 Hello', 'me > Mira 2026-03-03 Hello Mira'),
    });
    const first = only((await c.suggest()).suggestions);
    expect(first.reasons[0]).toContain('you finished at Halden in August; add it with what you do');
    expect(await wordings(c, 'Mira')).not.toMatch(/Halden|finished/u);
    await c.json('me', '--company', 'Fernhill Ltd');
    const now = only((await c.suggest()).suggestions);
    expect(now.reasons[0]).toContain("They may not know that you're at Fernhill now");
    expect(now.draft.text).toContain("I'm at Fernhill now.");
  });

  it('has a message of this week that I never answered, to be read first', async () => {
    const c = await imported({
      'Connections.csv': connections(person('Mira', 'Acme'), person('Tom', 'Acme')),
      'messages.csv': messages('Mira > me 2026-11-18 Hello', 'Tom > me 2026-11-01 Hello'),
    });
    expect(await reasons(c)).toEqual({
      'Mira Okafor':
        'Mira Okafor wrote to you on LinkedIn 4 days ago, and the archive has no answer from you',
    });
    const { stdout } = await c.run('suggest');
    expect(stdout).toContain('1. Mira Okafor – answer their message');
    expect(stdout).toContain('Read it on LinkedIn');
    await c.json('done', 'Mira');
    expect(await reasons(c)).toEqual({});
  });

  it('says sorry for an invitation that has waited, and asks a stranger who they are', async () => {
    const c = await imported({
      'Connections.csv': connections(person('Uma', 'Acme')),
      'messages.csv': messages('Mira > me 2026-03-02 Hello', 'me > Mira 2026-03-03 Hello Mira'),
      'Invitations.csv': invitations(invited('Mira', '9/1/26'), invited('Tom', '11/15/26')),
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

  it('answers an invitation as one who has been written to, and says sorry after two weeks', async () => {
    const c = await imported({
      'Connections.csv': connections(person('Uma', 'Acme')),
      'messages.csv': messages(
        'Mira > me 2026-03-02 Hello',
        'me > Mira 2026-03-03 Hello Mira',
        'Ivo > me 2026-11-10 Hello',
      ),
      'Invitations.csv': invitations(
        invited('Mira', '11/15/26'),
        invited('Ivo', '11/15/26'),
        invited('Lea', '11/1/26'),
      ),
    });
    expect(await wordings(c, 'Mira')).toMatch(/over half a year since we last wrote/u);
    for (const text of (await wordings(c, 'Ivo')).split('\n')) expect(text).toMatch(/message/u);
    for (const text of (await wordings(c, 'Lea')).split('\n')) expect(text).toMatch(/sorry/u);
  });

  it('invites those I exchanged messages with on two days, and says no hello for its own sake', async () => {
    const c = await imported({
      'Connections.csv': connections(person('Uma', 'Acme')),
      'messages.csv': messages(
        'Mira > me 2026-11-02 Hello',
        'me > Mira 2026-11-02 Hello Mira',
        'Mira > me 2026-11-14 Hello',
        'me > Mira 2026-11-14 Hello Mira',
        'Tom > me 2026-11-14 Hello',
        'me > Tom 2026-11-14 Hello',
      ),
    });
    const { suggestions } = await c.suggest();
    expect(suggestions.map(({ person, action }) => `${person.name}: ${action}`)).toEqual([
      'Mira Okafor: connect',
    ]);
    expect(await wordings(c, 'Mira')).not.toMatch(/here|too\b/u);
  });

  it('says hello to a new colleague, whom nothing else names, for two weeks', async () => {
    const row = (name: string, role: string, company: string, on: string) =>
      `${name},Okafor,${URL}/${name.toLowerCase()},,${company},${role},${on}`;
    const c = await imported({
      'Positions.csv': POSITIONS,
      'Connections.csv': connections(
        row('Mira', 'Dev', 'Fernhill Ltd', '18 Nov 2026'),
        row('Tom', 'Talent Partner', 'Fernhill', '18 Nov 2026'),
        row('Ana', 'Dev', 'Acme', '18 Nov 2026'),
        row('Lea', 'Dev', 'Fernhill', '01 Nov 2026'),
      ),
    });
    expect(await reasons(c)).toEqual({
      'Mira Okafor': 'You connected 4 days ago and both work at Fernhill',
    });
    const { stdout } = await c.run('suggest');
    expect(stdout).toContain('1. Mira Okafor – say hello, ideally by Wed 25 Nov');
    for (const text of (await wordings(c, 'Mira')).split('\n')) expect(text).toMatch(/Fernhill/u);
    expect((await c.run('draft', 'Mira', '--proof')).stdout).toContain('Fernhill Ltd');
    await c.json('done', 'Mira');
    expect(await reasons(c)).toEqual({});
  });

  it('asks for a coffee next week once the week is over', async () => {
    const c = await imported({
      'Positions.csv': POSITIONS,
      'Connections.csv': connections(person('Mira', 'Fernhill')),
    });
    expect((await answering(c.db, TODAY, ['coworkers'], ['w', 'the ledger'])).code).toBe(0);
    const textsOn = async (day: string) => wordings(c.on(day), 'Mira');
    expect(await textsOn('2026-11-19')).toMatch(/this week/u);
    expect(await textsOn('2026-11-19')).not.toMatch(/next week/u);
    for (const day of ['2026-11-20', '2026-11-21', '2026-11-22']) {
      expect(await textsOn(day)).toMatch(/next week/u);
      expect(await textsOn(day)).not.toMatch(/this week/u);
    }
  });

  it('claims no fresh thought of what was years ago', async () => {
    const c = await imported({
      'Positions.csv': POSITIONS,
      'Connections.csv': connections(person('Mira', 'Halden'), person('Tom', 'Halden')),
    });
    expect((await answering(c.db, TODAY, ['coworkers'], ['w', 'the ledger', 'w', ''])).code).toBe(
      0,
    );
    for (const name of ['Mira', 'Tom'])
      expect(await wordings(c, name)).not.toMatch(/think|thought/u);
  });

  it('says what would make a short list longer: where I work, then my earlier jobs', async () => {
    const many = Array.from({ length: 20 }, (_, at) => person(`Mira${at}`, 'Acme'));
    const c = await imported({ 'Connections.csv': connections(...many, person('Tom', 'Halden')) });
    const first = (await c.run('suggest')).stdout.replace(/\s+/gu, ' ');
    expect(first).toContain(
      'Say where you work, and netcoach finds your coworkers among your connections: netcoach me',
    );
    await c.json('me', '--company', 'Halden');
    expect((await c.run('suggest')).stdout).toContain('1 person may have worked with you.');
    expect((await answering(c.db, TODAY, ['coworkers'], ['w', 'the ledger'])).code).toBe(0);
    const { stdout } = await c.run('suggest');
    expect(stdout).toContain('1. Tom Okafor');
    expect(stdout.replace(/\s+/gu, ' ')).toContain(
      'archive (Positions.csv): netcoach import linkedin FILE',
    );
    expect(stdout).not.toContain('Say where you work');
  });
});
