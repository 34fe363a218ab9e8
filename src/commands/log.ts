import { judge } from '../coach/suggest/judge.ts';
import type { Ask, Context } from '../context.ts';
import { change } from '../database/change.ts';
import { Failure } from '../failure.ts';
import type { Day, Interaction, Kind, PersonRef } from '../model.ts';
import { knownPeople } from '../reading/known.ts';
import type { OutcomeRead, Sentence } from '../reading/sentence.ts';
import type { Place } from '../reading/who.ts';
import { renderLogged } from '../render/interaction.ts';
import { readHistories } from '../store/histories.ts';
import { recordInteraction, sameInteraction } from '../store/interactions.ts';
import { readMe } from '../store/me.ts';
import { interactionById } from '../store/read-interactions.ts';
import { cleanText, optionalText } from '../text/clean.ts';
import { safe } from '../text/safe.ts';
import { quoteForShell } from '../text/shell.ts';
import type { NamedPart } from '../text/split-names.ts';
import type { Complete, Told } from './input/ask-log.ts';
import { findOrAddPeople, splitNamed } from './input/attend.ts';
import { readNote } from './input/note.ts';
import { findListed, findPersonOrNull, nameFor } from './input/person.ts';
import { dayHabits, readTypedPastDay } from './input/typed-day.ts';
import { sayingsOf } from './sayings.ts';

/** The flags and words of `log`. */
interface LogInput {
  words: string[];
  kind?: Kind;
  with?: string[];
  title?: string;
  on?: string;
  note?: string;
  highlight?: string;
}

/** Records one interaction, from flags, plain words or answers; with "-", one for each line of standard input. */
export async function run(given: LogInput, context: Context): Promise<undefined> {
  if (given.words.length === 1 && given.words[0] === '-') return logLines(given, context);
  const isBare = given.words.length === 0;
  const read = isBare ? undefined : await readWords(given, context);
  if (read?.outcome !== undefined && given.kind === undefined)
    return runOutcome(read.outcome, read.on, context);
  const told = tell(given, read, context);
  let input: Complete;
  if (isComplete(told)) input = told;
  else if (context.ask === null) throw incomplete(told, read);
  else {
    const { askLog, askMissing } = await import('./input/ask-log.ts');
    if (read !== undefined && read.understood !== '')
      context.note(safe(`Read: ${read.understood}`));
    const answered = await (isBare ? askLog : askMissing)(told, context, context.ask);
    if ('outcome' in answered) return runOutcome(answered.outcome, answered.on, context);
    input = answered;
  }
  if (!isBare && context.ask !== null) input = await askSlips(input, context, context.ask);
  let entry = await prepare(input, context);
  if (context.ask !== null) {
    const twin = twinOf(entry, context);
    const message = `Already logged as #${twin}. Log it once more?`;
    if (twin !== null && !(await context.ask.confirm({ message })))
      return printUnchanged(twin, context);
    entry = { ...entry, isAgain: twin !== null };
  }
  const logged = change(context.store(), `log: ${entry.title}`, () => record(entry, context));
  await printLogged([logged], context, ([one]) => one);
}

/** The entry of the log that says the same; null if there's none, or somebody in it is new. */
function twinOf(entry: Entry, context: Context): number | null {
  const db = context.storeToRead();
  const people: number[] = [];
  for (const { name } of entry.people) {
    const person = findPersonOrNull(db, name, true);
    if (person === null) return null;
    people.push(person.id);
  }
  return sameInteraction(db, entry, [...new Set(people)]);
}

function printUnchanged(id: number, context: Context): undefined {
  const interaction = interactionById(context.storeToRead(), id);
  const doubts = [`Not logged again: it's already #${id}.`];
  context.print({ interaction, added: [], understood: { say: null }, doubts }, () => `${doubts}`);
}

/** One sentence a line, all or none: a line that can't be read leaves nothing logged. */
async function logLines(given: LogInput, context: Context): Promise<undefined> {
  const lines = (await context.read()).split(/\r?\n/);
  const entries: Entry[] = [];
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue;
    entries.push(await prepareLine({ ...given, words: [line.trim()] }, index + 1, context));
  }
  if (entries.length === 0)
    throw new Failure(
      'usage',
      'there are no sentences to log',
      'Give one per line: netcoach log - < notes.txt',
    );
  const name = entries.length === 1 ? entries[0]?.title : `${entries.length} sentences`;
  const all = change(context.store(), `log: ${name}`, () =>
    entries.map((entry) => record(entry, context)),
  );
  await printLogged(all, context, (logged) => ({ logged }));
}

