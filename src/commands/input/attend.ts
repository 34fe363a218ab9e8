import type { Database } from 'better-sqlite3';
import { Failure } from '../../failure.ts';
import { type Person, type PersonRef, refOf } from '../../model.ts';
import type { Place } from '../../reading/sentence-place.ts';
import { peopleNamed } from '../../store/find-people.ts';
import type { Attendance } from '../../store/interactions.ts';
import { addPerson, editPerson } from '../../store/people.ts';
import { cleanName } from '../../text/clean.ts';
import { fold } from '../../text/fold.ts';
import { splitNames } from '../../text/split-names.ts';
import { findPersonOrNull } from './person.ts';

/** Who took part, whom nobody knew, and what is said of somebody that the log knows otherwise. */
interface Attended {
  people: Attendance[];
  added: PersonRef[];
  doubts: string[];
}

/** Somebody, and where they are known to work. */
type Placed = Pick<Person, 'id' | 'name' | 'team' | 'company'>;

/**
 * Finds the people who were named, and adds those whom nobody knows yet. Must run inside a change.
 * @param common what stood out in the part of everybody who has no highlight of their own
 * @param places where they work, by their names as typed
 * @throws Failure `ambiguous-person`
 */
export function attend(
  db: Database,
  values: readonly string[],
  common: string | null,
  places: ReadonlyMap<string, Place> = new Map(),
): Attended {
  const people = new Map<number, Attendance>();
  const added: PersonRef[] = [];
  const doubts: string[] = [];
  for (const { name, highlight } of splitNames(
    values,
    (text) => peopleNamed(db, text).length > 0,
  )) {
    let person: Placed | null = findPersonOrNull(db, name, true);
    if (person === null) {
      if (/^#\d+$/.test(name))
        throw new Failure(
          'unknown-person',
          `nobody has the number ${name}`,
          'See: netcoach people',
        );
      const clean = cleanName(name);
      person = { id: addPerson(db, { name: clean }), name: clean, team: null, company: null };
      added.push(refOf(person));
    }
    const place = places.get(name);
    if (place !== undefined) doubts.push(...fillPlace(db, person, place));
    const before = people.get(person.id)?.highlight ?? null;
    people.set(person.id, {
      person: person.id,
      highlight: highlight ?? before ?? common,
    });
  }
  return { people: [...people.values()], added, doubts };
}

/**
 * Notes where somebody works; what is known of them stays.
 * @returns a word of doubt where that is another place: it may be another person
 */
function fillPlace(db: Database, person: Placed, { team, company }: Place): string[] {
  if (person.team === null && team !== undefined) editPerson(db, person.id, { team });
  if (person.company === null && company !== undefined) editPerson(db, person.id, { company });
  const known = team === undefined ? person.company : person.team;
  const said = team ?? company ?? '';
  if (known === null || fold(known) === fold(said)) return [];
  return [
    `${person.name} is noted at ${known}, not ${said}. Another person? netcoach undo, and give the full name.`,
  ];
}
