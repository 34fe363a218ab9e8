/** Rooms, devices, closed accounts and programs are no coworkers, whichever file they're in. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { coach } from '../helpers/coach.ts';
import { tempFolder } from '../helpers/run.ts';

async function imported(source: string, path: string): Promise<string[]> {
  const c = coach();
  await c.json('import', source, path);
  return (await c.people()).sort();
}

function file(name: string, ...lines: string[]): string {
  const path = join(tempFolder(), name);
  writeFileSync(path, lines.join('\n'));
  return path;
}

const PEOPLE = [
  'Adrian Room',
  'Emiliano Sala',
  'Hans Zimmer',
  'Marc Bot',
  'Rosa Lindt',
  'Tom Beamer',
  'Wei Ai',
];
const THINGS = [
  ['Meeting Room 3', 'mr3@corp.example'],
  ['Zoom Room Oslo', 'oslo@corp.example'],
  ['Besprechungsraum Goethe', 'x1@corp.example'],
  ['Salle de réunion', 'x2@corp.example'],
  ['Sala Riunioni', 'x3@corp.example'],
  ['Blue Room', 'x4@corp.example'],
  ['Aquarium (8)', 'x5@corp.example'],
  ['BER-3-Forest', 'x6@corp.example'],
  ['Projector 2', 'x7@corp.example'],
  ['Forest', 'forest@rooms.corp.example'],
  ['Forest', 'confroom-7@corp.example'],
  ['Otter.ai Notetaker', 'x8@otter.example'],
  ['Review Bot', 'review-bot@corp.example'],
  ['Renovate Bot', 'bot@corp.example'],
  ['Devin AI', 'x10@corp.example'],
  ['Deleted User', 'x9@corp.example'],
] as const;
const address = (name: string) => `${name.toLowerCase().replace(' ', '.')}@corp.example`;

test('calendar guests', async () => {
  const guests = [...PEOPLE.map((name) => [name, address(name)] as const), ...THINGS];
  const lines = guests.flatMap(([name, email], index) => [
    'BEGIN:VEVENT',
    `UID:${index}`,
    'DTSTART:20261110T090000Z',
    `ATTENDEE;CN="${name}":mailto:${email}`,
    'END:VEVENT',
  ]);
  expect(await imported('calendar', file('in.ics', 'BEGIN:VCALENDAR', ...lines))).toEqual(PEOPLE);
});

test('a guest whose name is the address is a person, at any domain', async () => {
  const lines = ['com', 'ai', 'io', 'dev'].flatMap((end) => [
    'BEGIN:VEVENT',
    `UID:${end}`,
    'DTSTART:20261110T090000Z',
    `ATTENDEE;CN=rosa.lindt@corp.${end}:mailto:rosa.lindt@corp.${end}`,
    'END:VEVENT',
  ]);
  expect(await imported('calendar', file('in.ics', 'BEGIN:VCALENDAR', ...lines))).toEqual(
    Array(4).fill('Rosa Lindt'),
  );
});

test('a guest named as the location is a room', async () => {
  const path = file(
    'in.ics',
    'BEGIN:VEVENT',
    'DTSTART:20261110T090000Z',
    'LOCATION:Microsoft Teams Meeting; Aquarium',
    'ATTENDEE;CN=Aquarium:mailto:aquarium@corp.example',
    'ATTENDEE;CN=Rosa Lindt:mailto:rosa@corp.example',
    'END:VEVENT',
  );
  expect(await imported('calendar', path)).toEqual(['Rosa Lindt']);
});

test('entries of an address book, and mailboxes by their type', async () => {
  const things = THINGS.slice(0, 10);
  const all = [...PEOPLE.map((name) => [name, address(name)] as const), ...things];
  const cards = all.map(([name, email]) => `BEGIN:VCARD\nFN:${name}\nEMAIL:${email}\nEND:VCARD`);
  expect(await imported('vcard', file('in.vcf', ...cards))).toEqual(PEOPLE);
  const rows = all.map(([name, email]) => `${name},${email}`);
  expect(await imported('csv', file('in.csv', 'Full name,Email', ...rows))).toEqual(PEOPLE);
  const types = ['Lea Moreau,UserMailbox', 'Forest,RoomMailbox', 'Sales,SharedMailbox'];
  const typed = file('in.csv', 'Display Name,Email,RecipientTypeDetails');
  writeFileSync(
    typed,
    ['Full Name,RecipientTypeDetails', ...types, 'All,DistributionGroup'].join('\n'),
  );
  expect(await imported('csv', typed)).toEqual(['Lea Moreau']);
});

test('the placeholder of a closed account in every file of LinkedIn’s, in any language', async () => {
  const folder = join(tempFolder(), 'archive');
  mkdirSync(folder);
  const write = (name: string, ...lines: string[]) =>
    writeFileSync(join(folder, name), lines.join('\n'));
  write(
    'Connections.csv',
    'First Name,Last Name,URL,Email Address,Company,Position,Connected On',
    'Rosa,Lindt,https://www.linkedin.com/in/rosa,,,,05 Jan 2024',
    'LinkedIn,Member,,,,,05 Jan 2024',
  );
  write(
    'Invitations.csv',
    'From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl',
    'Sam,LinkedIn-Mitglied,"1/3/24, 11:30 PM",,OUTGOING,,',
    'Sam,Utilisateur LinkedIn,"1/3/24, 11:30 PM",,OUTGOING,,',
  );
  write(
    'Recommendations_Received.csv',
    'First Name,Last Name,Company,Job Title,Text,Creation Date,Status',
    'Miembro de,LinkedIn,,,x,"01/08/24, 01:55 PM",VISIBLE',
  );
  expect(await imported('linkedin', folder)).toEqual(['Rosa Lindt']);
});

test('co-authors that are tools, by version, word or address; people who only paired stay', async () => {
  const folder = tempFolder();
  const git = (...args: string[]) =>
    execFileSync('git', [
      '-C',
      folder,
      '-c',
      'user.name=x',
      '-c',
      'user.email=x@x.example',
      ...args,
    ]);
  git('init', '-q');
  const trailers = [
    'Grok 4 <grok@x.example>',
    'GPT-5.4 <codex@tools.example>',
    'Opus 4.7 (1M context) <hello@tools.example>',
    'Amp <amp@ampcode.example>',
    'Roo Code <roomote@roocode.example>',
    'Qwen-Coder <qwen-coder@cloud.example>',
    'Junie <junie@tools.example>',
    'Nimbus AI <hi@nimbus.example>',
    'Kite <pair@kite.ai>',
    'Tom Okada <tom@home.example>',
    'Lea <lea@corp.example>',
    'jane42 <jane@home.example>',
  ];
  const message = `x\n\n${trailers.map((one) => `Co-authored-by: ${one}`).join('\n')}`;
  git('commit', '-q', '--allow-empty', '--author', 'Rosa Lindt <rosa@corp.example>', '-m', message);
  expect(await imported('git', folder)).toEqual(
    ['Lea', 'Rosa Lindt', 'Tom Okada', 'jane42'].sort(),
  );
});
