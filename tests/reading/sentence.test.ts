import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Context } from '../../src/context.ts';
import { openStore } from '../../src/database/open.ts';
import { Failure } from '../../src/failure.ts';
import { parsePastDay } from '../../src/reading/day.ts';
import { readSentence } from '../../src/reading/sentence.ts';
import type { Place } from '../../src/reading/sentence-place.ts';
import { addPerson } from '../../src/store/people.ts';
import { fold } from '../../src/text/fold.ts';
import { runs } from '../helpers/runs.ts';

const PEOPLE = [
  { name: 'Priya Shah' },
  { name: 'Tom Becker', aliases: ['Tommy', 'Big T'] },
  { name: 'Grace Hopper' },
  { name: 'Grace Kim' },
  { name: 'José Álvarez' },
  { name: 'Mark Twain' },
  { name: 'May Li' },
  { name: 'Will Smith' },
  { name: 'Sun Li' },
  { name: 'My Nguyen' },
  { name: 'Ana Ruiz' },
  { name: 'Mariana Costa' },
  { name: 'Kim Lee, MBA' },
  { name: 'Dr. Wei Chen' },
];

const folder = mkdtempSync(join(tmpdir(), 'netcoach-sentence-'));
const open: Database[] = [];

function contextWith(people: ReadonlyArray<{ name: string; team?: string }>): Context {
  const db = openStore(join(folder, `${open.length}.db`), () => {});
  open.push(db);
  for (const person of people) addPerson(db, person);
  return { store: () => db, today: '2026-11-22' } as unknown as Context;
}

let known: Context;
let empty: Context;
beforeAll(() => {
  known = contextWith(PEOPLE);
  empty = contextWith([]);
});
afterAll(() => {
  for (const db of open) db.close();
  rmSync(folder, { recursive: true, force: true });
});

type Row = [sentence: string, kind: string, people: string[], title: string, on?: string];

const asRow = async (sentence: string, context: Context): Promise<Row> => {
  const { kind = '', with: people = [], title = '', on } = await readSentence(sentence, context);
  return [sentence, kind, people, title, ...(on === undefined ? [] : [on])] as Row;
};

