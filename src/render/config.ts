import type { Context } from '../context.ts';
import { safe } from '../text/safe.ts';
import { wrap } from './layout.ts';

interface ShownSetting {
  key: string;
  value: string | null;
  default: string | null;
  what: string;
}

/** Settings with their values, and what each is for. */
export function renderSettings(
  settings: readonly ShownSetting[],
  { paint, width }: Context,
): string {
  return settings
    .map(({ key, value, default: fallback, what }) => {
      const isDefault = value === fallback;
      const shown = value === null ? '–' : safe(value);
      const usual = isDefault ? '(default)' : `(default: ${fallback ?? 'none'})`;
      return [
        wrap(`${paint.bold(key)}  ${shown} ${paint.dim(usual)}`, width),
        paint.dim(wrap(what, width, '  ')),
      ].join('\n');
    })
    .join('\n');
}
