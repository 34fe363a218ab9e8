import { fold } from '../../text/fold.ts';
import type { Group } from './material.ts';

/** Minimum number of connections with a known team. Our own limit. */
const MIN_KNOWN = 5;
/** Minimum share for a team to be the main one. Our own limit. */
const MIN_SHARE = 0.2;
/** A larger share of one team is a narrow network. Our own limit. */
const NARROW_SHARE = 0.5;

/** How much of my network comes from one place. */
export interface Perspectives {
  teams: number;
  companies: number;
  /** The largest team, and its share (0 to 1) of connections with a known team; null if unclear. */
  main: { team: string; share: number } | null;
}

/** Summarises which teams and companies people come from. */
export function perspectivesOf(teams: readonly Group[], companies: readonly Group[]): Perspectives {
  const known = teams.reduce((sum, { connected }) => sum + connected, 0);
  const [first] = [...teams].sort((a, b) => b.connected - a.connected);
  return {
    teams: teams.length,
    companies: companies.length,
    main:
      first === undefined || known < MIN_KNOWN || first.connected / known < MIN_SHARE
        ? null
        : { team: first.name, share: first.connected / known },
  };
}

/** Whether one team makes up more than half of my connections. */
export function isNarrow({ main }: Perspectives): boolean {
  return main !== null && main.share > NARROW_SHARE;
}

/** Merges groups whose names differ only in spelling, under the most common one. Largest first. */
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
