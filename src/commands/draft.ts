import { chooseMoment } from '../coach/draft/choose.ts';
import { draftOf, requestFor, type Written } from '../coach/draft/write.ts';
import { publicInteraction } from '../coach/redact.ts';
import { sayHold } from '../coach/suggest/holds.ts';
import type { Material } from '../coach/writer/material.ts';
import type { Context } from '../context.ts';
import { Failure } from '../failure.ts';
import {
  type Channel,
  type History,
  isInviting,
  type Kind,
  type Moment,
  type Person,
  refOf,
} from '../model.ts';
import { wrap } from '../render/layout.ts';
import { fillPeople } from '../store/read-interactions.ts';
import { channelToday, judgePerson } from '../store/today.ts';
import { safe, safeLines } from '../text/safe.ts';
import { findInteraction } from './amend.ts';
import { findNamed, nameFor } from './input/person.ts';
import type { Worded } from './input/word-anew.ts';
import { printCaution } from './outcome.ts';

interface Input {
  name: string;
  moment?: Kind;
  about?: number;
  max?: number;
  variant?: number;
  channel?: Channel;
  copy?: boolean;
  edit?: boolean;
  prompt?: boolean;
  writer?: boolean;
  proof?: boolean;
}

const addDetail = (interaction: number) => `netcoach amend ${interaction} --highlight "…"`;

function nothingToSend({ person, moment }: Pick<Prepared, 'person' | 'moment'>): Failure {
  return new Failure(
    'no-context',
    `there's no message to send to ${person.name}: ${moment.reason}`,
    'Run: netcoach why NAME',
  );
}

/** The shortest limit: a greeting, a name and one short sentence. */
const MIN_CHARACTERS = 60;

/** What a draft is made of. */
interface Prepared {
  person: Person;
  history: History;
  moment: Moment;
  /** Null where there's no message to send. */
  written: ReturnType<typeof draftOf>;
}

/** Drafts a message to a person. @throws Failure `no-context` if nothing logged can carry one */
export async function run(input: Input, context: Context): Promise<undefined> {
  const prepared = prepare(input, context);
  const { person, history, moment, written } = prepared;
  if (input.prompt === true) {
    const { promptFor } = await import('../coach/writer/prompt.ts');
    const prompt = promptFor(await materialOf(prepared));
    context.print({ person: refOf(person), prompt }, () => prompt);
    return;
  }
  const { action, kind, interaction } = moment;
  if (written === null) {
    context.note(safe(`${person.name}: ${moment.reason}. There's no message to send.`));
    const none = { draft: null, variants: 0 };
    context.print({ person: refOf(person), action, moment: kind, interaction, ...none }, () => '');
    return;
  }
  if (input.proof === true) {
    await printProof(prepared, written, context);
    return;
  }
  if (written.isThin && interaction !== null)
    context.note(
      context.toType(
        `To improve this message, add something you remember: ${addDetail(interaction.id)}`,
      ),
    );
  let { draft } = written;
  if (isInviting(moment.action)) printCaution(history, moment, context);
  let worded: Omit<Worded, 'draft'> | null = null;
  if (input.writer === true) {
    const { draft: other, ...how } = await askWriter(prepared, context);
    draft = other;
    worded = how;
  }
  if (input.edit === true) {
    const { editText } = await import('./input/editor.ts');
    const text = editText(draft.text, context);
    draft = { ...draft, text, length: text.length };
  }
  if (input.copy === true) {
    const { copyText } = await import('./input/clipboard.ts');
    context.note(copyText(draft.text, context));
  }
  const { variants } = written;
  const result = { person: refOf(person), action, moment: kind, interaction, draft, variants };
  context.print({ ...result, ...(worded !== null && { writer: worded }) }, () =>
    context.isTerminal ? wrap(safeLines(draft.text), context.width) : safeLines(draft.text),
  );
}

