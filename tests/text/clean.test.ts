import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fails } from '../helpers/coach.ts';
import { json, run, tempDb, tempFolder } from '../helpers/run.ts';
import type { People } from '../helpers/shapes.ts';

/** Nothing visible: the Hangul fillers, a Braille cell without dots, a joiner. */
const BLANK = ['\u3164', '\u2800', '\u115f\u1160', '\uffa0 \u3164', '\u200d', ' \ufe0f '];
const SIGNS = [':', '-', '…', '()', '"\'"', '\u0301', '\u3164:'];
const NAMES = ['Ö', '李', 'ﻢ', 'नी', '7', '🙂', '👩‍💻', '🇩🇪', 'X Æ A-12', "O'Neil", '\u3164Ana'];

describe('a name', () => {
  it.each(BLANK.concat(SIGNS))('cannot be %j', async (name) => {
    const db = tempDb();
    await run(['add', 'Ana Ruiz'], { db });
    for (const args of [
      ['add', name],
      ['edit', 'Ana', '--name', name],
      ['log', '--kind', 'event', '--title', 'Offsite', '--with', name],
    ])
      await fails(['usage', 'unknown-person'], args, { db });
    expect((await json<People>(['people'], { db })).people.map((one) => one.name)).toEqual([
      'Ana Ruiz',
    ]);
  });

  it.each(NAMES)('can be %s', async (name) => {
    const db = tempDb();
    expect((await run(['add', name], { db })).code).toBe(0);
  });

  it('in a file follows the same rule', async () => {
    const db = tempDb();
    const folder = tempFolder();
    const write = (name: string, text: string) => {
      writeFileSync(join(folder, name), text);
      return join(folder, name);
    };
    const csv = write('p.csv', `name,role\n:,x\n\u3164,x\n\u2800,x\nAna Ruiz,x\n`);
    await json(['import', 'csv', csv], { db });
    const card = (name: string) => `BEGIN:VCARD\r\nVERSION:4.0\r\nFN:${name}\r\nEND:VCARD\r\n`;
    await json(['import', 'vcard', write('p.vcf', [':', '\u3164', 'Bo Li'].map(card).join(''))], {
      db,
    });
    const log = write('i.csv', 'date,kind,people\n2026-11-20,event,Ana Ruiz;:;\u3164\n');
    await json(['import', 'csv', log], { db });
    expect((await json<People>(['people'], { db })).people.map((one) => one.name)).toEqual([
      'Ana Ruiz',
      'Bo Li',
    ]);
  });
});

it.each(BLANK)('a title cannot be %j', async (title) => {
  const args = ['log', '--kind', 'event', '--with', 'Ana Ruiz', '--title', title];
  await fails('usage', args, { db: tempDb() });
});
