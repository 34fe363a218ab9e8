/** The types of the whole program. Imports nothing, so a rule can be tested on its own. */

/** A local calendar day, `YYYY-MM-DD`. Days compare as text. */
export type Day = string;

/** What happened. `meeting` and `engagement` build rapport; the others can open a moment. */
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

/** `incoming`: they invited me, and I haven't answered. */
export const STATUSES = [
  'none',
  'invited',
  'incoming',
  'connected',
  'declined',
  'withdrawn',
] as const;
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
  'answer',
] as const;
export type Action = (typeof ACTIONS)[number];

/** Whether an action sends a connection invitation. */
export function isInviting(action: Action): action is 'connect' | 'reconnect' {
  return action === 'connect' || action === 'reconnect';
}

/** How people are listed: by name; by last contact, newest first; by warmth, and then by how often we met. */
export const PEOPLE_ORDERS = ['name', 'recent', 'warm'] as const;
export type PeopleOrder = (typeof PEOPLE_ORDERS)[number];

/** Which comes first in "3/11". */
export const DATE_ORDERS = ['day-first', 'month-first'] as const;
export type DateOrder = (typeof DATE_ORDERS)[number];

export const CHANNELS = ['note', 'message', 'email'] as const;
export type Channel = (typeof CHANNELS)[number];

export interface PersonRef {
  id: number;
  name: string;
}

/** Drops everything but the id and name. */
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
  /** The first of `emails`. */
  email: string | null;
  /** All addresses, the one to use first. */
  emails: string[];
  /** How a message greets them; null for their first name. */
  call: string | null;
  /** Where we both worked, as I have said. */
  shared: SharedWork | null;
  /** Private: never used in a message. */
  note: string | null;
  /** The day of the newest interaction of any kind. */
  lastContact: Day | null;
  /** Number of logged interactions. */
  interactions: number;
}

/** An employer of mine, and the days I was there. */
export interface SharedWork {
  company: string;
  from: Day | null;
  /** Null while I'm there. */
  until: Day | null;
}

export interface Participant extends PersonRef {
  /** What stood out about this person, as typed. */
  highlight: string | null;
}

export interface Interaction {
  id: number;
  kind: Kind;
  date: Day;
  title: string;
  /** Private: never used in a message. */
  note: string | null;
  people: Participant[];
}

/** A skill on my profile. */
export interface MySkill {
  skill: string;
  /** The day I added it; null if it was on my profile already. */
  since: Day | null;
}

/** The user: what an introduction can say, and their invitation limits. */
export interface Me {
  name: string | null;
  role: string | null;
  team: string | null;
  company: string | null;
  emails: string[];
  account: 'free' | 'premium';
  goals: string[];
  skills: MySkill[];
  /** Most invitations in any seven days. */
  invitesPerWeek: number;
  /** Most personal notes in a calendar month; null for no limit (premium). */
  notesPerMonth: number | null;
  /** How a message greets: "Hi Priya,", "Hello Priya,", or "Priya,". Absent: Hi. */
  greeting?: Greeting;
  /** Days without contact before a check-in, where I set them; `all` is for every other relationship. */
  rhythm?: Rhythm;
  /** The jobs I have or had, the latest start first. Absent: none is known. */
  jobs?: readonly SharedWork[];
}

export const GREETINGS = ['Hi', 'Hello', 'name'] as const;
type Greeting = (typeof GREETINGS)[number];

export type Rhythm = Readonly<Partial<Record<Relationship | 'all', number>>>;

/** How often `remind` reminds. */
export const REMINDERS = ['daily', 'weekly', 'monthly'] as const;
export type Reminder = (typeof REMINDERS)[number];

/** Everything a rule can look at. Interactions are newest first. */
export interface History {
  person: Person;
  /**
   * Newest first. `suggest` leaves out what's older than every rule's window in a long history, but for the
   * newest few of each kind; `person.interactions` counts them all.
   */
  interactions: Interaction[];
  /** How their highlights can be said to them, by interaction id; without those that can't be said well. */
  details: ReadonlyMap<number, Detail>;
  /** What their titles were understood as, by interaction id; without those that can't be said well. */
  readings: ReadonlyMap<number, Reading>;
  me: Me;
  today: Day;
  /** The day they accepted my invitation; null if not connected, or connected another way. */
  accepted: Day | null;
  /** Whether they invited me, answered or not. */
  hasInvitedMe: boolean;
  /** The first day they can be suggested again; null if never snoozed. */
  snoozedUntil: Day | null;
  /** Skipped moments, by `Match.key`. */
  skipped: ReadonlySet<string>;
  /** Moments that something I did since answers, by `Match.key`. */
  answered: ReadonlySet<string>;
  /** The moment that the list showed last, and on how many days before today; null if it showed none. */
  shown: { moment: string; days: number } | null;
  /** Days without contact before a check-in is due; null to use the relationship's default. */
  everyDays: number | null;
}

