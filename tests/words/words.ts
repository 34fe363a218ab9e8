/**
 * Writes a sheet for blind readers: the drafts for some situations, mixed with notes that people wrote.
 *
 *     npm run words -- SITUATIONS.jsonl [OUT]     (or a folder of such files; OUT defaults to ./sheet)
 *
 * A situation is one line of JSON: `id`, `style`, `situation`, `to`, `today`, `commands` (what follows "netcoach", as
 * typed in a shell) and `draft` (the command that prints the message). OUT.md is the sheet: give it to two readers who
 * know nothing else. OUT.key.json tells which lines are whose. The last part of design and voice says how to judge.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'shell-quote';
import { main } from '../../src/cli/main.ts';

interface Situation {
  id: string;
  style: string;
  situation: string;
  to: string;
  today: string;
  commands: string[];
  draft: string;
}

interface Line {
  id: string;
  style: string;
  situation: string;
  to: string;
  text: string;
}

const QUESTION = `Each line is a message that somebody in this situation is about to send to this coworker. Would you, in their
place, send it as it stands, without changing a word? (No: false, clumsy, broken, too familiar, too stiff, could be for
anyone, or says what one would not say.) How natural is it, 1 to 5? If no: the one thing wrong, in a few words.
Answer one JSON object a line: {"n":1,"send":true,"natural":4,"fault":null}`;

const NOTES = new URL('people.jsonl', import.meta.url);
/** How many of people's notes are mixed in. */
const MIXED_IN = 15;

/** The words of a command line, as a shell would split them. */
function wordsOf(line: string): string[] {
  return parse(line, (name) => `$${name}`).map((word) =>
    typeof word === 'string'
      ? word
      : 'comment' in word
        ? `#${word.comment}`
        : 'pattern' in word
          ? word.pattern
          : word.op,
  );
}

async function netcoach(line: string, db: string, today: string) {
  const out = { stdout: '', stderr: '', code: 0 };
  out.code = await main(wordsOf(line), {
    env: {
      HOME: db,
      XDG_DATA_HOME: db,
      NETCOACH_DB: join(db, 'netcoach.db'),
      NETCOACH_TODAY: today,
    },
    stdin: { isTTY: false, read: async () => '' },
    stdout: {
      isTTY: false,
      columns: undefined,
      write: (text) => {
        out.stdout += text;
      },
    },
    stderr: {
      isTTY: false,
      write: (text) => {
        out.stderr += text;
      },
    },
    now: () => new Date(`${today}T12:00:00`),
  });
  return out;
}

/** The draft of a situation, in a database of its own; what went wrong is told on stderr. */
async function draftOf(one: Situation): Promise<string | null> {
  const folder = mkdtempSync(join(tmpdir(), 'netcoach-words-'));
  try {
    for (const command of one.commands) {
      const { code, stderr } = await netcoach(command, folder, one.today);
      if (code !== 0) process.stderr.write(`${one.id}: ${command}\n    ${stderr.trim()}\n`);
    }
    const { code, stdout, stderr } = await netcoach(one.draft, folder, one.today);
    if (code === 0 && stdout.trim() !== '') return stdout.trim();
    process.stderr.write(`${one.id}: ${one.draft}\n    ${stderr.trim()}\n`);
    return null;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function linesOf<T>(path: string | URL): T[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T);
}

/** The same order for the same seed (mulberry32). */
function shuffled<T>(items: readonly T[], seed: number): T[] {
  let state = seed;
  const random = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  return items
    .map((item) => ({ item, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

const [path, out = 'sheet'] = process.argv.slice(2);
if (path === undefined) throw new Error('Give a file of situations: npm run words -- FILE [OUT]');
const files = statSync(path).isDirectory()
  ? readdirSync(path)
      .filter((name) => name.endsWith('.jsonl'))
      .map((name) => join(path, name))
  : [path];
const ours: Line[] = [];
for (const one of files.flatMap((file) => linesOf<Situation>(file))) {
  const text = await draftOf(one);
  if (text !== null) ours.push({ ...one, text });
}
const seed = [...out].reduce((sum, char) => Math.imul(sum, 31) + char.charCodeAt(0), 7);
const people = shuffled(linesOf<Omit<Line, 'style'>>(NOTES), seed)
  .slice(0, MIXED_IN)
  .map((note) => ({ ...note, style: 'a person' }));
const sheet = shuffled([...ours, ...people], seed + 1);
const asked = sheet.map(
  ({ situation, to, text }, at) =>
    `${at + 1}. Situation: ${situation}\n   To: ${to}\n   Message: ${text.replace(/\n+/g, ' / ')}\n`,
);
writeFileSync(`${out}.md`, `${QUESTION}\n\n${asked.join('\n')}`);
const key = sheet.map(({ id, style }, at) => ({ n: at + 1, id, style }));
writeFileSync(`${out}.key.json`, `${JSON.stringify(key, null, 1)}\n`);
process.stdout.write(`${ours.length} drafts and ${people.length} notes in ${out}.md\n`);
