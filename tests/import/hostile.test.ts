import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readCalendar } from '../../src/import/calendar/calendar.ts';
import { readCsv } from '../../src/import/csv/csv.ts';
import { readLinkedIn } from '../../src/import/linkedin/linkedin.ts';
import { allInteractions, BadFile, type ImportRecords } from '../../src/import/records.ts';
import { readVcard } from '../../src/import/vcard/vcard.ts';
import { runs } from '../helpers/runs.ts';
import { unsafe } from '../helpers/text.ts';

const CONNECTIONS = `Notes:
"some ""words"", here"

First Name,Last Name,URL,Email Address,Company,Position,Connected On
Jürgen,"Größe, MBA",https://www.linkedin.com/in/j%C3%BCrgen,jg@example.com,"Müller, ""x""",Leiter,31 Dec 2023
,,,,,,12 Nov 2022
Ana,K.,https://www.linkedin.com/in/ana/,,,,01 Feb 2022`;
const INVITATIONS = `From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl
Sam,Tom Okada,"1/3/24, 11:30 PM",A note,OUTGOING,https://www.linkedin.com/in/sam,https://www.linkedin.com/in/tom
Wei,Sam,"1/4/24, 8:00 AM",,INCOMING,https://www.linkedin.com/in/wei,https://www.linkedin.com/in/sam`;
const MESSAGES = `CONVERSATION ID,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER
1,Sam,https://www.linkedin.com/in/sam,Ana K.,https://www.linkedin.com/in/ana,2024-01-05 09:12:33 UTC,,"a
b",INBOX`;
const CALENDAR = `BEGIN:VCALENDAR
X-WR-TIMEZONE:Europe/Berlin
BEGIN:VEVENT
UID:w
DTSTART;TZID=Europe/Berlin:20240108T100000
RRULE:FREQ=WEEKLY;UNTIL=20240311T225959Z;BYDAY=MO;INTERVAL=2;WKST=SU
EXDATE:20240122T090000Z
RDATE;VALUE=DATE:20240201,20240202
ATTENDEE;CUTYPE=INDIVIDUAL;PARTSTAT=ACCEPTED;CN="Brandt, Kofi (x)":mailto:ko
 fi@x.example
SUMMARY:1:1 \\, ü
END:VEVENT
BEGIN:VEVENT
UID:m
DTSTART:20200229
RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1;BYSETPOS=1;COUNT=100000000
ATTENDEE:mailto:a.b@x.example
END:VEVENT
END:VCALENDAR`;
const CARD = `BEGIN:VCARD
VERSION:2.1
N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C3=91u=C3=B1ez;A=
na;;;
item1.EMAIL;PREF;INTERNET:ana@example.com
ORG:ABC\\, Inc.;Billing
END:VCARD`;
const PEOPLE =
  'name,skills,status,since,note\n"Priya, Shah",SQL; Rust,connected,2024-01-05,"two\nlines"\nTom,,,,';
const INTERACTIONS =
  'date,kind,people,title\n2024-01-05,project,"Priya; Tom <t@x.example>",Apollo\n';

const folder = mkdtempSync(join(tmpdir(), 'netcoach-test-'));
const path = join(folder, 'file');

async function readFile(bytes: Uint8Array): Promise<ImportRecords> {
  writeFileSync(path, bytes);
  return readLinkedIn(path, { name: 'Sam' });
}

const calendarOptions = { emails: ['me@x.example'], since: '2000-01-01', today: '2026-11-22' };
const SAMPLES: Array<
  [string, Uint8Array, (bytes: Uint8Array) => ImportRecords | Promise<ImportRecords>]
> = [
  ['connections', strToU8(CONNECTIONS), readFile],
  ['invitations', strToU8(INVITATIONS), readFile],
  ['messages', strToU8(MESSAGES), readFile],
  [
    'an archive',
    zipSync({
      'Connections.csv': strToU8(CONNECTIONS),
      'Invitations.csv': strToU8(INVITATIONS),
      'messages.csv': strToU8(MESSAGES),
    }),
    readFile,
  ],
  ['a calendar', strToU8(CALENDAR), (bytes) => readCalendar(bytes, calendarOptions)],
  ['a vCard', strToU8(CARD), readVcard],
  ['people', strToU8(PEOPLE), (bytes) => readCsv(bytes)],
  ['interactions', strToU8(INTERACTIONS), (bytes) => readCsv(bytes)],
];

/** Bytes changed, removed, doubled and truncated, as broken disks, downloads and attackers do. */
const change = fc.record({
  how: fc.constantFrom('set', 'cut', 'double', 'end', 'insert'),
  at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
  length: fc.integer({ min: 1, max: 40 }),
  byte: fc.oneof(
    fc.constantFrom(0, 10, 13, 34, 44, 58, 59, 61, 0xff, 0xc3, 45, 57),
    fc.integer({ min: 0, max: 255 }),
  ),
});

