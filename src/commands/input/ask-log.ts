import type { Ask, Choice, Context } from '../../context.ts';
import { Failure } from '../../failure.ts';
import { KINDS, type Kind } from '../../model.ts';
import type { Place } from '../../reading/who.ts';
import { peopleLike } from '../../store/find-people.ts';
import { readTypedPastDay } from './typed-day.ts';

const KIND_WORDS: Readonly<Record<Kind, string>> = {
  project: 'We finished a project',
  event: 'We were at an event',
  interest: 'We found a common interest',
  feedback: 'They gave me feedback, a review or mentoring',
  'new-job': 'I started a job and work with them now',
  milestone: 'Their promotion, new job or award',
  reorg: 'A merger, a new leader, a re-organisation',
  departure: 'They or I left',
  meeting: 'We had an ordinary talk',
  engagement: 'I wrote, commented, or we caught up',
};

/** Asks for what the flags left out: who, what kind, what it was, when, and what stood out. */
export async function askLog(given: LogInput, context: Context, ask: Ask): Promise<LogInput> {
  const people = given.with ?? (await askPeople(context, ask));
  const kind =
    given.kind ??
    ((await ask.choose({
      message: 'What happened?',
      choices: KINDS.map((value) => ({ value, name: KIND_WORDS[value] })),
    })) as Kind);
  const title =
    given.title ??
    (await ask.text({
      message: 'What was it? (Apollo launch, Lisbon offsite, …)',
      validate: (answer) => answer.trim() !== '' || 'A few words, please.',
    }));
  const on =
    given.on ??
    (await ask.text({
      message: 'When?',
      initial: 'today',
      validate: (answer) => dayProblem(answer, context),
    }));
  const highlight =
    given.highlight ??
    (people.length === 1
      ? await ask.text({ message: 'What did they do well? (may stay empty; it makes the note)' })
      : '');
  return {
    ...given,
    with: people,
    kind,
    title,
    on,
    ...(highlight.trim() === '' ? {} : { highlight }),
  };
}

async function askPeople(context: Context, ask: Ask): Promise<string[]> {
  const people: string[] = [];
  for (;;) {
    const isFirst = people.length === 0;
    const found = await ask.search({
      message: isFirst ? 'Who was it?' : 'Who else?',
      search: (words) => candidates(words, isFirst, context),
    });
    if (found === '') return people;
    people.push(found);
  }
}

/** The known people whom the words so far fit, and the words themselves as a new name. */
function candidates(words: string, isFirst: boolean, context: Context): Choice[] {
  const name = words.trim();
  const known = peopleLike(context.storeToRead(), name, 10).map((person) => ({
    value: `#${person.id}`,
    name: person.name,
  }));
  const isNew = name !== '' && !known.some((one) => one.name === name);
  const done = isFirst || name !== '' ? [] : [{ value: '', name: '(that is all)' }];
  return [...done, ...known, ...(isNew ? [{ value: name, name: `${name} (new)` }] : [])];
}

async function dayProblem(answer: string, context: Context): Promise<string | true> {
  try {
    await readTypedPastDay(answer, context);
    return true;
  } catch (error) {
    if (error instanceof Failure) return `${error.message}. ${error.hint}`;
    throw error;
  }
}

export interface LogInput {
  words: string[];
  kind?: Kind;
  with?: string[];
  title?: string;
  on?: string;
  note?: string;
  highlight?: string;
  /** Where the people work, by what `with` has for them, as far as plain words say it. */
  places?: ReadonlyMap<string, Place>;
  /** The news is about a day to come. */
  isAhead?: true;
  /** What may have been read wrongly; "ID" stands for the number of the interaction. */
  doubts?: readonly string[];
}
