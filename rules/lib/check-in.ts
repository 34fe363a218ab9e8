/** What to say to a connection after some time: how they are, and what we shared. Written like `Rule.wording`. */

export const CHECK_IN: readonly string[] = [
  '!parting, !hard | How have you been since {since}? [{memory}]',
  "!parting, !hard | It's been quiet since {since}, so I wanted to ask how you are. [{memory}]",
  "!parting, !hard, quiet | It's been {gap}, so I wanted to ask how you're doing. [{memory}]",
  '!parting, !hard | [{memory}] How are you these days?',
  "!parting, !hard, quiet | We haven't talked since {since}. How's it going? [{memory}]",
  "!parting, !hard, after-interest | Are you still into {interest}? [{memory}] I'd love to hear how it's going.",
  "!parting, !hard, near | We haven't talked properly in a while. [{memory}] How are things going?",
  '!parting, !hard | How are things with you? [{memory}]',
  "!parting, !hard | How's everything going? [{memory}] I'd like to hear what you're up to.",
  "!parting, !hard | I thought I'd ask how you're doing. [{memory}]",
  "hard, old | I've been thinking of you. How are you doing?",
  "hard, old | I wanted to say hello and ask how you are. There's no need to reply if you're not up to it.",
  "hard, old | I'm thinking of you. If you'd like to talk, I'm around.",
  'hard, old | How are you doing? If I can help with anything, just say.',
  "hard, old | I hope you're doing all right. I'd be glad to hear from you whenever you like.",
];
