import type { Context } from '../context.ts';
import { safe } from '../text/safe.ts';
import { wrap } from './layout.ts';

interface ShownSetting {
  key: string;
  value: string | null;
  default: string | null;
  what: string;
  /** What it can be; null where `what` says it. */
  allowed: string | null;
}

/** Settings as a table: the value, the default where it is another, and what each is for. */
export function renderSettings(
  settings: readonly ShownSetting[],
  { paint, width, toType }: Context,
): string {
  const lines = settings.map(({ key, value, default: fallback, what, allowed }) => {
    const shown = value === null ? 'not set' : safe(value);
    const usual = value === fallback ? '' : ` ${paint.dim(`(default: ${fallback ?? 'not set'})`)}`;
    const choices = allowed === null ? '' : ` (${allowed})`;
    return [
      wrap(
        `${paint.bold(key)}  ${value === fallback ? shown : paint.accent(shown)}${usual}`,
        width,
      ),
      paint.dim(wrap(`${what}${settings.length === 1 ? choices : ''}`, width, '  ')),
    ].join('\n');
  });
  const [only] = settings;
  const change =
    settings.length === 1 && only !== undefined
      ? only.allowed === null
        ? ''
        : `\n\n${toType(`Change it: netcoach config ${only.key} ${example(only.allowed)}`)}`
      : `\n\n${toType('See what a setting allows: netcoach config check-in')}\n${toType('Change one: netcoach config check-in 6w')}`;
  return `${lines.join('\n')}${wrap(change, width)}`;
}

function example(allowed: string): string {
  if (allowed.startsWith('a length')) return '6w';
  return allowed.startsWith('a whole') ? '8' : (allowed.split(', ').at(-1) ?? '');
}
