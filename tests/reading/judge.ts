/**
 * Reads a set of sentences and judges what came of each.
 * Right: kind, people, day, title and the wanted details are as said. Rightly refused: it tells of nothing
 * that happened, or may be refused. Silently wrong: logged with something wrong.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Context } from '../../src/context.ts';
import { openStore } from '../../src/database/open.ts';
import { Failure } from '../../src/failure.ts';
import { readSentence } from '../../src/reading/sentence.ts';
import { addPerson, personById } from '../../src/store/people.ts';
import { fold } from '../../src/text/fold.ts';
import { tempFolder } from '../helpers/run.ts';

interface Row {
  id: number;
  preload: boolean;
  text: string;
  expect: 'log' | 'refuse';
  kinds: string[];
  people?: string[];
  date: string[];
  title: string;
  highlight: Record<string, string>;
  refuse_ok: boolean;
}

/** A Wednesday. */
const TODAY = '2026-11-18';
const PEOPLE: readonly string[] =
  `Priya Shah;Tom Becker;Rose Abara;Mark Jansen;Grant Sutherland;May Lindqvist;Will Okafor
Drew Castellano;Art Kowalski;Bill Huang;Chase Moreau;Siobhán Ó Faoláin;Raj Malhotra;April Nowak
Olena Kovalenko;Dana Whitfield;Jean-Luc Picot;田中 美咲;Li Wei`.split(/[;\n]/);

const folder = tempFolder();

function contextWith(names: readonly string[], file: string): Context {
  const db = openStore(join(folder, file), () => {});
  for (const name of names) addPerson(db, { name });
  return { store: () => db, storeToRead: () => db, today: TODAY } as unknown as Context;
}

const contexts = { known: contextWith(PEOPLE, 'known.db'), empty: contextWith([], 'empty.db') };

const stems = (text: string) =>
  new Set(
    fold(text)
      .replace(/['’]s\b/g, '')
      .split(/[^\p{L}\p{N}]+/u)
      .filter(
        (word) =>
          !/^(?:|a|an|the|my|our|his|her|their|of|in|on|at|for|to|with|and|from|s)$/.test(word),
      )
      .map((word) => word.slice(0, 4)),
  );

/** Half of the wanted words are there, or all that is there is wanted. */
function isTitle(title: string, wanted: string): boolean {
  if (wanted === '' || wanted.startsWith('(nothing')) return true;
  return wanted.split(' / ').some((one) => {
    const [got, want] = [stems(title), stems(one.replace(/\([^)]*\)/g, ' '))];
    const common = [...want].filter((stem) => got.has(stem)).length;
    return (
      common >= Math.max(1, want.size / 2) ||
      ([...got].every((stem) => want.has(stem)) && common > 0)
    );
  });
}

async function judge(row: Row): Promise<[string, string]> {
  const others = row.preload ? (row.people ?? []).filter((name) => !PEOPLE.includes(name)) : [];
  const context =
    others.length > 0
      ? contextWith([...PEOPLE, ...others], `${row.id}.db`)
      : contexts[row.preload ? 'known' : 'empty'];
  let read: Awaited<ReturnType<typeof readSentence>>;
  try {
    read = await readSentence(row.text, context, { order: null });
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const isRight = row.expect === 'refuse' || row.refuse_ok;
    return [isRight ? 'rightly refused' : 'wrongly refused', `${error.code}: ${error.message}`];
  }
  const { kind, title } = read;
  const nameOf = (value: string) =>
    /^#\d+$/.test(value) ? personById(context.store(), Number(value.slice(1))).name : value;
  const people = (read.with ?? []).map(nameOf);
  const shown = JSON.stringify({
    kind,
    people,
    on: read.on,
    title,
    high:
      read.highlights &&
      Object.fromEntries([...read.highlights].map(([who, words]) => [nameOf(who), words])),
    note: read.note,
    doubts: read.doubts.length > 0 ? read.doubts : undefined,
  });
  if (kind === undefined || people.length === 0 || title === undefined) {
    const isRight = row.expect === 'refuse' || row.refuse_ok;
    return [isRight ? 'rightly refused' : 'wrongly refused', shown];
  }
  if (row.expect === 'refuse') return ['silently wrong', `logged: ${shown}`];
  const wrong = [
    row.kinds.includes(kind) ? '' : 'kind',
    same(people, row.people ?? []) ? '' : 'people',
    row.date.includes(read.on ?? TODAY) ? '' : 'date',
    isTitle(title, row.title) ? '' : 'title',
    ...Object.entries(row.highlight).map(([who, words]) => {
      const value = (read.with ?? []).find((one) => nameOf(one) === who) ?? '';
      return isTitle(read.highlights?.get(value) ?? '', words) ? '' : 'highlight';
    }),
  ].filter((one) => one !== '');
  return [wrong.length === 0 ? 'right' : 'silently wrong', `${wrong.join('+')} ${shown}`];
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.map(fold).sort().join('|') === b.map(fold).sort().join('|');
}

/** One sentence of a set: what became of it, and why. */
export interface Judged {
  id: number;
  text: string;
  verdict: string;
  why: string;
}

/** Every sentence of a set, judged. @param file a set, one sentence a line as JSON */
export async function judgeSet(file: string): Promise<Judged[]> {
  const judged: Judged[] = [];
  for (const line of readFileSync(file, 'utf8').trim().split('\n')) {
    const row = JSON.parse(line) as Row;
    const [verdict, why] = await judge(row);
    judged.push({ id: row.id, text: row.text, verdict, why });
  }
  return judged;
}
