import type { History, Rule, Verdict } from '../src/model.ts';
import { ago, daysBetween, windowFrom } from '../src/text/days.ts';
import { bestToBuildOn, hasTalkedSince, isTeammate } from './lib/ties.ts';

const id = 'thank';

const window = { best: 3, closes: 14 };

function match(history: History): Verdict {
  const { person, interactions, today, accepted, skipped } = history;
  const no = (why: string): Verdict => ({ fires: false, why });
  if (person.connection.status !== 'connected' || !accepted || accepted > today) {
    return no(`${person.name} hasn't accepted an invitation from you`);
  }
  if (daysBetween(accepted, today) > window.closes) {
    return no(
      `${person.name} accepted ${ago(accepted, today)}; after two weeks it's late for thanks`,
    );
  }
  if (skipped.has(`${id}:${accepted}`)) return no(`You skipped this for ${person.name}`);
  if (hasTalkedSince(interactions, accepted))
    return no(`You've been in touch since ${person.name} accepted`);
  const interaction = bestToBuildOn(interactions);
  if (!interaction && !isTeammate(history) && person.shared === null) {
    return no(`You haven't logged anything to thank ${person.name} for`);
  }
  const reason = `${person.name} accepted your invitation ${ago(accepted, today)}`;
  return {
    fires: true,
    why: reason,
    moment: {
      action: 'thank',
      kind: null,
      interaction,
      window: windowFrom(accepted, window),
      reason,
      key: `${id}:${accepted}`,
    },
  };
}

export const thank: Rule = {
  id,
  title: 'They accepted your invitation',
  why: 'A short thank-you turns a new connection into a conversation.',
  source:
    'Article, "Maintain Regular Interactions" and "Be Professional and Courteous". We chose three days as the best time and two weeks as the limit.',
  window,
  weight: 58,
  kinds: [],
  finds: [{ by: 'connected', withinDays: window.closes }],
  match,
  wording: {
    thank: [
      'after-project, !hard, jointly | Thanks for connecting. I enjoyed {working}. [{memory}]',
      'after-project, !hard, jointly | Thank you for connecting. I enjoyed {working}. [{memory}]',
      'after-project, !hard, jointly | Good to be connected. It was good {working}. [{memory}]',
      'after-project, !hard, jointly | Good to be connected. I enjoyed {working}. [{memory}]',
      'after-event, !hard, !doing, !first | Thanks for connecting. It was good to see you at {event}. [{memory}]',
      'after-event, !hard, first | Thanks for connecting. It was good to meet you at {event}. [{memory}]',
      'after-event, !hard, doing, !first | Thanks for connecting. It was good doing {event} with you. [{memory}]',
      'after-event, !hard | Thank you for connecting after {event}. [{memory}]',
      'after-event, !hard | Good to be connected after {event}. {memory}',
      'after-event, !hard, has-deed, thanked, plain | Good to be connected, and thank you again for {thanks} at {event}.',
      'after-event, !hard, has-deed, thanked, plain | Thank you for connecting, and for {thanks} at {event}.',
      'after-project, !hard, has-deed, thanked | Good to be connected, and thank you again for {thanks}.',
      'after-project, !hard, has-deed, thanked | Thank you for connecting, and for {thanks}.',
      'after-project, !hard, has-deed, thanked, jointly | Good to be connected. I enjoyed {working}, and thank you for {thanks}.',
      "after-interest, !hard | Thanks for connecting. It's good to know someone else who's into {interest}. [{memory}]",
      "after-interest, !hard, !formal | Thanks for connecting. [{memory}] Let's compare notes on {interest} some time.",
      "after-interest, !hard, !formal | Good to be connected. I'd love to hear more about {interest} some time. [{memory}]",
      'after-feedback | Thank you for connecting. Your feedback {review} really helped. [{memory}]',
      'after-feedback | Thank you for connecting, and for the feedback {review}. [{memory}]',
      'after-feedback | Thanks for connecting. I appreciated your feedback {review}. [{memory}]',
      "after-new-job, !hard | Thanks for connecting. [{memory}] It's good to be working with you.",
      "after-new-job, !hard | Thank you for connecting. [{memory}] I'm enjoying getting to know everyone.",
      "after-reorg, !hard | Thanks for connecting. I hope you're doing all right after {changeNoun}. [{memory}]",
      "after-departure, !hard | Glad we can stay in touch. [{memory}] I hope all's well with you.",
      "after-departure, !hard | Thanks for connecting. [{memory}] I hope all's well with you.",
      'after-milestone, !hard | Thanks for connecting, and congratulations again on {news}!',
      'after-meeting, !hard | Thanks for connecting. I enjoyed {meeting}. [{memory}]',
      'after-meeting, !hard | Thank you for connecting. I enjoyed {meeting}. [{memory}]',
      'Thanks for connecting. It was good to talk about {about}. [{memory}]',
      'after-engagement, !hard | Thanks for connecting. I really liked {post}.',
      "Thanks for connecting. [{memory}] I hope all's well with you.",
      "Thank you for connecting. [{memory}] I hope you're having a good week.",
      '!external, !former | Thanks for connecting. [{memory}] Hope to see you soon.',
      "Thank you for accepting my invitation. [{memory}] I hope you're doing well.",
      'near, !hard | Thanks for connecting here as well. [{memory}] See you at work.',
    ],
  },
  examples: [
    {
      title: 'The day after Priya accepted',
      fires: true,
      given: {
        today: '2026-11-22',
        person: { connection: { status: 'connected', since: '2026-11-21' } },
        interactions: [{ kind: 'project', date: '2026-11-10', title: 'Apollo launch' }],
        accepted: '2026-11-21',
      },
    },
    {
      title: 'If you and Priya have talked since she accepted',
      fires: false,
      given: {
        today: '2026-11-22',
        person: { connection: { status: 'connected', since: '2026-11-20' } },
        interactions: [{ kind: 'meeting', date: '2026-11-21', title: 'Coffee' }],
        accepted: '2026-11-20',
      },
    },
  ],
};
