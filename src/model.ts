/**
 * The vocabulary of netcoach: what a person, an interaction and a history are, and what a rule is.
 * It imports nothing, so that a rule can be read, tested and written alone.
 */

/** A calendar day in local time, written `YYYY-MM-DD`. Days compare as text. */
export type Day = string;

/** What happened. `meeting` builds rapport but is no moment; `engagement` keeps a tie warm. */
export const KINDS = [
  'new-job',
  'project',
  'event',
  'interest',
  'feedback',
  'milestone',
  'reorg',
  'departure',
  'meeting',
  'engagement',
] as const;
export type Kind = (typeof KINDS)[number];

export const STATUSES = ['none', 'invited', 'connected', 'declined', 'withdrawn'] as const;
export type Status = (typeof STATUSES)[number];

export const RELATIONSHIPS = [
  'teammate',
  'manager',
  'report',
  'mentor',
  'colleague',
  'former',
  'external',
] as const;
export type Relationship = (typeof RELATIONSHIPS)[number];

export const ACTIONS = [
  'connect',
  'warm-up',
  'reconnect',
  'congratulate',
  'thank',
  'check-in',
  'withdraw',
] as const;
export type Action = (typeof ACTIONS)[number];

/** Whether an action ends in an invitation. */
export function isInviting(action: Action): action is 'connect' | 'reconnect' {
  return action === 'connect' || action === 'reconnect';
}

export const CHANNELS = ['note', 'message', 'email'] as const;
export type Channel = (typeof CHANNELS)[number];

export interface PersonRef {
  id: number;
  name: string;
}

/** A person by number and name alone. */
export function refOf({ id, name }: PersonRef): PersonRef {
  return { id, name };
}

export interface Person extends PersonRef {
  aliases: string[];
  role: string | null;
  team: string | null;
  company: string | null;
  relationship: Relationship;
  strained: boolean;
  connection: { status: Status; since: Day | null };
  skills: string[];
  interests: string[];
  linkedin: string | null;
  email: string | null;
  /** Private: it never reaches a message. */
  note: string | null;
  /** The day of the newest interaction of any kind. */
  lastContact: Day | null;
  /** How many interactions are logged with this person. */
  interactions: number;
}

export interface Participant extends PersonRef {
  /** What this person's own part was, in the words of the one who logged it. */
  highlight: string | null;
}

export interface Interaction {
  id: number;
  kind: Kind;
  date: Day;
  title: string;
  /** Private: it never reaches a message. */
  note: string | null;
  people: Participant[];
}

/** A skill of mine. */
export interface OwnSkill {
  skill: string;
  /** When I noted it; null: it stands on my profile already. */
  since: Day | null;
}

/** Oneself: what an introduction may say, and the limits one keeps. */
export interface Me {
  name: string | null;
  role: string | null;
  team: string | null;
  company: string | null;
  emails: string[];
  account: 'free' | 'premium';
  goals: string[];
  skills: OwnSkill[];
  /** Invitations in any seven days. */
  invitesPerWeek: number;
  /** Personal notes in a calendar month; null is no limit (premium). */
  notesPerMonth: number | null;
}

/** All that a rule may look at: one person, what was logged with them (newest first), me, and today. */
export interface History {
  person: Person;
  interactions: Interaction[];
  me: Me;
  today: Day;
  /** The day they accepted an invitation of mine; null when they are connected in another way or not at all. */
  accepted: Day | null;
  /** Until when they are snoozed: back on that day itself. */
  snoozedUntil: Day | null;
  /** What was let pass, as `Moment.key` values. */
  skipped: ReadonlySet<string>;
  /** After how many days without contact I want a word to them; null: as their relationship has it. */
  everyDays: number | null;
}

export interface Window {
  opens: Day;
  best: Day;
  closes: Day;
}

/** What a rule that fires says. */
export interface Match {
  action: Action;
  /** The kind behind it, as the contract lists it; null where no kind is. */
  kind: Kind | null;
  /** What it rests on, if anything. */
  interaction: Interaction | null;
  window: Window | null;
  /** One sentence for the person who reads the list: "You finished Apollo launch together 2 days ago". */
  reason: string;
  /** What `skip` lets pass: stays the same for the same moment, changes when a new one comes. */
  key: string;
}

/** A match, and the rule that made it. */
export interface Moment extends Match {
  rule: Rule;
}

export type Verdict =
  | { fires: true; moment: Match; why: string }
  /** `why` names what is missing, in one sentence. */
  | { fires: false; why: string };

/**
 * Who may match, so that the store looks at nobody else. A shape may find too many people, never too few;
 * `notConnected` leaves out those I am connected with.
 */
