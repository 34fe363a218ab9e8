/** Several machines that share a log: whatever happens on the way, all end with the same. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { contentOf, runSchedule } from '../sync/schedule.ts';
import { leftovers, look } from './look.ts';
import { each, inFolder, isCrash, netcoach, random } from './process.ts';
import { emptyTally, type Tally } from './tally.ts';

/** Random schedules, as in tests/sync, but more of them and longer. */
export function schedules(count: number, steps: number): Promise<Tally> {
  return inFolder(async (folder) => {
    const tally = emptyTally();
    for (let seed = 1; seed <= count; seed++) {
      const root = join(folder, String(seed));
      mkdirSync(root);
      tally.tried++;
      for (const problem of await runSchedule(root, 100_000 + seed, { steps })) {
        if (problem.startsWith('lost: ')) tally.lost++;
        tally.broken.push(`seed ${100_000 + seed}: ${problem}`);
      }
    }
    tally.note = `${steps} steps each`;
    return tally;
  });
}

/** Three machines that log and sync through one folder, most syncs killed at some instant, some two at once. */
export function killedSyncs(rounds: number, seed: number): Promise<Tally> {
  return inFolder(async (folder) => {
    const tally = emptyTally();
    const next = random(seed);
    const shared = join(folder, 'shared');
    mkdirSync(shared);
    const machines = ['a', 'b', 'c'].map((name) => ({
      db: join(folder, name, 'netcoach.db'),
      env: { NETCOACH_MACHINE: name },
    }));
    const [first] = machines;
    const usual = await netcoach(first?.db ?? '', ['sync', shared], { env: first?.env ?? {} });
    if (usual.code !== 0) tally.broken.push(`the first sync: ${usual.stderr}`);
    const key = `${first?.db}-backups/sync-key`;
    for (const { db, env } of machines.slice(1))
      await netcoach(db, ['sync', shared, '--key', key], { env });
    const titles: string[] = [];
    let killed = 0;
    for (let round = 0; round < rounds; round++)
      await each(machines, 3, async ({ db, env }, at) => {
        const title = `Item ${round} ${at}`;
        const args = ['log', '--kind', 'meeting', '--with', `Person ${title}`, '--title', title];
        const logged = await netcoach(db, [...args, '--json'], { env });
        if (logged.code === 0) titles.push(title);
        const ends = await Promise.all(
          Array.from({ length: next() < 0.2 ? 2 : 1 }, () =>
            netcoach(db, ['sync', shared], { env, killAfter: usual.ms * (0.3 + 1.2 * next()) }),
          ),
        );
        for (const end of ends) {
          tally.tried++;
          if (end.signal === 'SIGKILL') killed++;
          if (isCrash(end)) tally.crashed++;
          if (end.code !== 0 && end.signal === null) {
            tally.refused++;
            tally.broken.push(`refused: ${end.stderr}`);
          }
        }
      });
    tally.acknowledged = titles.length;
    for (const { db, env } of [...machines, ...machines]) {
      const end = await netcoach(db, ['sync', shared], { env });
      if (end.code !== 0) tally.broken.push(`afterwards: ${end.stderr}`);
    }
    for (const file of leftovers(folder)) tally.broken.push(`left behind: ${file}`);
    const contents = machines.map(({ db }) => JSON.stringify(contentOf(db)));
    if (new Set(contents).size > 1) tally.broken.push('the machines differ');
    for (const { db } of machines) {
      const seen = look(db);
      if (seen?.flaw !== null) tally.broken.push(seen?.flaw ?? 'no database');
      const known = new Set(seen?.titles);
      tally.lost += titles.filter((title) => !known.has(title)).length;
      if (known.size !== seen?.titles.length) tally.broken.push('doubled');
    }
    tally.note = `killed ${killed}`;
    return tally;
  });
}
