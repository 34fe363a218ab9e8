import type { Person } from '../model.ts';
import { escapeText, foldLines, withoutControls } from './write-lines.ts';

type ExportedPerson = Person & { cards: ReadonlyArray<{ uid: string }> };

/** Formats people as a vCard 3.0 file, card by card. Skills and interests use X- properties. */
export function* vcards(people: Iterable<ExportedPerson>): Generator<string> {
  for (const person of people) yield foldLines(cardLines(person));
}

function cardLines(person: ExportedPerson): string[] {
  const [card] = person.cards;
  const lines = [
    'BEGIN:VCARD',
    'VERSION:3.0',
    'PRODID:-//netcoach//netcoach//EN',
    // The address book's own, so that it finds its card again
    `UID:${card === undefined ? `netcoach-person-${person.id}` : escapeText(card.uid)}`,
    `FN:${escapeText(person.name)}`,
    `N:${structuredName(person.name)}`,
  ];
  const add = (name: string, value: string | null) => {
    if (value !== null && value !== '') lines.push(`${name}:${value}`);
  };
  const text = (value: string | null) => (value === null ? null : escapeText(value));
  const list = (values: string[]) => values.map(escapeText).join(',');
  add('NICKNAME', list(person.aliases));
  if (person.company !== null || person.team !== null)
    add(
      'ORG',
      [person.company ?? '', person.team ?? ''].map(escapeText).join(';').replace(/;$/, ''),
    );
  add('TITLE', text(person.role));
  for (const email of person.emails) add('EMAIL;TYPE=INTERNET', text(email));
  add('URL', person.linkedin === null ? null : escapeLine(person.linkedin));
  add('X-SKILLS', list(person.skills));
  add('X-INTERESTS', list(person.interests));
  add('NOTE', text(person.note));
  lines.push('END:VCARD');
  return lines;
}

/** Guesses that the last word is the family name. */
function structuredName(name: string): string {
  const words = name.trim().split(/\s+/);
  const family = words.length > 1 ? (words.pop() ?? '') : '';
  return `${escapeText(family)};${escapeText(words.join(' '))};;;`;
}

/** URLs aren't escaped, so control characters and white space are removed. */
function escapeLine(text: string): string {
  return withoutControls(text).replace(/\s+/g, '');
}
