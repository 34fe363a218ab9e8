import { isTeammate } from '../../../rules/lib/ties.ts';
import type { Me, Person } from '../../model.ts';
import { fold } from '../../text/fold.ts';

const SAME_COMPANY: readonly Person['relationship'][] = ['teammate', 'manager', 'report'];

/**
 * The people who become former coworkers when I leave: everyone at my company and, of those without
 * a company, my team, manager, reports and anyone I share a moment with. Never external contacts.
 * @param shared ids of the people I share a moment with
 */
export function findFormerCoworkers(
  people: readonly Person[],
  me: Me,
  shared: ReadonlySet<number>,
): Person[] {
  const myCompany = me.company === null ? null : fold(me.company);
  return people.filter((person) => {
    if (person.relationship === 'former' || person.relationship === 'external') return false;
    const theirCompany = person.company === null ? null : fold(person.company);
    if (theirCompany !== null) return theirCompany === myCompany;
    return (
      SAME_COMPANY.includes(person.relationship) ||
      isTeammate({ person, me }) ||
      shared.has(person.id)
    );
  });
}
