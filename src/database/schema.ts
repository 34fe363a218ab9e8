/** "netc" in ASCII; marks our files in the SQLite header. */
export const APPLICATION_ID = 0x6e657463;

/** The columns of the first format, in the order of a row's checksum. */
const FIRST_COLUMNS = {
  person: [
    'name',
    'aliases',
    'folded',
    'role',
    'team',
    'company',
    'relationship',
    'strained',
    'status',
    'since',
    'skills',
    'interests',
    'linkedin',
    'email',
    'note',
    'every_days',
    'snoozed_until',
  ],
  interaction: ['kind', 'day', 'title', 'note', 'source'],
  // `kind` and `day` repeat the interaction's, so that one index covers a history.
  participant: ['interaction_id', 'person_id', 'kind', 'day', 'highlight'],
  invitation: ['person_id', 'sent_on', 'with_note', 'outcome', 'outcome_on'],
  skip: ['person_id', 'moment', 'skipped_on'],
  // Former jobs, each with the day on which an edit ended it
  position: ['person_id', 'role', 'team', 'company', 'until'],
  setting: ['key', 'value'],
} as const;

/** Tables that later formats added, with the columns they began with. */
const LATER_TABLES = {
  // Further e-mail addresses of a person (the one shown is in `person`), and the UIDs of their vCards,
  // each with the name that the card had
  address: ['person_id', 'kind', 'value', 'name'],
  // A change of mine that lost against another machine's change of the same thing: `lost` is what I had
  // entered, in words; see `doctor`. It's about a person or an interaction.
  clash: ['uid', 'person_id', 'interaction_id', 'field', 'lost', 'noticed_on'],
} as const;
const TABLE_COLUMNS = { ...FIRST_COLUMNS, ...LATER_TABLES };
export type Table = keyof typeof TABLE_COLUMNS;

/** Columns that later formats added. */
const LATER_COLUMNS: Partial<Record<Table, readonly string[]>> = {
  // How `highlight` can be said to its owner, as JSON; see `StoredDetail`
  // `say`: my own words for it, used to the letter; `answers`: the suggestion that it was done for,
  // as "action key"; see `Answer`
  participant: ['detail', 'say', 'answers'],
  // `call`: how a message greets them, where it isn't the first name. `incoming`: 1 where they invited me:
  // while they wait, `status` is none and `since` the day; then connected
  // `uid`, of every table that has one: the row's name on all machines; null until the first `sync` in
  // rows that are older than this column
  // `shared`: where we both worked, and when, as JSON; see `SharedWork`
  person: ['call', 'incoming', 'uid', 'shared'],
  // `reading`: what `title` was understood as, as JSON; see `StoredReading`
  interaction: ['uid', 'reading'],
  invitation: ['uid'],
  skip: ['uid'],
  position: ['uid'],
  address: ['uid'],
};

/** All columns but the id and the checksum. */
export const TABLES: Record<Table, readonly string[]> = { ...TABLE_COLUMNS };
for (const [table, columns] of Object.entries(LATER_COLUMNS))
  TABLES[table as Table] = [...TABLE_COLUMNS[table as Table], ...columns];

/** How many columns a table began with: the others are in the checksum only where they hold something. */
export function countFirstColumns(table: Table): number {
  return TABLE_COLUMNS[table].length;
}

const DAY = (column: string) =>
  `${column} TEXT CHECK (${column} GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]')`;

/** Triggers that record a row for `undo`. */
function journal(table: Table, recorded: readonly string[] = TABLE_COLUMNS[table]): string {
  const columns = ['id', ...recorded, 'sum'];
  const before = `json_object(${columns.map((c) => `'${c}', old.${c}`).join(', ')})`;
  const keep = `INSERT INTO change_row (change_id, tbl, before)
    VALUES ((SELECT max(id) FROM change), '${table}', ${before});`;
  return `
CREATE TRIGGER ${table}_altered AFTER UPDATE OF ${[...recorded, 'sum'].join(', ')} ON ${table}
BEGIN ${keep} END;
CREATE TRIGGER ${table}_removed AFTER DELETE ON ${table}
BEGIN ${keep} END;`;
}

const RECOUNT = (person: string) => `
UPDATE person SET
  interactions = (SELECT count(*) FROM participant WHERE person_id = ${person}),
  last_contact = (SELECT max(day) FROM participant WHERE person_id = ${person})
WHERE id = ${person};`;

