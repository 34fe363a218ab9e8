import type { Database } from 'better-sqlite3';
import { Failure } from '../../failure.ts';
import { type Person, type PersonRef, refOf } from '../../model.ts';
import type { Place } from '../../reading/who.ts';
import { peopleNamed } from '../../store/find-people.ts';
import type { Attendance } from '../../store/interactions.ts';
import { addPerson, editPerson } from '../../store/people.ts';
import { cleanName } from '../../text/clean.ts';
import { fold } from '../../text/fold.ts';
import { splitNames } from '../../text/split-names.ts';
import { findPersonOrNull } from './person.ts';

interface NamedPeople {
  people: Attendance[];
  added: PersonRef[];
  /** Sentences about people who may be someone else. */
  doubts: string[];
}

type PersonWithPlace = Pick<Person, 'id' | 'name' | 'team' | 'company'>;

/**
 * Finds the people named and adds those who are new. Call it inside a change.
 * @param values as typed: `NAME` or `NAME: highlight`, several with commas
 * @param commonHighlight the highlight of everyone who has none of their own
 * @param places where they work, by names as typed
 * @throws Failure `ambiguous-person`, or `unknown-person` for an unknown `#ID`
 */
export function findOrAddPeople(
  db: Database,
  values: readonly string[],
  commonHighlight: string | null,
  places: ReadonlyMap<string, Place> = new Map(),
): NamedPeople {
  const people = new Map<number, Attendance>();
  const added: PersonRef[] = [];
  const doubts: string[] = [];
  for (const { name, highlight } of splitNames(
    values,
    (text) => peopleNamed(db, text).length > 0,
  )) {
    let person: PersonWithPlace | null = findPersonOrNull(db, name, true);
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
    const previous = people.get(person.id)?.highlight ?? null;
    people.set(person.id, {
      person: person.id,
      highlight: highlight ?? previous ?? commonHighlight,
    });
  }
  return { people: [...people.values()], added, doubts };
}

/** Fills in empty fields; returns a doubt if the person is known to work elsewhere. */
function fillPlace(db: Database, person: PersonWithPlace, { team, company }: Place): string[] {
  if (person.team === null && team !== undefined) editPerson(db, person.id, { team });
  if (person.company === null && company !== undefined) editPerson(db, person.id, { company });
  const known = team === undefined ? person.company : person.team;
  const named = team ?? company ?? '';
  if (known === null || fold(known) === fold(named)) return [];
  return [
    `${person.name} is noted at ${known}, not ${named}. If it is another person, give the full name after this: netcoach undo`,
  ];
}
