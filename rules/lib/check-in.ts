/** What to say to a connection after some time: how they are, and what we shared. Written like `Rule.wording`. */

export const CHECK_IN: readonly string[] = [
  "!parting, !hard, quiet, after-project | It's been a while since we worked on {work}. How are you? [{memory}]",
  "!parting, !hard, quiet, after-event | It's been a while since {event}. How are you? [{memory}]",
  '!parting, !hard, quiet, after-project | I was thinking of our work on {work}. [{memory}] How are you these days?',
  '!parting, !hard, recent, after-project | It was good {working}. [{memory}]',
  '!parting, !hard, recent, after-event | It was good to see you at {event}. [{memory}]',
  "!parting, !hard, recent, has-deed, thanked | Thank you for {thanks}. I hope all's well with you.",
  '!parting, !hard, recent, has-deed, thanked | I wanted to thank you for {thanks}. How are things going?',
  "!parting, !hard, quiet | It's been {gap}, so I wanted to ask how you're doing. [{memory}]",
  '!parting, !hard, !recent | [{memory}] How are you these days?',
  "!parting, !hard, quiet | We haven't talked in a while. How are you? [{memory}]",
  "!parting, !hard, after-interest | Are you still into {interest}? [{memory}] I'd love to hear how it's going.",
  "!parting, !hard, near | We haven't talked properly in a while. [{memory}] How are things going?",
  '!parting, !hard, !recent | How are things with you? [{memory}]',
  "!parting, !hard, !recent | How's everything going? [{memory}] I'd like to hear what you're up to.",
  "!parting, !hard | I thought I'd ask how you're doing. [{memory}]",
  "hard, old | I've been thinking of you. How are you doing?",
  "hard, old | I wanted to say hello and ask how you are. There's no need to reply if you're not up to it.",
  "hard, old | I'm thinking of you. If you'd like to talk, I'm around.",
  'hard, old | How are you doing? If I can help with anything, just say.',
  "hard, old | I hope you're doing all right. I'd be glad to hear from you whenever you like.",
];