/**
 * Reads one sentence, without asking.
 * @throws Failure if it can't be read, or is about an invitation
 */
export async function prepareSentence(given: LogInput, context: Context): Promise<Entry> {
  const read = await readWords(given, context);
  if (read.outcome !== undefined)
    throw new Failure(
      'usage',
      `"${given.words[0]}" is about an invitation`,
      `Record it on its own: netcoach ${recordingOf(read.outcome, context)}`,
    );
  const told = tell(given, read, context);
  if (!isComplete(told)) throw incomplete(told, read);
  return prepare(told, context);
}

async function prepareLine(given: LogInput, line: number, context: Context): Promise<Entry> {
  try {
    return await prepareSentence(given, context);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const { code, message, hint, candidates } = error;
    const options = { cause: error, ...(candidates && { candidates }) };
    throw new Failure(code, `line ${line}: ${message}`, hint, options);
  }
}

/** A person whom a sentence names, as one types them in a command. */
function typedName(name: string, { storeToRead }: Context): string {
  const person = findPersonOrNull(storeToRead(), name);
  return person === null ? quoteForShell(name) : nameFor(storeToRead(), person);
}

/** What goes into the log, checked. */
export interface Entry {
  kind: Kind;
  people: readonly NamedPart[];
  title: string;
  date: Day;
  note: string | null;
  highlight: string | null;
  places: ReadonlyMap<string, Place> | undefined;
  isAhead: boolean;
  doubts: readonly string[];
  /** Whether I said that it happened once more. */
  isAgain?: boolean;
  /** Where it comes from; unique. */
  source?: string;
}

async function prepare(input: Complete, context: Context): Promise<Entry> {
  const { kind, people, on, places } = input;
  return {
    kind,
    people,
    title: cleanText(input.title, 'the title'),
    date: on === undefined ? context.today : await readTypedPastDay(on, context),
    note: (await readNote(input.note, context)) ?? null,
    highlight: optionalText(input.highlight, 'the highlight') ?? null,
    places,
    isAhead: input.isAhead === true,
    doubts: input.doubts ?? [],
  };
}

interface Logged {
  interaction: Interaction;
  added: PersonRef[];
  doubts: string[];
}

/** Adds an entry, and people who are new. Must run inside a change. */
export function record(entry: Entry, context: Context): Logged {
  const { kind, date, title, note, highlight, places } = entry;
  const db = context.store();
  const { people, added, doubts } = findOrAddPeople(db, entry.people, highlight, places, (name) =>
    findListed(db, name, context),
  );
  const twin = sameInteraction(
    db,
    entry,
    people.map(({ person }) => person),
  );
  const id = recordInteraction(
    db,
    { kind, date, title, note, ...(entry.source !== undefined && { source: entry.source }) },
    people,
    {
      isAhead: entry.isAhead,
      today: context.today,
    },
  );
  const again =
    twin === null || entry.isAgain === true
      ? []
      : [`Already logged as #${twin}. To keep only one: netcoach delete ${id}`];
  const unsure = entry.doubts.map((doubt) => doubt.replace(/ ID(?= |$)/, ` ${id}`));
  return {
    interaction: interactionById(db, id) as Interaction,
    added,
    doubts: [...unsure, ...doubts, ...again].map(context.toType),
  };
}

/** Reads what stood out in somebody's part, and prints what was logged, how a message can say it and what it means for today. */
async function printLogged(
  all: readonly Logged[],
  context: Context,
  toDocument: (documents: readonly object[]) => unknown,
): Promise<void> {
  const db = context.store();
  const { understand, understandNewest } = await import('../reading/understand.ts');
  await understand(
    db,
    all.map(({ interaction }) => interaction.id),
  );
  const me = readMe(db);
  const texts: string[] = [];
  const documents = all.map(({ interaction, added, doubts }) => {
    const ids = interaction.people.map(({ id }) => id);
    const judgements = readHistories(db, ids, me, context.today).map(judge);
    const sayings = sayingsOf(db, interaction, judgements);
    texts.push(renderLogged(interaction, added, judgements, sayings, context));
    const say = sayings.find((saying) => saying !== null) ?? null;
    return { interaction, added, understood: { say }, doubts };
  });
  context.print(toDocument(documents), () => texts.join('\n'));
  for (const { doubts } of all) for (const doubt of doubts) context.note(safe(doubt));
  // The process that a change starts reads the others, also what an older release has read.
  if (!context.hasDailyProcess) await understandNewest(db, context.today);
}

