import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import type { Day } from '../../model.ts';
import { isVisible } from '../../text/clean.ts';
import { fold } from '../../text/fold.ts';
import { readBytes } from '../archive.ts';
import { cleanLine } from '../decode.ts';
import { BadFile, type ImportRecords, newRecords, type PersonRecord } from '../records.ts';
import { looksLike } from '../sniff.ts';
import { type Contributor, emailOf, isBot, mergeNamesakes, nameOf } from './authors.ts';
import { addCoauthors, gather, type History } from './commits.ts';
import { runGit } from './run-git.ts';

export interface GitOptions {
  since?: Day | undefined;
  until?: Day | undefined;
  /** How many people at most, those who did most; 12 unless told. */
  top?: number | undefined;
  /** What the project is called; the folder's name unless told. */
  title?: string | undefined;
  /** The project is dated no later: clocks of others may be ahead. */
  today?: Day | undefined;
  /** My own addresses and name. */
  emails: readonly string[];
  name?: string | null | undefined;
}

/** So many people at most are named after one project. */
const TOP = 12;
const LARGEST_BUNDLE = 100_000_000;

/**
 * A repository's history, or a bundle's: one `project` on the day of its last commit, with those who wrote
 * most, as authors or in "Co-authored-by" lines, mailmap applied. Programs and I myself are left out. Nothing
 * in the repository is run.
 * @throws BadFile where it is no repository, has no commits in the time, or nobody but me took part
 */
export async function readGit(path: string, options: GitOptions): Promise<ImportRecords> {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) throw new BadFile(`there is no file ${path}`, 'Check the path.');
  const name = basename(resolve(path)).replace(/\.(git|bundle)$/i, '');
  if (found.isDirectory()) return readHistory(['-C', path], name, options);
  if (looksLike(readBytes(path, LARGEST_BUNDLE)) !== 'a git bundle')
    throw new BadFile(`${name} is no git bundle`, 'Name a repository, or a bundle of one.');
  const folder = mkdtempSync(join(tmpdir(), 'netcoach-'));
  try {
    const copy = join(folder, 'copy.git');
    await runGit(
      ['-c', 'protocol.file.allow=always'],
      ['clone', '--quiet', '--bare', '--template=', '--', resolve(path), copy],
      { protocol: 'file' },
    );
    return await readHistory(['--git-dir', copy], name, options);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function readHistory(
  where: readonly string[],
  name: string,
  options: GitOptions,
): Promise<ImportRecords> {
  const history = await gather(where, options);
  if (history.commits === 0) {
    const isBound = options.since !== undefined || options.until !== undefined;
    throw new BadFile(
      `${name} has no commits${isBound ? ' in that time' : ''}`,
      isBound ? 'Choose other days with --since and --until.' : 'Name another repository.',
    );
  }
  await addCoauthors(where, history);
  const others = rank(history, options);
  if (others.length === 0)
    throw new BadFile(
      `nobody but you and programs took part in ${name}`,
      'Choose another time, or log the project by hand: netcoach log',
    );
  const records = newRecords('git');
  records.people = others.map((one) => toRecord(one, name));
  const title = cleanLine(options.title ?? name);
  records.interactions.push({
    where: name,
    key: `git:${history.tip}`,
    kind: 'project',
    date:
      options.today !== undefined && history.last > options.today ? options.today : history.last,
    title: isVisible(title) ? title : 'Project',
    people: records.people,
  });
  return records;
}

/** Everybody but me and programs, those with most commits first. */
function rank(history: History, options: GitOptions): Contributor[] {
  const emails = new Set(options.emails.map((email) => email.trim().toLowerCase()));
  const own = fold(options.name ?? '');
  const isMe = (one: Contributor) =>
    [...one.emails.keys()].some((email) => emails.has(email)) ||
    (own !== '' && [...one.names.keys()].some((name) => fold(name) === own));
  const people = [...history.people.values()].filter(
    (one) => !isBot(nameOf(one), [...one.emails.keys()][0] ?? ''),
  );
  return mergeNamesakes(people)
    .filter((one) => !isMe(one))
    .sort((a, b) => b.commits - a.commits || a.newest - b.newest)
    .slice(0, options.top ?? TOP);
}

function toRecord(one: Contributor, where: string): PersonRecord {
  const person: PersonRecord = { where, name: nameOf(one), isGuest: true };
  const email = emailOf(one);
  if (email !== undefined) person.email = email;
  return person;
}
