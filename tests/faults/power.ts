/**
 * A loss of power: a kill leaves what was written, a power cut only what was written through. The disk calls of
 * one command are recorded, and images are made of every instant of it with what was not yet synced dropped,
 * torn, or kept; each is opened as the next command would.
 */
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { inFolder, netcoach, random } from './process.ts';
import { databaseIn, type Story } from './stories.ts';
import { emptyTally, type Tally } from './tally.ts';

/** A sector is written whole or not at all. */
const SECTOR = 512;

type Event =
  | { kind: 'write'; file: number; at: number; bytes: Buffer }
  | { kind: 'cut'; file: number; length: number }
  | { kind: 'sync'; file: number }
  | { kind: 'name'; path: string; file: number | null; old: string | null }
  | { kind: 'syncFolder'; path: string }
  | { kind: 'words' };

/**
 * Cuts the power at every instant of each story, several times.
 * @param images how many ways each instant is tried, besides all kept and all lost
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
      const { openStore } = await import('../../src/store/open.ts');
      const other = held ? openStore(databaseIn(folder), () => undefined) : null;
      other?.prepare('SELECT count(*) FROM person').get();
      cpSync(folder, before, { recursive: true });
      const events = await record(root, folder, story);
      other?.close();
      let isSaid = false;
      for (let instant = 0; instant <= events.length; instant++) {
        if (events[instant - 1]?.kind === 'words') isSaid = true;
        for (let way = 0; way < images + 2; way++) {
          const keep = way === 0 ? () => 0 : way === 1 ? () => 1 : next;
          const image = join(root, 'image');
          draw(before, image, folder, events.slice(0, instant), keep);
          tally.tried++;
          if (isSaid) tally.acknowledged++;
          for (const broken of story.judge(image, isSaid)) {
            if (isSaid) tally.lost++;
            const last = JSON.stringify({ ...events[instant - 1], bytes: undefined });
            tally.broken.push(`${story.name}, way ${way} after call ${instant} (${last}): ${broken}`);
          }
          rmSync(image, { recursive: true, force: true });
        }
      }
    });
  }
  return tally;
}

/** Runs the story under strace and reads what it did to the files in its folder. */
async function record(root: string, folder: string, story: Story): Promise<Event[]> {
  const log = join(root, 'log');
  mkdirSync(log);
  const calls = 'openat,close,write,pwrite64,fsync,fdatasync,ftruncate,unlink,rename,link,mkdir';
  const before = ['strace', '-ff', '-y', '-xx', '-s', '1000000', '-o', join(log, 't'), '-e', `trace=${calls}`];
  const end = await netcoach(databaseIn(folder), story.args(folder), { before });
  if (end.code !== 0) throw new Error(`${story.name}: ${end.stderr}`);
  const threads = readdirSync(log).map((name) => readFileSync(join(log, name), 'latin1'));
  // All that the program does to its files it does in one thread.
  const main = threads.sort((a, b) => count(b, 'pwrite64') - count(a, 'pwrite64'))[0] ?? '';
  return readEvents(main, folder);
}

function count(text: string, word: string): number {
  return text.split(word).length;
}

const plain = (text: string) => unescaped(text).toString('utf8');

