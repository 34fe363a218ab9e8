import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readLinkedIn } from '../../../src/import/linkedin/linkedin.ts';
import { BadFile } from '../../../src/import/records.ts';

const HEADER = 'First Name,Last Name,URL,Email Address,Company,Position,Connected On';
const PREAMBLE =
  'Notes:\n"When exporting your connection data, some addresses are missing. See https://x.example"\n\n';
const CONNECTIONS = `${PREAMBLE}${HEADER}
Mira,Okafor,https://www.linkedin.com/in/mira-okafor,,"Northwind, Inc.","VP, Platform",05 Jan 2024
Jürgen,"Größe, MBA",https://www.linkedin.com/in/j%C3%BCrgen-gr%C3%B6%C3%9Fe-1a,jg@example.com,Müller GmbH,Leiter,31 Dec 2023
,,,,,,12 Nov 2022
Ana,van der Berg,https://www.linkedin.com/in/ana-vdb/,,,,01 Feb 2022`;

const INVITATIONS = `From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl
Sam Reed,Jürgen Größe,"12/30/23, 9:12 PM",Hi Jürgen & team,OUTGOING,https://www.linkedin.com/in/sam-reed,https://www.linkedin.com/in/jürgen-größe-1a
Sam Reed,Tom Okada,"1/3/24, 11:30 PM",A note,OUTGOING,https://www.linkedin.com/in/sam-reed,https://www.linkedin.com/in/tom-okada
Sam Reed,Tom Okada,"1/2/24, 11:30 PM",,OUTGOING,https://www.linkedin.com/in/sam-reed,https://www.linkedin.com/in/tom-okada
Wei Lin,Sam Reed,"1/4/24, 8:00 AM",,INCOMING,https://www.linkedin.com/in/wei-lin,https://www.linkedin.com/in/sam-reed
Mira Okafor,Sam Reed,"1/4/24, 8:00 AM",,INCOMING,https://www.linkedin.com/in/mira-okafor,https://www.linkedin.com/in/sam-reed`;

const MESSAGES = `CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER,ATTACHMENTS,IS MESSAGE DRAFT
1,,Sam Reed,https://www.linkedin.com/in/sam-reed,"Jürgen Größe, MBA",https://www.linkedin.com/in/jürgen-größe-1a,2023-12-31 07:00:00 UTC,,Hi J&uuml;rgen,INBOX,,No
2,,Sam Reed,https://www.linkedin.com/in/sam-reed,"Jürgen Größe, MBA",https://www.linkedin.com/in/jürgen-größe-1a,2023-12-31 07:00:00 UTC,,Hi Jürgen &amp; team,INBOX,,No
3,,"Mira Okafor",https://www.linkedin.com/in/mira-okafor,Sam Reed,https://www.linkedin.com/in/sam-reed,2024-01-06 10:00:00 UTC,,"two
lines",INBOX,,No
3,,Sam Reed,https://www.linkedin.com/in/sam-reed,Mira Okafor,https://www.linkedin.com/in/mira-okafor,2024-01-06 11:00:00 UTC,,"<p>Hi</p>",INBOX,,No
4,Crew,Kofi Brandt,https://www.linkedin.com/in/kofi,"Sam Reed,Mira Okafor, MBA","https://www.linkedin.com/in/sam-reed,https://www.linkedin.com/in/mira-okafor",2024-02-01 08:00:00 UTC,,All,INBOX,,No
5,,LinkedIn Member,,Sam Reed,https://www.linkedin.com/in/sam-reed,2024-02-02 08:00:00 UTC,,gone,INBOX,,No
6,,Sam Reed,https://www.linkedin.com/in/sam-reed,,,2024-02-03 08:00:00 UTC,,draft,INBOX,,Yes
7,,Ann Seller,https://www.linkedin.com/in/ann,Sam Reed,https://www.linkedin.com/in/sam-reed,2024-02-04 08:00:00 UTC,Exciting role,"<p class=""spinmail-quill-editor__x"">Buy</p>",INBOX,,No
8,,Bot,https://www.linkedin.com/in/bot,Sam Reed,https://www.linkedin.com/in/sam-reed,2024-02-05 08:00:00 UTC,,x,SPAM,,No
9,,Ad Corp,,Sam Reed,https://www.linkedin.com/in/sam-reed,2024-02-06 08:00:00 UTC,,x,INBOX,,No`;

