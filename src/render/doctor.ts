import type { Context } from '../context.ts';
import type { Finding } from '../doctor/finding.ts';
import type { Day } from '../model.ts';
import { monthName } from '../text/days.ts';
import { safe } from '../text/safe.ts';
import { wrap } from './layout.ts';

/** The versions in use; `built` is the day of netcoach's newest commit, null in a run of the sources. */
export interface Versions {
  netcoach: string;
  built: Day | null;
  sqlite: string;
  node: string;
}

/** The doctor's findings, each with the command that fixes it, then the versions. */
export function renderDoctor(
  { exists, findings }: { exists: boolean; findings: readonly Finding[] },
  versions: Versions,
  { paint, width }: Context,
): string {
  const paintBySeverity = { error: paint.warn, warning: paint.warn, advice: paint.accent };
  const lines = findings.map(({ severity, what, command }) => {
    const text = wrap(`${safe(what)}.`, width, '  ');
    const fix = command === null ? '' : `\n    ${paint.bold(showCommand(command))}`;
    return `${paintBySeverity[severity](severity)}\n${text}${fix}`;
  });
  const isWell = exists && findings.every(({ severity }) => severity === 'advice');
  const well = "All's well: the file, its contents and its permissions.";
  const verdict = isWell ? wrap(well, width) : '';
  return [verdict, ...lines, paint.dim(shownVersions(versions))]
    .filter((line) => line !== '')
    .join('\n');
}

/** "netcoach 0.1.0 of 27 Nov 2026 · sqlite 3.51.0 · node 24.11.0" */
function shownVersions({ netcoach, built, sqlite, node }: Versions): string {
  const day = (of: Day) => `${Number(of.slice(8))} ${monthName(of).slice(0, 3)} ${of.slice(0, 4)}`;
  const age = built === null ? '' : ` of ${day(built)}`;
  return `netcoach ${netcoach}${age} · sqlite ${sqlite} · node ${node}`;
}

/** A command, unless `safe` would change it: typed that way, it would name another file. */
function showCommand(command: string): string {
  return safe(command) === command
    ? command
    : "(the name has a character that isn't shown here: netcoach doctor --json has the command)";
}
