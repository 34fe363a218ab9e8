import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quoteForShell, splitWords } from '../../src/text/shell.ts';
import { runs } from '../helpers/runs.ts';

describe('splitWords', () => {
  it.each<[string, string[] | null]>([
    ['ollama run qwen3', ['ollama', 'run', 'qwen3']],
    ['  llm   -m "gpt 5" ', ['llm', '-m', 'gpt 5']],
    [`claude -p 'say "hi"'`, ['claude', '-p', 'say "hi"']],
    ['a\\ b c', ['a b', 'c']],
    ['a"b c"d', ['ab cd']],
    ['x "" \'\'', ['x', '', '']],
    ['echo $HOME `id` $(id) ; rm *', ['echo', '$HOME', '`id`', '$(id)', ';', 'rm', '*']],
    ['', []],
    ['an "open quote', null],
    ["an 'open quote", null],
    ['a backslash\\', null],
  ])('splits %j', (line, words) => {
    expect(splitWords(line)).toEqual(words);
  });

  it('splits what was quoted for the shell back into the same words', () => {
    const words = fc.array(fc.string({ unit: 'grapheme' }));
    fc.assert(
      fc.property(words, (list) => {
        expect(splitWords(list.map(quoteForShell).join(' '))).toEqual(list);
      }),
      { numRuns: runs(500) },
    );
  });
});
