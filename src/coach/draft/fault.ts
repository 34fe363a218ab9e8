/** Remembered details that no message may hold: faults, and what is not said to someone's face. */
import { headWords, wordsOf } from './grammar.ts';

/** What is a fault wherever it stands. */
const FAULT =
  /\b(?:rude|lazy|sloppy|careless|arrogant|hostile|dishonest|unprepared|unreliable|unhelpful|unprofessional|impatient|disorgani[sz]ed|disappoint(?:ing|ed)|annoying|boring|useless|terrible|awful|nothing special|made (?:us|me|everyone|everybody) wait|(?:kept|left) (?:us|me|everyone|everybody) (?:waiting|alone|hanging)|let (?:us|me|the team|everyone) down|dropped the ball|messed up|complain(?:ed|s|ing)|blam(?:ed|es|ing))\b|\btoo (?!(?:$|and\b))\p{L}/iu;
/** What was not done; "not afraid to ask" is praise. */
const DENIED =
  /\b(?:(?:did|does|do|was|were|is|are|has|had|have|could|would)(?: not|n['’]?t)|cannot|can['’]?t|won['’]t)\b(?!\s+(?:afraid|shy|scared|only|just|once|easily)\b)/iu;
/** Deeds that are faults, unless they were never done or are the thing that was mended: "saved the failed deploy". */
const DEED =
  /(?<!\b(?:never|not|the|an?|our|my|your|that|which|what|without|after)\s)\b(?:missed|forgot|failed|ignored|interrupted|gave up|ruined|argued|shouted|yelled|lied|cheated)\b/iu;
/** How someone was, where nothing else is said before it: "always late". */
const STATE =
  /^(?:(?:she|he|they|you|it)\s+)?(?:(?:was|were|is|are|came|being|always|often|usually|sometimes|mostly|rather|quite|so|very|really|still|again|a\s+bit|a\s+little)\s+)*(?:late|slow|bad|poor|weak|difficult|stubborn|distracted|absent|missing|angry|tired|confused|lost|wrong|unclear|nervous|quarrelsome)\b(?!\s+(?:enough|but)\b)/iu;
/** Something of somebody else's, once the reader's own name is gone. */
const OTHERS = /^(?!(?:it|that|there|here|what|who|where|let)['’])\p{L}+['’]s\s/iu;
const PATTED = /^(?:(?:well|nicely) done|(?:good|nice|great) (?:job|one)|thanks|thank you)$/iu;
/** Words for somebody that are better not said to them. */
const PERSONS =
  /^(?:guy|man|woman|lady|girl|boy|bloke|chap|dude|person|human|king|queen|boss|god)$/u;

/** Whether a detail, as typed, finds fault or may do so: then it stays out of every message. */
export function isFault(text: string): boolean {
  return [FAULT, DENIED, DEED, STATE].some((pattern) => pattern.test(text));
}

/** What is better not said to someone at all: a guy, a pat on the back, a thing of somebody else's. */
export function isUnsaid(text: string): boolean {
  const head = headWords(wordsOf(text)).at(-1) ?? '';
  return OTHERS.test(text) || PATTED.test(text) || PERSONS.test(head);
}
