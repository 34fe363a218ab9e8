/** A new connection at my own company, with whom nothing is logged yet. */

import type { History, Rule, Verdict } from '../src/model.ts';
import { isSameCompany, isSayableCompany, spokenCompany } from '../src/text/company.ts';
import { ago, daysBetween, windowFrom } from '../src/text/days.ts';
import { ENDORSED_ME_TITLE } from '../src/text/site-record.ts';
import { isRecruiting } from './lib/recruiting.ts';
import { isTeammate, NO_REASON_TO_WRITE } from './lib/ties.ts';

const id = 'new-connection';

const window = { best: 7, closes: 14 };

function match(history: History): Verdict {
  const { person, interactions, today, skipped, me, accepted, hasInvitedMe } = history;
  const no = (why: string): Verdict => ({ fires: false, why });
  const { status, since } = person.connection;
  if (status !== 'connected') return no(`You and ${person.name} aren't connected yet`);
  if (since === null || since > today) return no(`Your log doesn't say when you connected`);
  const isOurs =
    me.company !== null &&
    person.company !== null &&
    isSayableCompany(me.company) &&
    isSameCompany(person.company, me.company);
  if (!isOurs || person.relationship !== 'colleague')
    return no(`${person.name} isn't logged as a colleague at your company`);
  if (isTeammate(history)) return no(`${person.name} is on your own team`);
  if (accepted !== null || hasInvitedMe)
    return no('You know who invited whom, so thanks come first');
  if (isRecruiting(person.role)) return no(`${person.name} connects with many people for work`);
  if (daysBetween(since, today) > window.closes)
    return no(`You connected ${ago(since, today)}; a first message belongs in the first two weeks`);
  if (!interactions.every(({ title }) => title.startsWith(ENDORSED_ME_TITLE)))
    return no(`You and ${person.name} have been in touch`);
  const key = `${id}:${since}`;
  if (skipped.has(key) || skipped.has(NO_REASON_TO_WRITE))
    return no(`You skipped this for ${person.name}`);
  const reason = `You connected ${ago(since, today)} and both work at ${spokenCompany(me.company as string)}`;
  return {
    fires: true,
    why: reason,
    moment: {
      action: 'check-in',
      kind: null,
      interaction: null,
      window: windowFrom(since, window),
      reason,
      key,
    },
  };
}

export const newConnection: Rule = {
  id,
  title: 'A new connection at your company',
  why: 'A short hello soon after you connect is how you get to know each other.',
  source:
    'Article, "Maintain Regular Interactions". The idea and the timing are ours: a hello is best in the first week, and seems odd after two.',
  window,
  weight: 28,
  atMost: { ofOneCompany: 2 },
  kinds: [],
  finds: [{ by: 'connected', withinDays: window.closes }],
  match,
  standsAlone: true,
  wording: {
    'check-in': [
      'Good to be connected. What are you working on at {here} at the moment?',
      "It's good to be connected. What do you work on at {here}?",
      "Good to be connected. We're both at {here}, so I hope we meet some time. What are you working on?",
      'Good to be connected. How are things on your side of {here}?',
      "Glad we're connected. What do you do at {here} these days?",
      "Good to be connected here, too. We're both at {here}: what are you busy with at the moment?",
    ],
  },
  examples: [
    {
      title: 'Five days after connecting with someone at your company',
      fires: true,
      given: {
        today: '2026-11-22',
        person: { company: 'Halden Ltd', connection: { status: 'connected', since: '2026-11-17' } },
        me: { company: 'Halden' },
      },
    },
    {
      title: "If you've written to each other since",
      fires: false,
      given: {
        today: '2026-11-22',
        person: { company: 'Halden Ltd', connection: { status: 'connected', since: '2026-11-17' } },
        interactions: [{ kind: 'engagement', date: '2026-11-18', title: 'Wrote to her' }],
        me: { company: 'Halden' },
      },
    },
    {
      title: 'A new connection at another company',
      fires: false,
      given: {
        today: '2026-11-22',
        person: { company: 'Fernhill', connection: { status: 'connected', since: '2026-11-17' } },
        me: { company: 'Halden' },
      },
    },
  ],
};