const FIRST = `
CREATE TABLE person (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL CHECK (length(name) > 0),
  aliases TEXT NOT NULL DEFAULT '[]',
  folded TEXT NOT NULL,
  role TEXT, team TEXT, company TEXT,
  relationship TEXT NOT NULL DEFAULT 'colleague' CHECK (relationship IN
    ('teammate', 'manager', 'report', 'mentor', 'colleague', 'former', 'external')),
  strained INTEGER NOT NULL DEFAULT 0 CHECK (strained IN (0, 1)),
  status TEXT NOT NULL DEFAULT 'none' CHECK (status IN
    ('none', 'invited', 'connected', 'declined', 'withdrawn')),
  ${DAY('since')},
  skills TEXT NOT NULL DEFAULT '[]',
  interests TEXT NOT NULL DEFAULT '[]',
  linkedin TEXT, email TEXT, note TEXT,
  every_days INTEGER CHECK (every_days > 0),
  ${DAY('snoozed_until')},
  sum INTEGER NOT NULL,
  -- kept true by triggers, so that a reader need not walk the log
  interactions INTEGER NOT NULL DEFAULT 0,
  last_contact TEXT
) STRICT;
CREATE INDEX person_folded ON person (folded);
CREATE INDEX person_status_since ON person (status, since);
CREATE INDEX person_status_contact ON person (status, last_contact);
CREATE INDEX person_team ON person (team) WHERE team IS NOT NULL;
CREATE INDEX person_relationship ON person (relationship, status, last_contact);
CREATE INDEX person_strained ON person (id) WHERE strained = 1;
CREATE INDEX person_snoozed ON person (snoozed_until) WHERE snoozed_until IS NOT NULL;
CREATE INDEX person_linkedin ON person (linkedin) WHERE linkedin IS NOT NULL;
CREATE INDEX person_email ON person (email) WHERE email IS NOT NULL;
CREATE INDEX person_every ON person (status, last_contact) WHERE every_days IS NOT NULL;

CREATE TABLE interaction (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL CHECK (kind IN ('new-job', 'project', 'event', 'interest', 'feedback',
    'milestone', 'reorg', 'departure', 'meeting', 'engagement')),
  ${DAY('day')} NOT NULL,
  title TEXT NOT NULL CHECK (length(title) > 0),
  note TEXT,
  source TEXT UNIQUE,
  sum INTEGER NOT NULL
) STRICT;
CREATE INDEX interaction_day ON interaction (day);

CREATE TABLE participant (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  interaction_id INTEGER NOT NULL REFERENCES interaction (id),
  person_id INTEGER NOT NULL REFERENCES person (id),
  kind TEXT NOT NULL,
  ${DAY('day')} NOT NULL,
  highlight TEXT,
  sum INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX participant_of_interaction ON participant (interaction_id, person_id);
CREATE INDEX participant_of_person ON participant (person_id, day, kind, interaction_id);
CREATE INDEX participant_kind_day ON participant (kind, day, person_id);

CREATE TABLE invitation (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  person_id INTEGER NOT NULL REFERENCES person (id),
  ${DAY('sent_on')},
  with_note INTEGER NOT NULL CHECK (with_note IN (0, 1)),
  outcome TEXT CHECK (outcome IN ('accepted', 'declined', 'withdrawn')),
  ${DAY('outcome_on')},
  sum INTEGER NOT NULL
) STRICT;
CREATE INDEX invitation_sent ON invitation (sent_on);
CREATE INDEX invitation_person ON invitation (person_id);

CREATE TABLE skip (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  person_id INTEGER NOT NULL REFERENCES person (id),
  moment TEXT NOT NULL,
  ${DAY('skipped_on')} NOT NULL,
  sum INTEGER NOT NULL
) STRICT;
CREATE INDEX skip_person ON skip (person_id);

CREATE TABLE position (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  person_id INTEGER NOT NULL REFERENCES person (id),
  role TEXT, team TEXT, company TEXT,
  ${DAY('until')} NOT NULL,
  sum INTEGER NOT NULL,
  CHECK (coalesce(role, team, company) IS NOT NULL)
) STRICT;
CREATE INDEX position_person ON position (person_id);

CREATE TABLE setting (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  key TEXT NOT NULL UNIQUE,
  value TEXT NOT NULL,
  sum INTEGER NOT NULL
) STRICT;

CREATE TABLE change (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  label TEXT NOT NULL,
  -- the highest id of each table before the change: what lies above was added by it
  marks TEXT NOT NULL
) STRICT;
CREATE TABLE change_row (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  change_id INTEGER NOT NULL REFERENCES change (id),
  tbl TEXT NOT NULL,
  before TEXT NOT NULL
) STRICT;
CREATE INDEX change_row_change ON change_row (change_id);

CREATE TRIGGER participant_counts AFTER INSERT ON participant BEGIN
  UPDATE person SET interactions = interactions + 1 WHERE id = new.person_id;
  -- apart, for it alone touches an index
  UPDATE person SET last_contact = new.day
  WHERE id = new.person_id AND (last_contact IS NULL OR last_contact < new.day);
END;
CREATE TRIGGER participant_uncounts AFTER DELETE ON participant BEGIN ${RECOUNT('old.person_id')} END;
CREATE TRIGGER participant_moves AFTER UPDATE OF person_id ON participant
WHEN old.person_id <> new.person_id BEGIN
  ${RECOUNT('old.person_id')} ${RECOUNT('new.person_id')}
END;
CREATE TRIGGER participant_dates AFTER UPDATE OF day ON participant WHEN old.day <> new.day BEGIN
  ${RECOUNT('new.person_id')}
END;
${(Object.keys(FIRST_COLUMNS) as Array<keyof typeof FIRST_COLUMNS>).map((table) => journal(table)).join('\n')}
`;