const OTHERS = {
  'Profile.csv':
    'First Name,Last Name,Maiden Name,Address,Birth Date,Headline\nSam,Reed,,1 Street,Mar 14,Engineer | Data',
  'Positions.csv':
    'Company Name,Title,Description,Location,Started On,Finished On\nOld,Junior,,,2018,Aug 2020\nFernhill,Lead,,,Sep 2020,\nSide,Advisor,,,Jan 2019,',
  'Skills.csv': 'Name\nSQL\nSQL\nRust',
  'Email Addresses.csv':
    'Email Address,Confirmed,Primary,Updated On\nold@example.com,Yes,No,\nSam@Example.com,Yes,Yes,\nno@example.com,No,No,',
  'Endorsement_Given_Info.csv':
    'Endorsement Date,Skill Name,Endorsee First Name,Endorsee Last Name,Endorsee Public Url,Endorsement Status\n2024/01/07 09:12:33 UTC,Python,Mira,Okafor,www.linkedin.com/in/mira-okafor,ACCEPTED\n2024/01/07 09:12:34 UTC,Go,Mira,Okafor,www.linkedin.com/in/mira-okafor,ACCEPTED',
  'Recommendations_Given.csv':
    'First Name,Last Name,Company,Job Title,Text,Creation Date,Status\nAna,van der Berg,,,secret words,"01/08/24, 01:55 PM",VISIBLE',
  'coach_messages.csv': MESSAGES.replaceAll('Mira', 'Coach'),
  'Contacts.csv': 'Source,FirstName,PhoneNumbers\nphone,Plumber,555',
  'Jobs/Saved Jobs.csv': 'a,b\n1,2',
};

function folder(): string {
  return mkdtempSync(join(tmpdir(), 'netcoach-test-'));
}

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder(), name);
  writeFileSync(path, content);
  return path;
}

const ARCHIVE = {
  'Connections.csv': CONNECTIONS,
  'Invitations.csv': INVITATIONS,
  'messages.csv': MESSAGES,
  ...OTHERS,
};

function zip(files: Record<string, string>, prefix = ''): Uint8Array {
  return zipSync(
    Object.fromEntries(Object.entries(files).map(([name, text]) => [prefix + name, strToU8(text)])),
  );
}

test('reads a whole archive: people, invitations, messages, ties and me', async () => {
  const records = await readLinkedIn(file('Basic_LinkedInDataExport.zip.zip', zip(ARCHIVE)));
  const names = records.people.map(({ name }) => name);
  expect(names.toSorted()).toEqual([
    'Ana van der Berg',
    'Jürgen Größe, MBA',
    'Mira Okafor',
    'Tom Okada',
    'Wei Lin',
  ]);
  expect(records.people.find(({ name }) => name === 'Wei Lin')?.invitedMe).toMatch(/^2024-/);
  expect(records.people[1]).toMatchObject({
    where: 'Connections.csv:6',
    linkedin: 'https://www.linkedin.com/in/jürgen-größe-1a',
    emails: ['jg@example.com'],
    company: 'Müller GmbH',
    connected: '2023-12-31',
  });
  expect(records.people.find(({ name }) => name === 'Tom Okada')?.invited).toEqual({
    on: '2024-01-03',
    withNote: true,
  });
  expect(
    records.invitations.map((one) => [one.sent, one.withNote, one.isAccepted, one.accepted]),
  ).toEqual([
    ['2023-12-30', true, true, '2023-12-31'],
    ['2024-01-03', true, false, undefined],
    ['2024-01-02', false, false, undefined],
  ]);
  expect(records.invitations[0]?.person).toBe(records.people[1]);
  expect(records.waiting).toBe(1);
  expect(records.interactions.map((one) => [one.date, one.title, one.people[0]?.name])).toEqual([
    ['2023-12-31', 'Your message on LinkedIn', 'Jürgen Größe, MBA'],
    ['2024-01-06', 'Messages on LinkedIn', 'Mira Okafor'],
    ['2024-01-07', 'You endorsed them for Go, Python', 'Mira Okafor'],
    ['2024-01-08', 'Wrote a recommendation', 'Ana van der Berg'],
  ]);
  expect(records.interactions.every(({ kind }) => kind === 'engagement')).toBe(true);
  expect(records.people[0]?.skills).toEqual(['Python', 'Go']);
  expect(records.me).toEqual({
    name: 'Sam Reed',
    positions: [
      { company: 'Old', role: 'Junior', from: '2018-01-01', until: '2020-08-31' },
      { company: 'Fernhill', role: 'Lead', from: '2020-09-01', until: null },
      { company: 'Side', role: 'Advisor', from: '2019-01-01', until: null },
    ],
    headline: 'Engineer | Data',
    role: 'Lead',
    company: 'Fernhill',
    skills: ['SQL', 'Rust'],
    emails: ['sam@example.com', 'old@example.com'],
    linkedin: 'https://www.linkedin.com/in/sam-reed',
  });
  expect(records.skipped).toEqual([
    { where: 'Connections.csv:7', why: 'a closed account: only the date is left' },
  ]);
  // Other people's words and private data are never imported.
  expect(JSON.stringify(records)).not.toMatch(/two|secret|Street|Mar 14|Coach|Plumber|555/);
});

