import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import type { Day } from '../../model.ts';
import { isVisible } from '../../text/clean.ts';
import { fold } from '../../text/fold.ts';
import { readBytes } from '../archive.ts';
import { cleanLine } from '../decode.ts';
import { BadFile, type ImportRecords, newRecords, type PersonRecord } from '../records.ts';
import { describeFormat } from '../sniff.ts';
import {
  authorDomains,
  type Contributor,
  emailOf,
  isBot,
  isTool,
  mergeNamesakes,
  nameOf,
  withSpokenNames,
} from './authors.ts';
import { addCoauthors, type GitHistory, readLog } from './commits.ts';
import { runGit } from './run-git.ts';

export interface GitOptions {
  since?: Day | undefined;
  until?: Day | undefined;
  /** Most people to import (default: 12). */
  top?: number | undefined;
  /** Default: the folder's name. */
  title?: string | undefined;
  /** Latest date, as other people's clocks can be ahead. */
  today?: Day | undefined;
  /** The user's addresses. */
  emails: readonly string[];
  name?: string | null | undefined;
}

const DEFAULT_TOP = 12;
const MAX_BUNDLE_BYTES = 100_000_000;

/**
 * Reads a repository or bundle as one `project` on the day of its last commit, with the authors and
 * co-authors who have most commits, except bots and the user. Runs nothing from the repository.
 * @throws BadFile if it isn't a repository or has no commits by others
 */
export async function readGit(path: string, options: GitOptions): Promise<ImportRecords> {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) throw new BadFile(`no such file: ${path}`, 'Check the path.');
  const name = basename(resolve(path)).replace(/\.(git|bundle)$/i, '');
  if (found.isDirectory()) return readHistory(['-C', path], name, options);
  if (describeFormat(readBytes(path, MAX_BUNDLE_BYTES)) !== 'a git bundle')
    throw new BadFile(`not a git bundle: ${name}`, 'Give a repository or a bundle of one.');
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
  const history = await readLog(where, options);
  if (history.commits === 0) {
    const isLimited = options.since !== undefined || options.until !== undefined;
    throw new BadFile(
      `${name} has no commits${isLimited ? ' in that time' : ''}`,
      isLimited ? 'Try other dates: --since, --until' : 'Try another repository.',
    );
  }
  await addCoauthors(where, history);
  const others = rank(history, options);
  if (others.length === 0)
    throw new BadFile(
      `no one but you and bots worked on ${name}`,
      'Try other dates, or log the project by hand: netcoach log',
    );
  const records = newRecords('git');
  records.people = others.map((contributor) => toRecord(contributor, name));
  const title = cleanLine(options.title ?? name);
  records.interactions.push({
    where: name,
    key: `git:${history.tip}`,
    kind: 'project',
    date:
      options.today !== undefined && history.lastDay > options.today
        ? options.today
        : history.lastDay,
    title: isVisible(title) ? title : 'Project',
    people: records.people,
  });
  return records;
}

/** Everyone except the user and bots, most commits first. */
function rank(history: GitHistory, options: GitOptions): Contributor[] {
  const emails = new Set(options.emails.map((email) => email.trim().toLowerCase()));
  const userName = fold(options.name ?? '');
  const isUser = (contributor: Contributor) =>
    [...contributor.emails.keys()].some((email) => emails.has(email)) ||
    (userName !== '' && [...contributor.names.keys()].some((name) => fold(name) === userName));
  const humans = [...history.people.values()].filter(
    (contributor) => !isBot(nameOf(contributor), [...contributor.emails.keys()][0] ?? ''),
  );
  const domains = authorDomains(humans);
  const people = humans.filter((contributor) => !isTool(contributor, domains));
  return mergeNamesakes(people.map(withSpokenNames))
    .filter((contributor) => !isUser(contributor))
    .sort((a, b) => b.commits - a.commits || a.newest - b.newest)
    .slice(0, options.top ?? DEFAULT_TOP);
}

function toRecord(contributor: Contributor, where: string): PersonRecord {
  const person: PersonRecord = { where, name: nameOf(contributor), isFromInteraction: true };
  const email = emailOf(contributor);
  if (email !== undefined) person.emails = [email];
  return person;
}
