/** What a command writes replaces an earlier one of its kind, and nothing else unasked. */
import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { answering } from '../helpers/answers.ts';
import { type Coach, coach } from '../helpers/coach.ts';
import { tempFolder } from '../helpers/run.ts';

const WRITERS: ReadonlyArray<[name: string, command: (file: string) => string[]]> = [
  ['export json', (file) => ['export', 'json', file]],
  ['export csv', (file) => ['export', 'csv', file]],
  ['export csv --interactions', (file) => ['export', 'csv', file, '--interactions']],
  ['export vcard', (file) => ['export', 'vcard', file]],
  ['export calendar', (file) => ['export', 'calendar', file]],
  ['review --html', (file) => ['review', '--html', file]],
];

describe.each(WRITERS)('%s', (_name, command) => {
  let c: Coach;
  let file: string;
  beforeEach(async () => {
    c = coach();
    await c.log('project', 'Priya Shah', 'Apollo', '2026-11-20');
    file = join(tempFolder(), "my 'file'");
  });

  it('replaces what it wrote before, and an empty file', async () => {
    writeFileSync(file, '');
    await c.json(...command(file));
    await c.add('Wei Chen');
    await c.json(...command(file));
    expect((await c.run(...command(file))).code).toBe(0);
  });

  it.each([
    ['a text', 'precious\n'],
    ['another program’s JSON', '{"people": []}'],
    [
      'a list of my own',
      'date,kind,people,title,note\r\n2026-11-20,project,Tom Becker,Apollo,\r\n',
    ],
    ['people of my own', 'name,role,team,company\r\nTom Becker,,,\r\n'],
    ['a card', 'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Tom Becker\r\nEND:VCARD\r\n'],
    ['a calendar', 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//other//EN\r\nEND:VCALENDAR\r\n'],
    ['a page', '<!doctype html>\n<title>Mine</title>'],
  ])('leaves %s as it is, through a link as well, unless forced', async (_what, text) => {
    writeFileSync(file, text);
    const link = join(tempFolder(), 'link');
    symlinkSync(file, link);
    for (const path of [file, link]) {
      const error = await c.fails('usage', ...command(path));
      expect(error.message).toMatch(
        /exists and doesn't look like an? (export|review) made by netcoach$/,
      );
      expect(error.hint).toMatch(/^It was left unchanged\. .*netcoach (export|review) .*--force$/);
      expect(readFileSync(file, 'utf8')).toBe(text);
    }
    await c.json(...command(link), '--force');
    expect(readFileSync(file, 'utf8')).not.toBe(text);
  });

  it('asks on a terminal', async () => {
    writeFileSync(file, 'precious');
    const no = await answering(c.db, c.today, command(file), ['no']);
    expect(no.stdout + no.stderr).toMatch(/Cancelled; nothing was written/);
    expect(readFileSync(file, 'utf8')).toBe('precious');
    await answering(c.db, c.today, command(file), ['yes']);
    expect(readFileSync(file, 'utf8')).not.toBe('precious');
  });

  it('never replaces the database, even forced', async () => {
    const before = readFileSync(c.db);
    await c.fails('io', ...command(c.db), '--force');
    await c.fails('io', ...command(c.db));
    expect(readFileSync(c.db).equals(before)).toBe(true);
  });
});

it('an export of another kind is not replaced', async () => {
  const c = coach();
  await c.add('Priya Shah');
  const file = join(tempFolder(), 'out');
  await c.json('export', 'json', file);
  await c.fails('usage', 'export', 'vcard', file);
  await c.fails('usage', 'review', '--html', file);
});