const DETAILS = `
ALTER TABLE participant ADD COLUMN detail TEXT;
CREATE INDEX participant_unread ON participant (id)
  WHERE highlight IS NOT NULL AND detail IS NULL AND kind <> 'feedback';
DROP TRIGGER participant_altered;
DROP TRIGGER participant_removed;
${journal('participant', [...FIRST_COLUMNS.participant, 'detail'])}
`;

const OWN_WORDS = `
ALTER TABLE person ADD COLUMN call TEXT;
ALTER TABLE participant ADD COLUMN say TEXT;
DROP TRIGGER person_altered;
DROP TRIGGER person_removed;
${journal('person', [...FIRST_COLUMNS.person, 'call'])}
DROP TRIGGER participant_altered;
DROP TRIGGER participant_removed;
${journal('participant', [...FIRST_COLUMNS.participant, 'detail', 'say'])}
`;

const DONE = `
ALTER TABLE participant ADD COLUMN answers TEXT;
CREATE INDEX participant_answers ON participant (person_id, answers) WHERE answers IS NOT NULL;
DROP TRIGGER participant_altered;
DROP TRIGGER participant_removed;
${journal('participant', [...FIRST_COLUMNS.participant, 'detail', 'say', 'answers'])}

-- Whom the list showed on a terminal, and on how many days with the same moment. This machine's own:
-- no checksum, no undo. \`place\` is null for those who weren't on the list last shown.
CREATE TABLE shown (
  person_id INTEGER PRIMARY KEY,
  moment TEXT NOT NULL,
  days INTEGER NOT NULL CHECK (days > 0),
  ${DAY('shown_on')} NOT NULL,
  place INTEGER
) STRICT;
CREATE INDEX shown_place ON shown (place) WHERE place IS NOT NULL;
`;

const ADDRESSES = `
CREATE TABLE address (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  person_id INTEGER NOT NULL REFERENCES person (id),
  kind TEXT NOT NULL CHECK (kind IN ('email', 'card')),
  value TEXT NOT NULL CHECK (length(value) > 0),
  name TEXT,
  sum INTEGER NOT NULL
) STRICT;
CREATE INDEX address_person ON address (person_id, kind);
${journal('address')}
ALTER TABLE person ADD COLUMN incoming INTEGER CHECK (incoming = 1);
CREATE INDEX person_incoming ON person (since) WHERE incoming = 1;
DROP TRIGGER person_altered;
DROP TRIGGER person_removed;
${journal('person', [...FIRST_COLUMNS.person, 'call', 'incoming'])}
`;

/** Adds the column `uid` to a table. */
const addUid = (table: Table, recorded: readonly string[]) => `
ALTER TABLE ${table} ADD COLUMN uid TEXT;
DROP TRIGGER ${table}_altered;
DROP TRIGGER ${table}_removed;
${journal(table, [...recorded, 'uid'])}
`;

const MACHINES = `
${addUid('person', [...FIRST_COLUMNS.person, 'call', 'incoming'])}
${addUid('interaction', FIRST_COLUMNS.interaction)}
${addUid('invitation', FIRST_COLUMNS.invitation)}
${addUid('skip', FIRST_COLUMNS.skip)}
${addUid('position', FIRST_COLUMNS.position)}
${addUid('address', LATER_TABLES.address)}
CREATE TABLE clash (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT,
  person_id INTEGER,
  interaction_id INTEGER,
  field TEXT NOT NULL,
  lost TEXT NOT NULL,
  ${DAY('noticed_on')} NOT NULL,
  sum INTEGER NOT NULL
) STRICT;
${journal('clash')}

-- Uids of the forgotten, so that no other machine brings them back. No undo, no checksum.
CREATE TABLE forgotten (uid TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
`;

/** For the newest of each kind of somebody's interactions, however many there are. */
const NEWEST_OF_A_KIND = `
DROP INDEX participant_of_person;
CREATE INDEX participant_of_person ON participant (person_id, kind, day, interaction_id);
`;

