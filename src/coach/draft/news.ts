/**
 * Turns a milestone's title into something to congratulate on: `your promotion to Staff Engineer`.
 */

import { headWords, isLatin, phraseOf, wordsOf } from './grammar.ts';
import { opened, withSmallArticle } from './noun.ts';
import { lowerFirst, quoted } from './plain-text.ts';
import { CLAUSE, entry, PAST, ROLES } from './words.ts';

const SUBJECT =
  /^(?:(?:she|he|they|you|you['’]re|your)\s+)?(?:(?:was|were|has|have|been|just|is|are|now|finally)\s+)*(?=\S)/i;
const PROMOTED = /^(?:just\s+)?(?:got\s+|was\s+|being\s+)?promoted(?:\s+(?:to|as)\s+(.+))?$/i;
const NEW = /^(?:a\s+|the\s+|her\s+|his\s+|their\s+|your\s+)?new\s+(.+)$/i;
const HOLDS =
  /^(?:job|role|position|post|chapter|career|challenge|title|start|business|company|book|paper|baby|certification|degree|venture|product)\b/i;
const PASSIVE =
  /^(?:was\s+|been\s+|got\s+)?(appointed|elected|named|selected|chosen|awarded|nominated|recognised|recognized|hired|featured|invited|made)\s+(.+)$/i;
/** The arrival of a child. */
const CHILD =
  /^(?:(?:had|having|welcomed|expecting|got|a|an|new|healthy)\s+)*((?:baby(?:\s+(?:girl|boy|daughter|son))?|twins|daughter|son))$/i;
const LEFT = /^(?:(?:left|leaving)(?:\s+\S+)?\s+for|moving\s+to)\s+(.+)$/i;
const CHOSEN =
  /^(?:employee|player|manager|engineer|volunteer|rookie|person|member|teacher|nurse|colleague)\s+of\s+the\s+(?:month|year|quarter|week)$/i;
const YEARS =
  /^(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty)\s*(?:-|\s)?(?:years?|yrs?|decades?)\b/i;
const PRIZES =
  /^(?:award|awards|prize|medal|trophy|scholarship|fellowship|nomination|grant|patent)$/u;
const OWN =
  /^(?:promotion|anniversary|certification|certificate|degree|phd|doctorate|mba|msc|bsc|graduation|retirement|book|talk|keynote|paper|publication|appointment|election|tenure|wedding|engagement|baby|birthday|relocation|move|launch|startup|business|job|role|position|exam|licence|license|qualification|success|win|victory|nomination|secondment|transfer|milestone|achievement|citizenship)$/u;

/** Past forms that start a title, and their -ing forms to follow "congratulations on". */
const GERUNDS: Readonly<Record<string, string>> = {
  gave: 'giving',
  won: 'winning',
  joined: 'joining',
  became: 'becoming',
  received: 'receiving',
  got: 'getting',
  earned: 'earning',
  gained: 'gaining',
  landed: 'landing',
  passed: 'passing',
  completed: 'completing',
  finished: 'finishing',
  published: 'publishing',
  launched: 'launching',
  founded: 'founding',
  started: 'starting',
  opened: 'opening',
  reached: 'reaching',
  graduated: 'graduating',
  obtained: 'obtaining',
  defended: 'defending',
  moved: 'moving',
  led: 'leading',
  spoke: 'speaking',
  accepted: 'accepting',
  secured: 'securing',
  celebrated: 'celebrating',
  achieved: 'achieving',
  made: 'making',
  took: 'taking',
  wrote: 'writing',
  ran: 'running',
  shipped: 'shipping',
  delivered: 'delivering',
  presented: 'presenting',
  hit: 'hitting',
  qualified: 'qualifying',
  retired: 'retiring',
  returned: 'returning',
};

/**
 * What to congratulate someone on.
 * @param title cleaned, in any grammar
 * @returns a noun phrase or -ing phrase that can follow "congratulations on"; in quotes if unsure
 */
export function newsPhrase(title: string): string {
  if (!isLatin(title)) return `your news, ${quoted(title)}`;
  const text = own(title.replace(SUBJECT, ''));
  const promoted = PROMOTED.exec(text);
  if (promoted) return promoted[1] ? `your promotion to ${promoted[1]}` : 'your promotion';
  const passive = PASSIVE.exec(text);
  if (passive?.[1] && passive[2]) return `being ${passive[1].toLowerCase()} ${passive[2]}`;
  const child = CHILD.exec(text)?.[1];
  if (child) return `your ${child.toLowerCase()}`;
  const left = LEFT.exec(text)?.[1];
  if (left) return `your move to ${left}`;
  if (CHOSEN.test(text)) return `being ${text}`;
  const [first = '', ...rest] = text.split(/\s+/u);
  const gerund = entry(GERUNDS, first.toLowerCase());
  if (gerund) return [gerund, ...rest].join(' ');
  const fresh = NEW.exec(text)?.[1];
  if (fresh)
    return HOLDS.test(fresh) || !isRole(fresh) ? `your new ${fresh}` : `your new role as ${fresh}`;
  if (YEARS.test(text)) return `your ${lowerFirst(text)}`;
  return named(text, title);
}

/** Handles the other titles: a role, an award, a personal occasion. */
function named(text: string, title: string): string {
  const phrase = phraseOf(text);
  const words = wordsOf(text);
  const head = headWords(words);
  const last = head.at(-1) ?? '';
  const isSentence = words.some((word) => PAST.has(word) || CLAUSE.has(word));
  if (isSentence) return `your news, ${quoted(title)}`;
  if (/^your\s/i.test(text)) return lowerFirst(text);
  if (phrase === 'gerund') return lowerFirst(text);
  if (isRole(text)) return `your new role as ${text.replace(/^(?:a|an|the)\s+/i, '')}`;
  if (/^(?:a|an|my|our|this|that)\s/i.test(text)) return `your ${text.replace(/^\S+\s+/u, '')}`;
  if (phrase === 'determined') return withSmallArticle(text);
  if (PRIZES.test(last)) return `the ${opened(text)}`;
  return OWN.test(last) ? `your ${small(text)}` : `your news, ${quoted(title)}`;
}

/** Lower-cases the first word if it's a common noun: "promotion to Principal". */
function small(text: string): string {
  const [first = ''] = text.split(/\s/u);
  return /^\p{Lu}\p{Ll}+$/u.test(first) && OWN.test(first.toLowerCase())
    ? lowerFirst(text)
    : opened(text);
}

function isRole(text: string): boolean {
  const words = wordsOf(text.replace(/,.*$/u, ''));
  const head = headWords(words.map((word) => word.replace(/[/-].*$/u, '')));
  const last = head.at(-1) ?? '';
  return head.length <= 6 && ROLES.has(last) && !/[;:?|]/u.test(text);
}

/** Replaces "her", "his" and "their" with "your". */
function own(text: string): string {
  return text.replace(/\b(?:her|his|their)\b(?=\s+\S)/gi, 'your');
}
