import type { Day, Interaction } from '../../model.ts';
import { isCommonWord } from './language.ts';
import { formatDay, stem } from './log-words.ts';
import { type Message, readMessage } from './message.ts';
import { findPhrases, phraseFile } from './phrase.ts';
import claimedDayText from './phrases/claimed-day.txt';
import { type Contradiction, liesAhead } from './wrong-event.ts';

/** Say when something was. */
const CLAIMED = phraseFile(claimedDayText);
const WEEKDAYS = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ');
const MONTHS =
  'january february march april may june july august september october november december'.split(
    ' ',
  );
const DAY = 86_400_000;
/** "Last Tuesday" is in these days; people say it of the week before, too. */
const RECENT_DAYS = 13;

const at = (day: Day) => Date.parse(`${day}T00:00:00Z`);

/** Whether something on a day may be spoken of so today: "last Tuesday", "in June". */
function fits(said: string, day: Day, today: Day): boolean {
  const date = new Date(at(day));
  const days = Math.round((at(today) - at(day)) / DAY);
  const weekday = WEEKDAYS.indexOf(said);
  if (weekday >= 0) return days > RECENT_DAYS ? false : date.getUTCDay() === weekday;
  const month = MONTHS.indexOf(said);
  if (month >= 0) return date.getUTCMonth() === month;
  return said !== 'yesterday' || days <= 2;
}

/**
 * A day that a message names in the same sentence as something logged, where it was on another:
 * "the offsite last Tuesday". What the log doesn't have may have been on any day.
 */
export function findWrongDay(
  message: Message,
  history: readonly Interaction[],
  today: Day,
): Contradiction[] {
  return findPhrases(message, CLAIMED).flatMap((claim) => {
    const { words } = message;
    const last = words[claim.to];
    if (last === undefined || liesAhead(message, claim)) return [];
    const stems = new Set(
      words.flatMap((word, index) =>
        word.sentence === last.sentence && (index < claim.from || index > claim.to)
          ? [stem(word.fold)]
          : [],
      ),
    );
    const meant = history.filter(({ kind, title }) => {
      if (kind === 'feedback') return false;
      const telling = readMessage(title).words.filter(
        (word) => word.fold.length > 2 && !isCommonWord(word.fold) && !/^\d/.test(word.fold),
      );
      return telling.length > 0 && telling.every((word) => stems.has(stem(word.fold)));
    });
    const [one] = meant;
    const isOther = !meant.some(({ date }) => fits(last.fold, date, today));
    return one !== undefined && isOther
      ? [
          {
            start: claim.start,
            end: claim.end,
            title: `${one.title} on ${formatDay(one.date, today)}`,
          },
        ]
      : [];
  });
}
