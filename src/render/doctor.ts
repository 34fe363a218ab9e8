import type { Context } from '../context.ts';
import type { Finding } from '../doctor/finding.ts';
import { safe } from '../text/safe.ts';
import { wrap } from './layout.ts';

/** The doctor's findings, each with the command that fixes it, then the versions. */
export function renderDoctor(
  findings: readonly Finding[],
  versions: Readonly<Record<string, string>>,
  { paint, width }: Context,
): string {
  const paintBySeverity = { error: paint.warn, warning: paint.warn, advice: paint.accent };
  const lines = findings.map(({ severity, what, command }) => {
    const text = wrap(`${safe(what)}.`, width, '  ');
    const fix = command === null ? '' : `\n    ${paint.bold(showCommand(command))}`;
    return `${paintBySeverity[severity](severity)}\n${text}${fix}`;
  });
  const isWell = findings.every(({ severity }) => severity === 'advice');
  const verdict = isWell ? 'All is well: the file, what is in it, and who may read it.' : '';
  const versionTexts = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  return [verdict, ...lines, paint.dim(versionTexts.join(' · '))]
    .filter((line) => line !== '')
    .join('\n');
}

/** A command, unless `safe` would change it: typed that way, it would name another file. */
function showCommand(command: string): string {
  return safe(command) === command
    ? command
    : '(the name holds a character that is not shown here: netcoach doctor --json has the command)';
}
