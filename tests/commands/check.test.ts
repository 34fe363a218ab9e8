/** What `check` says of a message, with what the log knows of the reader. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Coach, coach } from '../helpers/coach.ts';
import { tempFolder } from '../helpers/run.ts';
import { readsOf } from '../helpers/statements.ts';

const GOOD = `Hi Priya, thank you for your rollback plan at the Apollo launch. I'd be glad to stay in touch.`;

async function finished() {
  const c = coach();
  await c.json('me', '--name', 'Sam Ortiz', '--role', 'engineer');
  await c.log(
    'project',
    'Priya Shah',
    'Apollo launch',
    '2026-11-20',
    '--note',
    'heard that she looks for another job',
  );
  return c;
}

interface Checked {
  ok: boolean;
  length: number;
  limit: number | null;
  problems: Array<{ rule: string }>;
}

describe('check', () => {
  it('leaves the second opinion out of what is a wording of today’s draft', async () => {
    const c = coach();
    await c.log('interest', 'Simon Okafor', 'Lego', '2026-11-22');
    const asMessage = ['--channel', 'message', '--variant', '1'];
    const { draft } = await c.json<{ draft: { text: string } }>('draft', 'Simon', ...asMessage);
    expect((await c.run('check', draft.text, '--max', '8000')).stdout).toContain('pushy');
    expect(await c.run('check', draft.text, '--to', 'Simon', '--max', '8000')).toMatchObject({
      code: 0,
    });
    const other = `${draft.text} Let me know by Monday, or I'll ask your boss.`;
    const { stdout } = await c.run('check', other, '--to', 'Simon', '--max', '8000');
    expect(stdout).toContain('pushy');
  });

  it('exits with 0 for a good message, and with 1 for one with a problem', async () => {
    const c = await finished();
    expect(await c.run('check', GOOD, '--to', 'Priya')).toMatchObject({ code: 0, stderr: '' });
    const { code, stdout } = await c.run('check', 'Hi Tom, long time no see.', '--to', 'Priya');
    expect(code).toBe(1);
    expect(stdout).toContain('wrong-name');
  });

  it('returns each problem as JSON, with the length and the limit', async () => {
    const c = await finished();
    const { code, stdout } = await c.run('check', `${GOOD} {{name}}`, '--max', '20', '--json');
    expect(code).toBe(1);
    const { ok, length, limit, problems } = JSON.parse(stdout) as Checked;
    expect({ ok, length, limit }).toEqual({ ok: false, length: GOOD.length + 9, limit: 20 });
    expect(problems.map(({ rule }) => rule)).toEqual(
      expect.arrayContaining(['placeholder', 'too-long']),
    );
  });

  it('uses the limit of the channel: a note before connecting, a message after', async () => {
    const c = await finished();
    const limit = async () => (await c.json<Checked>('check', GOOD, '--to', 'Priya')).limit;
    expect(await limit()).toBe(200);
    await c.json('me', '--account', 'premium');
    expect(await limit()).toBe(300);
    await c.json('accepted', 'Priya');
    expect(await limit()).toBe(8000);
  });

  it('finds what only the log can tell: a private note', async () => {
    const c = await finished();
    const message = 'Hi Priya, I heard that she looks for another job, after the Apollo launch.';
    const { stdout } = await c.run('check', message, '--to', 'Priya', '--json');
    expect((JSON.parse(stdout) as Checked).problems.map(({ rule }) => rule)).toContain('private');
  });

  it('reads an argument, a file or standard input', async () => {
    const c = await finished();
    const file = join(tempFolder(), 'message.txt');
    writeFileSync(file, GOOD);
    const { stdout } = await c.run('check', GOOD, '--to', 'Priya');
    expect((await c.run('check', file, '--to', 'Priya')).stdout).toBe(stdout);
    expect((await c.with({ stdin: GOOD }, 'check', '-', '--to', 'Priya')).stdout).toBe(stdout);
    expect((await c.with({ stdin: GOOD }, 'check', '--to', 'Priya')).stdout).toBe(stdout);
  });

  it('rejects a file that is not UTF-8, and text that is not a message', async () => {
    const c = await finished();
    const file = join(tempFolder(), 'latin1.txt');
    writeFileSync(file, Buffer.from([0x48, 0xe9]));
    await c.fails('bad-file', 'check', file);
    await c.fails('usage', 'check', 'x'.repeat(100_001));
    await c.fails('usage', 'check', '');
    await c.fails('unknown-person', 'check', GOOD, '--to', '#99');
  });

  it('checks spelling on request, and knows the names in the log', async () => {
    const c = await finished();
    const rules = async (...more: string[]) => {
      const { stdout } = await c.run('check', `${GOOD} Do recieve my thanks.`, '--json', ...more);
      return (JSON.parse(stdout) as Checked).problems.filter(({ rule }) => rule === 'spelling');
    };
    expect(await rules()).toEqual([]);
    expect(await rules('--spelling')).toHaveLength(1);
  });
});

interface Problem {
  rule: string;
  severity: string;
  message: string;
  start: number;
  end: number;
  suggestion: string | null;
}

/** The problems of a message, and the exit code. */
async function checked(c: Coach, text: string, ...more: string[]) {
  const { stdout, code } = await c.run('check', text, ...more, '--json');
  const { ok, problems } = JSON.parse(stdout) as { ok: boolean; problems: Problem[] };
  expect(code).toBe(ok ? 0 : 1);
  return { ok, problems, rules: problems.map(({ rule }) => rule) };
}

