import { sharedEvidence } from './evidence.ts';
import { FOREIGN_PITCH } from './foreign-words.ts';
import type { Message } from './message.ts';
import { findPhrases, type Hit, phrases, quote } from './phrase.ts';
import { findPitchCues } from './pitch-cues.ts';
import type { Check } from './problem.ts';

/**
 * Phrases of a pitch. Colleagues talk about platforms, costs and customers too, so each phrase
 * includes an offer to the reader.
 */
const PITCH_PHRASES = phrases([
  // an offer made to the reader
  'we/i/our help/helps/helped businesses/companies/teams/leaders/people/clinics/schools/professionals/firms/organisations/organizations/brands/founders/hospitals/hotels/restaurants/shops/stores/managers/owners/agencies/entrepreneurs/executives/employers/clients/customers/start startups/farms/factories/plants/warehouses/retailers/manufacturers/practices/offices/families/others',
  'we/i help ... like you/yours',
  'we/i specialise/specialize in',
  'we/i offer/sell/provide/supply/deliver ... services/solution/solutions/software/training/packages/prices/rates/courses/coaching/platform/tools/products/insurance/plans/systems',
  'we/i work with companies/businesses/teams/clients/leaders/firms/brands/organisations/organizations ... like/such',
  "we're/we are offering/giving/launching/running a/our/an/away/special/free",
  'giving away',
  'teams/companies/businesses/leaders/clinics/schools/firms/professionals/managers/organisations/hotels/offices like you/yours',
  'our/my services/solution/solutions/product/products/offer/offers/offering/offerings/app/agency/course/courses/programme/program/masterclass/webinar/bootcamp/portfolio/clients ... you/your/yours/companies/teams/businesses',
  'our/my award*',
  'our ... solution/solutions/suite/product/package/software/platform plugs/cuts/boosts/pays/saves/helps/can/will',
  "my/our/her/his/wife's/husband's/brother's/sister's/friend's/partner's ... business/company/shop/store/agency/startup ... off/discount/sells/sale/offers/offering",
  'side business/hustle',
  'could/can/would/will/may ... benefit from our/my',
  'our/my/this @any @any? reduces/saves/cuts/boosts/lowers/increases/doubles/halves/automates/delivers/guarantees/eliminates/generates/lets/helps/beats/outperforms/drives/brings',
  'our/my @any @any? could/can/would/will/might save/cut/halve/reduce/boost/double/lower/improve/help/increase/solve/transform/be/bring/make/handle/replace/automate you/your/costs/perfect/ideal/the/a/teams/companies',
  'could/can/would/will ... halve/double/cut/slash/reduce/boost/lower your',
  'we/i can/could/will offer/supply/beat/match/save/cut/guarantee you/your/any/a/an/up/@number/the',
  'we/i offer/supply/beat/match/guarantee you/your/any/a/an/up/@number',
  'we supply/beat/match/undercut',
  "we are/we're a/an/the award?/leading?/fast?/growing?/certified?/top? @any? @any? agency/company/firm/supplier/provider/startup/consultancy/manufacturer/studio/platform/vendor",
  "i am/i'm a/an/your certified/accredited/independent/licensed/professional ... coach/consultant/adviser/advisor/broker/agent/trainer/distributor/dealer",
  'helping/helps/help @any? managers/leaders/businesses/people/teams/companies/professionals/owners/founders/entrepreneurs/executives/women/parents/clients ... reach/achieve/grow/save/get/find/scale/become/lose/earn/double/reduce/cut/build/sell/fill/win/unlock/improve',
  'may/shall/can/could/should i/we send/show/give/offer/prepare/mail/email/quote/drop/walk/arrange/tell you? a/an/our/some/more/how/what/details/samples/information/brochure/quote',
  'your current/existing/present ... supplier/provider/vendor/software/insurance/bank/agency/plan/contract/solution/broker/contractor/tool',
  'are you happy/satisfied/paying/struggling/tired with/of/too/for/your',
  'reserve/secure one/a/yours/your for/today/now/spot/place',
  'book/order/buy/register/apply/sign here/now/today/below/online/up',
  'order/buy from my/our/me/us/this',
  'early bird',
  'price/prices/offer/sale/discount ends/end/expires/expire/until/starts/from',
  'upskill your',
  'your staff/team with our',
  'with/from our accredited/proven/innovative/award/unique/latest/new courses/solution/products/range/software/platform/programme/program/service/services',
  'yield/yields/return/returns @number %',
  '@number % a/per year/month/annum',
  'top pay',
  'open to new? opportunities/roles/offers/positions/challenges',
  'i/we sell/make/import/produce ... order/discount/price/for sale/cheap/off',
  'short/quick/free video/brochure/deck/catalogue/catalog/presentation/overview/sample',
  'full potential',
  'i/we also/now sell/sells/selling/represent',
  'represent/representing a/an/the? leading/top/maker/manufacturer/fund/brand/firm/company',
  'sell/sells/selling @any? @any? @number',
  'make/made/prepare you an? offer',
  "won't/cannot/can't/will? not? find elsewhere/anywhere",
  '@number %/percent below/under what',
  'upgrade/switch now/today to?',
  '@number months/month/weeks/week/days free/gratis',
  'is/are free this/until/for/while/of',
  'free this week/month',
  'valuation/estimate/quote/check/review is/for free',
  'starter/welcome pack/kit/set/package',
  'delivered/delivery to your/straight/free',
  'on offer this/until/now/today/for',
  'fixed price/fee',
  'we/i build/design/print/supply/make/clean/install/fit/deliver/repair ... like/for yours/you/your',
  'like you/yours use/uses/love/trust/choose/need our',
  'use/uses/using/try our @any',
  'first call/session/month/order/lesson/class/consultation is? free/discounted',
  'your first order/month/session/purchase',
  "our/we @any? have/has/'ve? helped/saved/served @any ... firms/companies/clients/customers/teams/businesses/people/hotels/clinics/shops",
  'time to show you',
  '^ @any? @any? looking for a/an reliable/new/better/trusted/affordable/good ... partner/supplier/provider/agency/solution/job/accountant/lawyer/home/gift',
  '^ hi/hello/hey/dear? @any? want/ready to become/save/earn/boost/double/cut/learn/invest/retire/lose/scale ... in/with/and/your/more/how/from/fast/now/today',
  'ever thought/wondered/considered about? a/how/what/why/of/making/working',
  'second income',
  'enrol/enroll in/on/for/today/now',
  'in/on/for/join/take my/our course/courses/programme/program/bootcamp/academy/masterclass/training',
  'save @number dollars/euros/pounds/percent/%',
  'fair/great/low/best prices/price/deals and/for/in',
  'launch/introductory/staff/friends/early discount/price/offer',
  'would suit/fit your ... well/perfectly/and/needs',
  // promised gains
  'cut/cuts/reduce/reduces/lower/lowers/slash/slashes/save/saves/boost/boosts/increase/increases/grow/grows/double/doubles/triple/triples/improve/improves/raise your ... costs/cost/revenue/sales/productivity/spend/bills/bill/time/margins/income/profit/profits/conversion/traffic/roi/efficiency/turnover/pipeline/leads/business/output/retention',
  'cut/cuts/reduce/reduces/save/saves/saving/boost/boosts/increase/increases/improve/improves/lower/lowers/earn/earns ... by? up? to? @number %/percent ... on/of/with/in/for our/your/us',
  'usually/typically/on average cut/save/reduce/see/double/gain',
  'pays for itself',
  'pay for itself',
  'return on investment',
  'passive/extra/additional/second/residual/side income',
  'financial freedom/independence',
  'be your own boss',
  'work from home opportunity',
  'earn/earning/make/making ... from home',
  'earn/make @number ... a/per/every month/week/day',
  'six/seven/five/6/7 figure/figures',
  '10x/2x/3x/5x your/the/more',
  'game changer/changing',
  'to the next level',
  'scale your/their business/team/agency/sales',
  'quality/qualified/more/new/generate/generating leads',
  'lead generation',
  'guaranteed/guarantee ... results/return/returns/savings/income/growth/you/your',
  'risk free',
  'without extra staff/cost/effort',
  // prices and terms
  '@number % off/discount/cheaper',
  '@number percent off/discount/cheaper',
  'discounted price/prices/rate/rates/offer',
  'a/our/special/your/staff/exclusive discount for/on/of',
  'use/using my/our/the/this? promo/voucher/coupon/discount/referral code',
  'my/our promo/voucher/coupon/discount code',
  'special/exclusive/limited/introductory/early offer/offers/discount/price/pricing/rate/deal/bird/time',
  'limited time/spots/places/seats/offer/edition',
  'only @number? spots/seats/places/left',
  'last/few spots/places/seats left/remaining/available?',
  'free trial/trials/demo/consultation/audit/quote/webinar/ebook/assessment/sample/samples/masterclass/licence/license/gift/strategy/session/estimate/valuation/month/pilot/access',
  'no obligation/strings/commitment',
  'money back',
  'best/lowest/unbeatable/competitive/low/affordable price/prices/rates/rate/deal/deals/quote',
  'great prices/rates/deals',
  'competitive salary/package/compensation',
  'price list',
  'act now',
  "don't miss out?",
  'grab/claim/get/secure/reserve yours/your ... today/now/free/spot/seat/copy/place/discount/licence/license',
  'sign/signing up today/now/for my/our/the/free',
  'sign up via/using/through',
  'buy/order/purchase/shop now/today/from my/our/us/one',
  'for sale',
  'while stocks/supplies last',
  // the next step of a sale
  'book/schedule/request/see/arrange a? ... demo',
  'quick/short/live/product/personalised/personalized demo',
  'happy/love/delighted/glad/like/pleased to show/tell/walk you/your ... how/what/our/it/works',
  'happy/love/glad to share how',
  'show your team',
  '@number minute/minutes/min demo',
  'introduce our/my ... to you/your',
  'introduce you/your to our/my',
  'show you/your ... how we/our/it',
  'show you/your ... what it/our/we',
  'tell you more about our/my/what',
  'are you/would you be interested',
  'interested in hearing/learning/saving/earning/investing/buying/our/a',
  'if/whenever you/your ... need/needs/looking ... insurance/mortgage/software/accountant/lawyer/services/supplier/recruiter/contractor/website/designer',
  'check/checkout out my/our',
  'visit my/our',
  'follow my/our page/channel/newsletter/company',
  'subscribe to my/our',
  'join my/our webinar/masterclass/newsletter/course/programme/program/bootcamp/challenge/team/network of',
  'download my/our/the ... ebook/guide/brochure/whitepaper',
  'business/investment/franchise/partnership/earning opportunity/opportunities/proposal/proposition',
  'once in a lifetime',
  'exciting/amazing/unique/incredible/lucrative/great/exclusive/perfect/fantastic opportunity/role/position/vacancy ... for you/in/with/at/client/company',
  'my client/clients is/are/in looking/hiring/seeking/urgently',
  'perfect/great/ideal fit/match for our/your/a ... client/solution/product/business/role/opening/programme/program',
  'network marketing',
  'i/we also offer/sell/provide @any',
  'session/month/consultation/lesson/class/week/trial/year is/are free',
  'are you paying/struggling/spending/tired/looking ... much/with/of/for/to',
  'do/does you/your ... struggle/struggles/suffer with/from',
  'crypto/forex/bitcoin/nft/nfts/dropshipping/mlm',
  'invest/investing/investors in my/our/a/real/this',
  'real estate investment/investments',
  'decision maker/makers',
  'pain points',
  'who handles/handle/manages/decides your/on',
  'save you/your/them time/money/hours/thousands/up',
  'saves you/your/them',
  'trusted by',
  'cutting edge solution/solutions/platform/software/products/technology',
  'state of the art solution/solutions/platform/software/products',
  'one stop shop/solution',
  'ambitious leaders/professionals/people/entrepreneurs',
  'industry leading/leader solution/solutions/platform/in/software?',
  'tailored/bespoke/turnkey/innovative/custom solution/solutions/packages/services/offer',
  'premium/starter/gold package/membership/plan',
  'life insurance/cover',
  'mortgage rate/rates/deal',
  'supplements/vitamins/oils/skincare ... i/we/sell/range/line/discount',
  'become a/an distributor/partner/reseller/affiliate/ambassador/member',
  'recruiting agency/firm/services',
  'unlock your/the/new',
  'transform/transforming/revolutionise/revolutionize/supercharge/streamline/automate/automates your/how/the',
]);

