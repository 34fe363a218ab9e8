/** What the answers say, to an assistant that knows nothing but them. */
import { describe, expect, it } from 'vitest';
import { FENCE_RULE } from '../../src/text/fence.ts';
import { coach } from '../helpers/coach.ts';
import { type Connected, served } from './client.ts';

const MESSAGE = 'Hi Zed, thank you for staying late to fix the import for Apollo.';

/** Works with a server on a log of its own. */
function withLog(
  logged: ReadonlyArray<readonly [kind: string, name: string, title: string, day: string]>,
  work: (server: Connected, c: ReturnType<typeof coach>) => Promise<void>,
) {
  return async () => {
    const c = coach();
    for (const [kind, name, title, day] of logged) await c.log(kind, name, title, day);
    await served(c.db, ['--write'], (server) => work(server, c));
  };
}

const PRIYA = ['project', 'Priya Shah', 'Apollo launch', '2026-11-20'] as const;
const TOM = ['milestone', 'Tom Becker', 'Promoted to staff engineer', '2026-11-21'] as const;
const EVA = ['event', 'Eva Lang', 'Billing summit', '2026-11-19'] as const;

describe('check', () => {
  it(
    'says that nothing was compared where the person is not in the log',
    withLog([PRIYA], async ({ call }) => {
      const unknown = await call('check', { text: MESSAGE, to: 'Zed' });
      expect(unknown.text).toContain('No one called ⟦Zed⟧ is in the log');
      expect(unknown.text).toContain('Next: find');
      expect(unknown.text).not.toContain('Good to send');
      const near = await call('check', { text: 'Hi Pria, hello.', to: 'Pria' });
      expect(near.text).toContain('Did the user mean ⟦Priya Shah⟧ (#1)?');
      const toNobody = await call('check', { text: MESSAGE });
      expect(toNobody.text).toContain('Nothing was compared with the log.');
      expect(toNobody.text).not.toContain(FENCE_RULE);
    }),
  );

  it(
    'promises nothing about what is true',
    withLog([PRIYA], async ({ call }) => {
      const text = "Hi Priya, it was great to finish Apollo launch with you. Let's keep in touch.";
      const { data, text: said } = await call('check', { text, to: 'Priya' });
      expect(data.problems.filter(({ rule }: { rule: string }) => rule !== 'no-intro')).toEqual([]);
      expect(said).toContain("I can't tell whether everything in it is true.");
    }),
  );

  it(
    'puts private words before any praise',
    withLog([PRIYA], async ({ call }, c) => {
      await c.run('edit', 'Priya', '--note', 'very good at planning');
      const text = 'Hi Priya, you were very good at planning Apollo.';
      const { data, text: said } = await call('check', { text, to: 'Priya' });
      expect(data.ok).toBe(true);
      expect(data.problems.map(({ rule }: { rule: string }) => rule)).toContain('private');
      expect(said).toContain('Ask the user first: it may give something private away');
      expect(said).not.toContain('No problems');
      await c.run('edit', 'Priya', '--note', 'going through a divorce');
      const told = 'Hi Priya, I hear you are going through a divorce.';
      expect((await call('check', { text: told, to: 'Priya' })).text).toContain(
        "Don't send it yet",
      );
    }),
  );

  it(
    'takes the limit from the channel that a draft would have',
    withLog([PRIYA, TOM], async ({ call }, c) => {
      const limit = async (args: object) =>
        (await call('check', { text: 'Hi.', ...args })).data.limit;
      expect(await limit({ to: 'Priya' })).toBe(200);
      expect(await limit({ to: 'Tom' })).toBe(8000);
      expect(await limit({ to: 'Priya', channel: 'email' })).toBeNull();
      expect(await limit({ to: 'Priya', channel: 'email', max: 90 })).toBe(90);
      await c.run('accepted', 'Priya');
      expect(await limit({ to: 'Priya' })).toBe(8000);
    }),
  );
});

describe('log', () => {
  it(
    'records nothing with nobody, and says what is missing in its own words',
    withLog([], async ({ call }, c) => {
      const nobody = await call('log', { kind: 'project', title: 'Apollo', with: [] });
      expect(nobody).toMatchObject({ isError: true });
      const hm = await call('log', { words: 'Hm' });
      expect(hm.text).toContain('missing: kind, with');
      expect(hm.text).toContain('Next: log again, and give kind (new-job, project');
      expect(hm.text).not.toContain('--');
      expect((await c.json<{ total: number }>('interactions')).total).toBe(0);
    }),
  );

  it(
    'says what it left out of a sentence, and calls an entry an entry',
    withLog([], async ({ call }) => {
      const words = 'Coffee with Pat Ode yesterday. The canteen lacked vegetarian sandwiches';
      const { text } = await call('log', { words });
      expect(text).toContain('Logged as entry 1: meeting on 2026-11-21, ⟦Coffee⟧');
      expect(text).toContain('Left out, so not logged: ⟦The canteen lacked vegetarian sandwiches⟧');
      const more = { words: 'Wrote to Pat Ode about the rota. We talked about pensions for hours' };
      expect((await call('log', more)).text).toContain('⟦We talked about pensions for hours⟧');
      const whole = { words: 'Coffee with Dana Kim on Friday, she explained the new roster' };
      expect((await call('log', whole)).text).not.toContain('Left out');
    }),
  );
});