test('does not count the copy of an accepted note as a message', async () => {
  const without = MESSAGES.split('\n').filter((line) => !line.startsWith('1,'));
  const records = await readLinkedIn(
    file('x.zip', zip({ ...ARCHIVE, 'messages.csv': without.join('\n') })),
  );
  const keys = records.interactions.map(({ key }) => key);
  expect(keys.filter((key) => key.includes('messages') && key.includes('jürgen'))).toEqual([]);
});

test('reads the same from a folder, a folder in a zip, and a zip in a zip', async () => {
  const expected = await readLinkedIn(file('a.zip', zip(ARCHIVE)));
  const path = folder();
  mkdirSync(join(path, 'Jobs'));
  for (const [name, text] of Object.entries(ARCHIVE)) writeFileSync(join(path, name), text);
  expect(await readLinkedIn(path)).toEqual(expected);
  const mac = zip({
    ...Object.fromEntries(Object.entries(ARCHIVE).map(([name, text]) => [`Basic/${name}`, text])),
    '__MACOSX/Basic/._Connections.csv': '\0\0',
    'Basic/._messages.csv': 'x',
  });
  expect(await readLinkedIn(file('mac.zip', mac))).toEqual(expected);
  expect(await readLinkedIn(file('b.zip', zipSync({ 'inner.zip': zip(ARCHIVE) })))).toEqual(
    expected,
  );
});

const excel = (rows: string[], end: string) => rows.join(end);
test.each([
  [
    '2016',
    'First Name,Last Name,Address,Email Address,Company,Position,Connected On,Websites,Instant Messengers\nMira,Okafor,,,Northwind,VP,"1/5/24, 9:55 AM",,',
  ],
  [
    '2018',
    'First Name,Last Name,Email Address,Company,Position,Connected On\nMira,Okafor,,Northwind,VP,5 Jan 2024',
  ],
  [
    '2021',
    `${PREAMBLE}First Name,Last Name,Email Address,Company,Position,Connected On\nMira,Okafor,,Northwind,VP,05 Jan 2024`,
  ],
  [
    'Excel, padded',
    excel(
      [
        '\uFEFFNotes:,,,,,,',
        '"When",,,,,,',
        ',,,,,,',
        HEADER,
        'Mira,Okafor,,,Northwind,VP,5-Jan-24',
      ],
      '\r\n',
    ),
  ],
  [
    'Excel, semicolons',
    excel(
      [
        HEADER.replaceAll(',', ';').replace('Connected On', 'Connected on'),
        'Mira;Okafor;;;Northwind;VP;05.01.2024',
      ],
      '\r\n',
    ),
  ],
  [
    'Excel, day first',
    excel([HEADER, 'Mira,Okafor,,,Northwind,VP,5/1/2024', 'Tom,X,,,,,25/1/2024'], '\r\n'),
  ],
])('reads connections from %s', async (_vintage, text) => {
  const [person] = (await readLinkedIn(file('Connections.csv', text))).people;
  expect(person).toMatchObject({
    name: 'Mira Okafor',
    company: 'Northwind',
    role: 'VP',
    connected: '2024-01-05',
  });
});

test.each([
  [
    'UTF-16 tab',
    Buffer.from(
      `\uFEFF${HEADER.replaceAll(',', '\t')}\r\n"Jürgen"\t"Größe"\t\t\t\t\t"5 Jan 2024"\r\n`,
      'utf16le',
    ),
  ],
  [
    'Windows-1252',
    Buffer.from(`${HEADER.replaceAll(',', ';')}\r\nJürgen;Größe;;;;;16.09.2021`, 'latin1'),
  ],
])('reads connections saved as %s', async (_what, bytes) => {
  expect((await readLinkedIn(file('Connections.csv', bytes))).people[0]?.name).toBe('Jürgen Größe');
});

