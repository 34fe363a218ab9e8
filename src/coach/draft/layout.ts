/** The parts of a message laid out for where it goes: one line, or an e-mail with its subject first. */
import type { Action } from '../../model.ts';
import { plainLine, upperFirst } from './clean.ts';
import type { DraftRequest } from './write.ts';

export interface Parts {
  /** The name to greet; null leaves the greeting out. */
  name: string | null;
  context: string;
  intro: string | null;
  intent: string | null;
  /** What the message is about, for the subject of an e-mail; null or empty for none. */
  subject: string | null;
}

/** What an e-mail is about where nothing shared is named. */
const SUBJECTS: Readonly<Record<Action, string>> = {
  connect: 'Keeping in touch',
  'warm-up': 'Hello',
  reconnect: 'Keeping in touch',
  congratulate: 'Congratulations',
  thank: 'Thank you for connecting',
  'check-in': 'Hello',
  withdraw: 'Hello',
};

/** One text of the parts, for the channel of the request. */
export function layOut(
  request: Pick<DraftRequest, 'channel' | 'action' | 'me'>,
  parts: Parts,
): string {
  const { name, context, intro, intent, subject } = parts;
  const rest = [intro, intent].filter((sentence) => sentence !== null && sentence !== '');
  if (request.channel !== 'email') {
    const opening = name === null ? upperFirst(context) : `Hi ${name}, ${context}`;
    return [opening, ...rest].join(' ');
  }
  const about =
    request.action === 'congratulate' || !subject ? SUBJECTS[request.action] : upperFirst(subject);
  const me = request.me.name ? plainLine(request.me.name) : '';
  return [
    `Subject: ${about}`,
    ...(name === null ? [] : [`Hi ${name},`]),
    [upperFirst(context), ...rest].join(' '),
    ...(me === '' || intent === null ? [] : [`Best wishes,\n${me}`]),
  ].join('\n\n');
}
