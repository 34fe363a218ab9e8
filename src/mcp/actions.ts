/**
 * What the server's tools do: each runs commands as the command line does, on a context of its own,
 * and returns what they print under --json. Part of the program itself; the protocol is in serve.ts.
 */
import { publicInteraction, publicPerson, publicSentence } from '../coach/redact.ts';
import { findPersonOrNull } from '../commands/input/person.ts';
import type { Incomplete } from '../commands/log.ts';
import type { Context, Outcome } from '../context.ts';
import { lastChangeId } from '../database/change.ts';
import { type Change, listChanges, undoChange } from '../database/undo.ts';
import { Failure } from '../failure.ts';
import {
  type Channel,
  type Interaction,
  KINDS,
  type Kind,
  type Person,
  type PersonRef,
  type Relationship,
  refOf,
  type Status,
} from '../model.ts';
import { listInteractions } from '../store/read-interactions.ts';
import { leftOut } from './left-out.ts';
import type { OutcomeName } from './outcomes.ts';

/** What a tool answers: a document in the contract's shape, and remarks for whoever reads it. */
export interface Answer {
  data: Record<string, unknown>;
  /** Remarks that a command would print on standard error. */
  notes: string[];
}

/** A refusal that says what to do next. */
export interface Refusal {
  code: string;
  message: string;
  hint: string;
  candidates: readonly PersonRef[];
  /** The next call, in words of the tools; null where that depends on the code alone. */
  next: string | null;
}

export interface Actions {
  today: (input: { limit: number; from: number }) => Promise<Answer>;
  brief: (input: { name: string }) => Promise<Answer>;
  why: (input: { name: string }) => Promise<Answer>;
  draft: (input: {
    name: string;
    moment?: Kind | undefined;
    about?: number | undefined;
    channel?: Channel | undefined;
    max?: number | undefined;
    variant?: number | undefined;
  }) => Promise<Answer>;
  check: (input: {
    text: string;
    to?: string | undefined;
    channel?: Channel | undefined;
    max?: number | undefined;
  }) => Promise<Answer>;
  find: (input: {
    words: string;
    status?: Status | undefined;
    team?: string | undefined;
    company?: string | undefined;
    relationship?: Relationship | undefined;
    limit: number;
    from: number;
  }) => Promise<Answer>;
  log: (input: {
    words?: string | undefined;
    kind?: Kind | undefined;
    with?: string[] | undefined;
    title?: string | undefined;
    on?: string | undefined;
    highlight?: string | undefined;
    note?: string | undefined;
  }) => Promise<Answer>;
  outcome: (input: {
    name: string;
    what: OutcomeName;
    on?: string | undefined;
    until?: string | undefined;
    note?: boolean | undefined;
  }) => Promise<Answer>;
  done: (input: { name: string; words: string }) => Promise<Answer>;
  amend: (input: {
    entry: number;
    kind?: Kind | undefined;
    title?: string | undefined;
    on?: string | undefined;
    highlight?: string | undefined;
    note?: string | undefined;
    say?: string | undefined;
    add?: string[] | undefined;
    remove?: string[] | undefined;
  }) => Promise<Answer>;
  delete: (input: { entry: number }) => Promise<Answer>;
  undo: (input: { change: number }) => Promise<Answer>;
}

/** A refusal that names the next call itself. */
class Refused extends Failure {
  readonly next: string;

  constructor(
    from: Pick<Failure, 'code' | 'message' | 'hint'>,
    next: string,
    candidates: readonly PersonRef[] = [],
  ) {
    super(from.code, from.message, from.hint, { candidates });
    this.next = next;
  }
}

/** How many changes are looked at to say what came after one. */
const RECENT = 50;
/** How many of those are named. */
const MOST_NAMED = 5;

/** How many of those on hold are listed: the rest is a count. */
const MOST_HELD = 10;

type Print = Record<string, unknown>;

/**
 * The actions on the context's database.
 * @param isPrivate whether private notes and what feedback said are shown
 */
