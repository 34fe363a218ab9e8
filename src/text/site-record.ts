/*
 * Titles that an import from LinkedIn gives to what the site recorded. They say that there was contact,
 * and nothing that a message could be about.
 */

export const MESSAGES_TITLE = 'Messages on LinkedIn';
export const ENDORSED_TITLE = 'You endorsed them';
export const ENDORSED_ME_TITLE = 'Endorsed you';
export const RECOMMENDED_TITLE = 'Wrote a recommendation';
export const RECOMMENDED_ME_TITLE = 'Received a recommendation';

const PLAIN: ReadonlySet<string> = new Set([
  MESSAGES_TITLE,
  RECOMMENDED_TITLE,
  RECOMMENDED_ME_TITLE,
]);

/** Whether a title is one of those, with or without the skills that were endorsed. */
export function isSiteRecord(title: string): boolean {
  return (
    PLAIN.has(title) ||
    [ENDORSED_TITLE, ENDORSED_ME_TITLE].some(
      (start) => title === start || title.startsWith(`${start} for `),
    )
  );
}