async function connected(name: string): Promise<Coach> {
  const c = coach();
  await c.log('project', name, 'Ferry timetable', '2026-10-01');
  await c.run('accepted', name, '--on', '2026-10-05');
  return c;
}

it('reads no more of a longer log', async () => {
  const c = await finished();
  const rows = async () => {
    const reads = await readsOf(() => c.run('check', GOOD, '--to', 'Priya'));
    return reads.reduce((sum, one) => sum + one.rows, 0);
  };
  const before = await rows();
  for (const name of ['Ada Quist', 'Bo Lund', 'Cai Renn'])
    await c.log('event', name, 'Autumn fair', '2026-11-01');
  expect(await rows()).toBe(before);
});

describe('by kind of message', () => {
  it.each([
    ['hard news', "Hi Priya, I'm so sorry about your mother. No need to answer."],
    ['hard news', 'Hi Priya, sad to hear about the closure.'],
    ['hard news', 'Dear Priya, please accept my condolences on the loss of your wife.'],
    ['hard news', 'Dear Priya, please accept my condolences. You are in my thoughts.'],
    ['hard news', 'Priya, my condolences on your loss. Please do not feel you need to reply.'],
    ['a reply', 'Hi Priya, no problem at all. Take the time you need.'],
    ['a reply', 'Hi Priya, thanks for your message. Tuesday suits me.'],
    ['thanks', 'Hi Priya, thanks a million for finding my badge.'],
    ['congratulations', "Hi Priya, I hear it's a girl! Congratulations to you both."],
    ['a check-in', 'Hi Priya, are you still riding to work in this weather?'],
  ])('%s faces no rule of a first note: %s', async (_, text) => {
    expect(await checked(coach(), text, '--to', 'Priya Shah')).toMatchObject({ ok: true });
  });

  it.each([
    'Hi Priya, how are you?',
    'Congratulations, Priya! So well deserved.',
    'Hi Priya, hope all is well with you and the family.',
  ])(
    'a bare word passes for someone connected, and not for someone I only know of: %s',
    async (text) => {
      const c = await connected('Priya Shah');
      expect(await checked(c, text, '--to', 'Priya')).toMatchObject({ ok: true });
      const stranger = coach();
      await stranger.run('add', 'Priya Shah');
      const { rules } = await checked(stranger, text, '--to', 'Priya Shah');
      expect(rules).toEqual(expect.arrayContaining(['no-context']));
    },
  );

  it.each([
    ['pushy', 'Hi Priya, sorry about your mother. I need the report by Monday.'],
    ['pushy', 'Hi Priya, congratulations! You never answered my last two messages.'],
    ['salesy', 'Hi Priya, sorry about the flood. We dry cellars, free estimate, call today.'],
    ['wrong-name', "Hi Tom, I'm so sorry about your mother."],
  ])('%s stays, whatever the kind: %s', async (rule, text) => {
    const { ok, rules } = await checked(await connected('Priya Shah'), text, '--to', 'Priya');
    expect(ok).toBe(false);
    expect(rules).toContain(rule);
  });

  it('a request to connect is a first note, however it begins', async () => {
    const text = 'Hi Priya, thank you for being an inspiration. Let us connect.';
    expect((await checked(coach(), text, '--to', 'Priya Shah')).rules).toContain('no-context');
  });
});

