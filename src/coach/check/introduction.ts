import type { Me } from '../../model.ts';
import { fold } from '../../text/fold.ts';
import { findPhrases, phraseFile, phrases } from './phrase.ts';
import introductionsText from './phrases/introductions.txt';
import type { CheckInput } from './problem.ts';

/** Words after "I'm" that don't introduce anyone: "I'm happy to". */
const MOODS =
  'happy glad keen sorry sure writing looking hoping reaching so very really delighted grateful interested still always not excited curious thinking pleased thankful thrilled impressed certain afraid aware just trying wondering going getting here free available open eager ready getting sending adding also'.split(
    ' ',
  );

const INTRODUCTIONS = phraseFile(introductionsText);
const I_AM = phrases(["i'm/im", 'i am', 'me being']);

/** Whether it ends with a signature that places the writer: "Anneke, data checks". */
function isSigned({ message: { text, words } }: CheckInput): boolean {
  const last = words.at(-1)?.sentence;
  const signature = words.filter(({ sentence }) => sentence === last);
  const [first, second] = signature;
  if (first === undefined || second === undefined || signature.length > 7) return false;
  const hasNoFinalMark = !/[.!?]\s*$/.test(text.slice(-3));
  return (
    hasNoFinalMark &&
    /^\p{Lu}/u.test(first.text) &&
    (/^,/.test(second.before) || /^(from|in|on|at)$/.test(second.fold)) &&
    first.sentence > 0
  );
}

function namesMe(text: string, { name, role, team }: Me): boolean {
  const spaced = (one: string) =>
    ` ${fold(one)
      .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
      .trim()} `;
  const folded = spaced(text);
  return [name?.split(/\s+/)[0], role, team].some((one) => {
    const words = spaced(one ?? '');
    return words.trim() !== '' && folded.includes(words);
  });
}

/** Introductions beyond doubt; the longer list lets through what only may be one. */
const SURELY_ME = phrases([
  'my name is',
  'this is @name from/in/on',
  '@name here from/in',
  'i work/teach/run/manage/lead/drive/nurse/sit',
  "i've/i just?/recently? joined/started",
  'new to/on/in the/your/our/this team/office/company/department/ward/site',
]);
/** What follows "I'm" in an introduction, and hardly in anything else: "I'm a nurse", "I'm from Stores". */
const IS_SOMEBODY = /^(?:a|an|from|your|one)$/;

/** Whether a message surely says who its writer is: "I'm afraid so" and "I'm at the dentist" don't. */
export function introducesMe({ message, context }: CheckInput): boolean {
  const { words } = message;
  const given = fold(context.me.name?.split(/\s+/)[0] ?? '');
  // A name at the end alone is a signature.
  const isNamed = given !== '' && words.slice(0, -3).some((word) => word.fold === given);
  if (isNamed || findPhrases(message, SURELY_ME).length > 0) return true;
  return findPhrases(message, I_AM).some(({ to }) => {
    const [next, after] = [words[to + 1], words[to + 2]];
    if (next === undefined || next.sentence !== words[to]?.sentence) return false;
    const isName =
      /^\p{Lu}\p{Ll}/u.test(next.text) && /^(?:from|in|at|on|of)$/.test(after?.fold ?? '');
    return isName || (IS_SOMEBODY.test(next.fold) && !/^(?:bit|little)$/.test(after?.fold ?? ''));
  });
}

/** Whether a message says who its writer is. */
export function hasIntroduction(input: CheckInput): boolean {
  const { message, context } = input;
  if (namesMe(message.text, context.me) || isSigned(input)) return true;
  if (findPhrases(message, INTRODUCTIONS).length > 0) return true;
  return findPhrases(message, I_AM).some(({ from, phrase }) => {
    const next = message.words[from + (phrase.startsWith('i am') ? 2 : 1)];
    return (
      next !== undefined &&
      next.sentence === message.words[from]?.sentence &&
      !MOODS.includes(next.fold)
    );
  });
}
