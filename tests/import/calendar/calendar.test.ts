import { expect, test } from 'vitest';
import { readCalendar } from '../../../src/import/calendar/calendar.ts';
import type { ImportRecords } from '../../../src/import/records.ts';

const ME = 'me@northwind.example';
const OPTIONS = { emails: [ME, 'me@home.example'], since: '2020-01-01', today: '2026-11-22' };
const TESSA = 'ATTENDEE;CN=Tessa Varga:mailto:tessa@northwind.example';

function read(text: string | string[], options: Partial<typeof OPTIONS> = {}): ImportRecords {
  const lines = typeof text === 'string' ? text : text.join('\r\n');
  return readCalendar(Buffer.from(lines), { ...OPTIONS, ...options });
}

function calendar(...events: string[][]): string[] {
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    ...events.flatMap((event) => ['BEGIN:VEVENT', ...event, 'END:VEVENT']),
    'END:VCALENDAR',
  ];
}

function told(records: ImportRecords): string[] {
  return records.interactions.map(
    ({ date, kind, title, people }) =>
      `${date} ${kind} ${title}: ${people.map((one) => one.name).join(', ')}`,
  );
}

test('lists people who did not decline, in events that I did not decline and no one cancelled', () => {
  const records = read(
    calendar(
      [
        'UID:1',
        'DTSTART:20240115T100000Z',
        'SUMMARY:Kickoff\\, phase 2',
        `ORGANIZER;CN=Kofi Brandt:mailto:kofi@northwind.example`,
        `ATTENDEE;CN=${ME}:MAILTO:Me@Northwind.example`,
        TESSA,
        'ATTENDEE;PARTSTAT=DECLINED;CN=Ravi:mailto:ravi@globex.example',
        'ATTENDEE;CUTYPE=RESOURCE;CN="Blue Room (8)":mailto:c_1@resource.calendar.google.com',
        'ATTENDEE;CUTYPE=GROUP;CN=Crew:mailto:crew@northwind.example',
        'ATTENDEE;ROLE=NON-PARTICIPANT;CN=Hal:mailto:hal@northwind.example',
        'ATTENDEE;CN=All:mailto:eng-all@northwind.example',
        'BEGIN:VALARM',
        'ATTENDEE;CN=Nobody:mailto:nobody@x.example',
        'END:VALARM',
      ],
      ['UID:2', 'DTSTART:20240116T100000Z', 'STATUS:CANCELLED', TESSA],
      ['UID:3', 'DTSTART:20240117T100000Z', 'SUMMARY:Canceled: Sync', TESSA],
      [
        'UID:4',
        'DTSTART:20240118T100000Z',
        `ATTENDEE;PARTSTAT=DECLINED:mailto:me@home.example`,
        TESSA,
      ],
      ['UID:5', 'DTSTART:20300118T100000Z', 'SUMMARY:Later', TESSA],
      ['UID:6', 'DTSTART:20190118T100000Z', 'SUMMARY:Earlier', TESSA],
      ['UID:7', 'DTSTART:20240119T100000Z', 'SUMMARY:Alone'],
    ),
  );
  expect(told(records)).toEqual(['2024-01-15 meeting Kickoff, phase 2: Tessa Varga, Kofi Brandt']);
  expect(records.people.map(({ name, emails }) => [name, emails?.[0]])).toEqual([
    ['Tessa Varga', 'tessa@northwind.example'],
    ['Kofi Brandt', 'kofi@northwind.example'],
  ]);
  expect(records.skippedTotal).toBe(0);
});

test.each([
  [6, ['meeting']],
  [7, ['event']],
  [30, ['event']],
  [31, []],
])('decides whether an event with %i others is a meeting, an event or nothing', (number, kinds) => {
  const guests = Array.from(
    { length: number },
    (_one, at) => `ATTENDEE;CN=Person ${at}:mailto:p${at}@x.example`,
  );
  const records = read(
    calendar(['UID:1', 'DTSTART:20240115T100000Z', ...guests, `ATTENDEE:mailto:${ME}`]),
  );
  expect(records.interactions.map(({ kind }) => kind)).toEqual(kinds);
  expect(records.warnings.some((one) => one.includes('more than 30'))).toBe(number > 30);
});

