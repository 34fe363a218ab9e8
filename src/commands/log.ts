import { judge } from '../coach/suggest/judge.ts';
import type { Context } from '../context.ts';
import { change } from '../database/change.ts';
import { Failure } from '../failure.ts';
import type { Interaction, Kind, PersonRef } from '../model.ts';
import { parsePastDay } from '../reading/day.ts';
import { nounOf } from '../reading/sentence-title.ts';
import { renderLogged } from '../render/interaction.ts';
import { readHistories } from '../store/histories.ts';
import { interactionById, recordInteraction } from '../store/interactions.ts';
import { readMe } from '../store/me.ts';
import { cleanText, optionalText } from '../text/clean.ts';
import { safe } from '../text/safe.ts';
import type { LogInput } from './input/ask-log.ts';
import { findOrAddPeople } from './input/attend.ts';
import { readNote } from './input/note.ts';

export async function run(given: LogInput, context: Context): Promise<undefined> {
  const input = await complete(given, context);
  const { kind, title } = input;
  const date = input.on === undefined ? context.today : await parsePastDay(input.on, context.today);
  const note = (await readNote(input.note, context)) ?? null;
  const highlight = optionalText(input.highlight, 'the highlight') ?? null;
  const clean = cleanText(title, 'the title');
  const db = context.store();
  const { interaction, added, doubts } = change(db, `log: ${clean}`, () => {
    const { people, added, doubts } = findOrAddPeople(db, input.with, highlight, input.places);
    const id = recordInteraction(db, { kind, date, title: clean, note }, people);
    return { interaction: interactionById(db, id) as Interaction, added, doubts };
  });
  context.print({ interaction, added }, () =>
    renderLogged(interaction, added, today(interaction.people, context), context),
  );
  for (const doubt of doubts) context.note(safe(doubt));
}

/** What the new interaction means for today: the people whom it is now a good moment to reach. */
function today(people: readonly PersonRef[], context: Context) {
  const db = context.store();
  const ids = people.map(({ id }) => id);
  return readHistories(db, ids, readMe(db), context.today).map(judge);
}

type Complete = LogInput & Required<Pick<LogInput, 'kind' | 'with' | 'title'>>;

/** Fills in what flags left out: from the plain words, else by asking; off a terminal it is an error. */
async function complete(given: LogInput, context: Context): Promise<Complete> {
  let input = given;
  if (given.words.length > 0) {
    const { readSentence } = await import('../reading/sentence.ts');
    const said = withoutContent(await readSentence(given.words.join(' '), context));
    input = { ...said, ...given };
  }
  if (!isComplete(input) && context.ask !== null) {
    const { askLog } = await import('./input/ask-log.ts');
    input = await askLog(input, context, context.ask);
  }
  if (isComplete(input)) return input;
  const missing = [
    input.kind === undefined ? '--kind' : '',
    input.with === undefined ? '--with' : '',
    input.title === undefined ? '--title' : '',
  ].filter((flag) => flag !== '');
  throw new Failure(
    'usage',
    `${missing.join(' and ')} ${missing.length === 1 ? 'is' : 'are'} missing`,
    'For example: netcoach log --kind project --with "Priya Shah" --title "Apollo launch"',
  );
}

/** What somebody told me of myself or of ours: the words that lead in what was said. */
const OPINION =
  /^(?:said|says|told|tells|thinks?|thought|felt|feels|finds|found)(?: (?:to )?(?:me|us))?(?: that)? (?=(?:my|our|I|we|I['’]m|I['’]ve|we['’]re) )/i;

/**
 * What was said in a feedback or a talk is private: "the design doc: be bolder" and "told me that my
 * design is timid" keep it as the note.
 */
function withoutContent<T extends { kind?: Kind; title?: string }>(said: T): T & { note?: string } {
  const { kind, title } = said;
  if (title === undefined || (kind !== 'feedback' && kind !== 'meeting')) return said;
  if (kind === 'feedback' && OPINION.test(title))
    return { ...said, title: 'Feedback', note: title.replace(OPINION, '') };
  const colon = title.indexOf(': ');
  if (colon <= 0) return said;
  const name = title.slice(0, colon);
  return { ...said, title: nounOf(name) ?? name, note: title.slice(colon + 2) };
}

function isComplete(input: LogInput): input is Complete {
  return input.kind !== undefined && input.with !== undefined && input.title !== undefined;
}
