import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Coach, coach } from '../helpers/coach.ts';
import { checkDraft, checkDrafted, type Drafted } from '../helpers/shapes.ts';
import { unsafe } from '../helpers/text.ts';

async function finished(title = 'Apollo launch', name = 'Priya Shah') {
  const c = coach();
  await c.log('project', name, title, '2026-11-20');
  return c;
}

/** A draft in every wording. */
async function wordings(c: Coach, name: string, ...more: string[]): Promise<string[]> {
  const { variants } = await c.draft(name, ...more);
  const texts: string[] = [];
  for (let i = 1; i <= variants; i += 1) {
    const drafted = await c.draft(name, ...more, '--variant', String(i));
    checkDrafted(drafted);
    texts.push(drafted.draft.text);
  }
  return texts;
}

/** What no message may contain. */
function checkManners(text: string): void {
  expect(unsafe(text)).toEqual([]);
  expect(text).toBe(text.trim());
  expect(text).not.toMatch(/undefined|null|NaN|\[object/);
  expect(text).not.toMatch(/[[{<][^\]}>]*(name|project|title|team|role|company)[^\]}>]*[\]}>]/i);
  expect(text).not.toMatch(/https?:|www\./);
  expect(text.match(/!/g)?.length ?? 0).toBeLessThanOrEqual(1);
  expect(text).not.toMatch(/\b(hey|gonna|wanna|awesome|guys|lol|asap|pick your brain)\b/i);
  expect(text).not.toMatch(/professional network on LinkedIn/i);
  expect(text).not.toMatch(/ {2}|\s[.,!?](\s|$)|\.\.|,,|\(\)|""/);
}