/** Prints what each sentence of the rules' message rests on. */
async function printProof(
  { person, history, moment }: Prepared,
  written: Written,
  context: Context,
): Promise<void> {
  const { proofOf } = await import('../coach/draft/proof.ts');
  const { renderProof } = await import('../render/proof.ts');
  const { draft } = written;
  const { channel, limit } = draft;
  const proof = proofOf(requestFor(history, moment, { channel, limit, variant: null }), written);
  const { interaction, rule } = moment;
  const { id, source } = rule;
  const about = interaction === null ? null : publicInteraction(interaction);
  const result = { person: refOf(person), interaction: about, draft, rule: { id, source }, proof };
  context.print(result, () => renderProof(proof, interaction, rule, context));
}

/**
 * The message as the user's own program words it, or the rules' with a note why.
 * @throws Failure `usage` if none is set
 */
export async function askWriter(prepared: Prepared, context: Context): Promise<Worded> {
  const { readWriter } = await import('./input/writer-setting.ts');
  const writer = readWriter(context);
  if (writer === null)
    throw new Failure(
      'usage',
      'no program is set up to word messages',
      'Set one: netcoach config writer "ollama run qwen3"',
    );
  const { wordAnew } = await import('./input/word-anew.ts');
  const { person, written } = prepared;
  if (written === null) throw nothingToSend(prepared);
  const material = await materialOf(prepared);
  const worded = await wordAnew(person, material, written.draft, writer, context);
  if (worded.why !== null)
    context.note(safe(`This is netcoach's own draft: ${worded.why.replace(/\.$/, '')}.`));
  if (worded.unfamiliar.length > 0)
    context.note(safe(`Not in your log, so check that it's true: ${worded.unfamiliar.join(', ')}`));
  return worded;
}

/**
 * What the message may say, for someone else to word.
 * @throws Failure `no-context` where there's no message to send
 */
export async function materialOf(prepared: Prepared): Promise<Material> {
  const { history, moment, written } = prepared;
  if (written === null) throw nothingToSend(prepared);
  const { materialFor } = await import('../coach/writer/material.ts');
  const { channel, limit } = written.draft;
  return materialFor(history, moment, { channel, limit });
}

/**
 * Chooses the moment and writes the rules' message.
 * @throws Failure `no-context`, or for flags that don't fit
 */
export function prepare(input: Input, context: Context): Prepared {
  if (input.max !== undefined && input.max < MIN_CHARACTERS) {
    throw new Failure(
      'usage',
      `too short for a message: ${input.max} characters`,
      `Give at least ${MIN_CHARACTERS}: --max ${MIN_CHARACTERS}`,
    );
  }
  const db = context.storeToRead();
  const { today } = context;
  const person = findNamed(db, input.name, context);
  const judgement = judgePerson(db, person, today);
  const { history, hold } = judgement;
  const about = input.about === undefined ? undefined : findInteraction(db, String(input.about));
  if (about !== undefined && !about.people.some(({ id }) => id === person.id)) {
    throw new Failure(
      'unknown-id',
      `${person.name} wasn't part of interaction ${about.id}`,
      `See theirs: netcoach show ${nameFor(db, person)}`,
    );
  }
  if (about !== undefined && input.moment !== undefined && about.kind !== input.moment) {
    throw new Failure(
      'usage',
      `interaction ${about.id} is logged as ${about.kind}, not as ${input.moment}`,
      'Leave out --moment or --about.',
    );
  }
  const moment = chooseMoment(judgement, {
    kind: input.moment,
    interaction: about,
  });
  if (moment === null || (moment.interaction === null && !moment.rule.standsAlone)) {
    const what =
      input.moment === undefined
        ? 'anything'
        : `${/^[aeiou]/.test(input.moment) ? 'an' : 'a'} ${input.moment}`;
    throw new Failure(
      'no-context',
      `you haven't logged ${what} with ${person.name} to write about`,
      `Log it first: netcoach log --kind ${input.moment ?? 'meeting'} --with ${nameFor(db, person)} --title "…"`,
    );
  }
  if (hold !== null) context.note(safe(sayHold(person.name, context.toType(hold.message))));
  const channel = input.channel ?? channelToday(db, judgement, moment);
  const written = draftOf(history, moment, channel, {
    limit: input.max,
    variant: input.variant,
  });
  const { interaction } = moment;
  if (interaction !== null && interaction !== about) fillPeople(db, [interaction]);
  return { person, history, moment, written };
}
