/** Removes quotes and backslashes as a shell would, without expansion. Quotes can be left open. */
export function unquote(word: string): string {
  let text = '';
  let quote = '';
  for (let index = 0; index < word.length; index++) {
    const char = word[index] ?? '';
    const next = word[index + 1];
    if (char === quote) quote = '';
    else if (quote === '' && (char === '"' || char === "'")) quote = char;
    else if (char === '\\' && quote !== "'" && next !== undefined) {
      // Inside double quotes, a backslash escapes only these.
      text += quote === '"' && !'"\\$`'.includes(next) ? char + next : next;
      index++;
    } else text += char;
  }
  return text;
}

/** Quotes a word for a POSIX shell, if needed. */
export function quoteForShell(text: string): string {
  if (/^[\w@%+=:,./-]+$/.test(text) && !text.startsWith('-')) return text;
  // Inside double quotes, bash expands "!" and keeps a backslash before it.
  return text.includes('!')
    ? `'${text.replaceAll("'", `'\\''`)}'`
    : `"${text.replace(/["\\$`]/g, '\\$&')}"`;
}

/**
 * Adds `--db FILE` to the netcoach commands in a text, so that they open the same database.
 * @param text with commands at the start of a line, after a colon or after `&&`
 */
export function withDatabaseFlag(text: string, file: string): string {
  const word = quoteForShell(file).replaceAll('$', '$$$$');
  return text.replace(/(^ *|: |&& )netcoach(?= (?!--)|$)/gm, `$1netcoach --db ${word}`);
}

/**
 * Splits a command line into words as a POSIX shell does, by spaces, quotes and backslashes. Nothing is
 * expanded; `$`, `|`, `;`, `>` and the like are ordinary characters.
 * @returns null if a quote is left open or a backslash ends the line
 */
export function splitWords(line: string): string[] | null {
  const words: string[] = [];
  let from: number | null = null;
  let quote = '';
  for (let index = 0; index < line.length; index++) {
    const char = line[index] as string;
    if (quote === '' && /\s/.test(char)) {
      if (from !== null) words.push(unquote(line.slice(from, index)));
      from = null;
      continue;
    }
    from ??= index;
    if (char === quote) quote = '';
    else if (quote === '' && (char === '"' || char === "'")) quote = char;
    else if (char === '\\' && quote !== "'") {
      index++;
      if (index >= line.length) return null;
    }
  }
  if (quote !== '') return null;
  if (from !== null) words.push(unquote(line.slice(from)));
  return words;
}
