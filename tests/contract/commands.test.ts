/** The contract's commands, flags and documents, each tried on one real database, in an order in which they work. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { KINDS } from '../../src/model.ts';
import { type Coach, coach } from '../helpers/coach.ts';
import { tempFolder } from '../helpers/run.ts';
import {
  checkDrafted,
  checkInteraction,
  checkPerson,
  checkRef,
  checkSuggest,
  type Drafted,
  type Interaction,
  type Logged,
  type People,
  type Person,
  type Suggest,
} from '../helpers/shapes.ts';

type Document = Record<string, unknown>;

const files = tempFolder();
const at = (name: string) => join(files, name);

const MEETING = [
  'BEGIN:VCALENDAR',
  'BEGIN:VEVENT',
  'UID:1',
  'DTSTART:20261122T100000',
  'SUMMARY:Sync',
  'ATTENDEE;CN=Priya Shah:mailto:priya@northwind.example',
  'END:VEVENT',
  'END:VCALENDAR',
  '',
].join('\r\n');

/** A command line, and the keys of the document that it prints. */
const WALK: ReadonlyArray<readonly [line: readonly string[], keys: string]> = [
  [['me', '--name', 'Sam Ortiz', '--role', 'engineer', '--team', 'Billing'], 'me'],
  [['me', '--company', 'Northwind', '--email', 's@x.co', '--goal', 'maps'], 'me'],
  [['me', '--account', 'free', '--invites-per-week', '20', '--notes-per-month', '9'], 'me'],
  [['me', '--date-order', 'day-first'], 'me dateOrder'],
  [
    [
      ...['log', '--kind', 'project', '--title', 'Apollo launch', '--on', '2026-11-20'],
      ...['--with', 'Priya Shah: your rollback plan', '--with', 'Tom Becker, Noor Aziz'],
      ...['--note', 'a secret'],
    ],
    'interaction added understood doubts',
  ],
  [['log', 'Coffee with Tom yesterday'], 'interaction added understood doubts'],
  ...KINDS.map(
    (kind) =>
      [
        [
          'log',
          '--kind',
          kind,
          '--with',
          `Kim ${kind}`,
          '--title',
          'Blue Sky',
          '--on',
          'yesterday',
        ],
        'interaction added understood doubts',
      ] as const,
  ),
  [['suggest'], 'date budget suggestions held'],
  [['suggest', '--limit', '2'], 'date budget suggestions held'],
  [['suggest', '--all'], 'date budget suggestions held'],
  [['suggest', '--messages'], 'date budget suggestions held'],
  [[], 'date budget suggestions held'],
  [['due'], 'date due'],
  [['why', 'Priya'], 'person suggested score verdicts held'],
  [['draft', 'Priya'], 'person action moment interaction draft variants'],
  [['draft', 'Priya', '--moment', 'project'], 'person action moment interaction draft variants'],
  [['draft', 'Priya', '--about', '1'], 'person action moment interaction draft variants'],
  [['draft', 'Priya', '--max', '150'], 'person action moment interaction draft variants'],
  [['draft', 'Priya', '--variant', '2'], 'person action moment interaction draft variants'],
  [['draft', 'Priya', '--channel', 'note'], 'person action moment interaction draft variants'],
  [['draft', 'Priya', '--channel', 'message'], 'person action moment interaction draft variants'],
  [['draft', 'Priya', '--channel', 'email'], 'person action moment interaction draft variants'],
  [['draft', 'Priya', '--prompt'], 'person prompt'],
  [['draft', 'Priya', '--proof'], 'person interaction draft rule proof'],
  [['brief', 'Priya'], 'person lastContact interactions open ask'],
  [['brief', '--calendar', at('day.ics'), '--on', '2026-11-22'], 'date meetings'],
  [['done', 'Priya'], 'person did recorded'],
  [['done', 'Kim milestone', 'we', 'had', 'lunch'], 'person did recorded'],
  [['sent', 'Tom', '--on', '2026-11-21'], 'person'],
  [['accepted', 'Tom', '--on', '2026-11-22'], 'person'],
  [['sent', 'Noor', '--no-note'], 'person'],
  [['declined', 'Noor'], 'person'],
  [['sent', 'Kim event'], 'person'],
  [['withdrawn', 'Kim event'], 'person'],
  [['accepted', 'Kim interest'], 'person'],
  [['sent', 'Kim reorg', '--on', '2026-01-10'], 'person'],
  [['withdrawn', '--older-than', '6m'], 'people total'],
  [['accept', 'Kim meeting'], 'person'],
  [['snooze', 'Kim project'], 'person until'],
  [['snooze', 'Kim project', '--until', '2w'], 'person until'],
  [['snooze', 'Kim project', '--until', '2026-12-01'], 'person until'],
  [['unsnooze', 'Kim project'], 'person'],
  [['skip', 'Kim project'], 'person'],
  [['people'], 'people total'],
  [['people', 'Apollo'], 'people total'],
  [
    ['people', '--status', 'connected', '--relationship', 'colleague', '--limit', '1'],
    'people total',
  ],
  [['people', '--team', 'A', '--company', 'B', '--skill', 'C'], 'people total'],
  [['show', 'Priya'], 'person timeline'],
  [
    [
      ...['add', 'Ada Full', '--role', 'dev', '--team', 'Data', '--company', 'Acme'],
      ...[
        '--relationship',
        'mentor',
        '--skill',
        'Rust',
        '--interest',
        'chess',
        '--alias',
        'Lady A',
      ],
      ...[
        '--linkedin',
        'https://www.linkedin.com/in/ada',
        '--email',
        'a@b.co',
        '--email',
        'c@d.co',
      ],
      ...['--call', 'Ada', '--status', 'connected', '--since', '2026-01-02', '--strained'],
      ...['--note', 'n'],
    ],
    'person',
  ],
  [['edit', 'Ada', '--no-strained', '--name', 'Ada Fuller', '--status', 'none'], 'person'],
  [['merge', 'Kim feedback', 'Kim reorg'], 'person'],
  [['interactions'], 'interactions total'],
  [
    [
      ...['interactions', '--with', 'Priya', '--kind', 'project', '--since', '2026-11-01'],
      ...['--until', '2026-11-21', '--limit', '3'],
    ],
    'interactions total',
  ],
  [
    ['amend', '1', '--add', 'Ada Fuller', '--remove', 'Noor', '--title', 'Apollo'],
    'interaction understood added dropped doubts',
  ],
  [
    ['amend', '1', '--with', 'Priya', '--say', 'Thank you for the cake.'],
    'interaction understood added dropped doubts',
  ],
  [['delete', '2'], 'interaction'],
  [
    ['check', 'Hi Tom, thank you for the Apollo review.', '--to', 'Tom'],
    'ok length limit problems',
  ],
  [['review'], 'date people ties goals actions'],
  [['review', '--html', at('review.html')], 'date people ties goals actions'],
  [['coworkers', '--list'], 'coworkers'],
  [['inbox', at('inbox')], 'files other'],
  [['export', 'json', at('all.json')], 'export'],
  [['export', 'csv', at('all.csv')], 'export'],
  [['export', 'vcard', at('all.vcf')], 'export'],
  [['export', 'calendar', at('all.ics')], 'export'],
  [
    ['import', 'vcard', at('all.vcf'), '--dry-run'],
    'source people interactions skipped skippedTotal warnings dryRun',
  ],
  [['undo'], 'undone'],
  [['undo', '--list'], 'changes'],
  [['redo'], 'redone'],
  [['config'], 'settings'],
  [['config', 'check-in', '6w'], 'settings'],
  [['rules'], 'rules'],
  [['rules', 'project'], 'rules'],
  [['backup', at('backup.db')], 'backup'],
  [['doctor'], 'ok findings versions'],
  [['restore', at('backup.db')], 'restored'],
  [['forget', 'Ada Fuller', '--yes'], 'forgotten rewritten unreached foreign left'],
];

