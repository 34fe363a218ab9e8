import { wrapAnsi } from 'fast-wrap-ansi';

/**
 * Wraps and indents a text; `width` is in columns, at least 20. Breaks words that are too long, but never a
 * command to type at the end of a line: it gets a line of its own, however long.
 */
export function wrap(text: string, width: number, indent = ''): string {
  const columns = Math.max(20, width) - indent.length;
  // Most of a long list: a line that fits.
  if (text.length <= columns && takesOneColumnEach(text) && !/^ |\n/.test(text))
    return `${indent}${text}`.trimEnd();
  return text
    .split('\n')
    .flatMap((line) => wrapAroundCommand(line, columns))
    .map((line) => `${indent}${line}`.trimEnd())
    .join('\n');
}

const FINAL_COMMAND = /^(.*[:?.] )?(netcoach(?: .*)?)$/;

function wrapAroundCommand(text: string, columns: number): string[] {
  const [, before = '', command] = FINAL_COMMAND.exec(text) ?? [];
  if (command === undefined || text.length <= columns) return wrapText(text, columns).split('\n');
  const lines = before === '' ? [] : wrapText(before.trimEnd(), columns).split('\n');
  const last = lines.at(-1);
  if (last === undefined || last.length + 1 + command.length > columns) return [...lines, command];
  return [...lines.slice(0, -1), `${last} ${command}`];
}

/** Wraps a sentence that ends in a command to type. The command stays whole, on a line of its own if need be. */
export function wrapBeforeCommand(sentence: string, command: string, width: number): string {
  const line = `${sentence} ${command}`;
  return line.length <= width ? line : `${wrap(sentence, width)}\n  ${command}`;
}

/** "c copy · d done …" and a prompt, broken between two keys only. */
export function keyLines(
  steps: ReadonlyArray<{ key: string; says: string }>,
  width: number,
): string {
  const lines: string[] = [];
  for (const { key, says } of steps) {
    const item = `${key} ${says}`;
    const last = lines.at(-1);
    if (last !== undefined && last.length + 3 + item.length <= width)
      lines[lines.length - 1] = `${last} · ${item}`;
    else lines.push(item);
  }
  return `${lines.join('\n')}\n>`;
}

/**
 * Latin letters and common punctuation take one column each. Only other text needs the library,
 * which costs 5 ms at first use.
 */
function wrapText(text: string, columns: number): string {
  if (!takesOneColumnEach(text)) {
    const bare = text.replace(COLOURS, '');
    const fits = bare.length <= columns && takesOneColumnEach(bare);
    return fits ? text : wrapAnsi(text, columns, { hard: true, trim: true });
  }
  return text
    .split('\n')
    .map((line) => wrapLine(line, columns))
    .join('\n');
}

const ONE_COLUMN_EACH = /^[\x20-\x7e\u00a1-\u00ac\u00ae-\u024f\u2010-\u2027\n]*$/;

/** Whether each character of a text is known to take one column. */
export function takesOneColumnEach(text: string): boolean {
  return ONE_COLUMN_EACH.test(text);
}

const COLOURS = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g');

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
