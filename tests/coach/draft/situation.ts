import { rules } from '../../../rules/index.ts';
import { historyOf } from '../../../rules/lib/example.ts';
import type { DraftRequest } from '../../../src/coach/draft/request.ts';
import { requestFor, writeDraft } from '../../../src/coach/draft/write.ts';

import type { Action, Channel, ExampleHistory, History, Moment } from '../../../src/model.ts';

export const TODAY = '2026-11-22';

export interface Asked {
  channel?: Channel;
  limit?: number | null;
  variant?: number | null;
}

export function requestOf(history: History, moment: Moment, asked: Asked = {}): DraftRequest {
  return requestFor(history, moment, { channel: 'note', limit: 200, variant: 1, ...asked });
}

export function momentOf(id: string, history: History): Moment {
  const verdict = rules.find((rule) => rule.id === id)?.match(history);
  if (!verdict?.fires) throw new Error(`${id} does not fire: ${verdict?.why}`);
  return verdict.moment;
}

export function write(id: string, given: Omit<ExampleHistory, 'today'>, asked: Asked = {}): string {
  const history = historyOf({ today: TODAY, ...given });
  return writeDraft(requestOf(history, momentOf(id, history), asked)).draft.text;
}

export const project = (title: string, highlight?: string, date = '2026-11-20') => ({
  kind: 'project' as const,
  date,
  title,
  ...(highlight === undefined ? {} : { highlight }),
});
export const connected = { connection: { status: 'connected' as const, since: '2025-01-01' } };

/** Every firing example of every rule, with every action that the rule words. */
export const CASES = rules.flatMap((rule) =>
  rule.examples
    .filter(({ fires }) => fires)
    .flatMap(({ given }) =>
      (Object.keys(rule.forms) as Action[]).map((action) => ({ id: rule.id, action, given })),
    ),
);
