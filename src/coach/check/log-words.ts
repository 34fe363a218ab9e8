import { isOwnTeam } from '../../../rules/lib/ties.ts';
import { titleOf } from '../../../rules/lib/titles.ts';
import type { Day, Interaction } from '../../model.ts';
import { fold } from '../../text/fold.ts';
import { isCommonWord } from './language.ts';
import type { Message } from './message.ts';
import type { CheckContext } from './problem.ts';

/** Words in many titles; ignored if the title has a better one. */
const COMMON_TITLE_WORDS = new Set(
  'meeting project event call chat talk session review team company work weekly monthly new finished completed shipped launch'.split(
    ' ',
  ),
);
const MONTHS =
  'january february march april may june july august september october november december'.split(
    ' ',
  );

const monthOf = (day: Day) => MONTHS[Number(day.slice(5, 7)) - 1] as string;

const words = (text: string): string[] =>
  (text.normalize('NFC').match(/[\p{L}\p{M}\p{N}]+(?:['’ʼ][\p{L}\p{M}]+)*/gu) ?? []).map(fold);

/** Cuts common English endings: "migrations", "migrated" and "migrating" have one stem, and so have "merge" and "merger". */
export function stem(word: string): string {
  return word.length > 5
    ? word.replace(/(?:ations?|at(?:ed|es?|ing|ors?)|ings?|ed|ers?|es|s|e)$/, '')
    : word.replace(/(?<=.{4})e$|s$/, '');
}

function isSameWord(a: string, b: string): boolean {
  if (a === b) return true;
  if (a.length < 4 || b.length < 4) return false;
  return stem(a) === stem(b);
}

function distinctiveWords(text: string): string[] {
  const every = words(text);
  const all = every.filter((word) => !/^[a-z]$/.test(word) && !isCommonWord(word));
  const best = all.filter((word) => !COMMON_TITLE_WORDS.has(word));
  if (best.length > 0) return best;
  return all.length > 0 ? all : every;
}

function containsUnspaced(text: string, title: string): boolean {
  const isUnspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(
    title,
  );
  return isUnspaced && title.trim().length > 1 && fold(text).includes(fold(title));
}

/** Texts of an interaction that a message may mention: no notes, and only the title of feedback. */
function publicTexts({ kind, title, people }: Interaction): string[] {
  const highlights = kind === 'feedback' ? [] : people.flatMap(({ highlight }) => highlight ?? []);
  return [title, ...highlights];
}

/** Whether a message mentions a logged title, highlight, team, interest, skill or date. */
export function mentionsLogged(message: Message, { person, history, me }: CheckContext): boolean {
  const messageWords = [...new Set(message.words.map((word) => word.fold))];
  const stems = new Set(messageWords.map(stem));
  const has = (text: string) =>
    containsUnspaced(message.text, text) ||
    distinctiveWords(text).some(
      (word) => stems.has(stem(word)) && messageWords.some((one) => isSameWord(one, word)),
    );
  const nameWords = new Set(words([person?.name, person?.company].join(' ')));
  const texts = history.flatMap(publicTexts);
  // Of a teammate whose team isn't logged, it's mine.
  const team = person?.team ?? (person !== null && isOwnTeam(person) ? me.team : null);
  const facts = [team, ...(person?.interests ?? []), ...(person?.skills ?? [])];
  const known = [...texts, ...facts].flatMap((text) => (text == null ? [] : [text]));
  if (
    known.some((text) =>
      has(
        text
          .split(/\s+/)
          .filter((word) => !nameWords.has(fold(word)))
          .join(' '),
      ),
    )
  )
    return true;
  const isMonth = history.some(({ date }) => {
    const month = monthOf(date);
    return month !== 'may' && messageWords.includes(month);
  });
  return isMonth || history.some(({ date }) => message.text.includes(date));
}

/** "16 November", with the year unless it is this year's. */
export function formatDay(day: Day, today: Day): string {
  const month = monthOf(day);
  const name = month.charAt(0).toUpperCase() + month.slice(1);
  const year = day.slice(0, 4);
  return `${Number(day.slice(8, 10))} ${name}${year === today.slice(0, 4) ? '' : ` ${year}`}`;
}

const CLAUSES: Readonly<Record<Interaction['kind'], (title: string) => string>> = {
  'new-job': (title) => `you started working together (${title})`,
  project: (title) => `you finished ${title} together`,
  event: (title) => `you were both at an event (${title})`,
  interest: (title) => `you found you share ${title}`,
  feedback: () => 'they took the time for a feedback session with you',
  milestone: (title) => `you logged their news (${title})`,
  reorg: (title) => `you both went through a change at work (${title})`,
  departure: (title) => `you worked together until one of you left (${title})`,
  meeting: (title) => `you talked (${title})`,
  engagement: (title) => `you were in touch (${title})`,
};

const KIND_ORDER: ReadonlyArray<Interaction['kind']> = [
  'project',
  'event',
  'interest',
  'reorg',
  'new-job',
  'milestone',
  'meeting',
  'departure',
  'feedback',
  'engagement',
];
/** Interactions from the last 180 days come before older ones. */
const RECENT_DAYS = 180;

/** How to bring an interaction up, without its title, which was typed for the log. */
const REMINDERS: Readonly<Record<Interaction['kind'], string>> = {
  'new-job': 'Mention that you work together now.',
  project: 'Mention the work you finished together.',
  event: 'Mention where you met.',
  interest: 'Mention what you have in common.',
  feedback: 'Thank them for that session.',
  milestone: 'Mention their news.',
  reorg: 'Mention the change you both went through.',
  departure: 'Mention the time you worked together.',
  meeting: 'Mention what you talked about.',
  engagement: 'Mention the last time you were in touch.',
};

/**
 * The logged interaction that reminds best, as a clause ("you finished Apollo together on 16
 * November"), and how to bring it up. Null if nothing is logged.
 */
export function describeLogged({
  history,
  today,
}: CheckContext): { clause: string; reminder: string } | null {
  const oldest = Date.parse(`${today}T00:00:00Z`) - RECENT_DAYS * 86_400_000;
  const isRecent = ({ date }: Interaction) => Date.parse(`${date}T00:00:00Z`) >= oldest;
  const ranked = [...history].sort(
    (a, b) =>
      Number(isRecent(b)) - Number(isRecent(a)) ||
      KIND_ORDER.indexOf(a.kind) - KIND_ORDER.indexOf(b.kind),
  );
  const best = ranked[0];
  if (best === undefined) return null;
  const title = titleOf({ ...best, title: best.title.replace(/\s+/g, ' ') });
  const clause = `${CLAUSES[best.kind](title)} on ${formatDay(best.date, today)}`;
  return { clause, reminder: REMINDERS[best.kind] };
}
