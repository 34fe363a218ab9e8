import { phrases } from './phrase.ts';

const wordSet = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/**
 * Phrases that sound like context, but could be sent to anyone. The rest of their sentence proves
 * nothing either.
 */
export const FALSE_CONTEXT = phrases([
  // read on a profile
  "notice/noticed/see/saw/read/learned/gather that? you/you've have/are/work/live/studied/went/hold/lead/run/also/spent/got",
  "you have/you've @number years/decades",
  'your @any? reputation/standing/attitude/consistency/reliability/dedication/commitment/calibre/caliber/outlook/stature/seniority',
  'of your standing/calibre/caliber/stature/level/seniority/rank/reputation',
  // recommended by an algorithm, or liked from a profile
  'site/app/system/algorithm/page/feed/linkedin/website/platform/computer/search/suggestions @any? @any? recommended/suggested/suggests/recommends/showed/shows/offered/proposed/brought/put/served/threw/keeps',
  'a/complete/total/perfect stranger',
  'liked/like/love/loved/enjoyed/admire/admired/impressed what/by/with i/what/everything @any? saw/see/read/found',
  'professionals/people/those/leaders/experts/minds like us/ourselves/me/mine',
  'people/those/someone/anyone/everyone who reach/reached/achieve/inspire/share/dare/make/have/think/lead/succeed/value/love/build/know/care/go/grow/are',
  'speak/speaks for themselves/itself',
  'knowing/know more/new/other/good/many people/professionals/faces',
  'both of our/us',
  'think highly',
  // asking for a job
  'want/like/love/hope/wish/looking/apply/applying/applied/dream/keen/eager/ready ... work/job/position/role/placement/internship/opening/vacancy/career/traineeship/apprenticeship in/at/with/for/on your @any',
  // came across them online
  'your? profile/profiles',
  'your page/feed/account',
  'same region/line/lines',
  'came/come/coming/stumbled/ran across/upon you',
  'came/come/coming/stumbled/ran across/upon your name/page/account/company/work/post/posts/article/background/experience/career/website/business/firm',
  'people/someone/somebody/professionals/women/men/person like you/yourself',
  'great/bright/brilliant/sharp/curious/creative/strong/kind/right minds/souls/women/men/hearts',
  'your name was? ... everywhere/list/comes/came/keeps/popped/appeared/mentioned/often/suggested',
  "all/everything/what you have/you've achieved/accomplished/done/built/become",
  'all/everything that? you do/represent/stand/achieve/achieved',
  'from/of/to one another/other',
  "each/one other's/another's/other/another journey/growth/circle/success/career/network/goals/path/dreams",
  "i believe/think/feel/know/am/'m ... power/that/in/great of/people/minds/relationships/connection/connections/networking",
  // read or seen from a distance
  'read/see/seeing/saw/follow/following/like/liking/enjoy/enjoying all? your updates/posts/comments/articles/content/activity/stories/reels/page/headline',
  'keep/kept/always/often seeing/reading/see/read/following your',
  'your headline/bio/summary/banner/tagline',
  'share/shared an/a/the/our alma/love/passion/taste/hobby/belief/mission/vision/background/zodiac/surname/name/birthday',
  'love/passion/taste of/for/in @any',
  '@number contacts/connections/followers',
  "merry/happy/joyful/blessed/frohe christmas/holidays/easter/eid/diwali/hanukkah/thanksgiving/weekend/friday/monday/new/women's/father's/mother's",
  "season's greetings",
  'find/found/think/consider/feel/believe/know you/your a/an/are/very/truly/really/to/so/comments/posts',
  'people you may know',
  'in my suggestions/recommendations/feed/search',
  'suggested/recommended ... linkedin/connection/contact',
  'linkedin suggested/recommended/says/thinks/showed/shows/tells',
  'popped/pop/pops up',
  'mutual/shared/common connections/connection/contacts/contact/friends/acquaintances',
  'connections/contacts/people/friends in common',
  'second/2nd/3rd degree',
  "saw/see/noticed/notice/noticing that? we/you/you're/we're both?/also?/all? are/work/have/share/working/from/also/both/worked/went",
  'found you',
  'you and i should/could/would/may/might/must/ought/seem',
  "i/i've have? long/always wanted/hoped/wished",
  'following/followed/follow/admire/admired/admiring your/you work/career/posts/journey/content/profile/updates/company/page/activity/for/on/leadership/success/vision',
  '@ing? admire/admired/admiring your/you',
  // only the same employer, trade or town
  'both work/working/employed/are/from at/for/in/with',
  'we work/working at/for the? same?',
  'i also/too? work/am/come for/at/from',
  'went/studied/attended/graduated to/at/from the? same university/school/college',
  'linkedin keeps/kept',
  'highly rated/recommended/regarded/respected',
  'everyone/everybody says/said you',
  'good/great/best at what you',
  'colleagues/coworkers/people should be',
  'same company/employer/organisation/organization/industry/field/sector/profession/trade/line/city/town/country/area/building/background/university/school/boat/interests/firm/business/corporation/enterprise/employers/campus/role/job',
  'used to be/work at/in/for',
  'in/of our/your/this/the industry/field/sector/profession/trade/business',
  'most/more respected/admired/influential/successful/talented/interesting',
  'a/great/real privilege to be/have/connect/know',
  'are both in/from/at @name',
  'you and i both? are/work/have both? at/for/in/from',
  'you and i are both at/from/in',
  'make/makes/made sense to connect/be',
  'interest/passion/love/enthusiasm in/for/of the? technology/innovation/business/networking/growth/leadership/tech/ai/marketing/sales/people/success/our/this/industry',
  'similar background/backgrounds/interests/career/careers/roles/role/field/experience/industry/path/paths/goals',
  'a/another fellow professional/employee/colleague/member/graduate/engineer/manager/nurse/teacher/developer',
  '^ fellow',
  'both/all? former @name',
  'another @name person/employee/colleague/graduate/alumnus/alum',
  '@name family',
  'we both live',
  'one of us',
  'as a fellow',
  'in the same industry/field/sector/space/line/company/profession/world/business',
  'colleague/colleagues/employee/employees/coworker/coworkers of/at/from the/same/our/here',
  // flattery
  'your career/background/experience/journey/success/achievements/accomplishments/expertise/path/story/skills/trajectory/resume/cv/reputation/portfolio/insights/leadership/personality/energy',
  'impressive/impressed/inspiring/inspired/inspiration/inspirational/amazing/outstanding/remarkable/admirable/incredible/fascinating/brilliant profile/career/background/person/people/individual/professional/leader/journey/experience/achievements/page',
  'impressed/inspired by/with your/you/what',
  'is/are/am/was so? very? truly? really? inspiring/impressive/inspirational/impressed/inspired',
  'leader/expert/authority/star/figure/giant/legend in your/the/our/this',
  'big/huge/great fan/admirer',
  'heard/hear great/good/so/only/wonderful/many/lots/a ... things/about',
  'role model',
  // growing a network
  'grow/growing/expand/expanding/build/building/broaden/broadening/extend/extending/widen/widening/enlarge/develop/increase/strengthen my/our/your/a/the/their professional? network/networks/circle/connections/contacts/reach',
  'like minded',
  'always good/nice/great/happy/looking/keen/open/a/lovely/pleased/glad/on/interested/fun/useful/helpful/eager/worth a? to/for/pleasure/more connect*/add/know/meet/have/see/learn/expand/grow/network/build/people',
  'good/nice/great/lovely/interesting/useful/fun to connect/add/know/network/have more/with/another/other/new/people/like',
  'new/more/other/interesting/different people/faces/contacts/connections/professionals/colleagues',
  'meet/know/connect/network with? new/more/other/interesting/people/professionals/colleagues/everyone/fellow',
  'connect with/to people/professionals/others/colleagues/everyone/everybody/leaders/experts/anyone/fellow',
  'connecting with people/professionals/others/colleagues/everyone/leaders/experts',
  'more the merrier',
  'add/adding value',
  'synergy/synergies',
  'leverage',
  'mutually beneficial',
  'mutual benefit/interest/interests/growth/support',
  'exchange ideas',
  'explore opportunities/possibilities/collaboration/collaborations/potential/synergies/ways/how/mutual',
  'potential/possible collaboration/collaborations/opportunities/synergies',
  'open to opportunities/new/networking/connecting/any',
  'learn from each other',
  'learn ... from one/you/each/your ... another/other/experience',
  'benefit from each/one',
  'professional networking platform/site/purposes/opportunities',
  'networking purposes/opportunities',
  'just reaching out',
  'just saying/dropping/popping',
  'just wanted to connect/say/see/follow/add',
  'long time no talk/see/speak/chat/hear',
  'reaching out to say/connect/introduce/see/you',
  'established? to? establish a professional relationship',
  'talented/successful/interesting people/professionals/person',
  'so? why not connect',
  'be? part of my/your network/family/linkedin/circle',
  'connect with @any @any? like/such',
  'you seem/look/appear',
  'great/wonderful/valuable/good addition',
  'such/being a/an great/amazing/good/wonderful professional/person/leader',
  'still interested in connecting',
  'of great value',
  'other/fellow/more accountants/engineers/managers/developers/nurses/teachers/professionals/people',
  'building/growing/extending up? my contacts/list/circle',
  'grow together',
  'in/into/to my/your/our network/circle/contacts/connections',
]);

