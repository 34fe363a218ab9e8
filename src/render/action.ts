import type { Action } from '../model.ts';

/** Each action as one tells a person to do it. */
export const ACTION_WORDS: Readonly<Record<Action, string>> = {
  connect: 'invite to connect',
  'warm-up': 'say hello first',
  reconnect: 'get back in touch',
  congratulate: 'congratulate',
  thank: 'say thank you',
  'check-in': 'catch up',
  withdraw: 'take the invitation back',
};