function changed(
  bytes: Uint8Array,
  changes: Array<typeof change extends fc.Arbitrary<infer T> ? T : never>,
): Uint8Array {
  let all = [...bytes];
  for (const { how, at, length, byte } of changes) {
    const place = Math.floor(at * all.length);
    if (how === 'set') all[place] = byte;
    else if (how === 'insert') all.splice(place, 0, byte);
    else if (how === 'cut') all.splice(place, length);
    else if (how === 'double') all.splice(place, 0, ...all.slice(place, place + length));
    else all = all.slice(0, Math.max(1, place));
  }
  return Uint8Array.from(all);
}

function isDay(text: unknown): boolean {
  return typeof text === 'string' && /^\d{4}-\d\d-\d\d$/.test(text);
}

/** What every record must satisfy, whatever it was read from. */
function check(records: ImportRecords): void {
  const interactions = [...allInteractions(records)];
  const people = [...records.people, ...interactions.flatMap((one) => one.people)];
  for (const person of people) {
    expect(person.name.trim()).not.toBe('');
    for (const text of [
      person.name,
      person.company,
      person.role,
      person.team,
      ...(person.emails ?? []),
    ])
      expect(unsafe(text ?? '')).toEqual([]);
    if (person.connected !== undefined && person.connected !== true)
      expect(isDay(person.connected)).toBe(true);
    expect(person.emails?.[0] ?? 'a@b').toMatch(/^\S+@\S+$/);
    expect(person.linkedin ?? 'https://www.linkedin.com/in/x').toMatch(
      /^https:\/\/www\.linkedin\.com\/in\/[^\s/]+$/,
    );
  }
  for (const one of interactions) {
    expect(isDay(one.date)).toBe(true);
    expect(one.title).not.toBe('');
    expect(one.people.length).toBeGreaterThan(0);
  }
  expect(JSON.stringify(records)).not.toContain('undefined');
}

test.each(SAMPLES)('%s is read', async (_what, bytes, read) => {
  const records = await read(bytes);
  expect(records.people.length + [...allInteractions(records)].length).toBeGreaterThan(0);
  expect(records.skipped.filter(({ why }) => !why.includes('closed'))).toEqual([]);
  check(records);
});

test.each(SAMPLES)(
  '%s, changed in any way, gives records or BadFile',
  async (_what, bytes, read) => {
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async (changes) => {
        try {
          check(await read(changed(bytes, changes)));
        } catch (error) {
          if (!(error instanceof BadFile)) throw error;
          expect(error.message).not.toMatch(/undefined|null|\[object/);
          expect(error.hint).not.toBe('');
        }
      }),
      { numRuns: runs(100) },
    );
  },
);

test.each(SAMPLES)('%s, read as anything else, gives records or BadFile', async (_what, bytes) => {
  for (const [, , read] of SAMPLES) {
    try {
      check(await read(bytes));
    } catch (error) {
      if (!(error instanceof BadFile)) throw error;
    }
  }
});

test('a megabyte of every awkward character is read in time', async () => {
  for (const unit of [
    '"',
    '",',
    '\n',
    ',',
    ';',
    '\\',
    '=',
    ' ',
    '\0',
    'BEGIN:VEVENT\n',
    'BEGIN:VCARD\n',
    'A;B="',
    '\r',
  ])
    for (const [, , read] of SAMPLES) {
      const bytes = strToU8(unit.repeat(Math.ceil(300_000 / unit.length)));
      await expect(Promise.resolve().then(() => read(bytes))).rejects.toThrow(BadFile);
    }
}, 30_000);

test('thousands of versions, exceptions and answers of one event are read in time', () => {
  const event = (...lines: string[]) => [
    'BEGIN:VEVENT',
    'UID:1',
    ...lines,
    'ATTENDEE:mailto:a@x.example',
    'END:VEVENT',
  ];
  const time = (at: number) =>
    `2026${String((at % 10) + 1).padStart(2, '0')}${String((at % 28) + 1).padStart(2, '0')}T10${String(at % 60).padStart(2, '0')}${String(Math.floor(at / 60) % 60).padStart(2, '0')}`;
  const lines = Array.from({ length: 10_000 }, (_one, at) => [
    ...event(`DTSTART:${time(at)}`, 'RRULE:FREQ=DAILY'),
    ...event(`RECURRENCE-ID:${time(at * 7)}Z`, `DTSTART:${time(at)}`),
  ]).flat();
  const replies = Array.from({ length: 5_000 }, () => event()).flat();
  const text = ['BEGIN:VCALENDAR', ...lines, 'BEGIN:VCALENDAR', 'METHOD:REPLY', ...replies].join(
    '\n',
  );
  const records = readCalendar(strToU8(text), calendarOptions);
  expect(records.warnings).toContain(
    'line has more repeats than netcoach follows; some days are missing',
  );
});
