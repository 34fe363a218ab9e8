import { basename } from 'node:path';
import type { Draft } from '../../coach/draft/request.ts';
import { unfamiliarThings, ungrounded } from '../../coach/writer/grounded.ts';
import type { Material } from '../../coach/writer/material.ts';
import { messageIn } from '../../coach/writer/message.ts';
import { promptFor, secondPromptFor } from '../../coach/writer/prompt.ts';
import type { Context } from '../../context.ts';
import type { PersonRef } from '../../model.ts';
import { run as check } from '../check.ts';
import { runProgram } from './run-program.ts';
import type { Writer } from './writer-setting.ts';

/** In bytes: a message has a few hundred, thoughts a few thousand. */
const MOST_OUTPUT = 20_000;
/** Where a channel has no limit of its own, in UTF-16 units. */
const LONGEST_MESSAGE = 8_000;
const TRIES = 2;

export interface Worded {
  draft: Draft;
  /** How often the program was asked. */
  tries: number;
  /** Why the draft is the rules'; null if it is the program's. */
  why: string | null;
  /** Things that the program's message names and the facts don't. */
  unfamiliar: string[];
}

/**
 * Lets the user's program word a message and reviews its answer; if that fails, tells it what was
 * wrong, once. Never throws for what the program does.
 * @param rules the rules' draft, to fall back on
 */
export async function wordAnew(
  person: PersonRef,
  material: Material,
  rules: Draft,
  writer: Writer,
  context: Context,
): Promise<Worded> {
  const name = basename(writer.words[0] ?? '');
  let prompt = promptFor(material);
  let problems: string[] = [];
  for (let tries = 1; tries <= TRIES; tries++) {
    const end = context.busy(`Asking ${name} (Ctrl-C stops it)`);
    const limits = { seconds: writer.seconds, bytes: MOST_OUTPUT };
    const answered = await runProgram(writer.words, prompt, limits, context.env).finally(end);
    if ('why' in answered) return failed(`${name} ${answered.why}`, tries);
    const text = messageIn(answered.output, rules.channel);
    if (text === '') return failed(`${name} said nothing`, tries);
    problems = await review(text, person, material, rules, context);
    if (problems.length === 0) {
      const draft: Draft = { ...rules, text, length: text.length, source: 'writer' };
      const unfamiliar = unfamiliarThings(await nounsIn(text), material);
      return { draft, tries, why: null, unfamiliar };
    }
    prompt = secondPromptFor(material, text, problems);
  }
  return failed(`what ${name} wrote didn't pass: ${problems.join(' ')}`, TRIES);

  function failed(why: string, tries: number): Worded {
    return { draft: rules, tries, why, unfamiliar: [] };
  }
}

async function nounsIn(text: string): Promise<string[]> {
  const { loadTagger } = await import('../../reading/say/tagger.ts');
  const { tag } = await loadTagger();
  return tag(text)
    .filter(({ pos }) => pos === 'NOUN' || pos === 'PROPN')
    .map((word) => word.text);
}

/** What is wrong with an answer, by `check` and by the facts it was given. */
async function review(
  text: string,
  person: PersonRef,
  material: Material,
  { limit }: Draft,
  context: Context,
): Promise<string[]> {
  let checked: unknown;
  const input = { text: '-', to: `#${person.id}`, max: limit ?? LONGEST_MESSAGE };
  await check(input, {
    ...context,
    read: async () => text,
    print: (data) => {
      checked = data;
    },
  });
  const { problems } = checked as {
    problems: Array<{ rule: string; severity: string; message: string }>;
  };
  const refused = problems
    .filter(({ rule, severity }) => severity !== 'advice' || rule === 'wrong-fact')
    .map(({ message }) => message);
  return [...refused, ...ungrounded(text, material)];
}
