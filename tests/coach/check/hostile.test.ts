import { describe, expect, it } from 'vitest';
import { check, logged, me, somebody } from './situation.ts';

const SIZE = 100_000;
const fill = (unit: string) => unit.repeat(Math.ceil(SIZE / unit.length)).slice(0, SIZE);

/** Text that is expensive to check: openings without an end, near misses of every rule, one endless word. */
const hostile: Array<[string, string]> = [
  ['one word', fill('a')],
  ['spaces', fill(' ')],
  ['combining marks', fill('e\u0301\u0302')],
  ['open brackets', fill('[')],
  ['open brackets of all kinds', fill('[{<(«')],
  ['nested brackets', fill('[[{{<<a')],
  ['underscores', fill('_')],
  ['underscores apart', fill('_ ')],
  ['dots', fill('. ')],
  ['exclamation marks', fill('! ')],
  ['capitals', fill('PLEASE NOW ')],
  ['acronyms and figures', fill('KYC 1 ')],
  ['emoji', fill('😀')],
  ['joined emoji', fill('👩\u200d')],
  ['percent signs', fill('%a')],
  ['apostrophes', fill("a'")],
  ['near the stock line', fill('add you to my professional ')],
  ['near a plea', fill('can we could you please i need ')],
  ['near a pitch', fill('our a a our we help a a ')],
  ['near context', fill('we both just i was working with thank you so for the the ')],
  ['near an empty phrase', fill('i saw that you are in the same ')],
  ['own clauses', fill("i'm as my i work the ")],
  ['slang', fill('hey u gonna ')],
  ['openings', fill('hi dear dr frau ')],
  ['a quoted note', fill('her mother is seriously ill ')],
  ['near a quoted note', fill('her mother is seriously ')],
  ['a title', fill('apollo migration plan ')],
  ['line ends', fill('\n')],
  ['Han', fill('她的母亲病得很重')],
];

describe('a hostile text of 100 kB is still checked in time', () => {
  const person = somebody({ note: 'Her mother is seriously ill. 她的母亲病得很重正在找工作' });
  const history = [logged({ title: 'Apollo migration plan', note: 'her mother is very ill' })];

  it.each(hostile)('%s', (_, text) => {
    const result = check(text, { person, history, me, limit: 200 });
    expect(result.length).toBe(text.normalize('NFC').length);
    expect(result.problems.map(({ rule }) => rule)).toContain('too-long');
    expect(result.problems.length).toBeLessThan(100);
  });

  it('and so is a note or title of that size', () => {
    const big = fill('lorem dolor sit amet ');
    const result = check('Hi Priya, dolor sit amet lorem dolor. Let us connect.', {
      person: somebody({ note: big }),
      history: [logged({ title: fill('apollo plan ').slice(0, 1000), note: big })],
      me,
    });
    expect(result.problems.map(({ rule }) => rule)).toContain('private');
  });
});
