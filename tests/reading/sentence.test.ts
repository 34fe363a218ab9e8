import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Context } from '../../src/context.ts';
import { openStore } from '../../src/database/open.ts';
import { Failure } from '../../src/failure.ts';
import { readSentence } from '../../src/reading/sentence.ts';
import type { Place } from '../../src/reading/who.ts';
import { addPerson, personById } from '../../src/store/people.ts';

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
  return { store: () => db, storeToRead: () => db, today: '2026-11-22' } as unknown as Context;
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

const nameOf = (value: string, context: Context) =>
  /^#\d+$/.test(value) && Number(value.slice(1)) <= PEOPLE.length
    ? personById(context.store(), Number(value.slice(1))).name
    : value;

const asRow = async (sentence: string, context: Context): Promise<Row> => {
  const read = await readSentence(sentence, context, { order: 'day-first' });
  const { kind = '', with: people = [], title = '', on } = read;
  const names = people.map((value) => nameOf(value, context));
  return [sentence, kind, names, title, ...(on === undefined ? [] : [on])] as Row;
};

const WITH_KNOWN: Row[] = [
  [
    'Shipped Apollo with Priya and Tom yesterday',
    'project',
    ['Priya Shah', 'Tom Becker'],
    'Apollo',
    '2026-11-21',
  ],
  [
    'Shipped Apollo yesterday with Priya and Tom',
    'project',
    ['Priya Shah', 'Tom Becker'],
    'Apollo',
    '2026-11-21',
  ],
  ['SHIPPED APOLLO WITH PRIYA YESTERDAY', 'project', ['Priya Shah'], 'apollo', '2026-11-21'],
  ['We shipped Apollo, Tom and Priya', 'project', ['Tom Becker', 'Priya Shah'], 'Apollo'],
  ['Tom, Priya and I shipped Apollo', 'project', ['Tom Becker', 'Priya Shah'], 'Apollo'],
  ['Shipped npm cache with Tom', 'project', ['Tom Becker'], 'npm cache'],
  ['Shipped Apollo and Borealis with Tom', 'project', ['Tom Becker'], 'Apollo and Borealis'],
  ['Shipped Apollo with Tom: great rollback plan', 'project', ['Tom Becker'], 'Apollo'],
  [
    'Wrapped up Atlas with Priya Shah & Tom Becker',
    'project',
    ['Priya Shah', 'Tom Becker'],
    'Atlas',
  ],
  ['Wrapped up with Tom', 'project', ['Tom Becker'], 'Wrapped up'],
  ['Finished the feedback widget with Tom', 'project', ['Tom Becker'], 'the feedback widget'],
  ['Apollo launch with Tom', 'project', ['Tom Becker'], 'Apollo launch'],
  [
    'Shipped Apollo with the Billing team and Tom',
    'project',
    ['Tom Becker'],
    'Apollo with the Billing team',
  ],
  ['Attended the Lisbon offsite with Tom', 'event', ['Tom Becker'], 'the Lisbon offsite'],
  [
    'Met Priya at the Lisbon offsite 3 days ago',
    'event',
    ['Priya Shah'],
    'the Lisbon offsite',
    '2026-11-19',
  ],
  ['Met May at the March offsite', 'event', ['May Li'], 'the March offsite'],
  ['Launch party with Tom', 'event', ['Tom Becker'], 'Launch party'],
  ["Attended Priya's workshop", 'event', ['Priya Shah'], "Priya's workshop"],
  ['Attended KubeCon with Tom on nov 5, 2025', 'event', ['Tom Becker'], 'KubeCon', '2025-11-05'],
  ['Tom and I both like climbing', 'interest', ['Tom Becker'], 'climbing'],
  ['Tom and I share an interest in chess', 'interest', ['Tom Becker'], 'chess'],
  ['Talked about our love of chess with Tom', 'interest', ['Tom Becker'], 'chess'],
  ['Found out we both climb, with Tom', 'interest', ['Tom Becker'], 'climbing'],
  [
    'Priya reviewed my caching design yesterday',
    'feedback',
    ['Priya Shah'],
    'my caching design',
    '2026-11-21',
  ],
  ['Got feedback from Wei on my design', 'feedback', ['Dr. Wei Chen'], 'my design'],
  ['Dr. Wei Chen gave me feedback on my talk', 'feedback', ['Dr. Wei Chen'], 'feedback on my talk'],
  ['Tom mentored me on incident response', 'feedback', ['Tom Becker'], 'incident response'],
  ['1:1 review with Grace Kim', 'feedback', ['Grace Kim'], '1:1 review'],
  [
    'Performance review from Grace Kim last week',
    'feedback',
    ['Grace Kim'],
    'Performance review',
    '2026-11-15',
  ],
  ['Tom told me that my talk was long', 'feedback', ['Tom Becker'], 'my talk'],
  ['Tom thinks our plan is weak', 'feedback', ['Tom Becker'], 'our plan'],
  ['Ana Cruz wrote a post about layoffs', 'engagement', ['Ana Cruz'], 'Wrote a post about layoffs'],
  ['Tom left feedback on my design', 'feedback', ['Tom Becker'], 'feedback on my design'],
  ['Gave Tom feedback on his draft', '', ['Tom Becker'], 'Gave feedback on his draft'],
  [
    'Priya was promoted to Staff Engineer',
    'milestone',
    ['Priya Shah'],
    'Promoted to Staff Engineer',
  ],
  [
    'Priya got promoted to Staff Engineer',
    'milestone',
    ['Priya Shah'],
    'Promoted to Staff Engineer',
  ],
  ['Priya won the security award', 'milestone', ['Priya Shah'], 'Won the security award'],
  ['Priya joined Initech', 'milestone', ['Priya Shah'], 'Joined Initech'],
  ['Priya and Tom were promoted', 'milestone', ['Priya Shah', 'Tom Becker'], 'Promoted'],
  ["Priya's new role", 'milestone', ['Priya Shah'], 'New role'],
  ['Will was promoted to Staff', 'milestone', ['Will Smith'], 'Promoted to Staff'],
  [
    'Joined the Billing team with Priya and Tom',
    'new-job',
    ['Priya Shah', 'Tom Becker'],
    'Joined the Billing team',
  ],
  ['Priya and I joined the Billing team', 'new-job', ['Priya Shah'], 'Joined the Billing team'],
  ['Started at Initech with Ana Ruiz', 'new-job', ['Ana Ruiz'], 'Started at Initech'],
  ['New CTO announced with Tom', 'reorg', ['Tom Becker'], 'New CTO announced'],
  [
    'Merger with Initech announced, Tom is affected',
    'reorg',
    ['Tom Becker'],
    'Merger with Initech announced',
  ],
  ['Tom left Acme', 'departure', ['Tom Becker'], 'Left Acme'],
  ['Mark left Acme', 'departure', ['Mark Twain'], 'Left Acme'],
  ['Tom moved on', 'departure', ['Tom Becker'], 'Moved on'],
  ["Tom's last day", 'departure', ['Tom Becker'], 'Last day'],
  ['Farewell lunch for Tom', 'departure', ['Tom Becker'], 'Farewell lunch'],
  ['the left menu redesign with Tom', 'project', ['Tom Becker'], 'the left menu redesign'],
  ['Coffee with Tom', 'meeting', ['Tom Becker'], 'Coffee'],
  ['Had lunch with Priya on nov 5', 'meeting', ['Priya Shah'], 'Lunch', '2026-11-05'],
  [
    'Lunch with Tom yesterday in Lisbon',
    'meeting',
    ['Tom Becker'],
    'Lunch in Lisbon',
    '2026-11-21',
  ],
  ['Coffee with Tom about his promotion', 'meeting', ['Tom Becker'], 'Coffee about his promotion'],
  ['Conference call with Tom', 'meeting', ['Tom Becker'], 'Conference call'],
  ['Sprint 12 retro with Ana', 'meeting', ['Ana Ruiz'], 'Sprint 12 retro'],
  ['Caught up with Tom over coffee', 'meeting', ['Tom Becker'], 'Coffee'],
  ['Wrote to Tom about his new job', 'engagement', ['Tom Becker'], 'Wrote about his new job'],
  [
    'Congratulated Priya on her promotion',
    'engagement',
    ['Priya Shah'],
    'Congratulated on her promotion',
  ],
  ["Liked Tom's post", 'engagement', ['Tom Becker'], "Liked Tom's post"],
  ["Left a comment on Tom's post", 'engagement', ['Tom Becker'], "Left a comment on Tom's post"],
  ['Coffee with tom and priya shah', 'meeting', ['Tom Becker', 'Priya Shah'], 'Coffee'],
  ['coffee with jose', 'meeting', ['José Álvarez'], 'coffee'],
  ['Coffee with Tommy', 'meeting', ['Tom Becker'], 'Coffee'],
  ['Coffee with big t', 'meeting', ['Tom Becker'], 'Coffee'],
  ['Coffee with TOM', 'meeting', ['Tom Becker'], 'Coffee'],
  ['Lunch with Grace', 'meeting', ['Grace'], 'Lunch'],
  ['Lunch with Grace Murray', 'meeting', ['Grace Murray'], 'Lunch'],
  ['Priya Raman was promoted', 'milestone', ['Priya Raman'], 'Promoted'],
  ['Shipped Grace API with Tom', 'project', ['Tom Becker'], 'Grace API'],
  ['Shipped Apollo with Kim Lee, MBA and Tom', 'project', ['Kim Lee, MBA', 'Tom Becker'], 'Apollo'],
  ['Lunch with May', 'meeting', ['May Li'], 'Lunch'],
  ['Lunch with Sun Li', 'meeting', ['Sun Li'], 'Lunch'],
  ['Sun Li left Acme', 'departure', ['Sun Li'], 'Left Acme'],
  ['met with my team', 'meeting', [], 'Meeting'],
  ['Bill payment shipped with Tom', 'project', ['Tom Becker'], 'Bill payment'],
  ['Sat with Grace', 'meeting', ['Grace'], 'Meeting'],
  ['Coffee with #2 yesterday', 'meeting', ['Tom Becker'], 'Coffee', '2026-11-21'],
  ['Fixed issue #2 with Tom', 'project', ['Tom Becker'], 'issue #2'],
  ['Finished project 5 with Grace', 'project', ['Grace'], 'project 5'],
  ['Attended the 5/11 launch with Ana', 'event', ['Ana Ruiz'], 'the 5/11 launch'],
  ['Shipped Launch 10/10 with Grace', 'project', ['Grace'], 'Launch 10/10'],
  ['Worked Black Friday with Tom', 'project', ['Tom Becker'], 'Black Friday'],
  ['Feedback on May 5 release from Wei', 'feedback', ['Dr. Wei Chen'], 'Feedback on May 5 release'],
  ['Demo for friday with Tom', 'project', ['Tom Becker'], 'Demo for friday'],
  [
    'Finished the migration with Tom in 2 weeks',
    'project',
    ['Tom Becker'],
    'the migration in 2 weeks',
  ],
  ['Lunch with Tom 5/11', 'meeting', ['Tom Becker'], 'Lunch', '2026-11-05'],
  ['Lunch with Tom on 5/11', 'meeting', ['Tom Becker'], 'Lunch', '2026-11-05'],
  ['Coffee with Tom fri', 'meeting', ['Tom Becker'], 'Coffee', '2026-11-20'],
  ['Coffee with Tom May 5', 'meeting', ['Tom Becker'], 'Coffee', '2026-05-05'],
  ['Lunch with May yesterday', 'meeting', ['May Li'], 'Lunch', '2026-11-21'],
  ['lunch friday with Tom', 'meeting', ['Tom Becker'], 'lunch', '2026-11-20'],
  ['Shipped Apollo with Tom in March', 'project', ['Tom Becker'], 'Apollo', '2026-03-01'],
  ['Last friday: coffee with Tom', 'meeting', ['Tom Becker'], 'Coffee', '2026-11-20'],
  ['On friday: coffee with Tom', 'meeting', ['Tom Becker'], 'Coffee', '2026-11-20'],
  ['Coffee with Tom on 20. November', 'meeting', ['Tom Becker'], 'Coffee', '2026-11-20'],
  ['Coffee with Tom 5. 11. 2026', 'meeting', ['Tom Becker'], 'Coffee', '2026-11-05'],
  ['Coffee with Tom the friday before last', 'meeting', ['Tom Becker'], 'Coffee', '2026-11-13'],
  ['20. November: coffee with Tom', 'meeting', ['Tom Becker'], 'Coffee', '2026-11-20'],
  ['Coffee with Tom on the 12th of last month', 'meeting', ['Tom Becker'], 'Coffee', '2026-10-12'],
  ['Coffee with Tom mon the week before last', 'meeting', ['Tom Becker'], 'Coffee', '2026-11-02'],
  ['Tea with Tom, Friday the 20. of November', 'meeting', ['Tom Becker'], 'Tea', '2026-11-20'],
  ['Went fishing with Tom', 'event', ['Tom Becker'], 'Fishing'],
  ['Coffe with Tom', 'meeting', ['Tom Becker'], 'Coffee'],
  ['Coffee, then Tom joined', 'meeting', ['Tom Becker'], 'Coffee'],
  ['Helped Tom with his slides', 'meeting', ['Tom Becker'], 'Helped Tom with his slides'],
  ['Yesterday I had lunch with Tom', 'meeting', ['Tom Becker'], 'Lunch', '2026-11-21'],
  ['Shipped "Project May with Tom" with Priya', 'project', ['Priya Shah'], 'Project May with Tom'],
  ['Shipped the "Apollo" launch with Priya', 'project', ['Priya Shah'], 'the "Apollo" launch'],
  ['Finished “Apollo yesterday” with Tom', 'project', ['Tom Becker'], 'Apollo yesterday'],
  ['Lunch @Priya yesterday', 'meeting', ['Priya Shah'], 'Lunch', '2026-11-21'],
  ['Lunch with Tom (and Priya)', 'meeting', ['Tom Becker', 'Priya Shah'], 'Lunch'],
  ['Lunch with Tom (great tacos)', 'meeting', ['Tom Becker'], 'Lunch'],
  [
    'the Apollo launch — with Tom — yesterday',
    'project',
    ['Tom Becker'],
    'the Apollo launch',
    '2026-11-21',
  ],
  ['Lunch w/ Tom', 'meeting', ['Tom Becker'], 'Lunch'],
  ['with Tom', '', ['Tom Becker'], ''],
  ['hello', '', [], 'hello'],
];