const WITH_KNOWN: Row[] = [
  // What was finished.
  [
    'Shipped Apollo with Priya and Tom yesterday',
    'project',
    ['Priya', 'Tom'],
    'Apollo',
    'yesterday',
  ],
  [
    'Shipped Apollo yesterday with Priya and Tom',
    'project',
    ['Priya', 'Tom'],
    'Apollo',
    'yesterday',
  ],
  ['SHIPPED APOLLO WITH PRIYA YESTERDAY', 'project', ['PRIYA'], 'APOLLO', 'yesterday'],
  ['We shipped Apollo, Tom and Priya', 'project', ['Tom', 'Priya'], 'Apollo'],
  ['Tom, Priya and I shipped Apollo', 'project', ['Tom', 'Priya'], 'Apollo'],
  ['Shipped npm cache with Tom', 'project', ['Tom'], 'npm cache'],
  ['Shipped Apollo and Borealis with Tom', 'project', ['Tom'], 'Apollo and Borealis'],
  [
    'Shipped Apollo with Tom: great rollback plan',
    'project',
    ['Tom'],
    'Apollo: great rollback plan',
  ],
  [
    'Wrapped up Atlas with Priya Shah & Tom Becker',
    'project',
    ['Priya Shah', 'Tom Becker'],
    'Atlas',
  ],
  ['Wrapped up with Tom', 'project', ['Tom'], 'Wrapped up'],
  ['Launched at 9am with Tom', 'project', ['Tom'], 'Launched at 9am'],
  ['Finished the feedback widget with Tom', 'project', ['Tom'], 'the feedback widget'],
  ['Apollo launch with Tom', 'project', ['Tom'], 'Apollo launch'],
  [
    'Shipped Apollo with the Billing team and Tom',
    'project',
    ['Tom'],
    'Apollo with the Billing team',
  ],
  // Events.
  ['Attended the Lisbon offsite with Tom', 'event', ['Tom'], 'the Lisbon offsite'],
  [
    'Met Priya at the Lisbon offsite 3 days ago',
    'event',
    ['Priya'],
    'the Lisbon offsite',
    '3 days ago',
  ],
  ['Met May at the March offsite', 'event', ['May'], 'the March offsite'],
  ['Launch party with Tom', 'event', ['Tom'], 'Launch party'],
  ['Coffee with Tom at the offsite', 'event', ['Tom'], 'Coffee at the offsite'],
  ['Won the hackathon with Tom', 'event', ['Tom'], 'Won the hackathon'],
  ["Attended Priya's workshop", 'event', ['Priya'], "Priya's workshop"],
  ['Attended KubeCon with Tom on nov 5, 2025', 'event', ['Tom'], 'KubeCon', 'nov 5 2025'],
  // Interests.
  ['Tom and I both like climbing', 'interest', ['Tom'], 'climbing'],
  ['Tom and I share an interest in chess', 'interest', ['Tom'], 'chess'],
  ['Talked about our love of chess with Tom', 'interest', ['Tom'], 'our love of chess'],
  ['Found out we both climb, with Tom', 'interest', ['Tom'], 'climb'],
  // Feedback.
  [
    'Priya reviewed my caching design yesterday',
    'feedback',
    ['Priya'],
    'my caching design',
    'yesterday',
  ],
  ['Got feedback from Wei on my design', 'feedback', ['Wei'], 'Feedback on my design'],
  ['Dr. Wei Chen gave me feedback on my talk', 'feedback', ['Dr. Wei Chen'], 'Feedback on my talk'],
  ['Tom mentored me on incident response', 'feedback', ['Tom'], 'incident response'],
  ['1:1 review with Grace Kim', 'feedback', ['Grace Kim'], '1:1 review'],
  [
    'Performance review from Grace Kim last week',
    'feedback',
    ['Grace Kim'],
    'Performance review',
    'last week',
  ],
  ['Tom told me that my talk was long', 'feedback', ['Tom'], 'Told me that my talk was long'],
  ['Tom thinks our plan is weak', 'feedback', ['Tom'], 'Thinks our plan is weak'],
  ['Ana Cruz wrote a post about layoffs', 'engagement', ['Ana Cruz'], 'Wrote a post about layoffs'],
  ['Tom left feedback on my design', 'feedback', ['Tom'], 'Left feedback on my design'],
  ['Gave Tom feedback on his draft', '', ['Tom'], 'Gave feedback on his draft'],
  // Their news.
  ['Priya was promoted to Staff Engineer', 'milestone', ['Priya'], 'Promoted to Staff Engineer'],
  ['Priya got promoted to Staff Engineer', 'milestone', ['Priya'], 'Promoted to Staff Engineer'],
  ['Priya won the security award', 'milestone', ['Priya'], 'Won the security award'],
  ['Priya joined Initech', 'milestone', ['Priya'], 'Joined Initech'],
  ['Priya and Tom were promoted', 'milestone', ['Priya', 'Tom'], 'Promoted'],
  ["Priya's new role", 'milestone', ['Priya'], "Priya's new role"],
  ['Will was promoted to Staff', 'milestone', ['Will'], 'Promoted to Staff'],
  // A new job, a re-organisation, a departure.
  [
    'Joined the Billing team with Priya and Tom',
    'new-job',
    ['Priya', 'Tom'],
    'Joined the Billing team',
  ],
  ['Priya and I joined the Billing team', 'new-job', ['Priya'], 'Joined the Billing team'],
  ['Started at Initech with Ana Ruiz', 'new-job', ['Ana Ruiz'], 'Started at Initech'],
  ['New CTO announced with Tom', 'reorg', ['Tom'], 'New CTO announced'],
  [
    'Merger with Initech announced, Tom is affected',
    'reorg',
    ['Tom'],
    'Merger with Initech announced, is affected',
  ],
  ['Tom left Acme', 'departure', ['Tom'], 'Left Acme'],
  ['Mark left Acme', 'departure', ['Mark'], 'Left Acme'],
  ['Tom moved on', 'departure', ['Tom'], 'Moved on'],
  ["Tom's last day", 'departure', ['Tom'], "Tom's last day"],
  ['Farewell lunch for Tom', 'departure', ['Tom'], 'Farewell lunch'],
  ['the left menu redesign with Tom', '', ['Tom'], 'the left menu redesign'],
  // Talks and signs of life.
  ['Coffee with Tom', 'meeting', ['Tom'], 'Coffee'],
  ['Had lunch with Priya on nov 5', 'meeting', ['Priya'], 'Lunch', 'nov 5'],
  ['Lunch with Tom yesterday in Lisbon', 'meeting', ['Tom'], 'Lunch in Lisbon', 'yesterday'],
  ['Coffee with Tom about his promotion', 'meeting', ['Tom'], 'Coffee about his promotion'],
  ['Conference call with Tom', 'meeting', ['Tom'], 'Conference call'],
  ['Sprint 12 retro with Ana', 'meeting', ['Ana'], 'Sprint 12 retro'],
  ['Caught up with Tom over coffee', 'engagement', ['Tom'], 'Caught up over coffee'],
  ['Wrote to Tom about his new job', 'engagement', ['Tom'], 'Wrote about his new job'],
  [
    'Congratulated Priya on her promotion',
    'engagement',
    ['Priya'],
    'Congratulated on her promotion',
  ],
  ["Liked Tom's post", 'engagement', ['Tom'], "Liked Tom's post"],
  ["Left a comment on Tom's post", 'engagement', ['Tom'], "Left a comment on Tom's post"],
  // Names.
  ['Coffee with tom and priya shah', 'meeting', ['tom', 'priya shah'], 'Coffee'],
  ['coffee with jose', 'meeting', ['jose'], 'coffee'],
  ['Coffee with Tommy', 'meeting', ['Tommy'], 'Coffee'],
  ['Coffee with big t', 'meeting', ['big t'], 'Coffee'],
  ['Coffee with TOM', 'meeting', ['TOM'], 'Coffee'],
  ['Lunch with Grace', 'meeting', ['Grace'], 'Lunch'],
  ['Lunch with Grace Murray', 'meeting', ['Grace Murray'], 'Lunch'],
  ['Priya Raman was promoted', 'milestone', ['Priya Raman'], 'Promoted'],
  ['Shipped Grace API with Tom', 'project', ['Tom'], 'Grace API'],
  ['Shipped Apollo with Kim Lee, MBA and Tom', 'project', ['Kim Lee, MBA', 'Tom'], 'Apollo'],
  ['Lunch with May', 'meeting', ['May'], 'Lunch'],
  ['Lunch with Sun Li', 'meeting', ['Sun Li'], 'Lunch'],
  ['Sun Li left Acme', 'departure', ['Sun Li'], 'Left Acme'],
  ['Talked with Tom and will follow up', 'meeting', ['Tom'], 'Talked and will follow up'],
  ['Met to mark the release with Tom', 'meeting', ['Tom'], 'Met to mark the release'],
  ['met with my team', 'meeting', [], 'met with my team'],
  ['Bill payment shipped with Tom', 'project', ['Tom'], 'Bill payment shipped'],
  ['Sat with Grace', '', ['Grace'], 'Sat'],
  ['Coffee with #2 yesterday', 'meeting', ['#2'], 'Coffee', 'yesterday'],
  ['Fixed issue #2 with Tom', '', ['Tom'], 'Fixed issue #2'],
  // Days that are none, and days that are.
  ['Code review 10/10', 'feedback', [], 'Code review 10/10'],
  ['Finished project 5 with Grace', 'project', ['Grace'], 'project 5'],
  ['Attended the 5/11 launch with Ana', 'event', ['Ana'], 'the 5/11 launch'],
  ['Shipped Launch 10/10 with Grace', 'project', ['Grace'], 'Launch 10/10'],
  ['Worked Black Friday with Tom', '', ['Tom'], 'Worked Black Friday'],
  ['Feedback on May 5 release from Wei', 'feedback', ['Wei'], 'Feedback on May 5 release'],
  ['Demo for friday with Tom', '', ['Tom'], 'Demo for friday'],
  ['Finished the migration with Tom in 2 weeks', 'project', ['Tom'], 'the migration in 2 weeks'],
  ['Offsite from Monday to Friday with Tom', 'event', ['Tom'], 'Offsite from Monday to Friday'],
  ['Coffee with Tom in 2 weeks', 'meeting', ['Tom'], 'Coffee', 'in 2 weeks'],
  ['Lunch with Tom 5/11', 'meeting', ['Tom'], 'Lunch', '5/11'],
  ['Lunch with Tom on 5/11', 'meeting', ['Tom'], 'Lunch', '5/11'],
  ['Coffee with Tom fri', 'meeting', ['Tom'], 'Coffee', 'fri'],
  ['Coffee with Tom May 5', 'meeting', ['Tom'], 'Coffee', 'may 5'],
  ['Lunch with May yesterday', 'meeting', ['May'], 'Lunch', 'yesterday'],
  ['lunch friday with Tom', 'meeting', ['Tom'], 'lunch', 'friday'],
  ['Shipped Apollo with Tom in March', 'project', ['Tom'], 'Apollo', 'in march'],
  ['Last friday: coffee with Tom', 'meeting', ['Tom'], 'Coffee', 'last friday'],
  ['On friday: coffee with Tom', 'meeting', ['Tom'], 'Coffee', 'friday'],
  ['Yesterday I had lunch with Tom', 'meeting', ['Tom'], 'Lunch', 'yesterday'],
  ['Tomorrow: coffee with Tom', 'meeting', ['Tom'], 'Coffee', 'tomorrow'],
  // Left for the log to refuse: it must not happen today instead.
  ['2026-13-45: coffee with Tom', 'meeting', ['Tom'], 'coffee', '2026-13-45'],
  ['Coffee with Tom on feb 30', 'meeting', ['Tom'], 'Coffee', 'feb 30'],
  // Quotes, brackets, bits.
  ['Shipped "Project May with Tom" with Priya', 'project', ['Priya'], 'Project May with Tom'],
  ['Shipped the "Apollo" launch with Priya', 'project', ['Priya'], 'the "Apollo" launch'],
  ['Finished “Apollo yesterday” with Tom', 'project', ['Tom'], 'Apollo yesterday'],
  ['Lunch @Priya yesterday', 'meeting', ['Priya'], 'Lunch', 'yesterday'],
  ['Lunch with Tom (and Priya)', 'meeting', ['Tom', 'Priya'], 'Lunch'],
  ['Lunch with Tom (great tacos)', 'meeting', ['Tom'], 'Lunch (great tacos)'],
  [
    'the Apollo launch — with Tom — yesterday',
    'project',
    ['Tom'],
    'the Apollo launch',
    'yesterday',
  ],
  ['Retro: what we learned with Tom', 'meeting', ['Tom'], 'Retro: what we learned'],
  ['Lunch w/ Tom', 'meeting', ['Tom'], 'Lunch'],
  ['with Tom', '', ['Tom'], ''],
  ['yesterday', '', [], '', 'yesterday'],
  ['hello', '', [], 'hello'],
  ['', '', [], ''],
];

