import type { Message, Word } from './message.ts';
import { findPhrases, type Hit, phrases } from './phrase.ts';
import { wordClasses } from './word-classes.ts';

/**
 * A part of a pitch: seller, goods, terms, gain, customers or a call to action. Colleagues mention
 * each of these, but hardly several in one short note.
 */
interface Cue {
  weight: number;
  list: ReturnType<typeof phrases>;
}

const KIN =
  "sister/sister's/brother/brother's/cousin/cousin's/wife/wife's/husband/husband's/son/son's/daughter/daughter's/friend/friend's/uncle/uncle's/aunt/aunt's/partner/partner's/mother/mother's/mum/mum's/mom/mom's/father/father's/dad/dad's/nephew/nephew's/niece/niece's/boyfriend/girlfriend/flatmate/roommate/neighbour/law/law's";
const VENTURE =
  'business/company/shop/store/brand/agency/firm/startup/boutique/bakery/studio/salon/practice/line/label/restaurant/cafe/dealership/insurance/brokerage/franchise/venture/consultancy/gym';
const PRODUCT =
  'software/app/platform/tool/solution/solutions/service/services/course/courses/programme/program/package/packages/product/products/range/brand/shop/store/agency/device/devices/membership/subscription/fund/funds/ebook/book/guide/newsletter/channel/masterclass/webinar/seminar/academy/bootcamp/coaching/planner/brochure/catalogue/catalog/collection/candles/cakes/jewellery/jewelry/soap/soaps/honey/oils/insurance/franchise/policy/policies/panels/car/flat/apartment/apartments/condo/villa/timeshare/tickets/vouchers/bags/shoes/supplements/chatbot/dashboard/plugin/archive/suite/website/bot/assistant/machine/scanner/portfolio/advisers/advisors/consultants/experts/specialists/crm/marketplace/gadget/sensor/sensors/studio/club/scheme/marketplace/workshop/workshops/kit/method/system/templates/retreat/retreats';

