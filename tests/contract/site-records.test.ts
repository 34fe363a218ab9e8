/** What LinkedIn recorded says that there was contact; no message is about it. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { coach } from '../helpers/coach.ts';
import { tempFolder } from '../helpers/run.ts';

const URL = 'https://www.linkedin.com/in';
const FILES = {
  'Positions.csv':
    'Company Name,Title,Description,Location,Started On,Finished On\nFernhill,Dev,,,Mar 2026,\n',
  'Connections.csv': `First Name,Last Name,URL,Email Address,Company,Position,Connected On\nMira,Okafor,${URL}/mira,,Halden,Dev,12 Mar 2025\nTom,Okada,${URL}/tom,,Halden,Dev,12 Mar 2025\nAna,Lima,${URL}/ana,,Halden,Dev,12 Mar 2025\n`,
  'messages.csv': `CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER\n1,,Mira Okafor,${URL}/mira,Sam Ortiz,${URL}/sam,2026-01-06 10:00:00 UTC,,Hello,INBOX\n1,,Sam Ortiz,${URL}/sam,Mira Okafor,${URL}/mira,2026-01-07 10:00:00 UTC,,Hi,INBOX\n`,
  'Endorsement_Given_Info.csv':
    'Endorsement Date,Skill Name,Endorsee First Name,Endorsee Last Name,Endorsee Public Url,Endorsement Status\n2026/01/07 10:00:00 UTC,Cybersecurity,Tom,Okada,www.linkedin.com/in/tom,ACCEPTED\n',
  'Recommendations_Given.csv':
    'First Name,Last Name,Company,Job Title,Text,Creation Date,Status\nAna,Lima,Halden,Dev,x,"01/08/26, 10:00 AM",VISIBLE\n',
};

test('no suggestion and no draft is about messages, endorsements or recommendations', async () => {
  const folder = join(tempFolder(), 'archive');
  mkdirSync(folder);
  for (const [name, text] of Object.entries(FILES)) writeFileSync(join(folder, name), text);
  const c = coach();
  await c.json('me', '--name', 'Sam Ortiz');
  await c.json('import', 'linkedin', folder);
  const { total } = await c.json<{ total: number }>('interactions');
  expect(total).toBe(4);
  const about = /messages|endors|recommend|cybersecurity/i;
  const { suggestions } = await c.suggest();
  expect(suggestions).toHaveLength(3);
  for (const { person, reasons, draft } of suggestions) {
    expect(`${reasons[0]} ${draft.text}`).not.toMatch(about);
    expect(/wrote to each other/.test(reasons[0] ?? '')).toBe(person.name === 'Mira Okafor');
    for (const variant of ['1', '2', '5', '9'])
      expect((await c.draft(person.name, '--variant', variant)).draft.text).not.toMatch(about);
  }
});
