import { historyOf } from '../../../rules/lib/example.ts';
import type { DraftRequest } from '../../../src/coach/draft/request.ts';
import { requestFor, writeDraft } from '../../../src/coach/draft/write.ts';

import type { Action, Channel, ExampleHistory, History, Moment } from '../../../src/model.ts';
import { momentOf as momentOfRule, RULES, type RuleName } from '../../helpers/rules.ts';

export const TODAY = '2026-11-22';

export interface Asked {
  channel?: Channel;
  limit?: number | null;
  variant?: number | null;
}

export function requestOf(history: History, moment: Moment, asked: Asked = {}): DraftRequest {
  return requestFor(history, moment, { channel: 'note', limit: 200, variant: 1, ...asked });
}

export function momentOf(name: RuleName, history: History): Moment {
  return momentOfRule(RULES[name], history);
}

export function write(
  name: RuleName,
  given: Omit<ExampleHistory, 'today'>,
  asked: Asked = {},
): string {
  const history = historyOf({ today: TODAY, ...given });
  return writeDraft(requestOf(history, momentOf(name, history), asked)).draft.text;
}

/** @param thing of theirs that stood out: "your rollback plan" */
export const project = (title: string, thing?: string, date = '2026-11-20') => ({
  kind: 'project' as const,
  date,
  title,
  reading: {
    after: 'on' as const,
    phrase: title.includes(' ') ? `the ${title}` : title,
    short: null,
  },
  ...(thing === undefined
    ? {}
    : { highlight: thing, detail: { is: 'thing' as const, phrase: thing, short: null } }),
});
export const connected = { connection: { status: 'connected' as const, since: '2025-01-01' } };

/** Every example that fires, for every rule and every action that the rule words. */
export const CASES = (Object.keys(RULES) as RuleName[]).flatMap((name) =>
  RULES[name].examples
    .filter(({ fires }) => fires)
    .flatMap(({ given }) =>
      (Object.keys(RULES[name].wording) as Action[]).map((action) => ({ id: name, action, given })),
    ),
);
