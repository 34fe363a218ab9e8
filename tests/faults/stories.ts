/** The commands that write, each with what must be true after it, however it ended. */
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { flawIn } from '../../src/database/copy.ts';
import { openStore } from '../../src/database/open.ts';
import { look, type Seen } from './look.ts';
import { type Ended, netcoach } from './process.ts';

export interface Story {
  name: string;
  args: (folder: string) => string[];
  /** Sets the scene in an empty folder; absent for a first run. */
  prepare: ((folder: string) => Promise<void>) | null;
  /**
   * What is broken in a folder afterwards, in words.
   * @param isSaid whether the change was announced as saved
   */
  judge: (folder: string, isSaid: boolean) => string[];
}

export const databaseIn = (folder: string) => join(folder, 'netcoach.db');

const log = (name: string, title: string) => [
  ...['log', '--kind', 'project', '--with', name, '--title', title],
  '--json',
];

const ROWS = 60;

async function base(folder: string): Promise<void> {
  const db = databaseIn(folder);
  for (const [name, title] of [
    ['Priya Shah', 'Apollo'],
    ['Zebulon Quuxley', 'Lonely'],
  ] as const) {
    const { code, stderr } = await netcoach(db, log(name, title));
    if (code !== 0) throw new Error(stderr);
  }
}

/** A database with its log left next to it, as after a kill or a power cut. */
async function withLog(folder: string): Promise<void> {
  const other = join(folder, 'other');
  mkdirSync(other);
  await base(other);
  const open = openStore(databaseIn(other), () => undefined);
  await netcoach(databaseIn(other), log('Tom Becker', 'Late'));
  for (const end of ['', '-wal'])
    copyFileSync(`${databaseIn(other)}${end}`, `${databaseIn(folder)}${end}`);
  cpSync(`${databaseIn(other)}-backups`, `${databaseIn(folder)}-backups`, { recursive: true });
  open.close();
}

/** What every story needs: a complete database that opens, with everything that was there before. */
function whole(folder: string, check: (seen: Seen) => string[]): string[] {
  let seen: Seen | null;
  try {
    seen = look(databaseIn(folder));
  } catch (error) {
    return [`does not open: ${(error as Error).message}`];
  }
  if (seen === null) return ['the database is gone'];
  return [...(seen.flaw === null ? [] : [seen.flaw]), ...check(seen)];
}

const logged = (before: readonly string[]) => (folder: string, isSaid: boolean) =>
  whole(folder, ({ titles, alone }) => {
    const broken = before.filter((one) => !titles.includes(one)).map((one) => `lost: ${one}`);
    if (isSaid && !titles.includes('New')) broken.push('lost: New');
    if (titles.length > before.length + 1) broken.push('doubled');
    if (alone > 0) broken.push('half a write');
    return broken;
  });

function wordsLeft(folder: string): boolean {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .some(
      (file) =>
        statSync(file).isFile() && /Zebulon|Quuxley|Lonely/.test(readFileSync(file, 'latin1')),
    );
}

/** Whether an interaction with that title can be read. */
export function isThere(folder: string, title: string): boolean {
  let isIn = false;
  whole(folder, ({ titles }) => {
    isIn = titles.includes(title);
    return [];
  });
  return isIn;
}

export const STORIES: readonly Story[] = [
  {
    name: 'first run',
    prepare: null,
    args: () => log('Priya Shah', 'New'),
    judge: (folder, isSaid) =>
      existsSync(databaseIn(folder)) || isSaid ? logged([])(folder, isSaid) : [],
  },
  {
    name: 'log',
    prepare: base,
    args: () => log('Priya Shah', 'New'),
    judge: logged(['Apollo', 'Lonely']),
  },
  {
    name: 'log beside a log that was left',
    prepare: withLog,
    args: () => log('Priya Shah', 'New'),
    judge: logged(['Apollo', 'Lonely', 'Late']),
  },
  {
    name: 'import',
    prepare: async (folder) => {
      await base(folder);
      const lines = Array.from({ length: ROWS }, (_, i) => `Person ${i},Team ${i % 7}`);
      writeFileSync(join(folder, 'people.csv'), `name,team\n${lines.join('\n')}\n`);
    },
    args: (folder) => ['import', 'csv', join(folder, 'people.csv'), '--json'],
    judge: (folder, isSaid) =>
      whole(folder, ({ people }) => {
        const added = people.length - 2;
        if (isSaid && added !== ROWS) return [`lost: ${added} of ${ROWS} rows are there`];
        return added === 0 || added === ROWS ? [] : [`half an import: ${added}`];
      }),
  },
  {
    name: 'undo',
    prepare: base,
    args: () => ['undo', '--json'],
    judge: (folder, isSaid) =>
      whole(folder, ({ people, titles }) => {
        if (people.length !== titles.length) return ['half an undo'];
        return isSaid && titles.length !== 1 ? ['lost: the undo'] : [];
      }),
  },
  {
    name: 'forget',
    prepare: base,
    args: () => ['forget', 'Zebulon', '--yes', '--json'],
    judge: (folder, isSaid) =>
      whole(folder, ({ people, titles }) => {
        const broken = people.length === titles.length ? [] : ['half forgotten'];
        if (isSaid && people.length !== 1) broken.push('lost: the forgetting');
        if (isSaid && wordsLeft(folder)) broken.push('lost: words are left');
        return broken;
      }),
  },
  {
    name: 'backup',
    prepare: base,
    args: (folder) => ['backup', join(folder, 'copy.db'), '--json'],
    judge: (folder, isSaid) => {
      const copy = join(folder, 'copy.db');
      const flaw = existsSync(copy) ? flawIn(copy) : isSaid ? 'lost: the copy' : null;
      return [...logged(['Apollo', 'Lonely'])(folder, false), ...(flaw === null ? [] : [flaw])];
    },
  },
  {
    name: 'restore',
    prepare: async (folder) => {
      const db = databaseIn(folder);
      await base(folder);
      await netcoach(db, ['backup', join(folder, 'copy.db')]);
      await netcoach(db, log('Tom Becker', 'Late'));
    },
    args: (folder) => ['restore', join(folder, 'copy.db'), '--json'],
    judge: (folder, isSaid) => {
      const broken = logged(['Apollo', 'Lonely'])(folder, false);
      return isSaid && isThere(folder, 'Late') ? [...broken, 'lost: the restore'] : broken;
    },
  },
  {
    name: 'restore over damage',
    prepare: async (folder) => {
      const db = databaseIn(folder);
      await base(folder);
      await netcoach(db, ['backup', join(folder, 'copy.db')]);
      writeFileSync(db, 'x'.repeat(9_000));
    },
    args: (folder) => ['restore', join(folder, 'copy.db'), '--json'],
    judge: (folder, isSaid) => {
      const db = databaseIn(folder);
      if (!isSaid && existsSync(db) && readFileSync(db, 'latin1').startsWith('xxx')) return [];
      return logged(['Apollo', 'Lonely'])(folder, false);
    },
  },
];

/** Whether a command printed its one JSON document completely. */
export function isSaid({ stdout }: Pick<Ended, 'stdout'>): boolean {
  return stdout.endsWith('}\n');
}