const WITH_NOBODY: Row[] = [
  [
    'Shipped Apollo with Priya and Tom yesterday',
    'project',
    ['Priya', 'Tom'],
    'Apollo',
    'yesterday',
  ],
  [
    'Shipped Apollo with Ada Lovelace, Tom, and Linus.',
    'project',
    ['Ada Lovelace', 'Tom', 'Linus'],
    'Apollo',
  ],
  ['Finished Apollo with May', 'project', ['May'], 'Apollo'],
  ['Finished Apollo with April', 'project', ['April'], 'Apollo'],
  ['Met May at the March offsite', 'event', ['May'], 'the March offsite'],
  ['Met Linus', 'meeting', ['Linus'], 'Meeting'],
  ['Met Dr. Linus Pauling at KubeCon', 'event', ['Dr. Linus Pauling'], 'KubeCon'],
  [
    'Feedback from Ingrid Vance on my design',
    'feedback',
    ['Ingrid Vance'],
    'Feedback on my design',
  ],
  ['Reviewed by Anna van der Berg', 'feedback', ['Anna van der Berg'], 'Reviewed'],
  [
    "Coffee with Sinéad O'Neil and Jean-Luc Picard",
    'meeting',
    ["Sinéad O'Neil", 'Jean-Luc Picard'],
    'Coffee',
  ],
  ['Coffee with J. R. Smith', 'meeting', ['J. R. Smith'], 'Coffee'],
  ['Lunch with 田中', 'meeting', ['田中'], 'Lunch'],
  ['Talked to Linus about the roadmap', 'meeting', ['Linus'], 'the roadmap'],
  ['Linus was promoted to VP', 'milestone', ['Linus'], 'Promoted to VP'],
  ['Linus and Ada left Acme', 'departure', ['Linus', 'Ada'], 'Left Acme'],
  ['Me and Linus shipped Apollo', 'project', ['Linus'], 'Apollo'],
  ['Shipped Apollo @"Linus Torvalds"', 'project', ['Linus Torvalds'], 'Apollo'],
  ['Shipped Apollo @linus', 'project', ['linus'], 'Apollo'],
  ['Acme was acquired by Initech', 'reorg', [], 'Acme was acquired by Initech'],
  ['Moved from Billing to Payments', '', [], 'Moved from Billing to Payments'],
  ['Finished the audit with QA', 'project', [], 'the audit with QA'],
  ['Lunch with Billing folks', 'meeting', [], 'Lunch with Billing folks'],
  ['Shipped Apollo yesterday', 'project', [], 'Apollo', 'yesterday'],
];

