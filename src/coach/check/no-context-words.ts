import { phraseFile, phrases } from './phrase.ts';
import courtesiesText from './phrases/courtesies.txt';
import falseContextText from './phrases/false-context.txt';
import metText from './phrases/met.txt';
import sharedText from './phrases/shared.txt';
import timeText from './phrases/time.txt';

const wordSet = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/**
 * Phrases that sound like context, but could be sent to anyone. The rest of their sentence proves
 * nothing either.
 */
export const FALSE_CONTEXT = phraseFile(falseContextText);

/** Harmless courtesies, which prove nothing. */
export const COURTESIES = phraseFile(courtesiesText);

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
export const MET_PHRASES = phraseFile(metText);

/** Phrases that say clearly that we share a thing, a time or a place. */
export const SHARED_PHRASES = phraseFile(sharedText);

/** Phrases that say when it was. */
export const TIME_PHRASES = phraseFile(timeText);

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
