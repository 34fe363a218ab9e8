/** Someone I hardly know: a few talks come before an invitation. */

import type { History, Rule, Verdict } from '../src/model.ts';
import { ago, daysBetween, windowFrom } from '../src/text/days.ts';
import { isSiteRecord, MESSAGES_TITLE } from '../src/text/site-record.ts';
import { isOpen, momentKey } from './lib/moments.ts';
import { isMoreThanTalk, isOwnTeam, isTalk, isTeammate } from './lib/ties.ts';
import { titleOf } from './lib/titles.ts';
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
  hello: 'say hello or drop them a line before you invite them',
  'second-talk': 'after one more chat, an invitation will feel natural',
  connect: 'you know each other well enough now to connect',
};

function talksSentence(talks: number): string {
  if (talks === 0) return "You haven't talked yet";
  if (talks === 1) return "You've been in touch once";
  return talks === 2 ? "You've been in touch twice" : `You've been in touch ${talks} times`;
}

function match(history: History): Verdict {
  const { person, interactions, today, skipped, answered } = history;
  const no = (why: string): Verdict => ({ fires: false, why });
  if (person.connection.status === 'connected') {
    return no(`You and ${person.name} are already connected`);
  }
  if (isTeammate(history)) return no(`${person.name} is on your own team, so no warm-up is needed`);
  const newest = interactions[0];
  if (!newest) return no(`You haven't logged anything with ${person.name} yet`);
  // Where this fires, there is nothing but talks, or no talk at all.
  const talks = interactions.some(isTalk) ? person.interactions : 0;
  const isReorgOnly = interactions.every((one) => one.kind === 'reorg') && !hasRapport(history);
  if (interactions.some(isMoreThanTalk) && !isReorgOnly) {
    return no(`You and ${person.name} have done more than chat`);
  }
  if (!isOpen(newest, window.closes, today)) {
    const days = daysBetween(newest.date, today);
    return no(
      days < 0
        ? `${titleOf(newest)} hasn't happened yet`
        : `${titleOf(newest)} was ${days} days ago; a chat is fresh for ${window.closes}`,
    );
  }
  // Of messages only the days are known: of one exchange nothing can be said, after two we know each other.
  const isOnSite = interactions.every(({ title }) => isSiteRecord(title));
  const exchanges = interactions.filter(({ title }) => title === MESSAGES_TITLE).length;
  if (isOnSite && exchanges < 2)
    return no(`All you have on ${person.name} is what LinkedIn recorded`);
  const rung = isOnSite ? 'connect' : nextStep(talks);
  const hasSaidHello = interactions.some((one) => answered.has(momentKey(id, one)));
  if (rung !== 'connect' && hasSaidHello && newest.date === today)
    return no(`You were in touch with ${person.name} today; the next chat can wait`);
  // An invitation mentions the newest meeting, if there is one.
  const meeting = interactions.find((one) => one.kind === 'meeting');
  const interaction = rung === 'connect' && meeting ? meeting : newest;
  const key = momentKey(id, newest);
  if (skipped.has(key)) return no(`You skipped this: ${titleOf(newest)}`);
  const reason = isOnSite
    ? `You last wrote to each other on LinkedIn ${ago(newest.date, today)}: ${ADVICE[rung]}`
    : `${talksSentence(talks)} (${titleOf(newest)}, ${ago(newest.date, today)}): ${ADVICE[rung]}`;
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

export const warmUp: Rule = {
  id,
  title: "Someone you're getting to know",
  why: 'With someone on another team, a chat or two first makes an invitation feel natural.',
  source:
    'Article, "Should I connect with coworkers I don\'t know well": if you have no rapport yet, talk briefly or e-mail first. Three chats and 60 days are our choice; after 60 days, the count starts again.',
  window,
  weight: 15,
  kinds: ['meeting', 'engagement', 'reorg'],
  finds: [{ by: 'kind', notConnected: true }],
  match,
  writesAbout: ({ person }, interaction) => {
    const isKnown = person.relationship === 'former' || isOwnTeam(person);
    return isTalk(interaction) && !isKnown && person.connection.status !== 'connected'
      ? { action: 'warm-up', kind: interaction.kind }
      : null;
  },
  wording: {
    'warm-up': [
      "talked, !hard | I enjoyed {meeting}. [{memory}] I'd like to hear more some time.",
      "talked, !hard | It was good to talk about {about}. [{memory}] I'd like to hear more some time.",
      'talked, !hard, !after-engagement | It was nice talking to you[ {when}]. [{memory}] I hope we do it again.',
      "talked, !hard, !after-engagement | I'm glad we got to talk[ {when}]. [{memory}] Let's do it again.",
      "talked, !hard, !after-engagement | I enjoyed our chat[ {when}]. [{memory}] I'd be glad to hear more some time.",
      "talked, !hard, after-engagement | I really liked {post}. I'd like to hear more about it some time.",
      "talked, !hard, after-engagement | {post} made me think. I'd like to talk about it some time.",
      'talked, !hard, after-engagement, !wrote | It was good to hear from you[ {when}]. I hope we get to talk properly soon.',
      'talked, !hard, wrote | It was good to hear from you[ {when}]. How are things going?',
      'talked, !hard, after-engagement | Thanks for writing[ {when}]. How are things going?',
      'talked, !hard, after-engagement | It was nice to hear from you[ {when}]. How are things on your side?',
      'talked, !hard | Thank you for {meeting}. [{memory}] I hope we do it again.',
      "!talked, !hard | With {change}, I thought I'd say hello. We may be seeing more of each other.",
      "!talked, !hard | How have things been since {changeNoun}? I thought I'd say hello.",
      "!talked, !hard | With all the changes, I thought I'd say hello. How is it going for you?",
      "!talked, !hard | With all the changes, I expect we'll see more of each other. Thought I'd say hello.",
      "!talked, !hard | I thought I'd say hello, as our work may overlap more after {change}.",
      "hard, back | It's good to have you back. I've been thinking of you.",
      "hard, back | I've been thinking of you, and I'm glad you're back. There's no need to reply.",
      "hard, back | It's good to see you back at work. I've been thinking of you, and I'm around if you'd like to talk.",
      "hard, !back | I'm thinking of you. How are you doing?",
      "hard, !back | I've been thinking of you. I'm around if you'd like to talk.",
      "hard, !back, !noted | I was sorry to hear your news. There's no need to reply if you're not up to it.",
      "hard, !back, !noted | I was sorry to hear your news. I'm around if you'd like to talk.",
      "hard, !back, !noted | I'm sorry about your news. If I can help with anything, just say.",
      "hard, !back, !noted | I heard, and I'm sorry. I'm here if you want to talk.",
    ],
    connect: [
      '!hard | I enjoyed {meeting}. [{memory}] [{close}]',
      '!hard | It was good to talk about {about}. [{memory}] [{close}]',
      "!hard, !wrote | It's been good getting to know you a bit. [{memory}] [{close}]",
      "!hard, !wrote | I've enjoyed our talks. [{memory}] [{close}]",
      '!hard, !wrote | I always enjoy talking to you. [{memory}] [{close}]',
      '!hard, after-engagement | I really liked {post}. [{close}]',
      "!hard, wrote | It was good chatting with you[ {when}]. I'd be glad to be connected.",
      '!hard, wrote | Good chatting with you[ {when}]. Shall we connect?',
      "!hard, wrote | Thanks for writing back. I'd be glad to be connected.",
      "!hard, !wrote | We've talked a few times now, so I thought we could connect. [{memory}]",
      "hard, back | It's good to have you back. I've been thinking of you.",
      "hard, back | I've been thinking of you, and I'm glad you're back. There's no need to reply.",
      "hard, back | It's good to see you back at work. I've been thinking of you, and I'm around if you'd like to talk.",
      "hard, !back, !noted | I've been thinking of you since I heard the news. How are you doing?",
      "hard, !back, !noted | I was sorry to hear your news. I'm around if you'd like to talk.",
      "hard, !back, !noted | I was sorry to hear your news. There's no need to reply if you're not up to it.",
      "hard, !back, !noted | I'm sorry about your news. If I can help with anything, just say.",
      "hard, !back | I'm thinking of you. I'm here if you want to talk.",
      "hard, !back | I've been thinking of you. There's no need to reply if you're not up to it.",
    ],
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
      title: "Someone you haven't logged anything with",
      fires: false,
      given: { today: '2026-11-22', person: { team: 'Payments' } },
    },
  ],
};
