const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** Words that are names too: they count as people only where the sentence shows that they are. */
export const COMMON_NAMES = set(
  `may april june august jan sun mon sat wed fri mark will grant bill art rob pat joy hope faith summer rich
  dean chase drew sue jack guy miles rose dawn eve frank ray van long young pearl ruby daily`,
);

/** Words that never begin or continue a name when nobody known is called so. */
export const FUNCTION_WORDS = set(
  `a an the this that these those my our your his her its their i we me us he she they it you who which what
  and or but nor so as if then than both all some any no not do did done does was were is are be been has have had
  with w/ & + plus from to met by @ at on in of for about over under into onto off up out via per after before
  during since until while between within without together alongside again also just very too here there now
  can could would should today yesterday tomorrow tonight monday tuesday wednesday thursday friday
  saturday sunday see let got get everyone everybody someone people`,
);

/** After these stands a person, known or new. */
export const BEFORE_PERSON = set('with met by alongside @');

/** After these stands a person whom the log knows; what else may stand there is too much to guess. */
export const BEFORE_KNOWN = set('with met by alongside @ from to and & +');

/** Verbs after which "to" leads to a person. */
export const SPEAKING = set(
  'talked talking spoke speaking wrote writing listened introduced goodbye chatted out thanks congratulations',
);

/** With one of these, "from" and "by" lead to a company or a team. */
export const MOVING = set(
  'moved moving left leaving leaves transferred switched came promoted back acquired bought merged joined graduated',
);

/** Before a pronoun or a name, these join the list of people. */
export const JOINING = set('and & + plus');

/** What a person leaves behind when taken out of the sentence. */
export const LINKS = set('with and & + plus from by to for alongside @ together');

/** Parts of a surname that are written small. */
export const PARTICLES = set(
  'van von der den de del della da di do dos das la le el al bin ibn ben ter ten y af av zu st',
);

/** After a capitalised word, these make it a group and no person. */
export const GROUPS = set(
  `team teams group groups department dept squad crew org folks people guild chapter office staff engineers
  engineering community club committee project leadership management`,
);

/** What parts of a company are called wherever one works. */
export const DEPARTMENTS = set(
  `accounting accounts accessibility analytics audit billing communications compliance content controlling customer
  data delivery design development engineering events facilities finance fraud growth hardware hr infrastructure
  infra insights intake it legal logistics maintenance manufacturing marketing merchandising operations ops payments
  payroll people platform pr procurement product production purchasing qa quality recruiting research risk sales
  security software strategy success supply support talent tax testing training treasury`,
);

/** Capitals that are no initials of a person. */
export const ACRONYMS = set(
  'qa hr it pr cto ceo cfo coo cpo cio vp svp api ux ui pm po sre sql aws gcp ibm sap ai ml ci cd okr okrs',
);

/** Before a capitalised word, these make it the name of a thing. */
export const THINGS = set(
  'project team operation hurricane sprint release the a an our my version',
);
