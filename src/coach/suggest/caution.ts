import { isTeammate } from '../../../rules/lib/ties.ts';
import type { History, Me, Moment, Person } from '../../model.ts';
import { fold } from '../../text/fold.ts';

/**
 * One line on exposure before a first invitation: to a manager, into a team with a strained tie, or while the
 * company is being changed. Article, "potential downsides": what one posts reaches more people than one
 * thinks of, and a workplace has its politics.
 * @param lead the moment that leads to the invitation, or null where none does
 * @param strained everybody whose tie to me is strained
 * @returns null where nothing calls for it, and where they were invited before
 */
export function cautionOf(
  { person, me }: Pick<History, 'person' | 'me'>,
  lead: Moment | null,
  strained: readonly Person[],
): string | null {
  if (person.connection.status !== 'none') return null;
  const seen = 'what you post, like and comment on';
  if (person.relationship === 'manager') return `Once you are connected, your manager sees ${seen}`;
  if (person.strained || strained.some((other) => sharesTeam(other, person, me)))
    return `Once you are connected, ${seen} shows in a team where a tie is strained`;
  if (lead?.kind === 'reorg')
    return `Once you are connected, they see ${seen}, and in times of change more is read into it`;
  return null;
}

/** Whether somebody is on a person's team, by its name or because both are on mine. */
function sharesTeam(other: Person, person: Person, me: Me): boolean {
  if (isTeammate({ person: other, me }) && isTeammate({ person, me })) return true;
  const [theirs, company] = [other.team, other.company];
  if (theirs === null || person.team === null || fold(theirs) !== fold(person.team)) return false;
  return company === null || person.company === null || fold(company) === fold(person.company);
}