describe('readSentence', () => {
  it.each(WITH_KNOWN)('%j among people it knows', async (...row) => {
    expect(await asRow(row[0], known)).toEqual(row);
  });

  it.each(WITH_NOBODY)('%j among people it does not know', async (...row) => {
    expect(await asRow(row[0], empty)).toEqual(row);
  });

  it.each<[string, string[], string, Record<string, Place>]>([
    [
      'Met Jo Park from Contoso at the Lisbon summit',
      ['Jo Park'],
      'the Lisbon summit',
      { 'Jo Park': { company: 'Contoso' } },
    ],
    [
      'Met Jo Park from Contoso Labs and Al Ray from Sales at the summit',
      ['Jo Park', 'Al Ray'],
      'the summit',
      { 'Jo Park': { company: 'Contoso Labs' }, 'Al Ray': { team: 'Sales' } },
    ],
    [
      'Had a review with Flo Gray of the legal team on Friday',
      ['Flo Gray'],
      'Review',
      { 'Flo Gray': { team: 'legal' } },
    ],
    [
      'Coffee with Flo Gray from the Customer Success team',
      ['Flo Gray'],
      'Coffee',
      { 'Flo Gray': { team: 'Customer Success' } },
    ],
    [
      'Coffee with Flo Gray from accounting',
      ['Flo Gray'],
      'Coffee',
      { 'Flo Gray': { team: 'accounting' } },
    ],
    [
      'Coffee with Flo Gray from HR about onboarding',
      ['Flo Gray'],
      'Coffee about onboarding',
      { 'Flo Gray': { team: 'HR' } },
    ],
    ['Coffee with Flo Gray from Mars', ['Flo Gray'], 'Coffee', { 'Flo Gray': { team: 'Mars' } }],
    ['Took over Apollo from Flo Gray', ['Flo Gray'], 'Took over Apollo', {}],
    [
      'Worked with Flo Gray on the billing team launch',
      ['Flo Gray'],
      'Worked on the billing team launch',
      {},
    ],
    ['Coffee with Flo Gray from the start', ['Flo Gray'], 'Coffee from the start', {}],
    [
      'Coffee with Flo Gray of the many questions',
      ['Flo Gray'],
      'Coffee of the many questions',
      {},
    ],
  ])('%j says where they work', async (sentence, people, title, places) => {
    const context = contextWith([{ name: 'Olaf Mars', team: 'mars' }]);
    const said = await readSentence(sentence, context);
    expect(said).toMatchObject({ with: people, title });
    expect(Object.fromEntries(said.places ?? [])).toEqual(places);
  });

  it.each([
    ...['yesterday evening', 'last night', 'this morning', 'tonight', 'the day before yesterday'],
    ...['3 days ago', '3d ago', 'a couple of weeks ago', 'twelve days ago', 'a month ago'],
    ...[
      'last tues',
      'last friday night',
      'past friday',
      'this sunday',
      'this week',
      'last weekend',
    ],
    ...['last month', 'last year', 'past week', 'last sept', 'friday', 'thurs', 'friday evening'],
    ...['nov 5', '5 nov', 'nov 5th, 2025', '5th of november', 'tues nov 17', 'on the 5th'],
    ...['in nov', 'in sept 2025', '5/11/2025', '05.11.2025', '2026/11/05', '2026-11-05', 'on 5.11'],
    ...['fri', '5/11', '5/11/25', 'march 2025'],
  ])('hands %j to the reader of days, which knows it', async (day) => {
    const { on, title } = await readSentence(`Coffee with Tom ${day}`, known);
    expect(title).toBe('Coffee');
    expect(on).toBe(day.replace(/^on |,/g, ''));
    expect((await parsePastDay(on ?? '', '2026-11-22')) <= '2026-11-22').toBe(true);
  });

  it('leaves out what it did not find', async () => {
    expect(await readSentence('hello', empty)).toEqual({ title: 'hello' });
    expect(await readSentence('', empty)).toEqual({});
    expect(await readSentence(' :, — ', empty)).toEqual({});
  });

  it.each(['Shipped', 'Met', 'had', 'with', 'I', 'We both', 'Wrapped up', 'on', 'and'])(
    'has a title where the words are only %j',
    async (typed) => {
      expect((await readSentence(typed, known)).title).toMatch(/\w/);
    },
  );

  it('refuses what is too long for a sentence', async () => {
    await expect(readSentence('Tom '.repeat(600), known)).rejects.toThrow(Failure);
  });

  it('throws nothing but a refusal, whatever is typed', async () => {
    const bits = fc.constantFrom(
      ...[
        '"',
        '“',
        '@',
        '#',
        '§',
        ':',
        ',',
        '(',
        ' ',
        'on',
        'with',
        'and',
        'Tom',
        "Tom's",
        'May',
        '5/11',
        'ago',
      ],
      ...[
        'yesterday',
        '\0',
        '\ud800',
        '\u202e',
        '\n',
        '$&',
        '\\',
        '👩‍👩‍👧',
        'ß',
        'İ',
        '.*',
        '__proto__',
      ],
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.array(bits, { maxLength: 14 }).map((list) => list.join(' ')),
      fc.array(bits, { maxLength: 14 }).map((list) => list.join('')),
    );
    await fc.assert(
      fc.asyncProperty(text, async (typed) => {
        const { with: people, title, on } = await readSentence(typed, known);
        expect(title?.trim()).not.toBe('');
        expect(on?.trim()).not.toBe('');
        expect(people).not.toEqual([]);
        for (const name of people ?? []) expect(name.trim()).not.toBe('');
      }),
      { numRuns: runs(400), seed: 5 },
    );
  });

  it('takes long and hostile text in its stride', async () => {
    for (const text of ['"a ', '- ', '( ', 'and Tom, ', 'last next ', "a'sb", '.-', ', & '])
      await readSentence(text.repeat(2_000 / text.length), known);
  });

  it('loses no word', async () => {
    const names = [
      'Priya',
      'Tom',
      'tom',
      'Grace',
      'May',
      'Linus',
      'Ada',
      'Apollo',
      "Tom's",
      'Kim',
      'Lee,',
      '@Wei',
    ];
    const days = [
      'yesterday',
      'friday',
      'on',
      'nov',
      '5',
      'last',
      '3',
      'days',
      'ago',
      'in',
      'march',
      '5/11',
      'the',
    ];
    const small = [...DROPPED].filter((word) => /^\p{L}+$/u.test(word));
    const rest = [
      'zebra',
      'Quux',
      'v2.0',
      '(note)',
      '"a b"',
      'Café',
      'left',
      'promoted',
      'new',
      'team',
      'my',
      '—',
    ];
    const word = fc.oneof(
      ...[names, days, small, rest].map((list) => fc.constantFrom(...list)),
      fc.string({ unit: fc.constantFrom(...'abcXYZé'), minLength: 1, maxLength: 5 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(word, { minLength: 1, maxLength: 10 }), async (list) => {
        const typed = list.join(' ');
        const said = await readSentence(typed, known);
        const { with: people = [], title = '', on = '', places = new Map() } = said;
        const where = [...places.values()].map(({ team, company }) => team ?? company);
        const kept = counts(`${title} ${people.join(' ')} ${on} ${where.join(' ')}`);
        for (const [one, count] of counts(typed)) {
          if (DROPPED.has(one) || (places.size > 0 && /^(?:the|our|team)$/.test(one))) continue;
          expect(kept.get(one) ?? 0, `${one} in ${typed}`).toBeGreaterThanOrEqual(count);
        }
      }),
      { numRuns: runs(400), seed: 3 },
    );
  });
});

/** Words that join, and verbs that a kind says: these alone may go. */
const DROPPED = new Set(
  `with w and & + plus from by to for alongside together on of about at over i we i've we've me myself both
  just finally recently also had have has got was were is are been did received gave us a an up out that in
  shipped shipping finished finishing completed launched released delivered deployed wrapped rolled attended
  went met found find like love enjoy into interested bonded share shared interest passion talked chatted spoke
  synced called discussed reviewed mentored coached paired caught`.split(/\s+/),
);

/** How often each word occurs, without case and the punctuation around it. */
function counts(text: string): Map<string, number> {
  const found = new Map<string, number>();
  for (const raw of text.split(/\s+/)) {
    const word = fold(raw).replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
    if (word !== '') found.set(word, (found.get(word) ?? 0) + 1);
  }
  return found;
}
