import { basename } from 'node:path';
import type { Database } from 'better-sqlite3';
import type { Context } from '../context.ts';
import { change } from '../database/change.ts';
import { BadFile, type ImportRecords } from '../import/records.ts';
import { type ImportReport, saveRecords } from '../import/save/save.ts';
import { hasProfileFields } from '../import/save/save-me.ts';
import { parseDay } from '../reading/day.ts';
import { renderImport } from '../render/import.ts';
import { readMe } from '../store/me.ts';

interface Input {
  source: 'linkedin' | 'calendar' | 'vcard' | 'csv' | 'git' | 'json';
  path: string;
  dryRun?: boolean;
  since?: string;
  until?: string;
  title?: string;
  top?: number;
}

/** Thrown inside the change to roll a dry run back. */
class DryRun extends Error {
  readonly result: ImportReport;
  constructor(result: ImportReport) {
    super('dry run');
    this.result = result;
  }
}

/** Imports a file, folder or repository in one change. */
export async function run(input: Input, context: Context): Promise<undefined> {
  const db = input.dryRun === true ? context.storeToRead() : context.store();
  const save =
    input.source === 'json'
      ? await prepareJson(input.path, db)
      : await prepareFile(input, db, context);
  const { leftOut, warnings, ...report } = runImport(
    db,
    `import: ${input.source}`,
    save,
    input.dryRun === true,
  );
  const hasHighlights = input.source === 'json' || input.source === 'csv';
  if (hasHighlights && input.dryRun !== true) {
    const { understand } = await import('../reading/understand.ts');
    await understand(db);
  }
  const result = { ...report, warnings: warnings.map(context.toType) };
  context.print(result, () => renderImport(result, leftOut, context));
}

function runImport(
  db: Database,
  label: string,
  save: () => ImportReport,
  isDryRun: boolean,
): ImportReport {
  try {
    return change(db, label, () => {
      const result = save();
      if (isDryRun) throw new DryRun({ ...result, dryRun: true });
      return result;
    });
  } catch (error) {
    if (error instanceof DryRun) return error.result;
    throw error;
  }
}

async function prepareJson(path: string, db: Database): Promise<() => ImportReport> {
  const { readExport, saveExport } = await import('../import/json/json.ts');
  const exported = readExport(path);
  return () => saveExport(db, exported, basename(path));
}

async function prepareFile(
  input: Input,
  db: Database,
  context: Context,
): Promise<() => ImportReport> {
  const records = await readRecords(input, db, context);
  const { people, interactions, invitations, me } = records;
  const isEmpty = people.length + interactions.length + invitations.length === 0;
  if (isEmpty && (me === null || !hasProfileFields(me))) {
    throw new BadFile(
      `${basename(input.path)} holds nothing that could be taken`,
      emptyReason(records),
    );
  }
  if (records.waiting > 0) {
    const waiting = records.waiting === 1 ? '1 person is' : `${records.waiting} people are`;
    records.warnings.push(
      `${waiting} waiting for your answer on LinkedIn: netcoach people --status incoming`,
    );
  }
  return () => {
    const bar = context.progress();
    try {
      return saveRecords(db, records, bar.step);
    } finally {
      bar.end();
    }
  };
}

function emptyReason({ skipped, warnings }: ImportRecords): string {
  const [first] = skipped;
  if (first !== undefined) return `Left out: ${first.where}: ${first.why}`;
  const relevant = warnings.filter((warning) => !warning.includes('netcoach me --email'));
  return relevant.length > 0
    ? `What was found: ${relevant.join('; ')}`
    : 'Check that it is the file you mean.';
}

async function readRecords(input: Input, db: Database, context: Context): Promise<ImportRecords> {
  const { path } = input;
  const { today } = context;
  const me = readMe(db);
  const since = input.since === undefined ? undefined : await parseDay(input.since, today);
  const until = input.until === undefined ? undefined : await parseDay(input.until, today);
  switch (input.source) {
    case 'linkedin': {
      const { readLinkedIn } = await import('../import/linkedin/linkedin.ts');
      return readLinkedIn(path, { name: me.name, today });
    }
    case 'calendar': {
      const { readCalendar } = await import('../import/calendar/calendar.ts');
      return readCalendar(path, { emails: me.emails, name: me.name, since, today });
    }
    case 'vcard': {
      const { readVcard } = await import('../import/vcard/vcard.ts');
      return readVcard(path);
    }
    case 'csv': {
      const { readCsv } = await import('../import/csv/csv.ts');
      return readCsv(path, { today });
    }
    default: {
      const { readGit } = await import('../import/git/git.ts');
      const { top, title } = input;
      return readGit(path, { since, until, top, title, today, emails: me.emails, name: me.name });
    }
  }
}
