import { wrapAnsi } from 'fast-wrap-ansi';

/** Text wrapped at a width in columns, each line behind an indent; words longer than a line are broken. */
export function wrap(text: string, width: number, indent = ''): string {
  const columns = Math.max(20, width) - indent.length;
  return wrapAnsi(text, columns, { hard: true, trim: true })
    .split('\n')
    .map((line) => `${indent}${line}`.trimEnd())
    .join('\n');
}

/** "1 person", "3 people". */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** "Ana", "Ana and Bo", "Ana, Bo and Cy". */
export function listing(items: readonly string[]): string {
  if (items.length < 2) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} and ${items[items.length - 1]}`;
}

/** A word as a shell takes it: quoted where it must be. */
export function shellWord(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) && !text.startsWith('-')
    ? text
    : `"${text.replace(/["\\$`!]/g, '\\$&')}"`;
}
