import type { Interaction } from '../../model.ts';
import { fold } from '../../text/fold.ts';
import { hasIntroduction } from './introduction.ts';
import { messageKind } from './message-kind.ts';
import { findPhrases, phraseFile, phrases } from './phrase.ts';
import firstContactText from './phrases/first-contact.txt';
import { type Check, type CheckContext, wholeMessage } from './problem.ts';

/** Typical of a first contact; only that needs an introduction. */
const FIRST_CONTACT = phraseFile(firstContactText);

const ALREADY_CONNECTED = phrases(['thank/thanks you? for connecting/accepting']);

/** After this many interactions the reader knows who is writing. */
const KNOWN_AFTER = 3;
/** Relationships in which nobody wonders who writes. */
const CLOSE: ReadonlySet<string> = new Set(['teammate', 'manager', 'report', 'mentor']);
/** Kinds of interaction that take long enough to know each other. */
const LASTING: ReadonlySet<Interaction['kind']> = new Set([
  'project',
  'new-job',
  'feedback',
  'departure',
]);

/** Whether the log says that they know me: one team, a project, several meetings. */
function knowsMe({ person, history, me }: CheckContext): boolean {
  if (person === null) return false;
  const isOnTeam =
    me.team !== null && person.team !== null && fold(me.team.trim()) === fold(person.team.trim());
  return (
    person.connection.status === 'connected' ||
    isOnTeam ||
    CLOSE.has(person.relationship) ||
    history.some(({ kind }) => LASTING.has(kind)) ||
    Math.max(person.interactions, history.length) >= KNOWN_AFTER
  );
}

export const noIntro: Check = {
  id: 'no-intro',
  title: 'Who you are',
  why: 'Someone who has met you only once may need your team or role to place you.',
  severity: 'advice',
  find: (input) => {
    const { message, context } = input;
    const { me } = context;
    // Only advise this once nothing else needs fixing.
    if (!message.isEnglish || input.has('any')) return [];
    if (knowsMe(context) || messageKind(input) !== 'first-note') return [];
    if (findPhrases(message, ALREADY_CONNECTED).length > 0) return [];
    if (findPhrases(message, FIRST_CONTACT).length === 0 || hasIntroduction(input)) return [];
    const given = me.name === null ? null : me.name.trim().split(/\s+/)[0];
    const introduction =
      given && me.team
        ? `${given} from ${me.team}`
        : given && me.role
          ? `${given}, ${me.role}`
          : null;
    return [
      wholeMessage(
        input,
        "It doesn't say who you are; they may not recognise your name.",
        introduction === null ? 'Add your team or role.' : `Add "${introduction}".`,
      ),
    ];
  },
};
