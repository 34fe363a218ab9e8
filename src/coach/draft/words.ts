/** Word lists for guessing a title's grammar. Titles with unknown words are quoted. */

const set = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/u));

/** Events a talk can take place *at*; other nouns are what it's *about*. */
export const GATHERINGS = set(`
  planning standup stand-up retro retrospective review workshop session offsite off-site demo kickoff kick-off party
  all-hands town-hall townhall refinement grooming training summit conference meetup drinks picnic hackathon
  presentation interview scrum daily weekly board seminar lecture webinar fair class dinner lunch breakfast handover
`);

/** Common heads of titles, in the singular, which take an article: *the* Ledger migration. */
export const NOUNS = set(`
  acquisition agreement analysis announcement api app application audit award backfill backlog barbecue bbq bid
  breakfast brunch budget build bootcamp call campaign catch-up celebration ceremony change chat checklist class
  cleanup clean-up coffee committee community concert conference contract course cutover dashboard database dataset
  day deal deck demo deployment design dinner docs document documentation drinks drill engine evening event exam
  exercise exhibition expansion expo experiment export fair farewell feature festival fix forecast forum framework
  fundraiser gala game gathering go-live group guide guild gym hackathon hackday handbook handover hotfix hour
  implementation import incident infrastructure initiative inspection install installation integration interview
  introduction inventory investigation job keynote kickoff kick-off lab launch layoff league lecture library line
  lunch maintenance manual marathon match meeting meetup meet-up merger migration model module month morning move
  newsletter night offsite off-site onboarding opening orientation outage outing overhaul panel paper party
  partnership patch picnic pilot pipeline plan planning platform play playbook plugin podcast policy portal
  postmortem post-mortem presentation print process production program programme project proof proposal prototype
  quarter race re-org reading rebrand rebranding redesign refactor refactoring refresh reorg reorganisation
  reorganization release relocation renovation report research restructure restructuring retirement retreat retro
  retrospective review revamp rewrite ride roadmap roadshow rollout roll-out rota run runbook sale schedule season
  seminar series service session setup set-up shift shoot show site sla spec split spin-off sprint stack stage
  standup stand-up standoff strategy study suite summit support survey switch symposium sync system table takeover
  talk task tasting team tender test testing timetable tool tooling tour tournament townhall town-hall training
  transfer transformation transition trial trip tutorial update upgrade visit walk walkthrough webinar website week
  weekend work workflow workshop workstream yoga year all-hands bash social get-together tech-talk offboarding close
  1:1 one-on-one conversation discussion tea drink club circle chapter channel network choir band book queue flow
  cluster gateway bridge booth quiz hall hands deploy pr rfc adr mvp poc sdk ui ux cli etl crm erp kpi okr rfp algorithm
  alert alerting automation backup benchmark billing bot brand bug cache case catalogue catalog checkout client code
  collection component compliance configuration console consolidation conversion correction crisis decommissioning
  delivery directory domain draft email emergency endpoint epic estimate extension figure filter finding flight
  fridge funnel gap garden graph guideline habit handoff hub image improvement index industry infographic interface
  key kit landing laptop layer layout ledger letter list logo loop machine map market material menu message metric
  mission mobile mockup network notebook notification operation order outreach overview package page parser
  payment payroll permit phase photo picture poster price pricing problem procedure procurement profile prospectus
  protocol query raise recommendation record recovery registry relaunch removal reporting request requirement resource
  restart result rig road room route rule safety scheme scope scoreboard screen script search security segment
  sequence server shop sign signup slide solution space spreadsheet standard state story storyboard structure
  subscription supplier target taxonomy template territory theme ticket timeline tracker translation tree
  freeze closure shutdown return tunnel unit video view virus voice warehouse wiki wizard zone demo-day away-day awayday day-out board daily weekly
`);

/** Talks between two people, which take "our": *our* coffee chat. */
export const TALKS = set(`
  coffee lunch chat call 1:1 1-1 one-on-one walk dinner breakfast catch-up catchup conversation talk sync drink drinks tea
  brunch interview meeting discussion introduction intro handover
`);

/** Groups to belong to, which take an article: *the* Thursday lunch group, but trail running. */
export const GROUPS = set(`
  group club community guild chapter channel newsletter podcast league team choir band forum meetup meet-up
  society circle network course class workshop conference committee lab project programme program series
`);

/** Adjectives and nouns that are capitalised only because they start a title. */
export const OPENERS = set(`
  agile annual autumn big biannual biweekly board bug build client code company content cross-team customer daily data
  database design dev developer development distributed documentation end-of-year engineering executive fall farewell
  final first floor fun site work wedding launch sprint volunteering planning project release budget roadmap coffee lunch code lightning global go-to-market half-year hiring holiday infrastructure internal joint kitchen leadership
  legacy lightning local machine marketing mid-year mobile monthly morning new office old onboarding open open-source
  operations org organisation organization payment payroll performance pizza platform pricing product public
  pub careers quarterly regional release remote safety sales second security shared software spring strategy summer support
  book chess check cooking climbing cycling demo deploy film gardening hiking interview landing music photography quiz reading
  report research running test testing wine working yoga rollback incident question questions attention sense eye team tech technical third trail training user vendor volunteer weekly welcome winter yearly intro
`);