const SELLER: Cue = {
  weight: 2,
  list: phrases([
    // did it for others like the reader, or names a price
    "we've/we/i've/i just/recently/lately? fitted/helped/equipped/kitted/supplied/installed/furnished/insured/refitted/trained/saved/signed ... like/near",
    `i/we also?/now? do/build/make/write/design/photograph/paint/print/cater/clean/repair/bake/offer/fit/train ... from/at/for £/$/€/@number`,
    'builds/build/makes/make/fits/fit/designs/design/does/do/prints/print/cleans/clean/writes/write/runs/run them/it/these/those for',
    `my ... ${KIN} @any? @serves`,
    `my ... ${KIN} @any? would/could/can/will @gives/@serves`,
    "i've/i/i'm/have/now become/became/turned/as an/a/the ... agent/rep/representative/dealer/distributor/ambassador/consultant/partner/reseller/adviser/advisor for/of/to/with/and",
    'i/we run/teach/offer/give/lead/host/do/sell/make @any? @any? for/to offices/teams/companies/firms/schools/families/shops/hotels/clinics/couples/managers/parents/businesses/people/wards/practices/homes',
    'i/we/and put/puts together/on @any? @any? reviews/plans/packages/hampers/workshops/tours for',
    "i've/i'm/i started/gone/joined/joining/starting/working/signed/turned ... to/that/who/which sell/sells/selling/distributes/recruits",
    'part time selling/to sell/with/as a/an',
    'we are the/a/an/your? @any? @any? leader/leaders/specialist/specialists/expert/experts/importer/importers/exporter/exporters/producer/producers/maker/makers/provider/providers/wholesaler/wholesalers/dealers/installers/supplier/suppliers/manufacturer/manufacturers in/of/for/with',
    "we're the/a/an/your? @any? @any? leader/leaders/specialist/specialists/expert/experts/importer/importers/exporter/exporters/producer/producers/maker/makers/provider/providers/wholesaler/wholesalers/dealers/installers/supplier/suppliers/manufacturer/manufacturers in/of/for/with",
    'distributors/resellers/downline/upline/affiliates',
    'i/we also?/now?/only?/usually? sell/represent/distribute/rent/broker/resell/import/manufacture',
    "i/i'm/i've/we're/am now?/also?/been? selling/distributing/representing/reselling/launching/franchising/fundraising",
    `my ${KIN} @any? sells/makes/bakes/runs/has/owns/offers/rents/imports/does/opened/launched/started/designs/teaches/organises/is/recruits`,
    `my ... ${KIN} ${VENTURE}`,
    `i/i've/we/we've/have/just recently?/also?/just? started/opened/launched/founded/joined/set/run/own/built ... ${VENTURE}/coaching/skincare/cosmetics`,
    'on/as the/a side/sideline/hustle',
    "i/we/i've/we've have/just?/recently?/also?/now? opened/launched/started/set/run up? my/our own",
    'i/we coach working/@any mothers/women/men/parents/people/leaders/others',
    `my ${KIN} can/will/could get/offer/do/make/give/help/show/sort/fix you/your`,
    "i've/i have? taken up/over ... and do/sell/offer/make",
    "i've/i'm/i just/now/recently? set/setting/started/starting/trained/training/qualified/work/working/freelancing up? as a/an",
    'on my/our books',
    'i run/host/give/teach/hold @any? @any? workshops/classes/courses/retreats/seminars/webinars/parties/lessons on/about/for/in/every/at/with/where',
    'in my spare time i/we',
    'we/i get/got/fill/fit/install/deliver/ship/clean/print/design/translate/manage/handle/finance/insure/insured @any? @any? for/paid/posts/in/at/to/within/suppliers/clients/customers/you',
    `my own?/new? @any? ${VENTURE}`,
    `our @any? ${VENTURE} has/is/can/will/would/could/offers/builds/build/makes/does`,
    'my/our new? employer/employers @serves',
    'we/i built/made/designed/developed/invented/created a/an/the simple/easy/clever/new/way/tool/system/app/service/method',
    'raising money/funds/capital/funding for',
    'i/we give/teach/offer/do private/online/evening/weekend? @any? lessons/classes/tutoring/tuition/sessions/readings',
    'i/we help/helped/coach/advise/mentor/teach/train/assist/support/enable/partner/work @any? @any? people/professionals/managers/leaders/firms/companies/teams/owners/families/parents/women/men/nurses/teachers/businesses/brands/executives/engineers/offices/clinics/schools/hotels/restaurants/shops/employees/workers/landlords/investors/founders/organisations/organizations/clients/practices/hospitals/departments/freelancers/graduates/homeowners',
    'i/we place/recruit/headhunt/hire/source @any? @any? for/nurses/engineers/developers/drivers/staff/people/talent/candidates',
    "i'm/i am/we're/we are a/an/the ... coach/broker/reseller/distributor/agent/recruiter/headhunter/realtor/financial/vendor/supplier for/with/at/and/who/helping/looking",
  ]),
};

