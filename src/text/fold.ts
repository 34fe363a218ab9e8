const REPLACEMENTS: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  ı: 'i',
  '’': "'",
  '‘': "'",
  ʼ: "'",
};

/**
 * Normalises text for comparison: lower case, no accents, straight apostrophes, single spaces.
 * "Jose" then matches "José". Letters that Unicode doesn't decompose (ø, ł, ß) come from a table.
 */
export function fold(text: string): string {
  // A shortcut for plain ASCII, the common case.
  if (/^[\x20-\x7e]*$/.test(text)) return text.toLowerCase().replace(/ {2,}/g, ' ').trim();
  return (
    text
      .normalize('NFKD')
      // Latin, Greek and Cyrillic accents only: in other scripts, marks can be vowels.
      .replace(/[\u0300-\u036f]+/g, '')
      .toLowerCase()
      .replace(/[øłđðþæœßı’‘ʼ]/g, (letter) => REPLACEMENTS[letter] ?? letter)
      .replace(/\s+/g, ' ')
      .trim()
  );
}

/** Compares texts by code unit, for `sort`: the same result in every locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Normalises a team's name: "Billing team" becomes "billing", and "Team" becomes "team". */
export function foldTeam(name: string): string {
  return fold(name).replace(/(?<=\S) team$/, '');
}