/** Harmless courtesies, which prove nothing. */
export const COURTESIES = phrases([
  // only a hello
  'crossed my mind',
  'sprang/springs/came/comes/popped to/into my? mind/head',
  'hope life',
  'happy birthday',
  'birthday/anniversary wishes',
  'wish/wishing you',
  'thinking of you',
  'drop/dropping you? a line',
  'how have you been',
  "what/how you've/you been? up/have",
  'feels like ages/forever/yesterday',
  'must/should/ought really/to?/definitely? talk/meet/catch/speak',
  'far/way/much too long',
  "what's/what is new",
  'just checking in/on',
  'just touching',
  'say/saying hi/hello',
  'touching/touch base',
  'checking/check in on/to/with? you',
  "it's/it has/been? been? a/too/so? long/ages/while/forever/time",
  'been ages/forever',
  'been a/too/so long/while/time',
  'how is/are/have/has everything/things/life/it/you been/going/doing/with/your?',
  "how's/hows everything/life/things/it/work",
  'how are you/things',
  'hope/trust all/everything/things/life is/are',
  "hope you/you're/your are/have/had/week/day/weekend/is/been",
  'hope this/my message/finds/note/email',
  'catch up one/some/sometime/soon/again/properly',
  'one of these days',
  'some day/time soon?',
  'back in touch',
  'on here/linkedin',
  // praise for anything
  'happy new year',
  'work anniversary',
  'new role/position/job/promotion/chapter/adventure/title/appointment/gig/challenge',
  'well deserved',
  'all the best',
  'keep up the',
  'on your ... success/achievement/achievements/accomplishments/promotion/anniversary/birthday',
]);

