import type { Database } from 'better-sqlite3';
import { judge } from '../coach/suggest/judge.ts';
import type { Context } from '../context.ts';
import { change } from '../database/change.ts';
import { Failure } from '../failure.ts';
import { type Interaction, KINDS, type Kind, type Participant, type PersonRef } from '../model.ts';
import { type FieldChange, renderDifference } from '../render/difference.ts';
import { messageLines } from '../render/interaction.ts';
import { ownWordsOf } from '../store/details.ts';
import { readHistories } from '../store/histories.ts';
import {
  type Attendance,
  amendInteraction,
  type InteractionFields,
} from '../store/interactions.ts';
import { readMe } from '../store/me.ts';
import { interactionById } from '../store/read-interactions.ts';
import { asSentence, cleanText, optionalText } from '../text/clean.ts';
import { formatList } from '../text/count.ts';
import { formatDay } from '../text/days.ts';
import { fold } from '../text/fold.ts';
import { safe } from '../text/safe.ts';
import { quoteForShell, unquote } from '../text/shell.ts';
import type { NamedPart } from '../text/split-names.ts';
import { findOrAddPeople, splitTyped } from './input/attend.ts';
import { editForm, type Line, oneLine } from './input/form.ts';
import { readNote } from './input/note.ts';
import { findListed, findNamed, nameFor } from './input/person.ts';
import { readTypedPastDay } from './input/typed-day.ts';
import { sayingsOf } from './sayings.ts';

interface Input {
  id: string;
  kind?: Kind;
  with?: string[];
  title?: string;
  on?: string;
  note?: string;
  highlight?: string;
  say?: string;
  add?: string[];
  remove?: string[];
}

/** Edits an interaction, by flags or, on a terminal without any, by hand. */
export async function run(input: Input, context: Context): Promise<undefined> {
  const db = context.storeToEdit();
  const before = findInteraction(db, input.id);
  const said = sayToday(db, before, context);
  const { id: _, ...flags } = input;
  const hasFlags = Object.values(flags).some((one) => one !== undefined);
  if (!hasFlags && (context.ask === null || context.isJson))
    throw new Failure(
      'usage',
      'nothing to change was given',
      `For example: netcoach amend ${before.id} --title "Apollo launch"`,
    );
  const amended = hasFlags
    ? await amendByFlags(before, input, context)
    : await editForm(
        formOf(before, ownWordsOf(db, before.id)),
        context,
        context.ask as NonNullable<Context['ask']>,
        (lines) => amendByForm(before, lines, context),
      );
  if (amended === null) {
    const say = said.find((one) => one !== null) ?? null;
    const same = { interaction: before, understood: { say }, added: [], dropped: [], doubts: [] };
    context.print(same, () => 'Nothing changed.');
    return;
  }
  await print(before, said, amended, context);
}

/** What today's drafts say of an interaction. */
function sayToday(db: Database, interaction: Interaction, { today }: Context) {
  const ids = interaction.people.map(({ id }) => id);
  const judgements = readHistories(db, ids, readMe(db), today).map(judge);
  return sayingsOf(db, interaction, judgements);
}

/** Who takes part after a change. */
interface People {
  attendance: Attendance[];
  added: PersonRef[];
  doubts: string[];
}

interface Amended {
  interaction: Interaction;
  added: PersonRef[];
  doubts: string[];
}

/** Finds or adds people, also by their numbers on today's list. */
function attend(db: Database, named: readonly NamedPart[], context: Context) {
  return findOrAddPeople(db, named, null, undefined, (name) => findListed(db, name, context));
}

type Fields = Partial<Pick<InteractionFields, 'kind' | 'date' | 'title' | 'note'>>;

/** Must run in a change, since `people` may add somebody. @throws Failure */
function amend(
  { id, title }: Interaction,
  fields: Fields,
  people: (db: Database, before: Interaction) => People,
  context: Context,
): Amended {
  const db = context.storeToEdit();
  return change(db, `amend: ${fields.title ?? title}`, () => {
    const { attendance, added, doubts } = people(db, findInteraction(db, String(id)));
    if (attendance.length === 0)
      throw new Failure(
        'usage',
        `no one would be left in interaction ${id}`,
        `To delete it: netcoach delete ${id}`,
      );
    amendInteraction(db, id, fields, attendance);
    const interaction = interactionById(db, id) as Interaction;
    return { interaction, added, doubts: doubts.map((one) => one.replace(/ ID(?= |$)/, ` ${id}`)) };
  });
}

