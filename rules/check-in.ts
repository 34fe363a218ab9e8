/** A connection I haven't been in touch with for a while. */

import type {
  Day,
  History,
  Interaction,
  Person,
  Relationship,
  Rhythm,
  Rule,
  Verdict,
} from '../src/model.ts';
import { isSayableCompany } from '../src/text/company.ts';
import { addDays, ago, daysBetween, windowFrom } from '../src/text/days.ts';
import { isSiteRecord, MESSAGES_TITLE, showsTie } from '../src/text/site-record.ts';
import { CHECK_IN } from './lib/check-in.ts';
import { FAREWELL } from './lib/farewell.ts';
import { HARD_CHANGE } from './lib/hard-change.ts';
import { HARD_NEWS } from './lib/hard-news.ts';
import { type MyNews, newsSince, tellNews } from './lib/my-news.ts';
import { isRecruiting } from './lib/recruiting.ts';
import { sharedWorkOf } from './lib/shared.ts';
import { bestToBuildOn, lastTouch } from './lib/ties.ts';
import { titleOf } from './lib/titles.ts';

const id = 'check-in';

const window = { best: 14, closes: 180 };

/**
 * Days without contact before a check-in is due. 30 is the article's "once a month"; 21 and 60 are
 * our own: more often for a manager or mentor, half as often outside the company.
 */
export const CADENCE_DAYS: Readonly<Record<Relationship, number>> = {
  teammate: 30,
  manager: 21,
  report: 30,
  mentor: 21,
  colleague: 30,
  former: 30,
  external: 60,
};

/**
 * Days without contact before a check-in is due: the person's own setting, then mine for the
 * relationship, then the default.
 */
export function cadenceOf(
  { relationship }: Pick<Person, 'relationship'>,
  everyDays: number | null = null,
  rhythm: Rhythm = {},
): number {
  return everyDays ?? rhythm[relationship] ?? rhythm.all ?? CADENCE_DAYS[relationship];
}

function match(history: History): Verdict {
  const { person, interactions, today, skipped, everyDays, me } = history;
  const no = (why: string): Verdict => ({ fires: false, why });
  if (person.connection.status !== 'connected') {
    return no(`You and ${person.name} aren't connected yet`);
  }
  const interaction = bestToBuildOn(interactions);
  const last = lastTouch(person);
  if (!interaction || !last)
    return no(`You haven't logged anything to catch up on with ${person.name}`);
  if (sharedWorkOf(history) !== null)
    return no(`You worked with ${person.name}, which is the better reason`);
  const isOnSite = isSiteRecord(interaction.title);
  const ties = interactions.filter(({ title }) => showsTie(title));
  const news = newsSince(me, last, today, [person.company]);
  if (isOnSite && !isWorthWriting(person, ties, news, today))
    return no(`All you have on ${person.name} is what LinkedIn recorded`);
  const days = cadenceOf(person, everyDays, me.rhythm);
  const due = addDays(last, days);
  if (today < due) {
    return no(`You were in touch ${ago(last, today)}; every ${days} days is plenty`);
  }
  const key = `${id}:${last}`;
  if (skipped.has(key)) return no(`You skipped this for ${person.name}`);
  const reason = isOnSite
    ? tellTies(ties, news, today)
    : `You were last in touch ${ago(last, today)}. Something to write about: ${titleOf(interaction)}`;
  // After half a year it isn't urgent any more, so the moment doesn't close.
  const isLongOverdue = daysBetween(due, today) > window.closes;
  return {
    fires: true,
    why: reason,
    moment: {
      action: 'check-in',
      kind: null,
      interaction,
      window: isLongOverdue ? null : windowFrom(due, window),
      reason,
      key,
    },
  };
}

/** After so many days, messages on LinkedIn are no reason any more, whatever has happened since. Ours. */
const TIE_FADES_DAYS = 365;
/** Messages on so many days show that we know each other. Ours. */
const DAYS_OF_KNOWING = 3;
/**
 * Whether what LinkedIn recorded is reason enough: we wrote to each other, not too long ago, and there is more to it
 * than that: we did so on several days, or I have news and know where they are.
 */
