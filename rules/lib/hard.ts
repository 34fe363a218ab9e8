/** Hard news, such as a layoff, an illness or a death. */
import type { Interaction, Kind } from '../../src/model.ts';
import { testerOf } from '../../src/text/alternatives.ts';

/** Hard in the title of any news or talk. */
const isLoss = testerOf(
  /\b(?:lay-?offs?|la(?:y|id|ying)[- ]off|redundanc(?:y|ies)|redundant|job cuts?|let(?:ting)? go(?! of)|fired(?! up)|sacked|dismiss(?:ed|als?)|los(?:t|ing|s of) (?:(?:her|his|their|your|my|our|a|the) )?jobs?|condolences?|bereave\w*|funeral|passed away|died|death of|mourning|grie(?:f|ving)|diagnosed|hospitali[sz]ed|divorced?|miscarriage|burn-?out|burn(?:ed|t) out|sick leave|is ill|was ill|(?:seriously|very|fell|taken) ill|ill and|illness|in(?:to)? hospital|goes to hospital|off sick|broke (?:\w+ ){1,2}(?:legs?|arms?|hip|ankle|wrist|foot|neck|back|nose|ribs?|collarbone)|flooded|burgled|accident|burn(?:ed|t) down|operation|drowned|killed|suicide|stillb(?:orn|irth)|pneumonia|sepsis|concussion|chemo(?:therapy)?|tumou?r|had a fall|(?:post|position|job|role)s? (?:was|were|is|are|has been|have been|being) (?:cut|axed|abolished|eliminated)|off work|person under|under (?:a|the|his|her) train|lost (?:her|his|their) (?:son|daughter|mother|father|mum|mom|dad|husband|wife|partner|brother|sister|child|baby)|stroke|heart attack|cancer|contract (?:wasn't|was not|not) renewed)\b/i,
);

/** Hard only in a reorganisation or departure: "closing" can also be a deal. */
const CUTS =
  /\b(?:cuts|closures?|closing|closes|closed|close down|axed|axing|scrapped|abolished|shut(?:ting)? ?down|downsizing|insolvency|bankruptcy|freeze)\b/i;

const TALK_KINDS: readonly Kind[] = ['meeting', 'engagement'];

/** Whether an interaction is hard news. Projects, events and interests never are. */
export function isHardNews({
  kind,
  title,
  note = null,
}: Pick<Interaction, 'kind' | 'title'> & { note?: string | null }): boolean {
  // A private note is never said, but what is hard in it keeps a message from being cheerful.
  if (note !== null && TALK_KINDS.includes(kind) && isLoss(note)) return true;
  // An outline has no titles, and these patterns are slow to compile.
  if (title === '') return false;
  if (kind === 'reorg' || kind === 'departure') return isLoss(title) || CUTS.test(title);
  return (kind === 'milestone' || TALK_KINDS.includes(kind)) && isLoss(title);
}

/** What kind of hard news: a job that went, a death, an illness; `other` for any else. */
export type Hardship = 'job' | 'death' | 'illness' | 'other';

const OF_JOB =
  /\b(?:posts?|positions?|lay-?offs?|la(?:y|id|ying)[- ]off|contract|redundanc\w*|redundant|job cuts?|let(?:ting)? go|fired|sacked|dismiss\w*|jobs?|cuts|clos\w*|shut\w* ?down|downsizing|insolvency|bankruptcy|axed|axing)\b/i;
const OF_DEATH =
  /\b(?:condolences?|bereave\w*|funeral|passed away|died|death of|mourning|grie(?:f|ving)|drowned|killed|suicide|stillb(?:orn|irth)|lost (?:her|his|their) (?!job))\b/i;
const OF_ILLNESS =
  /\b(?:diagnosed|hospitali[sz]ed|burn-?out|burn(?:ed|t) out|sick leave|surgery|ill(?:ness)?|hospital|off sick|broke|accident|operation|stroke|heart attack|cancer|pneumonia|sepsis|concussion|chemo(?:therapy)?|tumou?r|had a fall)\b/i;

/** The kind of the first hard news among some interactions; null if there is none. */
export function hardshipOf(
  interactions: ReadonlyArray<Pick<Interaction, 'kind' | 'title' | 'note'>>,
): Hardship | null {
  const hard = interactions.find(isHardNews);
  if (hard === undefined) return null;
  const said = hard.note === null || isLoss(hard.title) ? hard.title : hard.note;
  if (OF_DEATH.test(said)) return 'death';
  if (OF_ILLNESS.test(said)) return 'illness';
  return OF_JOB.test(said) ? 'job' : 'other';
}