const WITH_NOBODY: Row[] = [
  ['Lunch with Will and Rose yesterday', 'meeting', ['Will', 'Rose'], 'Lunch', '2026-11-21'],
  ['met Will Ford and Grace Hill', 'meeting', ['Will Ford', 'Grace Hill'], 'Meeting'],
  [
    'Shipped Apollo with Priya and Tom yesterday',
    'project',
    ['Priya', 'Tom'],
    'Apollo',
    '2026-11-21',
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
  ['Met Dr. Linus Pauling at KubeCon', 'event', ['Linus Pauling'], 'KubeCon'],
  [
    'Feedback from Ingrid Vance on my design',
    'feedback',
    ['Ingrid Vance'],
    'Feedback on my design',
  ],
  ['Reviewed by Anna van der Berg', 'feedback', ['Anna van der Berg'], 'Feedback'],
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
  ['Finished the audit with QA', 'project', [], 'the audit with QA'],
  ['Lunch with Billing folks', 'meeting', [], 'Lunch with Billing folks'],
  ['Shipped Apollo yesterday', 'project', [], 'Apollo', '2026-11-21'],
];

describe('readSentence', () => {
  it.each(WITH_KNOWN)('reads %j with people it knows', async (...row) => {
    expect(await asRow(row[0], known)).toEqual(row);
  });

  it.each(WITH_NOBODY)('reads %j with people it does not know', async (...row) => {
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
      'Met Jo Park from Contoso Labs and Al Ray from Sales at the Lisbon offsite',
      ['Jo Park', 'Al Ray'],
      'the Lisbon offsite',
      { 'Jo Park': { company: 'Contoso Labs' }, 'Al Ray': { team: 'Sales' } },
    ],
    [
      'Had a review with Flo Gray of the legal team on Friday',
      ['Flo Gray'],
      'review',
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
    ['Took over Apollo from Flo Gray', ['Flo Gray'], 'Apollo', {}],
    [
      'Worked with Flo Gray on the billing team launch',
      ['Flo Gray'],
      'the billing team launch',
      {},
    ],
    ['Coffee with Flo Gray from the start', ['Flo Gray'], 'Coffee from the start', {}],
    [
      'Coffee with Flo Gray of the many questions',
      ['Flo Gray'],
      'Coffee of the many questions',
      {},
    ],
  ])('reads where people work in %j', async (sentence, people, title, places) => {
    const context = contextWith([{ name: 'Olaf Mars', team: 'mars' }]);
    const said = await readSentence(sentence, context);
    // Whether it begins large depends on the kind.
    expect([said.with, said.title?.toLowerCase()]).toEqual([people, title.toLowerCase()]);
    expect(Object.fromEntries(said.places ?? [])).toEqual(places);
  });

  it.each([
    ['yesterday evening', '2026-11-21'],
    ['last night', '2026-11-21'],
    ['this morning', '2026-11-22'],
    ['the day before yesterday', '2026-11-20'],
    ['3d ago', '2026-11-19'],
    ['a couple of weeks ago', '2026-11-08'],
    ['twelve days ago', '2026-11-10'],
    ['last tues', '2026-11-17'],
    ['last friday night', '2026-11-20'],
    ['at the weekend', '2026-11-22'],
    ['last weekend', '2026-11-14'],
    ['last month', '2026-10-22'],
    ['friday', '2026-11-20'],
    ['thurs', '2026-11-19'],
    ['fri', '2026-11-20'],
    ['monday last week', '2026-11-09'],
    ['two fridays ago', '2026-11-13'],
    ['2 wks ago', '2026-11-08'],
    ['on the 20th', '2026-11-20'],
    ['20.11.', '2026-11-20'],
    ['on friday the 20th', '2026-11-20'],
    ['yday', '2026-11-21'],
    ['on wendesday', '2026-11-18'],
    ['yesterday at 5pm', '2026-11-21'],
    ['on nov 5th, 2025', '2025-11-05'],
    ['tues nov 17', '2026-11-17'],
    ['on 5/11', '2026-11-05'],
    ['05.11.2025', '2025-11-05'],
    ['in march', '2026-03-01'],
  ])('reads "Coffee with Tom %s" as %s', async (day, date) => {
    const read = await readSentence(`Coffee with Tom ${day}`, known, { order: 'day-first' });
    expect(read).toMatchObject({ title: 'Coffee', with: ['#2'], on: date });
  });

  it.each([
    ...[
      'on feb 30',
      'on the 45th',
      '2026-13-45',
      'in the second week of november',
      'the other day',
      'a few days ago',
      '3 sleeps ago',
    ],
    ...[
      'on 3/11',
      'earlier this week',
      'from monday to friday',
      'on fryyyday',
      '3rd',
      'in week 47',
    ],
    ...['12.-14. November', 'nov 12-14'],
  ])('never takes "%s" for today', async (day) => {
    const reading = readSentence(`Coffee with Tom ${day}`, known, { order: null });
    await expect(reading).rejects.toMatchObject({ code: 'bad-date' });
  });

  it.each([
    ["didn't meet Tom", "didn't happen"],
    ['I never talked to Tom at the summit', "didn't happen"],
    ['Tom was supposed to join us for lunch', "didn't happen"],
    ['Tom cancelled our coffee', 'called off'],
    ['Lunch with Tom was called off', 'called off'],
    ['meeting Tom tomorrow', "hasn't happened"],
    ['Coffee with Tom in 2 weeks', "hasn't happened"],
    ['going to have lunch with Tom', "hasn't happened"],
    ['will call Tom on Monday', "hasn't happened"],
    ['Maybe Tom got promoted', "isn't certain"],
    ['might see Tom at the gym', "isn't certain"],
    ['did I meet Tom last week?', 'question'],
    ['who is Tom', 'question'],
  ])('refuses %j: it %s', async (sentence, why) => {
    const failure: Failure = await readSentence(sentence, known).then(
      () => expect.fail('read'),
      (error) => error,
    );
    expect(failure).toMatchObject({ code: 'usage', message: expect.stringContaining(why) });
    expect(failure.message).toContain('Tom Becker');
  });

  it.each([
    'lost the Meyer contract together with Tom',
    'built the stage set with Tom, it fell apart',
    'our launch with Tom failed',
  ])('takes no kind from %j, which a message must not praise', async (sentence) => {
    expect((await readSentence(sentence, known)).kind).toBeUndefined();
  });

  it('takes what was lost and found again for work that is done', async () => {
    const read = await readSentence('recovered the lost data with Tom', known);
    expect(read).toMatchObject({ kind: 'project', title: 'the lost data' });
  });

  it.each([
    ['Tom is leaving on Friday', 'departure', 'leaving on Friday'],
    ['Grace Kim will be promoted in January', 'milestone', 'promoted in January'],
    ["Tom's team is merging with ours", 'reorg', "Tom's team is merging with ours"],
  ])('%j is news today, its day kept in the words', async (sentence, kind, title) => {
    const read = await readSentence(sentence, known);
    expect(read.kind).toBe(kind);
    expect(read.on).toBeUndefined();
    expect(read.title?.toLowerCase()).toBe(title.toLowerCase());
  });

  it.each([
    ['Shipped Apollo with Tom: his rollback plan', 'Apollo', 'his rollback plan'],
    [
      'Shipped Apollo with Tom, he stayed late to fix the sensor',
      'Apollo',
      'stayed late to fix the sensor',
    ],
    [
      'Had a chat with Tom over lunch, he explained the tax thing',
      'Chat over lunch',
      'explained the tax thing',
    ],
    [
      'thanks to Tom who stayed till midnight we finished the audit',
      'the audit',
      'stayed till midnight',
    ],
    ['Finished the audit with Ana and Tom, Tom brought cake', 'the audit', 'brought cake'],
  ])('%j keeps the thing and what stood out apart', async (sentence, title, highlight) => {
    const read = await readSentence(sentence, known);
    expect(read.title).toBe(title);
    expect(Object.fromEntries(read.highlights ?? [])).toEqual({ '#2': highlight });
  });

  it.each([
    ['1:1 with Tom: salary is 80k', 'salary is 80k'],
    ['Tom told me that my talk was too long', 'my talk was too long'],
    ['Met Tom, he said he is looking for a job', 'he said he is looking for a job'],
    ['Performance review with Tom, he said I should delegate', 'he said I should delegate'],
  ])('%j keeps what was said as a note', async (sentence, note) => {
    const read = await readSentence(sentence, known);
    expect(read.note).toBe(note);
    expect(read.highlights).toBeUndefined();
    expect(read.title).not.toContain(note);
  });

  it.each([
    ['Tom accepted', 'accepted'],
    ['Tom accepted my invitation yesterday', 'accepted'],
    ['invited Tom to connect', 'sent'],
    ['sent Tom an invite on LinkedIn', 'sent'],
    ['Tom declined my invitation', 'declined'],
    ['withdrew my invitation to Tom', 'withdrawn'],
  ])('%j is what became of an invitation: %s', async (sentence, did) => {
    expect((await readSentence(sentence, known)).outcome).toEqual({ did, name: '#2' });
  });

  it('takes no lunch for an invitation', async () => {
    expect((await readSentence('invited Tom to lunch', known)).outcome).toBeUndefined();
    expect((await readSentence('Tom accepted the award', known)).outcome).toBeUndefined();
  });

  it('finds "my manager" where the log knows exactly one', async () => {
    const context = contextWith([]);
    const db = context.store();
    addPerson(db, { name: 'Ines Duarte', relationship: 'manager' });
    expect((await readSentence('1:1 with my manager yesterday', context)).with).toEqual(['#1']);
    expect((await readSentence('1:1 with my mentor', context)).with).toBeUndefined();
    addPerson(db, { name: 'Bo Lind', relationship: 'manager' });
    expect((await readSentence('1:1 with my manager', context)).with).toBeUndefined();
  });

  it('prefers an exact first name to a part of a longer one', async () => {
    const context = contextWith([{ name: 'Ann Lee' }, { name: 'Annabel Roy' }, { name: 'Jo Ann' }]);
    expect((await readSentence('Coffee with Ann', context)).with).toEqual(['#1']);
    expect((await readSentence('coffee with ann l.', context)).with).toEqual(['#1']);
  });

  it('leaves the kind out where it is not sure', async () => {
    expect((await readSentence('Zorbing with Tom', known)).kind).toBeUndefined();
    expect((await readSentence('Tom fixed the lift', known)).kind).toBeUndefined();
  });

  it('says what it understood', async () => {
    const { understood } = await readSentence(
      'closed the Henderson case with Mark last friday',
      known,
    );
    expect(understood).toBe('Mark Twain, Fri 20 Nov, project, "the Henderson case"');
  });

  it.each([
    "bumped into Tom in the lift, hadn't seen him since the move",
    'Priya let me watch how she tunes it, never seen that before',
    'Ana bought a whisky she never opens',
    'Priya hit ten years clean driving, not a scratch',
    'Never knew that Priya sings in a choir',
    "Tom won't be back after his leave",
    "Did Priya's appraisal this morning",
    'Had Tom on the phone, we argued about the sluice',
    'Had to be frank with Tom about the radio',
    'painted the hall with Tom for two days',
    'Tom and I finished the labels after three weeks',
    "didn't know Priya was a roller derby fan",
    'a dressing-down from Tom over the skipped checklist',
    'talked Tom down after the auction fell through',
    'Priya filled me in on what I missed',
    'did the stocktake with Priya, only two pens missing',
    'long talk with Priya, she is unsure about her role',
    'met no one but Priya at the job market',
    "coffee with Tom, he's new and hadn't met anyone yet",
    'Tom scraped through his driving test',
    'Priya pulled out a sock at the break',
  ])('takes %j for what happened', async (sentence) => {
    const { with: people } = await readSentence(sentence, known);
    expect(people).toHaveLength(1);
  });

  it.each([
    ['met Ana, not Tom', "didn't happen"],
    ["lunch with Tom at noon, he didn't turn up", "didn't happen"],
    ["thought I'd see Priya at the fair but she wasn't there", "didn't happen"],
    ['waited an hour for Tom, who never came', "didn't happen"],
    ['Tom pulled out', 'called off'],
    ['I missed lunch with Tom', 'called off'],
    ["didn't know Tom", "didn't happen"],
    ['Tom never knew', "didn't happen"],
    ["I'm unsure whether I met Tom", "isn't certain"],
    ['lunch with Tom, he had to cancel', 'called off'],
    ['the review with Priya was scrapped', 'called off'],
  ])('still refuses %j', async (sentence, why) => {
    await expect(readSentence(sentence, known)).rejects.toThrow(why);
  });

  it.each<[string, string[]]>([
    ['Ranger Priya showed me the ponds', ['Priya Shah']],
    ["Upvoted Priya's question in the forum", ['Priya Shah']],
    ['priya tom and me ran the spring fair', ['Priya Shah', 'Tom Becker']],
    ['Priya bookmarked and reposted my piece', ['Priya Shah']],
    ["Told Priya I'm off in three weeks", ['Priya Shah']],
    ['Priya and I will run the hall as one after Easter', ['Priya Shah']],
    ['Priya had her baby, a little girl called Iris', ['Priya Shah']],
    ['Priya dropped a heart on my TikTok', ['Priya Shah']],
    ['Priya got into the Royal College of Organists', ['Priya Shah']],
    ['Cracked the wifi on deck B with Priya', ['Priya Shah']],
    ['client call, Priya dialled in from Lahore', ['Priya Shah']],
    ["Went over next year's plans with Priya", ['Priya Shah']],
  ])('finds in %j the people alone', async (sentence, people) => {
    let found: readonly string[] = [];
    try {
      found = (await readSentence(sentence, known)).with ?? [];
    } catch (error) {
      // What is planned says whom it read.
      expect(String(error)).toContain(people.join(', '));
      return;
    }
    expect(found.map((one) => nameOf(one, known))).toEqual(people);
  });

  it.each(['kicked off the depot audit with Priya', 'started the ledger migration with Priya'])(
    'takes %j for no finished work',
    async (sentence) => {
      expect((await readSentence(sentence, known)).kind).not.toBe('project');
    },
  );

  it('never takes a number or "next" alone for what it was', async () => {
    const read = await readSentence('Ran through the notes with Priya at 8', known);
    expect(read.title).toBe('Ran through the notes at 8');
  });

  it('refuses anything too long for a sentence', async () => {
    await expect(readSentence('Tom '.repeat(600), known)).rejects.toThrow(Failure);
  });

  it('throws only refusals, whatever is typed', async () => {
    const bits = fc.constantFrom(
      ...['"', '“', '@', '#', '§', ':', ',', '(', ' ', 'on', 'with', 'and', 'Tom', "Tom's", 'May'],
      ...[
        '5/11',
        'ago',
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
      ],
      ...[
        '.*',
        '__proto__',
        'she',
        'said',
        'accepted',
        'who',
        'I',
        'told',
        'my',
        '|',
        '…',
        'w/',
        '\uE000',
      ],
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.array(bits, { maxLength: 14 }).map((list) => list.join(' ')),
      fc.array(bits, { maxLength: 14 }).map((list) => list.join('')),
    );
    await fc.assert(
      fc.asyncProperty(text, async (typed) => {
        const read = await readSentence(typed, known).catch((error: unknown) => {
          if (error instanceof Failure) return null;
          throw error;
        });
        if (read === null) return;
        const { with: people, title, on } = read;
        expect(title?.trim()).not.toBe('');
        if (on !== undefined) expect(on <= '2026-11-22').toBe(true);
        expect(people).not.toEqual([]);
        for (const name of people ?? []) expect(name.trim()).not.toBe('');
      }),
      { numRuns: 1_500, seed: 5 },
    );
  });

  it('takes long and hostile text in its stride', async () => {
    for (const text of [
      '"a ',
      '- ',
      '( ',
      'and Tom, ',
      'last next ',
      "a'sb",
      '.-',
      ', & ',
      'Tom Ab ',
      'Xy ',
      '5/11 on ',
    ]) {
      const start = performance.now();
      await readSentence(text.repeat(2_000 / text.length), known).catch((error: unknown) => {
        if (!(error instanceof Failure)) throw error;
      });
      expect(performance.now() - start, text).toBeLessThan(2_000);
    }
  });
});

/** Sentences of two parts: what happened, and what somebody did, asked or said in it. */
const IN_TWO_PARTS: Array<
  [sentence: string, kind: string, title: string, highlight: string | null, note: string | null]
> = [
  [
    'Yesterday Lena Ortiz walked me through the billing migration and showed me how to roll it back',
    'meeting',
    'the billing migration',
    'walked me through the billing migration, showed me how to roll it back',
    null,
  ],
  [
    'Yesterday Lena Ortiz taught me how to sharpen the chisels and lent me her stone',
    'meeting',
    'Taught me how to sharpen the chisels',
    'taught me how to sharpen the chisels, lent me her stone',
    null,
  ],
  [
    'Lena Ortiz helped me with the rollout yesterday',
    'meeting',
    'Helped me with the rollout',
    'helped me with the rollout',
    null,
  ],
  [
    'On Friday Lena Ortiz reviewed my pull request for the search index and caught an off-by-one bug',
    'feedback',
    'my pull request for the search index',
    null,
    'caught an off-by-one bug',
  ],
  [
    'Lena Ortiz coached me through my first board talk',
    'feedback',
    'my first board talk',
    null,
    null,
  ],
  [
    'Yesterday I had lunch with Lena Ortiz and we found out we both climb',
    'interest',
    'climbing',
    null,
    null,
  ],
  [
    'Had breakfast with Lena Ortiz and found out we both collect stamps',
    'interest',
    'we both collect stamps',
    null,
    null,
  ],
  [
    'Yesterday I had dinner with Lena Ortiz and we discovered we both grew up in Leeds',
    'interest',
    'we both grew up in Leeds',
    null,
    null,
  ],
  [
    'On Thursday I gave a talk at the data guild meetup, and Lena Ortiz asked a great question about late events',
    'event',
    'the data guild meetup',
    'asked a great question about late events',
    null,
  ],
  [
    'Lunch with Lena Ortiz. She told me about the new rota',
    'meeting',
    'Lunch',
    null,
    'She told me about the new rota',
  ],
  ['Lunch with Lena Ortiz, yesterday, by the river', 'meeting', 'Lunch by the river', null, null],
  ['Coffee with Lena Ortiz on the roof', 'meeting', 'Coffee on the roof', null, null],
  ['Lena Ortiz told me she is retiring', 'departure', 'Retiring', null, null],
  [
    "Lena Ortiz mentioned yesterday that she's moving to Siemens next month",
    'departure',
    'Moving to Siemens next month',
    null,
    null,
  ],
  [
    'Lena Ortiz told us she got promoted to head of sales',
    'milestone',
    'Promoted to head of sales',
    null,
    null,
  ],
  [
    'Lena Ortiz helped me set up the new laptop',
    'meeting',
    'Helped me set up the new laptop',
    'helped me set up the new laptop',
    null,
  ],
];

describe('a sentence of two parts', () => {
  it.each(IN_TWO_PARTS)('reads both of %j', async (sentence, kind, title, highlight, note) => {
    const read = await readSentence(sentence, known, { order: 'day-first' });
    const highlights = [...(read.highlights ?? new Map()).values()];
    expect([read.kind, read.with, read.title]).toEqual([kind, ['Lena Ortiz'], title]);
    expect([highlights[0] ?? null, read.note ?? null]).toEqual([highlight, note]);
  });

  it('says what it keeps as a private note', async () => {
    const sentence = 'Lunch with Lena Ortiz. She told me about the new rota';
    expect((await readSentence(sentence, known, { order: 'day-first' })).doubts).toEqual([
      'Kept as a private note, which never goes into a message: "She told me about the new rota"',
    ]);
  });

  it('takes nothing told in confidence for news', async () => {
    const sentence = 'Lena Ortiz privately told me she is leaving';
    const read = await readSentence(sentence, known, { order: 'day-first' });
    expect(read.title).toMatch(/^Told me/);
  });

  it('leaves what they said themselves, and is no news, private', async () => {
    const read = await readSentence('Lena Ortiz told me she liked my slides', known, {
      order: 'day-first',
    });
    expect([read.kind, read.with]).toEqual(['feedback', ['Lena Ortiz']]);
  });
});

describe('a first name that is a word', () => {
  it.each([
    ['Grant Okonkwo helped me with the rollout', 'Grant Okonkwo'],
    ['Lee Chan is our new team lead', 'Lee Chan'],
    ['Sunny Adeyemi and I finished the audit', 'Sunny Adeyemi'],
    ['Drew Nakamura reviewed my budget', 'Drew Nakamura'],
    ['Met Okonkwo yesterday', 'Okonkwo'],
  ])('is kept in %j', async (sentence, name) => {
    const read = await readSentence(sentence, known, { order: 'day-first' });
    expect(read.with).toEqual([name]);
  });
});