/** Nouns that fit anyone: "your profile" shares nothing. */
export const GENERIC_NOUNS = wordSet(
  `profile profiles career background experience experiences journey path network networks connections contacts company companies
  industry field fields expertise insight insights success successes achievement achievements accomplishment accomplishments skill skills
  post posts content page feed work job jobs role roles title position team teams time day days week weekend evening morning year attention
  life leadership bank firm organisation organization organisations business businesses clinic staff clients customers employees
  inbox reply response answers acceptance invitation invite request message thoughts knowledge perspective perspectives wisdom story
  passion vision resume cv photo picture name hands costs cost revenue sales productivity goals goal needs need interest interests
  help support advice opinion view guidance kindness input patience brain ideas trajectory growth future family health area
  department sector space line city town country place university school own situation energy personality style mind network
  number phone email calendar convenience consideration earliest best side end part way new great amazing current recent latest
  professional impressive inspiring whole entire extensive vast many various incredible hard good excellent wonderful
  presence activity activities dreams potential endeavours endeavors ventures adventure chapter birthday anniversary promotion
  reception employer employers hiring manager opening openings vacancy vacancies boss colleague colleagues contact people linkedin`,
);

/** Nouns after "the" that name nothing shared. */
export const ABSTRACT_NOUNS = wordSet(
  `best same opportunity opportunities chance pleasure honour honor world future way most more least other others only first last right
  next time moment day week weekend month year years industry field company firm business sector market community area city country
  network connection connections request invitation link message position role job opening vacancy manager hiring people person one ones chapter level step steps
  team work day's success past present topic subject matter public private leading top many few new great latest platform
  solution site app website internet web linkedin profile fact idea reason rest whole entire bit lot merrier kind sort
  professional professionals leader leaders expert experts experience knowledge skills career path growth value power`,
);

