/** A fast form of `npm run faults`: the same stories, told shorter. */
import { expect, it } from 'vitest';
import { firstRuns, writersAndReaders } from './crowd.ts';
import { bitFlips } from './damage.ts';
import { diskFailures } from './disk-failures.ts';
import { fileSizeLimits, fullOutput, hasFullDevice } from './full-disk.ts';
import { killedImports, stormOfKills } from './kills.ts';
import { commandNames, deafNetwork, PRINTING, silentNetwork } from './network.ts';
import { powerCuts } from './power.ts';
import { has, hasStrace } from './process.ts';
import { STORIES } from './stories.ts';
import { isKept, sayTally, type Tally } from './tally.ts';

const hasBash = process.platform !== 'win32' && has('bash', '-c', 'ulimit -f 100');

function expectKept(tally: Tally): void {
  expect(tally.tried).toBeGreaterThan(0);
  expect(isKept(tally), sayTally('broken', tally)).toBe(true);
}

it('keeps what was announced through a storm of kills', async () => {
  const tally = await stormOfKills(48, 7);
  expectKept(tally);
  expect(tally.acknowledged).toBeGreaterThan(0);
});

it('keeps all or nothing of a killed import', async () => {
  expectKept(await killedImports(4, 400, 7));
});

it('refuses none of twenty first runs at once', async () => {
  expectKept(await firstRuns(1, 20));
});

it('lets writers and readers work at once', async () => {
  expectKept(await writersAndReaders(6, 3, 2));
});

it.skipIf(!hasBash)('loses nothing at a limit on the size of files (needs bash)', async () => {
  const tally = await fileSizeLimits(3, 4);
  expectKept(tally);
  expect(tally.refused).toBeGreaterThan(0);
});

it.skipIf(!hasFullDevice)(
  'says that the disk is full, whatever it prints (needs /dev/full)',
  async () => {
    expectKept(await fullOutput(PRINTING));
  },
);

it('notices flipped bits, or they do no harm', async () => {
  const tally = await bitFlips(24, 7);
  expectKept(tally);
  expect(tally.refused).toBeGreaterThan(0);
});

it.skipIf(!hasStrace)('survives a failure of the disk (needs strace)', async () => {
  expectKept(await diskFailures(STORIES.slice(0, 2), 8));
});

it.skipIf(!hasStrace)('loses nothing announced to a power cut (needs strace)', async () => {
  const tally = await powerCuts(STORIES.slice(1, 2), 1, 7);
  expectKept(tally);
  expect(tally.acknowledged).toBeGreaterThan(0);
});

it('uses no module for the network', async () => {
  expectKept(await deafNetwork(commandNames()));
});

it.skipIf(!hasStrace)('makes no call to the network (needs strace)', async () => {
  expectKept(await silentNetwork(commandNames()));
});
