import { isTeammate } from '../../../rules/lib/ties.ts';
import type { Me, Person } from '../../model.ts';
import { fold } from '../../text/fold.ts';

const AT_WORK: readonly Person['relationship'][] = ['teammate', 'manager', 'report'];

/**
 * Those whom I no longer work with once I leave: everybody of my company, and where no company says otherwise
 * my team and those I shared a moment with. People outside the company stay what they are.
 * @param shared the ids of those with whom a moment is logged
 */
export function workedWith(
  people: readonly Person[],
  me: Me,
  shared: ReadonlySet<number>,
): Person[] {
  const mine = me.company === null ? null : fold(me.company);
  return people.filter((person) => {
    if (person.relationship === 'former' || person.relationship === 'external') return false;
    const theirs = person.company === null ? null : fold(person.company);
    if (theirs !== null) return theirs === mine;
    return (
      AT_WORK.includes(person.relationship) || isTeammate({ person, me }) || shared.has(person.id)
    );
  });
}
