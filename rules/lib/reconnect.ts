/** Wording to reconnect with a former coworker: mentions the shared work, asks no favour. */

import type { Facts, Forms } from '../../src/model.ts';
import { GENTLE_INVITE, orGently } from './hard.ts';
import { fondly, wish } from './wording.ts';

function memory(facts: Facts): string {
  return facts.shared ?? 'the time we worked together';
}

const PLAIN: Forms = {
  context: [
    (facts) => [
      facts.gap
        ? `it has been ${facts.gap}, and I was thinking back to ${memory(facts)}.`
        : `I was thinking back to ${memory(facts)}.`,
      `I was thinking back to ${memory(facts)}.`,
      `thank you for ${memory(facts)}.`,
    ],
    (facts) => [
      facts.gap
        ? `though it has been ${facts.gap}, ${fondly(facts.shared)} ${memory(facts)}.`
        : `${fondly(facts.shared)} ${memory(facts)}.`,
      `${fondly(facts.shared)} ${memory(facts)}.`,
      `thank you for ${memory(facts)}.`,
    ],
    (facts) => [
      facts.gap
        ? `it has been ${facts.gap} since we were last in touch, and I still think of ${memory(facts)}.`
        : `I still think of ${memory(facts)}.`,
      `I still think of ${memory(facts)}.`,
      `thank you for ${memory(facts)}.`,
    ],
    (facts) => [
      facts.gap
        ? `even after ${facts.gap}, I am still grateful for ${memory(facts)}.`
        : `I am still grateful for ${memory(facts)}.`,
      `I am still grateful for ${memory(facts)}.`,
      `thank you for ${memory(facts)}.`,
    ],
  ],
  intent: [
    (facts) => [
      `${wish(facts, "I'd like to reconnect")}, and would enjoy hearing how your work is going.`,
      `${wish(facts, "I'd like to reconnect")}.`,
    ],
    (facts) => [
      `${wish(facts, "I'd be glad to connect")} so that we stay in touch, wherever our work takes us.`,
      `${wish(facts, "I'd be glad to stay in touch")}.`,
    ],
    (facts) => [
      `${wish(facts, 'It would be good to be in touch again')}, and I hope all goes well for you.`,
      `${wish(facts, 'It would be good to be in touch again')}.`,
    ],
    (facts) => [
      `${wish(facts, "I'd like to keep in touch")} now that we no longer work side by side.`,
      `${wish(facts, "I'd like to keep in touch")}.`,
    ],
  ],
};

export const RECONNECT: Forms = orGently(PLAIN, GENTLE_INVITE);