const GOODS: Cue = {
  weight: 1,
  list: phrases([
    'our/my agents/brokers/consultants/advisers/advisors/installers/fitters/engineers/technicians/drivers/cleaners/recruiters/coaches/trainers can/will/could/come/install/fit/deliver/clean/find/work',
    'our/my @any? @any? @any? screens/scans/sorts/lasts/costs/ships/detects/analyses/analyzes/matches/combines/protects/cleans/prints/washes/dries/heats/cools/transforms',
    'our/my @any? method/formula/technology/secret/remedy',
    `our/my @any? @any? @any? ${PRODUCT}`,
    'our @any @any? @any? @serves',
    'we bring/turn/take/cut/halve/handle/sort/fix/do it/that/this/them/your/those/everything/all',
    'introduce our/my/you to?',
    'a/the/our/my case study/studies',
    'protein/diet/herbal/health/weight/vitamin/collagen/aloe shakes/shake/powder/powders/tea/teas/range/drinks/gels/bars',
    'raising/launching/managing/opening a/an/our/my fund/startup/round/brand',
    'lunch/snack/gift/vegan/fruit/coffee box/boxes/hampers/subscription',
    'ai powered/driven/planner/tool/assistant/platform/software',
    'insurance/mortgage/mortgages/pension/pensions/crypto/bitcoin/forex/timeshare/franchise/raffle/cosmetics/skincare/supplements/essential oils?/plan?/policy?/cover?/cream?',
    'wealth/savings/investment/retirement/pension/fitness/diet/weight plan/plans/fund/product/programme/program/loss/advice/adviser/advisor/management',
    'holiday/solar homes/flats/panels/apartments',
    'two/@number spare flats/flat/apartments/rooms',
    'menu/booking/payroll/accounting/scheduling/fitness/learning/delivery/loyalty/mobile app/apps/system/software',
    'handmade/homemade/hand/vintage/organic/natural @any? soap/candles/cakes/jewellery/jewelry/bags/cards/gifts/cosmetics/oils/honey/jam/bread/chocolates',
    'family/wedding/business/professional portraits/photography/photos/headshots/photoshoot/videos',
    'life/health/pet/car/travel/home cover/insurance',
    'an/new/our/my/of e?/online? book/course/ebook/masterclass/bootcamp/webinar on/about/for/to/that',
    'leadership/management/coaching/training/certification/mindset programme/program/course/courses/package/academy/bootcamp/masterclass',
  ]),
};