it(
  'says once, and in words of the tools, what the user should be asked',
  withLog([PRIYA], async ({ call }) => {
    const { text } = await call('log', { words: 'Coffee with Pria Shah today' });
    expect(text).toContain('undo this change, and log it again with "Priya Shah"⟧');
    expect(text.match(/is new here/g)).toHaveLength(1);
    expect(text).not.toContain('netcoach');
    const { text: drafted } = await call('draft', { name: '#1' });
    expect(drafted).toContain("you aren't connected");
  }),
);

describe('an entry that is wrong', () => {
  it(
    'is corrected or deleted after other changes',
    withLog([PRIYA, TOM], async ({ call }, c) => {
      const amended = await call('amend', { entry: 1, title: 'Zeus launch', add: ['Zoe Hart'] });
      expect(amended.text).toContain('Corrected entry 1: project on 2026-11-20, ⟦Zeus launch⟧');
      expect(amended.text).toContain('New in the log: ⟦Zoe Hart⟧ (#3).');
      expect((await call('delete', { entry: 2 })).text).toContain('Deleted entry 2');
      const { interactions } = await c.json<{ interactions: Array<{ title: string }> }>(
        'interactions',
      );
      expect(interactions.map(({ title }) => title)).toEqual(['Zeus launch']);
      expect(await call('delete', { entry: 2 })).toMatchObject({ isError: true });
      expect((await call('amend', { entry: 1 })).text).toContain('at least one field');
    }),
  );

  it(
    'hides what is private when it is amended or deleted',
    withLog([PRIYA], async ({ call }) => {
      const amended = await call('amend', { entry: 1, note: 'we argued' });
      const deleted = await call('delete', { entry: 1 });
      for (const one of [amended, deleted]) expect(JSON.stringify(one)).not.toContain('argued');
    }),
  );

  it(
    'is taken back in order, and once',
    withLog([], async ({ call }) => {
      const changes: number[] = [];
      for (const title of ['One', 'Two', 'Three']) {
        const { data } = await call('log', { kind: 'meeting', with: ['Tom Becker'], title });
        changes.push(data.undo.change);
      }
      const [first = 0, second = 0, third = 0] = changes;
      const early = await call('undo', { change: first });
      expect(early.text).toContain(`undo with change ${third}, then ${second}, then ${first}`);
      expect((await call('undo', { change: third })).isError).toBe(false);
      const again = await call('undo', { change: third });
      expect(again.text).toContain(`change ${third} has already been undone`);
      const never = await call('undo', { change: 999 });
      expect(never.text).toContain("there's no change 999");
      expect(never.text).not.toContain('latest');
    }),
  );
});

describe('today', () => {
  it(
    'says how many are due, whatever part is shown',
    withLog([PRIYA, TOM, EVA], async ({ call }) => {
      const beyond = await call('today', { from: 9 });
      expect(beyond.text).toContain('3 people to reach out to, 0 shown here.');
      expect(beyond.text).not.toContain('no one');
      expect(beyond.data).toMatchObject({ due: 3, next: null, suggestions: [] });
      const one = await call('today', { limit: 1 });
      expect(one.text).toContain('3 people to reach out to, 1 shown here.');
      expect(one.data.next).toBe(2);
      expect((await call('today', { limit: 3 })).data.next).toBeNull();
    }),
  );
});

