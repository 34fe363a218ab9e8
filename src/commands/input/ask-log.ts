import { greetingName, greetingOf } from '../../coach/draft/greeting.ts';
import type { Ask, Choice, Context } from '../../context.ts';
import { Failure } from '../../failure.ts';
import { KINDS, type Kind, type Person } from '../../model.ts';
import type { OutcomeRead, Sentence } from '../../reading/sentence.ts';
import type { Place } from '../../reading/who.ts';
import { messageLines } from '../../render/interaction.ts';
import { wrap } from '../../render/layout.ts';
import { personOrNull } from '../../store/people.ts';
import { kindCounts } from '../../store/read-interactions.ts';
import { asSentence } from '../../text/clean.ts';
import { formatList } from '../../text/count.ts';
import { formatDay } from '../../text/days.ts';
import { fold } from '../../text/fold.ts';
import { safe } from '../../text/safe.ts';
import type { NamedPart } from '../../text/split-names.ts';
import { sayingBefore } from '../sayings.ts';
import { askPeople, askWho } from './ask-people.ts';
import { dayHabits, readTypedPastDay } from './typed-day.ts';

/** What is known of an interaction so far, from flags, words and answers. */
export interface Told {
  kind?: Kind;
  /** Where the kind isn't certain: the likeliest first. */
  likelyKinds?: readonly Kind[];
  people?: NamedPart[];
  title?: string;
  on?: string;
  note?: string;
  highlight?: string;
  /** Where the people work, by their names in `people`, as far as plain words say it. */
  places?: ReadonlyMap<string, Place>;
  /** The news is about a day to come. */
  isAhead?: true;
  /** What may have been read wrongly; "ID" stands for the number of the interaction. */
  doubts?: readonly string[];
}

/** What `log` needs to know. */
export type Complete = Told & Required<Pick<Told, 'kind' | 'people' | 'title'>>;

/** Asked in this order until use tells a better one. */
const KIND_WORDS: Readonly<Record<Kind, string>> = {
  meeting: 'an everyday chat',
  project: 'we finished something together',
  event: 'we were at the same event',
  engagement: 'I wrote, liked or commented',
  feedback: 'they gave me feedback or advice',
  milestone: 'their promotion, new job or award',
  interest: 'we found something in common',
  'new-job': "I started a job, they're in it too",
  departure: 'they left, or I did',
  reorg: 'a merger, a new boss, new teams',
};

/** Details of these kinds are for thanks; others are remembered. */
const THANKED: ReadonlySet<Kind> = new Set(['project', 'new-job', 'departure', 'reorg']);
/** Good news is about the news alone, and what feedback said stays private. */
const NO_DETAIL: ReadonlySet<Kind> = new Set(['milestone', 'feedback']);
/** Above this many people, one question finds out who stood out. */
const MOST_ASKED = 3;

/**
 * Asks for all that is missing: who, what, which kind, when and what stood out; shows the message that it makes,
 * and saves on Enter. Nothing is written here.
 * @returns what became of an invitation, if that is what the words tell
 */
export async function askLog(
  given: Told,
  context: Context,
  ask: Ask,
): Promise<Complete | { outcome: OutcomeRead; on: string | undefined }> {
  const who = given.people ?? (await askWho('Who?', context, ask));
  const [named, sentence] = typeof who === 'string' ? [[], who] : [who, undefined];
  const read =
    given.title === undefined ? await askWhat(named, given, context, ask, sentence) : undefined;
  if (read?.outcome !== undefined && given.kind === undefined)
    return { outcome: read.outcome, on: read.on };
  const joined = join(given, named, read, context);
  const told =
    joined.people.length > 0
      ? joined
      : { ...joined, people: await askPeople('Who?', context, ask) };
  const kind = told.kind ?? (await askKind(told.likelyKinds, context, ask));
  const title = told.title ?? (await askTitle(read?.typed, ask));
  const isDayKnown = told.on !== undefined || told.isAhead === true;
  const on = isDayKnown ? told.on : await askDay(context, ask);
  const people = await askDetails({ ...told, kind }, context, ask);
  const note = told.note ?? (await ask.text({ message: 'A private note? (Enter: none)' })).trim();
  const entry = { ...told, kind, title, people, ...(on !== undefined && { on }), note };
  if (note === '') delete (entry as Told).note;
  return confirm(entry, context, ask);
}

/** Asks for what a sentence left out, and nothing more. */
export async function askMissing(given: Told, context: Context, ask: Ask): Promise<Complete> {
  const people = given.people ?? (await askPeople('Who?', context, ask));
  const kind = given.kind ?? (await askKind(given.likelyKinds, context, ask));
  const title = given.title ?? (await askTitle(undefined, ask));
  return { ...given, people, kind, title };
}

