/** netcoach's own export, imported into a log that already has people in it, and one that was manipulated. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Coach, coach } from '../../helpers/coach.ts';
import { tempFolder } from '../../helpers/run.ts';
import type { Suggest } from '../../helpers/shapes.ts';

interface Imported {
  people: { added: number; updated: number; unchanged: number };
  interactions: { added: number; unchanged: number };
  skipped: Array<{ where: string; why: string }>;
  warnings: string[];
}

type Fields = Record<string, unknown>;
interface Whole {
  me: Fields;
  people: Fields[];
  interactions: Fields[];
}

const whole = async (c: Coach) => (await c.run('export', 'json')).stdout;
const written = (text: string) => {
  const path = join(tempFolder(), 'all.json');
  writeFileSync(path, text);
  return path;
};
const exported = async (c: Coach) => written(await whole(c));

/** A log with two people who share a name, with no other details. */
async function janes(): Promise<Coach> {
  const c = coach();
  for (const name of ['Jane Smith', 'J. Smith', 'Tom Becker']) await c.add(name);
  await c.log('project', '#2, Tom Becker', 'Apollo', '2026-11-20');
  const data = JSON.parse(await whole(c)) as Whole;
  Object.assign(data.people[1] as Fields, { name: 'Jane Smith' });
  const twins = coach();
  await twins.json('import', 'json', written(JSON.stringify(data)));
  return twins;
}

describe('import json', () => {
  it('changes nothing in the same log, even with shared names', async () => {
    const c = await janes();
    const before = await whole(c);
    const done = await c.json<Imported>('import', 'json', await exported(c));
    expect(done).toMatchObject({ people: { added: 0, updated: 0, unchanged: 3 }, warnings: [] });
    expect(await whole(c)).toBe(before);
  });

  it('keeps two people of one export apart, and never guesses', async () => {
    const path = await exported(await janes());
    const c = coach();
    await c.add('Ann Lee');
    await c.add('Jane Smith');
    const first = await c.json<Imported>('import', 'json', path);
    expect(first.people).toMatchObject({ added: 2, unchanged: 1 });
    expect(await c.people()).toEqual(['Ann Lee', 'Jane Smith', 'Jane Smith', 'Tom Becker']);
    const before = await whole(c);
    const again = await c.json<Imported>('import', 'json', path);
    expect(again).toMatchObject({ people: { added: 0, updated: 0 }, interactions: { added: 0 } });
    expect(await whole(c)).toBe(before);
    const other = coach();
    await other.json('import', 'json', await exported(await janes()));
    await other.add('Zed');
    await other.json('edit', '#3', '--name', 'Thomas');
    const shared = JSON.parse(before) as Whole;
    const one = shared.people.find(({ name }) => name === 'Jane Smith') as Fields;
    const log = [{ id: 1, kind: 'meeting', date: '2026-11-01', title: 'Chat', note: null }];
    const alone = {
      ...shared,
      people: [{ ...one, id: 77 }],
      interactions: log.map((talk) => ({
        ...talk,
        source: null,
        people: [{ id: 77, highlight: null }],
      })),
    };
    const doubt = await other.json<Imported>('import', 'json', written(JSON.stringify(alone)));
    const why = '"Jane Smith" could be #1 or #2: add an e-mail or LinkedIn address';
    expect(doubt.skipped).toEqual([
      { where: 'all.json: person 77', why },
      { where: 'all.json: interaction 1', why },
    ]);
    expect(doubt).toMatchObject({ people: { added: 0 }, interactions: { added: 0 } });
  });

  it('fills in missing details of known people, and reports what it kept', async () => {
    const from = coach();
    await from.add('Priya Shah', '--role', 'Lead', '--team', 'Data', '--email', 'p@x.example');
    await from.json('edit', '#1', '--skill', 'SQL', '--relationship', 'mentor', '--every', '6w');
    await from.json('sent', '#1', '--on', '2026-11-20');
    await from.add('Tom Becker', '--relationship', 'report', '--note', 'likes tea');
    const path = await exported(from);
    const c = coach();
    await c.add('Ann Lee');
    await c.add('Priya Shah', '--role', 'CTO', '--skill', 'Rust');
    await c.json('edit', 'Priya Shah', '--email', 'P@x.example');
    await c.add('Tom Becker', '--relationship', 'manager', '--note', 'likes jazz', '--strained');
    const done = await c.json<Imported>('import', 'json', path);
    expect(done.people).toEqual({ added: 0, updated: 1, unchanged: 1 });
    expect(done.warnings).toEqual([
      'what was already in your log was kept. To restore the whole export, import it into an empty database: netcoach --db FILE import json all.json',
      'Priya Shah: role stays "CTO"; the file says "Lead"',
      'Tom Becker: relationship stays "manager"; the file says "report"',
      'Tom Becker: strained stays "yes"; the file says "no"',
      'Tom Becker: your note stays; the file has a different one',
    ]);
    expect(await c.person('Priya Shah')).toMatchObject({
      role: 'CTO',
      team: 'Data',
      relationship: 'mentor',
      skills: ['Rust', 'SQL'],
      connection: { status: 'invited', since: '2026-11-20' },
    });
    const { budget } = await c.json<Suggest>('suggest');
    expect(budget.invitesThisWeek).toBe(1);
    const before = await whole(c);
    const again = await c.json<Imported>('import', 'json', path);
    expect(again.people).toEqual({ added: 0, updated: 0, unchanged: 2 });
    expect(again.warnings).toEqual(done.warnings);
    expect(await whole(c)).toBe(before);
  });

  it('says that my own profile was kept', async () => {
    const from = coach();
    await from.add('Priya Shah');
    await from.json('me', '--name', 'Sam Ortiz');
    const c = coach();
    await c.add('Ann Lee');
    const { warnings } = await c.json<Imported>('import', 'json', await exported(from));
    expect(warnings.at(-1)).toBe(
      'your profile is unchanged; the file has something else for: name',
    );
  });

  it('warns about nothing if the file simply knows less', async () => {
    const c = coach();
    await c.add('Priya Shah');
    const path = await exported(c);
    await c.json('edit', 'Priya Shah', '--role', 'CTO', '--note', 'x', '--skill', 'SQL');
    await c.json('sent', 'Priya Shah');
    const done = await c.json<Imported>('import', 'json', path);
    expect(done).toMatchObject({ people: { updated: 0, unchanged: 1 }, warnings: [] });
  });
});