const TERMS: Cue = {
  weight: 2,
  list: phrases([
    'quote/quotes/quotation/estimate/estimates/shipping/delivery/installation/setup/trial/registration/consultation is/are free/complimentary/included',
    'buy/order/book/take/pay/get/bring/refer/sign/rent @number/a/one/two/three/for/up @any? @any? ... get/gets/receive/pay/and @any? ... free',
    'the? second/third/fourth/next/other/extra one/is/comes/at/half/goes? free/half/price',
    'starter/joining/entry/registration/membership/admin/setup/flat/monthly/small/low fee/fees/deposit',
    'starter/joining/sample/taster/welcome/tasting/introductory kit/pack/box/bag/set/hamper/tray',
    'free of charge',
    'for free/less/nothing',
    'only pay/charge/costs/cost/need',
    'my/our @any is/are free',
    'my/our fee/fees/commission',
    'the first one/two/three/@any is/are free',
    'is/are/all/completely/totally/absolutely free',
    '@number per cent/percent off/less/discount',
    '@number percent off/less/discount',
    'under/below/beneath/off the @any? price/prices',
    'room/space/places/place/spots for @number/a/two/few @any? investors/clients/customers/pupils/people/members/more',
    '@number/few/couple/some of? places/spots/seats/slots left?/open?',
    'half/half the/of rate/price/cost/fee/fees the?',
    'half the rate/price/cost/fee/fees/money',
    'costs/cost you nothing/little/next',
    'first @any? is/costs/comes/at free/nothing/half',
    'rates/prices/price/deal/deals no/nobody/you/that/which @any? @any? can/will/could/match/beat/make',
    'first/trial hour/week/fortnight/month/quarter/year/order/session/visit/round/batch/crate/box/lesson is/costs/at/for/comes/would free?/you?/half/nothing/us',
    'from @number pounds/euros/dollars/francs/kroner/quid/a',
    'from £/$/€ @number',
    'free @any? quotation/quotations/survey/catalogue/brochure/appraisal/inspection/visit/tour/tasters/taster/info/pack/online',
    "last/this/old year's/season's/month's/summer's/winter's price/prices/rate/rates",
    'lock in',
    'rate card',
    'price/prices list/guarantee/promise/match/per/go/rise/stay/held',
    'no fee/charge/payment/cost/commission until/unless/if/for/and/before',
    'discount/discounts/discounted/voucher/vouchers/coupon/coupons/promo/cashback/bargain/bargains/giveaway/cheaper/cheapest/refund/refundable/subscription/subscribers/freebie/earlybird/instalments/installments',
    'costs/cost/charge/charges you? less/nothing/only/just/under',
    'half/third/quarter/fraction/most of what you/others/most',
    'what you pay/spend/paid now/today/elsewhere/at',
    '@number/some/few/more ... slots/spots/places/seats open/free/left/available',
    'pay/pays/paying/paid nothing/zero/less/only/later/monthly/you @number?/nothing?',
    'prices/priced from/at/start/begin/are',
    'thrown in',
    'is/are/comes/month/week/round on us',
    'on the house',
    'our @any? rates/prices/fees/quote/packages/offer/offers',
    'for @number euros/dollars/pounds/quid/francs/kroner/€/$/£',
    'a/get/gets bonus/commission for/when/if/on',
    'target/expected/annual/fixed/yearly/guaranteed return/returns/yield',
    'at no cost/charge',
    '@number euros/dollars/pounds/quid/francs/kroner/€ each/a/per/for/only',
    'first @number? bookings/orders/buyers/customers/guests/sign/callers/session/lesson get/gets/save/receive/win/is/free',
    'half/special/introductory/launch/best/better/good/fair/low/lower/lowest/unbeatable/staff/reduced/wholesale/trade/friendly/reasonable the? price/prices/rate/rates/offer/offers/deal/deals/fee/fees',
    'great prices/rates/offer/offers/deals',
    'minimum/from/starting/under at? £/$/€ @number',
    'minimum @number euros/dollars/pounds',
    'get/gets/receive/receives/claim/win a/an/your free',
    'free workbook/tasting/fitting/massage/makeover/box/bottle/coffee/ticket/tickets/toolkit/starter/entry/advice/test/installation/survey/estimate',
    'free trial/demo/sample/samples/consultation/session/quote/webinar/ebook/guide/audit/review/month/months/week/lesson/class/gift/delivery/shipping/copy/account/version/assessment/check/licence/license/setup/upgrade/intro/introductory/coaching/template/templates/checklist/report/workshop/seminar/masterclass/training/strategy/analysis/call/home',
    '@any? % off/discount/cheaper/less/cashback/commission/bonus/return/returns/yield/interest/a/per',
    'for/at/from only/just £/$/€/@number',
    'only/just £/$/€ @number',
    '£/$/€ @number each/off/a/per/apiece/only/deposit/down/ticket',
    '@number £/$/€/euros/dollars/pounds/quid each/off/a/per/apiece/only/only/deposit/down/ticket',
    'per/a seat/user/ticket/head/licence/license month?/only?/each?',
    'use/with/quote the?/my?/our?/this? code/link/referral',
    'the/my/our code @any for/gives/gets/at/to/and',
    'seats/spots/places/slots/units/plots/tickets left/remaining/available/going/limited',
    'few/last/limited/final/@number seats/spots/places/units/plots/copies/tickets/bottles',
    'offer/deal/sale/price/promotion/window/enrolment/enrollment ends/end/closes/expires/runs/lasts/valid/goes/stops',
    'before the offer/price/prices/deal/sale/promotion/doors',
    'money back',
    'no obligation/strings/risk/fees/fee/commitment/contract/card/experience',
    'zero/without/low any? risk/obligation/commitment/deposit',
    'sign up fee/bonus/today/now/here/free',
    'for/on sale',
    'going cheap/fast',
    'pre order/orders',
    'to new/all customers/clients/members/subscribers',
    'new/first customers/clients/members/subscribers/buyers get/pay/receive/save/enjoy',
  ]),
};

