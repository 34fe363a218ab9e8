/** Prints every screen one after another, for readers of the English: help, usual outputs, errors. `npm run screens` */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rules } from '../../rules/index.ts';
import { HELP_TOPICS } from '../../src/cli/flags.ts';
import { main } from '../../src/cli/main.ts';
import { buildProgram } from '../../src/cli/program.ts';
import { checkRules } from '../../src/coach/check/check.ts';
import { sampleCommands } from '../../src/commands/demo.ts';
import { splitWords } from '../../src/text/shell.ts';

const TODAY = '2026-11-22';
const folder = mkdtempSync(join(tmpdir(), 'netcoach-screens-'));
const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return name;
};

/** What one command prints, on a terminal where nothing is asked. */
async function screen(line: string, db: string): Promise<string> {
  let output = '';
  const write = (text: string) => {
    output += text;
  };
  const words = (splitWords(line) ?? []).map((word) =>
    word.startsWith('./') ? join(folder, word.slice(2)) : word,
  );
  await main(words, {
    env: {
      NETCOACH_DB: db,
      NETCOACH_TODAY: TODAY,
      NO_COLOR: '1',
      NETCOACH_BACKUP_FIRST: '1',
      HOME: folder,
    },
    stdin: { isTTY: false, read: async () => 'hey, can we jump on a quick call tomorrow??' },
    stdout: { isTTY: false, columns: 80, write },
    stderr: { isTTY: false, write },
    now: () => new Date(2026, 10, 22, 12),
  });
  return `$ netcoach ${line}\n${output.trimEnd().replaceAll(folder, '~')}\n\n`;
}

file(
  'people.csv',
  'name,role,team,company\nMia Chen,designer,Web,Northwind\n,nobody,,\nOle Berg,analyst,Data,Northwind\n',
);
file('empty.csv', '');
file('odd.csv', 'colour,size\nred,3\n');
file(
  'work.ics',
  'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Planning with Priya\r\nDTSTART:20261118T090000\r\nDTEND:20261118T100000\r\nATTENDEE;CN=Priya Shah:mailto:priya@example.com\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n',
);
file(
  'broken.db',
  'this is not a database at all, but a text that is long enough to have a header in it',
);

/** Usual outputs, in order, on the sample data. */
const USUAL = `
suggest
suggest --all
suggest --messages
log "Coffee with Noor Aziz yesterday"
log "Shipped Apollo with Priya and Tom yesterday"
log --kind project --with "Priya Shah: your rollback plan" --title "Ledger migration" --on 2026-11-20
log "Leila Haddad was promoted to head of data"
log "I like cheese"
log "We will ship Apollo with Tom next week"
log "Priya did not come to the offsite"
log "Had a chat with Mark"
due
due --short
why Priya
why Viktor
brief Priya
draft Tom
draft Priya --proof
draft Priya --prompt
done Tom
done Tom
snooze Noor --until monday
unsnooze Noor
unsnooze Noor
snooze Noor
skip Leila
sent Priya
sent Priya
accepted Priya
accepted Priya
accept Grace
ignore Grace
declined Tom
withdrawn Grace
withdrawn --older-than 6m
people
people Apollo
people --quiet 6m
people --goal databases
people --duplicates
people xyzzy
show Priya
add "Grace Lim" --team Data --relationship mentor
add "Grace Lim"
edit Grace --role "staff engineer" --strained
edit Grace --call "Gracie" --every 6w --no-strained
merge "Grace Lim" Priya
undo --yes
redo
undo --yes
undo --list
interactions
interactions --with Tom --kind event
amend 1 --title "Apollo 2"
amend 1 --add Tom
delete 1
me
me --name "Sam Ortiz" --role "backend engineer" --team Billing --company Northwind --goal "platform engineering"
me --left 2026-11-20
me --company Halden --since 2026-11-21
check "Hi Tom, I'd like to add you to my professional network on LinkedIn." --to Tom
check - --to Priya
check "Hi Priya, thank you for your rollback plan on Apollo. Let's stay in touch." --to Priya
check "Hi [Name], OMG!!! BUY our product, I need an answer by Friday" --to Tom
review
review --html ./review.html
rules
${rules.map(({ id }) => `rules ${id}`).join('\n')}
import csv ./people.csv --dry-run
import csv ./people.csv
import csv ./people.csv
import calendar ./work.ics
export csv
export json ./all.json
export vcard ./all.vcf
backup
backup ./copy.db
restore
restore ./copy.db --yes
doctor
config
config check-in 6w
config check-in
config greeting ""
config writer "cat"
remind --calendar --weekly
remind --systemd --daily
remind --launchd
remind --cron
sync ./shared
sync
sync --show-key
forget Viktor --yes
completion bash
skill --install ./
mcp --config claude
demo`;

