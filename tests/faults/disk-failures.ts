/** Any single disk failure is survived: each call that writes fails once, or is the last call made. */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { each, inFolder, isCrash, netcoach } from './process.ts';
import { databaseIn, isSaid, isThere, type Story } from './stories.ts';
import { emptyTally, type Tally } from './tally.ts';

const CALLS = [
  'pwrite64',
  'write',
  'fsync',
  'fdatasync',
  'ftruncate',
  'unlink',
  'rename',
  'link',
  'mkdir',
];
const FAULTS = ['signal=SIGKILL', 'error=ENOSPC', 'error=EIO'];

/**
 * Fails every `step`-th call of every kind in every story, in three ways.
 * @param step 1 tries each call in all three ways; above that the ways take turns
 */
export function diskFailures(stories: readonly Story[], step: number): Promise<Tally> {
  return inFolder(async (root) => {
    const tally = emptyTally();
    let killed = 0;
    for (const [number, story] of stories.entries()) {
      const scene = join(root, `scene ${number}`);
      mkdirSync(scene);
      await story.prepare?.(scene);
      const counts = await countCalls(root, scene, story);
      const places = counts.flatMap(([call, all]) => all.map((when) => ({ call, when })));
      const some = places.flatMap((place, index) => {
        if (step === 1) return FAULTS.map((fault) => ({ ...place, fault }));
        const fault = FAULTS[(index / step) % FAULTS.length];
        return fault === undefined ? [] : [{ ...place, fault }];
      });
      await each(some, 2, async ({ call, when, fault }, index) => {
        const folder = join(root, `${number}-${index}`);
        cpSync(scene, folder, { recursive: true });
        const log = join(root, `${number}-${index}.log`);
        const before = [
          ...['strace', '-f', '-y', '-o', log, '-e', `trace=${call}`],
          ...['-e', `inject=${call}:${fault}:when=${when}`],
        ];
        const end = await netcoach(databaseIn(folder), story.args(folder), { before });
        const failed = readFileSync(log, 'utf8')
          .split('\n')
          .filter((line) => line.includes('(INJECTED)'));
        rmSync(log);
        // Calls are counted for each thread: Node's own, by which threads wake each other, must not fail.
        if (failed.some((line) => !line.includes(folder))) {
          rmSync(folder, { recursive: true, force: true });
          return;
        }
        const said = end.code === 0 && isSaid(end);
        const where = `${story.name}, ${fault} at ${call} ${when}`;
        tally.tried++;
        if (end.signal === 'SIGKILL') killed++;
        if (isCrash(end)) {
          tally.crashed++;
          tally.broken.push(`${where}: ${end.code} ${end.signal} ${end.stderr.slice(0, 300)}`);
        }
        if (said) tally.acknowledged++;
        if (end.signal === null && end.code !== 0) tally.refused++;
        // It must not say that nothing was saved if something was.
        if (/Nothing was saved/.test(end.stderr) && isThere(folder, 'New'))
          tally.broken.push(`${where}: saved, and said otherwise: ${end.stderr.trim()}`);
        for (const broken of story.judge(folder, said)) {
          if (broken.startsWith('lost')) tally.lost++;
          tally.broken.push(`${where}: ${broken} (${end.code} ${end.stderr.trim()})`);
        }
        rmSync(folder, { recursive: true, force: true });
      });
    }
    tally.note = `killed ${killed}, ${stories.length} stories`;
    return tally;
  });
}

/** The calls of each kind, counted from 1, that touch the story's own folder. */
async function countCalls(
  root: string,
  scene: string,
  story: Story,
): Promise<Array<[string, number[]]>> {
  const folder = join(root, 'count');
  const log = join(root, 'calls');
  mkdirSync(log);
  if (existsSync(scene)) cpSync(scene, folder, { recursive: true });
  const before = ['strace', '-ff', '-y', '-o', join(log, 't'), '-e', `trace=${CALLS.join(',')}`];
  const end = await netcoach(databaseIn(folder), story.args(folder), { before });
  if (end.code !== 0) throw new Error(`${story.name}: ${end.stderr}`);
  const found = CALLS.map((call): [string, number[]] => [call, []]);
  for (const name of readdirSync(log)) {
    const lines = readFileSync(join(log, name), 'utf8').split('\n');
    for (const [call, places] of found) {
      const calls = lines.filter((line) => line.startsWith(`${call}(`));
      calls.forEach((line, index) => {
        if (line.includes(folder)) places.push(index + 1);
      });
    }
  }
  rmSync(folder, { recursive: true, force: true });
  rmSync(log, { recursive: true, force: true });
  return found;
}
