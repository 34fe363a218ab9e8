import { defaultTextCheck } from './default-text.ts';
import { findGreeting } from './find-greeting.ts';
import { generic } from './generic.ts';
import { introducesMe } from './introduction.ts';
import { mentionsLogged } from './log-words.ts';
import { readMessage } from './message.ts';
import { hasContext, noContext } from './no-context.ts';
import { noIntent, saysWhy } from './no-intent.ts';
import { noIntro } from './no-intro.ts';
import { isSoft, type Opinion, opinionOf, reconsider, tellingSentence } from './opinion.ts';
import { placeholder } from './placeholder.ts';
import { privateCheck } from './private.ts';
import type {
  Check,
  CheckContext,
  CheckInput,
  CheckResult,
  CheckRule,
  Finding,
  Problem,
  Severity,
} from './problem.ts';
import { pushy } from './pushy.ts';
import { maskLoggedTexts } from './quoted.ts';
import { salesy } from './salesy.ts';
import { shouting } from './shouting.ts';
import { slang } from './slang.ts';
import { wrongFact } from './wrong-fact.ts';
import { firstNameTest, wrongName } from './wrong-name.ts';

const tooLong: Check = {
  id: 'too-long',
  title: 'Over the limit',
  why: "LinkedIn won't send a note over its limit: 200 characters on a free account, 300 on Premium.",
  severity: 'error',
  find: ({ message: { text }, context: { limit } }) => {
    if (limit === null || text.length <= limit) return [];
    const over = text.length - limit;
    const splitsSurrogatePair = /[\ud800-\udbff]/.test(text.charAt(limit - 1));
    return [
      {
        message: `${text.length} of ${limit} characters: ${over} too many.`,
        start: splitsSurrogatePair ? limit - 1 : limit,
        end: text.length,
        suggestion: 'Keep how you know each other; shorten the rest.',
      },
    ];
  },
};

/** Run in this order: later checks ask `has` about earlier ones. */
const CHECKS: readonly Check[] = [
  defaultTextCheck,
  placeholder,
  wrongName,
  wrongFact,
  privateCheck,
  tooLong,
  shouting,
  slang,
  salesy,
  pushy,
  noContext,
  generic,
  noIntent,
  noIntro,
];

/** Every check without its `find`, for the documentation. */
export const checkRules: ReadonlyArray<Pick<Check, 'id' | 'title' | 'why' | 'severity'>> =
  CHECKS.map(({ id, title, why, severity }) => ({ id, title, why, severity }));

/** These checks see log names masked, so that a project title can't set them off. */
const WORDING_RULES: ReadonlySet<CheckRule> = new Set([
  'default-text',
  'placeholder',
  'shouting',
  'slang',
  'salesy',
  'generic',
  'pushy',
]);

/** These already say what a soft check would add. */
const COVERS: Partial<Record<CheckRule, CheckRule | 'any'>> = { pushy: 'salesy', generic: 'any' };

/** With fewer words the second opinion has nothing to go by. */
const MIN_WORDS = 5;

const SEVERITY_ORDER: Readonly<Record<Severity, number>> = { error: 0, warning: 1, advice: 2 };

const hasErrorOrWarning = (problems: readonly Problem[]) =>
  problems.some(({ severity }) => severity !== 'advice');

/** One line that names only what the message really says. */
function praise(input: CheckInput): string {
  const points: string[] = [];
  if (input.message.isEnglish) {
    if (hasContext(input)) points.push('how you know each other');
    if (introducesMe(input)) points.push('who you are');
    if (saysWhy(input)) points.push("why you're writing");
  }
  const last = points.pop();
  if (last === undefined) return 'Nothing to fix.';
  return `Good: it says ${points.length === 0 ? last : `${points.join(', ')} and ${last}`}.`;
}

/** Whether a tone may outweigh the lists: not in a word or two, nor where the log knows of no tie. */
function mayDrop(id: CheckRule, { message, context, has }: CheckInput): boolean {
  if (message.words.length < MIN_WORDS) return false;
  if (id === 'pushy' || id === 'salesy') return true;
  const isStranger = context.person !== null && context.person.connection.status !== 'connected';
  return !isStranger && !has('salesy') && !has('pushy');
}

/** The findings of a soft check after the second opinion. */
function secondly(
  { id, add }: Check,
  found: Finding[],
  input: CheckInput,
  opinion: Opinion,
): Finding[] {
  const { message, context, has } = input;
  if (!isSoft(id) || context.model === undefined) return found;
  const what = reconsider(id, found.length > 0, opinion, context.model.bounds);
  if (what === 'drop') return mayDrop(id, input) ? [] : found;
  const cover = COVERS[id];
  if (what === 'keep' || add === undefined || (cover !== undefined && has(cover))) return found;
  // What the log knows of the two isn't empty, whatever it sounds like.
  if (id === 'generic' && mentionsLogged(message, context)) return found;
  const of = id === 'salesy' || id === 'pushy' ? id : 'empty';
  const added = add(input, tellingSentence(context.model, message, of));
  return added === null ? found : [added];
}

/**
 * Runs every check on a message.
 * @param text converted to NFC; lengths and offsets are UTF-16 units of that form, as in a browser
 */
export function checkMessage(text: string, context: CheckContext): CheckResult {
  const message = readMessage(text);
  const found = new Set<CheckRule>();
  const problems: Problem[] = [];
  const masked = maskLoggedTexts(message, context);
  const input: CheckInput = {
    message,
    greeting: findGreeting(message, firstNameTest(context)),
    context,
    has: (rule) => (rule === 'any' ? hasErrorOrWarning(problems) : found.has(rule)),
  };
  const opinion = context.model === undefined ? null : opinionOf(context.model, message);
  for (const check of CHECKS) {
    const { id, severity, find } = check;
    const first = find(WORDING_RULES.has(id) ? { ...input, message: masked } : input);
    const findings = opinion === null ? first : secondly(check, first, input, opinion);
    if (findings.length > 0) found.add(id);
    for (const finding of findings) problems.push({ rule: id, severity, ...finding });
  }
  problems.sort(
    (a, b) =>
      a.start - b.start || SEVERITY_ORDER[a.severity] - SEVERITY_ORDER[b.severity] || a.end - b.end,
  );
  const ok = !hasErrorOrWarning(problems);
  return {
    ok,
    length: message.text.length,
    limit: context.limit,
    problems,
    praise: ok ? praise(input) : null,
  };
}