/** Nouns for things done together: "our call", "the same shift". */
export const SHARED_NOUNS = wordSet(
  `call calls chat chats talk talks conversation conversations discussion discussions meeting meetings session sessions workshop
  workshops shift shifts project projects sprint standup class classes course training trip journey visit tour lunch lunches dinner breakfast coffee
  walk ride run bus train table desk office room corridor ward floor team crew squad unit department line hall lab studio kitchen
  bench station depot garage yard hangar site stall stand booth queue rota roster cohort intake year group committee panel board
  choir band club league match game file case matter audit inspection review retro rehearsal launch release pilot trial test tests study
  paper report article plan proposal tender bid grant event fair conference summit offsite onboarding induction handover migration
  rollout outage incident drill exercise season term semester exam exams timetable guild book reading programme campaign expo show
  hackathon demo brief briefing webinar seminar lecture module degree thesis mentor manager boss instructor teacher supervisor neighbourhood
  carpool van truck route loading dock counter till branch ward's surgery theatre practice clinic court chamber set cast crew's
  assembly keynote ceremony quiz concert parade picnic barbecue gig stocktake inventory interview hearing teach-in
  friend colleague client customer supplier patient pupil`,
);

/** Phrases that say we met; proof even in a pitch. */
export const MET_PHRASES = phrases([
  'we both?/all?/just?/recently?/first?/once?/briefly? met/spoke/talked/chatted/sat/shared/overlapped/danced/travelled/traveled/queued/trained/studied/rode/ran/sang/played/volunteered/crossed/bumped',
  'we @past ... together/side/with/at/on/in/during/for/until/through/from/last/yesterday',
  'you and i/me/my',
  'you/we two @past',
  'good/great/nice/lovely/pleasure/fun/enjoyed/loved ... working/meeting/seeing/talking/speaking/chatting/sitting/being with/to/about/beside/you/at/next/on ... on/at/in/during/yesterday/last/this/about/over/the/@day',
  'good/great/nice/lovely/pleasure to? meet/see/talk/speak/chat/catch/sit/work/cook/share/run/sing/sail/walk to?/with?/up? you?/with? you? at/in/on/during/after/yesterday/last/this/about/over',
  'meeting/seeing you/your ... at/in/on/during/after/yesterday/last/this/today/there',
  'met/saw/heard you ... at/in/on/during/after/yesterday/last/this/today/there',
  'met yesterday/last/at/in/on/during/through/over/briefly/when/while',
  'enjoyed/loved @ing ... with/beside/alongside you',
  'was so?/really?/very?/such? a? joy/fun/pleasure/treat/great/good/nice/lovely to @any ... with/beside/alongside you',
  'thanks/thank you? for covering/lending/fixing/showing/teaching',
  'you @deed ... with/beside/for us/me ... on/in/at/during/last/yesterday/this',
  'you did/had/made/ran ... with/beside us/me',
  'loved/enjoyed the/our ... opening/party/dinner/concert/show/picnic/drill/class/race/match/game/tour/launch/quiz/lunch/barbecue',
  'nice/good/great/lovely/fun at the ... @name',
  'fun/laugh/laughs/match/run/chat/evening at the/our/your',
  'i helped/covered/taught/fed/watched/drove ... your',
  'next to you',
  'i was/sat ... in/at/on/through your',
  'great/good/nice/lovely/fun/interesting/excellent panel/talk/session/chat/workshop/lecture/demo/meeting/lunch/dinner/day/shift/drill in/at/on/with/about/yesterday/last/today',
  'as promised/discussed/agreed',
  'good/great/nice/lovely/fun/pleasure to? @any @any? @any? you at/on/during/after/last/yesterday/@day',
  'good/great/nice/lovely/fun/pleasure to share/judge/sit/stand/run/work/sing/row/cook a/the/an/at/on ... at/on/in/during/after/last/yesterday/@day',
  'good/great/nice/lovely/fun/fine @any? @any on/last/this @day',
  'pleasure/joy/fun/treat/laugh/delight on/in/at/behind/during the/your/our',
]);

