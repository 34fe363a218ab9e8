/** Anything announced as saved survives `kill -9` at any instant of any command. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { leftovers, look } from './look.ts';
import { each, inFolder, isCrash, netcoach, random } from './process.ts';
import { emptyTally, type Tally } from './tally.ts';

const log = (name: string, title: string) => [
  'log',
  '--kind',
  'project',
  '--with',
  name,
  '--title',
  title,
  '--json',
];

/** Writes at once, most of them killed at some instant; then looks for everything announced as saved. */
export function stormOfKills(writes: number, seed: number): Promise<Tally> {
  return inFolder(async (folder) => {
    const db = join(folder, 'netcoach.db');
    const next = random(seed);
    const tally = emptyTally();
    const usual = await each([1, 2, 3, 4, 5, 6, 7, 8], 8, (i) =>
      netcoach(db, log(`First ${i}`, `First ${i}`)),
    );
    const slowest = Math.max(...usual.map(({ ms }) => ms));
    const runs = Array.from({ length: writes }, (_, i) => ({
      title: `Item ${i}`,
      // Four of five are targets; some of these finish before the kill.
      killAfter: next() < 0.8 ? next() * slowest : undefined,
    }));
    const ended = await each(runs, 8, ({ title, killAfter }) =>
      netcoach(db, log(`Person ${title}`, title), killAfter === undefined ? {} : { killAfter }),
    );
    const after = await netcoach(db, log('Last', 'Last'));
    if (after.code !== 0 || after.ms > 5_000) tally.broken.push(`next write: ${after.ms} ms`);
    const backup = await netcoach(db, ['backup']);
    if (backup.code !== 0) tally.broken.push(`next backup: ${backup.stderr}`);
    for (const file of leftovers(folder)) tally.broken.push(`left behind: ${file}`);
    const seen = look(db);
    if (seen?.flaw !== null) tally.broken.push(seen?.flaw ?? 'no database');
    if ((seen?.alone ?? 0) > 0) tally.broken.push(`${seen?.alone} people of half a write`);
    const titles = new Set(seen?.titles);
    if (titles.size !== seen?.titles.length) tally.broken.push('doubled');
    let killed = 0;
    ended.forEach((end, index) => {
      tally.tried++;
      if (end.signal === 'SIGKILL') killed++;
      if (isCrash(end)) tally.crashed++;
      if (end.code !== 0 && end.signal === null) tally.refused++;
      if (!end.stdout.endsWith('}\n')) return;
      tally.acknowledged++;
      if (!titles.has(`Item ${index}`)) tally.lost++;
    });
    tally.note = `killed ${killed}, next write ${Math.round(after.ms)} ms`;
    // On a busy machine more of them finish before the kill.
    if (killed < writes * 0.25) tally.broken.push(`only ${killed} were killed: too few to tell`);
    return tally;
  });
}

/** Imports killed at some instant leave all or nothing, and can be run again. */
export function killedImports(imports: number, rows: number, seed: number): Promise<Tally> {
  return inFolder(async (folder) => {
    const tally = emptyTally();
    const next = random(seed);
    const file = join(folder, 'people.csv');
    const lines = Array.from({ length: rows }, (_, i) => `Person ${i},Team ${i % 7}`);
    writeFileSync(file, `name,team\n${lines.join('\n')}\n`);
    const args = ['import', 'csv', file, '--json'];
    const usual = await netcoach(join(folder, 'usual.db'), args);
    let killed = 0;
    await each(Array.from({ length: imports }), 2, async (_, i) => {
      const db = join(folder, `${i}.db`);
      const end = await netcoach(db, args, { killAfter: usual.ms * (0.3 + 1.2 * next()) });
      tally.tried++;
      if (end.signal === 'SIGKILL') killed++;
      if (isCrash(end)) tally.crashed++;
      const count = look(db)?.people.length ?? 0;
      if (end.stdout.endsWith('}\n')) {
        tally.acknowledged++;
        if (count !== rows) tally.lost++;
      }
      if (count !== 0 && count !== rows) tally.broken.push(`${count} of ${rows} rows`);
      const again = await netcoach(db, args);
      if (again.code !== 0) tally.broken.push(`again: ${again.stderr}`);
      const seen = look(db);
      if (seen?.people.length !== rows || seen.flaw !== null)
        tally.broken.push(`again: ${seen?.people.length} of ${rows} rows`);
    });
    tally.note = `killed ${killed}`;
    return tally;
  });
}
