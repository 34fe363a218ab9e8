/** Notes with a label: what a careful reader says of each, and what the check finds. */
import { readFileSync } from 'node:fs';
import type { CheckContext } from '../../../src/coach/check/problem.ts';
import type { Kind } from '../../../src/model.ts';
import type { BoundedModel } from '../../../src/text/linear.ts';
import { check, logged, somebody } from './situation.ts';

export interface Labelled {
  text: string;
  to: string | null;
  limit: number;
  label: 'good' | 'bad';
  problems: string[];
  kind: string;
  /** One interaction with the reader, what is noted about them, and whether we're connected. */
  log?: { kind: Kind; title: string; highlight?: string; note?: string; connected?: boolean };
}

export interface Judged extends Labelled {
  isOk: boolean;
  rules: ReadonlySet<string>;
}

function contextOf({ to, limit, log }: Labelled): Partial<CheckContext> {
  const name = to ?? '';
  const context = { recipientName: to, limit, knownNames: to === null ? [] : [to] };
  if (log === undefined) return context;
  const { kind, title, highlight, note = null, connected = false } = log;
  const one = logged({ kind, title, ...(highlight === undefined ? {} : { highlight }) });
  const status = connected ? 'connected' : 'none';
  return {
    ...context,
    person: somebody({
      name,
      note,
      team: null,
      company: null,
      interactions: 1,
      connection: { status, since: null },
    }),
    history: [one],
  };
}

/** The notes of a file here. */
export function readLabelled(file: string): Labelled[] {
  const lines = readFileSync(new URL(`./${file}`, import.meta.url), 'utf8')
    .trim()
    .split('\n');
  return lines.map((line) => JSON.parse(line) as Labelled);
}

/** A note with what the check says of it, by default with the model as it is. */
export function judged(note: Labelled, model?: BoundedModel): Judged {
  const given = model === undefined ? {} : { model };
  const { ok, problems } = check(note.text, { ...contextOf(note), ...given });
  return { ...note, isOk: ok, rules: new Set(problems.map(({ rule }) => rule)) };
}

/** The notes of a file here, each judged. */
export function judge(file: string): Judged[] {
  return readLabelled(file).map((note) => judged(note));
}

/** Share of the bad that are caught, and of the good that are flagged, from 0 to 1. */
export function totals(notes: readonly Judged[]) {
  const bad = notes.filter(({ label }) => label === 'bad');
  const good = notes.filter(({ label }) => label === 'good');
  const caught = bad.filter(({ isOk }) => !isOk).length;
  const flagged = good.filter(({ isOk }) => !isOk).length;
  return {
    bad: bad.length,
    good: good.length,
    caught: caught / Math.max(1, bad.length),
    flagged: flagged / Math.max(1, good.length),
  };
}

/** The share of the notes with a problem in which the rule finds it. */
export function recall(notes: readonly Judged[], rule: string): number {
  const labelled = notes.filter(({ problems }) => problems.includes(rule));
  return labelled.filter(({ rules }) => rules.has(rule)).length / labelled.length;
}
