/** What to say when something hard happens to us both, such as layoffs or a closure. Written like `Rule.wording`. */

export const HARD_CHANGE: readonly string[] = [
  "on-reorg, hard | I'm sorry about {change}. How are you holding up?",
  'on-reorg, hard | I was sorry about {change}. How are you doing?',
  "on-reorg, hard | I've been thinking of you since I heard about {change}. If you'd like to talk, I'm around.",
  "on-reorg, hard | I don't have the right words about {change}, but I'm thinking of you.",
  "on-reorg, hard | I heard about {change}, and I'm sorry. I'm here if you want to talk.",
  "on-reorg, hard | I'm sorry about the news. How are you holding up?",
  "on-reorg, hard | I'm really sorry about what's happening. If I can help with anything, just say.",
];
