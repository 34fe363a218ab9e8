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

/** What to do when one of them is refused, by the code of the refusal. */
export const NEXT_OUTCOMES: Readonly<Record<OutcomeName, Readonly<Record<string, string>>>> = {
  sent: { usage: 'log it with kind engagement, if the user wrote a message.' },
  accepted: { usage: 'brief, which says how things are with them.' },
  declined: { usage: 'brief; if the user sent an invitation, outcome with what "sent" first.' },
  withdrawn: { usage: 'brief; if the user sent an invitation, outcome with what "sent" first.' },
  accept: { usage: 'outcome with what "accepted", if they accepted the user’s invitation.' },
  ignore: { usage: 'find with status "incoming", which shows whose invitations are waiting.' },
  snooze: {
    'bad-date':
      'the same call with until as a day after today (YYYY-MM-DD) or as a span such as 2w.',
  },
  unsnooze: {},
  skip: { usage: 'today, which shows whether there is anything to skip.' },
};
