import { existsSync, readFileSync, statSync } from 'node:fs';
import type { Database } from 'better-sqlite3';
import { checkMessage } from '../coach/check/check.ts';
import { possibleNames } from '../coach/check/message.ts';
import { feedbackContent } from '../coach/check/private.ts';
import type { CheckContext, CheckResult } from '../coach/check/problem.ts';
import { draftOf, limitOf } from '../coach/draft/write.ts';
import type { Context, Outcome } from '../context.ts';
import { Failure } from '../failure.ts';
import { CHANNELS, type Channel, type Person, type PersonRef } from '../model.ts';
import { readModel } from '../reading/linear.ts';
import { renderCheck } from '../render/check.ts';
import { allIdentities, namesBeginning, namesHaving } from '../store/find-people.ts';
import { readPrivateTexts } from '../store/histories.ts';
import { readMe } from '../store/me.ts';
import { personById } from '../store/people.ts';
import { listInteractions } from '../store/read-interactions.ts';
import { cleanText } from '../text/clean.ts';
import { fold } from '../text/fold.ts';
import { safe } from '../text/safe.ts';
import { findNamed, findPersonOrNull } from './input/person.ts';

interface Input {
  text?: string;
  to?: string;
  max?: number;
  /** Decides the limit; by default a note, and a message to someone connected. */
  channel?: Channel;
  spelling?: boolean;
}

/** In characters, far more than any message has. */
const MAX_CHARACTERS = 100_000;

/** Checks a message: a text, the name of a file, or standard input. */
export async function run(input: Input, context: Context): Promise<Outcome> {
  const text = await readMessage(input.text, context);
  const db = context.storeToRead();
  const me = readMe(db);
  const recipient = input.to === undefined ? null : findRecipient(db, input.to, context);
  const person = recipient === null ? null : personById(db, recipient.id);
  const usual = person?.connection.status === 'connected' ? 'message' : 'note';
  if (input.to !== undefined && person === null)
    context.note(
      safe(`No one called "${input.to.trim()}" is in your log, so I checked the wording only.`),
    );
  const { notes, feedback } = readPrivateTexts(db);
  const known: CheckContext = {
    person,
    recipientName: input.to === undefined ? null : cleanText(input.to, 'the name'),
    history: person === null ? [] : listInteractions(db, { person: person.id }).interactions,
    me,
    today: context.today,
    limit: input.max ?? limitOf(input.channel ?? usual, me),
    knownNames: namesBeginning(db, possibleNames(text)),
    model: readModel('check'),
    secrets: notes,
    feedback: [...feedback.titles.map(feedbackContent), ...feedback.texts],
  };
  const judged = checkMessage(text, known);
  const isOwn = judged.problems.some(({ rule }) => SECONDED.has(rule)) && person !== null;
  const fair = isOwn && (await isOwnWording(text, person, context));
  const checked = withoutNames(
    db,
    known,
    fair ? checkMessage(text, { ...known, model: undefined }) : judged,
    text,
  );
  const { ok, length, limit, praise } = checked;
  const problems: Array<Omit<(typeof checked.problems)[number], 'rule'> & { rule: string }> = [
    ...checked.problems,
  ];
  if (input.spelling === true) problems.push(...(await checkSpelling(text, db)));
  context.print({ ok, length, limit, problems }, () =>
    renderCheck({ text: text.normalize('NFC'), ok, length, limit, problems, praise }, context),
  );
  return ok ? undefined : 'failed';
}

/** Rules to which the second opinion adds; it has learned from what people write. */
const SECONDED: ReadonlySet<string> = new Set(['salesy', 'pushy', 'generic', 'no-context']);

/** Whether a text is what today's draft says to somebody, in any of its wordings: those the lists judge alone. */
async function isOwnWording(text: string, person: Person, context: Context): Promise<boolean> {
  const { chooseMoment } = await import('../coach/draft/choose.ts');
  const { judgePerson } = await import('../store/today.ts');
  const judgement = judgePerson(context.storeToRead(), person, context.today);
  const moment = chooseMoment(judgement, {});
  if (moment === null) return false;
  return CHANNELS.some((channel) => {
    const wording = (variant?: number) =>
      draftOf(judgement.history, moment, channel, variant === undefined ? {} : { variant });
    const first = wording();
    const others = Array.from({ length: first?.variants ?? 0 }, (_, at) => wording(at + 1));
    return [first, ...others].some((one) => one?.draft.text === text.normalize('NFC'));
  });
}

/** Checks again if what looks like a wrong fact is the name of somebody in the log. */
function withoutNames(
  db: Database,
  known: CheckContext,
  checked: CheckResult,
  text: string,
): CheckResult {
  const facts = checked.problems.filter(({ rule }) => rule === 'wrong-fact');
  if (facts.length === 0) return checked;
  const written = text.normalize('NFC');
  const names = namesHaving(
    db,
    facts.map(({ start, end }) => fold(written.slice(start, end))),
  );
  if (names.length === 0) return checked;
  return checkMessage(text, { ...known, knownNames: [...(known.knownNames ?? []), ...names] });
}

/** Null for someone new. @throws Failure `ambiguous-person`, or `unknown-person` for a `#ID` */
function findRecipient(db: Database, to: string, context: Context): PersonRef | null {
  return /^\s*#?\d+\s*$/.test(to) ? findNamed(db, to, context) : findPersonOrNull(db, to);
}

async function readMessage(argument: string | undefined, context: Context): Promise<string> {
  if (argument === undefined && context.ask !== null) {
    throw new Failure(
      'usage',
      "there's no message to check",
      'Give one (or a file, or - for standard input): netcoach check "Hi Priya, …"',
    );
  }
  const text =
    argument === undefined || argument === '-' ? await context.read() : fileOrText(argument);
  if (text.length > MAX_CHARACTERS) {
    throw new Failure(
      'usage',
      `too long for a message: ${text.length} characters`,
      `Check one message at a time, of at most ${MAX_CHARACTERS}.`,
    );
  }
  return cleanText(text, 'the message', 'note');
}

/** A single word may name a file. */
function fileOrText(argument: string): string {
  if (/\s/.test(argument) || argument.includes('\0') || !existsSync(argument)) return argument;
  const stat = statSync(argument);
  if (!stat.isFile()) return argument;
  if (stat.size > 4 * MAX_CHARACTERS) return ' '.repeat(MAX_CHARACTERS + 1);
  const bytes = readFileSync(argument);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new Failure('bad-file', `${argument} isn't UTF-8 text`, 'Save it as UTF-8.', { cause });
  }
}

async function checkSpelling(text: string, db: Database) {
  const { spellingProblems } = await import('../coach/check/spelling.ts');
  const { default: dictionary } = await import('dictionary-en');
  const words = allIdentities(db).flatMap(({ name, company }) => [name, company ?? '']);
  for (const { title } of listInteractions(db, {}).interactions) words.push(title);
  return spellingProblems(text, words.join(' ').split(/[^\p{L}'’-]+/u), dictionary);
}
