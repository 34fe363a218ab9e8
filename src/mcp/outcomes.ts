/** What the tool `outcome` records, by the name of the command that does it. */
export const OUTCOMES = [
  'sent',
  'accepted',
  'declined',
  'withdrawn',
  'accept',
  'ignore',
  'snooze',
  'unsnooze',
  'skip',
] as const;
export type OutcomeName = (typeof OUTCOMES)[number];
