import type { Database } from 'better-sqlite3';
import type { Context } from '../context.ts';
import { change } from '../database/change.ts';
import { Failure } from '../failure.ts';
import type { Interaction, Kind, PersonRef } from '../model.ts';
import { messageLines, renderInteraction } from '../render/interaction.ts';
import { wrap } from '../render/layout.ts';
import { amendInteraction, interactionById } from '../store/interactions.ts';
import { asSentence, cleanText, optionalText } from '../text/clean.ts';
import { formatList } from '../text/count.ts';
import { findOrAddPeople, splitTyped } from './input/attend.ts';
import { readNote } from './input/note.ts';
import { findPerson, nameFor } from './input/person.ts';
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

/**
 * Edits an interaction; fields that aren't given stay. `with` replaces everyone; beside `say` it only tells
 * whose part the words are about.
 */
export async function run(input: Input, context: Context): Promise<undefined> {
  const db = context.store();
  const { id, title: oldTitle } = findInteraction(db, input.id);
  const date = input.on === undefined ? undefined : await readTypedPastDay(input.on, context);
  const note = await readNote(input.note, context);
  const highlight = optionalText(input.highlight, 'the highlight');
  const title = input.title === undefined ? undefined : cleanText(input.title, 'the title');
  const say = optionalText(input.say, 'the words for the message');
  const changes = [
    input.kind,
    date,
    title,
    note,
    highlight,
    say,
    input.with,
    input.add,
    input.remove,
  ];
  if (changes.every((one) => one === undefined)) {
    throw new Failure(
      'usage',
      'nothing to amend was given',
      `For example: netcoach amend ${id} --title "Apollo launch"`,
    );
  }
  const interaction = change(db, `amend: ${title ?? oldTitle}`, () => {
    const before = findInteraction(db, input.id);
    const isWhole = say === undefined;
    const people =
      isWhole && input.with
        ? findOrAddPeople(db, splitTyped(db, input.with), null).people
        : undefined;
    const spoken = new Set(isWhole ? [] : spokenOf(before, db, input.with));
    const added =
      input.add === undefined ? [] : findOrAddPeople(db, splitTyped(db, input.add), null).people;
    const removed = new Set((input.remove ?? []).map((name) => participant(before, db, name)));
    const previous = before.people.map(({ id, highlight }) => ({
      person: id,
      highlight,
    }));
    const kept = (people ?? previous).filter(({ person }) => !removed.has(person));
    const others = added.filter(({ person }) => kept.every((one) => one.person !== person));
    const attendance = [...kept, ...others].map((one) => ({
      person: one.person,
      highlight:
        one.highlight !== null && highlight === undefined
          ? one.highlight
          : highlight !== undefined
            ? highlight
            : (previous.find(({ person }) => person === one.person)?.highlight ?? null),
      ...(say !== undefined && spoken.has(one.person) && { say: say && asSentence(say) }),
    }));
    if (attendance.length === 0)
      throw new Failure(
        'usage',
        `nobody would be left in interaction ${id}`,
        `To delete it: netcoach delete ${id}`,
      );
    amendInteraction(
      db,
      id,
      {
        ...(input.kind && { kind: input.kind }),
        ...(date && { date }),
        ...(title && { title }),
        ...(note !== undefined && { note }),
      },
      attendance,
    );
    return interactionById(db, id) as Interaction;
  });
  const { understand } = await import('../reading/understand.ts');
  await understand(db);
  const sayings = sayingsOf(db, interaction);
  const said = say === undefined ? [] : messageLines(interaction, sayings);
  context.print(
    { interaction, understood: { say: sayings.find((one) => one !== null) ?? null } },
    () =>
      [
        'Amended.',
        renderInteraction(interaction, context),
        ...said.map((line) => wrap(line, context.width)),
      ].join('\n'),
  );
}

/**
 * Whose part my own words are about: those named, else the only one who took part.
 * @returns their ids
 * @throws Failure `usage` if that leaves it open, `unknown-person` for someone who took no part
 */
function spokenOf(before: Interaction, db: Database, names: string[] | undefined): number[] {
  if (names !== undefined)
    return splitTyped(db, names).map(({ name }) => participant(before, db, name));
  const [first, second] = before.people;
  if (first !== undefined && second === undefined) return [first.id];
  throw new Failure(
    'usage',
    `several people took part in interaction ${before.id}: ${formatList(before.people.map(({ name }) => name))}`,
    `Say whose part it is: netcoach amend ${before.id} --with ${nameFor(db, first as PersonRef)} --say "…"`,
  );
}

/** Somebody who took part, by name. @throws Failure `unknown-person` */
function participant({ id, people }: Interaction, db: Database, name: string): number {
  const person = findPerson(db, name);
  if (people.some((one) => one.id === person.id)) return person.id;
  throw new Failure(
    'unknown-person',
    `${person.name} took no part in interaction ${id}`,
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
    `no interaction has the number "${text}"`,
    'See the numbers: netcoach interactions',
  );
}
