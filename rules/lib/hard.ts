/** Hard news, such as a layoff, an illness or a death, and the gentle wording it needs. */
import type { Facts, Forms, Interaction, Kind } from '../../src/model.ts';
import { wish } from './wording.ts';

/** Hard in the title of any news or talk. */
const LOSS =
  /\b(?:lay-?offs?|la(?:y|id|ying)[- ]off|redundanc(?:y|ies)|redundant|job cuts?|let(?:ting)? go(?! of)|fired(?! up)|sacked|dismiss(?:ed|als?)|los(?:t|ing|s of) (?:(?:her|his|their|your|my|our|a|the) )?jobs?|condolences?|bereave\w*|funeral|passed away|died|death of|mourning|grie(?:f|ving)|diagnosed|hospitali[sz]ed|divorced?|miscarriage|burn-?out|burn(?:ed|t) out|sick leave)\b/i;

/** Hard only in a reorganisation or departure: "closing" can also be a deal. */
const CUTS =
  /\b(?:cuts|closures?|closing|shut(?:ting)? ?down|downsizing|insolvency|bankruptcy|freeze)\b/i;

/** News after which we don't ask about work. */
const RETIRED = /\bretir(?:ed|es|ing|ement)\b/i;

const NEWS_KINDS: readonly Kind[] = ['milestone', 'reorg', 'departure'];
const TALK_KINDS: readonly Kind[] = ['meeting', 'engagement'];

/** Whether an interaction is hard news. Projects, events and interests never are. */
export function isHardNews({ kind, title }: Pick<Interaction, 'kind' | 'title'>): boolean {
  // An outline has no titles, and these patterns are slow to compile.
  if (title === '') return false;
  if (kind === 'reorg' || kind === 'departure') return LOSS.test(title) || CUTS.test(title);
  return (kind === 'milestone' || TALK_KINDS.includes(kind)) && LOSS.test(title);
}

/**
 * Whether a message can ask about their work: not if the latest news is hard or a retirement.
 * @param history newest first
 */
export function canAskAboutWork(history: readonly Interaction[]): boolean {
  const news = history.find(({ kind }) => NEWS_KINDS.includes(kind));
  return news === undefined || !(isHardNews(news) || RETIRED.test(news.title));
}

function memory(facts: Facts): string {
  return facts.shared ?? 'the time we worked together';
}

/** Gentle wording: I'm thinking of them. It doesn't mention work or the news. */
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

/** Gentle wording for an invitation. */
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

/** Replaces all forms for hard news, and the intents if we can't ask about work. */
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