const WEEKLY = [
  'UID:w',
  'DTSTART;TZID=America/Los_Angeles:20240108T170000',
  'RRULE:FREQ=WEEKLY;UNTIL=20240312T065959Z;BYDAY=MO',
  'SUMMARY:1:1',
  TESSA,
];

test('handles a series with an exception, a moved instance with another guest, and a cancelled one', () => {
  const records = read(
    calendar(
      [...WEEKLY, 'EXDATE;TZID=America/Los_Angeles:20240122T170000', 'EXDATE:20240130T010000Z'],
      [
        'UID:w',
        'RECURRENCE-ID;TZID=America/Los_Angeles:20240205T170000',
        'DTSTART;TZID=America/Los_Angeles:20240206T140000',
        'SUMMARY:1:1 moved',
        TESSA,
        'ATTENDEE;CN=Odile:mailto:odile@x.example',
      ],
      [
        'UID:w',
        'RECURRENCE-ID:20240213T010000Z',
        'DTSTART:20240213T010000Z',
        'STATUS:CANCELLED',
        TESSA,
      ],
    ),
  );
  expect(told(records).sort()).toEqual([
    '2024-01-08 meeting 1:1: Tessa Varga',
    '2024-01-15 meeting 1:1: Tessa Varga',
    '2024-02-06 meeting 1:1 moved: Tessa Varga, Odile',
    '2024-02-19 meeting 1:1: Tessa Varga',
    '2024-02-26 meeting 1:1: Tessa Varga',
    '2024-03-04 meeting 1:1: Tessa Varga',
    '2024-03-11 meeting 1:1: Tessa Varga',
  ]);
  expect(records.interactions.map(({ key }) => key)).toContain('calendar:w:2024-02-05');
  expect(new Set(records.interactions.map(({ people }) => people[0])).size).toBe(1);
});

test('drops the instance nearest to an exception in a series with an unknown time zone', () => {
  const records = read(
    calendar([
      'UID:x',
      'DTSTART;TZID="Customized Time Zone":20240108T170000',
      'RRULE:FREQ=DAILY;COUNT=3',
      'EXDATE:20240110T010000Z',
      TESSA,
    ]),
  );
  expect(records.interactions.map(({ date }) => date)).toEqual(['2024-01-08', '2024-01-10']);
});

test('limits an endless series to the window', () => {
  const records = read(calendar(['UID:d', 'DTSTART:19500101T100000', 'RRULE:FREQ=DAILY', TESSA]), {
    since: '2026-11-18',
  });
  expect(records.interactions.map(({ date }) => date)).toEqual([
    '2026-11-18',
    '2026-11-19',
    '2026-11-20',
    '2026-11-21',
    '2026-11-22',
  ]);
  const sized = calendar([
    'UID:d',
    'DTSTART:20200101T100000',
    'RRULE:FREQ=DAILY;COUNT=1000000000',
    TESSA,
  ]);
  expect(read(sized).interactions).toHaveLength(1_000);
  expect(
    readCalendar(Buffer.from(sized.join('\n')), { emails: [ME], today: '2021-01-01' }).interactions,
  ).toHaveLength(367);
});

test('dates a UTC time by the day in the calendar’s own time zone', () => {
  const late = ['UID:1', 'DTSTART:20240116T010000Z', TESSA];
  const [begin = '', ...rest] = calendar(late);
  const day = (zone: string) =>
    read([begin, `X-WR-TIMEZONE:${zone}`, ...rest]).interactions[0]?.date;
  expect(day('America/Los_Angeles')).toBe('2024-01-15');
  expect(day('Pacific/Auckland')).toBe('2024-01-16');
  expect(
    read(calendar(['UID:1', 'DTSTART;TZID=Eastern Standard Time:20240115T230000', TESSA]))
      .interactions[0]?.date,
  ).toBe('2024-01-15');
});

test.each(['01', '12', '23'])(
  'dates a UTC time of %s:00 in a calendar without a time zone by the day on this machine',
  (hour) => {
    const day = new Date(`2024-01-16T${hour}:00:00Z`).toLocaleDateString('sv');
    const event = ['UID:1', `DTSTART:20240116T${hour}0000Z`, TESSA];
    expect(read(calendar(event)).interactions[0]?.date).toBe(day);
  },
);

