/** Several e-mail addresses of one person, and vCard UIDs, through every command that knows them. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Coach, coach } from '../helpers/coach.ts';
import { tempFolder } from '../helpers/run.ts';
import type { Person } from '../helpers/shapes.ts';

interface Imported {
  people: { added: number; updated: number; unchanged: number };
  interactions: { added: number; unchanged: number };
}

const WORK = 'lea@corp.example';
const HOME = 'lea@home.example';

const card = (uid: string, name: string, ...more: string[]) => {
  const [given = '', family = ''] = name.split(' ');
  return `${['BEGIN:VCARD', 'VERSION:3.0', `UID:${uid}`, `FN:${name}`, `N:${family};${given};;;`, ...more, 'END:VCARD'].join('\r\n')}\r\n`;
};

function tempFile(name: string, text: string): string {
  const path = join(tempFolder(), name);
  writeFileSync(path, text);
  return path;
}

const importText = (c: Coach, source: string, file: string, text: string) =>
  c.json<Imported>('import', source, tempFile(file, text));

const counts = async (c: Coach, source: string, file: string, text: string) =>
  Object.values((await importText(c, source, file, text)).people);

const meeting = (uid: string, email: string, cn: string) =>
  `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:${uid}\r\nDTSTART:20261110T090000Z\r\nSUMMARY:Sync\r\nATTENDEE;PARTSTAT=ACCEPTED;CN=${cn}:mailto:${email}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`;

describe('several e-mail addresses', () => {
  it('are given by hand: the first is shown, a new one comes first, "" clears', async () => {
    const c = coach();
    await c.add('Lea Moreau', '--email', WORK, '--email', HOME);
    expect(await c.person('Lea')).toMatchObject({ email: WORK, emails: [WORK, HOME] });
    const edit = async (...args: string[]) =>
      (await c.json<{ person: Person }>('edit', 'Lea', ...args)).person.emails;
    expect(await edit('--email', 'lm@new.example')).toEqual(['lm@new.example', WORK, HOME]);
    expect(await edit('--email', HOME.toUpperCase())).toEqual([
      HOME.toUpperCase(),
      'lm@new.example',
      WORK,
    ]);
    expect((await c.run('show', 'Lea')).stdout).toContain(`lm@new.example, ${WORK}`);
    expect((await c.json<{ total: number }>('people', WORK)).total).toBe(1);
    expect(await edit('--email', '', '--email', WORK)).toEqual([WORK]);
    expect(await edit('--email', '')).toEqual([]);
    await c.json('undo');
    await c.json('undo');
    expect((await c.person('Lea')).emails).toHaveLength(3);
    await c.fails('usage', 'edit', 'Lea', '--email', 'nobody');
  });

  it('survive a merge, and its undo, so that the next import knows both', async () => {
    const c = coach();
    await c.add('Lea Moreau', '--email', WORK);
    await c.add('L. Moreau', '--email', HOME);
    const { person } = await c.json<{ person: Person }>('merge', 'L. Moreau', 'Lea Moreau');
    expect(person.emails).toEqual([WORK, HOME]);
    expect(await counts(c, 'calendar', 'in.ics', meeting('n1', HOME, 'Lea M'))).toEqual([0, 0, 1]);
    await c.json('undo');
    await c.json('undo');
    expect((await c.person('Lea Moreau')).emails).toEqual([WORK]);
    expect((await c.person('L. Moreau')).emails).toEqual([HOME]);
    expect((await c.json<{ ok: boolean }>('doctor')).ok).toBe(true);
  });

  it.each(['json', 'csv', 'vcard'])('come back from an export as %s', async (format) => {
    const c = coach();
    await c.add('Lea Moreau', '--email', WORK, '--email', HOME);
    await c.add('Tom Becker');
    const file = join(tempFolder(), `people.${format}`);
    await c.json('export', format, file);
    expect(readFileSync(file, 'utf8')).toContain(HOME);
    const other = coach();
    await other.json('import', format, file);
    expect((await other.person('Lea')).emails).toEqual([WORK, HOME]);
    expect((await other.person('Tom')).emails).toEqual([]);
    expect(Object.values((await c.json<Imported>('import', format, file)).people)).toEqual([
      0, 0, 2,
    ]);
  });

  it('are added by an import that finds the person by one of them', async () => {
    const c = coach();
    await c.add('Lea Moreau', '--email', WORK);
    const both = `name,email\nLea M,${HOME}; ${WORK}\n`;
    expect(await counts(c, 'csv', 'in.csv', both)).toEqual([0, 1, 0]);
    expect(await c.person('Lea')).toMatchObject({ name: 'Lea Moreau', emails: [WORK, HOME] });
    expect(await counts(c, 'csv', 'in.csv', both)).toEqual([0, 0, 1]);
    expect(await counts(c, 'calendar', 'in.ics', meeting('n2', HOME, 'LM'))).toEqual([0, 0, 1]);
  });

  it('make one person of two entries that share any of them', async () => {
    const c = coach();
    await c.add('Lea Moreau', '--email', WORK, '--email', HOME);
    await c.add('LM', '--email', 'x@x.example', '--email', HOME.toUpperCase());
    const { duplicates } = await c.json<{ duplicates: Array<{ why: string }> }>(
      'people',
      '--duplicates',
    );
    expect(duplicates.map(({ why }) => why)).toEqual(['the same e-mail address']);
  });
});

describe('a vCard’s UID', () => {
  it('is the person: a new name in the address book is a new name here', async () => {
    const c = coach();
    expect(await counts(c, 'vcard', 'a.vcf', card('9f0e', 'Lea Moreau'))).toEqual([1, 0, 0]);
    expect(await counts(c, 'vcard', 'b.vcf', card('9f0e', 'Lea Braun'))).toEqual([0, 1, 0]);
    expect(await counts(c, 'vcard', 'b.vcf', card('urn:uuid:9f0e', 'Lea Braun'))).toEqual([
      0, 0, 1,
    ]);
    expect(await c.person('Lea')).toMatchObject({ name: 'Lea Braun', aliases: ['Lea Moreau'] });
    await c.json('undo');
  });

  it('leaves a name alone that the user chose', async () => {
    const c = coach();
    await importText(c, 'vcard', 'a.vcf', card('9f0e', 'Lea Moreau'));
    await c.json('edit', 'Lea', '--name', 'Dr. Lea Moreau');
    expect(await counts(c, 'vcard', 'a.vcf', card('9f0e', 'Lea Moreau'))).toEqual([0, 0, 1]);
    await importText(c, 'vcard', 'b.vcf', card('9f0e', 'Lea Braun'));
    expect(await c.person('Lea')).toMatchObject({
      name: 'Dr. Lea Moreau',
      aliases: ['Lea Braun'],
    });
  });

  it('says nothing where two cards of a file have it', async () => {
    const c = coach();
    const file = card('1', 'Lea Moreau') + card('1', 'Tom Becker');
    expect(await counts(c, 'vcard', 'a.vcf', file)).toEqual([2, 0, 0]);
    expect(await counts(c, 'vcard', 'a.vcf', file)).toEqual([0, 0, 2]);
  });

  it('goes back into an export, and survives json', async () => {
    const c = coach();
    await importText(c, 'vcard', 'a.vcf', card('9f0e', 'Lea Moreau'));
    await c.add('Tom Becker');
    expect((await c.run('export', 'vcard')).stdout).toMatch(
      /UID:9f0e\r\n[\s\S]*UID:netcoach-person-2\r\n/,
    );
    const file = join(tempFolder(), 'all.json');
    await c.json('export', 'json', file);
    const other = coach();
    await other.json('import', 'json', file);
    expect(await counts(other, 'vcard', 'b.vcf', card('9f0e', 'Lea Braun'))).toEqual([0, 1, 0]);
  });

  it('is gone with the person, like every address', async () => {
    const c = coach();
    await importText(
      c,
      'vcard',
      'a.vcf',
      card('uid-9f0e', 'Lea Moreau', `EMAIL:${WORK}`, `EMAIL:${HOME}`),
    );
    await importText(c, 'vcard', 'b.vcf', card('uid-9f0e', 'Lea Braun'));
    await c.json('edit', 'Lea', '--email', '', '--email', 'wobbegong@new.example');
    await c.log('meeting', 'Tom Becker', `Tea with ${HOME} and Moreau`, '2026-11-20');
    await c.json('forget', 'Lea Braun', '--yes');
    const bytes = readFileSync(c.db).toString('latin1') + (await c.run('export', 'json')).stdout;
    for (const word of ['uid-9f0e', HOME, WORK, 'wobbegong', 'Braun', 'Moreau'])
      expect(bytes).not.toContain(word);
  });
});
