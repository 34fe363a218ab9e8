/** Entries that may be one person: what `people --duplicates` lists, and what it leaves alone. */
import { expect, test } from 'vitest';
import { openStore } from '../../src/database/open.ts';
import { findDuplicates } from '../../src/store/duplicates.ts';
import { addPerson } from '../../src/store/people.ts';
import { coach } from '../helpers/coach.ts';
import { tempDb } from '../helpers/run.ts';

async function whyTwice(one: string[], other: string[]): Promise<string[]> {
  const c = coach();
  for (const [name = '', ...more] of [one, other]) await c.add(name, ...more);
  const { duplicates } = await c.json<{ duplicates: Array<{ why: string }> }>(
    'people',
    '--duplicates',
  );
  return duplicates.map(({ why }) => why);
}

const ACME = ['--company', 'Acme'];
const linked = (slug: string) => ['--linkedin', `https://www.linkedin.com/in/${slug}`];

test.each([
  ['ö and oe', ['Jörg Müller'], ['Joerg Mueller'], 'the same name, written differently'],
  ['ö and o', ['Joerg Mueller'], ['Jorg Muller'], 'the same name, written differently'],
  ['ß and s', ['Ana Groß'], ['Ana Gros'], 'the same name, written differently'],
  ['ø and oe', ['Søren Bjørk'], ['Soeren Bjoerk'], 'the same name, written differently'],
  ['å and aa', ['Håkon Åberg'], ['Haakon Aaberg'], 'the same name, written differently'],
  ['family first', ['Lea Moreau'], ['Moreau Lea'], 'the same name, written differently'],
  ['hyphens', ['Jean-Luc Petit'], ['Jean Luc Petit'], 'the same name, written differently'],
  ['apostrophes', ["Pat O'Neil"], ['Pat ONeil'], 'the same name, written differently'],
  ['an initial', ['Ana M. Ruiz'], ['Ana Ruiz'], 'the same name, written differently'],
  ['a title', ['Dr. Ana Ruiz'], ['Ana Ruiz'], 'the same name, written differently'],
  [
    'a nickname',
    ['Bob Smith', ...ACME],
    ['Robert Smith', '--company', 'Acme Ltd'],
    'a short form of the same name, at the same company',
  ],
  [
    'a middle name',
    ['Ana María Ruiz', ...ACME],
    ['Ana Ruiz', ...ACME],
    'a middle name apart, at the same company',
  ],
  [
    'two letters that changed places',
    ['Priya Sharam'],
    ['Priya Sharma', ...ACME],
    'names one letter apart',
  ],
  [
    'an article',
    ['Omar El-Sayed'],
    ['Omar Elsayed', ...ACME],
    'the same name, written differently',
  ],
  ['one letter', ['Jonas Lindqvist'], ['Jonas Lindkvist', ...ACME], 'names one letter apart'],
  [
    'vowels of another script',
    ['Yusuf Haddad'],
    ['Youssef Haddad'],
    'the same name in another spelling',
  ],
  ['two words of it', ['Ibrahim Musa'], ['Ebrahim Moussa'], 'the same name in another spelling'],
  [
    'the end of a Russian name',
    ['Dmitri Ivanov'],
    ['Dmitry Ivanoff'],
    'the same name in another spelling',
  ],
  ['its start', ['Yevgeny Orlov'], ['Evgeni Orlov'], 'the same name in another spelling'],
  [
    'a family name that changed',
    ['Lea Moreau', ...ACME, '--team', 'Ops', '--role', 'Lead'],
    ['Lea Braun', ...ACME, '--team', 'Ops', '--role', 'Lead'],
    'the same first name, company, team and role',
  ],
])('%s', async (_what, one, other, why) => {
  expect(await whyTwice(one, other)).toEqual([why]);
  expect(await whyTwice(other, one)).toEqual([why]);
});

test.each([
  ['a nickname elsewhere', ['Bob Smith', ...ACME], ['Robert Smith', '--company', 'Halden']],
  ['two names of the same consonants', ['Hassan Ali'], ['Hussein Ali']],
  ['two first names with the same consonants', ['Robin Vega'], ['Ruben Vega']],
  ['two first names', ['Maria Silva', ...ACME], ['Mario Silva', ...ACME]],
  ['one letter, elsewhere', ['Ana Nowak', ...ACME], ['Ana Novak', '--company', 'Halden']],
  [
    'two addresses of one company',
    ['Ana Nowak', '--email', 'ana.nowak@acme.example'],
    ['Ana Novak', '--email', 'ana.novak@acme.example'],
  ],
  ['two profiles', ['Jörg Müller', ...linked('a')], ['Joerg Mueller', ...linked('b')]],
  ['a middle name elsewhere', ['Ana María Ruiz', ...ACME], ['Ana Ruiz']],
  ['one word', ['Ana'], ['Anja']],
  ['two colleagues', ['Lea Moreau', ...ACME], ['Lea Braun', ...ACME]],
])('not: %s', async (_what, one, other) => {
  expect(await whyTwice(one, other)).toEqual([]);
});

test('30,000 people of a hundred names take two seconds of the processor at most', () => {
  const db = openStore(tempDb(), () => undefined);
  const names = Array.from(
    { length: 100 },
    (_all, n) => `name${String.fromCharCode(97 + (n % 26))}${n}`,
  );
  db.transaction(() => {
    for (let n = 0; n < 30_000; n++)
      addPerson(db, {
        name: `${names[n % 100]} ${names[(n * 7) % 97]}x`,
        company: `Company ${n % 50}`,
        linkedin: `https://www.linkedin.com/in/p${n}`,
      });
  })();
  const started = process.cpuUsage();
  findDuplicates(db);
  const { user, system } = process.cpuUsage(started);
  expect(user + system).toBeLessThan(2_000_000);
});
