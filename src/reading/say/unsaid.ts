/** What is never said to its owner, whatever its grammar: faults, private matters, doubts. */

const FAULT =
  /\b(?:(?<!\b(?:the|that|those|our|every|an?|two|three|some) (?:\w+ )?)(?:grump\w*|moody|rude\w*|lazy|annoying|slow(?!ed))|annoyed|annoys?|forgot\w*|forget\w*|(?<=^|\b(?:he|she|they|you|always|often|kept|nearly|almost) )fail\w*|(?<!\bwithout (?:an?y? |one |a single )?)complain\w*|moan\w*|whin(?:ed?|es|ing)|argu(?:ed?|es|ing)|shout(?:ed|s|ing)?(?!\w)|yell\w*|blam(?:ed?|es|ing)|messed|ignored|interrupt\w*|boss(?:y|ed)|arrogant|sloppy|careless\w*|useless|late (?:again|most|every|twice)|(?:was|were|always|often|bit) (?:\w+ )?late|mistake by|clumsy|(?<!\b(?:caught|spotted|found|noticed|fixed|corrected|saw|never|catching|spotting|finding|noticing|fixing|correcting)(?: the| an?| that| every| all the)? )(?:wrong|weak|poor)|(?<!\b(?:i|we|they all) )lost (?:it|the|his|her|their)|asleep|badly|poorly|terribly|hungover|drunk|(?<!\b(?:that|which) (?:was|were|is) )too (?!long on\b)\w+|hard time|cut(?:ting)? corners|(?:the|all) credit|than (?:me|I)\b|made (?:\w+ )?\w+ (?:cry|late|angry|sad)|at least|not bad|i guess|could have|should have|would(?:'ve| have)|a bit (?!of)|bit (?!of)|kind of|kinda|sort of|somewhat|despite|although|though|however|but|except|unfortunately|sadly|hate\w*|dislik\w*|gossip\w*|cheat\w*|steal\w*|stole|lied|snor\w*|smell\w*|swear\w*|swore|curs(?:e|es|ed|ing)|grumbl\w*)\b/i;

const PRIVATE =
  /\b(?:divorc\w*|pregnan\w*|miscarr\w*|cancer|tumou?r|chemo\w*|illness|sick|surgery|depress\w*|anxi\w*|burn(?:t|ed)[- ]?out|burnout|therap(?:y|ist) (?:session|appointment)|rehab|affair|salary|wage|pay ?(?:rise|cut|check|slip)|her pay|his pay|debts?|mortgage|bankrupt\w*|visa (?:problem|trouble)s?|fired|sacked|laid off|redundan\w*|funeral|(?:he|she|who|mother|father|mum|mom|dad|wife|husband) died|dying|passed away|widow\w*|(?<!'s )(?:wife|husband)|girlfriend|boyfriend|ex|(?:his|her|their) (?:back|knee|hip|heart|health|weight|age|diagnosis|job|marriage|religion|kids?|sister|brother|parents?|family|partner|son|daughter|mother|father|mum|mom|dad)|religio\w*|pray\w*|sleeping with|crush|confidential\w*|secret\w*|between us|off the record)\b/i;

/** Other people are spoken of with a title. */
const THIRD = /\b(?:mr|mrs|ms|miss|sir|madam)\b\.?\s/i;

/** Whether a note holds what is nobody's business. */
export function isPrivate(note: string): boolean {
  return PRIVATE.test(note) || THIRD.test(note);
}

/** Whether a note, in any of its parts, holds what a message must not say. */
export function isUnsaid(note: string): boolean {
  return (
    FAULT.test(note) ||
    PRIVATE.test(note) ||
    THIRD.test(note) ||
    /\?|["“”„«»@#|<>[\]{}]/u.test(note)
  );
}