describe('private', () => {
  async function severity(text: string, ...log: string[]) {
    const c = coach();
    await c.log('project', 'Priya Shah', 'Apollo', '2026-11-16', ...log);
    const { problems } = await checked(c, text, '--to', 'Priya');
    return problems.find(({ rule }) => rule === 'private')?.severity;
  }

  it('is an error for a telling word, and advice for plain ones', async () => {
    const divorce = 'Hi Priya, thanks for Apollo. I hope the divorce is behind you.';
    expect(await severity(divorce, '--note', 'going through a divorce')).toBe('error');
    const plain = 'Hi Priya, you were very good at planning Apollo.';
    expect(await severity(plain, '--note', 'very good at planning')).toBe('advice');
  });

  it('is found in a note on somebody else, with accents or without', async () => {
    const c = await finished();
    await c.run('add', 'Tom Becker', '--note', 'Kellerträume sind geplatzt im Herbst');
    const text = 'Hi Priya, thank you for Apollo. Kellertraume sind geplatzt im Herbst, you know.';
    expect((await checked(c, text, '--to', 'Priya')).rules).toContain('private');
    const other = 'Hi Priya, thank you for Apollo. The cellar was flooded in autumn.';
    expect((await checked(c, other, '--to', 'Priya')).rules).not.toContain('private');
  });

  it('is an error for feedback, to whoever it is told', async () => {
    const c = coach();
    await c.log('feedback', 'Ivo Renn', 'Review: too blunt with juniors', '2026-11-02');
    const text = "Hi Tom, good to see you at the fair. I'm trying to be less blunt with juniors.";
    const { ok, problems } = await checked(c, text, '--to', 'Tom Becker');
    expect(ok).toBe(false);
    expect(problems[0]).toMatchObject({ rule: 'private', severity: 'error' });
  });
});

describe('what somebody told in confidence', () => {
  it.each([
    ['looks for another job', 'how is the job hunt going?', true],
    ['divorced in spring', 'it must be hard to live separated.', true],
    ['allergic to nuts', 'shall we have a drink on Friday?', false],
    ['in debt', 'how was the interview with the paper?', false],
  ])('is one matter: "%s" and "%s": %s', async (note, said, isPrivate) => {
    const c = await connected('Noor Ali');
    await c.run('edit', 'Noor', '--note', note);
    const { rules } = await checked(c, `Hi Noor, ${said}`, '--to', 'Noor');
    expect(rules.includes('private')).toBe(isPrivate);
  });
});