/** Fields that aren't given stay. `with` replaces everyone; beside `say` it only tells whose part the words are about. */
async function amendByFlags(before: Interaction, input: Input, context: Context): Promise<Amended> {
  const date = input.on === undefined ? undefined : await readTypedPastDay(input.on, context);
  const note = await readNote(input.note, context);
  const highlight = optionalText(input.highlight, 'the highlight');
  const say = optionalText(input.say, 'the words for the message');
  const title = input.title === undefined ? undefined : cleanText(input.title, 'the title');
  const fields = {
    ...(input.kind && { kind: input.kind }),
    ...(date && { date }),
    ...(title && { title }),
    ...(note !== undefined && { note }),
  };
  const people = (db: Database, { id, people: previous }: Interaction): People => {
    const isWhole = input.with !== undefined && say === undefined;
    const named = isWhole ? attend(db, splitTyped(db, input.with ?? []), context) : null;
    const spoken = new Set(
      say === undefined ? [] : spokenOf({ id, people: previous }, input.with, context),
    );
    const more = attend(db, splitTyped(db, input.add ?? []), context);
    const removed = new Set(
      (input.remove ?? []).map((name) => participant({ id, people: previous }, name, context)),
    );
    const kept = named?.people ?? previous.map(({ id, highlight }) => ({ person: id, highlight }));
    const all = [...kept.filter(({ person }) => !removed.has(person))];
    for (const one of more.people)
      if (all.every(({ person }) => person !== one.person)) all.push(one);
    const highlightOf = (person: number) =>
      previous.find(({ id }) => id === person)?.highlight ?? null;
    return {
      attendance: all.map((one) => ({
        person: one.person,
        highlight: highlight === undefined ? (one.highlight ?? highlightOf(one.person)) : highlight,
        ...(say !== undefined && spoken.has(one.person) && { say: say && asSentence(say) }),
      })),
      added: [...(named?.added ?? []), ...more.added],
      doubts: [...(named?.doubts ?? []), ...more.doubts],
    };
  };
  return amend(before, fields, people, context);
}

const HELP = [
  'Change what you like, then save and close. Empty it to change nothing.',
  'A line for each person, with what stood out: "with: Priya: her plan".',
  'The line "say" under a person is what a message says, word for word.',
];

function formOf(
  { kind, date, title, note, people }: Interaction,
  say: ReadonlyMap<number, string>,
) {
  const lines: Line[] = [
    ['kind', kind],
    ['when', date],
    ['title', oneLine(title)],
    ...people.flatMap(({ id, name, highlight }): Line[] => [
      ['with', oneLine(highlight === null ? name : `${name}: ${highlight}`)],
      ['say', say.get(id) ?? ''],
    ]),
    ['note', note ?? ''],
  ];
  return { help: HELP, lines, more: ['with', 'add someone'] as Line };
}

/** Writes what differs from before, so that what another command changed meanwhile stays. */
async function amendByForm(
  before: Interaction,
  lines: readonly Line[],
  context: Context,
): Promise<Amended> {
  const own = ownWordsOf(context.storeToEdit(), before.id);
  const old = formOf(before, own).lines;
  const typed = (key: string) => lines.find((line) => line[0] === key)?.[1] ?? '';
  const isSame = (...keys: string[]) => {
    const of = (all: readonly Line[]) => JSON.stringify(all.filter(([key]) => keys.includes(key)));
    return of(lines) === of(old);
  };
  const kind = KINDS.find((one) => one === typed('kind').toLowerCase());
  if (kind === undefined)
    throw new Failure('usage', `"${typed('kind')}" isn't a kind`, `One of: ${KINDS.join(', ')}`);
  const fields = {
    ...(!isSame('kind') && { kind }),
    ...(!isSame('when') && { date: await readTypedPastDay(typed('when'), context) }),
    ...(!isSame('title') && { title: cleanText(typed('title'), 'the title') }),
    ...(!isSame('note') && { note: optionalText(typed('note'), 'the note', 'note') ?? null }),
  };
  const people = (db: Database, now: Interaction): People =>
    isSame('with', 'say')
      ? {
          attendance: now.people.map(({ id, highlight }) => ({ person: id, highlight })),
          added: [],
          doubts: [],
        }
      : peopleOfForm(db, now, lines, context);
  return amend(before, fields, people, context);
}

/** The people of the lines "with" and "say"; those who took part before are found by their full name. */
function peopleOfForm(
  db: Database,
  before: Interaction,
  lines: readonly Line[],
  context: Context,
): People {
  const left = [...before.people];
  const named: Array<NamedPart & { clears: boolean }> = [];
  for (const [key, value] of lines) {
    const last = named.at(-1);
    if (key === 'say' && last !== undefined) {
      if (value !== '') last.say = asSentence(cleanText(value, 'the words for the message'));
      last.clears = value === '';
    }
    if (key !== 'with' || value === '') continue;
    const at = left.findIndex(({ name }) => {
      const typed = fold(value);
      return typed === fold(name) || typed.startsWith(`${fold(name)}:`);
    });
    const [known] = at < 0 ? [] : left.splice(at, 1);
    if (known === undefined) {
      for (const one of splitTyped(db, [value])) named.push({ ...one, clears: false });
      continue;
    }
    const words = value.slice(known.name.length).replace(/^\s*:\s*/, '');
    named.push({
      name: `#${known.id}`,
      highlight: words === '' ? null : cleanText(words, 'the highlight'),
      clears: false,
    });
  }
  const { people, added, doubts } = attend(db, named, context);
  const cleared = new Set(named.filter(({ clears }) => clears).map(({ name }) => name));
  return {
    attendance: people.map((one) => (cleared.has(`#${one.person}`) ? { ...one, say: null } : one)),
    added,
    doubts,
  };
}

