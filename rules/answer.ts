/** Their invitation waits for an answer. */

import type { History, Rule, Verdict } from '../src/model.ts';
import { isSameCompany, spokenCompany } from '../src/text/company.ts';
import { addDays, ago, daysBetween } from '../src/text/days.ts';
import { isSiteRecord, showsTie } from '../src/text/site-record.ts';
import { answerKey, EXPIRES_AFTER_DAYS } from './lib/invitations.ts';
import { INVITED } from './lib/invited.ts';
import { bestToBuildOn, isTeammate } from './lib/ties.ts';

const id = 'answer';

const window = { best: 7, closes: EXPIRES_AFTER_DAYS };

function match(history: History): Verdict {
  const { person, interactions, today, skipped } = history;
  const no = (why: string): Verdict => ({ fires: false, why });
  const { status, since } = person.connection;
  if (status !== 'incoming') return no(`${person.name} hasn't invited you`);
  if (since !== null && since > today) return no('Their invitation has a date in the future');
  const known = knownFrom(history);
  if (known === null) return no(`Nothing is known of ${person.name}`);
  const days = since === null ? 0 : daysBetween(since, today);
  if (days > window.closes)
    return no(`The invitation is ${days} days old and has expired by itself`);
  const key = answerKey(since);
  if (skipped.has(key)) return no(`You skipped this for ${person.name}`);
  const when = since === null ? '' : ` ${ago(since, today)}`;
  const reason = `${person.name} invited you${when}: ${known}`;
  return {
    fires: true,
    why: reason,
    moment: {
      action: 'answer',
      kind: null,
      interaction: bestToBuildOn(interactions),
      window:
        since === null
          ? null
          : {
              opens: since,
              best: addDays(since, window.best),
              closes: addDays(since, window.closes),
            },
      reason,
      key,
    },
  };
}

/** What the log knows of somebody; null for a stranger. Whether it's null doesn't depend on titles. */
export function knownFrom(history: History): string | null {
  const { person, me, interactions } = history;
  const known = interactions.filter(({ title }) => !isSiteRecord(title) || showsTie(title));
  const best = bestToBuildOn(known);
  if (isTeammate(history)) return "you're on one team";
  if (best !== null && best.title !== '' && !isSiteRecord(best.title))
    return `you know them from ${best.title}`;
  if (best !== null)
    return isSiteRecord(best.title) ? "you've written to each other" : 'you know them';
  if (person.shared !== null) return `you know them from ${spokenCompany(person.shared.company)}`;
  const isSame =
    person.company !== null && me.company !== null && isSameCompany(person.company, me.company);
  return isSame ? `they work at ${person.company}, as you do` : null;
}

export const answer: Rule = {
  id,
  title: 'They invited you',
  why: 'They took the first step, so answer while they remember it; ignoring an invitation is an answer, too.',
  source:
    'Article, "Be Professional and Courteous". The week is our choice. LinkedIn Help: an invitation expires after about six months.',
  window,
  weight: 45,
  kinds: [],
  finds: [{ by: 'incoming' }],
  match,
  standsAlone: true,
  wording: {
    answer: INVITED,
  },
  examples: [
    {
      title: 'Three days after an invitation from Priya, who worked on a project with you',
      fires: true,
      given: {
        today: '2026-11-22',
        person: { connection: { status: 'incoming', since: '2026-11-19' } },
        interactions: [{ kind: 'project', date: '2026-11-10', title: 'Apollo launch' }],
      },
    },
    {
      title: 'A stranger who invited you a week ago',
      fires: false,
      given: {
        today: '2026-11-22',
        person: { connection: { status: 'incoming', since: '2026-11-15' } },
      },
    },
  ],
};
