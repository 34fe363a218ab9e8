import { isConcrete } from './context-weight.ts';
import { findForeignCliche } from './foreign-words.ts';
import { hasIntroduction } from './introduction.ts';
import { COURTESIES, FALSE_CONTEXT } from './no-context-words.ts';
import { findPhrases, phraseFile, quote } from './phrase.ts';
import clichesText from './phrases/cliches.txt';
import { type Check, wholeMessage } from './problem.ts';

/** Clichés that are reported even if the message has context. */
const CLICHES = phraseFile(clichesText);

const MANY_CONCRETE = 5;

const ANYONE = 'This could go to anyone.';
const SUGGESTION = 'Mention something only the two of you share.';

export const generic: Check = {
  id: 'generic',
  title: 'Could be for anyone',
  why: "If it could have gone to anyone, they'll notice.",
  severity: 'warning',
  find: (input) => {
    const { message } = input;
    const cliche = message.isEnglish ? findPhrases(message, CLICHES)[0] : undefined;
    // These four already cover the problem.
    const covering = ['default-text', 'placeholder', 'salesy', 'pushy'] as const;
    const isCovered = covering.some((rule) => input.has(rule));
    if (cliche === undefined && (isCovered || !input.has('no-context'))) return [];
    const hit = message.isEnglish
      ? (cliche ?? findPhrases(message, FALSE_CONTEXT)[0] ?? findPhrases(message, COURTESIES)[0])
      : findForeignCliche(message);
    // "I'm a data engineer in Honolulu" is specific; no-context reports the missing link.
    const introducesWriter = message.isEnglish && cliche === undefined && hasIntroduction(input);
    if (
      introducesWriter &&
      (hit == null || message.words.filter(isConcrete).length > MANY_CONCRETE)
    )
      return [];
    if (hit == null) return [wholeMessage(input, ANYONE, SUGGESTION)];
    return [
      {
        start: hit.start,
        end: hit.end,
        message: `${quote(message, hit)} could go to anyone.`,
        suggestion: SUGGESTION,
      },
    ];
  },
  add: (input) => wholeMessage(input, ANYONE, SUGGESTION),
};