describe('draft', () => {
  it('gives the message and the interaction it builds on', async () => {
    const c = await finished();
    const drafted = await c.draft('Priya');
    checkDrafted(drafted);
    expect(drafted).toMatchObject({
      person: { id: 1, name: 'Priya Shah' },
      action: 'connect',
      moment: 'project',
      interaction: { id: 1, title: 'Apollo launch' },
      draft: { channel: 'note', limit: 200 },
    });
    expect(drafted.variants).toBeGreaterThanOrEqual(4);
    const { text } = drafted.draft;
    expect(text).toMatch(/^\w+ Priya,/);
    expect(text).not.toContain('Shah');
    expect(text).toContain('Apollo launch');
    expect(text).not.toContain('\n');
    checkManners(text);
  });

  it('prints only the message on a pipe', async () => {
    const c = await finished();
    const { draft } = await c.draft('Priya');
    expect(await c.run('draft', 'Priya')).toMatchObject({
      code: 0,
      stdout: `${draft.text}\n`,
    });
    const email = await c.draft('Priya', '--channel', 'email');
    const { stdout } = await c.run('draft', 'Priya', '--channel', 'email');
    expect(stdout).toBe(`${email.draft.text}\n`);
  });

  it('includes the message on a terminal', async () => {
    const c = await finished();
    const { draft } = await c.draft('Priya');
    const { stdout } = await c.with({ tty: true, columns: 400 }, 'draft', 'Priya', '--no-color');
    expect(stdout).toContain(draft.text);
  });

  it('is the same from one run to the next', async () => {
    const c = await finished();
    const first = await c.draft('Priya');
    expect(await c.draft('Priya')).toEqual(first);
  });

  it('has a different text for each variant', async () => {
    const c = await finished();
    const texts = await wordings(c, 'Priya');
    expect(new Set(texts).size).toBe(texts.length);
    expect(texts).toContain((await c.draft('Priya')).draft.text);
    for (const text of texts) {
      expect(text).toContain('Priya');
      expect(text).toContain('Apollo launch');
      checkManners(text);
    }
  });

  it('is two or three sentences long', async () => {
    const c = await finished();
    for (const text of await wordings(c, 'Priya')) {
      const sentences = text.split(/[.!?](?:\s|$)/).filter((part) => part.trim() !== '');
      expect(sentences.length, text).toBeGreaterThanOrEqual(1);
      expect(sentences.length, text).toBeLessThanOrEqual(4);
    }
  });

  it.each([
    ['new-job', 'Billing'],
    ['project', 'Apollo launch'],
    ['event', 'Lisbon offsite'],
    ['interest', 'distributed tracing'],
    ['feedback', 'Caching design review'],
    ['milestone', 'Staff Engineer'],
    ['reorg', 'The merger with Halden'],
    ['departure', 'Left for Halden'],
  ])('for a %s has four variants, all of them polite', async (kind, title) => {
    const c = coach();
    await c.log('meeting', 'Priya Shah', 'Lunch', '2026-11-01');
    await c.log(kind, 'Priya Shah', title, '2026-11-20');
    const texts = await wordings(c, 'Priya');
    expect(texts.length).toBeGreaterThanOrEqual(4);
    expect(new Set(texts).size).toBe(texts.length);
    for (const text of texts) checkManners(text);
  });

  it('mentions what stood out, and this person’s own part', async () => {
    const c = coach();
    await c.log(
      ...(['project', 'Priya Shah: your rollback plan', 'Apollo launch', '2026-11-20'] as const),
      ...['--with', 'Tom Becker: your load tests'],
    );
    const priya = await wordings(c, 'Priya');
    const tom = await wordings(c, 'Tom');
    expect(priya.join('\n')).toContain('your rollback plan');
    expect(tom.join('\n')).toContain('your load tests');
    expect(priya.join('\n')).not.toContain('load tests');
    expect(tom.join('\n')).not.toContain('rollback plan');
  });

  it('introduces me to someone whose talk I heard', async () => {
    const c = coach();
    await c.json('me', '--name', 'Sam Okoro', '--role', 'backend engineer', '--team', 'Billing');
    await c.log('event', 'Priya Shah: her talk on boring forms', 'Lisbon offsite', '2026-11-20');
    const texts = await wordings(c, 'Priya');
    expect(
      texts.filter((text) => text.includes("I'm Sam from the Billing team.")).length,
    ).toBeGreaterThan(texts.length / 3);
  });

  it.each([
    ['Kim Lee', 'Kim'],
    ['Madonna', 'Madonna'],
    ['José Álvarez', 'José'],
    ['PRIYA SHAH', 'Priya'],
    ['Anne-Marie Dubois', 'Anne-Marie'],
    ["D'Arcy O'Neil", "D'Arcy"],
    ['Ludwig van Houten', 'Ludwig'],
    ['Ng', 'Ng'],
    ['Łukasz Żółć', 'Łukasz'],
    ['عمر عزيز', 'عمر'],
    ['Mx. Robin Vale', 'Robin'],
    ['Ana 🌻 Ruiz', 'Ana'],
  ])('calls %s by the name %s', async (name, called) => {
    const c = await finished('Apollo launch', name);
    const { text } = (await c.draft('#1')).draft;
    expect(text.startsWith(`Hi ${called},`) || text.startsWith(`Hello ${called},`), text).toBe(
      true,
    );
  });

  it('calls Kim Lee, MBA Kim', async () => {
    const c = coach();
    await c.add('Kim Lee, MBA');
    await c.log('project', '#1', 'Apollo launch', '2026-11-20');
    const { text } = (await c.draft('#1')).draft;
    expect(text).toMatch(/^\w+ Kim,/);
    expect(text).not.toMatch(/Lee|MBA/);
  });
});

