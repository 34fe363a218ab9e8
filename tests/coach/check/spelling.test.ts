import dictionary from 'dictionary-en';
import { describe, expect, it } from 'vitest';
import { spellingProblems } from '../../../src/coach/check/spelling.ts';

describe('spellingProblems', () => {
  it('gives the position of a mistake and suggests a word', async () => {
    const text = 'Hi Zoë, thanks for the carefull review of my plan. Let us stay in touch.';
    const problems = await spellingProblems(text, [], dictionary);
    expect(problems).toEqual([
      {
        rule: 'spelling',
        severity: 'advice',
        message: `"carefull" isn't in the dictionary.`,
        start: text.indexOf('carefull'),
        end: text.indexOf('carefull') + 8,
        suggestion: 'Perhaps "careful".',
      },
    ]);
  });

  it('accepts names, acronyms, work terms, addresses and words from the log', async () => {
    const text =
      "Hi Wojtek, thanks for the async rollout of the KYC runbook with vantor at ana.xyzzy@example.org, see https://example.org/qwxz. It's the team's retro.";
    expect(await spellingProblems(text, ['Vantor'], dictionary)).toEqual([]);
  });

  it('says nothing about another language', async () => {
    const text = 'Liebe Anna, vielen Dank für die Hilfe bei der Umstellung und herzliche Grüße.';
    expect(await spellingProblems(text, [], dictionary)).toEqual([]);
  });

  it('suggests a word each time a mistake is made, or nothing if it has no suggestion', async () => {
    const long = 'q'.repeat(31);
    const text = `The carefull plan was as carefull as ${'zq'.repeat(15)} is, or ${long} is to me.`;
    const problems = await spellingProblems(text, [], dictionary);
    expect(
      problems.map(({ start, end, suggestion }) => [text.slice(start, end), suggestion]),
    ).toEqual([
      ['carefull', 'Perhaps "careful".'],
      ['carefull', 'Perhaps "careful".'],
      ['zq'.repeat(15), null],
      [long, null],
    ]);
  });

  it.each([
    ["the vantor's plan is ours", ['Vantor'], []],
    ['the vantors plan is ours', ['Vantor'], ['vantors']],
    ['it isn’t the teh plan', [], ['teh']],
    ['it is zq and Zqx to me', [], []],
    ['see zqzq.txt or the a.zqzq at x/zqzq and #zqzq, it is', [], []],
    ['see the zqzq. Or it is (zqzq) to me', [], ['zqzq', 'zqzq']],
    ['see the #a zqzq b/c of it', [], ['zqzq']],
  ])('finds the mistakes in %j, where %j is known', async (text, known, mistakes) => {
    const problems = await spellingProblems(text, known, dictionary);
    expect(problems.map(({ start, end }) => text.slice(start, end))).toEqual(mistakes);
  });

  it('lists at most twenty mistakes', async () => {
    const text = 'the zqzq is '.repeat(22);
    expect(await spellingProblems(text, [], dictionary)).toHaveLength(20);
  });
});
