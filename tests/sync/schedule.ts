/**
 * Several machines that share a log over folders which are carried by hand, and a random schedule of what their
 * owner does: whatever happens, all end with the same log, nothing that was saved is lost, and nothing is left
 * of the forgotten.
 */
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { backup } from '../../src/database/backup.ts';
import { change } from '../../src/database/change.ts';
import { openStore } from '../../src/database/open.ts';
import { restore } from '../../src/database/restore.ts';
import { listChanges, listUndone, redoChange, undoChange } from '../../src/database/undo.ts';
import { firstFlaw } from '../../src/database/verify.ts';
import { forget } from '../../src/forget/forget.ts';
import {
  addInteraction,
  amendInteraction,
  deleteInteraction,
} from '../../src/store/interactions.ts';
import { mergePeople } from '../../src/store/merge.ts';
import { addPerson, editPerson, personById } from '../../src/store/people.ts';
import {
  ROW_TABLES,
  readForgotten,
  readNames,
  readSharedPeople,
  readSharedRows,
} from '../../src/store/shared-rows.ts';
import { addSkip } from '../../src/store/skips.ts';
import { readMachine } from '../../src/sync/local-state.ts';
import { findKey, unseal } from '../../src/sync/seal.ts';
import { type SyncReport, sync } from '../../src/sync/sync.ts';

const quiet = () => undefined;

/** Repeatable random numbers from 0 to 1 (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** One machine: its database, its own copy of the shared folder, and its clock. */
interface Laptop {
  name: string;
  path: string;
  folder: string;
  now: Date;
}

function makeLaptop(root: string, name: string): Laptop {
  const folder = join(root, name, 'shared');
  mkdirSync(folder, { recursive: true });
  return { name, path: join(root, name, 'log.db'), folder, now: new Date('2026-11-22T12:00:00Z') };
}

/** Runs `work` on a machine's database. */
function on<T>({ path }: Pick<Laptop, 'path'>, work: (db: Database) => T): T {
  const db = openStore(path, quiet);
  try {
    return work(db);
  } finally {
    db.close();
  }
}

/** Syncs a machine with its copy of the folder. */
async function syncLaptop(laptop: Laptop, key: string): Promise<SyncReport> {
  const db = openStore(laptop.path, quiet);
  try {
    return await sync(db, {
      folder: laptop.folder,
      key,
      today: laptop.now.toISOString().slice(0, 10),
      now: laptop.now,
      hostName: laptop.name,
      loadDictionary: async () => () => false,
    });
  } finally {
    db.close();
  }
}

/** Carries a machine's own file to another's copy of the folder, or only its first bytes. */
function carryOwn(from: Laptop, to: Laptop, share = 1): void {
  const file = readMachine(from.path)?.file;
  if (file === undefined || !existsSync(join(from.folder, file))) return;
  const bytes = readFileSync(join(from.folder, file));
  writeFileSync(join(to.folder, file), bytes.subarray(0, Math.floor(bytes.length * share)));
}

/** Everything that travels, without ids and uids in any order: equal on machines that agree. */
export function contentOf(path: string): unknown {
  return on({ path }, (db) => {
    const names = readNames(db);
    return {
      people: [...readSharedPeople(db)].sort(([a], [b]) => (a < b ? -1 : 1)),
      rows: ROW_TABLES.map((table) =>
        [...readSharedRows(db, table, names)].map(({ uid, text }) => `${uid} ${text}`).sort(),
      ),
      settings: db
        .prepare(`SELECT key, value FROM setting WHERE key IN ('me', 'joined') ORDER BY key`)
        .all()
        .map((row) => {
          const { key, value } = row as { key: string; value: string };
          return [key, Object.entries(JSON.parse(value)).sort()];
        })
        .filter(([, entries]) => (entries as unknown[]).length > 0),
    };
  });
}

