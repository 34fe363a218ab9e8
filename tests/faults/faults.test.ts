/** A shorter version of `npm run faults`, with the same stories. */
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

it('keeps everything announced as saved through a storm of kills', async () => {
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

it('lets writers and readers work at the same time', async () => {
  expectKept(await writersAndReaders(6, 3, 2));
});

it.skipIf(!hasBash)('loses nothing at a file size limit (needs bash)', async () => {
  const tally = await fileSizeLimits(3, 4);
  expectKept(tally);
  expect(tally.refused).toBeGreaterThan(0);
});

it.skipIf(!hasFullDevice)(
  'says that the disk is full, for all output (needs /dev/full)',
  async () => {
    expectKept(await fullOutput(PRINTING));
  },
);

it('notices flipped bits, unless they are harmless', async () => {
  const tally = await bitFlips(24, 7);
  expectKept(tally);
  expect(tally.refused).toBeGreaterThan(0);
});

it.skipIf(!hasStrace)('survives any disk failure (needs strace)', async () => {
  expectKept(await diskFailures(STORIES.slice(0, 2), 8));
});

it.skipIf(!hasStrace)(
  'loses nothing announced as saved in a power cut (needs strace)',
  async () => {
    const tally = await powerCuts(STORIES.slice(1, 2), 1, 7);
    expectKept(tally);
    expect(tally.acknowledged).toBeGreaterThan(0);
  },
);

it('uses no module for the network', async () => {
  expectKept(await deafNetwork(commandNames()));
});

it.skipIf(!hasStrace)('makes no network calls (needs strace)', async () => {
  expectKept(await silentNetwork(commandNames()));
});
