/** What holds for the messages of any log: `suggest` and `draft` tell the same, and `check` finds nothing in them. */
import type { Database } from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { change } from '../../src/database/change.ts';
import { openStore } from '../../src/database/open.ts';
import { type Kind, RELATIONSHIPS, type Relationship } from '../../src/model.ts';
import { understand } from '../../src/reading/understand.ts';
import { recordInteraction } from '../../src/store/interactions.ts';
import { addInvitation, closeInvitation } from '../../src/store/invitations.ts';
import { writeMe } from '../../src/store/me.ts';
import { addPerson, editPerson } from '../../src/store/people.ts';
import { addDays } from '../../src/text/days.ts';
import { coach, TODAY } from '../helpers/coach.ts';
import { quiet } from '../helpers/databases.ts';
import { tempDb } from '../helpers/run.ts';
import { runs } from '../helpers/runs.ts';
import type { Suggestion } from '../helpers/shapes.ts';

/** As people type them, well and in a hurry. */
const TITLES: Readonly<Record<Kind, readonly string[]>> = {
  project: [
    'Apollo launch',
    'ward move to the new wing',
    '40 newbies trained phew',
    'hale estate',
    'level 9 airflow',
    'care for mrs t',
    'night tours',
    'a mortgage with a fake seller',
    'end of the phantom run',
    'care home visits',
  ],
  event: [
    'Lisbon offsite',
    'the lab fair in Lyon',
    'first aid day',
    'xmas market',
    'burnout congress',
    'partner day',
  ],
  interest: ['old saabs', 'ice swimming', 'baking when it all gets too much', 'lego'],
  feedback: ['my first boiler', '1:1', 'lesson observation', '1 yr review', 'analytics hour'],
  milestone: [
    'promoted to second-line engineer',
    'passed her trade exam w distinction',
    'her baby was born',
    '20 yrs here',
    'laid off',
  ],
  reorg: [
    'merger of the Linz and Wels credit desks',
    'zone A + B merge',
    'the team was split up',
    'layoffs in Sales',
    'her team was closed',
  ],
  departure: [
    'retires on 18 December',
    'last day today',
    'left for a brewery in Pécs',
    'I left the shop',
    'my last day',
    'laid off, base closed',
  ],
  meeting: [
    'back at work',
    'her dad died',
    'lunch in the canteen',
    'broke his hip tues',
    'talked about tides',
  ],
  engagement: ['texted on her bday', 'commented on her post about tides'],
  'new-job': ['started at the brewery', 'Pricing', 'the yard', 'first week on Billing'],
};
const HIGHLIGHTS = [
  null,
  null,
  'stayed late to fix the import',
  'her rollback plan',
  'held her hand till the end',
  'takes the night train everywhere',
  'calm on the radio',
  'lent his own racket 2 a girl',
  'knows who looks at which painting',
];
/** What was said of my work, or how: alike in no other highlight, which would be private as well. */
const FEEDBACK = [
  null,
  'went thru my report, said delete half the charts',
  'be louder in meetings',
  'going through my portfolio for an hour',
  'explaining every red mark',
  'telling me to wait ten seconds',
];
const NOTES = [null, null, null, 'his son drowned in aug', 'looking for another job'];
const NAMES = [
  'Priya Shah',
  'Dr Simon Abelsen',
  'Nguyễn Thị Hoa',
  'samuel kwame darko',
  'Canon Augustine Mbeki-Rowe',
  'Siân Prydderch',
  'Tom Becker',
  '李小龍',
];

type Problem = { rule: string; severity: string };

interface LoggedPerson {
  name: string;
  relationship: Relationship;
  team: string | null;
  state: 'none' | 'none-again' | 'invited' | 'connected';
  entries: Array<{ kind: Kind; daysAgo: number; title: number; highlight: number; note: number }>;
}

const KINDS = Object.keys(TITLES) as Kind[];

const anyPerson: fc.Arbitrary<LoggedPerson> = fc.record({
  name: fc.constantFrom(...NAMES),
  relationship: fc.constantFrom(...RELATIONSHIPS),
  team: fc.constantFrom(null, null, 'Billing', 'Green Watch'),
  state: fc.constantFrom('none', 'none-again', 'none', 'invited', 'connected'),
  entries: fc.array(
    fc.record({
      kind: fc.constantFrom(...KINDS),
      daysAgo: fc.oneof(fc.integer({ min: 0, max: 25 }), fc.integer({ min: 0, max: 500 })),
      title: fc.nat(50),
      highlight: fc.nat(HIGHLIGHTS.length - 1),
      note: fc.nat(NOTES.length - 1),
    }),
    { minLength: 0, maxLength: 3 },
  ),
});
const anyLog = fc.record({
  people: fc.array(anyPerson, { minLength: 3, maxLength: 14 }),
  /** Notes that this month's invitations took already. */
  notesSent: fc.integer({ min: 0, max: 6 }),
  account: fc.constantFrom<'free' | 'premium'>('free', 'free', 'premium'),
});