/** Phrases that say clearly that we share a thing, a time or a place. */
export const SHARED_PHRASES = phrases([
  // the writer as the reader knows them
  'i was the ... at/in/on/during/behind/beside/with',
  "i'm/am/was/is the ... who/that @past",
  '@number years/terms/seasons/shifts at/in/on/under/with the/our/one',
  'the? next/opposite/other desk/room/bench/bay/ward/table/stall/stand/berth/platform/cubicle',
  // what we did
  'we both?/all?/just?/recently?/first?/once?/also?/then?/briefly?/finally? @past',
  "we've both?/all?/just?/recently?/already?/now? @past/been/shared/worked",
  'we have both?/all?/just?/recently?/already?/now? been/shared/worked/built/kept/run/used/@deed',
  "we'd @past",
  'we and? you/the @past',
  'you and i/me/my',
  'i and you',
  'you/we two @past',
  '@past/working/work/doing/building/writing/running/being/sitting/sharing/planning/preparing together',
  'i/we/also/and/just/really/recently/who/both @deed ... with/beside/alongside/opposite/behind/near you',
  'sat/stood/worked/ran/walked/rode beside/alongside/opposite/behind/near/with you',
  'i @past ... to/for/from/under you/your',
  'next to you',
  'working/work/serving/sitting/sharing/being/training/running/building/singing/playing/travelling/traveling/speaking/talking/chatting/collaborating ... with/alongside/beside/under you on/in/at/during/for/last/this/yesterday/about/over/through/all/these/from/and/as/when/to',
  'meeting/seeing/hearing/finding you/your ... at/in/on/during/after/yesterday/last/this/today/there/speak/talk/present/over/behind/about',
  'meet/see/hear/met/saw/heard/watched/joined you at/in/on/during/after/yesterday/last/this/today/there/speak/speaking/talk/present/explain/run/over/behind/about',
  'met yesterday/last/at/in/on/during/through/over/briefly/when/while',
  'good/great/nice/lovely/pleasure/fun/enjoyed/loved ... working/meeting/seeing/talking/speaking/chatting/sitting/being with/to/about/beside/you/at/next/on ... on/at/in/during/yesterday/last/this/about/over/the/@day',
  'good/great/nice/lovely/pleasure to? meet/see/talk/speak/chat/sit/work/cook/share/run/sing/sail/walk to?/with? you at/in/on/during/after/yesterday/last/this/about/over',
  'good/great/nice working the/on/at',
  'great/good/nice/lovely/excellent/amazing/fine/sick/super/fantastic/brilliant/wonderful/solid/awesome/superb/stellar/impressive work/job/effort/stuff on/with/at/for/in the/that/your/our/this/those/@name',
  'well done on/with/for/at',
  'hats off to/for',
  // what they did, which I know of
  'you found/came/went/left/tried/worked/read/joined/listened/replied ... my/me/us/our/with/beside',
  'you were @any @any? @any? at/during the/our/@name',
  'you did? say/said/told/mentioned/asked/explained/spoke at/during/in/on/to',
  'remember me from/as/by',
  'good/nice/lovely/great/fine/brilliant/superb @any? @any? seminar/talk/shift/session/lecture/service/match/concert/show/performance/stocktake/panel/workshop/class/lesson/poster/paper/demo/quiz/tour/rehearsal/drill',
  'you were ... with/beside/behind me/us',
  'you @deed',
  "you/you've also/just/so/kindly/really/once/then/always/recently/quickly/patiently/calmly/both @deed",
  'you helped/showed/taught/told/gave/lent/trained/covered/saved/sent/walked/talked/coached/introduced/invited/corrected/reviewed me/us/my/our',
  'you had/have ... me/us/our/the',
  'you/who were/was/are/is the one who/that/with',
  'get/getting/got/getting to know you since/through/at/on/in/during/over/when',
  'share/shared an? interest/passion/love/enthusiasm in/for/of @any',
  'our work/time/days/years on/at/in/with/together/for/of',
  'since i/you joined/started/moved/came',
  'for/by/of/in helping/showing/teaching/telling/giving/lending/training/covering/walking/talking/coaching me',
  'i helped/showed/taught/covered/trained/lent/assisted/shadowed/relieved/replaced/followed you',
  'i was/sat/been/took/came/joined/went ... in/at/to/on/for/through your',
  'i attended/enjoyed/loved/liked/heard/watched/joined/followed/used/use/read/still/often/keep ... your',
  'as promised/discussed/agreed',
  "following/after/since our/your/the/last/yesterday's/today's/@day",
  "from our/your/last/yesterday's/today's/@day",
  'for your patience/help/support/advice/hospitality/kindness/trust with/on/during/when/while/in/at/after/about',
  // someone we both know
  '@name ... told/mentioned/suggested/introduced/recommended/pointed/said/says/speaks/spoke/asked/reckons/passed/gave/sent me/us/that/i/we/you/your/it/of/to/highly/nobody/how',
  '@name and i/me both?/also? @past/use/share/run',
  'told/asked/advised by @name',
  'hear/heard/know/learned/learnt/understand from/through/via @name',
  '@name in/from/at/on @name',
  'mutual friend/colleague @name',
  'introduced us',
  'put us in',
  'through/via @name from/in/at/on',
  // the same place, team or situation
  'we both?/all? share/sit/run/sing/play/use/serve/work/are/ride/take/teach/cover/look/train/train/cycle/eat/read/follow/go/commute/meet on/in/at/with/for/the/a/an/next/near/to/from/after ... team/ward/desk/floor/shift/shifts/office/department/unit/line/crew/group/class/committee/squad/queue/room/corridor/lab/club/choir/panel/rota/site/building/depot/studio/kitchen/bus/train/project/table/league/course/guild/board/cohort/branch/customers/customer/client/supplier/patients/system/codebase/calendar/printer/van/route/yard/channel/list/@day',
  "we're/were both?/all? on/in/at/with the/a/an same? ... team/ward/desk/floor/shift/office/department/unit/line/crew/group/class/committee/squad/project/course/guild/cohort/rota/board/club/choir/panel",
  'on/in your/our ... team/shift/ward/crew/class/course/project/panel/committee/squad/floor/group/rota/unit/cohort/guild',
  "i/i've/i'm have/will/am/be? just/recently? joined/joining/join/started/starting/start/moved/moving ... your/the/our/@name ... team/ward/crew/department/unit/desk/office/floor/shift/on/@day/last/this/yesterday/as",
  'joined/joining/started/starting ... on @day/@month/@number',
  'reports/report/reporting to you/the',
  'you/your team and mine/my/our',
  'my/our team and/uses/use/relies/depends/works/sits/shares yours/your/on/with/next',
  'both/all attended/went/joined/took/spoke/spent/sat/volunteered/ran/trained/coached/signed/registered/enjoyed the/a/to/part/last/@name',
  'both/all at/in/on the/a/last @any',
]);

