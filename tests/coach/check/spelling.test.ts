import dictionary from 'dictionary-en';
import { describe, expect, it } from 'vitest';
import { spellingProblems } from '../../../src/coach/check/spelling.ts';

describe('spellingProblems', () => {
  it('places a mistake and offers a word', async () => {
    const text = 'Hi Zoë, thanks for the carefull review of my plan. Let us stay in touch.';
    const problems = await spellingProblems(text, [], dictionary);
    expect(problems).toEqual([
      {
        rule: 'spelling',
        severity: 'advice',
        message: '"carefull" is not in the dictionary.',
        start: text.indexOf('carefull'),
        end: text.indexOf('carefull') + 8,
        suggestion: 'Perhaps "careful".',
      },
    ]);
  });

  it('leaves alone names, acronyms, words of work, addresses and what the log knows', async () => {
    const text =
      "Hi Wojtek, thanks for the async rollout of the KYC runbook with vantor at ana.xyzzy@example.org, see https://example.org/qwxz. It's the team's retro.";
    expect(await spellingProblems(text, ['Vantor'], dictionary)).toEqual([]);
  });

  it('says nothing of another language', async () => {
    const text = 'Liebe Anna, vielen Dank für die Hilfe bei der Umstellung und herzliche Grüße.';
    expect(await spellingProblems(text, [], dictionary)).toEqual([]);
  });
});