describe('the length of a draft', () => {
  it('depends on the account', async () => {
    const c = await finished();
    expect((await c.draft('Priya')).draft).toMatchObject({
      channel: 'note',
      limit: 200,
    });
    await c.json('me', '--account', 'premium');
    expect((await c.draft('Priya')).draft).toMatchObject({
      channel: 'note',
      limit: 300,
    });
  });

  it.each([100, 150, 180, 250])('is limited by --max %i', async (max) => {
    const c = await finished();
    const { draft } = await c.draft('Priya', '--max', String(max));
    checkDraft(draft);
    expect(draft.limit).toBe(max);
    expect(draft.text).toContain('Apollo launch');
  });

  it.each(['0', '-5', 'many', '1.5', ''])('rejects --max %j', async (max) => {
    await (await finished()).fails('usage', 'draft', 'Priya', '--max', max);
  });

  it('is up to 8000 for a message and unlimited for an email', async () => {
    const c = await finished();
    const message = (await c.draft('Priya', '--channel', 'message')).draft;
    checkDraft(message);
    expect(message).toMatchObject({ channel: 'message', limit: 8000 });
    const email = (await c.draft('Priya', '--channel', 'email')).draft;
    checkDraft(email);
    expect(email).toMatchObject({ channel: 'email', limit: null });
    expect(email.text.split('\n')[0]).toMatch(/^Subject: \S/);
    expect(email.text.split('\n').length).toBeGreaterThan(2);
    for (const { text } of [message, email]) {
      expect(text).toContain('Priya');
      expect(text).toContain('Apollo launch');
    }
    expect(message.text).not.toMatch(/^Subject:/);
  });

  it('is counted in UTF-16 units of the NFC text', async () => {
    for (const [name, title] of [
      ['Jose\u0301 A\u0301lvarez', 'Lanc\u0327amento do Apollo'],
      ['Zoë 🚀 Park', 'the 🚀🚀 launch 👩‍👩‍👧'],
    ] as const) {
      const c = await finished(title, name);
      const { draft } = await c.draft('#1', '--max', '199');
      checkDraft(draft);
    }
  });

  it('stays within the limit for any name and title; the context is the last to go', async () => {
    const long = 'the migration of the ledger and invoicing platform '.repeat(10).trim();
    const name = `Wolfeschlegelsteinhausenbergerdorff${'x'.repeat(60)} Featherstonehaugh`;
    const c = coach();
    await c.json(
      'me',
      '--name',
      'S'.repeat(90),
      '--role',
      'r'.repeat(150),
      '--team',
      't'.repeat(90),
    );
    await c.log(
      'project',
      name,
      long,
      '2026-11-20',
      '--highlight',
      `your ${'calm '.repeat(60)}plan`,
    );
    for (const max of ['200', '300', '120']) {
      for (const text of await wordings(c, '#1', '--max', max)) {
        expect(text.length).toBeLessThanOrEqual(Number(max));
        checkManners(text);
      }
    }
    const short = coach();
    await short.json('me', '--name', 'Sam Okoro', '--role', 'r'.repeat(150), '--team', 'Billing');
    await short.log('event', 'Priya Shah', 'Lisbon offsite', '2026-11-20');
    for (const text of await wordings(short, 'Priya', '--max', '90')) {
      expect(text).toContain('offsite');
    }
  });

  it('never splits a word', async () => {
    const c = await finished('Internationalisation of the reconciliation dashboards');
    for (const max of ['110', '140', '170', '200']) {
      const { text } = (await c.draft('Priya', '--max', max)).draft;
      expect(text).toMatch(/[.!?]$/);
      if (text.includes('Internat')) expect(text).toContain('Internationalisation of the');
    }
  });

  it.each([1, 10, 20, 40, 60, 80])(
    'under a limit of %i is refused or has whole sentences',
    async (max) => {
      const c = await finished();
      await c.json('accepted', 'Priya');
      await c.log('event', 'Tom Becker', 'Lisbon offsite', '2026-11-20');
      for (const name of ['Priya', 'Tom']) {
        const result = await c.run('draft', name, '--max', String(max), '--json');
        if (result.code === 0) {
          const { draft } = JSON.parse(result.stdout) as Drafted;
          checkDraft(draft);
          expect(draft.text).toMatch(/[.!?]$/);
        } else {
          expect(result.code, result.stderr).toBe(2);
        }
      }
    },
  );

  it('stays within the limit for any text', async () => {
    const word = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(word, word, word, async (name, title, highlight) => {
        const c = coach();
        const made = await c.run('add', `--`, name);
        fc.pre(made.code === 0);
        const logged = await c.run(
          ...['log', '--kind', 'project', '--with', '#1', '--on', '2026-11-20'],
          ...[`--title=${title}`, `--highlight=${highlight}`],
        );
        fc.pre(logged.code === 0);
        // With so little room a message need not be about anything.
        const { draft } = await c.draft('#1', '--max', '199');
        checkDraft(draft);
        expect(unsafe(draft.text)).toEqual([]);
        expect(draft.text).not.toContain('\n');
      }),
      { numRuns: 40, seed: 11 },
    );
  });
});

