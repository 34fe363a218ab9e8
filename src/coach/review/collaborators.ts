import { isInviting } from '../../model.ts';
import { judge } from '../suggest/judge.ts';
import type { ReviewMaterial } from './facts.ts';
import { about, type Finding, reachable } from './finding.ts';
import { type Server, serversOf } from './goals.ts';

/** So many goals get a person to talk to. */
const COLLABORATORS = 2;
/** What shows that somebody serves a goal, as a clause. */
const SHOWS: Readonly<Record<Server['by'], (text: string) => string>> = {
  skill: (text) => `The skill "${text}" is one of theirs`,
  role: (text) => `Their role is "${text}"`,
  interest: (text) => `They take an interest in "${text}"`,
  team: (text) => `They are in "${text}"`,
  title: (text) => `"${text}" is in your log with them`,
};

/** For each goal the best person to talk to: a connection, or one whom an open moment lets me invite. */
export function collaborators(material: ReviewMaterial): Finding[] {
  const { network } = material;
  const found: Finding[] = [];
  const taken = new Set<number>();
  for (const near of network.nearGoals) {
    for (const { person, by, text } of serversOf(near)) {
      const history = taken.has(person.id) ? null : reachable(material, person.id);
      if (history === null || history.interactions.length === 0) continue;
      const { lead } = judge(history);
      const isConnected = person.connection.status === 'connected';
      const isInvited = lead !== null && isInviting(lead.action);
      if (!isConnected && (lead === null || (isInvited && material.invitesLeft === 0))) continue;
      taken.add(person.id);
      const ref = about(person);
      found.push({
        what: `${isConnected ? 'Talk to' : isInvited ? 'Invite' : 'Say hello to'} ${person.name} about ${near.goal}`,
        why: `${SHOWS[by](text)}, and you have something to build on`,
        command: ['draft', ref],
        person: ref,
      });
      break;
    }
  }
  return found.slice(0, COLLABORATORS);
}

/** The first goal that nobody serves; or to name a goal, where there is none. */
export function nobodyServes({ network }: ReviewMaterial): Finding[] {
  const { me, nearGoals, byStatus } = network;
  if (me.goals.length === 0) {
    return [
      {
        what: 'Say what you work towards',
        why: 'With a goal, a review can tell who serves it; put your own words between the quotes',
        command: ['me', '--goal', me.role ?? 'platform engineering'],
        person: null,
      },
    ];
  }
  const unserved = nearGoals.find((near) => serversOf(near).length === 0);
  if (unserved === undefined) return [];
  return [
    {
      what: `Look for somebody who knows about ${unserved.goal}`,
      why: 'No role, skill, interest or title in your log names this goal; note the skills that you know of with edit --skill',
      command: byStatus.connected > 0 ? ['people', '--status', 'connected'] : ['people'],
      person: null,
    },
  ];
}
