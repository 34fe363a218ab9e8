import { wrapAnsi } from 'fast-wrap-ansi';

/** Wraps and indents a text; `width` is in columns, at least 20. Breaks words that are too long. */
export function wrap(text: string, width: number, indent = ''): string {
  const columns = Math.max(20, width) - indent.length;
  return wrapText(text, columns)
    .split('\n')
    .map((line) => `${indent}${line}`.trimEnd())
    .join('\n');
}

/**
 * Latin letters and common punctuation take one column each. Only other text needs the library,
 * which costs 5 ms at first use.
 */
function wrapText(text: string, columns: number): string {
  if (!/^[\x20-\x7e\u00a1-\u00ac\u00ae-\u024f\u2010-\u2027\n]*$/.test(text))
    return wrapAnsi(text, columns, { hard: true, trim: true });
  return text
    .split('\n')
    .map((line) => wrapLine(line, columns))
    .join('\n');
}

function wrapLine(text: string, columns: number): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    let rest = word;
    if (line !== '' && line.length + 1 + rest.length <= columns) {
      line += ` ${rest}`;
      continue;
    }
    if (line !== '') lines.push(line);
    for (; rest.length > columns; rest = rest.slice(columns)) lines.push(rest.slice(0, columns));
    line = rest;
  }
  lines.push(line);
  return lines.join('\n');
}