const GAIN: Cue = {
  weight: 1,
  list: phrases([
    'by/down/up/of over/nearly/almost/about? a/one third/fifth/quarter/half/tenth/sixth',
    'a/one third/fifth/quarter/half/tenth less/cheaper/more/off/of',
    'down to almost/next/nearly/zero nothing?/to?',
    'pay/pays/paid for itself/themselves',
    'win/get/bring/gets/brings/wins them/customers/members/guests/clients/patients/readers back',
    'twice/half/three/ten times? as @any? long/fast/much/many/well/strong/as/quick',
    'half/third/fraction the/of power/time/energy/water/effort/fuel/work',
    'outlay/cost/costs/investment/money back/returned',
    'would/could/will/can spare/save/free/relieve/help/suit/fit your/you',
    'waste/wastes/wasted/lose/loses/throw/throws/spend/spends/burn/burns/overpay/overpays ... hours/%/percent/fifth/tenth/third/quarter/half/money/days/fortune/thousands/much',
    'size gets/get/saves/save back?',
    "you'd/you would/be/will be? surprised/amazed/astonished at/what/how/by",
    "you'd/you/would/could be/do a/an/very/great/really/so natural/well/brilliant/perfect",
    'do/does/did well/great/brilliantly/nicely with/out/at/from of?/it/them',
    'strike/struck/strikes me as',
    'ever want/wanted/fancy/like/need to? earn/save/make/invest/sell',
    'in/under a/one/@number minute/minutes/second/seconds/hour/hours/click/clicks/days/weeks/months',
    'within @number hours/days/weeks/minutes',
    'income/profits/profit/savings/commission/commissions/wealth/rich/roi/payout/dividends/dividend/returns/revenue',
    "save/saves/saving/cut/cuts/cutting/boost/boosts/double/doubles/triple/triples/slash/slashes/grow/grows/halve/halves/lower/lowers/reduce/reduces/increase/increases/shrink/shrinks/skyrocket/maximise/maximize/multiply @any? @any? your/their/you/time/money/hours/costs/bills/sales/turnover/waste/downtime/paperwork/productivity/output/@number/team's/bookings/orders/tax/taxes/spend/spending/errors",
    'earn/earning/earns ... extra/from/up/more/@number/money/while/$/£/€',
    'save up? to? @number %/hours/dollars/euros/pounds',
    'your money/savings/pension/retirement/mortgage/bills/taxes/wealth/portfolio/wallet/pocket',
    'return/returns/yield of/up @number/to',
    'double your salary/money/income/pay',
    'invest/investing/investment/investments/investor/investors',
    'up to @number/$/£/€ %/hours/@number?/times',
    'passive/second/extra/side/additional income/money/cash/earnings',
    'financial freedom/independence/future/security',
    'could/can/would/will save/earn/double/grow/cut/halve/boost',
    'fraction of',
    'lose weight/kilos/pounds/@number',
    'stress/debt/tax free',
    'in only/just/under/less? than? @number? days/weeks/minutes/steps/hours',
    'yield/yields well/up/@number',
    'dream/perfect job/house/home/body/role/career',
    'retire early/@number/at/by/sooner',
    'six/seven/five/6/7 figure/figures',
    'top/higher/better pay/salary/salaries/rates',
  ]),
};

