import type { Context } from '../context.ts';
import type { Finding } from '../doctor/finding.ts';
import { safe } from '../text/safe.ts';
import { wrap } from './layout.ts';

/** What the doctor found: each finding with the command that mends it, then the versions. */
export function renderDoctor(
  findings: readonly Finding[],
  versions: Readonly<Record<string, string>>,
  { paint, width }: Context,
): string {
  const mark = { error: paint.warn, warning: paint.warn, advice: paint.accent };
  const lines = findings.map(({ severity, what, command }) => {
    const text = wrap(`${safe(what)}.`, width, '  ');
    const mend = command === null ? '' : `\n    ${paint.bold(shown(command))}`;
    return `${mark[severity](severity)}\n${text}${mend}`;
  });
  const isWell = findings.every(({ severity }) => severity === 'advice');
  const verdict = isWell ? 'All is well: the file, what is in it, and who may read it.' : '';
  const with_ = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  return [verdict, ...lines, paint.dim(with_.join(' · '))].filter((line) => line !== '').join('\n');
}

/** A command as it can be typed; one that no terminal shows as it is would hit another file. */
function shown(command: string): string {
  return safe(command) === command
    ? command
    : '(the name holds a character that is not shown here: netcoach doctor --json has the command)';
}
