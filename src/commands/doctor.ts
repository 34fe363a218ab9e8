import type { Context } from '../context.ts';
import { renderDoctor } from '../render/doctor.ts';
import { shellWord } from '../render/layout.ts';
import { examine, sqliteVersion } from '../store/health.ts';

/** Looks at everything that can be wrong with the database and around it; mends nothing by itself. */
export function run({ version }: { version: string }, context: Context): 'failed' | undefined {
  const findings = examine(context.path).map((finding) => ({
    ...finding,
    command: finding.command === null ? null : forFile(finding.command, context),
  }));
  const ok = findings.every(({ severity }) => severity === 'advice');
  const versions = { netcoach: version, sqlite: sqliteVersion(), node: process.versions.node };
  context.print({ ok, findings, versions }, () => renderDoctor(findings, versions, context));
  return ok ? undefined : 'failed';
}

/** A command that mends the very file that was looked at, where --db named it. */
function forFile(command: string, { path, isNamed }: Context): string {
  if (!isNamed || !command.startsWith('netcoach ')) return command;
  const file = shellWord(path).replaceAll('$', '$$$$');
  return command.replace(/(^|&& )netcoach (?!--db )/g, `$1netcoach --db ${file} `);
}
