/** What to say to a former coworker: how they are, and what we shared; asks no favour. Written like `Rule.wording`. */

export const RECONNECT: readonly string[] = [
  "!on-departure, !hard, quiet | It's been {gap}. [{memory}] How are you these days?",
  "!on-departure, !hard, old | How have you been since {since}? [{memory}] I'd like to hear what you're up to.",
  '!on-departure, !hard, old | I was thinking about {work} the other day. [{memory}] How are you?',
  "!on-departure, !hard, old | [{memory}] I'd like to hear how you are and keep in touch.",
  "!on-departure, !hard | I enjoyed {working}. [{memory}] It'd be good to hear how you're doing.",
  "!on-departure, !hard | It was good {working}, and I'd be glad to stay in touch. [{memory}]",
  "!on-departure, !hard, quiet | It's been a while since {since}. [{memory}] How have you been?",
  "!on-departure, !hard, !old | It was good {working}. [{memory}] I'd like to keep in touch now that we don't see each other at work.",
  "!on-departure, !hard, !old, !formal | I enjoyed {working}. [{memory}] Let's not lose touch.",
  "!on-departure, hard, old | I've been thinking of you. How are you doing?",
  "!on-departure, hard, old | I wanted to say hello and ask how you are. There's no need to reply if you're not up to it.",
  "!on-departure, hard | I'm thinking of you. If you'd like to talk, I'm around.",
  '!on-departure, hard | How are you doing? If I can help with anything, just say.',
  "!on-departure, hard | I hope you're doing all right. I'd be glad to hear from you whenever you like.",
];
