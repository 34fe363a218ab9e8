import { basename } from 'node:path';
import type { Database } from 'better-sqlite3';
import type { Context } from '../context.ts';
import { change } from '../database/change.ts';
import { BadFile, type ImportRecords } from '../import/records.ts';
import { type ImportReport, saveRecords } from '../import/save/save.ts';
import { hasProfileFields } from '../import/save/save-me.ts';
import type { Namesakes } from '../import/save/save-people.ts';
import { parseDay } from '../reading/day.ts';
import { renderImport } from '../render/import.ts';
import { findCoworkers } from '../store/coworkers.ts';
import { readMe, readMyPositions } from '../store/me.ts';
import { mergePeople } from '../store/merge.ts';
import { personById } from '../store/people.ts';
import { count } from '../text/count.ts';
import { formatDay } from '../text/days.ts';
import { safe } from '../text/safe.ts';

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

/**
 * Imports a file, folder or repository in one change, and reads the titles that came in.
 * @param also what else belongs to the change
 * @throws BadFile; a file that can't be read leaves no database behind
 */
export async function importFile(
  input: Input,
  label: string,
  context: Context,
  also: (db: Database) => void = () => undefined,
): Promise<ImportReport> {
  const isDryRun = input.dryRun === true;
  const before = isDryRun ? context.storeToRead() : context.storeToEdit();
  const save =
    input.source === 'json'
      ? await prepareJson(input.path)
      : await prepareFile(input, before, context);
  const db = isDryRun ? before : context.store();
  const saveAll = () => {
    const report = save(db);
    also(db);
    return report;
  };
  const report = runImport(db, label, saveAll, isDryRun);
  if (!isDryRun) {
    const { understandNewest } = await import('../reading/understand.ts');
    await understandNewest(db, context.today);
  }
  return report;
}

/** Imports, prints what came in, and asks what only the user knows. */
export async function run(input: Input, context: Context): Promise<undefined> {
  const { leftOut, warnings, namesakes, ...report } = await importFile(
    input,
    `import: ${input.source}`,
    context,
  );
  const db = input.dryRun === true ? context.storeToRead() : context.store();
  const isAsking = context.ask !== null && !context.isJson && input.dryRun !== true;
  const listed = isAsking ? namesakes.slice(MAX_ASKED) : namesakes;
  const more = listed.slice(0, MAX_ASKED).map((pair) => namesakeLine(db, pair));
  if (listed.length > MAX_ASKED)
    more.push(`${count(listed.length - MAX_ASKED, 'more namesake')}: netcoach people --duplicates`);
  const known = input.dryRun === true ? [] : more;
  const result = { ...report, warnings: [...warnings, ...known].map(context.toType) };
  context.print(result, () => renderImport(result, leftOut, context));
  if (isAsking) await askNamesakes(db, namesakes.slice(0, MAX_ASKED), context);
  if (input.source === 'linkedin' && input.dryRun !== true) await offerCoworkers(db, context);
}

/** Offers to go through those who may have worked with me; where nobody can be asked, it says how. */
async function offerCoworkers(db: Database, context: Context): Promise<void> {
  const { ask, isJson, note, toType } = context;
  if (isJson) return;
  const found = findCoworkers(db).length;
  if (found === 0) {
    if (readMe(db).company === null && readMyPositions(db).length === 0)
      note(
        toType(
          "The archive doesn't say where you work. To find your coworkers, set your company: netcoach me --company NAME",
        ),
      );
    return;
  }
  const who = `${count(found, 'person', 'people')} may have worked with you`;
  if (ask === null) return note(toType(`${who}. Sort them, one key each: netcoach coworkers`));
  if (!(await ask.confirm({ message: `${who}. Go through them now, one key each?` })))
    return note(toType('Later: netcoach coworkers'));
  await (await import('./coworkers.ts')).run({}, context);
}

/** Asked or listed one by one; of more there's a count. */
const MAX_ASKED = 20;

function namesakeLine(db: Database, { added, known }: Namesakes): string {
  const { name } = personById(db, added);
  return `${name} (#${added}) may be the ${name} you know; if so: netcoach merge "#${added}" "#${known}"`;
}

/** Asks of each who was added whether they're the one of that name; each yes is a change of its own. */
async function askNamesakes(
  db: Database,
  namesakes: readonly Namesakes[],
  { ask, note, today }: Context,
): Promise<void> {
  for (const { added, known } of namesakes) {
    const [one, other] = [personById(db, added), personById(db, known)];
    const about = [one.role, one.company, one.email].filter((text) => text !== null).join(', ');
    const last =
      other.lastContact === null ? '' : `, last contact ${formatDay(other.lastContact, today)}`;
    const message = safe(
      `${one.name}${about === '' ? '' : ` (${about})`}: the ${other.name} you know${last}?`,
    );
    if (!(await ask?.confirm({ message }))) continue;
    change(db, `merge: ${one.name} into ${other.name}`, () => mergePeople(db, added, known));
    note(safe(`${other.name} now has one entry.`));
  }
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

/** Saves what was read of a file. */
type Save = (db: Database) => ImportReport;

async function prepareJson(path: string): Promise<Save> {
  const { readExport, saveExport } = await import('../import/json/json.ts');
  const exported = readExport(path);
  return (db) => saveExport(db, exported, basename(path));
}

async function prepareFile(input: Input, before: Database, context: Context): Promise<Save> {
  const records = await readRecords(input, before, context);
  const { people, interactions, log, invitations, me } = records;
  const isEmpty =
    people.length + interactions.length + (log?.length ?? 0) + invitations.length === 0;
  if (isEmpty && (me === null || !hasProfileFields(me))) {
    throw new BadFile(`nothing to import in ${basename(input.path)}`, emptyReason(records));
  }
  if (records.waiting > 0) {
    const waiting = records.waiting === 1 ? '1 person is' : `${records.waiting} people are`;
    records.warnings.push(
      `${waiting} waiting for your answer on LinkedIn: netcoach people --status incoming`,
    );
  }
  return (db) => {
    const bar = context.progress();
    try {
      return saveRecords(db, records, bar.step, context.today);
    } finally {
      bar.end();
    }
  };
}

function emptyReason({ skipped, warnings }: ImportRecords): string {
  const [first] = skipped;
  if (first !== undefined) return `Skipped: ${first.where}: ${first.why}`;
  const relevant = warnings.filter((warning) => !warning.includes('netcoach me --email'));
  return relevant.length > 0
    ? `Found: ${relevant.join('; ')}`
    : 'Check that this is the right file.';
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
