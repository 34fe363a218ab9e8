/** What `netcoach` does on an empty log: three ways to begin. */
import { statSync } from 'node:fs';
import type { Ask, Context } from '../context.ts';
import { wrap } from '../render/layout.ts';
import { BEGINNINGS, type Beginning, renderWelcome } from '../render/welcome.ts';
import { readMe } from '../store/me.ts';

/** Offers the ways to begin, and runs the one chosen; where nobody can be asked, it prints them. */
export async function run(_input: unknown, context: Context): Promise<undefined> {
  const { ask } = context;
  if (ask === null || !context.isTerminal) {
    context.print(null, () => renderWelcome(context));
    return;
  }
  const isKnown = readMe(context.storeToRead()).name !== null;
  let left = BEGINNINGS.filter(({ id }) => id !== 'me' || !isKnown);
  context.note('Nothing is logged yet.');
  for (const { what, why } of left) context.note(wrap(`${what}: ${why}.`, context.width));
  // Who I am is quickly said, and the log is as empty as before.
  for (let isEmpty = true; isEmpty; left = left.filter(({ id }) => id !== 'me'))
    isEmpty = (await begin(await choose(left, ask), ask, context)) === 'empty';
}

function choose(ways: readonly Beginning[], ask: Ask): Promise<string> {
  return ask.choose({
    message: 'How do you want to start?',
    choices: [
      ...ways.map(({ id, what }) => ({ value: id, name: what })),
      { value: 'quit', name: 'Not now' },
    ],
  });
}

async function begin(way: string, ask: Ask, context: Context): Promise<'empty' | 'begun'> {
  if (way === 'me') {
    await tellWho(ask, context);
    return 'empty';
  }
  if (way === 'import') await importFrom(ask, context);
  if (way === 'log') {
    const log = await import('./log.ts');
    await log.run({ words: [] }, context);
  }
  return 'begun';
}

async function tellWho(ask: Ask, context: Context): Promise<void> {
  const fields: Record<string, string> = {};
  for (const [key, message] of [
    ['name', 'Your name?'],
    ['role', 'What do you do? (backend engineer, ward sister, …)'],
    ['team', 'Your team? (Enter: none)'],
    ['company', 'Your company? (Enter: none)'],
  ] as const) {
    const answer = (await ask.text({ message })).trim();
    if (answer !== '') fields[key] = answer;
  }
  if (Object.keys(fields).length === 0) return;
  const me = await import('./me.ts');
  await me.run(fields, context);
}

const SOURCES = {
  linkedin: 'LinkedIn: the archive it sends you (Settings, Data privacy, Get a copy of your data)',
  calendar: 'Calendar: an .ics file',
  vcard: 'Contacts: a .vcf file',
  csv: 'A table of people: a .csv file',
  git: 'A git repository: who you worked with',
} as const;

async function importFrom(ask: Ask, context: Context): Promise<void> {
  const source = (await ask.choose({
    message: 'What do you have?',
    choices: Object.entries(SOURCES).map(([value, name]) => ({ value, name })),
  })) as keyof typeof SOURCES;
  const path = await ask.text({
    message: 'Where is it? (a path)',
    validate: (answer) =>
      statSync(pathOf(answer, context), { throwIfNoEntry: false }) !== undefined ||
      "There's nothing there. Give the path of a file or folder.",
  });
  const command = await import('./import.ts');
  await command.run({ source, path: pathOf(path, context) }, context);
}

/** A path as typed or dropped on the terminal: "~/Downloads/my\ file.zip", or in quotes. */
function pathOf(typed: string, { env }: Context): string {
  const bare = typed
    .trim()
    .replace(/^(['"])(.*)\1$/, '$2')
    .replace(/\\(?=[ ()&'])/g, '');
  return env.HOME ? bare.replace(/^~(?=\/|$)/, env.HOME) : bare;
}