type Read = Sentence & { typed: string };

/** "What happened?", in free words that are read as a sentence is. What can't be logged is asked again. */
async function askWhat(
  people: readonly NamedPart[],
  { kind }: Told,
  context: Context,
  ask: Ask,
  initial?: string,
): Promise<Read> {
  const { readSentence } = await import('../../reading/sentence.ts');
  const read = async (typed: string): Promise<Read> => {
    const names = people.map(({ name }) => name);
    const habits = dayHabits(typed, context);
    const given = { ...habits, ...(kind && { kind }), with: names };
    return { ...(await readSentence(typed, context, given)), typed };
  };
  // Typed where people were asked for, and read: nothing is left to ask.
  if (initial !== undefined && (await problemOf(context, () => read(initial))) === true)
    return read(initial);
  const typed = await ask.text({
    message: 'What happened?',
    ...(initial !== undefined && { initial }),
    validate: async (answer) =>
      answer.trim() === ''
        ? 'Please type a few words.'
        : problemOf(context, () => read(answer.trim())),
  });
  return read(typed.trim());
}

/** Joins what the flags say with what the words say; the flags win, and nobody whom the words name is lost. */
function join(
  given: Told,
  who: readonly NamedPart[],
  read: Read | undefined,
  context: Context,
): Told & { people: NamedPart[] } {
  if (read === undefined) return { ...given, people: [...who] };
  const {
    outcome: _,
    understood: _understood,
    typed: _typed,
    with: named = [],
    highlights,
    ...words
  } = read;
  const nameOf = (name: string) => fold(personOf(name, context)?.name ?? name);
  const isIn = (name: string) =>
    who.some((one) => one.name === name || `${nameOf(one.name)} `.startsWith(`${nameOf(name)} `));
  const others = named.filter((name) => !isIn(name)).map((name) => ({ name, highlight: null }));
  const people = [...who, ...others].map((one) => ({
    ...one,
    highlight: one.highlight ?? highlights?.get(one.name) ?? null,
  }));
  return { ...words, ...given, people };
}

/** A known person by `#ID`; null for a new name. */
function personOf(name: string, context: Context): Person | null {
  return /^#\d+$/.test(name) ? personOrNull(context.storeToRead(), Number(name.slice(1))) : null;
}

/** @param likely what the words tell most likely comes first, then what is logged most often */
async function askKind(
  likely: readonly Kind[] | undefined,
  context: Context,
  ask: Ask,
): Promise<Kind> {
  const counts = kindCounts(context.storeToRead());
  const order = Object.keys(KIND_WORDS) as Kind[];
  const byUse = order.toSorted((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0));
  const choices: Choice[] = [...new Set([...(likely ?? []), ...byUse])].map((kind) => ({
    value: kind,
    name: `${kind} (${KIND_WORDS[kind]})`,
  }));
  const answer = await ask.search({
    message: 'What kind of thing was it?',
    search: (words) => {
      const wanted = fold(words);
      const starting = choices.filter(({ value }) => value.startsWith(wanted));
      const others = choices.filter(
        (one) => !starting.includes(one) && fold(one.name).includes(wanted),
      );
      return [...starting, ...others];
    },
  });
  return KINDS.find((kind) => kind === answer) as Kind;
}

function askTitle(typed: string | undefined, ask: Ask): Promise<string> {
  return ask.text({
    message: 'What was it, in a few words?',
    ...(typed !== undefined && { initial: typed }),
    validate: (answer) => answer.trim() !== '' || 'Please type a few words.',
  });
}

function askDay(context: Context, ask: Ask): Promise<string> {
  return ask.text({
    message: 'When?',
    initial: 'today',
    validate: (answer) => problemOf(context, () => readTypedPastDay(answer, context)),
  });
}

/** What is wrong with an answer, or true. A refused sentence needs no hint about flags here. */
async function problemOf({ width }: Context, read: () => Promise<unknown>): Promise<string | true> {
  try {
    await read();
    return true;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const { code, message, hint } = error;
    const problem = `${message.charAt(0).toUpperCase()}${message.slice(1)}.`;
    return wrap(safe(code === 'usage' ? problem : `${problem} ${hint}`), width - 2);
  }
}

