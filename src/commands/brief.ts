import type { Database } from 'better-sqlite3';
import { lastTouch, openMatters, promisesOf, questionFor } from '../coach/brief.ts';
import { publicInteraction, publicPerson } from '../coach/redact.ts';
import type { Context } from '../context.ts';
import { Failure } from '../failure.ts';
import type { Day, Person } from '../model.ts';
import { type Brief, type Meeting, renderBrief, renderMeetings } from '../render/brief.ts';
import { readMe } from '../store/me.ts';
import { personById } from '../store/people.ts';
import { listInteractions } from '../store/read-interactions.ts';
import { judgePerson } from '../store/today.ts';
import { compareText } from '../text/fold.ts';
import { findNamed } from './input/person.ts';

/** How many interactions a brief shows: enough for the thread of a talk. */
const LATEST = 5;
/** The same where several people are on one screen. */
const LATEST_OF_MANY = 2;

interface Input {
  name?: string;
  calendar?: string;
  on?: string;
}

/**
 * Shows what to know before talking to someone, or before each meeting of a day. Private notes and what
 * feedback said are shown on a terminal only.
 */
export function run(input: Input, context: Context): Promise<undefined> | undefined {
  const { name, calendar, on } = input;
  if (calendar !== undefined) {
    if (name !== undefined)
      throw new Failure('usage', 'either a name or --calendar, not both', HINT);
    return briefDay(calendar, on, context);
  }
  if (name === undefined)
    throw new Failure('usage', 'missing: a name, or --calendar FILE.ics', HINT);
  if (on !== undefined)
    throw new Failure('usage', '--on goes with --calendar', 'Leave it out: netcoach brief NAME');
  const db = context.storeToRead();
  const brief = briefOf(db, findNamed(db, name, context), LATEST, context);
  context.print(brief, () => renderBrief(brief, context));
  return;
}

const HINT = 'For example: netcoach brief "Priya Shah"';

function briefOf(db: Database, found: Person, limit: number, context: Context): Brief {
  const { history } = judgePerson(db, found, context.today);
  const latest = listInteractions(db, { person: found.id, limit }).interactions;
  const isPrivate = context.isTerminal && !context.isJson;
  return {
    person: isPrivate ? found : publicPerson(found),
    lastContact: lastTouch(history),
    interactions: isPrivate ? latest : latest.map(publicInteraction),
    open: [...(isPrivate ? promisesOf(history) : []), ...openMatters(history)],
    ask: questionFor(history),
  };
}

async function typedDay(on: string, context: Context): Promise<Day> {
  const { readTypedDay } = await import('./input/typed-day.ts');
  return readTypedDay(on, context, 'future');
}

/** The calendar is read for that day alone, and nothing is stored. */
async function briefDay(
  path: string,
  on: string | undefined,
  context: Context,
): Promise<undefined> {
  const day = on === undefined ? context.today : await typedDay(on, context);
  const db = context.storeToRead();
  const meetings = await meetingsOf(path, day, db, context);
  context.printLong({ date: day, meetings }, () => renderMeetings(day, meetings, context));
}

async function meetingsOf(
  path: string,
  day: Day,
  db: Database,
  context: Context,
): Promise<Meeting[]> {
  const { readCalendar } = await import('../import/calendar/calendar.ts');
  const { loadPersonMatcher } = await import('../import/save/known-people.ts');
  const { emails, name } = readMe(db);
  const records = readCalendar(path, { emails, name, since: day, today: day });
  const matcher = loadPersonMatcher(db, records.people);
  return records.interactions
    .sort((a, b) => compareText(a.time ?? '', b.time ?? ''))
    .map(({ time, title, people }) => {
      const known: Brief[] = [];
      const unknown: string[] = [];
      for (const person of people) {
        const found = matcher.find(person);
        if (found !== null && 'id' in found)
          known.push(briefOf(db, personById(db, found.id), LATEST_OF_MANY, context));
        else unknown.push(person.name);
      }
      return { time: time ?? null, title, known, unknown };
    });
}