const REDO = `
-- Changes that were undone, until the next change: what \`redo\` brings back. This machine's own.
CREATE TABLE undone (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  label TEXT NOT NULL,
  marks TEXT NOT NULL
) STRICT;
CREATE TABLE undone_row (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  undone_id INTEGER NOT NULL REFERENCES undone (id),
  tbl TEXT NOT NULL,
  row_id INTEGER NOT NULL,
  -- null where the change had removed the row
  after TEXT
) STRICT;
CREATE INDEX undone_row_undone ON undone_row (undone_id);
`;

const READINGS = `
ALTER TABLE interaction ADD COLUMN reading TEXT;
CREATE INDEX interaction_unread ON interaction (day) WHERE reading IS NULL;
DROP INDEX participant_unread;
CREATE INDEX participant_unread ON participant (id) WHERE highlight IS NOT NULL AND detail IS NULL;
DROP TRIGGER interaction_altered;
DROP TRIGGER interaction_removed;
${journal('interaction', [...FIRST_COLUMNS.interaction, 'uid', 'reading'])}
`;

/** For what mustn't be said in a message, without reading the whole log. */
const PRIVATE_TEXTS = `
CREATE INDEX interaction_noted ON interaction (id) WHERE note IS NOT NULL;
CREATE INDEX interaction_feedback ON interaction (id) WHERE kind = 'feedback';
`;

/** Where somebody and I both worked; few people have it, and `suggest` looks at them. */
const SHARED_WORK = `
ALTER TABLE person ADD COLUMN shared TEXT;
CREATE INDEX person_shared ON person (since) WHERE shared IS NOT NULL;
DROP TRIGGER person_altered;
DROP TRIGGER person_removed;
${journal('person', [...FIRST_COLUMNS.person, 'call', 'incoming', 'uid', 'shared'])}
`;

/** A title with other characters than printable ASCII, which alone SQLite folds. */
export const FOREIGN_TITLE = `title GLOB '*[^ -~]*'`;
/** A person with such text beside the name, or with a list that JSON writes with a backslash. */
export const FOREIGN_PERSON = [
  ...['role', 'team', 'company', 'linkedin', 'email', 'note'].map(
    (column) => `${column} GLOB '*[^ -~]*'`,
  ),
  ...['skills', 'interests'].map((column) => `${column} GLOB '*[^] -[^-~]*'`),
].join(' OR ');

/** For a search: what SQLite alone can't tell. */
const FOREIGN = `
CREATE INDEX interaction_foreign ON interaction (id) WHERE ${FOREIGN_TITLE};
CREATE INDEX person_foreign ON person (id) WHERE ${FOREIGN_PERSON};
`;

/** For questions that wait for an answer, by the title in `src/text/site-record.ts`. */
const FROM_THEM = `
CREATE INDEX interaction_from_them ON interaction (day)
  WHERE title = 'Their question on LinkedIn';
`;

/** For what mustn't be said in a message, from few pages of the file. */
const PRIVATE_PLACES = `
DROP INDEX interaction_feedback;
CREATE INDEX interaction_feedback ON interaction (title) WHERE kind = 'feedback';
CREATE INDEX participant_feedback ON participant (id) WHERE kind = 'feedback' AND highlight IS NOT NULL;
CREATE INDEX person_noted ON person (id) WHERE note IS NOT NULL;
`;

/** What LinkedIn's archive says of contact, by the titles in `src/text/site-record.ts`. */
export const SITE_TITLE = `(title IN ('Messages on LinkedIn', 'Your message on LinkedIn',
  'Their message on LinkedIn', 'Their question on LinkedIn', 'Wrote a recommendation',
  'Received a recommendation') OR title GLOB 'You endorsed them*' OR title GLOB 'Endorsed you*')`;

/** For `suggest`, which knows by it which talks are no more than that: empty in a log without an archive. */
const SITE_RECORDS = `
CREATE INDEX interaction_of_site ON interaction (id, title) WHERE ${SITE_TITLE};
`;

/** Released migrations, oldest first. Append only: index + 1 is the `user_version`. */
export const MIGRATIONS: readonly string[] = [
  FIRST,
  DETAILS,
  OWN_WORDS,
  DONE,
  ADDRESSES,
  MACHINES,
  NEWEST_OF_A_KIND,
  REDO,
  READINGS,
  PRIVATE_TEXTS,
  SHARED_WORK,
  FOREIGN,
  FROM_THEM,
  PRIVATE_PLACES,
  SITE_RECORDS,
];

/** What `triggersSum` says of a new database, in which format. */
export const TRIGGERS = { format: 15, sum: -121066212 };
