import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { answering, CTRL_C } from '../helpers/answers.ts';
import { type Coach, coach, only } from '../helpers/coach.ts';
import { tempDb } from '../helpers/run.ts';
import type { Interaction, Interactions } from '../helpers/shapes.ts';

async function filled() {
  const c = coach();
  await c.log('project', 'Priya Shah, Tom Becker', 'Apollo launch', '2026-11-20');
  await c.log('meeting', 'Tom Becker', 'Lunch', '2026-11-01');
  await c.log('event', 'Wei Chen', 'Lisbon offsite', '2026-10-15');
  return c;
}

describe('amend', () => {
  const first = async (c: Awaited<ReturnType<typeof filled>>) =>
    (await c.json<Interactions>('interactions')).interactions.find(({ id }) => id === 1);

  it.each<[string[], Partial<Interaction>]>([
    [['--title', 'Apollo 2 launch'], { title: 'Apollo 2 launch' }],
    [['--kind', 'event'], { kind: 'event' }],
    [['--on', '2026-11-18'], { date: '2026-11-18' }],
    [['--note', 'A late evening'], { note: 'A late evening' }],
  ])('%j changes nothing else', async (args, change) => {
    const c = await filled();
    const before = await first(c);
    await c.json('amend', '1', ...args);
    expect(await first(c)).toEqual({ ...before, ...change });
    expect((await c.json<Interactions>('interactions')).total).toBe(3);
  });

  it('adds somebody, and removes somebody, with --add and --remove', async () => {
    const c = await filled();
    const names = async () => (await first(c))?.people.map(({ name }) => name);
    await c.json('amend', '1', '--add', 'Wei', '--add', 'Ana Ruiz');
    expect(await names()).toEqual(['Priya Shah', 'Tom Becker', 'Wei Chen', 'Ana Ruiz']);
    await c.json('amend', '1', '--add', 'Priya', '--remove', 'tom');
    expect(await names()).toEqual(['Priya Shah', 'Wei Chen', 'Ana Ruiz']);
    await c.fails('unknown-person', 'amend', '1', '--remove', 'Tom');
    await c.fails('usage', 'amend', '2', '--remove', 'Tom');
    expect((await c.json<Interactions>('interactions')).total).toBe(3);
  });

  it('moves the last contact along', async () => {
    const c = await filled();
    await c.json('amend', '1', '--on', '2026-11-05');
    expect((await c.person('Priya')).lastContact).toBe('2026-11-05');
    await c.json('amend', '1', '--on', '2026-10-05');
    expect((await c.person('Tom')).lastContact).toBe('2026-11-01');
  });

  it('moves the window', async () => {
    const c = await filled();
    await c.json('amend', '1', '--on', '2026-11-13');
    const list = await c.suggest();
    const row = list.suggestions.find(({ person }) => person.name === 'Priya Shah');
    expect(row?.window?.opens).toBe('2026-11-13');
  });

  it('adds a person, known or new', async () => {
    const c = await filled();
    await c.json('amend', '1', '--with', 'Priya', '--with', 'Wei', '--with', 'Omar Aziz');
    const names = (await first(c))?.people.map(({ name }) => name);
    for (const name of ['Priya Shah', 'Wei Chen', 'Omar Aziz']) expect(names).toContain(name);
    expect((await c.people()).filter((name) => name === 'Wei Chen')).toHaveLength(1);
  });

  it('makes people former coworkers, once, when it becomes a departure', async () => {
    const c = await filled();
    await c.json('amend', '1', '--kind', 'departure');
    expect((await c.person('Priya')).relationship).toBe('former');
    await c.json('edit', 'Priya', '--relationship', 'teammate');
    await c.json('amend', '1', '--title', 'Left for Halden', '--with', 'Priya, Wei');
    expect((await c.person('Priya')).relationship).toBe('teammate');
    expect((await c.person('Wei')).relationship).toBe('former');
  });

  it('sets a highlight', async () => {
    const c = await filled();
    await c.json('amend', '3', '--highlight', 'your talk on queues');
    const { interactions } = await c.json<Interactions>('interactions', '--with', 'Wei');
    expect(only(only(interactions).people).highlight).toBe('your talk on queues');
  });

  it('says what changed, whom it dropped, who is new, and how to undo it', async () => {
    const c = await filled();
    const { stdout } = await c.run(
      'amend',
      '1',
      '--with',
      'Priya, Ana Ruiz',
      '--title',
      'Apollo 2',
    );
    const said = stdout.replace(/\s+/g, ' ');
    expect(said).toContain('title: Apollo launch → Apollo 2');
    expect(said).toContain('with: Priya Shah and Tom Becker → Priya Shah and Ana Ruiz (new)');
    expect(said).toContain(
      'Dropped Tom Becker. To put them back: netcoach amend 1 --add "Tom Becker"',
    );
    await c.json('amend', '1', '--add', 'Tom: drew the map, twice');
    const dropped = await c.run('amend', '1', '--remove', 'Tom');
    expect(dropped.stdout).toContain('--add "Tom Becker: drew the map, twice"');
    expect(said).toContain('Undo: netcoach undo');
    expect(said).not.toContain('kind:');
    expect((await c.run('amend', '1', '--title', 'Apollo 2')).stdout).toBe('Nothing changed.\n');
  });

  it('takes a date of this week for one ahead, and not for one a year back', async () => {
    const c = await filled();
    const error = await c.on('2026-11-28').fails('bad-date', 'amend', '1', '--on', '1 december');
    expect(error.message).toBe('2026-12-01 is in the future (today is 2026-11-28)');
    await c.on('2026-11-28').json('amend', '1', '--on', '1 december 2025');
    expect((await first(c))?.date).toBe('2025-12-01');
  });

  it('says loudly that a new name is nearly a known one', async () => {
    const c = await filled();
    const { stderr } = await c.run('amend', '1', '--add', 'Wei Chan');
    expect(stderr).toBe(
      '"Wei Chan" is new here. If you meant Wei Chen: netcoach merge "Wei Chan" "Wei Chen"\n',
    );
  });

  describe('by hand', () => {
    /** An editor that does what a script in sed says, and keeps what it was given. */
    const editor = (c: Coach, script: string) => {
      const path = `${c.db}.editor`;
      writeFileSync(path, `#!/bin/sh\ncp "$1" "${path}.seen"\nsed -i '${script}' "$1"\n`);
      chmodSync(path, 0o755);
      return path;
    };
    const edit = (c: Coach, script: string, ...answers: string[]) =>
      answering(c.db, c.today, ['amend', '1'], answers, { EDITOR: editor(c, script) });

    it('opens the entry in the editor and writes what was changed', async () => {
      const c = await filled();
      await c.json('amend', '1', '--note', 'two\nlines', '--highlight', 'a calm day');
      const { stdout, code } = await edit(c, 's/^title: .*/title: Apollo 2/; /^with: Tom/d');
      expect(code).toBe(0);
      expect(stdout).toContain('title: Apollo launch → Apollo 2');
      expect(stdout).toContain('Dropped Tom Becker.');
      expect(readFileSync(`${c.db}.editor.seen`, 'utf8').replace(/^#.*\n/gm, '')).toBe(
        [
          ...['kind: project', 'when: 2026-11-20', 'title: Apollo launch'],
          ...['with: Priya Shah: a calm day', 'say:', 'with: Tom Becker: a calm day', 'say:'],
          ...['note: two', 'lines', ''],
        ].join('\n'),
      );
      expect(await first(c)).toMatchObject({
        title: 'Apollo 2',
        note: 'two\nlines',
        people: [{ name: 'Priya Shah', highlight: 'a calm day' }],
      });
      await c.json('undo');
      expect((await first(c))?.people).toHaveLength(2);
    });

    it('takes my own words, a new person, another kind and day', async () => {
      const c = await filled();
      const script =
        's/^kind: .*/kind: event/; s/^when: .*/when: last monday/; 0,/^say:/s/^say:/say: What a day/; s/^note:/with: Ana Ruiz: drew the map, calmly\\nnote: quiet/';
      const { stdout } = await edit(c, script);
      expect(stdout.replace(/\s+/g, ' ')).toContain('In a message to Priya Shah: "What a day."');
      expect(stdout).toContain('Ana Ruiz (new)');
      expect(await first(c)).toMatchObject({
        ...{ kind: 'event', date: '2026-11-16', note: 'quiet' },
        people: [{ highlight: null }, {}, { name: 'Ana Ruiz', highlight: 'drew the map, calmly' }],
      });
      await edit(c, 's/^say: .*/say:/');
      expect((await c.draft('Priya')).draft.text).not.toContain('What a day');
    });

    it('leaves standard output alone for --json', async () => {
      const c = await filled();
      const done = await answering(c.db, c.today, ['amend', '1', '--json'], [], {
        EDITOR: editor(c, 'd'),
      });
      expect(done).toMatchObject({ code: 2, stdout: '' });
    });

    it.each(['s/x/x/', 'd'])('changes nothing for %j', async (script) => {
      const c = await filled();
      const before = (await c.run('export', 'json')).stdout;
      expect((await edit(c, script)).stdout).toBe('Nothing changed.\n');
      expect((await c.run('export', 'json')).stdout).toBe(before);
    });

    it.each([
      ['s/^kind: .*/kind: party/', '"party" isn\'t a kind'],
      ['s/^when: .*/when: someday/', '"someday" isn\'t a date'],
      ['s/^title:.*/title:/', 'the title is empty'],
      ['/^with:/d', 'no one would be left'],
      ['s/^title:/titel:/', "this line doesn't belong here: titel"],
      ['s/^with: Tom.*/with: #99/', 'no one has the number #99'],
    ])('says what is wrong after %j, and leaves all as it was', async (script, words) => {
      const c = await filled();
      const before = (await c.run('export', 'json')).stdout;
      const { stderr, code, asked } = await edit(c, script, 'no');
      expect(stderr).toContain(words);
      expect(asked).toEqual(['Edit it again?']);
      expect(code).toBe(2);
      expect((await c.run('export', 'json')).stdout).toBe(before);
    });

    it('keeps what was typed for another try', async () => {
      const c = await filled();
      // The first time the day is wrong, and the second time put right.
      const script =
        's/^when: 2026-11-20/when: someday/; t; s/^when: someday/when: 2026-11-19/; s/^title:.*/title: Typed/';
      expect((await edit(c, script, 'yes')).code).toBe(0);
      expect(await first(c)).toMatchObject({ date: '2026-11-19', title: 'Typed' });
    });

    it("asks for one line where there's no editor", async () => {
      const c = await filled();
      const amend = (...answers: string[]) => answering(c.db, c.today, ['amend', '1'], answers);
      await amend('title:', 'Apollo 2');
      await amend('with: Tom', 'Tom Becker: drew the map');
      await amend('add someone', 'Wei Chen');
      expect(await first(c)).toMatchObject({
        title: 'Apollo 2',
        people: [
          { name: 'Priya Shah', highlight: null },
          { name: 'Tom Becker', highlight: 'drew the map' },
          { name: 'Wei Chen' },
        ],
      });
      expect((await amend('title:', '')).stdout).toBe('Nothing changed.\n');
      expect((await amend('title:', CTRL_C)).code).toBe(130);
    });
  });

  describe('--say', () => {
    const deed = ['--with', 'Ana Ruiz: stayed late to fix the import'];
    const logged = async () => {
      const c = coach();
      await c.json('log', '--kind', 'project', ...deed, '--title', 'Apollo launch');
      return c;
    };

    it('puts my own words into the message, to the letter', async () => {
      const c = await logged();
      const say = 'You kept the import alive – and me awake.';
      expect(await c.json('amend', '1', '--say', say)).toMatchObject({ understood: { say } });
      expect((await c.draft('Ana')).draft.text).toContain(` ${say} `);
      expect((await c.draft('Ana')).draft.text).not.toContain('staying late');
      await c.json('undo');
      expect((await c.draft('Ana')).draft.text).not.toContain(say);
    });

    it('adds the full stop that the next sentence needs, and no second one', async () => {
      const c = await logged();
      for (const [typed, said] of [
        ['Thank you for the import', 'Thank you for the import.'],
        ['What a night!', 'What a night!'],
        ['You said "it works"', 'You said "it works".'],
        ['You said "it works."', 'You said "it works."'],
        ['  Thank you\nfor it ', 'Thank you for it.'],
      ])
        expect(await c.json('amend', '1', '--say', typed as string)).toMatchObject({
          understood: { say: said },
        });
    });

    it('outlasts another title, day and kind, and goes with the highlight that it was about', async () => {
      const c = await logged();
      const say = 'Thank you for the import.';
      await c.json('amend', '1', '--say', say);
      await c.json('amend', '1', '--title', 'Apollo', '--on', '2026-11-20', '--kind', 'event');
      expect((await c.draft('Ana')).draft.text).toContain(say);
      await c.json('amend', '1', '--highlight', 'drew the map');
      expect((await c.draft('Ana')).draft.text).not.toContain(say);
      await c.json('amend', '1', '--say', say);
      expect(await c.json('amend', '1', '--say', '')).toMatchObject({
        understood: { say: expect.stringContaining('hank you for drawing the map') },
      });
    });

    it('asks whose part it is where several took part', async () => {
      const c = await filled();
      const error = await c.fails('usage', 'amend', '1', '--say', 'Thank you.');
      expect(error.hint).toContain('netcoach amend 1 --with "Priya Shah" --say');
      const { interaction } = await c.json<{ interaction: Interaction }>(
        ...['amend', '1', '--with', 'tom', '--say', 'Thank you for the map.'],
      );
      expect(interaction.people.map(({ name }) => name)).toEqual(['Priya Shah', 'Tom Becker']);
      const { stdout } = await c.run('amend', '1', '--with', 'tom', '--say', 'Thank you, Tom.');
      expect(stdout).toContain('In a message to Tom Becker: "Thank you, Tom."');
      expect((await c.draft('Tom', '--about', '1')).draft.text).toContain('Thank you, Tom.');
      expect((await c.draft('Priya')).draft.text).not.toContain('Thank you, Tom.');
      await c.fails('unknown-person', 'amend', '1', '--with', 'Wei', '--say', 'Thank you.');
    });

    it('is exported, imported, merged and forgotten', async () => {
      const c = await logged();
      const say = 'Thank you, Anita Ruiz-Soto.';
      await c.json('amend', '1', '--say', say);
      const file = tempDb();
      await c.run('export', 'json', file);
      const other = coach();
      await other.json('import', 'json', file);
      expect((await other.draft('Ana')).draft.text).toContain(say);
      await other.add('Ana R');
      await other.json('merge', 'Ana Ruiz', 'Ana R');
      expect((await other.draft('Ana')).draft.text).toContain(say);
      await other.add('Anita Ruiz-Soto');
      await other.json('forget', 'Anita', '--yes');
      expect((await other.draft('Ana')).draft.text).toContain('Thank you, someone.');
      expect(await other.json('doctor')).toMatchObject({ ok: true });
    });
  });

  it.each(['99', '0'])('rejects the unknown interaction %s', async (id) => {
    await (await filled()).fails('unknown-id', 'amend', id, '--title', 'Other');
  });

  it.each(['1x', 'Apollo', '1.5', '1e0', '0x1', ' ', '-1', '99999999999999999999'])(
    'rejects %j as an id',
    async (id) => {
      const c = await filled();
      const before = await c.json('interactions');
      await c.fails(['unknown-id', 'usage'], 'amend', '--title', 'Other', '--', id);
      await c.fails(['unknown-id', 'usage'], 'delete', '--', id);
      expect(await c.json('interactions')).toEqual(before);
    },
  );

  it.each([
    ['bad-date', ['--on', '2026-11-23']],
    ['bad-date', ['--on', '2026-02-30']],
    ['usage', ['--kind', 'party']],
    ['usage', ['--title', '']],
    ['unknown-person', ['--with', '#99']],
    ['usage', []],
  ])('reports %s for %j and changes nothing', async (code, args) => {
    const c = await filled();
    const before = await c.json('interactions');
    await c.fails(code === 'unknown-person' ? [code, 'unknown-id'] : code, 'amend', '1', ...args);
    expect(await c.json('interactions')).toEqual(before);
  });
});
