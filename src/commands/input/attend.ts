import type { Database } from 'better-sqlite3';
import { Failure } from '../../failure.ts';
import { type Person, type PersonRef, refOf } from '../../model.ts';
import { type Known, knownPeople } from '../../reading/known.ts';
import type { Place } from '../../reading/who.ts';
import { peopleLike, peopleNamed } from '../../store/find-people.ts';
import type { Attendance } from '../../store/interactions.ts';
import { addPerson, editPerson } from '../../store/people.ts';
import { cleanName } from '../../text/clean.ts';
import { fold } from '../../text/fold.ts';
import { quoteForShell } from '../../text/shell.ts';
import { type NamedPart, splitNames } from '../../text/split-names.ts';
import { findPersonOrNull, nameFor } from './person.ts';

interface Attending {
  people: Attendance[];
  added: PersonRef[];
  /** Sentences about people who may be someone else; "ID" is for the number of the interaction. */
  doubts: string[];
}

type PersonWithPlace = Pick<Person, 'id' | 'name' | 'team' | 'company' | 'relationship'>;

/** The people of `--with`, as typed. @throws Failure `usage` for an empty name, or if there is none */
export function splitNamed(db: Database, values: readonly string[]): NamedPart[] {
  if (values.length > 0) return splitTyped(db, values);
  throw new Failure('usage', 'no one is named', 'Give a name: --with "Priya Shah"');
}

/** The people of `--with` and `--add`, as typed. @throws Failure `usage` for an empty name */
export function splitTyped(db: Database, values: readonly string[]): NamedPart[] {
  const isFull = (text: string) => peopleNamed(db, text).length > 0;
  const isFirst = (text: string) => {
    const folded = fold(text);
    return (
      folded !== '' &&
      peopleLike(db, text, 20, true).some((one) => fold(one.name).split(' ')[0] === folded)
    );
  };
  return splitNames(values, { isFull, isAny: (text) => isFull(text) || isFirst(text) });
}

/**
 * Finds the people named and adds those who are new. Call it inside a change.
 * @param commonHighlight the highlight of everyone who has none of their own
 * @param places where they work, by names as typed
 * @param listed finds a person by the number on today's list
 * @throws Failure `ambiguous-person`, or `unknown-person` for an unknown `#ID`
 */
export function findOrAddPeople(
  db: Database,
  named: readonly NamedPart[],
  commonHighlight: string | null,
  places: ReadonlyMap<string, Place> = new Map(),
  listed: (name: string) => Person | null = () => null,
): Attending {
  const people = new Map<number, Attendance>();
  const added: PersonRef[] = [];
  const doubts: string[] = [];
  let known: Known | null = null;
  for (const { name, highlight, say, isAfterComma } of named) {
    let person: PersonWithPlace | null = listed(name) ?? findPersonOrNull(db, name, true);
    if (person === null) {
      if (/^#\d+$/.test(name))
        throw new Failure(
          'unknown-person',
          `no one has the number ${name}`,
          'See: netcoach people',
        );
      const clean = cleanName(name);
      // Read once, since a long list may be all new.
      known ??= knownPeople(db);
      doubts.push(...slipOf(db, clean, known));
      person = {
        id: addPerson(db, { name: clean }),
        name: clean,
        team: null,
        company: null,
        relationship: 'colleague',
      };
      added.push(refOf(person));
    }
    if (isAfterComma === true)
      doubts.push(
        `I read "${name}", after the comma, as a person. If it's part of what stood out: netcoach amend ID --remove ${nameFor(db, person)}`,
      );
    const place = places.get(name);
    if (place !== undefined) doubts.push(...fillPlace(db, person, place));
    const before = people.get(person.id);
    const own = say ?? before?.say;
    people.set(person.id, {
      person: person.id,
      highlight: highlight ?? before?.highlight ?? commonHighlight,
      ...(own != null && { say: own }),
    });
  }
  return { people: [...people.values()], added, doubts };
}

/** A doubt about a new name that is one slip of the hand away from a known one. */
export function slipOf(db: Database, name: string, known = knownPeople(db)): string[] {
  const near = known.nearly(name);
  const typed = quoteForShell(name);
  const quoted = typed === name ? `"${name}"` : typed;
  return near === null
    ? []
    : [
        `"${name}" is new here. If you meant ${near.name}: netcoach merge ${quoted} ${nameFor(db, near)}`,
      ];
}

/** Fills in empty fields and what they are to me; says what it set, and a doubt if they're known to work elsewhere. */
function fillPlace(db: Database, person: PersonWithPlace, place: Place): string[] {
  const { team, company, relationship } = place;
  const doubts: string[] = [];
  const isOpen = person.relationship === 'colleague' || person.relationship === 'teammate';
  if (relationship !== undefined && isOpen) {
    editPerson(db, person.id, { relationship });
    doubts.push(
      `${person.name} is now your ${relationship} in the log. If that's wrong: netcoach edit ${nameFor(db, person)} --relationship ${person.relationship}`,
    );
  }
  if (person.team === null && team !== undefined) editPerson(db, person.id, { team });
  if (person.company === null && company !== undefined) editPerson(db, person.id, { company });
  if (team === undefined && company === undefined) return doubts;
  const known = team === undefined ? person.company : person.team;
  const named = team ?? company ?? '';
  if (known === null || fold(known) === fold(named)) return doubts;
  return [
    ...doubts,
    `${person.name} is at ${known} in your log, not ${named}. If it's someone else, run netcoach undo and log them by their full name.`,
  ];
}
