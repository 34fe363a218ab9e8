import fc from 'fast-check';
import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { calendarFile, windowEntry } from '../../src/export/calendar.ts';
import { vcards } from '../../src/export/vcard.ts';
import { readVcard } from '../../src/import/vcard/vcard.ts';
import type { Person } from '../../src/model.ts';
import { INVISIBLE } from '../../src/text/safe.ts';
import { runs } from '../helpers/runs.ts';

const PERSON: Person & { cards: Array<{ uid: string }> } = {
  id: 7,
  name: 'Zoë Ångström, MBA',
  aliases: ['Zo', 'Z; A'],
  role: 'Lead; Data',
  team: 'Billing',
  company: 'Fernhill, Inc.',
  relationship: 'teammate',
  strained: false,
  connection: { status: 'none', since: null },
  skills: ['SQL', 'a,b'],
  interests: ['running'],
  linkedin: 'https://www.linkedin.com/in/zoë',
  email: 'zoe@example.com',
  emails: ['zoe@example.com', 'zoe@home.example'],
  cards: [],
  call: null,
  shared: null,
  note: `one\ntwo ${'é'.repeat(200)}`,
  lastContact: null,
  interactions: 0,
};

test('exported vCards can be imported unchanged', () => {
  const text = [
    ...vcards([PERSON, { ...PERSON, id: 8, name: 'Tom', note: null, team: null }]),
  ].join('');
  const [first, second] = readVcard(Buffer.from(text)).people;
  expect(first).toEqual({
    where: 'line:1',
    name: PERSON.name,
    aliases: PERSON.aliases,
    role: PERSON.role,
    team: PERSON.team,
    company: PERSON.company,
    skills: PERSON.skills,
    interests: PERSON.interests,
    linkedin: PERSON.linkedin,
    emails: PERSON.emails,
    note: PERSON.note,
  });
  expect(second).toMatchObject({ name: 'Tom', company: 'Fernhill, Inc.' });
  expect(ICAL.parse(text)).toHaveLength(2);
});

/** Invisible characters; a flag that is spelled with them stays, as `$1`. */
const HIDDEN = new RegExp(
  `(\\u{1f3f4}[\\u{e0030}-\\u{e0039}\\u{e0061}-\\u{e007a}]{1,6}\\u{e007f})|${INVISIBLE.source}`,
  'gu',
);

/** Long enough for lines to be folded twice. */
const text = fc.string({ unit: 'binary', maxLength: 120, size: 'max' });

test('lines have at most 75 octets and whole characters, end in CRLF, and unfold to the same text', () => {
  fc.assert(
    fc.property(text, text, (title, description) => {
      const entry = { uid: 'x@netcoach', from: '2026-11-20', to: '2026-11-27', title, description };
      const file = calendarFile([entry], '2026-11-22T10:00:00.000Z');
      expect(file.endsWith('\r\n')).toBe(true);
      for (const line of file.slice(0, -2).split('\r\n')) {
        expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        expect(line.isWellFormed()).toBe(true);
        expect(line).not.toMatch(/[\r\n]/);
      }
      const event = new ICAL.Component(ICAL.parse(file)).getFirstSubcomponent('vevent');
      const back = event?.getFirstPropertyValue('description');
      const expected = description
        .toWellFormed()
        .replace(/\r\n?|[\u2028\u2029]/g, '\n')
        // biome-ignore lint/suspicious/noControlCharactersInRegex: they become spaces
        .replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g, ' ')
        .replace(HIDDEN, '$1');
      expect(back).toBe(expected);
    }),
    { numRuns: runs(150) },
  );
});

test('a window becomes an all-day entry with the message inside, and the same entry next time', () => {
  const window = {
    personId: 3,
    name: 'Priya Shah',
    title: 'Connect after Apollo launch',
    opens: '2026-11-20',
    best: '2026-11-30',
    closes: '2026-12-20',
    message: 'Hi Priya, it was a pleasure.',
    key: 'project:12',
  };
  const file = calendarFile([windowEntry(window)], '2026-11-22T10:00:00Z');
  expect(file.split('\r\n')).toEqual([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//netcoach//netcoach//EN',
    'CALSCALE:GREGORIAN',
    'X-WR-CALNAME:netcoach',
    'BEGIN:VEVENT',
    'UID:3-project_3a12@netcoach',
    'DTSTAMP:20261122T100000Z',
    'DTSTART;VALUE=DATE:20261120',
    'DTEND;VALUE=DATE:20261201',
    'SUMMARY:Connect after Apollo launch: Priya Shah',
    'DESCRIPTION:Hi Priya\\, it was a pleasure.\\n\\nStill a good moment until 2026',
    ' -12-20.',
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ]);
  expect(windowEntry({ ...window, best: '2026-11-01' }).to).toBe('2026-11-20');
  expect(windowEntry({ ...window, message: null }).description).toMatch(/until 2026-12-20/);
});

test('a monthly reminder repeats and has an alarm', () => {
  const file = calendarFile(
    [
      {
        uid: 'r',
        from: '2026-12-07',
        to: '2026-12-07',
        time: '09:00',
        title: 'See who is due',
        repeats: 'FREQ=MONTHLY;BYDAY=1MO',
        alarm: 0,
      },
    ],
    '2026-11-22T10:00:00Z',
  );
  const event = new ICAL.Event(
    new ICAL.Component(ICAL.parse(file)).getFirstSubcomponent('vevent') ?? undefined,
  );
  const next = event.iterator();
  expect([next.next(), next.next(), next.next()].map(String)).toEqual([
    '2026-12-07T09:00:00',
    '2027-01-04T09:00:00',
    '2027-02-01T09:00:00',
  ]);
  expect(file).toContain('TRIGGER:-PT0M');
});
