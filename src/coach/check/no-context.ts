import { isOwnTeam } from '../../../rules/lib/ties.ts';
import type { Kind } from '../../model.ts';
import { wordsOutsideDefaultText } from './default-text.ts';
import { provesContext, sharedEvidence } from './evidence.ts';
import { findForeignCliche, hasForeignContext } from './foreign-words.ts';
import { describeLogged, mentionsLogged } from './log-words.ts';
import type { Word } from './message.ts';
import { messageKind } from './message-kind.ts';
import type { Hit } from './phrase.ts';
import { type Check, type CheckInput, recipientFirstName, wholeMessage } from './problem.ts';
import { findPressure } from './pushy.ts';
import { findPitch } from './salesy.ts';

const MIN_WORDS = 4;

/** Whether a message says something that both know. */
export function hasContext(input: CheckInput): boolean {
  const { message, context } = input;
  const written = wordsOutsideDefaultText(message);
  const greeted = input.greeting?.names.length ?? 0;
  if (input.has('default-text') && written.length - greeted < MIN_WORDS) return false;
  if (mentionsLogged(message, context) || namesSharedWork(input)) return true;
  // "ok", or a mistyped file name. Languages without spaces have few words, so only ASCII counts.
  if (written.length < MIN_WORDS && /^[\x20-\x7e]*$/.test(message.text)) return false;
  if (!message.isEnglish)
    return input.has('salesy') ? hasForeignContext(message) : findForeignCliche(message) === null;
  const evidence = sharedEvidence(input);
  const sentences = new Set(written.map((word) => word.sentence));
  const plain = evidence.plain.filter(({ from }) =>
    sentences.has((message.words[from] as Word).sentence),
  );
  const outsideSentencesOf = (hits: readonly Hit[]) => {
    const excluded = new Set(hits.map(({ from }) => message.words[from]?.sentence));
    return (at: number) => !excluded.has(message.words[at]?.sentence);
  };
  // With a pitch or pressure, demand stronger evidence: sellers mention dates and trade terms too.
  if (input.has('salesy')) {
    const isOutside = outsideSentencesOf(findPitch(message));
    return plain.some(({ kind, from }) => kind === 'met' || (kind === 'shared' && isOutside(from)));
  }
  if (input.has('pushy')) {
    const isOutside = outsideSentencesOf(findPressure(message, messageKind(input)));
    return plain.some(({ kind }) => kind !== 'when') || evidence.shared.some((at) => isOutside(at));
  }
  return provesContext({ ...evidence, plain });
}

const SHARED_WORK: readonly Kind[] = ['project', 'departure', 'new-job', 'reorg'];

/** "It was good working with you", to somebody with whom I did, as the log has it. */
function namesSharedWork({ message, context: { person, history } }: CheckInput): boolean {
  if (person === null || !/\bwork(?:ed|ing)? (?:with you|together)\b/i.test(message.text))
    return false;
  return isOwnTeam(person) || history.some(({ kind }) => SHARED_WORK.includes(kind));
}

/** A pitch, or a request to someone I'm not connected to, is a first note whatever else it says. */
function facesFirstNoteRules(input: CheckInput): boolean {
  if (messageKind(input) === 'first-note') return true;
  const isUnknown = input.context.person?.connection.status !== 'connected';
  return (
    isUnknown && (['default-text', 'salesy', 'pushy'] as const).some((rule) => input.has(rule))
  );
}

export const noContext: Check = {
  id: 'no-context',
  title: 'How you know each other',
  why: 'People are more likely to answer if they can tell straight away how they know you.',
  severity: 'warning',
  find: (input) => {
    if (!facesFirstNoteRules(input) || hasContext(input)) return [];
    const { context } = input;
    const who = recipientFirstName(context) ?? 'the reader';
    const logged = describeLogged(context);
    if (logged === null) {
      return [
        wholeMessage(
          input,
          `Nothing here reminds ${who} how you know each other.`,
          'Name something you share: a project, an event, the day you met.',
        ),
      ];
    }
    return [
      wholeMessage(
        input,
        `Nothing here reminds ${who} how you know each other. In your log: ${logged.clause}.`,
        logged.reminder,
      ),
    ];
  },
};
