/** A mistyped --db leaves nothing behind, unless there was something to write. */
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run, tempDb, tempFolder } from '../helpers/run.ts';

const COMMANDS = [
  'sent Priya',
  'accepted Priya',
  'declined Priya',
  'withdrawn Priya',
  'withdrawn --older-than 6m',
  'accept Priya',
  'ignore Priya',
  'done Priya',
  'snooze Priya',
  'unsnooze Priya',
  'skip Priya',
  'edit Priya --role analyst',
  'merge Priya Tom',
  'forget Priya --yes',
  'amend 1 --title Apollo',
  'delete 1',
  'undo',
  'redo',
];

describe("a database that isn't there", () => {
  it.each(COMMANDS)('is not made by: %s', async (line) => {
    const db = tempDb();
    const { code } = await run(line.split(' '), { db });
    expect(readdirSync(dirname(db))).toEqual([]);
    expect([0, 1, 2]).toContain(code);
  });

  it('is not made by an import that finds nothing to take', async () => {
    const db = tempDb();
    const folder = tempFolder();
    for (const [source, name, text] of [
      ['csv', 'people.csv', 'colour\nred\n'],
      ['json', 'all.json', '{'],
      ['vcard', 'none.vcf', 'Dear Tom'],
    ] as const) {
      writeFileSync(join(folder, name), text);
      const { code } = await run(['import', source, join(folder, name)], { db });
      expect(code, source).toBe(1);
      expect(readdirSync(dirname(db)), source).toEqual([]);
    }
  });

  it('is made by an import of people', async () => {
    const db = tempDb();
    const file = join(tempFolder(), 'people.csv');
    writeFileSync(file, 'name\nPriya Shah\n');
    expect(await run(['import', 'csv', file], { db })).toMatchObject({ code: 0, stderr: '' });
    expect(existsSync(db)).toBe(true);
  });
});
