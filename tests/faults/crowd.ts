/** Many commands at once all succeed; readers never block; a lock that is never released is reported. */
import { join } from 'node:path';
import { openStore } from '../../src/database/open.ts';
import { look } from './look.ts';
import { each, inFolder, isCrash, netcoach } from './process.ts';
import { emptyTally, type Tally } from './tally.ts';

const add = (i: number) => [
  'log',
  '--kind',
  'event',
  '--with',
  `Person ${String(i).padStart(4, '0')}`,
  '--title',
  `Item ${i}`,
];

/** Many first runs at once on a database that does not exist yet, over and over. */
export async function firstRuns(rounds: number, atOnce: number): Promise<Tally> {
  const tally = emptyTally();
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    await inFolder(async (folder) => {
      const db = join(folder, 'netcoach.db');
      const all = Array.from({ length: atOnce }, (_, i) => i);
      const ended = await each(all, atOnce, (i) => netcoach(db, add(i)));
      judge(tally, ended, db, times);
    });
  }
  tally.note = percentile(times);
  return tally;
}

/** Writers that each write several times, with readers among them. */
export function writersAndReaders(
  writers: number,
  writes: number,
  readers: number,
): Promise<Tally> {
  return inFolder(async (folder) => {
    const db = join(folder, 'netcoach.db');
    const tally = emptyTally();
    const times: number[] = [];
    const ended: Awaited<ReturnType<typeof netcoach>>[] = [];
    let isWriting = true;
    const reading = each(Array.from({ length: readers }), readers, async () => {
      while (isWriting) {
        const end = await netcoach(db, ['people', '--json']);
        if (end.code !== 0 || isCrash(end)) tally.broken.push(`reader: ${end.stderr}`);
      }
    });
    await each(Array.from({ length: writers }), writers, async (_, writer) => {
      for (let i = 0; i < writes; i++) ended.push(await netcoach(db, add(writer * writes + i)));
    });
    isWriting = false;
    await reading;
    judge(tally, ended, db, times);
    tally.note = percentile(times);
    return tally;
  });
}

/** A lock that another program never releases: an error within fifteen seconds, while reading still works. */
export function stuckLock(): Promise<Tally> {
  return inFolder(async (folder) => {
    const path = join(folder, 'netcoach.db');
    const tally = emptyTally();
    await netcoach(path, add(0));
    const db = openStore(path, () => undefined);
    db.exec('BEGIN IMMEDIATE');
    const [writer, reader] = await Promise.all([
      netcoach(path, add(1)),
      netcoach(path, ['people']),
    ]);
    db.exec('ROLLBACK');
    db.close();
    tally.tried = 2;
    if (isCrash(writer)) tally.crashed++;
    if (writer.code === 1 && /another program/.test(writer.stderr)) tally.refused++;
    else tally.broken.push(`writer: ${writer.code} ${writer.stderr}`);
    if (writer.ms > 15_000) tally.broken.push(`words after ${writer.ms} ms`);
    if (reader.code !== 0 || reader.ms > 5_000) tally.broken.push(`reader: ${reader.ms} ms`);
    if (look(path)?.titles.length !== 1) tally.broken.push('something was saved');
    tally.note = `words after ${Math.round(writer.ms)} ms`;
    return tally;
  });
}

function judge(
  tally: Tally,
  ended: ReadonlyArray<Awaited<ReturnType<typeof netcoach>>>,
  db: string,
  times: number[],
): void {
  const seen = look(db);
  if (seen?.flaw !== null) tally.broken.push(seen?.flaw ?? 'no database');
  let saved = 0;
  for (const end of ended) {
    tally.tried++;
    times.push(end.ms);
    if (isCrash(end)) tally.crashed++;
    if (end.code === 0) saved++;
    else tally.refused++;
    if (end.code !== 0) tally.broken.push(`refused: ${end.stderr.trim()}`);
  }
  tally.acknowledged += saved;
  tally.lost += saved - (seen?.titles.length ?? 0);
}

function percentile(times: readonly number[]): string {
  const sorted = [...times].sort((a, b) => a - b);
  return `95 of 100 within ${Math.round(sorted[Math.floor(sorted.length * 0.95)] ?? 0)} ms`;
}