export function actionsOn(context: Context, isPrivate: boolean): Actions {
  /** Runs on a context of its own; `work` returns the document. */
  const answer = async (
    work: (context: Context) => Promise<Print> | Print,
    stdin?: string,
  ): Promise<Answer> => {
    const notes: string[] = [];
    const data = await context.alone(
      (own) => work({ ...own, note: (text) => notes.push(inTools(text.trim())) }),
      stdin,
    );
    return { data, notes };
  };
  const person = (one: Person) => (isPrivate ? one : publicPerson(one));
  const interaction = (one: Interaction | null) =>
    one === null || isPrivate ? one : publicInteraction(one);
  /** Hides what feedback titles repeat of what was said. */
  const sentences = (own: Context, { id }: PersonRef) => {
    if (isPrivate) return (text: string) => text;
    const { interactions } = listInteractions(own.storeToRead(), { person: id, kind: 'feedback' });
    return (text: string) => publicSentence(text, interactions);
  };
  /** Adds how to take a change back. */
  const undoable = (own: Context, printed: Print): Print => {
    const change = lastChangeId(own.store());
    return { ...printed, undo: change === null ? null : { change } };
  };

  /** As `answer`, and where no one has the name says who has one that is spelt nearly so. */
  const answerOn = (
    name: string,
    work: (own: Context) => Promise<Print> | Print,
    stdin?: string,
  ): Promise<Answer> =>
    answer(async (own) => {
      try {
        return await work(own);
      } catch (error) {
        if (!(error instanceof Failure) || error.code !== 'unknown-person') throw error;
        const near = await nearly(own, name);
        if (near === null) throw error;
        const { code, message, hint } = error;
        throw new Failure(code, message, hint, { cause: error, candidates: [near] });
      }
    }, stdin);
  /** Changes that were taken back here. */
  const takenBack = new Set<number>();

  return {
    today: ({ limit, from }) =>
      answer(async (own) => {
        const { countDue } = await import('../store/due.ts');
        const due = countDue(own.storeToRead(), own.today, null);
        const { run } = await import('../commands/suggest.ts');
        const wanted = from - 1 + limit;
        const { suggestions, held, ...rest } = (await printed(
          (inner) => run({ limit: wanted }, inner),
          own,
        )) as Print & { suggestions: Array<SuggestionRow>; held: unknown[] };
        const shown = suggestions.slice(from - 1, from - 1 + limit).map((one) => ({
          ...one,
          person: person(one.person),
          interaction: interaction(one.interaction),
          reasons: one.reasons.map(sentences(own, one.person)),
        }));
        const next = due > wanted ? from + limit : null;
        return {
          ...rest,
          suggestions: shown,
          due,
          held: held.slice(0, MOST_HELD),
          heldTotal: held.length,
          next,
        };
      }),

    brief: ({ name }) =>
      answerOn(name, async (own) => {
        const { run } = await import('../commands/brief.ts');
        // A brief shows private notes on a terminal alone.
        const reader = { ...own, isTerminal: isPrivate, isJson: !isPrivate };
        return printed((inner) => run({ name: nameOf(name) }, inner), reader);
      }),

    why: ({ name }) =>
      answerOn(name, async (own) => {
        const { run } = await import('../commands/why.ts');
        const why = (await printed((inner) => run({ name: nameOf(name) }, inner), own)) as Print & {
          person: PersonRef;
          verdicts: Array<{ why: string }>;
        };
        const open = sentences(own, why.person);
        return { ...why, verdicts: why.verdicts.map((one) => ({ ...one, why: open(one.why) })) };
      }),

    draft: (input) =>
      answerOn(input.name, async (own) => {
        const { materialOf, prepare, run } = await import('../commands/draft.ts');
        const { factLines, limitLine, VOICE } = await import('../coach/writer/prompt.ts');
        const asked = { ...given(input), name: nameOf(input.name) };
        const prepared = prepare(asked, { ...own, note: () => undefined });
        const material = await materialOf(prepared);
        const { interaction: about, ...drafted } = (await printed(
          (inner) => run(asked, inner),
          own,
        )) as Print & { interaction: Interaction | null };
        return {
          ...drafted,
          interaction: about === null ? null : withOnlyTheirs(about, material.to.name),
          variant: prepared.written?.variant ?? null,
          task: `${material.purpose} ${limitLine(material)}`,
          facts: factLines(material),
          voice: VOICE,
        };
      }),

    check: ({ text, to, channel, max }) =>
      // Standard input, since an argument may be the name of a file.
      answer(async (own) => {
        const { run } = await import('../commands/check.ts');
        const typed = to === undefined ? undefined : nameOf(to);
        const person = typed === undefined ? null : findPersonOrNull(own.storeToRead(), typed);
        const usual = person === null ? undefined : await channelFor(person, own);
        const input = given({ text: '-', to: typed, channel: channel ?? usual, max });
        const silent = { ...own, note: () => undefined };
        const checked = await printed((inner) => run(input, inner), silent);
        const unknown = person === null ? (typed ?? null) : null;
        return {
          ...checked,
          to: person === null ? null : refOf(person),
          unknown,
          near: unknown === null ? null : await nearly(own, unknown),
        };
      }, text),

    find: ({ words, limit, from, ...filter }) =>
      answer(async (own) => {
        const { run } = await import('../commands/people.ts');
        const input = { ...given(filter), words: [words], limit: from - 1 + limit };
        const { people, total } = (await printed(
          (inner) => run(isPrivate ? input : { ...input, withoutNotes: true }, inner),
          own,
        )) as { people: Person[]; total: number };
        const next = from - 1 + limit < total ? from + limit : null;
        const near = total === 0 ? await nearly(own, words) : null;
        return { people: people.slice(from - 1).map(person), total, next, near };
      }),

    log: ({ words, ...fields }) =>
      answer(async (own) => {
        const { Incomplete, run } = await import('../commands/log.ts');
        const input = { ...given(fields), words: words === undefined ? [] : [wordsOf(words)] };
        const logged = await printed((inner) => run(withoutStdin(input), inner), own).catch(
          (error: unknown) => {
            throw error instanceof Incomplete ? missing(error) : error;
          },
        );
        const hasOne = 'interaction' in logged;
        return undoable(own, {
          ...logged,
          ...(hasOne && {
            interaction: interaction(logged.interaction as Interaction),
            doubts: (logged.doubts as string[]).map(inTools),
            leftOut: words === undefined ? [] : leftOut(words, textsOf(logged as never)),
          }),
          ...('person' in logged && { person: person(logged.person as Person) }),
        });
      }),

    outcome: ({ name, what, on, until, note }) =>
      answerOn(name, async (own) => {
        const typed = nameOf(name);
        const was = findPersonOrNull(own.storeToRead(), typed)?.connection.status ?? 'none';
        const day = given({ on });
        const invitations = () => import('../commands/outcome.ts');
        const theirs = () => import('../commands/incoming.ts');
        const pause = () => import('../commands/snooze.ts');
        const command = {
          sent: async (inner: Context) =>
            (await invitations()).sent({ name: typed, ...day, ...given({ note }) }, inner),
          accepted: async (inner: Context) =>
            (await invitations()).accepted({ name: typed, ...day }, inner),
          declined: async (inner: Context) =>
            (await invitations()).declined({ name: typed, ...day }, inner),
          withdrawn: async (inner: Context) =>
            (await invitations()).withdrawn({ name: typed, ...day }, inner),
          accept: async (inner: Context) => (await theirs()).accept({ name: typed, ...day }, inner),
          ignore: async (inner: Context) => (await theirs()).ignore({ name: typed }, inner),
          snooze: async (inner: Context) =>
            (await pause()).run({ name: typed, ...given({ until }) }, inner),
          unsnooze: async (inner: Context) => (await pause()).unsnooze({ name: typed }, inner),
          skip: async (inner: Context) =>
            (await import('../commands/skip.ts')).run({ name: typed }, inner),
        }[what];
        const outcome = (await printed(command, own)) as Print & { person: Person };
        return undoable(own, { ...outcome, person: person(outcome.person), was });
      }),

    done: ({ name, words }) =>
      answerOn(name, async (own) => {
        const { run } = await import('../commands/done.ts');
        // What it notes is about the words, which the answer says itself.
        const done = (await printed((inner) => run({ name: nameOf(name), words: [words] }, inner), {
          ...own,
          note: () => undefined,
        })) as Print & { person: Person; recorded: Interaction | null };
        const isUnused = done.recorded === null && words.trim() !== '';
        return undoable(own, {
          ...done,
          person: person(done.person),
          recorded: interaction(done.recorded),
          unused: isUnused ? words.trim() : null,
        });
      }),

    amend: ({ entry, ...fields }) =>
      answer(async (own) => {
        const { run } = await import('../commands/amend.ts');
        const input = withoutStdin({ id: `${entry}`, ...given(fields) });
        const amended = await printed((inner) => run(input, inner), own);
        return undoable(own, {
          ...amended,
          interaction: interaction(amended.interaction as Interaction),
        });
      }),

    delete: ({ entry }) =>
      answer(async (own) => {
        const { run } = await import('../commands/delete.ts');
        const deleted = await printed((inner) => run({ id: `${entry}` }, inner), own);
        return undoable(own, { interaction: interaction(deleted.interaction as Interaction) });
      }),

    undo: ({ change }) =>
      answer((own) => {
        const db = own.store();
        const changes = listChanges(db, RECENT);
        const place = changes.findIndex(({ id }) => id === change);
        if (place !== 0) throw notLatest(change, changes, place, takenBack.has(change));
        const undone = undoChange(db, change);
        takenBack.add(change);
        return { undone };
      }),
  };
}