/** Phrases that say when it was. */
export const TIME_PHRASES = phrases([
  "yesterday/yesterday's",
  'last/previous/past night/week/month/year/@season/@day/@month/friday/weekend/summer/autumn/quarter/sprint/term/shift',
  "last week's/month's/year's/night's",
  'this morning/afternoon/@season/@day/@month',
  "this morning's/afternoon's/week's",
  'earlier/back today/this/in',
  'on/since/from/until/before/after/last/till/by @day',
  'on/since/until/from/before/after a?/the? @number of? @month',
  'in/since/until/during/through/all/throughout/from/late/early/mid/end/of/back @month',
  'in/since/until/during/through/all/throughout/this/back the?/late?/early? @season',
  '@number ... days/weeks/months/years ago/since/already/back/now/on/later/together/in/of',
  'a/few/couple days/weeks/months/years ago/since/back/on',
  'a/an day/week/month/year ago/since/on/after/already/later/in',
  'in/since/until/back @year',
  'over/at/before/around/during/through/since/just the? christmas/easter/ramadan/eid/diwali/lent/advent/lunch/breakfast/dinner/coffee/holidays/summer/winter',
  'the? first/second/last day/week/shift/month/night/sprint of/in/on/together/at',
]);

/** Thanks or congratulations for something. */
export const THANKS_PHRASES = phrases([
  'thank/thanks you? so?/very?/again?/a? much?/again?/lot? for/to @any',
  'grateful/gratitude/appreciate/appreciated ... for/your/how/that/the @any',
  'congratulations/congrats/kudos/bravo on/for @any',
]);
/** Reasons for thanks that fit anyone. */
export const GENERIC_THANKS = wordSet(
  `accepting connecting reading considering consideration time attention adding being everything all reaching interest
  taking joining following viewing visiting looking checking understanding inspiration inspiring sharing
  acceptance response reply replying answering invitation request connection`,
);

