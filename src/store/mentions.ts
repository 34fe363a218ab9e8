/** Who may know about a project: where its words are, in the fields of people and the titles of the log. */
import type { Database } from 'better-sqlite3';
import { contentWords } from '../coach/suggest/goals.ts';
import { eachRow } from '../database/rows.ts';
import { FOREIGN_PERSON, FOREIGN_TITLE } from '../database/schema.ts';
import type { Person } from '../model.ts';
import { PERSON_COLUMNS, type PersonRow, toPerson } from './people.ts';

/** What a person's own fields say of what they do. */
const FIELDS = `concat_ws(' ', role, team, skills, interests)`;

/**
 * Conditions that a title or a person's fields have one of these words, or another form of it (see `isSameWord`).
 * SQLite folds ASCII alone, so they also hold for every other text.
 * @param words folded, at least one
 */
export function mentionsAny(words: readonly string[]): {
  inTitle: string;
  inFields: string;
  values: string[];
} {
  const likes = (text: string) => words.map(() => `${text} LIKE ? ESCAPE '\\'`).join(' OR ');
  return {
    inTitle: `(${likes('title')} OR id IN
      (SELECT id FROM interaction INDEXED BY interaction_foreign WHERE ${FOREIGN_TITLE}))`,
    inFields: `(${likes(FIELDS)} OR id IN
      (SELECT id FROM person INDEXED BY person_foreign WHERE ${FOREIGN_PERSON}))`,
    values: words.map((word) => containing(word.slice(0, 5))),
  };
}

/** A pattern for `LIKE ? ESCAPE '\'`: every text with this part. */
export function containing(part: string): string {
  return `%${part.replace(/[\\%_]/g, '\\$&')}%`;
}

/**
 * People with a word of these texts in a field or in the title of something they took part in, by name,
 * and those titles, newest first; departures say nothing about skills.
 * @param among ids of the people to look at; null for all
 */
export function peopleMentioning(
  db: Database,
  texts: readonly string[],
  among: readonly number[] | null,
): { people: Person[]; titles: Map<number, string[]> } {
  const words = [...new Set(texts.flatMap(contentWords))];
  const titles = new Map<number, string[]>();
  if (words.length === 0) return { people: [], titles };
  const mentions = mentionsAny(words);
  const named = db
    .prepare(`WITH found AS MATERIALIZED (
        SELECT id, day, title FROM interaction WHERE kind <> 'departure' AND ${mentions.inTitle})
      SELECT p.person_id, found.title FROM found CROSS JOIN participant p ON p.interaction_id = found.id
      ORDER BY found.day DESC, found.id DESC`)
    .raw()
    .iterate(...mentions.values) as IterableIterator<[number, string]>;
  for (const [person, title] of named) {
    const known = titles.get(person);
    if (known === undefined) titles.set(person, [title]);
    else known.push(title);
  }
  const isWanted = among === null ? '' : 'AND id IN (SELECT value FROM json_each(?))';
  const select = db.prepare(`SELECT ${PERSON_COLUMNS} FROM person
    WHERE (id IN (SELECT value FROM json_each(?)) OR ${mentions.inFields}) ${isWanted}
    ORDER BY +folded, id`);
  const rows = eachRow<PersonRow>(
    select,
    JSON.stringify([...titles.keys()]),
    ...mentions.values,
    ...(among === null ? [] : [JSON.stringify(among)]),
  );
  return { people: Array.from(rows, toPerson), titles };
}
