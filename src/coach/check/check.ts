import { defaultTextCheck } from './default-text.ts';
import { findGreeting } from './find-greeting.ts';
import { generic } from './generic.ts';
import { readMessage } from './message.ts';
import { noContext } from './no-context.ts';
import { noIntent } from './no-intent.ts';
import { hasIntroduction, noIntro } from './no-intro.ts';
import { placeholder } from './placeholder.ts';
import { privateCheck } from './private.ts';
import type {
  Check,
  CheckContext,
  CheckResult,
  CheckRule,
  Problem,
  Reading,
  Severity,
} from './problem.ts';
import { pushy } from './pushy.ts';
import { withoutQuoted } from './quoted.ts';
import { salesy } from './salesy.ts';
import { shouting } from './shouting.ts';
import { slang } from './slang.ts';
import { isNameFor, wrongName } from './wrong-name.ts';

const tooLong: Check = {
  id: 'too-long',
  title: 'Over the limit',
  why: 'LinkedIn cuts or refuses a note over its limit: 200 characters on a free account, 300 on Premium.',
  severity: 'error',
  find: ({ message: { text }, context: { limit } }) => {
    if (limit === null || text.length <= limit) return [];
    const over = text.length - limit;
    const isPair = /[\ud800-\udbff]/.test(text.charAt(limit - 1));
    return [
      {
        message: `${text.length} of ${limit} characters: ${over} too many.`,
        start: isPair ? limit - 1 : limit,
        end: text.length,
        suggestion: 'Keep how you know each other; shorten the reason, then the introduction.',
      },
    ];
  },
};

/** In the order in which they run: the later ones ask what the earlier found. */
const CHECKS: readonly Check[] = [
  defaultTextCheck,
  placeholder,
  wrongName,
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

/** What the check looks for, for the documentation. */
export const checkRules: ReadonlyArray<Pick<Check, 'id' | 'title' | 'why' | 'severity'>> =
  CHECKS.map(({ id, title, why, severity }) => ({ id, title, why, severity }));

/** These judge one's own words, and not the names that the log gives to things. */
const WORDING: ReadonlySet<CheckRule> = new Set([
  'default-text',
  'placeholder',
  'shouting',
  'slang',
  'salesy',
  'generic',
  'pushy',
]);

const GRAVITY: Readonly<Record<Severity, number>> = { error: 0, warning: 1, advice: 2 };

const hasProblem = (problems: readonly Problem[]) =>
  problems.some(({ severity }) => severity !== 'advice');

function praise(reading: Reading): string {
  if (!reading.message.isEnglish) return 'Nothing stands in its way: good.';
  const parts = ['how you know each other'];
  if (hasIntroduction(reading)) parts.push('who you are');
  if (!reading.has('no-intent')) parts.push('why you write');
  const last = parts.pop();
  return `Says ${parts.length === 0 ? last : `${parts.join(', ')} and ${last}`}: good.`;
}

/**
 * Reviews a message that somebody wrote.
 * @param text taken as NFC: lengths and offsets are UTF-16 units of that form, as a browser's text box counts
 */
export function checkMessage(text: string, context: CheckContext): CheckResult {
  const message = readMessage(text);
  const found = new Set<CheckRule>();
  const problems: Problem[] = [];
  const plain = withoutQuoted(message, context);
  const reading: Reading = {
    message,
    greeting: findGreeting(message, isNameFor(context)),
    context,
    has: (rule) => (rule === 'any' ? hasProblem(problems) : found.has(rule)),
  };
  for (const { id, severity, find } of CHECKS) {
    const findings = find(WORDING.has(id) ? { ...reading, message: plain } : reading);
    if (findings.length > 0) found.add(id);
    for (const finding of findings) problems.push({ rule: id, severity, ...finding });
  }
  problems.sort(
    (a, b) => a.start - b.start || GRAVITY[a.severity] - GRAVITY[b.severity] || a.end - b.end,
  );
  const ok = !hasProblem(problems);
  return {
    ok,
    length: message.text.length,
    limit: context.limit,
    problems,
    praise: ok ? praise(reading) : null,
  };
}
