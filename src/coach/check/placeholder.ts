import { fold } from '../../text/fold.ts';
import { isCommonWord } from './language.ts';
import type { Message, Word } from './message.ts';
import { quote } from './phrase.ts';
import type { Check, Finding } from './problem.ts';

/** Typical placeholder text, folded. In round brackets, only these are placeholders. */
export const PLACEHOLDER_WORDS: ReadonlySet<string> = new Set(
  `name first_name firstname last_name lastname full_name surname project event company team role title
  topic date day month year city place conference recipient colleague position department insert your blank
  tbd todo vorname nachname firma projekt prenom nom projet entreprise nombre apellido empresa proyecto
  nome cognome azienda progetto voornaam naam bedrijf imie nazwisko fornamn namn isim proje fname lname`.split(
    /\s+/,
  ),
);

const BRACKETED_REMARKS = new Set([
  'sic',
  'recte',
  'ed',
  'edit',
  'edited',
  'update',
  'updated',
  'off',
  'on',
  'laughs',
  'laughter',
  'smile',
  'external',
  'internal',
  'extern',
  'intern',
  'wip',
  'draft',
  'urgent',
  'fyi',
  'et al',
  'emphasis mine',
  'redacted',
  'rfc',
]);

const PAIRS: Readonly<Record<string, string>> = {
  '[': ']',
  '{': '}',
  '<': '>',
  '(': ')',
  '«': '»',
  '【': '】',
  '［': '］',
  '＜': '＞',
};
/** Field names in capitals that replace a noun. No TEAM: "TEAM 5" may be meant. */
const FIELD_NOUNS: ReadonlySet<string> = new Set(
  `name firstname lastname surname date time day weekday month place location city venue topic subject event
  conference company employer role title position show product client customer recipient school course
  project industry skill thema tema sujet evento proyecto projekt projet asunto onderwerp bedrijf firma nachname vorname datum ort fecha lugar nombre empresa prenom lieu entreprise`.split(
    /\s+/,
  ),
);
const LEADING_WORDS: ReadonlySet<string> = new Set(
  `hi hello hey dear thanks at for on with about of in from as to by during after the a an your our my this that
  becoming being bei auf fur von zu mit im zum der die das dem den el la los de en con sobre le les du des au dans
  sur pour do da no na em per con al op voor van met`.split(/\s+/),
);
/** After these, braces quote a field: "you saw that {{count}} was leaking". */
const CLAUSE_OPENERS: ReadonlySet<string> = new Set(
  'that why how when where whether because if'.split(' '),
);
/** A message with one of these is about code and may name a variable. */
const CODE_WORDS: ReadonlySet<string> = new Set(
  `template templates placeholder placeholders variable variables string strings field fields script scripts token
  tokens tags markup parser query code escaping render renders rendered rendering column bug html sql json yaml
  merge config loop function`.split(/\s+/),
);
/** Longest text in brackets, in UTF-16 units; anything longer is an aside. */
const MAX_LENGTH = 60;

const words = (text: string): string[] => fold(text).match(/[\p{L}\p{M}\p{N}_]+/gu) ?? [];

/** Whether the text discusses a field instead of leaving one unfilled. */
function discussesField(lead: Word | undefined, isAboutCode: boolean): boolean {
  if (lead === undefined || (lead.sentence === 0 && lead.isSentenceStart)) return false;
  return CLAUSE_OPENERS.has(lead.fold) || (isAboutCode && !LEADING_WORDS.has(lead.fold));
}

const ASIDE_OPENERS = new Set(
  'the which that yes no not i we you it he she and but as a an'.split(' '),
);
/** "(machine name)", "(event title)", but not "(my real name)". */
const endsInFieldNoun = (found: readonly string[]) =>
  /^(?:name|title|topic|date)$/.test(found.at(-1) as string) &&
  !found.some((word) => /^(?:my|his|her|its|their|same|real|old|a|to|by|in|no|up|out)$/.test(word));

