import { basename } from 'node:path';
import type { Database } from 'better-sqlite3';
import { EXPORT_FORMAT, type Exported } from '../../export/json.ts';
import { readEverything } from '../../store/everything.ts';
import { isEmpty } from '../../store/find-people.ts';
import { addInteraction, findInteraction, hasSource } from '../../store/interactions.ts';

import { writeMe } from '../../store/me.ts';
import { personById } from '../../store/people.ts';
import { readBytes } from '../archive.ts';
import { BadFile, type ImportRecords, newRecords, skip, warn } from '../records.ts';
import { identify } from '../save/known-people.ts';
import type { Imported } from '../save/save.ts';
import { type ExportedPerson, fillPerson, matchPeople, restorePerson } from './match-people.ts';
import { problemOf } from './shape.ts';

const HINT = 'Give a file that "netcoach export json" wrote.';

/**
 * Reads netcoach's own export.
 * @throws BadFile where it is not one, is damaged, or comes from a newer netcoach
 */
export function readExport(path: string): Exported {
  const name = basename(path);
  const bytes = readBytes(path);
  let data: unknown;
  try {
    data = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new BadFile(`${name} is not JSON, or was cut short`, HINT, { cause });
  }
  const format = (data as { netcoach?: { format?: unknown } } | null)?.netcoach?.format;
  if (typeof format !== 'number') throw new BadFile(`${name} is JSON, but no export`, HINT);
  if (format > EXPORT_FORMAT) {
    throw new BadFile(`${name} was written by a newer netcoach`, 'Install the newest netcoach.');
  }
  const problem = problemOf(data as Exported);
  if (problem !== null) throw new BadFile(`${name}: ${problem}`, HINT);
  return data as Exported;
}

/**
 * Saves an export. Into an empty database everything comes back as it was, numbers included; elsewhere
 * what is new is added, and gaps are filled. Must run inside a change.
 * @param name of the file
 */
export function saveExport(db: Database, exported: Exported, name: string): Imported {
  const isNew = isEmpty(db);
  const before = isNew ? null : readEverything(db);
  const records = newRecords('json');
  const { ids, doubts, people, isWhole } = savePeople(db, exported, before, name, records);
  const interactions = { added: 0, unchanged: 0 };
  for (const { id, kind, date, title, note, source, people: guests } of exported.interactions) {
    const attendance = new Map(
      guests.map(({ id: guest, highlight }) => [ids.get(guest) as number, highlight]),
    );
    const doubt = guests.map((guest) => doubts.get(guest.id)).find((why) => why !== undefined);
    const isKnown =
      !isNew &&
      ((source !== null && hasSource(db, source)) ||
        (doubt === undefined &&
          findInteraction(db, { kind, date, title }, [...attendance.keys()]) !== null));
    if (isKnown) interactions.unchanged++;
    else if (doubt !== undefined) skip(records, `${name}: interaction ${id}`, doubt);
    else {
      const people = [...attendance].map(([person, highlight]) => ({ person, highlight }));
      addInteraction(db, { kind, date, title, note, source }, people, isNew ? id : undefined);
      interactions.added++;
    }
  }
  const own = before === null ? [] : otherOf(before.me, exported.me);
  if (before === null) writeMe(db, exported.me);
  if (own.length > 0)
    warn(records, `your own profile stays; the file says otherwise of ${own.join(', ')}`);
  if (!isWhole || own.length > 0)
    records.warnings.unshift(
      `what was known already was kept; an export comes back whole into an empty database: netcoach --db FILE import json ${name}`,
    );
  return {
    source: 'json',
    people,
    interactions,
    skipped: records.skipped,
    skippedTotal: records.skippedTotal,
    leftOut: records.leftOut,
    warnings: records.warnings,
    dryRun: false,
  };
}

/** Saves the people of an export. @returns by their numbers in the file who they are, or why nobody can say */
function savePeople(
  db: Database,
  { people }: Exported,
  before: Pick<Exported, 'people'> | null,
  name: string,
  records: ImportRecords,
) {
  const ids = new Map<number, number>();
  const doubts = new Map<number, string>();
  const counts = { added: 0, updated: 0, unchanged: 0 };
  const stored = new Map((before?.people ?? []).map((one) => [one.id, one]));
  const matches = matchPeople(people, stored, identify(db));
  let isWhole = true;
  for (const one of people) {
    const match = matches.get(one.id) ?? null;
    if (match === null) {
      ids.set(one.id, restorePerson(db, one, before === null ? one.id : undefined));
      counts.added++;
    } else if ('why' in match) {
      doubts.set(one.id, match.why);
      skip(records, `${name}: person ${one.id}`, match.why);
    } else {
      ids.set(one.id, match.id);
      const known = stored.get(match.id) as ExportedPerson;
      // Another of the file may have filled in something of them.
      const filled = fillPerson(db, { ...known, ...personById(db, match.id) }, one);
      for (const kept of filled.kept) warn(records, kept);
      if (!filled.isWhole) isWhole = false;
      counts[filled.isUpdated ? 'updated' : 'unchanged']++;
    }
  }
  return { ids, doubts, people: counts, isWhole };
}

/** What the file says otherwise of me. */
function otherOf(me: Exported['me'], said: Exported['me']): string[] {
  const before = new Map<string, unknown>(Object.entries(me));
  return Object.entries(said)
    .filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(before.get(key)))
    .map(([key]) => key);
}