/** The vocabulary of messages to strangers, which names nothing concrete. */
export const VAGUE_WORDS = wordSet(
  `professional professionals profession networking network networks linkedin connect connected connecting connection connections contact
  contacts touch invitation invite request accept accepting profile career careers background experience expertise skills skill industry
  industries field sector business businesses company companies corporate firm organisation organization team teams manager managers
  engineer engineers developer developers consultant consultants analyst analysts director directors specialist specialists marketing finance
  sales logistics supply chain management software engineering construction technology tech data digital project projects product
  opportunity opportunities collaboration collaborations collaborate future potential growth grow growing success successful achieve
  achievements goals goal ideas insights insight insightful knowledge wisdom perspective perspectives value valuable values benefit
  beneficial mutual mutually common shared similar interest interests interested interesting inspiring inspiration inspired impressive
  impressed amazing wonderful excellent outstanding brilliant fantastic remarkable incredible talented leader leaders leadership vision
  journey path world life family friend friends member members community circle group platform wish wishes regards sincerely kind best
  hopefully feel free reach reaching explore exploring discuss discussing exchange expand build building seem seems appear believe think
  thought noticed notice saw came across found figured wanted mind worth useful helpful pleasure honour honor honoured delighted excited
  thrilled keen eager forward enjoy enjoyed day days week weekend month year years time times moment ahead lately recently currently
  employee employees colleague colleagues coworker coworkers fellow former working live based become meeting meet talk talking speak chat
  graduate student students recruiter recruiters hiring jobs role roles position job new post posts content page article articles read
  reading question questions help support advice guidance mentor learning person individual addition part side place great lot lots thing
  things everything something anything someone anyone everyone dear sir madam please kindly cordially warm warmly evening morning afternoon
  able appearing everywhere look relationship minds mind attract attracts surround surrounding sharp positive energy energetic struck raise
  raises bar uplift lift empower empowering empowered inspire inspires motivate motivates motivated motivating ambition ambitions ambitious
  dedicated dedication passionate enthusiasm enthusiastic curious curiosity humbled blessed proud mindset spirit soul heart hearts dream
  dreams purpose calling values character charisma aura vibe vibes wise authentic genuine bright brilliance excellence inspirations shines
  shine shining resonate resonates resonated stands stood standing strikes striking caught eye eyes attracted algorithm suggestion
  suggestions suggests browsing scrolling browse scrolled stumbled list fresh circles spheres sphere link links linked linking ties tie
  bond bonds bridge bridges synergies allies ally peers peer acquaintance acquaintances strangers stranger soulmates together stronger
  bigger greater wider broader stars star sky limit horizon horizons doors window chapter chapters steps milestone milestones ahead lies
  health joy happiness luck wealth cheers congratulate wishing wished wishes birthday anniversary christmas checking dropping touching
  feels ages must hello hear heard around others other's another one's another's each fruitful rewarding thriving thrive prosper prosperous
  flourish trajectory aspire aspiring aspirations aspiration goals pursue pursuing strive striving believing makes makes sense seems
  deserves deserving admire admires admired admiring respect respected respectful reputable renowned praise praised highly esteemed
  fascinated fascinating intrigued intriguing impress impresses awesome superb stellar incredible gifted skilled experienced seasoned
  hard-working accomplished exchanges exchanging shares sharing follow follows follower followers subscribe algorithmically
  able above accepted according across actually added additional advance affect afford agree allow allowed alone along already although among
  appear apply area arrive ask asked asking away bad bear beautiful become begin beginning behind believed best better beyond big bit bless blessed
  bring brings brought busy calling care careful carry case cause certain certainly chance change changed changing choose clear clearly close closer
  come comes coming complete completely concern consider considered continue cool course create cut daily deal decide decided deep deeply definitely
  deliver deserve deserved different difficult direct door doors drive early earn easily easy effort either else end ended enough entire especially
  ever exactly example expect explain extremely eyes face fact fair fall far fast feeling felt few filled final finally fine firms first five follow
  following forever fresh full fully general gets getting given gives giving glance goes gone got gotten guess guide guy half hand hands happen
  happening hard head heard hearing hearted helped helping high higher highly hold honest honestly hot hour hours huge human humble idea imagine
  immediately important indeed inside instead involved key kinds knew knowing known large largest late later latest law lead leading leave left less
  level likely line list listen little lives living local longer looked looks lose loved lovely low luck lucky made main maintain major man matter
  mean means meant mention mentioned mere might mine minute minutes missed money morning move moved moving name near nearly necessary need needed
  needs never next night nothing number obviously offer offered offering often okay old ones online open opening order others ought outside own
  owner paid pass passed past pay perfect perhaps personal personally phone pick places plan planning plans play pleased point popular position
  possible possibly post power practice prefer prepared present pretty previous probably problem process program prompt promise proper proud provide
  provided providing public put quality quick quickly quite range rate rated rather reached ready real reality realise realize reason reasons
  receive received recent recommend regard regarding regular related relationship relationships remain remember respect respond response rest result
  results return right rise room run running safe said sale save says search second secure seeking seen self sell send sending sense sent serious
  serve service services set several short show showed showing shown shows simple simply sir sit small smart social solid sound soon speaking special
  specific spent stand start started state stay step stop strong strongly stuff style such suggest suggested sure surely system systems taken takes
  taking tell ten tend terms test text thinking thoughts three throughout till tip told top totally toward towards treat treating treats tried true
  truly trust try trying turn turned two type understand unique unless updated updates upon use used using usual usually various via view viewed
  views visit voice wait waiting walk watch ways welcome whatever whenever whether whose wide win within without women wonder wondering word words
  worked works worry write writing wrong yes yet young yourself`,
);