export type Finds =
  /** Took part in an interaction of the rule's kinds; the moment opens on its day. */
  | { by: 'kind'; notConnected?: true }
  /** Connected in the last so many days; the moment opens on the day of connecting. */
  | { by: 'connected'; withinDays: number }
  /** Connected, and without contact for as many days as their relationship or they themselves have it. */
  | { by: 'quiet'; days: Readonly<Record<Relationship, number>> }
  /** An invitation of mine waits; the moment opens so many days after it went out. */
  | { by: 'invited'; days: number }
  /** On my team, by its name or by relationship. */
  | { by: 'team'; notConnected?: true }
  /** `timeless`: those found so have a moment without a window. */
  | { by: 'relationship'; is: Relationship; notConnected?: true; timeless?: true }
  /** Took part in an interaction of a kind so many months ago; the moment opens on that day. */
  | { by: 'anniversary'; kind: Kind; months: number };

/** One example: a history told in a few words, and whether the rule fires on it. */
interface Example {
  /** One sentence: "Two days after finishing Apollo with Priya". */
  title: string;
  fires: boolean;
  /** Overrides of a plain history (see `historyOf` in rules/lib/example.ts). */
  given: ExampleHistory;
}

export interface ExampleHistory {
  today: Day;
  person?: Partial<Omit<Person, 'id' | 'lastContact' | 'interactions'>>;
  interactions?: Array<Pick<Interaction, 'kind' | 'date' | 'title'> & { highlight?: string }>;
  me?: Partial<Me>;
  accepted?: Day;
  everyDays?: number;
}

/**
 * What a draft may speak of. Every text is one clean line, ready to stand in a sentence, and a
 * form must read as English for every value of them.
 */
export interface Facts {
  /** The title as a noun phrase that can follow "on", "of" or "about": `the Ledger migration`, `"Fix flaky tests"`. */
  topic: string;
  /** What we share, with the way we share it: `our work on the Ledger migration`; null when nothing is logged. */
  shared: string | null;
  /** What stood out in this person's part, as a clause that can follow "and": `your rollback plan saved us`. */
  highlight: string | null;
  /** How I came here, as a clause: `I joined the Billing team`. */
  start: string;
  /** What one congratulates on: `your promotion to Staff Engineer`. */
  news: string;
  /** The team we share: `the Billing team`, or `the same team` when it has no name; null when we share none. */
  team: string | null;
  /** When it was, as an adverbial that stays true for days: `last week`, `in March`; null when unknown. */
  when: string | null;
  /** How long we have not spoken: `a month`, `more than a year`; null under four weeks. */
  gap: string | null;
  /** Where the note goes another way than with the invitation: a clause that announces it; null in a note. */
  invite: string | null;
  /** How many talks (meetings and engagements) are logged. */
  talks: number;
  /** Whether the message rests on hard news, such as layoffs: then it is plain and kind. */
  isHard: boolean;
  /** Whether one may ask how their work goes. */
  isAtWork: boolean;
}

/** One way to word a part of a message: whole sentences, longest first; the shortest fits nearly anywhere. */
type Phrase = (facts: Facts) => string[];

/** The two parts of a message that a rule words; any context may stand before any intent. */
export interface Forms {
  /** How we know each other, written to follow "Hi Priya, ". Never empty. */
  context: readonly Phrase[];
  /** Why I write. */
  intent: readonly Phrase[];
}

export interface Rule {
  id: string;
  title: string;
  /** One sentence a user reads: why this is a good moment. */
  why: string;
  /** The section of the article, or where a number comes from. */
  source: string;
  /** Days after the moment opens: the last of the best days, and the last day at all. Null: it has no end. */
  window: { best: number; closes: number } | null;
  /** Points for the moment alone, 0 to 60. */
  weight: number;
  /** The kinds of interaction that can make it fire; empty where the person's own state does. */
  kinds: readonly Kind[];
  /** Who may match: `suggest` looks only at them. Left out: everybody, which is right and slow. */
  finds?: readonly Finds[];
  /** Pure: reads no clock and does no I/O. */
  match: (history: History) => Verdict;
  /**
   * What a message on one interaction would be, whatever the window says: for a draft that was asked for.
   * Null where this rule would not write it; left out where it never does.
   */
  writesAbout?: (
    history: History,
    interaction: Interaction,
  ) => Pick<Match, 'action' | 'kind'> | null;
  /** At least four contexts and four intents per action that the rule can lead to. */
  forms: Partial<Record<Action, Forms>>;
  /** A message may be written with nothing logged. */
  standsAlone?: true;
  /**
   * Where I introduce myself. `strangers`: only to someone I share nothing with. `beside-team`: as usual, but
   * the message has named our team already. Left out: as usual for the action.
   */
  introduces?: 'strangers' | 'beside-team';
  /** What to know besides the reasons, for the person who reads the list. */
  tip?: string;
  /** At least one that fires and one near miss. */
  examples: readonly Example[];
}

/** When a word to a person is wanted. */
export interface Clock {
  /** After how many days without contact; null where their relationship says. */
  everyDays: number | null;
  /** Not before this day; null where nothing was said, and of no meaning once it is there. */
  snoozedUntil: Day | null;
}

/** What somebody was: role, team and company as they stood together, and the day until which they did. */
export interface Position {
  role: string | null;
  team: string | null;
  company: string | null;
  until: Day;
}