function isPlaceholder(open: string, inner: string, before: string, after: string): boolean {
  const found = words(inner.replaceAll('-', '_'));
  if (found[0] === 'insert' && found.length <= 5) return true;
  const isNamed =
    found.length > 0 &&
    found.length <= 5 &&
    found.some(
      (word) =>
        word.split('_').some((part) => PLACEHOLDER_WORDS.has(part)) || PLACEHOLDER_WORDS.has(word),
    );
  // An aside: [the one with the goat].
  if (open === '[' && found.length > 3 && !isNamed && ASIDE_OPENERS.has(found[0] as string))
    return false;
  if (open === '(' && found.length > 1 && found.length <= 3 && endsInFieldNoun(found)) return true;
  if (open === '(' || open === '«')
    return (
      found.length <= 4 &&
      found.every(
        (word) => PLACEHOLDER_WORDS.has(word) || /^(the|of|here|my|their|x+)$/.test(word),
      ) &&
      isNamed
    );
  if (open === '<')
    return (
      /^[\s/]*[\p{L}_]/u.test(inner) &&
      !/[@:/.]/.test(inner.slice(1)) &&
      !/[\p{L}\p{N}]$/u.test(before) &&
      found.length <= 5
    );
  if (found.length === 0) return (open === '[' ? /^[\s?]*$/ : /^[\s.?…]*$/).test(inner);
  if (open === '[' && (after.startsWith('(') || BRACKETED_REMARKS.has(found.join(' '))))
    return false;
  // Tickets, footnotes and tags: [OPS-214], [1], [ES].
  if (/\p{N}/u.test(inner) || (/^[\p{Lu}-]{2,6}$/u.test(inner) && !isNamed && !/^X+$/.test(inner)))
    return isNamed && !/^\p{N}/u.test(inner) && open !== '[';
  return true;
}