function unescaped(text: string): Buffer {
  return Buffer.from(
    text.replace(/\\x([0-9a-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );
}

function readEvents(trace: string, folder: string): Event[] {
  const events: Event[] = [];
  const files = new Map<string, number>();
  const offsets = new Map<string, number>();
  let made = 0;
  const fileOf = (path: string): number => {
    let file = files.get(path);
    if (file === undefined) {
      file = ++made;
      files.set(path, file);
    }
    return file;
  };
  // The shared memory of the log is no part of what outlasts a power cut.
  const isOurs = (path: string) => path.startsWith(`${folder}/`) && !path.endsWith('-shm');
  for (const line of trace.split('\n')) {
    const call = /^(\w+)\((.*)\) += (-?\d+)/.exec(line);
    if (call === null || Number(call[3]) < 0) continue;
    const [, name = '', args = '', result = ''] = call;
    const paths = [...args.matchAll(/"([^"]*)"/g)].map(([, text = '']) => text);
    const [, fd = '', at = ''] = /^(\d+)<([^>]*)>/.exec(args) ?? [];
    const path = plain(at);
    if (name === 'write' && fd === '1') events.push({ kind: 'words' });
    else if (name === 'openat') {
      const opened = plain(paths[0] ?? '');
      const full = opened.startsWith('/') ? opened : join(folder, opened);
      offsets.set(result, 0);
      if (!isOurs(full)) continue;
      if (/O_CREAT/.test(args) && !files.has(full)) {
        events.push({ kind: 'name', path: full, file: fileOf(full), old: null });
      }
      if (/O_TRUNC/.test(args)) events.push({ kind: 'cut', file: fileOf(full), length: 0 });
    } else if (name === 'pwrite64' || name === 'write') {
      if (!isOurs(path)) continue;
      const bytes = unescaped(paths[0] ?? '').subarray(0, Number(result));
      const where =
        name === 'write' ? (offsets.get(fd) ?? 0) : Number(/, (\d+)$/.exec(args)?.[1] ?? 0);
      if (name === 'write') offsets.set(fd, where + bytes.length);
      events.push({ kind: 'write', file: fileOf(path), at: where, bytes });
    } else if (name === 'ftruncate') {
      if (isOurs(path))
        events.push({ kind: 'cut', file: fileOf(path), length: Number(/, (\d+)$/.exec(args)?.[1]) });
    } else if (name === 'fsync' || name === 'fdatasync') {
      if (isOurs(path) && files.has(path)) events.push({ kind: 'sync', file: fileOf(path) });
      else if (path === folder || isOurs(path)) events.push({ kind: 'syncFolder', path });
    } else if (name === 'unlink') {
      const gone = plain(paths[0] ?? '');
      if (!isOurs(gone)) continue;
      events.push({ kind: 'name', path: gone, file: null, old: null });
      files.delete(gone);
    } else if (name === 'rename' || name === 'link') {
      const [from = '', to = ''] = paths.map(plain);
      if (!isOurs(to)) continue;
      const file = fileOf(from);
      events.push({ kind: 'name', path: to, file, old: name === 'rename' ? from : null });
      files.set(to, file);
      if (name === 'rename') files.delete(from);
    }
  }
  return events;
}

/**
 * Draws the folder as the disk may hold it after these calls.
 * @param keep how much of what was not synced is kept: a number from 0 (nothing) to 1 for each piece of it
 */
function draw(
  before: string,
  image: string,
  folder: string,
  events: readonly Event[],
  keep: () => number,
): void {
  cpSync(before, image, { recursive: true, filter: (name) => !name.endsWith('-shm') });
  const inImage = (path: string) => join(image, relative(folder, path));
  // Names: what a sync of their folder made last, and some of what came after, in order.
  const names = events.filter((event) => event.kind === 'name');
  const lasting = names.filter((event) =>
    events
      .slice(events.indexOf(event))
      .some((later) => later.kind === 'syncFolder' && later.path === dirname(event.path)),
  );
  const loose = names.filter((event) => !lasting.includes(event));
  const kept = new Set([...lasting, ...loose.slice(0, Math.round(keep() * loose.length))]);

  // The bytes of each file: what it had, what was synced, and some of the rest.
  const contents = new Map<number, Buffer>();
  const start = new Map<number, string>();
  for (const event of events) {
    if (event.kind === 'name' && event.old === null && event.file !== null && !start.has(event.file))
      start.set(event.file, event.path);
  }
  const known = namesAtStart(events, folder, before);
  const bytesOf = (file: number): Buffer => contents.get(file) ?? known.get(file) ?? Buffer.alloc(0);
  events.forEach((event, index) => {
    if (event.kind !== 'write' && event.kind !== 'cut') return;
    const isSynced = events
      .slice(index)
      .some((later) => later.kind === 'sync' && later.file === event.file);
    const now = bytesOf(event.file);
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

  // Files that were there under their name, then the names as they came to be.
  const where = new Map<string, number>();
  for (const [file] of known) {
    const path = firstPath(events, file, folder, before);
    if (path !== null) where.set(path, file);
  }
  for (const event of names) {
    if (!kept.has(event)) continue;
    if (event.old !== null) where.delete(event.old);
    if (event.file === null) {
      where.delete(event.path);
      rmSync(inImage(event.path), { force: true });
    } else where.set(event.path, event.file);
    if (event.old !== null) rmSync(inImage(event.old), { force: true });
  }
  for (const [path, file] of where) {
    mkdirSync(dirname(inImage(path)), { recursive: true });
    writeFileSync(inImage(path), bytesOf(file), { mode: 0o600 });
  }
}
