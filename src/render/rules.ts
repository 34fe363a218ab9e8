import type { Context } from '../context.ts';
import type { Rule } from '../model.ts';
import { wrap } from './layout.ts';

/** Rules by weight, highest first. @param isOne whether to show the examples, too */
export function renderRules(rules: readonly Rule[], isOne: boolean, context: Context): string {
  const { paint, width } = context;
  const blocks = [...rules]
    .sort((a, b) => b.weight - a.weight)
    .map((rule) => {
      const window =
        rule.window === null
          ? 'no time limit'
          : `best within ${rule.window.best} days, open for ${rule.window.closes}`;
      const lines = [
        wrap(`${paint.bold(rule.id)}  ${rule.title}`, width),
        wrap(rule.why, width, '  '),
        paint.dim(wrap(`${rule.weight} points; ${window}. ${rule.source}`, width, '  ')),
      ];
      if (isOne) {
        for (const { title, fires } of rule.examples)
          lines.push(wrap(`${fires ? 'Counts:' : "Doesn't count:"} ${title}`, width, '  '));
      }
      return lines.join('\n');
    });
  return blocks.join('\n\n');
}
