/**
 * A word of a command line without its quotes and backslashes, as a shell would hand it over; a quote that
 * is still open ends with the word. Nothing in it is expanded.
 */
export function unquote(word: string): string {
  let text = '';
  let quote = '';
  for (let at = 0; at < word.length; at++) {
    const one = word[at] ?? '';
    const next = word[at + 1];
    if (one === quote) quote = '';
    else if (quote === '' && (one === '"' || one === "'")) quote = one;
    else if (one === '\\' && quote !== "'" && next !== undefined) {
      // Inside double quotes a backslash is its own letter before anything but these.
      text += quote === '"' && !'"\\$`'.includes(next) ? one + next : next;
      at++;
    } else text += one;
  }
  return text;
}

/** A word as a shell takes it: quoted where it must be. */
export function shellWord(text: string): string {
  if (/^[\w@%+=:,./-]+$/.test(text) && !text.startsWith('-')) return text;
  // A "!" between double quotes calls up an old command, and keeps the backslash that would stop that.
  return text.includes('!')
    ? `'${text.replaceAll("'", `'\\''`)}'`
    : `"${text.replace(/["\\$`]/g, '\\$&')}"`;
}

/**
 * A text whose commands name a database file, as --db did: typed without it they would reach another.
 * @param text with commands at its beginning, behind a colon or behind another command
 */
export function namingFile(text: string, file: string): string {
  const word = shellWord(file).replaceAll('$', '$$$$');
  return text.replace(/(^|: |&& )netcoach (?!--)/g, `$1netcoach --db ${word} `);
}
