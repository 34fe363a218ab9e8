/** A connection I worked with, whom I haven't talked to for a while. */

import type { History, Rule, SharedWork, Verdict } from '../src/model.ts';
import { spokenCompany } from '../src/text/company.ts';
import { addDays, ago, daysBetween, windowFrom } from '../src/text/days.ts';
import { CADENCE_DAYS, cadenceOf } from './check-in.ts';
import { isMoreThanTalk, lastTouch, NO_REASON_TO_WRITE } from './lib/ties.ts';

const id = 'shared-work';

const window = { best: 14, closes: 180 };

function match({ person, interactions, today, skipped, everyDays, me }: History): Verdict {
  const no = (why: string): Verdict => ({ fires: false, why });
  const { shared } = person;
  if (person.connection.status !== 'connected')
    return no(`You and ${person.name} are not connected yet`);
  if (shared === null) return no(`Nothing says that you worked with ${person.name}`);
  if (interactions.some(isMoreThanTalk))
    return no(`There is more to write to ${person.name} about than where you worked`);
  const last = lastTouch(person);
  if (last === null) return no(`Nobody knows when you connected with ${person.name}`);
  const days = cadenceOf(person, everyDays, me.rhythm);
  const due = addDays(last, days);
  if (today < due)
    return no(`You were in touch ${ago(last, today)}; a word every ${days} days is plenty`);
  const key = `${id}:${last}`;
  if (skipped.has(key) || skipped.has(NO_REASON_TO_WRITE))
    return no(`You skipped this for ${person.name}`);
  const reason = workedTogether(shared);
  const isLongOverdue = daysBetween(due, today) > window.closes;
  return {
    fires: true,
    why: reason,
    moment: {
      action: 'check-in',
      kind: null,
      interaction: null,
      window: isLongOverdue ? null : windowFrom(due, window),
      reason,
      key,
    },
  };
}

/** "You overlapped at Halden until 2021" */
function workedTogether({ company, until }: SharedWork): string {
  const at = spokenCompany(company);
  return until === null
    ? `You both work at ${at}`
    : `You overlapped at ${at} until ${until.slice(0, 4)}`;
}

export const sharedWork: Rule = {
  id,
  title: 'A coworker to catch up with',
  why: 'You know each other from work, so you need no other reason to get in touch, even if nothing is logged.',
  source:
    'Article, "How often should I engage": at least once a month. The idea that shared work is reason enough is ours; so is the window, which is the same as for any other connection.',
  window,
  weight: 30,
  kinds: [],
  finds: [{ by: 'shared-work', days: CADENCE_DAYS }],
  match,
  tip: 'Lighter still: like or comment on something of theirs, or pass on something worth reading; or write, if you have something to say',
  standsAlone: true,
  wording: {
    'check-in': [
      '!talked | How have you been since {workplace}?',
      "!talked | It's been a while since our time at {workplace}. How are you these days?",
      'I was thinking back to our time at {workplace}. How are you, and what are you up to?',
      "I thought of our time at {workplace} the other day. How's everything going?",
      'How are things on your side of {employer}?',
      "I thought I'd ask how things are going on your side of {employer}.",
      'How are you these days?',
    ],
  },
  examples: [
    {
      title: 'Years after working at the same company, with nothing logged',
      fires: true,
      given: {
        today: '2026-11-22',
        person: {
          connection: { status: 'connected', since: '2020-03-01' },
          relationship: 'former',
          shared: { company: 'Halden', from: '2018-05-01', until: '2021-04-30' },
        },
      },
    },
    {
      title: 'A week after connecting with somebody at the same company',
      fires: false,
      given: {
        today: '2026-11-22',
        person: {
          connection: { status: 'connected', since: '2026-11-15' },
          shared: { company: 'Halden', from: '2018-05-01', until: null },
        },
      },
    },
    {
      title: 'When a project you worked on there is a better reason',
      fires: false,
      given: {
        today: '2026-11-22',
        person: {
          connection: { status: 'connected', since: '2020-03-01' },
          shared: { company: 'Halden', from: '2018-05-01', until: '2021-04-30' },
        },
        interactions: [{ kind: 'project', date: '2020-10-18', title: 'Ledger migration' }],
      },
    },
  ],
};
