import { Failure } from '../failure.ts';

/** What can follow a comma inside one name: "Kim Lee, MBA", "Sam Ortiz, Jr.". */
const SUFFIX =
  /^(jr|sr|ii|iii|iv|esq|ph\.?d|mba|m\.?d|m\.?sc|b\.?sc|cpa|cfa|pmp|rn|shrm-?(cp|scp))\.?$/i;

/** A name from `--with`, and what stood out about them. */
export interface NameWithHighlight {
  name: string;
  highlight: string | null;
}

/**
 * Splits the values of `--with`: names separated by commas, then optionally `: what stood out`
 * about the last one. Text after the colon is kept whole, commas included.
 * @param isKnown whether a text is someone's name already, so its commas and colons don't split it
 * @throws Failure `usage` if a value has no name
 */
export function splitNames(
  values: readonly string[],
  isKnown: (name: string) => boolean,
): NameWithHighlight[] {
  const result: NameWithHighlight[] = [];
  for (const value of values) {
    const colon = value.includes(':') && !isKnown(value) ? /:/.exec(value) : null;
    const namesText = colon === null ? value : value.slice(0, colon.index);
    const highlight = colon === null ? null : value.slice(colon.index + 1).trim() || null;
    const names: string[] = [];
    if (namesText.includes(',') && isKnown(namesText)) names.push(namesText);
    else {
      for (const part of namesText.split(',').map((one) => one.trim())) {
        const last = names.length - 1;
        if (SUFFIX.test(part) && last >= 0) names[last] = `${names[last]}, ${part}`;
        else if (part !== '') names.push(part);
      }
    }
    if (names.length === 0)
      throw new Failure('usage', 'a name is empty', 'Give a name: --with "Priya Shah"');
    names.forEach((name, index) => {
      result.push({
        name,
        highlight: index === names.length - 1 ? highlight : null,
      });
    });
  }
  return result;
}
