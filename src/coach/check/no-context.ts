import { ownWords } from './default-text.ts';
import { isShared, sharedEvidence } from './evidence.ts';
import { foreignEmpty, isForeignShared } from './foreign-words.ts';
import { namesLogged, sayLogged } from './log-words.ts';
import type { Word } from './message.ts';
import type { Hit } from './phrase.ts';
import { type Check, type Reading, recipient, wholeMessage } from './problem.ts';
import { pleas } from './pushy.ts';
import { pitches } from './salesy.ts';

/** A message whose own words are fewer says nothing. */
const FEW_WORDS = 4;

/** Whether a message reminds its reader of something that both know. */
function hasContext(reading: Reading): boolean {
  const { message, context } = reading;
  const own = ownWords(message);
  const greeted = reading.greeting?.names.length ?? 0;
  if (reading.has('default-text') && own.length - greeted < FEW_WORDS) return false;
  if (namesLogged(message, context)) return true;
  // "ok", or the name of a file that is not there: no message in any language that is written with spaces.
  if (own.length < FEW_WORDS && /^[\x20-\x7e]*$/.test(message.text)) return false;
  if (!message.isEnglish)
    return reading.has('salesy') ? isForeignShared(message) : foreignEmpty(message) === null;
  const evidence = sharedEvidence(reading);
  const sentences = new Set(own.map((word) => word.sentence));
  const plain = evidence.plain.filter(({ from }) =>
    sentences.has((message.words[from] as Word).sentence),
  );
  const apart = (hits: readonly Hit[]) => {
    const asking = new Set(hits.map(({ from }) => message.words[from]?.sentence));
    return (at: number) => !asking.has(message.words[at]?.sentence);
  };
  // Behind a pitch or a plea less counts: a seller, too, was somewhere last week and knows a word of trade.
  if (reading.has('salesy')) {
    const isApart = apart(pitches(message));
    return plain.some(({ kind, from }) => kind === 'met' || (kind === 'shared' && isApart(from)));
  }
  if (reading.has('pushy')) {
    const isApart = apart(pleas(message));
    return plain.some(({ kind }) => kind !== 'when') || evidence.shared.some((at) => isApart(at));
  }
  return isShared({ ...evidence, plain });
}

export const noContext: Check = {
  id: 'no-context',
  title: 'How you know each other',
  why: 'Whoever reads it should know at once where they know you from; a plain link to shared work is what they answer to.',
  severity: 'warning',
  find: (reading) => {
    if (hasContext(reading)) return [];
    const { context } = reading;
    const who = recipient(context) ?? 'the reader';
    const logged = sayLogged(context);
    if (logged === null) {
      return [
        wholeMessage(
          reading,
          `Nothing here reminds ${who} how you know each other.`,
          'Name one thing you share: the project, the event, the day you met.',
        ),
      ];
    }
    const mention =
      logged.title === null ? 'Thank them for that session.' : `Mention ${logged.title}.`;
    return [
      wholeMessage(
        reading,
        `Nothing here reminds ${who} how you know each other: ${logged.clause}.`,
        mention,
      ),
    ];
  },
};
