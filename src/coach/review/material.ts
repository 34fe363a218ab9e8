/** What a review is made from: counts of the whole log, and the few people whom a finding may be about. */
import type { Day, History, Kind, Me, Person, Relationship, Status } from '../../model.ts';
import type { Ties, Warmth } from './warmth.ts';

/** A team or company, and how many of its people there are. */
export interface Group {
  name: string;
  total: number;
  connected: number;
}

export interface InvitationMonth {
  /** `YYYY-MM`. */
  month: string;
  accepted: number;
  /** Declined, taken back or expired. */
  closed: number;
  waiting: number;
}

/** The moments of one kind in the last year, one for each person: what became of them. */
export interface MomentCount {
  kind: Kind;
  /** An invitation or a connection followed while the window was open; after news of theirs, a word. */
  used: number;
  /** The window is open still. */
  open: number;
  /** It closed without one. */
  passed: number;
}

/** Someone on the map: the people with whom most is logged in the last year. */
export interface MapPerson {
  id: number;
  name: string;
  team: string | null;
  /** How warm the tie is, or `none` where we are not connected. */
  tie: Warmth | 'none';
  interactions: number;
}

/** How many interactions two people of the map share. */
export interface MapLink {
  from: number;
  to: number;
  shared: number;
}

/** A title that may have to do with a goal, and who took part; none of feedback sessions. */
export interface NearTitle {
  person: Person;
  title: string;
}

/** Those who may serve a goal: they share a word with it, perhaps. */
export interface NearGoal {
  goal: string;
  people: Person[];
  titles: NearTitle[];
}

/** Long shared work with a connection. */
export interface SharedWork {
  person: number;
  projects: number;
  feedback: number;
  first: Day;
  last: Day;
}

export interface Network {
  today: Day;
  me: Me;
  people: number;
  byStatus: Record<Status, number>;
  byRelationship: Record<Relationship, number>;
  /** Largest first. */
  teams: Group[];
  companies: Group[];
  /** Ties that rest: counted, never named. */
  strained: number;
  ties: Ties;
  tiesByMonth: Array<{ day: Day } & Ties>;
  invitations: InvitationMonth[];
  moments: MomentCount[];
  map: { people: MapPerson[]; links: MapLink[] };
  nearGoals: NearGoal[];
  sharedWork: SharedWork[];
  /** Invitations that have waited long, the oldest first; no strained ones. */
  stale: number[];
  /** Projects finished and jobs begun of late, newest first. */
  profileNews: Array<{ kind: 'project' | 'new-job'; title: string; date: Day }>;
  /** Good news that nobody has answered yet, newest first. */
  milestones: number[];
  /** Connections gone quiet that have something to build on, the strongest first. */
  quiet: number[];
  /** People with whom something is logged, not connected, most logged first. */
  unconnected: number[];
}

/** A network, and what is logged with the people whom a finding may be about. */
export interface ReviewMaterial {
  network: Network;
  histories: ReadonlyMap<number, History>;
  /** Invitations left this week. */
  invitesLeft: number;
}
