/** Someone I hardly know: a few talks come before an invitation. */

import type { Facts, Forms, History, Rule, Verdict } from '../src/model.ts';
import { ago, daysBetween, windowFrom } from '../src/text/days.ts';
import { GENTLE, GENTLE_INVITE, orGently } from './lib/hard.ts';
import { isOpen, momentKey } from './lib/moments.ts';
import { isMoreThanTalk, isTalk, isTeammate } from './lib/ties.ts';
import { titleOf } from './lib/titles.ts';
import { wish } from './lib/wording.ts';
import { hasRapport } from './reorg.ts';

const id = 'warm-up';

const window = { best: 14, closes: 60 };

export type Step = 'hello' | 'second-talk' | 'connect';

/** The next step with someone after a number of talks, when nothing else is logged. */
export function nextStep(talks: number): Step {
  if (talks >= 3) return 'connect';
  return talks === 2 ? 'second-talk' : 'hello';
}

const ADVICE: Readonly<Record<Step, string>> = {
  hello: 'say hello or write before inviting',
  'second-talk': 'one more talk, and an invitation will feel natural',
  connect: 'you know each other well enough now to connect',
};

function talksSentence(talks: number): string {
  if (talks === 0) return 'You have not talked yet';
  if (talks === 1) return 'You have been in touch once';
  return talks === 2 ? 'You have been in touch twice' : `You have been in touch ${talks} times`;
}

function match(history: History): Verdict {
  const { person, interactions, today, skipped } = history;
  const no = (why: string): Verdict => ({ fires: false, why });
  if (person.connection.status === 'connected') {
    return no(`You and ${person.name} are already connected`);
  }
  if (isTeammate(history)) return no(`${person.name} is on your own team, so no warm-up is needed`);
  const newest = interactions[0];
  if (!newest) return no(`Nothing is logged with ${person.name} yet`);
  // Where this fires, there is nothing but talks, or no talk at all.
  const talks = interactions.some(isTalk) ? person.interactions : 0;
  const isReorgOnly = interactions.every((one) => one.kind === 'reorg') && !hasRapport(history);
  if (interactions.some(isMoreThanTalk) && !isReorgOnly) {
    return no(`You share more with ${person.name} than a talk`);
  }
  if (!isOpen(newest, window.closes, today)) {
    const days = daysBetween(newest.date, today);
    return no(
      days < 0
        ? `${titleOf(newest)} is still to come`
        : `${titleOf(newest)} was ${days} days ago; a talk is fresh for ${window.closes}`,
    );
  }
  const rung = nextStep(talks);
  // An invitation mentions the newest meeting, if there is one.
  const meeting = interactions.find((one) => one.kind === 'meeting');
  const interaction = rung === 'connect' && meeting ? meeting : newest;
  const key = momentKey(id, newest);
  if (skipped.has(key)) return no(`You let this moment pass: ${titleOf(newest)}`);
  const reason = `${talksSentence(talks)} (${titleOf(newest)}, ${ago(newest.date, today)}): ${ADVICE[rung]}`;
  return {
    fires: true,
    why: reason,
    moment: {
      action: rung === 'connect' ? 'connect' : 'warm-up',
      kind: interaction.kind,
      interaction,
      window: windowFrom(newest.date, window),
      reason,
      key,
    },
  };
}

function change(facts: Facts): string {
  return `the changes around ${facts.topic}`;
}

function tie(facts: Facts): string {
  return facts.shared ?? 'our talk';
}

type Phrase = Forms['context'][number];

/** When we've talked. */
const TALKED: readonly Phrase[] = [
  (facts) => [`I enjoyed ${tie(facts)}.`, `I enjoyed ${tie(facts)}.`],
  (facts) => [`thank you for ${tie(facts)}.`, `thank you for ${tie(facts)}.`],
  (facts) => [`I was thinking back to ${tie(facts)}.`, `I still think of ${tie(facts)}.`],
  (facts) => [`I keep coming back to ${tie(facts)}.`, `I still think of ${tie(facts)}.`],
];