/** Who else buys it, or who it is for. */
const CUSTOMERS: Cue = {
  weight: 1,
  list: phrases([
    'like/near yours/you',
    '@plural @lacks',
    '@plural like/of/who/that @any? @any? @lacks',
    'like/as @any as yours',
    'much/very/just/exactly like your/yours',
    'a/an @any @any? your size',
    '@number @any? @plural have/already joined/signed/switched/bought/tried/use/subscribed/booked',
    'a @any in/near @name earned/saved/cut/doubled/sold/made/halved/got/tripled',
    'from @name to @name',
    'your @any could/would/might use/like/love/enjoy/need/want/benefit',
    'new/most/many/busy/good @plural often/usually/always/outgrow/never/still/get/find/tell/ask',
    'in/around/near your area/region/town/street/district',
    'of/a @any? your/that size/kind/sort',
    '@plural near/on/in/around/down your street/road/area/town/village',
    'near/on/in/around/down your street/road/floor/block/area/town/village/district',
    'most @any @any? i/we visit/see/meet/talk/work/speak/know/deal/help/supply',
    'the/an average/typical office/team/person/family/clinic/shop/school/farm/household/kitchen/business/company/ward/manager/hotel/site',
    'already/now use/uses/using/swear/love/trust/switched/signed/order/orders it?/our?/my?/us?/them?/by?',
    'members/subscribers/clients/customers pay/get/save/receive/enjoy/tell/love/say',
    'deserves/deserve/deserving a/an/better/more/to/the/proper',
    'many/most/several/other/some @any? leaders/managers/owners/companies/firms/businesses/teams/parents/shops/landlords/farmers/schools/clinics/directors/founders tell/told/ask/asked/say/struggle/come/use/choose/find/waste/lose/pay/spend',
    'thousands/hundreds/dozens/millions of @any? people/customers/families/companies/clients/users/businesses/members/homes/women/men/parents',
    'serve/served/serving over/more/about/around/@number ... companies/clients/customers/hospitals/wards/schools/shops/firms/hotels/homes/families/people/teams/farms',
    'firms/companies/teams/businesses/clinics/schools/shops/hotels/restaurants/offices/plants/practices/departments/hospitals/farms/organisations/organizations/managers/leaders/professionals/owners/warehouses/factories/agencies like/such/as you/yours/as',
    'over/more/already/than/of/by/our @number companies/firms/clients/customers/teams/businesses/users/members/people/families/professionals/schools/clinics/hospitals/shops/brands/managers/students/offices',
    'our/my/happy/satisfied/new clients/customers/members/subscribers/students/users/investors',
    'trusted/used/loved/chosen/read by',
    'every/any/each/no team/company/business/office/home/family/manager/firm/shop needs/need/deserves/should',
    'your office/desk/door/home by/at/in/every/before/within/daily',
    'every/each friend/colleague/member/person who/you',
    'busy/ambitious/successful/driven/smart/modern professionals/people/managers/leaders/parents/nurses/teachers/engineers/owners/executives',
    'your business/company/firm/staff/home/restaurant/clinic/shop/store/hotel/practice/school/budget/organisation/organization/employees/customers/household/premises/needs/family/kids/children',
    "your team/team's/department/office/teams could/can/would/will/with/productivity/output/to/deserve/deserves",
    'live/used/installed in/at/by over?/more? than? @number @any',
    'profiles/candidates/people/talent like yours/you',
    'let/lets/letting your/their guests/customers/clients/patients/staff/readers/members/team',
    'has/have switched/signed/subscribed/bought/upgraded',
  ]),
};

