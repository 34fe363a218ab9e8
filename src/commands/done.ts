import type { Database } from 'better-sqlite3';
import type { Context } from '../context.ts';
import { change } from '../database/change.ts';
import { listChanges } from '../database/undo.ts';
import { Failure } from '../failure.ts';
import { type Action, isInviting, type Kind, type Moment, type Person } from '../model.ts';
import { wrap } from '../render/layout.ts';
import { answerOn } from '../store/answers.ts';
import { recordInteraction } from '../store/interactions.ts';
import { personById } from '../store/people.ts';
import { interactionById } from '../store/read-interactions.ts';
import { channelToday, judgePerson } from '../store/today.ts';
import { cleanText } from '../text/clean.ts';
import { safeLines } from '../text/safe.ts';
import { quoteForShell } from '../text/shell.ts';
import { recordAccept } from './incoming.ts';
import { findNamed, nameFor } from './input/person.ts';
import { recordOutcome, recordSent } from './outcome.ts';

/** What is logged for an action that leaves nothing but words: its kind and title, and how to say it. */
const LOGGED_AS: Readonly<
  Record<
    'congratulate' | 'thank' | 'check-in' | 'warm-up',
    { kind: Kind; title: string; did: string }
  >
> = {
  congratulate: { kind: 'engagement', title: 'Congratulated them', did: 'congratulated' },
  thank: { kind: 'engagement', title: 'Thanked them', did: 'thanked' },
  'check-in': { kind: 'engagement', title: 'Caught up', did: 'caught up' },
  'warm-up': { kind: 'meeting', title: 'Said hello', did: 'said hello' },
};

/** What a run did: the action, what was logged, if anything, and a sentence on it. */
interface Done {
  did: Action;
  recorded: number | null;
  sentence: string;
}

/**
 * Records that what the list suggests for a person has been done: an invitation, its withdrawal, or an
 * interaction linked to the suggestion. A second run on the same day changes nothing.
 * @throws Failure `usage` if nothing is suggested
 */
export async function run(
  input: { name: string; words: string[] },
  context: Context,
): Promise<undefined> {
  const db = context.storeToEdit();
  const person = findNamed(db, input.name, context);
  const words = input.words.join(' ').trim();
  const title = words === '' ? null : cleanText(words, 'what you did');
  const { did, recorded, sentence } =
    doneAlready(db, person, context) ?? (await record(db, person, title, context));
  const interaction = recorded === null ? null : interactionById(db, recorded);
  context.print({ person: personById(db, person.id), did, recorded: interaction }, () =>
    wrap(safeLines(sentence), context.width),
  );
}

/** What `undo --list` calls these changes, before the name. */
const LABEL = 'done';

/** How many changes are searched for what this command did today. */
const RECENT = 100;

const labelOf = ({ name }: Person) => `${LABEL}: ${name}`;

/** What was done for this person today; null if nothing was. */
function doneAlready(db: Database, person: Person, context: Context): Done | null {
  const { today, toType } = context;
  const { status, since } = person.connection;
  const call = nameFor(db, person);
  const found = answerOn(db, person.id, today);
  if (found !== null) {
    const title = interactionById(db, found.interaction)?.title ?? '';
    const id = found.interaction;
    return {
      did: found.answer.action,
      recorded: id,
      sentence: [
        `${person.name}: already done today (#${id}, "${title}"). Nothing changed.`,
        toType(`To change it: netcoach amend ${id} --title "…"`),
      ].join('\n'),
    };
  }
  if (since !== today) return null;
  const { history, lead } = judgePerson(db, person, today);
  const isAnswered = status === 'connected' && history.hasInvitedMe;
  if (status !== 'invited' && status !== 'withdrawn' && !isAnswered) return null;
  // Something else may be suggested by now, but what this command did isn't done twice.
  const isMine = listChanges(db, RECENT).some(({ label }) => label === labelOf(person));
  if (lead !== null && !isMine) return null;
  const invitation: Action = person.relationship === 'former' ? 'reconnect' : 'connect';
  const [did, word]: [Action, string] = isAnswered
    ? ['answer', 'accepted']
    : status === 'invited'
      ? [invitation, 'invited']
      : ['withdraw', 'withdrawn'];
  return {
    did,
    recorded: null,
    sentence: [
      `${person.name}: already ${word} today. Nothing changed.`,
      toType(
        `If you did more: netcoach log --kind engagement --with ${call} --title "Wrote to them"`,
      ),
    ].join('\n'),
  };
}

async function record(
  db: Database,
  person: Person,
  title: string | null,
  context: Context,
): Promise<Done> {
  const { today } = context;
  const judgement = judgePerson(db, person, today);
  const { lead } = judgement;
  const call = nameFor(db, person);
  if (lead === null)
    throw new Failure(
      'usage',
      `nothing is suggested for ${person.name} today`,
      `Log what you did: netcoach log --kind engagement --with ${call} --title ${quoteForShell(title ?? 'Caught up')}`,
    );
  const { action } = lead;
  if (action === 'answer')
    return { did: action, recorded: null, sentence: recordAccept(person, today, context, LABEL) };
  if (isInviting(action) || action === 'withdraw') {
    if (title !== null)
      context.note(
        context.toType("An invitation can't keep your words. To keep them: netcoach log"),
      );
    const sentence = isInviting(action)
      ? recordSent(person, today, channelToday(db, judgement, lead) === 'note', context, LABEL)
      : await recordOutcome(person, 'withdrawn', undefined, context, LABEL);
    return { did: action, recorded: null, sentence };
  }
  const kind = title === null ? null : await kindOfTalk(title, person, context);
  return recordTalk(db, person, { ...lead, action }, { kind, title }, context);
}

/** Whether the words tell of a talk or of an exchange; null where they tell of neither. */
async function kindOfTalk(words: string, { id }: Person, context: Context): Promise<Kind | null> {
  const { readSentence } = await import('../reading/sentence.ts');
  try {
    const { kind } = await readSentence(words, context, { with: [`#${id}`] });
    return kind === 'meeting' || kind === 'engagement' ? kind : null;
  } catch (error) {
    // The words are kept as they are, whatever they tell.
    if (error instanceof Failure) return null;
    throw error;
  }
}

function recordTalk(
  db: Database,
  person: Person,
  { action, key }: Moment & { action: keyof typeof LOGGED_AS },
  { kind: told, title }: { kind: Kind | null; title: string | null },
  context: Context,
): Done {
  const { kind, title: usual, did } = LOGGED_AS[action];
  const { today, toType } = context;
  const fields = { kind: told ?? kind, date: today, title: title ?? usual };
  const part = { person: person.id, highlight: null, answer: { action, moment: key } };
  const id = change(db, labelOf(person), () =>
    // Another run may have been quicker.
    answerOn(db, person.id, today) === null ? recordInteraction(db, fields, [part]) : null,
  );
  if (id === null) return doneAlready(db, person, context) as Done;
  return {
    did: action,
    recorded: id,
    sentence: [
      `${person.name}: ${did}, logged as #${id} ("${fields.title}").`,
      toType('Undo: netcoach undo'),
    ].join('\n'),
  };
}