/** Each is refused. */
const REFUSED = `
drfat Tom
xyzzy
help momens
show
show Nobody
show an
show a b c
merge Tom
merge 1 2
log
log --kind project
log --kind party
log --with Tom --title Lunch --kind meeting --on "blah"
log --with Tom --title Lunch --kind meeting --on 2030-01-01
log "Lunch with Tom on 31 February"
log --tilte x
log --kind project --with "" --title x
suggest --limit 0
suggest --limit
draft Nobody
draft Tom --moment new-job
draft Tom --about 99
draft Noor --moment project
done Nobody
done 9
snooze Tom --until yesterday
snooze Tom --until blah
declined "Noor Aziz"
withdrawn Noor
sent 7
add ""
add "x" --linkedin notaurl
add "y" --email notanaddress
add "z" --every sometimes
edit Tom --since 2030-01-01
amend 99 --title x
amend x
delete 99
interactions --since 2026-11-20 --until 2026-11-01
me --since 2026-01-01 --company ""
me --invites-per-week -1
check
check "Hi" --to Nobody
import linkedin ./nothing.zip
import csv ./empty.csv
import csv ./odd.csv
import outlook x
import git ./
export xml
export csv ./no/such/folder/x.csv
rules xyzzy
undo extra
restore ./nothing.db
forget Tom
forget 1
sync ./a ./b
sync --key ./nothing ./shared
remind
remind --cron --systemd
remind --calendar --sync
config xyzzy
config greting
config check-in soon
config greeting Yo
config writer-seconds 0
config writer ./x.sh
completion tcsh
people --format "{{age}}"
people --quiet ages
people --sort age
people --format "{{id}}" --json
--db ./broken.db people
--today blah suggest
--today 2026-13-01 suggest
--db "" people
skill --install ./nowhere`;

try {
  const db = join(folder, 'netcoach.db');
  const program = buildProgram(
    { stdout: { write: () => undefined }, stderr: { write: () => undefined } } as never,
    () => undefined,
  );
  const write = (text: string) => process.stdout.write(text);
  const heading = (text: string) => write(`======== ${text} ========\n\n`);
  heading('Help');
  for (const name of ['', ...HELP_TOPICS, ...program.commands.map((one) => one.name())])
    write(await screen(`help ${name}`.trim(), db));
  heading('An empty log');
  for (const line of [
    '',
    'suggest',
    'people',
    'interactions',
    'me',
    'review',
    'due',
    'undo',
    'redo',
    'doctor',
    'show Tom',
  ])
    write(await screen(line, join(folder, 'empty.db')));
  heading('Usual outputs');
  for (const argv of sampleCommands(TODAY))
    await screen(argv.map((word) => `'${word.replaceAll("'", `'\\''`)}'`).join(' '), db);
  for (const line of USUAL.trim().split('\n')) write(await screen(line, db));
  heading('Errors');
  for (const line of REFUSED.trim().split('\n')) write(await screen(line, db));
  heading('What check looks for');
  for (const { title, why } of checkRules) write(`${title}: ${why}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