async function print(
  before: Interaction,
  said: ReadonlyArray<string | null>,
  { interaction, added, doubts }: Amended,
  context: Context,
): Promise<void> {
  const db = context.storeToEdit();
  const { understand } = await import('../reading/understand.ts');
  await understand(db, [interaction.id]);
  const sayings = sayToday(db, interaction, context);
  const dropped = before.people.filter(({ id }) =>
    interaction.people.every((one) => one.id !== id),
  );
  const isNew = new Set(added.map(({ id }) => id));
  const list = ({ people }: Interaction) =>
    formatList(
      people.map(({ id, name, highlight }) => {
        const shown = isNew.has(id) ? `${name} (new)` : name;
        return highlight === null ? shown : `${shown} (${highlight})`;
      }),
    );
  const fields: FieldChange[] = [
    { label: 'kind', before: before.kind, after: interaction.kind },
    {
      label: 'when',
      before: formatDay(before.date, context.today),
      after: formatDay(interaction.date, context.today),
    },
    { label: 'title', before: before.title, after: interaction.title },
    { label: 'with', before: list(before), after: list(interaction) },
    { label: 'note', before: before.note, after: interaction.note },
  ];
  const back = dropped.map((one) => `--add ${withHighlight(db, one)}`).join(' ');
  const isSaidAnew = sayings.some((one, at) => {
    const old = before.people.findIndex(({ id }) => id === interaction.people[at]?.id);
    return one !== (said[old] ?? null);
  });
  const further = [
    ...(dropped.length === 0
      ? []
      : [
          {
            sentence: `Dropped ${formatList(dropped.map(({ name }) => name))}. To put them back:`,
            command: `netcoach amend ${interaction.id} ${back}`,
          },
        ]),
    ...(isSaidAnew ? messageLines(interaction, sayings) : []),
  ];
  const say = sayings.find((one) => one !== null) ?? null;
  context.print(
    {
      interaction,
      understood: { say },
      added,
      dropped: dropped.map(({ id, name }) => ({ id, name })),
      doubts: doubts.map(context.toType),
    },
    () => renderDifference(`#${interaction.id}`, fields, further, context),
  );
  if (context.isJson) return;
  for (const doubt of doubts) context.note(safe(context.toType(doubt)));
}

/** Somebody as --add takes them, with what stood out. */
function withHighlight(db: Database, { highlight, ...person }: Participant): string {
  const name = nameFor(db, person);
  return highlight === null ? name : quoteForShell(`${unquote(name)}: ${highlight}`);
}

type Parts = Pick<Interaction, 'id' | 'people'>;

/**
 * Whose part my own words are about: those named, else the only one who took part.
 * @returns their ids
 * @throws Failure `usage` if that leaves it open, `unknown-person` for someone who took no part
 */
function spokenOf(before: Parts, names: string[] | undefined, context: Context): number[] {
  const db = context.storeToEdit();
  if (names !== undefined)
    return splitTyped(db, names).map(({ name }) => participant(before, name, context));
  const [first, second] = before.people;
  if (first !== undefined && second === undefined) return [first.id];
  throw new Failure(
    'usage',
    `several people took part in interaction ${before.id}: ${formatList(before.people.map(({ name }) => name))}`,
    `Say whose part it is: netcoach amend ${before.id} --with ${nameFor(db, first as PersonRef)} --say "…"`,
  );
}

/** Somebody who took part, by name. @throws Failure `unknown-person` */
function participant({ id, people }: Parts, name: string, context: Context): number {
  const db = context.storeToEdit();
  const person = findNamed(db, name, context);
  if (people.some((one) => one.id === person.id)) return person.id;
  throw new Failure(
    'unknown-person',
    `${person.name} wasn't part of interaction ${id}`,
    `See who did: netcoach show ${nameFor(db, person)}`,
  );
}

/** Finds an interaction by `ID` or `#ID`. @throws Failure `unknown-id` */
export function findInteraction(db: Database, text: string): Interaction {
  const id = /^#?\d{1,15}$/.test(text.trim()) ? Number(text.trim().replace('#', '')) : null;
  const interaction = id === null ? null : interactionById(db, id);
  if (interaction !== null) return interaction;
  throw new Failure(
    'unknown-id',
    `no log entry "${text}"`,
    'See the numbers: netcoach interactions',
  );
}
