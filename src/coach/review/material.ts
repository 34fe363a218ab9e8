/** The input of a review: counts over the whole log, and the people a finding may be about. */
import type { Day, Kind, Me, Person, Relationship, Status } from '../../model.ts';
import type { Judgement } from '../suggest/judge.ts';
import type { Ties, Warmth } from './warmth.ts';

/** A team or company, and how many people are in it. */
export interface Group {
  name: string;
  total: number;
  connected: number;
}

export interface InvitationMonth {
  /** `YYYY-MM`. */
  month: string;
  accepted: number;
  /** Declined, withdrawn or expired. */
  closed: number;
  waiting: number;
}

/** What came of last year's moments of one kind, counted per person. */
export interface MomentCount {
  kind: Kind;
  /** An invitation or a connection (after a milestone, any contact) came in the window. */
  used: number;
  open: number;
  /** The window closed unused. */
  passed: number;
}

/** Someone on the map, which shows the people with most interactions in the last year. */
export interface MapPerson {
  id: number;
  name: string;
  team: string | null;
  /** `none` if not connected. */
  tie: Warmth | 'none';
  interactions: number;
}

/** How many interactions two people on the map share; `from` and `to` are person ids. */
export interface MapLink {
  from: number;
  to: number;
  shared: number;
}

/** What is read of everybody who may help with a goal; there may be thousands. */
export type PossibleHelper = Pick<
  Person,
  | 'id'
  | 'name'
  | 'role'
  | 'team'
  | 'skills'
  | 'interests'
  | 'strained'
  | 'connection'
  | 'interactions'
  | 'lastContact'
>;

/** An interaction title that may match a goal, and who took part. Never feedback. */
interface TitleCandidate {
  person: PossibleHelper;
  title: string;
}

/** People and titles that may match a goal: a broad search, to be checked with `helpersFor`. */
export interface GoalCandidates {
  goal: string;
  people: PossibleHelper[];
  titles: TitleCandidate[];
}

/** Shared work with a connection, enough for a recommendation. `person` is an id. */
export interface SharedWork {
  person: number;
  projects: number;
  feedback: number;
  first: Day;
  last: Day;
}

/** The whole network, as read from the log. Lists of numbers are person ids. */
export interface Network {
  today: Day;
  me: Me;
  people: number;
  byStatus: Record<Status, number>;
  byRelationship: Record<Relationship, number>;
  /** Teams and companies: largest first. */
  teams: Group[];
  companies: Group[];
  /** How many ties are strained; those people are never listed. */
  strained: number;
  ties: Ties;
  invitations: InvitationMonth[];
  moments: MomentCount[];
  goalCandidates: GoalCandidates[];
  sharedWork: SharedWork[];
  /** People with an invitation that has waited long, oldest first; no strained ties. */
  stale: number[];
  /** Recently finished projects and new jobs, newest first. */
  profileNews: Array<{ kind: 'project' | 'new-job'; title: string; date: Day }>;
  /** People with good news that I haven't answered, newest first. */
  milestones: number[];
  /** Quiet connections with something to build on, strongest first. */
  quiet: number[];
  /** People with interactions but no connection, most interactions first. */
  unconnected: number[];
}

/** What the page draws and a review on the terminal doesn't say. */
export interface Pictures {
  tiesByMonth: Array<{ day: Day } & Ties>;
  map: { people: MapPerson[]; links: MapLink[] };
}

/** A network, and today's judgement (by person id) of people a finding may be about. */
export interface ReviewMaterial {
  network: Network;
  /** May read the person first: nobody is judged whom no finding asks for. */
  judgements: Pick<ReadonlyMap<number, Judgement>, 'get'>;
  /** Invitations left this week. */
  invitesLeft: number;
}