test('treats the same address as one person, but not the same name', async () => {
  const rows = [
    'Chris,Lee,https://www.linkedin.com/in/chris-lee-1a,,Globex,Engineer,05 Jan 2024',
    'Chris,Lee,https://www.linkedin.com/in/chris-lee-9z,,Initech,Recruiter,06 Jan 2024',
    'Chris,Lee,https://www.linkedin.com/in/Chris-Lee-1a/,c@example.com,Globex,Senior,05 Jan 2024',
    'Zoë,Park,https://www.linkedin.com/in/zo%C3%AB,,,,07 Jan 2024',
    'Zoë,Park,https://www.linkedin.com/in/zoë,,,,07 Jan 2024',
    'Pat,Kim,,,,,08 Jan 2024',
    'Pat,Kim,,,,,09 Jan 2024',
    '🌟Dana,"O\'Neil 🚀, PMP®",https://www.linkedin.com/in/dana,,,,09 Jan 2024',
    'Priya,.,https://www.linkedin.com/in/priya,,,,soon',
  ];
  const records = await readLinkedIn(file('Connections.csv', [HEADER, ...rows].join('\n')));
  expect(records.people.map(({ name }) => name)).toEqual([
    'Chris Lee',
    'Chris Lee',
    'Zoë Park',
    'Pat Kim',
    'Pat Kim',
    "🌟Dana O'Neil 🚀, PMP®",
    'Priya',
  ]);
  expect(records.people[0]).toMatchObject({ role: 'Engineer', emails: ['c@example.com'] });
  expect(records.people[6]?.connected).toBe(true);
  expect(records.warnings).toEqual([
    "Connections.csv: couldn't read 1 date; that person is connected without one",
  ]);
});

test('tells invitations without a slug in the address apart by name, and matches them by name', async () => {
  const bare = 'https://www.linkedin.com/in';
  const invitations = `From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl
Sam Reed,Tessa Varga,"12/15/23, 9:12 AM",,OUTGOING,${bare},${bare}
Sam Reed,Ravi Sundaram,"12/14/23, 9:12 AM",,OUTGOING,${bare},${bare}
Sam Reed,Mira Okafor,"1/4/24, 11:00 PM",,OUTGOING,${bare},${bare}`;
  const alone = await readLinkedIn(file('Invitations.csv', invitations));
  expect(alone.people.map(({ name }) => name)).toEqual([
    'Tessa Varga',
    'Ravi Sundaram',
    'Mira Okafor',
  ]);
  expect(alone.invitations.map(({ isAccepted }) => isAccepted)).toEqual([null, null, null]);
  const both = await readLinkedIn(
    file('x.zip', zip({ 'Connections.csv': CONNECTIONS, 'Invitations.csv': invitations })),
  );
  expect(
    both.people.filter(({ invited }) => invited !== undefined).map(({ name }) => name),
  ).toEqual(['Tessa Varga', 'Ravi Sundaram']);
  expect(both.invitations[2]).toMatchObject({ isAccepted: true, accepted: '2024-01-05' });
});

test('reads messages from 2018 and 2021, which have no recipient addresses', async () => {
  const old = `From,To,Date,Subject,Content,Direction,Folder
Wei Lin,Sam Reed,"9/24/18, 8:36 AM",,hello,INCOMING,INBOX
Sam Reed,Wei Lin,"9/25/18, 8:36 AM",,hi,OUTGOING,SENT`;
  const in2018 = await readLinkedIn(file('Messages.csv', old));
  expect(in2018.interactions.map(({ date }) => date)).toEqual(['2018-09-24', '2018-09-25']);
  expect(in2018.people).toHaveLength(1);
  const header =
    'CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,DATE,SUBJECT,CONTENT,FOLDER';
  const me = 'Sam Reed,https://www.linkedin.com/in/sam-reed';
  const in2021 = await readLinkedIn(
    file(
      'messages.csv',
      [
        header,
        `1,,${me},"Wei Lin, MBA",2021-01-05 10:00:00 UTC,,x,INBOX`,
        `1,,"Wei Lin, MBA",https://www.linkedin.com/in/wei,Sam Reed,2021-01-06 10:00:00 UTC,,x,INBOX`,
        `2,,${me},Tom Okada,2021-01-07 10:00:00 UTC,,x,INBOX`,
        `3,,${me},"Wei Lin, MBA,Tom Okada",2021-01-08 10:00:00 UTC,,x,INBOX`,
      ].join('\n'),
    ),
  );
  expect(in2021.people.map(({ name, linkedin }) => [name, linkedin])).toEqual([
    ['Wei Lin, MBA', 'https://www.linkedin.com/in/wei'],
    ['Tom Okada', undefined],
  ]);
  expect(in2021.interactions.map(({ date }) => date)).toEqual([
    '2021-01-05',
    '2021-01-06',
    '2021-01-07',
  ]);
});

