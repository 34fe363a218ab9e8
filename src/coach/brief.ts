/** What to know before talking to somebody: what's open between us, and one thing to ask. */
import { isHardNews } from '../../rules/lib/hard.ts';
import type { Day, History, Interaction, Kind, Reading } from '../model.ts';
import { addDays, formatDay } from '../text/days.ts';

/** Something that waits for one of us, or that they'll be glad to hear about. */
export interface OpenMatter {
  what: 'invitation' | 'incoming' | 'news' | 'promise';
  /** One sentence for me. */
  text: string;
  on: Day | null;
}

/** Good news older than this, in days, needs no word any more; as long as the milestone rule's window. */
const NEWS_DAYS = 30;

/** What is logged about somebody without any contact: news of theirs, and changes around us. */
const NEWS: readonly Kind[] = ['milestone', 'departure', 'reorg'];

/** The last day on which we were in touch; news that was only logged about them doesn't count. */
export function lastTouch({ interactions, today }: History): Day | null {
  const days = interactions.flatMap(({ kind, date }) =>
    NEWS.includes(kind) || date > today ? [] : [date],
  );
  return days.reduce<Day | null>((last, day) => (last === null || day > last ? day : last), null);
}

/** How long it takes, in days, until there is something to tell about feedback. */
const FEEDBACK_DAYS = 7;

/** What's open between us, oldest duty first. */
export function openMatters({ person, interactions, answered, today }: History): OpenMatter[] {
  const { status, since } = person.connection;
  const invitation: OpenMatter[] =
    status === 'invited'
      ? [
          {
            what: 'invitation',
            text: `You invited them${since === null ? '' : ` on ${formatDay(since, today)}`}; no answer yet.`,
            on: since,
          },
        ]
      : [];
  const incoming: OpenMatter[] =
    status === 'incoming'
      ? [
          {
            what: 'incoming',
            text: `They invited you${since === null ? '' : ` on ${formatDay(since, today)}`}, and are waiting for your answer.`,
            on: since,
          },
        ]
      : [];
  const news = interactions
    .filter(
      (one) =>
        one.kind === 'milestone' &&
        one.date <= today &&
        addDays(one.date, NEWS_DAYS) >= today &&
        !isHardNews(one) &&
        // A word about it was recorded.
        ![...answered].some((key) => key.endsWith(`:${one.id}`)),
    )
    .map(
      ({ title, date }): OpenMatter => ({
        what: 'news',
        text: `Good news on ${formatDay(date, today)}: ${title.trim()}`,
        on: date,
      }),
    );
  return [...invitation, ...incoming, ...news];
}

/** What I promised, by `todo:` in a private note of mine, newest first. */
export function promisesOf({ person, interactions, today }: History): OpenMatter[] {
  const inNote = (note: string | null, on: Day | null): OpenMatter[] =>
    [...(note ?? '').matchAll(TODO)].map(([, words = '']) => ({
      what: 'promise',
      text: `${words.trim()}${on === null ? '' : ` (${formatDay(on, today)})`}`,
      on,
    }));
  return [
    ...inNote(person.note, null),
    ...interactions.flatMap(({ note, date }) => inNote(note, date)),
  ];
}

/** "todo: send the slides", alone in its line or after other words. */
const TODO = /(?<![\p{L}\p{N}])todo:[^\S\n]*(\S[^\n]*)/giu;

/** One question to ask; null if nothing is known to ask about. Private words aren't in it. */
export function questionFor({ person, interactions, readings, today }: History): string | null {
  const past = interactions.filter(({ date }) => date <= today);
  if (past.some((one) => isHardNews(one) && addDays(one.date, 90) >= today))
    return 'How are you doing?';
  for (const one of past) {
    const question = questionAbout(one, readings.get(one.id), today);
    if (question !== null) return question;
  }
  const [interest] = person.interests;
  if (interest !== undefined) return `Are you still into ${interest}?`;
  return person.role === null && person.team === null ? null : 'What are you working on now?';
}

function questionAbout(
  { kind, date, people }: Interaction,
  reading: Reading | undefined,
  today: Day,
): string | null {
  const thing = phraseOf(reading);
  const isAboutThing = kind === 'project' || kind === 'event' || kind === 'interest';
  if (thing === null && (isAboutThing || kind === 'milestone')) return null;
  switch (kind) {
    case 'project':
      return `How have things been since ${thing}?`;
    case 'event':
      return `What stayed with you from ${thing}?`;
    case 'interest':
      return `What's new with ${thing}?`;
    case 'milestone':
      return `How have things been since ${thing}?`;
    case 'new-job':
      return 'What should I know about the team?';
    case 'reorg':
      return 'How are the changes for you?';
    case 'departure':
      return people.length > 1
        ? 'Who are you still in touch with?'
        : 'How are things where you are now?';
    case 'feedback':
      // Nothing can have come of it yet.
      return addDays(date, FEEDBACK_DAYS) > today
        ? null
        : "Can I tell you what I've done with your feedback?";
    case 'meeting':
    case 'engagement':
      return null;
  }
}

/** How a title is said in a sentence; null where it can't be. */
function phraseOf(reading: Reading | undefined): string | null {
  if (reading === undefined) return null;
  if ('phrase' in reading) return reading.phrase;
  return 'news' in reading ? reading.news : null;
}
