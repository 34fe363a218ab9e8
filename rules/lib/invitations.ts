/** Days without an answer before an invitation should be withdrawn; see rules/withdraw.ts. */
export const WITHDRAW_AFTER_DAYS = 21;

/** Days after which an unanswered invitation expires on LinkedIn: "about six months". */
export const EXPIRES_AFTER_DAYS = 180;