describe('titles in any grammar', () => {
  it.each([
    'Ledger migration',
    'the Apollo launch',
    'The Apollo launch',
    'Fix flaky tests',
    'migrating 40 services',
    'Q3 review (EMEA)',
    'Shipped the new checkout',
    '"Phoenix" rewrite',
    '“Phoenix” rewrite',
    'GDPR audit',
    'a hackathon',
    'An offsite.',
    'Launch!',
    'Why are builds slow?',
    'Apollo; Borealis',
    'our on-call handover',
    'my caching design',
    'iOS 19 support',
    '项目凤凰',
    'миграция биллинга',
    'Lançamento do Apollo',
    'ALL HANDS',
    '2027 planning',
    '{{project}}',
    '<b>Apollo</b>',
    'x',
  ])('%s', async (title) => {
    const c = await finished(title);
    for (const text of await wordings(c, 'Priya')) {
      expect(text.length).toBeLessThanOrEqual(200);
      expect(unsafe(text)).toEqual([]);
      expect(text).not.toMatch(
        /\b(the the|the a|a the|the an|the our|the my|an? an?|on on|of of)\b/i,
      );
      expect(text).not.toMatch(/[.!?]{2}|[.!?],| {2}|\s[.,]/);
      expect(text).toMatch(/[.!?]$/);
      expect(text.match(/!/g)?.length ?? 0).toBeLessThanOrEqual(1);
      // "my caching design" is mine as I typed it; in the message it stays "my", never "our my".
      expect(text).not.toMatch(/undefined|null/);
    }
  });
});

describe('news in any grammar', () => {
  it.each([
    ['Staff Engineer', 'Staff Engineer'],
    ['Promoted to Staff Engineer', 'Staff Engineer'],
    ['promotion to Staff Engineer', 'Staff Engineer'],
    ['new job at Halden', 'Halden'],
    ['Employee of the year award', 'award'],
    ['won the Halden prize', 'prize'],
    ['She became VP of Engineering', 'VP of Engineering'],
    ['promotion', 'promotion'],
  ])('%s', async (title, word) => {
    const c = coach();
    await c.log('milestone', 'Priya Shah', title, '2026-11-20');
    for (const text of await wordings(c, 'Priya')) {
      checkManners(text);
      expect(text).toMatch(/congratulat|well done/i);
      expect(text.toLowerCase()).toContain(word.toLowerCase());
      expect(text).not.toMatch(
        /\b(she|being [^.!,]*\b(award|prize|promotion)|your new role as pro)\b/i,
      );
      expect(text).not.toMatch(/\b(your your|the the|on won|on promoted|as promoted)\b/i);
    }
  });
});

describe('the moment of a draft', () => {
  async function two() {
    const c = await finished();
    await c.log('event', 'Priya', 'Lisbon offsite', '2026-11-19');
    await c.log('project', 'Priya', 'Borealis', '2026-11-18');
    return c;
  }

  it('is of the kind given with --moment', async () => {
    const c = await two();
    const drafted = await c.draft('Priya', '--moment', 'event');
    checkDrafted(drafted);
    expect(drafted).toMatchObject({
      moment: 'event',
      interaction: { title: 'Lisbon offsite' },
    });
    expect(drafted.draft.text).toContain('Lisbon offsite');
    expect((await c.draft('Priya', '--moment', 'project')).moment).toBe('project');
  });

  it('is the interaction given with --about', async () => {
    const c = await two();
    for (const [id, title, moment] of [
      ['1', 'Apollo launch', 'project'],
      ['2', 'Lisbon offsite', 'event'],
      ['3', 'Borealis', 'project'],
    ] as const) {
      const drafted = await c.draft('Priya', '--about', id);
      expect(drafted).toMatchObject({
        moment,
        interaction: { id: Number(id), title },
      });
      expect(drafted.draft.text).toContain(title);
    }
  });

  it('can be an interaction whose window has closed', async () => {
    const c = coach();
    await c.log('project', 'Priya Shah', 'Apollo launch', '2025-01-20');
    const drafted = await c.draft('Priya', '--about', '1');
    expect(drafted.draft.text).toContain('Apollo launch');
  });

  it('is never invented', async () => {
    const c = await two();
    await c.log('event', 'Tom Becker', 'Oslo offsite', '2026-11-19');
    await c.fails('usage', 'draft', 'Priya', '--moment', 'party');
    await c.fails(['no-context', 'usage'], 'draft', 'Priya', '--moment', 'feedback');
    await c.fails('unknown-id', 'draft', 'Priya', '--about', '99');
    await c.fails(['unknown-id', 'no-context', 'usage'], 'draft', 'Priya', '--about', '4');
    await c.fails(['unknown-id', 'usage'], 'draft', 'Priya', '--about', '1x');
    await c.fails('usage', 'draft', 'Priya', '--channel', 'fax');
    await c.fails('usage', 'draft', 'Priya', '--variant', 'x');
    await c.fails('usage', 'draft', 'Priya', '--variant', '0');
  });

  it('is used even after its window has closed', async () => {
    const c = coach();
    await c.log('project', 'Priya Shah', 'Apollo launch', '2025-01-20');
    const { draft } = await c.draft('Priya');
    expect(draft.text).toContain('Apollo launch');
  });
});

