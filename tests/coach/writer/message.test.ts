import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { messageIn } from '../../../src/coach/writer/message.ts';
import { runs } from '../../helpers/runs.ts';

const MESSAGE = "Hi Priya, thank you for the import. I'd like to stay in touch.";

describe('messageIn', () => {
  it.each([
    ['alone', MESSAGE],
    ['with line ends', `\r\n  ${MESSAGE}  \r\n`],
    ['in lines', "Hi Priya,\n\nthank you for the import.\nI'd like to stay in touch."],
    ['after a thought', `<think>Hm: "Tom"?</think>\n\n${MESSAGE}`],
    ['after a thought whose start is missing', `I could say.\n</think>\n${MESSAGE}`],
    ['after two thoughts', `<thinking>a</thinking>${MESSAGE}<reasoning>b</reasoning>`],
    ['after Ollama’s thoughts', `Thinking...\nHm.\n...done thinking.\n\n${MESSAGE}`],
    ['in quotation marks', `"${MESSAGE}"`],
    ['in curly ones', `“${MESSAGE}”`],
    ['in single ones', `'${MESSAGE}'`],
    ['in a fence', `\`\`\`text\n${MESSAGE}\n\`\`\``],
    ['announced', `Here is your message:\n\n${MESSAGE}`],
    ['announced on its line', `Here's a draft: ${MESSAGE}`],
    [
      'announced at length',
      `Sure, happy to help! Here is the message you asked for:\n"${MESSAGE}"`,
    ],
    ['announced in bold', `**Message:**\n\n${MESSAGE}`],
    ['with its length', `${MESSAGE}\n\n(62 characters)`],
    ['with its length in words', `${MESSAGE}\n\n*Character count: 62/200*`],
    ['with an offer', `${MESSAGE}\n\nLet me know if you'd like a different tone!`],
    ['announced, fenced and quoted', `Sure! Here you go:\n\`\`\`\n"${MESSAGE}"\n\`\`\``],
    ['coloured', `\u001b[1;32m${MESSAGE}\u001b[0m\u001b]0;title\u0007`],
    ['over a progress line', `loading 10%\rloading 90%\r${MESSAGE}`],
    ['with invisible characters', `\ufeffHi \u200bPriya,${MESSAGE.slice(9)}`],
  ])('finds the message %s', (_how, output) => {
    expect(messageIn(output, 'note')).toBe(MESSAGE);
  });

  it.each(['', '   \n', '<think>never mind', '""', '```\n```', 'Here is your message:'])(
    'finds nothing in %j',
    (output) => {
      expect(messageIn(output, 'note')).toBe('');
    },
  );

  it.each([
    'Hi Priya, "Apollo" was good. I read "Emma", too.',
    "Hi Priya, let me know how it goes. I'd be glad to hear.",
    'Hi Priya, here is what I took from the talk: keep it short.',
    "O'Brien's talk was good, wasn't it?",
  ])('leaves %j as it is', (message) => {
    expect(messageIn(message, 'note')).toBe(message);
  });

  it('keeps the lines of an e-mail', () => {
    const mail = 'Subject: Apollo\n\nHi Priya,\n\nthank you.\n\nBest wishes,\nSam';
    expect(messageIn(`Here is the e-mail:\n\n${mail}\n`, 'email')).toBe(mail);
  });

  it('takes any text, in time that grows with it, and is done after one pass', () => {
    const pieces = fc.constantFrom(
      '<think>',
      '</think>',
      '"',
      '\u001b]',
      '\u001b[',
      '```\n',
      'Here is: ',
      '\r',
      '\n\n',
      'a',
      '…:',
    );
    const output = fc.array(fc.oneof(pieces, fc.string()), { maxLength: 200 });
    fc.assert(
      fc.property(output, (parts) => {
        const text = messageIn(parts.join(''), 'note');
        // biome-ignore lint/suspicious/noControlCharactersInRegex: none may be there
        expect(text).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/);
        expect(text).toBe(text.trim());
      }),
      { numRuns: runs(300) },
    );
    for (const piece of [
      '<think>',
      '\u001b]',
      '"',
      '```\n',
      'Here is ',
      '\n\n',
      '\r',
      '...',
      'Thinking...',
    ]) {
      const start = performance.now();
      messageIn(piece.repeat(20_000 / piece.length), 'note');
      expect(performance.now() - start, JSON.stringify(piece)).toBeLessThan(1_000);
    }
  });
});
