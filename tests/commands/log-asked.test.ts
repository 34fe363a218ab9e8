/** `log` with nothing, on a terminal. */
import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { answering, type Conversation, CTRL_C } from '../helpers/answers.ts';
import { type Coach, coach, only, TODAY } from '../helpers/coach.ts';
import type { Interaction, Interactions } from '../helpers/shapes.ts';

async function office(): Promise<Coach> {
  const c = coach();
  await c.log('meeting', 'Tom Becker', 'Lunch', '2026-11-01');
  await c.log('meeting', 'Priya Shah', 'Lunch', '2026-11-10');
  await c.add('Ingrid Moe');
  return c;
}

const answers = (c: Coach, ...typed: string[]) => answering(c.db, TODAY, ['log'], typed);

async function newest(c: Coach): Promise<Interaction> {
  const { interactions } = await c.json<Interactions>('interactions');
  return interactions.toSorted((a, b) => b.id - a.id)[0] as Interaction;
}

describe('log with nothing, on a terminal', () => {
  it('asks who, what, when and what stood out, and saves on Enter', async () => {
    const c = await office();
    const done = await answers(
      c,
      ...['prya', 'shipped Apollo', '', 'staying late to fix the import', '', ''],
    );
    expect(done.code).toBe(0);
    expect(done.asked).toEqual([
      'Who? (commas for several)',
      'What happened?',
      'When?',
      'Thank Priya for … (Enter: nothing)',
      'A private note? (Enter: none)',
      'Enter saves it, or type your own words for the message:',
    ]);
    expect(done.stderr).toContain('project, "Apollo", today, with Priya Shah');
    expect(done.stderr).toContain('Understood: "Thank you for staying late to fix the import."');
    expect(await newest(c)).toMatchObject({
      kind: 'project',
      title: 'Apollo',
      date: TODAY,
      note: null,
      people: [{ name: 'Priya Shah', highlight: 'staying late to fix the import' }],
    });
    expect((await c.draft('Priya')).draft.text).toContain('staying late to fix the import');
  });

  it('asks only for what the words leave out', async () => {
    const c = await office();
    const words = 'shipped Apollo yesterday with Tom, he stayed late to fix the import';
    const done = await answers(c, 'ingrid', words, '', '', '');
    expect(done.asked.slice(2)).toEqual([
      'Thank Ingrid for … (Enter: nothing)',
      'A private note? (Enter: none)',
      'Enter saves it, or type "Ingrid: your own words" for the message:',
    ]);
    const { people, date } = await newest(c);
    expect(date).toBe('2026-11-21');
    expect(people).toMatchObject([
      { name: 'Ingrid Moe', highlight: null },
      { name: 'Tom Becker', highlight: 'stayed late to fix the import' },
    ]);
  });

  it('takes a whole sentence where it asks who it was', async () => {
    const c = await office();
    const told = 'lunch with Priya on friday, she lent me her old adapter';
    const done = await answers(c, told, '', '');
    expect(done.asked.slice(0, 2)).not.toContain('What happened?');
    expect(await newest(c)).toMatchObject({
      kind: 'meeting',
      date: '2026-11-20',
      people: [{ name: 'Priya Shah', highlight: 'lent me her old adapter' }],
    });
  });

  it('takes what she did for the part of the only one there', async () => {
    const c = await office();
    await answers(c, 'Priya', 'coffee, she explained the tax thing', '', '', '');
    expect(only((await newest(c)).people)).toMatchObject({
      name: 'Priya Shah',
      highlight: 'explained the tax thing',
    });
  });

  it('offers people by the latest contact, and kinds by use', async () => {
    const c = await office();
    await answers(c, '', 'lunch', '', '', '', '');
    expect(only((await newest(c)).people).name).toBe('Priya Shah');
    const done = await answers(c, 'tom', 'Henderson', '', '', '', '', '');
    expect(done.asked[2]).toBe('What kind of thing was it?');
    expect(await newest(c)).toMatchObject({ kind: 'meeting', title: 'Henderson' });
    await answers(c, 'tom', 'Henderson', 'pro', '', '', '', '');
    expect(await newest(c)).toMatchObject({ kind: 'project', title: 'Henderson' });
  });

  it('takes at most 12 keys beside the words', async () => {
    const c = await office();
    const full = await answers(
      c,
      ...['priya, tom, ingrid', 'Henderson', 'project', ''],
      ...['a good map', 'the tea', 'the jokes', 'private', ''],
    );
    expect(full.keys).toBeLessThanOrEqual(12);
    const most = await answers(
      c,
      'priya, tom, ingrid, Ana, Bo',
      'Henderson',
      'pro',
      '',
      '',
      '',
      '',
    );
    expect(most.asked).toContain('Did anyone stand out?');
    expect(most.keys).toBeLessThanOrEqual(12);
    expect((await newest(c)).people.map(({ name }) => name)).toEqual([
      ...['Priya Shah', 'Tom Becker', 'Ingrid Moe', 'Ana', 'Bo'],
    ]);
  });

  it('keeps what fits no frame for me, and says so', async () => {
    const c = await office();
    const done = await answers(c, 'Priya', 'shipped Apollo', '', 'lol', '', '');
    expect(done.stderr).toContain('"lol" stays in your log');
    expect(only((await newest(c)).people).highlight).toBe('lol');
    expect((await c.draft('Priya')).draft.text).not.toContain('lol');
  });

  it('stores an answer so that it can be read again without its frame', async () => {
    for (const typed of ['how calm she stayed', 'the map of the cellar', 'her kindness']) {
      const c = await office();
      const done = await answers(c, 'Priya', 'met at the Lisbon offsite', '', typed, '', '');
      const shown = /Understood: "(.*)"/.exec(done.stderr.replace(/\n/g, ' '))?.[1];
      expect(shown, typed).toBeDefined();
      const said = /In a message: "(.*?)"/.exec(done.stdout.replace(/\s+/g, ' '))?.[1];
      expect(said, typed).toBeDefined();
      expect((await c.draft('Priya')).draft.text, typed).toContain(said);
    }
  });

  it('takes my own words instead, for the right person', async () => {
    const c = await office();
    const done = await answers(
      c,
      ...[
        'Priya, Tom',
        'shipped Apollo',
        '',
        '',
        '',
        '',
        'You were great',
        'tom: You were great',
        '',
      ],
    );
    expect(done.asked).toContain("Say who it's for, like this: Priya: thank you for …");
    expect((await c.draft('Tom', '--about', '3')).draft.text).toContain('You were great.');
    expect((await c.draft('Priya', '--about', '3')).draft.text).not.toContain('You were great');
  });

  it.each([0, 1, 2, 3, 4, 5, 6])('leaves all as it was on Ctrl-C at question %i', async (at) => {
    const c = await office();
    const before = (await c.run('export', 'json')).stdout;
    const typed = ['Priya', 'Henderson', 'pro', '', 'a map', 'a note', ''];
    const left = await answers(c, ...typed.slice(0, at), CTRL_C);
    expect(left.code).toBe(130);
    expect(left.stdout).toBe('');
    expect((await c.run('export', 'json')).stdout).toBe(before);
  });

  it('makes no database for a question that is left', async () => {
    const c = coach();
    expect((await answers(c, 'Ana Ruiz', CTRL_C)).code).toBe(130);
    expect(existsSync(c.db)).toBe(false);
  });

  it.each([
    ["didn't meet", /didn't happen/],
    ['lunch is planned for tomorrow', /hasn't happened yet/],
    ['lunch on the 45th', /isn't a date/],
    ['  ', /type a few words/],
  ])('asks again after %j', async (words, problem) => {
    const c = await office();
    const done = await answers(c, 'Priya', words, 'lunch', '', '', '', '');
    expect(done.asked.join('\n').replace(/\s+/g, ' ')).toMatch(problem);
    expect(done.asked.join(' ')).not.toContain('--kind');
    expect((await newest(c)).title).toBe('lunch');
  });

  it('asks again for a day that it cannot read, and for one ahead', async () => {
    const c = await office();
    await answers(c, 'Priya', 'lunch', 'someday', 'tomorrow', 'last friday', '', '', '');
    expect((await newest(c)).date).toBe('2026-11-20');
  });

  it('shows hostile names and words as plain text', async () => {
    const c = coach();
    await c.add('Eve \u001b[2JMallory');
    const done: Conversation = await answers(
      c,
      'eve',
      'lunch',
      '',
      'the \u001b]0;x\u0007map',
      '',
      '',
    );
    expect([done.stdout, done.stderr, ...done.asked].join('')).not.toMatch(/\p{Cc}(?<!\n)/u);
  });

  it('asks no more than a sentence leaves open', async () => {
    const c = await office();
    const done = await answering(c.db, TODAY, ['log', 'Henderson', 'with', 'Priya'], ['project']);
    expect(done.stderr).toContain('Read: Priya Shah, "Henderson"');
    expect(await newest(c)).toMatchObject({ kind: 'project', title: 'Henderson' });
  });
});