describe('wrong-fact', () => {
  it.each([
    ['event', 'Lisbon offsite', 'I enjoyed our table at the Berlin offsite.', 'Berlin'],
    ['event', 'Union weekend in Hull', 'I liked our talk at the union weekend in Leeds.', 'Leeds'],
    ['project', 'Apollo launch', 'thank you for your work on the Artemis launch.', 'Artemis'],
    ['reorg', 'Merger with Northwind', 'we both came through the Contoso merger.', 'Contoso'],
  ])('advises where the log has another: %s %s', async (kind, title, said, name) => {
    const c = coach();
    await c.log(kind, 'Noor Ali', title, '2026-11-16');
    const text = `Hi Noor, ${said} I'm from Stores and would like to stay in touch.`;
    const { ok, problems } = await checked(c, text, '--to', 'Noor');
    expect(ok).toBe(true);
    expect(problems).toEqual([
      {
        rule: 'wrong-fact',
        severity: 'advice',
        message: `"${name}" isn't in your log with Noor; it has "${title}".`,
        start: text.indexOf(name),
        end: text.indexOf(name) + name.length,
        suggestion: 'Check which one you mean.',
      },
    ]);
  });

  it.each([
    [
      'event',
      'Lisbon offsite',
      'I enjoyed our talk at the Madrid conference.',
      'Madrid conference',
    ],
    [
      'event',
      'Lisbon offsite',
      'It was good to meet you at the Christmas party.',
      'Christmas party',
    ],
    ['event', 'Lisbon offsite', 'Thank you for the Lisbon offsite on Tuesday.', 'on Tuesday'],
    ['event', 'DevConf 2026', 'It was great to meet you at DevConf in June.', 'in June'],
    ['project', 'Apollo launch', 'Working on Gemini with you was fun.', 'Gemini'],
    ['project', 'Apollo launch', 'Congratulations on shipping Orion.', 'Orion'],
    ['milestone', 'New job at Nokia', 'Congratulations on the new job at Ericsson!', 'Ericsson'],
    ['milestone', 'New job at Nokia', 'Congratulations on joining Ericsson!', 'Ericsson'],
    ['milestone', 'New job at Nokia', 'How do you like it at Ericsson?', 'Ericsson'],
    [
      'milestone',
      'Promoted to head of logistics',
      'Congratulations on becoming head of finance!',
      'head of finance',
    ],
  ])(
    'advises on another event, day, project or job: %s %s: %s',
    async (kind, title, said, quoted) => {
      const c = coach();
      await c.log(kind, 'Noor Ali', title, '2026-11-20');
      await c.run('accepted', 'Noor', '--on', '2026-11-21');
      const { ok, problems } = await checked(c, `Hi Noor. ${said}`, '--to', 'Noor');
      expect(ok).toBe(true);
      const facts = problems.filter(({ rule }) => rule === 'wrong-fact');
      expect(facts.map(({ start, end }) => `Hi Noor. ${said}`.slice(start, end))).toEqual([quoted]);
    },
  );

  it.each([
    ['event', 'Lisbon offsite', 'It was good to meet you at the offsite on Friday.'],
    ['event', 'Lisbon offsite', 'I hope to meet you at the Christmas party.'],
    ['event', 'Lisbon offsite', 'Will I see you at the Madrid conference?'],
    ['event', 'Lisbon offsite', 'After the Lisbon offsite, shall we have lunch on Tuesday?'],
    ['event', 'DevConf 2026', 'It was great to meet you at the Lyon conference.'],
    ['event', 'Summer fair', 'It was great to meet you at the school fair.'],
    ['project', 'Apollo launch', 'Working on Apollo with you was fun.'],
    ['project', 'Roof repair', 'Working on the cellar with you on Tuesday was fun.'],
    ['milestone', 'New job at Nokia', 'How are things at the Ericsson site?'],
    ['milestone', 'New job at Nokia', 'I hear the weather is fine at Nokia.'],
    [
      'milestone',
      'Promoted to head of logistics',
      'Congratulations on becoming head of logistics!',
    ],
    ['milestone', 'Promoted to head of logistics', 'Congratulations on your promotion!'],
    [
      'milestone',
      'Promoted to head of logistics',
      'Well done on your promotion to head of the whole logistics department.',
    ],
  ])('says nothing of what the log can’t judge: %s %s: %s', async (kind, title, said) => {
    const c = coach();
    await c.log(kind, 'Noor Ali', title, '2026-11-20');
    await c.run('accepted', 'Noor', '--on', '2026-11-21');
    const { rules } = await checked(c, `Hi Noor. ${said}`, '--to', 'Noor');
    expect(rules).not.toContain('wrong-fact');
  });

  it('advises on the company the log has', async () => {
    const c = coach();
    await c.add('Noor Ali', '--company', 'Halden');
    const other = 'Hi Noor, congratulations on your new job at Contoso!';
    expect((await checked(c, other, '--to', 'Noor')).rules).toEqual(['wrong-fact']);
    const same = 'Hi Noor, congratulations on your new job at Halden!';
    expect((await checked(c, same, '--to', 'Noor')).rules).toEqual([]);
  });

  it('takes no name of somebody in the log for a wrong fact', async () => {
    const c = coach();
    await c.log('event', 'Priya Shah', 'Lisbon offsite', '2026-11-20');
    const text =
      'Hi Priya, I enjoyed the Quillon offsite dinner. I am Sam from Billing, let us keep in touch.';
    expect((await checked(c, text, '--to', 'Priya')).rules).toContain('wrong-fact');
    await c.run('add', 'Bo Quillon');
    expect((await checked(c, text, '--to', 'Priya')).rules).not.toContain('wrong-fact');
    await c.run('forget', 'Bo Quillon', '--yes');
    await c.run('add', 'Bo Reyes', '--alias', 'Quillon');
    expect((await checked(c, text, '--to', 'Priya')).rules).not.toContain('wrong-fact');
  });

  it('knows a rare first name from the log', async () => {
    const c = coach();
    await c.log('project', 'Priya Shah', 'Apollo launch', '2026-11-20');
    const text = 'Xochitl, thank you for the Apollo rollback plan. Let us keep in touch.';
    expect((await checked(c, text, '--to', 'Priya')).rules).not.toContain('wrong-name');
    await c.run('add', 'Xochitl Reyes');
    expect((await checked(c, text, '--to', 'Priya')).rules).toContain('wrong-name');
  });

  it('advises on the team the log has, not on mine', async () => {
    const c = coach();
    await c.add('Noor Ali', '--team', 'Platform');
    const theirs = 'Hi Noor, thank you for having me in the Ledger team on Monday.';
    expect((await checked(c, theirs, '--to', 'Noor')).rules).toContain('wrong-fact');
    const mine = "Hi Noor, I'm on the Ledger team and liked your talk on Monday.";
    expect((await checked(c, mine, '--to', 'Noor')).rules).not.toContain('wrong-fact');
  });

  it.each([
    ['event', 'Lisbon offsite', 'I enjoyed our table at the Lisbon offsite.'],
    ['event', 'Lisbon offsite', 'I enjoyed Lisbon, and hope for a Berlin offsite next year.'],
    ['project', 'Roof repair', 'thank you for the roof repair in Leeds.'],
    ['project', 'Clinic move', 'Tuesday was long, and the clinic move went well.'],
  ])('leaves what is right alone: %s %s', async (kind, title, said) => {
    const c = coach();
    await c.log(kind, 'Noor Ali', title, '2026-11-16');
    const text = `Hi Noor, ${said} I'm from Stores and would like to stay in touch.`;
    expect((await checked(c, text, '--to', 'Noor')).rules).toEqual([]);
  });
});