/** After these, a discount or a trial isn't an offer. */
const THANKS_WORDS = new Set(['thanks', 'thank', 'congratulations', 'congrats']);

/** Before this, neither: "the free samples that we handed out together". */
const TOGETHER = new Set(['together']);

const ASKED = phrases(['you asked/wanted/needed/requested about?/for?', 'your question/questions']);
/** How far from a hit the reader's question may be, in words. */
const ASKED_REACH = 14;
/** Looks at no more questions: bounds the work. */
const MAX_ASKED = 20;

/**
 * Hits that make a message a pitch: clear pitch phrases, or else enough weaker cues.
 * @param reader `stranger` if the message shows nothing shared; then fewer cues are enough
 */
export function findPitch(message: Message, reader: 'known' | 'stranger' = 'known'): Hit[] {
  if (!message.isEnglish) return findPhrases(message, FOREIGN_PITCH);
  const asked = findPhrases(message, ASKED);
  /** What the reader asked for isn't an offer: "The discount code you asked about has run out." */
  const isAskedFor = (from: number) =>
    asked.slice(0, MAX_ASKED).some((hit) => Math.abs(hit.from - from) <= ASKED_REACH);
  const isOffer = ({ from }: Hit) => {
    const { words } = message;
    const { sentence } = words[from] as { sentence: number };
    const isAmong = (list: ReadonlySet<string>, first: number, last: number) =>
      words
        .slice(Math.max(0, first), last)
        .some((word) => word.sentence === sentence && list.has(word.fold));
    return (
      !isAmong(THANKS_WORDS, from - 8, from) &&
      !isAmong(TOGETHER, from, from + 8) &&
      !isAskedFor(from)
    );
  };
  const hits = findPhrases(message, PITCH_PHRASES).filter(isOffer);
  return hits.length > 0 ? hits : findPitchCues(message, isOffer, reader);
}

export const salesy: Check = {
  id: 'salesy',
  title: 'Selling',
  why: 'An invitation is no place for an offer: it is marked as spam, and the tie is spent.',
  severity: 'warning',
  find: (input) => {
    const { message } = input;
    // A time alone proves nothing here: sellers write "until Friday" too.
    const { plain, hints } = sharedEvidence(input);
    const isKnown = plain.some(({ kind }) => kind !== 'when') || hints >= 1;
    const first = findPitch(message, isKnown ? 'known' : 'stranger')[0];
    if (first === undefined) return [];
    return [
      {
        message: `${quote(message, first)} reads as a pitch.`,
        start: first.start,
        end: first.end,
        suggestion: 'Leave the offer out; write about what you did together.',
      },
    ];
  },
};