/** How what stood out in a person's part can be said to them. */
export type Detail = Deed | Quality | Thing | Habit | Advice | OwnWords;

/** What somebody did: "Thank you for {gerund}.", "I remember that {past}." */
export interface Deed {
  is: 'deed';
  /** "staying late to fix the import"; null where one does not thank for it: "knowing every bird name". */
  gerund: string | null;
  /** Where one does not thank for it, after "I remember you": "studying at 6am". */
  doing?: string;
  /** "you stayed late to fix the import" */
  past: string;
  short: { gerund: string; past: string } | null;
}

/** How somebody was. */
export interface Quality {
  is: 'quality';
  /** After "you were so": "calm on the radio"; null for "how quiet you made the hall". */
  how: string | null;
  /** After "I won't forget": "how calm you were on the radio". */
  clause: string;
  /** The word alone, where more was said. */
  short: string | null;
}

/** Something of theirs: "your rollback plan", or a talk: "your talk about boring forms". */
export interface Thing {
  is: 'thing' | 'talk';
  phrase: string;
  short: string | null;
}

/** What they do again and again: "you swim in the lake in November". */
interface Habit {
  is: 'habit';
  present: string;
  short: string | null;
}

/** What they told me to do; not for every moment, since thanks for it may sound ironic. */
interface Advice {
  is: 'advice';
  /** "telling me to go for it" */
  gerund: string;
  past: string;
  short: null;
}

/** My own words for it: a whole sentence, used to the letter. */
interface OwnWords {
  is: 'own';
  text: string;
}

/** What a title was understood as, in words that can be said to those who took part. */
export type Reading = Named | News | Leaving | Led | Loss;

/** What happened, after its preposition: "on" "the Ledger migration". */
export interface Named {
  after: 'on' | 'at' | 'about' | 'of';
  phrase: string;
  /** "the migration"; null where the phrase is short already or would become unclear. */
  short: string | null;
  /** It says what we did: "moving ward 7". */
  isDoing?: true;
}

/** What one congratulates on: "your promotion to category lead", "passing the bar exam". */
export interface News {
  news: string;
  short: string | null;
}

/** Somebody leaves or left. */
export interface Leaving {
  leaves: 'me' | 'you' | 'both' | null;
  /** The last day, where the title names it. */
  until: Day | null;
  /** Said while it lay ahead: "is leaving", "last day is Friday". */
  isAhead: boolean;
  isRetiring: boolean;
  /** Where it was: "Northwind". */
  place: string | null;
}

/** Whom they lost, as one says it to them: "your mother". */
interface Loss {
  lost: string;
}

/** A change that puts the reader at the head of us. */
interface Led {
  leads: 'you';
}

/** When a moment can be suggested: its first day, last good day and last day. */
export interface Window {
  opens: Day;
  best: Day;
  closes: Day;
}

/** What a rule returns when it fires. */
export interface Match {
  action: Action;
  /** The kind of interaction it's based on; null if the person's own state triggers it. */
  kind: Kind | null;
  /** The interaction the message is about, if any. */
  interaction: Interaction | null;
  window: Window | null;
  /** Shown in the list, without a full stop: "You finished Apollo launch together 2 days ago". */
  reason: string;
  /** Identifies the moment for `skip`: stable from day to day, different for a new moment. */
  key: string;
}

/** A match and the rule that made it. */
export interface Moment extends Match {
  rule: Rule;
}

/** Whether a rule fires on a history, and why. */
export type Verdict =
  | { fires: true; moment: Match; why: string }
  /** `why` is one sentence that names what's missing. */
  | { fires: false; why: string };

/**
 * Who a rule could match, as a condition that `store/candidates.ts` turns into SQL. It can select
 * too many people, but must never miss one. `notConnected` excludes connections.
 */
