/** A hurried note written out, without what no sentence holds. */

const WRITTEN_OUT: Readonly<Record<string, string>> = {
  w: 'with',
  'w/': 'with',
  'w/o': 'without',
  'w/out': 'without',
  '&': 'and',
  '+': 'and',
  '@': 'at',
  abt: 'about',
  acct: 'account',
  accts: 'accounts',
  appt: 'appointment',
  bldg: 'building',
  eqpt: 'equipment',
  govt: 'government',
  maint: 'maintenance',
  proj: 'project',
  rd: 'road',
  asst: 'assistant',
  bc: 'because',
  cos: 'because',
  cert: 'certificate',
  nite: 'night',
  nites: 'nights',
  comp: 'competition',
  conf: 'conference',
  gr8: 'great',
  no1: 'no one',
  any1: 'anyone',
  every1: 'everyone',
  some1: 'someone',
  b4: 'before',
  v: 'very',
  tho: 'though',
  mgmt: 'management',
  ctr: 'centre',
  db: 'database',
  dups: 'duplicates',
  dept: 'department',
  esp: 'especially',
  hr: 'hour',
  hrs: 'hours',
  i: 'I',
  im: "I'm",
  ive: "I've",
  sec: 'seconds',
  secs: 'seconds',
  min: 'minutes',
  mins: 'minutes',
  mgr: 'manager',
  mtg: 'meeting',
  ppl: 'people',
  pt: 'part',
  sr: 'senior',
  thru: 'through',
  u: 'you',
  ur: 'your',
  wk: 'week',
  wks: 'weeks',
  xmas: 'Christmas',
  yr: 'year',
  yrs: 'years',
  didnt: "didn't",
  dont: "don't",
  doesnt: "doesn't",
  wasnt: "wasn't",
  couldnt: "couldn't",
  wouldnt: "wouldn't",
  everyones: "everyone's",
  til: 'until',
  phd: 'PhD',
  msc: 'MSc',
  bsc: 'BSc',
  mba: 'MBA',
  dr: 'Dr',
  x2: 'twice',
  '2x': 'twice',
  x3: 'three times',
  '3x': 'three times',
  '1st': 'first',
  '2nd': 'second',
  '3rd': 'third',
};

/** A weekday cut short behind a word that makes it one: "every fri", "on sat". */
const WEEKDAY =
  /\b((?:every|each|on|last|next|this)\s+)(mon|tues?|weds?|thurs?|thu|fri|sat|sun)\b/giu;
const DAYS: Readonly<Record<string, string>> = {
  mo: 'Monday',
  tu: 'Tuesday',
  we: 'Wednesday',
  th: 'Thursday',
  fr: 'Friday',
  sa: 'Saturday',
  su: 'Sunday',
};

/** In capitals they are something else: human resources, physiotherapy, British Columbia. */
const INITIALS = /^(?:IM|HR|PT|SR|RD|BC|COS|UR|MIN)$/u;

/** Short names that are written in capitals, whatever was typed. */
const SHORT_NAME =
  /^(?:vpn|pdf|api|sql|cv|usb|gps|cctv|crm|erp|xml|html|css|pcr|mri|ecg|gp|faq|kpi|qa|ui|ux|url)$/;

const CHATTER =
  /^(?:lol|lmao|haha+|hehe|tbh|imo|imho|fyi|btw|ofc|omg|wow|yay|yeah|ok|okay|xx?|obviously|honestly|hopefully|finally|finaly|phew|wtf|omfg|smh|idk|nvm|fab|ugh|pfft|woo+|hooray|hurrah|argh|meh|aww+|thx|ta|cheers|pls)$/i;
/** What is true only for a while after it was typed. */
const WHEN =
  /(?<!\b(?:an?|the|every|each|my|our|his|her|your|whole|that|all|one))\s+(?:(?:on\s+)?(?:mon|tues?|wed|thurs?|weds|fri|sat|sun)(?:day|nesday|urday)?|yesterday|today|tonight|now|last\s+(?:night|week|month|year)|this\s+(?:morning|week|afternoon|month|year))$/i;
const END = /[\s.,;:!?…·•–—-]+$/u;

/**
 * One clean line: no emoji, control characters or chatter ("tbh", "lol"), short forms written out.
 * @returns empty where nothing is left
 */