/**
 * Why a change can't be taken back now.
 * @param changes the latest ones, newest first
 * @param place of the change among them; -1 if it isn't there
 */
function notLatest(
  change: number,
  changes: readonly Change[],
  place: number,
  isTakenBack: boolean,
): Refused {
  const refuse = (message: string, next: string) =>
    new Refused({ code: 'usage', message, hint: '' }, next);
  const [last] = changes;
  if (isTakenBack)
    return refuse(
      `change ${change} has already been undone`,
      'tell the user; nothing is left to do.',
    );
  if (last === undefined)
    return refuse('there is nothing to undo', 'tell the user; nothing is left to do.');
  if (place < 0 && (change > last.id || changes.length < RECENT))
    return refuse(
      `there's no change ${change} to undo: no change has that number, or it has already been undone`,
      'undo with the number that a tool gave; to correct an entry, amend or delete.',
    );
  const newer = place < 0 ? changes : changes.slice(0, place);
  const named = newer.slice(0, MOST_NAMED).map(({ id, label }) => `${id} (${label})`);
  const more = place < 0 || newer.length > MOST_NAMED ? ' and others' : '';
  const numbers = newer.slice(0, MOST_NAMED).map(({ id }) => id);
  return refuse(
    `change ${change} isn't the latest; after it came ${named.join(', ')}${more}`,
    more === ''
      ? `amend or delete corrects an entry by itself. Or undo with change ${[...numbers, change].join(', then ')}, if the user wants all of these back.`
      : 'amend or delete corrects an entry by itself.',
  );
}

