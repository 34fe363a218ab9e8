/** Somebody at my company whom I worked with, and haven't seen for a while. */

import type { History, Rule, Verdict } from '../src/model.ts';
import { spokenCompany } from '../src/text/company.ts';
import { addDays, ago } from '../src/text/days.ts';
import { CADENCE_DAYS, cadenceOf } from './check-in.ts';
import { sharedWorkOf, whyNotShared } from './lib/shared.ts';
import { isMoreThanTalk, lastTouch } from './lib/ties.ts';
import { titleOf } from './lib/titles.ts';

const id = 'same-employer';

/** Days without a word; sooner, we may well have met at work. Ours. */
const QUIET_DAYS = 90;

function match(history: History): Verdict {
  const { person, interactions, today, skipped, everyDays, me } = history;
  const no = (why: string): Verdict => ({ fires: false, why });
  if (person.connection.status !== 'connected')
    return no(`You and ${person.name} aren't connected yet`);
  if (sharedWorkOf(history) !== 'current') return no(whyNotShared(history));
  const last = lastTouch(person);
  if (last === null) return no(`Your log doesn't say when you connected with ${person.name}`);
  const days = everyDays ?? Math.max(QUIET_DAYS, cadenceOf(person, null, me.rhythm));
  if (today < addDays(last, days))
    return no(`You were in touch ${ago(last, today)}, and have probably met at work since`);
  const key = `${id}:${last}`;
  if (skipped.has(key)) return no(`You skipped this for ${person.name}`);
  const interaction = interactions.find(isMoreThanTalk) ?? null;
  const about = interaction === null ? '' : titleOf(interaction);
  const at = person.shared === null ? '' : ` at ${spokenCompany(person.shared.company)}`;
  const reason = `You've worked together${at}${about === '' ? '' : ` (${about})`}, and nothing is logged since`;
  return {
    fires: true,
    why: reason,
    moment: { action: 'check-in', kind: null, interaction, window: null, reason, key },
  };
}

export const sameEmployer: Rule = {
  id,
  title: "A coworker you've lost touch with",
  why: "You still work at the same company, but it's easy to lose touch once the work you shared is over.",
  source:
    'Article, "How often should I engage". The idea and the three months are ours, because people at the same company have often met without logging it.',
  window: null,
  weight: 22,
  atMost: { ofOneCompany: 2 },
  kinds: [],
  finds: [{ by: 'shared-work', days: CADENCE_DAYS }],
  match,
  tip: "You're at the same company: a coffee or a call says more than a message",
  standsAlone: true,
  wording: {
    'check-in': [
      "after-project | Have you got time for a coffee {soon}? I'd like to hear what you've been up to since {together}.",
      "after-project | Fancy a coffee some time {soon}? I'd like to hear how you've been since {together}.",
      "after-project | Shall we have a coffee one of these days? It'd be good to hear how you've been since {together}.",
      'after-project | How have you been since {together}? Shall we have a coffee {soon}?',
      "after-project | It's been a while since {together}. Are you free for a coffee {soon}?",
      "after-project | I'd like to hear what you've been up to since {together}. Coffee {soon}?",
      "after-event | Have you got time for a coffee {soon}? I'd like to hear how you've been since {event}.",
      "Have you got time for a coffee {soon}? I'd like to hear how things are going on your side.",
    ],
  },
  examples: [
    {
      title: 'A year after a project with someone at your company, with nothing logged since',
      fires: true,
      given: {
        today: '2026-11-22',
        person: {
          connection: { status: 'connected', since: '2025-03-01' },
          shared: { company: 'Halden', from: '2023-05-01', until: null },
        },
        interactions: [{ kind: 'project', date: '2025-10-18', title: 'Ledger migration' }],
      },
    },
    {
      title: "Someone at your company you haven't logged anything with",
      fires: false,
      given: {
        today: '2026-11-22',
        person: {
          connection: { status: 'connected', since: '2025-03-01' },
          shared: { company: 'Halden', from: '2023-05-01', until: null },
        },
      },
    },
  ],
};
