/** A plan of a message: its sentences, what may be left out, and when it fits. */

/** A part of a plan: text with slots, and whether the message works without it. */
export interface Part {
  /** Text and slot names, in turn: text first. */
  text: readonly string[];
  slots: readonly string[];
  isOptional: boolean;
  /** Only where there is room for more than a short note. */
  isExtra: boolean;
}

export interface Plan {
  /** Conditions that must hold, or with "!" must not. */
  when: readonly string[];
  parts: readonly Part[];
}

const PARSED = new Map<string, Plan>();

/**
 * Reads a plan: "manager, !ahead | Thank you for {thanks}. [It was good {worked}.] [+I owe you one.]". In front
 * of the bar stand conditions; brackets hold what is left out where a slot in it is unknown, or where the message would be
 * too long; "[+" what only longer messages say.
 * @throws SyntaxError where brackets or braces don't match
 */
export function readPlan(typed: string): Plan {
  const known = PARSED.get(typed);
  if (known !== undefined) return known;
  const bar = typed.indexOf(' | ');
  const when = bar < 0 ? [] : typed.slice(0, bar).split(/,\s*/u);
  const text = bar < 0 ? typed : typed.slice(bar + 3);
  const parts = text
    .split(/(\[[^\]]*\])/u)
    .filter((part) => part !== '')
    .map(readPart);
  if (parts.some((part) => part.text.some((piece) => /[[\]{}]/u.test(piece))))
    throw new SyntaxError(`Brackets don't match in the plan: ${typed}`);
  const plan = { when, parts };
  PARSED.set(typed, plan);
  return plan;
}

function readPart(typed: string): Part {
  const isOptional = typed.startsWith('[');
  const isExtra = typed.startsWith('[+');
  const bare = isOptional ? typed.slice(isExtra ? 2 : 1, -1) : typed;
  const pieces = bare.split(/\{(\w+)\}/u);
  return {
    text: pieces.filter((_, at) => at % 2 === 0),
    slots: pieces.filter((_, at) => at % 2 === 1),
    isOptional,
    isExtra,
  };
}
