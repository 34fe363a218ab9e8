import { basename } from 'node:path';
import type { Database } from 'better-sqlite3';
import { EXPORT_FORMAT, type ExportData } from '../../export/json.ts';
import { linkAnswer } from '../../store/answers.ts';
import { readEverything } from '../../store/everything.ts';
import { isEmpty } from '../../store/find-people.ts';
import { addInteraction, findSource, interactionFinder } from '../../store/interactions.ts';

import { writeMe } from '../../store/me.ts';
import { personById } from '../../store/people.ts';
import { uidKeeper } from '../../store/uids.ts';
import { readBytes } from '../archive.ts';
import { BadFile, type ImportRecords, newRecords, skip, warn } from '../records.ts';
import { loadPersonMatcher } from '../save/known-people.ts';
import type { ImportReport } from '../save/save.ts';
import { type ExportedPerson, fillPerson, matchPeople, restorePerson } from './match-people.ts';
import { findProblem } from './shape.ts';

const EXPORT_HINT = 'Use a file written by: netcoach export json';

/**
 * Reads a JSON export.
 * @throws BadFile if it's something else, damaged, or from a newer netcoach
 */
export function readExport(path: string): ExportData {
  const name = basename(path);
  const bytes = readBytes(path);
  let data: unknown;
  try {
    data = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new BadFile(`${name} isn't JSON, or was cut short`, EXPORT_HINT, { cause });
  }
  const format = (data as { netcoach?: { format?: unknown } } | null)?.netcoach?.format;
  if (typeof format !== 'number')
    throw new BadFile(`${name} is JSON, but not a netcoach export`, EXPORT_HINT);
  if (format > EXPORT_FORMAT) {
    throw new BadFile(`${name} was written by a newer netcoach`, 'Install the newest netcoach.');
  }
  const problem = findProblem(data as ExportData);
  if (problem !== null) throw new BadFile(`${name}: ${problem}`, EXPORT_HINT);
  return withNewerFields(data as ExportData);
}

/** Fills in what earlier exports don't have. */
function withNewerFields(data: ExportData): ExportData {
  return {
    ...data,
    people: data.people.map((person) => ({ ...person, call: person.call ?? null })),
  };
}

/** The highest id to keep: far more rows than a log has, and far from where numbers lose digits. */
const MAX_ID = 2 ** 31 - 1;

/** Whether the ids are such as a database gives; new rows are numbered after the highest. */
function hasUsableIds({ people, interactions }: ExportData): boolean {
  return [...people, ...interactions].every(({ id }) => id >= 1 && id <= MAX_ID);
}

/**
 * Saves an export; call it inside a change. An empty database gets everything back, ids included if
 * they are usable; otherwise only gaps are filled.
 * @param name file name
 */
