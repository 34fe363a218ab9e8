import type { Kind } from '../model.ts';
import type { Token } from './sentence-tokens.ts';

/** Stands for a person, or several, in the text that the patterns read. */
const PERSON = '§';

type Pattern = readonly [Kind, RegExp];

/** Finds whole words in a text that begins and ends with a space. */
const words = (...forms: string[]) => new RegExp(`(?<= )(?:${forms.join('|')})(?= )`, 'gu');

const LEADER = 'cto|ceo|cfo|coo|cpo|cio|vp|leader|leadership|boss|manager|director|head';
const LIKING =
  'like|love|enjoy|play|run|climb|cycle|swim|hike|sail|ski|bake|cook|paint|garden|read|follow|collect|support|speak|care about|grew up|studied|went to|are into|into|are interested in';
const POST =
  'note|comment|message|recommendation|reply|post|article|piece|essay|newsletter|(?:blog|linkedin) post';

/** What says by itself what happened. */
const CLEAR: readonly Pattern[] = [
  [
    'project',
    words(
      '(?:shipp|finish|complet|launch|releas|deliver)(?:ed|ing)|deployed|rolled out',
      'wrap(?:ped|ping)(?: up)?',
    ),
  ],
  [
    'event',
    words(
      'attend(?:ed|ing)|off-?sites?|conferences?|meet-?ups?|workshops?|hackathons?|summit|retreat',
      'webinar|all-hands|(?:launch )?part(?:y|ies)|team (?:day|event|outing|building)',
      `met (?:up )?(?:with )?(?:${PERSON} )?(?:in person )?at`,
    ),
  ],
  [
    'interest',
    words(
      `both (?:really )?(?:${LIKING})`,
      'shar(?:e|ed|ing) (?:an? |our |the |same )*(?:interests?|love|passion|hobby|hobbies)',
      '(?:our )?(?:shared|common|mutual) (?:interests?|love|passion|hobby)',
      'talked about our|in common|bonded over',
      'f(?:ou|i)nd(?:ing)? out (?:that )?(?:we|i)(?: both)?',
    ),
  ],
  [
    'feedback',
    words(
      'feedback|(?:reviewed|reviewing|reviews? of) (?:my|our)|reviewed by|review(?: from)?',
      '(?:1:1|code|design|performance|peer|annual|quarterly|yearly|mid-year|pr) reviews?',
      'mentoring(?: session)?|mentored (?:me|us|by)|mentor|coach(?:ing|ed me|ed us)',
      `left (?:${PERSON} |me |us )?(?:some |a |an? \\S+ )?(?:feedback|review)`,
    ),
  ],
  [
    'milestone',
    words(
      'promoted|promotions?|new role|awards?|awarded|won|moved up',
      "(?:got|landed|found|has) (?:a|the) new (?:job|position|role)(?: at)?|\\S+'s new (?:job|position)",
      `${PERSON} (?:has |have |just |recently )*joined(?! (?:us|me|in|for|the (?:call|meeting|chat)) )`,
      `${PERSON} (?:has |have |just |recently )*started (?:at|as|in|(?:a|their|his|her) new (?:job|role))`,
    ),
  ],
  [
    'new-job',
    words(
      'started (?:work |working |(?:a|my) new job )?(?:at|in|with|as)|started (?:on|in) the \\S+ team',
      'joined(?! (?:us|me|in|for|the (?:call|meeting|chat)) )(?: (?:the |my |our )?(?:\\S+ ){0,3}team)?',
      'first (?:day|week)|(?:my |a )?new job|onboarded',
    ),
  ],
  [
    'reorg',
    words(
      'merg(?:er|ed with|ing)|acqui(?:sition|red)(?: by)?|re-?org(?:s|ani[sz]\\S+)?|restructur\\S+',
      `new (?:\\S+ )?(?:${LEADER})(?: of \\S+)?|lay-?offs?`,
    ),
  ],
  [
    'departure',
    words(
      "left|leav(?:es|ing)(?: (?:do|drinks|party|lunch))?|(?:\\S+'s |my |their |his |her |our )?last day",
      'moved on|farewell(?: (?:party|lunch|dinner|drinks|coffee))?|goodbye|resigned|retire(?:d|ment|s)',
    ),
  ],
  [
    'engagement',
    words(
      `liked|commented|wrote (?:to|back|an? (?:${POST})|${PERSON})|posted (?:about|on)`,
      `(?:left|sent) (?:${PERSON} |me |us )?(?:an? )?(?:\\S+ )?(?:${POST})`,
      'congratulat(?:ed|ing)|congrats|thank(?:s|ed|ing| you)|caught up|catch(?:ing)?[ -]up|messaged',
      'endorsed|e-?mailed|pinged|replied|texted',
    ),
  ],
  [
    'meeting',
    words('conference call|(?:sprint|project|team) (?:review|retro|planning)|review meeting'),
  ],
];

