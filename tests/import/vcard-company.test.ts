/** Cards that are shown as a company but hold a person. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { coach } from '../helpers/coach.ts';
import { tempFolder } from '../helpers/run.ts';
import type { People } from '../helpers/shapes.ts';

const OTHER = ['FN:Ana Ruiz', 'N:Ruiz;Ana;;;'];

async function imported(...card: string[]) {
  const path = join(tempFolder(), 'in.vcf');
  const cards = [card, OTHER].map((lines) => ['BEGIN:VCARD', ...lines, 'END:VCARD'].join('\r\n'));
  writeFileSync(path, cards.join('\r\n'));
  const c = coach();
  const { skipped } = await c.json<{ skipped: Array<{ why: string }> }>('import', 'vcard', path);
  const { people } = await c.json<People>('people');
  const others = people.filter(({ name }) => name !== 'Ana Ruiz');
  return [...others.map(({ name, company }) => [name, company]), ...skipped.map(({ why }) => why)];
}

test.each([
  ['the mark of Apple', ['FN:Eppen GmbH', 'N:von Besser;Hans;;Dr.;', 'X-ABShowAs:COMPANY']],
  ['KIND', ['FN:Eppen GmbH', 'N:von Besser;Hans;;;', 'KIND:org']],
  ['no mark, but the company as the name', ['FN:Eppen GmbH', 'N:von Besser;Hans;;;']],
  ['the company in capitals', ['FN:EPPEN GMBH', 'N:von Besser;Hans;;;']],
  ['the person as the name', ['FN:Hans von Besser', 'N:von Besser;Hans;;;', 'X-ABShowAs:COMPANY']],
])('%s: the person comes in', async (_what, lines) => {
  expect(await imported(...lines, 'ORG:Eppen GmbH;Systeme')).toEqual([
    ['Hans von Besser', 'Eppen GmbH'],
  ]);
});

test.each([
  ['the mark and no name', ['FN:Cafe Atlantik', 'N:;;;;', 'X-ABShowAs:COMPANY']],
  ['the company as the family name', ['FN:Cafe Atlantik', 'N:Cafe Atlantik;;;;', 'KIND:org']],
  ['no mark, the company as the name', ['FN:Cafe Atlantik', 'N:;;;;']],
])('%s: a company', async (_what, lines) => {
  expect(await imported(...lines, 'ORG:Cafe Atlantik')).toEqual([
    'Cafe Atlantik is a company, not a person',
  ]);
});