const CALL_TO_ACTION: Cue = {
  weight: 1,
  list: phrases([
    'shall/can/could/may/should/might i/we ... drop/pop/bring/show/stop/swing/leave by/round/in/over/you/some/one/a',
    'drop/pop/swing/stop by/in/round/over with/to/and the?/some?/our?/a?',
    'want/like/fancy/need me/us to put/send/bring/pop/show/drop/sign/save/book/set/run',
    'set/sign/get you up/started/going',
    'can/could/may/shall/might/should i/we @gives ... you/your/yours',
    'i/we can/could/will/would @gives ... you/your/yours',
    "happy/glad/pleased/delighted/i'll/we'll to? @gives ... you/your/yours",
    'all/what i/we need/want/ask is/to',
    'let me @gives you',
    "to/i'd/i'll/could/would @gives/explain you? how/what/why/over",
    'would/could do/handle/run/take/look your/after',
    'thinking of/about selling/buying/moving/switching/investing/renovating/refinancing/retiring',
    'when/where/how shall/can/should/may/could i/we call/come/send/drop/ring/reach/start',
    '^ curious/interested/intrigued/tempted',
    "there's/there is a link",
    'a? link in/on/to my',
    "i'd/i would/we'd love/like to tell/show you",
    'what/how you/much could/can/would/stand make/earn/save/get/win/lose',
    'could/can/might use/do with? one/some/it',
    'how many you?/would?',
    "i'll/i'd/we'll/we'd/gladly/happily/glad/happy/pleased gladly/happily/be/glad/happy? glad/happy? to? lend/send/show/share/leave/drop/bring/mail you? the/our/my/some/a/one",
    'share/send/show/see/have/want/like you? the/our/some/my @any? figures/numbers/results/sums/calculations/rates/prices/offer',
    'worth a/your/@any look/try/chat/call/minute/minutes/visit/test/trial/think',
    'request/ask/get/send/want/need your/a/an/our/us/for @any? @any? quotation/quote/estimate/sample/samples/catalogue/brochure/demo/rate/measurements/trial/copy',
    'call/ring/phone/contact/visit/join/text/message/email/follow/whatsapp us/now/today',
    'bring/get/sign/let you in/on/up/aboard/started',
    'send/mail/email/forward/share/give our/my/you/over @any? rate/price/catalogue/brochure/list/prices/details/link/demo/figures',
    'book/arrange/schedule/set/fix/have up? a @any? @any? call/meeting/demo/visit/viewing/appointment/fitting',
    'book/order/claim/reserve/subscribe/download/click/register/enrol/enroll/buy/invest/dm your/yours/today/now/here/one/a/at/for/below/on/in/me/online/from/this/the/early',
    '^ book/order/claim/reserve/subscribe/download/click/register/enrol/enroll/buy/try/visit/join/grab/discover/imagine/boost/get/start/stop/want/ready/tired/struggling/interested/fancy/curious/dm',
    'where/when/which/how can/should/may/do i put/install/send/drop/deliver',
    'just/simply/and tell/text/message/dm/call/ask me which/what/how/your/for/if',
    'send over/me/us your cv/resume/order/details/address/size',
    'have/has you/anyone ever? thought/considered/wondered/heard about/of/how',
    'tired/sick/fed up? of @any',
    'shall/can/may/could/should/let i/me @any? send/show/put/sign/reserve/add/book/order/quote/give/offer/bring/set/demonstrate/drop/tell',
    'are/would/if/be you/be? ever? interested/keen/curious',
    'interested/curious to/in/how? learn/hear/see/hearing/seeing/a/buying/our/my/joining/one',
    'want/wanna/like/care/fancy to/a/some/one/in see/try/buy/order/copy/join/know/taste/box/pair/bottle/ticket/demo/quote/hear ... how/one/some/more/it/for/@any',
    'how many shall/should/can/do/would',
    'happy/glad/love/like to send/show/share/demo/give/walk/tell/quote/offer/explain @any? you/your/details/a/how/our/my/more/the',
    'check/checkout/try/visit/see out? our/my',
    'get/put/sign/let you in/down/up/signed',
    'message/dm/call/text/email/ask/contact me for/to/if/and',
    'order/book/reply/register/apply before/by @day/@month/noon/@number',
    'here is/are my/our/the link/code/shop/page/site/website/catalogue',
    'might/may/would/will like/love/enjoy our/my',
    'link/website/form/page/shop/store/stall below/attached/in/is/here/online',
    'spread the word',
    "don't miss",
    'let me know/have if/how/which/what you/many/size/colour/flavour',
    'for details/more/info/prices/information',
    'recommend us/it to',
  ]),
};

const CUES: readonly Cue[] = [SELLER, GOODS, TERMS, GAIN, CUSTOMERS, CALL_TO_ACTION];
/** Cues that don't count in a report of what happened. */
const REPORTABLE = new Set([GOODS.list, TERMS.list, GAIN.list, CUSTOMERS.list]);
/** What colleagues send each other: "I'll send you an invitation". */
const SENT_BY_COLLEAGUES = new Set(
  'invitation invite photo photos notes minutes slides'.split(' '),
);
/** Looks at no more hits per cue: bounds the work on a hostile text. */
const MAX_HITS = 50;
/** Looks no further than this within a sentence, in words. */
const MAX_SENTENCE = 30;
/** Sum of weights that makes a pitch, by whether they share something. Tuned on corpus.jsonl. */
const MIN_WEIGHT = { known: 3, stranger: 2 };