describe('the commands of the contract', () => {
  let c: Coach;
  const documents = new Map<string, Document>();
  const document = <T>(...line: string[]) => documents.get(line.join(' ')) as T;

  beforeAll(async () => {
    c = coach();
    writeFileSync(at('day.ics'), MEETING);
    mkdirSync(at('inbox'));
    for (const [line] of WALK) documents.set(line.join(' '), await c.json<Document>(...line));
  }, 120_000);

  it('print documents with these keys', () => {
    const found = WALK.map(([line]) => [
      line.join(' '),
      Object.keys(documents.get(line.join(' ')) ?? {}).sort(),
    ]);
    expect(found).toEqual(WALK.map(([line, keys]) => [line.join(' '), keys.split(' ').sort()]));
  });

  it('print people, interactions, drafts and lists in the shapes of the contract', () => {
    for (const [line, found] of documents) {
      const { person, people, interaction, interactions, timeline, recorded } = found as {
        person?: Person;
        people?: Person[];
        interaction?: Interaction | null;
        interactions?: Interaction[];
        timeline?: Interaction[];
        recorded?: Interaction | null;
      };
      const isRef = /^(why|draft)/.test(line);
      if (person !== undefined) isRef ? checkRef(person) : checkPerson(person);
      if (Array.isArray(people)) for (const one of people) checkPerson(one);
      const listed = Array.isArray(interactions) ? interactions : [];
      const all = [interaction, recorded, ...listed, ...(timeline ?? [])];
      for (const one of all) if (one !== undefined && one !== null) checkInteraction(one);
      if (/^(suggest.*)?$/.test(line)) checkSuggest(found as unknown as Suggest);
      if (line.startsWith('draft') && 'variants' in found)
        checkDrafted(found as unknown as Drafted);
    }
  });

  it('do what they say', () => {
    const status = (...line: string[]) =>
      document<{ person: Person }>(...line).person.connection.status;
    expect(document<Suggest>('suggest').suggestions).toHaveLength(5);
    expect(document<Suggest>('suggest', '--limit', '2').suggestions).toHaveLength(2);
    expect(document<Suggest>('suggest', '--all').suggestions.length).toBeGreaterThan(5);
    expect(document<Suggest>('')).toEqual(document<Suggest>('suggest'));
    expect(document<{ due: number }>('due').due).toBe(5);
    expect(document<Drafted>('draft', 'Priya').draft).toMatchObject({
      limit: 200,
      source: 'rules',
    });
    expect(document<Drafted>('draft', 'Priya', '--max', '150').draft.limit).toBe(150);
    expect(document<Drafted>('draft', 'Priya', '--channel', 'message').draft.limit).toBe(8000);
    expect(document<Drafted>('draft', 'Priya', '--channel', 'email').draft.limit).toBe(null);
    expect(JSON.stringify(document('brief', 'Priya'))).not.toContain('a secret');
    expect(status('done', 'Priya')).toBe('invited');
    expect(status('accepted', 'Tom', '--on', '2026-11-22')).toBe('connected');
    expect(status('declined', 'Noor')).toBe('declined');
    expect(status('withdrawn', 'Kim event')).toBe('withdrawn');
    expect(status('accepted', 'Kim interest')).toBe('connected');
    expect(document<People>('withdrawn', '--older-than', '6m').total).toBe(1);
    expect(status('accept', 'Kim meeting')).toBe('connected');
    expect(document<People>('people', 'Apollo').total).toBe(3);
    expect(existsSync(at('review.html'))).toBe(true);
  });

  it('take a sentence a line, all or none', async () => {
    const lines = 'Coffee with Tom yesterday\nShipped Gemini with Priya today\n';
    const total = async () => (await c.json<{ total: number }>('interactions')).total;
    const before = await total();
    const { stdout } = await c.with({ stdin: lines }, 'log', '-', '--json');
    const { logged } = JSON.parse(stdout) as { logged: Logged[] };
    expect(logged.map(({ interaction }) => interaction.date)).toEqual(['2026-11-21', '2026-11-22']);
    const refused = await c.with({ stdin: `${lines}asdf\n` }, 'log', '-', '--json');
    expect(refused).toMatchObject({ code: 2, stdout: '' });
    expect(await total()).toBe(before + 2);
  });

  it('print the bare number, or nothing, with due --short', async () => {
    expect((await c.run('due', '--short')).stdout).toMatch(/^\d+\n$/);
    const none = coach(undefined, at('none.db'));
    expect(await none.run('due', '--short')).toMatchObject({ code: 0, stdout: '', stderr: '' });
    expect(existsSync(none.db)).toBe(false);
  });

  it('print the message alone on a pipe', async () => {
    const { draft } = await c.draft('Kim departure');
    expect((await c.run('draft', 'Kim departure')).stdout).toBe(`${draft.text}\n`);
  });

  it('refuse with the codes of the contract', async () => {
    await c.fails('usage', 'declined', 'Kim departure');
    await c.fails('usage', 'withdrawn', 'Kim departure');
    await c.fails('usage', 'ignore', 'Kim departure');
    await c.fails('usage', 'accept', 'Priya');
    await c.fails('usage', 'forget', 'Kim departure');
    await c.fails('usage', 'log', "We didn't meet Tom");
    await c.fails('usage', 'log', 'Lunch with Tom tomorrow');
    await c.fails('usage', 'log', 'Lunch with Tom was cancelled');
    await c.fails('usage', 'log', 'Did I have lunch with Tom?');
    await c.fails('usage', 'config', 'check-in', 'purple');
    await c.fails('bad-date', 'log', 'Lunch with Tom on 2026-02-30');
    await c.fails('bad-date', 'sent', 'Kim departure', '--on', '2026-12-20');
    await c.fails('unknown-person', 'show', 'Nobody Here');
    await c.fails('unknown-person', 'show', '77');
    await c.fails('unknown-person', 'merge', '1', '2');
    await c.fails('ambiguous-person', 'show', 'Kim');
    await c.fails('unknown-id', 'amend', '999', '--title', 'x');
    await c.fails('unknown-id', 'delete', '999');
    await c.fails('unknown-id', 'draft', 'Tom', '--about', '999');
    await c.add('Lone Wolf');
    await c.fails('no-context', 'draft', 'Lone Wolf');
    writeFileSync(at('odd.csv'), 'a,b\n1,2\n');
    await c.fails('bad-file', 'import', 'csv', at('odd.csv'));
    await c.fails('bad-file', 'import', 'linkedin', at('nowhere.zip'));
  });
});
