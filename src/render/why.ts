import type { Hold } from '../coach/suggest/holds.ts';
import type { Context } from '../context.ts';
import type { PersonRef } from '../model.ts';
import { safe } from '../text/safe.ts';
import { wrap } from './layout.ts';

interface Why {
  person: PersonRef;
  suggested: boolean;
  score: number;
  verdicts: ReadonlyArray<{
    rule: string;
    fires: boolean;
    why: string;
    points: number;
  }>;
  held: Hold | null;
}

/** Every rule's verdict, and the sum. */
export function renderWhy(why: Why, { paint, width }: Context): string {
  const name = paint.bold(safe(why.person.name));
  const verdict = why.suggested
    ? `suggested, with ${why.score} points`
    : why.held !== null
      ? `held. ${why.held.message}`
      : 'not suggested: no moment is open';
  const names = Math.max(...why.verdicts.map(({ rule }) => rule.length));
  /** The column at which the reasons begin, after the mark, the longest name and the points. */
  const textAt = names + 9;
  const line = ({ rule, fires, why: text, points }: Why['verdicts'][number]) => {
    const mark = fires ? paint.accent('+') : paint.dim('·');
    const sum = points > 0 ? `${points}` : '';
    const head = `${mark} ${rule.padEnd(names)}${sum.padStart(5)}  `;
    const indent = ' '.repeat(textAt);
    return head + wrap(safe(text), width, indent).slice(textAt);
  };
  const counted = why.verdicts.filter(({ points }) => points > 0);
  const others = why.verdicts.filter(({ points }) => points === 0);
  return [
    wrap(`${name}: ${verdict}`, width),
    '',
    ...counted.map(line),
    ...(counted.length > 0
      ? [`${'= score'.padEnd(names + 2)}${String(why.score).padStart(5)}`, '']
      : []),
    ...others.map(line),
  ].join('\n');
}