describe('a draft to a connection gives', () => {
  async function connected(on: string) {
    const c = coach();
    await c.log('project', 'Priya Shah', 'Apollo launch', '2026-08-20');
    await c.json('sent', 'Priya', '--on', '2026-08-21');
    await c.json('accepted', 'Priya', '--on', on);
    return c;
  }

  it('thanks', async () => {
    const c = await connected('2026-11-21');
    const drafted = await c.draft('Priya');
    expect(drafted).toMatchObject({ action: 'thank', moment: null });
    expect(drafted.draft.channel).not.toBe('note');
    for (const text of await wordings(c, 'Priya')) {
      expect(text).toMatch(/\bthank|connected/i);
      checkManners(text);
    }
  });

  it('congratulations', async () => {
    const c = await connected('2026-08-25');
    await c.log('milestone', 'Priya', 'Staff Engineer', '2026-11-20');
    const drafted = await c.draft('Priya');
    expect(drafted).toMatchObject({
      action: 'congratulate',
      moment: 'milestone',
    });
    for (const text of await wordings(c, 'Priya')) expect(text).toMatch(/congratulat/i);
  });

  it('a check-in', async () => {
    const c = await connected('2026-08-25');
    const drafted = await c.draft('Priya');
    expect(drafted).toMatchObject({ action: 'check-in', moment: null });
    for (const text of await wordings(c, 'Priya')) {
      expect(text).toContain('Apollo launch');
      expect(text).not.toMatch(/just checking in|connect/i);
      checkManners(text);
    }
  });

  it('nothing if no interaction is logged', async () => {
    const c = coach();
    await c.add('Zoe Park');
    await c.json('accepted', 'Zoe');
    await c.fails('no-context', 'draft', 'Zoe');
  });
});

describe('a strained tie', () => {
  it('is mentioned before anything else', async () => {
    const c = await finished();
    await c.json('edit', 'Priya', '--strained');
    const { stderr } = await c.run('draft', 'Priya');
    expect(stderr).toMatch(/strain/i);
    const { stdout, stderr: terminal } = await c.with({ tty: true }, 'draft', 'Priya');
    expect(stdout + terminal).toMatch(/strain/i);
  });

  it('is never mentioned in the message', async () => {
    const c = await finished();
    await c.json('edit', 'Priya', '--strained');
    const { stdout } = await c.run('draft', 'Priya');
    expect(stdout).not.toMatch(/strain|tension|conflict|difficult/i);
  });
});

