import { resolve } from 'node:path';
import type { Context } from '../context.ts';
import { writeCopy } from '../database/write-file.ts';
import type { OpenWindow } from '../export/calendar.ts';
import { ACTION_WORDS } from '../render/suggestion.ts';
import { readEverything } from '../store/everything.ts';
import { today } from '../store/today.ts';
import { count } from '../text/count.ts';
import { safe } from '../text/safe.ts';

interface Input {
  format: 'json' | 'csv' | 'vcard' | 'calendar';
  file?: string;
  interactions?: boolean;
}

/** Exports everything to a file (mode 0600) or to standard output. */
export async function run(input: Input, context: Context): Promise<undefined> {
  if (input.file === undefined || input.file === '-') {
    const { text } = await makeExport(input, context);
    if (context.isJson && input.format !== 'json')
      context.print({ export: { format: input.format, text } }, () => text);
    else context.write(text);
    return;
  }
  const file = resolve(input.file);
  let made = { text: '', summary: '' };
  await writeCopy(context.storeToRead(), file, async () => {
    made = await makeExport(input, context);
    return made.text;
  });
  const bytes = Buffer.byteLength(made.text);
  context.print(
    { export: { file, format: input.format, bytes } },
    () => `Wrote ${made.summary} to ${safe(file)}.`,
  );
}

async function makeExport(
  { format, interactions }: Input,
  context: Context,
): Promise<{ text: string; summary: string }> {
  if (format === 'calendar') {
    const { calendarFile, windowEntry } = await import('../export/calendar.ts');
    const windows = openWindows(context);
    return {
      text: calendarFile(windows.map(windowEntry), `${context.today}T00:00:00Z`),
      summary: count(windows.length, 'open window'),
    };
  }
  const everything = readEverything(context.storeToRead());
  const people = count(everything.people.length, 'person', 'people');
  const log = count(everything.interactions.length, 'interaction');
  if (format === 'json') {
    const { jsonExport } = await import('../export/json.ts');
    return { text: jsonExport(everything), summary: `${people} and ${log}` };
  }
  if (format === 'vcard') {
    const { vcards } = await import('../export/vcard.ts');
    return { text: vcards(everything.people), summary: people };
  }
  const { interactionsCsv, peopleCsv } = await import('../export/csv.ts');
  return interactions === true
    ? { text: interactionsCsv(everything.interactions, everything.people), summary: log }
    : { text: peopleCsv(everything.people), summary: people };
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
