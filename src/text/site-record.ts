/*
 * Titles that an import from LinkedIn gives to what the site recorded. They say that there was contact, and who
 * wrote; nothing that a message could be about.
 */

/** We wrote to each other. */
export const MESSAGES_TITLE = 'Messages on LinkedIn';
/** I wrote, and they never have. */
export const SENT_TITLE = 'Your message on LinkedIn';
/** They wrote, and I never have. */
export const WROTE_TITLE = 'Their message on LinkedIn';
/** They wrote last, and asked something. */
export const ASKED_TITLE = 'Their question on LinkedIn';
export const ENDORSED_TITLE = 'You endorsed them';
export const ENDORSED_ME_TITLE = 'Endorsed you';
export const RECOMMENDED_TITLE = 'Wrote a recommendation';
export const RECOMMENDED_ME_TITLE = 'Received a recommendation';

const OF_TIES: ReadonlySet<string> = new Set([
  MESSAGES_TITLE,
  RECOMMENDED_TITLE,
  RECOMMENDED_ME_TITLE,
]);

const PLAIN: ReadonlySet<string> = new Set([...OF_TIES, SENT_TITLE, WROTE_TITLE, ASKED_TITLE]);

/** Whether a title is one of those, with or without the skills that were endorsed. */
export function isSiteRecord(title: string): boolean {
  return (
    PLAIN.has(title) ||
    [ENDORSED_TITLE, ENDORSED_ME_TITLE].some(
      (start) => title === start || title.startsWith(`${start} for `),
    )
  );
}

/** Whether they wrote last, as far as it's known, and I haven't answered. */
export function isFromThem(title: string): boolean {
  return title === ASKED_TITLE || title === WROTE_TITLE;
}

/** Whether a record shows that two people know each other: both wrote, one recommended the other, or I endorsed them. */
export function showsTie(title: string): boolean {
  return OF_TIES.has(title) || title.startsWith(ENDORSED_TITLE);
}
