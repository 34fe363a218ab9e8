/**
 * What people in sixty lines of work say that they did, saw and talked about. Each list is one per line;
 * `frames.ts` has the sentences that they are put into.
 */
const lines = (text: string) =>
  text
    .trim()
    .split(/\n|;/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** What was got done: a verb in the past and its object. */
export const DEEDS = lines(`
shipped Borealis; shipped the billing rewrite; released version 4; deployed the search service; launched the new website
migrated the mail server to the cloud; migrated invoicing to Oracle; rolled out the new badge system; fixed the login outage
cleaned up the backlog; wrote the test plan; finished the data model; closed the security audit; set up the build server
finished the ward reshuffle; moved the maternity unit; set up the flu clinic; ran the blood drive; restocked the crash carts
wrote the discharge protocol; covered the night shift; ran the hygiene audit; opened the new triage desk; trained the new nurses
won the Petrov appeal; closed the Lindgren case; settled the harbour dispute; filed the merger papers; drafted the lease
reviewed the contracts for Lagos; prepared the closing binder; submitted the court bundle; served the notice on the tenant
closed the annual accounts; finished the Q2 forecast; reconciled the ledgers; passed the tax inspection; wrote up the budget
paid out the bonuses; cut the travel costs; completed the stock count; submitted the grant report; sorted out the pension letters
rewired the pump station; installed the new boiler; poured the foundation; laid the pipes in Elm Street; put up the scaffolding
repaired the crane; plastered the west wing; replaced the roof; tiled the lobby; painted the stairwell; fixed the lift
rebuilt the engine; serviced the fleet; welded the frame; retooled line 3; calibrated the sensors; assembled the press
commissioned the turbine; cleared the blocked drain; unblocked the conveyor; changed the filters; stripped the gearbox
planted the orchard; brought in the hay; sheared the flock; pruned the vines; dug the pond; mended the fences; cleared the trail
fed the newborns; treated the herd; vaccinated the calves; cleaned the aquarium; reared the chicks; built the bird hide
taught the summer course; marked the mock exams; wrote the syllabus; staged the school musical; ran the parents evening
organised the science fair; graded the essays; built the reading corner; planned the field trip; tutored the late starters
submitted the Horizon proposal; published the genome paper; ran the pilot study; sequenced the samples; built the detector
digitised the archive; catalogued the map collection; hung the spring exhibition; restored the altarpiece; moved the library
cooked the wedding banquet; opened the new kitchen; wrote the autumn menu; catered the gala; baked the festival cake; ran the bar
staffed the harvest market; did the stocktake; dressed the shop windows; opened the Oslo store; priced the sale; cleared the depot
delivered the rebrand; shot the trailer; edited the documentary; designed the poster; recorded the album; mixed the live set
printed the annual report; wrote the press kit; ran the Christmas campaign; relaunched the newsletter; laid out the catalogue
translated the manual; subtitled the film; interpreted the summit; proofread the thesis; transcribed the hearings; indexed the book
rescued the hikers; put out the barn fire; patrolled the stadium; handled the flood call; searched the quarry; trained the cadets
flew the relief cargo; loaded the freighter; drove the night convoy; docked the ferry; rerouted the trains; sorted the parcels
measured the site; mapped the wetland; surveyed the bridge; tested the soil; monitored the dam; drew the floor plans
moved the office; hired the interns; onboarded the new starters; renewed the insurance; negotiated the rent; cleaned the warehouse
untangled the rota; sold the idea to the board; sold the last flats; signed the Nordic deal; landed the airport account; pitched to Volvo
saved the harvest; beat the deadline; cracked the bug; nailed the demo; got the permit approved; got the roof fixed; got the heating going
pulled off the conference; put together the tender; worked out the timetable; handed over the keys; carried out the inspection
held the open house; hosted the delegation; coached the under-12s; choreographed the finale; tuned the organ; sewed the costumes
wrapped up the pilot; finalised the tender; knocked out the prototype; sorted the invoices; mended the kiln; fired the first batch
sanded the deck; scrubbed the tanks; glazed the bowls; forged the gates; carved the sign; bound the ledgers; thatched the barn
brewed the spring ale; bottled the vintage; smoked the salmon; milled the flour; churned the butter; roasted the beans; picked the olives
banded the gulls; relocated the hives; tagged the turtles; counted the bats; replanted the dunes; cleared the ditch; seeded the meadow
scanned the negatives; restored the reels; typeset the novel; inked the panels; mastered the tracks; lit the stage; rigged the lights
drove the Rotterdam load; piloted the barge; refuelled the tankers; unloaded the trucks; stacked the pallets; packed the crates; swept the yard
revised the emergency plan; redrafted the bylaws; audited the charity; appraised the estate; closed the Cairo contract; filed the patent
measured 40 homes; read 30 theses; sold 12 tractors; marked 90 scripts; vetted 200 applications; edited 3 chapters; answered 50 calls
`);

/** The nouns of finished work, without an article. */
export const WORKS = lines(`
Apollo launch; ledger migration; go-live; payroll project; website relaunch; Atlas rollout; warehouse move; ward move
SAP go-live; menu relaunch; budget round; audit; tender; Borealis release; kitchen refit; harvest; season opening
annual report; stock take; roof repair; bridge survey; book layout; exhibition; school musical; grant proposal; merger filing
Zephyr; Orion; the big refit; version 2; the spring catalogue; year-end close; fleet upgrade; pilot; data cleanup; film shoot
Chase deal; Rossi wedding; Henderson file; night convoy; flood barrier; vaccine drive; timetable change; museum move; rebrand
`);

/** Events, with their article. */
export const EVENTS = lines(`
the Lisbon offsite; the summer party; the Christmas party; KubeCon; the nursing congress; the trade fair in Milan; the town hall
the safety training; the union conference; the wine tasting; the Rust meetup; the alumni dinner; the charity run; the open day
the librarians' conference; the sales kickoff; the all-hands; the first aid course; the fire drill; the farm show; the book fair
the hackathon; the design sprint; the leadership workshop; a webinar on pensions; a talk on soil health; the game jam
the award ceremony; the regional summit; the dentists' congress; the Hamburg expo; the science slam; the choir festival
the welders' seminar; the harvest festival; the supplier day; the teachers' retreat; the barbecue; the team day; the quiz night
PyCon; the Davos forum; the wedding fair; the film premiere; the vernissage; the graduation; the careers fair; the blood drive
the school concert; the marathon; the symposium; the panel on housing; the vendor demo day; the football match; the tournament; the cup final; the relay; the sports day; the regatta; a lecture on physics; a talk about bees
a masterclass on singing; a course in welding; the Berlin roadshow; the gala dinner
`);

/** Events as they stand at the head of a note, without an article. */
export const EVENT_NAMES = lines(`
Sales kickoff; Launch party; Release party; Summer party; Hackathon; Offsite; Safety day; Trade fair; Nursing congress; Open day; Town hall; Team day; KubeCon
Book fair; Charity run; Quiz night; Training day; Leadership workshop; Lisbon summit; Award dinner; Farm show; Webinar on pensions
Lunch and learn on taxes; Design jam; Conference in Oslo; Retreat in the Alps; Christmas do; Barbecue; Expo; Wine tasting; Choir festival
`);

/** Where one runs into people, none of it an event. */
export const SPOTS = lines(`
the canteen; the lift; the corridor; the elevator; the car park; the hallway; the kitchen; the library; the train; the airport
the lobby; the workshop; the staff room; the bus; the gym; the depot; the break room; reception; the bakery; the supermarket
the chemist; the market; the station; the coffee machine; the playground; the bank; the hairdresser; the post office; the dentist; the bar
the copier; the water cooler; the pier; the harbour; the pub; the café; the restaurant; the garage; the school gate; the entrance; the vending machine
the bus stop; the swimming pool; the park; the hospital; the waiting room; the loading dock; the stairs; the garden; the counter; the bike shed; the till
`);

/** What people travel in together. */
export const RIDES = lines(
  'the bus; the train; the tram; a taxi; a cab; the lift; the ferry; the night train; a ride; the shuttle',
);

/** What people have in common, as a thing. */
export const INTERESTS = lines(`
climbing; chess; beekeeping; jazz; board games; sourdough; trail running; pottery; birdwatching; sailing; knitting; gardening
photography; rowing; salsa; manga; vintage cars; astronomy; calligraphy; opera; surfing; mushrooms; bouldering; the cello; stamps
old maps; ultra running; Formula 1; crosswords; woodwork; punk; Icelandic sagas; horses; open source; model trains; yoga; football
Wagner; Bach; Tolkien; Arsenal; Björk; Kafka; Bollywood films; Star Wars; Motown; Tudor history; Thai food; Miyazaki; bad puns
`);

/** What people do for fun: the base form, and its third person. */
export const HOBBIES = lines(`
run marathons|runs marathons; play the cello|plays the cello; keep bees|keeps bees; sing in a choir|sings in a choir
paint|paints; climb|climbs; collect stamps|collects stamps; bake bread|bakes bread; row|rows; knit|knits; speak Finnish|speaks Finnish
restore old bikes|restores old bikes; grow chillies|grows chillies; dance tango|dances tango; play chess|plays chess; ski|skis
read Russian novels|reads Russian novels; cycle to work|cycles to work; support Celtic|supports Celtic; brew beer|brews beer
come from Bergen|comes from Bergen; studied in Ghent|studied in Ghent; have twins|has twins; fish|fishes; foster cats|fosters cats
`);

/** Work of mine that somebody looks at, without "my". */
export const MINE = lines(`
lesson plan; discharge summary; closing argument; pull request; caching design; thesis chapter; draft; presentation; slides; talk
report; welds; sauce; translation; handover notes; floor plan; business case; code; portfolio; poster; menu; speech; budget
care plan; docking; sales pitch; grant proposal; abstract; sketch; risk assessment; rota; first chapter; interview style; stitching
closing; article; landing; triage; lab report; cover letter; onboarding plan; mock exam; test plan; spreadsheet; knife work
`);

/** What somebody did in a piece of work, or how they were: verb first. */
export const DETAILS = lines(`
stayed late to fix the sensor; stayed till midnight; explained the tax thing; explained it to me; found the bug; found the leak
spotted the mistake; caught the error in the plan; saved the demo; saved the day; brought cake; lent me her drill; lent us a van
calmed the angry father; kept us on schedule; kept calm; showed me around; showed me the ropes; showed us the trick; held the ladder
wrote the rollback script; rewrote the parser; drew the diagrams; checked every page; double-checked the numbers; cooked for everyone
covered for me; drove through the night; translated for us; held my hand; walked me through the forms; took the worst shift
helped me a lot; helped with the boxes; fixed the printer; fixed the projector; ran the till; fed the calves; sewed the curtains
made the slides; made us laugh; knew every valve; remembered my talk; remembered everyone's name; noticed the crack; carried the boxes
asked the right question; answered all the questions; stood in for me; took notes; took the photos; untangled the cables; was so calm
was great with the kids; was really patient; was brilliant; was a huge help; organised the bus; handled the complaint; came in on Sunday
labelled 300 jars; sold 40 tickets; answered 50 calls; carried 20 boxes; typed 30 pages; made 200 sandwiches; drove 400 miles; took 90 photos
never complained; never lost patience; kept smiling; cracked jokes; stayed cheerful; kept an eye on the clock; fought for the budget; backed me up
did the hard part; did all the wiring; built the model; built the dashboard; tested everything twice; solved the puzzle; led the team
`);

/** Things of mine that are no work. */
export const GEAR = lines(
  'bike; laptop; car; phone; bag; keys; coat; desk; cat; umbrella; charger; badge; printer; drill; dog; glasses; helmet',
);

/** News of theirs: what they became, won, passed or had; with its verb. */
export const NEWS = lines(`
was promoted; got promoted; got promoted to Staff Engineer; was promoted to ward manager; is now head of procurement; made partner
became team lead; became a grandfather; became a mum; won the innovation award; won employee of the month; got the Turing prize
passed the bar exam; passed her driving test; passed his board exam; finished her PhD; got her master's; got tenure; defended his thesis
had a baby; got married; got engaged; is getting married; was elected to the works council; was named teacher of the year
was made head chef; was appointed director; was awarded the medal; has been promoted; is our new deputy; landed a new job at {THING}
got a new job at {THING}; got the job; started a new job; started at {THING}; joined {THING}; joined {THING}; joined the {THING} office
celebrates 20 years at the plant; had her 10 year anniversary; had his tenth work anniversary; published a book; got published
got a paper into Nature; got into medical school; got certified; completed the apprenticeship; earned the pilot's licence
was voted best trainer; received the service medal; moved up to supervisor; took over the lab; graduated; qualified as a midwife
is head nurse now; is the new site manager; got a scholarship; got a raise; got her driving licence; got his diver's certificate; got a degree in law; got two awards
is going to be head nurse; will be team lead; is about to become a dad; is going to be a grandmother; had twins; bought a house; moved house
broke the club record; sold the company; ran for mayor; beat the champion; finished the marathon; got a standing ovation; got a patent; ran a personal best; opened her own bakery; founded a company
`);

/** How somebody goes. */
export const GOODBYES = lines(`
left; left the company; left {THING}; left {THING}; quit; resigned; retired; got laid off; was laid off; was made redundant; was let go; got fired
handed in his notice; gave notice; gave her notice; moved on; is leaving; is leaving us; is leaving the company; is retiring; leaves
is off to {THING}; is moving to {THING}; is going to {THING}; has left; has resigned; is moving to another company; went to a competitor
had her last day; is going on early retirement; is retiring at the end of the month; is leaving next month; is leaving in two weeks; leaves in March
will be leaving soon; is stepping down; stepped down; was transferred; transferred to {THING}; has been let go; packed up his desk; is gone; sent in his resignation; announced her departure; gave up her post
handed in her resignation; finished on Friday; cleared his locker; turned in her badge; ends his contract; is being made redundant; lost his job; is quitting; leaves the school; left for {THING}; left us for {THING}; moved on to {THING}; went to {THING}; left the practice
`);

/** What happens to us all. */
export const CHANGES = lines(`
our team merged with theirs; we were merged into {THING}; our department got split; the restructuring was announced
we were acquired by {THING}; the company was sold; we got a new CEO; the two wards are merging; our unit moves under Finance
the reorg was announced; our school merges with Northfield; the takeover went through; the plant is closing; our site is moving
we have a new director; the office is closing; both labs become one; we now report to the same boss; our branch is being closed
the teams were reshuffled; the depot joins the north region; our group was dissolved; layoffs were announced; we change divisions
`);

/** Where a job is begun. */
export const EMPLOYERS = lines(`
Volvo; the ministry; Acme; St Luke's; the design team; the Billing team; Payments; the city library; the zoo; Bosch; the lab; Initech
the fire brigade; the north depot; the bakery; the orchestra; Northwind; the night shift; the clinic; the police; the radio station
the finance department; Greenfield School; the airport; Contoso; the harbour; the theatre; the Oslo office; the support team; Platform
`);

/** Ordinary talks. */
export const TALKS = lines(`
coffee; lunch; breakfast; tea; dinner; drinks; a beer; a chat; a quick chat; a call; a quick call; 1:1; a walk; a meeting; a sync
a catch-up call; a long talk; brunch; a zoom; a phone call; weekly sync; stand-up; retro; sprint planning; handover; a pint; video call
one-on-one; kick-off; budget meeting; status meeting; interview; a stroll; shift handover; a smoothie; a cigarette break; team lunch
an ice cream; a smoke; a burger; pizza; a cocktail; a hot chocolate; cake; a bite; a sandwich; a voice call; a skype call
conference call; group call; team call; debrief; huddle; check-in; planning session; site meeting; briefing; working lunch; a gossip; a word
`);

/** What one talks about. */
export const TOPICS = lines(`
the roadmap; the budget; night shifts; the invoice bug; the new rota; pensions; the lease; his move; her garden; the strike; parking
the Q3 numbers; the timetable; holidays; the exhibition; the harvest; his promotion; her new job; the move to Leeds; the tender; Apollo
`);

/** What is posted and answered. */
export const POSTS = lines(`
post; article; photo; update; video; comment; talk; paper; essay; story; post about burnout; article on phonics; webinar; question
post on LinkedIn; piece on wool; newsletter; podcast
`);

/** Names of people, for the tagger to read; the reader knows none of them. */
export const NAMES = lines(`
Priya; Tom; Ana Ruiz; Wei Chen; Grace Kim; Linus; Jo Park; Olaf Brandt; Sunita Rao; Kofi; Ingrid Halvorsen; Marek; Fatima Al-Sayed
Henk de Vries; Zoë van der Meer; Marie-Hélène Tremblay; Xin Yi; Yusuf Demir; Leila; Bashir; Sister Agnes; Dr Patel; Ms Adebayo
Captain Lund; Big Dave; Caitlin Moore; Tomasz Wójcik; Nkechi Obi; Dagny; Ravi Menon; Uwe; Solveig Dahl; Prof. Okada; Ramesh; Ottilie
Kelly O'Brien; Rui; Tine Kos; J. Smith; Mei; Florian Egger; Beatriz Fonseca; Emeka; Gunnar; Thandiwe Ndlovu; Petra Lang; Lars Öberg
`);

/** Names of things, written large where a person might stand. */
export const THINGS = lines(`
Apollo; Atlas; Acme; Initech; Contoso; Siemens; KubeCon; Borealis; Excel; LinkedIn; Kubernetes; Milan; Oslo; Nature; Northwind; Zephyr
Billing; Platform; HR; QA; Finance; Legal; Marketing; Sales; Salesforce; Jira; Orion; Java; Procurement
Teams; Zoom; Slack; Berlin; Ghent; Facebook; Instagram; WhatsApp; Ikea; Volvo; Porto; Glasgow; Heathrow; Brussels; Sky News; New York; Elm Street
`);

/** Who somebody is, before the name. */
export const ROLES = lines(`
my boss; my manager; our new intern; night shift lead; my mentor; our supplier; the site manager; nurse; head chef; my deputy; line lead
my supervisor; our accountant; the caretaker; our lawyer; the foreman; team lead
`);

/** Days, as far as the tagger sees them. */
export const DAYS = lines(
  'yesterday; last friday; on Monday; today; last night; on 5 Nov; this morning',
);

/** What one runs, swims or rides side by side. */
export const RACES = lines(`
the half marathon; the marathon; a 10k; the 5k; the city run; the relay; the triathlon; a sponsored walk; the charity ride; the regatta
`);

/** What one plays or wins together, none of it work. */
export const CONTESTS = lines(`
the quiz; the pub quiz; the hackathon; the chess tournament; the football cup; the doubles; the tug of war; the staff cup; a charity match; the game jam
the bake-off; the five-a-side final; the raffle; the cricket match; the table tennis league
`);

/** What one is taught together. */
export const COURSES = lines(`
the first-aid course; a safety course; the crane training; the driving course; the leadership training; data protection training; the Excel course
manual handling training; an evening class; the fire safety course; a welding class; the phlebotomy course; the SQL workshop; negotiation training
`);

/** What one gives before an audience. */
export const SPEECHES = lines(
  'a talk; a lecture; a keynote; a speech; a paper; a demo; a tutorial; my talk; a workshop',
);

/** Hours one works side by side. */
export const SHIFTS = lines(
  'night shift; late shift; early shift; the night shift; a double shift; Sunday shift; on call; the late duty',
);

/** The word before "team". */
export const TEAMS = lines(
  'platform; payments; night; legal; billing; kitchen; surgical; data; sales; design; transport; finance',
);

/** What one goes doing together. */
export const OUTINGS = lines(
  'fishing; bowling; hiking; sailing; skiing; climbing; swimming; cycling; camping; skating; dancing; karting',
);
