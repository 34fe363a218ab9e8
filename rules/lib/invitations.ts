/** Days without an answer before an invitation should be withdrawn; see rules/withdraw.ts. */
export const WITHDRAW_AFTER_DAYS = 21;

/** The moment of an invitation of theirs, by the day of it. */
export const answerKey = (since: string | null): string => `answer:${since ?? 'unknown'}`;

/** Days after which an unanswered invitation expires on LinkedIn: "about six months". */
export const EXPIRES_AFTER_DAYS = 180;