/** Asks what stood out for each person of whom nothing is said yet. */
async function askDetails(
  told: Told & { kind: Kind; people: NamedPart[] },
  context: Context,
  ask: Ask,
): Promise<NamedPart[]> {
  const { kind, people, highlight } = told;
  if (NO_DETAIL.has(kind) || highlight !== undefined) return people;
  const open = people.filter((one) => one.highlight === null);
  const asked = open.length > MOST_ASKED ? await askWhoStoodOut(open, context, ask) : open;
  const details = new Map<NamedPart, string>();
  for (const one of asked) {
    const called = calledOf(one.name, context);
    const answer = await ask.text({ message: frameFor(kind, called, people.length > 1) });
    if (answer.trim() !== '')
      details.set(one, await framed(answer.trim(), kind, one.name, context));
  }
  return people.map((one) => ({ ...one, highlight: details.get(one) ?? one.highlight }));
}

function frameFor(kind: Kind, called: string, isOneOfMany: boolean): string {
  if (THANKED.has(kind)) return `Thank ${called} for … (Enter: nothing)`;
  return isOneOfMany
    ? `You'll remember about ${called}: … (Enter: nothing)`
    : "You'll remember … (Enter: nothing)";
}

async function askWhoStoodOut(
  people: readonly NamedPart[],
  context: Context,
  ask: Ask,
): Promise<NamedPart[]> {
  const nobody = { value: '', name: 'no one' };
  const answer = await ask.search({
    message: 'Did anyone stand out?',
    search: (words) => [
      ...(words.trim() === '' ? [nobody] : []),
      ...people
        .map(({ name }) => ({ value: name, name: fullNameOf(name, context) }))
        .filter(({ name }) => fold(name).includes(fold(words))),
    ],
  });
  return people.filter(({ name }) => name === answer);
}

/**
 * An answer as it is kept: as typed where it says the same alone, else with the frame that it fits. What fits no frame
 * stays as typed, and messages leave it out.
 */
async function framed(answer: string, kind: Kind, name: string, context: Context): Promise<string> {
  const say = (text: string) => sayingBefore(text, kind, fullNameOf(name, context), context);
  const frames = [`thanks for ${answer}`, `I'll remember ${answer}`];
  if (!THANKED.has(kind)) frames.reverse();
  const alone = await say(answer);
  for (const text of frames) {
    const said = await say(text);
    if (said !== null) return said === alone ? answer : text;
  }
  return answer;
}

function fullNameOf(name: string, context: Context): string {
  return personOf(name, context)?.name ?? name;
}

function calledOf(name: string, context: Context): string {
  const person = personOf(name, context);
  return safe(person === null ? greetingName(name) : greetingOf(person));
}

/** Shows what will be saved and the message that it makes. Enter saves it; other words replace the message's. */
async function confirm(entry: Complete, context: Context, ask: Ask): Promise<Complete> {
  const { kind, title, people } = entry;
  const names = people.map(({ name }) => fullNameOf(name, context));
  for (let current = people; ; ) {
    const sayings = await Promise.all(
      current.map(async ({ highlight, say }, at) =>
        say !== undefined
          ? say
          : highlight === null || kind === 'feedback'
            ? null
            : sayingBefore(highlight, kind, names[at] as string, context),
      ),
    );
    const day =
      entry.on === undefined
        ? 'today'
        : dayWords(await readTypedPastDay(entry.on, context), context);
    const parts = current.map(({ highlight }, at) => ({
      id: at,
      name: names[at] as string,
      highlight,
    }));
    const lines = [
      `${kind}, "${safe(title)}", ${day}, with ${formatList(names.map(safe))}`,
      ...messageLines({ kind, people: parts }, sayings, 'Understood'),
    ];
    for (const line of lines) context.note(wrap(line, context.width));
    const [first = ''] = people.map(({ name }) => calledOf(name, context));
    const hint = people.length === 1 ? 'your own words' : `"${first}: your own words"`;
    const answer = await ask.text({
      message: `Enter saves it, or type ${hint} for the message:`,
      validate: (words) =>
        words.trim() === '' ||
        people.length === 1 ||
        ownerOf(words, names) !== null ||
        `Say who it's for, like this: ${first}: thank you for …`,
    });
    if (answer.trim() === '') return { ...entry, people: current };
    const owner = people.length === 1 ? { at: 0, words: answer } : ownerOf(answer, names);
    current = current.map((one, at) =>
      at === owner?.at ? { ...one, say: asSentence(owner.words) } : one,
    );
  }
}

function dayWords(day: string, { today }: Context): string {
  return day === today ? 'today' : formatDay(day, today);
}

/** Whose part "NAME: words" is about; null if nobody's. */
function ownerOf(answer: string, names: readonly string[]): { at: number; words: string } | null {
  const colon = answer.indexOf(':');
  const typed = fold(answer.slice(0, Math.max(0, colon)));
  const words = answer.slice(colon + 1).trim();
  const at = names.findIndex((name) => fold(name) === typed || fold(name).startsWith(`${typed} `));
  return colon < 1 || at < 0 || words === '' ? null : { at, words };
}