export function saveExport(db: Database, exported: ExportData, name: string): ImportReport {
  const isNew = isEmpty(db);
  const before = isNew ? null : readEverything(db);
  const records = newRecords('json');
  const keepsIds = isNew && hasUsableIds(exported);
  const keepUid = isNew ? uidKeeper(db) : () => undefined;
  if (isNew && !keepsIds)
    warn(records, "the file's ids are out of range, so every entry gets a new one");
  const { ids, skipReasons, people, isComplete } = savePeople(
    db,
    exported,
    { before, keepsIds, keepUid },
    name,
    records,
  );
  const interactions = { added: 0, unchanged: 0 };
  // Two of a day may be alike in all that is compared.
  const claimed = new Set<number>();
  const findSame = interactionFinder(db);
  const interactionIds = new Map<number, number>();
  for (const {
    id,
    kind,
    date,
    title,
    note,
    source,
    uid,
    people: guests,
  } of exported.interactions) {
    const attendance = new Map(
      guests.map(({ id: guest, highlight, say }) => [
        ids.get(guest) as number,
        { highlight, say: say ?? null },
      ]),
    );
    const skipReason = guests
      .map((guest) => skipReasons.get(guest.id))
      .find((why) => why !== undefined);
    const knownId = isNew
      ? undefined
      : ((source === null ? undefined : findSource(db, source)) ??
        (skipReason === undefined
          ? findSame({ kind, date, title }, [...attendance.keys()]).find(
              (same) => !claimed.has(same),
            )
          : undefined));
    if (knownId !== undefined) claimed.add(knownId);
    const isKnown = knownId !== undefined;
    if (isKnown) interactions.unchanged++;
    else if (skipReason !== undefined) skip(records, `${name}: interaction ${id}`, skipReason);
    else {
      const people = [...attendance].map(([person, said]) => ({ person, ...said }));
      const fields = { kind, date, title, note, source };
      const added = addInteraction(db, fields, people, keepsIds ? id : undefined);
      keepUid('interaction', added, uid);
      interactionIds.set(id, added);
      interactions.added++;
    }
  }
  for (const { id, answers = [] } of exported.interactions) {
    const added = interactionIds.get(id);
    if (added === undefined) continue;
    for (const { person, action, moment } of answers) {
      const answer = { action, moment: renumbered(moment, interactionIds) };
      linkAnswer(db, added, ids.get(person) ?? 0, answer);
    }
  }
  const profileDifferences = before === null ? [] : differingProfileFields(before.me, exported.me);
  if (before === null) writeMe(db, exported.me);
  if (profileDifferences.length > 0)
    warn(
      records,
      `your profile is unchanged; the file has something else for: ${profileDifferences.join(', ')}`,
    );
  if (!isComplete || profileDifferences.length > 0)
    records.warnings.unshift(
      `what was already in your log was kept. To restore the whole export, import it into an empty database: netcoach --db FILE import json ${name}`,
    );
  return {
    source: 'json',
    people,
    interactions,
    skipped: records.skipped,
    skippedTotal: records.skippedTotal,
    leftOut: records.leftOut,
    namesakes: [],
    warnings: records.warnings,
    dryRun: false,
  };
}

/** The key of a moment about an interaction ends with its id, which may be another here. */
function renumbered(moment: string, ids: ReadonlyMap<number, number>): string {
  return moment.replace(/:(\d+)$/, (end, id: string) => {
    const found = ids.get(Number(id));
    return found === undefined ? end : `:${found}`;
  });
}

/** @returns ids in the database and reasons for skipping, both by id in the file */
function savePeople(
  db: Database,
  { people }: ExportData,
  {
    before,
    keepsIds,
    keepUid,
  }: {
    before: Pick<ExportData, 'people'> | null;
    keepsIds: boolean;
    keepUid: ReturnType<typeof uidKeeper>;
  },
  name: string,
  records: ImportRecords,
) {
  const ids = new Map<number, number>();
  const skipReasons = new Map<number, string>();
  const counts = { added: 0, updated: 0, unchanged: 0 };
  const stored = new Map((before?.people ?? []).map((person) => [person.id, person]));
  const matches = matchPeople(people, stored, loadPersonMatcher(db));
  let isComplete = true;
  for (const person of people) {
    const match = matches.get(person.id) ?? null;
    if (match === null) {
      const added = restorePerson(db, person, keepsIds ? person.id : undefined);
      keepUid('person', added, person.uid);
      ids.set(person.id, added);
      counts.added++;
    } else if ('why' in match) {
      skipReasons.set(person.id, match.why);
      skip(records, `${name}: person ${person.id}`, match.why);
    } else {
      ids.set(person.id, match.id);
      const known = stored.get(match.id) as ExportedPerson;
      // An earlier person in the file may have filled some fields.
      const filled = fillPerson(db, { ...known, ...personById(db, match.id) }, person);
      for (const kept of filled.kept) warn(records, kept);
      if (!filled.isComplete) isComplete = false;
      counts[filled.isUpdated ? 'updated' : 'unchanged']++;
    }
  }
  return { ids, skipReasons, people: counts, isComplete };
}

function differingProfileFields(me: ExportData['me'], incoming: ExportData['me']): string[] {
  const before = new Map<string, unknown>(Object.entries(me));
  return Object.entries(incoming)
    .filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(before.get(key)))
    .map(([key]) => key);
}