function isWorthWriting(
  { role, company }: Person,
  ties: readonly Interaction[],
  news: MyNews | null,
  today: Day,
): boolean {
  const [newest] = ties;
  if (newest === undefined || daysBetween(newest.date, today) > TIE_FADES_DAYS) return false;
  if (ties.length >= DAYS_OF_KNOWING) return true;
  if (news === null || company === null || !isSayableCompany(company)) return false;
  return !isRecruiting(role);
}

/** "You last wrote to each other on LinkedIn 11 months ago. They may not know that you started at Halden in May" */
function tellTies(ties: readonly Interaction[], news: MyNews | null, today: Day): string {
  const written = ties.filter(({ title }) => title === MESSAGES_TITLE);
  const when = (one: Interaction | undefined) => (one === undefined ? '' : ago(one.date, today));
  const said =
    written.length === 0
      ? `You were last in touch on LinkedIn ${when(ties[0])}`
      : written.length < DAYS_OF_KNOWING
        ? `You last wrote to each other on LinkedIn ${when(written[0])}`
        : `You wrote to each other on LinkedIn on ${written.length} days, the last ${when(written[0])}`;
  return news === null ? said : `${said}. They may not know that ${tellNews(news, today)}`;
}

export const checkIn: Rule = {
  id,
  title: 'A connection to catch up with',
  why: "A message about once a month keeps you in touch, and it's never too late for one.",
  source:
    'Article, "How often should I engage": at least once a month, so 30 days. We chose 21 days for a mentor or manager and 60 for people outside the company. A check-in is best in the two weeks after that, and stays open for six months.',
  window,
  weight: 25,
  kinds: [],
  finds: [{ by: 'quiet', days: CADENCE_DAYS }],
  match,
  writesAbout: ({ person }, interaction) =>
    person.connection.status === 'connected' && interaction.kind !== 'milestone'
      ? { action: 'check-in', kind: null }
      : null,
  tip: 'An easier way to keep in touch: like or comment on one of their posts, or send them something worth reading',
  wording: {
    'check-in': [...CHECK_IN, ...HARD_CHANGE, ...HARD_NEWS, ...FAREWELL],
  },
  examples: [
    {
      title: 'Five weeks after you were last in touch with a connection',
      fires: true,
      given: {
        today: '2026-11-22',
        person: { connection: { status: 'connected', since: '2026-03-01' } },
        interactions: [{ kind: 'project', date: '2026-10-18', title: 'Ledger migration' }],
      },
    },
    {
      title: 'Five weeks after you were last in touch, if you set six',
      fires: false,
      given: {
        today: '2026-11-22',
        person: { connection: { status: 'connected', since: '2026-03-01' } },
        interactions: [{ kind: 'project', date: '2026-10-18', title: 'Ledger migration' }],
        everyDays: 42,
      },
    },
    {
      title:
        'Five weeks after you were last in touch with a colleague, if you set two months for colleagues',
      fires: false,
      given: {
        today: '2026-11-22',
        person: { connection: { status: 'connected', since: '2026-03-01' } },
        interactions: [{ kind: 'project', date: '2026-10-18', title: 'Ledger migration' }],
        me: { rhythm: { all: 14, colleague: 60 } },
      },
    },
    {
      title: 'Three weeks after you were last in touch, if you set two weeks for everyone',
      fires: true,
      given: {
        today: '2026-11-22',
        person: { connection: { status: 'connected', since: '2026-03-01' } },
        interactions: [{ kind: 'project', date: '2026-11-01', title: 'Ledger migration' }],
        me: { rhythm: { all: 14 } },
      },
    },
    {
      title: 'Two weeks after you had coffee together',
      fires: false,
      given: {
        today: '2026-11-22',
        person: { connection: { status: 'connected', since: '2026-03-01' } },
        interactions: [
          { kind: 'project', date: '2026-06-18', title: 'Ledger migration' },
          { kind: 'meeting', date: '2026-11-08', title: 'Coffee' },
        ],
      },
    },
  ],
};