describe('names', () => {
  it('catches a second greeting with another name', async () => {
    const text = "Hi Martha, how's the garden? Dear Julian, give my love to the boys.";
    const { problems } = await checked(coach(), text, '--to', 'Martha Bell');
    expect(problems).toMatchObject([{ rule: 'wrong-name', severity: 'error', start: 34, end: 40 }]);
    const same = "Hi Martha, how's the garden? Hi Martha, me again.";
    expect((await checked(coach(), same, '--to', 'Martha Bell')).ok).toBe(true);
  });

  it.each([
    ['ROSSI Marco', 'Marco'],
    ['Rossi, Marco', 'Marco'],
    ['Marco Rossi', 'Marco'],
  ])('never suggests a family name as the greeting: %s', async (name, suggested) => {
    const { problems } = await checked(coach(), 'Hi Stefan, how is the garden?', '--to', name);
    expect(problems[0]).toMatchObject({ rule: 'wrong-name', suggestion: `Write "${suggested}".` });
  });
});

describe('suggestions', () => {
  it('never paste a title', async () => {
    const c = coach();
    await c.log('departure', 'Eva Lund', 'Left Nokia', '2026-11-16');
    const { problems } = await checked(c, 'Hi Eva, I would love to connect.', '--to', 'Eva');
    expect(problems[0]).toMatchObject({
      rule: 'no-context',
      suggestion: 'Mention the time you worked together.',
    });
  });

  it('ask for an introduction only where the reader would wonder', async () => {
    const text = 'Hi Priya, I liked our Lisbon offsite. I would love to stay in touch.';
    const c = coach();
    await c.log('event', 'Priya Shah', 'Lisbon offsite', '2026-11-16');
    expect((await checked(c, text, '--to', 'Priya')).rules).toEqual(['no-intro']);
    await c.run('edit', 'Priya', '--relationship', 'manager');
    expect((await checked(c, text, '--to', 'Priya')).rules).toEqual([]);
    await c.run('edit', 'Priya', '--relationship', 'colleague');
    await c.log('project', 'Priya Shah', 'Apollo', '2026-11-17');
    expect((await checked(c, text, '--to', 'Priya')).rules).toEqual([]);
  });
});

it.each([
  ['Hi Priya, did you really throw it away???', true],
  ['Hi Priya, thank you for the badge! You found it! Yes!!!', true],
  ['Hi Priya, GUESS WHO IS BACK IN TOWN! Call when you like.', true],
  ['Hi Priya, thanks for finding my badge!!', false],
  ['Hi Priya, did you find my badge in there?!', false],
])('rows of marks and of capitals shout, one "!!" does not: %s', async (text, shouts) => {
  const { rules } = await checked(coach(), text, '--to', 'Priya Shah');
  expect(rules.includes('shouting')).toBe(shouts);
});

it('says when no one in the log has the name it is for', async () => {
  const c = coach();
  await c.log('project', 'Priya Shah', 'Apollo launch', '2026-11-20');
  const { stderr } = await c.run('check', 'Hi Zed, how is the garden?', '--to', 'Zed');
  expect(stderr).toBe('No one called "Zed" is in your log, so I checked the wording only.\n');
  expect((await c.run('check', 'Hi Priya, hello.', '--to', 'Priya')).stderr).toBe('');
});
