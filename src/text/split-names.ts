import { Failure } from '../failure.ts';

/** What can follow a comma inside one name: "Kim Lee, MBA", "Sam Ortiz, Jr.". */
const SUFFIX =
  /^(jr|sr|ii|iii|iv|esq|ph\.?d|mba|m\.?d|m\.?sc|b\.?sc|cpa|cfa|pmp|rn|shrm-?(cp|scp))\.?$/i;

/** Two words or more, each with a capital: "Anna van der Berg". */
const FULL_NAME =
  /^\p{Lu}[\p{L}\p{M}'’.-]+(?: (?:van|von|der|den|de|da|di|la|el|al|bin|ten))*(?: \p{Lu}[\p{L}\p{M}'’.-]*){1,3}$/u;

/** Somebody as typed, and what stood out about them. */
export interface NamedPart {
  name: string;
  highlight: string | null;
  /** My own words for a message. */
  say?: string;
  /** The name came after a comma in what stood out of somebody else. */
  isAfterComma?: true;
}

/** Whether a text is somebody's name: in full or as an alias, or any name that means them. */
export interface NameTest {
  isFull: (text: string) => boolean;
  isAny: (text: string) => boolean;
}

/**
 * Splits the values of `--with`: names separated by commas, then optionally `: what stood out`
 * about the last one. What stood out keeps its commas, except before a person: one of the log, a
 * full name with capitals, or another `NAME: …`.
 * @throws Failure `usage` if a value has no name
 */
export function splitNames(values: readonly string[], test: NameTest): NamedPart[] {
  const result: NamedPart[] = [];
  for (const value of values) {
    const colon = value.includes(':') && !test.isFull(value) ? value.indexOf(':') : -1;
    const names = splitCommas(colon < 0 ? value : value.slice(0, colon), test);
    if (names.length === 0)
      throw new Failure('usage', 'a name is empty', 'Give a name: --with "Priya Shah"');
    for (const name of names) result.push({ name, highlight: null });
    if (colon >= 0) addHighlight(result, value.slice(colon + 1), test);
  }
  return result;
}

/** The names in a text without highlights. */
function splitCommas(text: string, { isFull }: NameTest): string[] {
  if (text.includes(',') && isFull(text)) return [text];
  const names: string[] = [];
  for (const part of text.split(',').map((one) => one.trim())) {
    const last = names.length - 1;
    if (SUFFIX.test(part) && last >= 0) names[last] = `${names[last]}, ${part}`;
    else if (part !== '') names.push(part);
  }
  return names;
}

/** Gives the last person what stood out, and adds the people who follow it. */
function addHighlight(people: NamedPart[], text: string, test: NameTest): void {
  const parts = text.split(',');
  const isPerson = (part: string) => test.isAny(part) || FULL_NAME.test(part);
  const headOf = (part: string) => /^([^:]{2,80}):\s*(\S.*)$/s.exec(part.trim());
  let isOpen = true;
  for (const [at, raw] of parts.entries()) {
    const part = raw.trim();
    const [, name = '', rest = ''] = headOf(part) ?? [];
    if (at > 0 && name !== '' && isPerson(name)) {
      people.push({ name, highlight: rest, isAfterComma: true });
      isOpen = true;
      continue;
    }
    // A name in the middle of what stood out belongs to it.
    const following = parts.slice(at);
    const end = following.findIndex((one) => headOf(one) !== null);
    const listed = following.slice(0, end < 0 ? undefined : end).map((one) => one.trim());
    if (at > 0 && part !== '' && (!isOpen || listed.every((one) => one === '' || isPerson(one)))) {
      people.push({ name: part, highlight: null, isAfterComma: true });
      isOpen = false;
      continue;
    }
    const last = people.at(-1);
    if (last === undefined) continue;
    const before = last.highlight;
    last.highlight = (before === null ? raw.trim() : `${before},${raw.trimEnd()}`) || null;
  }
}