function findBracketed(message: Message): Array<{ start: number; end: number }> {
  const { text, words: all } = message;
  const isAboutCode = all.some((word) => CODE_WORDS.has(word.fold));
  const found: Array<{ start: number; end: number }> = [];
  let next = 0;
  for (let start = 0; start < text.length; start++) {
    const open = text.charAt(start);
    const close = PAIRS[open];
    if (close === undefined) continue;
    const room = text.slice(start + 1, start + 1 + MAX_LENGTH);
    const length = room.indexOf(close);
    if (length < 0) continue;
    const inner = room.slice(0, length).replace(/^[[{<]+/, '');
    const before = text.slice(Math.max(0, start - 1), start);
    let end = start + length + 2;
    if (!isPlaceholder(open, inner, before, text.slice(end, end + 1))) continue;
    while (text.charAt(end) === close) end++;
    while ((all[next]?.end ?? end) <= start) next++;
    if (!/[{<]/.test(open) || !discussesField(all[next - 1], isAboutCode))
      found.push({ start, end });
    start = end - 1;
  }
  return found;
}

/** Placeholders without brackets. Each pattern is linear in the length of the text. */
const UNBRACKETED: ReadonlyArray<{ why: string; pattern: RegExp }> = [
  {
    why: 'a blank to fill in',
    pattern: /(?<![\p{L}\p{N}_/])_{2,60}(?![\p{L}\p{N}_])/gu,
  },
  { why: 'a dotted blank', pattern: /(?<=\s)(?:\.{5,60}|…{2,30})(?=\s)/gu },
  {
    why: 'letters that stand for a word',
    pattern: /(?<![\p{L}\p{N}&'’])(?:X{2,12}|XYZ|TBD|TODO|TKTK|TBA|N\.N\.|NN)(?![\p{L}\p{N}&])/gu,
  },
  {
    why: 'x for a word, in the middle of a sentence',
    pattern: /(?<=\s)x{2,12}(?=\s[\p{Ll}])/gu,
  },
  {
    why: 'a mail-merge field',
    pattern: /(?:%|\$|##|@@|\*\|)[A-Za-z][A-Za-z_]{2,30}(?:%|\$|##|@@|\|\*)/g,
  },
  { why: 'capitals between dots', pattern: /(?:\.{2,5}|…) ?\p{Lu}[\p{Lu}_ ]{2,30}(?:\.{2,5}|…)/gu },
  {
    why: 'an elision that nobody made',
    pattern: /(?<=\b(?:your|our|my|the|at|on|about) )\[(?:\.{2,3}|…)\]/gu,
  },
  {
    why: 'a field name',
    pattern:
      /(?<![\p{L}\p{N}_])(?:first|last|full|company|project|event|user|your|recipient|job)_(?:name|title|company)(?![\p{L}\p{N}_])/giu,
  },
  {
    why: 'a field name',
    pattern:
      /(?<![\p{L}\p{N}_])(?:FIRST ?NAME|LAST ?NAME|FNAME|LNAME|FirstName|LastName|Firstname|Lastname|firstname|lastname|INSERT [A-Z]{3,12}|Vorname|VORNAME|PRENOM|Prénom)(?![\p{L}\p{N}_])/gu,
  },
  {
    why: 'an instruction left in',
    pattern:
      /(?<![\p{L}\p{N}_])insert (?:\p{L}{1,12} ){0,2}(?:name|project|event|company|topic|here)(?![\p{L}\p{N}_])/giu,
  },
  {
    why: 'an empty field',
    pattern:
      /(?<=^(?:Hi|Hello|Hey|Dear|Hallo|Hola|Bonjour|Ciao|Ol[áa]|Liebe|Lieber)) ?(?: ,|(?:null|undefined|NAME|Name|None|NaN|there NAME)(?=[\s,!.]))/gu,
  },
  { why: 'filler text', pattern: /lorem ipsum/giu },
];

/** Finds variables ("Hi $name") and field names in capitals ("on DATE"). */
function findFieldNouns({
  text,
  words: all,
  isEnglish,
}: Message): Array<{ start: number; end: number }> {
  return all.flatMap((word, at) => {
    const { start, end } = word;
    const sign = text.charAt(start - 1);
    if (sign === '$' && /^\p{L}/u.test(word.text))
      return FIELD_NOUNS.has(word.text.replace(/(?<=\p{Ll})\p{Lu}.*$/u, '').toLowerCase()) ||
        /^(?:first|last|full)/i.test(word.text)
        ? [{ start: start - 1, end }]
        : [];
    if (!isUpperCaseWord(word) || !FIELD_NOUNS.has(word.fold)) return [];
    const isNew = /^(?:NEW|JOB|YOUR|EVENT|PROJECT|COMPANY|TEAM|FIRST|LAST|CITY|SHOW|PRODUCT)$/.test(
      all[at - 1]?.text ?? '',
    );
    const lead = all[at - (isNew ? 2 : 1)];
    const next = all[at + 1];
    const isClosed =
      next === undefined ||
      next.before !== ' ' ||
      (!/^\p{Lu}/u.test(next.text) && (!isEnglish || isCommonWord(next.fold)));
    return lead !== undefined &&
      LEADING_WORDS.has(lead.fold) &&
      /^\p{Lu}?\p{Ll}*$/u.test(lead.text) &&
      isClosed
      ? [{ start: isNew ? (all[at - 1] as Word).start : start, end }]
      : [];
  });
}

const isUpperCaseWord = ({ text, before }: Word) =>
  before === ' ' && text.length > 2 && /^\p{Lu}+$/u.test(text);

function findUnbracketed(text: string): Array<{ start: number; end: number }> {
  return UNBRACKETED.flatMap(({ pattern }) =>
    Array.from(text.matchAll(pattern), (match) => ({
      start: match.index,
      end: match.index + match[0].length,
    })),
  );
}

export const placeholder: Check = {
  id: 'placeholder',
  title: 'Placeholder left in',
  why: 'A placeholder gives away that you used a template.',
  severity: 'error',
  find: ({ message }) => {
    const found: Finding[] = [];
    let end = -1;
    const places = [
      ...findBracketed(message),
      ...findFieldNouns(message),
      ...findUnbracketed(message.text),
    ];
    for (const place of places.sort((a, b) => a.start - b.start || b.end - a.end)) {
      if (place.start < end) continue;
      end = place.end;
      found.push({
        ...place,
        message: `${quote(message, place)} is a placeholder.`,
        suggestion: 'Put in the real word, or cut that part.',
      });
    }
    return found.slice(0, 20);
  },
};
