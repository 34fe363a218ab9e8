import type { Kind } from '../../model.ts';

/**
 * A kind; `deed`: what somebody did for me or well, which is a detail of something else; or `none`: what
 * people note down and no kind is.
 */
export type Label = Kind | 'deed' | 'none';

/**
 * Sentences as people type them, one per line, by kind. A slot in braces takes a line of the vocabulary;
 * what is in square brackets may be left out. {P} is one person, {PS} one or several, {THING} a name that
 * nobody has, {BOSS} somebody who is named and was not there.
 */
export const FRAMES: Readonly<Record<Label, string>> = {
  project: `
    {DEED} with {PS} [{D}]
    {DEED} with {PS} [{D}]
    {DEED} with {P}
    worked on the {WORK} with {P} [{D}]
    worked with {PS} on the {WORK}
    worked together with {P} on {THING}
    {P} and I worked on the {WORK} [{D}]
    {P} helped me finish the {WORK}
    {P} and me {DEED}
    ran the fire drill with {PS}
    ran the {WORK} with {PS} [{D}]
    {DEED} with {PS} [{D}]
    {DEED} with {PS} [{D}]
    {DEED} with {P}
    {DEED} with {P} and {P}
    [we ]{DEED} together with {PS}
    {PS} and I {DEED} [{D}]
    me and {P} {DEED}
    we [finally ]{DEED}, {P} and I
    we {DEED}, me and {P}
    I {DEED} with {PS} from {THING}
    {DEED} alongside {P}
    [just ]{DEED} with help from {P}
    {DEED} for {THING} with {PS} [{D}]
    {D} we {DEED} with {PS}
    finished the {WORK} with {PS} [{D}]
    completed the {WORK} with {ROLE} {P}
    wrapped up the {WORK} with {PS}
    finished {WORK} with {P}
    [the ]{WORK} done with {PS}
    {WORK} with {PS} [{D}]
    {WORK} shipped with {P}
    {WORK} is live, {P} and I did it
    {WORK} finished with {PS}
    got the {WORK} done with {PS}
    got the {WORK} out the door with {P}
    got {THING} out with {PS} [{D}]
    the {WORK} went live, {P} and I
    the {WORK} went out [{D}] with {PS}
    handed in the {WORK} with {P}
    pulled off the {WORK} with {PS}
    took over {THING} from {P}
    took over the {WORK} from {P} [{D}]
    handed the {WORK} over to {P}
    took down the {WORK} with {P}
    delivered {THING} with {PS} [{D}]
    shipped {THING} with {PS} [{D}]
    shipped {THING} and {THING} with {PS} [{D}]
    {PS} and I shipped {THING}
    {PS} and I finished the {WORK}
    me and {P} shipped {THING}
    we shipped {THING}, {PS} and I
    wrapped up with {PS} [{D}]
    finished {THING} with {PS}
    launched {THING} with {P}
    built {THING} with {P} [{D}]
    thanks to {P} we {DEED}
    thanks to {P} we got {THING} out the door [{D}]
    big thanks to {P} we finished the {WORK}
    did the {WORK} with {PS}
    ran the {WORK} with {PS}
    {P} and I got the {WORK} over the line
    my team {DEED} with {P}
  `,
  deed: `
    {P} {DETAIL}
    {P} {DETAIL}
    {P} really {DETAIL}
    {ROLE} {P} {DETAIL}
    {P} {DEED}
    {P} also {DEED}
    {P} fixed my {GEAR} [{D}]
    {P} repaired my {GEAR}
    {P} found my {GEAR}
    {P} brought my {GEAR} back
    {P} carried my {GEAR}
    {P} watered my plants
    {P} looked after my {GEAR}
    {P} {DEED} for us
    gave {P} feedback on his {MINE}
    gave {P} some tips on her {MINE}
    reviewed {P}'s {MINE}
    I reviewed {P}'s code
    coached {P} on her {MINE}
    mentored {P} [{D}]
    I gave {P} feedback [{D}]
  `,
  none: `
    {P} is pregnant
    {P}'s mum died
    {P}'s father is in hospital
    {P}'s dog died [{D}]
    {P} is ill
    {P} is off sick
    {P} broke his leg
    {P} had an accident [{D}]
    {P} lost her wallet
    {P} lost the keys
    {P} is on holiday [{D}]
    {P} is on parental leave
    {P} is back from leave
    {P} is back from holiday
    {P} came back [{D}]
    {P} works from {THING} now
    {P} lives in {THING}
    {P} moved house
    {P} has a cold
    {P} is stressed
    {P} is annoyed with me
    {P} likes her coffee black
    {P} owes me lunch
    {P} owes me 20 pounds
    {P} needs the report
    {P} needs help with the {MINE}
    {P} asked me to review his {MINE}
    {P} asked for the {MINE}
    {P} wants to talk
    {P} wants the {WORK} done
    {P} is waiting for the {MINE}
    {P} is working on {THING}
    {P} is looking for a flat
    {P} is preparing the {WORK}
    {P} is training for the race
    {P} is helping with the {WORK}
    {P} is thinking about it
    {P} is visiting his parents
    {P} is covering for me
    {P} has my {MINE}
    {P} has my {GEAR}
    {P} broke my {GEAR}
    {P} borrowed my {GEAR}
    {P} wants my {GEAR}
    {P} has the keys
    {P} forgot the meeting
    {P} was late [{D}]
    {P} sits next to me
    {P} is in the {THING} office
    dropped off {P}'s keys
    picked up {P}'s laptop
    paid {P} back for lunch
    paid {P} back
    borrowed {P}'s drill
    returned {P}'s book [{D}]
    bought {P} a present
    reviewed {P}'s {MINE}
    read {P}'s report [{D}]
    signed {P}'s form
    approved {P}'s {MINE}
    trained {P} on the machine
    we hired {P}
    hired {P} [{D}]
    fired {P}
    promoted {P}
    argued with {P} about {TOPIC}
    had a fight with {P}
    {P} shouted at me
    {P} and I disagree about {TOPIC}
    waiting for {P}
    {P} reports to {BOSS}
    {P} is {BOSS}'s brother
    {P}'s number is new
    {P}'s birthday is in May
    connected with {P}
    looked for {P}
    thought of {P}
    dreamed of {P}
    worried about {P}
    rumour has it that {P} is unhappy
  `,
  event: `
    won {CONTEST} with {PS} [{D}]
    ran {RACE} with {PS} [{D}]
    played {CONTEST} with {PS} [{D}]
    did {COURSE} with {PS} [{D}]
    {COURSE} with {PS} [{D}]
    gave {SPEECH} at {EVENT} with {P}
    gave {SPEECH} at {EVENT} and {P} asked a question
    met {PS} at {EVENT} [{D}]
    met {P} from {THING} at {EVENT}
    met {P} in person at {EVENT}
    bumped into {P} at {EVENT} [{D}]
    ran into {PS} at {EVENT} [{D}]
    saw {P} at {EVENT}
    sat next to {P} at {EVENT}
    sat beside {P} at {EVENT}
    sat with {PS} at {EVENT}
    went to {EVENT} with {PS} [{D}]
    attended {EVENT} with {PS} [{D}]
    was at {EVENT} with {PS} [{D}]
    {PS} and I were [both ]at {EVENT} [{D}]
    {PS} and I went to {EVENT}
    {PS} and I attended {EVENT}
    we were [both ]at {EVENT}, {P} and I
    {EVENTNAME} with {PS} [{D}]
    {EVENTNAME} with {PS}
    {EVENTNAME} with {P}
    {EVENTNAME} in {THING} with {PS} [{D}]
    {EVENTNAME} in the mountains with {PS}
    {EVENTNAME}: met {PS}
    {EVENTNAME}, talked to {P}
    {EVENTNAME}, sat next to {P}
    at {EVENT} with {PS} [{D}]
    joined {EVENT} with {PS}
    visited {EVENT} with {P}
    listened to {EVENT} with {P}
    watched {EVENT} with {P}
    took part in {EVENT} with {PS}
    got to know {P} at {EVENT}
    was introduced to {P} at {EVENT}
    chatted with {P} at {EVENT}
    talked to {P} at {EVENT} [{D}]
    had {TALK} with {PS} at {EVENT}
    {TALK} with {P} at {EVENT}
    danced with {P} at {EVENT}
    spoke at {EVENT} with {P}
    shared a table with {P} at {EVENT}
    shared a taxi with {P} to {EVENT}
    travelled to {EVENT} with {PS}
    went along to {EVENT} with {P}
    went {OUTING} with {PS} [{D}]
    {P} was [also ]at {EVENT}
    {P} gave a talk at {EVENT}
    {THING} meetup with {P}
    went to {THING} with {PS}
    attended {THING} with {PS} [{D}]
    attended {P}'s workshop
    attended {P}'s talk at {EVENT}
    {P} came to {EVENT} too
  `,
  interest: `
    {P} and I both like {INTEREST}
    {P} and I both love {INTEREST}
    {P} and I both {HOBBY}
    {P} and I are both into {INTEREST}
    {P} likes {INTEREST} too
    {P} is learning {INTEREST} too
    {P} is also learning to sail
    {P} is taking up {INTEREST}
    {P} loves {INTEREST} as much as me
    {P} also {HOBBY3}
    {P} {HOBBY3} too
    {P} {HOBBY3} as well
    {P} {HOBBY3}, like me
    {P} is into {INTEREST} too
    {P} is also into {INTEREST}
    {P} is a fellow {INTEREST} fan
    {P} is mad about {INTEREST} too
    {P} is crazy about {INTEREST}
    {P} is a keen climber too
    {P} shares my love of {INTEREST}
    {P} and I share an interest in {INTEREST}
    {P} and I have {INTEREST} in common
    we both {HOBBY}, {P} and I
    we both love {INTEREST}, me and {P}
    found out {P} is into {INTEREST}
    found out [that ]{P} [also ]{HOBBY3} [too]
    found out [that ]{P} [also ]likes {INTEREST} [too]
    found out we both {HOBBY}, with {P}
    turns out {P} [also ]{HOBBY3} [too]
    turns out {P} is into {INTEREST} [as well]
    turns out {P} and I both {HOBBY}
    discovered that {P} loves {INTEREST} [too]
    discovered {P} {HOBBY3} like me
    discovered a shared love of {INTEREST} with {P}
    learned that {P} [also ]{HOBBY3}
    learnt {P} is a big {INTEREST} fan
    realised {P} and I both {HOBBY}
    bonded with {P} over {INTEREST}
    bonded over {INTEREST} with {P}
    geeked out about {INTEREST} with {P}
    talked about our love of {INTEREST} with {P}
    discussed our shared passion for {INTEREST} with {P}
    {P} told me she loves {INTEREST} too
    {P} has the same hobby as me: {INTEREST}
    same hobby as {P}: {INTEREST}
    {P} is another {INTEREST} fan
    {P} and I swapped tips on {INTEREST}
  `,
  feedback: `
    {P} gave me feedback on my {MINE} [{D}]
    {P} gave me some [really ]useful tips on my {MINE}
    {P} gave me advice on my {MINE}
    {P} gave me notes on my {MINE}
    {P} gave me a review
    {P} gave feedback on my {MINE}
    got [some ]feedback from {P} on my {MINE} [{D}]
    got advice from {P} about my {MINE}
    got good comments from {P} on my {MINE}
    got feedback on my {MINE} from {P}
    feedback on {THING} from {P} [{D}]
    feedback on the {WORK} from {P}
    comments on my {MINE} from {P}
    received feedback from {P} about my {MINE}
    feedback from {P} on my {MINE} [{D}]
    {P} reviewed my {MINE} [{D}]
    {P} reviewed our {MINE}
    {P} looked over my {MINE} [{D}]
    {P} read my {MINE} and liked it
    {P} checked my {MINE}
    {P} went through my {MINE} with me
    {P} read through my {MINE}
    {P} went over my {MINE} [{D}]
    {P} corrected my {MINE}
    {P} critiqued my {MINE}
    {P} marked up my {MINE}
    {P} commented on my {MINE}
    {P} praised my {MINE}
    {P} criticised my {MINE}
    {P} observed my {MINE}
    {P} tasted my {MINE} and said it was too salty
    {P} liked my {MINE}
    {P} proofread my {MINE}
    {P} told me my {MINE} was too long
    {P} told me [that ]my {MINE} needs more work
    {P} told me to slow down in {TOPIC}
    {P} told me I should be bolder
    {P} told me I talk too fast
    {P} advised me to be clearer
    {P} said my {MINE} was dull
    {P} said [that ]my {MINE} is good
    {P} says my {MINE} is too short
    {P} said I should delegate more
    {P} thinks our plan is weak
    {P} thinks we should stop
    {P} thinks I should ask more
    {P} says we should plan better
    {P} thinks my {MINE} is great
    {P} found my {MINE} confusing
    {P} coached me on my {MINE}
    {P} mentored me on {TOPIC}
    {P} taught me how to fix the {MINE}
    {ROLE} {P} reviewed my {MINE}
    {ROLE} {P} told me to slow down
    {ROLE} {P} said I should ask more
    reviewed by {P}
    was coached by {P} on my {MINE}
    my {MINE} was reviewed by {P}
    performance review with {P} [{D}]
    annual review with {P} [{D}]
    yearly review with {P}
    peer review with {P}
    annual review with {ROLE} {P}, she said I should delegate more
    performance review with {ROLE} {P}
    appraisal with {P} [{D}]
    code review with {P}
    {WORK} review with {PS} [{D}]
    review of the {WORK} with {PS}
    1:1 review with {P}
    my review with {P} [{D}]
    feedback session with {P} [{D}]
    feedback round with {P}
    mentoring session with {P} [{D}]
    mentoring with {P}
    coaching session with {P}
    mid-year review from {P}
    probation review with {P}
    crit with {P} on my {MINE}
    {P} left feedback on my {MINE}
    {P} sent me comments on my {MINE}
  `,
  milestone: `
    {P} is new on the {TEAM} team
    {P} is new in {EMPLOYER}
    {P} is now on the {TEAM} team
    {P} {NEWS} [{D}]
    {P} {NEWS}!
    {P} just {NEWS}
    {PS} {NEWS}
    {ROLE} {P} {NEWS}
    {P} from {THING} {NEWS}
    heard that {P} {NEWS}
    found out {P} {NEWS}
    {P} told me she {NEWS}
    great news: {P} {NEWS}
    {P}'s promotion
    {P}'s new role
    {P}'s new job at {THING}
    {P}'s 10 year work anniversary
    {P}'s paper got accepted [in {THING}]
    {P}'s paper came out
    {P}'s book came out [{D}]
    {P}'s book won a prize
    {P}'s team won the award
    {P}'s show opened [{D}]
    {P}'s startup got funded
    {P}'s baby was born
    congrats to {P} on 20 years at the plant
    congrats to {P} on the promotion
    congrats to {P} on becoming head chef
    congratulations to {P} on the award
    {P} joined {EMPLOYER}
    {P} started at {EMPLOYER}
    {P} has a new job at {EMPLOYER}
    {P} will be promoted in January
    {P} is becoming a partner
    {P} is having a baby
    {P} is expecting a baby
    {P} is writing a book
    {P} is getting an award [{D}]
    {P} is turning 40 [{D}]
    {P} turned 50 [{D}]
    {P} celebrates his 60th birthday
    {P}'s and my promotion
  `,
  'new-job': `
    I joined {EMPLOYER} [{D}]; met {PS}
    I joined {EMPLOYER} with {PS}
    joined {EMPLOYER} with {PS} [{D}]
    [just ]joined {EMPLOYER}, met {PS}
    I started at {EMPLOYER} [{D}], {P} showed me around
    started at {EMPLOYER} [{D}] with {PS}
    started at {EMPLOYER} [{D}], my buddy is {P}
    [just ]started in {EMPLOYER} with {PS}
    started with {EMPLOYER}, {P} is my manager
    started a new job at {EMPLOYER} with {PS}
    started my new job [{D}] with {PS}
    I began at {EMPLOYER} [{D}] with {P}
    first day at {EMPLOYER} with {PS}
    first day at {EMPLOYER}! {P} showed me around
    first day at {EMPLOYER}, met {PS}
    first week at {EMPLOYER}: met {PS}
    first week in {EMPLOYER} with {PS}
    first day in {EMPLOYER}, {P} showed me around
    started as a nurse [{D}], {P} is my mentor
    started as a trainee at {EMPLOYER} with {P}
    my first week at {EMPLOYER} with {P}
    my first day with {P}
    new job at {EMPLOYER}: met {PS}
    new job at {EMPLOYER}, {P} is my boss
    new job with {PS}
    my new job at {EMPLOYER}, working with {P}
    I moved to {EMPLOYER}, now working with {PS}
    I switched to {EMPLOYER} and work with {P} now
    {P} and I joined {EMPLOYER}
    {P} and I started at {EMPLOYER} [{D}]
    onboarded at {EMPLOYER} with {P}
    I'm the new nurse at {EMPLOYER}, met {PS}
    day one at {EMPLOYER}: {PS}
    {P} is my new manager at {EMPLOYER}, I started [{D}]
    I got a job at {EMPLOYER}, my boss is {P}
    transferred to {EMPLOYER}; my new teammates are {PS}
  `,
  reorg: `
    we now report to {P}
    {P} is on my team now
    {CHANGE}, {P} is affected too
    {CHANGE}, {P} ends up on the other side
    {CHANGE}, me and {P}
    {CHANGE} with {P}
    {CHANGE}, also {P}
    {CHANGE}, {P} is now in our team
    {CHANGE}; {P} and I stay together
    after the reorg {P} and I [both ]work for {THING}
    after the takeover {P} and I both work for {THING}
    since the merger we both work for {THING}, {P} and I
    {P} and I both work for {THING} now
    after the merger {P} and I report to the same boss
    after the takeover {P} and I are in one team
    {P} and I now report to the same boss after the reorg
    {P} and I are both moving to {EMPLOYER}
    reorg: {P} and I are [both ]moving to {THING}
    reorg: {P} joins our team
    reorg: {P}'s unit moves under ours
    reorganisation with {P}
    merger announced with {P}
    {P}'s team is merging with ours
    {P}'s group was merged into ours
    my team and {P}'s are merging
    our team and {P}'s are being merged
    {P}'s team and ours become one
    {P}'s department moves into ours
    {P}'s team is joining ours
    {THING} was acquired by {THING}, {P} is affected
    {THING} merged with {THING}, {P} and I stay
    {THING} bought us, {P} is now in my team
    {THING} takes over {THING}, also affects {P}
    our lab is merging with {P}'s group
    our team merges with {P}'s
    our unit was put under {P}
    {P} is our new head of nursing
    {P} is our new director
    {P} is our new boss
    {P} is my new boss
    {P} is my new manager [{D}]
    new boss: {P}
    new manager: {P}
    our team got a new lead, {P}
    {P} is the new CEO
    {P} takes over our department
    {P} joined our team
    {P} moved to our team
    {P} now leads our team
    new CTO announced with {P}
    we both now report to {BOSS} after the reorg, me and {P}
    {P} and I report to {BOSS} now
    {P} and I now work under {BOSS}
    our teams both report to {BOSS} now, {P} and I
    we both report to a new boss now, {P} and I
    restructuring: {P} and I end up in different teams
    merger with {THING} announced, {P} is affected
    {P} and I got new bosses
    {P} is now my boss after the restructuring
    we share an office with {P}'s team since the merger
  `,
  departure: `
    {P} retires [{D}]
    {P} retired [{D}]
    {P} left [{D}]
    {P} retires at the end of the year
    {P} is moving to the {THING} office
    {P} is going to a school in {THING}
    {P}'s off to {THING}
    {P} {BYE} [{D}]
    {P} {BYE}
    {PS} left [{D}]
    {P} left {THING}
    {ROLE} {P} {BYE}
    {P} {BYE}, really sad
    {P} will be leaving
    {P} left for {THING} [{D}]
    {P} is leaving for {THING}
    {P} moves to {THING}
    {P} went to {THING} [{D}]
    {P} is going to leave {THING}
    today was {P}'s last day
    {P}'s last day [{D}]
    {P}'s last day is on Friday
    {P}'s farewell
    {P}'s leaving do
    {P}'s retirement
    last day for {P}
    it was {P}'s last shift [{D}]
    said goodbye to {P} [{D}]
    said goodbye to {P}, he is off to {THING}
    said farewell to {P}, she is moving to {THING}
    saying goodbye to {PS}
    goodbye drinks for {P}
    farewell lunch for {P}
    farewell party for {PS}
    leaving drinks for {P}
    leaving do for {P} [{D}]
    waved {P} off
    I left {THING} [{D}]; keep in touch with {PS}
    I left {THING}, will miss {PS}
    I left {EMPLOYER} [{D}], worked with {PS}
    I left {EMPLOYER} [{D}]; {PS} stay
    left {EMPLOYER} [{D}], will miss {PS}
    I quit my job, worked with {PS}
    I resigned [{D}], told {P}
    my last day at {THING}, said goodbye to {PS}
    my last day with {PS}
    my contract ended, said bye to {P}
    I moved on from {THING}, worked with {P}
    I was laid off together with {PS}
    {P} and I were both laid off
    heard that {P} {BYE}
  `,
  meeting: `
    one on one with {PS}
    one to one with {P} [{D}]
    {SHIFT} with {PS} [{D}]
    {SHIFT} with {P}
    quick catch-up with {P}
    caught up with {P} [{D}]
    caught up with {P} over coffee
    {TALK} with {PS} [{D}]
    {TALK} with {P} about {TOPIC}
    {TALK} with {P} from {THING} [{D}]
    {TALK} with {ROLE} {P} [{D}]
    {TALK} with {PS}
    {TALK} with {P}
    {WORK} meeting with {PS}
    {THING} {TALK} with {PS} [{D}]
    {WORK} {TALK} with {P}
    sprint 12 {TALK} with {PS}
    review of {TOPIC} with {PS}
    weekly check-in with {P}
    had {TALK} with {PS} [{D}]
    had a {TALK} with {P} about {TOPIC}
    had a great chat with {P} over lunch
    had a long talk with {P}
    met {P} [{D}]
    met {PS} for {TALK}
    met with {PS} [{D}]
    met up with {P}
    met {P} from {THING} [{D}]
    met {P} about {TOPIC}
    saw {P} in {SPOT}
    bumped into {P} in {SPOT}
    bumped into {P} [{D}]
    ran into {P} in {SPOT}
    ran into {P} at {SPOT}
    ran into {P} by {SPOT}
    met {P} outside {SPOT}
    bumped into {PS} at {SPOT} [{D}]
    saw {P} at {SPOT} [{D}]
    met {P} at {SPOT}
    {TALK} with {P} at {SPOT}
    {TALK} with {PS} at {SPOT} [{D}]
    had {TALK} with {P} at {SPOT}
    {TALK} with {P} in {SPOT}
    {TALK} with {P} by {SPOT} [{D}]
    spoke to {P} at {SPOT}
    met {PS} in {SPOT} [{D}]
    chatted to {P} at {SPOT}
    {P} came over for {TALK}
    {P} came round for {TALK} [{D}]
    {P} stopped by for {TALK}
    had {P} over for {TALK}
    popped in to see {P}
    dropped in on {P}
    went to see {P} [{D}]
    took {RIDE} with {P}
    shared {RIDE} with {PS}
    caught {RIDE} with {P}
    waited for {RIDE} with {P}
    caught {P} in {SPOT} about {TOPIC}
    chatted with {P} in {SPOT}
    chatted to {P} about {TOPIC}
    talked to {PS} about {TOPIC}
    talked about {TOPIC} with {P}
    talked with {PS} [{D}]
    talked to {P} [{D}]
    talked to {PS} at {SPOT}
    talked about {INTEREST} with {P}
    spoke to {P} about {TOPIC}
    spoke with {PS} [{D}]
    discussed {TOPIC} with {PS}
    called {P} about {TOPIC}
    phoned {P} about {TOPIC} [{D}]
    rang {P} about {TOPIC}
    skyped with {P}
    zoomed with {PS}
    lunched with {P}
    dined with {PS}
    walked to the station with {P}
    walked the site with {P}
    walked round {SPOT} with {P}
    went for {TALK} with {PS}
    grabbed {TALK} with {PS}
    had {TALK} in {SPOT} with {P}
    sat with {P} at lunch
    shared a taxi with {P}
    shared a train with {P}
    visited {P} in {THING}
    visited the Doha plant with {P} [{D}]
    toured the factory with {P}
    showed {P} around [{D}]
    showed {P} the {SPOT}
    shadowed {P} on rounds
    pair programmed with {P} [{D}]
    brainstormed with {PS}
    interviewed a candidate with {P}
    interviewed {P} for the newsletter
    introduced to {P}
    introduced to {P} by {BOSS}
    was introduced to {P} by {BOSS}
    got introduced to {P} by {BOSS} [{D}]
    got introduced to {P}
    {P} introduced me to {P}
    {P} dropped by [{D}]
    {P} showed me the {SPOT}
    {P} came by my desk
    {P} visited us [{D}]
    {P} called me about {TOPIC}
    {P} and I had {TALK} [{D}]
    {P} and I talked about {TOPIC}
    {P} and I met for {TALK}
    {P} helped me with the printer
    helped {P} with the forklift
    {P} lent me a ladder
    quick question for {P} about {TOPIC}
    dinner with clients and {P} [{D}]
  `,
  engagement: `
    liked {P}'s {POST}
    commented on {P}'s {POST} [{D}]
    left a comment on {P}'s {POST}
    replied to {P}'s {POST} [{D}]
    reacted to {P}'s {POST}
    shared {P}'s {POST} [with my team]
    reposted {P}'s {POST}
    answered {P}'s {POST}
    read {P}'s {POST} and told her
    {P} liked my {POST}
    {P} commented on my {POST}
    {P} wrote to me
    {P} emailed me [about {TOPIC}]
    {P} texted me [{D}]
    {P} messaged me about {TOPIC}
    {P} wrote a post about layoffs
    {P} sent me a message
    messaged {P} [{D}]
    messaged {P} on LinkedIn to say congrats
    messaged {P} to say hi
    wrote to {P} [{D}]
    wrote to {P} to thank her
    wrote to {P} about {TOPIC}
    wrote {P} a recommendation
    wrote a recommendation for {P}
    wrote a reference for {P}
    put in a good word for {P}
    wrote {P} a note
    wrote back to {P}
    e-mailed {P} about {TOPIC}
    emailed {PS} [{D}]
    texted {P} [{D}]
    pinged {P} [about {TOPIC}]
    sent {P} a card
    sent {P} a birthday message
    sent {P} an article
    sent {P} a note to say thanks
    sent a message to {P}
    sent flowers to {P}
    sent {P} my condolences
    thanked {P} for {TOPIC} [{D}]
    thanked {P} for her help
    thanked {PS} [{D}]
    thanks to {P} for the help
    said thanks to {P}
    said hello to {P}
    said hi to {P} [{D}]
    congratulated {P} [{D}]
    congratulated {P} on the prize
    congratulated {P} on her promotion
    wished {P} a happy birthday
    wished {P} good luck
    endorsed {P} for {THING}
    recommended {P} on LinkedIn
    checked in with {P} [{D}]
    checked in on {P}
    reconnected with {P}
    got back in touch with {P}
    followed up with {P} about {TOPIC}
    reached out to {P}
    answered {P}'s question in the forum
    asked {P} how the move went
    introduced {P} to {P} by email
    recommended a book to {P}
    forwarded the job ad to {P}
  `,
};
