const LETTERS: Readonly<Record<string, string>> = {
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
 * Text as it is compared: without case, accents, curly apostrophes and runs of white space, so that
 * "Jose" finds "José". Letters that Unicode does not take apart (ø, ł, ß) are mapped by hand.
 */
export function fold(text: string): string {
  // Plain ASCII, the common case, needs none of it.
  if (/^[\x20-\x7e]*$/.test(text)) return text.toLowerCase().replace(/ {2,}/g, ' ').trim();
  return (
    text
      .normalize('NFKD')
      // Latin, Greek and Cyrillic accents; the vowel signs of other scripts are letters of their own.
      .replace(/[\u0300-\u036f]+/g, '')
      .toLowerCase()
      .replace(/[øłđðþæœßı’‘ʼ]/g, (letter) => LETTERS[letter] ?? letter)
      .replace(/\s+/g, ' ')
      .trim()
  );
}

/** Compares two texts by their code units, the same on every machine: for `sort`. */
export function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A team's name as it is compared: "Billing team" is Billing. A team that is called just "Team" stays. */
export function foldTeam(name: string): string {
  return fold(name).replace(/(?<=\S) team$/, '');
}