/** What yields to any of the others: an ordinary talk may be part of one, and a launch may be attended. */
const FAINT: readonly Pattern[] = [
  [
    'meeting',
    words(
      'coffees?|tea|breakfast|brunch|lunch(?:ed)?|dinner|drinks?|beers?|walk',
      'chat(?:s|ted)?|call(?:s|ed)?|talk(?:s|ed)?|spoke|met|meet(?:s|ing)?|sync(?:ed)?|discuss(?:ed|ion)',
      '1:1s?|1-1|1on1|one-on-one|stand-?up|retro(?:spective)?|planning|kick-?off|interview(?:ed)?|pair(?:ed|ing)',
    ),
  ],
  ['project', words('launch|release|go-live|roll-?out')],
];

/** What somebody thinks of me or of ours is feedback, whatever else is in it. */
const OPINION = new RegExp(
  `^ ${PERSON} (?:has |have |just |also )*(?:said|says|told|tells|thinks?|thought|felt|feels|finds|found)(?: (?:to )?(?:me|us))?(?: that)? (?:my|our|i|we|i'm|i've|we're) `,
  'u',
);

/** What I gave is none of theirs to be thanked for: feedback to them, a review of their work. */
const GIVEN = new RegExp(
  `^ (?:(?:i|we) )?(?:just )?(?:(?:gave|sent|offered|shared|left|wrote) (?:${PERSON} )?(?:some |my |our |a )?(?:feedback|review)|(?:mentored|mentoring|coached|coaching) ${PERSON}) `,
  'u',
);

/** My own news is no milestone of theirs, and neither is what we won together. */
const OWN_NEWS =
  /^ (?:(?:i|we) )?(?:(?:was|were|got|have|just|finally) )*(?:promoted|won|awarded) /;

interface Hit {
  kind: Kind;
  at: number;
  length: number;
}

/**
 * The kind of interaction that the words tell: the verb or noun that comes first, the longer one where
 * two begin together; an ordinary talk yields to what it was part of. Undefined where none tells.
 */
export function kindOf(tokens: readonly Token[]): Kind | undefined {
  const text = readable(tokens);
  if (OPINION.test(text)) return 'feedback';
  const isGiven = GIVEN.test(text);
  const hits = firstOf(CLEAR, text).filter(
    ({ kind, at, length }) =>
      !(kind === 'feedback' && isGiven) &&
      !(kind === 'milestone' && OWN_NEWS.test(text)) &&
      !(kind === 'departure' && isAdjective(text, at, length)),
  );
  const [clear] = hits;
  const [faint] = firstOf(FAINT, text);
  if (clear === undefined || faint === undefined || faint.at > clear.at)
    return (clear ?? faint)?.kind;
  // "Coffee with Tom about his promotion" is a coffee.
  const isTopic = text.slice(faint.at, clear.at).includes(' about ');
  const isNews = /^(milestone|new-job|departure|project)$/.test(clear.kind);
  return isTopic && isNews ? faint.kind : clear.kind;
}

function firstOf(patterns: typeof CLEAR, text: string): Hit[] {
  const hits = patterns.flatMap(([kind, pattern]) =>
    [...text.matchAll(pattern)].map(({ index, 0: match }) => ({
      kind,
      at: index,
      length: match.length,
    })),
  );
  return hits.sort((a, b) => a.at - b.at || b.length - a.length);
}

/** "the left menu" has nobody leaving. */
function isAdjective(text: string, at: number, length: number): boolean {
  return (
    text.slice(at, at + length) === 'left' &&
    / (?:the|a|on|to|is|was|what's|be) $/.test(text.slice(0, at))
  );
}

/** The words in small letters with a space around each; people are one sign, a day is nothing. */
function readable(tokens: readonly Token[]): string {
  const text = tokens
    .filter(({ role, isQuote }) => role !== 'date' && !isQuote)
    .map(({ role, word, isPossessive }) => {
      if (role === 'person') return PERSON;
      return isPossessive ? `${word}'s` : word;
    })
    .join(' ');
  return ` ${text} `
    .replace(/(?<= )§(?: (?:(?:and|&|\+) )?§)+(?= )/g, PERSON)
    .replace(/(?<= )(?:§ (?:and|&|\+) (?:i|me|myself)|(?:i|me) (?:and|&|\+) §)(?= )/g, 'i');
}
