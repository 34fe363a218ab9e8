import type { Day, PersonRef, Relationship, Status } from '../../model.ts';
import { type Finding, findings } from './findings.ts';
import { type GoalStanding, goalStandings } from './goal-standings.ts';
import type { Group, ReviewMaterial } from './material.ts';
import type { Ties } from './warmth.ts';

const MAX_ACTIONS = 8;

/** How my network fits my goals, and what to do about it; printed as JSON. */
export interface Review {
  date: Day;
  people: {
    total: number;
    byStatus: Record<Status, number>;
    byTeam: Record<string, number>;
    byCompany: Record<string, number>;
    byRelationship: Record<Relationship, number>;
  };
  ties: Ties;
  goals: GoalStanding[];
  actions: Finding[];
}

/** Reviews a network. Each person is in at most one finding, and strained ties are in none. */
export function review(material: ReviewMaterial): Review {
  const { network } = material;
  return {
    date: network.today,
    people: {
      total: network.people,
      byStatus: network.byStatus,
      byTeam: totalsByName(network.teams),
      byCompany: totalsByName(network.companies),
      byRelationship: network.byRelationship,
    },
    ties: network.ties,
    goals: goalStandings(material),
    actions: oncePerPerson(findings(material)).slice(0, MAX_ACTIONS),
  };
}

function totalsByName(groups: readonly Group[]): Record<string, number> {
  return Object.fromEntries(groups.map(({ name, total }) => [name, total]));
}

function oncePerPerson(all: readonly Finding[]): Finding[] {
  const seen = new Set<PersonRef['id']>();
  return all.filter(({ person }) => {
    if (person === null) return true;
    if (seen.has(person.id)) return false;
    seen.add(person.id);
    return true;
  });
}