test('uses the newest of several versions, and applies replies and cancellations by message', () => {
  const message = (method: string, ...lines: string[]) => [
    'BEGIN:VCALENDAR',
    `METHOD:${method}`,
    'BEGIN:VEVENT',
    'UID:i',
    ...lines,
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  const request = message(
    'REQUEST',
    'SEQUENCE:2',
    'DTSTART:20240115T120000',
    'SUMMARY:New',
    TESSA,
    'ATTENDEE;CN=Ravi:mailto:ravi@x.example',
  );
  const old = message('REQUEST', 'SEQUENCE:0', 'DTSTART:20230115T120000', 'SUMMARY:Old', TESSA);
  const reply = message('REPLY', 'SEQUENCE:2', 'ATTENDEE;PARTSTAT=DECLINED:mailto:ravi@x.example');
  expect(told(read([...request, ...old, ...reply]))).toEqual([
    '2024-01-15 meeting New: Tessa Varga',
  ]);
  expect(read([...request, ...message('CANCEL', 'SEQUENCE:3')]).interactions).toEqual([]);
});

test('names a broken event and imports the rest', () => {
  const records = read([
    'BEGIN:VCALENDAR',
    'BEGIN:VEVENT',
    'UID:2',
    'DTSTART:20240102T100000Z',
    'SUMMARY:Two',
    'DESCRIPTION:Dear Team,',
    'this line is not folded',
    'Note: neither is this',
    TESSA,
    'END:VEVENT',
    'BEGIN:VEVENT',
    'UID:3',
    'DTSTART:20240230T100000Z',
    'SUMMARY:Three',
    TESSA,
    'END:VEVENT',
    'BEGIN:VEVENT',
    'UID:4',
    'DTSTART:20240104T100000Z',
    'SUMMARY:Four',
    TESSA,
  ]);
  expect(told(records)).toEqual([
    '2024-01-02 meeting Two: Tessa Varga',
    '2024-01-04 meeting Four: Tessa Varga',
  ]);
  expect(records.skipped).toEqual([
    { where: 'line:11', why: 'couldn\'t read when "Three" starts' },
  ]);
  expect(records.warnings).toEqual(['line:17: "Four" is cut off; read what\'s there']);
});

test('reads a fold inside a character, any encoding, a single event and an event without UID', () => {
  const bytes = Buffer.from(
    'BEGIN:VEVENT\nDTSTART:20240101T100000\nSUMMARY:\xe9t\xc3\xa9\nATTENDEE;CN=Zo\xc3\n \xab:mailto:z@x.example\nEND:VEVENT',
    'latin1',
  );
  const records = readCalendar(bytes, OPTIONS);
  expect(told(records)).toEqual(['2024-01-01 meeting étÃ©: Zoë']);
  const wide = Buffer.from(
    `\uFEFF${calendar(['DTSTART:20240101', 'SUMMARY:Été', TESSA]).join('\r\n')}`,
    'utf16le',
  );
  expect(told(readCalendar(wide, OPTIONS))).toEqual(['2024-01-01 meeting Été: Tessa Varga']);
});

test('recognises guests by address alone, by Apple’s parameter or by name', () => {
  const records = read(
    calendar([
      'UID:1',
      'DTSTART:20240115T120000',
      'ATTENDEE;CN=ana.silva@x.example:mailto:Ana.Silva@x.example',
      'ATTENDEE:mailto:kb7@x.example',
      'ATTENDEE;CN=Omar;EMAIL=omar@x.example:/aB/principal/',
      'ATTENDEE;CN="Leila ^\'Lee^\' Aziz":invalid:nomail',
      'ATTENDEE:tel:+1555',
    ]),
  );
  expect(records.people.map(({ name, emails }) => [name, emails?.[0]])).toEqual([
    ['Ana Silva', 'ana.silva@x.example'],
    ['kb7@x.example', 'kb7@x.example'],
    ['Omar', 'omar@x.example'],
    ['Leila "Lee" Aziz', undefined],
  ]);
});

test('warns when it does not know who I am, and recognises me from a calendar named after my address', () => {
  const event = ['UID:1', 'DTSTART:20240115T120000', `ATTENDEE:mailto:${ME}`, TESSA];
  expect(read(calendar(event), { emails: [] }).warnings[0]).toMatch(/netcoach me --email/);
  const [begin = '', ...rest] = calendar(event);
  const named = read([begin, `X-WR-CALNAME:${ME}`, ...rest], { emails: [] });
  expect(named.warnings).toEqual([]);
  expect(named.people.map(({ name }) => name)).toEqual(['Tessa Varga']);
});

test('treats a guest with my name as me, with every address next to it', () => {
  const events = calendar(
    ['UID:1', 'DTSTART:20240115T120000', 'ATTENDEE;CN=SAM Ortíz:mailto:sam@work.example', TESSA],
    ['UID:2', 'DTSTART:20240116T120000', 'ATTENDEE:mailto:sam@work.example', TESSA],
    ['UID:3', 'DTSTART:20240117T120000', 'ATTENDEE;CN="Ortiz, Sam";PARTSTAT=DECLINED:x:y', TESSA],
    ['UID:4', 'DTSTART:20240118T120000', 'ORGANIZER;CN=Sam Ortiz:mailto:sam@home.example', TESSA],
  ).join('\n');
  for (const emails of [[], [ME]]) {
    const options = { ...OPTIONS, emails, name: 'Sam Ortiz' };
    const records = readCalendar(Buffer.from(events), options);
    expect(records.people.map(({ name }) => name)).toEqual(['Tessa Varga']);
    expect(told(records).map((one) => one.slice(0, 10))).toEqual([
      '2024-01-15',
      '2024-01-16',
      '2024-01-18',
    ]);
  }
});

test('says how many events are too old to import', () => {
  const events = calendar(
    ['UID:1', 'DTSTART:20230115T120000', TESSA],
    ['UID:2', 'DTSTART:20230116T120000', 'RRULE:FREQ=DAILY;COUNT=9', TESSA],
    ['UID:3', 'DTSTART:20230116T120000', 'RRULE:FREQ=YEARLY', TESSA],
    ['UID:4', 'DTSTART:20230116T120000', 'STATUS:CANCELLED', TESSA],
    ['UID:5', 'DTSTART:20230116T120000', 'SUMMARY:Dentist'],
    ['UID:6', 'DTSTART:20240116T120000', TESSA],
  );
  expect(read(events).warnings).toEqual([]);
  expect(read(events, { since: '2024-01-01' }).warnings).toEqual([
    '2 events before 2024-01-01 were skipped (to look further back: --since DATE)',
  ]);
  const text = events.join('\n').replace('20230116T120000', '20240116T120000');
  expect(read(text, { since: '2024-01-01' }).warnings).toEqual([
    '1 event before 2024-01-01 was skipped (to look further back: --since DATE)',
  ]);
  const none = readCalendar(Buffer.from(text), { emails: [ME], today: '2031-01-01' });
  expect(none.warnings[0]).toMatch(/^3 events before 2030-01-01 were skipped/);
});

test.each([
  ['a calendar of tasks', calendar().join('\n'), /has no events/],
  ['a page', '<html></html>', /web page/],
  ['words', 'hello', /not a calendar/],
  [
    'events without a start',
    calendar(['UID:1', TESSA]).join('\n'),
    /couldn't read any event in .* has no start/,
  ],
  ['nothing', '', /empty/],
])('rejects %s with an explanation', (_what, text, message) => {
  expect(() => read(text)).toThrow(message);
});

test('reports a feed without guests', () => {
  expect(read(calendar(['UID:1', 'DTSTART:20240115T120000'])).warnings).toEqual([
    expect.stringContaining('have no guests'),
  ]);
});

test('names an event whose repetition cannot be read, and takes its first day', () => {
  const records = read(
    calendar([
      'UID:1',
      'SUMMARY:Standup',
      'DTSTART:20240115T100000Z',
      'RRULE:FREQ=SOMETIMES',
      TESSA,
    ]),
  );
  expect(records.interactions.map(({ date }) => date)).toEqual(['2024-01-15']);
  expect(records.warnings.join()).toContain('how "Standup" repeats');
});
