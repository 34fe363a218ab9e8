import type { Database } from 'better-sqlite3';
import type { MapLink, MapPerson, Network } from '../coach/review/facts.ts';
import { warmthOf } from '../coach/review/ties.ts';
import type { Day } from '../model.ts';

/** So many people stand on the map: as many names as a page shows without crowding. */
const SHOWN = 24;

interface Row extends Omit<MapPerson, 'tie'> {
  status: string;
  touch: Day;
}

/** Those with whom most was logged between two days, and what they share; no strained ties. */
export function readMap(db: Database, since: Day, today: Day): Network['map'] {
  const rows = db
    .prepare(`SELECT person.id, name, team, status, count(*) AS interactions,
        max(coalesce(person.since, ''), last_contact) AS touch
      FROM interaction i
      CROSS JOIN participant p ON p.interaction_id = i.id
      CROSS JOIN person ON person.id = p.person_id
      WHERE i.day BETWEEN ? AND ? AND strained = 0
      GROUP BY person.id ORDER BY count(*) DESC, max(p.day) DESC, person.id LIMIT ${SHOWN}`)
    .all(since, today) as Row[];
  const people = rows.map(({ status, touch, ...person }) => ({
    ...person,
    tie: status === 'connected' ? warmthOf(touch, today) : ('none' as const),
  }));
  const links = db
    .prepare(`SELECT one.person_id AS "from", other.person_id AS "to", count(*) AS shared
      FROM json_each(@ids) AS wanted
      CROSS JOIN participant one ON one.person_id = wanted.value AND one.day BETWEEN @since AND @today
      CROSS JOIN participant other ON other.interaction_id = one.interaction_id
        AND other.person_id > one.person_id
      WHERE other.person_id IN (SELECT value FROM json_each(@ids))
      GROUP BY one.person_id, other.person_id`)
    .all({ ids: JSON.stringify(people.map(({ id }) => id)), since, today }) as MapLink[];
  return { people, links };
}
