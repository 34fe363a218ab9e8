/** Takes in what lies in a folder: calendars, LinkedIn's archive, address books, lists, and sentences. */
import { createHash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import type { Context } from '../context.ts';
import { change } from '../database/change.ts';
import { readSetting, writeSetting } from '../database/settings.ts';
import { Failure } from '../failure.ts';
import { isZip, readBytes } from '../import/archive.ts';
import { decodeText } from '../import/decode.ts';
import type { Day } from '../model.ts';
import { type InboxFile, renderInbox } from '../render/inbox.ts';
import { addDays, formatDay, isDay } from '../text/days.ts';
import { importFile } from './import.ts';
import { type Entry, prepareSentence, record } from './log.ts';

/** What was taken, as hashes: nobody's name is in it. */
const TAKEN = 'inbox';
/** A line without an end may still be written. */
const SETTLED_MS = 60_000;

/** Takes each file that wasn't taken before as one change, and of a text each new line. Moves nothing. */
export async function run({ folder }: { folder: string }, context: Context): Promise<undefined> {
  const files: InboxFile[] = [];
  const other: string[] = [];
  for (const name of filesIn(folder)) {
    const path = join(folder, name);
    const source = sourceOf(name);
    if (source === null) {
      other.push(name);
      continue;
    }
    try {
      files.push(
        source === 'text'
          ? await takeText(path, name, context)
          : await takeFile(path, name, source, context),
      );
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      const why = `${error.message}. ${context.toType(error.hint)}`.trim();
      files.push({ ...nothingOf(name, source), unread: [{ where: name, why }] });
    }
  }
  context.print({ files, other }, () => renderInbox(files, other, context));
}

/** @throws Failure `io` if it's no folder */
function filesIn(folder: string): string[] {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true)
    throw new Failure('io', `not a folder: ${folder}`, 'Give a folder: netcoach inbox ~/Inbox');
  return readdirSync(folder)
    .filter(
      (name) =>
        !/^[.~]/.test(name) && statSync(join(folder, name), { throwIfNoEntry: false })?.isFile(),
    )
    .sort();
}

type Source = InboxFile['source'];

function sourceOf(name: string): Source | null {
  const ending = /\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  const sources: Record<string, Source> = {
    ics: 'calendar',
    zip: 'linkedin',
    vcf: 'vcard',
    csv: 'csv',
    txt: 'text',
  };
  return Object.hasOwn(sources, ending) ? (sources[ending] as Source) : null;
}

function nothingOf(file: string, source: Source): InboxFile {
  return { file, source, isNew: true, people: 0, interactions: 0, unread: [], warnings: [] };
}

function hashOf(...parts: Array<string | Uint8Array>): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex').slice(0, 24);
}

function takenBefore(db: Database): Set<string> {
  return new Set(readSetting<string[]>(db, TAKEN) ?? []);
}

/** In the caller's change. */
function markTaken(db: Database, hashes: readonly string[]): void {
  writeSetting(db, TAKEN, [...takenBefore(db), ...hashes]);
}

async function takeFile(
  path: string,
  file: string,
  source: Exclude<Source, 'text'>,
  context: Context,
): Promise<InboxFile> {
  const bytes = readBytes(path);
  const hash = hashOf(bytes);
  if (takenBefore(context.storeToRead()).has(hash))
    return { ...nothingOf(file, source), isNew: false };
  const input = { path, source: isLinkedInTable(source, bytes) ? 'linkedin' : source } as const;
  if (source === 'linkedin' && !isZip(bytes))
    throw new Failure('bad-file', `${file} isn't a zip archive`, 'Take it out of the folder.');
  const report = await importFile(input, `inbox: ${file}`, context, (db) => markTaken(db, [hash]));
  return {
    ...nothingOf(file, input.source),
    people: report.people.added + report.people.updated,
    interactions: report.interactions.added,
    unread: [...report.leftOut].map(([why, { where, rows }]) => ({
      where: rows === 1 ? where : `${where} and ${rows - 1} more`,
      why,
    })),
    warnings: report.warnings.map(context.toType),
  };
}

/** One of the archive's files by itself: Connections.csv. */
function isLinkedInTable(source: Source, bytes: Uint8Array): boolean {
  return (
    source === 'csv' &&
    /^(?:.*\n){0,4}"?First Name"?,"?Last Name"?,.*Connected On/i.test(
      decodeText(bytes.subarray(0, 4000)),
    )
  );
}

