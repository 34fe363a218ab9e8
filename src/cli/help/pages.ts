/** What a command's help shows beside its options. */
export interface HelpPage {
  /** Command lines to type, each after "netcoach ". */
  examples: readonly string[];
  /** The document under `--json`, as its keys. */
  json: string;
  /** Text at the end, in paragraphs; a line that starts with two spaces is to be typed, and never wrapped. */
  more?: string;
}

/** By command. A test runs every example, so that each is a command line that netcoach takes. */
export const PAGES: Readonly<Record<string, HelpPage>> = {
  log: {
    examples: [
      'log "Shipped Apollo with Priya and Tom yesterday"',
      'log --kind event --with "Noor: her maps talk" --title "Data summit"',
    ],
    json: '{ interaction, added, understood, doubts }',
    more: `On its own, "log" asks you for the details. "log -" reads one sentence per line from standard input, and saves all of them or none.

What the kinds mean: netcoach help kinds`,
  },
  suggest: {
    examples: ['suggest --limit 3', 'suggest --messages'],
    json: '{ date, budget, suggestions, held }',
    more: `Then act by number:
  netcoach draft 1 --copy
  netcoach done 1`,
  },
  why: {
    examples: ['why Priya', 'why 2'],
    json: '{ person, suggested, score, verdicts, held }',
  },
  brief: {
    examples: ['brief Priya', 'brief --calendar work.ics --on tomorrow'],
    json: '{ person, lastContact, interactions, open, ask }; with --calendar { date, meetings }',
    more: `A "todo: send the slides" in a private note is listed as a promise, but only on a terminal.
netcoach reads only that day from the calendar, and stores nothing.`,
  },
  draft: {
    examples: ['draft Priya --copy', 'draft 1 --variant 2'],
    json: '{ person, action, moment, interaction, draft, variants }',
    more: `In a pipe it prints the message and nothing else:
  netcoach draft Priya | pbcopy`,
  },
  sent: {
    examples: ['sent Priya', 'sent 1 --no-note --on yesterday'],
    json: '{ person }',
  },
  accepted: { examples: ['accepted Priya', 'accepted Tom --on monday'], json: '{ person }' },
  declined: { examples: ['declined Tom', 'declined Tom --on 2026-11-20'], json: '{ person }' },
  withdrawn: {
    examples: ['withdrawn Tom', 'withdrawn --older-than 6m'],
    json: '{ person }; with --older-than { people, total }',
  },
  done: {
    examples: ['done 1', 'done Priya "we had lunch instead"'],
    json: '{ person, did, recorded }',
    more: `It records whatever fits the suggestion: an invitation you sent, a message or a chat. Running it again on the same day changes nothing.`,
  },
  snooze: {
    examples: ['snooze Tom 3 weeks', 'snooze 2 --until monday'],
    json: '{ person, until }',
    more: 'Good news about someone ends their snooze early.',
  },
  unsnooze: { examples: ['unsnooze Tom', 'unsnooze "Tom Becker"'], json: '{ person }' },
  skip: { examples: ['skip Tom', 'skip 3'], json: '{ person }' },
  due: {
    examples: ['due', 'due --short'],
    json: '{ date, due }',
    more: `In a prompt, "due --short" prints nothing, or a number such as 3.

bash, in ~/.bashrc:
  netcoach_due() { NETCOACH_DUE=$(netcoach due --short); }
  PROMPT_COMMAND="netcoach_due\${PROMPT_COMMAND:+; $PROMPT_COMMAND}"
  PS1='\${NETCOACH_DUE:+[$NETCOACH_DUE] }'"$PS1"

zsh, in ~/.zshrc:
  setopt prompt_subst
  netcoach_due() { NETCOACH_DUE=$(netcoach due --short) }
  precmd_functions+=(netcoach_due)
  PROMPT='\${NETCOACH_DUE:+[$NETCOACH_DUE] }'"$PROMPT"

tmux, in ~/.tmux.conf:
  set -g status-right '#(netcoach due --short) %H:%M'

starship, in ~/.config/starship.toml:
  [custom.netcoach]
  command = 'netcoach due --short'
  when = true
  format = '[($output to reach out to )]($style)'`,
  },
  people: {
    examples: ['people Apollo', 'people --quiet 6m --sort warm'],
    json: '{ people, total }',
    more: `You can search by name, role, team, company, skill, interest and address, and by what you've worked on together.

--format takes {{id}}, {{name}}, {{role}}, {{team}}, {{company}}, {{relationship}}, {{status}}, {{email}}, {{linkedin}}, {{lastContact}} and {{interactions}}; \\t is a tab and \\n a new line. Pick someone with fzf:
  netcoach people --format '{{id}}\\t{{name}}\\t{{company}}' |
    fzf --with-nth 2.. | cut -f1 | xargs -I{} netcoach show '#{}'`,
  },
  show: { examples: ['show Priya', 'show "#4"'], json: '{ person, timeline }' },
  add: {
    examples: [
      'add "Grace Lim" --team Data --company Northwind',
      'add "Omar Said" --relationship mentor',
    ],
    json: '{ person }',
  },
  edit: {
    examples: [
      'edit Priya --role "staff engineer" --skill Rust',
      'edit "Xin Yi Tan" --call "Xin Yi"',
    ],
    json: '{ person }',
    more: 'Without options, it opens their entry in your editor, or asks what to change.',
  },
  merge: {
    examples: ['merge "Tom B" "Tom Becker"', 'merge "#7" "#2"'],
    json: '{ person }',
    more: 'Entries that look like the same person: netcoach people --duplicates',
  },
  interactions: {
    examples: ['interactions --with Priya', 'interactions --kind event --since 2026-01-01'],
    json: '{ interactions, total }',
  },
  amend: {
    examples: ['amend 3 --on 2026-11-19', 'amend 3 --add Tom --highlight "your rollback plan"'],
    json: '{ interaction, added, dropped, understood, doubts }',
    more: 'Without options, it opens the entry in your editor, or asks what to change.',
  },
  delete: { examples: ['delete 3', 'delete 12'], json: '{ interaction }' },
  me: {
    examples: [
      'me --name "Sam Ortiz" --role "backend engineer" --team Billing',
      'me --goal "platform engineering" --account premium',
    ],
    json: '{ me }',
    more: `A new job, in two steps:
  netcoach me --left 2026-10-30
  netcoach me --company Halden --since 2026-11-02

To set limits, greetings and check-ins: netcoach config`,
  },
  check: {
    examples: ['check "Hi Priya, thank you for the rollback plan." --to Priya', 'check - --to Tom'],
    json: '{ ok, length, limit, problems }',
    more: 'Exit code 1 for an error or a warning, 0 for advice alone.',
  },
  review: {
    examples: ['review', 'review --html review.html'],
    json: '{ date, people, ties, goals, actions }',
  },
  import: {
    examples: [
      'import linkedin archive.zip --dry-run',
      'import calendar work.ics --since 2026-01-01',
    ],
    json: '{ source, people, interactions, skipped, warnings, dryRun }',
    more: `Sources:
  linkedin  your LinkedIn archive: the zip, its folder, or one of its files
  calendar  an .ics file
  vcard     contacts, a .vcf file
  csv       a table with a header row: people (name, role, team, company, …)
            or interactions (date, kind, people, title, note)
  git       people who worked on the same repository as you, from a clone
  json      what "export json" wrote

An import is all or nothing, and importing the same file again changes nothing. Undo: netcoach undo`,
  },
  export: {
    examples: ['export json netcoach.json', 'export csv --interactions'],
    json: '{ export }',
    more: `Formats:
  json      everything; "import json" reads it back
  csv       people, or the log with --interactions
  vcard     people, for an address book
  calendar  today's suggestions, for a calendar`,
  },
  inbox: {
    examples: ['inbox ~/Inbox', 'inbox ~/Notes --json'],
    json: '{ files, other }',
    more: `It reads .ics, .vcf, .csv, LinkedIn's .zip, and .txt with one sentence per line. You can keep adding to a text file: each line is imported only once. A relative day such as "yesterday" needs a date at the start of the line or in the file's name, as in 2026-11-20.txt. Nothing is moved.`,
  },
  coworkers: {
    examples: ['coworkers', 'coworkers --list'],
    json: '{ coworkers }',
    more: `It compares your jobs in the LinkedIn archive with where people work and when you connected.
Your answers are saved; stop and carry on whenever you like.`,
  },
  rules: { examples: ['rules', 'rules project'], json: '{ rules }' },
  accept: { examples: ['accept Leila', 'accept Leila --on yesterday'], json: '{ person }' },
  ignore: { examples: ['ignore Leila', 'ignore 4'], json: '{ person }' },
  undo: { examples: ['undo', 'undo --list'], json: '{ undone }; with --list { changes }' },
  redo: { examples: ['redo', 'redo --json'], json: '{ redone }' },
  backup: {
    examples: ['backup', 'backup ~/netcoach.backup'],
    json: '{ backup }',
    more: 'netcoach also makes a backup automatically on any day you change something.',
  },
  restore: {
    examples: ['restore', 'restore ~/netcoach.backup --yes'],
    json: '{ restored }',
    more: 'Without a file, it lists your backups.',
  },
  forget: {
    examples: ['forget "Tom Becker"', 'forget "#7" --yes'],
    json: '{ forgotten, rewritten, unreached, foreign, left }',
    more: "This erases them from the database, from netcoach's own backups, and from what undo could bring back. It can't be undone.",
  },
  sync: {
    examples: ['sync ~/Dropbox/netcoach', 'sync --show-key'],
    json: '{ folder, newKey, sent, received, machines, leftAlone, joined, … }',
    more: `Each machine writes one encrypted file of its own into the folder and reads the others'. netcoach never goes online: use Syncthing, Dropbox, a USB stick or a private git repository to move the folder.

On the first machine:
  netcoach sync FOLDER
  netcoach sync --show-key

On each of the others, with that key in a file:
  netcoach sync FOLDER --key FILE

With git, where FOLDER is a clone of a private repository (skip line 1 the first time):
  git -C FOLDER pull -q --rebase --autostash
  netcoach sync FOLDER
  git -C FOLDER add -A; git -C FOLDER commit -qm sync; git -C FOLDER push -q

To sync every hour: netcoach remind --sync --systemd (or --launchd, --cron)

If you stop using a machine, delete its file. If two machines have changed the same thing, this shows what was lost: netcoach doctor`,
  },
  doctor: {
    examples: ['doctor', 'doctor --json'],
    json: '{ ok, findings, versions }',
    more: 'It changes nothing itself. Exit code 1 if the database is damaged.',
  },
  remind: {
    examples: ['remind --calendar --weekly', 'remind --systemd --daily'],
    json: '{ reminder }',
    more: `It prints the reminder and tells you how to install it, but installs nothing itself. Weekly is a good rhythm: most moments are best in their first week.`,
  },
  config: {
    examples: ['config', 'config check-in 6w'],
    json: '{ settings }',
    more: 'Go back to the default: netcoach config check-in ""',
  },
  mcp: {
    examples: ['mcp', 'mcp --config claude'],
    json: '{ config } with --config',
  },
  skill: {
    examples: ['skill', 'skill --install ~/.claude/skills'],
    json: '{ skill }; with --install { installed }',
  },
  completion: {
    examples: ['completion bash', 'completion fish'],
    json: '{ completion }',
    more: `bash, in ~/.bashrc (~/.bash_profile on macOS):
  eval "$(netcoach completion bash)"

zsh, in ~/.zshrc:
  eval "$(netcoach completion zsh)"

fish, in ~/.config/fish/config.fish:
  netcoach completion fish | source`,
  },
  demo: { examples: ['demo', 'demo --no-color'], json: 'one document for each step' },
};
