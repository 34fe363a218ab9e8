/** What a person is told to type opens the database that --db named, and no other. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { project, type RunOptions, run, tempDb, tempFolder } from '../helpers/run.ts';

/** The names of all commands. */
const COMMANDS = [
  ...readFileSync(join(project, 'src/cli/program.ts'), 'utf8').matchAll(
    /\.command\('([a-z]+)|\bcommand\('([a-z]+)/g,
  ),
].map(([, one, other]) => one ?? other);

const PLAIN = new RegExp(`netcoach (${COMMANDS.join('|')})\\b|: netcoach$`, 'm');

/** A log in which every screen has something to say; what was told on the way. */
async function story(options: RunOptions, named: string[]): Promise<string[]> {
  const told: string[] = [];
  const say = async (...args: string[]) => {
    for (const more of [[], ['--json']]) {
      const { stdout, stderr } = await run([...named, ...args, ...more], options);
      told.push(`${args.join(' ')}\n${stdout}${stderr}`);
    }
  };
  const folder = tempFolder();
  const table = join(folder, 'people.csv');
  writeFileSync(table, 'name,email\nTom Becker,tom@x.example\nTom Beckerr,tom@x.example\n');
  const calendar = join(folder, 'c.ics');
  writeFileSync(
    calendar,
    'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART;VALUE=DATE:20261118\r\nSUMMARY:Tea\r\nATTENDEE;CN=Ana Ruiz:mailto:ana@x.example\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n',
  );
  for (const empty of [[], ['review'], ['people'], ['interactions'], ['show', 'Ana'], ['undo']])
    await say(...empty);
  await say('log', '--kind', 'project', '--with', 'Priya Shah', '--title', 'Apollo');
  await say(
    'log',
    '--kind',
    'departure',
    '--with',
    'Ben Olsen',
    '--title',
    'Left',
    '--on',
    'today',
  );
  await say('import', 'csv', table);
  await say('import', 'csv', table, '--dry-run');
  await say('import', 'calendar', calendar);
  await say('me', '--name', 'Sam Ortiz', '--team', 'Billing', '--goal', 'learn Rust');
  await say('me', '--company', 'Halden', '--since', '2026-11-02');
  await say('add', 'Old Timer');
  await say('sent', 'Old Timer', '--on', '2026-05-02');
  await say('sent', 'Priya');
  for (const args of [
    ['suggest', '--all'],
    ['why', 'Old Timer'],
    ['why', 'Priya'],
    ['draft', 'Priya'],
    ['draft', 'Old Timer'],
    ['people', '--duplicates'],
    ['people', '--goal', 'Chess'],
    ['people', 'nobody'],
    ['review'],
    ['due'],
    ['snooze', 'Ana'],
    ['skip', 'Ana'],
    ['done', 'Ana'],
    ['done', 'Ben', 'with a joke'],
    ['done', 'Ben'],
    ['done', '2'],
    ['withdrawn', '--older-than', '3m'],
    ['review', '--html', '-'],
    ['remind', '--calendar'],
    ['remind', '--systemd'],
    ['undo', '--list'],
    ['backup'],
    ['doctor'],
    ['edit', 'Priya', '--name', 'Tom Becker'],
    ['me', '--left', 'today'],
  ])
    await say(...args);
  return told;
}

describe('what a person is told to type', () => {
  it('names the database where --db named it', async () => {
    expect(COMMANDS.length).toBeGreaterThan(20);
    const file = tempDb();
    const options = { columns: 4000, today: '2026-11-22' };
    const told = await story(options, ['--db', file]);
    expect(told.filter((text) => PLAIN.test(text))).toEqual([]);
    expect(told.filter((text) => text.includes(`netcoach --db ${file}`)).length).toBeGreaterThan(
      30,
    );
  });

  it('names none where the environment did, or nothing', async () => {
    const told = await story({ columns: 4000, today: '2026-11-22', db: tempDb() }, []);
    // A reminder starts the program by itself, so it always names the file.
    const typed = told.filter((text) => !text.startsWith('remind'));
    expect(typed.filter((text) => text.includes('--db '))).toEqual([]);
  });
});
