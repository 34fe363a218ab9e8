/** Who may know about a project: where its words are, in the fields of people and the titles of the log. */
import type { Database } from 'better-sqlite3';
import { contentWords } from '../coach/suggest/goals.ts';
import type { Person } from '../model.ts';
import { PERSON_COLUMNS, type PersonRow, toPerson } from './people.ts';

/** What a person's own fields say of what they do, as SQL. */
export const FIELDS = `concat_ws(' ', role, team, skills, interests)`;

/**
 * A condition that a text has one of these words, or another form of it (see `isSameWord`). SQLite
 * folds ASCII alone, so it also holds for every other text.
 * @param words folded, at least one
 */
export function mentionsAny(words: readonly string[]): {
  in: (text: string) => string;
  values: string[];
} {
  const likes = (text: string) => words.map(() => `${text} LIKE ? ESCAPE '\\'`).join(' OR ');
  return {
    in: (text) => `(${likes(text)} OR length(${text}) <> octet_length(${text}))`,
    values: words.map(
      (word) => `%${(word.length < 5 ? word : word.slice(0, 5)).replace(/[\\%_]/g, '\\$&')}%`,
    ),
  };
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
  const rows = db
    .prepare(`WITH found AS MATERIALIZED (
        SELECT id, day, title FROM interaction WHERE kind <> 'departure' AND ${mentions.in('title')})
      SELECT p.person_id, found.title FROM found CROSS JOIN participant p ON p.interaction_id = found.id
      ORDER BY found.day DESC, found.id DESC`)
    .raw()
    .iterate(...mentions.values) as IterableIterator<[number, string]>;
  for (const [person, title] of rows) {
    const known = titles.get(person);
    if (known === undefined) titles.set(person, [title]);
    else known.push(title);
  }
  const isWanted = among === null ? '' : 'AND id IN (SELECT value FROM json_each(?))';
  const people = db
    .prepare(`SELECT ${PERSON_COLUMNS} FROM person
      WHERE (id IN (SELECT value FROM json_each(?)) OR ${mentions.in(FIELDS)}) ${isWanted}
      ORDER BY +folded, id`)
    .all(
      JSON.stringify([...titles.keys()]),
      ...mentions.values,
      ...(among === null ? [] : [JSON.stringify(among)]),
    ) as PersonRow[];
  return { people: people.map(toPerson), titles };
}
