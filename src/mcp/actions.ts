/**
 * What the server's tools do: each runs commands as the command line does, on a context of its own,
 * and returns what they print under --json. Part of the program itself; the protocol is in serve.ts.
 */
import { publicInteraction, publicPerson, publicSentence } from '../coach/redact.ts';
import type { Context, Outcome } from '../context.ts';
import { lastChangeId } from '../database/change.ts';
import { listChanges, undoChange } from '../database/undo.ts';
import { Failure } from '../failure.ts';
import type {
  Channel,
  Interaction,
  Kind,
  Person,
  PersonRef,
  Relationship,
  Status,
} from '../model.ts';
import { listInteractions } from '../store/interactions.ts';
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
  undo: (input: { change: number }) => Promise<Answer>;
}

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
      (own) => work({ ...own, note: (text) => notes.push(text.trim()) }),
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

  return {
    today: ({ limit, from }) =>
      answer(async (own) => {
        const { run } = await import('../commands/suggest.ts');
        // One more than asked for shows whether there is a next page.
        const wanted = from + limit;
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
        const next = suggestions.length >= wanted ? from + limit : null;
        return {
          ...rest,
          suggestions: shown,
          held: held.slice(0, MOST_HELD),
          heldTotal: held.length,
          next,
        };
      }),

    brief: ({ name }) =>
      answer(async (own) => {
        const { run } = await import('../commands/brief.ts');
        // A brief shows private notes on a terminal alone.
        const reader = { ...own, isTerminal: isPrivate, isJson: !isPrivate };
        return printed((inner) => run({ name: nameOf(name) }, inner), reader);
      }),

    why: ({ name }) =>
      answer(async (own) => {
        const { run } = await import('../commands/why.ts');
        const why = (await printed((inner) => run({ name: nameOf(name) }, inner), own)) as Print & {
          person: PersonRef;
          verdicts: Array<{ why: string }>;
        };
        const open = sentences(own, why.person);
        return { ...why, verdicts: why.verdicts.map((one) => ({ ...one, why: open(one.why) })) };
      }),

    draft: (input) =>
      answer(async (own) => {
        const { materialOf, prepare, run } = await import('../commands/draft.ts');
        const { factLines, limitLine, VOICE } = await import('../coach/writer/prompt.ts');
        const asked = { ...given(input), name: nameOf(input.name) };
        const material = await materialOf(prepare(asked, { ...own, note: () => undefined }));
        const { interaction: about, ...drafted } = (await printed(
          (inner) => run(asked, inner),
          own,
        )) as Print & { interaction: Interaction | null };
        return {
          ...drafted,
          interaction: about === null ? null : withOnlyTheirs(about, material.to.name),
          task: `${material.purpose} ${limitLine(material)}`,
          facts: factLines(material),
          voice: VOICE,
        };
      }),

    check: ({ text, to, max }) =>
      // Standard input, since an argument may be the name of a file.
      answer(async (own) => {
        const { run } = await import('../commands/check.ts');
        const input = given({ text: '-', to: to === undefined ? to : nameOf(to), max });
        return printed((inner) => run(input, inner), own);
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
        return { people: people.slice(from - 1).map(person), total, next };
      }),

    log: ({ words, ...fields }) =>
      answer(async (own) => {
        const { run } = await import('../commands/log.ts');
        const input = { ...given(fields), words: words === undefined ? [] : [wordsOf(words)] };
        const logged = await printed((inner) => run(withoutStdin(input), inner), own);
        const hasOne = 'interaction' in logged;
        return undoable(own, {
          ...logged,
          ...(hasOne && { interaction: interaction(logged.interaction as Interaction) }),
          ...('person' in logged && { person: person(logged.person as Person) }),
        });
      }),

    outcome: ({ name, what, on, until, note }) =>
      answer(async (own) => {
        const typed = nameOf(name);
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
        return undoable(own, { ...outcome, person: person(outcome.person) });
      }),

    done: ({ name, words }) =>
      answer(async (own) => {
        const { run } = await import('../commands/done.ts');
        const done = (await printed(
          (inner) => run({ name: nameOf(name), words: [words] }, inner),
          own,
        )) as Print & { person: Person; recorded: Interaction | null };
        return undoable(own, {
          ...done,
          person: person(done.person),
          recorded: interaction(done.recorded),
        });
      }),

    undo: ({ change }) =>
      answer((own) => {
        const db = own.store();
        const [last] = listChanges(db, 1);
        if (last === undefined)
          throw new Failure('usage', 'there is nothing to undo', 'Nothing needs taking back.');
        if (last.id !== change)
          throw new Failure(
            'usage',
            `the latest change is ${last.id}: ${last.label}`,
            'Take that one back first, if the user wants it.',
          );
        return { undone: undoChange(db, change) };
      }),
  };
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
    `"${text.trim()}" is no name`,
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

/** An error as a tool reports it; null for one that is netcoach's own fault. */
export function refusalOf(error: unknown): Refusal | null {
  if (!(error instanceof Failure)) return null;
  const { code, message, hint, candidates = [] } = error;
  return { code, message, hint, candidates };
}
