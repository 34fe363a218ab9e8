/** What a whole message must not have, however well its parts read: then the next plan is tried. */

/** Words of warmth: each once. */
const WARM =
  /\b(?:thank\w*|glad|good|great|nice|enjoy(?:ed)?|really|appreciat\w*|love(?:d)?|happy|pleased|hope|remember|forg[eo]t\w*|sorry|touch|connect(?:ed|ing)?|hello|so|always|still|miss|lucky|thought)\b/giu;
/** The language of notes; HR in capitals is a department. */
const NOTE =
  /(?:^|\s)w\/|[&+@#|<>*_=~^\\[\]{}"“”„«»]|\.{2,}|…|\b(?:mtg|mgr|dept|wks?|yrs?|hrs?|mins?|thx|pls|tmrw|abt|bc|btw|fyi|asap|tbc|tbd|w)\b|\d(?:am|pm)?\/\d/u;
const isTwice = (text: string) => /\b(\p{L}+) \1\b/iu.test(text);
/** The same in plain small letters, at a tenth of the cost. */
const TWICE_PLAIN = /\b([a-z]+) \1\b/;

/**
 * Whether a message says a warm word twice, begins sentences alike, or speaks like a note.
 * @param own my own words, which may speak as they like
 */
export function isFlawed(body: string, filled: ReadonlyMap<string, string>, own?: string): boolean {
  const warm = (body.match(WARM) ?? []).map(rootOf);
  if (new Set(warm).size < warm.length) return true;
  if (hasTwice(body) || / with [^.!?,]* with (?:you|me)\b/u.test(body) || beginsAlike(body))
    return true;
  for (const text of filled.values()) if (text !== own && NOTE.test(text)) return true;
  return repeats(filled);
}

function hasTwice(body: string): boolean {
  return /^[ -~]*$/.test(body) ? TWICE_PLAIN.test(body.toLowerCase()) : isTwice(body);
}

function rootOf(word: string): string {
  const low = word.toLowerCase();
  return low
    .replace(/^(thank|enjoy|appreciat|love|connect).*$/u, '$1')
    .replace(/^forg.*$/u, 'forget');
}

function beginsAlike(body: string): boolean {
  const starts = body
    .split(/(?<=[.!?])\s+/u)
    .map((sentence) => sentence.toLowerCase().split(/\s+/u).slice(0, 2).join(' '));
  if (starts.some((start, at) => at > 0 && isAlike(start, starts[at - 1] as string))) return true;
  return starts.filter((start) => /^i(?: |'|$)/u.test(start)).length > 2;
}

function isAlike(one: string, other: string): boolean {
  return (
    one === other ||
    (/^(?:i'm|thank|thanks|it|it'd) /u.test(one) && one.split(' ')[0] === other.split(' ')[0])
  );
}

/** Whether two slots say the same thing: "staying late to fix the sensor" "on the sensor fix". */
function repeats(filled: ReadonlyMap<string, string>): boolean {
  const seen = new Map<string, string>();
  for (const [slot, text] of filled) {
    if (slot === 'close' || slot === 'me') continue;
    for (const word of new Set(text.toLowerCase().match(/\p{L}{4,}/gu) ?? [])) {
      if (COMMON.test(word)) continue;
      const stem = word.slice(0, 6);
      const other = seen.get(stem);
      if (other !== undefined && other !== slot) return true;
      seen.set(stem, slot);
    }
  }
  return false;
}

const COMMON =
  /^(?:with|from|that|this|them|they|then|than|when|what|whom|your|yours|have|been|were|will|just|into|over|some|more|most|both|each|even|ever|here|like|made|make|took|take|time|such|very|well|last|next|days?|week|weeks|year|years|hours?|thank|thanks|about|after|again|before|during|there|where|which|while|would|could|their|every|other|really|still|first|through|without|working|remember|appreciated|people|everyone|wanted|forgotten|forget|noticed)$/u;