/** When we've only been through a reorganisation together. */
const CHANGE: readonly Phrase[] = [
  (facts) => [
    facts.isHard
      ? `these are not easy weeks for us, with ${facts.topic}, so I wanted to say hello.`
      : `with ${change(facts)}, our work may well meet more often, so I wanted to say hello.`,
    `we share ${change(facts)}.`,
  ],
  (facts) => [
    `as we both find our way through ${change(facts)}, I wanted to say hello.`,
    `we share ${change(facts)}.`,
  ],
  (facts) => [
    `we are both living through ${change(facts)}, so I wanted to say hello.`,
    `we share ${change(facts)}.`,
  ],
  (facts) => [
    `${change(facts)} touch us both, so I wanted to say hello.`,
    `${change(facts)} touch us both.`,
  ],
];

/** Uses the phrases if we've talked, otherwise those about the reorganisation. */
function afterTalk(phrases: readonly Phrase[]): Phrase[] {
  return phrases.map(
    (phrase, index) => (facts) => (facts.talks ? phrase : (CHANGE[index] as Phrase))(facts),
  );
}

export const warmUp: Rule = {
  id,
  title: 'Someone you are getting to know',
  why: 'With someone from another team, a talk or two first makes the invitation feel natural.',
  source:
    'Article, "Should I connect with coworkers I don\'t know well": without rapport, a brief talk in person or by e-mail comes first. The three talks are ours; so are the 60 days, twice its monthly rhythm, after which one begins anew.',
  window,
  weight: 15,
  kinds: ['meeting', 'engagement', 'reorg'],
  finds: [{ by: 'kind', notConnected: true }],
  match,
  writesAbout: ({ person }, interaction) => {
    const isKnown = person.relationship === 'former' || person.relationship === 'teammate';
    return isTalk(interaction) && !isKnown && person.connection.status !== 'connected'
      ? { action: 'warm-up', kind: interaction.kind }
      : null;
  },
  forms: {
    'warm-up': orGently(
      {
        context: afterTalk(TALKED),
        intent: [
          (facts) => [
            `It would be good to talk${facts.talks ? ' again' : ''} when our paths next cross.`,
            'I hope we talk soon.',
          ],
          () => ['I would enjoy hearing more about your work one day.', 'I hope we talk soon.'],
          (facts) => [
            facts.talks
              ? 'I hope that we get to talk again before long.'
              : 'I hope that we get to talk before long.',
            'I hope we talk soon.',
          ],
          (facts) => [
            facts.talks ? 'I look forward to our next talk.' : 'I look forward to meeting you.',
            'I hope we talk soon.',
          ],
        ],
      },
      { context: afterTalk(GENTLE.context), intent: GENTLE.intent },
    ),
    connect: orGently(
      {
        context: [
          (facts) => [
            `I have enjoyed getting to know you, most recently through ${tie(facts)}.`,
            `I enjoyed ${tie(facts)}.`,
          ],
          (facts) => [
            `thank you for the talks we have had so far, and most recently for ${tie(facts)}.`,
            `thank you for ${tie(facts)}.`,
          ],
          (facts) => [
            `it has been good to get to know you through ${tie(facts)} and our other talks.`,
            `I am glad of ${tie(facts)}.`,
          ],
          (facts) => [
            `I always learn something when we talk, ${tie(facts)} included.`,
            `I learned from ${tie(facts)}.`,
          ],
        ],
        intent: [
          (facts) => [
            `${wish(facts, "I'd like to connect")} so that the conversation can go on.`,
            `${wish(facts, "I'd like to stay in touch")}.`,
          ],
          (facts) => [
            `${wish(facts, "I'd be glad to connect")}, and I look forward to our next talk.`,
            `${wish(facts, "I'd be glad to stay in touch")}.`,
          ],
          (facts) => [
            `${wish(facts, 'It would be good to stay in touch')} as our work goes on.`,
            `${wish(facts, 'It would be good to stay in touch')}.`,
          ],
          (facts) => [
            `${wish(facts, "I'd enjoy being connected")} and would like to hear how your work goes on.`,
            `${wish(facts, "I'd enjoy staying in touch")}.`,
          ],
        ],
      },
      GENTLE_INVITE,
    ),
  },
  examples: [
    {
      title: 'A first coffee with someone from another team',
      fires: true,
      given: {
        today: '2026-11-22',
        person: { team: 'Payments' },
        interactions: [{ kind: 'meeting', date: '2026-11-19', title: 'Coffee chat' }],
      },
    },
    {
      title: 'Someone with whom nothing is logged at all',
      fires: false,
      given: { today: '2026-11-22', person: { team: 'Payments' } },
    },
  ],
};
