/** Records with strace what a command does to the files in its folder. */
import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { netcoach } from './process.ts';
import { databaseIn, type Story } from './stories.ts';

/** What a command did to the files in its folder; a renamed file keeps its number. */
export type Event =
  | { kind: 'write'; file: number; at: number; bytes: Buffer }
  | { kind: 'cut'; file: number; length: number }
  | { kind: 'sync'; file: number }
  | { kind: 'name'; path: string; file: number | null; old: string | null }
  | { kind: 'syncFolder'; path: string }
  | { kind: 'words' };

/** What was there before, and where. */
export interface Scene {
  folder: string;
  before: string;
  /** The files that were there, by their number in the events. */
  initial: Map<number, { path: string; bytes: Buffer }>;
}

/** Runs the story under strace and reads what it did to the files in its folder. */
export async function record(root: string, scene: Scene, story: Story): Promise<Event[]> {
  const { folder } = scene;
  const log = join(root, 'log');
  mkdirSync(log);
  const calls = 'openat,close,write,pwrite64,fsync,fdatasync,ftruncate,unlink,rename,link,mkdir';
  const before = [
    'strace',
    '-ff',
    '-y',
    '-xx',
    '-s',
    '1000000',
    '-o',
    join(log, 't'),
    '-e',
    `trace=${calls}`,
  ];
  const end = await netcoach(databaseIn(folder), story.args(folder), { before });
  if (end.code !== 0) throw new Error(`${story.name}: ${end.stderr}`);
  const threads = readdirSync(log).map((name) => readFileSync(join(log, name), 'latin1'));
  // The program does everything to its files in one thread.
  const main = threads.sort((a, b) => count(b, 'pwrite64') - count(a, 'pwrite64'))[0] ?? '';
  return readEvents(main, scene);
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

function count(text: string, word: string): number {
  return text.split(word).length;
}

const plain = (text: string) => unescaped(text).toString('utf8');

function unescaped(text: string): Buffer {
  return Buffer.from(
    text.replace(/\\x([0-9a-f]{2})/g, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    ),
    'latin1',
  );
}

function readEvents(trace: string, { folder, before, initial }: Scene): Event[] {
  const events: Event[] = [];
  const files = new Map<string, number>();
  const offsets = new Map<string, number>();
  const gone = new Set<string>();
  let made = 0;
  const fileOf = (path: string): number => {
    let file = files.get(path);
    if (file === undefined) {
      file = ++made;
      files.set(path, file);
      const old = join(before, relative(folder, path));
      if (!gone.has(path) && isFile(old)) initial.set(file, { path, bytes: readFileSync(old) });
    }
    return file;
  };
  // The log's shared memory does not survive a power cut anyway.
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
      const isKnown = files.has(full);
      if (!/O_CREAT/.test(args) && !isKnown && !isFile(join(before, relative(folder, full))))
        continue;
      const file = fileOf(full);
      if (!isKnown && !initial.has(file))
        events.push({ kind: 'name', path: full, file, old: null });
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
        events.push({
          kind: 'cut',
          file: fileOf(path),
          length: Number(/, (\d+)$/.exec(args)?.[1]),
        });
    } else if (name === 'fsync' || name === 'fdatasync') {
      if (isOurs(path) && files.has(path)) events.push({ kind: 'sync', file: fileOf(path) });
      else if (path === folder || isOurs(path)) events.push({ kind: 'syncFolder', path });
    } else if (name === 'unlink') {
      const path = plain(paths[0] ?? '');
      if (!isOurs(path)) continue;
      fileOf(path);
      events.push({ kind: 'name', path, file: null, old: null });
      files.delete(path);
      gone.add(path);
    } else if (name === 'rename' || name === 'link') {
      const [from = '', to = ''] = paths.map(plain);
      if (!isOurs(to)) continue;
      fileOf(to);
      const file = fileOf(from);
      events.push({ kind: 'name', path: to, file, old: name === 'rename' ? from : null });
      files.set(to, file);
      if (name === 'rename') {
        files.delete(from);
        gone.add(from);
      }
    }
  }
  return events;
}