describe('a manipulated export', () => {
  it.each(['constructor', '__proto__', '__defineGetter__', 'toString'])(
    'is rejected if "me" has the key %s',
    async (key) => {
      const c = coach();
      await c.json('me', '--name', 'Sam Ortiz');
      const text = (await whole(c)).replace('"name": "Sam', `"${key}": "Sam`);
      const { message } = await coach().fails('bad-file', 'import', 'json', written(text));
      expect(message).toBe(`all.json: "me" is incomplete: ${key}`);
    },
  );

  const profile = 'https://www.linkedin.com/in/priya';
  it.each<[string, Fields]>([
    ["it has a character that isn't text", { note: 'a\0b' }],
    ["it has a character that isn't text", { aliases: ['\ud800'] }],
    ['the name is empty', { name: '' }],
    ['the name is empty', { name: '\u200d ' }],
    ['the name is longer than 1000 characters', { name: 'x'.repeat(1001) }],
    ['the name has spaces around it', { name: ' Priya' }],
    ['everyDays is more than 3650', { everyDays: 3651 }],
    ["that isn't an e-mail address", { email: 'a b@x.example' }],
    ["that isn't an e-mail address", { email: 'a\u0085@x.example' }],
    ["that isn't a profile address", { linkedin: `${profile} x` }],
    ["that isn't a profile address", { linkedin: `${profile}\u001b` }],
    ["that isn't a profile address", { linkedin: 'javascript:alert(1)//linkedin.com/in/x' }],
    ["that isn't a profile address", { linkedin: 'https://linkedin.com.evil.example/in/x' }],
  ])('is rejected with %s', async (why, fields) => {
    const c = coach();
    await c.add('Priya Shah');
    const data = JSON.parse(await whole(c)) as Whole;
    Object.assign(data.people[0] as Fields, fields);
    const path = written(JSON.stringify(data));
    const { message } = await coach().fails('bad-file', 'import', 'json', path);
    expect(message).toMatch(/^all\.json: person 1 of 1 \(/);
    expect(message).toContain(`): ${why}`);
  });

  it('is accepted if the command line could have written it', async () => {
    const c = coach();
    await c.add('x'.repeat(1000), '--every', '10y', '--email', "O'Neil+a@[x]");
    for (const linkedin of [
      'http://de.linkedin.com/in/Jürgen-Größe/?x=1#y',
      'LinkedIn.com/in/%F0%9F%98%80',
      'https://www.linkedin.com/in/a;b,c"d',
    ])
      await c.add(linkedin, '--linkedin', linkedin);
    const other = coach();
    await other.json('import', 'json', await exported(c));
    expect(await whole(other)).toBe(await whole(c));
    await c.fails('usage', 'edit', '#1', '--email', 'a\u0001@x.example');
    await c.fails('usage', 'edit', '#1', '--linkedin', `${profile}\u0001`);
  });
});

it('an interaction without people makes a log non-empty: a second import is detected, and undone as a whole', async () => {
  const c = coach();
  await c.add('Ann Lee');
  await c.log('meeting', 'Ann Lee', 'Tea', '2026-11-20');
  const data = JSON.parse(await whole(c)) as Whole;
  const log = {
    ...data,
    people: [],
    interactions: data.interactions.map((one) => ({ ...one, id: 7, people: [] })),
  };
  const d = coach();
  await d.json('import', 'json', written(JSON.stringify(log)));
  const before = await whole(d);
  await d.json('import', 'json', await exported(c));
  await d.json('undo');
  expect(await whole(d)).toBe(before);
  await d.json('undo');
  expect((JSON.parse(await whole(d)) as Whole).interactions).toEqual([]);
});

describe('the numbers of an export', () => {
  const renumbered = async (person: number, interaction: number): Promise<string> => {
    const c = coach();
    await c.add('Tom Becker');
    await c.log('project', 'Priya Shah', 'Apollo', '2026-11-20');
    const data = JSON.parse(await whole(c)) as Whole;
    const [tom, priya] = data.people as [Fields, Fields];
    Object.assign(priya, { id: person });
    Object.assign(tom, { id: 7 });
    Object.assign(data.interactions[0] as Fields, { id: interaction, people: [priya] });
    Object.assign((data.interactions[0] as { people: Fields[] }).people[0] as Fields, {
      highlight: null,
    });
    return written(JSON.stringify(data));
  };

  it.each([
    [Number.MAX_SAFE_INTEGER, 1],
    [2 ** 31, 1],
    [0, 1],
    [-1, 1],
    [9, Number.MAX_SAFE_INTEGER],
    [9, 0],
    [9, -3],
  ])('%d and %d are given anew, and everyone keeps what is theirs', async (person, interaction) => {
    const c = coach();
    const path = await renumbered(person, interaction);
    const { warnings } = await c.json<Imported>('import', 'json', path);
    expect(warnings).toEqual(["the file's ids are out of range, so every entry gets a new one"]);
    const met = async () =>
      (
        await c.json<{ interactions: Array<{ id: number; people: Array<{ name: string }> }> }>(
          'interactions',
        )
      ).interactions.map(({ id, people }) => [id, people.map(({ name }) => name).join()]);
    expect(await met()).toEqual([[1, 'Priya Shah']]);
    await c.log('meeting', 'Ana Ruiz', 'Tea', '2026-11-21');
    await c.log('meeting', 'Wei Chen', 'Tea', '2026-11-22');
    expect(await met()).toEqual([
      [3, 'Wei Chen'],
      [2, 'Ana Ruiz'],
      [1, 'Priya Shah'],
    ]);
    const numbers = (JSON.parse(await whole(c)) as Whole).people.map(({ id }) => id);
    expect(numbers).toEqual([1, 2, 3, 4]);
  });

  it('up to 2147483647 are kept', async () => {
    const c = coach();
    const path = await renumbered(2 ** 31 - 1, 12);
    expect((await c.json<Imported>('import', 'json', path)).warnings).toEqual([]);
    expect(await c.person(`#${2 ** 31 - 1}`)).toMatchObject({ name: 'Priya Shah' });
    expect((await c.add('Ana Ruiz')).id).toBe(2 ** 31);
  });

  it('are refused where two interactions share one, or one has too many digits', async () => {
    const c = coach();
    const data = JSON.parse(await whole(await janes())) as Whole;
    data.interactions.push({ ...data.interactions[0], title: 'Other' });
    const twice = written(JSON.stringify(data));
    expect((await c.fails('bad-file', 'import', 'json', twice)).message).toMatch(
      /2 of 2 is incomplete/,
    );
    const long = (await whole(await janes())).replaceAll('"id": 1,', '"id": 9007199254740993,');
    expect((await c.fails('bad-file', 'import', 'json', written(long))).message).toMatch(
      /incomplete/,
    );
  });
});
