import { isConcrete } from './context-weight.ts';
import { foreignEmpty } from './foreign-words.ts';
import { COURTESIES, FAKES } from './no-context-words.ts';
import { hasIntroduction } from './no-intro.ts';
import { findPhrases, phrases, quote } from './phrase.ts';
import { type Check, wholeMessage } from './problem.ts';

/** So worn that they spoil a message that has context as well. */
const WORN = phrases([
  'like minded',
  '@ing? mutually beneficial',
  'synergy/synergies',
  'leverage our/your/my/synergies/each/the network*',
  'grow/expand/broaden/extend/widen/growing/expanding/broadening my/our professional? network/circle',
  'expand/grow/build/expanding/growing/building my/our professional network',
  'professional networking platform/site',
  'to whom it may concern',
  'dear sir/madam/connection/member/friend/professional',
  'sir or madam',
  'people you may know',
  'came/come across your profile',
]);

/** Who names so many concrete things of their own does not write what anybody could. */
const MANY = 5;

export const generic: Check = {
  id: 'generic',
  title: 'Could be for anyone',
  why: 'If the name can be changed and the message still works, the reader can tell.',
  severity: 'warning',
  find: (reading) => {
    const { message } = reading;
    const worn = message.isEnglish ? findPhrases(message, WORN)[0] : undefined;
    // The stock line, a template, a pitch and a plea are what they are: the word for them has been said.
    const said = ['default-text', 'placeholder', 'salesy', 'pushy'] as const;
    const isSaid = said.some((rule) => reading.has(rule));
    if (worn === undefined && (isSaid || !reading.has('no-context'))) return [];
    const hit = message.isEnglish
      ? (worn ?? findPhrases(message, FAKES)[0] ?? findPhrases(message, COURTESIES)[0])
      : foreignEmpty(message);
    const suggestion = 'Say one thing that only fits the two of you.';
    // "I'm a data engineer in Honolulu" is hardly anybody: what fails there is the tie.
    const isSomebody = message.isEnglish && worn === undefined && hasIntroduction(reading);
    if (isSomebody && (hit == null || message.words.filter(isConcrete).length > MANY)) return [];
    if (hit == null)
      return [wholeMessage(reading, 'This could be sent to anyone as it stands.', suggestion)];
    return [
      {
        start: hit.start,
        end: hit.end,
        message: `${quote(message, hit)} could be said to anyone.`,
        suggestion,
      },
    ];
  },
};