/** All text that a machine has in its files, and in the shared folder, decrypted. */
async function bytesOf({ path, folder }: Laptop, key: string): Promise<string> {
  const files = [path, `${path}-wal`].filter((file) => existsSync(file));
  const own = `${path}-backups`;
  if (existsSync(own)) files.push(...readdirSync(own).map((name) => join(own, name)));
  const texts = files.map((file) => readFileSync(file).toString('utf8'));
  for (const name of readdirSync(folder).filter((one) => one.endsWith('.netcoach')))
    texts.push(
      Buffer.from((await unseal(key, readFileSync(join(folder, name)))).update).toString('utf8'),
    );
  return texts.join('\n');
}

/** What became of one thing that was saved. */
interface Written {
  token: string;
  /** Of the machine. */
  by: number;
  /** What it replaced knowingly. */
  over: string | null;
  /** Uids of the people it's about. */
  about: string[];
  /** Whether the machine has synced since, so that a restore doesn't lose it. */
  isSynced: boolean;
}

/** Runs a schedule. @returns what went wrong */
export async function runSchedule(
  root: string,
  seed: number,
  {
    steps,
    machines = 3,
    onStep = () => undefined,
  }: { steps: number; machines?: number; onStep?: (what: string) => void },
): Promise<string[]> {
  const next = random(seed);
  const below = (n: number) => Math.floor(next() * n);
  const key = (await findKey(KEY)) as string;
  const laptops = Array.from({ length: machines }, (_, at) =>
    makeLaptop(root, `laptop-${'abcdef'[at]}`),
  );
  const problems: string[] = [];
  const written: Written[] = [];
  const excused = new Set<string>();
  const forgotten: string[] = [];
  /** By machine: the tokens of each change that undo would take back. */
  const stacks: string[][][] = laptops.map(() => []);
  const copies: Array<string | null> = laptops.map(() => null);
  let count = 0;
  const fresh = (what: string) => `${what}${seed}x${++count}q`;
  const saved = (
    db: Database,
    by: number,
    token: string,
    ids: number[],
    over: string | null = null,
  ) => {
    const about = db
      .prepare('SELECT uid FROM person WHERE id IN (SELECT value FROM json_each(?))')
      .pluck()
      .all(JSON.stringify(ids)) as string[];
    written.push({ token, by, over, about, isSynced: false });
    onStep(`  saved ${token} about ${about}${over === null ? '' : ` over ${over}`}`);
  };
  const people = (db: Database) =>
    db.prepare('SELECT id, name, role, note FROM person ORDER BY id').all() as Array<{
      id: number;
      name: string;
      role: string | null;
      note: string | null;
    }>;
  const pick = <T>(list: readonly T[]): T | undefined => list[below(list.length)];
  const done = (by: number, tokens: string[]) => void stacks[by]?.push(tokens);

  const actions: Array<[number, string, (at: number, laptop: Laptop) => unknown]> = [
    [
      14,
      'log',
      (at, laptop) =>
        on(laptop, (db) => {
          const known = pick(people(db));
          const title = fresh('Talk');
          const isImported =
            next() < 0.1 &&
            db.prepare('SELECT 1 FROM interaction WHERE source IS NOT NULL').get() === undefined;
          // The same event, which two machines import under two titles, is one.
          if (isImported) excused.add(title);
          const isNew = known === undefined || next() < 0.4;
          const name = isNew ? `${fresh('Zor')} ${fresh('Blax')}` : known.name;
          const id = change(db, 'log', () => {
            const id = isNew ? addPerson(db, { name }) : known.id;
            addInteraction(
              db,
              {
                kind: 'meeting',
                date: '2026-11-20',
                title: next() < 0.3 ? `${title} with ${name}` : title,
                source: isImported ? 'calendar:same' : null,
              },
              [{ person: id, highlight: next() < 0.3 ? fresh('High') : null }],
            );
            return id;
          });
          saved(db, at, title, [id]);
          done(at, [title]);
        }),
    ],
    [
      10,
      'edit',
      (at, laptop) =>
        on(laptop, (db) => {
          const known = pick(people(db));
          if (known === undefined) return;
          const field = next() < 0.5 ? 'role' : 'note';
          const token = fresh(field);
          change(db, 'edit', () => editPerson(db, known.id, { [field]: token }));
          saved(db, at, token, [known.id], known[field]);
          done(at, [token]);
        }),
    ],
    [
      6,
      'skill',
      (at, laptop) =>
        on(laptop, (db) => {
          const known = pick(people(db));
          if (known === undefined) return;
          const token = fresh('Skill');
          const { skills } = personById(db, known.id);
          change(db, 'edit', () => editPerson(db, known.id, { skills: [...skills, token] }));
          saved(db, at, token, [known.id]);
          done(at, [token]);
        }),
    ],
    [
      5,
      'amend',
      (at, laptop) =>
        on(laptop, (db) => {
          const row = pick(
            db.prepare('SELECT id, note FROM interaction').all() as Array<{
              id: number;
              note: string | null;
            }>,
          );
          if (row === undefined) return;
          const token = fresh('Amended');
          const parts = db
            .prepare(
              'SELECT person_id AS person, highlight FROM participant WHERE interaction_id = ?',
            )
            .all(row.id) as Array<{ person: number; highlight: string | null }>;
          const other = pick(people(db));
          const isJoining =
            other !== undefined && next() < 0.5 && !parts.some(({ person }) => person === other.id);
          const all = isJoining ? [...parts, { person: other.id, highlight: null }] : parts;
          change(db, 'amend', () => amendInteraction(db, row.id, { note: token }, all));
          saved(
            db,
            at,
            token,
            all.map(({ person }) => person),
            row.note,
          );
          done(at, [token]);
        }),
    ],
    [
      3,
      'delete',
      (at, laptop) =>
        on(laptop, (db) => {
          const row = pick(
            db.prepare('SELECT id, title, note FROM interaction').all() as Array<{
              id: number;
              title: string;
              note: string | null;
            }>,
          );
          if (row === undefined) return;
          change(db, 'delete', () => deleteInteraction(db, row.id));
          excused.add(row.title.split(' ')[0] as string);
          for (const { token } of written) if (row.note?.includes(token)) excused.add(token);
          done(at, []);
        }),
    ],
    [
      3,
      'same person',
      (at, laptop) =>
        on(laptop, (db) => {
          const email = `p${below(3)}.${seed}@x.org`;
          if (db.prepare('SELECT 1 FROM person WHERE email = ?').get(email) !== undefined) return;
          const name = `${fresh('Zor')} ${fresh('Blax')}`;
          const token = fresh('Skill');
          const id = change(db, 'add', () =>
            addPerson(db, { name, emails: [email], skills: [token] }),
          );
          saved(db, at, token, [id]);
          done(at, [token]);
        }),
    ],
    [
      2,
      'skip and me',
      (at, laptop) =>
        on(laptop, (db) => {
          const known = pick(people(db));
          const talk = pick(db.prepare('SELECT id FROM interaction').pluck().all() as number[]);
          if (known === undefined || talk === undefined) return;
          change(db, 'skip', () => addSkip(db, known.id, `warm:${talk}`, '2026-11-21'));
          done(at, []);
        }),
    ],
    [
      2,
      'merge',
      (at, laptop) =>
        on(laptop, (db) => {
          const [from, into] = [pick(people(db)), pick(people(db))];
          if (from === undefined || into === undefined || from.id === into.id) return;
          change(db, 'merge', () => mergePeople(db, from.id, into.id));
          // A role that both had is kept of one.
          if (from.role !== null) excused.add(from.role);
          done(at, []);
        }),
    ],
    [
      5,
      'undo',
      (at, laptop) =>
        on(laptop, (db) => {
          const [last] = listChanges(db, 1);
          if (last === undefined) return;
          undoChange(db, last.id);
          for (const token of stacks[at]?.pop() ?? []) excused.add(token);
        }),
    ],
    [
      2,
      'redo',
      (at, laptop) =>
        on(laptop, (db) => {
          const [last] = listUndone(db, 1);
          if (last === undefined) return;
          redoChange(db, last.id);
          done(at, []);
        }),
    ],
    [
      2,
      'backup',
      (at, laptop) =>
        on(laptop, (db) => {
          const file = join(root, `${laptop.name}-${below(1e9)}.db`);
          backup(db, file);
          copies[at] = file;
        }),
    ],
    [
      1.5,
      'restore',
      async (at, laptop) => {
        const file = copies[at];
        if (file == null || !existsSync(laptop.path)) return;
        await restore(laptop.path, file, quiet);
        stacks[at] = [];
        // Saved since the copy, and known to this machine alone.
        for (const one of written) if (one.by === at && !one.isSynced) excused.add(one.token);
      },
    ],
    [
      2,
      'forget',
      async (_at, laptop) => {
        const who = on(laptop, (db) => pick(people(db)));
        if (who === undefined) return;
        on(laptop, (db) => {
          const names = [who.name, ...personById(db, who.id).aliases];
          forget(db, who.id, () => false);
          forgotten.push(...names.flatMap((name) => name.split(' ')));
        });
        stacks[_at] = [];
      },
    ],
    [
      2,
      'forget and share',
      async (at, laptop) => {
        const who = on(laptop, (db) => pick(people(db)));
        if (who === undefined || readMachine(laptop.path) === null) return;
        const db = openStore(laptop.path, quiet);
        try {
          const names = [who.name, ...personById(db, who.id).aliases];
          forget(db, who.id, () => false);
          forgotten.push(...names.flatMap((name) => name.split(' ')));
          await sync(db, {
            folder: null,
            key: null,
            today: '2026-11-22',
            now: laptop.now,
            hostName: laptop.name,
            loadDictionary: async () => () => false,
            readsOthers: false,
          });
        } finally {
          db.close();
        }
        stacks[at] = [];
      },
    ],
    [
      14,
      'sync',
      async (at, laptop) => {
        await syncLaptop(laptop, key);
        for (const one of written) if (one.by === at) one.isSynced = true;
      },
    ],
    [
      10,
      'carry',
      (at, laptop) => carryOwn(laptops[below(machines)] as Laptop, laptop, 1) ?? void at,
    ],
    [
      2,
      'half a file',
      (_at, laptop) => {
        const from = laptops[below(machines)] as Laptop;
        if (from !== laptop) carryOwn(from, laptop, next());
      },
    ],
    [
      1,
      'a year passes',
      (_at, laptop) =>
        laptop.now.setTime(laptop.now.getTime() + (next() < 0.5 ? -1 : 1) * 365 * 86_400_000),
    ],
    [
      1,
      'the folder is rolled back',
      (at, laptop) => {
        const file = readMachine(laptop.path)?.file;
        if (file === undefined) return;
        rmSync(join(laptop.folder, file), { force: true });
        // Restored since, and now the file is gone that would have brought it back.
        const content = JSON.stringify(contentOf(laptop.path));
        for (const one of written) {
          if (one.by !== at) continue;
          one.isSynced = false;
          if (!content.includes(one.token)) excused.add(one.token);
        }
      },
    ],
    [
      2,
      'killed before its file is written',
      async (at, laptop) => {
        if (readMachine(laptop.path) === null) return;
        const file = join(laptop.folder, readMachine(laptop.path)?.file ?? '');
        const kept = [`${laptop.path}-backups/sync-machine.json`, file].map((one) =>
          existsSync(one) ? ([one, readFileSync(one)] as const) : ([one, null] as const),
        );
        await syncLaptop(laptop, key);
        for (const [one, bytes] of kept)
          if (bytes === null) rmSync(one, { force: true });
          else writeFileSync(one, bytes);
        void at;
      },
    ],
    [
      1,
      'killed before it is committed',
      async (_at, laptop) => {
        if (readMachine(laptop.path) === null) return;
        // A state that the database doesn't know of.
        const own = `${laptop.path}-backups`;
        for (const name of readdirSync(own).filter((one) => one.startsWith('sync-state-')))
          copyFileSync(join(own, name), join(own, 'sync-state-0000'));
      },
    ],
  ];
  const total = actions.reduce((sum, [weight]) => sum + weight, 0);
  for (let step = 0; step < steps; step++) {
    const at = below(machines);
    const laptop = laptops[at] as Laptop;
    let left = next() * total;
    const [, what, act] =
      actions.find(([weight]) => {
        left -= weight;
        return left < 0;
      }) ?? [];
    onStep(`${step} ${laptop.name} ${what}`);
    try {
      await act?.(at, laptop);
    } catch (error) {
      return [`${laptop.name} ${what} at step ${step}: ${(error as Error).stack}`];
    }
  }
  onStep('end');
  let isAtRest = false;
  for (let round = 0; round < 4 && !isAtRest; round++) {
    isAtRest = true;
    for (const laptop of laptops) {
      for (const other of laptops) carryOwn(other, laptop);
      const { sent, received, waiting } = await syncLaptop(laptop, key);
      if (sent + received > 0 || waiting !== null) isAtRest = false;
    }
  }
  const wrote = laptops.map(({ path }) => readMachine(path)?.written?.digest);
  for (const laptop of laptops) {
    for (const other of laptops) if (other !== laptop) carryOwn(other, laptop);
    const report = await syncLaptop(laptop, key);
    if (report.waiting !== null)
      problems.push(`${laptop.name} waits: ${JSON.stringify(report.waiting)}`);
    if (report.sent + report.received > 0)
      problems.push(
        `${laptop.name} isn't at rest: ${report.sent} sent, ${report.received} received`,
      );
  }
  laptops.forEach(({ path, name }, at) => {
    if (readMachine(path)?.written?.digest !== wrote[at])
      problems.push(`${name} wrote again with nothing new`);
  });
  const contents = laptops.map((laptop) => JSON.stringify(contentOf(laptop.path), null, 1));
  for (const [at, content] of contents.entries())
    if (content !== contents[0])
      problems.push(
        `${laptops[at]?.name} differs:\n${firstDifference(contents[0] ?? '', content)}`,
      );
  for (const laptop of laptops) {
    const flaw = on(laptop, (db) => firstFlaw(db));
    if (flaw !== null) problems.push(`${laptop.name}: ${flaw}`);
    const bytes = await bytesOf(laptop, key);
    const left = [...new Set(forgotten)].filter((word) => bytes.includes(word));
    if (left.length > 0) problems.push(`${laptop.name} still has ${left.join(', ')}`);
  }
  const all = contents[0] ?? '';
  const gone = on(laptops[0] as Laptop, (db) => new Set(readForgotten(db)));
  for (const { token, by, about } of written) {
    if (all.includes(token) || excused.has(token) || about.some((uid) => gone.has(uid))) continue;
    // A merge joins two notes, so that one edit may replace both.
    if (written.some(({ over }) => over?.split('\n').includes(token))) continue;
    problems.push(`lost: ${token} of ${laptops[by]?.name}`);
  }
  return problems;
}

function firstDifference(a: string, b: string): string {
  const [one, two] = [a.split('\n'), b.split('\n')];
  const at = one.findIndex((line, index) => line !== two[index]);
  return `${one.slice(Math.max(0, at - 2), at + 3).join('\n')}\nand\n${two.slice(Math.max(0, at - 2), at + 3).join('\n')}`;
}

/** Any will do. */
const KEY = 'AGE-SECRET-KEY-1TP05L4NFKN2P7G9C0L8JFDPTCLGTA5A995720XKQXUXH7LTJPPMQ5HSGMT';
