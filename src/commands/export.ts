import { resolve } from 'node:path';
import type { Database } from 'better-sqlite3';
import type { Context } from '../context.ts';
import { countEntries } from '../database/backup-target.ts';
import { refuseWithoutFile } from '../database/standing.ts';
import { inBatches, isListedCopy, writeCopy } from '../database/write-file.ts';
import type { OpenWindow } from '../export/calendar.ts';
import { ACTION_WORDS } from '../render/suggestion.ts';
import { eachInteraction, eachPerson, inSnapshot, ownProfile } from '../store/everything.ts';
import { today } from '../store/today.ts';
import { count } from '../text/count.ts';
import { safe } from '../text/safe.ts';
import { quoteForShell } from '../text/shell.ts';
import { mayReplace } from './input/replace.ts';

interface Input {
  format: 'json' | 'csv' | 'vcard' | 'calendar';
  file?: string;
  interactions?: boolean;
  force?: boolean;
}

/** How the files begin that this command writes. */
const BEGINNINGS: Record<Input['format'], RegExp> = {
  json: /^\{\s*"netcoach": \{\s*"format": \d/,
  csv: /^(name,role,team|date,kind,people,title,note)[a-z,]*\r\n/,
  vcard: /^BEGIN:VCARD\r\nVERSION:3\.0\r\nPRODID:-\/\/netcoach\/\//,
  calendar: /^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\nPRODID:-\/\/netcoach\/\//,
};

/**
 * Exports everything to a file (mode 0600) or to standard output. Asks before it replaces a file that isn't an
 * export.
 */
export async function run(input: Input, context: Context): Promise<undefined> {
  if (input.file === undefined || input.file === '-') {
    const { pieces } = await makeExport(input, context);
    if (context.isJson && input.format !== 'json')
      context.print({ export: { format: input.format, text: [...pieces].join('') } }, () => '');
    else for (const text of inBatches(pieces)) context.write(text);
    return;
  }
  const file = resolve(input.file);
  const db = context.storeToRead();
  refuseWithoutFile(db);
  if (!(await mayBeReplaced(input.file, input, db, context))) {
    context.print({ export: null }, () => 'Cancelled; nothing was written.');
    return;
  }
  let summary = '';
  const bytes = await writeCopy(db, file, async () => {
    const made = await makeExport(input, context);
    summary = made.summary;
    return made.pieces;
  });
  context.print(
    { export: { file, format: input.format, bytes } },
    () => `Wrote ${summary} to ${safe(file)}.`,
  );
}

async function mayBeReplaced(
  file: string,
  { format, interactions, force }: Input,
  db: Database,
  context: Context,
): Promise<boolean> {
  if (force === true) return true;
  const flags = interactions === true ? ' --interactions' : '';
  const again = `netcoach export ${format} ${quoteForShell(file)}${flags} --force`;
  // A list of one's own may have the columns that the importer asks for.
  const isOurs = (head: string) =>
    BEGINNINGS[format].test(head) && (format !== 'csv' || isListedCopy(db, resolve(file)));
  return mayReplace(file, 'an export', isOurs, again, context);
}

/** The text comes piece by piece, as it may be longer than the memory. */
async function makeExport(
  { format, interactions }: Input,
  context: Context,
): Promise<{ pieces: Iterable<string>; summary: string }> {
  if (format === 'calendar') {
    const { calendarFile, windowEntry } = await import('../export/calendar.ts');
    const windows = openWindows(context);
    return {
      pieces: [calendarFile(windows.map(windowEntry), `${context.today}T00:00:00Z`)],
      summary: count(windows.length, 'open window'),
    };
  }
  const db = context.storeToRead();
  const entries = countEntries(db);
  const people = count(entries.people, 'person', 'people');
  const log = count(entries.interactions, 'interaction');
  if (format === 'json') {
    const { jsonExport } = await import('../export/json.ts');
    const make = () =>
      jsonExport({ me: ownProfile(db), people: eachPerson(db), interactions: eachInteraction(db) });
    return { pieces: inSnapshot(db, make), summary: `${people} and ${log}` };
  }
  if (format === 'vcard') {
    const { vcards } = await import('../export/vcard.ts');
    return { pieces: inSnapshot(db, () => vcards(eachPerson(db))), summary: people };
  }
  const { interactionsCsv, peopleCsv } = await import('../export/csv.ts');
  return interactions === true
    ? {
        pieces: inSnapshot(db, () => interactionsCsv(eachInteraction(db), eachPerson(db))),
        summary: log,
      }
    : { pieces: inSnapshot(db, () => peopleCsv(eachPerson(db))), summary: people };
}

function openWindows(context: Context): OpenWindow[] {
  const { suggestions } = today(context.storeToRead(), context.today, null);
  return suggestions.flatMap(({ judgement: { history, lead }, draft }) => {
    if (lead.window === null) return [];
    const words = ACTION_WORDS[lead.action];
    return [
      {
        personId: history.person.id,
        name: history.person.name,
        title: `${words.charAt(0).toUpperCase()}${words.slice(1)}`,
        ...lead.window,
        message: draft?.text ?? lead.reason,
        key: lead.key,
      },
    ];
  });
}
