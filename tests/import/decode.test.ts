import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanLine, decodeText, LONGEST_LINE } from '../../src/import/decode.ts';
import { mailAddress, profileAddress } from '../../src/import/profile.ts';
import { dayOf, orderOf, readDay, readMonth } from '../../src/import/read-day.ts';
import { unsafe } from '../helpers/text.ts';

const WORDS = 'Jürgen Größe, 5 €';

test.each([
  ['UTF-8', Buffer.from(WORDS)],
  ['UTF-8 with a mark', Buffer.from(`\uFEFF${WORDS}`)],
  ['UTF-16 LE with a mark', Buffer.from(`\uFEFF${WORDS}`, 'utf16le')],
  ['UTF-16 LE without', Buffer.from(WORDS.replace('€', 'e'), 'utf16le')],
  ['UTF-16 BE with a mark', Buffer.from(`\uFEFF${WORDS}`, 'utf16le').swap16()],
  ['Windows-1252', Buffer.from([...WORDS].map((c) => (c === '€' ? 0x80 : c.charCodeAt(0))))],
])('decodes %s', (name, bytes) => {
  const text = decodeText(bytes).replace('\uFEFF', '');
  expect(text).toBe(name.endsWith('without') ? WORDS.replace('€', 'e') : WORDS);
});

test('a clean line is safe, single, stable, and keeps ordinary text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const line = cleanLine(text);
      expect(unsafe(line)).toEqual([]);
      expect(line).toBe(line.trim());
      expect(line.length).toBeLessThanOrEqual(LONGEST_LINE);
      expect(line.isWellFormed()).toBe(true);
      expect(cleanLine(line)).toBe(line);
    }),
  );
  for (const name of ['👩‍💻 Dana', 'نور الدین', '𝓛𝓮𝓷𝓪', 'Zoë', "O'Neil, PMP®"])
    expect(cleanLine(name)).toBe(name);
  expect(cleanLine(' Omar\u00a0 \u200bHaddad\n')).toBe('Omar Haddad');
});

test.each([
  ['12/22/16, 9:55 AM', '2016-12-22'],
  ['20 Nov 2018', '2018-11-20'],
  ['5-Jan-24', '2024-01-05'],
  ['05 Jan 2024', '2024-01-05'],
  ['16.09.2021', '2021-09-16'],
  ['05. Mai 24', '2024-05-05'],
  ['12 déc. 2023', '2023-12-12'],
  ['Jan 5, 2024', '2024-01-05'],
  ['2024-01-05 09:12:33 UTC', '2024-01-05'],
  ['2024/01/05 09:12:33 UTC', '2024-01-05'],
  ['01/05/24, 09:12 AM', '2024-01-05'],
  ['30 Feb 2024', undefined],
  ['13/13/24', undefined],
  ['05 Foo 2024', undefined],
  ['soon', undefined],
  ['', undefined],
])('reads the day in %j', (text, day) => {
  expect(readDay(text)).toBe(day);
});

test('reads a numeric date in the order of its column', () => {
  expect(readDay('5/1/2024', 'day-first')).toBe('2024-01-05');
  expect(orderOf('25/1/2024')).toBe('day-first');
  expect(orderOf('1/25/2024')).toBe('month-first');
  expect(orderOf('5/1/2024')).toBeUndefined();
  expect(dayOf(2023, 2, 29)).toBeUndefined();
  expect(readMonth('Jun 2018')).toBe('2018-06');
  expect(readMonth('2018')).toBe('2018-00');
});

test('gives a profile one address, however it is written', () => {
  const forms = [
    'https://www.linkedin.com/in/j%C3%BCrgen-gr%C3%B6%C3%9Fe-1a/',
    'https://www.linkedin.com/in/Jürgen-Größe-1a',
    'www.linkedin.com/in/jürgen-größe-1a?trk=x',
    'http://de.linkedin.com/in/ju\u0308rgen-gro\u0308ße-1a',
    ' linkedin.com/in/j%c3%bcrgen-gr%c3%b6%c3%9fe-1a/de ',
  ];
  expect(new Set(forms.map(profileAddress))).toEqual(
    new Set(['https://www.linkedin.com/in/jürgen-größe-1a']),
  );
  expect(profileAddress('https://www.linkedin.com/in')).toBeUndefined();
  expect(profileAddress('https://www.linkedin.com/in/')).toBeUndefined();
  expect(profileAddress('https://evil.example/in/x')).toBeUndefined();
  expect(profileAddress('https://notlinkedin.com/in/x')).toBeUndefined();
  expect(profileAddress('https://www.linkedin.com/in/%')).toBe('https://www.linkedin.com/in/%');
  expect(profileAddress('https://www.linkedin.com/in/a%2Fb')).toBeUndefined();
});

test('gives an email address one form, in lower case', () => {
  expect(mailAddress('<Tessa@Northwind.example> ')).toBe('tessa@northwind.example');
  expect(mailAddress('urn:li:member:1')).toBeUndefined();
  expect(mailAddress('a b@c.example')).toBeUndefined();
});
