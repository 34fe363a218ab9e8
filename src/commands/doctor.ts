import { existsSync } from 'node:fs';
import type { Context } from '../context.ts';
import { examine, sqliteVersion } from '../doctor/health.ts';
import { renderDoctor } from '../render/doctor.ts';

/** Examines the database and its surroundings; changes nothing. Fails on errors and warnings. */
export function run(_input: unknown, context: Context): 'failed' | undefined {
  const findings = examine(context.path).map((finding) => ({
    ...finding,
    command: finding.command === null ? null : context.toType(finding.command),
  }));
  const ok = findings.every(({ severity }) => severity === 'advice');
  const versions = {
    netcoach: context.version,
    built: context.built,
    sqlite: sqliteVersion(),
    node: process.versions.node,
  };
  const file = { exists: existsSync(context.path), findings };
  context.print({ ok, findings, versions }, () => renderDoctor(file, versions, context));
  return ok ? undefined : 'failed';
}
