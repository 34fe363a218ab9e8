import { titleOf } from '../../../rules/lib/titles.ts';
import type { Day, Interaction } from '../../model.ts';
import { fold } from '../../text/fold.ts';
import { isCommonWord } from './language.ts';
import type { Message } from './message.ts';
import type { CheckContext } from './problem.ts';

/** Words of many titles: they name nothing where a better word stands beside them. */
const PLAIN = new Set(
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

/** The end of an English word that its other forms drop: "migrations", "migrated", "migrating". */
function stem(word: string): string {
  return word.length > 5
    ? word.replace(/(?:ations?|at(?:ed|es?|ing|ors?)|ings?|ed|ers?|es|s|e)$/, '')
    : word.replace(/s$/, '');
}

function isSameWord(a: string, b: string): boolean {
  if (a === b) return true;
  if (a.length < 4 || b.length < 4) return false;
  return stem(a) === stem(b);
}

/** The words by which one would know a title again. */
function telling(text: string): string[] {
  const every = words(text);
  const all = every.filter((word) => !/^[a-z]$/.test(word) && !isCommonWord(word));
  const best = all.filter((word) => !PLAIN.has(word));
  if (best.length > 0) return best;
  return all.length > 0 ? all : every;
}

function unspacedIn(text: string, title: string): boolean {
  const isUnspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(
    title,
  );
  return isUnspaced && title.trim().length > 1 && fold(text).includes(fold(title));
}

/** What of one interaction may be spoken of: never a note, and of feedback its title alone. */
function publicTexts({ kind, title, people }: Interaction): string[] {
  const highlights = kind === 'feedback' ? [] : people.flatMap(({ highlight }) => highlight ?? []);
  return [title, ...highlights];
}

/** Whether a message names something of the log: a title's or highlight's word, the team, an interest, a skill, the month. */
export function namesLogged(message: Message, { person, history }: CheckContext): boolean {
  const said = [...new Set(message.words.map((word) => word.fold))];
  const stems = new Set(said.map(stem));
  const has = (text: string) =>
    unspacedIn(message.text, text) ||
    telling(text).some(
      (word) => stems.has(stem(word)) && said.some((one) => isSameWord(one, word)),
    );
  const own = new Set(words([person?.name, person?.company].join(' ')));
  const texts = history.flatMap(publicTexts);
  const facts = [person?.team, ...(person?.interests ?? []), ...(person?.skills ?? [])];
  const known = [...texts, ...facts].flatMap((text) => (text == null ? [] : [text]));
  if (
    known.some((text) =>
      has(
        text
          .split(/\s+/)
          .filter((word) => !own.has(fold(word)))
          .join(' '),
      ),
    )
  )
    return true;
  const isMonth = history.some(({ date }) => {
    const month = monthOf(date);
    return month !== 'may' && said.includes(month);
  });
  return isMonth || history.some(({ date }) => message.text.includes(date));
}

/** A day as one says it, with its year where that is not this one: "16 November". */
function sayDay(day: Day, today: Day): string {
  const month = monthOf(day);
  const name = month.charAt(0).toUpperCase() + month.slice(1);
  const year = day.slice(0, 4);
  return `${Number(day.slice(8, 10))} ${name}${year === today.slice(0, 4) ? '' : ` ${year}`}`;
}

const SAY: Readonly<Record<Interaction['kind'], (title: string) => string>> = {
  'new-job': (title) => `you began to work together (${title})`,
  project: (title) => `you finished ${title} together`,
  event: (title) => `you were both at ${title}`,
  interest: (title) => `you found you share ${title}`,
  feedback: () => 'they took the time for a feedback session with you',
  milestone: (title) => `you logged their news (${title})`,
  reorg: (title) => `you both went through ${title}`,
  departure: (title) => `you worked together until one of you left (${title})`,
  meeting: (title) => `you talked (${title})`,
  engagement: (title) => `you were in touch (${title})`,
};

/** Best first: what reminds most. */
const ORDER: ReadonlyArray<Interaction['kind']> = [
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
/** What is old reminds less: a project of last month goes before an event of last year. */
const RECENT_DAYS = 180;

/** One clause that says what the log knows: "you finished Apollo together on 16 November"; null on an empty log. */
export function sayLogged({
  history,
  today,
}: CheckContext): { clause: string; title: string | null } | null {
  const limit = Date.parse(`${today}T00:00:00Z`) - RECENT_DAYS * 86_400_000;
  const isRecent = ({ date }: Interaction) => Date.parse(`${date}T00:00:00Z`) >= limit;
  const ranked = [...history].sort(
    (a, b) =>
      Number(isRecent(b)) - Number(isRecent(a)) || ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind),
  );
  const best = ranked[0];
  if (best === undefined) return null;
  const title = titleOf({ ...best, title: best.title.replace(/\s+/g, ' ') });
  const clause = `${SAY[best.kind](title)} on ${sayDay(best.date, today)}`;
  return { clause, title: best.kind === 'feedback' ? null : title };
}