const isDeed = wordClasses.deed as (word: Word) => boolean;
const PRONOUNS = new Set(
  "we our my us you your yours we're we've we'd we'll you'd you'll".split(' '),
);

/** In words. */
const OFFER_REACH = 8;

function isOffered({ words }: Message, { from, to }: Hit): boolean {
  const near = words.slice(Math.max(0, from - OFFER_REACH), to + OFFER_REACH);
  return near.some(
    ({ fold, sentence }) => sentence === words[from]?.sentence && PRONOUNS.has(fold),
  );
}

/**
 * Whether the sentence reports what the reader did, instead of offering something: "Your savings
 * plan cut our bill", "the samples we handed out together".
 */
function isReport({ words }: Message, { from }: Hit): boolean {
  const sentence = words[from]?.sentence;
  let first = from;
  while (first > 0 && from - first < MAX_SENTENCE && words[first - 1]?.sentence === sentence)
    first--;
  const sentenceWords = words
    .slice(first, from + MAX_SENTENCE)
    .filter((word) => word.sentence === sentence);
  const lead = sentenceWords.slice(0, 4).findIndex(({ fold }) => fold === 'your' || fold === 'you');
  const isMine = sentenceWords.some(({ fold }) => /^(?:our|us|me|my|mine)$/.test(fold));
  const isModal = sentenceWords.some(({ fold }) =>
    /^(?:could|can|would|will|may|might|shall|deserves?|if)$/.test(fold),
  );
  if (isModal) return false;
  if (sentenceWords.some(({ fold }) => fold === 'together')) return true;
  return (
    lead >= 0 &&
    sentenceWords
      .slice(lead)
      .some((word) => isDeed(word) || (isMine && /^(?:is|was|were|are)$/.test(word.fold)))
  );
}

/** One hit per pitch cue, heaviest first, if they add up to a pitch; else none. */
export function findPitchCues(
  message: Message,
  isCounted: (hit: Hit) => boolean,
  reader: keyof typeof MIN_WEIGHT,
): Hit[] {
  const found = CUES.flatMap(({ weight, list }) => {
    const hits = findPhrases(message, list)
      .slice(0, MAX_HITS)
      .filter(
        (hit) =>
          isCounted(hit) &&
          !message.words
            .slice(hit.to, hit.to + 4)
            .some(({ fold }) => SENT_BY_COLLEAGUES.has(fold)) &&
          !(REPORTABLE.has(list) && isReport(message, hit)),
      );
    const [first] = hits;
    if (first === undefined) return [];
    // A second hit of the same cue adds 1; a third adds nothing.
    const isTwice = hits.some(({ from }) => from > first.to);
    return [
      {
        weight: weight + (isTwice ? 1 : 0),
        hit: first,
        isOffered:
          list === CALL_TO_ACTION.list ||
          list === SELLER.list ||
          hits.some((hit) => isOffered(message, hit)),
        isCallToAction: list === CALL_TO_ACTION.list,
        isOffer: list !== SELLER.list,
      },
    ];
  }).sort((a, b) => b.weight - a.weight);
  const sum = found.reduce((total, { weight }) => total + weight, 0);
  // With a call to action, the lower sum is enough.
  const asksToAct = found.length > 1 && found.some(({ isCallToAction }) => isCallToAction);
  const enough = asksToAct ? MIN_WEIGHT.stranger : MIN_WEIGHT[reader];
  // A seller alone ("I work with nurses") is no pitch.
  const isPitch = sum >= enough && found.some(({ isOffer }) => isOffer);
  // A pitch has someone who offers: "discount rates" at a "pensions teach-in" has no one.
  if (!found.some(({ isOffered }) => isOffered)) return [];
  return isPitch ? found.map(({ hit }) => hit) : [];
}
