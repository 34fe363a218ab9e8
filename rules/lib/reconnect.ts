/** What to say to a former coworker: how they are, and what we shared; asks no favour. Written like `Rule.wording`. */

export const RECONNECT: readonly string[] = [
  '!parting, !hard, old, !long, jointly, after-project | I was thinking of our work on {work} the other day. [{memory}] How are you these days?',
  "!parting, !hard, quiet, jointly, after-project | It's been a while since {together}. [{memory}] How have you been?",
  "!parting, !hard, quiet, jointly, after-project | It's been quiet since {together}, so I wanted to ask how you are. [{memory}]",
  "!parting, !hard, quiet, after-event | It's been a while since {event}. [{memory}] How have you been?",
  "!parting, !hard, old | [{memory}] How are you these days? I'd like to hear what you're up to.",
  "!parting, !hard, old | {memory} I'd like to hear how you are and keep in touch.",
  "!parting, !hard, jointly | I enjoyed {working}. [{memory}] It'd be good to hear how you're doing.",
  "!parting, !hard, jointly | It was good {working}. [{memory}] I'd be glad to be back in touch.",
  "!parting, !hard, !old | I enjoyed {working}. [{memory}] I'd like to keep in touch now that we don't see each other at work.",
  "!parting, !hard, !old, !formal | I enjoyed {working}. [{memory}] Let's not lose touch.",
  "!parting, hard, old, !noted | I was sorry to hear your news, and I've been thinking of you. How are you doing?",
  "!parting, hard, old | I'm thinking of you. There's no need to reply if you're not up to it.",
  "!parting, hard | I'm thinking of you. If you'd like to talk, I'm around.",
  '!parting, hard, !noted | I was sorry to hear your news. If I can help with anything, just say.',
  "!parting, hard, !noted | I was sorry to hear your news, and I hope you're doing all right.",
];
