/** The last meeting of a series that ended, whatever its zone is called. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { WINDOWS_TO_IANA_MAP } from 'windows-iana';
import { windowsZone } from '../../../src/import/calendar/windows-zones.ts';
import { coach } from '../../helpers/coach.ts';
import { tempFolder } from '../../helpers/run.ts';
import type { Interaction } from '../../helpers/shapes.ts';

async function daysOf(event: string[], before: string[] = []): Promise<string[]> {
  const path = join(tempFolder(), 'in.ics');
  const lines = ['BEGIN:VCALENDAR', ...before, 'BEGIN:VEVENT', 'UID:1', 'SUMMARY:Ops', ...event];
  lines.push('ATTENDEE;CN=Rosa Lindt:mailto:rosa@corp.example', 'END:VEVENT', 'END:VCALENDAR');
  writeFileSync(path, lines.join('\r\n'));
  const c = coach();
  await c.json('import', 'calendar', path);
  const { interactions } = await c.json<{ interactions: Interaction[] }>('interactions');
  return interactions.map(({ date }) => date).sort();
}

/** A VTIMEZONE, as Windows writes it. */
const zone = (name: string, winter: string, summer: string) => [
  'BEGIN:VTIMEZONE',
  `TZID:${name}`,
  'BEGIN:STANDARD',
  'DTSTART:16010101T030000',
  `TZOFFSETFROM:${summer}`,
  `TZOFFSETTO:${winter}`,
  'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10',
  'END:STANDARD',
  'BEGIN:DAYLIGHT',
  'DTSTART:16010101T020000',
  `TZOFFSETFROM:${winter}`,
  `TZOFFSETTO:${summer}`,
  'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3',
  'END:DAYLIGHT',
  'END:VTIMEZONE',
];

/** Three Mondays, at 09:30 in the zone; UNTIL is the last of them to the second. */
const series = (name: string, from: string, until: string) => [
  `DTSTART;TZID="${name}":${from}T093000`,
  `RRULE:FREQ=WEEKLY;BYDAY=MO;UNTIL=${until}Z`,
];

test.each([
  ['Windows name, winter', 'W. Europe Standard Time', '20260223', '20260309T083000'],
  ['Windows name, summer', 'W. Europe Standard Time', '20260622', '20260706T073000'],
  ['half an hour', 'India Standard Time', '20260622', '20260706T040000'],
  ['far east', 'AUS Eastern Standard Time', '20260622', '20260705T233000'],
  ['west', 'Pacific Standard Time', '20260622', '20260706T163000'],
  ['numbered copy', 'GMT Standard Time 1', '20260622', '20260706T083000'],
  ['path before the name', '/mozilla.org/20050126_1/Europe/Berlin', '20260622', '20260706T073000'],
  ['offset in the name', '(UTC+01:00) Amsterdam, Berlin, Rome', '20260622', '20260706T073000'],
])('a weekly series keeps its last meeting: %s', async (_what, name, from, until) => {
  const days = await daysOf(series(name, from, until));
  expect(days).toHaveLength(3);
  const [first = ''] = days;
  expect(first.replaceAll('-', '')).toBe(from);
});

test.each([
  ['Customized Time Zone', '+0530', '+0630', '20260706T030000'],
  ['Our office', '+1000', '+1100', '20260705T223000'],
  ['W. Europe Standard Time', '+0100', '+0200', '20260706T073000'],
  ['Elsewhere', '-0330', '-0230', '20260706T120000'],
])('the file says what %s is', async (name, winter, summer, until) => {
  const days = await daysOf(series(name, '20260622', until), zone(name, winter, summer));
  expect(days).toEqual(['2026-06-22', '2026-06-29', '2026-07-06']);
  const earlier = `${until.slice(0, -4)}${until.endsWith('3000') ? '15' : '00'}00`;
  if (earlier === until) return;
  const ended = await daysOf(series(name, '20260622', earlier), zone(name, winter, summer));
  expect(ended).toEqual(['2026-06-22', '2026-06-29']);
});

test.each([
  ['midnight in Berlin', '20260302T230000Z', ['2026-03-01', '2026-03-02', '2026-03-03']],
  ['midnight in New York', '20260303T050000Z', ['2026-03-01', '2026-03-02', '2026-03-03']],
  ['midnight in Tokyo', '20260302T150000Z', ['2026-03-01', '2026-03-02', '2026-03-03']],
  ['midnight at Greenwich', '20260303T000000Z', ['2026-03-01', '2026-03-02', '2026-03-03']],
  ['the last second in Berlin', '20260302T225959Z', ['2026-03-01', '2026-03-02']],
  ['a day', '20260302', ['2026-03-01', '2026-03-02']],
])('an all-day series ends with the day of %s', async (_what, until, expected) => {
  expect(await daysOf(['DTSTART;VALUE=DATE:20260301', `RRULE:FREQ=DAILY;UNTIL=${until}`])).toEqual(
    expected,
  );
});

test('a zone defined with thousands of changes takes no time', async () => {
  const hostile = zone('X', '+0100', '+0200').flatMap((line) =>
    line.startsWith('RRULE') ? ['RRULE:FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR,SA,SU'] : [line],
  );
  const parts = Array.from({ length: 300 }, () => hostile.slice(2, -1)).flat();
  const exceptions = Array.from({ length: 4_000 }, (_all, n) => `EXDATE:${1000 + n}0101T000000Z`);
  const started = performance.now();
  await daysOf(
    ['DTSTART;TZID=X:20260601T093000', 'RRULE:FREQ=WEEKLY', ...exceptions],
    ['BEGIN:VTIMEZONE', 'TZID:X', ...parts, 'END:VTIMEZONE'],
  );
  expect(performance.now() - started).toBeLessThan(5_000);
});

test('the table of Windows names is that of windows-iana, so a new release of it shows here', () => {
  const wanted = WINDOWS_TO_IANA_MAP.filter(({ territory }) => territory === '001');
  expect(wanted.length).toBeGreaterThan(130);
  const known = wanted.map(({ windowsName }) => [windowsName, windowsZone(windowsName)]);
  expect(known).toEqual(wanted.map(({ windowsName, iana }) => [windowsName, iana[0]]));
});
