import { type ContentLine, decodeRaw, param, unescapeText } from '../content-lines.ts';
import { cleanLine, decode } from '../decode.ts';

/** Joins the lines of vCard 2.1 that end in "=", which its own encoding folds in its own way. */
export function* quotedPrintable(
  lines: Generator<{ text: string; line: number }>,
): Generator<{ text: string; line: number }> {
  let open: { text: string; line: number } | null = null;
  for (const next of lines) {
    if (open !== null && !/^(END|BEGIN):/i.test(next.text)) {
      open.text = open.text.slice(0, -1) + next.text;
      if (open.text.endsWith('=') && next.text !== '' && open.text.length < 100_000) continue;
      yield open;
      open = null;
      continue;
    }
    if (open !== null) yield open;
    open = null;
    if (next.text.endsWith('=') && /^[^:]*QUOTED-PRINTABLE[^:]*:/i.test(next.text))
      open = { ...next };
    else yield next;
  }
  if (open !== null) yield open;
}

/** The value of a line as text: out of its encoding and character set. Backslashes stay. */
export function textOf(line: ContentLine): string {
  const isQuoted = /QUOTED-PRINTABLE/i.test(`${param(line, 'ENCODING')},${param(line, 'TYPE')}`);
  const raw = isQuoted
    ? line.value.replace(/=([0-9a-f]{2})/gi, (_all, hex) =>
        String.fromCharCode(Number.parseInt(hex, 16)),
      )
    : line.value;
  const charset = param(line, 'CHARSET').toLowerCase();
  if (charset === '' || charset === 'utf-8' || charset === 'us-ascii') return decodeRaw(raw);
  return decode(charset, Buffer.from(raw, 'latin1'));
}

/** The parts of a value between separators that no backslash protects. */
export function parts(value: string, separator: ';' | ','): string[] {
  const found =
    value.match(separator === ';' ? /(?:\\[\s\S]|[^\\;])*(;|$)/g : /(?:\\[\s\S]|[^\\,])*(,|$)/g) ??
    [];
  return found.map((part) =>
    cleanLine(unescapeText(part.endsWith(separator) ? part.slice(0, -1) : part)),
  );
}
