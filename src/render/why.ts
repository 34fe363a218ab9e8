import type { Hold } from '../coach/suggest/holds.ts';
import type { Context } from '../context.ts';
import type { PersonRef } from '../model.ts';
import { safe } from '../text/safe.ts';
import { wrap } from './layout.ts';

interface WhyResult {
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

/** Every rule's verdict on one person: those with points first, then their sum, then the rest. */
export function renderWhy(why: WhyResult, { paint, width }: Context): string {
  const name = paint.bold(safe(why.person.name));
  const verdict = why.suggested
    ? `on the list, with ${why.score} points`
    : why.held !== null
      ? `not on the list. ${why.held.message}`
      : 'not suggested: no reason to write right now';
  const idWidth = Math.max(...why.verdicts.map(({ rule }) => rule.length));
  // Where the reasons begin: after the mark (2 columns), the rule's id and the points (7).
  const textColumn = idWidth + 9;
  const line = ({ rule, fires, why: text, points }: WhyResult['verdicts'][number]) => {
    const mark = fires ? paint.accent('+') : paint.dim('·');
    const score = points > 0 ? `${points}` : '';
    const head = `${mark} ${rule.padEnd(idWidth)}${score.padStart(5)}  `;
    const indent = ' '.repeat(textColumn);
    return head + wrap(safe(text), width, indent).slice(textColumn);
  };
  const scoring = why.verdicts.filter(({ points }) => points > 0);
  const others = why.verdicts.filter(({ points, fires }) => points === 0 && fires);
  // "You're already connected" holds for many moments: each reason is said once.
  const reasons = new Map<string, string[]>();
  for (const { rule, fires, why: text, points } of why.verdicts)
    if (points === 0 && !fires) reasons.set(text, [...(reasons.get(text) ?? []), rule]);
  const noes = [...reasons].map(([text, ids]) => {
    const said = wrap(safe(`${text} (${ids.join(', ')})`), width, '  ').trimStart();
    return `${paint.dim('·')} ${said}`;
  });
  return [
    wrap(`${name}: ${verdict}`, width),
    '',
    ...scoring.map(line),
    ...(scoring.length > 0
      ? [`${'= score'.padEnd(idWidth + 2)}${String(why.score).padStart(5)}`, '']
      : []),
    ...others.map(line),
    ...noes,
  ].join('\n');
}
