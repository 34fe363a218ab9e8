/** How long an invitation waits. */

/** Days unanswered after which an invitation is taken back. */
export const WAIT = 21;

/** Days after which LinkedIn lets an unanswered invitation expire. */
export const EXPIRES = 180;
