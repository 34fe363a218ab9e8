import { rules } from '../../rules/index.ts';
import type { Context } from '../context.ts';
import { Failure } from '../failure.ts';
import { renderRules } from '../render/rules.ts';

/** Shows all rules, or one with its examples. */
export function run({ id }: { id?: string }, context: Context): undefined {
  const found = id === undefined ? rules : rules.filter((rule) => rule.id === id);
  if (found.length === 0) {
    const ids = rules.map((rule) => rule.id).join(', ');
    throw new Failure('unknown-id', `there's no rule "${id}"`, `The rules are: ${ids}`);
  }
  const shown = found.map(({ id, title, why, source, window, weight }) => ({
    id,
    title,
    why,
    source,
    window,
    weight,
  }));
  context.print({ rules: shown }, () => renderRules(found, id !== undefined, context));
}
