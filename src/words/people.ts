import type { PersonRef } from '../../rules/rule.ts';
import { Failure } from '../failure.ts';
import { peopleNamed } from '../store/find-people.ts';
import type { Attendance } from '../store/interactions.ts';
import type { Database } from '../store/open.ts';
import { addPerson, editPerson, personById } from '../store/people.ts';
import { fold } from './fold.ts';
import { findPersonOrNull } from './person.ts';
import type { Place } from './sentence-place.ts';
import { cleanName } from './text.ts';

/** What stands behind a comma in one name: "Kim Lee, MBA", "Sam Ortiz, Jr.". */
const SUFFIX =
  /^(jr|sr|ii|iii|iv|esq|ph\.?d|mba|m\.?d|m\.?sc|b\.?sc|cpa|cfa|pmp|rn|shrm-?(cp|scp))\.?$/i;

/** A name as `--with` gives it. */
export interface Named {
  name: string;
  highlight: string | null;
}

/**
 * Splits the values of `--with`: each repeats, takes commas, and may end in `: what stood out` for the
 * last name before it. What follows the colon is taken whole, commas and all.
 */
export function splitNames(values: readonly string[], isKnown: (name: string) => boolean): Named[] {
  const named: Named[] = [];
  for (const value of values) {
    const colon = isKnown(value) ? null : /:/.exec(value);
    const names = colon === null ? value : value.slice(0, colon.index);
    const highlight = colon === null ? null : value.slice(colon.index + 1).trim() || null;
    const parts: string[] = isKnown(names) ? [names] : [];
    if (parts.length === 0) {
      for (const part of names.split(',').map((one) => one.trim())) {
        const last = parts.length - 1;
        if (SUFFIX.test(part) && last >= 0) parts[last] = `${parts[last]}, ${part}`;
        else if (part !== '') parts.push(part);
      }
    }
    if (parts.length === 0)
      throw new Failure('usage', 'a name is empty', 'Give a name: --with "Priya Shah"');
    parts.forEach((name, index) => {
      named.push({
        name,
        highlight: index === parts.length - 1 ? highlight : null,
      });
    });
  }
  return named;
}

/** Who took part, whom nobody knew, and what is said of somebody that the log knows otherwise. */
interface Attended {
  people: Attendance[];
  added: PersonRef[];
  doubts: string[];
}

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
    let person = findPersonOrNull(db, name, true);
    if (person === null) {
      if (/^#\d+$/.test(name))
        throw new Failure(
          'unknown-person',
          `nobody has the number ${name}`,
          'See: netcoach people',
        );
      const clean = cleanName(name);
      person = { id: addPerson(db, { name: clean }), name: clean };
      added.push(person);
    }
    const place = places.get(name);
    if (place !== undefined) doubts.push(...fillPlace(db, person.id, place));
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
function fillPlace(db: Database, id: number, { team, company }: Place): string[] {
  const person = personById(db, id);
  if (person.team === null && team !== undefined) editPerson(db, id, { team });
  if (person.company === null && company !== undefined) editPerson(db, id, { company });
  const known = team === undefined ? person.company : person.team;
  const said = team ?? company ?? '';
  if (known === null || fold(known) === fold(said)) return [];
  return [
    `${person.name} is noted at ${known}, not ${said}. Another person? netcoach undo, and give the full name.`,
  ];
}
