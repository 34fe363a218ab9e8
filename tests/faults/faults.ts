/**
 * Everything that can happen to a laptop: `npm run faults`, or `npm run faults -- kills power` for a selection.
 * Prints what was tried and what happened; exits with 1 if a promise was broken. Takes about an hour.
 */
import { firstRuns, stuckLock, writersAndReaders } from './crowd.ts';
import { bitFlips } from './damage.ts';
import { diskFailures } from './disk-failures.ts';
import { canMount, fileSizeLimits, fullOutput, hasFullDevice, smallDisk } from './full-disk.ts';
import { killedImports, stormOfKills } from './kills.ts';
import { killedSyncs, schedules } from './machines.ts';
import { commandNames, deafNetwork, PRINTING, silentNetwork } from './network.ts';
import { powerCuts } from './power.ts';
import { hasStrace } from './process.ts';
import { properties } from './properties.ts';
import { STORIES } from './stories.ts';
import { isKept, sayTally, type Tally } from './tally.ts';

const strace = hasStrace ? null : 'strace is not installed';
const mount = canMount() ? null : 'no right to mount a disk';
const device = hasFullDevice ? null : "there's no /dev/full";

/** Each story, and why it cannot run here, if so. */
const ALL: ReadonlyArray<readonly [string, () => Promise<Tally>, string | null]> = [
  ...[1, 2, 3].map((seed) => [`kills, seed ${seed}`, () => stormOfKills(600, seed), null] as const),
  ['kills of imports', () => killedImports(30, 1_500, 1), null],
  ['crowd: first runs', () => firstRuns(15, 20), null],
  ['crowd: writers and readers', () => writersAndReaders(20, 10, 4), null],
  ['crowd: a stuck lock', () => stuckLock(), null],
  ['disk full: a small disk', () => smallDisk(11, 12), mount],
  ['disk full: a limit on files', () => fileSizeLimits(11, 12), null],
  ['disk full: the output', () => fullOutput(PRINTING), device],
  ['disk failures', () => diskFailures(STORIES, 1), strace],
  ['power cuts', () => powerCuts(STORIES, 4, 1), strace],
  ['power cuts, others reading', () => powerCuts(STORIES.slice(1, 6), 4, 2, true), strace],
  ['damage: flipped bits', () => bitFlips(250, 1), null],
  ['machines: schedules', () => schedules(2_000, 40), null],
  ['machines: killed syncs', () => killedSyncs(60, 1), null],
  ['network: system calls', () => silentNetwork(commandNames()), strace],
  ['network: modules of Node', () => deafNetwork(commandNames()), null],
  ['properties', async () => properties(10), null],
];

const wanted = process.argv.slice(2);
for (const [name, work, missing] of ALL) {
  if (wanted.length > 0 && !wanted.some((word) => name.includes(word))) continue;
  if (missing !== null) {
    console.log(`${name}: not tried, ${missing}`);
    continue;
  }
  const tally = await work();
  console.log(sayTally(name, tally));
  if (!isKept(tally)) process.exitCode = 1;
}
