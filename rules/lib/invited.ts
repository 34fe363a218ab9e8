/** What to say to somebody who invited me. Written like `Rule.wording`. */

export const INVITED: readonly string[] = [
  'after-project | Thanks for the invitation. I enjoyed {working}. [{memory}]',
  'after-event | Thanks for the invitation. It was good to see you at {event}. [{memory}]',
  'after-interest | Thanks for the invitation. Are you still into {interest}? [{memory}]',
  'after-meeting | Thanks for the invitation. I enjoyed {meeting}. [{memory}]',
  'sameTeam | Thanks for the invitation. Good to be connected here as well. [{memory}]',
  'waiting, !neverSpoke | Thank you for the invitation, and sorry it took me so long. [{memory}] How have you been?',
  "waiting, !neverSpoke | I've only just got round to your invitation, sorry about that. [{memory}] How are things with you?",
  'waiting, !neverSpoke | Thanks for your invitation, and sorry for the slow answer. [{memory}] How are you?',
  '!waiting, !neverSpoke | Thanks for the invitation. [{memory}] How are things with you?',
  '!waiting, !neverSpoke | Thank you for inviting me. [{memory}] How have you been?',
  '!waiting, !neverSpoke, !formal | Good to hear from you, and thanks for the invitation. [{memory}]',
  '!waiting, !neverSpoke | Thanks for getting in touch. [{memory}] What are you up to at the moment?',
  'neverSpoke, !sameTeam | Thanks for getting in touch. How did you find me?',
  'neverSpoke, !sameTeam | Thank you for inviting me. What made you get in touch?',
  'neverSpoke, !sameTeam | Thanks for the invitation. How did you come across my profile?',
  'neverSpoke, sameTeam | Thanks for the invitation. How are things on your side?',
  "neverSpoke, sameTeam | Thank you for inviting me. Good to know we're both {onTeam}.",
];
