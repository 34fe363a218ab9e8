/** Hard news: what costs someone their work, their health or somebody near. No wording may make light of it. */
import type { Facts, Forms, Interaction, Kind } from '../../src/model.ts';
import { wish } from './wording.ts';

/** What is hard wherever news or a talk is called so. */
const LOSS =
  /\b(?:lay-?offs?|la(?:y|id|ying)[- ]off|redundanc(?:y|ies)|redundant|job cuts?|let(?:ting)? go(?! of)|fired(?! up)|sacked|dismiss(?:ed|als?)|los(?:t|ing|s of) (?:(?:her|his|their|your|my|our|a|the) )?jobs?|condolences?|bereave\w*|funeral|passed away|died|death of|mourning|grie(?:f|ving)|diagnosed|hospitali[sz]ed|divorced?|miscarriage|burn-?out|burn(?:ed|t) out|sick leave)\b/i;

/** What is hard besides where a whole workplace changes: elsewhere, a deal is closed as well. */
const CUTS =
  /\b(?:cuts|closures?|closing|shut(?:ting)? ?down|downsizing|insolvency|bankruptcy|freeze)\b/i;

/** After it, nobody is asked how work goes. */
const RETIRED = /\bretir(?:ed|es|ing|ement)\b/i;

const NEWS: readonly Kind[] = ['milestone', 'reorg', 'departure'];
const TALKS: readonly Kind[] = ['meeting', 'engagement'];

/** Whether an interaction tells of a loss: work, events and interests never do, whatever they are called. */
export function isHard({ kind, title }: Pick<Interaction, 'kind' | 'title'>): boolean {
  if (kind === 'reorg' || kind === 'departure') return LOSS.test(title) || CUTS.test(title);
  return (kind === 'milestone' || TALKS.includes(kind)) && LOSS.test(title);
}

/**
 * Whether one may ask how their work goes: not after layoffs or a retirement, until other news comes.
 * @param history newest first
 */
export function isAtWork(history: readonly Interaction[]): boolean {
  const news = history.find(({ kind }) => NEWS.includes(kind));
  return news === undefined || !(isHard(news) || RETIRED.test(news.title));
}

/** What there is to look back on. */
function memory(facts: Facts): string {
  return facts.shared ?? 'the time we worked together';
}

/** Words for hard times: that I think of them, and nothing of their work or of the news itself. */
export const GENTLE: Forms = {
  context: [
    (facts) => [
      facts.gap
        ? `it has been ${facts.gap}, and I was thinking of ${memory(facts)}.`
        : `I was thinking of ${memory(facts)}, and wanted to say hello.`,
      `I was thinking of ${memory(facts)}.`,
      `I think of ${memory(facts)}.`,
    ],
    (facts) => [
      `${memory(facts)} came to mind, so I wanted to say hello.`,
      `${memory(facts)} came to mind.`,
    ],
    (facts) => [
      facts.gap
        ? `it has been ${facts.gap} since we were last in touch, and I often think of ${memory(facts)}.`
        : `I often think of ${memory(facts)}, and wanted to say hello.`,
      `I often think of ${memory(facts)}.`,
      `I think of ${memory(facts)}.`,
    ],
    (facts) => [
      `I wanted to say hello, and that I have been thinking of ${memory(facts)}.`,
      `I have been thinking of ${memory(facts)}.`,
    ],
  ],
  intent: [
    () => ['I hope that you are doing well.', 'I hope you are well.'],
    () => ['How are you doing these days?', 'How are you?'],
    () => ['I would be glad to talk whenever you like.', 'I hope we talk soon.'],
    () => ['I wish you well, and hope that we talk before long.', 'I wish you well.'],
  ],
};

/** The same where an invitation goes with it. */
export const GENTLE_INVITE: Forms = {
  context: GENTLE.context,
  intent: [
    (facts) => [
      `${wish(facts, "I'd like to keep in touch")}, and I hope that you are doing well.`,
      `${wish(facts, "I'd like to keep in touch")}.`,
    ],
    (facts) => [
      `${wish(facts, "I'd be glad to connect")} so that we stay in touch.`,
      `${wish(facts, "I'd be glad to stay in touch")}.`,
    ],
    (facts) => [
      `${wish(facts, 'It would be good to be in touch again')}, and I hope all goes well for you.`,
      `${wish(facts, 'It would be good to be in touch again')}.`,
    ],
    (facts) => [
      `${wish(facts, "I'd like to stay in touch")}, whatever comes next for us both.`,
      `${wish(facts, "I'd like to stay in touch")}.`,
    ],
  ],
};

/**
 * Forms with others in their place: the whole message in hard times, the reason for writing where
 * their work is not asked after.
 */
export function orGently(forms: Forms, gentle: Forms): Forms {
  const at = (phrases: Forms['context'], index: number) =>
    phrases[index % phrases.length] as Forms['context'][number];
  return {
    context: forms.context.map(
      (phrase, index) => (facts) =>
        facts.isHard ? at(gentle.context, index)(facts) : phrase(facts),
    ),
    intent: forms.intent.map(
      (phrase, index) => (facts) =>
        facts.isHard || !facts.isAtWork ? at(gentle.intent, index)(facts) : phrase(facts),
    ),
  };
}