/** What the words say. */
async function readWords(given: LogInput, context: Context): Promise<Sentence> {
  const { readSentence } = await import('../reading/sentence.ts');
  const words = given.words.join(' ');
  return readSentence(words, context, {
    ...dayHabits(words, context),
    ...(given.kind && { kind: given.kind }),
    ...(given.with && {
      with: splitNamed(context.storeToRead(), given.with).map(({ name }) => name),
    }),
  });
}

/** Joins the flags with what the words say; the flags win. */
function tell(given: LogInput, read: Sentence | undefined, context: Context): Told {
  const { words: _, with: typed, ...flags } = given;
  if (read === undefined)
    return { ...flags, ...(typed && { people: splitNamed(context.storeToRead(), typed) }) };
  const { with: named, highlights, outcome: _outcome, understood: _understood, ...told } = read;
  const people =
    typed === undefined
      ? named?.map((name): NamedPart => ({ name, highlight: null }))
      : splitNamed(context.storeToRead(), typed);
  const parts = people?.map((one) => ({
    ...one,
    highlight: one.highlight ?? highlights?.get(one.name) ?? null,
  }));
  return { ...told, ...flags, ...(parts && { people: parts }) };
}

/** The command that records what became of an invitation. */
function recordingOf({ did, name }: OutcomeRead, context: Context): string {
  const call = typedName(name, context);
  return did === 'received' ? `edit ${call} --status incoming` : `${did} ${call}`;
}

/** "Leila accepted" does and prints what `netcoach accepted Leila` does. */
async function runOutcome(
  { did, name }: OutcomeRead,
  on: string | undefined,
  context: Context,
): Promise<undefined> {
  const input = { name, ...(on !== undefined && { on }) };
  if (did === 'received') return (await import('./incoming.ts')).received(input, context);
  return (await import('./outcome.ts'))[did](input, context);
}

/** Asks whether a new name that is one slip of the hand away from a known one is that person's. */
async function askSlips(input: Complete, context: Context, ask: Ask): Promise<Complete> {
  const db = context.storeToRead();
  const people: NamedPart[] = [];
  for (const one of input.people) {
    const isNew = !/^#\d+$/.test(one.name) && findPersonOrNull(db, one.name, true) === null;
    const near = isNew ? knownPeople(db).nearly(one.name) : null;
    const message = `"${one.name}" is new here. Did you mean ${near?.name}?`;
    const isSlip = near !== null && (await ask.confirm({ message }));
    people.push(isSlip ? { ...one, name: `#${near.id}` } : one);
  }
  return { ...input, people };
}

/** Says what was understood and what is missing. */
function incomplete({ kind, people, title }: Told, read: Sentence | undefined): Incomplete {
  const missing = (
    [
      ['kind', kind],
      ['with', people],
      ['title', title],
    ] as const
  ).flatMap(([field, value]) => (value === undefined ? [field] : []));
  return new Incomplete(missing, read?.understood ?? '');
}

const MISSING_FLAGS = { kind: '--kind (project, event, …)', with: '--with NAME', title: '--title' };

/** What an interaction needs wasn't given. */
export class Incomplete extends Failure {
  readonly missing: ReadonlyArray<keyof typeof MISSING_FLAGS>;
  /** What was read in the words; empty for nothing. */
  readonly understood: string;

  constructor(missing: Incomplete['missing'], understood: string) {
    const flags = missing.map((field) => MISSING_FLAGS[field]).join(', ');
    const example =
      'For example: netcoach log --kind project --with "Priya Shah" --title "Apollo launch"';
    if (understood === '') super('usage', `missing: ${flags}`, example);
    else super('usage', `Read: ${understood}`, `Missing: ${flags}`);
    this.missing = missing;
    this.understood = understood;
  }
}

function isComplete(told: Told): told is Complete {
  return told.kind !== undefined && told.people !== undefined && told.title !== undefined;
}
