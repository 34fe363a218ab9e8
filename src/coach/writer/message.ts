/** Finds the message in what a program printed: models think aloud, announce and decorate. */
import type { Channel } from '../../model.ts';
import { INVISIBLE } from '../../text/safe.ts';

/** Sequences for a terminal: CSI, OSC and the other strings, and two-character ones. Each is bounded. */
const ESCAPES =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: matching them is the point
  /\u001b\[[0-?]{0,64}[ -/]{0,8}[@-~]|\u009b[0-?]{0,64}[ -/]{0,8}[@-~]|\u001b[\]PX^_][^\u0007\u001b]{0,4096}(?:\u0007|\u001b\\)|\u001b[ -~]/g;

// biome-ignore lint/suspicious/noControlCharactersInRegex: matching them is the point
const CONTROLS = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g;

/** A model's thoughts, marked as the common ones mark them. */
const THOUGHTS = [
  /<(think|thinking|thought|reasoning|reflection)>[\s\S]*?<\/\1>/gi,
  // Some templates open the block themselves.
  /^[\s\S]*<\/(?:think|thinking|thought|reasoning|reflection)>/i,
  // It was cut short: everything is a thought.
  /<(?:think|thinking|thought|reasoning|reflection)>[\s\S]*$/i,
  /^\s*Thinking\.\.\.[\s\S]*?\.\.\.\s*done thinking\.?/i,
];

/** "Sure! Here is your message:", alone or before the message on its line. */
const ANNOUNCEMENT =
  /^(?:(?:sure|certainly|of course|absolutely|okay|ok|got it|great)\b[^\n:]{0,40}?[,.!:]\s*)?(?:(?:here(?:['’]s| is| are| you (?:go|are)| it is)|this is|below is)\b[^\n:]{0,100}:|\*{0,2}(?:(?:the|your|my|final|draft|suggested|revised)\s+){0,3}(?:message|note|draft|answer|reply|response|e-?mail|text)\*{0,2}:)\*{0,2}\s*/i;

/** "(183 characters)", "Length: 183", "Let me know if you'd like another tone." in a paragraph of its own. */
const AFTERWORD =
  /\n\s*\n\s*(?:[([*_]*\s*(?:\w+\s+){0,2}(?:count|length)?:?\s*\d+\s*(?:\/\s*\d+\s*)?(?:characters?|chars?|words?)?\s*[)\]*_.]*|(?:let me know|feel free|would you like|i can|want me to|if you(?:['’]d| would) like)[^\n]*\b(?:adjust|tweak|chang|version|revis|tone|shorten|longer|shorter|different|another)[^\n]*)\s*$/i;

const QUOTES: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  '“': '”',
  '„': '“',
  '‘': '’',
  '«': '»',
  '`': '`',
};

/**
 * The message in an answer: without escape sequences, thoughts, an announcement, a code fence, an
 * afterword and quotation marks around the whole. One line, except for an e-mail.
 * @returns NFC text; empty if there is none
 */
export function messageIn(output: string, channel: Channel): string {
  let text = output
    .replace(ESCAPES, '')
    .replace(/\r\n/g, '\n')
    // What a progress line wrote over.
    .replace(/^.*\r(?=.)/gm, '')
    .replace(CONTROLS, ' ')
    .replace(INVISIBLE, '');
  for (const thoughts of THOUGHTS) text = text.replace(thoughts, '');
  // Each may be inside another.
  for (let before = ''; before !== text; ) {
    before = text;
    text = unquoted(
      text
        .trim()
        .replace(ANNOUNCEMENT, '')
        .replace(AFTERWORD, '')
        .replace(/^```[\w-]*\n([\s\S]*?)\n?```$/, '$1')
        .replace(/^(?:-{3,}|\*{3,})\n|\n(?:-{3,}|\*{3,})$/g, ''),
    ).trim();
  }
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n');
  return (channel === 'email' ? lines : lines.replace(/\s+/g, ' ')).normalize('NFC');
}

/** Takes off marks around the whole, unless they also end inside. */
function unquoted(text: string): string {
  const closing = QUOTES[text[0] ?? ''];
  if (closing === undefined || text.length < 2 || !text.endsWith(closing)) return text;
  const inner = text.slice(1, -1);
  const isApostrophe = closing === "'" || closing === '’';
  const inside = isApostrophe ? inner.replace(/(?<=\p{L})['’](?=\p{L})/gu, '') : inner;
  return inside.includes(closing) || inside.includes(text[0] as string) ? text : inner;
}
