/** Tests a long list of words and phrases without compiling them all, which takes a millisecond at the first text. */

interface Alternative {
  /** The letters that it begins with, small; what lacks them can't match. */
  start: string;
  source: string;
  pattern: RegExp | null;
}

/**
 * As `pattern.test`, but of its alternatives only those are compiled whose first letters a text has.
 * @param pattern `/\b(?:one|another)\b/` or `/^(?:one|another)$/`, without flags `g` and `y`
 * @throws SyntaxError for a pattern of another shape
 */
export function testerOf(pattern: RegExp): (text: string) => boolean {
  let known: Alternative[] | null = null;
  return (text) => {
    // Case in other scripts has rules of its own.
    if (!PLAIN.test(text)) return pattern.test(text);
    known ??= alternativesOf(pattern);
    const low = text.toLowerCase();
    for (const one of known) {
      if (!low.includes(one.start)) continue;
      one.pattern ??= new RegExp(one.source, pattern.flags);
      if (one.pattern.test(text)) return true;
    }
    return false;
  };
}

const PLAIN = /^[\t\n -~]*$/;

function alternativesOf(pattern: RegExp): Alternative[] {
  const { source } = pattern;
  const [, before, within, after] = /^(\\b|\^)\(\?:(.*)\)(\\b|\$)$/.exec(source) ?? [];
  const whole = new SyntaxError(`No list of alternatives: ${source}`);
  if (within === undefined || pattern.global || pattern.sticky) throw whole;
  const list: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < within.length; at++) {
    const letter = within[at];
    if (letter === '\\') at++;
    else if (letter === '[') at = endOfClass(within, at);
    else if (letter === '(') depth++;
    else if (letter === ')') depth--;
    else if (letter === '|' && depth === 0) {
      list.push(within.slice(from, at));
      from = at + 1;
    }
    if (depth < 0) throw whole;
  }
  list.push(within.slice(from));
  return list.flatMap(spread).map((one) => ({
    start: startOf(one).toLowerCase(),
    source: `${before}(?:${one})${after}`,
    pattern: null,
  }));
}

/** "(?:one|same) team" as "one team" and "same team", whose first letters say more. */
function spread(source: string): string[] {
  const [, heads, rest = ''] = /^\(\?:([\w |]+)\)(?![?*+{])(.*)$/.exec(source) ?? [];
  return heads === undefined ? [source] : heads.split('|').map((head) => head + rest);
}

function endOfClass(source: string, from: number): number {
  let at = from + 1;
  for (; source[at] !== ']'; at++) if (source[at] === '\\') at++;
  return at;
}

/** The plain letters that an alternative begins with. */
function startOf(source: string): string {
  const [letters = ''] = /^[A-Za-z0-9 ]*/.exec(source) ?? [];
  return /[?*{]/.test(source[letters.length] ?? '') ? letters.slice(0, -1) : letters;
}
