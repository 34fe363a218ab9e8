import { EXPIRES, WAIT } from '../../../rules/lib/invitations.ts';
import type { Day, History } from '../../model.ts';
import { daysBetween } from '../../text/days.ts';
import { judge } from '../suggest/judge.ts';
import type { ReviewMaterial } from './facts.ts';
import { about, type Finding } from './finding.ts';

/** The invitation that has waited longest, and how many others have waited three weeks. */
export function staleInvitations(material: ReviewMaterial): Finding[] {
  const { stale } = material.network;
  const history = stale.map((id) => material.histories.get(id)).find(isWithdrawable);
  if (history === undefined) return [];
  const { person, today } = history;
  const ref = about(person);
  const days = daysBetween(person.connection.since as Day, today);
  const isExpired = days > EXPIRES;
  const others = stale.length - 1;
  const more =
    others === 0 ? '' : `; ${others} more ${others === 1 ? 'has' : 'have'} waited three weeks`;
  return [
    {
      what: isExpired
        ? `Note that the invitation to ${person.name} has expired`
        : `Take back the invitation to ${person.name}`,
      why: isExpired
        ? `It went out ${days} days ago, and LinkedIn lets one go after about six months${more}`
        : `It has waited ${days} days, and answers after ${WAIT} are rare${more}`,
      command: ['withdrawn', ref],
      person: ref,
    },
  ];
}

/** Whether nothing but the invitation itself holds a person: they are not snoozed, nor was this let pass. */
function isWithdrawable(history: History | undefined): history is History {
  if (history === undefined) return false;
  const { hold } = judge(history);
  return hold === null || hold.reason === 'pending';
}