/** Verbs that start a title as an imperative ("Fix flaky tests"). Some are nouns as well. */
export const VERBS = set(`
  add adopt analyse analyze answer ask automate backfill begin bring build buy check choose clean clear close collect
  complete configure connect consolidate convert create cut debug decide decommission define delete deliver deploy
  design develop document drop enable end ensure establish evaluate expand explain explore extend extract finalise
  finalize find finish fix get give go grow handle harden help hire host implement import improve increase
  inspect install integrate introduce investigate join keep kill kick launch lead learn make manage map measure meet
  merge migrate modernise modernize monitor move onboard open optimise optimize organise organize own pass plan port
  prepare present prevent produce promote prove publish push put raise read rebuild redesign reduce refactor release
  remove rename renew reorganise reorganize replace report request rescue research resolve restore restructure retire
  review revamp rewrite roll run save scale secure sell send set setup share ship simplify solve speed split stabilise
  stabilize standardise standardize start stop streamline support switch take teach test track train transfer triage
  turn unblock understand unify update upgrade use validate verify win work write
`);

/** Past forms common in titles and highlights, including -ed forms that are rarely adjectives. */
export const PAST = set(`
  accepted acquired added agreed announced answered asked attended automated backed began became brought built called came caught caused
  celebrated challenged changed chatted checked cleaned cleared closed coached collected commented completed convinced
  coordinated cooked covered created cut debugged delivered demoed deployed designed developed did discovered
  discussed documented drafted drew drove earned ended enjoyed explained facilitated fell finished fixed followed
  found freed gave got graduated guided had handled heard helped held hosted identified implemented improved introduced
  investigated invited joined jumped kept knew landed launched learned learnt led left liked listened loved made
  managed mentioned mentored merged met migrated moved negotiated noticed offered onboarded opened organised organized
  owned paired passed patched picked pitched planned played posted prepared presented proposed proved published pulled
  pushed put raised ran reached read rebuilt received recommended redesigned reduced refactored released remembered
  removed replaced replied reported rescued resolved restored restructured retired reviewed rewrote rolled said sang
  saved saw scheduled sent set shared shipped showed simplified solved sorted spoke spotted started stayed stepped
  stood stopped stuck suggested supported swapped switched talked taught tested thanked thought told took tracked
  trained translated transferred tried turned unblocked understood updated upgraded volunteered walked welcomed went won
  worked wrote complimented congratulated connected emailed encouraged endorsed messaged pinged praised reacted
`);

/** Words that make a title a clause. */
export const CLAUSE = set(`
  i we you he she they it who what when where why how is are was were am be been has have had do does did will would
  can could should shall may might must there here let lets let's i'm we're it's she's he's they're you're that's there's what's who's don't both not yes please if because
  got
`);

/** Prepositions and the like, which follow the head of a noun phrase. */
export const LINKS = set(`
  of for in on at with about from by to during across over under after before between into through within without
  around near per via against towards toward upon until since
`);

/** Words that a shortened phrase shouldn't end with. */
export const LOOSE = set(
  `a an the and or but our my your his her their its this that these those new ${[...LINKS].join(' ')} & + / as than`,
);

/** Adverbs that precede an adjective or verb: "very patient". */
export const ADVERBS = set(
  'very so really always never extremely incredibly remarkably super quite truly consistently genuinely exceptionally unfailingly wonderfully most often',
);

/** The last words of job titles: "Staff Engineer". */
export const ROLES = set(`
  accountant administrator advisor adviser advocate agent ambassador analyst architect artist assistant associate
  attorney auditor buyer captain ceo cfo chair chairman chairperson chairwoman chemist chief cio ciso clerk cmo coach
  consultant controller coo coordinator counsel cpo cto curator dean deputy designer developer director doctor driver
  editor engineer evp executive expert facilitator fellow foreman founder co-founder cofounder geologist head host
  instructor intern inspector investigator journalist judge lawyer lead leader lecturer librarian machinist manager
  mechanic mentor midwife minister nurse officer operator owner paramedic partner pharmacist physician physicist pilot
  planner president principal producer professor programmer psychologist receptionist recruiter representative
  researcher sales salesperson scientist scrum secretary sergeant server specialist sre staff steward strategist
  superintendent supervisor surgeon svp teacher technician technologist tester therapist trainee trainer translator
  treasurer tutor underwriter vp warden writer
`);

/** Looks up a typed word in a table, own properties only, so "constructor" finds nothing. */
export function entry(table: Readonly<Record<string, string>>, word: string): string | undefined {
  return Object.hasOwn(table, word) ? table[word] : undefined;
}