interface Line {
  number: number;
  words: string;
  hash: string;
  /** As it was known before, by the file's name. */
  formerHash: string;
}

async function takeText(path: string, file: string, context: Context): Promise<InboxFile> {
  const text = decodeText(readBytes(path));
  const isSettled = /\n$/.test(text) || Date.now() - statSync(path).mtimeMs > SETTLED_MS;
  const taken = takenBefore(context.storeToRead());
  const fresh = linesOf(text, file, isSettled).filter(
    ({ hash, formerHash }) => !taken.has(hash) && !taken.has(formerHash),
  );
  const result = { ...nothingOf(file, 'text'), isNew: fresh.length > 0 };
  const entries: Array<{ entry: Entry; hash: string }> = [];
  for (const { number, words, hash } of fresh) {
    try {
      entries.push({ entry: await readLine(words, dayIn(file), context), hash });
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      result.unread.push({ where: `${file}:${number}`, why: `${error.message}. ${error.hint}` });
    }
  }
  if (entries.length === 0) return result;
  const db = context.store();
  const added = change(db, `inbox: ${file}`, () => {
    const all = entries.flatMap(
      ({ entry, hash }) => record({ ...entry, source: `inbox:${hash}` }, context).added,
    );
    markTaken(
      db,
      entries.map(({ hash }) => hash),
    );
    return all;
  });
  const { understandNewest } = await import('../reading/understand.ts');
  await understandNewest(db, context.today);
  return { ...result, people: added.length, interactions: entries.length };
}

/**
 * The lines with words; the same words in one file count by how often they came before. A line is known by its
 * words and the day in the file's name, so that a file may be renamed.
 */
function linesOf(text: string, file: string, isSettled: boolean): Line[] {
  const lines = text.split(/\r?\n/);
  if (!isSettled) lines.pop();
  const times = new Map<string, number>();
  return lines.flatMap((line, at) => {
    const words = line.replace(/^\s*(?:[-*•]\s+)?(?:\[[ xX]\]\s+)?/u, '').trim();
    if (words === '' || words.startsWith('#')) return [];
    const time = (times.get(words) ?? 0) + 1;
    times.set(words, time);
    return [
      {
        number: at + 1,
        words,
        hash: hashOf(dayIn(file) ?? '', words, String(time)),
        formerHash: hashOf(file, words, String(time)),
      },
    ];
  });
}

/** "2026-11-20" or "20261120" in a file's name. */
function dayIn(name: string): Day | null {
  const [, year, month, date] = /(?<!\d)(\d{4})[-_.]?(\d{2})[-_.]?(\d{2})(?!\d)/.exec(name) ?? [];
  const day = `${year}-${month}-${date}`;
  return isDay(day) ? day : null;
}

/** Days after which "Tuesday" and "yesterday" mean other days, and "20 Nov" the same. */
const LATER = 8;

/**
 * Reads a line. Its day is in it, or goes from the day in front of it or in the file's name: when a line was
 * written, nobody knows.
 * @throws Failure for a line that can't be read, or without a day
 */
async function readLine(words: string, ofFile: Day | null, context: Context): Promise<Entry> {
  const [, typed, rest] = /^(\d{4}-\d{2}-\d{2})[\s,:;–-]+(\S.*)$/u.exec(words) ?? [];
  const inFront = typed !== undefined && isDay(typed) ? typed : null;
  const written = inFront ?? ofFile;
  if (written !== null) {
    if (written > context.today)
      throw new Failure(
        'bad-date',
        `${formatDay(written, context.today)} is in the future`,
        'Log it once it has happened.',
      );
    return prepareSentence(
      { words: [inFront === null ? words : (rest as string)] },
      { ...context, today: written },
    );
  }
  const entry = await prepareSentence({ words: [words] }, context);
  const later = await prepareSentence(
    { words: [words] },
    { ...context, today: addDays(context.today, LATER) },
  );
  if (entry.date === later.date) return entry;
  throw new Failure(
    'bad-date',
    'no date',
    'Start the line with the day you wrote it: 2026-11-20 Coffee with Tom yesterday',
  );
}
