/** The server: tools, resources and prompts over standard input and output. A bundle of its own. */
import {
  type CallToolResult,
  completable,
  McpServer,
  ResourceNotFoundError,
  ResourceTemplate,
  type StandardSchemaWithJSON,
} from '@modelcontextprotocol/server';
import { StdioServerTransport, serveStdio } from '@modelcontextprotocol/server/stdio';
import * as z from 'zod';
import { CHANNELS, KINDS, RELATIONSHIPS, STATUSES } from '../model.ts';
import { FENCE_RULE } from '../text/fence.ts';
import type { Actions, Answer, Refusal } from './actions.ts';
import { cleaned, refused, resultOf } from './answer.ts';
import { Mistyped, readable } from './mistyped.ts';
import { NEXT_OUTCOMES, OUTCOMES } from './outcomes.ts';
import {
  amendLines,
  briefLines,
  checkLines,
  deleteLines,
  doneLines,
  draftLines,
  findLines,
  logLines,
  outcomeLines,
  type People,
  type Today,
  todayLines,
  undoLines,
  whyLines,
} from './sentences.ts';

export interface ServeOptions {
  actions: Actions;
  /** What a thrown error tells the caller; null for a fault of the program. */
  refusalOf: (error: unknown) => Refusal | null;
  /** Whether there are tools that change the log. */
  canWrite: boolean;
  version: string;
  /** Receives what goes wrong outside of any call. */
  report: (error: Error) => void;
}

const READS = {
  readOnlyHint: true,
  destructiveHint: false,
  idempotentHint: true,
  openWorldHint: false,
} as const;
const ADDS = { ...READS, readOnlyHint: false, idempotentHint: false } as const;
const SETS = { ...READS, readOnlyHint: false } as const;
const TAKES_BACK = { ...SETS, destructiveHint: true } as const;

/** Tells when it's over: input ended, nobody reads the answers, or a message was too long. */
class Transport extends StdioServerTransport {
  #end: () => void = () => undefined;
  readonly ended = new Promise<void>((resolve) => {
    this.#end = resolve;
  });

  override async close(): Promise<void> {
    await super.close();
    this.#end();
  }
}

/** Serves until the input ends, and the calls made by then are done. */
export async function serve(options: ServeOptions): Promise<void> {
  const queue = oneAtATime();
  const transport = new Transport();
  const handle = serveStdio(() => makeServer(options, queue), {
    transport,
    onerror: (error) => options.report('issues' in error ? new Error(NO_REQUEST) : error),
  });
  await transport.ended;
  await queue(async () => undefined);
  await handle.close();
}

/** The library's own words for a message of another shape are a page of its schema. */
const NO_REQUEST = "a message isn't a JSON-RPC 2.0 request; it was left unanswered";

type Queue = <T>(work: () => Promise<T>) => Promise<T>;

/** Calls that come in together run one after the other: each opens the database for itself. */
function oneAtATime(): Queue {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = last.then(work, work);
    last = next.catch(() => undefined);
    return next;
  };
}

// The shapes that answers share. They name what a caller looks for; the contract has the rest.
const some = z.looseObject({});
const person = z.looseObject({ id: z.number(), name: z.string() });
const next = z.number().nullable();
const undo = some.nullable();

const name = z.string().min(1).max(200).describe('name, part of it, or "#ID"');
const day = z.string().max(60).describe('YYYY-MM-DD or plain words');
const entry = z.number().int().min(1).describe('its number, from brief');
const names = z.array(z.string().max(1_000)).max(50);
const from = z.number().int().min(1).max(999_999).default(1);

/** What a tool takes: nothing else, so that a mistyped field is named. */
const question = <Shape extends z.ZodRawShape>(shape: Shape) =>
  slim(readable(z.strictObject(shape)));
/** What a tool answers: at least this. */
const answer = <Shape extends z.ZodRawShape>(shape: Shape) => slim(z.looseObject(shape));

/** The schema, whose JSON leaves out what JSON Schema takes for granted: the list of tools is read whole. */
function slim<S extends StandardSchemaWithJSON>(schema: S): S {
  const { jsonSchema, ...rest } = schema['~standard'];
  const standard = {
    ...rest,
    jsonSchema: {
      input: (options: Parameters<typeof jsonSchema.input>[0]) =>
        shortened(jsonSchema.input(options)),
      output: (options: Parameters<typeof jsonSchema.output>[0]) =>
        shortened(jsonSchema.output(options)),
    },
  };
  return { '~standard': standard } as unknown as S;
}