export type Finds =
  /** Took part in an interaction of one of the rule's kinds; the moment opens on that day. */
  | { by: 'kind'; notConnected?: true }
  /** Connected within `withinDays` days; the moment opens on the day of connecting. */
  | { by: 'connected'; withinDays: number }
  /** Connected, without contact for `days[relationship]` days or their own `everyDays`. */
  | { by: 'quiet'; days: Readonly<Record<Relationship, number>> }
  /** Connected to somebody I worked with, and not in touch for `days[relationship]` days. */
  | { by: 'shared-work'; days: Readonly<Record<Relationship, number>> }
  /**
   * Asked me something on LinkedIn, or wrote to me in the last days without an answer ever; the moment opens on that day.
   */
  | { by: 'question'; messageWithin: number }
  /** Has a pending invitation; the moment opens `days` days after it was sent. */
  | { by: 'invited'; days: number }
  /**
   * Has invited me and waits for an answer, or got one in the last days; the moment opens on the day of
   * the invitation, or of my answer.
   */
  | { by: 'incoming'; acceptedWithin?: number }
  /** On my team, by team name or by relationship. */
  | { by: 'team'; notConnected?: true }
  /** `timeless`: their moment has no window. */
  | { by: 'relationship'; is: Relationship; notConnected?: true; timeless?: true }
  /** Took part in an interaction of `kind`; the moment opens `months` months after it. */
  | { by: 'anniversary'; kind: Kind; months: number };

/** A history in brief, and whether the rule fires on it. */
interface Example {
  /** One sentence: "Two days after finishing Apollo with Priya". */
  title: string;
  fires: boolean;
  /** Overrides for the default history of `historyOf` in rules/lib/example.ts. */
  given: ExampleHistory;
}

/** The fields of a history that an example sets; `historyOf` fills in the rest. */
export interface ExampleHistory {
  today: Day;
  person?: Partial<Omit<Person, 'id' | 'lastContact' | 'interactions'>>;
  interactions?: Array<
    Pick<Interaction, 'kind' | 'date' | 'title'> & {
      highlight?: string;
      detail?: Detail;
      /** Key of the moment that it answers. */
      answers?: string;
      reading?: Reading;
    }
  >;
  me?: Partial<Me>;
  accepted?: Day;
  hasInvitedMe?: boolean;
  everyDays?: number;
}

/**
 * How a rule words its messages, by action: whole messages, one a line. "{topic}" is a slot, "[…]" may be left out, "[+…]"
 * is for longer messages, and conditions stand before a bar: "manager, !ahead | Thank you for {thanks}." The slots and
 * conditions are listed in src/coach/draft/slots.ts.
 */
type Wording = Partial<Record<Action, readonly string[]>>;

/** One moment worth acting on, with its wording and tests: see `rules/`. */
export interface Rule {
  id: string;
  title: string;
  /** One sentence for the user: why this is a good moment. */
  why: string;
  /** The section of the article it's based on, and where its numbers come from. */
  source: string;
  /** Days after the moment opens: the last good day and the last day. Null: it never closes. */
  window: { best: number; closes: number } | null;
  /** Points for the moment itself, 0 to 60. */
  weight: number;
  /**
   * A short list has one of its moments at most, and holds the others; or so many of those I worked with at one
   * company, who may compare what I write.
   */
  atMost?: 'one' | { ofOneCompany: number };
  /** The kinds of interaction it can fire on; empty if the person's own state triggers it. */
  kinds: readonly Kind[];
  /** Who could match, so `suggest` skips everyone else. Without it everyone is judged: slow. */
  finds?: readonly Finds[];
  /**
   * Pure: reads no clock and does no I/O. `suggest` ranks people without notes, highlights and titles (but
   * for those of what LinkedIn recorded), so these may change the reason and the action, but never whether the
   * rule fires.
   */
  match: (history: History) => Verdict;
  /**
   * The action and kind for a draft about one interaction, ignoring the window; null if another
   * rule should write it (the first in `rules/index.ts` that does, writes it). Leave it out if the rule never writes about an interaction.
   */
  writesAbout?: (
    history: History,
    interaction: Interaction,
  ) => Pick<Match, 'action' | 'kind'> | null;
  /** The messages for each action the rule can suggest; an action without any has no message. */
  wording: Wording;
  /** A message makes sense even with nothing logged. */
  standsAlone?: true;
  /** Extra advice shown with the suggestion. */
  tip?: string;
  /** At least one that fires and one near miss; they are the rule's tests. */
  examples: readonly Example[];
}

/** When to get in touch with a person. */
export interface ContactSchedule {
  /** Days without contact before a check-in; null to use the relationship's default. */
  everyDays: number | null;
  /** The first day they can be suggested again; null if never snoozed. Ignore days in the past. */
  snoozedUntil: Day | null;
  /** Whether they invited me, answered or not. */
  hasInvitedMe: boolean;
}

/** A past position of a person, and its last day. */
export interface Position {
  role: string | null;
  team: string | null;
  company: string | null;
  until: Day;
}
