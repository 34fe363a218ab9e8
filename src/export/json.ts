import type { Action, Day, Interaction, Participant, Person } from '../model.ts';
import { safeJson } from '../text/safe.ts';

/** Increase this when an older netcoach couldn't read the file. */
export const EXPORT_FORMAT = 1;

/** A JSON export, in the shapes that the other commands print. */
export interface ExportData {
  netcoach: { format: number };
  /** The user's profile, without defaults. */
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
      /** Oldest first. Missing from the earliest exports. */
      positions?: Array<{
        role: string | null;
        team: string | null;
        company: string | null;
        until: Day;
      }>;
      /** UIDs of their vCards. Missing from the earliest exports, like `emails`. */
      cards?: Array<{ uid: string; name: string }>;
      /** Missing from the earliest exports. */
      hasInvitedMe?: boolean;
      /** What `sync` calls it on all machines; null or missing where it never had to. */
      uid?: string | null;
    }
  >;
  interactions: Array<
    Omit<Interaction, 'people'> & {
      /** `say` is missing from earlier exports. */
      people: Array<Participant & { say?: string | null }>;
      source: string | null;
      uid?: string | null;
      /** Suggestions that it answers, by the id of the person; only where there are any. */
      answers?: Array<{ person: number; action: Action; moment: string }>;
    }
  >;
}

/** Formats an export as JSON that's safe to print to a terminal, piece by piece. Deterministic. */
export function* jsonExport({
  me,
  people,
  interactions,
}: {
  me: ExportData['me'];
  people: Iterable<ExportData['people'][number]>;
  interactions: Iterable<ExportData['interactions'][number]>;
}): Generator<string> {
  yield `{\n  "netcoach": ${indented({ format: EXPORT_FORMAT }, 2)},\n  "me": ${indented(me, 2)},\n  "people": `;
  yield* jsonList(people);
  yield ',\n  "interactions": ';
  yield* jsonList(interactions);
  yield '\n}\n';
}

/** A list in JSON that's safe to print to a terminal, one level deep in what is around it, piece by piece. */
export function* jsonList(items: Iterable<unknown>): Generator<string> {
  let isEmpty = true;
  for (const item of items) {
    yield `${isEmpty ? '[' : ','}\n    ${indented(item, 4)}`;
    isEmpty = false;
  }
  yield isEmpty ? '[]' : '\n  ]';
}

/** A value in JSON that's safe to print to a terminal, in columns to the right; JSON has no line end but its own. */
export function indented(value: unknown, columns: number): string {
  return safeJson(value).replaceAll('\n', `\n${' '.repeat(columns)}`);
}