interface AnyLog {
  people: LoggedPerson[];
  notesSent: number;
  account: 'free' | 'premium';
}

async function record(db: Database, { people, notesSent, account }: AnyLog) {
  const ids: number[] = [];
  change(db, 'log', () => {
    writeMe(db, { name: 'Sam Okafor', team: 'Billing', company: 'Northwind', account });
    for (let sent = 0; sent < notesSent; sent++)
      addInvitation(db, addPerson(db, { name: `Sent ${sent}` }), addDays(TODAY, -(sent % 3)), true);
    for (const [at, { name, relationship, team, state, entries }] of people.entries()) {
      // No two of the same name: a draft is asked for by it.
      const person = addPerson(db, {
        name: `${name} ${'ABCDEFGHIJKLMN'[at]}${'aeiou'[at % 5]}rn`,
        relationship,
        team,
      });
      for (const { kind, daysAgo, title, highlight, note } of entries) {
        const titles = TITLES[kind];
        const pool = kind === 'feedback' ? FEEDBACK : HIGHLIGHTS;
        ids.push(
          recordInteraction(
            db,
            {
              kind,
              date: addDays(TODAY, -daysAgo),
              title: titles[title % titles.length] as string,
              note: NOTES[note] ?? null,
            },
            [{ person, highlight: pool[highlight % pool.length] ?? null }],
          ),
        );
      }
      if (state === 'invited' || state === 'connected')
        addInvitation(db, person, addDays(TODAY, -40), false);
      if (state === 'connected') {
        const since = addDays(TODAY, -(at % 2 === 0 ? 3 : 39));
        closeInvitation(db, person, 'accepted', since);
        editPerson(db, person, { status: 'connected', since });
      } else if (state === 'invited') {
        editPerson(db, person, { status: 'invited', since: addDays(TODAY, -40) });
      }
    }
  });
  await understand(db, ids);
}

describe('the messages of any log', () => {
  it('are the same in suggest and draft, and pass the check', async () => {
    await fc.assert(
      fc.asyncProperty(anyLog, async (log) => {
        const path = tempDb();
        const db = openStore(path, quiet);
        await record(db, log);
        db.close();
        const c = coach(TODAY, path);
        const { suggestions } = await c.json<{ suggestions: Suggestion[] }>('suggest', '--all');
        for (const { person, action, moment, interaction, draft } of suggestions) {
          const alone = await c.run('draft', person.name, '--json');
          if (draft === null && alone.code !== 0) {
            expect(alone.stderr).toContain('"no-context"');
            continue;
          }
          expect(JSON.parse(alone.stdout)).toMatchObject({ action, moment, interaction, draft });
          if (draft === null) continue;
          const { channel, text } = draft;
          const limit = channel === 'note' ? [] : ['--max', '8000'];
          const { stdout } = await c.run('check', text, '--to', person.name, ...limit, '--json');
          const { problems } = JSON.parse(stdout) as { problems: Problem[] };
          const serious = problems.filter(({ severity }) => severity !== 'advice');
          expect(serious.map(({ rule }) => `${rule}: ${text}`)).toEqual([]);
        }
      }),
      { numRuns: runs(12) },
    );
  }, 1_800_000);

  it('hold to the letter what `log` showed', async () => {
    const pairs = KINDS.flatMap((kind) =>
      TITLES[kind].slice(0, 3).map((title, at) => ({ kind, title, at })),
    );
    let shown = 0;
    for (const { kind, title, at } of pairs) {
      const pool = kind === 'feedback' ? FEEDBACK : HIGHLIGHTS;
      const highlight = pool.filter((one) => one !== null)[at * 2];
      const c = coach();
      const words = highlight === undefined ? [] : ['--highlight', highlight];
      const { understood } = await c.json<{ understood: { say: string | null } }>(
        ...['log', '--kind', kind, '--with', 'Priya Shah', '--title', title],
        ...['--on', addDays(TODAY, -2), ...words],
      );
      if (understood.say === null) continue;
      shown++;
      const { stdout } = await c.run('draft', 'Priya');
      expect(stdout.replace(/\s+/g, ' '), `${kind}: ${title}: ${highlight}`).toContain(
        understood.say,
      );
    }
    expect(shown).toBeGreaterThan(10);
  });
});
