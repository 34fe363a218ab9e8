/**
 * A power cut: a kill keeps everything written, a power cut only what was synced. Records the disk calls of a
 * command and builds images of every instant of it, with unsynced data dropped, torn or kept; opens each image
 * as the next command would.
 */
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { openStore } from '../../src/database/open.ts';
import { inFolder, random } from './process.ts';
import { databaseIn, type Story } from './stories.ts';
import { emptyTally, type Tally } from './tally.ts';
import { type Event, record, type Scene } from './trace.ts';

/** A sector is written completely or not at all. */
const SECTOR = 512;

/**
 * Cuts the power at every instant of each story, several times.
 * @param images number of variants per instant, besides all kept and all lost
 * @param held whether another process has the database open meanwhile, so that the log stays
 */
export async function powerCuts(
  stories: readonly Story[],
  images: number,
  seed: number,
  held = false,
): Promise<Tally> {
  const tally = emptyTally();
  const next = random(seed);
  for (const story of stories) {
    await inFolder(async (root) => {
      const folder = join(root, 'story');
      const before = join(root, 'before');
      mkdirSync(folder);
      await story.prepare?.(folder);
      const other = held ? openStore(databaseIn(folder), () => undefined) : null;
      other?.prepare('SELECT count(*) FROM person').get();
      cpSync(folder, before, { recursive: true });
      const scene: Scene = { folder, before, initial: new Map() };
      const events = await record(root, scene, story);
      other?.close();
      let isSaid = false;
      for (let instant = 0; instant <= events.length; instant++) {
        if (events[instant - 1]?.kind === 'words') isSaid = true;
        for (let way = 0; way < images + 2; way++) {
          const keep = way === 0 ? () => 0 : way === 1 ? () => 1 : next;
          const image = join(root, 'image');
          draw(scene, image, events.slice(0, instant), keep);
          tally.tried++;
          if (isSaid) tally.acknowledged++;
          for (const broken of story.judge(image, isSaid)) {
            if (isSaid) tally.lost++;
            const last = JSON.stringify({ ...events[instant - 1], bytes: undefined });
            tally.broken.push(
              `${story.name}, way ${way} after call ${instant} (${last}): ${broken}`,
            );
          }
          rmSync(image, { recursive: true, force: true });
        }
      }
    });
  }
  return tally;
}

/**
 * Draws the folder as the disk may have it after these calls.
 * @param keep how much unsynced data is kept: a number from 0 (nothing) to 1 for each piece
 */
function draw(scene: Scene, image: string, events: readonly Event[], keep: () => number): void {
  const { folder, before, initial } = scene;
  cpSync(before, image, { recursive: true, filter: (name) => !name.endsWith('-shm') });
  const place = (path: string) => join(image, relative(folder, path));
  const where = new Map<string, number>();
  const contents = new Map<number, Buffer>();
  for (const [file, { path, bytes }] of initial) {
    where.set(path, file);
    contents.set(file, bytes);
    rmSync(place(path), { force: true });
  }

  // Names: those made last by a sync of their folder, and some of the others, in order.
  const names = events.flatMap((event, index) => {
    if (event.kind !== 'name') return [];
    const isLasting = events
      .slice(index)
      .some((later) => later.kind === 'syncFolder' && later.path === dirname(event.path));
    return [{ ...event, isLasting }];
  });
  const loose = names.filter(({ isLasting }) => !isLasting);
  const kept = Math.round(keep() * loose.length);
  for (const name of names) {
    if (!name.isLasting && loose.indexOf(name) >= kept) continue;
    if (name.old !== null) where.delete(name.old);
    if (name.file === null) where.delete(name.path);
    else where.set(name.path, name.file);
  }

  // Bytes: those that were synced, and some sectors of the others.
  events.forEach((event, index) => {
    if (event.kind !== 'write' && event.kind !== 'cut') return;
    const isSynced = events
      .slice(index)
      .some((later) => later.kind === 'sync' && later.file === event.file);
    const now = contents.get(event.file) ?? Buffer.alloc(0);
    if (event.kind === 'cut') {
      if (!isSynced && keep() < 0.5) return;
      const cut = Buffer.alloc(event.length);
      now.copy(cut, 0, 0, event.length);
      contents.set(event.file, cut);
      return;
    }
    const after = Buffer.alloc(Math.max(now.length, event.at + event.bytes.length));
    now.copy(after);
    for (let at = 0; at < event.bytes.length; at += SECTOR) {
      if (isSynced || keep() >= 0.5) event.bytes.copy(after, event.at + at, at, at + SECTOR);
    }
    contents.set(event.file, after);
  });

  for (const [path, file] of where) {
    mkdirSync(dirname(place(path)), { recursive: true });
    writeFileSync(place(path), contents.get(file) ?? '', { mode: 0o600 });
  }
}
