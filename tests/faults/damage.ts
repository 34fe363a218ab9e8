/** Flipped bits are noticed or harmless: no crash, no hang, no wrong data without a warning. */
import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { each, inFolder, isCrash, netcoach, random } from './process.ts';
import { emptyTally, type Tally } from './tally.ts';

/** Commands that create a database with a little of everything. */
const STORY = [
  ['me', '--name', 'Sam Ortiz', '--team', 'Billing', '--goal', 'platform engineering'],
  [
    'log',
    '--kind',
    'project',
    '--with',
    'Priya Shah: your rollback plan',
    '--title',
    'Apollo launch',
  ],
  ['log', '--kind', 'event', '--with', 'Tom Becker,Wei Chen', '--title', 'Lisbon offsite'],
  ['edit', 'Priya', '--note', 'kind and exact', '--team', 'Payments', '--skill', 'databases'],
  ['sent', 'Priya'],
  ['skip', 'Tom'],
  [
    'log',
    '--kind',
    'meeting',
    '--with',
    'Omar Haddad',
    '--title',
    'Coffee',
    '--note',
    'about on-call',
  ],
];

/** Flips one bit at a time, runs the doctor and reads everything in the file. */
export function bitFlips(flips: number, seed: number): Promise<Tally> {
  return inFolder(async (folder) => {
    const tally = emptyTally();
    const next = random(seed);
    const whole = join(folder, 'whole.db');
    for (const args of STORY) {
      const end = await netcoach(whole, args);
      if (end.code !== 0) throw new Error(`${args.join(' ')}: ${end.stderr}`);
    }
    const truth = (await netcoach(whole, ['export', 'json'])).stdout;
    const bytes = readFileSync(whole);
    // Most of a small file is empty: every second flip hits bytes in use.
    const full = [...bytes.keys()].filter((at) => bytes[at] !== 0);
    let noticed = 0;
    await each(Array.from({ length: flips }), 2, async (_, i) => {
      const at =
        i % 2 === 0
          ? (full[Math.floor(next() * full.length)] ?? 0)
          : Math.floor(next() * bytes.length);
      const bit = Math.floor(next() * 8);
      const db = join(folder, `${i}.db`);
      copyFileSync(whole, db);
      const damaged = Buffer.from(bytes);
      damaged.writeUInt8(damaged.readUInt8(at) ^ (1 << bit), at);
      writeFileSync(db, damaged);
      const doctor = await netcoach(db, ['doctor', '--json'], { killAfter: 30_000 });
      const isSame = readFileSync(db).equals(damaged);
      const taken = await netcoach(db, ['export', 'json'], { killAfter: 30_000 });
      tally.tried++;
      const where = `bit ${bit} of byte ${at}`;
      if (!isSame) tally.broken.push(`${where}: the doctor changed the file`);
      for (const end of [doctor, taken]) {
        if (end.signal !== null) tally.broken.push(`${where}: hangs`);
        if (isCrash(end)) tally.crashed++;
      }
      const isNoticed = doctor.code === 1 || taken.code !== 0;
      if (isNoticed) noticed++;
      if (doctor.code === 1) tally.refused++;
      // Wrong data without a warning.
      if (!isNoticed && taken.stdout !== truth) tally.lost++;
      for (const end of ['', '-wal', '-shm']) rmSync(`${db}${end}`, { force: true });
      rmSync(`${db}-backups`, { recursive: true, force: true });
    });
    tally.note = `noticed ${noticed}, the others harmless`;
    return tally;
  });
}
