import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { rules } from '../../rules/index.ts';
import { historyOf } from '../../rules/lib/example.ts';
import { ACTIONS, type Facts, KINDS } from '../../src/model.ts';

const FOLDER = new URL('../../rules/', import.meta.url);

/** Facts of every shape: every form must read well with each of them. */
const FACTS: Facts[] = [
  {
    topic: 'the Ledger migration',
    shared: 'our work on the Ledger migration',
    start: 'I joined the Billing team',
    news: 'your promotion',
    team: 'the Billing team',
    when: 'last week',
    gap: 'two months',
    invite: null,
    talks: 2,
    isHard: false,
    isAtWork: true,
  },
  {
    topic: 'Apollo',
    shared: null,
    start: 'I started my new job',
    news: 'joining Halden',
    team: null,
    when: null,
    gap: null,
    invite: "I'm about to send you an invitation on LinkedIn",
    talks: 0,
    isHard: false,
    isAtWork: true,
  },
  {
    topic: 'the layoffs',
    shared: 'the time we worked together',
    start: 'I started my new job',
    news: 'your good news',
    team: null,
    when: null,
    gap: null,
    invite: null,
    talks: 1,
    isHard: true,
    isAtWork: false,
  },
];

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

  it.each(rule.examples)('fires alike without titles: $title', ({ fires, given }) => {
    const blank = {
      ...given,
      interactions: given.interactions?.map((one) => ({ ...one, title: '' })) ?? [],
    };
    const [whole, outline] = [rule.match(historyOf(given)), rule.match(historyOf(blank))];
    expect(outline.fires).toBe(fires);
    if (!whole.fires || !outline.fires) return;
    expect(outline.moment.key).toBe(whole.moment.key);
    expect(outline.moment.window).toEqual(whole.moment.window);
  });

  it.each(rule.examples)('$title', ({ fires, given }) => {
    const history = historyOf(given);
    const verdict = rule.match(history);
    expect(verdict.fires).toBe(fires);
    expect(verdict.why).toMatch(/^\S[^\n]*[^.!?\s]$/);
    expect(rule.match(history)).toEqual(verdict);
    if (!verdict.fires) return;
    const { moment } = verdict;
    expect(rule.forms[moment.action]).toBeDefined();
    expect(moment.reason).not.toBe('');
    const skipped = rule.match({ ...history, skipped: new Set([moment.key]) });
    expect(skipped.fires).toBe(false);
    if (moment.window) {
      expect(moment.window.opens <= given.today).toBe(true);
      expect(moment.window.closes >= given.today).toBe(true);
      expect(moment.window.best > moment.window.opens).toBe(true);
    }
  });

  it.each(ACTIONS.filter((action) => rule.forms[action]))(
    'words %s in at least four ways',
    (action) => {
      const forms = rule.forms[action];
      expect(new Set(forms?.context).size).toBeGreaterThanOrEqual(4);
      expect(new Set(forms?.intent).size).toBeGreaterThanOrEqual(4);
      for (const facts of FACTS) {
        for (const part of [forms?.context ?? [], forms?.intent ?? []]) {
          const longest = part.map((phrase) => phrase(facts)[0]);
          expect(new Set(longest).size).toBe(part.length);
          for (const phrase of part) {
            const texts = phrase(facts);
            expect(texts.length).toBeGreaterThan(0);
            expect(texts.map(({ length }) => length)).toEqual(
              texts.map(({ length }) => length).sort((a, b) => b - a),
            );
            for (const text of texts) {
              expect(text).toMatch(/(?:\S+ ){2,}\S+[.!?]$/);
              expect(text).not.toMatch(/null|undefined|\s{2}|\s[.,;!?]|[[\]{}<>]/);
              expect(text.match(/!/g)?.length ?? 0).toBeLessThanOrEqual(1);
            }
          }
        }
      }
    },
  );

  it('asks for nothing and avoids worn phrases', () => {
    const worn =
      /just checking in|pick your brain|reach(?:ing)? out|opportunit|synerg|quick call|professional network|favou?r|hop on|touch base|https?:/i;
    for (const forms of Object.values(rule.forms)) {
      for (const facts of FACTS) {
        for (const phrase of [...forms.context, ...forms.intent]) {
          for (const text of phrase(facts)) expect(text).not.toMatch(worn);
        }
      }
    }
  });
});