export function cleanNote(text: string): string {
  const line = text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}]/gu, ' ')
    .replace(
      /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\u{FE0F}|\u{20E3}/gu,
      ' ',
    )
    .replace(/[‘’ʼ]/gu, "'")
    .replace(/(?<=\p{L})\s*\+\s*(?=\p{L})/gu, ' + ')
    .replace(/\s+/gu, ' ')
    .trim();
  const bare = /^["“„«](.*)["”»]$/u.exec(line)?.[1] ?? line;
  return (
    bare
      .replace(/(?<=\p{L} )1 ?hr?(?= |$)/giu, 'an hour')
      .replace(/(?<=\p{L} )(\d+) ?hr?s?(?= |$)/giu, '$1 hours')
      .replace(
        WEEKDAY,
        (_, before: string, day: string) => before + (DAYS[day.slice(0, 2).toLowerCase()] ?? day),
      )
      .split(' ')
      .flatMap((word) => {
        const [, core = '', tail = ''] = /^(.*?)([,.;:!?)]*)$/u.exec(word) ?? [];
        if (CHATTER.test(core)) return /[!;]/.test(tail) ? [tail] : [];
        const full = WRITTEN_OUT[core.toLowerCase()];
        if (full !== undefined && !INITIALS.test(core)) return [full + tail];
        if (SHORT_NAME.test(core)) return [core.toUpperCase() + tail];
        if (/^(?:ALL|NOT|SO|VERY|EVERY|EVER|NEVER|REALLY|BEST)$/.test(core))
          return [core.toLowerCase() + tail];
        return [word];
      })
      .join(' ')
      .replace(/\s+(?=[,;!])/g, '')
      .replace(/^[\s,;:.•–—-]+/u, '')
      .replace(
        /\b(\d+) minutes? (?=\p{Ll}{3,}\b)(?!late|early|before|after|with|without|for|from|into|when|and|long)/gu,
        "$1 minutes' ",
      )
      .replace(/\b(\d+) (day|week|month|year|hour|mile|page) (?=\p{Ll}{3,})/gu, '$1-$2 ')
      .replace(/\ban hours?\b/g, 'an hour')
      .replace(/(?<=\p{L} )2 (?=(?:an?|the|me|us|my|our|her|him|them|everyone)\b)/gu, 'to ')
      .replace(/(?<=\p{Ll}{2} )n (?=\p{Ll}{2})/gu, 'and ')
      .replace(/(?<=\p{L} )4 (?=(?:everyone|everybody|us|me|all|the|my|our|you)\b)/gu, 'for ')
      .replace(
        /\b(promoted|moved|went|up|next|back|close|listened|talked|spoke|thanks) 2 (?=\p{Ll}{2,})/gu,
        '$1 to ',
      )
      .replace(/\b(how|me|us|where|when|what) 2 (?=\p{Ll}{2,})/gu, '$1 to ')
      // "Caught the bug night before".
      .replace(
        /(?<!\b(?:the|that|a) )\b(?=(?:night|day|week|morning|evening) (?:before|after)$)/giu,
        'the ',
      )
      .replace(/\b([2-9]|10)x(?=$|[ ,.;])/gu, '$1 times')
      .replace(/\bwith out (?=\p{L}+ing\b|an? |the |any )/gu, 'without ')
      .replace(/\boutta\b/gu, 'out of')
      .replace(/\b(showed|showing|shown) (me|us) round(?=$|[,;.])/gu, '$1 $2 around')
      .replace(
        /\b(my|our) (sister|brother|son|daughter|mother|mum|dad|father|wife|husband|partner|friend|boss|neighbour|nan|gran)s (?=\p{Ll})/gu,
        "$1 $2's ",
      )
      .replace(
        /\b(kids|customers|patients|pupils|students|residents|clients|guests|children|drivers|nurses|colleagues|players|neighbours)(?= (?:names?|dogs?|birthdays?|faces?|orders?|stories|questions?|parents|families|homes?|rooms?)\b)/gu,
        (who) => (who === 'children' ? "children's" : `${who}'`),
      )
      // "Knew all kids' names", "knew every patients' dog".
      .replace(/\ball (?=(?:\p{L}+s'|children's) )/gu, 'all the ')
      .replace(/\b(every|each) (\p{L}+)s' /gu, "$1 $2's ")
      .replace(/\b(\d+)(km|kg) /giu, '$1 $2 ')
      .replace(/\bout the (?=\p{L}+$)/gu, 'out of the ')
      // "Gave me first job here".
      .replace(
        /\b(gave|giving|offered|offering|got|getting) me first (?=\p{Ll}{3,})/gu,
        '$1 me my first ',
      )
      .replace(
        /\b(me|us) (on|in|at|through|during) first (?=\p{Ll})/gu,
        (_, whom: string, where: string) =>
          `${whom} ${where} ${whom === 'me' ? 'my' : 'our'} first `,
      )
      // "Slept on the floor 3 nights".
      .replace(
        /(?<=^\S+ (?:\S+ )+)(?<!\b(?:sav(?:ed|ing)|g(?:ave|iving)|spen(?:t|ding)|t(?:ook|aking)|lost|cost|gained)(?: me| us)? )(?<!\b(?:for|in|the|last|first|of|all|every|over|about|within|after|under|past|these|those|only|just|some|another|at|by|and) )(?=(?:\d+|two|three|four|five|six|seven|eight|nine|ten) (?:weeks|nights|days|hours|months|years)$)/u,
        'for ',
      )
  );
}

/** The first part of a line: up to its first comma, semicolon, "!", bracket, dash or full stop. */
export function firstPart(line: string): string {
  const [first = ''] = line.split(
    /,(?!\d)|[;!?([{…→|]|\s[–—-]+>?\s|(?<=\p{L}{2}):\s|(?<=[\p{L}\d]{2})\.(?:\s|$)|\.{2,}/u,
  );
  return first.replace(END, '').replace(WHEN, '').replace(END, '').trim();
}

/** The text with its first letter small. */
export function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
