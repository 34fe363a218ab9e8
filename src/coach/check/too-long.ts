import type { Check } from './problem.ts';

export const tooLong: Check = {
  id: 'too-long',
  title: 'Over the limit',
  why: 'LinkedIn cuts or refuses a note over its limit: 200 characters on a free account, 300 on Premium.',
  severity: 'error',
  find: ({ message: { text }, context: { limit } }) => {
    if (limit === null || text.length <= limit) return [];
    const over = text.length - limit;
    const isPair = /[\ud800-\udbff]/.test(text.charAt(limit - 1));
    return [
      {
        message: `${text.length} of ${limit} characters: ${over} too many.`,
        start: isPair ? limit - 1 : limit,
        end: text.length,
        suggestion: 'Keep how you know each other; shorten the reason, then the introduction.',
      },
    ];
  },
};
