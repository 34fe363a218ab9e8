/** A connection I worked with, whom I haven't talked to for a while. */

import type { Day, History, Interaction, Person, Rule, Verdict } from '../src/model.ts';
import { isSameCompany, spokenCompany } from '../src/text/company.ts';
import { addDays, ago } from '../src/text/days.ts';
import { CADENCE_DAYS, cadenceOf } from './check-in.ts';
import { CHECK_IN } from './lib/check-in.ts';
import { newsSince, tellNews } from './lib/my-news.ts';
import { sharedWorkOf, whyNotShared } from './lib/shared.ts';
import { isMoreThanTalk, lastTouch } from './lib/ties.ts';
import { titleOf } from './lib/titles.ts';

const id = 'shared-work';

function match(history: History): Verdict {
  const { person, interactions, today, skipped, everyDays, me } = history;
  const no = (why: string): Verdict => ({ fires: false, why });
  if (person.connection.status !== 'connected')
    return no(`You and ${person.name} aren't connected yet`);
  if (sharedWorkOf(history) !== 'former') return no(whyNotShared(history));
  const last = lastTouch(person);
  if (last === null) return no(`Your log doesn't say when you connected with ${person.name}`);
  const days = cadenceOf(person, everyDays, me.rhythm);
  const due = addDays(last, days);
  if (today < due)
    return no(`You were in touch ${ago(last, today)}; writing every ${days} days is plenty`);
  const key = `${id}:${last}`;
  if (skipped.has(key)) return no(`You skipped this for ${person.name}`);
  const interaction = interactions.find(isMoreThanTalk) ?? null;
  const reason = `${workedTogether(person, interaction)}${newSince(history, last)}`;
  return {
    fires: true,
    why: reason,
    moment: {
      action: 'check-in',
      kind: null,
      interaction,
      window: null,
      reason,
      key,
    },
  };
}

/** "You worked together at Halden until 2021 (the Ledger migration), and they're still there" */
function workedTogether({ company, shared }: Person, interaction: Interaction | null): string {
  if (shared?.until == null) return '';
  const at = spokenCompany(shared.company);
  const about = interaction === null ? '' : titleOf(interaction);
  const on = about === '' ? '' : ` (${about})`;
  const isThere = company !== null && isSameCompany(company, shared.company);
  return `You worked together at ${at} until ${shared.until.slice(0, 4)}${on}${isThere ? ", and they're still there" : ''}`;
}

/** When we were last in touch, if that was after we worked together, and what is new with me since. */
function newSince({ person, me, today }: History, last: Day): string {
  const { shared, company, lastContact } = person;
  const end = shared?.until ?? null;
  const news = newsSince(me, last, today, [company, shared?.company]);
  const touched =
    end !== null && lastContact !== null && lastContact > end
      ? `. You were last in touch ${ago(lastContact, today)}`
      : '';
  if (news === null) return touched;
  return touched === ''
    ? `. They may not know that ${tellNews(news, today)}`
    : `${touched}, and ${tellNews(news, today)}`;
}

export const sharedWork: Rule = {
  id,
  title: 'A former coworker to catch up with',
  why: 'You know each other from work, so you need no other reason to get in touch, even if nothing is logged.',
  source:
    'Article, "How often should I engage": at least once a month. Two ideas here are our own: that shared work is reason enough, and that it\'s never too late.',
  window: null,
  weight: 40,
  atMost: { ofOneCompany: 2 },
  kinds: [],
  finds: [{ by: 'shared-work', days: CADENCE_DAYS }],
  match,
  tip: 'An easier way to keep in touch: like or comment on one of their posts, or send them something worth reading',
  standsAlone: true,
  wording: {
    'check-in': [
      "unnamed, stillThere | It's been a while since I left {workplace}. [{now}] How are things there these days?",
      'unnamed, stillThere | How is everyone at {workplace} these days? [{now}] How are you doing?',
      "unnamed, stillThere | It's been a while. [{now}] How's everything over at {workplace}?",
      "unnamed, stillThere | How are things at {workplace}? [{now}] I hope all's well with you.",
      "unnamed, stillThere | How's life at {workplace}? [{now}] It'd be good to hear how you're getting on.",
      'unnamed, !stillThere, !talked | How have you been since {workplace}? [{now}]',
      "unnamed, !stillThere, !talked | It's been a while since our time at {workplace}. [{now}] How are you these days?",
      "unnamed, !stillThere | It's been a while since {workplace}. [{now}] How are you, and what are you up to?",
      'unnamed | How are you these days?',
      ...CHECK_IN,
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
      title: 'A week after connecting with someone at the same company',
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
      title: 'Years later, with a project from that time to write about',
      fires: true,
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
