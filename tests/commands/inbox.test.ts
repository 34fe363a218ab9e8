import {
  appendFileSync,
  mkdirSync,
  readdirSync,
  renameSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Coach, coach } from '../helpers/coach.ts';
import { tempFolder } from '../helpers/run.ts';
import type { Interaction } from '../helpers/shapes.ts';

interface Inbox {
  files: Array<{
    file: string;
    source: string;
    isNew: boolean;
    people: number;
    interactions: number;
    unread: Array<{ where: string; why: string }>;
    warnings: string[];
  }>;
  other: string[];
}

const ICS = [
  'BEGIN:VCALENDAR',
  'BEGIN:VEVENT\r\nUID:1\r\nDTSTART:20261116T103000\r\nSUMMARY:Hiring',
  'ATTENDEE;CN=Leo Marsh:mailto:leo@example.com\r\nEND:VEVENT',
  'END:VCALENDAR\r\n',
].join('\r\n');
const VCF = 'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ingrid Berg\r\nEND:VCARD\r\n';

function folderOf(files: Record<string, string>): string {
  const folder = join(tempFolder(), 'inbox');
  mkdirSync(folder);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

const take = (c: Coach, folder: string) => c.json<Inbox>('inbox', folder);
async function log(c: Coach): Promise<string[]> {
  const { interactions } = await c.json<{ interactions: Interaction[] }>('interactions');
  return interactions.map(({ date, people }) => `${date} ${people.map(({ name }) => name)}`).sort();
}
const unread = ({ files }: Inbox) => files.flatMap((one) => one.unread.map(({ where }) => where));

describe('inbox', () => {
  it('takes each file once as one change, moves nothing, and names what it cannot read', async () => {
    const c = coach();
    const folder = folderOf({
      'a.ics': ICS,
      'b.vcf': VCF,
      'c.csv': 'name,team\nTom Becker,Billing\n',
      'd.ics': 'not a calendar',
      'e.pdf': '%PDF',
      '.hidden.txt': '2026-11-20 Coffee with Nobody Here\n',
    });
    const before = readdirSync(folder);
    const first = await take(c, folder);
    expect(
      first.files.map(({ file, people, interactions }) => [file, people, interactions]),
    ).toEqual([
      ['a.ics', 1, 1],
      ['b.vcf', 1, 0],
      ['c.csv', 1, 0],
      ['d.ics', 0, 0],
    ]);
    expect(first.other).toEqual(['e.pdf']);
    expect(unread(first)).toEqual(['d.ics']);
    expect(readdirSync(folder)).toEqual(before);
    const again = await take(c, folder);
    expect(again.files.filter(({ isNew }) => isNew).map(({ file }) => file)).toEqual(['d.ics']);
    const { changes } = await c.json<{ changes: Array<{ label: string }> }>('undo', '--list');
    expect(changes.map(({ label }) => label)).toEqual([
      'inbox: c.csv',
      'inbox: b.vcf',
      'inbox: a.ics',
    ]);
    await c.json('undo');
    expect(await c.people()).toEqual(['Ingrid Berg', 'Leo Marsh']);
    expect((await take(c, folder)).files.find(({ file }) => file === 'c.csv')?.people).toBe(1);
  });

  it('takes a sentence a line, and of a text that grows each new line once', async () => {
    const c = coach();
    const folder = folderOf({
      'notes.txt':
        '# Notes\n2026-11-20 Coffee with Priya Shah\n- [ ] Coffee with Tom Becker on 5 Nov\n\nblah\n',
    });
    const first = await take(c, folder);
    expect(first.files[0]).toMatchObject({ people: 2, interactions: 2 });
    expect(unread(first)).toEqual(['notes.txt:5']);
    // The same words again are another coffee.
    appendFileSync(join(folder, 'notes.txt'), '2026-11-20 Coffee with Priya Shah\n');
    expect((await take(c, folder)).files[0]).toMatchObject({ people: 0, interactions: 1 });
    expect((await take(c, folder)).files[0]).toMatchObject({ interactions: 0 });
    expect(await log(c)).toEqual([
      '2026-11-05 Tom Becker',
      '2026-11-20 Priya Shah',
      '2026-11-20 Priya Shah',
    ]);
    await c.json('delete', '1');
    await take(c, folder);
    expect(await log(c)).toHaveLength(2);
  });

  it.each([
    ['notes.txt', 'Coffee with Priya Shah yesterday', null],
    ['notes.txt', 'Coffee with Priya Shah', null],
    ['notes.txt', 'Coffee with Priya Shah on Tuesday', null],
    ['notes.txt', 'Coffee with Priya Shah on 20 Nov', '2026-11-20'],
    ['notes.txt', '2026-11-18: Coffee with Priya Shah yesterday', '2026-11-17'],
    ['2026-11-18 notes.txt', 'Coffee with Priya Shah yesterday', '2026-11-17'],
    ['20261118.txt', 'Coffee with Priya Shah', '2026-11-18'],
    ['notes.txt', '2026-11-30 Coffee with Priya Shah', null],
    ['notes.txt', '2026-11-18 Priya accepted', null],
  ])('of %s reads %j as %s', async (file, line, day) => {
    const c = coach();
    const done = await take(c, folderOf({ [file]: `${line}\n` }));
    expect(unread(done)).toEqual(day === null ? [`${file}:1`] : []);
    expect(await log(c)).toEqual(day === null ? [] : [`${day} Priya Shah`]);
  });

  it('knows a text again under another name, and takes what was added since', async () => {
    const c = coach();
    const lines = '2026-11-19 Coffee with Priya Shah\n2026-11-20 Coffee with Tom Becker\n';
    const folder = folderOf({ 'notes.txt': lines });
    await take(c, folder);
    renameSync(join(folder, 'notes.txt'), join(folder, 'notes (1).txt'));
    expect((await take(c, folder)).files.map(({ isNew }) => isNew)).toEqual([false]);
    writeFileSync(join(folder, 'copy.txt'), `${lines}2026-11-21 Coffee with Ana Lima\n`);
    await take(c, folder);
    expect(await log(c)).toEqual([
      '2026-11-19 Priya Shah',
      '2026-11-20 Tom Becker',
      '2026-11-21 Ana Lima',
    ]);
  });

  it('takes the same words in notes of two days as two', async () => {
    const c = coach();
    await take(
      c,
      folderOf({
        '2026-11-19.txt': 'Coffee with Priya Shah\n',
        '2026-11-20.txt': 'Coffee with Priya Shah\n',
      }),
    );
    expect(await log(c)).toEqual(['2026-11-19 Priya Shah', '2026-11-20 Priya Shah']);
  });

  it('leaves a last line that may still be written for later', async () => {
    const c = coach();
    const folder = folderOf({ 'notes.txt': '2026-11-20 Coffee with Pri' });
    expect((await take(c, folder)).files[0]?.interactions).toBe(0);
    writeFileSync(join(folder, 'notes.txt'), '2026-11-20 Coffee with Priya Shah');
    const past = new Date(Date.now() - 120_000);
    utimesSync(join(folder, 'notes.txt'), past, past);
    await take(c, folder);
    expect(await log(c)).toEqual(['2026-11-20 Priya Shah']);
  });

  it('says what it did, and shows hostile names as text', async () => {
    const c = coach();
    const folder = folderOf({
      'a\u001b[31m.pdf': 'x',
      '2026-11-20.txt': 'Coffee with Tom Becker\nblah\n',
    });
    const { stdout } = await c.run('inbox', folder);
    expect(stdout).toContain('2026-11-20.txt: 1 person, 1 interaction');
    expect(stdout).toContain('Not read: 2026-11-20.txt:2:');
    expect(stdout).not.toContain('\u001b');
    expect((await coach().run('inbox', folderOf({}))).stdout).toBe('Nothing new in the folder.\n');
    await c.fails('io', 'inbox', join(folder, 'none'));
    await c.fails('io', 'inbox', join(folder, '2026-11-20.txt'));
  });
});
