/**
 * Makes `senses.txt` of WordNet: for each English word what its commonest sense is, as a noun and as a verb:
 * a letter for the broad class ("act", "food"; "contact", "communication") and two for the narrowest group
 * that has enough words ("meal", "contest"). Run, with WordNet's dict folder:
 * npx tsx src/reading/training/senses.ts DICT
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

type Part = 'noun' | 'verb';
/** "mend%2:30:00:: 00260648 1 3": the word, noun or verb, its class (03 to 43), its entry, the rank of the sense. */
const SENSE = /^([a-z]+)%([12]):(\d\d):\S+ (\d+) 1 \d+$/;
/** The first of WordNet's 26 classes of nouns and of its 15 of verbs; each becomes a letter from "a" on. */
const FIRST: Record<Part, number> = { noun: 3, verb: 29 };
/** A group of fewer words than this teaches nothing. */
const ENOUGH: Record<Part, number> = {
  noun: 60,
  verb: 40,
};

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('Which folder has index.sense?');
const read = (file: string) => readFileSync(join(folder, file), 'utf8').split('\n');
const index = createRequire(import.meta.url).resolve('dictionary-en');
// Latin names and the like would be two words in three.
const english = new Set(
  readFileSync(join(dirname(index), 'index.dic'), 'utf8')
    .split('\n')
    .map((line) => line.split('/')[0]),
);

const above = { noun: hypernyms('noun'), verb: hypernyms('verb') };
const entries: Record<Part, Map<string, [broad: string, entry: string]>> = {
  noun: new Map(),
  verb: new Map(),
};
for (const line of read('index.sense')) {
  const [, word, kind, group, entry = ''] = SENSE.exec(line) ?? [];
  if (word === undefined || !english.has(word)) continue;
  const part = kind === '1' ? 'noun' : 'verb';
  entries[part].set(word, [letter(Number(group) - FIRST[part]), entry]);
}
const codes = { noun: groupsOf('noun'), verb: groupsOf('verb') };
const words = [...new Set([...entries.noun.keys(), ...entries.verb.keys()])].sort();
const lines = words.map((word) => `${word} ${codeOf('noun', word)}${codeOf('verb', word)}`);
writeFileSync(fileURLToPath(new URL('../senses.txt', import.meta.url)), `${lines.join('\n')}\n`);
console.log(`${lines.length} words`);

function letter(place: number): string {
  return String.fromCharCode(97 + place);
}

/** What each entry is a kind of. */
function hypernyms(part: Part): Map<string, string> {
  const found = new Map<string, string>();
  for (const line of read(`data.${part}`)) {
    const entry = /^\d{8}/.exec(line)?.[0];
    const parent = / @i? (\d{8}) [nv]/.exec(line)?.[1];
    if (entry !== undefined && parent !== undefined) found.set(entry, parent);
  }
  return found;
}

/** An entry and all that it is a kind of, the narrowest first. */
function chain(part: Part, entry: string): string[] {
  const found: string[] = [];
  for (
    let at: string | undefined = entry;
    at !== undefined && !found.includes(at);
    at = above[part].get(at)
  )
    found.push(at);
  return found;
}

/** The narrowest group of each word that has enough of them, as two letters. */
function groupsOf(part: Part): Map<string, string> {
  const counts = new Map<string, number>();
  for (const [, entry] of entries[part].values())
    for (const one of chain(part, entry)) counts.set(one, (counts.get(one) ?? 0) + 1);
  const groups = new Map<string, string>();
  for (const [word, [, entry]] of entries[part]) {
    const group = chain(part, entry).find((one) => (counts.get(one) ?? 0) >= ENOUGH[part]);
    if (group !== undefined) groups.set(word, group);
  }
  const names = [...new Set(groups.values())].sort();
  console.log(`${names.length} groups of ${part}s`);
  return new Map(
    [...groups].map(([word, group]) => {
      const at = names.indexOf(group);
      return [word, letter(Math.floor(at / 26)) + letter(at % 26)];
    }),
  );
}

function codeOf(part: Part, word: string): string {
  const broad = entries[part].get(word)?.[0];
  return broad === undefined ? '-' : `${broad}${codes[part].get(word) ?? '--'}`;
}
