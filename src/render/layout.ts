import { wrapAnsi } from 'fast-wrap-ansi';

/** Text wrapped at a width in columns, each line behind an indent; words longer than a line are broken. */
export function wrap(text: string, width: number, indent = ''): string {
  const columns = Math.max(20, width) - indent.length;
  return broken(text, columns)
    .split('\n')
    .map((line) => `${indent}${line}`.trimEnd())
    .join('\n');
}

/**
 * The library measures what each character takes, and takes 5 ms to start. Latin letters and the usual
 * punctuation take one column each.
 */
function broken(text: string, columns: number): string {
  if (!/^[\x20-\x7e\u00a1-\u00ac\u00ae-\u024f\u2010-\u2027\n]*$/.test(text))
    return wrapAnsi(text, columns, { hard: true, trim: true });
  return text
    .split('\n')
    .map((line) => brokenLine(line, columns))
    .join('\n');
}

function brokenLine(text: string, columns: number): string {
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
