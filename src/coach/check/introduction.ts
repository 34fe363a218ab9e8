import type { Me } from '../../model.ts';
import { fold } from '../../text/fold.ts';
import { findPhrases, phrases } from './phrase.ts';
import type { CheckInput } from './problem.ts';

/** Words after "I'm" that don't introduce anyone: "I'm happy to". */
const MOODS =
  'happy glad keen sorry sure writing looking hoping reaching so very really delighted grateful interested still always not excited curious thinking pleased thankful thrilled impressed certain afraid aware just trying wondering going getting here free available open eager ready getting sending adding also'.split(
    ' ',
  );

const INTRODUCTIONS = phrases([
  "my name is/'s",
  'this is @name from/in/on',
  '@name from/in/on/at @name',
  'i/we now?/also?/currently?/just? work/start/lead/run/manage/look/plan/teach/handle/drive/coordinate/support/cover/head/own/do/organise/organize/build/write/test/design/cook/nurse/edit/keep/sit/serve/oversee/train/buy/sell/supervise/maintain/operate/study/repair/clean/schedule/code/research/translate/mind/process/inspect/weld/pack/direct/assist/review/answer/take/prepare/set/staff/dispatch/book/research/report/deal/fix/make',
  "i/i've/i'm/am/have now?/just/recently/since/also? now?/since? joined/started/moved/switched/transferred/taken/took/become/became/begun/joining/starting/moving/taking/changed/left/switching",
  'my field/work/trade/job/subject/research is/are/involves/covers/deals',
  'my first day/days/week/weeks/month/months/year/shift/term',
  'my new team/role/job/desk/post/position/ward/school/class',
  'my team/desk/ward/class/shift/crew/unit/department/section/squad/office/group/side/job/role/work',
  'as the/a/an/your new? @any on/in/at/for/of/from/under/with',
  'new to/here/on/in the/your/our/this team/ward/site/office/company/department/unit/here',
  'your new',
  'the new @any @any?',
  'i joined/started',
  'i was/am the/a/an/your/one',
  'i now/currently/mostly/usually/also? @trade',
  'i @trade',
  'from/at the? @name ... depot/desk/team/office/site/branch/plant/yard/lab/school/hospital/ward/clinic',
  'from the/your/our? ... team/desk/ward/office/department/unit/crew/side/counter/section/squad/line/shift/lab',
]);
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
