import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { rules } from '../../rules/index.ts';
import { CLOSINGS } from '../../rules/lib/closings.ts';
import { historyOf } from '../../rules/lib/example.ts';
import { MEMORIES } from '../../rules/lib/memories.ts';
import { fillings } from '../../src/coach/draft/compose.ts';
import { readPlan } from '../../src/coach/draft/plan.ts';
import { CONDITIONS, SLOTS } from '../../src/coach/draft/slots.ts';
import { ACTIONS, KINDS } from '../../src/model.ts';
import { isSiteRecord } from '../../src/text/site-record.ts';

const FOLDER = new URL('../../rules/', import.meta.url);

const SLOT_WORDS: Readonly<Record<string, string>> = {
  task: 'the Ledger migration',
  work: 'the Ledger migration',
  working: 'working on the Ledger migration with you',
  done: 'done with the Ledger migration',
  onTeam: 'on the Billing team',
};
const slots = Object.fromEntries(SLOTS.map((name) => [name, SLOT_WORDS[name] ?? `the ${name}`]));
const SHARED: ReadonlyArray<readonly [string, readonly string[]]> = [
  ['memories', MEMORIES],
  ['closings', CLOSINGS],
  ...rules.flatMap(({ id, wording }) =>
    Object.entries(wording).map(([action, plans]) => [`${id} ${action}`, plans] as const),
  ),
];

describe.each(SHARED)('the plans of %s', (_, typed) => {
  const plans = typed.map(readPlan);

  it('name only slots and conditions that there are', () => {
    for (const { when, parts } of plans) {
      expect(CONDITIONS).toEqual(
        expect.arrayContaining(when.map((condition) => condition.replace(/^!/, ''))),
      );
      expect(SLOTS).toEqual(expect.arrayContaining(parts.flatMap((part) => [...part.slots])));
    }
  });

  it('are whole sentences, with all their parts and without the optional ones', () => {
    for (const [at, plan] of plans.entries()) {
      const texts = [...fillings(plan, slots, true)].map((said) =>
        said
          .map(({ text }) => text)
          .join('')
          .trim(),
      );
      for (const text of texts.filter((one) => one !== '')) {
        expect(text, typed[at]).toMatch(/(?:[.!?]|the own|the close|the memory|the me|the now)$/);
        expect(text, typed[at]).not.toMatch(/null|undefined|\.\.|[[\]{}<>]|["“”]/);
        expect(text.match(/!/g)?.length ?? 0).toBeLessThanOrEqual(1);
      }
    }
  });

  it('ask for no favour and avoid worn phrases', () => {
    const worn =
      /just checking in|pick your brain|reach(?:ing)? out|opportunit|synerg|quick call|professional network|favou?r|hop on|touch base|https?:|warm congratulations|every success|much joy|I'd value|I'd enjoy|last exchange|came to mind|good company|see what you build|so that I know/i;
    for (const text of typed) expect(text).not.toMatch(worn);
  });
});

describe('the list of rules', () => {
  it('contains every rule file, each with its own id', () => {
    const files = readdirSync(FOLDER).filter(
      (file) =>
        file.endsWith('.ts') &&
        /^export const \w+: Rule = /m.test(readFileSync(new URL(file, FOLDER), 'utf8')),
    );
    expect(rules).toHaveLength(files.length);
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
  });
});

describe.each(rules)('$id', (rule) => {
  it('describes itself in plain sentences', () => {
    expect(rule.title).toMatch(/^[A-Z][^.!]+$/);
    expect(rule.why).toMatch(/^[A-Z][^!?]+\.$/);
    expect(rule.why.match(/\.(?:\s|$)/g)).toHaveLength(1);
    expect(rule.source).toMatch(/Article|LinkedIn Help/);
    expect(`${rule.title} ${rule.why}`).not.toMatch(/overdue|neglect|should have/i);
  });

  it('weighs between 0 and 60 and has a sensible window', () => {
    expect(rule.weight).toBeGreaterThanOrEqual(0);
    expect(rule.weight).toBeLessThanOrEqual(60);
    if (rule.window) {
      expect(rule.window.best).toBeGreaterThan(0);
      expect(rule.window.closes).toBeGreaterThan(rule.window.best);
    }
    for (const kind of rule.kinds) expect(KINDS).toContain(kind);
  });

  it('has an example that fires and a near miss', () => {
    expect(rule.examples.some(({ fires }) => fires)).toBe(true);
    expect(rule.examples.some(({ fires }) => !fires)).toBe(true);
  });

  it.each(rule.examples)(
    'fires alike without titles but those of LinkedIn: $title',
    ({ fires, given }) => {
      const blank = {
        ...given,
        interactions:
          given.interactions?.map((one) => ({
            ...one,
            title: isSiteRecord(one.title) ? one.title : '',
          })) ?? [],
      };
      const [whole, outline] = [rule.match(historyOf(given)), rule.match(historyOf(blank))];
      expect(outline.fires).toBe(fires);
      if (!whole.fires || !outline.fires) return;
      expect(outline.moment.key).toBe(whole.moment.key);
      expect(outline.moment.window).toEqual(whole.moment.window);
    },
  );

  it.each(rule.examples)('$title', ({ fires, given }) => {
    const history = historyOf(given);
    const verdict = rule.match(history);
    expect(verdict.fires).toBe(fires);
    expect(verdict.why).toMatch(/^\S[^\n]*[^.!?\s]$/);
    expect(rule.match(history)).toEqual(verdict);
    if (!verdict.fires) return;
    const { moment } = verdict;
    const isWithoutMessage = Object.keys(rule.wording).length === 0;
    expect(rule.wording[moment.action] === undefined).toBe(isWithoutMessage);
    expect(moment.reason).not.toBe('');
    const skipped = rule.match({ ...history, skipped: new Set([moment.key]) });
    expect(skipped.fires).toBe(false);
    if (moment.window) {
      expect(moment.window.opens <= given.today).toBe(true);
      expect(moment.window.closes >= given.today).toBe(true);
      expect(moment.window.best > moment.window.opens).toBe(true);
    }
  });

  it.each(ACTIONS.filter((action) => rule.wording[action]))('words %s in enough ways', (action) => {
    const plans = rule.wording[action] ?? [];
    expect(new Set(plans).size).toBe(plans.length);
    const isCommon = /^(?:project|event|feedback|milestone)$/.test(rule.kinds[0] ?? '');
    expect(plans.length).toBeGreaterThanOrEqual(isCommon ? 8 : 5);
  });
});