describe('a draft keeps private', () => {
  async function everyText(c: Coach, name: string): Promise<string> {
    const texts: string[] = [];
    for (const channel of ['note', 'message', 'email']) {
      texts.push(...(await wordings(c, name, '--channel', channel, '--max', '1000')));
    }
    for (const { draft, reasons } of (await c.suggest()).suggestions)
      texts.push(draft?.text ?? '', ...reasons);
    return texts.join('\n');
  }

  it.each([
    'project',
    'event',
    'interest',
    'feedback',
    'milestone',
    'reorg',
    'departure',
    'new-job',
  ])('my notes on a %s', async (kind) => {
    const c = coach();
    await c.add('Priya Shah', '--note', 'secret divorce', '--email', 'priya@private.example');
    await c.log('meeting', 'Priya', 'Lunch', '2026-11-01', '--note', 'secret salary');
    await c.log(kind, 'Priya', 'Apollo launch', '2026-11-20', '--note', 'secret quarrel');
    const text = await everyText(c, 'Priya');
    expect(text).not.toMatch(/secret|divorce|salary|quarrel|private\.example/);
    // Too little is said of the change for a message.
    if (kind !== 'reorg') expect(text).toContain('Priya');
  });

  it('what a review said', async () => {
    const c = coach();
    await c.log(
      ...(['feedback', 'Wei Chen', 'Caching design review', '2026-11-20'] as const),
      ...['--highlight', 'delegate sooner and interrupt less', '--note', 'rated below average'],
    );
    const text = await everyText(c, 'Wei');
    expect(text).not.toMatch(/delegate|interrupt|rated|below average/);
    const connected = c.on('2027-01-15');
    await connected.json('accepted', 'Wei', '--on', '2026-12-01');
    expect(await everyText(connected, 'Wei')).not.toMatch(/delegate|interrupt|rated|below average/);
  });

  it('the other people in an interaction', async () => {
    const c = coach();
    await c.log('project', 'Priya Shah, Tom Becker', 'Apollo launch', '2026-11-20');
    expect((await wordings(c, 'Priya')).join('\n')).not.toMatch(/Tom|Becker/);
  });
});

describe('no-context', () => {
  it('names the command that would fix it', async () => {
    const c = coach();
    await c.add('Zoe Park', '--team', 'Legal');
    const { code, stdout, stderr } = await c.run('draft', 'Zoe');
    expect(code).not.toBe(0);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^netcoach: /);
    expect(stderr).toMatch(/netcoach log\b/);
    expect(stderr).toContain('Zoe');
  });

  it('goes away once something is logged', async () => {
    const c = coach();
    await c.add('Zoe Park', '--team', 'Legal');
    await c.fails('no-context', 'draft', 'Zoe');
    await c.log('event', 'Zoe', 'Lisbon offsite', '2026-11-20');
    const drafted = await c.json<Drafted>('draft', 'Zoe');
    expect(drafted).toMatchObject({ action: 'connect', moment: 'event' });
  });
});

describe('draft --prompt', () => {
  it('tells what may be said, and nothing private or of others', async () => {
    const c = coach();
    await c.json('me', '--name', 'Sam Ortiz', '--role', 'backend engineer');
    await c.add('Priya Shah', '--team', 'Billing', '--note', 'thinks of quitting');
    const people = ['--with', 'Tom Becker: broke the build', '--note', 'we argued'];
    const out = ['--highlight', 'your rollback plan'];
    await c.log('project', 'Priya Shah', 'Apollo launch', '2026-11-20', ...people, ...out);
    await c.log('feedback', 'Priya Shah', 'Q3 review: interrupt less', '2026-11-01');
    const { code, stdout } = await c.run('draft', 'Priya', '--prompt');
    expect(code).toBe(0);
    for (const words of ['⟦Priya Shah⟧', '⟦Apollo launch⟧', '⟦your rollback plan⟧', 'at most 200'])
      expect(stdout).toContain(words);
    expect(stdout).toContain('Sam Ortiz, backend engineer');
    for (const secret of ['quitting', 'argued', 'interrupt', 'Tom', 'broke'])
      expect(stdout).not.toContain(secret);
    const { prompt } = await c.json<{ prompt: string }>('draft', 'Priya', '--prompt');
    expect(prompt).toBe(stdout);
  });

  it('asks for a plain line after hard news', async () => {
    const c = coach();
    await c.log('departure', 'Tom Becker', 'Laid off', '2026-11-20');
    const { stdout } = await c.run('draft', 'Tom', '--prompt');
    expect(stdout).toContain('hard news');
  });
});
