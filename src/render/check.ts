import type { Context } from '../context.ts';
import { safe } from '../text/safe.ts';
import { wrap } from './layout.ts';

interface CheckResult {
  text: string;
  ok: boolean;
  length: number;
  limit: number | null;
  problems: ReadonlyArray<{
    rule: string;
    severity: string;
    message: string;
    start: number;
    end: number;
    suggestion: string | null;
  }>;
  praise: string | null;
}

/** In characters. */
const MOST_QUOTED = 60;

/** The problems of a message, each with its place and how to fix it; or one line of praise. */
export function renderCheck(checked: CheckResult, context: Context): string {
  const { paint, width, isTerminal } = context;
  const { text, length, limit, problems, praise } = checked;
  const lines = [
    paint.dim(limit === null ? `${length} characters` : `${length}/${limit} characters`),
  ];
  for (const { rule, severity, message, start, end, suggestion } of problems) {
    const colour = severity === 'advice' ? paint.dim : paint.warn;
    lines.push('', `${colour(severity)}  ${paint.bold(rule)}`);
    const quoted = safe(text.slice(start, end));
    const isWhole = end - start >= text.length;
    if (quoted !== '' && !isWhole) {
      const most = Math.min(MOST_QUOTED, width - 3);
      const short = quoted.length > most ? `${quoted.slice(0, most)}…` : quoted;
      lines.push(
        isTerminal ? `  ${short}\n  ${paint.warn('^'.repeat(short.length))}` : `  "${short}"`,
      );
    }
    lines.push(wrap(safe(message), width, '  '));
    if (suggestion !== null) lines.push(wrap(`Try: ${safe(suggestion)}`, width, '  '));
  }
  if (praise !== null) lines.push('', paint.accent(wrap(praise, width)));
  return lines.join('\n');
}