/** Somebody whose name is one slip of the hand away from a text; null for none. */
async function nearly(own: Context, name: string): Promise<PersonRef | null> {
  const { knownPeople } = await import('../reading/known.ts');
  return knownPeople(own.storeToRead()).nearly(name);
}

/** The channel of the message that would be drafted; undefined where none can be. */
async function channelFor(person: Person, own: Context): Promise<Channel | undefined> {
  const { prepare } = await import('../commands/draft.ts');
  try {
    const { written } = prepare({ name: `#${person.id}` }, { ...own, note: () => undefined });
    return written?.draft.channel;
  } catch (error) {
    if (error instanceof Failure && error.code === 'no-context') return undefined;
    throw error;
  }
}

/** What an entry needs, and how `log` takes it. */
const MISSING = {
  kind: `kind (${KINDS.join(', ')})`,
  with: 'with (the names)',
  title: 'title (what it was)',
};

function missing({ missing: fields, understood, hint }: Incomplete): Refused {
  const needed = fields.map((field) => MISSING[field]).join('; ');
  const message =
    understood === ''
      ? `missing: ${fields.join(', ')}`
      : `understood only ${understood}; missing: ${fields.join(', ')}`;
  return new Refused(
    { code: 'usage', message, hint },
    `log again, and give ${needed}. Ask the user if you don't know.`,
  );
}