describe('done', () => {
  it(
    'says what it recorded, and takes the kind from the words',
    withLog([PRIYA, TOM], async ({ call }) => {
      const invited = await call('done', { name: 'Priya', words: 'Had coffee' });
      expect(invited.text).toContain('Invitation to ⟦Priya Shah⟧ (#1) recorded as sent.');
      expect(invited.text).toContain("The words weren't kept: ⟦Had coffee⟧");
      const talked = await call('done', { name: 'Tom', words: 'Had lunch together' });
      expect(talked.text).toContain('Logged as entry 3: meeting on 2026-11-22');
      expect((await call('brief', { name: 'Tom' })).data.open).toEqual([]);
      expect((await call('today')).data.suggestions).toEqual([]);
      expect((await call('done', { name: 'Tom' })).text).toContain('Nothing changed');
    }),
  );

  it(
    'takes someone who was said hello to off the list of that day',
    withLog([['engagement', 'Wu Lee', 'Liked a post', '2026-11-20']], async ({ call }) => {
      expect((await call('today')).data.suggestions).toMatchObject([{ action: 'warm-up' }]);
      await call('done', { name: 'Wu', words: 'Wrote to her on Slack' });
      expect((await call('today')).data.suggestions).toEqual([]);
    }),
  );
});

describe('brief', () => {
  it(
    'takes news about them for no contact',
    withLog([TOM], async ({ call }) => {
      const brief = await call('brief', { name: 'Tom' });
      expect(brief.text).toContain('No contact with them is logged yet, only news about them.');
      expect(brief.data.lastContact).toBeNull();
      const { text } = await call('draft', { name: 'Tom' });
      expect(text).not.toContain('Last in touch');
      await call('log', { kind: 'meeting', with: ['Tom'], title: 'Coffee', on: '2026-11-20' });
      expect((await call('brief', { name: 'Tom' })).text).toContain('Last in touch: 2026-11-20.');
    }),
  );

  it(
    'asks about feedback only after a while',
    withLog([['feedback', 'Eva Lang', 'Q3 review', '2026-11-22']], async ({ call }, c) => {
      expect((await call('brief', { name: 'Eva' })).data.ask).toBeNull();
      await c.log('feedback', 'Ann Poe', 'Q3 review', '2026-11-10');
      expect((await call('brief', { name: 'Ann' })).data.ask).toContain('your feedback');
    }),
  );
});

describe('outcome', () => {
  it(
    'says in a sentence what it recorded',
    withLog([PRIYA, TOM, EVA], async ({ call }) => {
      const say = async (name: string, what: string, more: object = {}) =>
        (await call('outcome', { name, what, ...more })).text;
      expect(await say('Priya', 'sent')).toContain('the user invited ⟦Priya Shah⟧ (#1).');
      expect(await say('Priya', 'accept')).toContain('Next: outcome with what "accepted"');
      expect(await say('Priya', 'accepted')).toContain("accepted the user's invitation");
      expect(await say('Priya', 'accepted')).toContain('Nothing changed');
      expect(await say('Tom', 'accepted')).toContain('No invitation from the user was logged');
      expect(await say('Eva', 'ignore')).toContain('Next: find with status "incoming"');
      expect(await say('Eva', 'snooze', { until: 'someday' })).toContain('a day after today');
      expect(await say('Eva', 'snooze', { until: '2w' })).toContain('until 2026-12-06');
    }),
  );
});

describe('what was mistyped', () => {
  it(
    'is answered with who may be meant',
    withLog([PRIYA], async ({ call }) => {
      const found = await call('find', { words: 'Pria' });
      expect(found.text).toContain('No one found.\nDid the user mean ⟦Priya Shah⟧ (#1)?');
      const brief = await call('brief', { name: 'Pria' });
      expect(brief.text).toMatch(/#1 ⟦Priya Shah⟧\nNext: ask the user/);
    }),
  );

  it(
    'is answered in plain lines with the fields there are',
    withLog([PRIYA], async ({ call }) => {
      const { isError, text } = await call('brief', { nmae: 'Priya' });
      expect(isError).toBe(true);
      expect(text.split('\n')).toEqual([
        'Not done: the fields are wrong.',
        '- name is missing',
        '- there\'s no field "nmae"',
        'Next: the same call with no other fields than name (needed).',
      ]);
      expect((await call('today', { limit: 0 })).text).toContain('- limit must be at least 1');
      expect((await call('today', { limit: 'x' })).text).toContain('- limit must be a number');
      expect((await call('draft', { name: 'Priya', channel: 'fax' })).text).toContain(
        '- channel must be one of: note, message, email',
      );
    }),
  );
});

describe('draft', () => {
  it(
    'says which wording it is, and keeps the lines of an e-mail',
    withLog([PRIYA], async ({ call }) => {
      const { data, text } = await call('draft', { name: 'Priya', variant: 99 });
      expect(data.variant).toBeLessThanOrEqual(data.variants);
      expect(text).toContain(`wording ${data.variant} of ${data.variants}`);
      const email = await call('draft', { name: 'Priya', channel: 'email' });
      expect(email.text).toMatch(/⟦Subject: .+\n\nHi Priya,\n\n/);
      expect(email.text).toContain(email.data.draft.text);
    }),
  );
});
