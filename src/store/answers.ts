/** Which suggestions were answered by what I did since, as `participant.answers` holds it. */
import type { Database } from 'better-sqlite3';
import { judge } from '../coach/suggest/judge.ts';
import { statement, updateRow } from '../database/rows.ts';
import type { Action, Day, History, Match } from '../model.ts';

/** The suggestion that an interaction answers. */
export interface Answer {
  action: Action;
  /** Its `Moment.key`. */
  moment: string;
}

/** As the column holds it. */
export function formatAnswer({ action, moment }: Answer): string {
  return `${action} ${moment}`;
}

/** The reverse of `formatAnswer`. */
export function parseAnswer(text: string): Answer {
  const space = text.indexOf(' ');
  return { action: text.slice(0, space) as Action, moment: text.slice(space + 1) };
}

/** Keys of answered moments, by person. */
export function answersOf(db: Database, people: readonly number[]): Map<number, Set<string>> {
  const answers = new Map<number, Set<string>>();
  const rows = statement(
    db,
    `SELECT person_id, answers FROM json_each(?) AS wanted
      CROSS JOIN participant ON person_id = wanted.value WHERE answers IS NOT NULL`,
  )
    .raw()
    .iterate(JSON.stringify(people)) as IterableIterator<[number, string]>;
  for (const [person, text] of rows) {
    const { moment } = parseAnswer(text);
    const keys = answers.get(person);
    if (keys === undefined) answers.set(person, new Set([moment]));
    else keys.add(moment);
  }
  return answers;
}

/** The newest interaction of a day that answers a suggestion, and which; null if none does. */
export function answerOn(
  db: Database,
  person: number,
  day: Day,
): { interaction: number; answer: Answer } | null {
  const row = db
    .prepare(`SELECT interaction_id AS interaction, answers FROM participant
      WHERE person_id = ? AND answers IS NOT NULL AND day = ? ORDER BY id DESC LIMIT 1`)
    .get(person, day) as { interaction: number; answers: string } | undefined;
  return row === undefined
    ? null
    : { interaction: row.interaction, answer: parseAnswer(row.answers) };
}

/** A talk about this is a congratulation. */
const CONGRATULATION = /\bcongrat|\bkudos\b|\bwell done\b|\bcelebrat/i;

/**
 * The suggestion about somebody's news that a talk answers; null if it's about no news. Words of
 * congratulation answer good news, and any word answers hard news.
 * @param history of the person on the day of the talk
 * @param title of the talk
 */
export function newsAnsweredBy(history: History, title: string): Answer | null {
  const about = momentsAboutNews(history).find(
    ({ action }) => action !== 'congratulate' || CONGRATULATION.test(title),
  );
  return about === undefined ? null : { action: about.action, moment: about.key };
}

/** Whether an interaction is news that calls for a congratulation today. */
export function isGoodNews(history: History, interaction: number): boolean {
  return momentsAboutNews(history).some(
    (moment) => moment.action === 'congratulate' && moment.interaction?.id === interaction,
  );
}

function momentsAboutNews(history: History): Match[] {
  return judge(history)
    .verdicts.flatMap(({ verdict }) => (verdict.fires ? [verdict.moment] : []))
    .filter(({ interaction }) => interaction?.kind === 'milestone');
}

/** Links a person's part in an interaction to the suggestion it answers; null takes the link away. */
export function linkAnswer(
  db: Database,
  interaction: number,
  person: number,
  answer: Answer | null,
): void {
  const id = statement(db, 'SELECT id FROM participant WHERE interaction_id = ? AND person_id = ?')
    .pluck()
    .get(interaction, person) as number | undefined;
  if (id !== undefined)
    updateRow(db, 'participant', id, { answers: answer === null ? null : formatAnswer(answer) });
}
