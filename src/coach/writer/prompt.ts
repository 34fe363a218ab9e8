/** The words that ask a language model for one message. */
import { FENCE_RULE, fenced } from '../../text/fence.ts';
import { checkRules } from '../check/check.ts';
import type { Material, SayableFact } from './material.ts';

/** How a message should sound; what blind readers faulted in messages they would not send. */
export const VOICE: readonly string[] = [
  'Write as a considerate colleague talks: plain words, contractions, short sentences, British spelling.',
  'Say one specific thing in its own sentence, then stop. A message without anything specific is short.',
  'Use only the facts given here. Never add a project, a place, a feeling or a plan of your own.',
  "Put titles into natural words, without quotation marks; leave out what you can't say well.",
  'Be right about time: yesterday is not "back then", and last week needs no "reconnecting".',
  'Introduce yourself only where they would wonder who you are; never to your own team or manager.',
  'No greeting-card phrases, no vague praise, no selling, no favours, no deadlines.',
  'Thank them for feedback without repeating it. Never mention notes, lists or a program.',
];

/** Short, specific, about one thing: messages that people sent. They show the tone, not facts. */
const EXAMPLES: readonly string[] = [
  'Hi Kate, thank you for taking me through the pension letters in my first week.',
  "Hi Omar, we both answered phones in the snow week. Let's stay in touch.",
];

/** The facts of a material, one a line, with text from the log fenced. */
export function factLines({ to, from, workedAt, news, about, others }: Material): string[] {
  const lines = [
    `To: ${fenced(to.name)}, greeted as ${fenced(to.call)}; ${to.relationship}, ${to.connection}.`,
  ];
  if (to.work !== null) lines.push(`Their work: ${fenced(to.work)}`);
  if (to.lastContact !== null) lines.push(`Last in touch: ${to.lastContact}.`);
  if (from.name !== null || from.work !== null) {
    const parts = [from.name, from.work].filter((part) => part !== null);
    lines.push(`From: ${fenced(parts.join(', '))}`);
  }
  if (workedAt !== null) lines.push(`Both worked at: ${fenced(workedAt)}`);
  if (news !== null) lines.push(`New since we were last in touch: ${fenced(news)}`);
  if (about !== null) lines.push(`It's about: ${factLine(about)}`);
  for (const other of others) lines.push(`Also shared: ${factLine(other)}`);
  return lines;
}

/** What an interaction of each kind was, from the writer's side. */
const KIND_WORDS: Readonly<Record<SayableFact['kind'], string>> = {
  'new-job': 'you started a job and work with them',
  project: 'a project you finished together',
  event: 'an event you were both at',
  interest: 'an interest you share',
  feedback: 'they gave you feedback, and what they said is private',
  milestone: 'news of theirs',
  reorg: 'a change at work that affects you both',
  departure: 'they or you left',
  meeting: 'a talk you had',
  engagement: 'an exchange you had',
};

function factLine({ kind, title, when, stoodOut, isHard }: SayableFact): string {
  const hard = isHard ? ' (hard news)' : '';
  const out = stoodOut === null ? '' : ` What stood out in their part: ${fenced(stoodOut)}`;
  return `${KIND_WORDS[kind]}, ${when}${hard}: ${fenced(title)}${out}`;
}

/** Where it is sent and how long it may be, in one line. */
export function limitLine({ channel, limit }: Material): string {
  const place = {
    note: 'the note of a LinkedIn invitation',
    message: 'a direct message',
    email: 'an e-mail: a line "Subject: …", an empty line, then the text',
  }[channel];
  return limit === null ? `Channel: ${place}.` : `Channel: ${place}; at most ${limit} characters.`;
}

/** What a writer's program gets on standard input. */
export function promptFor(material: Material): string {
  const rules = checkRules.map(({ title }) => title);
  return [
    'Write one message from me to a coworker. Answer with the message alone: no heading, no quotation marks, no comment.',
    FENCE_RULE,
    '',
    `Task: ${material.purpose}`,
    limitLine(material),
    '',
    'The only facts:',
    ...factLines(material).map((line) => `- ${line}`),
    '',
    'Voice:',
    ...VOICE.map((line) => `- ${line}`),
    '',
    'The answer is refused if it fails any of these checks:',
    `- ${rules.join('; ')}`,
    '',
    'Two messages that others sent, for their tone only:',
    ...EXAMPLES.map((line) => `- ${line}`),
    '',
  ].join('\n');
}

/** As `promptFor`, for the second and last try. */
export function secondPromptFor(
  material: Material,
  answer: string,
  problems: readonly string[],
): string {
  return [
    promptFor(material),
    'Your first answer was:',
    fenced(answer),
    'It was refused:',
    ...problems.map((problem) => `- ${fenced(problem)}`),
    'Write it again without these faults.',
    '',
  ].join('\n');
}
