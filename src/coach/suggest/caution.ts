import { isTeammate } from '../../../rules/lib/ties.ts';
import type { History, Me, Moment, Person } from '../../model.ts';
import { fold } from '../../text/fold.ts';

/**
 * A one-line warning before a first invitation to a manager, into a team with a strained
 * relationship, or during a reorganisation: a new connection sees my activity (article, "potential
 * downsides").
 * @param lead the moment behind the invitation, or null
 * @param strained everyone I've marked as strained
 * @returns null if none of these apply, or if the person was invited before
 */
export function cautionOf(
  { person, me }: Pick<History, 'person' | 'me'>,
  lead: Moment | null,
  strained: readonly Person[],
): string | null {
  if (person.connection.status !== 'none') return null;
  const activity = 'what you post, like and comment on';
  if (person.relationship === 'manager')
    return `Once you're connected, your manager sees ${activity}`;
  if (person.strained || strained.some((other) => sharesTeam(other, person, me)))
    return `Once you're connected, a team where things are strained can see ${activity}`;
  if (lead?.kind === 'reorg')
    return `Once you're connected, they see ${activity}, and people read more into that during a reorganisation`;
  return null;
}

/** Whether two people share a team, by its name or because both are on mine. */
function sharesTeam(other: Person, person: Person, me: Me): boolean {
  if (isTeammate({ person: other, me }) && isTeammate({ person, me })) return true;
  const [theirs, company] = [other.team, other.company];
  if (theirs === null || person.team === null || fold(theirs) !== fold(person.team)) return false;
  return company === null || person.company === null || fold(company) === fold(person.company);
}
