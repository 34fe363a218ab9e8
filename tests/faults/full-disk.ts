/** A full disk loses nothing and is reported. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { leftovers, look } from './look.ts';
import { binary, inFolder, isCrash, netcoach } from './process.ts';
import { emptyTally, type Tally } from './tally.ts';

const log = (title: string) => [
  ...['log', '--kind', 'project', '--with', `Person ${title}`, '--title', title],
  ...['--note', 'x'.repeat(2_000)],
];

/** Writes under a file size limit, a little higher each time: only needs a shell. */
export function fileSizeLimits(levels: number, writes: number): Promise<Tally> {
  return inFolder(async (folder) => {
    const tally = emptyTally();
    for (let level = 0; level < levels; level++) {
      const db = join(folder, `${level}`, 'netcoach.db');
      await netcoach(db, log('First'));
      // `ulimit -f` counts blocks of 1024 bytes in bash.
      const blocks = Math.floor(statSync(db).size / 1024) - 40 + level * 16;
      const limited = ['bash', '-c', `ulimit -f ${blocks}; exec "$@"`, 'bash'];
      await writeAll(tally, db, writes, limited);
    }
    return tally;
  });
}

/** Writes to a small disk of its own that fills up, with a little less space each time: needs permission to mount. */
export function smallDisk(levels: number, writes: number): Promise<Tally> {
  return inFolder(async (folder) => {
    const tally = emptyTally();
    for (let level = 0; level < levels; level++) {
      const disk = join(folder, `disk${level}`);
      mkdirSync(disk);
      const mounted = spawnSync('sh', ['-c', 'mount -t tmpfs -o size=1m none "$1"', 'sh', disk]);
      if (mounted.status !== 0) throw new Error(`mount: ${mounted.stderr}`);
      try {
        const db = join(disk, 'netcoach.db');
        await netcoach(db, log('First'));
        const room = 1024 * 1024 - statSync(db).size - 64 * 1024;
        writeFileSync(join(disk, 'filler'), Buffer.alloc(Math.max(0, room - level * 24 * 1024)));
        await writeAll(tally, db, writes, []);
      } finally {
        spawnSync('sh', ['-c', 'umount "$1"', 'sh', disk]);
      }
    }
    return tally;
  });
}

export function canMount(): boolean {
  return (
    process.platform === 'linux' &&
    spawnSync('sh', [
      '-c',
      'd=$(mktemp -d) && mount -t tmpfs -o size=1m none "$d" && umount "$d"; s=$?; rmdir "$d"; exit $s',
    ]).status === 0
  );
}

/** Tries every write, then looks for everything announced as saved. */
async function writeAll(tally: Tally, db: string, writes: number, before: string[]): Promise<void> {
  const saved: string[] = ['First'];
  for (let i = 0; i < writes; i++) {
    const title = `Item ${i}`;
    const args = i % 4 === 3 ? ['backup'] : log(title);
    const end = await netcoach(db, args, { before });
    tally.tried++;
    if (isCrash(end)) tally.crashed++;
    if (end.code === 0) {
      tally.acknowledged++;
      if (args[0] === 'log') saved.push(title);
    } else {
      tally.refused++;
      if (!/disk|space/.test(end.stderr)) tally.broken.push(`no word of the disk: ${end.stderr}`);
    }
  }
  const seen = look(db);
  if (seen?.flaw !== null) tally.broken.push(seen?.flaw ?? 'no database');
  tally.lost += saved.filter((title) => seen?.titles.includes(title) !== true).length;
  for (const file of leftovers(join(db, '..'))) tally.broken.push(`left behind: ${file}`);
}

/** Every command that prints, writing to a full device. */
export function fullOutput(commands: readonly (readonly string[])[]): Promise<Tally> {
  return inFolder(async (folder) => {
    const tally = emptyTally();
    const db = join(folder, 'netcoach.db');
    await netcoach(db, log('First'));
    for (const args of commands) {
      const before = ['bash', '-c', '"$@" > /dev/full', 'bash'];
      const end = await netcoach(db, args, { before });
      tally.tried++;
      if (isCrash(end)) tally.crashed++;
      if (end.code === 1 && /disk|space/.test(end.stderr)) tally.refused++;
      else tally.broken.push(`${args.join(' ')}: ${end.code} ${end.stderr}`);
    }
    const seen = look(db);
    if (seen?.flaw !== null) tally.broken.push(seen?.flaw ?? 'no database');
    return tally;
  });
}

export const hasFullDevice = existsSync('/dev/full') && existsSync(binary);