test('leaves out messages if it cannot tell which side is mine, unless I say who I am', async () => {
  const path = file(
    'messages.csv',
    MESSAGES.split('\n')
      .filter((_line, at) => at === 0 || at === 2)
      .join('\n'),
  );
  await expect(readLinkedIn(path)).rejects.toThrow(
    /nothing in messages\.csv.*which of them is you/,
  );
  const records = await readLinkedIn(path, { name: 'Sam Reed', today: '2023-12-30' });
  expect(records.interactions.map(({ date }) => date)).toEqual(['2023-12-30']);
});

test.each([
  ['a sign-in page', 'x.zip', '<html>Sign in</html>', /web page/],
  [
    'a header alone',
    'Connections.csv',
    `${PREAMBLE}${HEADER}\n`,
    /no connections in Connections\.csv/,
  ],
  [
    'a Google file',
    'contacts.csv',
    'First Name,Last Name,Organization Name,E-mail 1 - Value\nA,B,,',
    /Google Contacts/,
  ],
  ['an empty file', 'Connections.csv', '', /is empty/],
  ['words', 'Connections.csv', 'No conversations found', /doesn't read this LinkedIn file/],
  ['an assistant’s messages', 'coach_messages.csv', MESSAGES, /doesn't read this LinkedIn file/],
  ['another zip', 'x.zip', zip({ 'a.txt': 'x' }), /no LinkedIn files/],
  ['a workbook', 'x.zip', zip({ 'xl/workbook.xml': 'x' }), /Excel workbook/],
  ['a cut-off zip', 'x.zip', zip(ARCHIVE).slice(0, 900), /damaged or incomplete/],
  [
    'a zip that climbs out',
    'x.zip',
    zip({ 'Connections.csv': CONNECTIONS, '../../x.csv': 'x' }),
    /points outside it/,
  ],
  [
    'a zip with an absolute path',
    'x.zip',
    zip({ '/etc/Connections.csv': CONNECTIONS }),
    /points outside it/,
  ],
  ['a localised header', 'Connections.csv', 'Vorname,Nachname,URL\nA,B,C', /not LinkedIn's export/],
])('rejects %s with an explanation', async (_what, name, content, message) => {
  const failed = await readLinkedIn(file(name, content)).catch((error: unknown) => error);
  expect(failed).toBeInstanceOf(BadFile);
  expect((failed as BadFile).message).toMatch(message);
  expect((failed as BadFile).hint).not.toBe('');
});

test('rejects a zip bomb before unpacking it, and is not fooled by a wrong size', async () => {
  const bomb = zipSync({ 'Connections.csv': new Uint8Array(70_000_000) }, { level: 9 });
  await expect(readLinkedIn(file('x.zip', bomb))).rejects.toThrow(/larger than 64 MB/);
  const lying = zip({ 'Connections.csv': CONNECTIONS });
  const size = new DataView(lying.buffer, lying.byteOffset);
  for (let at = 0; at < lying.length - 4; at++)
    if (size.getUint32(at, true) === 0x02014b50) size.setUint32(at + 24, 10, true);
  const failed = await readLinkedIn(file('x.zip', lying)).catch((error: unknown) => error);
  expect(failed).toBeInstanceOf(BadFile);
});

test('rejects a field of ten megabytes', async () => {
  const path = file('Connections.csv', `${HEADER}\n${'x'.repeat(10_000_000)},,,,,,05 Jan 2024`);
  await expect(readLinkedIn(path)).rejects.toThrow(
    /Connections\.csv:2 has a cell of more than a million/,
  );
});

test('gives no date to a connection with a future date', async () => {
  const rows = [
    'A,B,,,,,24 Nov 2026',
    'C,D,,,,,23 Nov 2026',
    'E,F,,,,,25/12/2027',
    'G,H,,,,,13/11/2026',
  ];
  const path = file('Connections.csv', [HEADER, ...rows].join('\n'));
  const { people, warnings } = await readLinkedIn(path, { today: '2026-11-22' });
  expect(people.map(({ connected }) => connected)).toEqual([
    true,
    '2026-11-23',
    true,
    '2026-11-13',
  ]);
  expect(warnings).toEqual([
    "Connections.csv: couldn't read 2 dates; those people are connected without one",
  ]);
});
