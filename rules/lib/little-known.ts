/**
 * What to say where nothing of what happened, nor of their part in it, can be said well: true, and short. The list asks
 * for one thing that would make the message. Written like `Rule.wording`.
 */
import type { Action } from '../../src/model.ts';

export const LITTLE_KNOWN: Readonly<Partial<Record<Action, readonly string[]>>> = {
  connect: [
    'on-project, !jointly, !grim, !hard | Thanks for all your help on our project. [{close}]',
    'on-project, !jointly, !grim, !hard | Thank you for your help with our project. [{close}]',
    'on-project, jointly, !grim, !hard | I enjoyed working on our project with you. [{close}]',
    'on-project, jointly, !grim, !hard | It was good working with you on our project. [{close}]',
    'on-project, jointly, !grim, !hard | Thank you for working with me on our project. [{close}]',
    "on-project, grim | I'm glad we were in it together. [{close}]",
    'on-project, grim | Thank you for going through it all with me. [{close}]',
    'on-event, !grim, !hard | It was good to see you {when}. [{close}]',
    'on-event, !grim, !hard, !dated | It was good to see you at the event. [{close}]',
    'on-event, !grim, !hard | Good to see you at the event {when}. [{close}]',
    "on-event, grim | I'm glad we were both there. [{close}]",
    'on-meeting, !hard | I enjoyed our chat. [{close}]',
    "on-meeting, !hard | I'm glad we got to talk. I'd like to stay in touch.",
    "on-engagement, !hard | I'm glad we've been in touch. [{close}]",
    "on-reorg, !hard | With all the changes, I thought I'd say hello. How is it going for you?",
    "on-reorg, !hard | With all the changes, I thought I'd ask how it's going for you.",
    "hard | I'm thinking of you. There's no need to reply if you're not up to it.",
    "hard | I've been thinking of you. If there's anything I can do, just say.",
  ],
  reconnect: [
    "!hard | I enjoyed working with you, and I'd like to hear how you are.",
    '!hard | I enjoyed working with you back then. How are you these days?',
    "!hard | I've been thinking of the time we worked together. How are you?",
    "hard | I'm thinking of you. There's no need to reply if you're not up to it.",
    "hard | I've been thinking of you. If there's anything I can do, just say.",
  ],
  congratulate: [
    'I was so pleased to hear your good news. Congratulations!',
    "Congratulations on your good news! I'm really pleased for you.",
    'Congratulations! I heard your good news and wanted to say how pleased I am for you.',
  ],
};
