import type { Day, PersonRef, Relationship, Status } from '../../model.ts';
import { type Finding, findings } from './findings.ts';
import { type GoalStanding, goalStandings } from './goal-standings.ts';
import type { Group, ReviewMaterial } from './material.ts';
import type { Ties } from './warmth.ts';

/** So many findings at most, the best first: a list that one can act on. */
const MOST = 8;

/** How my network stands against my goals, and what to do about it. */
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

/** The review of a network. Nobody appears in two findings, and no strained tie in any. */
export function review(material: ReviewMaterial): Review {
  const { network } = material;
  return {
    date: network.today,
    people: {
      total: network.people,
      byStatus: network.byStatus,
      byTeam: counts(network.teams),
      byCompany: counts(network.companies),
      byRelationship: network.byRelationship,
    },
    ties: network.ties,
    goals: goalStandings(material),
    actions: onceEach(findings(material)).slice(0, MOST),
  };
}

function counts(groups: readonly Group[]): Record<string, number> {
  return Object.fromEntries(groups.map(({ name, total }) => [name, total]));
}

/** The findings, without those about a person who stands in a better one. */
function onceEach(all: readonly Finding[]): Finding[] {
  const seen = new Set<PersonRef['id']>();
  return all.filter(({ person }) => {
    if (person === null) return true;
    if (seen.has(person.id)) return false;
    seen.add(person.id);
    return true;
  });
}