function shortened(schema: Record<string, unknown>): Record<string, unknown> {
  const isEmpty = (value: unknown) =>
    typeof value === 'object' && value !== null && Object.keys(value).length === 0;
  const kept = Object.entries(schema).filter(
    ([key, value]) =>
      key !== '$schema' &&
      // Further fields, and words beyond a length, are refused with an error that names them.
      key !== 'additionalProperties' &&
      key !== 'maxLength' &&
      key !== 'maxItems' &&
      !(key === 'properties' && isEmpty(value)),
  );
  return Object.fromEntries(
    kept.map(([key, value]) => [
      key,
      Array.isArray(value)
        ? value.map((one) => (isEmpty(one) || typeof one !== 'object' ? one : shortened(one)))
        : value !== null && typeof value === 'object'
          ? shortened(value as Record<string, unknown>)
          : value,
    ]),
  );
}

function makeServer({ actions, refusalOf, canWrite, version }: ServeOptions, queue: Queue) {
  const server = new McpServer(
    { name: 'netcoach', title: 'netcoach', version },
    { instructions: instructions(canWrite) },
  );

  /** @param next what to do when the call itself was wrong, by the code of the refusal or for all */
  async function call<Input>(
    input: Input,
    action: (input: Input) => Promise<Answer>,
    linesOf: (data: never) => string[],
    next?: string | Readonly<Record<string, string>>,
  ): Promise<CallToolResult> {
    if (input instanceof Mistyped) return input.result();
    try {
      return resultOf(await queue(() => action(input)), linesOf);
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal === null) throw error;
      return refused(refusal, next);
    }
  }

  server.registerTool(
    'today',
    {
      title: "Today's list",
      description:
        'Who to reach out to today, best first: what to do, why now, until when, and a draft.',
      inputSchema: question({ limit: z.number().int().min(1).max(20).default(5), from }),
      outputSchema: answer({
        date: z.string(),
        suggestions: z.array(some),
        due: z.number(),
        next,
      }),
      annotations: READS,
    },
    (input) => call(input, actions.today, todayLines),
  );

  server.registerTool(
    'brief',
    {
      title: 'Brief on a person',
      description:
        'What to know before talking to a person: the latest entries with their numbers, what is open, one question to ask.',
      inputSchema: question({ name }),
      outputSchema: answer({
        person: some,
        interactions: z.array(some),
        open: z.array(some),
        ask: z.string().nullable(),
      }),
      annotations: READS,
    },
    (input) => call(input, actions.brief, briefLines),
  );

  server.registerTool(
    'why',
    {
      title: 'Why, or why not',
      description: "Every rule's verdict on one person: why they are on today's list, or why not.",
      inputSchema: question({ name }),
      outputSchema: answer({
        suggested: z.boolean(),
        verdicts: z.array(some),
      }),
      annotations: READS,
    },
    (input) => call(input, actions.why, whyLines),
  );

  server.registerTool(
    'draft',
    {
      title: 'Draft a message',
      description:
        'A message to a person, with the facts it may use, its limit and voice rules. Reword it from these facts only, then call check. Sends nothing.',
      inputSchema: question({
        name,
        moment: z.enum(KINDS).optional().describe('write about the latest of this kind'),
        about: z.number().int().min(1).optional().describe('write about this entry'),
        channel: z.enum(CHANNELS).optional(),
        max: z.number().int().min(60).max(10_000).optional().describe('character limit'),
        variant: z.number().int().min(1).optional().describe('another wording'),
      }),
      outputSchema: answer({
        person: some,
        draft: some,
        task: z.string(),
        facts: z.array(z.string()),
      }),
      annotations: READS,
    },
    (input) => call(input, actions.draft, draftLines, 'draft without moment, about and max.'),
  );

  server.registerTool(
    'check',
    {
      title: 'Check a message',
      description:
        'Reviews a message, and compares it with what is logged about the person in to: wrong names and facts, private words, over the limit, generic, pushy. Can’t tell whether all of it is true.',
      inputSchema: question({
        text: z.string().min(1).max(20_000),
        to: name.optional(),
        channel: z.enum(CHANNELS).optional(),
        max: z.number().int().min(1).max(100_000).optional().describe('character limit'),
      }),
      outputSchema: answer({
        ok: z.boolean(),
        length: z.number(),
        problems: z.array(some),
      }),
      annotations: READS,
    },
    (input) => call(input, actions.check, checkLines),
  );

  server.registerTool(
    'find',
    {
      title: 'Find people',
      description: 'People in the log, by words in their name, role, team, company, skills.',
      inputSchema: question({
        words: z.string().max(200).default(''),
        status: z.enum(STATUSES).optional().describe('of the connection'),
        team: z.string().max(200).optional(),
        company: z.string().max(200).optional(),
        relationship: z.enum(RELATIONSHIPS).optional(),
        limit: z.number().int().min(1).max(50).default(20),
        from,
      }),
      outputSchema: answer({ people: z.array(person), total: z.number(), next }),
      annotations: READS,
    },
    (input) => call(input, actions.find, findLines),
  );

  if (canWrite) registerWriting();
  registerPerson();
  registerPrompts();
  return server;

  function registerWriting(): void {
    server.registerTool(
      'log',
      {
        title: 'Log what happened',
        description:
          'Records one interaction the user had, from plain words ("Shipped Apollo with Priya yesterday") or from kind, with and title. Says what it understood: read it back. Adds new people.',
        inputSchema: question({
          words: z.string().max(2_000).optional(),
          kind: z.enum(KINDS).optional(),
          with: names.optional(),
          title: z.string().max(1_000).optional(),
          on: day.optional(),
          highlight: z
            .string()
            .max(1_000)
            .optional()
            .describe('what stood out; may be in a message'),
          note: z.string().max(4_000).optional().describe('private'),
        }),
        outputSchema: answer({ undo }),
        annotations: ADDS,
      },
      (input) =>
        call(
          input,
          actions.log,
          logLines,
          'log with kind, with and title, or with words that say who, what and when.',
        ),
    );

    server.registerTool(
      'amend',
      {
        title: 'Correct an entry',
        description: 'Changes the fields given of a logged entry; the others stay.',
        inputSchema: question({
          entry,
          kind: z.enum(KINDS).optional(),
          title: z.string().max(1_000).optional(),
          on: day.optional(),
          highlight: z.string().max(1_000).optional(),
          note: z.string().max(4_000).optional().describe('private'),
          say: z.string().max(1_000).optional().describe('how a message words it'),
          add: names.optional(),
          remove: names.optional(),
        }),
        outputSchema: answer({ interaction: some, undo }),
        annotations: SETS,
      },
      (input) =>
        call(input, actions.amend, amendLines, 'amend with the entry and at least one field.'),
    );

    server.registerTool(
      'delete',
      {
        title: 'Delete an entry',
        description: 'Deletes a logged entry that is wrong altogether.',
        inputSchema: question({ entry }),
        outputSchema: answer({ interaction: some, undo }),
        annotations: TAKES_BACK,
      },
      (input) => call(input, actions.delete, deleteLines),
    );

    server.registerTool(
      'done',
      {
        title: 'Mark as done',
        description:
          "The user did what today's list suggests for a person: records what fits. Again on the same day changes nothing.",
        inputSchema: question({
          name,
          words: z.string().max(1_000).default('').describe('what they did, if not the usual'),
        }),
        outputSchema: answer({ did: z.string(), recorded: some.nullable(), undo }),
        annotations: SETS,
      },
      (input) =>
        call(input, actions.done, doneLines, 'log what the user did, or today for the list.'),
    );

    server.registerTool(
      'outcome',
      {
        title: 'Record an outcome',
        description:
          'The user’s invitation: sent, or the other person accepted or declined it, or the user withdrew it (withdrawn). The other person’s invitation: the user said yes (accept) or leaves it (ignore). Or not now: snooze, skip for good.',
        inputSchema: question({
          name,
          what: z.enum(OUTCOMES),
          on: day.optional(),
          until: z.string().max(60).optional().describe('for snooze: a later day, or 2w'),
          note: z.boolean().optional().describe('for sent: false without a personal note'),
        }),
        outputSchema: answer({ person: some, undo }),
        annotations: SETS,
      },
      (input) =>
        call(
          input,
          actions.outcome,
          (data) => outcomeLines(data, input.what),
          NEXT_OUTCOMES[input.what],
        ),
    );

    server.registerTool(
      'undo',
      {
        title: 'Take a change back',
        description:
          'Takes back a change, by the number that the tool which made it gave: newer ones first. To correct an older entry, use amend or delete.',
        inputSchema: question({ change: z.number().int().min(1) }),
        outputSchema: answer({ undone: some }),
        annotations: TAKES_BACK,
      },
      (input) => call(input, actions.undo, undoLines),
    );
  }

  /** The ids of people whose name begins so, for a client that completes. */
  async function namesLike(words: string): Promise<Array<{ id: number; name: string }>> {
    const { data } = await queue(() => actions.find({ words, limit: 20, from: 1 }));
    return cleaned((data as unknown as People).people);
  }

  function registerPerson(): void {
    const template = new ResourceTemplate('netcoach://person/{id}', {
      list: async () => {
        const { data } = await queue(() => actions.today({ limit: 20, from: 1 }));
        const { suggestions } = cleaned(data) as unknown as Today;
        return {
          resources: suggestions.map((one) => ({
            uri: `netcoach://person/${one.person.id}`,
            name: one.person.name,
            mimeType: 'application/json',
          })),
        };
      },
      complete: {
        id: async (value) => (await namesLike(value)).map(({ id }) => String(id)),
      },
    });
    server.registerResource(
      'person',
      template,
      {
        title: 'A person',
        description: `What brief answers, by id; the list has today's people. ${FENCE_RULE}`,
        mimeType: 'application/json',
      },
      async (uri, { id }) => {
        const number = String(id);
        try {
          if (!/^\d{1,15}$/.test(number)) throw new ResourceNotFoundError(uri.href);
          const { data } = await queue(() => actions.brief({ name: `#${number}` }));
          const text = JSON.stringify(cleaned(data), null, 2);
          return { contents: [{ uri: uri.href, mimeType: 'application/json', text }] };
        } catch (error) {
          if (refusalOf(error)?.code === 'unknown-person')
            throw new ResourceNotFoundError(uri.href);
          throw error;
        }
      },
    );
  }

  function registerPrompts(): void {
    const personArgument = completable(z.string().min(1).max(200), async (value) =>
      (await namesLike(value)).map((one) => one.name),
    );
    const say = (text: string) => ({
      messages: [{ role: 'user' as const, content: { type: 'text' as const, text } }],
    });
    const logging = canWrite
      ? 'Record it with log, one call for each thing that happened, and read back what was understood.'
      : 'This server only reads: tell me what to type, as netcoach log "…", one line for each thing.';
    server.registerPrompt(
      'debrief',
      {
        title: 'Debrief my meeting',
        description: 'Turns what just happened into log entries, and says who to write to.',
        argsSchema: z.object({ what: z.string().max(2_000).optional() }),
      },
      ({ what }) =>
        say(
          [
            what === undefined
              ? 'I just had a meeting. Ask me who was there, what we did and what stood out.'
              : `This just happened: ${what}`,
            `${logging} Ask before you guess a name or a day. Then call today, and tell me whether anybody from this meeting is on it.`,
          ].join('\n'),
        ),
    );
    server.registerPrompt(
      'prepare',
      {
        title: 'Prepare me for a conversation',
        description: 'A short brief on one person, from the log.',
        argsSchema: z.object({ name: personArgument }),
      },
      ({ name: who }) =>
        say(
          `Prepare me for a conversation with ${who}. Call brief, and why if something is due. Tell me in five lines at most: who they are, when we last spoke and about what, what is open, and one question to ask. Say nothing that is not in the answers.`,
        ),
    );
    server.registerPrompt(
      'review',
      {
        title: 'Review my message',
        description: 'Checks a message against the log, and offers a better one if it fails.',
        argsSchema: z.object({
          text: z.string().min(1).max(20_000),
          to: personArgument.optional(),
        }),
      },
      ({ text, to }) =>
        say(
          [
            `Review this message${to === undefined ? '' : ` to ${to}`} with check, and tell me what to change and why. If it fails, call draft for the facts, write it again from these alone, and check that too. Do not send anything.`,
            '',
            text,
          ].join('\n'),
        ),
    );
  }
}

function instructions(canWrite: boolean): string {
  return [
    "netcoach is the user's private log of what they did with coworkers, and the etiquette of keeping in touch.",
    FENCE_RULE,
    'The same is true of every text in structured content.',
    'To write to somebody: draft, reword it from its facts alone, check, then show it to the user. Nothing here sends anything; the user does.',
    canWrite
      ? 'Record only what the user told you, and read back what was understood; undo takes the latest change back, amend and delete correct an older entry.'
      : 'This server only reads. To record things, the user starts it with --write.',
    'Never repeat private notes or what somebody said as feedback.',
  ].join(' ');
}
