import { Failure } from '../failure.ts';

/** What stands behind a comma in one name: "Kim Lee, MBA", "Sam Ortiz, Jr.". */
const SUFFIX =
  /^(jr|sr|ii|iii|iv|esq|ph\.?d|mba|m\.?d|m\.?sc|b\.?sc|cpa|cfa|pmp|rn|shrm-?(cp|scp))\.?$/i;

/** A name as `--with` gives it. */
export interface Named {
  name: string;
  highlight: string | null;
}

/**
 * Splits the values of `--with`: each repeats, takes commas, and may end in `: what stood out` for the
 * last name before it. What follows the colon is taken whole, commas and all.
 */
export function splitNames(values: readonly string[], isKnown: (name: string) => boolean): Named[] {
  const named: Named[] = [];
  for (const value of values) {
    const colon = value.includes(':') && !isKnown(value) ? /:/.exec(value) : null;
    const names = colon === null ? value : value.slice(0, colon.index);
    const highlight = colon === null ? null : value.slice(colon.index + 1).trim() || null;
    const parts: string[] = [];
    if (names.includes(',') && isKnown(names)) parts.push(names);
    else {
      for (const part of names.split(',').map((one) => one.trim())) {
        const last = parts.length - 1;
        if (SUFFIX.test(part) && last >= 0) parts[last] = `${parts[last]}, ${part}`;
        else if (part !== '') parts.push(part);
      }
    }
    if (parts.length === 0)
      throw new Failure('usage', 'a name is empty', 'Give a name: --with "Priya Shah"');
    parts.forEach((name, index) => {
      named.push({
        name,
        highlight: index === parts.length - 1 ? highlight : null,
      });
    });
  }
  return named;
}
