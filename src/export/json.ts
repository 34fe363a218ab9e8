import type { Day, Interaction, Person } from '../model.ts';
import { safeJson } from '../text/safe.ts';

/** The version of the export's shape; it grows when an older netcoach could not read it. */
export const EXPORT_FORMAT = 1;

/** Everything, in the shapes that the other commands print. */
export interface Exported {
  netcoach: { format: number };
  /** What is said of me, without defaults. */
  me: Record<string, never>;
  people: Array<
    Person & {
      everyDays: number | null;
      snoozedUntil: Day | null;
      invitations: Array<{
        sentOn: Day | null;
        withNote: boolean;
        outcome: 'accepted' | 'declined' | 'withdrawn' | null;
        outcomeOn: Day | null;
      }>;
      skips: Array<{ moment: string; on: Day }>;
      /** What they were before, the oldest first; exports of the first days have none. */
      positions?: Array<{
        role: string | null;
        team: string | null;
        company: string | null;
        until: Day;
      }>;
    }
  >;
  interactions: Array<Interaction & { source: string | null }>;
}

/** The whole of it as text that acts on no terminal; the same data gives the same bytes. */
export function jsonExport(data: Omit<Exported, 'netcoach'>): string {
  return `${safeJson({ netcoach: { format: EXPORT_FORMAT }, ...data })}\n`;
}