const COMMAND = /netcoach(?: --db (?:"[^"]*"|'[^']*'|\S+))? /.source;
const WORD = /("[^"]*"|'[^']*'|\S+)/.source;
const AMEND = new RegExp(`${COMMAND}amend (\\d+) --(\\w+) (.+)$`);
const MERGE = new RegExp(`${COMMAND}merge ${WORD} ${WORD}$`);

/** A command that corrects an entry, as the tools that do it. */
function inTools(text: string): string {
  return text
    .replace(AMEND, 'amend with entry $1 and $2 $3')
    .replace(MERGE, 'undo this change, and log it again with $2');
}

/** Everything that was logged of a sentence. */
function textsOf({ interaction }: { interaction: Interaction }): string[] {
  const { kind, title, note, people } = interaction;
  return [kind, title, note ?? '', ...people.flatMap((one) => [one.name, one.highlight ?? ''])];
}

interface SuggestionRow {
  person: Person;
  interaction: Interaction | null;
  reasons: string[];
}

/** What a command prints under --json, as a reader of its output would have it. */
async function printed(
  command: (context: Context) => Promise<Outcome> | Outcome,
  own: Context,
): Promise<Print> {
  let data: unknown = null;
  const keep = (document: unknown) => {
    data = document;
  };
  await command({ ...own, print: keep, printLong: keep });
  return JSON.parse(JSON.stringify(data)) as Print;
}

/** Without the fields that weren't given. */
function given<T extends object>(input: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const entries = Object.entries(input).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as never;
}

/** A bare number is a rank on the list that the user last saw, which a server knows nothing of. */
function nameOf(text: string): string {
  if (!/^\s*\d+\s*$/.test(text)) return text;
  throw new Failure(
    'unknown-person',
    `"${text.trim()}" isn't a name`,
    `Give a name, or an id as "#${text.trim()}".`,
  );
}

/** "-" would read standard input. */
function wordsOf(words: string): string {
  if (words.trim() !== '-') return words;
  throw new Failure('usage', 'there are no words to log', 'Say what happened, with whom and when.');
}

function withoutStdin<T extends { note?: string }>(input: T): T {
  if (input.note !== '-') return input;
  throw new Failure('usage', 'the note is empty', 'Leave it out.');
}

/** An interaction without private words, and with what stood out in the reader's own part alone. */
function withOnlyTheirs(interaction: Interaction, name: string): Interaction {
  const open = publicInteraction(interaction);
  const people = open.people.map((one) => (one.name === name ? one : { ...one, highlight: null }));
  return { ...open, people };
}

/** The next call that an error names, also where it was reworded on its way. */
function nextOf(error: unknown): string | null {
  if (error instanceof Refused) return error.next;
  return error instanceof Error && error.cause !== undefined ? nextOf(error.cause) : null;
}

/** An error as a tool reports it; null for one that is netcoach's own fault. */
export function refusalOf(error: unknown): Refusal | null {
  if (!(error instanceof Failure)) return null;
  const { code, message, hint, candidates = [] } = error;
  return { code, message, hint, candidates, next: nextOf(error) };
}
