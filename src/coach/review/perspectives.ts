import { fold } from '../../text/fold.ts';
import type { Group } from './material.ts';

/** Connections of a known team below which nothing is said: our own bound. */
const ENOUGH = 5;
/** The share of one team below which it says nothing of the whole: our own bound. */
const TELLING = 0.2;
/** The share of one team from which the others are worth a look: more than half, our own bound. */
const MUCH = 0.5;

/** How much of my network comes from one place. */
export interface Perspectives {
  teams: number;
  companies: number;
  /** The team that most connections come from, and its share of those whose team is known; null where it is small or too few are known. */
  main: { team: string; share: number } | null;
}

export function perspectivesOf(teams: readonly Group[], companies: readonly Group[]): Perspectives {
  const known = teams.reduce((sum, { connected }) => sum + connected, 0);
  const [first] = [...teams].sort((a, b) => b.connected - a.connected);
  return {
    teams: teams.length,
    companies: companies.length,
    main:
      first === undefined || known < ENOUGH || first.connected / known < TELLING
        ? null
        : { team: first.name, share: first.connected / known },
  };
}

/** Whether one team is more than half of those I am connected with. */
export function isNarrow({ main }: Perspectives): boolean {
  return main !== null && main.share > MUCH;
}

/** Groups of one name, written in several ways, as one: under the spelling of most. Largest first. */
export function mergeGroups(groups: readonly Group[]): Group[] {
  const merged = new Map<string, Group>();
  for (const group of [...groups].sort((a, b) => b.total - a.total)) {
    const key = fold(group.name);
    const known = merged.get(key);
    if (known === undefined) merged.set(key, { ...group });
    else {
      known.total += group.total;
      known.connected += group.connected;
    }
  }
  return [...merged.values()].sort((a, b) => b.total - a.total);
}
