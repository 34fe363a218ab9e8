import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quoteForShell, unquote, withDatabaseFlag } from '../../src/text/shell.ts';

describe('a word for a shell', () => {
  it.each([
    ['Priya', 'Priya'],
    ['#4', '"#4"'],
    ['Priya Shah', '"Priya Shah"'],
    ["it's", `"it's"`],
    ['$HOME `id` "x" \\', '"\\$HOME \\`id\\` \\"x\\" \\\\"'],
    ['-rf', '"-rf"'],
    ["now! it's", `'now! it'\\''s'`],
    ['', '""'],
  ])('such as %j is quoted as %s', (text, word) => expect(quoteForShell(text)).toBe(word));

  it.skipIf(process.platform === 'win32')('reaches a program unchanged', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 60 }).filter((one) => !/\0/.test(one));
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 20 }), (texts) => {
        const words = texts.map(quoteForShell).join(' ');
        const out = execFileSync('sh', ['-c', `printf '%s\\0' ${words}`], { encoding: 'utf8' });
        expect(out).toBe(texts.map((one) => `${one}\0`).join(''));
        for (const one of texts) expect(unquote(quoteForShell(one))).toBe(one);
      }),
      { numRuns: 30 },
    );
  });
});

describe('a text with commands', () => {
  it.each([
    ['netcoach restore', 'netcoach --db a.db restore'],
    ['See: netcoach people', 'See: netcoach --db a.db people'],
    [
      'netcoach backup && netcoach restore',
      'netcoach --db a.db backup && netcoach --db a.db restore',
    ],
    ['See: netcoach --help', 'See: netcoach --help'],
    ['netcoach --db FILE doctor', 'netcoach --db FILE doctor'],
    ['What netcoach has of you: netcoach me', 'What netcoach has of you: netcoach --db a.db me'],
    ['npm install --global netcoach', 'npm install --global netcoach'],
  ])('such as %s names the file', (text, named) =>
    expect(withDatabaseFlag(text, 'a.db')).toBe(named),
  );

  it('quotes the file for the shell', () => {
    expect(withDatabaseFlag('netcoach undo', "my $& log's.db")).toBe(
      `netcoach --db "my \\$& log's.db" undo`,
    );
  });
});
