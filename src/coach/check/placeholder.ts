import { fold } from '../../words/fold.ts';
import { quote } from './phrase.ts';
import type { Check, Finding } from './problem.ts';

/** What stands in a template's hole, folded: in round brackets only these are holes. */
export const HOLES: ReadonlySet<string> = new Set(
  `name first_name firstname last_name lastname full_name surname project event company team role title
  topic date month year city place conference recipient colleague position department insert your blank
  tbd todo vorname nachname firma projekt prenom nom projet entreprise nombre apellido empresa proyecto
  nome cognome azienda progetto voornaam naam bedrijf imie nazwisko fornamn namn isim proje fname lname`.split(
    /\s+/,
  ),
);

/** What honest people put in square brackets. */
const HONEST = new Set([
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
  'draft',
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
/** A hole is short; what is longer is an aside. */
const LONGEST = 60;

const words = (text: string): string[] => fold(text).match(/[\p{L}\p{M}\p{N}_]+/gu) ?? [];

function isHole(open: string, inner: string, before: string, after: string): boolean {
  const found = words(inner.replaceAll('-', '_'));
  const isNamed =
    found.length > 0 &&
    found.length <= 5 &&
    found.some((word) => word.split('_').some((part) => HOLES.has(part)) || HOLES.has(word));
  if (open === '(' || open === '«')
    return (
      found.length <= 4 &&
      found.every((word) => HOLES.has(word) || /^(the|of|here|my|their|x+)$/.test(word)) &&
      isNamed
    );
  if (open === '<')
    return (
      /^[\s/]*[\p{L}_]/u.test(inner) &&
      !/[@:/.]/.test(inner.slice(1)) &&
      !/[\p{L}\p{N}]$/u.test(before) &&
      found.length <= 5
    );
  if (found.length === 0)
    return (
      inner.trim() === '' || (/^[\s._?]+$/.test(inner) && open !== '[') || /^[\s_?]+$/.test(inner)
    );
  if (open === '[' && (after.startsWith('(') || HONEST.has(found.join(' ')))) return false;
  // Tickets and footnotes hold a figure, tags are capitals: [OPS-214], [1], [ES].
  if (/\p{N}/u.test(inner) || (/^[\p{Lu}-]{2,6}$/u.test(inner) && !isNamed && !/^X+$/.test(inner)))
    return isNamed && !/^\p{N}/u.test(inner) && open !== '[';
  return true;
}

function bracketed(text: string): Array<{ start: number; end: number }> {
  const found: Array<{ start: number; end: number }> = [];
  for (let start = 0; start < text.length; start++) {
    const open = text.charAt(start);
    const close = PAIRS[open];
    if (close === undefined) continue;
    const room = text.slice(start + 1, start + 1 + LONGEST);
    const length = room.indexOf(close);
    if (length < 0) continue;
    const inner = room.slice(0, length).replace(/^[[{<]+/, '');
    const before = text.slice(Math.max(0, start - 1), start);
    let end = start + length + 2;
    if (!isHole(open, inner, before, text.slice(end, end + 1))) continue;
    while (text.charAt(end) === close) end++;
    found.push({ start, end });
    start = end - 1;
  }
  return found;
}

/** Holes without brackets. Each is a run of one kind of sign or a fixed word, so each costs one pass. */
const BARE: ReadonlyArray<{ why: string; pattern: RegExp }> = [
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

function bare(text: string): Array<{ start: number; end: number }> {
  return BARE.flatMap(({ pattern }) =>
    Array.from(text.matchAll(pattern), (match) => ({
      start: match.index,
      end: match.index + match[0].length,
    })),
  );
}

export const placeholder: Check = {
  id: 'placeholder',
  title: 'A hole left in a template',
  why: 'A hole that nobody filled tells the reader the message was meant for anyone.',
  severity: 'error',
  find: ({ message }) => {
    const found: Finding[] = [];
    let end = -1;
    for (const hole of [...bracketed(message.text), ...bare(message.text)].sort(
      (a, b) => a.start - b.start || b.end - a.end,
    )) {
      if (hole.start < end) continue;
      end = hole.end;
      found.push({
        ...hole,
        message: `${quote(message, hole)} is a hole that was not filled.`,
        suggestion: 'Put the real word there, or leave the clause out.',
      });
    }
    return found.slice(0, 20);
  },
};
